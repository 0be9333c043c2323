"""Looking into frames: one row, the rows that are wrong, counts and sums; the only place that brings data in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import Any, NamedTuple

import narwhals.stable.v2 as nw

from .. import errors
from ._doors import columns_of, implementation_of

_SHOWN = 5


def _is_dask(native: object) -> bool:
    return implementation_of(native) is nw.Implementation.DASK


def _held(frame: Any) -> Any:
    """A frame with its rows in memory."""
    return frame.collect() if isinstance(frame, nw.LazyFrame) else frame


def the_row(native: Any, row: int | Mapping[str, Any] | None) -> dict[str, Any]:
    """One row as a dictionary. Raises ``NoSuchRow``, ``MissingColumn``."""
    if isinstance(row, Mapping):
        return _row_by_values(native, row)
    if isinstance(row, bool) or not isinstance(row, int):
        raise errors.WrongType("row", f"{row!r} names no row", 'give its position, or values such as {"id": 17}')
    frame = None if _is_dask(native) else nw.from_native(native)
    if not isinstance(frame, nw.DataFrame):
        raise errors.NoSuchRow("row", "rows of a lazy frame have no position", 'give values such as {"id": 17}')
    if not 0 <= row < len(frame):
        raise errors.NoSuchRow("row", f"{row} is not among {len(frame)} rows", "give a position from 0 on")
    return dict(next(frame[row : row + 1].iter_rows(named=True)))


def _row_by_values(native: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    names = columns_of(native)
    for name in values:
        if name not in names:
            raise errors.MissingColumn("row", f"the frame has no column {name!r}", f"it has {', '.join(names)}")
    if _is_dask(native):
        hits = reduce(lambda one, other: one & other, (native[name] == value for name, value in values.items()))
        found = nw.from_native(native[hits].compute())
    else:
        conditions = [nw.col(name) == value for name, value in values.items()]
        found = _held(nw.from_native(native).filter(*conditions).head(2))
    if len(found) != 1:
        count = "no row has" if len(found) == 0 else "more than one row has"
        raise errors.NoSuchRow("row", f"{count} {dict(values)}", "give values that single one out")
    return dict(next(found.iter_rows(named=True)))


def bad_rows(native: Any, status: str, bad: str) -> tuple[list[dict[str, Any]], int]:
    """The first rows of a status, and how many there are."""
    if _is_dask(native):
        wrong = nw.from_native(native[native[status] == bad].compute())
    else:
        wrong = nw.from_native(native).filter(nw.col(status) == bad)
    if isinstance(wrong, nw.LazyFrame):
        count = int(wrong.select(nw.len()).collect().item())
        return list(wrong.head(_SHOWN).collect().iter_rows(named=True)), count
    return list(wrong.head(_SHOWN).iter_rows(named=True)), len(wrong)


def counts(native: Any, status: str, reason: str, good: str) -> Any:
    """A frame of the same library: how many rows have each status and reason but the good one."""
    if _is_dask(native):
        others = native[native[status] != good]
        found = others.groupby([status, reason]).size().reset_index().rename(columns={0: "rows"})
        return found.sort_values(["rows", reason], ascending=[False, True])
    frame = nw.from_native(native).filter(nw.col(status) != good)
    found = frame.group_by(status, reason).agg(nw.len().alias("rows"))
    return found.sort("rows", reason, descending=[True, False]).to_native()


class Sums(NamedTuple):
    """What a frame of contributions comes to: rows in all, wrong and possibly relieved, and the sum of each column."""

    rows: int
    wrong: int
    possible: int
    amounts: dict[str, int]


def sums(native: Any, amounts: list[str], status: str, wrong: str, possible: str) -> Sums:
    """Add up a frame of contributions."""
    frame = nw.from_native(native[[*amounts, status]].compute() if _is_dask(native) else native)
    totals = _held(
        frame.select(
            nw.len().alias("rows"),
            (nw.col(status) == wrong).cast(nw.Int64).sum().alias("wrong"),
            (nw.col(status) == possible).cast(nw.Int64).sum().alias("possible"),
            *(nw.col(name).sum().alias(f"sum {name}") for name in amounts),
        )
    )
    found = {name: int(value or 0) for name, value in next(totals.iter_rows(named=True)).items()}
    added = {name: found[f"sum {name}"] for name in amounts}
    return Sums(found["rows"], found["wrong"], found["possible"], added)
