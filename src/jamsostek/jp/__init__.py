"""JP, pension (jaminan pensiun): PP 45/2015 and the yearly announcements of BPJS Ketenagakerjaan.

>>> from datetime import date
>>> from jamsostek import jp
>>> jp.pension_age_reached(date(1971, 5, 10))
datetime.date(2032, 5, 10)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .law import EMPLOYER_RATE, PENSION_AGE, WAGE_CEILING, WORKER_RATE
from .rules import pension_age_reached

if TYPE_CHECKING:
    from .._dated import Dated
    from .benefit_law import (
        ACCRUAL,
        CEILING_STEP,
        CHILD_AGE,
        CHILD_SHARE,
        CHILD_SHARE_AFTER_SPOUSE,
        CONFIRM_MONTHS,
        DEFERRAL_MONTHS,
        DENSITY,
        FIRST_PAYMENT_DAYS,
        FORM_MONTHS,
        GDP_GROWTH,
        INFLATION,
        LATE_BORN_DAYS,
        LATE_SHARE,
        LETTER_MONTHS,
        LIMITS_FROM_FEBRUARY,
        LIMITS_STEP,
        MAX_PENSION,
        MIN_PENSION,
        MONTHS_BEFORE_DEATH,
        MONTHS_BEFORE_DISABILITY,
        MONTHS_FOR_PENSION,
        MONTHS_PUT_IN_PLACE,
        MOST_CHILDREN,
        PARENT_SHARE,
        SILENT_MONTHS,
        SPOUSE_SHARE,
        Benefit,
        Proof,
    )
    from .benefit_rules import benefit, eligible
    from .formulas import Formula, IndexedYear, formula
    from .lump_sums import LumpSum, YearOfSavings, lump_sum
    from .pensions import Pension, Setting, Stretch
    from .schedules import Schedule, Stage, schedule
    from .series import growth, index, inflation, limits, scenario
    from .timing import LatePension, PayBy, PensionDates, confirmations, late_payment, pay_by, pension_dates

    TABLES: tuple[Dated[Any], ...]

__all__ = [
    "ACCRUAL",
    "CEILING_STEP",
    "CHILD_AGE",
    "CHILD_SHARE",
    "CHILD_SHARE_AFTER_SPOUSE",
    "CONFIRM_MONTHS",
    "DEFERRAL_MONTHS",
    "DENSITY",
    "EMPLOYER_RATE",
    "FIRST_PAYMENT_DAYS",
    "FORM_MONTHS",
    "GDP_GROWTH",
    "INFLATION",
    "LATE_BORN_DAYS",
    "LATE_SHARE",
    "LETTER_MONTHS",
    "LIMITS_FROM_FEBRUARY",
    "LIMITS_STEP",
    "MAX_PENSION",
    "MIN_PENSION",
    "MONTHS_BEFORE_DEATH",
    "MONTHS_BEFORE_DISABILITY",
    "MONTHS_FOR_PENSION",
    "MONTHS_PUT_IN_PLACE",
    "MOST_CHILDREN",
    "PARENT_SHARE",
    "PENSION_AGE",
    "SILENT_MONTHS",
    "SPOUSE_SHARE",
    "TABLES",
    "WAGE_CEILING",
    "WORKER_RATE",
    "Benefit",
    "Formula",
    "IndexedYear",
    "LatePension",
    "LumpSum",
    "PayBy",
    "Pension",
    "PensionDates",
    "Proof",
    "Schedule",
    "Setting",
    "Stage",
    "Stretch",
    "YearOfSavings",
    "benefit",
    "confirmations",
    "eligible",
    "formula",
    "growth",
    "index",
    "inflation",
    "late_payment",
    "limits",
    "lump_sum",
    "pay_by",
    "pension_age_reached",
    "pension_dates",
    "scenario",
    "schedule",
]
_LAW = "benefit_law"
_HOMES = (_LAW, "series", "formulas", "pensions", "benefit_rules", "schedules", "lump_sums", "timing")


def __getattr__(name: str) -> Any:
    """Load what bills do not need, the pensions, on first access (PEP 562)."""
    if name == "TABLES":
        return (*import_module(".law", __name__).TABLES, *import_module(f".{_LAW}", __name__).TABLES)
    for home in _HOMES if name in __all__ else ():
        module = import_module(f".{home}", __name__)
        if hasattr(module, name):
            globals()[name] = getattr(module, name)
            return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__
