"""Dated tables: one per legal quantity, each version with its value, citation and the clock that governs it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar, cast

from attrs import evolve, field, frozen

from . import errors
from ._citations import Citation, Instrument
from ._months import Month, as_month
from .units import Unit

T = TypeVar("T")
_OPEN = date.max.toordinal()


class Clock(StrEnum):
    """Which event's date chooses the version of a rule."""

    CONTRIBUTION_MONTH = "contribution month"
    BIRTHDAY = "birthday on which an age is reached"
    EVENT = "date of the event"
    ACCIDENT = "date of the accident"
    DEATH = "date of death"
    DISMISSAL = "date of dismissal"
    REGISTRATION = "date of registration"
    CLAIM = "date of the claim"
    PAYMENT = "date of payment"
    SANCTION = "date of the sanction"
    YEAR = "calendar year"
    BENEFIT_MONTH = "month of the benefit"
    ACQUISITION = "day on which a sum is acquired"
    PENSION = "event that gives a right to a pension"
    PENSION_MONTH = "month for which a pension is paid"
    CONTRACT = "date of the construction contract"
    CHANGE = "date of the change"


class Horizon(StrEnum):
    """What a table says past its last row."""

    OPEN = "in force until changed"
    YEARLY = "announced year by year"
    WINDOW = "nothing outside its rows"
    REPLACED = "replaced since by a regulation that was not read"


class Moment(NamedTuple):
    """A date and what it is the date of."""

    clock: Clock
    on: date


class Row(NamedTuple, Generic[T]):
    """One version: in force from ``since`` to ``until`` (both included; None: until the next row, or until changed)."""

    since: date
    value: T
    cites: tuple[Citation, ...]
    until: date | None = None


def row(since: str, value: T, *cites: Citation, until: str | None = None) -> Row[T]:
    """A row by months ("2016-03": the first day, or as ``until`` the last) or by full dates ("2025-02-07")."""
    return Row(first_day(since), value, cites, None if until is None else last_day(until))


def first_day(text: str | date | Month) -> date:
    """The date meant by the start of a version."""
    return _day(text) or as_month(cast("str | Month", text), "since").first_day


def last_day(text: str | date | Month) -> date:
    """The date meant by the end of a version."""
    return _day(text) or as_month(cast("str | Month", text), "until").last_day


def _day(given: object) -> date | None:
    if isinstance(given, date):
        return date(given.year, given.month, given.day)
    if isinstance(given, str) and len(given) == len("2025-02-07"):
        try:
            return date.fromisoformat(given)
        except ValueError:
            return None
    return None


@frozen
class Dated(Generic[T]):
    """The versions of one legal quantity, strictly ascending, each cited; checked when the table is made.

    Raises ``InvalidTable`` for rows that overlap, descend, lack a citation or hold a value of another kind than the
    unit's. ``Law.row`` looks a version up; a table alone does not know overrides. ``successor`` is what replaced the
    last version of a table that was ``REPLACED``; None: not known, or nothing did. ``unread`` are the
    instruments that governed before the first version and were not read, in order.
    """

    name: str
    label_en: str
    label_id: str
    unit: Unit[T]
    clock: Clock
    rows: tuple[Row[T], ...]
    horizon: Horizon = Horizon.OPEN
    successor: Instrument | None = field(default=None, repr=False)
    unread: tuple[Instrument, ...] = field(default=(), repr=False)
    _ticks: tuple[int, ...] = field(init=False, eq=False, repr=False)
    _ends: tuple[int, ...] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if not self.rows:
            raise errors.InvalidTable(self.name, "the table is empty", "give at least one row")
        for found in self.rows:
            self._check(found)
        for before, after in pairwise(self.rows):
            if after.since <= (before.until or before.since):
                raise errors.InvalidTable(
                    self.name, f"the row of {after.since} does not follow that of {before.since}", "put rows in order"
                )
        object.__setattr__(self, "_ticks", tuple(found.since.toordinal() for found in self.rows))
        object.__setattr__(
            self, "_ends", tuple(_OPEN if found.until is None else found.until.toordinal() for found in self.rows)
        )

    def _check(self, found: Row[T]) -> None:
        where = f"{self.name} from {found.since}"
        if not found.cites:
            raise errors.InvalidTable(where, "no citation", "say which article the value stands in")
        if not self.unit.check(found.value):
            first = self.rows[0].value
            such = f", such as {first!r}" if isinstance(first, Fraction) and found is not self.rows[0] else ""
            what = f"{found.value!r} is no {self.unit.label_en}"
            raise errors.InvalidTable(where, what, f"give a value of that kind{such}")
        if found.until is not None and found.until < found.since:
            raise errors.InvalidTable(where, f"it ends on {found.until}, before it starts", "put its days in order")

    def find(self, moment: Moment) -> Row[T] | None:
        """The row in force at a moment, None where there is none. Raises ``WrongClock``."""
        if moment.clock is not self.clock:
            raise errors.WrongClock(
                self.name, f"it goes by the {self.clock}, not by the {moment.clock}", "ask with the date that governs"
            )
        tick = moment.on.toordinal()
        at = bisect_right(self._ticks, tick) - 1
        return self.rows[at] if at >= 0 and tick <= self._ends[at] else None

    def spans(self) -> Iterator[tuple[date, date | None, Row[T]]]:
        """Each row with its first and its last day in force, None where it is still open."""
        for found, after in zip(self.rows, (*self.rows[1:], None), strict=True):
            until = found.until
            if until is None and after is not None:
                until = after.since - timedelta(days=1)
            yield found.since, until, found

    def with_value(self, since: date, until: date | None, value: T, cites: tuple[Citation, ...]) -> Dated[T]:
        """The same table with another value from ``since`` to ``until`` (None: from then on, whatever came later)."""
        kept: list[Row[T]] = []
        for start, end, found in self.spans():
            if start < since:
                stop = since - timedelta(days=1)
                kept.append(found._replace(until=end if end is not None and end < stop else stop))
            if until is not None and (end is None or end > until):
                kept.append(found._replace(since=max(start, until + timedelta(days=1)), until=end))
        horizon = Horizon.OPEN if until is None and self.horizon is not Horizon.WINDOW else self.horizon
        return evolve(
            self,
            rows=tuple(sorted((*kept, Row(since, value, cites, until)), key=lambda found: found.since)),
            horizon=horizon,
        )
