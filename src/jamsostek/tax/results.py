"""What a tax on payments comes to: payment by payment, with the law behind each; text is derived on access."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from attrs import field, frozen

from .._assumed import Assumption
from .._citations import Citation, Grade, weakest_of
from .._dated import Clock, Moment, Row
from .._kinds import Labelled, Lang, check_lang
from .._law import Law, Mark
from .._money import number
from .._readings import Reading
from .._readings_of_tax import TAX_ROUNDING
from .._steps import Step
from .._verdict import Fact
from .payouts import Payout

TAX_NUMBER = Fact(
    "tax_number",
    "a tax number (NPWP, or an identity number that serves as one)",
    "NPWP, atau NIK yang berlaku sebagai NPWP",
)
RESIDENT = Assumption("resident", "a resident taxpayer", "wajib pajak dalam negeri")


class Method(Labelled):
    """How a payment is taxed (cara pengenaan pajak)."""

    FINAL = "final", "final, at the rates for sums paid at once", "final, tarif pembayaran sekaligus"
    PROGRESSIVE = "progressive", "by the progressive scale, not final", "tarif progresif, tidak final"
    NON_RESIDENT = "non_resident", "final, for non-residents", "final, wajib pajak luar negeri"


class Taxed(NamedTuple):
    """One payment with its tax.

    ``least`` and ``most`` are whole rupiah withheld, equal where everything is known. ``before`` is what had been paid
    of the same sum (of a progressive tax: in the same year), rupiah; ``year`` the calendar year of that sum, from 1.
    ``scale`` is the version of law applied, ``surcharge`` that without a tax number, ``window`` that of the years at
    once; None: not applied. ``counted`` is what is taxed of the payment and what was paid before, after rounding down.
    """

    payout: Payout
    method: Method
    least: int
    most: int
    before: int
    counted: tuple[int, int]
    year: int
    scale: Row[Any]
    surcharge: Row[Fraction] | None = None
    window: Row[int] | None = None
    because: tuple[Citation, ...] = ()
    readings: tuple[Reading, ...] = ()

    @property
    def tax(self) -> int | None:
        """Rupiah withheld; None while that is not known."""
        return self.least if self.least == self.most else None

    @property
    def net(self) -> int | None:
        """Rupiah left; None while that is not known."""
        return None if self.tax is None else self.payout.amount - self.tax

    @property
    def final(self) -> bool:
        """Whether it settles the tax; otherwise it is a credit in the return of that year."""
        return self.method is not Method.PROGRESSIVE

    @property
    def missing(self) -> tuple[Fact, ...]:
        """The facts that could still change the tax."""
        return () if self.least == self.most else (TAX_NUMBER,)

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The citations behind the tax, in order, each once."""
        rows = (self.window, self.scale, self.surcharge)
        return tuple(dict.fromkeys((*self.because, *(cite for row in rows if row is not None for cite in row.cites))))

    def steps(self, lang: Lang = "en") -> tuple[Step, ...]:
        """How the tax came about: formula, numbers put in, result, articles."""
        from .text import steps

        return steps(self, check_lang(lang))


@frozen(repr=False)
class PayoutTax:
    """The tax on payments of sums paid at once, payment by payment.

    ``tax`` and ``net`` are whole rupiah, None while a fact is ``missing``; then ``at_least`` and ``at_most`` bound the
    tax. A tax of 0 still needs a withholding slip (bukti pemotongan), PP 68/2009 art. 7(3).
    """

    law: Law
    lines: tuple[Taxed, ...] = field(repr=False)
    resident: bool | None = None
    tax_number: bool | None = None

    def __iter__(self) -> Iterator[Taxed]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def gross(self) -> int:
        """All payments together, rupiah."""
        return sum(line.payout.amount for line in self.lines)

    @property
    def at_least(self) -> int:
        """The least that is withheld, rupiah."""
        return sum(line.least for line in self.lines)

    @property
    def at_most(self) -> int:
        """The most that is withheld, rupiah."""
        return sum(line.most for line in self.lines)

    @property
    def tax(self) -> int | None:
        """All tax together, rupiah; None while it is not known."""
        return self.at_least if self.at_least == self.at_most else None

    @property
    def net(self) -> int | None:
        """What is left, rupiah; None while it is not known."""
        return None if self.tax is None else self.gross - self.tax

    @property
    def missing(self) -> tuple[Fact, ...]:
        """The facts that could still change the tax."""
        return tuple(dict.fromkeys(fact for line in self.lines for fact in line.missing))

    @property
    def assumed(self) -> tuple[Assumption, ...]:
        """What was taken for granted."""
        return (RESIDENT,) if self.resident is None else ()

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The open questions of law that touched the tax, each once."""
        return tuple(dict.fromkeys(reading for line in self.lines for reading in line.readings))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What else is to be known: a what-if, a payment past the last check of the law."""
        last = max(line.payout.on for line in self.lines)
        return self.law.marks(tuple(line.scale for line in self.lines), Moment(Clock.PAYMENT, last))

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The citations behind the tax, in order, each once."""
        return tuple(dict.fromkeys(cite for line in self.lines for cite in line.basis))

    @property
    def evidence(self) -> Grade:
        """The weakest grade that the tax rests on, rounding left out."""
        return weakest_of([grade for _, grade in self._grades()])

    def _grades(self) -> Iterator[tuple[str, Grade]]:
        yield from ((str(cite), cite.grade) for cite in self.basis)
        for reading in self.readings:
            if reading is not TAX_ROUNDING:
                yield f"reading {reading.name}", reading[self.law.option(reading)].grade

    def explain(self, lang: Lang = "en") -> str:
        """Every payment with its tax, numbers and articles."""
        from .text import explain

        return explain(self, check_lang(lang))

    def to_dict(self) -> dict[str, Any]:
        """The tax as JSON-safe values, with the schema's name and version under ``schema``."""
        from .text import to_dict

        return to_dict(self)

    def _repr_html_(self) -> str:
        from .text import html

        return html(self)

    def __repr__(self) -> str:
        tax = "not known" if self.tax is None else number(self.tax)
        return f"<PayoutTax on {len(self)} payments of {number(self.gross)}: {tax}>"
