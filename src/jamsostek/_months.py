"""Calendar months: the clock of contributions."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from . import errors

_MEND = 'give a month as "YYYY-MM", such as "2026-03"'


def _index(text: str) -> int:
    if isinstance(text, str) and len(text) == 7 and text[4] == "-" and text.isascii():
        year, month = text[:4], text[5:]
        if year.isdigit() and month.isdigit() and 1 <= int(month) <= 12 and int(year) >= 1:
            return int(year) * 12 + int(month) - 1
    if isinstance(text, date) or (isinstance(text, str) and _is_date(text)):
        raise errors.DateForMonth("month", f"{text!s} is a full date", f"{_MEND}, or Month.of(date)")
    raise errors.NotAMonth("month", f"{text!r} is no month", _MEND)


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@frozen(order=True, repr=False)
class Month:
    """One calendar month (bulan), written "YYYY-MM"; adding an int moves by months, subtracting a month counts them.

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
        return cls.at(day.year * 12 + day.month - 1)

    @classmethod
    def at(cls, index: int) -> Month:
        """The month with this index, which is year x 12 + month - 1."""
        month = cls.__new__(cls)
        object.__setattr__(month, "index", index)
        return month

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
        return Month.at(self.index + months)

    def __sub__(self, other: Month) -> int:
        return self.index - other.index

    def __str__(self) -> str:
        year, month = divmod(self.index, 12)
        return f"{year:04}-{month + 1:02}"

    def __repr__(self) -> str:
        return f'Month("{self}")'


def as_month(value: Month | str) -> Month:
    """A month from what the caller gave for one."""
    return value if isinstance(value, Month) else Month(value)


def months(first: Month | str, last: Month | str) -> tuple[Month, ...]:
    """All months from the first to the last, both included; empty where the last lies before the first.

    >>> months("2025-12", "2026-02")
    (Month("2025-12"), Month("2026-01"), Month("2026-02"))
    """
    return tuple(Month.at(index) for index in range(as_month(first).index, as_month(last).index + 1))
