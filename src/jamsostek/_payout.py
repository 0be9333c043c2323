"""When the agency must pay a claim, and what it owes for each day of delay; JKK and JKM name their own days."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from . import errors
from ._citations import Citation
from ._dated import Clock, Dated, Moment, Row
from ._kinds import Lang
from ._law import Law
from ._money import Rounding, lenient_int, number, percent, sum_error
from ._months import date_error
from ._readings import Reading
from ._readings_of_accidents import BENEFIT_ROUNDING
from ._readings_of_payment import SATURDAY
from .payment.rules import check_holidays, working_day


class LastDay(NamedTuple):
    """The last day on which something is done in time; ``certain`` False: holidays are not known."""

    on: date
    certain: bool
    row: Row[int]
    readings: tuple[Reading, ...]

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Where it stands."""
        return self.row.cites


def last_day(where: str, day: date, table: Dated[int], holidays: Collection[date] | None, law: Law) -> LastDay:
    """The last of so many working days after a day, as many as a table names."""
    errors.raise_together(where, (date_error(where, day, needed=True),))
    row = law.row(table, Moment(table.clock, day))
    free = check_holidays(holidays)
    found = [working_day(day, row.value, free or frozenset(), saturdays) for saturdays in (True, False)]
    readings = (SATURDAY,) if found[0] != found[1] else ()
    on = found[law.option(SATURDAY) != "holiday"]
    return LastDay(on, free is not None, row, readings)


class LatePayment(NamedTuple):
    """What the agency owes on top of a benefit that it paid late: rupiah, for so many days."""

    amount: int
    base: int
    days: int
    row: Row[Fraction]
    readings: tuple[Reading, ...] = ()

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Where it stands."""
        return self.row.cites

    def text(self, lang: Lang = "en") -> str:
        """The numbers put in, with the result."""
        share = percent(self.row.value, lang)
        return f"{self.days} × {share} × {number(self.base, lang)} = {number(self.amount, lang)}"


def late(benefit: int, due: date, paid: date, table: Dated[Fraction], law: Law) -> LatePayment:
    """What the agency owes for paying a benefit late, by the share of a day that a table names."""
    errors.raise_together(
        "late_payment",
        (
            sum_error("benefit", benefit),
            date_error("due", due, needed=True),
            date_error("paid", paid, needed=True),
        ),
    )
    row = law.row(table, Moment(Clock.CLAIM, due))
    base, days = lenient_int(benefit), max((paid - due).days, 0)
    exact = base * days * row.value
    amount = Rounding(law.option(BENEFIT_ROUNDING)).apply(exact.numerator, exact.denominator)
    return LatePayment(amount, base, days, row, () if exact.denominator == 1 else (BENEFIT_ROUNDING,))
