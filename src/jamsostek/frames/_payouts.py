"""Income tax on a sum paid at once, row by row; the twin of ``jamsostek.tax.lump_sums``.

A row is one payment. What was paid of the same sum before stands in the row too: since when, how much, and how much of
it in the same calendar year.
"""

from __future__ import annotations

from functools import partial
from math import lcm
from typing import Any, NamedTuple

from .. import errors
from .._dated import Dated
from .._money import Rounding
from .._readings_of_tax import PROGRESSIVE_SCALE, TAX_ON_JP_LUMP_SUM, TAX_ROUNDING, THOUSANDS_IN_THE_THIRD_YEAR
from .._tiers import Slice
from ..tax import law as tables
from ..tax.payouts import SumKind
from ._accidents import fits
from ._amounts import rounded_by
from ._days import Days, parted
from ._expressions import Number, Tri, Truth, both, chosen, compared, either, first_of, is_at, is_below, negated
from ._read import FLOAT_LIMIT
from ._sheet import Sheet, given, is_one_of, is_true, ordinal
from ._texts import Frame
from ._verdicts import Findings, Owed, Said, finished

METHODS = ("final", "progressive", "non_resident")
_MOST = 2 * FLOAT_LIMIT


def work_out_payout_tax(sheet: Sheet, prefix: str) -> Frame:
    """The frame with the tax on each payment, and what is left."""
    values, law, findings = sheet.values, sheet.law, Findings()
    paid_on, amount = values["paid_on"], values["amount"]
    kind = values.get("sum_kind", str(SumKind.JHT))
    sheet.fault(is_at(amount, 0), "amount", errors.ZeroAmount)
    first, before, this_year = _before(sheet, paid_on)
    acquired = values.get("acquired")
    told = given(acquired)
    for day in (paid_on, first) if acquired is not None else ():
        sheet.fault(is_below(day - acquired, 0), "acquired", errors.Contradiction)
    entitled = Days(law, _put(sheet, "entitled", paid_on if acquired is None else chosen(told, acquired, paid_on)))
    opened = Days(law, _put(sheet, "opened", first if acquired is None else chosen(told, acquired, first)))
    window = entitled.covered(tables.YEARS_AT_ONCE)
    old = negated(both(window, opened.covered(tables.YEARS_AT_ONCE)))
    abroad = is_true(values.get("resident")).no
    at_home = negated(abroad)
    several = compared(before, lambda paid: paid > 0)
    of_jp: Truth = False
    if law.option(TAX_ON_JP_LUMP_SUM) == "progressive":
        of_jp = is_one_of(kind, (str(SumKind.JP),)).yes
        known = Days(law, first).covered(tables.PROGRESSIVE)
        sheet.fault(both(at_home, several, of_jp, negated(known)), "first_paid_on", errors.BeforeLaw)
    sheet.fault(both(at_home, several, old), "acquired", errors.NotAnnounced)
    paid, begun = parted(sheet, "paid", paid_on), parted(sheet, "first", first)
    years = sheet.put("years", paid.year - begun.year + 1)
    sheet.step()
    over = compared(years - entitled.read(tables.YEARS_AT_ONCE, int), lambda beyond: beyond > 0)
    late = sheet.put("late", both(at_home, either(both(window, over), of_jp)))
    sheet.step()
    now = Days(law, paid_on)
    for rows, table in ((late, tables.PROGRESSIVE), (abroad, tables.NON_RESIDENT)):
        sheet.fault(both(rows, negated(now.covered(table))), "paid_on", errors.BeforeLaw)
    same_year = is_at(years, 1)
    if "first_paid_on" in values:
        asked = both(late, negated(same_year), given(values["first_paid_on"]))
        sheet.fault(both(asked, negated(given(values.get("paid_this_year")))), "paid_this_year", errors.MissingFact)
    earlier = _put(sheet, "earlier", chosen(same_year, before, this_year))
    final = _final(sheet, entitled, is_one_of(kind, (str(SumKind.SEVERANCE),)).yes, before, amount)
    with_number, without = _progressive(sheet, now, earlier, amount)
    rate = [row.value for row in law.table(tables.NON_RESIDENT).rows]
    scale = lcm(*(each.denominator for each in rate))
    fits(max(rate) * scale, scale, _MOST)
    foreign = _rounded(sheet, amount * now.read(tables.NON_RESIDENT, lambda share: int(share * scale)), scale)
    number = is_true(values.get("tax_number"))
    tax = first_of([(abroad, foreign), (both(late, number.no), without), (late, with_number)], final)
    tax = _put(sheet, "tax", tax)
    open_ = _put_truth(sheet, "tax_open", both(late, number.open, negated(is_at(with_number - without, 0))))
    findings.miss(open_, "tax_number")
    sure = Tri(negated(open_), no=False)
    method = Said(first_of([(abroad, 3), (late, 2)], 1), METHODS)
    amounts = {"tax": Owed(tax, sure), "net": Owed(amount - tax, sure)}
    return finished(sheet, prefix, amounts, findings, total=False, texts={"method": method})


