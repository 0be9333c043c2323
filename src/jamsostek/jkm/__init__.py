"""JKM, death (jaminan kematian): PP 44/2015 and its amendments.

>>> from jamsostek import jkm
>>> jkm.SELF_EMPLOYED_AMOUNT.rows[0].value, jkm.LUMP_SUM.rows[-1].value
(6800, 20000000)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .law import RATE, SELF_EMPLOYED_AMOUNT

if TYPE_CHECKING:
    from .._dated import Dated
    from .._payout import LastDay, LatePayment
    from .benefit_law import (
        AGE_LIMIT,
        EACH_MEMBERSHIP,
        FUNERAL,
        LATE_SHARE,
        LUMP_SUM,
        PAYMENT_DAYS,
        PERIODIC,
        WAITING_MONTHS,
        Benefit,
    )
    from .benefit_rules import benefit, eligible
    from .payout import late_payment, pay_by

    TABLES: tuple[Dated[Any], ...]

__all__ = [
    "AGE_LIMIT",
    "EACH_MEMBERSHIP",
    "FUNERAL",
    "LATE_SHARE",
    "LUMP_SUM",
    "PAYMENT_DAYS",
    "PERIODIC",
    "RATE",
    "SELF_EMPLOYED_AMOUNT",
    "TABLES",
    "WAITING_MONTHS",
    "Benefit",
    "LastDay",
    "LatePayment",
    "benefit",
    "eligible",
    "late_payment",
    "pay_by",
]
_HOMES = ("benefit_law", "benefit_rules", "payout")


def __getattr__(name: str) -> Any:
    """Load what bills do not need, the benefits, on first access (PEP 562)."""
    if name == "TABLES":
        return (RATE, SELF_EMPLOYED_AMOUNT, *import_module(".benefit_law", __name__).TABLES)
    for home in _HOMES if name in __all__ else ():
        module = import_module(f".{home}", __name__)
        if hasattr(module, name):
            globals()[name] = getattr(module, name)
            return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__
