"""The cash of JKP month by month, row by row; the twin of ``jamsostek.jkp.cash``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Any, NamedTuple

from .._money import MOST_WAGE, Rounding
from .._readings_of_job_loss import JKP_CASH_ROUNDING, JKP_CASH_TRANSITION
from ..jkp import benefit_law as tables
from ._accidents import fits, within_sense
from ._amounts import rounded_by
from ._days import Days, months_after, parted
from ._expressions import Number, Truth, both, chosen, compared, either, first_of, is_at, is_below, negated
from ._sheet import Sheet, given, ordinal

if TYPE_CHECKING:
    from ._dismissals import Claiming


class Month(NamedTuple):
    """The cash of one month: how much, rows in which that is known, rows in which there is none."""

    value: Number
    known: Truth
    none: Truth


def cash_by_month(sheet: Sheet, at: Days, claiming: Claiming, by_employer: Truth) -> dict[str, Month]:
    """The cash of each month of the benefit, from the first on.

    An employer who did not enrol the worker owes it by the day of the dismissal.
    """
    law, by_fund = sheet.law, negated(by_employer)
    starts = {"cash_from": claiming.early, "cash_to": claiming.late}
    starts = {name: sheet.put(name, chosen(by_employer, at.number, day)) for name, day in starts.items()}
    sheet.step()
    ends = [parted(sheet, name, day) for name, day in starts.items()]
    wage = sheet.put("reported", within_sense(sheet, sheet.spread(sheet.values["wage"])))
    sheet.step()
    counts = range(max(len(row.value) for row in law.table(tables.CASH).rows))
    days = months_after(sheet, {f"cash_{end}_{at}": (ends[end], at) for at in counts for end in (0, 1)})
    told: list[list[tuple[Truth, Number]]] = []
    for count in counts:
        early, late = days[f"cash_0_{count}"], days[f"cash_1_{count}"]
        cases = [(True, Days(law, early)), (by_fund, Days(law, late))]
        cases += [(both(by_fund, changed), day) for changed, day in _changes(sheet, early, late)]
        told.append([(both(here, _lasts(day, count)), _exact(sheet, day, wage, count)) for here, day in cases])
    amounts = _whole(sheet, told)
    values = [sheet.put(f"cash_{at}_value", first_of(each, 0)) for at, each in enumerate(amounts)]
    sheet.step()
    found: dict[str, Month] = {}
    over: Truth = False  # a month that no version knows ends the benefit
    for count, (each, value) in enumerate(zip(amounts, values, strict=True)):
        differ = either(*(both(here, negated(is_at(amount - value, 0))) for here, amount in each))
        ended, unsure = _stopped(sheet, days[f"cash_0_{count}"], by_fund, claiming)
        over = either(over, negated(either(*(here for here, _ in each))))
        none = sheet.put(f"cash_{count}_none", either(ended, over))
        known = sheet.put(f"cash_{count}_known", both(negated(differ), negated(unsure)))
        found[f"cash_{count + 1}"] = Month(value, known, none)
    sheet.step()
    return found


def _whole(sheet: Sheet, told: list[list[tuple[Truth, Number]]]) -> list[list[tuple[Truth, Number]]]:
    """The amounts of each month by the versions that may govern it, whole rupiah; all of them in the same steps."""
    scale, how = _scale(sheet), Rounding(sheet.law.option(JKP_CASH_ROUNDING))
    held = [
        [
            (sheet.put(f"cash_{at}_here_{place}", here), sheet.put(f"cash_{at}_exact_{place}", exact))
            for place, (here, exact) in enumerate(each)
        ]
        for at, each in enumerate(told)
    ]
    sheet.step()
    found = [
        [
            (here, sheet.put(f"cash_{at}_by_{place}", rounded_by(how, exact, scale).floor))
            for place, (here, exact) in enumerate(each)
        ]
        for at, each in enumerate(held)
    ]
    sheet.step()
    return found


def _changes(sheet: Sheet, early: Number, late: Number) -> Iterator[tuple[Truth, Days]]:
    """The days on which the law changes that may choose the version of a month, and the rows in which they do."""
    by_payment = sheet.law.option(JKP_CASH_TRANSITION) == "payment"
    for row in sheet.law.table(tables.CASH).rows:
        since = ordinal(row.since)
        day = Days(sheet.law, since)
        if by_payment:
            yield is_below(late, since), day
        else:
            yield both(is_below(early, since), is_below(since - late, 0)), day


def _stopped(sheet: Sheet, early: Number, by_fund: Truth, claiming: Claiming) -> tuple[Truth, Truth]:
    """Rows in which a month is no longer paid because of a new job, and those in which that hangs on the claim."""
    new_job = sheet.values.get("new_job")
    if new_job is None:
        return False, False
    here = both(by_fund, given(new_job))
    return both(here, negated(is_below(early - new_job, 0))), both(here, negated(claiming.known))


def _lasts(day: Days, at: int) -> Truth:
    """Whether the benefit has a month so far on by the version of a day."""
    rows = day.law.table(tables.CASH).rows
    if all(len(row.value) > at for row in rows):
        return True
    return is_at(day.read(tables.CASH, lambda shares: int(len(shares) > at)), 1)


def _scale(sheet: Sheet) -> int:
    return lcm(*(share.denominator for row in sheet.law.table(tables.CASH).rows for share in row.value))


def _exact(sheet: Sheet, day: Days, wage: Any, at: int) -> Number:
    """The cash of a month by the version of a day, over the scale of all shares."""
    scale = _scale(sheet)
    fits(scale, scale, MOST_WAGE)

    def share(shares: tuple[Fraction, ...]) -> int:
        return int(shares[at] * scale) if at < len(shares) else 0

    ceiling = day.read(tables.BENEFIT_CEILING, int)
    counted = chosen(compared(wage - ceiling, lambda over: over > 0), ceiling, wage)
    return counted * day.read(tables.CASH, share)
