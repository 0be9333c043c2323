"""The law of JKP, job loss (jaminan kehilangan pekerjaan): how it is funded and who takes part.

Nobody is billed for JKP: the state pays a share, and parts of JKK and (until February 2025) of JKM are recomposed.
"""

from __future__ import annotations

from fractions import Fraction

from .._citations import Grade
from .._dated import Clock, Dated, Horizon, row
from .._kinds import HealthCover, Labelled
from ..instruments import PP_6_2025, PP_7_2025, PP_36_2025, PP_37_2021, PP_49_2023
from ..units import MONEY, SHARE, SHARES, WORDS, YEARS

STATE_RATE: Dated[Fraction] = Dated(
    "jkp.STATE_RATE",
    "JKP share of the wage paid by the state",
    "iuran JKP dari Pemerintah Pusat",
    SHARE,
    Clock.CONTRIBUTION_MONTH,
    (
        row("2021-02-02", Fraction(22, 10_000), PP_37_2021.at("11(4)")),
        row("2025-02-07", Fraction(22, 10_000), PP_6_2025.at("11(4)")),
    ),
)

FROM_JKK: Dated[Fraction] = Dated(
    "jkp.FROM_JKK",
    "share of the wage that JKK hands over to JKP",
    "rekomposisi iuran JKK ke JKP",
    SHARE,
    Clock.CONTRIBUTION_MONTH,
    (
        row("2021-02-02", Fraction(14, 10_000), PP_37_2021.at("11(5)a")),
        row("2025-02-07", Fraction(14, 10_000), PP_6_2025.at("11(5)")),
    ),
)

_RELIEVED = (Fraction(12, 10_000), *(Fraction(14, 10_000),) * 4)

FROM_JKK_RELIEVED: Dated[tuple[Fraction, ...]] = Dated(
    "jkp.FROM_JKK_RELIEVED",
    "share of the wage that JKK hands over to JKP under the labour-intensive relief",
    "rekomposisi iuran JKK ke JKP bagi industri padat karya yang mendapat penyesuaian",
    SHARES,
    Clock.CONTRIBUTION_MONTH,
    (
        row("2025-02", _RELIEVED, PP_7_2025.at("9(1)"), PP_7_2025.at("10"), until="2025-07"),
        row("2025-08", _RELIEVED, PP_7_2025.at("9(1)"), PP_36_2025.at("10A"), until="2026-01"),
    ),
    Horizon.WINDOW,
)

FROM_JKM: Dated[Fraction] = Dated(
    "jkp.FROM_JKM",
    "share of the wage that JKM hands over to JKP",
    "rekomposisi iuran JKM ke JKP",
    SHARE,
    Clock.CONTRIBUTION_MONTH,
    (
        row("2021-02-02", Fraction(10, 10_000), PP_37_2021.at("11(5)b"), until="2023-10-05"),
        row("2023-10-06", Fraction(10, 10_000), PP_37_2021.at("11(5)b"), PP_49_2023.at("18A(1)")),
        row("2025-02-07", Fraction(0), PP_6_2025.at("11(3)"), PP_6_2025.at("11(5)")),
    ),
)

WAGE_CEILING: Dated[int] = Dated(
    "jkp.WAGE_CEILING",
    "highest wage that JKP counts",
    "batas atas upah JKP",
    MONEY,
    Clock.CONTRIBUTION_MONTH,
    (
        row("2021-02-02", 5_000_000, PP_37_2021.at("11(7)")),
        row("2025-02-07", 5_000_000, PP_6_2025.at("11(7)")),
    ),
)

AGE_LIMIT: Dated[int] = Dated(
    "jkp.AGE_LIMIT",
    "age not yet reached when registering",
    "batas usia saat mendaftar",
    YEARS,
    Clock.CONTRIBUTION_MONTH,
    (
        row("2021-02-02", 54, PP_37_2021.at("4(2)b")),
        row("2025-02-07", 54, PP_6_2025.at("4(2)b")),
    ),
)

HEALTH_COVER: Dated[tuple[Labelled, ...]] = Dated(
    "jkp.HEALTH_COVER",
    "health-scheme segments that count",
    "segmen kepesertaan JKN yang diakui",
    WORDS,
    Clock.CONTRIBUTION_MONTH,
    (
        row("2021-02-02", tuple(HealthCover), PP_37_2021.at("48(3)")),
        row("2021-08-03", (HealthCover.EMPLOYER,), PP_37_2021.at("4(4)"), PP_37_2021.at("48(2)")),
        row("2025-02-07", (HealthCover.EMPLOYER, HealthCover.OTHER), PP_6_2025.at("4", Grade.A)),
    ),
)

TABLES = (STATE_RATE, FROM_JKK, FROM_JKK_RELIEVED, FROM_JKM, WAGE_CEILING, AGE_LIMIT, HEALTH_COVER)
