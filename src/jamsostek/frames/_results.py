"""Looking into frames: one row, the rows that are wrong, counts and sums; the only place that brings data in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import reduce
from operator import index
from typing import Any, NamedTuple, SupportsIndex

import narwhals.stable.v2 as nw

from .. import errors
from ._columns import Holds
from ._contributions import ERROR, POSSIBLE
from ._doors import columns_of, implementation_of
from ._rows import plain
from ._sheet import TEMPORARY

_SHOWN = 5
_POSITION = f"{TEMPORARY}row"


def _is_dask(native: object) -> bool:
    return implementation_of(native) is nw.Implementation.DASK


def _held(frame: Any) -> Any:
    """A frame with its rows in memory."""
    return frame.collect() if isinstance(frame, nw.LazyFrame) else frame


def the_row(native: Any, row: int | Mapping[str, Any] | None) -> dict[str, Any]:
    """One row as a dictionary. Raises ``NoSuchRow``, ``MissingColumn``."""
    if isinstance(row, Mapping) and row:
        return _row_by_values(native, row)
    if isinstance(row, bool) or not isinstance(row, SupportsIndex):
        raise errors.WrongType("row", f"{row!r} names no row", 'give its position, or values such as {"id": 17}')
    row = index(row)
    frame = None if _is_dask(native) else nw.from_native(native)
    if not isinstance(frame, nw.DataFrame):
        raise errors.NoSuchRow("row", "rows of a lazy frame have no position", 'give values such as {"id": 17}')
    if not 0 <= row < len(frame):
        raise errors.NoSuchRow("row", f"{row} is not among {len(frame)} rows", "give a position from 0 on")
    return dict(next(frame[row : row + 1].iter_rows(named=True)))


def _row_by_values(native: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    found = rows_with(native, values, 2)
    if len(found) != 1:
        count = "no row has" if not found else "more than one row has"
        raise errors.NoSuchRow("row", f"{count} {dict(values)}", "give values that single one out")
    return found[0]


def rows_with(native: Any, values: Mapping[str, Any], most: int | None = None) -> list[dict[str, Any]]:
    """The rows that have these values, as dictionaries; no more than so many."""
    names = columns_of(native)
    for name in values:
        if name not in names:
            raise errors.MissingColumn("row", f"the frame has no column {name!r}", f"it has {', '.join(names)}")
    if _is_dask(native):
        hits = reduce(
            lambda one, other: one & other,
            (native[name].isna() if value is None else native[name] == value for name, value in values.items()),
        )
        found = nw.from_native(native[hits].compute())
    else:
        frame = nw.from_native(native)
        schema = frame.collect_schema()
        conditions = [_is(name, value, schema[name]) for name, value in values.items()]
        kept = frame.filter(*conditions)
        found = _held(kept if most is None else kept.head(most))
    return [dict(row) for row in found.iter_rows(named=True)]


def _is(name: str, value: Any, dtype: Any) -> nw.Expr:
    """Whether a column has a value; None is a gap. Raises ``WrongType`` for what its type cannot hold."""
    column = nw.col(name)
    if value is None:
        return column.is_null()
    if (dtype.is_numeric() and isinstance(value, str)) or (dtype == nw.String and not isinstance(value, str)):
        raise errors.WrongType("row", f"{name} holds {dtype}, which {value!r} is not", "give a value of that type")
    if dtype == nw.Datetime and isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    same: nw.Expr = column == value
    return same


def bad_rows(native: Any, status: str, reason: str, read: list[str]) -> tuple[list[dict[str, Any]], int]:
    """The first rows that are wrong (where they stand, why, what was read of them), and how many there are."""
    on_dask = _is_dask(native)
    frame = nw.from_native(native[native[status] == ERROR].compute() if on_dask else native)
    told = {"reason": reason} | {name: name for name in read}
    if isinstance(frame, nw.DataFrame) and not on_dask:
        frame = frame.with_row_index(_POSITION)
        told = {"row": _POSITION} | told
    wrong = frame.filter(nw.col(status) == ERROR)
    count = int(_held(wrong.select(nw.len())).item())
    first = _held(wrong.select(*dict.fromkeys(told.values())).head(_SHOWN)).iter_rows(named=True)
    return [{name: plain(row[column], Holds.MONEY) for name, column in told.items()} for row in first], count


def counts(native: Any, status: str, reason: str, good: str) -> Any:
    """A frame of the same library: how many rows have each status and reason but the good one."""
    if _is_dask(native):
        others = native[native[status] != good]
        found = others.groupby([status, reason]).size().reset_index().rename(columns={0: "rows"})
        return found.sort_values(["rows", reason], ascending=[False, True])
    frame = nw.from_native(native).filter(nw.col(status) != good)
    found = frame.group_by(status, reason).agg(nw.len().alias("rows"))
    sorted_ = found.sort("rows", reason, descending=[True, False])
    return (sorted_ if isinstance(sorted_, nw.LazyFrame) else nw.maybe_reset_index(sorted_)).to_native()


class Sums(NamedTuple):
    """What rows come to on several sides: how many there are, on each side how many are wrong and how many possibly
    relieved, how many are wrong on any, and the sum of each column over the others."""

    rows: int
    wrong: tuple[int, ...]
    possible: tuple[int, ...]
    left_out: int
    amounts: dict[str, int]


def sums(native: Any, amounts: list[str], statuses: list[str]) -> Sums:
    """Add up the rows that are right by every status."""
    frame = nw.from_native(native[[*amounts, *statuses]].compute() if _is_dask(native) else native)
    right = reduce(lambda one, other: one & other, (nw.col(status) != ERROR for status in statuses))
    counted = {
        f"{word} {at}": nw.col(status) == word for at, status in enumerate(statuses) for word in (ERROR, POSSIBLE)
    }
    found = _held(
        frame.select(
            nw.len().alias("rows"),
            (~right).cast(nw.Int64).sum().alias("left out"),
            *(truth.cast(nw.Int64).sum().alias(name) for name, truth in counted.items()),
            *(nw.when(right).then(nw.col(name)).sum().alias(f"sum {name}") for name in amounts),
        )
    )
    number = {name: int(value or 0) for name, value in next(found.iter_rows(named=True)).items()}
    wrong, possible = (tuple(number[f"{word} {at}"] for at in range(len(statuses))) for word in (ERROR, POSSIBLE))
    added = {name: number[f"sum {name}"] for name in amounts}
    return Sums(number["rows"], wrong, possible, number["left out"], added)
