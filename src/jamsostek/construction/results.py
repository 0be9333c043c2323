"""What a project owes: lines by programme and part of the contract, instalments; text is derived on access."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple, overload

from attrs import field, frozen

from .. import errors
from .._assumed import Assumption
from .._citations import Citation, Grade, weakest, weakest_of
from .._dated import Clock, Moment, Row
from .._kinds import EmployerKind, Lang, Payer, Programme, check_lang
from .._law import Law, Mark
from .._months import Month
from .._readings import Reading
from .._readings_of_construction import (
    ADDENDUM,
    LOWERED_VALUE,
    OWN_MANAGED_WORKS,
    REMAINDER_OF_INSTALMENTS,
    ROUNDING_OF_WAGE_LIST,
    VAT_IN_CONTRACT_VALUE,
)
from .._reliefs import Examined
from .._render import Told
from .._results import Applied
from .._steps import Step
from .._totals import Total
from ..readings import CONTRIBUTION_ROUNDING
from .project import Method, Project, Vat

NO_STATE_BODY = Assumption(
    "employer.kind", "carried out by a company, not by a state body", "dilaksanakan perusahaan, bukan swakelola"
)
# Whole rupiah are left out of the grade: no regulation has a rule.
_ROUNDINGS = (CONTRIBUTION_ROUNDING, REMAINDER_OF_INSTALMENTS, ROUNDING_OF_WAGE_LIST)


class Part(NamedTuple):
    """What a line is for: the contract, an addendum or a month of the wage list, by its ``key``.

    ``given`` is rupiah as written: the contract value, what an addendum changes, the wages of the month; ``net`` the
    same without value-added tax, exact. ``before`` and ``after`` are the values between which it is charged; ``vat``
    is the version of the tax taken out, None: none is. ``workers`` is how many earned the wages of a month, 0 where the
    contract value counts.
    """

    key: str
    given: int
    net: Fraction
    before: Fraction
    after: Fraction
    on: date | None = None
    vat: Row[Fraction] | None = None
    month: Month | None = None
    workers: int = 0


class Portion(NamedTuple):
    """One payment of a line: its share, the day (None: not known), rupiah before and after a relief, and the relief."""

    share: Fraction
    on: date | None
    full: int
    amount: int
    relief: Applied | None = None


@frozen
class ProjectLine:
    """What is owed for one programme on one part of a project.

    ``amount`` is whole rupiah, reliefs taken off; ``full`` without them; ``exact`` what ``full`` was before rounding.
    ``row`` is the version of law, ``portions`` the payments it is made in, ``split`` the version that named their
    shares; None: the caller named them, or it is paid at once.
    """

    programme: Programme
    part: Part
    amount: int
    full: int
    exact: Fraction
    row: Row[Any] = field(repr=False)
    portions: tuple[Portion, ...]
    readings: tuple[Reading, ...] = field(default=(), repr=False)
    split: Row[Any] | None = field(default=None, repr=False)

    @property
    def rows(self) -> tuple[Row[Any], ...]:
        """The versions of law that the line rests on, in order."""
        reliefs = (each.relief.row for each in self.portions if each.relief is not None)
        return tuple(row for row in (self.part.vat, self.row, self.split, *reliefs) if row is not None)

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The citations behind the line, in order, each once."""
        return tuple(dict.fromkeys(cite for row in self.rows for cite in row.cites))

    @property
    def evidence(self) -> Grade:
        """The weakest grade that the line's law rests on; GIVEN where a value is the caller's own."""
        return weakest(self.basis)

    def steps(self, lang: Lang = "en") -> tuple[Step, ...]:
        """How the amount came about: formula, numbers put in, result, articles."""
        from .text import steps

        return tuple(steps(self, check_lang(lang)))

    def __str__(self) -> str:
        return f"{self.programme} {self.part.key}: {self.amount}"


class Payment(NamedTuple):
    """One instalment of the contract's contribution: its number from 1, share, day of payment and rupiah by programme.

    ``share`` is what was agreed on; ``relieved`` tells whether a relief lowered it.
    """

    number: int
    share: Fraction
    on: date | None
    by_programme: dict[Programme, int]
    relieved: bool

    @property
    def amount(self) -> int:
        """Both programmes together, rupiah."""
        return sum(self.by_programme.values())


