"""What was paid into a JHT account: the contributions of each paid month, and from which month they earn."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from attrs import evolve

from .. import errors
from .._dated import Dated
from .._history import MonthRecord, MonthState
from .._kinds import Programme
from .._law import Law
from .._member import Membership, after_end
from .._money import Rounding
from .._months import Month
from .._people import Participant, SelfEmployed, WageEarner
from .._programmes import CHANGES_BY_READING, duty_table, enrolment
from .._readings_of_savings import RETURN_STARTS
from .._schedules import bracket_of
from ..jkk.law import REFERENCE_INCOME
from ..readings import CONTRIBUTION_ROUNDING, INCOME_BETWEEN_BRACKETS
from .law import EMPLOYER_RATE, SELF_EMPLOYED_RATE, WORKER_RATE
from .savings_law import FIRST

FIRST_MONTH = Month(FIRST[:7])
_NEVER = 3000 * 12


class Deposit(NamedTuple):
    """The contributions of one month: by whom, rupiah; ``since`` is the month from which they earn.

    ``on`` is the day from which they earn where that goes by days, None where it goes by months.
    """

    month: Month
    employer: int
    worker: int
    own: int
    since: Month
    on: date | None

    @property
    def total(self) -> int:
        """All of it, rupiah."""
        return self.employer + self.worker + self.own


def deposits(
    membership: Membership, law: Law, *, after: Month | None = None, until: date | None = None, owed: bool = False
) -> list[Deposit]:
    """The deposits of a membership, month by month, of contribution months from ``after`` on, paid by ``until``.

    ``owed``: those that should have been paid, on the first of their month, whatever was. Raises ``MissingFact`` for a
    month of which it is not known whether it was paid, or what was earned, ``TooEarly`` for a month before
    registration, ``Contradiction`` for one after the end, ``BeforeLaw`` for months before July 2015, several as
    ``SeveralErrors``.
    """
    history, who = membership.history, membership.participant
    if history is None:
        if not isinstance(who, WageEarner) and Programme.JHT not in (who.programmes or ()):
            return []  # JHT is theirs to join, and they did not
        raise errors.MissingFact("history", "it is not known which months were paid", "give the membership a History")
    records = [each for each in history if each.state is not MonthState.NOT_OWED and _counts(each, after)]
    _check(membership, records, owed=owed)
    reader = _Reader(membership, law, owed=owed)
    option = "month_paid" if owed else law.option(RETURN_STARTS)
    by_days, due = option == "day_paid", option == "month_due"
    last = None if until is None else Month.of(until).index
    made, faults = [], []
    for record in records:
        month, paid_on = record.month, None if owed else record.paid_on
        if record.state is not MonthState.PAID and not owed:
            continue
        since = month + 1 if due else month
        if paid_on is not None:
            if until is not None and paid_on > until:
                continue
            since = Month.of(paid_on)
        elif last is not None and since.index > last:
            continue
        try:
            found = reader.read(record)
        except errors.MissingFact as error:
            faults.append(error)
            continue
        if found is not None:
            employer, worker, own = found
            made.append(Deposit(month, employer, worker, own, since, (paid_on or month.first_day) if by_days else None))
    errors.raise_together("jht", faults)
    return made


def _counts(record: MonthRecord, after: Month | None) -> bool:
    """Whether a month is not yet in a balance known at the start of another: of that month or later, or paid later."""
    if after is None or record.month.index >= after.index:
        return True
    return record.paid_on is not None and record.paid_on >= after.first_day


def _check(membership: Membership, records: list[MonthRecord], *, owed: bool) -> None:
    late = after_end(membership)
    faults: list[errors.JamsostekError] = [] if late is None else [late]
    unknown = [str(each.month) for each in records if each.state is None]
    if unknown and not owed:
        faults.append(
            errors.MissingFact(
                "history",
                f"it is not known whether these months were paid: {', '.join(unknown)}",
                'fill them in, for all with history.fill("paid"), "unpaid" or, where there was no work, "not_owed"',
            )
        )
    since = membership.since
    start = 0 if since is None else Month.of(since).index
    for each in records:
        if each.month.index < start:
            faults.append(
                errors.TooEarly(
                    str(each.month), f"a wage before registration on {since}", "mend the month or the registration"
                )
            )
        if each.month.index < FIRST_MONTH.index:
            faults.append(
                errors.BeforeLaw(
                    str(each.month),
                    f"it lies before {FIRST_MONTH}; the older law is not in the library",
                    f'give the balance of that day: Membership(savings=Balance("{FIRST_MONTH}", …))',
                )
            )
            break
    errors.raise_together("jht", faults)


class _Reader:
    """Reads the JHT contributions of months that follow one another, with as few look-ups as the law allows."""

    def __init__(self, membership: Membership, law: Law, *, owed: bool) -> None:
        self.membership, self.law, self.owed = membership, law, owed
        self.rounding = Rounding(law.option(CONTRIBUTION_ROUNDING))
        self.between = law.option(INCOME_BETWEEN_BRACKETS)
        self.tables = tuple(law.table(each) for each in (EMPLOYER_RATE, WORKER_RATE, SELF_EMPLOYED_RATE))
        self.who: Participant | None = None
        self.rates: tuple[tuple[int, int], ...] = ()
        self.valid, self.inside = 0, False
        self.known: dict[int, tuple[int, int, int]] = {}

    def read(self, record: MonthRecord) -> tuple[int, int, int] | None:
        """What employer, worker and self-employed pay into JHT for a month; None where the worker is not in it."""
        month, who = record.month, record.participant or self.membership.participant
        if who is not self.who or month.index >= self.valid:
            self._look_up(who, month)
        if not self.inside:
            return None
        pay = record.income if isinstance(who, SelfEmployed) else record.wage
        if pay is None:
            raise errors.MissingFact(f"{month}", "it is not known what was earned", "give the wage or income")
        found = self.known.get(pay)
        if found is None:
            found = self.known[pay] = self._amounts(who, pay, month)
        return found

    def _look_up(self, who: Participant, month: Month) -> None:
        """What holds for a participant from a month on, up to the next month in which the law may change."""
        moment = self.law.moment(month)
        rates = [self.law.row(table, moment).value for table in self.tables]
        self.who, self.rates, self.known = who, tuple((each.numerator, each.denominator) for each in rates), {}
        asked = evolve(who, programmes=None) if self.owed else who
        self.inside = Programme.JHT in enrolment(asked, month, moment, self.law).enrolled
        duty = duty_table(who, self.law)[0]
        used: tuple[Dated[Any], ...] = (*self.tables, self.law.table(duty), self.law.table(REFERENCE_INCOME))
        ahead = [
            Month.of(day).index + on
            for table in used
            for row in table.rows
            for day in (row.since, row.until or row.since, *CHANGES_BY_READING)
            for on in (0, 1)
        ]
        self.valid = min((index for index in ahead if index > month.index), default=_NEVER)

    def _amounts(self, who: Participant, pay: int, month: Month) -> tuple[int, int, int]:
        (employer, of), (worker, worker_of), (own, own_of) = self.rates
        apply = self.rounding.apply
        if isinstance(who, WageEarner):
            return apply(pay * employer, of), apply(pay * worker, worker_of), 0
        brackets = self.law.row(REFERENCE_INCOME, self.law.moment(month)).value
        return 0, 0, apply(bracket_of(pay, brackets, self.between).reference * own, own_of)
