"""The law of income tax on what the programmes pay out and on the lines of a payroll (PPh Pasal 21 and 26)."""

from __future__ import annotations

from fractions import Fraction

from .._citations import Citation, Flag, Grade
from .._dated import Clock, Dated, row
from .._kinds import Labelled, Lang
from .._tiers import SLICES, Slice
from ..instruments import PMK_168_2023, PP_68_2009, PP_149_2000, UU_7_1983, UU_7_2021, UU_36_2008
from ..units import COUNT, SHARE, SUM, Unit


class Treatment(Labelled):
    """What a line of a bill is for the income tax of a worker (perlakuan PPh Pasal 21)."""

    INCOME = (
        "income",
        "income of the worker: added to gross pay; a cost of the employer",
        "penghasilan pegawai: menambah penghasilan bruto; biaya pemberi kerja",
    )
    TAXED_LATER = (
        "taxed_later",
        "no income when paid, taxed when paid out; a cost of the employer",
        "bukan penghasilan saat dibayar, dipajaki saat manfaat dibayarkan; biaya pemberi kerja",
    )
    DEDUCTIBLE = (
        "deductible",
        "deducted from the worker's gross pay in the year's computation",
        "pengurang penghasilan bruto pegawai dalam penghitungan setahun",
    )


def _is_treatment(value: object) -> bool:
    return isinstance(value, Treatment)


def _treatment_text(treatment: Treatment, lang: Lang) -> str:
    return treatment.label(lang)


TREATMENT: Unit[Treatment] = Unit("treatment", "perlakuan pajak", _is_treatment, _treatment_text)


def _scale(*slices: tuple[int | None, int]) -> tuple[Slice, ...]:
    return tuple(Slice(upto, Fraction(percentage, 100)) for upto, percentage in slices)


_MILLION, _BILLION = 10**6, 10**9
_OF_2000 = _scale((25 * _MILLION, 0), (50 * _MILLION, 5), (100 * _MILLION, 10), (200 * _MILLION, 15), (None, 25))

SAVINGS: Dated[tuple[Slice, ...]] = Dated(
    "tax.SAVINGS",
    "final tax on old-age savings paid at once",
    "PPh final atas JHT yang dibayarkan sekaligus",
    SLICES,
    Clock.ACQUISITION,
    (
        row("2001-01-01", _OF_2000, PP_149_2000.at("2")),
        row("2009-11-16", _scale((50 * _MILLION, 0), (None, 5)), PP_68_2009.at("5")),
    ),
)
SEVERANCE: Dated[tuple[Slice, ...]] = Dated(
    "tax.SEVERANCE",
    "final tax on severance pay paid at once",
    "PPh final atas uang pesangon yang dibayarkan sekaligus",
    SLICES,
    Clock.ACQUISITION,
    (
        row("2001-01-01", _OF_2000, PP_149_2000.at("2")),
        row(
            "2009-11-16",
            _scale((50 * _MILLION, 0), (100 * _MILLION, 5), (500 * _MILLION, 15), (None, 25)),
            PP_68_2009.at("4"),
        ),
    ),
)
YEARS_AT_ONCE: Dated[int] = Dated(
    "tax.YEARS_AT_ONCE",
    "calendar years within which the parts of a sum count as paid at once",
    "tahun kalender pembayaran yang dianggap dibayarkan sekaligus",
    COUNT,
    Clock.ACQUISITION,
    (row("2009-11-16", 2, PP_68_2009.at("2(2)"), PP_68_2009.at("elucidation 2(2)")),),
)
PROGRESSIVE: Dated[tuple[Slice, ...]] = Dated(
    "tax.PROGRESSIVE",
    "progressive income tax of a year",
    "tarif progresif Pasal 17",
    SLICES,
    Clock.PAYMENT,
    (
        row(
            "2009-01-01",
            _scale((50 * _MILLION, 5), (250 * _MILLION, 15), (500 * _MILLION, 25), (None, 30)),
            UU_36_2008.at("17(1)a"),
        ),
        row(
            "2022-01-01",
            _scale((60 * _MILLION, 5), (250 * _MILLION, 15), (500 * _MILLION, 25), (5 * _BILLION, 30), (None, 35)),
            UU_7_2021.at("17(1)a"),
        ),
    ),
)
FULL_THOUSANDS: Dated[int] = Dated(
    "tax.FULL_THOUSANDS",
    "taxable income of a year is rounded down to a multiple of this",
    "pembulatan ke bawah penghasilan kena pajak",
    SUM,
    Clock.PAYMENT,
    (row("2009-01-01", 1_000, UU_36_2008.at("17(4)")),),
)
NO_TAX_NUMBER: Dated[Fraction] = Dated(
    "tax.NO_TAX_NUMBER",
    "what is added to a tax that is not final, without a tax number (NPWP)",
    "tambahan tarif bagi yang tidak memiliki NPWP",
    SHARE,
    Clock.PAYMENT,
    (row("2009-01-01", Fraction(20, 100), UU_36_2008.at("21(5a)"), PP_68_2009.at("6(3)")),),
)
NON_RESIDENT: Dated[Fraction] = Dated(
    "tax.NON_RESIDENT",
    "final tax on what a non-resident is paid",
    "PPh Pasal 26 atas pembayaran kepada wajib pajak luar negeri",
    SHARE,
    Clock.PAYMENT,
    (
        row(
            "2009-01-01",
            Fraction(20, 100),
            UU_36_2008.at("26(1)d", Grade.B, "the rate is in the text; that lump sums fall under it is secondary"),
            PP_68_2009.at("1"),
        ),
    ),
)


