"""The reliefs of law: their months, factors and conditions.

>>> from jamsostek import reliefs
>>> [relief.name for relief in reliefs.ALL]
['covid_2020', 'labour_intensive_2025', 'self_employed_2026']
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ._citations import Flag, Grade
from ._conditions import All, Among, AnyOf, AtLeast, ByChoice, InWindow, Not, Under
from ._dated import Clock, Dated, Horizon, row
from ._facts import (
    ACTIVE_WORKERS,
    EMPLOYER_KIND,
    EMPLOYER_PAID_UP_TO,
    INDUSTRY,
    KIND,
    MONTHS_REGISTERED,
    PAID_BY,
    PAID_UP_TO,
    REGISTERED,
    SECTOR,
)
from ._kinds import EmployerKind, Industry, PaidBy, Programme, Sector, SelfEmployedKind
from ._months import Month
from ._reliefs import Relief
from ._verdict import Fact
from .instruments import PP_7_2025, PP_36_2025, PP_44_2015, PP_49_2020, PP_50_2025
from .readings import COVID_RELIEF_OF_SELF_EMPLOYED, RELIEF_OF_EMPLOYERS_2026, VILLAGE_BUDGET
from .units import COUNT, DAY, IN_FORCE, MONTHS, SHARE

_CLIPPINGS = "press clippings of the ministry, 2020-09-10"
_MONTHS_2020 = PP_49_2020.at("whole", Grade.B, "minister on 2020-09-09; national legal abstract")
_PAID_2020 = PP_49_2020.at("13(1)", Grade.C, _CLIPPINGS)
_NEW_2020 = PP_49_2020.at("13", Grade.C, _CLIPPINGS)
_MONTH = Fact("month", "contribution month", "bulan iuran")

COVID_JKK: Dated[Fraction] = Dated(
    "reliefs.COVID_JKK",
    "share of JKK due under the relief of 2020",
    "bagian iuran JKK yang dibayar dengan keringanan 2020",
    SHARE,
    Clock.CONTRIBUTION_MONTH,
    (row("2020-08", Fraction(1, 100), PP_49_2020.at("6", Grade.B), _MONTHS_2020, until="2021-01"),),
    Horizon.WINDOW,
)

COVID_JKM: Dated[Fraction] = Dated(
    "reliefs.COVID_JKM",
    "share of JKM due under the relief of 2020",
    "bagian iuran JKM yang dibayar dengan keringanan 2020",
    SHARE,
    Clock.CONTRIBUTION_MONTH,
    (row("2020-08", Fraction(1, 100), PP_49_2020.at("9"), _MONTHS_2020, until="2021-01"),),
    Horizon.WINDOW,
)

COVID_FULL_MONTHS: Dated[int] = Dated(
    "reliefs.COVID_FULL_MONTHS",
    "months that a new participant pays in full before the relief of 2020",
    "bulan yang dibayar penuh oleh peserta baru sebelum keringanan 2020",
    MONTHS,
    Clock.CONTRIBUTION_MONTH,
    (row("2020-08", 2, _NEW_2020),),
)

LABOUR_INTENSIVE_JKK: Dated[Fraction] = Dated(
    "reliefs.LABOUR_INTENSIVE_JKK",
    "share of JKK due in labour-intensive industries",
    "bagian iuran JKK yang dibayar industri padat karya",
    SHARE,
    Clock.CONTRIBUTION_MONTH,
    (
        row("2025-02", Fraction(1, 2), PP_7_2025.at("4(1)"), PP_7_2025.at("10"), until="2025-07"),
        row("2025-08", Fraction(1, 2), PP_7_2025.at("4(1)"), PP_36_2025.at("10A"), until="2026-01"),
    ),
    Horizon.WINDOW,
)

LABOUR_INTENSIVE_WORKERS: Dated[int] = Dated(
    "reliefs.LABOUR_INTENSIVE_WORKERS",
    "active workers that a labour-intensive firm needs",
    "jumlah pekerja peserta aktif industri padat karya",
    COUNT,
    Clock.CONTRIBUTION_MONTH,
    (row("2025-02", 50, PP_7_2025.at("3(3)")),),
)

LABOUR_INTENSIVE_LAST_DAY: Dated[date] = Dated(
    "reliefs.LABOUR_INTENSIVE_LAST_DAY",
    "last day to pay at the relieved amount in labour-intensive industries",
    "batas pembayaran dengan keringanan bagi industri padat karya",
    DAY,
    Clock.PAYMENT,
    (
        row("2025-02-07", date(2025, 12, 31), PP_7_2025.at("11(1)")),
        row("2025-09-04", date(2026, 6, 30), PP_36_2025.at("11(1)"), PP_36_2025.at("11(3)")),
    ),
)

SELF_EMPLOYED_2026_FACTOR: Dated[Fraction] = Dated(
    "reliefs.SELF_EMPLOYED_2026_FACTOR",
    "share of JKK and JKM due under the relief of 2026",
    "bagian iuran JKK dan JKM yang dibayar dengan keringanan 2026",
    SHARE,
    Clock.CONTRIBUTION_MONTH,
    (row("2026-01", Fraction(1, 2), PP_50_2025.at("4(1)"), PP_50_2025.at("7")),),
)

TRANSPORT_MONTHS: Dated[bool] = Dated(
    "reliefs.TRANSPORT_MONTHS",
    "months of the relief of 2026 in transport",
    "bulan keringanan 2026 sektor transportasi",
    IN_FORCE,
    Clock.CONTRIBUTION_MONTH,
    (row("2026-01", True, PP_50_2025.at("7a"), until="2027-03"),),
    Horizon.WINDOW,
)

OTHER_SECTORS_MONTHS: Dated[bool] = Dated(
    "reliefs.OTHER_SECTORS_MONTHS",
    "months of the relief of 2026 in other sectors",
    "bulan keringanan 2026 sektor lain",
    IN_FORCE,
    Clock.CONTRIBUTION_MONTH,
    (row("2026-04", True, PP_50_2025.at("7b"), until="2026-12"),),
    Horizon.WINDOW,
)

_SINCE_AUGUST = AtLeast(REGISTERED, date(2020, 8, 1), _NEW_2020)


def _covid(paid_up_to: Fact) -> AnyOf:
    """Paid up to July 2020, or registered later and past the months in full."""
    return AnyOf(
        All(Not(_SINCE_AUGUST), AtLeast(paid_up_to, Month("2020-07"), _PAID_2020)),
        All(_SINCE_AUGUST, AtLeast(MONTHS_REGISTERED, COVID_FULL_MONTHS)),
    )


_COMPANY = Among(EMPLOYER_KIND, (EmployerKind.COMPANY,), PP_7_2025.at("3(3)"))
_OWN_ACCOUNT = Among(KIND, (SelfEmployedKind.OWN_ACCOUNT,), PP_50_2025.at("3(4)"))

COVID = Relief(
    "covid_2020",
    "COVID-19 relief (PP 49/2020)",
    "keringanan COVID-19 (PP 49/2020)",
    ((Programme.JKK, COVID_JKK), (Programme.JKM, COVID_JKM)),
    (
        ("wage_earner", _covid(EMPLOYER_PAID_UP_TO)),
        (
            "self_employed",
            All(
                Under(
                    COVID_RELIEF_OF_SELF_EMPLOYED,
                    "own_account",
                    Among(KIND, (SelfEmployedKind.OWN_ACCOUNT,), PP_44_2015.at("5(3)b", Grade.A, "", Flag.READING)),
                ),
                _covid(PAID_UP_TO),
            ),
        ),
    ),
)

LABOUR_INTENSIVE = Relief(
    "labour_intensive_2025",
    "relief of labour-intensive industries (PP 7/2025, PP 36/2025)",
    "penyesuaian iuran industri padat karya (PP 7/2025, PP 36/2025)",
    ((Programme.JKK, LABOUR_INTENSIVE_JKK),),
    (
        (
            "wage_earner",
            All(
                _COMPANY,
                Among(INDUSTRY, tuple(each for each in Industry if each is not Industry.OTHER), PP_7_2025.at("3(4)")),
                AtLeast(ACTIVE_WORKERS, LABOUR_INTENSIVE_WORKERS),
                AtLeast(EMPLOYER_PAID_UP_TO, Month("2025-01"), PP_7_2025.at("6(2)")),
            ),
        ),
    ),
    last_day=LABOUR_INTENSIVE_LAST_DAY,
    caveat_en="for months paid by 30 June 2026; later the full rate is owed (art. 11 of PP 7/2025 as amended)",
    caveat_id="bagi bulan yang dibayar paling lambat 30 Juni 2026; sesudahnya tarif penuh (Pasal 11 PP 7/2025)",
)


SELF_EMPLOYED_2026 = Relief(
    "self_employed_2026",
    "relief of the self-employed (PP 50/2025)",
    "penyesuaian iuran peserta bukan penerima upah (PP 50/2025)",
    ((Programme.JKK, SELF_EMPLOYED_2026_FACTOR), (Programme.JKM, SELF_EMPLOYED_2026_FACTOR)),
    (
        (
            "self_employed",
            All(
                Not(Among(PAID_BY, (PaidBy.REGIONAL_BUDGET, PaidBy.STATE_BUDGET), PP_50_2025.at("3(5)"))),
                Under(
                    VILLAGE_BUDGET,
                    "counts",
                    Not(Among(PAID_BY, (PaidBy.VILLAGE_BUDGET,), PP_50_2025.at("3(5)", Grade.M, "", Flag.READING))),
                ),
                Under(RELIEF_OF_EMPLOYERS_2026, "not_named", _OWN_ACCOUNT),
                ByChoice(
                    SECTOR,
                    (Sector.TRANSPORT,),
                    InWindow(TRANSPORT_MONTHS, _MONTH),
                    InWindow(OTHER_SECTORS_MONTHS, _MONTH),
                ),
            ),
        ),
    ),
    windows=(TRANSPORT_MONTHS, OTHER_SECTORS_MONTHS),
)

ALL = (COVID, LABOUR_INTENSIVE, SELF_EMPLOYED_2026)
TABLES = (
    COVID_JKK,
    COVID_JKM,
    COVID_FULL_MONTHS,
    LABOUR_INTENSIVE_JKK,
    LABOUR_INTENSIVE_WORKERS,
    LABOUR_INTENSIVE_LAST_DAY,
    SELF_EMPLOYED_2026_FACTOR,
    TRANSPORT_MONTHS,
    OTHER_SECTORS_MONTHS,
)
