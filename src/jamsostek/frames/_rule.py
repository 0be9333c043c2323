"""Rules that are worked out row by row, beside contributions: what each reads, gives, and how it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

import narwhals.stable.v2 as nw

from .. import errors
from .._events import FIRST_DAY
from .._kinds import Lang
from .._law import Law
from .._money import amount_error, count_error, sum_error
from .._months import date_error
from .._people import SelfEmployed, WageEarner, _flag_error
from ._asked import mapped, missing_column
from ._checks import _note_amount, _note_kinds, _note_value
from ._columns import KINDS, Column, Holds
from ._doors import columns_of, is_empty, through
from ._expressions import Truth, compared, either, is_below, is_column, negated
from ._payroll import _ordinal, _refuse_bad_rows
from ._read import _READERS, FLOAT_LIMIT, _dtype_error
from ._results import the_row
from ._rows import _kind_by_amounts, plain
from ._sheet import Sheet, given, ordinal
from ._texts import Frame

F = TypeVar("F")


class Rule(NamedTuple):
    """A rule that columns work out row by row: what it reads and gives.

    ``facts`` are the columns that it reads, ``needs`` those that rows cannot do without (of several together at least
    one), ``results`` the columns that it adds; ``function`` is called as ``function(frame, columns=…, facts=…)``.
    """

    name: str
    label_en: str
    label_id: str
    columns: Mapping[str, Column]
    needs: tuple[tuple[str, ...], ...]
    results: tuple[str, ...]
    work: Callable[[Sheet, str], Frame]
    row: Callable[[Mapping[str, Any], Law], Any]
    first_days: Mapping[str, date] = MappingProxyType({})
    no_gaps: tuple[str, ...] = ()

    @property
    def facts(self) -> dict[str, str]:
        """What each column that is read holds."""
        return {
            name: f"{column.holds.value}: {', '.join(column.words)}" if column.words else column.holds.value
            for name, column in self.columns.items()
        }

    @property
    def sum_of(self) -> str:
        """The result that says what a row comes to."""
        return "total" if "total" in self.results else self.results[0]

    @property
    def always(self) -> tuple[str, ...]:
        """The days and sums that every row needs."""
        held = Holds.DATE, Holds.SUM
        return tuple(each[0] for each in self.needs if self.columns[each[0]].holds in held)

    @property
    def function(self) -> Callable[..., Any]:
        """The function in ``jamsostek.frames``."""
        from . import _benefits

        found: Callable[..., Any] = getattr(_benefits, self.name)
        return found

    def label(self, lang: Lang = "en") -> str:
        """What it works out."""
        return self.label_id if lang == "id" else self.label_en

    def __repr__(self) -> str:
        return f"<Rule {self.name}: {', '.join(' or '.join(each) for each in self.needs)}>"


class _Asked(NamedTuple):
    sources: dict[str, str]
    facts: dict[str, Any]


def work_out(
    rule: Rule,
    frame: F,
    columns: Mapping[str, str | None] | None,
    facts: Mapping[str, Any] | None,
    prefix: str,
    strict: bool,
    law: Law,
) -> F:
    """The frame with what a rule gives for every row."""
    asked = _asked(rule, columns_of(frame), columns, facts, law)
    if not isinstance(prefix, str):
        raise errors.WrongType("prefix", f"{prefix!r} is no text", 'give such as "bpjs_"')
    if is_empty(frame):
        raise errors.EmptyFrame("frame", "it has no rows", "give at least one, or do not call")
    constants = {name: _ordinal(value) for name, value in asked.facts.items()}

    def work(inner: Frame, sources: dict[str, str]) -> Frame:
        # Polars is spoken to without Narwhals in between.
        sheet = Sheet(inner.to_native() if inner.implementation.is_polars() else inner, law)
        sheet.values.update(constants)
        _read(sheet, rule, sources)
        _note_faults(sheet, rule)
        done: Frame = nw.from_native(rule.work(sheet, prefix))
        return done

    done: F = through(frame, asked.sources, work)
    if strict:
        _refuse_bad_rows(done, [*asked.sources.values()], prefix)
    return done


def explained(
    rule: Rule,
    frame: object,
    row: int | Mapping[str, Any] | None,
    columns: Mapping[str, str | None] | None,
    facts: Mapping[str, Any] | None,
    law: Law,
) -> Any:
    """One row by the exact rules."""
    if isinstance(frame, Mapping):
        if row is not None:
            raise errors.WrongType("row", "a mapping is one row already", "leave row out")
        values, names = dict(frame), [str(name) for name in frame]
    else:
        names = columns_of(frame)
        values = the_row(frame, row)
    asked = _asked(rule, names, columns, facts, law)
    own = {name: plain(values[source], rule.columns[name].holds) for name, source in asked.sources.items()}
    told = own | asked.facts
    known = {name: value for name, value in told.items() if value is not None}
    faults = _row_faults(rule, known)
    if "type" in rule.columns and "type" not in known:
        if "type" in told:
            faults.append(errors.MissingFact("type", "not known", f"give one of {', '.join(KINDS)}"))
        else:
            known["type"] = _kind_by_amounts(known, faults)
    pay = "income" if known.get("type") == SelfEmployed.type_name else "wage"
    if pay in rule.columns and pay not in known and ("type" not in rule.columns or known.get("type")):
        faults.append(errors.MissingFact(pay, "not known", "give whole rupiah per month"))
    gaps = (name for name in rule.no_gaps if name in told and name not in known)
    faults += [errors.MissingFact(name, "not known", f"give {rule.columns[name].holds.value}") for name in gaps]
    errors.raise_together("row", faults)
    return rule.row(known, law)


def _asked(
    rule: Rule,
    names: list[str],
    columns: Mapping[str, str | None] | None,
    facts: Mapping[str, Any] | None,
    law: Law,
) -> _Asked:
    """What a call reads, after every fault of the call was told."""
    sources, same, faults = mapped(rule.name, names, columns, facts, law, rule.columns)
    errors.raise_together(rule.name, faults)
    values = {name: plain(value, rule.columns[name].holds) for name, value in same.items()}
    values = {name: value for name, value in values.items() if value is not None}
    errors.raise_together("facts", (_value_error(rule.columns[name], value) for name, value in values.items()))
    known = {*sources, *values}
    lacking = [each for each in rule.needs if known.isdisjoint(each)]
    errors.raise_together("frame", (missing_column(each[0], each[0], names) for each in lacking))
    if "type" in rule.columns and "type" not in known and not {"wage", "income"} <= known:
        values["type"] = WageEarner.type_name if "wage" in known else SelfEmployed.type_name
    early = ((name, day, values[name]) for name, day in rule.first_days.items() if name in values)
    errors.raise_together("facts", (_early(name, value, day) for name, day, value in early if value < day))
    return _Asked(sources, values)


def _early(name: str, value: date, first: date) -> errors.BeforeLaw:
    return errors.BeforeLaw(name, f"{value} lies before {first}", "the law before that day is not in the library")


def _row_faults(rule: Rule, values: Mapping[str, Any]) -> list[errors.JamsostekError]:
    """What is wrong with the values of one row that no exact rule would meet."""
    faults = [fault for name, value in values.items() if (fault := _value_error(rule.columns[name], value))]
    for name in rule.always:
        if name not in values:
            faults.append(errors.MissingFact(name, "not known", f"give {rule.columns[name].holds.value}"))
    for name, first in rule.first_days.items():
        value = values.get(name)
        if type(value) is date and value < first:
            faults.append(_early(name, value, first))
    return faults


def _value_error(column: Column, value: Any) -> errors.JamsostekError | None:
    """What is wrong with a value that is known."""
    where = column.name
    if column.holds is Holds.WORD:
        return None if value in column.words else errors.not_in(column.error, where, value, column.words)
    if column.holds is Holds.MONEY:
        return amount_error(where, value, may_be_zero=where == "income")
    fault = _CHECKS[column.holds](where, value)
    if fault is None and column.holds is Holds.SUM and value > FLOAT_LIMIT:
        return errors.AbsurdAmount(where, f"{value} is beyond sense", "give whole rupiah")
    return fault


_CHECKS: dict[Holds, Callable[[str, Any], errors.JamsostekError | None]] = {
    Holds.FLAG: _flag_error,
    Holds.DATE: date_error,
    Holds.COUNT: count_error,
    Holds.SUM: sum_error,
}


def _read(sheet: Sheet, rule: Rule, sources: dict[str, str]) -> None:
    """Read the facts that columns hold; raises the faults of columns together."""
    schema = sheet.schema
    wanted = [(rule.columns[name], source) for name, source in sources.items()]
    errors.raise_together("frame", (_dtype_error(column, source, schema[source]) for column, source in wanted))
    for column, source in wanted:
        if schema[source] != nw.Unknown:  # a column of gaps alone
            sheet.values[column.name] = _READERS[column.holds](sheet, column, sheet.column(source), schema[source])
    sheet.step()


def _note_faults(sheet: Sheet, rule: Rule) -> None:
    """Note what is wrong with a row by its own values, and decide its kind of participant."""
    for name in rule.always:
        _note_missing(sheet, name)
        if sheet.values.get(name) is None:  # wrong in every row; something has to stand there to reckon with
            sheet.values[name] = ordinal(FIRST_DAY) if rule.columns[name].holds is Holds.DATE else 1
    for name in rule.no_gaps:
        if sheet.values.get(name) is not None:
            sheet.fault(negated(given(sheet.values[name])), name, errors.MissingFact)
    for name, first in rule.first_days.items():
        value = sheet.values.get(name)
        if value is not None:
            sheet.fault(is_below(value, ordinal(first)), name, errors.BeforeLaw)
    hired: Truth = True
    if "type" in rule.columns:
        _note_kinds(sheet)
        hired = either(*(sheet.kinds[kind] for kind in KINDS if kind != SelfEmployed.type_name))
    if "wage" in rule.columns:
        _note_amount(sheet, "wage", hired, may_be_zero=False)
    if "income" in rule.columns:
        _note_amount(sheet, "income", sheet.kinds[SelfEmployed.type_name], may_be_zero=True)
    for name, column in rule.columns.items():
        if column.holds is Holds.WORD and name != "type":
            _note_value(sheet, column, True)
        elif column.holds in (Holds.COUNT, Holds.SUM):
            _note_number(sheet, column)


def _note_missing(sheet: Sheet, name: str) -> None:
    value = sheet.values.get(name)
    if value is None:
        sheet.fault(True, name, errors.MissingFact)
    elif is_column(value):
        odd = sheet.values.get(f"{name} odd", False)
        missing: Truth = value.is_null() & ~odd if is_column(odd) else value.is_null()
        sheet.fault(missing, name, errors.MissingFact)


def _note_number(sheet: Sheet, column: Column) -> None:
    """What a count or a sum can be wrong in by itself."""
    name, value = column.name, sheet.values.get(column.name)
    if not is_column(value):
        return
    is_sum = column.holds is Holds.SUM
    odd = sheet.values.get(f"{name} odd", False)
    sheet.fault(odd, name, errors.FloatAmount if is_sum else errors.WrongType)
    negative = is_below(value, 0)
    sheet.fault(negative, name, errors.NegativeAmount if is_sum else errors.OutOfRange)
    if is_sum:
        sheet.fault(compared(value, lambda number: number > FLOAT_LIMIT), name, errors.AbsurdAmount)
