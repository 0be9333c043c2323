"""Universal coverage (universal coverage jamsostek, UCJ): coverage figures with numerator, denominator, source, date.

No official formula was found: agencies count the active participants of all kinds against the workers of the area,
plans count formal and informal work apart. So a coverage has both numbers, and says where each comes from.

>>> from datetime import date
>>> from jamsostek import ucj
>>> day = date(2025, 6, 30)
>>> covered = ucj.Figure(134_167, source="press", on=day)
>>> workers = ucj.Figure(413_585, source="implied by the press", on=day)
>>> ucj.Coverage(covered, workers).percent()
'32.44 %'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .law import NATIONAL_TARGETS, TABLES

if TYPE_CHECKING:
    from .checks import CoverageCheck, Finding, FindingKind, check
    from .figures import Coverage, Figure, Gap, Indicator, national_target
    from .statements import Statement

__all__ = [
    "NATIONAL_TARGETS",
    "TABLES",
    "Coverage",
    "CoverageCheck",
    "Figure",
    "Finding",
    "FindingKind",
    "Gap",
    "Indicator",
    "Statement",
    "check",
    "national_target",
]
_HOMES = ("figures", "statements", "checks")


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
