"""Totals: many bills added up, for many people, with what the bills took for granted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve, field, frozen

from . import errors
from ._assumed import Assumption
from ._kinds import Lang, Payer, Programme, check_lang
from ._money import number
from ._money import whole as as_int
from ._reliefs import Examined
from ._render import WORDS, Told, told
from ._results import Bill
from ._verdict import State

if TYPE_CHECKING:
    from .construction.results import ProjectBill

T = TypeVar("T")
TOTAL_SCHEMA = "jamsostek.total/1"


@frozen(repr=False)
class Total:
    """The sum of bills by programme and payer; times a number, the same for so many people.

    ``bills`` is how many bills were added, ``amounts`` rupiah by programme and payer; ``told`` is what the bills had to
    tell beside their amounts: assumptions, reliefs, what was left out, answers to open questions, marks.

    >>> import jamsostek as js
    >>> rider = js.SelfEmployed(income=1_000_000, sector="transport")
    >>> (total(js.contributions(rider, month=m) for m in js.months("2026-01", "2026-12")) * 25_808).total
    2601446400
    """

    bills: int
    amounts: tuple[tuple[Programme, Payer, int], ...]
    told: Told = field(default=Told((), (), (), (), (), ()), eq=False)

    @property
    def total(self) -> int:
        """Everything together, rupiah."""
        return sum(amount for _, _, amount in self.amounts)

    @property
    def employer(self) -> int:
        """What employers owe, rupiah."""
        return self.by_payer.get(Payer.EMPLOYER, 0)

    @property
    def worker(self) -> int:
        """What is taken from workers' wages, rupiah."""
        return self.by_payer.get(Payer.WORKER, 0)

    @property
    def by_programme(self) -> dict[Programme, int]:
        """Rupiah per programme."""
        return {
            programme: sum(amount for each, _, amount in self.amounts if each is programme)
            for programme in dict.fromkeys(each for each, _, _ in self.amounts)
        }

    @property
    def by_payer(self) -> dict[Payer, int]:
        """Rupiah per payer."""
        return {
            payer: sum(amount for _, each, amount in self.amounts if each is payer)
            for payer in dict.fromkeys(each for _, each, _ in self.amounts)
        }

    def __mul__(self, people: int) -> Total:
        """The total for so many people who are billed alike. Raises ``WrongType``, ``NegativeAmount``."""
        count = as_int(people)
        if count is None:
            raise errors.WrongType("people", f"{people!r} is no number of people", "multiply by an int")
        if count < 0:
            raise errors.NegativeAmount("people", f"{count} is negative", "multiply by the number of people")
        amounts = tuple((programme, payer, amount * count) for programme, payer, amount in self.amounts)
        return evolve(self, bills=self.bills * count, amounts=amounts)

    __rmul__ = __mul__

    def __add__(self, other: Total) -> Total:
        """Two totals together."""
        if not isinstance(other, Total):
            raise errors.WrongType("total", f"{other!r} is no total", "add totals, or total([bills])")
        return _sum((self, other))

    def explain(self, lang: Lang = "en") -> str:
        """The total by programme and payer, and what the bills took for granted, as text."""
        rows = [
            (f"{programme} {programme.label(check_lang(lang))}, {payer.label(lang)}", number(amount, lang))
            for programme, payer, amount in self.amounts
        ]
        rows.append((WORDS[lang]["total"], number(self.total, lang)))
        return "\n".join([*(f"{label:<56}{amount:>24}" for label, amount in rows), *self._notes(lang)])

    def _notes(self, lang: Lang) -> list[str]:
        marks = [mark.text(lang) for mark in self.told.marks]
        return [*marks, *(f"{label}: {text}" for label, text in self.told.notes(lang))]

    @property
    def assumed(self) -> tuple[Assumption, ...]:
        """The defaults that any of the bills took for granted."""
        return self.told.assumed

    @property
    def possible(self) -> tuple[Examined, ...]:
        """The reliefs that could apply to any of the bills and hang on facts that were not given."""
        return tuple(each for each in self.told.examined if each.verdict.missing)

    def to_dict(self) -> dict[str, Any]:
        """The total as JSON-safe values, with the schema's name and version under ``schema``."""
        return {
            "schema": TOTAL_SCHEMA,
            "bills": self.bills,
            "lines": [
                {"programme": str(programme), "payer": str(payer), "amount": amount}
                for programme, payer, amount in self.amounts
            ],
            "total": self.total,
            "assumed": [{"fact": each.fact, "text": each.text_en} for each in self.assumed],
            "possible": [
                {"relief": each.relief.name, "missing": [fact.key for fact in each.verdict.missing]}
                for each in self.possible
            ],
            "applied": [
                {"relief": each.relief.name, "caveat": each.relief.caveat()}
                for each in self.told.examined
                if each.verdict.state is State.ELIGIBLE
            ],
            "left_out": [str(programme) for programme in self.told.left_out],
            "closed": [standing.text() for standing in self.told.closed],
            "readings": [{"reading": reading.name, "option": option} for reading, option in self.told.answers],
            "marks": [mark.text_en for mark in self.told.marks],
        }

    def __repr__(self) -> str:
        inner = ", ".join(f"{programme} {payer} {number(amount)}" for programme, payer, amount in self.amounts)
        return f"<Total of {number(self.bills)} bills: {inner}; total {number(self.total)}>"

    def _repr_html_(self) -> str:
        from ._html import rows_html

        rows: list[tuple[str, ...]] = [
            (str(each), payer.label_en, number(amount)) for each, payer, amount in self.amounts
        ]
        rows.append(("", "total", number(self.total)))
        return rows_html(("programme", "payer", "rupiah"), rows, self._notes("en"))


