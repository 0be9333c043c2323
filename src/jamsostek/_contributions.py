"""Contributions: the bill of one participant for one month."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from . import errors
from ._conditions import judge
from ._dated import Moment
from ._facts import Asked
from ._kinds import Payer, Programme
from ._law import LAW, Law
from ._money import Rounding
from ._months import Month, as_month
from ._people import Participant, SelfEmployed, Trainee, WageEarner
from ._plans import LinePlan, plans_for
from ._programmes import Enrolment, enrolment
from ._reliefs import Examined
from ._results import Applied, Bill, Line
from ._schedules import Flat, RiskShare
from ._verdict import State
from .readings import CONTRIBUTION_ROUNDING
from .reliefs import ALL as RELIEFS

_WHOLE = Fraction(1)
_NONE: tuple[Applied, ...] = ()


def contributions(participant: Participant, *, month: Month | str, law: Law = LAW) -> Bill:
    """The bill (tagihan iuran) of a participant for a contribution month, every line dated and cited.

    ``month`` is "YYYY-MM". A relief that hangs on facts not given leaves the ordinary bill and stands in
    ``bill.possible``. Raises ``BeforeLaw``, ``NotAnnounced`` (a JP line past the last announced ceiling),
    ``BornAfterMonth``, ``MissingFact``, ``Contradiction``, ``EvidenceTooWeak``, several as ``SeveralErrors``.
    PP 44/2015 arts 16-20, PP 45/2015 arts 28-29, PP 46/2015 arts 16-18.

    >>> bill = contributions(WageEarner(wage=12_000_000, risk_group=2), month="2026-03")
    >>> bill.total, bill["JP", "worker"].amount
    (1117389, 110863)
    """
    month = as_month(month)
    if not isinstance(participant, WageEarner | SelfEmployed | Trainee):
        raise no_monthly_bill(participant)
    if participant.type_name == "project_worker":
        raise errors.Contradiction(
            "participant", "a project pays for its workers together", "bill it with construction.contribution(project)"
        )
    if not isinstance(law, Law):
        raise errors.WrongType("law", f"{law!r} is no law", "give a Law, such as js.LAW.override(…)")
    moment = law.moment(month)
    plans = plans_for(participant, law, moment)
    found = _admit(participant, month, moment, law, plans)
    examined, applied = _examine(participant, month, moment, law, found.enrolled)
    due = [plan for plan in plans if plan.programme in found.enrolled]
    lines = tuple(_read(participant, due, law, moment, applied))
    bill = Bill(participant, month, law, lines, found, examined)
    if law.required is not None:
        _refuse_weak(bill)
    if Programme.JKP in found.enrolled:
        _check_jkp(bill)
    return bill


def no_monthly_bill(given: object) -> errors.WrongType:
    """The error for what has no bill of a month; participants billed otherwise say how (``billed_by``)."""
    how = getattr(given, "billed_by", None)
    if how is not None:
        return errors.WrongType("participant", f"a {type(given).__name__} has no bill of a month", f"take {how}")
    return errors.WrongType("participant", f"{given!r} takes no part", "give a WageEarner, a SelfEmployed or a Trainee")


def _check_jkp(bill: Bill) -> None:
    """Refuse JKP that was named for somebody who certainly takes no part."""
    jkp = bill.jkp
    if jkp is not None and jkp.participant.state is State.NOT_ELIGIBLE:
        raise errors.Contradiction(
            "programmes",
            f"JKP is named, but the worker takes no part: {jkp.participant.text()}",
            "leave it out, or mend the facts",
        )


def _admit(participant: Participant, month: Month, moment: Moment, law: Law, plans: tuple[LinePlan, ...]) -> Enrolment:
    """The programmes of the bill, after every fault of the facts was told."""
    faults: list[errors.JamsostekError] = []
    person = participant.person
    if person is not None and person.born is not None and person.born > month.last_day:
        faults.append(
            errors.BornAfterMonth("person.born", f"{person.born} lies after {month}", "mend the date or the month")
        )
    registered = participant.registered
    if registered is not None and registered > month.last_day:
        faults.append(
            errors.Contradiction("registered", f"{registered} lies after {month}", "mend the date or the month")
        )
    try:
        found = enrolment(participant, month, moment, law)
    except errors.JamsostekError as error:
        if not faults:
            raise
        raise errors.SeveralErrors("contributions", (*faults, *errors.each_of(error))) from None
    unknown = not isinstance(participant, SelfEmployed) and participant.employer.risk_group is None
    if unknown and any(isinstance(plan.schedule, RiskShare) and plan.programme in found.enrolled for plan in plans):
        faults.append(
            errors.MissingFact(
                "risk_group", "not known, and JKK goes by it", "give 1 to 5, or name the programmes without JKK"
            )
        )
    if faults:
        errors.raise_together("contributions", faults)
    return found


def _examine(
    participant: Participant, month: Month, moment: Moment, law: Law, enrolled: frozenset[Programme]
) -> tuple[tuple[Examined, ...], dict[Programme, tuple[Applied, ...]]]:
    """The reliefs whose months include the bill's, each with its verdict, and what applies to which programme."""
    examined: list[Examined] = []
    applied: dict[Programme, tuple[Applied, ...]] = {}
    asked, kind = None, participant.type_name
    for relief in (*RELIEFS, *law.reliefs) if law.reliefs else RELIEFS:
        condition = relief.condition_for(kind)
        if condition is None:
            continue
        if relief.windows and all(law.find(window, moment) is None for window in relief.windows):
            continue
        open_now = []
        for programme, factors in relief.factors:
            row = law.find(factors, moment)
            if row is not None and programme in enrolled:
                open_now.append((programme, row))
        if not open_now:
            continue
        asked = asked or Asked(participant, month, moment, law, enrolled)
        verdict = judge(condition, asked)
        examined.append(Examined(relief, verdict))
        if verdict.state is not State.ELIGIBLE:
            continue
        for programme, row in open_now:
            if programme in applied:
                names = f"{applied[programme][0].relief.name} and {relief.name}"
                raise errors.ReliefConflict(
                    f"{programme} in {month}", f"{names} both claim it", "close one of them by an override"
                )
            applied[programme] = (Applied(relief, row),)
    return tuple(examined), applied


