"""The months that count for a pension (masa iur), the wages of their years, the density of payment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from .. import errors
from .._cover import last_due
from .._history import Count, History, MonthRecord, MonthState
from .._kinds import Programme
from .._law import Law
from .._member import Membership, after_end
from .._months import Month, span
from .._people import Participant, WageEarner
from .._programmes import MONTHS_ON, duty_table
from .._readings import Reading
from .._readings_of_pension import COUNTED_WAGE
from .._readings_of_pension_rights import DENSITY_OF_PAYMENT, PAID_AFTER_EVENT, SEVERAL_EMPLOYERS_IN_JP
from ..payment.rules import due_date
from ..readings import FOREIGNERS_IN_JP, LAST_MONTH_OF_JP
from .law import WAGE_CEILING

START = Month("2015-07")


class YearOfWages(NamedTuple):
    """The months of a calendar year that count, and their counted wages together, rupiah."""

    year: int
    months: int
    total: int

    @property
    def wage(self) -> Fraction:
        """The counted wage of a month, the mean of the year's months that count."""
        return Fraction(self.total, self.months)


class PaidMonth(NamedTuple):
    """A month that counts: its counted wage (None: not known), and the wages that contributions were paid on."""

    month: Month
    wage: int | None
    bases: tuple[int, ...]


class Record(NamedTuple):
    """What a member's record says on an event.

    ``months`` are those that count (masa iur), ``paid`` each with its wage, in order; ``unknown`` those of which it is
    not known whether they were paid. ``later`` are months up to the event that were not due yet and that nobody
    recorded: they may still count. ``density`` is the least and the most share paid.
    """

    months: Count
    paid: tuple[PaidMonth, ...]
    unknown: tuple[Month, ...]
    later: int
    density: tuple[Fraction, Fraction]
    readings: tuple[Reading, ...]

    @property
    def wages_unknown(self) -> tuple[Month, ...]:
        """The months paid whose wage is not known."""
        return tuple(each.month for each in self.paid if each.wage is None)

    @property
    def years(self) -> tuple[YearOfWages, ...]:
        """The counted wages by calendar year; months whose wage is not known are left out."""
        return years_of(self.paid)


