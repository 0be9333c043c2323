"""When JKM must be paid, and what the agency owes for each day of delay; PP 44/2015 art. 40(3)-(4)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from .. import errors
from .._dated import Clock, Moment, Row
from .._kinds import Lang
from .._law import LAW, Law
from .._money import number, percent
from .._readings import Reading
from .._readings_of_claims import START_OF_PAYMENT_DAYS
from ..payment.rules import _count_error, check_holidays, day_error
from .benefit_law import LATE_SHARE, PAYMENT_DAYS


class PayBy(NamedTuple):
    """The last day on which the agency pays in time; ``certain`` False where public holidays were not given."""

    on: date
    certain: bool
    row: Row[int]
    readings: tuple[Reading, ...] = ()


class LatePayment(NamedTuple):
    """What the agency owes beside the benefit for paying late: rupiah, for so many days of a sum; to the heirs."""

    amount: Fraction
    days: int
    due: int
    row: Row[Fraction]

    def text(self, lang: Lang = "en") -> str:
        """The numbers put in, with the result."""
        share = percent(self.row.value, lang)
        return f"{self.days} × {share} × {number(self.due, lang)} = {number(self.amount, lang)}"


def pay_by(
    received: date, *, approved: date | None = None, holidays: Collection[date] | None = None, law: Law = LAW
) -> PayBy:
    """The last day on which the agency pays JKM in time: three working days after it received the papers.

    ``approved`` is the day on which it approved the claim, from which the days run under one option of the reading
    ``START_OF_PAYMENT_DAYS``; ``holidays`` are the public ones, None: not known. Raises ``NotADate``, ``BeforeLaw``,
    ``MissingFact``, ``Contradiction``. PP 44/2015 art. 40(3), UU 40/2004 art. 45(1).

    >>> str(pay_by(date(2025, 6, 19)).on)
    '2025-06-24'
    """
    faults = [day_error("received", received), None if approved is None else day_error("approved", approved)]
    errors.raise_together("pay_by", faults)
    if approved is not None and approved < received:
        raise errors.Contradiction("approved", f"{approved} lies before {received}", "mend one of the two days")
    free = check_holidays(holidays)
    row = law.row(PAYMENT_DAYS, Moment(Clock.CLAIM, received))
    start = received
    if law.option(START_OF_PAYMENT_DAYS) == "approved":
        if approved is None:
            raise errors.MissingFact("approved", "the law chosen counts from approval", "give the day of approval")
        start = approved
    day, left = start, row.value
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY and day not in (free or ())
    touched = () if approved in (None, received) else (START_OF_PAYMENT_DAYS,)
    return PayBy(day, free is not None, row, touched)


_SATURDAY = 5


def late_payment(due: int, *, days: int, received: date, law: Law = LAW) -> LatePayment:
    """What the agency owes the heirs for paying JKM ``days`` after the last day: 1 % of the sum for each.

    ``due`` is whole rupiah. Raises ``WrongType``, ``NegativeAmount``, ``NotADate``. PP 44/2015 art. 40(4).

    >>> late_payment(42_000_000, days=5, received=date(2025, 6, 19)).text()
    '5 × 1 % × 42,000,000 = 2,100,000'
    """
    errors.raise_together(
        "late_payment", (_count_error("due", due), _count_error("days", days), day_error("received", received))
    )
    row = law.row(LATE_SHARE, Moment(Clock.CLAIM, received))
    return LatePayment(due * days * row.value, days, due, row)
