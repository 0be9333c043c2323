"""The parts a relief is made of: conditions, and the facts they ask for.

>>> import jamsostek as js
>>> from fractions import Fraction
>>> from jamsostek import conditions, instruments
>>> cite = instruments.WHAT_IF.at("whole", js.Grade.GIVEN)
>>> months = js.Dated("what_if.FACTOR", "share due", "bagian yang dibayar", js.units.SHARE, js.Clock.CONTRIBUTION_MONTH,
...     (js.row("2027-01", Fraction(1, 2), cite, until="2027-02"),), js.Horizon.WINDOW)
>>> micro = conditions.Among(conditions.SCALE, (js.Scale.MICRO,), cite)
>>> relief = js.Relief("micro_2027", "relief of micro firms", "keringanan usaha mikro",
...     ((js.Programme.JKM, months),), (("wage_earner", micro),))
>>> worker = js.WageEarner(wage=4_000_000, employer=js.Employer(risk_group=1, scale="micro"))
>>> js.contributions(worker, month="2027-01", law=js.LAW.add_relief(relief))["JKM"]
6000
"""

from __future__ import annotations

from ._conditions import All, Among, AnyOf, AtLeast, ByChoice, Holds, InWindow, Not, Under
from ._facts import (
    ACTIVE_WORKERS,
    BORN,
    CITIZEN,
    EMPLOYER_KIND,
    EMPLOYER_PAID_UP_TO,
    HEALTH_COVER,
    INDUSTRY,
    KIND,
    MONTHS_REGISTERED,
    PAID_BY,
    PAID_UP_TO,
    REGISTERED,
    SCALE,
    SECTOR,
)

__all__ = [
    "ACTIVE_WORKERS",
    "BORN",
    "CITIZEN",
    "EMPLOYER_KIND",
    "EMPLOYER_PAID_UP_TO",
    "HEALTH_COVER",
    "INDUSTRY",
    "KIND",
    "MONTHS_REGISTERED",
    "PAID_BY",
    "PAID_UP_TO",
    "REGISTERED",
    "SCALE",
    "SECTOR",
    "All",
    "Among",
    "AnyOf",
    "AtLeast",
    "ByChoice",
    "Holds",
    "InWindow",
    "Not",
    "Under",
]
