"""The facts of a frame read without surprises: whole numbers, words, yes or no, days and months; gaps stay gaps.

A day becomes the whole number yyyymmdd and a month its index, year x 12 + month - 1, so that every backend compares
them alike.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import narwhals.stable.v2 as nw

from .. import errors
from .._facts import DEFAULTS
from .._months import Month, month_at, months
from ._columns import COLUMNS, MONTH, Column, Holds
from ._expressions import both, dialect_of, either, expression, sure
from ._months import Months
from ._sheet import TEMPORARY, Sheet, Words

# Floats hold every whole number up to here; no amount is larger.
FLOAT_LIMIT = 10**15
# What stands for the index of a month that is none: "0000-00" comes out so by itself.
NO_MONTH, FULL_DATE = -1, -2
_MONTH_TEXT = "^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])$"
_DEFAULT_OF = {fact.key: value for fact, value in DEFAULTS.items()}
_INTEGERS = (nw.Int64, nw.Int32, nw.Int16, nw.Int8, nw.UInt32, nw.UInt16, nw.UInt8)
_LARGE_INTEGERS = (nw.UInt64, nw.Int128, nw.UInt128)
_TEXTS = (nw.String, nw.Categorical, nw.Enum)
_NUMBERS = (*_INTEGERS, *_LARGE_INTEGERS, nw.Float64, nw.Float32, nw.Decimal)
_READ_AS = {
    Holds.MONEY: _NUMBERS,
    Holds.SUM: _NUMBERS,
    Holds.COUNT: _NUMBERS,
    Holds.WORD: _TEXTS,
    Holds.FLAG: (nw.Boolean,),
    Holds.DATE: (nw.Date, nw.Datetime),
    Holds.MONTH: (*_TEXTS, nw.Date, nw.Datetime),
}


def read(sheet: Sheet, sources: dict[str, str], month: Month | str) -> None:
    """Read the facts that columns hold into ``sheet.values`` and the months; raises the faults of columns together."""
    schema = sheet.schema
    wanted = [(COLUMNS[name], source) for name, source in sources.items()]
    by_column = [] if isinstance(month, Month) else [(MONTH, month)]
    errors.raise_together(
        "frame", (_dtype_error(column, source, schema[source]) for column, source in (*wanted, *by_column))
    )
    for column, source in wanted:
        if schema[source] != nw.Unknown:  # a column of gaps alone
            sheet.values[column.name] = _READERS[column.holds](sheet, column, sheet.column(source), schema[source])
    if isinstance(month, Month):
        sheet.months = Months(sheet.law, month.index)
    else:
        sheet.months = _months(sheet, sheet.column(month), schema[month])
    sheet.step()


def _months(sheet: Sheet, raw: nw.Expr, dtype: Any) -> Months:
    """The contribution months as a column without gaps; of a date, the month that it lies in."""
    sheet.fault(raw.is_null(), MONTH.name, errors.MissingFact)
    if dtype == nw.Unknown:
        return Months(sheet.law, None, sheet.put(MONTH.name, expression(0, sheet.dialect)))
    if dtype == nw.Date:
        return Months(sheet.law, None, sheet.put(MONTH.name, raw.fill_null(date.min)), _first_day)
    index = raw if dtype == nw.Int64 else _month_index(sheet, raw, dtype)
    index = sheet.put(MONTH.name, index.fill_null(0))
    sheet.fault(index == NO_MONTH, MONTH.name, errors.NotAMonth)
    return Months(sheet.law, None, index)


def _first_day(index: int) -> date:
    return month_at(index).first_day


def _dtype_error(column: Column, source: str, dtype: Any) -> errors.JamsostekError | None:
    if dtype == nw.Unknown or any(dtype == each for each in _READ_AS[column.holds]) or source.startswith(TEMPORARY):
        return None
    return errors.WrongType(
        f"column {source!r}", f"{column.name} cannot be read from {dtype}", f"give {column.holds.value}"
    )


def _number(sheet: Sheet, column: Column, raw: nw.Expr, dtype: Any) -> Any:
    if dtype == nw.Int64:
        return raw
    if dtype in _INTEGERS:
        return sheet.put(column.name, raw.cast(sheet.dialect.Int64))
    if dtype in _LARGE_INTEGERS:
        least = -FLOAT_LIMIT if dtype == nw.Int128 else None
        return sheet.put(column.name, raw.clip(least, FLOAT_LIMIT + 1).cast(sheet.dialect.Int64))
    dialect = sheet.dialect
    number = raw if dtype == nw.Float64 else raw.cast(dialect.Float64)
    inside = sure((number >= -FLOAT_LIMIT) & (number <= FLOAT_LIMIT))
    held = dialect.when(inside).then(number)
    present = both(~number.is_null(), ~sure(number.is_nan()))
    odd = either(sure(held != held.floor()), both(present, ~inside))
    sheet.values[f"{column.name} odd"] = sheet.put(f"{column.name}_odd", odd)
    return sheet.put(column.name, held.floor().cast(dialect.Int64))


def _word(sheet: Sheet, column: Column, raw: nw.Expr, dtype: Any) -> Any:
    text = raw
    dialect = sheet.dialect
    if dtype != nw.String and not sheet.in_polars:  # which compares categories as they are
        text = sheet.put(f"{column.name}_text", raw.cast(dialect.String))
        sheet.step()
    default = next((str(_DEFAULT_OF[fact]) for fact in column.facts if fact in _DEFAULT_OF), None)
    gap = 0 if default is None else column.words.index(default) + 1
    number = dialect.lit(-1, dialect.Int8)
    for truth, place in ((text.is_null(), gap), *((text == word, at) for at, word in enumerate(column.words, 1))):
        number = dialect.when(truth).then(dialect.lit(place, dialect.Int8)).otherwise(number)
    return Words(sheet.put(column.name, number), column.words, gaps=default is None)


def _flag(sheet: Sheet, column: Column, raw: nw.Expr, _dtype: Any) -> Any:
    default = next((_DEFAULT_OF[fact] for fact in column.facts if fact in _DEFAULT_OF), None)
    return raw if default is None else sheet.put(column.name, raw.fill_null(bool(default)))


def _day(sheet: Sheet, column: Column, raw: nw.Expr, dtype: Any) -> Any:
    if dtype == nw.Int64:  # prepared already
        return raw
    return sheet.put(column.name, _part(raw.dt.year()) * 10_000 + _part(raw.dt.month()) * 100 + _part(raw.dt.day()))


def _month(sheet: Sheet, column: Column, raw: nw.Expr, dtype: Any) -> Any:
    """Months by index, ``NO_MONTH`` and ``FULL_DATE`` for what is none."""
    if dtype == nw.Int64:  # prepared already
        return raw
    index = _month_index(sheet, raw, dtype)
    if dtype not in _TEXTS:
        index = sheet.dialect.when(sure(raw.dt.day() != 1)).then(index * 0 + FULL_DATE).otherwise(index)
    return sheet.put(column.name, index)


def _month_index(sheet: Sheet, raw: nw.Expr, dtype: Any) -> nw.Expr:
    if dtype not in _TEXTS:
        return _part(raw.dt.year()) * 12 + _part(raw.dt.month()) - 1
    dialect = sheet.dialect
    text = raw if dtype == nw.String else raw.cast(dialect.String)
    if sheet.in_polars:  # a lookup takes half the time of taking the text apart
        index = text.replace_strict(*_month_texts(), default=NO_MONTH, return_dtype=dialect.Int64)
    else:
        right = sure(text.str.contains(_MONTH_TEXT))
        # No cast may meet what is no number, not even in rows that are dropped again.
        safe = dialect.when(right).then(text).otherwise(dialect.lit("0000-00"))
        index = _part(safe.str.slice(0, 4)) * 12 + _part(safe.str.slice(5, 2)) - 1
    known: nw.Expr = dialect.when(~text.is_null()).then(index)
    return known


@cache
def _month_texts() -> tuple[list[str], list[int]]:
    every = months("1900-01", "2999-12")
    return [str(month) for month in every], [month.index for month in every]


def _part(number: nw.Expr) -> nw.Expr:
    wide: nw.Expr = number.cast(dialect_of(number).Int64)
    return wide


_READERS = {
    Holds.MONEY: _number,
    Holds.SUM: _number,
    Holds.COUNT: _number,
    Holds.WORD: _word,
    Holds.FLAG: _flag,
    Holds.DATE: _day,
    Holds.MONTH: _month,
}
