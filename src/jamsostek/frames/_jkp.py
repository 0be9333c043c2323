"""How JKP is funded, for information: the same condition and shares that the scalar bill splits by."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import narwhals.stable.v2 as nw

from .. import errors
from .._facts import AGE, AGE_REGISTERED
from .._kinds import Programme
from .._people import WageEarner
from ..jkp import law as tables
from ..jkp.rules import PARTICIPANT
from ..participation import JKP_IN_FORCE
from ..readings import JKM_PART_AFTER_2025, JKP_AGE_OF_EARLY_MEMBERS
from ._amounts import by_risk_group
from ._conditions import read_condition
from ._enrolled import Enrolled, is_leap
from ._expressions import Number, both, chosen, compared, either, first_of, negated
from ._reliefs import Examined, facts_of
from ._sheet import Sheet, month_of, ordinal


def jkp_columns(sheet: Sheet, pay: nw.Expr, enrolled: Enrolled, examined: tuple[Examined, ...]) -> dict[str, Number]:
    """Whether each row takes part in JKP (1, 0 not known, -1), and what reaches it from the state, JKK and JKM.

    Nothing of it is billed. Who may take part counts as taking part in the amounts, as in ``Bill.jkp``.
    """
    exists = both(enrolled.company, sheet.months.covered(JKP_IN_FORCE))
    verdict = sheet.put_tri("jkp", read_condition(PARTICIPANT, sheet, _facts(sheet, enrolled)))
    sheet.step()
    ceiling = sheet.months.read(tables.WAGE_CEILING, int)
    capped = chosen(pay > ceiling, ceiling, pay)
    counted = sheet.put("jkp_base", chosen(both(exists, negated(verdict.no)), capped, pay * 0))
    sheet.step()
    state = first_of([(negated(exists), -1), (verdict.yes, 1), (verdict.no, -1)], 0)
    numbers = (
        pay * 0 + state,
        _part(counted, sheet.months.read(tables.STATE_RATE, _scaled)),
        _part(counted, _from_jkk(sheet, examined)),
        _part(counted, _from_jkm(sheet)),
    )
    return dict(zip(JKP_COLUMNS, numbers, strict=True))


JKP_COLUMNS = ("jkp_participant", "jkp_state", "jkp_from_jkk", "jkp_from_jkm")

_SCALE = 10_000_000


def _scaled(share: Fraction) -> int:
    scaled = share * _SCALE
    if scaled.denominator != 1:
        raise errors.InvalidTable(
            "jkp", f"a share of {share} is finer than columns reckon", "override with a plainer one"
        )
    return int(scaled)


def _part(counted: Number, share: Number) -> Number:
    return (counted * share + _SCALE // 2) // _SCALE


def _from_jkk(sheet: Sheet, examined: tuple[Examined, ...]) -> Number:
    """The share out of JKK: another one where a relief applies to JKK and the law has a share for that."""
    months = sheet.months
    relieved = either(*(each.applies.get(Programme.JKK, False) for each in examined))
    usual = months.read(tables.FROM_JKK, _scaled)
    group = sheet.values.get("risk_group")

    def of_group(by_group: tuple[Fraction, ...]) -> Number:
        return by_risk_group(group, [_scaled(share) for share in by_group])

    in_window = both(relieved, months.covered(tables.FROM_JKK_RELIEVED))
    return chosen(in_window, months.read(tables.FROM_JKK_RELIEVED, of_group), usual)


def _from_jkm(sheet: Sheet) -> Number:
    goes_on = sheet.law.option(JKM_PART_AFTER_2025) == "goes_on"
    last = next(row.value for row in reversed(sheet.law.table(tables.FROM_JKM).rows) if row.value)
    return sheet.months.read(tables.FROM_JKM, lambda share: _scaled(last if goes_on and not share else share))


def _facts(sheet: Sheet, enrolled: Enrolled) -> dict[str, Any]:
    """The facts of wage earners with the ages that JKP asks for."""
    facts = facts_of(sheet, WageEarner.type_name, enrolled)
    born, registered = sheet.values.get("born"), sheet.values.get("registered")
    if born is None:
        return facts
    facts[AGE.key] = (sheet.months.number - month_of(born)) // 12
    if registered is None:
        return facts
    if sheet.law.option(JKP_AGE_OF_EARLY_MEMBERS) == "start_of_jkp":
        start = ordinal(sheet.law.table(JKP_IN_FORCE).rows[0].since)
        registered = chosen(compared(registered, lambda day: day < start), start, registered)
    facts[AGE_REGISTERED.key] = _years(born, registered)
    return facts


def _years(born: Any, day: Any) -> Number:
    """Full years from one day to another, yyyymmdd; who is born on 29 February turns on the 28th of a common year."""
    since, until = born - born // 10_000 * 10_000, day - day // 10_000 * 10_000
    eve = both(
        compared(since, lambda rest: rest == 229),
        compared(until, lambda rest: rest == 228),
        negated(is_leap(day // 10_000)),
    )
    years: Number = day // 10_000 - born // 10_000
    return years - chosen(both(compared(until - since, lambda days: days < 0), negated(eve)), 1, 0)
