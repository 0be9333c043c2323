"""The law of housing support, paid out of JHT investments (manfaat layanan tambahan); PP 46/2015 art. 25."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar

from .._citations import Citation, Grade
from .._dated import Clock, Dated, Row, row
from .._kinds import Labelled
from ..instruments import PERMENAKER_17_2021, PERMENAKER_35_2016, PP_46_2015
from ..units import SHARE, SUM, TERM, Unit

T = TypeVar("T")
# Permenaker 35/2016 is of 2016, its day in force was not found; that of 2021 is in use since October or November.
OLD, NEW = "2017-01-01", "2021-11-01"


class Product(Labelled):
    """A loan for housing (jenis manfaat layanan tambahan)."""

    MORTGAGE = "mortgage", "mortgage", "kredit pemilikan rumah (KPR)"
    DOWN_PAYMENT = "down_payment", "loan for the down payment", "pinjaman uang muka perumahan (PUMP)"
    RENOVATION = "renovation", "loan for renovation", "pinjaman renovasi perumahan (PRP)"


def _table(name: str, labels: tuple[str, str], unit: Unit[T], *rows: Row[T]) -> Dated[T]:
    return Dated(f"jht.{name}", *labels, unit, Clock.CLAIM, rows)


def _new(source: str = "press and ministry briefing of November and December 2021") -> tuple[Citation, Citation]:
    return PERMENAKER_17_2021.at("whole", Grade.B, source), PP_46_2015.at("25(3)")


def _old() -> tuple[Citation, Citation]:
    return PERMENAKER_35_2016.at("whole", Grade.B, "the same, on what was changed"), PP_46_2015.at("25(3)")


MORTGAGE_CEILING: Dated[int] = _table(
    "MORTGAGE_CEILING",
    ("largest mortgage", "plafon KPR"),
    SUM,
    row(NEW, 500_000_000, *_new()),
)
DOWN_PAYMENT_CEILING: Dated[int] = _table(
    "DOWN_PAYMENT_CEILING",
    ("largest loan for the down payment", "plafon PUMP"),
    SUM,
    row(NEW, 150_000_000, *_new()),
)
RENOVATION_CEILING: Dated[int] = _table(
    "RENOVATION_CEILING",
    ("largest loan for renovation", "plafon PRP"),
    SUM,
    row(OLD, 50_000_000, *_old()),
    row(NEW, 200_000_000, *_new()),
)
MORTGAGE_TERM: Dated[int] = _table(
    "MORTGAGE_TERM",
    ("longest term of a mortgage and of the loan for its down payment", "jangka waktu KPR dan PUMP paling lama"),
    TERM,
    row(OLD, 20, *_old()),
    row(NEW, 30, *_new()),
)
RENOVATION_TERM: Dated[int] = _table(
    "RENOVATION_TERM",
    ("longest term of a loan for renovation", "jangka waktu PRP paling lama"),
    TERM,
    row(NEW, 15, *_new()),
)
HOUSING_MARGIN: Dated[Fraction] = _table(
    "HOUSING_MARGIN",
    (
        "interest of housing support, at most this above the central bank's rate",
        "bunga MLT paling tinggi di atas BI rate",
    ),
    SHARE,
    row(NEW, Fraction(5, 100), *_new()),
    row("2025-09-15", Fraction(3, 100), *_new("press conference of 2025-09-15 on the stimulus")),
)
HOUSING_YEARS: Dated[int] = _table(
    "HOUSING_YEARS",
    ("years of membership before housing support", "masa kepesertaan untuk MLT"),
    TERM,
    row(NEW, 1, *_new()),
)

TABLES = (
    MORTGAGE_CEILING,
    DOWN_PAYMENT_CEILING,
    RENOVATION_CEILING,
    MORTGAGE_TERM,
    RENOVATION_TERM,
    HOUSING_MARGIN,
    HOUSING_YEARS,
)
