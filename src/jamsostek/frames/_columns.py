"""Which columns a frame may bring, what each holds, and how the caller's names map to them."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from .. import errors
from .._kinds import EmployerKind, HealthCover, Industry, PaidBy, Scale, Sector, SelfEmployedKind
from .._people import SelfEmployed, Trainee, WageEarner


class Holds(Enum):
    """What a column holds."""

    MONEY = "whole rupiah per month, an integer column"
    SUM = "whole rupiah, an integer column"
    COUNT = "a whole number"
    WORD = "text"
    FLAG = "yes, no or a gap, a boolean column"
    DATE = "dates, a date or timestamp column"
    MONTH = 'months, as text such as "2026-03" or as dates'


class Column(NamedTuple):
    """A column that is read: its usual name, what it holds, the facts of the law it stands for, its words."""

    name: str
    holds: Holds
    facts: tuple[str, ...]
    words: tuple[str, ...] = ()
    error: type[errors.UnknownChoice] = errors.UnknownKind


KINDS = (WageEarner.type_name, SelfEmployed.type_name, Trainee.type_name)
PROGRAMME_FLAGS = ("in_jkk", "in_jkm", "in_jht", "in_jp")

COLUMNS = {
    column.name: column
    for column in (
        Column("type", Holds.WORD, (), KINDS),
        Column("wage", Holds.MONEY, ("wage",)),
        Column("income", Holds.MONEY, ("income",)),
        Column("risk_group", Holds.COUNT, ("employer.risk_group",)),
        Column("scale", Holds.WORD, ("employer.scale",), tuple(Scale), errors.UnknownScale),
        Column("employer_kind", Holds.WORD, ("employer.kind",), tuple(EmployerKind)),
        Column("industry", Holds.WORD, ("employer.industry",), tuple(Industry), errors.UnknownIndustry),
        Column("active_workers", Holds.COUNT, ("employer.active_workers",)),
        Column("paid_up_to", Holds.MONTH, ("paid_up_to", "employer.paid_up_to")),
        Column("kind", Holds.WORD, ("kind",), tuple(SelfEmployedKind)),
        Column("sector", Holds.WORD, ("sector",), tuple(Sector), errors.UnknownSector),
        Column("paid_by", Holds.WORD, ("paid_by",), tuple(PaidBy), errors.UnknownPayer),
        Column("born", Holds.DATE, ("person.born",)),
        Column("citizen", Holds.FLAG, ("person.citizen",)),
        Column("six_months", Holds.FLAG, ("person.six_months",)),
        Column("health_cover", Holds.WORD, ("person.health_cover",), tuple(HealthCover)),
        Column("registered", Holds.DATE, ("registered",)),
        *(Column(name, Holds.FLAG, (name,)) for name in PROGRAMME_FLAGS),
    )
}

MONTH = Column("month", Holds.MONTH, ())
PAID = Column("paid", Holds.FLAG, ())
