"""What can be wrong with a row by its own facts: a wage that cannot be, a fact that is missing, facts at odds."""

from __future__ import annotations

from .. import errors
from .._kinds import EmployerKind
from .._money import LEAST_WAGE, MOST_WAGE
from .._people import RISK_GROUPS, SelfEmployed, Trainee, WageEarner
from ._columns import COLUMNS, KINDS, Column, Holds
from ._expressions import Truth, both, compared, either, is_column, negated
from ._read import FULL_DATE, NO_MONTH
from ._sheet import Sheet, Words, given, is_one_of, month_of


def note_own_faults(sheet: Sheet) -> None:
    """Decide each row's kind of participant, and note its faults in the order in which the exact rules meet them."""
    _note_kinds(sheet)
    hired = either(sheet.kinds[WageEarner.type_name], sheet.kinds[Trainee.type_name])
    _note_amount(sheet, "wage", hired, may_be_zero=False)
    _note_amount(sheet, "income", sheet.kinds[SelfEmployed.type_name], may_be_zero=True)
    for column in COLUMNS.values():
        asked_of: Truth = True
        if any(fact.startswith("employer.") for fact in column.facts) and len(column.facts) == 1:
            asked_of = hired
        elif column.name in _OF_THE_SELF_EMPLOYED:
            asked_of = sheet.kinds[SelfEmployed.type_name]
        if column.name != "type":
            _note_value(sheet, column, asked_of)
    _note_at_odds(sheet, hired)


def _note_kinds(sheet: Sheet) -> None:
    """The kind that the type says, or without one: who has a wage earns it, who has an income is self-employed."""
    kind = sheet.values.get("type")
    if kind is not None:
        sheet.fault(negated(given(kind)), "type", errors.MissingFact)
        _note_value(sheet, COLUMNS["type"], True)
        sheet.kinds = {each: sheet.put(f"is_{each}", is_one_of(kind, (each,)).yes) for each in KINDS}
    else:
        waged, earning = (
            either(given(sheet.values.get(name)), sheet.values.get(f"{name} odd", False)) for name in ("wage", "income")
        )
        sheet.fault(both(waged, earning), "type", errors.Contradiction)
        sheet.fault(both(negated(waged), negated(earning)), "type", errors.MissingFact)
        sheet.kinds = {
            WageEarner.type_name: sheet.put("is_waged", waged),
            SelfEmployed.type_name: sheet.put("is_earning", both(earning, negated(waged))),
            Trainee.type_name: False,
        }
    sheet.step()


def _note_amount(sheet: Sheet, name: str, here: Truth, *, may_be_zero: bool) -> None:
    value = sheet.values.get(name)
    if value is None:
        sheet.fault(here, name, errors.MissingFact)
    if not is_column(value):
        return
    sheet.fault(both(here, sheet.values.get(f"{name} odd", False)), name, errors.FloatAmount)
    sheet.fault(both(here, value.is_null()), name, errors.MissingFact)
    # What follows is asked only where the value is known: the fault above is told before.
    sheet.fault(both(here, value < 0), name, errors.NegativeAmount)
    absurd = ~value.is_between(LEAST_WAGE, MOST_WAGE)
    if may_be_zero:
        absurd = absurd & (value != 0)
    else:
        sheet.fault(both(here, value == 0), name, errors.ZeroAmount)
    sheet.fault(both(here, absurd), name, errors.AbsurdAmount)


def _note_at_odds(sheet: Sheet, hired: Truth) -> None:
    """Facts that cannot be true together."""
    no_firm = is_one_of(
        sheet.values.get("employer_kind"), (str(EmployerKind.PRIVATE_PERSON), str(EmployerKind.STATE))
    ).yes
    sheet.fault(both(hired, no_firm, given(sheet.values.get("scale"))), "scale", errors.Contradiction)
    born, registered = sheet.values.get("born"), sheet.values.get("registered")
    if born is not None and registered is not None:
        sheet.fault(compared(registered - born, lambda days: days <= 0), "registered", errors.Contradiction)
    for name, day, error in (("born", born, errors.BornAfterMonth), ("registered", registered, errors.Contradiction)):
        if day is not None:
            late = compared(month_of(day) - sheet.months.number, lambda months: months > 0)
            sheet.fault(late, name, error)


_OF_THE_SELF_EMPLOYED = ("kind", "sector", "paid_by")


def _note_value(sheet: Sheet, column: Column, here: Truth) -> None:
    """What a value can be wrong in by itself, in rows of which the column is asked."""
    name, value = column.name, sheet.values.get(column.name)
    if isinstance(value, Words):
        sheet.fault(both(here, value.number < 0), name, column.error)
    if not is_column(value):
        return
    odd = sheet.values.get(f"{name} odd", False)
    if column.holds is Holds.MONTH:
        sheet.fault(both(here, value == NO_MONTH), name, errors.NotAMonth)
        sheet.fault(both(here, value == FULL_DATE), name, errors.DateForMonth)
    elif name == "risk_group":
        outside = either(odd, ~value.is_between(RISK_GROUPS[0], RISK_GROUPS[-1]))
        sheet.fault(both(here, outside), name, errors.UnknownRiskGroup)
    elif name == "active_workers":
        sheet.fault(both(here, odd), name, errors.WrongType)
        sheet.fault(both(here, value < 0), name, errors.NegativeAmount)
