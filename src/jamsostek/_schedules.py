"""Kinds of schedule: what a line of a bill counts (its base) and what share or sum of it is due.

Each kind is read exactly here; ``frames`` reads the same objects as columns.
"""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from typing import Any, ClassVar

from attrs import frozen

from ._dated import Dated, Moment, Row
from ._law import Law
from .readings import INCOME_BETWEEN_BRACKETS
from .units import Bracket

# What counts: the amount in rupiah, and the version of law that made it so (None: the wage itself).
Counted = tuple[int, Row[Any] | None]


@frozen(eq=False, repr=False)
class Wage:
    """The reported monthly wage (upah sebulan), without floor or ceiling."""

    tables: ClassVar[tuple[Dated[Any], ...]] = ()

    def read(self, given: int, _law: Law, _moment: Moment) -> Counted:
        """The wage as it is."""
        return given, None


@frozen(eq=False, repr=False)
class CappedWage:
    """The reported monthly wage up to a ceiling (batas atas upah)."""

    ceiling: Dated[int]

    @property
    def tables(self) -> tuple[Dated[Any], ...]:
        """The tables read."""
        return (self.ceiling,)

    def read(self, given: int, law: Law, moment: Moment) -> Counted:
        """The wage, or the ceiling of the moment where the wage is higher."""
        row = law.row(self.ceiling, moment)
        return min(given, row.value), row


@frozen(eq=False, repr=False)
class ReferenceIncome:
    """The reference income (dasar penghasilan) of the bracket that an income lies in."""

    brackets: Dated[tuple[Bracket, ...]]
    lowest_only: bool = False

    @property
    def tables(self) -> tuple[Dated[Any], ...]:
        """The tables read."""
        return (self.brackets,)

    def read(self, given: int, law: Law, moment: Moment) -> Counted:
        """The reference income of the bracket."""
        row = law.row(self.brackets, moment)
        if self.lowest_only:
            return row.value[0].reference, row
        return bracket_of(given, row.value, law.option(INCOME_BETWEEN_BRACKETS)).reference, row


def bracket_of(income: int, brackets: tuple[Bracket, ...], between: str) -> Bracket:
    """The bracket of an income; ``between`` is the option of the reading on incomes between two rows."""
    at = bisect_right(brackets, income, key=_least) - 1
    most = brackets[at].most
    if between == "upper_row" and most is not None and income > most:
        return brackets[at + 1]
    return brackets[at]


def falls_between(income: int, brackets: tuple[Bracket, ...]) -> bool:
    """Whether an income lies between two rows as printed."""
    most = bracket_of(income, brackets, "lower_row").most
    return most is not None and income > most


def _least(bracket: Bracket) -> int:
    return bracket.least


Base = Wage | CappedWage | ReferenceIncome


@frozen(eq=False, repr=False)
class Share:
    """A share of a base."""

    base: Base
    rate: Dated[Fraction]

    @property
    def tables(self) -> tuple[Dated[Any], ...]:
        """The tables read."""
        return (*self.base.tables, self.rate)

    def read_rate(self, _risk_group: int | None, law: Law, moment: Moment) -> tuple[Fraction, Row[Any]]:
        """The share in force, and its version."""
        row = law.row(self.rate, moment)
        return row.value, row


@frozen(eq=False, repr=False)
class RiskShare:
    """A share of a base that goes by the risk group, 1 to 5."""

    base: Base
    rate: Dated[tuple[Fraction, ...]]

    @property
    def tables(self) -> tuple[Dated[Any], ...]:
        """The tables read."""
        return (*self.base.tables, self.rate)

    def read_rate(self, risk_group: int | None, law: Law, moment: Moment) -> tuple[Fraction, Row[Any]]:
        """The share of the risk group in force, and its version."""
        assert risk_group is not None  # a bill asks for the group first
        row = law.row(self.rate, moment)
        return row.value[risk_group - 1], row


@frozen(eq=False, repr=False)
class Flat:
    """A fixed sum a month, whatever is earned."""

    amount: Dated[int]

    @property
    def tables(self) -> tuple[Dated[Any], ...]:
        """The tables read."""
        return (self.amount,)


Schedule = Share | RiskShare | Flat