def _read(
    participant: Participant,
    plans: list[LinePlan],
    law: Law,
    moment: Moment,
    applied: dict[Programme, tuple[Applied, ...]],
) -> Iterator[Line]:
    """Walk the line plans exactly."""
    if isinstance(participant, SelfEmployed):
        given, group, payer = participant.income, None, Payer(participant.paid_by or Payer.SELF)
    else:
        given, group, payer = participant.wage, participant.employer.risk_group, Payer.EMPLOYER
    rounding = Rounding(law.option(CONTRIBUTION_ROUNDING))
    for plan in plans:
        schedule, rate, base_row = plan.schedule, _WHOLE, None
        if isinstance(schedule, Flat):
            rate_row = law.row(schedule.amount, moment)
            counted = rate_row.value
        else:
            counted, base_row = schedule.base.read(given, law, moment)
            rate, rate_row = schedule.read_rate(group, law, moment)
        numerator, denominator = counted * rate.numerator, rate.denominator
        reliefs = applied.get(plan.programme, _NONE)
        for relief in reliefs:
            numerator *= relief.row.value.numerator
            denominator *= relief.row.value.denominator
        amount = rounding.apply(numerator, denominator)
        because_row = None if plan.because is None else law.find(plan.because, moment)
        yield Line(plan, plan.payer or payer, amount, given, counted, rate, rate_row, base_row, because_row, reliefs)


def _refuse_weak(bill: Bill) -> None:
    required = bill.law.required
    assert required is not None  # asked before
    # A what-if beside weak law does not make it stronger: the caller's own value is looked past.
    worst = [(line, max((cite.grade for cite in line.basis), key=lambda grade: grade.rank)) for line in bill.lines]
    weak = [
        errors.EvidenceTooWeak(
            f"{line.programme} {line.payer}",
            f"it rests on evidence {grade}, weaker than {required}",
            "take law.require with a weaker grade, or leave the programme out",
        )
        for line, grade in worst
        if grade.rank > required.rank
    ]
    weak += [
        errors.EvidenceTooWeak(
            f"reading {reading.name}",
            f"the amounts hang on an answer of evidence {reading[bill.law.option(reading)].grade}, not {required}",
            "take law.require with a weaker grade, or choose another option with law.reading",
        )
        for reading in bill.deciding
        if reading is not CONTRIBUTION_ROUNDING and reading[bill.law.option(reading)].grade.rank > required.rank
    ]
    errors.raise_together(f"contributions {bill.month}", weak)
