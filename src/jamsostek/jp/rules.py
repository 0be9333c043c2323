"""The rules of JP: when a person reaches the pension age."""

from __future__ import annotations

from datetime import date

from .. import errors
from .._facts import birthday
from .._law import LAW, Law
from .law import PENSION_AGE


def pension_age_reached(born: date, *, law: Law = LAW) -> date:
    """The day on which a person reaches the pension age (usia pensiun): the birthday, at the age in force that day.

    Nobody newly reaches it in a year in which the age rises; who had reached it keeps it. Birthdays of 29 February are
    a reading. Raises ``NotADate``. PP 45/2015 art. 15(1)-(3).

    >>> pension_age_reached(date(1962, 12, 31)), pension_age_reached(date(1963, 1, 1))
    (datetime.date(2018, 12, 31), datetime.date(2020, 1, 1))
    """
    if not isinstance(born, date):
        raise errors.NotADate("born", f"{born!r} is no date", "give a datetime.date, such as date(1990, 6, 15)")
    reached = born
    for _, until, row in law.table(PENSION_AGE).spans():
        reached = birthday(born, row.value, law)
        if until is not None and reached <= until:
            break
    return reached
