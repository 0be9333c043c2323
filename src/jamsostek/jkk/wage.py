"""The wage that JKK benefits go by (upah dasar manfaat JKK), for every kind of participant.

PP 44/2015 arts 28(2) and 32(1); of the self-employed the reference income of annex II.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .. import errors
from .._accident import WorkAccident
from .._benefits import Work
from .._dated import Clock, Moment
from .._events import FIRST_DAY
from .._history import MonthRecord
from .._kinds import Lang
from .._law import LAW, Law
from .._member import Member, Membership, at_home
from .._months import Month
from .._people import SelfEmployed, Trainee
from .._readings import Reading
from .._schedules import bracket_of, falls_between
from .._steps import Step
from .._verdict import Fact
from ..readings import INCOME_BETWEEN_BRACKETS
from ..wages.law import DEEMED_WAGE
from . import claim_law as tables
from .law import REFERENCE_INCOME

JOB = Fact("event.job", "in which of his jobs it happened", "pekerjaan tempat kejadian")


class BenefitWage(NamedTuple):
    """The wage that benefits go by, rupiah per month, and how it was found."""

    amount: int
    work: tuple[Work, ...]
    readings: tuple[Reading, ...] = ()

    def steps(self, lang: Lang = "en") -> tuple[Step, ...]:
        """How it was found: formula, numbers, articles."""
        return tuple(each.step(lang) for each in self.work)


def benefit_wage(member: Member | Membership, on: date, *, law: Law = LAW) -> BenefitWage:
    """The wage that benefits of an accident ``on`` a day go by: the last one at that time, as it was reported.

    Of the self-employed it is the reference income, of interns, pupils and prisoners at work the lowest wage of the
    same job with the host. Raises ``WrongType``, ``MissingFact`` for a member with several jobs: give the membership.

    >>> import jamsostek as js
    >>> benefit_wage(js.Member(js.SelfEmployed(income=1_250_000)), date(2023, 3, 8)).amount
    1200000
    """
    if isinstance(member, Member):
        several = at_home(member)
        if len(several) > 1:
            raise errors.MissingFact("member", "he has several jobs", "give the membership in which it happened")
        member = several[0]
    if not isinstance(member, Membership):
        raise errors.WrongType("benefit_wage", f"{member!r} is no member", "give a jamsostek.Member or a Membership")
    return wage_of(member, on, law)


def wage_of(membership: Membership, on: date, law: Law) -> BenefitWage:
    """The wage of a membership at an accident; of a disease after the work the last one in it."""
    ended = membership.ended
    late = ended is not None and ended < on
    month = Month.of(ended if ended is not None and late else on)
    record = MonthRecord(month) if membership.history is None else membership.history[month]
    who = record.participant or membership.participant
    if who.type_name == "project_worker" and record.wage is None:
        from ..construction.workers import Worker, wage_of_worker

        assert isinstance(who, Worker)  # the kind is its own
        return wage_of_worker(who, on, law)
    at, moment = law.moment(max(month, Month.of(FIRST_DAY))), Moment(Clock.ACCIDENT, on)
    if record.income is not None:
        return _by_income(record.income, law, at, moment)
    if isinstance(who, SelfEmployed):  # who has no wage: what a record calls so is what he earned
        return _by_income(who.income if record.wage is None else record.wage, law, at, moment)
    wage = who.wage if record.wage is None else record.wage
    if isinstance(who, Trainee):
        words = "deemed wage, the lowest of the same job with the host", "upah terendah pekerjaan yang sama"
        return BenefitWage(wage, (Work(*words, "{}", (wage,), law.row(DEEMED_WAGE, at)),))
    row = law.row(tables.WAGE_AFTER_EMPLOYMENT if late else tables.LAST_WAGE, moment)
    words = "last wage at the time of the accident", "upah terakhir pada saat kecelakaan"
    if late:
        words = "last wage before the work ended", "upah terakhir sebelum hubungan kerja berakhir"
    return BenefitWage(wage, (Work(*words, "{}", (wage,), row),))


def _by_income(income: int, law: Law, at: Moment, moment: Moment) -> BenefitWage:
    row = law.row(REFERENCE_INCOME, at)
    found = bracket_of(income, row.value, law.option(INCOME_BETWEEN_BRACKETS)).reference
    words = "reference income", "dasar penghasilan"
    counts = "counts as the wage", "dianggap sebagai upah"
    return BenefitWage(
        found,
        (
            Work(*words, "{} → {}", (income, found), row),
            Work(*counts, "{}", (found,), law.row(tables.INCOME_AS_WAGE, moment)),
        ),
        (INCOME_BETWEEN_BRACKETS,) if falls_between(income, row.value) else (),
    )


def jobs_of(member: Member, event: object, on: date) -> tuple[Membership, ...]:
    """The memberships in whose service an event can have happened; several while that is not known.

    Raises ``OutOfRange`` for a job that the member does not have, ``TooEarly`` for one registered after the event.
    """
    several = member.memberships
    job = event.job if isinstance(event, WorkAccident) else None
    if job is not None:
        if job >= len(several):
            raise errors.OutOfRange("job", f"{job}, of {len(several)} memberships", f"give 0 to {len(several) - 1}")
        since = several[job].since
        if since is not None and since > on:
            what = f"{on} lies before registration in it on {since}"
            raise errors.TooEarly("job", what, "mend one of the two days, or name another job")
        return (several[job],)
    begun = tuple(each for each in several if each.since is None or each.since <= on)
    return tuple(each for each in begun if each.open_on(on)) or begun
