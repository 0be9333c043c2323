"""The law of JKK, work accident (jaminan kecelakaan kerja): what contributions go by."""

from __future__ import annotations

from fractions import Fraction

from .._citations import Grade
from .._dated import Clock, Dated, row
from ..instruments import PP_44_2015
from ..units import BRACKETS, SHARE, SHARES, Bracket

RATES: Dated[tuple[Fraction, ...]] = Dated(
    "jkk.RATES",
    "JKK share of the wage by risk group",
    "iuran JKK menurut kelompok tingkat risiko",
    SHARES,
    Clock.CONTRIBUTION_MONTH,
    (
        row(
            "2015-07",
            (
                Fraction(24, 10_000),
                Fraction(54, 10_000),
                Fraction(89, 10_000),
                Fraction(127, 10_000),
                Fraction(174, 10_000),
            ),
            PP_44_2015.at("16(1)"),
        ),
    ),
)

_ANNEX = PP_44_2015.at("annex II", Grade.C, "a public simulator built from the annex, 2026")

# As printed, in thousands: an income between two rows falls in neither (reading income_between_brackets).
REFERENCE_INCOME: Dated[tuple[Bracket, ...]] = Dated(
    "jkk.REFERENCE_INCOME",
    "reference income of the self-employed",
    "dasar penghasilan peserta bukan penerima upah",
    BRACKETS,
    Clock.CONTRIBUTION_MONTH,
    (
        row(
            "2015-07",
            (
                Bracket(0, 1_099_000, 1_000_000),
                Bracket(1_100_000, 1_299_000, 1_200_000),
                Bracket(1_300_000, 1_499_000, 1_400_000),
                Bracket(1_500_000, 1_699_000, 1_600_000),
                Bracket(1_700_000, 1_899_000, 1_800_000),
                Bracket(1_900_000, 2_099_000, 2_000_000),
                Bracket(2_100_000, 2_299_000, 2_200_000),
                Bracket(2_300_000, 2_499_000, 2_400_000),
                Bracket(2_500_000, 2_699_000, 2_600_000),
                Bracket(2_700_000, 3_199_000, 2_950_000),
                Bracket(3_200_000, 3_699_000, 3_450_000),
                Bracket(3_700_000, 4_199_000, 3_950_000),
                Bracket(4_200_000, 4_699_000, 4_450_000),
                Bracket(4_700_000, 5_199_000, 4_950_000),
                Bracket(5_200_000, 5_699_000, 5_450_000),
                Bracket(5_700_000, 6_199_000, 5_950_000),
                Bracket(6_200_000, 6_699_000, 6_450_000),
                Bracket(6_700_000, 7_199_000, 6_950_000),
                Bracket(7_200_000, 7_699_000, 7_450_000),
                Bracket(7_700_000, 8_199_000, 7_950_000),
                Bracket(8_200_000, 9_199_000, 8_700_000),
                Bracket(9_200_000, 10_199_000, 9_700_000),
                Bracket(10_200_000, 11_199_000, 10_700_000),
                Bracket(11_200_000, 12_199_000, 11_700_000),
                Bracket(12_200_000, 13_199_000, 12_700_000),
                Bracket(13_200_000, 14_199_000, 13_700_000),
                Bracket(14_200_000, 15_199_000, 14_700_000),
                Bracket(15_200_000, 16_199_000, 15_700_000),
                Bracket(16_200_000, 17_199_000, 16_700_000),
                Bracket(17_200_000, 18_199_000, 17_700_000),
                Bracket(18_200_000, 19_199_000, 18_700_000),
                Bracket(19_200_000, 20_199_000, 19_700_000),
                Bracket(20_200_000, None, 20_700_000),
            ),
            PP_44_2015.at("20(1)-(2)"),
            _ANNEX,
        ),
    ),
)

SELF_EMPLOYED_RATE: Dated[Fraction] = Dated(
    "jkk.SELF_EMPLOYED_RATE",
    "JKK share of the reference income of the self-employed",
    "iuran JKK dari dasar penghasilan peserta bukan penerima upah",
    SHARE,
    Clock.CONTRIBUTION_MONTH,
    (row("2015-07", Fraction(1, 100), PP_44_2015.at("20(1)"), _ANNEX),),
)

TABLES = (RATES, REFERENCE_INCOME, SELF_EMPLOYED_RATE)
