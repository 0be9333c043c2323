"""A pension over time: bounded by the limits of each year, raised each year by inflation (PP 45/2015 arts 17-18).

>>> from fractions import Fraction
>>> from jamsostek import Month, jp
>>> pension = jp.Pension("old_age", Month("2025-07"), Fraction(1_050_000))
>>> pension.amount("2025-07"), pension.amount("2026-07")
(1050000, 1080660)
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple, cast

from attrs import field, frozen

from .. import errors
from .._dated import Clock, Moment, Row
from .._kinds import choice_error, lenient
from .._law import LAW, Law
from .._months import Month, as_month
from .._people import _type_error
from .._readings import Reading
from .._readings_of_pension import (
    LIMITS_OVER_TIME,
    PENSION_ROUNDING,
    START_OF_LIMITS_2026,
    UPLIFT_MONTH,
)
from .benefit_law import LIMITS_FROM_FEBRUARY, Benefit
from .formulas import pension_rounded
from .series import inflation, limits

_YEAR, _MARCH = 12, 2  # months of a year; the index of March in it


class Stretch(NamedTuple):
    """Months in a row for which a pension is the same: rupiah a month."""

    first: Month
    last: Month
    amount: int

    @property
    def months(self) -> int:
        """How many months it has."""
        return self.last - self.first + 1

    @property
    def total(self) -> int:
        """All its months together, rupiah."""
        return self.amount * self.months


Bounds = tuple[Row[int], Row[int]]


class Setting(NamedTuple):
    """How the amount of a month came about: the pension before the limits, the limits, the last uplift."""

    month: Month
    exact: Fraction
    amount: int
    bounds: Bounds | None
    uplift: Row[Fraction] | None


def _benefit(value: Benefit | str) -> Benefit:
    return cast("Benefit", lenient(Benefit, value))


@frozen(repr=False)
class Pension:
    """A monthly pension from its first month on: ``exact`` rupiah a month before rounding and limits.

    ``bounded`` False: the limits were put to what it is a share of, not to it. It says nothing on how long the right
    lasts. Raises ``UnknownKind``, ``WrongType``, ``NegativeAmount``, ``NotAMonth``.
    """

    benefit: Benefit = field(converter=_benefit)
    first: Month
    exact: Fraction
    bounded: bool = True
    law: Law = field(default=LAW, repr=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        exact: object = self.exact
        errors.raise_together(
            "Pension",
            (
                choice_error(errors.UnknownKind, "benefit", Benefit, self.benefit),
                errors.WrongType("exact", f"{exact!r} is no Fraction", "give rupiah a month as a Fraction")
                if not isinstance(exact, Fraction)
                else errors.NegativeAmount("exact", f"{exact} is negative", "give rupiah a month")
                if exact < 0
                else None,
                _type_error("first", self.first, Month),
            ),
        )

    def amount(self, month: Month | str) -> int:
        """What is paid for a month, whole rupiah.

        Raises ``TooEarly`` before the first month and ``NotAnnounced`` for a year without inflation or limits.
        """
        return self.setting(month).amount

    def setting(self, month: Month | str) -> Setting:
        """How the amount of a month came about; raises as ``amount`` does."""
        at = as_month(month)
        if at < self.first:
            raise errors.TooEarly("month", f"{at} lies before {self.first}, when the pension begins", "ask for a later")
        *_, last = self._walk(at)
        return last

    def stretches(self, until: Month | str) -> tuple[Stretch, ...]:
        """What is paid from the first month to another, both included; months with the same amount as one."""
        last = as_month(until)
        found = []
        for amount, group in groupby(self._walk(last, each=True), key=lambda setting: setting.amount):
            settings = list(group)
            found.append(Stretch(settings[0].month, settings[-1].month, amount))
        return tuple(found)

    def _walk(self, until: Month, *, each: bool = False) -> Iterator[Setting]:
        """The settings of the months in which the amount is set anew up to a month, that month last; or of each."""
        every_month = self.law.option(LIMITS_OVER_TIME) == "every_month"
        first, exact, base = self.first.index, self.exact, 0
        raised_in = _MARCH if self.law.option(UPLIFT_MONTH) == "march" else first % _YEAR
        uplift: Row[Fraction] | None = None
        for index in range(first, until.index + 1):
            raised = index // _YEAR > first // _YEAR and index % _YEAR == raised_in
            if not (raised or each or index in (first, until.index)):
                continue
            if raised:
                uplift = inflation(index // _YEAR - 1, law=self.law)
                exact = base * (1 + uplift.value)
            month = self.first + (index - first)
            bounds = limits(month, law=self.law) if self.bounded else None
            if raised or index == first:
                amount = base = bounded(exact, bounds, self.law)
            else:
                amount = bounded(Fraction(base), bounds if every_month else None, self.law)
            yield Setting(month, exact, amount, bounds, uplift)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The open questions of law that touched its first payment."""
        found = [PENSION_ROUNDING] if self.exact.denominator != 1 else []
        moment = Moment(Clock.PENSION_MONTH, self.first.first_day)
        if self.bounded and self.law.find(LIMITS_FROM_FEBRUARY, moment) is not None:
            found.append(START_OF_LIMITS_2026)
        return tuple(found)

    def __repr__(self) -> str:
        return f"<Pension {self.benefit} from {self.first}>"


def bounded(exact: Fraction, bounds: Bounds | None, law: Law) -> int:
    """A pension in whole rupiah, not below the lowest nor above the highest."""
    amount = pension_rounded(exact, law)
    return amount if bounds is None else min(max(amount, bounds[0].value), bounds[1].value)
