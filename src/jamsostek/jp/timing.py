"""The days of a pension: age and right, letter and form, first payment, confirmations, and what late payment costs.

>>> found = pension_dates(date(1971, 7, 27))
>>> str(found.reached), str(found.right_from), str(found.deferred_until)
('2032-07-27', '2032-08-01', '2035-07-27')
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from .. import errors
from .._citations import Citation
from .._dated import Clock, Dated, Moment, Row
from .._events import on_error
from .._kinds import Lang
from .._law import LAW, Law
from .._money import count_error, number, percent
from .._months import Month
from ..instruments import PERMENAKER_29_2015, PP_45_2015
from .benefit_law import (
    CONFIRM_MONTHS,
    DEFERRAL_MONTHS,
    FIRST_PAYMENT_DAYS,
    FORM_MONTHS,
    LATE_SHARE,
    LETTER_MONTHS,
    SILENT_MONTHS,
)
from .record import START
from .rules import pension_age_reached


class PensionDates(NamedTuple):
    """The days of an old-age pension of somebody born on a day.

    ``reached`` is the birthday on which the pension age is reached, ``right_from`` the first day of the right,
    ``letter_by`` the day by which the agency writes to the member, ``form_by`` that by which the form is to be back
    (else recorded data are used), ``deferred_until`` the last day to which who still works may put the pension off.
    """

    reached: date
    right_from: date
    letter_by: date
    form_by: date
    deferred_until: date

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Where the days stand, in their order."""
        letters = PERMENAKER_29_2015.at("12(1)"), PERMENAKER_29_2015.at("12(4)")
        return (PP_45_2015.at("15"), PP_45_2015.at("19(3)"), *letters, PP_45_2015.at("15(4)"))


class PayBy(NamedTuple):
    """The last day on which the first payment of a pension is in time."""

    on: date
    row: Row[int]


class LatePension(NamedTuple):
    """What the agency owes beside a pension for paying it late: rupiah, for so many months of the sum due."""

    amount: Fraction
    months: int
    due: int
    row: Row[Fraction]

    def text(self, lang: Lang = "en") -> str:
        """The numbers put in, with the result."""
        share = percent(self.row.value, lang)
        return f"{self.months} × {share} × {number(self.due, lang)} = {number(self.amount, lang)}"


class Confirmations(NamedTuple):
    """By when who draws a pension confirms his data (else it is suspended), and when it stops without any."""

    next_by: date
    stops_on: date
    rows: tuple[Row[int], Row[int]]


def pension_dates(born: date, *, law: Law = LAW) -> PensionDates:
    """The days of the old-age pension of somebody born on a day. Raises ``NotADate``, ``BeforeLaw``.

    PP 45/2015 arts 15 and 19(3), Permenaker 29/2015 art. 12.

    >>> str(pension_dates(date(1971, 5, 10)).letter_by)
    '2032-02-10'
    """
    reached = pension_age_reached(born, law=law)
    if reached < START.first_day:
        what = f"the pension age was reached on {reached}, before JP began on {START.first_day}"
        raise errors.BeforeLaw("born", what, "there is no pension of JP; mend the day of birth if it is wrong")
    moment = Moment(Clock.PENSION, reached)

    def months(table: Dated[int]) -> relativedelta:
        return relativedelta(months=law.row(table, moment).value)

    return PensionDates(
        reached,
        (Month.of(reached) + 1).first_day,
        reached - months(LETTER_MONTHS),
        reached - months(FORM_MONTHS),
        reached + months(DEFERRAL_MONTHS),
    )


def pay_by(right_from: date, papers: date, *, law: Law = LAW) -> PayBy:
    """The last day on which the first pension is paid in time: 15 days after the right and the papers are there.

    The pensions of the following months are due on the first of each. Raises ``NotADate``, ``BeforeLaw``.
    PP 45/2015 art. 25.

    >>> str(pay_by(date(2032, 8, 1), date(2032, 7, 20)).on)
    '2032-08-16'
    """
    errors.raise_together("pay_by", (on_error("right_from", right_from), on_error("papers", papers)))
    start = max(right_from, papers)
    row = law.row(FIRST_PAYMENT_DAYS, Moment(Clock.CLAIM, start))
    return PayBy(start + timedelta(days=row.value), row)


def confirmations(last: date, *, law: Law = LAW) -> Confirmations:
    """By when the next confirmation is due after the ``last`` one, and when payment stops for good without any.

    A suspended pension is paid again once the data are confirmed. Raises ``NotADate``, ``BeforeLaw``.
    PP 45/2015 art. 26.

    >>> found = confirmations(date(2026, 1, 15))
    >>> str(found.next_by), str(found.stops_on)
    ('2026-04-15', '2036-01-15')
    """
    errors.raise_together("confirmations", (on_error("last", last),))
    moment = Moment(Clock.PAYMENT, last)
    rows = law.row(CONFIRM_MONTHS, moment), law.row(SILENT_MONTHS, moment)
    next_by, stops_on = (last + relativedelta(months=row.value) for row in rows)
    return Confirmations(next_by, stops_on, rows)


def late_payment(due: int, *, months: int, on: date, law: Law = LAW) -> LatePension:
    """What the agency owes for paying a pension ``months`` late: 2 % of the sum ``due`` for each, rupiah.

    Begun months are not regulated: the caller counts them. Raises ``WrongType``, ``NegativeAmount``, ``NotADate``,
    ``BeforeLaw``. PP 45/2015 art. 35.

    >>> late_payment(1_000_000, months=3, on=date(2026, 5, 1)).text()
    '3 × 2 % × 1,000,000 = 60,000'
    """
    errors.raise_together("late_payment", (count_error("due", due), count_error("months", months), on_error("on", on)))
    row = law.row(LATE_SHARE, Moment(Clock.PAYMENT, on))
    return LatePension(due * months * row.value, months, due, row)
