"""When JKM must be paid, and what the agency owes for each day of delay; PP 44/2015 art. 40(3)-(4)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from .. import errors
from .._law import LAW, Law
from .._months import date_error
from .._payout import LastDay, LatePayment, last_day, late
from .._readings_of_claims import START_OF_PAYMENT_DAYS
from .benefit_law import LATE_SHARE, PAYMENT_DAYS


def pay_by(
    received: date, *, approved: date | None = None, holidays: Collection[date] | None = None, law: Law = LAW
) -> LastDay:
    """The last day on which the agency pays JKM in time: three working days after it received the papers.

    ``approved`` is the day on which it approved the claim, from which the days run under one option of the reading
    ``START_OF_PAYMENT_DAYS``; ``holidays`` are the public ones, None: not known. Raises ``NotADate``, ``BeforeLaw``,
    ``MissingFact``, ``Contradiction``. PP 44/2015 art. 40(3), UU 40/2004 art. 45(1).

    >>> str(pay_by(date(2025, 6, 19)).on)
    '2025-06-24'
    """
    faults = [
        date_error("received", received, needed=True),
        None if approved is None else date_error("approved", approved, needed=True),
    ]
    errors.raise_together("pay_by", faults)
    if approved is not None and approved < received:
        raise errors.Contradiction("approved", f"{approved} lies before {received}", "mend one of the two days")
    start = received
    if law.option(START_OF_PAYMENT_DAYS) == "approved":
        if approved is None:
            raise errors.MissingFact("approved", "the law chosen counts from approval", "give the day of approval")
        start = approved
    found = last_day("received", start, PAYMENT_DAYS, holidays, law)
    touched = () if approved in (None, received) else (START_OF_PAYMENT_DAYS,)
    return found._replace(readings=(*touched, *found.readings))


def late_payment(benefit: int, *, due: date, paid: date, law: Law = LAW) -> LatePayment:
    """What the agency owes the heirs for paying JKM (rupiah) late: 1 % of it for each day.

    Raises ``NotADate``, an ``…Amount`` error, ``BeforeLaw``. PP 44/2015 art. 40(4).

    >>> late_payment(42_000_000, due=date(2025, 6, 24), paid=date(2025, 6, 29)).text()
    '5 × 1 % × 42,000,000 = 2,100,000'
    """
    return late(benefit, due, paid, LATE_SHARE, law)
