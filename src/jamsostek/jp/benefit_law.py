"""The law of what JP pays: PP 45/2015 arts 14-26, the yearly limits, the series that index wages and pensions."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple, TypeVar

from .._citations import Citation, Flag, Grade
from .._dated import Clock, Dated, Horizon, Row, row
from .._kinds import Labelled
from ..instruments import PERMENAKER_29_2015, PP_45_2015, UU_40_2004
from ..units import COUNT, DAYS, IN_FORCE, MONEY, MONTHS, RATE, SHARE, SUM, YEARS, Unit

T = TypeVar("T")
FIRST = "2015-07-01"


class Benefit(Labelled):
    """What JP pays (manfaat JP), PP 45/2015 arts 16 and 24."""

    OLD_AGE = "old_age", "old-age pension", "pensiun hari tua"
    DISABILITY = "disability", "disability pension", "pensiun cacat"
    SPOUSE = "spouse", "widow's or widower's pension", "pensiun janda atau duda"
    CHILD = "child", "child's pension", "pensiun anak"
    PARENT = "parent", "parent's pension", "pensiun orang tua"
    LUMP_SUM = "lump_sum", "contributions with their return, at once", "akumulasi iuran beserta hasil pengembangannya"


class Proof(Labelled):
    """A paper that only a pension asks for (dokumen pendukung), elucidation of PP 45/2015 art. 25(1)a."""

    STOPPED_WORK = "stopped_work", "certificate of having stopped work", "surat keterangan berhenti bekerja"


def _table(
    name: str, label_en: str, label_id: str, unit: Unit[T], value: T, *cites: Citation, clock: Clock = Clock.PENSION
) -> Dated[T]:
    return Dated(f"jp.{name}", label_en, label_id, unit, clock, (row(FIRST, value, *cites),))


# The formula.
ACCRUAL: Dated[Fraction] = _table(
    "ACCRUAL",
    "share of the mean indexed wage for each year of contributions",
    "bagian rata-rata upah tertimbang untuk setiap tahun masa iur",
    SHARE,
    Fraction(1, 100),
    PP_45_2015.at("17(2)"),
)
MONTHS_FOR_PENSION: Dated[int] = _table(
    "MONTHS_FOR_PENSION",
    "months of contributions that a pension asks for",
    "masa iur paling singkat untuk manfaat pensiun",
    MONTHS,
    180,
    PP_45_2015.at("19(1)"),
    UU_40_2004.at("41(2)"),
)
MONTHS_PUT_IN_PLACE: Dated[int] = _table(
    "MONTHS_PUT_IN_PLACE",
    "months of contributions put in place of fewer, after a disability or death before the pension age",
    "masa iur yang digunakan bila kurang, pada cacat total tetap atau meninggal sebelum usia pensiun",
    MONTHS,
    180,
    *(PP_45_2015.at(place) for place in ("20(3)", "21(3)", "22(3)", "23(3)")),
)
DENSITY: Dated[Fraction] = _table(
    "DENSITY",
    "share of months paid that this asks for",
    "tingkat kepadatan iuran paling sedikit",
    SHARE,
    Fraction(80, 100),
    *(PP_45_2015.at(place) for place in ("20(3)a", "21(3)b", "22(3)b", "23(3)b")),
)
MONTHS_BEFORE_DISABILITY: Dated[int] = _table(
    "MONTHS_BEFORE_DISABILITY",
    "months of registration before the event that caused a disability",
    "bulan terdaftar sebelum kejadian yang menyebabkan cacat total tetap",
    MONTHS,
    1,
    PP_45_2015.at("20(3)b"),
)
MONTHS_BEFORE_DEATH: Dated[int] = _table(
    "MONTHS_BEFORE_DEATH",
    "months of membership before a death (one year)",
    "bulan kepesertaan sebelum meninggal dunia (satu tahun)",
    MONTHS,
    12,
    *(PP_45_2015.at(place) for place in ("21(3)a", "22(3)a", "23(3)a")),
)

# Survivors.
_OF_PENSION = "of the formula, or of the pension drawn"
_DARI = "dari formula atau dari manfaat pensiun yang diterima"
SPOUSE_SHARE: Dated[Fraction] = _table(
    "SPOUSE_SHARE",
    f"widow's or widower's share {_OF_PENSION}",
    f"bagian janda atau duda {_DARI}",
    SHARE,
    Fraction(1, 2),
    PP_45_2015.at("21(2)"),
)
CHILD_SHARE: Dated[Fraction] = _table(
    "CHILD_SHARE",
    f"child's share {_OF_PENSION}, where there is no spouse",
    f"bagian anak {_DARI}, bila tidak ada janda atau duda",
    SHARE,
    Fraction(1, 2),
    PP_45_2015.at("22(2)a-b"),
)
CHILD_SHARE_AFTER_SPOUSE: Dated[Fraction] = _table(
    "CHILD_SHARE_AFTER_SPOUSE",
    "child's share of the widow's or widower's pension, after it ended",
    "bagian anak dari manfaat pensiun janda atau duda yang meninggal atau menikah lagi",
    SHARE,
    Fraction(1, 2),
    PP_45_2015.at("22(2)c"),
)
PARENT_SHARE: Dated[Fraction] = _table(
    "PARENT_SHARE",
    f"parent's share {_OF_PENSION}",
    f"bagian orang tua {_DARI}",
    SHARE,
    Fraction(1, 5),
    PP_45_2015.at("23(2)"),
)
CHILD_AGE: Dated[int] = _table(
    "CHILD_AGE",
    "age at which a child's pension ends",
    "usia berakhirnya pensiun anak",
    YEARS,
    23,
    PP_45_2015.at("22(5)"),
)
MOST_CHILDREN: Dated[int] = _table(
    "MOST_CHILDREN",
    "children who can receive a pension",
    "jumlah anak paling banyak",
    COUNT,
    2,
    PP_45_2015.at("14(1)c"),
)
LATE_BORN_DAYS: Dated[int] = _table(
    "LATE_BORN_DAYS",
    "days after the death within which a child born may still be registered",
    "hari setelah peserta meninggal dunia bagi anak yang lahir kemudian",
    DAYS,
    300,
    PP_45_2015.at("14(2)"),
)

# When.
DEFERRAL_MONTHS: Dated[int] = _table(
    "DEFERRAL_MONTHS",
    "months after the pension age to which who still works may put off the pension (three years)",
    "bulan penundaan paling lama setelah usia pensiun bagi yang tetap dipekerjakan (tiga tahun)",
    MONTHS,
    36,
    PP_45_2015.at("15(4)"),
)
LETTER_MONTHS: Dated[int] = _table(
    "LETTER_MONTHS",
    "months before the pension age within which the agency writes to the member",
    "bulan sebelum usia pensiun saat BPJS Ketenagakerjaan memberitahu peserta",
    MONTHS,
    3,
    PERMENAKER_29_2015.at("12(1)"),
)
FORM_MONTHS: Dated[int] = _table(
    "FORM_MONTHS",
    "months before the pension age by which the member returns the form",
    "bulan sebelum usia pensiun untuk mengembalikan formulir",
    MONTHS,
    1,
    PERMENAKER_29_2015.at("12(4)"),
)
FIRST_PAYMENT_DAYS: Dated[int] = _table(
    "FIRST_PAYMENT_DAYS",
    "days within which the first pension is paid, from the right and the papers",
    "hari paling lambat pembayaran pertama sejak hak timbul dan dokumen lengkap",
    DAYS,
    15,
    PP_45_2015.at("25(1)b"),
    clock=Clock.CLAIM,
)
CONFIRM_MONTHS: Dated[int] = _table(
    "CONFIRM_MONTHS",
    "months within which who draws a pension confirms his data, else it is suspended",
    "bulan sekali konfirmasi data penerima manfaat pensiun",
    MONTHS,
    3,
    PP_45_2015.at("26(1)-(2)"),
    clock=Clock.PAYMENT,
)
SILENT_MONTHS: Dated[int] = _table(
    "SILENT_MONTHS",
    "months without confirmation after which payment stops (ten years)",
    "bulan tanpa konfirmasi sampai pembayaran dihentikan (sepuluh tahun)",
    MONTHS,
    120,
    PP_45_2015.at("26(4)"),
    clock=Clock.PAYMENT,
)
LATE_SHARE: Dated[Fraction] = _table(
    "LATE_SHARE",
    "what BPJS Ketenagakerjaan pays for each month of delay, of the pension due",
    "denda BPJS Ketenagakerjaan per bulan keterlambatan dari nilai yang seharusnya diterima",
    SHARE,
    Fraction(2, 100),
    PP_45_2015.at("35"),
    clock=Clock.PAYMENT,
)

# The lowest and the highest pension. Their start in March and their rounding are practice; both are announced.
_VENDOR, _CHAIN = "payroll vendor's note", "computed from the year before with inflation; no announcement was seen"
_PRESS = "press of 2023-10-25 and 2024-04-29"
_CIRCULAR = "circular B/1226/022026 as quoted in a compliance file, which dates it 2026-02-01"
_LOW_2024 = f"{_VENDOR} and press of 2024-04-29"


class _Announced(NamedTuple):
    """The limits of a year with their source; where the highest has another one, that."""

    year: int
    lowest: int
    highest: int
    grade: Grade
    source: str
    of_highest: tuple[Grade, str] | None = None


_LIMITS = (
    _Announced(2016, 310_050, 3_720_600, Grade.C, _VENDOR),
    _Announced(2017, 319_450, 3_833_000, Grade.B, f"{_VENDOR} and a director of the agency, 2017-02-13"),
    _Announced(2018, 331_000, 3_971_400, Grade.C, _CHAIN),
    _Announced(2019, 341_400, 4_095_750, Grade.C, "letter of the agency of February 2019, as reproduced"),
    _Announced(2020, 350_700, 4_207_200, Grade.C, "note of an HR service"),
    _Announced(2021, 356_600, 4_277_900, Grade.C, _CHAIN),
    _Announced(2022, 363_300, 4_357_900, Grade.C, _CHAIN),
    _Announced(2023, 383_400, 4_598_100, Grade.B, _PRESS),
    _Announced(2024, 393_500, 4_718_200, Grade.B, _LOW_2024, (Grade.C, _CHAIN)),
    _Announced(2025, 399_700, 4_792_300, Grade.C, "a public knowledge base of 2026"),
    _Announced(2026, 411_400, 4_932_300, Grade.C, _CIRCULAR),
)


def _limits(name: str, label_en: str, label_id: str, first: Row[int], *, highest: bool) -> Dated[int]:
    rows = [first]
    for each in _LIMITS:
        grade, source = (each.of_highest if highest else None) or (each.grade, each.source)
        cite = PP_45_2015.at("18(3)", grade, source, *((Flag.DERIVED,) if source == _CHAIN else ()))
        value = each.highest if highest else each.lowest
        rows.append(row(f"{each.year}-03", value, cite, until=f"{each.year + 1}-02"))
    return Dated(f"jp.{name}", label_en, label_id, MONEY, Clock.PENSION_MONTH, tuple(rows), Horizon.YEARLY)


MIN_PENSION = _limits(
    "MIN_PENSION",
    "lowest pension",
    "manfaat pensiun paling sedikit",
    row("2015-07", 300_000, PP_45_2015.at("18(1)"), until="2016-02"),
    highest=False,
)
MAX_PENSION = _limits(
    "MAX_PENSION",
    "highest pension",
    "manfaat pensiun paling banyak",
    row("2015-07", 3_600_000, PP_45_2015.at("18(2)"), until="2016-02"),
    highest=True,
)
LIMITS_FROM_FEBRUARY: Dated[bool] = Dated(
    "jp.LIMITS_FROM_FEBRUARY",
    "month in which the limits of the year may already run",
    "bulan yang batas manfaat tahun itu mungkin sudah berlaku",
    IN_FORCE,
    Clock.PENSION_MONTH,
    (row("2026-02", True, PP_45_2015.at("18(3)", Grade.C, _CIRCULAR, Flag.CONTESTED), until="2026-02"),),
    Horizon.WINDOW,
)


# Series of the statistics office (BPS), by calendar year.
def _series(
    name: str, label_en: str, label_id: str, place: str, found: tuple[tuple[int, str, str, Any], ...]
) -> Dated[Fraction]:
    rows = (
        row(
            f"{year}-01",
            Fraction(percent) / 100,
            PP_45_2015.at(place, Grade.B, source, *flags),
            until=f"{year}-12",
        )
        for year, percent, source, flags in found
    )
    return Dated(f"jp.{name}", label_en, label_id, RATE, Clock.YEAR, tuple(rows), Horizon.YEARLY)


_SERIES_2021 = "BPS, press conference of 2021-01-04 (series)"
INFLATION = _series(
    "INFLATION",
    "general inflation of the year, December on December",
    "tingkat inflasi umum tahunan, Desember terhadap Desember",
    "17(5)",
    (
        (2015, "3.35", "BPS, press conference of 2016-01-04", ()),
        (2016, "3.02", _SERIES_2021, ()),
        (2017, "3.61", _SERIES_2021, ()),
        (2018, "3.13", _SERIES_2021, ()),
        (2019, "2.72", "BPS, press conference of 2020-01-02", ()),
        (2020, "1.68", "BPS, press conference of 2021-01-04", ()),
        (2021, "1.87", "BPS, press conference of 2024-01-02", ()),
        (2022, "5.51", "BPS, press conference of 2023-01-02", ()),
        (2023, "2.61", "BPS, press conference of 2024-01-02", ()),
        (2024, "1.57", "BPS, press conference of 2026-01-05", ()),
        (2025, "2.92", "BPS, press conference of 2026-01-05", ()),
    ),
)
GDP_GROWTH = _series(
    "GDP_GROWTH",
    "yearly growth of gross domestic product, as first published",
    "tingkat pertumbuhan tahunan produk domestik bruto, angka pertama",
    "29(3)",
    (
        (2015, "4.79", "BPS, release of 2016-02-05; later 4.88", ()),
        (2016, "5.02", "BPS, press conference of 2017-02-06; later 5.03", ()),
        (2017, "5.07", "BPS, press conference of 2018-02-05", ()),
        (2018, "5.17", "BPS, press conference of 2019-02-06", ()),
        (2019, "5.02", "BPS, press conference of 2020-02-05", ()),
        (2020, "-2.07", "BPS, press conference of 2021-02-05", ()),
        (2021, "3.69", "inferred from the ceiling of 2022; later statements say 3.70", (Flag.DERIVED,)),
        (2022, "5.31", "BPS, press conference of 2023-02-06", ()),
        (2023, "5.05", "BPS, release of 2024-02-05", ()),
        (2024, "5.03", "BPS as quoted by the planning ministry, 2025-05-08", ()),
        (2025, "5.11", "BPS, release of 2026-02-05", ()),
    ),
)
_PRACTICE = "reproduces every published value; no rule is published"
LIMITS_STEP: Dated[int] = Dated(
    "jp.LIMITS_STEP",
    "step to which new limits of the pension are rounded up",
    "kelipatan pembulatan ke atas batas manfaat pensiun",
    SUM,
    Clock.YEAR,
    (
        row("2016-01", 50, PP_45_2015.at("18(3)", Grade.C, _PRACTICE, Flag.DERIVED)),
        row("2020-01", 100, PP_45_2015.at("18(3)", Grade.C, _PRACTICE, Flag.DERIVED)),
    ),
)
CEILING_STEP: Dated[int] = Dated(
    "jp.CEILING_STEP",
    "step to which a new wage ceiling is rounded down",
    "kelipatan pembulatan ke bawah batas atas upah",
    SUM,
    Clock.YEAR,
    (row("2016-01", 100, PP_45_2015.at("29(3)", Grade.B, _PRACTICE, Flag.DERIVED)),),
)

TABLES: tuple[Dated[Any], ...] = (
    ACCRUAL,
    MONTHS_FOR_PENSION,
    MONTHS_PUT_IN_PLACE,
    DENSITY,
    MONTHS_BEFORE_DISABILITY,
    MONTHS_BEFORE_DEATH,
    SPOUSE_SHARE,
    CHILD_SHARE,
    CHILD_SHARE_AFTER_SPOUSE,
    PARENT_SHARE,
    CHILD_AGE,
    MOST_CHILDREN,
    LATE_BORN_DAYS,
    DEFERRAL_MONTHS,
    LETTER_MONTHS,
    FORM_MONTHS,
    FIRST_PAYMENT_DAYS,
    CONFIRM_MONTHS,
    SILENT_MONTHS,
    LATE_SHARE,
    MIN_PENSION,
    MAX_PENSION,
    LIMITS_FROM_FEBRUARY,
    INFLATION,
    GDP_GROWTH,
    LIMITS_STEP,
    CEILING_STEP,
)
