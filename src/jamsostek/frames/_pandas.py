"""What pandas needs before: columns of one family of types that keep whole numbers whole beside gaps.

Plain NumPy columns become nullable ones; where a column that is read is Arrow's, all that are read become Arrow's.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from .. import errors
from .._months import Month, month_error
from ._columns import MONTH, Column, Holds
from ._event_columns import column_of
from ._read import FLOAT_LIMIT, FULL_DATE, NO_MONTH
from ._sheet import ONE, TEMPORARY


class Family(NamedTuple):
    """The types that a frame's columns take."""

    number: Any
    float_: Any
    flag: Any
    text: Any


NULLABLE = Family("Int64", "Float64", "boolean", "string")


def _arrow() -> Family:
    import pyarrow as pa

    return Family(*(pd.ArrowDtype(each) for each in (pa.int64(), pa.float64(), pa.bool_(), pa.string())))


def prepared(native: pd.DataFrame, sources: dict[str, str]) -> tuple[pd.DataFrame, dict[str, str], Family]:
    """The frame with a copy of every column that is read, in types that keep gaps, and the names of the copies."""
    arrow = any(isinstance(native[source].dtype, pd.ArrowDtype) for source in sources.values())
    family = _arrow() if arrow else NULLABLE
    copies: dict[str, pd.Series[Any]] = {}
    faults: list[errors.JamsostekError | None] = []
    for name, source in sources.items():
        column = column_of(name)
        try:
            copies[f"{TEMPORARY}given_{name}"] = _converted(native[source], column, family)
        except (TypeError, ValueError, pd.errors.ParserError):
            faults.append(
                errors.WrongType(
                    f"column {source!r}",
                    f"{name} cannot be read from {native[source].dtype}",
                    f"give {column.holds.value}",
                )
            )
    errors.raise_together("frame", faults)
    copies[ONE] = pd.Series(1, index=native.index, dtype=family.number)
    return native.assign(**copies), {name: f"{TEMPORARY}given_{name}" for name in sources}, family


def _converted(series: pd.Series[Any], column: Column, family: Family) -> pd.Series[Any]:
    """One column in the types of the family; days as the whole number yyyymmdd, months by index."""
    kind = pd.api.types.infer_dtype(series, skipna=True) if series.dtype == object else _kind(series)
    if kind not in _READ_FROM[column.holds]:
        if series.notna().any():
            raise TypeError(kind)
        return pd.Series(pd.NA, index=series.index, dtype=_type_of(column, family))  # gaps alone, of whatever type
    if column.holds is Holds.MONTH:
        return _month_indexes(series, column).astype(family.number)
    if column.holds is Holds.DATE:
        days = pd.to_datetime(series) if series.dtype == object else series
        return (days.dt.year * 10_000 + days.dt.month * 100 + days.dt.day).astype(family.number)
    if kind in _FRACTIONS:
        plain = series.astype("float64") if series.dtype == object else series
        return plain.astype(family.float_)
    if kind == "integer" and series.dtype in (object, "uint64", "UInt64"):
        series = series.map(_in_64_bits, na_action="ignore")
    return series.astype(_type_of(column, family))


def _type_of(column: Column, family: Family) -> Any:
    if column.holds is Holds.FLAG:
        return family.flag
    return family.text if column.holds is Holds.WORD else family.number


def _month_indexes(series: pd.Series[Any], column: Column) -> pd.Series[Any]:
    """Months by index, each distinct value read once."""
    places, values = pd.factorize(series)
    indexes = pd.array([_month_index(value, column) for value in values], dtype="Int64")
    return pd.Series(indexes.take(places, allow_fill=True), index=series.index)


def _month_index(value: Any, column: Column) -> int:
    if isinstance(value, date):
        return Month.of(value).index if column is MONTH or value.day == 1 else FULL_DATE
    return NO_MONTH if month_error("", value) else Month(value).index


def _kind(series: pd.Series[Any]) -> str:
    dtype, is_a = series.dtype, pd.api.types
    if is_a.is_bool_dtype(dtype):
        return "boolean"
    if is_a.is_integer_dtype(dtype):
        return "integer"
    if is_a.is_float_dtype(dtype):
        return "floating"
    if is_a.is_datetime64_any_dtype(dtype) or "date32" in str(dtype):
        return "datetime"
    if is_a.is_string_dtype(dtype) or isinstance(dtype, pd.CategoricalDtype):
        return "string"
    return "decimal" if "decimal" in str(dtype) else str(dtype)


_DATES = ("datetime", "datetime64", "date")
_FRACTIONS = ("floating", "decimal", "mixed-integer-float")
_NUMBERS = ("integer", *_FRACTIONS)
_READ_FROM = {
    Holds.MONEY: _NUMBERS,
    Holds.SUM: _NUMBERS,
    Holds.COUNT: _NUMBERS,
    Holds.WORD: ("string", "categorical"),
    Holds.FLAG: ("boolean",),
    Holds.DATE: _DATES,
    Holds.MONTH: ("string", "categorical", *_DATES),
}


def _in_64_bits(number: int) -> int:
    """A number no pay can be stays one."""
    return max(-FLOAT_LIMIT, min(number, FLOAT_LIMIT + 1))


def results_as(family: Family, done: pd.DataFrame, before: pd.Index[Any]) -> pd.DataFrame:
    """Give the results the family's types, whether they have gaps or not."""
    new = done[done.columns.difference(before)]
    texts = {name: pd.api.types.is_string_dtype(new[name].dtype) for name in new.columns}
    return done.astype({name: family.text if text else family.number for name, text in texts.items()})


def column(values: list[Any], like: pd.Series[Any], *, text: bool) -> pd.Series[Any]:
    """A column of whole numbers or of text, of the family of another column of whole numbers."""
    family = _arrow() if isinstance(like.dtype, pd.ArrowDtype) else NULLABLE
    return pd.Series(values, dtype=family.text if text else family.number)


def text_like(done: pd.DataFrame, number: str, texts: list[str]) -> pd.DataFrame:
    """The frame with columns of text of the family of a column of whole numbers."""
    family = _arrow() if isinstance(done[number].dtype, pd.ArrowDtype) else NULLABLE
    return done.astype(dict.fromkeys(texts, family.text))
