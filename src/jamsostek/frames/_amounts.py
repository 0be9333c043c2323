"""The amounts: the line plans of the scalar bill walked over columns, in integers of 64 bits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import partial
from itertools import pairwise
from math import lcm
from typing import Any, NamedTuple

import narwhals.stable.v2 as nw

from .. import errors
from .._kinds import Payer, Programme
from .._money import LEAST_WAGE, MOST_WAGE, Rounding
from .._months import month_at
from .._people import Participant, SelfEmployed, Trainee, WageEarner
from .._plans import LinePlan, plans_for
from .._schedules import Base, CappedWage, Flat, ReferenceIncome, RiskShare, Share
from ..participation import DUTY_OF_LARGE, TRAINEES_PAY_BY_WAGE
from ..readings import CONTRIBUTION_ROUNDING, INCOME_BETWEEN_BRACKETS
from ..units import Bracket
from ._enrolled import Enrolled
from ._expressions import LARGEST, Number, Truth, both, chosen, either, first_of, is_column, negated, product
from ._months import EARLIEST, Run, joined
from ._reliefs import Examined, factors_of
from ._sheet import Quotient, Sheet, given

PARTICIPANT = "participant"
Side = tuple[Programme, str]


class Planned(NamedTuple):
    """A line plan of a kind of participant and the rows it is for."""

    kind: str
    rows: Truth
    plan: LinePlan


def side_of(plan: LinePlan) -> Side:
    """The programme and who bears the line: employer, worker, or the participant and whoever pays for him."""
    borne = plan.payer in (Payer.EMPLOYER, Payer.WORKER)
    return plan.programme, str(plan.payer) if borne else PARTICIPANT


def planned(sheet: Sheet, enrolled: Enrolled) -> dict[Side, list[Planned]]:
    """The plans of all kinds of participant by programme and side, each with the rows it is for."""
    found: dict[Side, list[Planned]] = {}
    for kind, participant in _SAMPLES.items():
        here = sheet.kinds[kind]
        if here is False:
            continue
        for plan, runs in _plans_by_months(sheet, participant).items():
            rows = both(here, sheet.months.within_any(joined(runs)), enrolled.billed[plan.programme])
            found.setdefault(side_of(plan), []).append(Planned(kind, rows, plan))
    return found


_SAMPLES: dict[str, Participant] = {
    WageEarner.type_name: WageEarner(LEAST_WAGE),
    SelfEmployed.type_name: SelfEmployed(0),
    Trainee.type_name: Trainee(LEAST_WAGE),
}


def _plans_by_months(sheet: Sheet, participant: Participant) -> dict[LinePlan, list[Run]]:
    """The plans that the law has for a kind of participant, with the runs of months of each."""
    months, law = sheet.months, sheet.law
    starts = [EARLIEST, *(first for first, _, _ in months.pieces(TRAINEES_PAY_BY_WAGE))]
    if months.fixed is not None:
        starts = [months.fixed]
    found: dict[LinePlan, list[Run]] = {}
    for first, after in zip(starts, (*starts[1:], None), strict=True):
        for plan in plans_for(participant, law, law.moment(month_at(first))):
            found.setdefault(plan, []).append((first, None if after is None else after - 1))
    return found


def note_line_faults(sheet: Sheet, lines: Iterable[Planned]) -> None:
    """Note rows that lack a fact or a table that their lines go by."""
    each = list(lines)
    by_group = either(*(line.rows for line in each if isinstance(line.plan.schedule, RiskShare)))
    group = sheet.values.get("risk_group")
    sheet.fault(both(by_group, negated(given(group))), "risk_group", errors.MissingFact)
    start = sheet.months.since(DUTY_OF_LARGE.rows[0].since)
    for table in dict.fromkeys(table for line in each for table in line.plan.schedule.tables):
        if sheet.months.endless(table, start):
            continue
        rows = either(*(line.rows for line in each if table in line.plan.schedule.tables))
        sheet.fault(both(rows, negated(sheet.months.covered(table))), "month", errors.NotAnnounced)


class Counted(NamedTuple):
    """What counts of the pay under one kind of base, and the most it can be; ``by_pay``: with the gaps of the pay."""

    amount: Number
    most: int
    by_pay: bool = True


def counted(sheet: Sheet, pay: nw.Expr, lines: Iterable[Planned]) -> dict[Base, Counted]:
    """The bases of the lines, each a column of its own."""
    bases = dict.fromkeys(line.plan.schedule.base for line in lines if not isinstance(line.plan.schedule, Flat))
    found = {base: _base(sheet, pay, base) for base in bases}
    columns = {
        base: each if each.amount is pay else each._replace(amount=sheet.put(f"base_{at}", each.amount))
        for at, (base, each) in enumerate(found.items())
    }
    sheet.step()
    return columns


def amount(
    sheet: Sheet, pay: nw.Expr, lines: list[Planned], bases: dict[Base, Counted], examined: tuple[Examined, ...]
) -> Quotient:
    """What is due on one side of one programme, whole rupiah; 0 where there is no such line, a gap where pay has one.

    Raises ``AbsurdAmount`` where a what-if would leave 64 bits.
    """
    lines = _merged(lines, examined)
    shares = [_share(sheet, line, examined) for line in lines]
    common = lcm(*(share.denominator for share in shares))
    terms: dict[Base | None, list[tuple[Truth, Number]]] = {}
    for line, share in zip(lines, shares, strict=True):
        schedule, scale = line.plan.schedule, common // share.denominator
        base = None if isinstance(schedule, Flat) else schedule.base
        most = 1 if base is None else bases[base].most
        if 2 * most * share.largest * scale + 2 * common > LARGEST:
            raise errors.AbsurdAmount("law", f"shares over {common} leave 64 bits", "override with a plainer share")
        terms.setdefault(base, []).append((line.rows, product(share.numerator, scale)))
    products = [
        first_of(cases, 0) if base is None else product(first_of(cases, 0), bases[base].amount)
        for base, cases in terms.items()
    ]
    if not any(base is not None and bases[base].by_pay for base in terms):
        products.append(pay * 0)  # for its gaps
    return rounded(sum(products[1:], products[0]), common, sheet)


def _merged(lines: list[Planned], examined: tuple[Examined, ...]) -> list[Planned]:
    """The lines, those of several kinds of participant with one schedule and no relief made one."""
    found: dict[object, Planned] = {}
    for line in lines:
        relieved = list(factors_of(examined, line.kind, line.plan.programme))
        key = object() if relieved else line.plan.schedule
        before = found.get(key)
        found[key] = line if before is None else before._replace(rows=either(before.rows, line.rows))
    return list(found.values())


def rounded(numerator: Number, denominator: int, sheet: Sheet) -> Quotient:
    """Rounded to whole rupiah as the law's reading has it."""
    return rounded_by(Rounding(sheet.law.option(CONTRIBUTION_ROUNDING)), numerator, denominator)


