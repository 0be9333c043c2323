"""Planning cover for others: what it costs, what a budget buys, who pays, what a lapse costs, what may be paid out.

>>> import jamsostek as js
>>> from jamsostek import planning
>>> rider = js.SelfEmployed(income=1_000_000, sector="transport", paid_by="regional_budget")
>>> planning.cost(planning.Group(25_808, rider), "2025-12", "2026-11").total
5202892800
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .law import EXCISE_SHARES, TABLES, ExciseShares

if TYPE_CHECKING:
    from .budgets import Excise, Lasts, Purchase, afford, excise, lasts
    from .costs import Cost, Part, Price, Row, cost
    from .expected import Expectation, Expected, Happening, expect
    from .funding import Funding, Grant, Source, fund
    from .groups import Group
    from .lapse_results import Lapse, LapseMonth, Standing
    from .lapses import lapse
    from .who_pays import Payers, payers

__all__ = [
    "EXCISE_SHARES",
    "TABLES",
    "Cost",
    "Excise",
    "ExciseShares",
    "Expectation",
    "Expected",
    "Funding",
    "Grant",
    "Group",
    "Happening",
    "Lapse",
    "LapseMonth",
    "Lasts",
    "Part",
    "Payers",
    "Price",
    "Purchase",
    "Row",
    "Source",
    "Standing",
    "afford",
    "cost",
    "excise",
    "expect",
    "fund",
    "lapse",
    "lasts",
    "payers",
]
_HOMES = ("groups", "costs", "budgets", "funding", "who_pays", "lapse_results", "lapses", "expected")


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
