"""What JKK and JKM pay a migrant worker or his family after an event, over the phases that are possible."""

from __future__ import annotations

from attrs import evolve

from .._accident import WorkAccident
from .._assumed import Assumption
from .._benefits import ELIGIBLE, Because, Item, join
from .._cases import Answer, Case, Event, Provider, case_of, verdict_of
from .._family import Family
from .._kinds import Programme
from .._law import LAW, Law
from .._member import Member
from .._verdict import State, Verdict
from ..jkk.benefit_rules import AS_CALLED
from .asked import asked
from .events import FailedDeparture, LossOnTheWay
from .items import Maker, Way
from .others import jht, jkp, jp
from .periods import where
from .worker import MigrantWorker


def eligible(event: Event, member: Member, *, law: Law = LAW) -> Verdict:
    """Whether JKK or JKM pays a migrant worker or his family anything for an event, whoever receives it.

    Raises what ``benefit`` raises.

    >>> from datetime import date
    >>> import jamsostek as js
    >>> siti = js.Member(js.MigrantWorker(24, route="placed", registered=date(2024, 3, 1)))
    >>> event = js.migrants.FailedDeparture(on=date(2024, 6, 3), cause="placement_body")
    >>> print(eligible(event, siti).text())
    no: a fault of the placement body (Permenaker 4/2023 art. 27(3)a)
    """
    case = case_of(event, member, None, law, abroad=True)
    jkk, jkm = (answer(case, programme).verdict for programme in (Programme.JKK, Programme.JKM))
    if State.ELIGIBLE in (jkk.state, jkm.state):
        return ELIGIBLE
    unsure = [each for each in (jkk, jkm) if each.state is State.UNDETERMINED]
    if unsure:
        return join(*unsure)
    return jkk if case.death is None or case.work_related else jkm


def benefit(event: Event, member: Member, family: Family | None = None, *, law: Law = LAW) -> tuple[Item, ...]:
    """What JKK and JKM pay or may pay for an event of a migrant worker; an amount that is not known is None.

    ``family`` None: not known. Raises ``WrongType``, ``TooEarly`` (an event before registration), ``BeforeLaw``,
    ``LawChanged``, several as ``SeveralErrors``. Permenaker 4/2023 arts 27 and 34.

    >>> from datetime import date
    >>> import jamsostek as js
    >>> siti = js.Member(js.MigrantWorker(24, route="placed", registered=date(2024, 3, 1)))
    >>> benefit(js.migrants.FailedDeparture(on=date(2024, 6, 3), cause="other"), siti)[0].amount
    10000000
    """
    case = case_of(event, member, family, law, abroad=True)
    return (*answer(case, Programme.JKK).items, *answer(case, Programme.JKM).items)


def answer(case: Case, programme: Programme) -> Answer:
    """What JKK or JKM says to a case."""
    wants = asked(case, programme)
    if isinstance(wants, Because):
        return Answer(programme, Verdict(State.NOT_ELIGIBLE, (wants,)))
    worker = _worker(case)
    found = where(worker, case.accident_on, case.law, at_home=isinstance(case.event, FailedDeparture))
    if not found.phases:
        return Answer(programme, Verdict(State.NOT_ELIGIBLE, found.because), readings=found.readings)
    maker = Maker(case, programme, worker)
    ways = [maker.way(wants, phase) for phase in found.phases]
    ways += [Way()] if found.outside else []
    items = tuple(dict.fromkeys(item for way in ways for item in way.items))
    because = [reason for way in ways for refusal in way.refused for reason in refusal.verdict.because]
    refused = tuple(each for each in ways[0].refused if all(each in way.refused for way in ways[1:]))
    readings = tuple(dict.fromkeys((*found.readings, *(reading for item in items for reading in item.readings))))
    assumed = (*_as_called(case), *found.assumed)
    if len(ways) == 1:
        return Answer(programme, verdict_of(items, because), items, refused, readings, assumed)
    doubt = Verdict(State.UNDETERMINED, missing=found.missing)
    items = tuple(
        item if all(item in way.items for way in ways) else item._replace(verdict=join(item.verdict, doubt))
        for item in items
    )
    return Answer(programme, verdict_of(items, because), items, refused, readings, assumed, _bounds(ways))


def _worker(case: Case) -> MigrantWorker:
    worker = case.member.abroad
    assert worker is not None  # asked of a migrant worker alone
    if isinstance(case.event, LossOnTheWay) and worker.departed is not None and worker.returned is None:
        return evolve(worker, returned=max(case.event.on, worker.departed))  # the way home tells the return
    return worker


def _as_called(case: Case) -> tuple[Assumption, ...]:
    event = case.event
    called = isinstance(event, WorkAccident) and event.circumstance is None and event.recognised is None
    return (AS_CALLED,) if called else ()


def _bounds(ways: list[Way]) -> tuple[int, int] | None:
    """The least and the most over ways that exclude one another; None where there is no most."""
    mosts = [[item.at_most for item in way.items] for way in ways]
    if any(None in each for each in mosts):
        return None
    least = min(sum(item.at_least for item in way.items) for way in ways)
    return least, max(sum(most or 0 for most in each) for each in mosts)


def _jkk(case: Case, _answers: tuple[Answer, ...]) -> Answer:
    return answer(case, Programme.JKK)


def _jkm(case: Case, _answers: tuple[Answer, ...]) -> Answer:
    return answer(case, Programme.JKM)


# Who answers for migrant workers, in the order of the items of a claim.
PROVIDERS: tuple[tuple[frozenset[Programme], Provider], ...] = (
    (frozenset({Programme.JKK}), _jkk),
    (frozenset({Programme.JKM}), _jkm),
    (frozenset({Programme.JHT}), jht),
    (frozenset({Programme.JP}), jp),
    (frozenset({Programme.JKP}), jkp),
)
