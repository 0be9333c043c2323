"""A record of months that comes to the counts which a row tells, for the exact rules of JKP."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from .. import errors
from .._cases import case_of
from .._cover import _arrears, last_due
from .._dated import Clock, Moment
from .._endings import Dismissal
from .._history import Count, History, MonthRecord, MonthState
from .._kinds import Programme
from .._law import Law
from .._member import Member
from .._money import months_text
from .._months import Month
from .._people import WageEarner
from .._readings_of_claims import ARREARS_IN_A_ROW
from .._readings_of_job_loss import JKP_LATE_MONTHS, JKP_MONTHS_LOOKED_AT, JKP_SIX_IN_A_ROW
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


def is_counted(member: Member, event: Dismissal, law: Law) -> bool:
    """Whether months are looked at: of a job with a company that ran when JKP was in force."""
    in_force = law.find(tables.CLAIM_MONTHS, Moment(Clock.DISMISSAL, event.on)) is not None
    return in_force and bool(record.jobs_of(member, event.on).running)


def count_faults(
    values: Mapping[str, Any], who: WageEarner, event: Dismissal, law: Law
) -> Iterator[errors.JamsostekError]:
    """What no record comes to: more months than there were, by registration and by the other counts."""
    paid, in_a_row, arrears = (values.get(name) for name in Counts._fields)
    registered = values.get("registered")
    month, start = Month.of(event.on), record.first_month(law)
    due = last_due(who, event.on, Programme.JKK, law)
    if registered is not None:
        most = max(due - Month.of(registered), 0)
        start = max(start, Month.of(registered))
        if arrears is not None and arrears > most:
            what = f"{months_text(arrears)} in arrears, of {most} due since registration"
            yield errors.Contradiction("arrears", what, "mend one of the two")
    room = max(month - start, 0)
    if in_a_row is not None and in_a_row > room:
        what = f"{months_text(in_a_row)} in a row, of {room} from {start} to the dismissal"
        yield errors.Contradiction("months_in_a_row", what, "count the months of JKP, paid before it")
    decided = Moment(Clock.CLAIM, event.approved or event.claimed or event.on)
    last = month - (0 if law.option(JKP_MONTHS_LOOKED_AT) == "with_that_month" else 1)
    begin = max(start, last - (law.row(tables.MONTHS_LOOKED_AT, decided).value - 1))
    least, most = 0, max(last - begin + 1, 0)
    how, current = law.option(JKP_SIX_IN_A_ROW), law.option(ARREARS_IN_A_ROW) == "current"
    behind = (arrears or 0) if current else 0
    if law.option(JKP_LATE_MONTHS) == "paid_before":
        most -= min(behind, max(due - begin + 1, 0))
    if in_a_row is not None:
        least = in_a_row - (begin - start)
        if how == "up_to_the_dismissal" or (how == "up_to_the_arrears" and current and arrears is not None):
            until = due - (behind if how == "up_to_the_arrears" else 0)
            least = max(least, min(in_a_row, until - begin + 1))
    if paid is not None and not least <= paid <= most:
        what = f"{months_text(paid)} paid since {begin}, where by the other facts {max(least, 0)} to {most} can be"
        yield errors.Contradiction("months_paid", what, "count the paid ones of the months looked at")


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
