"""The law of what JKP pays: cash in its two versions, contribution months, claim windows, arrears, monthly duties."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar

from .._citations import Grade
from .._dated import Clock, Dated, Horizon, Row, row
from .._endings import DismissalProof
from .._kinds import Labelled, Lang
from .._money import number, percent
from ..instruments import PERMENAKER_2_2025, PP_6_2025, PP_37_2021
from ..units import COUNT, DAYS, MONEY, MONTHS, SHARE, SUM, WORDS, Unit

T = TypeVar("T")
FIRST, SECOND, LAST_OF_FIRST = "2021-02-02", "2025-02-07", "2025-02-06"


class Benefit(Labelled):
    """What JKP gives in money (manfaat JKP), PP 37/2021 arts 18, 21 and 23."""

    CASH = "cash", "cash benefit", "manfaat uang tunai"
    SHORTFALL = (
        "shortfall",
        "shortfall of the cash benefit, the wage having been under-reported",
        "kekurangan manfaat uang tunai karena upah dilaporkan lebih rendah",
    )


def _is_shares(value: object) -> bool:
    return (
        isinstance(value, tuple) and bool(value) and all(isinstance(each, Fraction) and 0 < each < 1 for each in value)
    )


def _shares_text(shares: tuple[Fraction, ...], lang: Lang) -> str:
    return " / ".join(percent(each, lang) for each in shares)


def _is_positive(value: object) -> bool:
    return type(value) is int and value > 0


SHARES_BY_MONTH: Unit[tuple[Fraction, ...]] = Unit(
    "shares of the wage, month by month of the benefit", "bagian upah per bulan manfaat", _is_shares, _shares_text
)
YEARS_PAID: Unit[int] = Unit("years of contributions", "tahun masa iur", _is_positive, number)


def _table(
    name: str,
    labels: tuple[str, str],
    unit: Unit[T],
    clock: Clock,
    *rows: Row[T],
    horizon: Horizon = Horizon.OPEN,
) -> Dated[T]:
    return Dated(f"jkp.{name}", *labels, unit, clock, rows, horizon)


CASH: Dated[tuple[Fraction, ...]] = _table(
    "CASH",
    ("cash benefit, share of the counted wage", "manfaat uang tunai, bagian dari upah"),
    SHARES_BY_MONTH,
    Clock.BENEFIT_MONTH,
    row(FIRST, (Fraction(45, 100),) * 3 + (Fraction(25, 100),) * 3, PP_37_2021.at("21(1)")),
    row(SECOND, (Fraction(60, 100),) * 6, PP_6_2025.at("21(1)")),
)
BENEFIT_CEILING = _table(
    "BENEFIT_CEILING",
    ("highest wage that the cash benefit counts", "batas atas upah untuk manfaat uang tunai"),
    MONEY,
    Clock.BENEFIT_MONTH,
    row(FIRST, 5_000_000, PP_37_2021.at("21(3)-(4)")),
    row(SECOND, 5_000_000, PP_6_2025.at("21(3)-(4)")),
)
MONTHS_PAID = _table(
    "MONTHS_PAID",
    ("months of contributions that a claim needs", "masa iur paling sedikit"),
    MONTHS,
    Clock.CLAIM,
    row(FIRST, 12, PP_37_2021.at("19(3)")),
    row(SECOND, 12, PP_6_2025.at("19(3)")),
)
MONTHS_LOOKED_AT = _table(
    "MONTHS_LOOKED_AT",
    ("months before the dismissal in which they must lie", "jangka bulan sebelum PHK yang dihitung"),
    MONTHS,
    Clock.CLAIM,
    row(FIRST, 24, PP_37_2021.at("19(3)")),
    row(SECOND, 24, PP_6_2025.at("19(3)"), PP_6_2025.at("elucidation 19(3)")),
)
MONTHS_IN_A_ROW = _table(
    "MONTHS_IN_A_ROW",
    ("months in a row that must be paid", "iuran berturut-turut paling singkat"),
    MONTHS,
    Clock.CLAIM,
    row(FIRST, 6, PP_37_2021.at("19(3)"), until=LAST_OF_FIRST),
    horizon=Horizon.WINDOW,
)
PROOFS: Dated[tuple[Labelled, ...]] = _table(
    "PROOFS",
    ("proofs of a dismissal, one of which is enough", "bukti PHK, salah satu"),
    WORDS,
    Clock.CLAIM,
    row(
        FIRST,
        (DismissalProof.ACKNOWLEDGED, DismissalProof.AGREEMENT_REGISTERED, DismissalProof.RULING),
        PP_37_2021.at("20(3)"),
    ),
    row(SECOND, tuple(DismissalProof), PP_6_2025.at("20(3)")),
)
CLAIM_MONTHS = _table(
    "CLAIM_MONTHS",
    ("months from the dismissal within which to claim", "jangka pengajuan klaim sejak PHK"),
    MONTHS,
    Clock.DISMISSAL,
    row(FIRST, 3, PP_37_2021.at("40a")),
    row(SECOND, 6, PP_6_2025.at("40a")),
)
CLAIMS_IN_A_LIFE = _table(
    "CLAIMS_IN_A_LIFE",
    ("claims during working age", "jumlah pengajuan selama masa usia kerja"),
    COUNT,
    Clock.DISMISSAL,
    row(FIRST, 3, PP_37_2021.at("35")),
)
YEARS_BETWEEN = _table(
    "YEARS_BETWEEN",
    ("contributions that a second or third claim needs since the benefit before", "masa iur sejak manfaat sebelumnya"),
    YEARS_PAID,
    Clock.DISMISSAL,
    row(FIRST, 5, PP_37_2021.at("35")),
)
REFUND_MONTHS = _table(
    "REFUND_MONTHS",
    ("months within which an employer who paid first asks the fund", "jangka permintaan penggantian oleh pengusaha"),
    MONTHS,
    Clock.PAYMENT,
    row(FIRST, 3, PP_37_2021.at("39(5)")),
    row(SECOND, 3, PP_6_2025.at("39(5)")),
)
REFUND_DAYS = _table(
    "REFUND_DAYS",
    ("working days in which the fund refunds an employer", "hari kerja pembayaran penggantian"),
    DAYS,
    Clock.PAYMENT,
    row(FIRST, 7, PP_37_2021.at("39(6)")),
    row(SECOND, 7, PP_6_2025.at("39(6)")),
)
_SOURCE = "newsletter of an employers' association, May 2025"
TRAINING_VALUE = _table(
    "TRAINING_VALUE",
    ("value of the training for a person", "nilai manfaat pelatihan kerja per orang"),
    SUM,
    Clock.BENEFIT_MONTH,
    row(FIRST, 1_000_000, PP_37_2021.at("34(2)", Grade.C, _SOURCE)),
    row(SECOND, 2_400_000, PP_37_2021.at("34(2)", Grade.C, _SOURCE)),
)
REPORT_DAYS = _table(
    "REPORT_DAYS",
    (
        "working days in which to report a new job or a finished training",
        "hari kerja pelaporan penempatan kerja atau pelatihan yang selesai",
    ),
    DAYS,
    Clock.BENEFIT_MONTH,
    row(FIRST, 7, PP_37_2021.at("28"), PP_37_2021.at("33(1)")),
)


def _since_2025(name: str, labels: tuple[str, str], unit: Unit[T], value: T) -> Dated[T]:
    return _table(name, labels, unit, Clock.BENEFIT_MONTH, row(SECOND, value, PERMENAKER_2_2025.at("13")))


PAYMENT_DAYS = _since_2025(
    "PAYMENT_DAYS",
    ("working days in which a month's cash must be paid", "hari kerja paling lama pembayaran uang tunai"),
    DAYS,
    3,
)
APPLICATIONS = _since_2025(
    "APPLICATIONS",
    (
        "applications in a month that prove the search for work",
        "lamaran kerja dalam sebulan sebagai bukti mencari kerja",
    ),
    COUNT,
    5,
)
CALLS = _since_2025(
    "CALLS",
    ("calls to a test or an interview that prove it too", "panggilan tes atau wawancara sebagai bukti mencari kerja"),
    COUNT,
    1,
)
ATTENDANCE = _since_2025(
    "ATTENDANCE",
    ("attendance of a training taken in the month before", "kehadiran pelatihan kerja pada bulan sebelumnya"),
    SHARE,
    Fraction(80, 100),
)

TABLES = (
    CASH,
    BENEFIT_CEILING,
    MONTHS_PAID,
    MONTHS_LOOKED_AT,
    MONTHS_IN_A_ROW,
    PROOFS,
    CLAIM_MONTHS,
    CLAIMS_IN_A_LIFE,
    YEARS_BETWEEN,
    REFUND_MONTHS,
    REFUND_DAYS,
    TRAINING_VALUE,
    REPORT_DAYS,
    PAYMENT_DAYS,
    APPLICATIONS,
    CALLS,
    ATTENDANCE,
)
