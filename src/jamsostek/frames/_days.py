"""Days of the rows, one for all or one per row, as yyyymmdd; the law by them, and the calendar in whole numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeVar

from .._dated import Dated, Row
from .._law import Law
from ..readings import BORN_ON_29_FEBRUARY
from ._enrolled import is_leap
from ._expressions import Number, Truth, both, chosen, compared, either, is_at, is_below, negated
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
    year = number // 10_000
    month = sheet.put(f"{name}_month", year * 12 + (number - year * 10_000) // 100 - 1)
    of_month = sheet.put(f"{name}_of_month", number - number // 100 * 100)
    sheet.step()
    return Day(number, month, of_month)


def days_in(sheet: Sheet, months: Mapping[str, Any]) -> dict[str, Number]:
    """How many days each of some months has, of its index; all of them in the same steps."""
    years = {name: sheet.put(f"{name}_year", month // 12) for name, month in months.items()}
    sheet.step()
    return _days_in(sheet, months, years)


def _days_in(sheet: Sheet, months: Mapping[str, Any], years: Mapping[str, Any]) -> dict[str, Number]:
    found: dict[str, Number] = {}
    for name, month in months.items():
        place = month - years[name] * 12
        short, february = either(*(is_at(place, each) for each in (3, 5, 8, 10))), is_at(place, 1)
        common = chosen(february, 28, chosen(short, 30, 31))
        found[name] = sheet.put(f"{name}_days", chosen(both(february, is_leap(years[name])), 29, common))
    sheet.step()
    return found


def months_after(sheet: Sheet, wanted: Mapping[str, tuple[Day, Number]]) -> dict[str, Number]:
    """Of each name the same day so many months later, or the last of that month where it has no such day; yyyymmdd."""
    months = {name: sheet.put(f"{name}_later", day.month + count) for name, (day, count) in wanted.items()}
    years = {name: sheet.put(f"{name}_year", (day.month + count) // 12) for name, (day, count) in wanted.items()}
    sheet.step()
    days = _days_in(sheet, months, years)
    found: dict[str, Number] = {}
    for name, (day, _) in wanted.items():
        of_month = chosen(is_below(days[name] - day.of_month, 0), days[name], day.of_month)
        number = years[name] * 10_000 + (months[name] - years[name] * 12 + 1) * 100 + of_month
        found[name] = sheet.put(f"{name}_day", number)
    sheet.step()
    return found


def birthday(sheet: Sheet, name: str, born: Any, age: Number) -> Number:
    """The day on which an age is reached, yyyymmdd; 29 February of a common year by the law's reading."""
    late = sheet.law.option(BORN_ON_29_FEBRUARY) == "1_march"
    reached = sheet.put(f"{name}_birthday", born + age * 10_000)
    year = sheet.put(f"{name}_birth_year", born // 10_000 + age)
    sheet.step()
    missed = both(is_at(reached - year * 10_000, 229), negated(is_leap(year)))
    found = sheet.put(f"{name}_reached", chosen(missed, reached + (72 if late else -1), reached))
    sheet.step()
    return found


def weekends(sheet: Sheet, days: Mapping[str, tuple[Any, Number]]) -> dict[str, tuple[Truth, Truth]]:
    """Whether each of some days, by month and day of the month, is a Saturday or a Sunday; by Zeller's congruence."""
    years = {  # they begin with March
        name: sheet.put(f"{name}_zeller_year", (month - 2) // 12) for name, (month, _) in days.items()
    }
    sheet.step()
    sums: dict[str, Any] = {}
    for name, (month, of_month) in days.items():
        year = years[name]
        place = month - 2 - year * 12 + 3  # 3 is March, 14 February
        leaps = year // 4 - year // 100 + year // 400
        sums[name] = sheet.put(f"{name}_zeller", of_month + 13 * (place + 1) // 5 + year + leaps)
    sheet.step()
    rests = {name: sheet.put(f"{name}_weekday", found - found // 7 * 7) for name, found in sums.items()}
    sheet.step()
    return {name: (is_at(rest, 0), is_at(rest, 1)) for name, rest in rests.items()}


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
