"""A long frame reduced to whole numbers for each person and year: what the rules of JHT and JP go on from.

Months are told as the digits of a number to the base 16, January the lowest, so that a sum over rows says which months
are there, which were paid, and whether one is there twice.
"""

from __future__ import annotations

from datetime import date

import narwhals.stable.v2 as nw

from .. import errors
from .._history import MonthState
from .._kinds import Programme
from .._people import SelfEmployed
from .._readings_of_pension import COUNTED_WAGE
from .._readings_of_savings import RETURN_STARTS
from .._schedules import Flat
from ._amounts import Planned, Side, amount, counted, note_line_faults, planned
from ._checks import note_own_faults
from ._columns import PAID
from ._enrolled import enrolled, is_leap
from ._expressions import Number, Truth, both, chosen, either, expression, first_of, is_column
from ._long import Long
from ._months import EARLIEST
from ._read import read
from ._sheet import TEMPORARY, Sheet
from ._texts import Frame

YEAR = "year"
DIGIT = 16
SIDES: dict[str, Side] = {
    f"{programme.lower()}_{borne}": (programme, borne)
    for programme, borne in (
        (Programme.JHT, "employer"),
        (Programme.JHT, "worker"),
        (Programme.JHT, "participant"),
        (Programme.JP, "employer"),
        (Programme.JP, "worker"),
    )
}
AMOUNTS = ("months", "pay", *SIDES, "jp_months", "jp_wages")
# What is reckoned with and not shown: JHT by the parts of the year that it is there, and that of December where it
# earns from January on; the months with a row, those paid and those not known; the rows; the first fault; birth.
WEIGHTED, LATE = "weighted", "late"
PRESENT, MONTHS_PAID, UNKNOWN, ROWS = "present", "months_paid", "unknown", "rows"
FAULT, BORN_FIRST, BORN_LAST, BORN_KNOWN = "fault", "born_first", "born_last", "born_known"
REDUCED = (*AMOUNTS, WEIGHTED, LATE, PRESENT, MONTHS_PAID, UNKNOWN, ROWS, FAULT, BORN_FIRST, BORN_LAST, BORN_KNOWN)
# All of these are added up over rows, but for some.
_NOT_ADDED = {FAULT: "max", BORN_FIRST: "min", BORN_LAST: "max"}


