"""Percentages as they are printed: their exact share, and how far the digits that were left out may reach."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, cast

from .. import errors

Percent = Fraction | Decimal | int | str
_PRINTED = re.compile(r"\s*(?P<whole>\d+)(?:[.,](?P<decimals>\d+))?\s*%\s*\Z")
_MEND = 'give "32.44 %" as printed, or a fraction such as Fraction(3244, 10000)'


class Printed(NamedTuple):
    """A share; ``half`` is half a unit of the last digit that was printed, 0 where it is exact."""

    share: Fraction
    half: Fraction

    @property
    def least(self) -> Fraction:
        """The least share that is printed so."""
        return self.share - self.half

    @property
    def most(self) -> Fraction:
        """The bound of the greatest share that is printed so."""
        return self.share + self.half

    def prints(self, share: Fraction) -> bool:
        """Whether another share is printed so, halves rounded up."""
        return share == self.share or self.least <= share < self.most

    def meets(self, other: Printed) -> bool:
        """Whether both can stand for the same share."""
        if not self.half or not other.half:
            return self.prints(other.share) or other.prints(self.share)
        return self.least < other.most and other.least < self.most


def percent_error(where: str, given: object) -> errors.JamsostekError | None:
    """What is wrong with a percentage, None if nothing is: from 0 to 100 %."""
    if isinstance(given, float):
        return errors.FloatRate(where, f"{given!r} is a float", _MEND)
    readable = isinstance(given, Fraction | int) or (isinstance(given, Decimal) and given.is_finite())
    if isinstance(given, str):
        readable = _PRINTED.match(given) is not None
    if isinstance(given, bool) or not readable:
        return errors.WrongType(where, f"{given!r} is no percentage", _MEND)
    share = as_percent(cast("Percent", given)).share
    if share < 0:
        return errors.OutOfRange(where, f"{given} is negative", "give a share from 0 to 100 %")
    if share > 1:
        what = f"{given} is above 100 %" if isinstance(given, str) else f"{given} means {share * 100} %, above 100 %"
        return errors.OutOfRange(where, what, _MEND)
    return None


def as_percent(given: Percent) -> Printed:
    """The share that was given, checked before."""
    if not isinstance(given, str):
        return Printed(Fraction(given), Fraction(0))
    found = _PRINTED.match(given)
    assert found is not None  # the error was told before
    decimals = found["decimals"] or ""
    unit = Fraction(1, 100 * 10 ** len(decimals))
    return Printed(int(found["whole"] + decimals) * unit, unit / 2)