def total(bills: Bill | ProjectBill | Total | Iterable[Bill | ProjectBill | Total]) -> Total:
    """Add bills, those of projects too, or totals up by programme and payer; one alone counts as itself.

    Raises ``WrongType``.

    >>> import jamsostek as js
    >>> total([js.contributions(js.SelfEmployed(income=0), month="2025-12")]).by_programme
    {<Programme.JKK: 'JKK'>: 10000, <Programme.JKM: 'JKM'>: 6800}
    """
    alone = as_total(bills)
    if alone is not None:
        return alone
    if not isinstance(bills, Iterable):
        raise errors.WrongType("total", f"{bills!r} is no list of bills", "give bills, as contributions() returns them")
    return _sum(_of(each) for each in bills)


def _of(bill: object) -> Total:
    found = as_total(bill)
    if found is None:
        raise errors.WrongType("total", f"{bill!r} is no bill", "give bills, as contributions() returns them")
    return found


def as_total(given: object) -> Total | None:
    """A bill or a total as a total; None: it is neither."""
    if isinstance(given, Total):
        return given
    if isinstance(given, Bill):
        return Total(1, tuple((line.programme, line.payer, line.amount) for line in given), told(given))
    # The bill of a project tells it itself: its module is loaded by those who have one.
    own: Callable[[], Total] | None = getattr(given, "as_total", None)
    return None if own is None else own()


def _sum(parts: Iterable[Total]) -> Total:
    count = 0
    sums: dict[tuple[Programme, Payer], int] = {}
    seen: list[dict[Any, None]] = [{} for _ in Told._fields]
    for part in parts:
        count += part.bills
        for programme, payer, amount in part.amounts:
            sums[programme, payer] = sums.get((programme, payer), 0) + amount
        for kept, more in zip(seen, part.told, strict=True):
            kept.update(dict.fromkeys(more))
    return Total(
        count,
        tuple((programme, payer, amount) for (programme, payer), amount in sums.items()),
        Told(*(tuple(kept) for kept in seen)),
    )
