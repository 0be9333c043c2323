"""JKP, job loss (jaminan kehilangan pekerjaan): PP 37/2021 as amended by PP 6/2025.

>>> from jamsostek import jkp
>>> jkp.WAGE_CEILING.rows[-1].value, jkp.CLAIM_MONTHS.rows[-1].value
(5000000, 6)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .law import (
    AGE_LIMIT,
    FROM_JKK,
    FROM_JKK_RELIEVED,
    FROM_JKM,
    HEALTH_COVER,
    STATE_RATE,
    WAGE_CEILING,
)
from .rules import JkpSplit

if TYPE_CHECKING:
    from .._dated import Dated
    from .benefit_law import (
        APPLICATIONS,
        ATTENDANCE,
        BENEFIT_CEILING,
        CALLS,
        CASH,
        CLAIM_MONTHS,
        CLAIMS_IN_A_LIFE,
        MONTHS_IN_A_ROW,
        MONTHS_LOOKED_AT,
        MONTHS_PAID,
        PAYMENT_DAYS,
        PROOFS,
        REFUND_DAYS,
        REFUND_MONTHS,
        REPORT_DAYS,
        TRAINING_VALUE,
        YEARS_BETWEEN,
        Benefit,
    )
    from .benefit_rules import benefit, eligible
    from .monthly import Duty, RefundBy, duties, may_draw, refund_by

    TABLES: tuple[Dated[Any], ...]

__all__ = [
    "AGE_LIMIT",
    "APPLICATIONS",
    "ATTENDANCE",
    "BENEFIT_CEILING",
    "CALLS",
    "CASH",
    "CLAIMS_IN_A_LIFE",
    "CLAIM_MONTHS",
    "FROM_JKK",
    "FROM_JKK_RELIEVED",
    "FROM_JKM",
    "HEALTH_COVER",
    "MONTHS_IN_A_ROW",
    "MONTHS_LOOKED_AT",
    "MONTHS_PAID",
    "PAYMENT_DAYS",
    "PROOFS",
    "REFUND_DAYS",
    "REFUND_MONTHS",
    "REPORT_DAYS",
    "STATE_RATE",
    "TABLES",
    "TRAINING_VALUE",
    "WAGE_CEILING",
    "YEARS_BETWEEN",
    "Benefit",
    "Duty",
    "JkpSplit",
    "RefundBy",
    "benefit",
    "duties",
    "eligible",
    "may_draw",
    "refund_by",
]
_HOMES = ("benefit_law", "benefit_rules", "monthly")


def __getattr__(name: str) -> Any:
    """Load what bills do not need, the benefits, on first access (PEP 562)."""
    if name == "TABLES":
        return (*import_module(".law", __name__).TABLES, *import_module(".benefit_law", __name__).TABLES)
    for home in _HOMES if name in __all__ else ():
        module = import_module(f".{home}", __name__)
        if hasattr(module, name):
            globals()[name] = getattr(module, name)
            return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__
