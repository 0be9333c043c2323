"""The facts that conditions ask for, and how they are read off a participant in a contribution month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import field, frozen

from ._conditions import Value
from ._dated import Moment
from ._kinds import PaidBy, Programme, SelfEmployedKind
from ._law import Law
from ._months import Month
from ._people import Participant, SelfEmployed
from ._verdict import Fact

INDUSTRY = Fact("industry", "industry", "industri")
ACTIVE_WORKERS = Fact("active_workers", "workers who are active participants", "pekerja peserta aktif")
PAID_UP_TO = Fact("paid_up_to", "JKK and JKM fully paid up to", "JKK dan JKM lunas sampai")
REGISTERED = Fact("registered", "day of registration", "tanggal pendaftaran")
MONTHS_REGISTERED = Fact("months_registered", "months since registration", "bulan sejak pendaftaran", (REGISTERED,))
SECTOR = Fact("sector", "sector", "sektor")
PAID_BY = Fact("paid_by", "who pays", "pembayar iuran")
KIND = Fact("kind", "kind of self-employed", "jenis BPU")
CITIZEN = Fact("citizen", "Indonesian citizen", "warga negara Indonesia")
BORN = Fact("born", "date of birth", "tanggal lahir")
AGE = Fact("age", "age at the end of the month", "usia pada akhir bulan", (BORN,))
AGE_REGISTERED = Fact("age_registered", "age when registered", "usia saat mendaftar", (BORN, REGISTERED))
HEALTH_COVER = Fact("health_cover", "cover by the health scheme JKN", "kepesertaan JKN")
SCALE = Fact("scale", "employer's scale", "skala usaha")
IN_JKK = Fact("in_jkk", "enrolled in JKK", "terdaftar di JKK")
IN_JKM = Fact("in_jkm", "enrolled in JKM", "terdaftar di JKM")
IN_JHT = Fact("in_jht", "enrolled in JHT", "terdaftar di JHT")
IN_JP = Fact("in_jp", "enrolled in JP", "terdaftar di JP")


@frozen(eq=False, repr=False)
class Asked:
    """A participant in a contribution month, under a law: what conditions are asked about.

    Listed defaults stand in here: an own-account worker who pays himself, an Indonesian citizen.
    """

    participant: Participant
    month: Month
    moment: Moment
    law: Law
    enrolled: frozenset[Programme] = field(factory=frozenset)

    def fact(self, key: str) -> Value | None:
        """The value of a fact, None where it is not known."""
        return _GETTERS[key](self)


def _employers(key: str) -> Callable[[Asked], Value | None]:
    def get(asked: Asked) -> Value | None:
        given = asked.participant
        value: Value | None = getattr(given if isinstance(given, SelfEmployed) else given.employer, key, None)
        return value

    return get


def _own(key: str, default: Value | None = None) -> Callable[[Asked], Value | None]:
    def get(asked: Asked) -> Value | None:
        value: Value | None = getattr(asked.participant, key, None)
        return default if value is None else value

    return get


def _persons(key: str, default: Value | None = None) -> Callable[[Asked], Value | None]:
    def get(asked: Asked) -> Value | None:
        value: Value | None = getattr(asked.participant.person, key, None)
        return default if value is None else value

    return get


def _months_registered(asked: Asked) -> int | None:
    registered = asked.participant.registered
    return None if registered is None else asked.month - Month.of(registered)


def _age(asked: Asked) -> int | None:
    return _years(asked.fact(BORN.key), asked.month.last_day)


def _age_registered(asked: Asked) -> int | None:
    return _years(asked.fact(BORN.key), asked.participant.registered)


def _years(born: Value | None, day: date | None) -> int | None:
    if not isinstance(born, date) or day is None:
        return None
    from dateutil.relativedelta import relativedelta  # most bills ask for no age

    return relativedelta(day, born).years


def _enrolled(programme: Programme) -> Callable[[Asked], Value | None]:
    return lambda asked: programme in asked.enrolled


_GETTERS: dict[str, Callable[[Asked], Value | None]] = {
    INDUSTRY.key: _employers(INDUSTRY.key),
    ACTIVE_WORKERS.key: _employers(ACTIVE_WORKERS.key),
    PAID_UP_TO.key: _employers(PAID_UP_TO.key),
    SCALE.key: _employers(SCALE.key),
    REGISTERED.key: _own(REGISTERED.key),
    MONTHS_REGISTERED.key: _months_registered,
    SECTOR.key: _own(SECTOR.key),
    PAID_BY.key: _own(PAID_BY.key, PaidBy.SELF),
    KIND.key: _own(KIND.key, SelfEmployedKind.OWN_ACCOUNT),
    CITIZEN.key: _persons(CITIZEN.key, True),
    BORN.key: _persons(BORN.key),
    AGE.key: _age,
    AGE_REGISTERED.key: _age_registered,
    HEALTH_COVER.key: _persons(HEALTH_COVER.key),
    IN_JKK.key: _enrolled(Programme.JKK),
    IN_JKM.key: _enrolled(Programme.JKM),
    IN_JHT.key: _enrolled(Programme.JHT),
    IN_JP.key: _enrolled(Programme.JP),
}
