"""The contribution months of a frame, one for all rows or one per row, and the law read by them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple, TypeVar

import narwhals.stable.v2 as nw

from .._dated import Dated, Horizon
from .._law import Law
from .._months import Month
from ._expressions import Number, Truth, both, dialect_of, either, first_of, negated

T = TypeVar("T")
Run = tuple[int, int | None]
EARLIEST = 1900 * 12  # no month that is right lies before it


class Piece(NamedTuple):
    """A run of months, by index, in which a table has one value; ``last`` None: open."""

    first: int
    last: int | None
    value: Any


class Months(NamedTuple):
    """The months of the rows: one index for all, which is year x 12 + month - 1, or a column.

    ``column`` may hold indexes or dates; ``mark`` turns an index into what the column compares with.
    """

    law: Law
    fixed: int | None
    column: nw.Expr | None = None
    mark: Callable[[int], Any] = int

    @property
    def number(self) -> Number:
        """The index of the month, for reckoning with months."""
        if self.column is None:
            assert self.fixed is not None
            return self.fixed
        return (
            self.column if self.mark is int else _part(self.column.dt.year()) * 12 + _part(self.column.dt.month()) - 1
        )

    def from_on(self, first: int) -> Truth:
        """Whether the month is this one or later."""
        if self.column is None:
            assert self.fixed is not None
            return self.fixed >= first
        if first <= EARLIEST:
            return True
        begun: nw.Expr = self.column >= self.mark(first)
        return begun

    def within(self, first: int | None, last: int | None) -> Truth:
        """Whether the month lies in a run; None: open."""
        begun: Truth = True if first is None else self.from_on(first)
        return begun if last is None else both(begun, negated(self.from_on(last + 1)))

    def since(self, day: date) -> int:
        """The first month that a rule in force from a day governs."""
        month = Month.of(day)
        return month.index if self.law.moment(month).on >= day else month.index + 1

    def until(self, day: date) -> int:
        """The last month that a rule in force to a day governs."""
        month = Month.of(day)
        return month.index if self.law.moment(month).on <= day else month.index - 1

    def pieces(self, table: Dated[Any]) -> Iterator[Piece]:
        """The runs of months of a table, as the law has it; of a fixed month, its run alone."""
        found = self.law.table(table)
        endless = found.horizon is Horizon.YEARLY and found.name in self.law.assumed_unchanged
        for since, until, row in found.spans():
            first = self.since(since)
            last = None if until is None or (endless and row is found.rows[-1]) else self.until(until)
            if last is not None and last < first:
                continue
            if self.fixed is None or (first <= self.fixed and (last is None or self.fixed <= last)):
                yield Piece(first, last, row.value)

    def covered(self, table: Dated[Any]) -> Truth:
        """Whether the table has a version for the month."""
        return self.within_any(self.runs(table))

    def within_any(self, runs: Iterable[Run]) -> Truth:
        """Whether the month lies in one of the runs."""
        return either(*(self.within(first, last) for first, last in runs))

    def runs(self, *tables: Dated[Any]) -> list[Run]:
        """The runs of months that any of the tables covers, neighbours joined."""
        return joined((first, last) for table in tables for first, last, _ in self.pieces(table))

    def read(self, table: Dated[T], how: Callable[[T], Number]) -> Number:
        """What a table says for the month; where it has no version, whatever: the caller looks to ``covered``."""
        first, *others = [(piece.first, how(piece.value)) for piece in self.pieces(table)] or [(0, 0)]
        return first_of(((self.from_on(start), number) for start, number in reversed(others)), first[1])

    def endless(self, table: Dated[Any], since: int) -> bool:
        """Whether the table covers every month from one on."""
        return overlap(self.runs(table), [(since, None)]) == [(since, None)]


def joined(runs: Iterable[Run]) -> list[Run]:
    """Runs of months in order, neighbours and what overlaps made one."""
    found: list[Run] = []
    for first, last in sorted(runs, key=lambda run: run[0]):
        before = found[-1] if found else None
        if before is None or (before[1] is not None and before[1] < first - 1):
            found.append((first, last))
        elif before[1] is not None and (last is None or last > before[1]):
            found[-1] = before[0], last
    return found


def overlap(one: Iterable[Run], other: Iterable[Run]) -> list[Run]:
    """The months that lie in a run of both."""
    ends = list(other)
    both_runs = [
        (max(first, start), last if end is None else end if last is None else min(last, end))
        for first, last in one
        for start, end in ends
    ]
    return [(first, last) for first, last in both_runs if last is None or first <= last]


def _part(number: nw.Expr) -> nw.Expr:
    return number.cast(dialect_of(number).Int64)
