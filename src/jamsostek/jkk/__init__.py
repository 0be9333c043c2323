"""JKK, work accident (jaminan kecelakaan kerja): PP 44/2015 and its amendments.

>>> from jamsostek import jkk
>>> jkk.RATES.rows[0].value[1], jkk.FUNERAL.rows[-1].value
(Fraction(27, 5000), 10000000)
>>> jkk.businesses("footwear factory").candidates[0].risk_group
3
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .law import RATES, REFERENCE_INCOME, SELF_EMPLOYED_RATE

if TYPE_CHECKING:
    from .._dated import Dated
    from .._payout import LastDay, LatePayment
    from .accident import work_accident
    from .annex import BUSINESSES, Business
    from .benefit_law import (
        AIDS_SURCHARGE,
        DEATH_FLOOR,
        DEATH_SHARE,
        DENTURES,
        FUNERAL,
        GLASSES,
        HEARING_AID,
        HOME_CARE,
        HOME_CARE_MONTHS,
        INCAPACITY,
        MEDICAL_CARE,
        MULTIPLE,
        PERIODIC_AMOUNT,
        PERIODIC_MONTHS,
        SEVERAL_MEANS,
        TOTAL_SHARE,
        TRANSPORT_AIR,
        TRANSPORT_LAND,
        TRANSPORT_SEA,
        TRIPS,
        Care,
        Stage,
        Trip,
    )
    from .benefit_rules import WhoPays, benefit, eligible, who_pays
    from .cash import Benefit
    from .claim_law import (
        ADVANCED,
        AT_WORK,
        CLAIM_YEARS,
        COMMUTING,
        DISEASE,
        DISEASE_YEARS,
        DUTY_TRAVEL,
        EXTERNAL_FORCE,
        FOREIGNERS,
        INCOME_AS_WAGE,
        LAST_WAGE,
        LATE_PAYMENT,
        LATE_REPORT,
        NOTIFIERS,
        PAPERS,
        PAPERS_DAYS,
        PAYMENT_DAYS,
        REPORT_HOURS,
        SECOND_REPORT_HOURS,
        SHORTFALL,
        SUDDEN_DEATH_HOURS,
        SUSPECTED,
        URGENT_MATTER,
        USUAL_ROUTE,
        VIOLENCE,
        WAGE_AFTER_EMPLOYMENT,
        WAGE_GOES_ON,
        ClaimPaper,
        Notifier,
    )
    from .disability import Percentage, lost_vision, percentage
    from .disability_law import BOTH_EYES_EFFICIENCY, DISABILITY, Degree, Weights
    from .procedure import (
        Expiry,
        Reports,
        Suspected,
        claimable,
        expiry,
        late_payment,
        pay_by,
        reported_in_time,
        reports_due,
        suspected,
        told_by,
    )
    from .search import Businesses, businesses
    from .wage import BenefitWage, benefit_wage

    TABLES: tuple[Dated[Any], ...]

__all__ = [
    "ADVANCED",
    "AIDS_SURCHARGE",
    "AT_WORK",
    "BOTH_EYES_EFFICIENCY",
    "BUSINESSES",
    "CLAIM_YEARS",
    "COMMUTING",
    "DEATH_FLOOR",
    "DEATH_SHARE",
    "DENTURES",
    "DISABILITY",
    "DISEASE",
    "DISEASE_YEARS",
    "DUTY_TRAVEL",
    "EXTERNAL_FORCE",
    "FOREIGNERS",
    "FUNERAL",
    "GLASSES",
    "HEARING_AID",
    "HOME_CARE",
    "HOME_CARE_MONTHS",
    "INCAPACITY",
    "INCOME_AS_WAGE",
    "LAST_WAGE",
    "LATE_PAYMENT",
    "LATE_REPORT",
    "MEDICAL_CARE",
    "MULTIPLE",
    "NOTIFIERS",
    "PAPERS",
    "PAPERS_DAYS",
    "PAYMENT_DAYS",
    "PERIODIC_AMOUNT",
    "PERIODIC_MONTHS",
    "RATES",
    "REFERENCE_INCOME",
    "REPORT_HOURS",
    "SECOND_REPORT_HOURS",
    "SELF_EMPLOYED_RATE",
    "SEVERAL_MEANS",
    "SHORTFALL",
    "SUDDEN_DEATH_HOURS",
    "SUSPECTED",
    "TABLES",
    "TOTAL_SHARE",
    "TRANSPORT_AIR",
    "TRANSPORT_LAND",
    "TRANSPORT_SEA",
    "TRIPS",
    "URGENT_MATTER",
    "USUAL_ROUTE",
    "VIOLENCE",
    "WAGE_AFTER_EMPLOYMENT",
    "WAGE_GOES_ON",
    "Benefit",
    "BenefitWage",
    "Business",
    "Businesses",
    "Care",
    "ClaimPaper",
    "Degree",
    "Expiry",
    "LastDay",
    "LatePayment",
    "Notifier",
    "Percentage",
    "Reports",
    "Stage",
    "Suspected",
    "Trip",
    "Weights",
    "WhoPays",
    "benefit",
    "benefit_wage",
    "businesses",
    "claimable",
    "eligible",
    "expiry",
    "late_payment",
    "lost_vision",
    "pay_by",
    "percentage",
    "reported_in_time",
    "reports_due",
    "suspected",
    "told_by",
    "who_pays",
    "work_accident",
]
_LAW = ("benefit_law", "disability_law", "claim_law")
# The annex is long, and its search its own.
_ANNEX = {"BUSINESSES": "annex", "Business": "annex", "Businesses": "search", "businesses": "search"}
_HOMES = (*_LAW, "benefit_rules", "cash", "disability", "accident", "procedure", "wage")


def __getattr__(name: str) -> Any:
    """Load what bills do not need, the benefits and the annex, on first access (PEP 562)."""
    if name == "TABLES":
        homes = (import_module(f".{home}", __name__) for home in _LAW)
        return (RATES, REFERENCE_INCOME, SELF_EMPLOYED_RATE, *(table for home in homes for table in home.TABLES))
    homes_of = (_ANNEX[name],) if name in _ANNEX else _HOMES
    for home in homes_of if name in __all__ else ():
        module = import_module(f".{home}", __name__)
        if hasattr(module, name):
            globals()[name] = getattr(module, name)
            return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__
