"""Pay for a temporary incapacity (STMB) by full months and days, row by row; the twin of ``jkk.cash.incapacity``."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from math import lcm
from typing import Any

from .. import errors
from .._money import MOST_WAGE, Rounding
from .._months import Month
from .._people import SelfEmployed, WageEarner
from .._readings_of_accidents import BENEFIT_ROUNDING, INCAPACITY_ACROSS_VERSIONS, PART_MONTH_OF_INCAPACITY
from ..jkk.benefit_law import INCAPACITY, Stage
from ._accidents import Job, fits, job_of
from ._amounts import rounded_by
from ._days import Day, Days
from ._expressions import (
    MET,
    Number,
    Tri,
    both,
    chosen,
    compared,
    either,
    is_below,
    is_column,
    larger,
    negated,
    smaller,
)
from ._sheet import Sheet, given
from ._texts import Frame
from ._verdicts import Findings, Owed, finished, payer

MOST_MONTHS = 1_200  # of incapacity: longer times end after any death
_DIVISORS = {"days_of_30": 30, "days_of_25": 25}


def work_out_jkk_incapacity(sheet: Sheet, prefix: str) -> Frame:
    """The frame with what JKK pays for a temporary incapacity (STMB)."""
    findings = Findings()
    months, days = sheet.values.get("months"), sheet.values.get("days", 0)
    if months is not None:
        sheet.fault(compared(months, lambda count: count > MOST_MONTHS), "months", errors.OutOfRange)
    sheet.fault(compared(days, lambda count: count > 30), "days", errors.OutOfRange)
    paid = sheet.values.get("wage_paid")
    own = sheet.kinds[SelfEmployed.type_name]
    job = job_of(sheet, Days(sheet.law, sheet.values["accident_on"]), MET, findings)
    told = both(own, given(paid), given(months), negated(job.owed.no))
    sheet.fault(told, "wage_paid", errors.Contradiction)
    findings.miss(negated(given(months)), "months")
    if months is None:
        amounts = {"incapacity": Owed(0, Tri(yes=False, no=job.owed.no))}
        return finished(sheet, prefix, amounts, findings, job.owed, total=False, texts=payer(*job.cover.pay(job.owed)))
    sheet.values["months"] = few = _at_most(sheet, "few_months", months, MOST_MONTHS)
    found = sheet.put("stmb", _pay(sheet, job, few, _at_most(sheet, "few_days", days, 30)))
    sheet.step()
    by_employer = job.cover.pay(job.owed).employer
    asked = both(by_employer, sheet.kinds[WageEarner.type_name], negated(given(paid)))
    findings.miss(asked, "wage_paid")
    goes_on: Number = 0 if paid is None else chosen(given(paid), paid, 0)
    rest = found - goes_on
    rest = chosen(is_below(rest, 0), 0, rest)
    value = sheet.put("stmb_value", chosen(by_employer, rest, found))
    known = sheet.put("stmb_known", both(given(months), negated(asked)))
    sheet.step()
    nothing = both(known, compared(value, lambda amount: amount == 0))
    owed = Tri(both(job.owed.yes, known), either(job.owed.no, nothing))
    amounts = {"incapacity": Owed(value, owed)}
    job.cover.note_waiting(findings, owed)
    return finished(sheet, prefix, amounts, findings, job.owed, total=False, texts=payer(*job.cover.pay(job.owed)))


def _at_most(sheet: Sheet, name: str, value: Any, most: int) -> Number:
    """A count within sense, 0 where it is not known or wrong, so that nothing leaves 64 bits."""
    if not is_column(value):
        return int(value)
    inside = both(compared(value, lambda count: count >= 0), compared(value, lambda count: count <= most))
    found = sheet.put(name, chosen(inside, value, 0))
    sheet.step()
    return found


def _pay(sheet: Sheet, job: Job, months: Number, days: Number) -> Number:
    """The pay for full months and the days of a begun one, by each stage of each version that governs some of them."""
    law = sheet.law
    divisor = _DIVISORS.get(law.option(PART_MONTH_OF_INCAPACITY), 0)
    spans = list(law.table(INCAPACITY).spans())
    shares = [stage.share for _, _, row in spans for stage in row.value]
    scale = lcm(*(share.denominator for share in shares)) * (divisor or 1)
    fits(max(shares) * scale * (MOST_MONTHS + 1), scale, MOST_WAGE)
    time = _Time(months, days, divisor, scale)
    if law.option(INCAPACITY_ACROSS_VERSIONS) == "each_month":
        starts = [_first_month(job.day, since) if at else 0 for at, (since, _, _) in enumerate(spans)]
        parts = [
            time.counted(row.value, start, after)
            for (_, _, row), start, after in zip(spans, starts, (*starts[1:], None), strict=True)
        ]
        exact: Number = sum(parts[1:], parts[0])
    else:
        exact = time.counted(spans[0][2].value)
        for since, _, row in spans[1:]:
            exact = chosen(job.at.from_on(since), time.counted(row.value), exact)
    counted = sheet.put("stmb_shares", exact)
    sheet.step()
    product = sheet.put("stmb_exact", job.wage * counted)
    sheet.step()
    return rounded_by(Rounding(law.option(BENEFIT_ROUNDING)), product, scale).floor


def _first_month(day: Day, since: date) -> Number:
    """How many months after a day the first month begins that a version governs; 0 for a day that it governs itself."""
    last = monthrange(since.year, since.month)[1]
    of_month = chosen(compared(day.of_month, lambda number: number > last), last, day.of_month)
    late = chosen(is_below(of_month, since.day), 1, 0)
    ahead = Month.of(since).index - day.month + late
    return chosen(is_below(ahead, 0), 0, ahead)


class _Time:
    """A time of full months and days, counted in shares of the wage over a scale."""

    def __init__(self, months: Number, days: Number, divisor: int, scale: int) -> None:
        self.months, self.scale = months, scale
        self.days = chosen(compared(days, lambda count: count > divisor), divisor, days)
        self.of_day = scale // divisor if divisor else 0

    def counted(self, stages: tuple[Stage, ...], start: Number = 0, after: Number | None = None) -> Number:
        """The shares of the months from ``start`` to before ``after`` (None: to the end), by the stages."""
        found: Number = 0
        low = 0
        for until, share in stages:
            first = larger(start, low)
            end = self.months
            for bound in (until, after):
                end = end if bound is None else smaller(end, bound)
            found = found + larger(end - first, 0) * int(share * self.scale)
            begun = [compared(self.months - first, lambda ahead: ahead >= 0)]
            begun += [is_below(self.months - bound, 0) for bound in (until, after) if bound is not None]
            found = found + chosen(both(*begun), self.days * int(share * self.of_day), 0)
            low = until or low
        return found
