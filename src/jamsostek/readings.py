"""The open questions of law that the library answers one way by default and lets the caller answer another way.

>>> import jamsostek as js
>>> law = js.LAW.reading(FOREIGNERS_IN_JP, "covered")
>>> law.option(FOREIGNERS_IN_JP)
'covered'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._readings import Reading
from ._readings_of_bills import (
    CONTRIBUTION_ROUNDING,
    INCOME_BETWEEN_BRACKETS,
    JHT_OF_EMPLOYERS,
    JKM_PART_AFTER_2025,
    MONTH_OF_CHANGE,
    SCALE_OF_PRIVATE_PERSONS,
)
from ._readings_of_persons import (
    BORN_ON_29_FEBRUARY,
    FOREIGNERS_IN_JP,
    JHT_OF_STATE_STAFF,
    JKP_AGE_OF_EARLY_MEMBERS,
    LAST_MONTH_OF_JP,
    TRAINEE_BASE,
    TRAINEE_JKM,
)
from ._readings_of_reliefs import COVID_RELIEF_OF_SELF_EMPLOYED, RELIEF_OF_EMPLOYERS_2026, VILLAGE_BUDGET

if TYPE_CHECKING:
    from ._readings_of_accidents import (
        BENEFIT_ROUNDING,
        CAP_OF_AIDS,
        CAPACITY_BETWEEN_CLASSES,
        DISEASE_AFTER_EMPLOYMENT,
        EXPIRY_ACROSS_VERSIONS,
        EXPIRY_DAY,
        EXPIRY_OF_DISEASES_BEFORE_2019,
        INCAPACITY_ACROSS_VERSIONS,
        LEFT_HANDED,
        PART_MONTH_OF_INCAPACITY,
        PART_OF_A_STEP,
        PERIODIC_WITHOUT_HEIRS,
        REDUCED_HEARING,
        SEVERAL_LOSSES,
        VERSION_OF_BENEFITS,
        VIOLENCE_BEFORE_2025,
        WAGE_OF_SEVERAL_EMPLOYERS,
    )
    from ._readings_of_claims import (
        AGE_AT_REGISTRATION,
        ARREARS_IN_A_ROW,
        ARREARS_OF_TRAINEES,
        SEVERAL_MEMBERSHIPS,
        START_OF_PAYMENT_DAYS,
        STATE_AS_EMPLOYER,
        WAITING_AFTER_RETURN,
        WAITING_MONTHS_COUNT,
        WAITING_SCOPE,
    )
    from ._readings_of_construction import (
        ADDENDUM,
        COVID_RELIEF_OF_NEW_PROJECTS,
        DAYS_OF_PROJECT_WAGE,
        FINE_ON_PROJECTS,
        FLOOR_OF_PROJECT_WAGE,
        LOWERED_VALUE,
        MAINTENANCE_COVER,
        OWN_MANAGED_WORKS,
        REMAINDER_OF_INSTALMENTS,
        ROUNDING_OF_WAGE_LIST,
        VAT_IN_CONTRACT_VALUE,
    )
    from ._readings_of_family import (
        INNER_ORDER_OF_HEIRS,
        SHARES_OF_HEIRS,
    )
    from ._readings_of_job_loss import (
        JKP_BANKRUPT_LONG_ARREARS,
        JKP_CASH_ROUNDING,
        JKP_CASH_TRANSITION,
        JKP_CLAIM_WINDOW_2025,
        JKP_LATE_MONTHS,
        JKP_MONTHS_LOOKED_AT,
        JKP_PAST_PENSION_AGE,
        JKP_SEVERAL_JOBS,
        JKP_SIX_IN_A_ROW,
    )
    from ._readings_of_migrants import (
        MIGRANT_DISMISSAL,
        MIGRANT_EARLY_RETURN,
        MIGRANT_NEXT_STEP,
        MIGRANT_SAVINGS,
        MIGRANT_SHORT_CONTRACT,
        MIGRANT_VERSION,
    )
    from ._readings_of_payment import (
        ARREARS_ON_RETURN,
        BEGUN_MONTH,
        DUE_DAY_OF_2020,
        FINE_ON_PART,
        FINE_ROUNDING,
        SATURDAY,
        WARNING_DAYS,
    )
    from ._readings_of_pension import (
        COUNTED_WAGE,
        DEFERRED_INDEX,
        INDEX_OF_WAGES,
        LIMITS_AND_SHARES,
        LIMITS_OVER_TIME,
        MEAN_OF_INDEXED_WAGES,
        PENSION_ROUNDING,
        START_OF_LIMITS_2026,
        UPLIFT_MONTH,
        WAGES_OF_PENSION_YEAR,
        YEAR_OF_PENSION,
    )
    from ._readings_of_pension_rights import (
        AGE_OF_LEAVERS,
        CHILDREN_OF_ONE_PENSION,
        DENSITY_OF_PAYMENT,
        GROWN_CHILDREN,
        LUMP_SUM_OF_OTHERS,
        PAID_AFTER_EVENT,
        SEVERAL_EMPLOYERS_IN_JP,
        START_OF_JP_RETURN,
    )
    from ._readings_of_roles import ROLE_OF_ATHLETES, ROLE_OF_ELECTION_OFFICERS, ROLE_OF_VILLAGE_OFFICERS
    from ._readings_of_savings import (
        LEAVERS_IN_AUGUST_2015,
        MEMBERSHIP_YEARS,
        PARTIAL_OF_LEAVERS,
        RETURN_ENDS,
        RETURN_STARTS,
        SAVINGS_ROUNDING,
        WAIT_AT_CONTRACT_END,
    )
    from ._readings_of_scholarship import (
        MONTHS_BEFORE_JULY_2015,
        SCHOLARSHIP_AFTER_DISABILITY,
        SCHOLARSHIP_AGE_TEST,
        SCHOLARSHIP_CATCH_UP,
        SCHOLARSHIP_CHOICE,
        SCHOLARSHIP_DEGREE,
        SCHOLARSHIP_DIPLOMAS,
        SCHOLARSHIP_EXPIRY,
        SCHOLARSHIP_FIRST_YEAR,
        SCHOLARSHIP_GAPS,
        SCHOLARSHIP_MONTHS,
        SCHOLARSHIP_OF_2015_IN_JKM,
        SCHOLARSHIP_OF_BOTH_PARENTS,
        SCHOLARSHIP_OF_UNREGISTERED,
        SCHOLARSHIP_REPEATED_YEARS,
        SCHOLARSHIP_RESUMES,
        SCHOLARSHIP_TRAINING,
    )
    from ._readings_of_tax import (
        PARTIAL_PAYOUT_AND_WINDOW,
        PROGRESSIVE_SCALE,
        SEVERAL_ACCOUNTS_IN_TAX,
        TAX_ON_JP_LUMP_SUM,
        TAX_ROUNDING,
        THOUSANDS_IN_THE_THIRD_YEAR,
    )

    ALL: tuple[Reading, ...]

__all__ = [
    "ADDENDUM",
    "AGE_AT_REGISTRATION",
    "AGE_OF_LEAVERS",
    "ALL",
    "ARREARS_IN_A_ROW",
    "ARREARS_OF_TRAINEES",
    "ARREARS_ON_RETURN",
    "BEGUN_MONTH",
    "BENEFIT_ROUNDING",
    "BORN_ON_29_FEBRUARY",
    "CAPACITY_BETWEEN_CLASSES",
    "CAP_OF_AIDS",
    "CHILDREN_OF_ONE_PENSION",
    "CONTRIBUTION_ROUNDING",
    "COUNTED_WAGE",
    "COVID_RELIEF_OF_NEW_PROJECTS",
    "COVID_RELIEF_OF_SELF_EMPLOYED",
    "DAYS_OF_PROJECT_WAGE",
    "DEFERRED_INDEX",
    "DENSITY_OF_PAYMENT",
    "DISEASE_AFTER_EMPLOYMENT",
    "DUE_DAY_OF_2020",
    "EXPIRY_ACROSS_VERSIONS",
    "EXPIRY_DAY",
    "EXPIRY_OF_DISEASES_BEFORE_2019",
    "FINE_ON_PART",
    "FINE_ON_PROJECTS",
    "FINE_ROUNDING",
    "FLOOR_OF_PROJECT_WAGE",
    "FOREIGNERS_IN_JP",
    "GROWN_CHILDREN",
    "INCAPACITY_ACROSS_VERSIONS",
    "INCOME_BETWEEN_BRACKETS",
    "INDEX_OF_WAGES",
    "INNER_ORDER_OF_HEIRS",
    "JHT_OF_EMPLOYERS",
    "JHT_OF_STATE_STAFF",
    "JKM_PART_AFTER_2025",
    "JKP_AGE_OF_EARLY_MEMBERS",
    "JKP_BANKRUPT_LONG_ARREARS",
    "JKP_CASH_ROUNDING",
    "JKP_CASH_TRANSITION",
    "JKP_CLAIM_WINDOW_2025",
    "JKP_LATE_MONTHS",
    "JKP_MONTHS_LOOKED_AT",
    "JKP_PAST_PENSION_AGE",
    "JKP_SEVERAL_JOBS",
    "JKP_SIX_IN_A_ROW",
    "LAST_MONTH_OF_JP",
    "LEAVERS_IN_AUGUST_2015",
    "LEFT_HANDED",
    "LIMITS_AND_SHARES",
    "LIMITS_OVER_TIME",
    "LOWERED_VALUE",
    "LUMP_SUM_OF_OTHERS",
    "MAINTENANCE_COVER",
    "MEAN_OF_INDEXED_WAGES",
    "MEMBERSHIP_YEARS",
    "MIGRANT_DISMISSAL",
    "MIGRANT_EARLY_RETURN",
    "MIGRANT_NEXT_STEP",
    "MIGRANT_SAVINGS",
    "MIGRANT_SHORT_CONTRACT",
    "MIGRANT_VERSION",
    "MONTHS_BEFORE_JULY_2015",
    "MONTH_OF_CHANGE",
    "OWN_MANAGED_WORKS",
    "PAID_AFTER_EVENT",
    "PARTIAL_OF_LEAVERS",
    "PARTIAL_PAYOUT_AND_WINDOW",
    "PART_MONTH_OF_INCAPACITY",
    "PART_OF_A_STEP",
    "PENSION_ROUNDING",
    "PERIODIC_WITHOUT_HEIRS",
    "PROGRESSIVE_SCALE",
    "REDUCED_HEARING",
    "RELIEF_OF_EMPLOYERS_2026",
    "REMAINDER_OF_INSTALMENTS",
    "RETURN_ENDS",
    "RETURN_STARTS",
    "ROLE_OF_ATHLETES",
    "ROLE_OF_ELECTION_OFFICERS",
    "ROLE_OF_VILLAGE_OFFICERS",
    "ROUNDING_OF_WAGE_LIST",
    "SATURDAY",
    "SAVINGS_ROUNDING",
    "SCALE_OF_PRIVATE_PERSONS",
    "SCHOLARSHIP_AFTER_DISABILITY",
    "SCHOLARSHIP_AGE_TEST",
    "SCHOLARSHIP_CATCH_UP",
    "SCHOLARSHIP_CHOICE",
    "SCHOLARSHIP_DEGREE",
    "SCHOLARSHIP_DIPLOMAS",
    "SCHOLARSHIP_EXPIRY",
    "SCHOLARSHIP_FIRST_YEAR",
    "SCHOLARSHIP_GAPS",
    "SCHOLARSHIP_MONTHS",
    "SCHOLARSHIP_OF_2015_IN_JKM",
    "SCHOLARSHIP_OF_BOTH_PARENTS",
    "SCHOLARSHIP_OF_UNREGISTERED",
    "SCHOLARSHIP_REPEATED_YEARS",
    "SCHOLARSHIP_RESUMES",
    "SCHOLARSHIP_TRAINING",
    "SEVERAL_ACCOUNTS_IN_TAX",
    "SEVERAL_EMPLOYERS_IN_JP",
    "SEVERAL_LOSSES",
    "SEVERAL_MEMBERSHIPS",
    "SHARES_OF_HEIRS",
    "START_OF_JP_RETURN",
    "START_OF_LIMITS_2026",
    "START_OF_PAYMENT_DAYS",
    "STATE_AS_EMPLOYER",
    "TAX_ON_JP_LUMP_SUM",
    "TAX_ROUNDING",
    "THOUSANDS_IN_THE_THIRD_YEAR",
    "TRAINEE_BASE",
    "TRAINEE_JKM",
    "UPLIFT_MONTH",
    "VAT_IN_CONTRACT_VALUE",
    "VERSION_OF_BENEFITS",
    "VILLAGE_BUDGET",
    "VIOLENCE_BEFORE_2025",
    "WAGES_OF_PENSION_YEAR",
    "WAGE_OF_SEVERAL_EMPLOYERS",
    "WAITING_AFTER_RETURN",
    "WAITING_MONTHS_COUNT",
    "WAITING_SCOPE",
    "WAIT_AT_CONTRACT_END",
    "WARNING_DAYS",
    "YEAR_OF_PENSION",
]

_OF_BILLS = (
    CONTRIBUTION_ROUNDING,
    MONTH_OF_CHANGE,
    FOREIGNERS_IN_JP,
    LAST_MONTH_OF_JP,
    INCOME_BETWEEN_BRACKETS,
    JHT_OF_EMPLOYERS,
    TRAINEE_BASE,
    TRAINEE_JKM,
    JHT_OF_STATE_STAFF,
    SCALE_OF_PRIVATE_PERSONS,
    JKM_PART_AFTER_2025,
    COVID_RELIEF_OF_SELF_EMPLOYED,
    RELIEF_OF_EMPLOYERS_2026,
    VILLAGE_BUDGET,
    JKP_AGE_OF_EARLY_MEMBERS,
    BORN_ON_29_FEBRUARY,
)


# Those that no bill asks for, by module.
_LATE = (
    "_readings_of_payment",
    "_readings_of_family",
    "_readings_of_claims",
    "_readings_of_accidents",
    "_readings_of_scholarship",
    "_readings_of_savings",
    "_readings_of_migrants",
    "_readings_of_roles",
    "_readings_of_tax",
    "_readings_of_job_loss",
    "_readings_of_pension",
    "_readings_of_pension_rights",
    "_readings_of_construction",
)


def __getattr__(name: str) -> Any:
    """Load the readings that no bill asks for on first access (PEP 562)."""
    homes = [import_module(f".{home}", __package__) for home in _LATE] if name in __all__ else []
    if name == "ALL":
        return (*_OF_BILLS, *(reading for home in homes for reading in home.ALL))
    for home in homes:
        if hasattr(home, name):
            return getattr(home, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__
