"""Migrant workers (Pekerja Migran Indonesia, PMI): contributions by contract, phases of cover, benefits.

>>> from datetime import date
>>> from jamsostek import migrants
>>> migrants.contribution(migrants.MigrantWorker(24, route="placed"), on=date(2024, 3, 1)).total
370000
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .._dated import Dated
    from .benefit_law import (
        AIDS,
        CARE_ABROAD,
        DENTURES,
        DISMISSAL,
        DISMISSAL_AFTER_ACCIDENT,
        FAILED_DEPARTURE,
        FAILED_PLACEMENT,
        FAILED_PLACEMENT_RETURN,
        GLASSES,
        HEARING_AID,
        HOME_CARE,
        JKK_DEATH,
        JKK_DEATH_OUTSIDE,
        JKK_SCHOLARSHIP,
        JKM_DEATH,
        JKM_DEATH_OUTSIDE,
        JKM_FUNERAL_OUTSIDE,
        JKM_PERIODIC_OUTSIDE,
        JKM_SCHOLARSHIP,
        LOSS_ON_THE_WAY,
        PARTIAL_DISABILITY,
        PERIODIC,
        RAPE,
        RETURN,
        RETURN_OF_TROUBLED,
        TOTAL_DISABILITY,
        TOTAL_DISABILITY_OUTSIDE,
        TRAINING,
        TRANSPORT,
        WRONG_PLACEMENT,
        WRONG_PLACEMENT_RETURN,
    )
    from .benefit_rules import benefit, eligible
    from .catalogue import HEADS, Promised, benefits
    from .events import (
        Cause,
        FailedDeparture,
        FailedPlacement,
        LossOnTheWay,
        MigrantEvent,
        Rape,
        TroubledReturn,
        WrongPlacement,
    )
    from .fees import Anomaly, Fee, FeeLine, Part, Stage, contribution
    from .grants import Benefit, Grant, Manner, Service
    from .law import (
        AGE,
        BEFORE_WORK,
        CLAIM_YEARS,
        EXCLUSIONS,
        EXTRA_MONTH,
        GROUNDS,
        HEIRS,
        MEMBERSHIP,
        MONTHS_AFTER,
        MONTHS_AHEAD,
        MONTHS_BEFORE,
        MONTHS_BEYOND,
        PAPERS_OF_ACCIDENT,
        PAPERS_OF_DEATH,
        SAVINGS,
        WORK,
        Choices,
        Exclusion,
        Phase,
        Step,
    )
    from .periods import Span, phases, register_from
    from .worker import MigrantWorker, Route

    TABLES: tuple[Dated[Any], ...]

__all__ = [
    "AGE",
    "AIDS",
    "BEFORE_WORK",
    "CARE_ABROAD",
    "CLAIM_YEARS",
    "DENTURES",
    "DISMISSAL",
    "DISMISSAL_AFTER_ACCIDENT",
    "EXCLUSIONS",
    "EXTRA_MONTH",
    "FAILED_DEPARTURE",
    "FAILED_PLACEMENT",
    "FAILED_PLACEMENT_RETURN",
    "GLASSES",
    "GROUNDS",
    "HEADS",
    "HEARING_AID",
    "HEIRS",
    "HOME_CARE",
    "JKK_DEATH",
    "JKK_DEATH_OUTSIDE",
    "JKK_SCHOLARSHIP",
    "JKM_DEATH",
    "JKM_DEATH_OUTSIDE",
    "JKM_FUNERAL_OUTSIDE",
    "JKM_PERIODIC_OUTSIDE",
    "JKM_SCHOLARSHIP",
    "LOSS_ON_THE_WAY",
    "MEMBERSHIP",
    "MONTHS_AFTER",
    "MONTHS_AHEAD",
    "MONTHS_BEFORE",
    "MONTHS_BEYOND",
    "PAPERS_OF_ACCIDENT",
    "PAPERS_OF_DEATH",
    "PARTIAL_DISABILITY",
    "PERIODIC",
    "RAPE",
    "RETURN",
    "RETURN_OF_TROUBLED",
    "SAVINGS",
    "TABLES",
    "TOTAL_DISABILITY",
    "TOTAL_DISABILITY_OUTSIDE",
    "TRAINING",
    "TRANSPORT",
    "WORK",
    "WRONG_PLACEMENT",
    "WRONG_PLACEMENT_RETURN",
    "Anomaly",
    "Benefit",
    "Cause",
    "Choices",
    "Exclusion",
    "FailedDeparture",
    "FailedPlacement",
    "Fee",
    "FeeLine",
    "Grant",
    "LossOnTheWay",
    "Manner",
    "MigrantEvent",
    "MigrantWorker",
    "Part",
    "Phase",
    "Promised",
    "Rape",
    "Route",
    "Service",
    "Span",
    "Stage",
    "Step",
    "TroubledReturn",
    "WrongPlacement",
    "benefit",
    "benefits",
    "contribution",
    "eligible",
    "phases",
    "register_from",
]
_HOMES = ("worker", "events", "law", "grants", "benefit_law", "fees", "periods", "catalogue", "benefit_rules")


def __getattr__(name: str) -> Any:
    """Load names on first access (PEP 562)."""
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
