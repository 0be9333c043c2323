"""What the record of a member says for JKP: the job that was lost, months paid, months in a row, the wage reported."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from .._cover import last_due
from .._history import Count, MonthState
from .._kinds import EmployerKind, Programme
from .._law import Law
from .._member import Member, Membership
from .._months import Month, months
from .._people import WageEarner
from .._readings_of_job_loss import JKP_LATE_MONTHS
from ..participation import JKP_IN_FORCE

_COMPANY = (None, EmployerKind.COMPANY)
# What became of a month in the jobs of a member together; None: not known.
States = dict[Month, MonthState | None]
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
    who = membership.participant
    return isinstance(who, WageEarner) and who.employer.kind in _COMPANY


def first_month(law: Law) -> Month:
    """The first contribution month of JKP."""
    since = law.table(JKP_IN_FORCE).rows[0].since
    month = Month.of(since)
    return month if law.find(JKP_IN_FORCE, law.moment(month)) is not None else month + 1


def states(jobs: tuple[Membership, ...], day: date, first: Month, last: Month, law: Law) -> States:
    """What became of each month from ``first`` to ``last`` in the jobs together, as it stood on a day."""
    late = law.option(JKP_LATE_MONTHS) == "paid_at_all"
    found: States = dict.fromkeys(months(first, last), MonthState.NOT_OWED)
    for job in jobs:
        for month, state in _of_job(job, day, first, last, late=late):
            found[month] = next(each for each in _FIRST_OF if each in (found[month], state))
    return found


def _of_job(
    job: Membership, day: date, first: Month, last: Month, *, late: bool
) -> Iterator[tuple[Month, MonthState | None]]:
    if job.enrolled is False:
        return
    end = last if job.ended is None else min(last, Month.of(job.ended))
    begin = first if job.since is None else max(first, Month.of(job.since))
    if job.history is None:
        yield from ((month, None) for month in months(begin, end))
        return
    for month in months(first, end):
        record = job.history[month]
        after = record.paid_on is not None and record.paid_on > day
        yield month, MonthState.UNPAID if after and not late else record.state


def paid_late(jobs: tuple[Membership, ...], day: date, first: Month, last: Month) -> bool:
    """Whether a month of these was paid only after a day."""
    return any(
        record.paid_on is not None and record.paid_on > day
        for job in jobs
        if job.history is not None
        for record in job.history
        if first <= record.month <= last
    )


def count(found: States) -> Count:
    """How many months were paid."""
    sure = sum(state is MonthState.PAID for state in found.values())
    return Count(sure, sure + sum(state is None for state in found.values()))


def last_run(found: States, due: Month, *, past_arrears: bool) -> Count:
    """The last months in a row that were paid, those that were not due yet left out.

    ``past_arrears`` is whether months owed and unpaid are left out too: the run then ends where the arrears begin.
    """
    least = most = 0
    sure = True
    for month in reversed(list(found)):
        state = found[month]
        if not most and state is not MonthState.PAID and (month > due or (past_arrears and state is MonthState.UNPAID)):
            continue
        if state not in (MonthState.PAID, None):
            break
        sure = sure and state is MonthState.PAID
        least += sure
        most += 1
    return Count(least, most)


def longest_run(found: States) -> Count:
    """The longest run of months paid."""
    lengths = []
    for also in (MonthState.PAID, None):
        longest = run = 0
        for state in found.values():
            run = run + 1 if state in (MonthState.PAID, also) else 0
            longest = max(longest, run)
        lengths.append(longest)
    return Count(*lengths)


def due_before(job: Membership, day: date, law: Law) -> Month:
    """The last month of a job that was due before a day."""
    return last_due(job.participant, day, Programme.JKK, law)


def wage_reported(job: Membership, day: date) -> int:
    """The last wage reported to the agency up to a day, rupiah per month: of the record or, without one, as given."""
    who = job.participant
    assert isinstance(who, WageEarner)  # jobs are those of wage earners
    recorded = [] if job.history is None else [each for each in job.history if each.month <= Month.of(day)]
    return next((each.wage for each in reversed(recorded) if each.wage is not None), who.wage)
