"""A case: an event of a member under a law, as every programme looks at it; and what a programme answers.

A programme joins ``claim`` with one function ``provide(case) -> Answer``, named in ``_claims.PROVIDERS``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ._accident import WorkAccident
from ._assumed import Assumption
from ._benefits import Item
from ._events import Death, TotalDisability
from ._kinds import Labelled, Programme
from ._law import Law
from ._member import Member
from ._readings import Reading
from ._verdict import Fact, Verdict

if TYPE_CHECKING:
    from ._family import Family

Event = Death | WorkAccident | TotalDisability
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

    ``family`` None: not known. ``work_related`` tells whether work caused the event (None: not known); ``claim`` walks
    both answers while it is not known.
    """

    event: Event
    member: Member
    family: Family | None
    law: Law
    work_related: bool | None

    @property
    def death(self) -> Death | None:
        """The death, where the event is one or came to one."""
        return _part(self.event, Death)

    @property
    def disability(self) -> TotalDisability | None:
        """The total disability, where the event is one or came to one."""
        return _part(self.event, TotalDisability)

    @property
    def accident_on(self) -> date:
        """The day of the accident or diagnosis; of an event that does not tell it, the day of the event."""
        event = self.event
        return event.on if isinstance(event, WorkAccident) else event.accident_on or event.on


def _part(event: Event, kind: type[T]) -> T | None:
    if isinstance(event, kind):
        return event
    outcomes = event.outcome if isinstance(event, WorkAccident) else ()
    return next((each for each in outcomes if isinstance(each, kind)), None)


class Refusal(NamedTuple):
    """A benefit, or a whole programme (``benefit`` None), that is not owed, and why."""

    programme: Programme
    benefit: Labelled | None
    verdict: Verdict


class Answer(NamedTuple):
    """What a programme says to a case: its verdict, what it owes or may owe, what it refuses, what it took as given."""

    programme: Programme
    verdict: Verdict
    items: tuple[Item, ...] = ()
    refused: tuple[Refusal, ...] = ()
    readings: tuple[Reading, ...] = ()
    assumed: tuple[Assumption, ...] = ()


Provider = Callable[[Case], Answer]
