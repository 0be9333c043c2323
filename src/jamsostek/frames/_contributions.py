"""Contributions of a whole payroll: the frame with its amounts, totals, status and reason."""

from __future__ import annotations

from typing import Any, NamedTuple

import narwhals.stable.v2 as nw

from .._kinds import Programme
from .._law import Law
from .._months import Month
from .._people import SelfEmployed
from ._amounts import PARTICIPANT, Side, amount, counted, note_line_faults, planned
from ._checks import note_own_faults
from ._enrolled import enrolled
from ._expressions import Number, Truth, chosen, expression, whole
from ._jkp import jkp_columns
from ._read import read
from ._reliefs import Examined, examine
from ._sheet import Frame, Sheet

OK, POSSIBLE, ERROR = "ok", "possible", "error"
ORDER = ("employer", "worker", PARTICIPANT)


class Asked(NamedTuple):
    """What a call asks for: the columns that hold the facts, the same facts of all rows, the month, the law."""

    sources: dict[str, str]
    constants: dict[str, Any]
    month: Month | str
    law: Law
    prefix: str
    jkp: bool


def worked_out(frame: Frame, asked: Asked) -> Frame:
    """The frame with its results."""
    sheet = Sheet(frame, asked.law)
    sheet.values.update(asked.constants)
    read(sheet, asked.sources, asked.month)
    note_own_faults(sheet)
    found = enrolled(sheet)
    examined = examine(sheet, found)
    lines = planned(sheet, found)
    every = [line for each in lines.values() for line in each]
    note_line_faults(sheet, every)
    said = _said(sheet, examined)
    pay = sheet.put("pay", _pay(sheet, said.right))
    sheet.step()
    bases = counted(sheet, pay, every)
    amounts = {
        side: sheet.put(_name(side), expression(amount(sheet, pay, lines[side], bases, examined)))
        for side in sorted(lines, key=_place)
    }
    sheet.step()
    numbers = {**{_name(side): value for side, value in amounts.items()}, **_totals(amounts)}
    if asked.jkp:
        numbers |= jkp_columns(sheet, pay, found, examined)
    results = {name: expression(number) for name, number in numbers.items()}
    results |= {"status": said.status, "reason": said.reason}
    return sheet.finished({asked.prefix + name: value for name, value in results.items()})


def _pay(sheet: Sheet, right: Truth) -> nw.Expr:
    """The wage, or of the self-employed the income; a gap in rows that are wrong."""
    wage, income = sheet.values.get("wage"), sheet.values.get("income")
    pay = chosen(sheet.kinds[SelfEmployed.type_name], 0 if income is None else income, 0 if wage is None else wage)
    known = whole(pay) if isinstance(pay, int) else pay
    return known if isinstance(right, bool) else nw.when(right).then(known)


def _place(side: Side) -> tuple[int, int]:
    programme, borne = side
    return tuple(Programme).index(programme), ORDER.index(borne)


def _name(side: Side) -> str:
    programme, borne = side
    return f"{programme.lower()}_{borne}"


def _totals(amounts: dict[Side, nw.Expr]) -> dict[str, Number]:
    """The sums by who bears them, and the sum of all."""
    sums = {
        borne: sum(found[1:], found[0])
        for borne in ORDER
        for found in [[value for (_, side), value in amounts.items() if side == borne]]
        if found
    }
    each = list(amounts.values())
    return {**sums, "total": sum(each[1:], each[0])}


class _Said(NamedTuple):
    """What is said of each row: whether it is right, its status, and the reason where it is wrong or may change."""

    right: Truth
    status: nw.Expr
    reason: nw.Expr


def _said(sheet: Sheet, examined: tuple[Examined, ...]) -> _Said:
    """Number what there is to say, the first fault first, then reliefs that hang on a missing fact."""
    faults = list(dict.fromkeys(fault.reason for fault in sheet.faults))
    cases: list[tuple[Truth, str]] = [(fault.wrong, fault.reason) for fault in sheet.faults]
    cases += [(each.possible, each.relief.name) for each in examined if each.possible is not False]
    words = [*faults, *dict.fromkeys(word for _, word in cases[len(sheet.faults) :])]
    if not words:
        return _Said(True, nw.lit(OK), nw.lit(None, nw.String))
    code: nw.Expr = nw.lit(0, nw.Int8)
    for truth, word in reversed(cases):
        place = nw.lit(words.index(word) + 1, nw.Int8)
        code = place if isinstance(truth, bool) else nw.when(truth).then(place).otherwise(code)
    code = sheet.put("code", code)
    sheet.step()
    wrong = (code > 0) & (code <= len(faults)) if len(faults) < len(words) else code > 0
    status = nw.when(code < 1).then(nw.lit(OK)).otherwise(nw.lit(ERROR))
    if len(faults) < len(words):
        status = nw.when(code > len(faults)).then(nw.lit(POSSIBLE)).otherwise(status)
    places = list(range(len(words) + 1))
    reason = code.replace_strict(places, [None, *words], default=None, return_dtype=nw.String)
    return _Said(~wrong, status, reason)
