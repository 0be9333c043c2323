"""Construction projects (jasa konstruksi): JKK and JKM of their workers; PP 44/2015 arts 53-56.

>>> from datetime import date
>>> from jamsostek import construction
>>> bill = construction.contribution(construction.Project(180_000_000, vat="excluded", ordered=date(2024, 3, 1)))
>>> bill["JKK"], bill["JKM"]
(346000, 46000)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .law import (
    CERTIFICATE_DAYS,
    CHANGE_DAYS,
    COVID_JKK,
    COVID_JKM,
    DAYS_OF_1993,
    INSTALMENTS,
    JKK_SHARE,
    JKK_TIERS,
    JKM_SHARE,
    JKM_TIERS,
    PROOF_DAYS,
    REGISTER_DAYS,
    REGISTERED_WORKERS,
    TABLES,
    VAT,
    WAGE_AT_CLAIM,
    Engagement,
)

if TYPE_CHECKING:
    from .duties import certificate_by, late_fine, must_register, proof_by, register_by, report_change_by
    from .periods import eligible
    from .project import Addendum, Instalment, ListedWage, Method, Project, Vat
    from .results import Part, Payment, Portion, ProjectBill, ProjectLine
    from .rules import contribution, contributions
    from .workers import Worker

__all__ = [
    "CERTIFICATE_DAYS",
    "CHANGE_DAYS",
    "COVID_JKK",
    "COVID_JKM",
    "DAYS_OF_1993",
    "INSTALMENTS",
    "JKK_SHARE",
    "JKK_TIERS",
    "JKM_SHARE",
    "JKM_TIERS",
    "PROOF_DAYS",
    "REGISTERED_WORKERS",
    "REGISTER_DAYS",
    "TABLES",
    "VAT",
    "WAGE_AT_CLAIM",
    "Addendum",
    "Engagement",
    "Instalment",
    "ListedWage",
    "Method",
    "Part",
    "Payment",
    "Portion",
    "Project",
    "ProjectBill",
    "ProjectLine",
    "Vat",
    "Worker",
    "certificate_by",
    "contribution",
    "contributions",
    "eligible",
    "late_fine",
    "must_register",
    "proof_by",
    "register_by",
    "report_change_by",
]
_HOMES = ("project", "results", "rules", "duties", "periods", "workers")


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
