"""The cash benefit month by month: which version governs each month, how many months, how much."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from .._benefits import Work
from .._dated import Clock, Moment, Row
from .._endings import Dismissal
from .._law import Law
from .._money import Rounding
from .._readings import Reading
from .._readings_of_job_loss import JKP_CASH_ROUNDING, JKP_CASH_TRANSITION
from . import benefit_law as tables


class BenefitMonth(NamedTuple):
    """One month of the benefit: its number from 1, its first day, and the cash by each version that may govern it."""

    number: int
    first: date
    cash: tuple[Cash, ...]


class Cash(NamedTuple):
    """A month's cash under one version: wage, ceiling and share put in, whole rupiah."""

    amount: int
    wage: int
    base: int
    share: Fraction
    exact: Fraction
    ceiling: Row[int]
    row: Row[tuple[Fraction, ...]]

    def works(self) -> tuple[Work, ...]:
        """How the amount came about."""
        capped = (self.wage, self.ceiling.value, self.base)
        sign = "=" if self.exact == self.amount else "→"
        return (
            Work(
                "counted wage = the lower of the wage reported and the ceiling",
                "upah yang diperhitungkan = nilai terendah antara upah terakhir yang dilaporkan dan batas atas",
                "min({}; {}) = {}",
                capped,
                self.ceiling,
            ),
            Work(
                "counted wage × share",
                "upah yang diperhitungkan × persentase",
                f"{{}} × {{}} {sign} {{}}",
                (self.base, self.share, self.amount),
                self.row,
            ),
        )


class Run(NamedTuple):
    """Months in a row with the same cash; ``cash`` has several entries where the version is not known."""

    months: tuple[BenefitMonth, ...]
    cash: tuple[Cash, ...]


def cash_of(wage: int, at: Moment, number: int, law: Law) -> Cash | None:
    """The cash of a month of the benefit under the version of a moment; None past its last month."""
    row, ceiling = law.row(tables.CASH, at), law.row(tables.BENEFIT_CEILING, at)
    if number > len(row.value):
        return None
    base, share = min(wage, ceiling.value), row.value[number - 1]
    exact = base * share
    amount = Rounding(law.option(JKP_CASH_ROUNDING)).apply(exact.numerator, exact.denominator)
    return Cash(amount, wage, base, share, exact, ceiling, row)


def months_of(event: Dismissal, wage: int, last_claim: date, law: Law) -> tuple[BenefitMonth, ...]:
    """The months of the benefit, each with the cash of the versions that may govern it.

    They run from the day the claim was declared eligible or, where that is not known, from the claim; where that is not
    known either, from any day between the dismissal and the last day to claim.
    """
    start = event.approved or event.claimed
    early, late = (start, start) if start is not None else (event.on, max(last_claim, event.on))
    found: list[BenefitMonth] = []
    number = 1
    while True:
        step = relativedelta(months=number - 1)
        days = dict.fromkeys(_governing(event, number, early + step, late + step, law))
        versions = [cash_of(wage, Moment(Clock.BENEFIT_MONTH, day), number, law) for day in days]
        known = tuple(dict.fromkeys(each for each in versions if each is not None))
        if not known:
            return tuple(found)
        if isinstance(event.new_job, date) and early + step >= event.new_job:
            return tuple(found)
        found.append(BenefitMonth(number, early + step, _unlike(known)))
        number += 1


def _unlike(cash: tuple[Cash, ...]) -> tuple[Cash, ...]:
    """Versions that come to different amounts, the last of those that come to the same."""
    return tuple({each.amount: each for each in cash}.values())


def _governing(event: Dismissal, number: int, early: date, late: date, law: Law) -> Iterator[date]:
    """The days between which the one lies that chooses the version of a month."""
    if law.option(JKP_CASH_TRANSITION) == "payment":
        if event.paid is not None and number <= len(event.paid):
            yield event.paid[number - 1]
            return
        changes = [row.since for row in law.table(tables.CASH).rows if row.since > late]
        yield from (early, late, *changes)
        return
    changes = [row.since for row in law.table(tables.CASH).rows if early < row.since < late]
    yield from (early, *changes, late)


def runs(months: tuple[BenefitMonth, ...]) -> Iterator[Run]:
    """The months as runs of the same cash."""
    for _, group in groupby(months, key=lambda each: [(cash.amount, cash.row.since) for cash in each.cash]):
        same = tuple(group)
        yield Run(same, same[0].cash)


def readings_of(months: tuple[BenefitMonth, ...], law: Law) -> tuple[Reading, ...]:
    """The open questions that touched the months."""
    found: list[Reading] = []
    first, end = months[0].first, months[-1].first + relativedelta(months=1)
    if any(first < row.since <= end for row in law.table(tables.CASH).rows):
        found.append(JKP_CASH_TRANSITION)
    if any(cash.exact != cash.amount for month in months for cash in month.cash):
        found.append(JKP_CASH_ROUNDING)
    return tuple(found)
