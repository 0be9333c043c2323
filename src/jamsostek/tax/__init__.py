"""Income tax on what JHT and JP pay at once, and on the lines of a payroll: PP 68/2009, UU 7/1983, PMK 168/2023.

>>> from datetime import date
>>> from jamsostek import tax
>>> tax.lump_sum(tax.Payout(on=date(2025, 3, 10), amount=150_000_000)).tax
5000000
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .._tiers import Slice, marginal
from .law import (
    BORNE_BY_EMPLOYER,
    FULL_THOUSANDS,
    NO_TAX_NUMBER,
    NON_RESIDENT,
    OCCUPATIONAL_COST,
    OCCUPATIONAL_COST_OF_A_YEAR,
    PENSION_COST,
    PENSION_COST_OF_A_YEAR,
    PREMIUMS,
    PROGRESSIVE,
    SAVINGS,
    SAVINGS_OF_EMPLOYER,
    SAVINGS_OF_WORKER,
    SEVERANCE,
    TABLES,
    YEARS_AT_ONCE,
    Treatment,
)

if TYPE_CHECKING:
    from .lump_sums import lump_sum
    from .paylines import PayrollTax, Treated, YearTax, of_year, payroll
    from .payouts import Payout, SumKind
    from .results import Method, PayoutTax, Taxed

__all__ = [
    "BORNE_BY_EMPLOYER",
    "FULL_THOUSANDS",
    "NON_RESIDENT",
    "NO_TAX_NUMBER",
    "OCCUPATIONAL_COST",
    "OCCUPATIONAL_COST_OF_A_YEAR",
    "PENSION_COST",
    "PENSION_COST_OF_A_YEAR",
    "PREMIUMS",
    "PROGRESSIVE",
    "SAVINGS",
    "SAVINGS_OF_EMPLOYER",
    "SAVINGS_OF_WORKER",
    "SEVERANCE",
    "TABLES",
    "YEARS_AT_ONCE",
    "Method",
    "Payout",
    "PayoutTax",
    "PayrollTax",
    "Slice",
    "SumKind",
    "Taxed",
    "Treated",
    "Treatment",
    "YearTax",
    "lump_sum",
    "marginal",
    "of_year",
    "payroll",
]
_HOMES = ("payouts", "results", "lump_sums", "paylines")


def __getattr__(name: str) -> Any:
    """Load the rules on first access (PEP 562): the parameter pages need the tables alone."""
    for home in _HOMES if name in __all__ else ():
        module = import_module(f".{home}", __name__)
        if hasattr(module, name):
            globals()[name] = getattr(module, name)
            return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__
