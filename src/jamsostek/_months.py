"""Calendar months: the clock of contributions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import cast, overload

from attrs import field, frozen

from . import errors

_MEND = 'give a month as "YYYY-MM", such as "2026-03"'
_YEARS = range(1900, 3000)


def _index(text: str, where: str = "month") -> int:
    if isinstance(text, str) and len(text) == len("2026-03") and text[4] == "-" and text.isascii():
        year, month = text[:4], text[5:]
        if year.isdigit() and month.isdigit() and 1 <= int(month) <= 12 and int(year) in _YEARS:
            return int(year) * 12 + int(month) - 1
    if isinstance(text, date) or (isinstance(text, str) and _is_date(text)):
        raise errors.DateForMonth(where, f"{text!s} is a full date", f"{_MEND}, or Month.of(date)")
    raise errors.NotAMonth(where, f"{text!r} is no month", _MEND)


def month_error(where: str, given: object) -> errors.JamsostekError | None:
    """What is wrong with a month, None if nothing is."""
    if given is None:
        return None
    try:
        as_month(cast("str", given), where)
    except errors.JamsostekError as error:
        return error
    return None


def date_error(where: str, day: object, *, needed: bool = False) -> errors.JamsostekError | None:
    """What is wrong with a day, None if nothing is; one that is not known is wrong where it is needed."""
    if day is None and not needed:
        return None
    if isinstance(day, date) and not isinstance(day, datetime):
        return None
    what = "no day is given" if day is None else f"{day!r} is no plain date"
    return errors.NotADate(where, what, "give a datetime.date, such as date(1990, 6, 15)")


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@frozen(order=False, repr=False)
class Month:
    """One calendar month (bulan), written "YYYY-MM"; adding or subtracting an int moves by months, the
    difference of two months counts them.

    Raises ``NotAMonth``, or ``DateForMonth`` for a full date: ``Month.of`` takes the month out of a date.

    >>> Month("2026-03") + 1, Month("2026-03") - Month("2025-12"), str(Month.of(date(2026, 3, 31)))
    (Month("2026-04"), 3, '2026-03')
    """

    index: int = field(converter=_index, alias="text")

    @classmethod
    def of(cls, day: date) -> Month:
        """The month that a date lies in."""
        if not isinstance(day, date):
            raise errors.NotADate("Month.of", f"{day!r} is no date", "give a datetime.date")
        return month_at(day.year * 12 + day.month - 1)

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        year, month = divmod(self.index, 12)
        return date(year, month + 1, 1)

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        year, month = divmod(self.index + 1, 12)
        return date.fromordinal(date(year, month + 1, 1).toordinal() - 1)

    def __add__(self, months: int) -> Month:
        if type(months) is not int:
            raise errors.WrongType("Month + months", f"{months!r} is no number of months", "add an int")
        return month_at(self.index + months)

    @overload
    def __sub__(self, other: Month) -> int: ...
    @overload
    def __sub__(self, other: int) -> Month: ...
    def __sub__(self, other: Month | int) -> Month | int:
        if isinstance(other, Month):
            return self.index - other.index
        if type(other) is not int:
            raise errors.WrongType("Month - months", f"{other!r} is no number of months", "subtract an int or a Month")
        return self + -other

    # By hand: attrs would build tuples for each comparison.
    def __lt__(self, other: Month) -> bool:
        return self.index < other.index if isinstance(other, Month) else NotImplemented

    def __le__(self, other: Month) -> bool:
        return self.index <= other.index if isinstance(other, Month) else NotImplemented

    def __gt__(self, other: Month) -> bool:
        return self.index > other.index if isinstance(other, Month) else NotImplemented

    def __ge__(self, other: Month) -> bool:
        return self.index >= other.index if isinstance(other, Month) else NotImplemented

    def __str__(self) -> str:
        year, month = divmod(self.index, 12)
        return f"{year:04}-{month + 1:02}"

    def __repr__(self) -> str:
        return f'Month("{self}")'


def month_at(index: int) -> Month:
    """The month with this index, which is year x 12 + month - 1."""
    if index // 12 not in _YEARS:
        raise errors.NotAMonth("month", f"year {index // 12} is out of reach", _MEND)
    month = Month.__new__(Month)
    object.__setattr__(month, "index", index)
    return month


def as_month(value: Month | str, where: str = "month") -> Month:
    """A month from what the caller gave for one."""
    return value if isinstance(value, Month) else month_at(_index(value, where))


def runs_text(given: Iterable[Month]) -> str:
    """Months in any order for people, those in a row as one.

    >>> runs_text(months("2025-12", "2026-02") + months("2026-05", "2026-05"))
    '2025-12 – 2026-02, 2026-05'
    """
    runs: list[list[Month]] = []
    for month in sorted(set(given)):
        if runs and month - runs[-1][-1] == 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return ", ".join(f"{run[0]} – {run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)


def months(first: Month | str, last: Month | str) -> tuple[Month, ...]:
    """All months from the first to the last, both included. Raises ``Contradiction`` where the last lies before it.

    >>> months("2025-12", "2026-02")
    (Month("2025-12"), Month("2026-01"), Month("2026-02"))
    """
    start, end = as_month(first, "first"), as_month(last, "last")
    if end < start:
        raise errors.Contradiction("months", f"{last} lies before {first}", "give the first month first")
    return span(start, end)


def span(first: Month, last: Month) -> tuple[Month, ...]:
    """All months from the first to the last, both included; none where the last lies before the first."""
    return tuple(month_at(index) for index in range(first.index, last.index + 1))
