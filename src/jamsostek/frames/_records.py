"""A record of months that comes to the counts which a row tells, for the exact rules of JKP."""

from __future__ import annotations

from typing import NamedTuple

from .. import errors
from .._cases import case_of
from .._cover import _arrears, last_due
from .._dated import Clock, Moment
from .._endings import Dismissal
from .._history import Count, History, MonthRecord, MonthState
from .._kinds import Programme
from .._law import Law
from .._member import Member
from .._months import Month
from .._readings_of_job_loss import JKP_MONTHS_LOOKED_AT, JKP_SIX_IN_A_ROW
from ..jkp import benefit_law as tables
from ..jkp import record
from ..jkp.entitlement import counting, paid_by_reading, runs_by_reading


class Counts(NamedTuple):
    """What a record comes to, as the law is read: months paid among those looked at, in a row, in arrears."""

    months_paid: Count
    months_in_a_row: Count
    arrears: Count


def counts_of(member: Member, event: Dismissal, law: Law) -> Counts:
    """The counts of the record of a member with one job."""
    case = case_of(event, member, None, law)
    ledger = record.ledger(counting(case, event), event.on, law)
    decided = Moment(Clock.CLAIM, event.approved or event.claimed or event.on)
    paid = paid_by_reading(event, ledger, law.row(tables.MONTHS_LOOKED_AT, decided).value, law)
    runs = runs_by_reading(case, event, ledger)
    (job,) = member.memberships
    arrears = _arrears(job, event.on, Programme.JKK, law).run
    return Counts(paid[law.option(JKP_MONTHS_LOOKED_AT)], runs[law.option(JKP_SIX_IN_A_ROW)], arrears)


def recorded(member: Member, event: Dismissal, told: Counts, law: Law) -> Member:
    """The member with a record that comes to the counts. Raises ``Contradiction`` where none that is plain does."""
    (job,) = member.memberships
    paid, in_a_row, arrears = (each.least for each in told)
    month = Month.of(event.on)
    due = last_due(job.participant, event.on, Programme.JKK, law)
    since = None if job.since is None else Month.of(job.since)
    # Months that were not due yet may be paid already, where none is in arrears before them.
    for unpaid in range(month - due + arrears, 0, -1) if not arrears else (month - due + arrears,):
        states = [MonthState.UNPAID] * unpaid + [MonthState.PAID] * in_a_row
        if paid > in_a_row:
            states += [MonthState.UNPAID, *[MonthState.PAID] * (paid - in_a_row)]
        months = [MonthRecord(month - back, state) for back, state in enumerate(states)]
        if since is not None and any(each.month < since and each.state is MonthState.PAID for each in months):
            continue
        found = Member(job.participant, registered=job.registered, history=History(months), ended=job.ended)
        if counts_of(found, event, law) == told:
            return found
    what = f"{paid} months paid, {in_a_row} in a row and {arrears} in arrears make no record together"
    raise errors.Contradiction("months_paid", what, "mend them, or build the member yourself and ask jkp.eligible")
