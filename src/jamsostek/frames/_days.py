"""Days of the rows, one for all or one per row, as yyyymmdd; the law by them, and the calendar in whole numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple, TypeVar

from .._dated import Dated, Row
from .._law import Law
from ..readings import BORN_ON_29_FEBRUARY
from ._enrolled import is_leap
from ._expressions import Number, Truth, both, chosen, compared, either, is_at, negated
from ._sheet import Sheet, ordinal

T = TypeVar("T")


class Day(NamedTuple):
    """A day taken apart: the number yyyymmdd, the index of its month, the day of the month."""

    number: Number
    month: Number
    of_month: Number

    @property
    def year(self) -> Number:
        """The calendar year."""
        return self.month // 12


def parted(sheet: Sheet, name: str, number: Any) -> Day:
    """A day taken apart, each part a column of its own."""
    months = sheet.put(f"{name}_months", number // 100)
    sheet.step()
    year = sheet.put(f"{name}_year", months // 100)
    of_month = sheet.put(f"{name}_of_month", number - months * 100)
    sheet.step()
    month = sheet.put(f"{name}_month", year * 12 + (months - year * 100) - 1)
    sheet.step()
    return Day(number, month, of_month)


def days_in(sheet: Sheet, name: str, month: Any) -> Number:
    """How many days a month has, of its index."""
    year = sheet.put(f"{name}_year", month // 12)
    sheet.step()
    place = sheet.put(f"{name}_place", month - year * 12)
    leap = sheet.put(f"{name}_leap", is_leap(year))
    sheet.step()
    short, february = either(*(is_at(place, each) for each in (3, 5, 8, 10))), is_at(place, 1)
    common = chosen(february, 28, chosen(short, 30, 31))
    found = sheet.put(f"{name}_days", chosen(both(february, leap), 29, common))
    sheet.step()
    return found


def months_after(sheet: Sheet, name: str, day: Day, months: Number) -> Number:
    """The same day so many months later, or the last of that month where it has no such day; yyyymmdd."""
    month = sheet.put(f"{name}_later", day.month + months)
    sheet.step()
    days = days_in(sheet, name, month)
    year = sheet.put(f"{name}_later_year", month // 12)
    sheet.step()
    of_month = chosen(compared(day.of_month - days, lambda over: over > 0), days, day.of_month)
    found = sheet.put(f"{name}_after", year * 10_000 + (month - year * 12 + 1) * 100 + of_month)
    sheet.step()
    return found


def birthday(sheet: Sheet, name: str, born: Any, age: Number) -> Number:
    """The day on which an age is reached, yyyymmdd; 29 February of a common year by the law's reading."""
    late = sheet.law.option(BORN_ON_29_FEBRUARY) == "1_march"
    reached = sheet.put(f"{name}_birthday", born + age * 10_000)
    sheet.step()
    year = sheet.put(f"{name}_birth_year", reached // 10_000)
    sheet.step()
    missed = both(is_at(reached - year * 10_000, 229), negated(is_leap(year)))
    found = sheet.put(f"{name}_reached", chosen(missed, reached + (72 if late else -1), reached))
    sheet.step()
    return found


def is_weekend(sheet: Sheet, name: str, month: Any, of_month: Number) -> tuple[Truth, Truth]:
    """Whether a day is a Saturday, whether it is a Sunday; by Zeller's congruence."""
    early = sheet.put(f"{name}_zeller_month", month - 2)  # the year begins with March
    sheet.step()
    year = sheet.put(f"{name}_zeller_year", early // 12)
    sheet.step()
    place = early - year * 12 + 3  # 3 is March, 14 February
    sum_of = sheet.put(
        f"{name}_zeller", of_month + 13 * (place + 1) // 5 + year + year // 4 - year // 100 + year // 400
    )
    sheet.step()
    rest = sheet.put(f"{name}_weekday", sum_of - sum_of // 7 * 7)
    sheet.step()
    return is_at(rest, 0), is_at(rest, 1)


class Span(NamedTuple):
    """A run of days in which a table has one row; ``until`` None: open."""

    since: date
    until: date | None
    row: Row[Any]


class Days(NamedTuple):
    """The days of the rows under a law: what tables say on them."""

    law: Law
    number: Number

    def from_on(self, day: date) -> Truth:
        """Whether the day is this one or later."""
        return compared(self.number, lambda number: number >= ordinal(day))

    def within(self, span: Span) -> Truth:
        """Whether the day lies in a span."""
        begun = self.from_on(span.since)
        if span.until is None:
            return begun
        end = ordinal(span.until)
        return both(begun, compared(self.number, lambda number: number <= end))

    def spans(self, table: Dated[Any]) -> Iterator[Span]:
        """The rows of a table, as the law has it, with their days; of a fixed day, its row alone."""
        for since, until, row in self.law.table(table).spans():
            span = Span(since, until, row)
            if self.within(span) is not False:
                yield span

    def covered(self, table: Dated[Any]) -> Truth:
        """Whether the table has a version for the day."""
        return either(*(self.within(span) for span in self.spans(table)))

    def read(self, table: Dated[T], how: Callable[[T], Number]) -> Number:
        """What a table says on the day; where it has no version, whatever: the caller looks to ``covered``."""
        found: Number | None = None
        for since, _, row in self.spans(table):
            number = how(row.value)
            found = number if found is None else chosen(self.from_on(since), number, found)
        return 0 if found is None else found