@frozen(repr=False)
class ProjectBill:
    """What a project owes in JKK and JKM, line by line, with the law behind each; the employer pays all of it.

    ``total`` is whole rupiah. ``bill["JKK"]`` is the sum of a programme, ``bill["JKK", "contract"]`` (``"addendum 1"``,
    or by the wage list ``"2024-03"``) one line; both raise ``NoSuchLine`` where the bill has none.
    """

    project: Project
    law: Law
    lines: tuple[ProjectLine, ...]
    examined: tuple[Examined, ...] = field(default=(), repr=False)
    of_reliefs: tuple[Reading, ...] = field(default=(), repr=False)

    @property
    def method(self) -> Method:
        """What the contributions go by."""
        return self.project.method

    @property
    def total(self) -> int:
        """All lines together, rupiah."""
        return sum(line.amount for line in self.lines)

    @property
    def by_programme(self) -> dict[Programme, int]:
        """Rupiah per programme."""
        return _sums((line.programme, line.amount) for line in self.lines)

    @property
    def by_part(self) -> dict[str, int]:
        """Rupiah per part: the contract and its addenda, or the months of the wage list."""
        return _sums((line.part.key, line.amount) for line in self.lines)

    @property
    def net(self) -> Fraction | None:
        """The contract value that counts, addenda included, exact rupiah; None where the wage list counts."""
        if self.method is Method.WAGES:
            return None
        return sum((part.net for part in dict.fromkeys(line.part for line in self.lines)), Fraction(0))

    @property
    def instalments(self) -> tuple[Payment, ...]:
        """The payments of the contract's contribution, rupiah; all at once: one. By the wage list there are none."""
        if self.method is Method.WAGES:
            return ()
        lines = [line for line in self.lines if line.part.key == "contract"]
        return tuple(
            Payment(
                number,
                paid[0].share,
                paid[0].on,
                {line.programme: each.amount for line, each in zip(lines, paid, strict=True)},
                any(each.relief is not None for each in paid),
            )
            for number, paid in enumerate(zip(*(line.portions for line in lines), strict=True), start=1)
        )

    @property
    def pay_by(self) -> date | None:
        """The last day to pay all instalments: that of the execution; None: not known, or paid month by month."""
        return None if self.method is Method.WAGES else self.project.last_day

    @property
    def late(self) -> tuple[Payment, ...]:
        """The instalments that were paid after the last day to pay."""
        last = self.pay_by or date.max
        return tuple(each for each in self.instalments if each.on is not None and each.on > last)

    @overload
    def __getitem__(self, key: str) -> int: ...
    @overload
    def __getitem__(self, key: tuple[str, str]) -> ProjectLine: ...
    def __getitem__(self, key: str | tuple[str, str]) -> int | ProjectLine:
        """A programme's sum by its name, or a line by programme and part."""
        for line in self.lines:
            if key == (line.programme, line.part.key):
                return line
        if isinstance(key, str) and key in (sums := self.by_programme):
            return sums[Programme(key)]
        have = ", ".join(f'["{line.programme}", "{line.part.key}"]' for line in self.lines)
        raise errors.NoSuchLine("project bill", f"{key!r} is not in it", f"it has {have}; or a programme for its sum")

    def __contains__(self, key: object) -> bool:
        """Whether the bill has a programme, a line by programme and part, or this very line."""
        return any(key in (line.programme, (line.programme, line.part.key), line) for line in self.lines)

    def __iter__(self) -> Iterator[ProjectLine]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def possible(self) -> tuple[Examined, ...]:
        """The reliefs that could apply and hang on a fact that was not given (``verdict.missing``)."""
        return tuple(each for each in self.examined if each.verdict.missing)

    @property
    def assumed(self) -> tuple[Assumption, ...]:
        """What was taken for granted, with the fact that would change it."""
        return (NO_STATE_BODY,) if self.project.employer.kind is None else ()

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The open questions of law that touched this bill, each once."""
        found: list[Reading] = []
        if self.method is Method.CONTRACT_VALUE and self.project.vat is not Vat.EXCLUDED:
            found.append(VAT_IN_CONTRACT_VALUE)
        if self.method is Method.CONTRACT_VALUE:
            changes = [each.change for each in self.project.addenda]
            found += [ADDENDUM] if any(each > 0 for each in changes) else []
            found += [LOWERED_VALUE] if any(each < 0 for each in changes) else []
        if self.project.employer.kind is EmployerKind.STATE:
            found.append(OWN_MANAGED_WORKS)
        found += [reading for line in self.lines for reading in line.readings]
        return tuple(dict.fromkeys((*found, *self.of_reliefs)))

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The citations behind the lines, in order, each once."""
        return tuple(dict.fromkeys(cite for line in self.lines for cite in line.basis))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What else is to be known: a what-if, a contract or a month past the last check of the law."""
        rows = tuple(row for line in self.lines for row in line.rows)
        last = self.lines[-1].part
        day = last.on if last.month is None else last.month.last_day
        assert day is not None  # a contract has its day, a month its last
        return self.law.marks(rows, Moment(Clock.CONTRACT, day))

    @property
    def evidence(self) -> Grade:
        """The weakest grade that the amounts rest on, rounding left out."""
        return weakest_of([grade for _, grade in self._grades()])

    def _grades(self) -> Iterator[tuple[str, Grade]]:
        yield from ((str(cite), cite.grade) for cite in self.basis)
        for reading in self.readings:
            if reading not in _ROUNDINGS:
                yield f"reading {reading.name}", reading[self.law.option(reading)].grade

    def as_total(self) -> Total:
        """The bill as a ``Total``, to which others can be added; ``jamsostek.total`` and ``compare`` take it so."""
        amounts = tuple((programme, Payer.EMPLOYER, amount) for programme, amount in self.by_programme.items())
        return Total(1, amounts, self.told)

    @property
    def told(self) -> Told:
        """What the bill has to tell beside its amounts: assumptions, reliefs, answers to open questions, marks."""
        answers = tuple((reading, self.law.option(reading)) for reading in self.readings)
        return Told((), (), self.assumed, self.examined, answers, self.marks)

    def explain(self, lang: Lang = "en") -> str:
        """Every line with its formula, the numbers put in, the result and the article of law (``lang="id"`` too)."""
        from .text import explain

        return explain(self, check_lang(lang))

    def to_dict(self) -> dict[str, Any]:
        """The bill as JSON-safe values, with the schema's name and version under ``schema``."""
        from .serial import bill_to_dict

        return bill_to_dict(self)

    def _repr_html_(self) -> str:
        from .text import html

        return html(self)

    def __repr__(self) -> str:
        sums = ", ".join(f"{programme} {amount}" for programme, amount in self.by_programme.items())
        return f"<ProjectBill by {self.method.label_en}: {sums}; total {self.total}>"


def _sums(pairs: Iterator[tuple[Any, int]]) -> dict[Any, int]:
    sums: dict[Any, int] = {}
    for key, amount in pairs:
        sums[key] = sums.get(key, 0) + amount
    return sums
