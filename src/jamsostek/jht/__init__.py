"""JHT, old-age savings (jaminan hari tua): PP 46/2015 and its amendment.

>>> from jamsostek import jht
>>> jht.EMPLOYER_RATE.rows[0].value, jht.AGE.rows[0].value
(Fraction(37, 1000), 56)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .law import EMPLOYER_RATE, SELF_EMPLOYED_RATE, WORKER_RATE

if TYPE_CHECKING:
    from .._dated import Dated
    from .accrual import Account, SavingsYear
    from .housing_law import (
        DOWN_PAYMENT_CEILING,
        HOUSING_MARGIN,
        HOUSING_YEARS,
        MORTGAGE_CEILING,
        MORTGAGE_TERM,
        RENOVATION_CEILING,
        RENOVATION_TERM,
        Product,
    )
    from .housing_rules import Housing, housing
    from .partial_rules import partial
    from .payout_rules import benefit, eligible, shortfall
    from .savings import Savings, statement
    from .savings_law import (
        AGE,
        AGREED_AGE,
        CREDITED_RATE,
        DEPOSIT_RATE,
        LEAVERS_AT_AGE,
        LEAVING_AT_FIRST,
        PARTIAL_HOUSING,
        PARTIAL_OTHER,
        PARTIAL_YEARS,
        PAYMENT_DAYS,
        WAIT_AFTER_ACTIVITY_END,
        WAIT_AFTER_CONTRACT_END,
        WAIT_AFTER_DISMISSAL,
        WAIT_AFTER_LEAVING,
        WAIT_AFTER_RESIGNATION,
        Benefit,
        Purpose,
    )

    TABLES: tuple[Dated[Any], ...]

__all__ = [
    "AGE",
    "AGREED_AGE",
    "CREDITED_RATE",
    "DEPOSIT_RATE",
    "DOWN_PAYMENT_CEILING",
    "EMPLOYER_RATE",
    "HOUSING_MARGIN",
    "HOUSING_YEARS",
    "LEAVERS_AT_AGE",
    "LEAVING_AT_FIRST",
    "MORTGAGE_CEILING",
    "MORTGAGE_TERM",
    "PARTIAL_HOUSING",
    "PARTIAL_OTHER",
    "PARTIAL_YEARS",
    "PAYMENT_DAYS",
    "RENOVATION_CEILING",
    "RENOVATION_TERM",
    "SELF_EMPLOYED_RATE",
    "TABLES",
    "WAIT_AFTER_ACTIVITY_END",
    "WAIT_AFTER_CONTRACT_END",
    "WAIT_AFTER_DISMISSAL",
    "WAIT_AFTER_LEAVING",
    "WAIT_AFTER_RESIGNATION",
    "WORKER_RATE",
    "Account",
    "Benefit",
    "Housing",
    "Product",
    "Purpose",
    "Savings",
    "SavingsYear",
    "benefit",
    "eligible",
    "housing",
    "partial",
    "shortfall",
    "statement",
]
_LAWS = ("savings_law", "housing_law")
_RULES = ("accrual", "savings", "payout_rules", "partial_rules", "housing_rules")


def __getattr__(name: str) -> Any:
    """Load what bills do not need on first access (PEP 562)."""
    if name == "TABLES":
        late = [import_module(f".{home}", __name__).TABLES for home in _LAWS]
        return (EMPLOYER_RATE, WORKER_RATE, SELF_EMPLOYED_RATE, *(table for tables in late for table in tables))
    for home in (*_LAWS, *_RULES) if name in __all__ else ():
        module = import_module(f".{home}", __name__)
        if hasattr(module, name):
            globals()[name] = getattr(module, name)
            return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__
