"""What befalls migrant workers alone: a failed departure or placement, a wrong one, rape, trouble, loss on the way.

Events check themselves. None means *not known*. A death, a work accident, a total disability and a dismissal are those
of everybody.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from attrs import field, frozen

from .. import errors
from .._events import on_error
from .._kinds import Labelled, choice_error, lenient
from .._money import lenient_int, sum_error
from .._people import _flag_error

CauseWord = Literal["worker", "placement_body", "government", "other"]


class Cause(Labelled):
    """Why a candidate did not leave (sebab gagal berangkat), Permenaker 4/2023 art. 27(1)g and (3)."""

    WORKER = "worker", "his own fault", "kesalahan calon pekerja migran"
    PLACEMENT_BODY = "placement_body", "a fault of the placement body", "kesalahan Pelaksana Penempatan"
    GOVERNMENT = "government", "a policy of the government of Indonesia", "kebijakan Pemerintah Republik Indonesia"
    OTHER = "other", "any other cause", "sebab lain"


def _cause(value: Cause | CauseWord | None) -> Cause | None:
    return lenient(Cause, value)


def _cost(value: int | None) -> int | None:
    return None if value is None else lenient_int(value)


def _cost_error(where: str, cost: int | None) -> errors.JamsostekError | None:
    return None if cost is None else sum_error(where, cost)


@frozen(kw_only=True)
class MigrantEvent(ABC):
    """What befalls migrant workers alone: ``on`` is its day. Raises ``MissingFact``, ``NotADate``, ``BeforeLaw``."""

    label_en: ClassVar[str]
    label_id: ClassVar[str]

    on: date

    def __attrs_post_init__(self) -> None:
        errors.raise_together(type(self).__name__, (on_error("on", self.on), *self._faults()))

    @abstractmethod
    def _faults(self) -> Iterator[errors.JamsostekError | None]:
        """What is wrong with the facts of its own."""


@frozen(kw_only=True)
class FailedDeparture(MigrantEvent):
    """A candidate did not leave (gagal berangkat); ``cause`` is why. Raises ``UnknownKind`` too.

    >>> FailedDeparture(on=date(2024, 9, 2), cause="placement_body").cause.label_en
    'a fault of the placement body'
    """

    label_en = "failed departure"
    label_id = "gagal berangkat"

    cause: Cause | None = field(default=None, converter=_cause)

    def _faults(self) -> Iterator[errors.JamsostekError | None]:
        yield choice_error(errors.UnknownKind, "cause", Cause, self.cause)


@frozen(kw_only=True)
class FailedPlacement(MigrantEvent):
    """A worker who left was not placed (gagal ditempatkan).

    ``own_fault`` is whether it was his, ``transport`` what the way home cost, rupiah. Raises ``WrongType`` and an
    ``…Amount`` error too.

    >>> FailedPlacement(on=date(2024, 9, 2), own_fault=False, transport=6_500_000).transport
    6500000
    """

    label_en = "failed placement"
    label_id = "gagal ditempatkan"

    own_fault: bool | None = None
    transport: int | None = field(default=None, converter=_cost)

    def _faults(self) -> Iterator[errors.JamsostekError | None]:
        yield _flag_error("own_fault", self.own_fault)
        yield _cost_error("transport", self.transport)


@frozen(kw_only=True)
class WrongPlacement(MigrantEvent):
    """A worker was placed contrary to his contract (ditempatkan tidak sesuai perjanjian kerja).

    ``own_wish`` is whether he wished it, ``transport`` what the way home cost, rupiah. Raises ``WrongType`` and an
    ``…Amount`` error too.

    >>> WrongPlacement(on=date(2024, 9, 2), own_wish=False).transport is None
    True
    """

    label_en = "placed contrary to the contract"
    label_id = "ditempatkan tidak sesuai perjanjian kerja"

    own_wish: bool | None = None
    transport: int | None = field(default=None, converter=_cost)

    def _faults(self) -> Iterator[errors.JamsostekError | None]:
        yield _flag_error("own_wish", self.own_wish)
        yield _cost_error("transport", self.transport)


@frozen(kw_only=True)
class Rape(MigrantEvent):
    """A rape (pemerkosaan); ``proven`` is whether it has been proved. Raises ``WrongType`` too.

    >>> Rape(on=date(2024, 9, 2), proven=True).proven
    True
    """

    label_en = "rape"
    label_id = "pemerkosaan"

    proven: bool | None = None

    def _faults(self) -> Iterator[errors.JamsostekError | None]:
        yield _flag_error("proven", self.proven)


@frozen(kw_only=True)
class TroubledReturn(MigrantEvent):
    """The way home of a worker in trouble (pemulangan pekerja migran bermasalah); ``transport`` is its cost, rupiah.

    Raises an ``…Amount`` error too.

    >>> TroubledReturn(on=date(2024, 9, 2), transport=6_500_000).label_en
    'way home of a worker in trouble'
    """

    label_en = "way home of a worker in trouble"
    label_id = "pemulangan pekerja migran bermasalah"

    transport: int | None = field(default=None, converter=_cost)

    def _faults(self) -> Iterator[errors.JamsostekError | None]:
        yield _cost_error("transport", self.transport)


@frozen(kw_only=True)
class LossOnTheWay(MigrantEvent):
    """A loss that others caused on the way home (kerugian selama perjalanan pulang); ``loss`` is rupiah.

    Raises an ``…Amount`` error too.

    >>> LossOnTheWay(on=date(2024, 9, 2), loss=4_000_000).loss
    4000000
    """

    label_en = "loss on the way home"
    label_id = "kerugian selama perjalanan pulang"

    loss: int | None = field(default=None, converter=_cost)

    def _faults(self) -> Iterator[errors.JamsostekError | None]:
        yield _cost_error("loss", self.loss)


EVENTS = (FailedDeparture, FailedPlacement, WrongPlacement, Rape, TroubledReturn, LossOnTheWay)