def _put(sheet: Sheet, name: str, value: Any) -> Any:
    found = sheet.put(name, value)
    sheet.step()
    return found


def _put_truth(sheet: Sheet, name: str, value: Truth) -> Truth:
    found: Truth = _put(sheet, name, value)
    return found


def _before(sheet: Sheet, paid_on: Any) -> tuple[Any, Any, Any]:
    """The first day of the sum, what was paid of it before, and what of that in the same calendar year."""
    first, before, this_year = (sheet.values.get(name) for name in ("first_paid_on", "paid_before", "paid_this_year"))
    begun, told = given(first), given(before)
    sheet.fault(both(begun, negated(told)), "paid_before", errors.MissingFact)
    for name, value in (("paid_before", before), ("paid_this_year", this_year)):
        if value is not None:
            positive = compared(value, lambda paid: paid > 0)
            sheet.fault(both(negated(begun), positive), "first_paid_on", errors.MissingFact)
            if name == "paid_before":
                sheet.fault(both(begun, is_at(value, 0)), name, errors.ZeroAmount)
    if first is None:
        return paid_on, 0, 0
    sheet.fault(is_below(paid_on - first, 0), "first_paid_on", errors.Contradiction)
    since = _put(sheet, "first_day", chosen(begun, first, paid_on))
    so_far = 0 if before is None else _put(sheet, "so_far", chosen(both(begun, told), before, 0))
    if this_year is None:
        return since, so_far, 0
    part = _put(sheet, "part", chosen(both(begun, given(this_year)), this_year, 0))
    earlier_year = compared(paid_on // 10_000 - since // 10_000, lambda years: years > 0)
    whole = negated(is_below(part, so_far))
    sheet.fault(both(begun, earlier_year, whole), "paid_this_year", errors.Contradiction)
    return since, so_far, part


def _final(sheet: Sheet, at: Days, severance: Truth, before: Any, amount: Any) -> Number:
    """The final tax on what a payment adds to what was paid before of the same sum."""
    of_savings = _between(sheet, "savings", at, tables.SAVINGS, before, before + amount)
    if severance is False:
        return of_savings
    return chosen(severance, _between(sheet, "severance", at, tables.SEVERANCE, before, before + amount), of_savings)


def _progressive(sheet: Sheet, at: Days, before: Any, amount: Any) -> tuple[Number, Number]:
    """The tax on all late payments of a year less that on those before: with a tax number, and without."""
    law = sheet.law
    if law.option(PROGRESSIVE_SCALE) == "of_2008":
        at = Days(law, ordinal(law.table(tables.PROGRESSIVE).rows[0].since))
    low, high = before, before + amount
    if law.option(THOUSANDS_IN_THE_THIRD_YEAR) == "thousands":
        steps = Days(law, sheet.values["paid_on"]).read(tables.FULL_THOUSANDS, int)
        low, high = (_put(sheet, name, each // steps * steps) for name, each in (("low", low), ("high", high)))
    more = [row.value for row in law.table(tables.NO_TAX_NUMBER).rows]
    scale = lcm(*(each.denominator for each in more))
    now = Days(law, sheet.values["paid_on"])
    factor = now.read(tables.NO_TAX_NUMBER, lambda share: int((1 + share) * scale))
    raised = _Factor(factor, scale, int((1 + max(more)) * scale))
    plain = _between(sheet, "progressive", at, tables.PROGRESSIVE, low, high)
    return plain, _between(sheet, "raised", at, tables.PROGRESSIVE, low, high, raised)


class _Factor(NamedTuple):
    """What a tax is multiplied with, over a scale, and the largest it can be."""

    value: Number = 1
    scale: int = 1
    largest: int = 1


_PLAIN = _Factor()


def _between(
    sheet: Sheet, name: str, at: Days, table: Dated[tuple[Slice, ...]], low: Any, high: Any, factor: _Factor = _PLAIN
) -> Number:
    """The tax on an amount less that on a smaller one, each in whole rupiah, by a marginal scale."""
    shares = [each.share for row in sheet.law.table(table).rows for each in row.value]
    scale = lcm(*(share.denominator for share in shares))
    fits(max(shares) * scale * factor.largest, scale * factor.scale, _MOST)
    one, other = (
        _put(sheet, f"{name}_{end}", at.read(table, partial(_marginal, scale=scale, amount=amount)) * factor.value)
        for end, amount in (("low", low), ("high", high))
    )
    return _rounded(sheet, other, scale * factor.scale) - _rounded(sheet, one, scale * factor.scale)


def _marginal(slices: tuple[Slice, ...], amount: Any, scale: int) -> Number:
    """What a marginal scale makes due: each slice adds what its share exceeds that before it, from its start on."""
    found: Number = 0
    start, before = 0, 0
    for upto, share in slices:
        numerator = int(share * scale)
        above = amount - start
        found = found + chosen(is_below(above, 0), 0, above) * (numerator - before)
        start, before = upto or start, numerator
    return found


def _rounded(sheet: Sheet, numerator: Number, denominator: int) -> Number:
    return rounded_by(Rounding(sheet.law.option(TAX_ROUNDING)), numerator, denominator).floor