def by_year(frame: Frame, asked: Long, sources: dict[str, str], month: str) -> tuple[Frame, tuple[str | None, ...]]:
    """The rows up to the month that is asked for, reduced by person and year, and what their faults stand for.

    A fault is the place of its word; 0 is none, and of several the highest is told.
    """
    sheet = Sheet(frame, asked.law)
    sheet.values.update(asked.constants)
    sheet.fault(sheet.column(asked.person).is_null(), "person", errors.MissingFact)
    paid, unknown = _paid(sheet, asked, sources.get(PAID.name))
    read(sheet, {name: source for name, source in sources.items() if name != PAID.name}, month)
    index = expression(sheet.put("index", sheet.months.number), sheet.dialect)
    sheet.step()
    sheet.frame = sheet.frame.filter(index <= asked.until.index)
    at = sheet.put("at", index - index // 12 * 12)
    note_own_faults(sheet)
    found = enrolled(sheet)
    lines = {side: each for side, each in planned(sheet, found).items() if side in SIDES.values()}
    note_line_faults(sheet, [line for each in lines.values() for line in each])
    words = tuple(dict.fromkeys(fault.reason for fault in sheet.faults))
    # Of a month that was not paid, nothing but the month is read.
    fault = sheet.put(FAULT, _fault(sheet, words, either(paid, index < EARLIEST)))
    sheet.step()
    right = sheet.put("right", both(paid, fault < 1))
    sheet.step()
    columns = _amounts(sheet, right, lines)
    columns |= _savings(sheet, asked, columns, index, at)
    columns |= _digits(sheet, paid, unknown, at)
    columns |= {ROWS: 1, FAULT: fault, **_born(sheet, paid)}
    names = {name: f"{TEMPORARY}of_year_{name}" for name in REDUCED}
    year = f"{TEMPORARY}{YEAR}"
    sheet.frame = sheet.frame.with_columns(
        **{names[name]: expression(columns[name], sheet.dialect) for name in REDUCED},
        **{year: expression(chosen(index >= EARLIEST, index // 12, 0), sheet.dialect)},
    )
    return added_up(nw.from_native(sheet.frame), asked.person, year, names), (None, *reversed(words))


def added_up(frame: Frame, person: str, year: str, names: dict[str, str]) -> Frame:
    """Columns added up by person and year; ``names`` maps what they hold to the columns."""
    each = [getattr(nw.col(source), _NOT_ADDED.get(name, "sum"))().alias(name) for name, source in names.items()]
    added = frame.select(person, year, *names.values()).group_by(person, year).agg(*each)
    numbers = (nw.col(name).cast(nw.Int64).fill_null(0) for name in names)
    return added.select(person, nw.col(year).cast(nw.Int64).alias(YEAR), *numbers)


def _paid(sheet: Sheet, asked: Long, source: str | None) -> tuple[Truth, Truth]:
    """Whether the month of a row was paid, and whether that is not known."""
    if source is None:
        return bool(asked.paid), False
    dtype = sheet.schema[source]
    if dtype == nw.Unknown:  # a column of gaps alone
        return asked.fill is MonthState.PAID, asked.fill is None
    if dtype != nw.Boolean:
        raise errors.WrongType(
            f"column {source!r}", f"{PAID.name} cannot be read from {dtype}", f"give {PAID.holds.value}"
        )
    raw = sheet.column(source)
    paid = sheet.put("paid", raw.fill_null(asked.fill is MonthState.PAID))
    return paid, sheet.put("unknown", raw.is_null()) if asked.fill is None else False


def _fault(sheet: Sheet, words: tuple[str, ...], here: Truth) -> nw.Expr:
    """The number of a row's first fault, counted from the last word; 0: none."""
    cases = [(fault.wrong, len(words) - words.index(fault.reason)) for fault in sheet.faults]
    return expression(chosen(here, first_of(cases, 0), 0), sheet.dialect)


def _amounts(sheet: Sheet, right: Truth, lines: dict[Side, list[Planned]]) -> dict[str, Number]:
    """Pay and contributions of the months that are right, and the wages that JP counts."""
    wage, income = sheet.values.get("wage"), sheet.values.get("income")
    given = [sheet.spread(0 if each is None else each) for each in (income, wage)]
    its_own = expression(chosen(sheet.kinds[SelfEmployed.type_name], *given), sheet.dialect)
    pay = sheet.put("pay", sheet.dialect.when(right).then(its_own) if is_column(right) else its_own * 0)
    sheet.step()
    bases = counted(sheet, pay, [line for each in lines.values() for line in each])
    found: dict[str, Number] = {"months": chosen(right, 1, 0), "pay": pay}
    for name, side in SIDES.items():
        due = amount(sheet, pay, lines[side], bases, ()).floor if side in lines else 0
        found[name] = sheet.put(name, due)
    sheet.step()
    in_jp: Truth = False
    wages: Number = pay
    for line in lines.get((Programme.JP, "employer"), ()):
        in_jp = either(in_jp, both(right, line.rows))
        schedule = line.plan.schedule
        if sheet.law.option(COUNTED_WAGE) != "whole" and not isinstance(schedule, Flat):
            wages = bases[schedule.base].amount
    return {**found, "jp_months": chosen(in_jp, 1, 0), "jp_wages": chosen(in_jp, wages, 0)}


def _savings(sheet: Sheet, asked: Long, due: dict[str, Number], index: nw.Expr, at: nw.Expr) -> dict[str, Number]:
    """JHT of the months that are in the balance, and times the parts of the year that it is there.

    Where a month earns from the next one on, December's is apart: it belongs to another year.
    """
    names = [name for name, (programme, _) in SIDES.items() if programme is Programme.JHT]
    option, last = sheet.law.option(RETURN_STARTS), asked.until
    inside = index < last.index if option == "month_due" else True
    found = {name: chosen(inside, due[name], 0) for name in names}
    total = expression(sheet.put("jht", sum(found.values())), sheet.dialect)
    if option == "day_paid":
        ends = (date(last.index // 12, 12, 31) - last.last_day).days
        days = [(date(2001, 12, 31) - date(2001, month, 1)).days for month in range(1, 13)]
        parts = first_of([(at == month, number) for month, number in enumerate(days)], 0)
        parts = parts + chosen(both(is_leap(index // 12), at < 2), 1, 0)
    else:
        ends = 11 - last.index % 12
        parts = (12 if option == "month_paid" else 11) - at
    kept = sheet.put("parts", parts - chosen(index >= last.index // 12 * 12, ends, 0))
    sheet.step()
    late: Truth = at == 11 if option == "month_due" else False
    return {**found, WEIGHTED: total * chosen(late, 0, kept), LATE: chosen(late, total, 0)}


def _digits(sheet: Sheet, paid: Truth, unknown: Truth, at: nw.Expr) -> dict[str, Number]:
    """Each row's month as a digit: that it is there, was paid, is not known."""
    digit = sheet.put("digit", first_of([(at == month, DIGIT**month) for month in range(12)], 0))
    sheet.step()
    return {PRESENT: digit, MONTHS_PAID: chosen(paid, digit, 0), UNKNOWN: chosen(unknown, digit, 0)}


def _born(sheet: Sheet, paid: Truth) -> dict[str, Number]:
    """The day of birth, yyyymmdd (0: not known), of months that were paid, and in how many of them it is known."""
    born = sheet.values.get("born")
    if not is_column(born):
        return dict.fromkeys((BORN_FIRST, BORN_LAST), born or 0) | {BORN_KNOWN: int(born is not None)}
    told = sheet.dialect.when(paid).then(born) if is_column(paid) else born
    return {BORN_FIRST: told, BORN_LAST: told, BORN_KNOWN: chosen(both(paid, ~born.is_null()), 1, 0)}
