"""What the record of a member says for JKP: the job that was lost, months paid, months in a row, the wage reported."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .._cover import last_due
from .._history import Count, MonthState
from .._kinds import EmployerKind, Programme
from .._law import Law
from .._member import Member, Membership
from .._months import Month
from .._people import WageEarner
from .._readings_of_job_loss import JKP_LATE_MONTHS
from ..participation import JKP_IN_FORCE

_COMPANY = (None, EmployerKind.COMPANY)
# Of what one month was in several jobs, the first of these that it was.
_FIRST_OF = (MonthState.PAID, None, MonthState.UNPAID, MonthState.NOT_OWED)


class Jobs(NamedTuple):
    """The jobs of a member as wage earner of a company: ``running`` on the day, ``lost`` with it, and ``every`` one.

    ``lost`` is empty where it is not known which of several was lost.
    """

    running: tuple[Membership, ...]
    lost: tuple[Membership, ...]
    every: tuple[Membership, ...]

    @property
    def kept(self) -> tuple[Membership, ...]:
        """Those that went on."""
        return tuple(each for each in self.running if each not in self.lost)

    @property
    def chosen(self) -> tuple[Membership, ...]:
        """Those named for JKP, of several."""
        return tuple(each for each in self.running if Programme.JKP in (each.participant.programmes or ()))


def jobs_of(member: Member, day: date) -> Jobs:
    """The jobs of a member on the day of a dismissal."""
    every = tuple(each for each in member.memberships if _is_job(each))
    running = tuple(each for each in every if each.open_on(day) and (each.since is None or each.since <= day))
    lost = tuple(each for each in running if each.ended == day)
    return Jobs(running, running if len(running) == 1 else lost, every)


def _is_job(membership: Membership) -> bool:
    """Whether it is with a company, and not on a construction project, whose duty has JKK and JKM alone."""
    who = membership.participant
    company = isinstance(who, WageEarner) and who.employer.kind in _COMPANY
    return company and who.type_name != "project_worker"


def first_month(law: Law) -> Month:
    """The first contribution month of JKP."""
    since = law.table(JKP_IN_FORCE).rows[0].since
    month = Month.of(since)
    return month if law.find(JKP_IN_FORCE, law.moment(month)) is not None else month + 1


class Ledger(NamedTuple):
    """What became of each month from ``first`` on in the jobs together, as it stood on a day; None: not known.

    ``late`` are the places of the months that were paid only after it.
    """

    first: Month
    states: tuple[MonthState | None, ...]
    late: frozenset[int]

    def part(self, first: Month, last: Month) -> range:
        """The places of the months from one to another, as far as the ledger holds them."""
        return range(max(first - self.first, 0), min(last - self.first + 1, len(self.states)))

    def paid(self, first: Month, last: Month) -> Count:
        """How many months from one to another were paid."""
        found = [self.states[at] for at in self.part(first, last)]
        sure = found.count(MonthState.PAID)
        return Count(sure, sure + found.count(None))

    def last_run(self, last: Month, due: Month, *, past_arrears: bool) -> Count:
        """The months in a row paid up to ``last``, those left out that were not due yet (after ``due``).

        ``past_arrears`` is whether months owed and unpaid are left out too: the run then ends where the arrears begin.
        """
        least = most = 0
        sure = True
        for at in reversed(self.part(self.first, last)):
            state = self.states[at]
            left_out = at > due - self.first or (past_arrears and state is MonthState.UNPAID)
            if not most and state is not MonthState.PAID and left_out:
                continue
            if state not in (MonthState.PAID, None):
                break
            sure = sure and state is MonthState.PAID
            least += sure
            most += 1
        return Count(least, most)

    def longest_run(self, last: Month) -> Count:
        """The longest run of months paid up to ``last``."""
        lengths = []
        for also in (MonthState.PAID, None):
            longest = run = 0
            for at in self.part(self.first, last):
                run = run + 1 if self.states[at] in (MonthState.PAID, also) else 0
                longest = max(longest, run)
            lengths.append(longest)
        return Count(*lengths)


def ledger(jobs: tuple[Membership, ...], day: date, law: Law) -> Ledger:
    """The months of JKP up to that of a day, in the jobs together."""
    first, last = first_month(law), Month.of(day)
    counted_late = MonthState.PAID if law.option(JKP_LATE_MONTHS) == "paid_at_all" else MonthState.UNPAID
    states: list[MonthState | None] = [MonthState.NOT_OWED] * (last - first + 1)
    late: set[int] = set()
    for job in jobs:
        end = last if job.ended is None else min(last, Month.of(job.ended))
        if job.enrolled is False:
            continue
        if job.history is None:
            begin = first if job.since is None else max(first, Month.of(job.since))
            found: list[tuple[int, MonthState | None]] = [(at, None) for at in range(begin - first, end - first + 1)]
        else:
            found = []
            start = job.history.first - first
            for at in range(max(start, 0), end - first + 1):
                record = job.history.records[at - start] if at - start < len(job.history) else None
                state = None if record is None else record.state
                if record is not None and record.paid_on is not None and record.paid_on > day:
                    late.add(at)
                    state = counted_late
                found.append((at, state))
        for at, state in found:
            if states[at] is not state:
                states[at] = next(each for each in _FIRST_OF if each in (states[at], state))
    return Ledger(first, tuple(states), frozenset(late))


def due_before(job: Membership, day: date, law: Law) -> Month:
    """The last month of a job that was due before a day."""
    return last_due(job.participant, day, Programme.JKK, law)


def wage_reported(job: Membership, day: date) -> int:
    """The last wage reported to the agency up to a day, rupiah per month: of the record or, without one, as given."""
    who = job.participant
    assert isinstance(who, WageEarner)  # jobs are those of wage earners
    if job.history is None:
        return who.wage
    recorded = job.history.records[: max(Month.of(day) - job.history.first + 1, 0)]
    return next((each.wage for each in reversed(recorded) if each.wage is not None), who.wage)
