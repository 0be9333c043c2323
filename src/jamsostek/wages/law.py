"""The law of the wage that contributions go by (upah sebulan): what counts, how other pay becomes a monthly wage."""

from __future__ import annotations

from .._citations import Citation, Flag, Grade
from .._dated import Clock, Dated, row
from .._kinds import Labelled
from ..instruments import MANUAL_2022, PP_44_2015, PP_45_2015, PP_46_2015
from ..units import DAYS, IN_FORCE, MONTHS, WORDS


class PayKind(Labelled):
    """A kind of pay (komponen upah)."""

    BASE = "base", "base wage", "upah pokok"
    FIXED_ALLOWANCE = "fixed_allowance", "fixed allowance", "tunjangan tetap"
    VARIABLE_ALLOWANCE = (
        "variable_allowance",
        "allowance that varies with attendance or output",
        "tunjangan tidak tetap",
    )
    OVERTIME = "overtime", "overtime", "upah lembur"
    HOLIDAY_BONUS = "holiday_bonus", "religious holiday bonus", "tunjangan hari raya (THR)"
    BONUS = "bonus", "bonus or commission", "bonus atau komisi"


def _both(paragraph: str) -> tuple[Citation, Citation]:
    """The paragraph of PP 44/2015 art. 19 and its twin in PP 46/2015 art. 17."""
    return PP_44_2015.at(f"19({paragraph})"), PP_46_2015.at(f"17({paragraph})")


COUNTED: Dated[tuple[Labelled, ...]] = Dated(
    "wages.COUNTED",
    "kinds of pay that count",
    "komponen upah yang diperhitungkan",
    WORDS,
    Clock.CONTRIBUTION_MONTH,
    (row("2015-07", (PayKind.BASE, PayKind.FIXED_ALLOWANCE), *_both("2"), PP_45_2015.at("29(1)")),),
)

DAYS_OF_A_MONTH: Dated[int] = Dated(
    "wages.DAYS_OF_A_MONTH",
    "days that make a daily wage a monthly one",
    "hari pengali upah harian",
    DAYS,
    Clock.CONTRIBUTION_MONTH,
    (row("2015-07", 25, *_both("3")),),
)

MONTHS_OF_OUTPUT: Dated[int] = Dated(
    "wages.MONTHS_OF_OUTPUT",
    "last months whose average is the wage of piece work",
    "bulan terakhir rata-rata upah borongan atau satuan hasil",
    MONTHS,
    Clock.CONTRIBUTION_MONTH,
    (row("2015-07", 3, *_both("4")),),
)

MONTHS_OF_WEATHER: Dated[int] = Dated(
    "wages.MONTHS_OF_WEATHER",
    "last months whose average is the wage of piece work that hangs on the weather",
    "bulan terakhir rata-rata upah borongan yang tergantung cuaca",
    MONTHS,
    Clock.CONTRIBUTION_MONTH,
    (row("2015-07", 12, *_both("5")),),
)

DEEMED_WAGE: Dated[bool] = Dated(
    "wages.DEEMED_WAGE",
    "the lowest wage of the workers in the same job counts as the wage of interns",
    "upah terendah pekerja pada pekerjaan yang sama dianggap sebagai upah peserta magang",
    IN_FORCE,
    Clock.CONTRIBUTION_MONTH,
    (row("2015-07", True, PP_44_2015.at("28(2)")),),
)

MINIMUM_WAGE: Dated[bool] = Dated(
    "wages.MINIMUM_WAGE",
    "a wage below the minimum wage counts as the minimum wage",
    "upah di bawah upah minimum dihitung sebesar upah minimum",
    IN_FORCE,
    Clock.CONTRIBUTION_MONTH,
    (
        row(
            "2015-07",
            True,
            MANUAL_2022.at("whole", Grade.A_MANUAL, "p. 15; the years before 2022 inferred", Flag.DERIVED),
        ),
    ),
)

TABLES = (COUNTED, DAYS_OF_A_MONTH, MONTHS_OF_OUTPUT, MONTHS_OF_WEATHER, DEEMED_WAGE, MINIMUM_WAGE)
