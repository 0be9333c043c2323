"""The law of what JKM pays: PP 44/2015 art. 34 in its two versions, the waiting months of 2025, days of payment."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar

from .._citations import Flag, Grade
from .._dated import Clock, Dated, Horizon, Row, row
from .._kinds import Labelled
from ..instruments import PERMENAKER_1_2025, PERMENAKER_5_2021, PP_44_2015, PP_82_2019
from ..units import DAYS, IN_FORCE, MONTHS, SHARE, SUM, YEARS, Unit

T = TypeVar("T")
FIRST, SECOND = "2015-07-01", "2019-12-02"


class Benefit(Labelled):
    """What JKM pays (manfaat JKM), PP 44/2015 art. 34(1)a-c; the scholarship of letter d has its own module."""

    LUMP_SUM = "lump_sum", "death benefit, lump sum", "santunan sekaligus"
    PERIODIC = "periodic", "periodic benefit, paid at once", "santunan berkala yang dibayar sekaligus"
    FUNERAL = "funeral", "funeral cost", "biaya pemakaman"


def _table(name: str, labels: tuple[str, str], unit: Unit[T], clock: Clock, *rows: Row[T]) -> Dated[T]:
    return Dated(f"jkm.{name}", *labels, unit, clock, rows)


LUMP_SUM: Dated[int] = _table(
    "LUMP_SUM",
    ("death benefit, lump sum", "santunan sekaligus"),
    SUM,
    Clock.DEATH,
    row(FIRST, 16_200_000, PP_44_2015.at("34(1)a")),
    row(SECOND, 20_000_000, PP_82_2019.at("34(1)a")),
)
PERIODIC: Dated[int] = _table(
    "PERIODIC",
    ("periodic benefit, all of it at once", "santunan berkala, dibayar sekaligus"),
    SUM,
    Clock.DEATH,
    row(FIRST, 4_800_000, PP_44_2015.at("34(1)b")),
    row(SECOND, 12_000_000, PP_82_2019.at("34(1)b")),
)
FUNERAL: Dated[int] = _table(
    "FUNERAL",
    ("funeral cost", "biaya pemakaman"),
    SUM,
    Clock.DEATH,
    row(FIRST, 3_000_000, PP_44_2015.at("34(1)c")),
    row(SECOND, 10_000_000, PP_82_2019.at("34(1)c")),
)

WAITING_MONTHS: Dated[int] = _table(
    "WAITING_MONTHS",
    (
        "months of membership in which JKM pays the funeral cost alone",
        "bulan kepesertaan dengan manfaat biaya pemakaman saja",
    ),
    MONTHS,
    Clock.DEATH,
    row(
        "2025-02-24",
        3,
        PERMENAKER_1_2025.at("whole", Grade.B, "branch heads and a manpower office, July to November 2025"),
    ),
)
EACH_MEMBERSHIP: Dated[bool] = Dated(
    "jkm.EACH_MEMBERSHIP",
    "JKM pays for each membership of a member who has several",
    "JKM dibayar untuk setiap kepesertaan",
    IN_FORCE,
    Clock.DEATH,
    (
        row(
            FIRST,
            True,
            PP_44_2015.at("15(3)", Grade.C, "paid so at Desa Kurau (2023-07-14), at Klaten (2024-02-15)", Flag.READING),
            until="2025-02-23",
        ),
    ),
    Horizon.WINDOW,
)
AGE_LIMIT: Dated[int] = _table(
    "AGE_LIMIT",
    (
        "age not yet reached when registering as self-employed",
        "batas usia saat mendaftar sebagai peserta bukan penerima upah",
    ),
    YEARS,
    Clock.REGISTRATION,
    row("2021-04-01", 65, PERMENAKER_5_2021.at("whole", Grade.M, "remembered; the manual of 2022 has a limit")),
)
PAYMENT_DAYS: Dated[int] = _table(
    "PAYMENT_DAYS",
    ("working days in which JKM must be paid", "hari kerja paling lama pembayaran JKM"),
    DAYS,
    Clock.CLAIM,
    row(FIRST, 3, PP_44_2015.at("40(3)")),
)
LATE_SHARE: Dated[Fraction] = _table(
    "LATE_SHARE",
    (
        "what BPJS Ketenagakerjaan pays for each day of delay, of the sum due",
        "ganti rugi per hari keterlambatan dari nilai santunan",
    ),
    SHARE,
    Clock.CLAIM,
    row(FIRST, Fraction(1, 100), PP_44_2015.at("40(4)")),
)

TABLES = (
    LUMP_SUM,
    PERIODIC,
    FUNERAL,
    WAITING_MONTHS,
    EACH_MEMBERSHIP,
    AGE_LIMIT,
    PAYMENT_DAYS,
    LATE_SHARE,
)
