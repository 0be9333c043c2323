"""Totals: many bills added up, for many people."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen

from . import errors
from ._kinds import Payer, Programme
from ._money import number
from ._money import whole as as_int
from ._results import Bill


@frozen(repr=False)
class Total:
    """The sum of bills by programme and payer; times a number, the same for so many people.

    ``bills`` is how many bills were added, ``amounts`` rupiah by programme and payer.

    >>> import jamsostek as js
    >>> rider = js.SelfEmployed(income=1_000_000, sector="transport")
    >>> (total(js.contributions(rider, month=m) for m in js.months("2026-01", "2026-12")) * 25_808).total
    2601446400
    """

    bills: int
    amounts: tuple[tuple[Programme, Payer, int], ...]

    @property
    def total(self) -> int:
        """Everything together, rupiah."""
        return sum(amount for _, _, amount in self.amounts)

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
            raise errors.WrongType("Total * people", f"{people!r} is no number of people", "multiply by an int")
        if count < 0:
            raise errors.NegativeAmount("Total * people", f"{count} is negative", "multiply by the number of people")
        amounts = tuple((programme, payer, amount * count) for programme, payer, amount in self.amounts)
        return evolve(self, bills=self.bills * count, amounts=amounts)

    __rmul__ = __mul__

    def __add__(self, other: Total) -> Total:
        """Two totals together."""
        return _add(self.bills + other.bills, (*self.amounts, *other.amounts))

    def __repr__(self) -> str:
        inner = ", ".join(f"{programme} {payer} {number(amount)}" for programme, payer, amount in self.amounts)
        return f"<Total of {number(self.bills)} bills: {inner}; total {number(self.total)}>"

    def _repr_html_(self) -> str:
        from ._html import rows_html

        rows: list[tuple[str, ...]] = [
            (str(each), payer.label_en, number(amount)) for each, payer, amount in self.amounts
        ]
        return rows_html(("programme", "payer", "rupiah"), [*rows, ("", "total", number(self.total))])


def total(bills: Iterable[Bill]) -> Total:
    """Add bills up by programme and payer.

    >>> import jamsostek as js
    >>> total([js.contributions(js.SelfEmployed(income=0), month="2025-12")]).by_programme
    {<Programme.JKK: 'JKK'>: 10000, <Programme.JKM: 'JKM'>: 6800}
    """
    listed = list(bills)
    for bill in listed:
        if not isinstance(bill, Bill):
            raise errors.WrongType("total", f"{bill!r} is no bill", "give bills, as contributions() returns them")
    return _add(len(listed), ((line.programme, line.payer, line.amount) for bill in listed for line in bill))


def _add(count: int, lines: Iterable[tuple[Programme, Payer, int]]) -> Total:
    sums: dict[tuple[Programme, Payer], int] = {}
    for programme, payer, amount in lines:
        sums[programme, payer] = sums.get((programme, payer), 0) + amount
    return Total(count, tuple((programme, payer, amount) for (programme, payer), amount in sums.items()))
