"""The relief of 2020 on projects (PP 49/2020): on the wages of a month, or on what was paid in the window."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple, cast

from .. import errors
from .._citations import Grade
from .._conditions import AtLeast, Not, Under, judge, touched
from .._dated import Dated, Row
from .._facts import REGISTERED, Asked
from .._kinds import Programme
from .._law import Law
from .._months import Month
from .._people import Participant
from .._readings import Reading
from .._readings_of_construction import COVID_RELIEF_OF_NEW_PROJECTS
from .._reliefs import Examined, Relief
from .._results import Applied
from .._verdict import Fact, State, Verdict
from ..instruments import PP_49_2020
from ..reliefs import COVID
from .law import COVID_JKK, COVID_JKM
from .project import Method, Project

PAID_ON = Fact("instalment.on", "day on which it was paid", "tanggal pembayaran")
_OPEN = PP_49_2020.at("12", Grade.C, "press clippings of the ministry, 2020-09-10: one per cent of what is still open")
_AS_WAGE_EARNERS = COVID.condition_for("wage_earner")
assert _AS_WAGE_EARNERS is not None  # the relief reaches wage earners

COVID_OF_PROJECTS = Relief(
    "covid_2020_projects",
    "COVID-19 relief of projects (PP 49/2020)",
    "keringanan COVID-19 jasa konstruksi (PP 49/2020)",
    ((Programme.JKK, COVID_JKK), (Programme.JKM, COVID_JKM)),
    (
        (Method.WAGES, _AS_WAGE_EARNERS),
        (
            Method.CONTRACT_VALUE,
            Under(COVID_RELIEF_OF_NEW_PROJECTS, "full", Not(AtLeast(REGISTERED, date(2020, 8, 1), _OPEN))),
        ),
    ),
)


_LAST = max(row.until or date.max for _, factors in COVID_OF_PROJECTS.factors for row in factors.rows)


class Relieved(NamedTuple):
    """What the reliefs make of one payment: what applies by programme, what was looked at, what decided."""

    applied: dict[Programme, Applied]
    examined: tuple[Examined, ...] = ()
    readings: tuple[Reading, ...] = ()


NOTHING = Relieved({})


def relieved(project: Project, month: Month | None, law: Law) -> Relieved:
    """The reliefs on what is paid for, or (by the contract value) in, a month; None: it is not known when."""
    first = project.ordered if month is None else month.first_day
    if first is not None and first > _LAST and not (law.reliefs or law.overrides):
        return NOTHING  # most projects came after the relief
    found: list[Relieved] = []
    applied: dict[Programme, Applied] = {}
    for relief in (COVID_OF_PROJECTS, *law.reliefs):
        one = _one(relief, project, month, law)
        found.append(one)
        if twice := applied.keys() & one.applied.keys():
            names = f"{applied[min(twice)].relief.name} and {relief.name}"
            raise errors.ReliefConflict(f"{min(twice)} in {month}", f"{names} both claim it", "close one of them")
        applied |= one.applied
    if not any(each.examined for each in found):
        return NOTHING
    return Relieved(
        applied,
        tuple(examined for each in found for examined in each.examined),
        tuple(reading for each in found for reading in each.readings),
    )


def _one(relief: Relief, project: Project, month: Month | None, law: Law) -> Relieved:
    condition = relief.condition_for(project.method)
    if condition is None:
        return NOTHING
    rows = {programme: _row(factors, project, month, law) for programme, factors in relief.factors}
    open_now = {programme: row for programme, row in rows.items() if row is not None}
    if not open_now:
        return NOTHING
    at = month or Month.of(next(iter(open_now.values())).since)
    asked = Asked(cast("Participant", project), at, law.moment(at), law)
    verdict = judge(condition, asked)
    if month is None and verdict.state is not State.NOT_ELIGIBLE:
        verdict = Verdict(State.UNDETERMINED, missing=(*verdict.missing, PAID_ON))
    applies = verdict.state is State.ELIGIBLE
    applied = {programme: Applied(relief, row) for programme, row in open_now.items()} if applies else {}
    return Relieved(applied, (Examined(relief, verdict),), touched(condition, asked))


def _row(factors: Dated[Fraction], project: Project, month: Month | None, law: Law) -> Row[Any] | None:
    """The factor of a month; of a payment on a day not known, one that the life of the contract touches."""
    if month is not None:
        return law.find(factors, law.moment(month))
    ordered, ended = project.ordered, project.last_day
    for since, until, row in law.table(factors).spans():
        before = ordered is None or until is None or ordered <= until
        if before and (ended is None or ended >= since):
            return row
    return None
