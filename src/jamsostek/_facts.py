"""The facts that conditions ask for, and how they are read off a participant in a contribution month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from ._conditions import Value
from ._dated import Moment
from ._kinds import EmployerKind, PaidBy, Programme, SelfEmployedKind
from ._law import Law
from ._months import Month
from ._people import Participant
from ._verdict import Fact
from .participation import JKP_IN_FORCE
from .readings import BORN_ON_29_FEBRUARY, JKP_AGE_OF_EARLY_MEMBERS

INDUSTRY = Fact("employer.industry", "industry", "industri")
ACTIVE_WORKERS = Fact(
    "employer.active_workers", "workers who are active participants", "pekerja yang terdaftar sebagai peserta aktif"
)
_PAID_LABELS = ("JKK and JKM fully paid up to", "bulan terakhir JKK dan JKM lunas")
PAID_UP_TO = Fact("paid_up_to", *_PAID_LABELS)
EMPLOYER_PAID_UP_TO = Fact("employer.paid_up_to", *_PAID_LABELS)
REGISTERED = Fact("registered", "day of registration", "tanggal pendaftaran")
MONTHS_REGISTERED = Fact("months_registered", "months since registration", "bulan sejak pendaftaran", (REGISTERED,))
SECTOR = Fact("sector", "sector", "sektor")
PAID_BY = Fact("paid_by", "who pays", "pembayar iuran")
EMPLOYER_KIND = Fact("employer.kind", "kind of employer", "jenis pemberi kerja")
KIND = Fact("kind", "kind of self-employed", "jenis BPU")
CITIZEN = Fact("person.citizen", "Indonesian citizen", "warga negara Indonesia")
BORN = Fact("person.born", "date of birth", "tanggal lahir")
AGE = Fact("age", "age at the end of the month", "usia pada akhir bulan", (BORN,))
AGE_REGISTERED = Fact("age_registered", "age when registered", "usia saat mendaftar", (BORN, REGISTERED))
HEALTH_COVER = Fact("person.health_cover", "cover by the health scheme JKN", "kepesertaan JKN")
SCALE = Fact("employer.scale", "employer's scale", "skala usaha")
IN_JKK = Fact("in_jkk", "enrolled in JKK", "terdaftar di JKK")
IN_JKM = Fact("in_jkm", "enrolled in JKM", "terdaftar di JKM")
IN_JHT = Fact("in_jht", "enrolled in JHT", "terdaftar di JHT")
IN_JP = Fact("in_jp", "enrolled in JP", "terdaftar di JP")

# The listed defaults: what stands in for a fact that is not given.
DEFAULTS: dict[Fact, Value] = {
    EMPLOYER_KIND: EmployerKind.COMPANY,
    PAID_BY: PaidBy.SELF,
    KIND: SelfEmployedKind.OWN_ACCOUNT,
    CITIZEN: True,
}


class Asked(NamedTuple):
    """A participant in a contribution month, under a law: what conditions are asked about; listed defaults stand in."""

    participant: Participant
    month: Month
    moment: Moment
    law: Law
    enrolled: frozenset[Programme] = frozenset()

    def fact(self, key: str) -> Value | None:
        """The value of a fact, None where it is not known."""
        return _GETTERS[key](self)


def _at(path: str, default: Value | None = None) -> Callable[[Asked], Value | None]:
    """Read the fact at a path such as ``employer.scale`` off the participant."""
    part, _, name = path.rpartition(".")

    def get(asked: Asked) -> Value | None:
        owner = getattr(asked.participant, part, None) if part else asked.participant
        value: Value | None = getattr(owner, name, None)
        return default if value is None else value

    return get


def _months_registered(asked: Asked) -> int | None:
    registered = asked.participant.registered
    return None if registered is None else asked.month - Month.of(registered)


def _age(asked: Asked) -> int | None:
    return _years(asked.fact(BORN.key), asked.month.last_day)


def _age_registered(asked: Asked) -> int | None:
    registered = asked.participant.registered
    if registered is not None and asked.law.option(JKP_AGE_OF_EARLY_MEMBERS) == "start_of_jkp":
        registered = max(registered, asked.law.table(JKP_IN_FORCE).rows[0].since)
    return _years(asked.fact(BORN.key), registered)


def _years(born: Value | None, day: date | None) -> int | None:
    if not isinstance(born, date) or day is None:
        return None
    from dateutil.relativedelta import relativedelta  # most bills ask for no age

    return relativedelta(day, born).years


def birthday(born: date, age: int, law: Law) -> date:
    """The day on which an age is reached; of who was born on 29 February, in common years, by reading."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        year, late = born.year + age, law.option(BORN_ON_29_FEBRUARY) == "1_march"
        return date(year, 3, 1) if late else date(year, 2, 28)


def _enrolled(programme: Programme) -> Callable[[Asked], Value | None]:
    return lambda asked: programme in asked.enrolled


_GIVEN = (
    INDUSTRY,
    ACTIVE_WORKERS,
    PAID_UP_TO,
    EMPLOYER_PAID_UP_TO,
    EMPLOYER_KIND,
    SCALE,
    REGISTERED,
    SECTOR,
    PAID_BY,
    KIND,
    CITIZEN,
    BORN,
    HEALTH_COVER,
)
_GETTERS: dict[str, Callable[[Asked], Value | None]] = {
    **{fact.key: _at(fact.key, DEFAULTS.get(fact)) for fact in _GIVEN},
    MONTHS_REGISTERED.key: _months_registered,
    AGE.key: _age,
    AGE_REGISTERED.key: _age_registered,
    IN_JKK.key: _enrolled(Programme.JKK),
    IN_JKM.key: _enrolled(Programme.JKM),
    IN_JHT.key: _enrolled(Programme.JHT),
    IN_JP.key: _enrolled(Programme.JP),
}
