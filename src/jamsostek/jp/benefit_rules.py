"""What JP pays, by event: the pension age, a total disability, a death; or the contributions at once instead."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta

from .. import errors
from .._assumed import Assumption
from .._benefits import Because, Item, Recipient
from .._cases import Answer, Case, Event, case_of
from .._citations import Citation
from .._dated import Clock, Moment
from .._endings import Retirement
from .._family import Family
from .._kinds import Programme
from .._law import LAW, Law
from .._member import Member
from .._months import Month
from .._verdict import State, Verdict
from ..instruments import PP_45_2015
from . import benefit_law as tables
from . import rights
from .benefit_law import Benefit
from .deaths import of_death
from .items import (
    Answered,
    Asked,
    Paying,
    Worked,
    answer_of,
    formula_works,
    lump_sum_item,
    no,
    nothing_paid,
    pension_item,
)
from .pensions import Pension
from .record import START
from .rights import Right

DEFERRED = Assumption(
    "event.deferred", "the pension is drawn from the pension age on", "manfaat pensiun diterima sejak usia pensiun"
)


def eligible(event: Event, member: Member, family: Family | None = None, *, law: Law = LAW) -> Verdict:
    """Whether JP pays anything for an event, a pension or the contributions at once. PP 45/2015 arts 19-24.

    Raises what ``benefit`` raises, but for years that are not announced.

    >>> import jamsostek as js
    >>> ana = js.WageEarner(wage=5_000_000, risk_group=1, person=js.Person(born=date(1967, 3, 9)))
    >>> history = js.History.unbroken("2015-07", "2026-03", wage=5_000_000)
    >>> member = js.Member(ana, registered=date(2015, 7, 1), history=history)
    >>> eligible(js.Retirement(on=date(2026, 3, 31)), member).state.value
    'eligible'
    """
    return provide(case_of(event, member, family, law)).verdict


def benefit(event: Event, member: Member, family: Family | None = None, *, law: Law = LAW) -> tuple[Item, ...]:
    """What JP pays or may pay for an event: monthly pensions, or the contributions at once; none for what is not owed.

    A pension is rupiah a month in its first year; ``schedule`` tells the years after. ``family`` None: not known.
    Raises ``WrongType``, ``TooEarly`` (an event or a wage before registration), ``Contradiction``, several as
    ``SeveralErrors``, and ``NotAnnounced`` for a year whose inflation, limits or ceiling is not known.
    PP 45/2015 arts 16-24.

    >>> import jamsostek as js
    >>> ana = js.WageEarner(wage=5_000_000, risk_group=1, person=js.Person(born=date(1990, 6, 15)))
    >>> history = js.History.unbroken("2024-07", "2026-06", wage=5_000_000)
    >>> member = js.Member(ana, registered=date(2024, 7, 1), history=history)
    >>> family = js.Family(spouse=True, children=())
    >>> benefit(js.Death(on=date(2026, 7, 2), work_related=False), member, family)
    (<JP spouse: 411,400 monthly, any number of times, eligible>,)
    """
    return answered(case_of(event, member, family, law), strict=True).answer.items


def provide(case: Case, _answers: tuple[Answer, ...] = ()) -> Answer:
    """What JP says to a case; a value that is not announced is a missing fact."""
    try:
        return answered(case).answer
    except errors.NotAnnounced as error:  # a ceiling of wages
        return Answer(Programme.JP, Verdict(State.UNDETERMINED, missing=(rights.unannounced(error),)))


def answered(case: Case, *, strict: bool = False) -> Answered:
    """What JP says to a case, with the pensions behind it; ``strict`` raises ``NotAnnounced`` for a year not known."""
    joined = rights.joined(case)
    if not joined.memberships:
        return no(*joined.because, readings=joined.readings)
    asked = Asked(case, joined, rights.age_of(case), strict)
    if case.death is not None:
        return of_death(asked)
    if case.disability is not None:
        return _of_disability(asked)
    if case.end is not None:
        return _of_age(asked)
    words = (
        "no total disability and no death came of it",
        "tidak mengakibatkan cacat total tetap atau meninggal dunia",
    )
    return no(Because(*words, PP_45_2015.at("16")), readings=asked.readings)


def _of_age(asked: Asked) -> Answered:
    """The end of work: the old-age pension or the contributions at once, from the pension age on."""
    case, law, age = asked.case, asked.law, asked.age
    event = case.end
    assert event is not None  # asked of the end of work alone
    retired = isinstance(event, Retirement)
    if age.on is None and retired:
        verdict = Verdict(State.UNDETERMINED, missing=(rights.BORN,))
        return Answered(Answer(Programme.JP, verdict, readings=asked.readings))
    below, assumed = rights.below_age(age, event.on)
    if below or age.on is None:
        return _too_young(asked, assumed)
    put_off = isinstance(event, Retirement) and event.deferred is True
    event_on = age.on
    if put_off:
        longest = law.row(tables.DEFERRAL_MONTHS, Moment(Clock.PENSION, max(age.on, START.first_day))).value
        event_on = min(event.on, age.on + relativedelta(months=longest))
    elif isinstance(event, Retirement) and event.deferred is None and Month.of(event.on) > Month.of(age.on):
        assumed = (DEFERRED,)
    found = rights.record_of(case, asked.joined, event_on, age)
    if not found.months.most:
        return nothing_paid(asked)
    right, start = rights.by_months(found, law, event_on), Month.of(event_on) + 1
    own = _own(asked, Benefit.OLD_AGE, right, event_on, (PP_45_2015.at("15(4)"),) if put_off else ())
    return _answered(asked, Benefit.OLD_AGE, right, own, start, assumed)


def _too_young(asked: Asked, assumed: tuple[Assumption, ...]) -> Answered:
    """That nothing is paid before the pension age."""
    day = asked.age.on
    words = (
        f"nothing is paid before the pension age{'' if day is None else f', on {day}'}; membership goes on",
        f"tidak ada pembayaran sebelum usia pensiun{'' if day is None else f', {day}'}; kepesertaan berlanjut",
    )
    cites = (PP_45_2015.at("19(1)"), PP_45_2015.at("elucidation 10(3)"))
    return no(*(Because(*words, cite) for cite in cites), readings=asked.readings, assumed=assumed)


def _of_disability(asked: Asked) -> Answered:
    """A total disability before the pension age."""
    event = asked.case.disability
    assert event is not None  # asked of a disability alone
    below, assumed = rights.below_age(asked.age, event.on)
    if not below:
        words = "found after the pension age was reached", "ditetapkan setelah mencapai usia pensiun"
        return no(Because(*words, PP_45_2015.at("20(1)")), readings=asked.readings)
    right = rights.of_disability(asked.case, asked.joined, asked.age)
    if not right.record.months.most:
        return nothing_paid(asked)
    own = _own(asked, Benefit.DISABILITY, right, event.on, ())
    return _answered(asked, Benefit.DISABILITY, right, own, Month.of(event.on) + 1, assumed)


def _answered(
    asked: Asked,
    kind: Benefit,
    right: Right,
    own: tuple[Paying, ...],
    first: Month,
    assumed: tuple[Assumption, ...],
) -> Answered:
    """The member's own pension, or the contributions at once."""
    items = (*(each.item for each in own), lump_sum_item(asked, right, Recipient.MEMBER, first=first))
    readings = right.record.readings
    return Answered(answer_of(asked, items, ((kind, right.verdict),), assumed=assumed, readings=readings), own)


def _own(asked: Asked, kind: Benefit, right: Right, event_on: date, cites: tuple[Citation, ...]) -> tuple[Paying, ...]:
    """The member's own pension, where there can be one."""
    if right.verdict.state is State.NOT_ELIGIBLE:
        return ()
    start = Month.of(event_on) + 1
    age = asked.age.on if kind is Benefit.OLD_AGE else None
    found = rights.work_out(right, event_on, start, asked.law, strict=asked.strict, age=age)
    worked = Worked(None, (), found.missing, found.readings)
    if found.formula is not None:
        pension = Pension(kind, start, found.formula.exact, law=asked.law)
        worked = Worked(pension, formula_works(found.formula), (), found.readings)
    item = pension_item(asked, kind, Recipient.MEMBER, right.verdict, worked, first=start, cites=cites)
    return (Paying(item, worked.pension),)
