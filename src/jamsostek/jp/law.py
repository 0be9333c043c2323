"""The law of JP, pension (jaminan pensiun): what contributions go by, and the pension age."""

from __future__ import annotations

from fractions import Fraction

from .._citations import Citation, Flag, Grade
from .._dated import Clock, Dated, Horizon, Row, row
from ..instruments import PP_45_2015
from ..units import MONEY, SHARE, YEARS

EMPLOYER_RATE: Dated[Fraction] = Dated(
    "jp.EMPLOYER_RATE",
    "JP share of the wage borne by the employer",
    "iuran JP bagian pemberi kerja",
    SHARE,
    Clock.CONTRIBUTION_MONTH,
    (row("2015-07", Fraction(2, 100), PP_45_2015.at("28(3)a")),),
)

WORKER_RATE: Dated[Fraction] = Dated(
    "jp.WORKER_RATE",
    "JP share of the wage borne by the worker",
    "iuran JP bagian pekerja",
    SHARE,
    Clock.CONTRIBUTION_MONTH,
    (row("2015-07", Fraction(1, 100), PP_45_2015.at("28(3)b")),),
)


def _announced(source: str, *flags: Flag) -> Citation:
    return PP_45_2015.at("29(3)-(4)", Grade.B, source, *flags)


_FIRST_CEILING = 7_000_000
_NOTICE = "announcement of BPJS Ketenagakerjaan; agrees with GDP growth as first published"

# The start in March, the chain from the last announced value and the rounding down to full hundreds are practice.
WAGE_CEILING: Dated[int] = Dated(
    "jp.WAGE_CEILING",
    "highest wage that JP contributions count",
    "batas paling tinggi upah untuk iuran JP",
    MONEY,
    Clock.CONTRIBUTION_MONTH,
    (
        row("2015-07", _FIRST_CEILING, PP_45_2015.at("29(2)"), until="2015-12"),
        row(
            "2016-01",
            _FIRST_CEILING,
            PP_45_2015.at("29(2)", Grade.B, "practice: a year's value begins in March", Flag.READING),
            until="2016-02",
        ),
        row("2016-03", 7_335_300, _announced(_NOTICE), until="2017-02"),
        row("2017-03", 7_703_500, _announced(_NOTICE), until="2018-02"),
        row("2018-03", 8_094_000, _announced(_NOTICE), until="2019-02"),
        row("2019-03", 8_512_400, _announced("letter of BPJS Ketenagakerjaan of February 2019"), until="2020-02"),
        row("2020-03", 8_939_700, _announced(_NOTICE), until="2021-02"),
        row(
            "2021-03",
            8_754_600,
            _announced(
                "computed with GDP growth of -2.07 %; no announcement was seen; the base of the next one",
                Flag.DERIVED,
            ),
            until="2022-02",
        ),
        row("2022-03", 9_077_600, _announced("payroll programmes agree; agrees with GDP growth"), until="2023-02"),
        row("2023-03", 9_559_600, _announced(_NOTICE), until="2024-02"),
        row("2024-03", 10_042_300, _announced(_NOTICE), until="2025-02"),
        row("2025-03", 10_547_400, _announced(_NOTICE), until="2026-02"),
        row(
            "2026-03",
            11_086_300,
            _announced("BPJS Ketenagakerjaan, letter B/1226/022026 of 2026-02-25"),
            until="2027-02",
        ),
    ),
    Horizon.YEARLY,
)


def _age(since: str, years: int, paragraph: str) -> Row[int]:
    return row(since, years, PP_45_2015.at(paragraph))


PENSION_AGE: Dated[int] = Dated(
    "jp.PENSION_AGE",
    "pension age",
    "usia pensiun",
    YEARS,
    Clock.BIRTHDAY,
    (
        _age("2015-07-01", 56, "15(1)"),
        _age("2019-01-01", 57, "15(2)"),
        _age("2022-01-01", 58, "15(3)"),
        _age("2025-01-01", 59, "15(3)"),
        _age("2028-01-01", 60, "15(3)"),
        _age("2031-01-01", 61, "15(3)"),
        _age("2034-01-01", 62, "15(3)"),
        _age("2037-01-01", 63, "15(3)"),
        _age("2040-01-01", 64, "15(3)"),
        _age("2043-01-01", 65, "15(3)"),
    ),
)

TABLES = (EMPLOYER_RATE, WORKER_RATE, WAGE_CEILING, PENSION_AGE)
