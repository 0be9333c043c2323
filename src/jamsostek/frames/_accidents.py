"""What JKK pays in cash after a work accident, row by row; the twin of ``jamsostek.jkk``'s items, job and cash."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import Any, NamedTuple

import narwhals.stable.v2 as nw

from .. import errors
from .._dated import Dated
from .._events import FIRST_DAY
from .._kinds import Programme
from .._money import MOST_WAGE, Rounding
from .._months import Month
from .._people import SelfEmployed
from .._readings_of_accidents import BENEFIT_ROUNDING, VERSION_OF_BENEFITS
from ..jkk import benefit_law as tables
from ..jkk.law import REFERENCE_INCOME
from ..jkm.benefit_law import LUMP_SUM
from ..readings import INCOME_BETWEEN_BRACKETS
from ._amounts import reference_income, rounded_by
from ._covered import Covered, covered, note_member_faults
from ._days import Day, Days, parted
from ._deaths import takes_part
from ._expressions import (
    LARGEST,
    Number,
    Tri,
    Truth,
    both,
    chosen,
    compared,
    either,
    every,
    expression,
    is_below,
    negated,
)
from ._months import Months
from ._sheet import Sheet, given, is_true, ordinal
from ._texts import Frame
from ._verdicts import Findings, Owed, finished, payer


class Job(NamedTuple):
    """What goes for all cash of one row: the day of the accident, the wage, who pays, whether it is owed."""

    at: Days
    day: Day
    wage: nw.Expr
    cover: Covered
    owed: Tri


def work_out_jkk_death(sheet: Sheet, prefix: str) -> Frame:
    """The frame with what JKK pays for a death by work accident."""
    findings = Findings()
    job, version = _after_event(sheet, "died", findings)
    share = _Shares(sheet, tables.DEATH_SHARE)
    lump = share.of_wages(version, job.wage)
    least = version.read(LUMP_SUM, int)
    lump = sheet.put("lump", lump)
    sheet.step()
    job.cover.note_waiting(findings, job.owed)
    amounts = {
        "death": Owed(chosen(is_below(lump - least, 0), least, lump), job.owed),
        "periodic": Owed(_periodic(version), job.owed),
        "funeral": Owed(version.read(tables.FUNERAL, int), job.owed),
    }
    return finished(sheet, prefix, amounts, findings, job.owed, texts=payer(*job.cover.pay(job.owed)))


def work_out_jkk_total_disability(sheet: Sheet, prefix: str) -> Frame:
    """The frame with what JKK pays for a permanent total disability."""
    findings = Findings()
    job, version = _after_event(sheet, "found_on", findings)
    lump = _Shares(sheet, tables.TOTAL_SHARE).of_wages(version, job.wage)
    job.cover.note_waiting(findings, job.owed)
    amounts = {
        "total_disability": Owed(lump, job.owed),
        "periodic": Owed(_periodic(version), job.owed),
    }
    return finished(sheet, prefix, amounts, findings, job.owed, texts=payer(*job.cover.pay(job.owed)))


def _after_event(sheet: Sheet, event: str, findings: Findings) -> tuple[Job, Days]:
    """A death or a total disability: the job, and the days that choose the version of the sums."""
    on, accident = sheet.values[event], sheet.values.get("accident_on")
    when: Any = on
    if accident is not None:
        sheet.fault(is_below(on - accident, 0), "accident_on", errors.Contradiction)
        # A day of an accident that work did not cause: nothing is owed, and the day chooses nothing.
        of_work = both(given(accident), negated(is_true(sheet.values.get("work_related")).no))
        when = sheet.put("accident_day", chosen(of_work, accident, on))
        sheet.step()
    related = is_true(sheet.values.get("work_related"))
    at = Days(sheet.law, when)
    job = job_of(sheet, at, related, findings, born_before=on if event == "died" else when)
    if sheet.law.option(VERSION_OF_BENEFITS) == "accident":
        return job, at
    then = Days(sheet.law, on)
    same = either(*(both(at.within(span), then.within(span)) for span in at.spans(tables.FUNERAL)))
    chosen_day = sheet.put("version_day", chosen(same, at.number, on))
    sheet.step()
    return job, Days(sheet.law, chosen_day)


def job_of(sheet: Sheet, at: Days, related: Tri, findings: Findings, *, born_before: Any = None) -> Job:
    """Whether an accident is covered, who pays, and the wage that counts."""
    note_member_faults(sheet, at.number, at.number if born_before is None else born_before)
    ended = sheet.values.get("ended")
    over: Truth = False
    last: Any = at.number
    if ended is not None:
        over = sheet.put("after_work", compared(at.number - ended, lambda days: days > 0))
        sheet.step()
        last = sheet.put("last_day", chosen(over, ended, at.number))
        sheet.step()
    there, day = takes_part(sheet), parted(sheet, "accident", last)
    governing = last
    if ended is not None:
        early = compared(last, lambda number: number < ordinal(FIRST_DAY))
        governing = sheet.put("governing_day", chosen(early, ordinal(FIRST_DAY), last))
        sheet.step()
    findings.refuse(related.no, "work_related")
    findings.refuse(there.no, "six_months")
    findings.miss(related.open, "work_related")
    findings.miss(over, "circumstance")
    findings.miss(there.open, "six_months")
    found = covered(sheet, Programme.JKK, Days(sheet.law, governing), day, findings)
    owed = sheet.put_tri("job", every([related, Tri(negated(over), no=False), there, found.verdict]))
    wage = _wage(sheet, day)
    sheet.step()
    return Job(at, day, wage, found, owed)


def _wage(sheet: Sheet, day: Day) -> nw.Expr:
    """The wage that benefits go by: of the self-employed the reference income of the month, of others the wage."""
    wage, income = sheet.values.get("wage"), sheet.values.get("income")
    by_wage = sheet.spread(0 if wage is None else wage)
    if income is None:
        return sheet.put("base", within_sense(sheet, by_wage))
    first = Month.of(FIRST_DAY).index
    month = chosen(is_below(day.month, first), first, day.month)
    months = Months(sheet.law, month) if isinstance(month, int) else Months(sheet.law, None, month)
    between = sheet.law.option(INCOME_BETWEEN_BRACKETS)
    counted = within_sense(sheet, sheet.spread(income))
    reference = months.read(REFERENCE_INCOME, lambda brackets: reference_income(counted, brackets, between))
    own = sheet.kinds[SelfEmployed.type_name]
    return sheet.put("base", expression(chosen(own, reference, within_sense(sheet, by_wage)), sheet.dialect))


def within_sense(sheet: Sheet, amount: nw.Expr) -> nw.Expr:
    """An amount that is no pay is wrong already, and must not leave 64 bits when multiplied."""
    found: nw.Expr = sheet.dialect.when((amount >= 0) & (amount <= MOST_WAGE)).then(amount)
    return found


def _periodic(at: Days) -> Number:
    """The periodic benefit, all of it at once."""
    return at.read(tables.PERIODIC_MONTHS, int) * at.read(tables.PERIODIC_AMOUNT, int)


class _Shares:
    """A share of so many monthly wages."""

    def __init__(self, sheet: Sheet, table: Dated[Fraction]) -> None:
        self.sheet, self.table = sheet, table

    def of_wages(self, at: Days, wage: nw.Expr) -> Number:
        """The share of the wages, whole rupiah."""
        law = self.sheet.law
        shares = [row.value for row in law.table(self.table).rows]
        multiples = [row.value for row in law.table(tables.MULTIPLE).rows]
        scale = lcm(*(share.denominator for share in shares))
        fits(max(shares) * scale * max(multiples), scale, MOST_WAGE)
        numerator = at.read(self.table, lambda share: int(share * scale)) * at.read(tables.MULTIPLE, int)
        exact = self.sheet.put(f"{self.table.name.replace('.', '_')}_exact", wage * numerator)
        self.sheet.step()
        return rounded_by(Rounding(law.option(BENEFIT_ROUNDING)), exact, scale).floor


def fits(largest: Fraction | int, denominator: int, most: int) -> None:
    """Refuse a law whose shares would take an amount out of 64 bits. Raises ``AbsurdAmount``."""
    if 2 * most * largest + 2 * denominator > LARGEST:
        raise errors.AbsurdAmount("law", f"shares over {denominator} leave 64 bits", "override with a plainer share")
