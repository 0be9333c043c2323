"""The rules of JP: when a person reaches the pension age."""

from __future__ import annotations

from datetime import date

from .. import errors
from .._law import LAW, Law
from ..readings import BORN_ON_29_FEBRUARY
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
    late = law.option(BORN_ON_29_FEBRUARY) == "1_march"
    reached = born
    for _, until, row in law.table(PENSION_AGE).spans():
        reached = birthday(born, row.value, late=late)
        if until is not None and reached <= until:
            break
    return reached


def birthday(born: date, years: int, *, late: bool = False) -> date:
    """The day on which somebody turns so many years old; ``late``: who was born on 29 February, on 1 March.

    >>> birthday(date(1964, 2, 29), 57), birthday(date(1964, 2, 29), 57, late=True)
    (datetime.date(2021, 2, 28), datetime.date(2021, 3, 1))
    """
    year = born.year + years
    try:
        return born.replace(year=year)
    except ValueError:  # 29 February in a common year
        return date(year, 3, 1) if late else date(year, 2, 28)
