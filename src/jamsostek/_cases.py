"""A case: an event of a member under a law, as every programme looks at it; and what a programme answers.

A programme joins ``claim`` with one function ``provide(case, answers) -> Answer``, named in ``_claims.PROVIDERS``;
``answers`` are what the programmes before it said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from . import errors
from ._accident import WorkAccident
from ._assumed import Assumption
from ._benefits import Item
from ._endings import ActivityEnd, ContractEnd, Dismissal, LeavingIndonesia, Resignation, Retirement
from ._events import FIRST_DAY, Death, TotalDisability
from ._family import Family
from ._family_checks import family_errors
from ._history import MonthState
from ._kinds import Labelled, Programme
from ._law import Law
from ._member import Member, Membership, at_home
from ._months import Month
from ._people import SelfEmployed, Trainee, WageEarner, _type_error
from ._readings import Reading
from ._verdict import Fact, State, Verdict
from .jkk.accident import work_accident
from .migrants.events import MigrantEvent

if TYPE_CHECKING:
    from ._verdict import Reason

End = Dismissal | Resignation | ContractEnd | ActivityEnd | Retirement | LeavingIndonesia
Risk = Death | WorkAccident | TotalDisability
Event = Risk | End | MigrantEvent
T = TypeVar("T", Death, TotalDisability)

WORK_RELATED = Fact(
    "event.work_related",
    "whether a work accident or occupational disease caused it",
    "apakah akibat kecelakaan kerja atau penyakit akibat kerja",
)
FAMILY = Fact("family", "the family", "keluarga")
REGISTERED = Fact("member.registered", "day of registration", "tanggal pendaftaran")
HISTORY = Fact("member.history", "which months were paid", "bulan iuran yang lunas")


class Case(NamedTuple):
    """An event of a member, his family and the law, with what is settled of them.

    ``family`` None: not known. ``work_related`` tells whether work caused the event (None: not known, and ``doubts``
    would tell); ``claim`` walks both answers while it is not known.
    """

    event: Event
    member: Member
    family: Family | None
    law: Law
    work_related: bool | None
    doubts: tuple[Fact, ...] = (WORK_RELATED,)

    @property
    def death(self) -> Death | None:
        """The death, where the event is one or came to one."""
        return death_of(self.event)

    @property
    def disability(self) -> TotalDisability | None:
        """The total disability, where the event is one or came to one."""
        return disability_of(self.event)

    @property
    def accident_on(self) -> date:
        """The day of the accident or diagnosis; of an event that does not tell it, the day of the event."""
        event = self.event
        named = event.accident_on if isinstance(event, Death | TotalDisability) else None
        return named or event.on

    @property
    def end(self) -> End | None:
        """The end of work, where the event is one."""
        return self.event if isinstance(self.event, End) else None


def case_of(event: Event, member: Member, family: Family | None, law: Law, *, abroad: bool = False) -> Case:
    """The case of an event, checked: facts that cannot be true together are told together.

    ``abroad`` is whether who asks answers for migrant workers too.
    """
    faults: list[errors.JamsostekError | None] = [
        errors.WrongType("event", f"{event!r} is no event", "give one, such as a Death or a Dismissal")
        if not isinstance(event, Event)
        else None,
        errors.WrongType("member", f"{_short(member)} is no member", "give a jamsostek.Member")
        if not isinstance(member, Member)
        else None,
        None if family is None or isinstance(family, Family) else _type_error("family", family, Family),
    ]
    errors.raise_together("claim", faults)
    if not abroad:
        at_home(member)
    if member.abroad is None and isinstance(event, MigrantEvent):
        what = f"{event.label_en}, which befalls migrant workers alone"
        raise errors.WrongType("event", what, "give a member who is a MigrantWorker")
    case = _case(event, member, family, law)
    errors.raise_together("claim", _faults(case))
    return case


def _short(given: object) -> str:
    """What was given, in a few words: a participant by its type."""
    if isinstance(given, WageEarner | SelfEmployed | Trainee):
        return f"a {type(given).__name__} alone"
    return repr(given)


def _case(event: Event, member: Member, family: Family | None, law: Law) -> Case:
    if isinstance(event, Death | TotalDisability):
        return Case(event, member, family, law, event.work_related)
    if not isinstance(event, WorkAccident):
        return Case(event, member, family, law, False)  # the end of work, a failed departure, is no accident
    verdict = work_accident(event, law=law)
    if verdict.state is State.UNDETERMINED:
        return Case(event, member, family, law, None, verdict.missing)
    return Case(event, member, family, law, verdict.state is State.ELIGIBLE)


def _faults(case: Case) -> Iterator[errors.JamsostekError | None]:
    death, born = case.death, case.member.person.born
    day = case.accident_on if death is None else death.on
    if born is not None and day <= born:
        yield errors.Contradiction("event", f"{day} is not after birth on {born}", "mend one of the two days")
    members = case.member.memberships
    late = [] if death is None else _unregistered(members, day)
    if not late and len(early := _unregistered(members, case.accident_on)) == len(members):
        late, day = early, case.accident_on
    if late:
        yield errors.TooEarly(
            "event",
            f"{day} lies before registration on {late[0]}",
            'mend one of the two days, or write registered="never" if nobody had enrolled him by then',
        )
    abroad = case.member.abroad
    if abroad is not None and abroad.since is not None and case.accident_on < abroad.since:
        what = f"{case.accident_on} lies before registration on {abroad.since}"
        yield errors.TooEarly("event", what, 'mend one of the two days, or write registered="never"')
    for each in members:
        yield _record_error(each)
    if case.family is not None:
        yield from family_errors(case.family, born=born, event=day, deceased=death is not None)


def _unregistered(members: Iterable[Membership], day: date) -> list[date]:
    """The days of registration of those that were not registered yet on a day."""
    return [each.since for each in members if each.since is not None and each.since > day]


def _record_error(membership: Membership) -> errors.TooEarly | None:
    """What is wrong with a record that was paid before registration, its months told together."""
    since, history = membership.since, membership.history
    if since is None or history is None or history.first.index >= Month.of(since).index:
        return None
    before = history.records[: Month.of(since) - history.first]
    first = Month.of(FIRST_DAY)  # the older law is not in the library
    paid = [each.month for each in before if each.state is MonthState.PAID and each.month >= first]
    if not paid:
        return None
    span = str(paid[0]) if len(paid) == 1 else f"{paid[0]} to {paid[-1]}"
    what = f"{span}: a wage before registration on {since}"
    return errors.TooEarly("history", what, "mend the months or the registration")


def death_of(event: Event) -> Death | None:
    """The death that an event is or came to."""
    return _part(event, Death)


def disability_of(event: Event) -> TotalDisability | None:
    """The total disability that an event is or came to."""
    return _part(event, TotalDisability)


def _part(event: Event, kind: type[T]) -> T | None:
    if isinstance(event, kind):
        return event
    outcomes = event.outcome if isinstance(event, WorkAccident) else ()
    return next((each for each in outcomes or () if isinstance(each, kind)), None)


class Refusal(NamedTuple):
    """A benefit, or a whole programme (``benefit`` None), that is not owed, and why; ``membership``: of this one."""

    programme: Programme
    benefit: Labelled | None
    verdict: Verdict
    membership: Membership | None = None


class Answer(NamedTuple):
    """What a programme says to a case: its verdict, what it owes or may owe, what it refuses, what it took as given.

    ``bounds`` are the least and the most that the items come to together, rupiah, where they exclude one another; None:
    as they add up.
    """

    programme: Programme
    verdict: Verdict
    items: tuple[Item, ...] = ()
    refused: tuple[Refusal, ...] = ()
    readings: tuple[Reading, ...] = ()
    assumed: tuple[Assumption, ...] = ()
    bounds: tuple[int, int] | None = None


def doubted(answer: Answer, doubts: tuple[Fact, ...]) -> Answer:
    """An answer that holds only if facts that are not known turn out so: nothing of it is certain."""

    def doubt(verdict: Verdict) -> Verdict:
        if verdict.state is State.NOT_ELIGIBLE:
            return verdict
        return Verdict(State.UNDETERMINED, missing=tuple(dict.fromkeys((*doubts, *verdict.missing))))

    items = tuple(each._replace(verdict=doubt(each.verdict)) for each in answer.items)
    return answer._replace(verdict=doubt(answer.verdict), items=items)


def verdict_of(items: Iterable[Item], because: Iterable[Reason]) -> Verdict:
    """The verdict on a programme from its items: yes if one is owed, no if there is none, with the reasons."""
    missing: list[Fact] = []
    for each in items:
        if each.verdict.state is State.ELIGIBLE:
            return Verdict(State.ELIGIBLE)
        missing += each.verdict.missing
    if missing:
        return Verdict(State.UNDETERMINED, missing=tuple(dict.fromkeys(missing)))
    return Verdict(State.NOT_ELIGIBLE, tuple(dict.fromkeys(because)))


Provider = Callable[[Case, tuple[Answer, ...]], Answer]
