"""Administrative sanctions for not enrolling or giving wrong data, PP 86/2013; not to be taken for the late fine."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from .. import errors
from .._citations import Citation
from .._dated import Clock, Moment
from .._kinds import Labelled, Lang
from .._law import LAW, Law
from .._money import Rounding, rupiah, sum_error
from .._months import date_error
from .._readings import Reading
from .._readings_of_payment import FINE_ROUNDING, WARNING_DAYS
from ..instruments import PP_86_2013
from . import law as tables
from .rules import check_holidays, working_day


class Sanction(NamedTuple):
    """One step of the sanctions: from when, until when at most (None: until it is lifted), rupiah per month, services.

    ``monthly`` is the fine for each month, None where the step has none or what is owed is not known.
    """

    label_en: str
    label_id: str
    since: date
    until: date | None
    monthly: int | None
    services: tuple[Labelled, ...]
    cites: tuple[Citation, ...]
    readings: tuple[Reading, ...] = ()

    def text(self, lang: Lang = "en") -> str:
        """The step in one line."""
        parts = [f"{self.since} – {self.until or '…'}: {self.label_id if lang == 'id' else self.label_en}"]
        if self.monthly is not None:
            parts.append(f"{rupiah(self.monthly, lang)} {'per bulan' if lang == 'id' else 'per month'}")
        if self.services:
            parts.append(", ".join(each.label(lang) for each in self.services))
        return "; ".join((*parts, *(cite.text(lang) for cite in self.cites)))


def sanctions(
    first_warning: date,
    *,
    owed: int | None = None,
    self_employed: bool = False,
    holidays: Collection[date] | None = None,
    law: Law = LAW,
) -> tuple[Sanction, ...]:
    """What follows, step by step, where a duty to enrol stays unmet after the first written warning.

    ``owed`` is the contributions that should have been paid, whole rupiah, that the fine is a share of; None: not
    known. A self-employed person meets no warning and no fine for not registering, only the denial of services.
    ``holidays`` counts only under the reading of working days. PP 86/2013 arts 6-12.

    >>> [step.monthly for step in sanctions(date(2026, 3, 2), owed=50_000_000)]
    [None, None, 50000, None]
    """
    errors.raise_together(
        "sanctions",
        (
            date_error("first_warning", first_warning, needed=True),
            None if owed is None else sum_error("owed", owed),
        ),
    )
    moment = Moment(Clock.SANCTION, first_warning)
    if self_employed:
        services = law.row(tables.DENIED_TO_SELF_EMPLOYED, moment)
        cites = (PP_86_2013.at("11(1)"), *services.cites)
        return (Sanction(*_DENIAL, first_warning, None, None, services.value, cites),)
    free = check_holidays(holidays) or frozenset()
    warning, fine = law.row(tables.WARNING_DAYS, moment), law.row(tables.SANCTION_FINE, moment)
    days, services = law.row(tables.SANCTION_DAYS, moment), law.row(tables.DENIED_TO_EMPLOYERS, moment)
    working = law.option(WARNING_DAYS) == "working_days"
    second = _after(first_warning, warning.value, free, working)
    fined = _after(second, warning.value, free, working)
    denied = fined + timedelta(days=days.value)
    share = fine.value
    rounding = Rounding(law.option(FINE_ROUNDING))
    monthly = None if owed is None else rounding.apply(owed * share.numerator, share.denominator)
    told = (WARNING_DAYS,)
    return (
        Sanction(
            "first written warning", "teguran tertulis pertama", first_warning, second, None, (), warning.cites, told
        ),
        Sanction("second written warning", "teguran tertulis kedua", second, fined, None, (), warning.cites, told),
        Sanction("fine", "denda", fined, denied, monthly, (), (*fine.cites, *days.cites)),
        Sanction(*_DENIAL, denied, None, None, services.value, (PP_86_2013.at("10(6)"), *services.cites)),
    )


_DENIAL = "certain public services are denied", "tidak mendapat pelayanan publik tertentu"


def _after(day: date, count: int, holidays: frozenset[date], working: bool) -> date:
    """So many days later, or so many working days."""
    return working_day(day, count, holidays, saturdays=True) if working else day + timedelta(days=count)