def years_of(paid: Iterable[PaidMonth]) -> tuple[YearOfWages, ...]:
    """Counted wages by calendar year."""
    found: dict[int, list[int]] = {}
    for each in paid:
        if each.wage is not None:
            entry = found.setdefault(each.month.index // 12, [0, 0])
            entry[0] += 1
            entry[1] += each.wage
    return tuple(YearOfWages(year, *entry) for year, entry in sorted(found.items()))


def in_jp(participant: Participant, month: Month, law: Law) -> bool:
    """Whether somebody takes part in JP in a month: named among his programmes, or bound to by the employer's duty."""
    if not isinstance(participant, WageEarner):
        return False
    person = participant.person
    if person is not None and person.citizen is False and law.option(FOREIGNERS_IN_JP) == "not_covered":
        return False
    if participant.programmes is not None:
        return Programme.JP in participant.programmes
    table, _ = duty_table(participant, law)
    row = law.find(table, law.moment(month))
    return row is not None and Programme.JP in row.value.must


def last_month(reached: date | None, law: Law) -> Month | None:
    """The last month of contributions by the pension age; None: no end, or the age is not known."""
    months_on = MONTHS_ON[law.option(LAST_MONTH_OF_JP)]
    return None if reached is None or months_on is None else Month.of(reached) + months_on


class _Ceilings:
    """The ceiling by month, each version looked up once."""

    def __init__(self, law: Law) -> None:
        self._law = law
        self._first = self._last = -1
        self._ceiling = 0

    def of(self, month: Month) -> int:
        """The ceiling of a month."""
        if not self._first <= month.index <= self._last:
            try:
                row = self._law.row(WAGE_CEILING, self._law.moment(month))
            except errors.NotAnnounced:
                what = f"the ceiling of wages of {month} is not announced"
                mend = f'take jp.scenario(law, growth={{{month.first_day.year - 1}: "5 %"}}) on your law'
                raise errors.NotAnnounced(WAGE_CEILING.name, what, mend) from None
            self._first, self._ceiling = Month.of(row.since).index, row.value
            self._last = self._first if row.until is None else Month.of(row.until).index
            if self._last < month.index:  # kept past its last period, or in force from then on
                self._first = self._last = month.index
        return self._ceiling


def record(
    memberships: Iterable[Membership], *, on: date, law: Law, reached: date | None = None, as_if: bool = False
) -> Record:
    """What the memberships in JP say on an event ``on`` a day, months after it left out.

    ``reached`` is the day of the pension age, None: it does not matter. ``as_if``: nobody enrolled him, and every month
    worked counts as paid. Raises ``NotAnnounced`` for a month without a ceiling, ``TooEarly`` for one paid before
    registration, ``Contradiction`` for one after the end.
    """
    memberships = tuple(memberships)
    errors.raise_together("jp", (fault for each in memberships for fault in (*_too_early(each), after_end(each))))
    readings: list[Reading] = []
    until = last = Month.of(on)
    if reached is not None and last >= Month.of(reached):
        readings.append(LAST_MONTH_OF_JP)
        until = min(last, last_month(reached, law) or last)
    states: dict[int, list[MonthState | None]] = {}
    wages: dict[int, list[int | None]] = {}
    months: dict[int, Month] = {}
    later: set[int] = set()
    for each in memberships:
        for month, state, wage in _months(each, on, until, law, readings, later, as_if=as_if):
            index = month.index
            months[index] = month
            states.setdefault(index, []).append(state)
            if state is MonthState.PAID:
                wages.setdefault(index, []).append(wage)
    best = {index: _best(states[index]) for index in sorted(states)}
    ceilings = _Ceilings(law)
    paid = tuple(_counted(months[index], wages[index], ceilings, law, readings) for index in sorted(wages))
    unknown = tuple(months[index] for index, state in best.items() if state is None)
    return Record(
        Count(len(paid), len(paid) + len(unknown)),
        paid,
        unknown,
        len(later - set(wages)),
        _density(list(best.values()), law, readings),
        tuple(dict.fromkeys(readings)),
    )


def _too_early(membership: Membership) -> Iterator[errors.TooEarly]:
    """Months paid before the registration of a membership."""
    since, history = membership.since, membership.history
    if since is None or history is None or history.first.index >= Month.of(since).index:
        return
    for each in history.records[: Month.of(since) - history.first]:
        if each.state is MonthState.PAID and each.month.index >= START.index:
            what = f"a wage before registration on {since}"
            yield errors.TooEarly(str(each.month), what, "mend the month or the registration")


def _months(
    membership: Membership, on: date, until: Month, law: Law, readings: list[Reading], later: set[int], *, as_if: bool
) -> Iterator[tuple[Month, MonthState | None, int | None]]:
    """Each month of a membership in JP with its state on a day and its wage."""
    who, history = membership.participant, membership.history
    due = last_due(who, on, Programme.JP, law)
    first, last, last_owed = START.index, until.index, due.index
    taking: dict[tuple[int, int], bool] = {}
    for each in () if history is None else history.records:
        index = each.month.index
        if not first <= index <= last:
            continue
        present = each.participant or who
        key = id(present), index // 12
        if key not in taking:
            taking[key] = in_jp(present, each.month, law)
        state = each.state
        if each.paid_on is not None and each.paid_on > on:
            state = _paid_late(each, on, present, law, readings)
        if as_if and state is MonthState.UNPAID:
            state = MonthState.PAID
        if taking[key] and (state is MonthState.PAID or index <= last_owed):
            yield each.month, state, each.wage
    since = START if membership.since is None else max(Month.of(membership.since), START)
    start = since if history is None else history.last + 1
    ended = None if membership.ended is None else Month.of(membership.ended)
    if not in_jp(who, max(until, START), law):
        return
    for month in span(start, until):
        working = ended is None or month <= ended
        if month <= due:
            yield month, None if working else MonthState.NOT_OWED, None
        elif working:
            later.add(month.index)


def paid_of(history: History, until: Month, law: Law, readings: list[Reading]) -> tuple[PaidMonth, ...]:
    """The months of a record paid up to a month; without a wage also those of which the state is not known."""
    ceilings = _Ceilings(law)
    return tuple(
        _counted(each.month, [None if each.state is None else each.wage], ceilings, law, readings)
        for each in history.records
        if each.state in (MonthState.PAID, None) and START.index <= each.month.index <= until.index
    )


def _paid_late(record: MonthRecord, on: date, who: Participant, law: Law, readings: list[Reading]) -> MonthState:
    """The state of a month that was paid after the event: paid where that was in time."""
    assert record.paid_on is not None  # asked of months paid later alone
    if record.paid_on <= due_date(Programme.JP, who, record.month, None, law).on:
        return MonthState.PAID
    readings.append(PAID_AFTER_EVENT)
    return MonthState.PAID if law.option(PAID_AFTER_EVENT) == "counted" else MonthState.UNPAID


def _best(states: list[MonthState | None]) -> MonthState | None:
    """The state of a month in all memberships together."""
    for state in (MonthState.PAID, None, MonthState.UNPAID):
        if state in states:
            return state
    return MonthState.NOT_OWED


def _counted(
    month: Month, wages: list[int | None], ceilings: _Ceilings, law: Law, readings: list[Reading]
) -> PaidMonth:
    """A month paid: the wages from all employers up to the ceiling; not known where one of them is not."""
    if len(wages) == 1 and wages[0] is not None and wages[0] <= ceilings.of(month):  # most months
        return PaidMonth(month, wages[0], (wages[0],))
    known = [wage for wage in wages if wage is not None]
    if len(known) < len(wages):
        return PaidMonth(month, None, ())
    ceiling, total = ceilings.of(month), sum(known)
    if total <= ceiling:
        return PaidMonth(month, total, tuple(known))
    readings.append(COUNTED_WAGE)
    bases = tuple(min(wage, ceiling) for wage in known)
    if law.option(COUNTED_WAGE) == "whole":
        return PaidMonth(month, total, bases)
    if len(known) == 1:
        return PaidMonth(month, ceiling, bases)
    readings.append(SEVERAL_EMPLOYERS_IN_JP)
    return PaidMonth(month, ceiling if law.option(SEVERAL_EMPLOYERS_IN_JP) == "sum" else sum(bases), bases)


def _density(states: list[MonthState | None], law: Law, readings: list[Reading]) -> tuple[Fraction, Fraction]:
    """The least and the most share of months paid, since the first contribution."""
    start = next((at for at, state in enumerate(states) if state in (MonthState.PAID, None)), len(states))
    membership = states[start:]
    owed = [state for state in membership if state is not MonthState.NOT_OWED]
    if len(owed) != len(membership):
        readings.append(DENSITY_OF_PAYMENT)
    counted = owed if law.option(DENSITY_OF_PAYMENT) == "of_owed" else membership
    paid, unknown, months = counted.count(MonthState.PAID), counted.count(None), max(len(counted), 1)
    return Fraction(paid, months), Fraction(paid + unknown, months)
