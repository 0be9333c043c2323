"""Scenarios: what-if values of a series that is published year by year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from . import errors
from ._citations import Citation, Grade
from ._dated import Clock, Dated
from ._law import Override
from ._months import _YEARS
from ._rates import Rate, as_rate, rate_error
from .instruments import WHAT_IF

_CITES = (Citation(WHAT_IF, "whole", Grade.GIVEN),)


def scenario(table: Dated[Fraction], rates: Mapping[int, Rate]) -> tuple[Dated[Fraction], tuple[Override, ...]]:
    """The table with other values in some years, and what was changed."""
    if table.clock is not Clock.YEAR:
        raise errors.WrongType(
            "scenario", f"{table.name} goes by the {table.clock}, not by calendar years", "take law.override"
        )
    if not isinstance(rates, Mapping) or not rates:
        raise errors.WrongType("scenario", f"{rates!r} names no rates by year", 'give such as {2027: "5 %"}')
    faults: list[errors.JamsostekError | None] = []
    for year, rate in rates.items():
        if type(year) is not int or year not in _YEARS:
            faults.append(errors.WrongType(table.name, f"{year!r} is no year", "give years as ints, such as 2027"))
        else:
            faults.append(rate_error(f"{table.name} {year}", rate))
    errors.raise_together("scenario", faults)
    changed = []
    for year in sorted(rates):
        first, last, value = date(year, 1, 1), date(year, 12, 31), as_rate(rates[year])
        table = table.with_value(first, last, value, _CITES)
        changed.append(Override(table.name, first, last, value))
    return table, tuple(changed)