def _since_2024(name: str, labels: tuple[str, str], value: Treatment, *cites: Citation) -> Dated[Treatment]:
    return Dated(f"tax.{name}", *labels, TREATMENT, Clock.CONTRIBUTION_MONTH, (row("2024-01", value, *cites),))


_SOURCE = "payroll guides of 2024"
_INCOME = PMK_168_2023.at("5(3)", Grade.B, _SOURCE)
_BY_CONTRAST = PMK_168_2023.at("5(3)", Grade.B, f"{_SOURCE}; a contrario", Flag.READING)
_DEDUCTED = PMK_168_2023.at("10", Grade.B, _SOURCE)

PREMIUMS = _since_2024(
    "PREMIUMS", ("JKK and JKM, paid by the employer", "iuran JKK dan JKM pemberi kerja"), Treatment.INCOME, _INCOME
)
SAVINGS_OF_EMPLOYER = _since_2024(
    "SAVINGS_OF_EMPLOYER",
    ("JHT and JP, paid by the employer", "iuran JHT dan JP pemberi kerja"),
    Treatment.TAXED_LATER,
    _BY_CONTRAST,
)
SAVINGS_OF_WORKER = _since_2024(
    "SAVINGS_OF_WORKER",
    ("JHT and JP, paid by the worker", "iuran JHT dan JP pekerja"),
    Treatment.DEDUCTIBLE,
    _DEDUCTED,
    UU_7_1983.at("21(3)"),
)
BORNE_BY_EMPLOYER = _since_2024(
    "BORNE_BY_EMPLOYER",
    (
        "the worker's share of JHT and JP that the employer bears",
        "iuran JHT dan JP pekerja yang ditanggung pemberi kerja",
    ),
    Treatment.INCOME,
    PMK_168_2023.at("5", Grade.M, "remembered", Flag.READING),
)


def _yearly_cost(name: str, labels: tuple[str, str], cite: Citation, most: int) -> tuple[Dated[Fraction], Dated[int]]:
    share = Dated(f"tax.{name}", *labels, SHARE, Clock.PAYMENT, (row("2024-01-01", Fraction(5, 100), cite),))
    top = f"{labels[0]}, at most a year", f"{labels[1]}, paling banyak setahun"
    return share, Dated(f"tax.{name}_OF_A_YEAR", *top, SUM, Clock.PAYMENT, (row("2024-01-01", most, cite),))


OCCUPATIONAL_COST, OCCUPATIONAL_COST_OF_A_YEAR = _yearly_cost(
    "OCCUPATIONAL_COST",
    ("occupational cost, of gross pay", "biaya jabatan dari penghasilan bruto"),
    PMK_168_2023.at("10(2)", Grade.B, _SOURCE),
    6 * _MILLION,
)
PENSION_COST, PENSION_COST_OF_A_YEAR = _yearly_cost(
    "PENSION_COST",
    ("pension cost, of a monthly pension", "biaya pensiun dari uang pensiun bulanan"),
    PMK_168_2023.at("11(2)", Grade.B, _SOURCE),
    2_400_000,
)

TABLES = (
    SAVINGS,
    SEVERANCE,
    YEARS_AT_ONCE,
    PROGRESSIVE,
    FULL_THOUSANDS,
    NO_TAX_NUMBER,
    NON_RESIDENT,
    PREMIUMS,
    SAVINGS_OF_EMPLOYER,
    SAVINGS_OF_WORKER,
    BORNE_BY_EMPLOYER,
    OCCUPATIONAL_COST,
    OCCUPATIONAL_COST_OF_A_YEAR,
    PENSION_COST,
    PENSION_COST_OF_A_YEAR,
)
