"""Migrant workers as participants: the contract, the route, the days on which phases of cover begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar, Literal

from attrs import field, frozen

from .. import errors
from .._kinds import Labelled, choice_error, lenient
from .._money import count_error, lenient_int, sum_error, whole
from .._months import date_error
from .._people import Person, Rebuilt, _flag_error, _registration_errors, _type_error

RouteWord = Literal["placed", "individual"]
Registered = date | Literal["never"]
# A bound of sense, not of law.
_LONGEST = 120


class Route(Labelled):
    """How a migrant worker goes abroad, Permenaker 4/2023 arts 1(5)-(6) and 6."""

    PLACED = "placed", "sent by a placement body", "melalui Pelaksana Penempatan"
    INDIVIDUAL = "individual", "without a placement body", "pekerja migran perseorangan"


def _route(value: Route | RouteWord | None) -> Route | None:
    return lenient(Route, value)


def _months(value: int) -> int:
    return lenient_int(value)


def _sum(value: int | None) -> int | None:
    return None if value is None else lenient_int(value)


@frozen
class MigrantWorker(Rebuilt):
    """A migrant worker, or a candidate for one (pekerja migran Indonesia, PMI; calon PMI): one contract abroad.

    ``contract`` is its length in months. ``route`` is ``"placed"`` (sent by a placement body) or ``"individual"``.
    ``savings`` is what he saves in JHT each month, rupiah; 0: nothing; None: not known, and none is billed.
    ``registered`` is the day from which on he was registered and had paid, ``"never"``: nobody registered him;
    ``departed`` the day on which he left, ``returned`` that on which he came back; ``work_paid`` is whether the
    contributions for cover during and after work were paid. None: not known. Contributions go by the contract and are
    those of ``migrants.contribution``.

    Raises ``WrongType``, ``OutOfRange`` (a contract of no months), ``UnknownKind``, ``NotADate``, an ``…Amount`` error,
    ``Contradiction`` (a foreigner, days in the wrong order), several as ``SeveralErrors``.

    >>> MigrantWorker(24, route="placed", registered=date(2024, 3, 1)).route.label_id
    'melalui Pelaksana Penempatan'
    """

    type_name: ClassVar[str] = "migrant_worker"
    billed_by: ClassVar[str] = "migrants.contribution, by the contract and not by the month"

    contract: int = field(converter=_months)
    route: Route | None = field(default=None, kw_only=True, converter=_route)
    savings: int | None = field(default=None, kw_only=True, converter=_sum)
    person: Person | None = field(default=None, kw_only=True)
    registered: Registered | None = field(default=None, kw_only=True)
    departed: date | None = field(default=None, kw_only=True)
    returned: date | None = field(default=None, kw_only=True)
    work_paid: bool | None = field(default=None, kw_only=True)

    @staticmethod
    def from_dict(given: Mapping[str, Any]) -> MigrantWorker:
        """Rebuild a migrant worker from ``worker.to_dict()``.

        Raises ``UnknownKind``, ``WrongType``, ``NotADate``, ``MissingFact`` and what the worker himself raises.
        """
        from .._serial import _build, _told

        facts, name = _told(given)
        if name not in (None, MigrantWorker.type_name):
            raise errors.not_in(errors.UnknownKind, "type", name, (MigrantWorker.type_name,))
        found: MigrantWorker = _build(MigrantWorker, facts, MigrantWorker.type_name)
        return found

    def __attrs_post_init__(self) -> None:
        day = self.since if self.registered != "never" else None
        errors.raise_together(
            "MigrantWorker",
            (
                _contract_error(self.contract),
                choice_error(errors.UnknownKind, "route", Route, self.route),
                None if self.savings is None else sum_error("savings", self.savings),
                _type_error("person", self.person, Person),
                *_registration_errors(day, self.person),
                date_error("departed", self.departed),
                date_error("returned", self.returned),
                _flag_error("work_paid", self.work_paid),
                *self._contradictions(),
            ),
        )

    def _contradictions(self) -> Iterator[errors.JamsostekError | None]:
        if isinstance(self.person, Person) and self.person.citizen is False:
            what = "a foreigner, and migrant workers are Indonesian citizens"
            yield errors.Contradiction("person.citizen", what, "give a WageEarner with his employer in Indonesia")
        days = [day for day in (self.departed, self.returned) if day is None or date_error("", day) is None]
        if len(days) < 2:
            return
        if self.returned is not None and self.departed is None:
            yield errors.Contradiction("returned", "given without the day of departure", "give departed too")
        if self.departed is not None and self.returned is not None and self.returned < self.departed:
            what = f"{self.returned} lies before departure on {self.departed}"
            yield errors.Contradiction("returned", what, "mend one of the two days")

    @property
    def since(self) -> date | None:
        """The day of registration, None where there is none or it is not known."""
        return None if self.registered == "never" else self.registered


def day_error(worker: MigrantWorker, on: date | None) -> errors.JamsostekError | None:
    """What is wrong with the day that chooses the regulation: it is not known, or another than the worker's."""
    since = worker.since
    if on is None and since is None:
        never = worker.registered == "never"
        what = "nobody registered him" if never else "the day of registration is not known"
        return errors.MissingFact("on", what, "give on=…, it chooses the regulation")
    if None not in (on, since) and on != since:
        what = f"{on}, and he was registered on {since}"
        return errors.Contradiction("on", what, "leave it out, or give a worker without a day of registration")
    return None


def _contract_error(months: object) -> errors.JamsostekError | None:
    found = whole(months)
    if found is None or found < 0:
        return count_error("contract", months)
    if not 0 < found <= _LONGEST:
        what = "a contract of no months" if found == 0 else f"a contract of {found} months"
        return errors.OutOfRange("contract", what, f"give its months, 1 to {_LONGEST}")
    return None