def rounded_by(how: Rounding, numerator: Number, denominator: int) -> Quotient:
    """Rounded to whole rupiah by a rule."""
    if how is Rounding.DOWN or denominator == 1:
        return Quotient(numerator, denominator)
    if how is Rounding.UP:
        return Quotient(numerator + (denominator - 1), denominator)
    if denominator % 2 == 0:
        return Quotient(numerator + denominator // 2, denominator)
    return Quotient(numerator * 2 + denominator, 2 * denominator)


class _Share(NamedTuple):
    """A share, or a fixed sum, as numerators over one denominator, with the largest of them; reliefs included."""

    numerator: Number
    denominator: int
    largest: int


def _share(sheet: Sheet, line: Planned, examined: tuple[Examined, ...]) -> _Share:
    schedule = line.plan.schedule
    if isinstance(schedule, Flat):
        largest = max(value for _, _, value in sheet.months.pieces(schedule.amount))
        found = _Share(sheet.months.read(schedule.amount, int), 1, largest)
    else:
        found = _rate(sheet, schedule)
    for applies, factors in factors_of(examined, line.kind, line.plan.programme):
        values = [value for _, _, value in sheet.months.pieces(factors)]
        scale = lcm(*(value.denominator for value in values))
        factor = sheet.months.read(factors, partial(_scaled, scale))
        numerator = product(found.numerator, chosen(applies, factor, scale))
        found = _Share(numerator, found.denominator * scale, found.largest * scale)
    return found


def _scaled(scale: int, share: Fraction) -> int:
    return int(share * scale)


def _base(sheet: Sheet, pay: nw.Expr, base: Base) -> Counted:
    months = sheet.months
    if isinstance(base, CappedWage):
        ceiling = sheet.put("ceiling", months.read(base.ceiling, int))
        sheet.step()
        return Counted(chosen(pay > ceiling, ceiling, pay), MOST_WAGE)
    if isinstance(base, ReferenceIncome):
        between = sheet.law.option(INCOME_BETWEEN_BRACKETS)
        most = max(value[-1].reference for _, _, value in months.pieces(base.brackets))
        if base.lowest_only:
            return Counted(months.read(base.brackets, lambda brackets: brackets[0].reference), most, by_pay=False)
        return Counted(months.read(base.brackets, lambda brackets: reference_income(pay, brackets, between)), most)
    return Counted(pay, MOST_WAGE)


def _rate(sheet: Sheet, schedule: Share | RiskShare) -> _Share:
    pieces = [value for _, _, value in sheet.months.pieces(schedule.rate)]
    shares: list[Fraction] = [each for value in pieces for each in (value if isinstance(value, tuple) else (value,))]
    scale = lcm(*(share.denominator for share in shares))
    largest = max(int(share * scale) for share in shares)
    if isinstance(schedule, Share):
        return _Share(sheet.months.read(schedule.rate, partial(_scaled, scale)), scale, largest)
    group = sheet.values.get("risk_group")

    def of_group(by_group: tuple[Fraction, ...]) -> Number:
        return by_risk_group(group, [int(share * scale) for share in by_group])

    return _Share(sheet.months.read(schedule.rate, of_group), scale, largest)


def by_risk_group(group: Any, numbers: list[int]) -> Number:
    """The number of a risk group, 1 to 5; of rows whose group is not known it means nothing."""
    if not is_column(group):
        return numbers[(group or 1) - 1]
    cases = [(group == at, number) for at, number in enumerate(numbers[:-1], 1)]
    return first_of(cases, numbers[-1])


def reference_income(income: nw.Expr, brackets: tuple[Bracket, ...], between: str) -> Number:
    """The reference income of an income; neighbouring brackets of one width are one sum, not a case each."""
    (_, lowest, _), *others = _runs(brackets, between)
    found: Number = income * 0 + lowest
    for start, reference, width in others:
        steps = (income - start) // width * width if width else 0
        found = chosen(income >= start, reference + steps, found)
    return found


def _runs(brackets: tuple[Bracket, ...], between: str) -> Iterator[tuple[int, int, int]]:
    """Where a run of brackets starts, its first reference income, and by how much both step; 0 for a single one."""
    starts = [bracket.least for bracket in brackets]
    if between == "upper_row":
        starts = [0, *(before.most + 1 for before in brackets if before.most is not None)]
    widths = [*(after - start for start, after in pairwise(starts)), None]
    steps = [after.reference - before.reference for before, after in pairwise(brackets)]
    at = 0
    while at < len(brackets):
        end, width = at, widths[at]
        while width is not None and steps[end] == width == widths[end + 1]:
            end += 1
        yield starts[at], brackets[at].reference, 0 if width is None or end == at else width
        at = end + 1
