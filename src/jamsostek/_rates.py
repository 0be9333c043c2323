"""Yearly rates as exact fractions, from what callers write for them."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from . import errors

Rate = Fraction | Decimal | str | int
_PERCENT = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*%\s*\Z")
_MEND = 'give Fraction(5, 100) or "5 %" for five per cent'


def rate_error(where: str, value: object) -> errors.JamsostekError | None:
    """What is wrong with a yearly rate, None if nothing is: a fraction above -1 and below 1, or a text "5.63 %"."""
    if isinstance(value, float):
        return errors.FloatRate(where, f"{value!r} is a float", _MEND)
    found = _read(value)
    if found is None:
        comma = isinstance(value, str) and _PERCENT.match(value.replace(",", "."))
        return errors.WrongType(where, f"{value!r} is no rate", "write it with a point" if comma else _MEND)
    if found <= -1:
        return errors.ImpossibleRate(where, f"{value} is a loss of everything or more", _MEND)
    if found >= 1:
        return errors.ImpossibleRate(where, f"{value} means {found * 100} % a year", _MEND)
    return None


def as_rate(value: Rate, where: str = "rate") -> Fraction:
    """A rate from what the caller gave for one. Raises ``FloatRate``, ``ImpossibleRate``, ``WrongType``.

    >>> as_rate("5.63 %"), as_rate(Fraction(1, 20))
    (Fraction(563, 10000), Fraction(1, 20))
    """
    errors.raise_together(where, (rate_error(where, value),))
    found = _read(value)
    assert found is not None  # checked in the line above
    return found


def _read(value: object) -> Fraction | None:
    if isinstance(value, str):
        found = _PERCENT.match(value)
        return None if found is None else Fraction(found[1]) / 100
    if isinstance(value, bool) or not isinstance(value, Fraction | Decimal | int):
        return None
    return Fraction(value) if not isinstance(value, Decimal) or value.is_finite() else None
