"""Contributions of a whole payroll: the frame with its amounts, totals, status and reason."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

import narwhals.stable.v2 as nw

from .._kinds import Programme
from .._law import Law
from .._months import Month
from .._people import SelfEmployed
from ._amounts import PARTICIPANT, Side, amount, counted, note_line_faults, planned
from ._checks import note_own_faults
from ._enrolled import enrolled
from ._expressions import Truth, chosen, either, expression
from ._jkp import JKP_COLUMNS, jkp_columns
from ._read import read
from ._reliefs import Examined, examine
from ._sheet import Sheet
from ._texts import Frame, Spoken

OK, POSSIBLE, ERROR = "ok", "possible", "error"
ORDER = ("employer", "worker", PARTICIPANT)


class TheLaw:
    """A law that is the same as no other: laws of equal name may hold other reliefs."""

    __slots__ = ("law",)

    def __init__(self, law: Law) -> None:
        self.law = law

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TheLaw) and other.law is self.law

    def __hash__(self) -> int:
        return id(self.law)


class Asked(NamedTuple):
    """What a call asks for: the columns that hold the facts, the same facts of all rows, the month, the law."""

    sources: tuple[tuple[str, str], ...]
    constants: tuple[tuple[str, Any], ...]
    month: Month | str
    law: TheLaw
    prefix: str
    jkp: bool


def worked_out(frame: Frame, asked: Asked) -> Frame:
    """The frame with its results."""
    if not frame.implementation.is_polars():
        return _worked_out(Sheet(frame, asked.law.law), asked)
    native: Any = frame.to_native()
    plan = _polars_plan(tuple(native.collect_schema().items()), asked)
    for step in plan.steps:
        native = native.with_columns(**step)
    found: Frame = nw.from_native(native.drop(plan.made))
    return found


class _Plan(NamedTuple):
    """What a call comes to: the columns of each step, and those that are only worked with."""

    steps: list[dict[str, Any]]
    made: list[str]


@lru_cache(maxsize=64)
def _polars_plan(schema: tuple[tuple[str, Any], ...], asked: Asked) -> _Plan:
    """The plan of a call on Polars, kept for the next that asks the same: it depends on no row."""
    import polars as pl

    sheet = Sheet(pl.LazyFrame(schema=dict(schema)), asked.law.law)
    _worked_out(sheet, asked)
    return _Plan(sheet.steps, sheet.made)


def _worked_out(sheet: Sheet, asked: Asked) -> Frame:
    sheet.values.update(asked.constants)
    read(sheet, dict(asked.sources), asked.month)
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
    sides = sorted(lines, key=_place)
    borne = [each for each in ORDER if any(side[1] == each for side in sides)]
    own = [*map(_name, sides), *borne, "total", "status", "reason", *(JKP_COLUMNS if asked.jkp else ())]
    names = {name: asked.prefix + name for name in own}
    sheet.claim(names.values())
    quotients = {side: amount(sheet, pay, lines[side], bases, examined) for side in sides}
    amounts = sheet.divided({names[_name(side)]: each for side, each in quotients.items()})
    sums = [_sum(value for side, value in zip(sides, amounts, strict=True) if side[1] == each) for each in borne]
    added = [sheet.result(names[each], value) for each, value in zip(borne, sums, strict=True)]
    if not sheet.in_sql:  # where another step costs more than adding twice
        sheet.step()
    sheet.result(names["total"], _sum(sums if sheet.in_sql else added))
    if asked.jkp:
        for name, number in jkp_columns(sheet, pay, found, examined).items():
            sheet.result(names[name], number)
    return sheet.finished({names["status"]: said.status, names["reason"]: said.reason})


def _sum(numbers: Iterable[nw.Expr]) -> nw.Expr:
    first, *others = numbers
    return sum(others, first)


def _pay(sheet: Sheet, right: Truth) -> nw.Expr:
    """The wage, or of the self-employed the income; a gap in rows that are wrong."""
    wage, income = sheet.values.get("wage"), sheet.values.get("income")
    amounts = [sheet.spread(0 if amount is None else amount) for amount in (income, wage)]
    pay = expression(chosen(sheet.kinds[SelfEmployed.type_name], *amounts), sheet.dialect)
    return pay if isinstance(right, bool) else sheet.dialect.when(right).then(pay)


def _place(side: Side) -> tuple[int, int]:
    programme, borne = side
    return tuple(Programme).index(programme), ORDER.index(borne)


def _name(side: Side) -> str:
    programme, borne = side
    return f"{programme.lower()}_{borne}"


class _Said(NamedTuple):
    """What is said of each row: whether it is right; the place of its status and of its reason among their words."""

    right: Truth
    status: Spoken
    reason: Spoken


def _said(sheet: Sheet, examined: tuple[Examined, ...]) -> _Said:
    """Number what there is to say, the first fault first, then reliefs that hang on a missing fact."""
    faults = list(dict.fromkeys(fault.reason for fault in sheet.faults))
    cases: list[tuple[Truth, str]] = [(fault.wrong, fault.reason) for fault in sheet.faults]
    cases += [(each.possible, each.relief.name) for each in examined if each.possible is not False]
    reliefs = list(dict.fromkeys(word for _, word in cases[len(sheet.faults) :]))
    places = {word: at for at, word in enumerate((*faults, *reliefs), 1)}
    dialect = sheet.dialect
    dtype = dialect.UInt8 if sheet.in_polars else dialect.Int8  # a place without a sign is looked up faster there
    code: nw.Expr = dialect.lit(0, dtype)
    for truth, word in reversed(cases):
        place = dialect.lit(places[word], dtype)
        code = place if isinstance(truth, bool) else dialect.when(truth).then(place).otherwise(code)
    code = sheet.put("code", code)
    sheet.step()
    right = either(code < 1, code > len(faults)) if reliefs else code < 1
    states = (OK, *[ERROR] * len(faults), *[POSSIBLE] * len(reliefs))
    return _Said(right, Spoken("code", states), Spoken("code", (None, *faults, *reliefs)))
