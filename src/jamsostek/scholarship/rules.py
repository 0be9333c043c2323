"""The rules of the scholarship: who draws, which children, what comes to whom in which school year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations

from .. import errors
from .._benefits import ELIGIBLE, Because
from .._cases import Answer, Case, Event, case_of
from .._citations import Citation
from .._dated import Clock, Moment
from .._family import CHILDREN, Child, Family, Stage
from .._kinds import Programme, choice_error, lenient
from .._law import LAW, Law
from .._member import Member
from .._months import date_error
from .._readings import Reading
from .._readings_of_scholarship import (
    SCHOLARSHIP_CHOICE,
    SCHOLARSHIP_DEGREE,
    SCHOLARSHIP_DIPLOMAS,
    SCHOLARSHIP_FIRST_YEAR,
    SCHOLARSHIP_OF_2015_IN_JKM,
    SCHOLARSHIP_TRAINING,
)
from .._verdict import State, Verdict
from . import law as tables
from .children import judge
from .gates import Gate, gate_of
from .law import GATEWAYS, Scale
from .paths import Ladder, ladder_of, named, possible, school_year, walk
from .schedule import Pair, Schedule
from .shapes import ChildSchedule, Grant, fact, taken


def eligible(event: Event, member: Member, family: Family | None = None, *, law: Law = LAW) -> Verdict:
    """Whether a scholarship is owed after an event of a member; what is refused names the article.

    Raises what ``benefit`` raises. PP 44/2015 arts 25(2)b.8 and 34(1)d, since 2 December 2019 as amended by PP 82/2019.
    """
    return benefit(event, member, family, law=law).verdict


def benefit(
    event: Event,
    member: Member,
    family: Family | None = None,
    *,
    claimed: Mapping[int, date] | None = None,
    law: Law = LAW,
) -> Schedule:
    """The scholarships (beasiswa pendidikan anak) after an event of a member, by child and school year, in rupiah.

    ``family`` None: not known. ``claimed`` tells on which day a school year, by the year it starts in, was or will be
    claimed; every other one is taken to be claimed as soon as it can be. Raises ``WrongType``, ``NotADate``,
    ``Contradiction`` (three children chosen, a child older than the member), several as ``SeveralErrors``.
    PP 44/2015 arts 25(3) and 34(2), since 2 December 2019 PP 82/2019 arts 25(3) and 34(3).

    >>> import jamsostek as js
    >>> ana = js.WageEarner(wage=4_000_000, risk_group=1)
    >>> member = js.Member(ana, registered=date(2018, 1, 8), history=js.History.unbroken("2018-01", "2025-05"))
    >>> budi = js.Child(name="Budi", born=date(2016, 12, 1), school=js.School("primary", 2))
    >>> found = benefit(js.Death(on=date(2025, 6, 1), work_related=False), member, js.Family(children=budi))
    >>> found.total, found.at_least
    (82500000, 1500000)
    """
    found = schedule_of(case_of(event, member, family, law), claimed=claimed)
    law.check_evidence("scholarship", found.grades())
    return found


def ceiling(on: date, *, programme: Programme | str = "JKM", law: Law = LAW) -> int:
    """The most that the scholarships of one participant can come to, rupiah, for a death or accident ``on`` a day.

    Raises ``UnknownProgramme``, ``NotADate``, ``BeforeLaw``.

    >>> ceiling(date(2019, 12, 1)), ceiling(date(2019, 12, 2))
    (12000000, 174000000)
    """
    errors.raise_together(
        "ceiling",
        (
            choice_error(errors.UnknownProgramme, "programme", Programme, lenient(Programme, programme)),
            errors.UnknownProgramme("programme", f"{programme} has no scholarship", "choose JKK or JKM")
            if programme in set(Programme) - set(GATEWAYS)
            else None,
            errors.NotADate("on", "no day is given", "give a datetime.date") if on is None else date_error("on", on),
        ),
    )
    gateway = GATEWAYS[Programme(programme)]
    moment = Moment(gateway.clock, on)
    once = law.find(gateway.one_off, moment)
    if once is not None:
        return once.value
    scale = scale_of(law.row(gateway.scale, moment).value, law)
    return law.row(gateway.children, moment).value * sum(level.most for level in scale)


def scale_of(scale: Scale, law: Law) -> Scale:
    """The scale as the readings of the law have it."""
    if not law.options:
        return scale
    *below, highest = scale
    stages = list(highest.stages)
    if law.option(SCHOLARSHIP_DIPLOMAS) == "not_paid":
        stages.remove(Stage.DIPLOMA)
    if law.option(SCHOLARSHIP_DEGREE) == "from_bachelor":
        stages.append(Stage.POSTGRADUATE)
    if law.option(SCHOLARSHIP_TRAINING) == "own_years":
        stages.remove(Stage.TRAINING)
        training = highest._replace(stages=(Stage.TRAINING,))
        return (*below, highest._replace(stages=tuple(stages)), training)
    return (*below, highest._replace(stages=tuple(stages)))


def schedule_of(case: Case, *, answers: Iterable[Answer] = (), claimed: Mapping[int, date] | None = None) -> Schedule:
    """The scholarships of a case; ``answers``: what programmes said to it already."""
    if case.death is None and case.disability is None:
        return _without_event(case)
    gate = gate_of(case, answers)
    children = None if case.family is None else case.family.children
    once = case.law.find(gate.gateway.one_off, gate.moment)
    if once is not None:
        return _one_off(case, gate, children, once.value, once.cites)
    grant = _grant(case, gate, claimed)
    return _yearly(case, gate, grant, children)


def _without_event(case: Case) -> Schedule:
    words = "neither death nor total disability", "bukan meninggal dunia atau cacat total tetap"
    moment = Moment(Clock.ACCIDENT, case.accident_on)
    gateway = GATEWAYS[Programme.JKK]
    cite = case.law.row(gateway.right, moment).cites[0]
    verdict = Verdict(State.NOT_ELIGIBLE, (Because(*words, cite),))
    return Schedule(case, Gate(gateway, moment, case.accident_on, verdict), verdict)


def _grant(case: Case, gate: Gate, claimed: Mapping[int, date] | None) -> Grant:
    law = case.law
    row = law.row(gate.gateway.scale, gate.moment)
    running = school_year(gate.since)
    first = running + (law.option(SCHOLARSHIP_FIRST_YEAR) == "next_year")
    opens = law.table(tables.CLAIMS_OPEN).rows[0].since
    grant = Grant(
        gate.gateway,
        gate.moment,
        gate.since,
        running,
        first,
        row,
        ladder_of(scale_of(row.value, law)),
        opens,
        max(gate.since, opens),
        {},
        None if gate.deadline is None else gate.deadline.last,
        law,
    )
    return grant if claimed is None else grant._replace(claimed=_claimed(claimed, grant))


def _claimed(claimed: Mapping[int, date], grant: Grant) -> Mapping[int, date]:
    """The days of claims, checked against the first day on which each school year can be claimed."""
    if not isinstance(claimed, Mapping):
        raise errors.WrongType("claimed", f"{claimed!r} is no mapping", "give days by the start of the school year")
    found: list[errors.JamsostekError | None] = []
    for start, day in claimed.items():
        if type(start) is not int:
            mend = "give the year it starts in, such as 2025"
            found.append(errors.WrongType("claimed", f"{start!r} is no year", mend))
            continue
        where = f"claimed[{start}]"
        fault = errors.NotADate(where, "no day is given", "leave it out") if day is None else date_error(where, day)
        found.append(fault)
        soonest = grant.claim_on(start)
        if fault is None and day < soonest:
            what = f"the school year {named(start)} cannot be claimed on {day}, before {soonest}"
            found.append(errors.Contradiction(where, what, "mend the day, or leave it out"))
    errors.raise_together("claimed", found)
    return dict(claimed)


def _yearly(case: Case, gate: Gate, grant: Grant, children: tuple[Child, ...] | None) -> Schedule:
    law = case.law
    row = law.row(gate.gateway.children, gate.moment)
    most_children = row.value
    chosen = [child.called() for child in children or () if child.chosen]
    if len(chosen) > most_children:
        what = f"{len(chosen)} are chosen ({', '.join(chosen)}), and at most {most_children} may draw"
        raise errors.Contradiction("family.children", f"{what} ({row.cites[0].text()})", f"choose {most_children}")
    most = most_children * sum(level.most for level in grant.ladder.scale)
    if gate.verdict.state is State.NOT_ELIGIBLE:
        return Schedule(case, gate, gate.verdict, grant=grant)
    if children is None:
        missing = (*gate.verdict.missing, CHILDREN)
        return Schedule(case, gate, Verdict(State.UNDETERMINED, missing=missing), grant=grant, most=most)
    if not children:
        return Schedule(case, gate, _no_child(gate, law), grant=grant)
    judged = tuple(judge(child, at, grant) for at, child in enumerate(children))
    pool, drawing, readings = _choose(judged, most_children, law)
    verdict = _together(gate.verdict, judged)
    size = min(most_children, len(pool))
    picked = {each.at for each in pool if each.child.chosen}
    sets = combinations(pool, size) if size else ()
    pairs = tuple(Pair(each) for each in sets if picked <= {one.at for one in each})
    return Schedule(
        case,
        gate,
        verdict,
        grant=grant,
        children=judged,
        drawing=drawing,
        pairs=pairs,
        touched=(SCHOLARSHIP_FIRST_YEAR, *readings),
    )


def _no_child(gate: Gate, law: Law) -> Verdict:
    cite = law.row(gate.gateway.lawful, gate.moment).cites[0]
    return Verdict(State.NOT_ELIGIBLE, (Because("no child", "tidak ada anak", cite),))


def _choose(
    judged: tuple[ChildSchedule, ...], most: int, law: Law
) -> tuple[tuple[ChildSchedule, ...], tuple[ChildSchedule, ...] | None, tuple[Reading, ...]]:
    """Those who may draw, those who do (None: to be chosen), and the reading where the choice hangs on it."""
    pool = tuple(each for each in judged if each.at_most)
    picked = tuple(each for each in pool if each.child.chosen)
    if len(picked) == most:
        return pool, picked, ()
    if len(pool) <= most:
        return pool, pool, ()
    registered = tuple(each for each in pool if each.child.registered)
    if law.option(SCHOLARSHIP_CHOICE) == "registered" and len(registered) == most:
        return pool, registered, (SCHOLARSHIP_CHOICE,)
    return pool, None, (SCHOLARSHIP_CHOICE,)


def _together(gate: Verdict, judged: tuple[ChildSchedule, ...]) -> Verdict:
    """The verdict on the participant: the gateway is open, and a child may draw."""
    states = {each.verdict.state for each in judged}
    if states == {State.NOT_ELIGIBLE}:
        because = tuple(dict.fromkeys(reason for each in judged for reason in each.verdict.because))
        return Verdict(State.NOT_ELIGIBLE, because)
    if State.ELIGIBLE in states:
        return gate
    missing = [fact for each in judged for fact in each.verdict.missing]
    return Verdict(State.UNDETERMINED, missing=tuple(dict.fromkeys((*gate.missing, *missing))))


def _one_off(
    case: Case, gate: Gate, children: tuple[Child, ...] | None, amount: int, cites: tuple[Citation, ...]
) -> Schedule:
    """The scholarship of the first version: one sum for the participant."""
    law = case.law
    every = gate.gateway.programme is Programme.JKM and law.option(SCHOLARSHIP_OF_2015_IN_JKM) == "every_participant"
    ladder = ladder_of(scale_of(law.table(tables.SCALE_JKM).rows[0].value, law))
    judged = tuple(_at_school(child, at, gate, ladder, law, cites) for at, child in enumerate(children or ()))
    verdict = gate.verdict
    readings: tuple[Reading, ...] = ()
    if verdict.state is not State.NOT_ELIGIBLE:
        asked = _asked(verdict, children, judged, gate, law)
        if gate.gateway.programme is Programme.JKM and asked.state is not State.ELIGIBLE:
            readings = (SCHOLARSHIP_OF_2015_IN_JKM,)
        verdict = verdict if every else asked
    return Schedule(case, gate, verdict, once=amount, children=judged, touched=readings)


def _asked(
    gate: Verdict,
    children: tuple[Child, ...] | None,
    judged: tuple[ChildSchedule, ...],
    one: Gate,
    law: Law,
) -> Verdict:
    if children is None:
        return Verdict(State.UNDETERMINED, missing=(*gate.missing, CHILDREN))
    return _together(gate, judged) if judged else _no_child(one, law)


def _at_school(
    child: Child, at: int, gate: Gate, ladder: Ladder, law: Law, cites: tuple[Citation, ...]
) -> ChildSchedule:
    """Whether a child is lawful and still at school in the school year of the event."""
    if child.lawful is False:
        cite = law.row(gate.gateway.lawful, gate.moment).cites[0]
        because = Because("no lawful child of the participant", "bukan anak sah peserta", cite)
        return ChildSchedule(child, at, Verdict(State.NOT_ELIGIBLE, (because,)))
    running = school_year(gate.since)
    found: set[bool | None] = set()
    for schools in possible(child.school, ladder):
        path = walk(schools, running, child.born, ladder)
        place = path.places[0][1] if path.places else None
        found.add(None if not path.known else place is not None and place.stage not in (Stage.NOT_YET, Stage.LEFT))
    if found == {True}:
        assumed = () if child.lawful else (taken(child, at, "lawful"),)
        return ChildSchedule(child, at, ELIGIBLE, assumed=assumed)
    if found == {False}:
        because = Because("not at school", "tidak bersekolah", cites[-1])
        return ChildSchedule(child, at, Verdict(State.NOT_ELIGIBLE, (because,)))
    missing = (fact(child, at, "school"),)
    return ChildSchedule(child, at, Verdict(State.UNDETERMINED, missing=missing), missing=missing)
