"""JKK, work accident (jaminan kecelakaan kerja): PP 44/2015 and its amendments.

>>> from jamsostek import jkk
>>> jkk.RATES.rows[0].value[1]
Fraction(27, 5000)
>>> jkk.businesses("footwear factory").candidates[0].risk_group
3
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .law import RATES, REFERENCE_INCOME, SELF_EMPLOYED_RATE, TABLES

if TYPE_CHECKING:
    from .annex import BUSINESSES, Business
    from .search import Businesses, businesses

__all__ = [
    "BUSINESSES",
    "RATES",
    "REFERENCE_INCOME",
    "SELF_EMPLOYED_RATE",
    "TABLES",
    "Business",
    "Businesses",
    "businesses",
]

# A bill does not need the annex.
_HOME_OF = {"BUSINESSES": "annex", "Business": "annex", "Businesses": "search", "businesses": "search"}


def __getattr__(name: str) -> Any:
    """Load the annex and its search on first access (PEP 562)."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}")
    value = globals()[name] = getattr(import_module(f".{_HOME_OF[name]}", __name__), name)
    return value


def __dir__() -> list[str]:
    return __all__
