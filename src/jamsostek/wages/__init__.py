"""The wage that contributions go by (upah sebulan): base wage and fixed allowances, PP 44/2015 art. 19.

>>> import jamsostek as js
>>> wage = from_components({"base": 3_500_000, "fixed_allowance": 500_000, "overtime": 240_000}, month="2026-03")
>>> js.contributions(js.WageEarner(wage=wage, risk_group=3), month="2026-03")["JHT", "worker"].amount
80000
"""

from .law import (
    COUNTED,
    DAYS_OF_A_MONTH,
    DEEMED_WAGE,
    MINIMUM_WAGE,
    MONTHS_OF_OUTPUT,
    MONTHS_OF_WEATHER,
    TABLES,
    PayKind,
)
from .rules import Component, ContributionWage, WageLine, deemed, from_components, from_daily, from_output

__all__ = [
    "COUNTED",
    "DAYS_OF_A_MONTH",
    "DEEMED_WAGE",
    "MINIMUM_WAGE",
    "MONTHS_OF_OUTPUT",
    "MONTHS_OF_WEATHER",
    "TABLES",
    "Component",
    "ContributionWage",
    "PayKind",
    "WageLine",
    "deemed",
    "from_components",
    "from_daily",
    "from_output",
]
