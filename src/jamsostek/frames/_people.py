"""Persons out of their years, in whatever library they are: sorted, cut into pieces, each person worked out once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import narwhals.stable.v2 as nw

from ._columns import Holds
from ._compounding import RESULTS, Compounding, Years
from ._rows import plain
from ._years import REDUCED, YEAR

PIECE = 200_000  # years of persons that are plain Python at one time
STATUS, REASON = "status", "reason"


def people_of(native: Any, person: str, compounding: Compounding, prefix: str) -> Any:
    """A frame in memory with a row for each person, out of one with a row for each year."""
    years = nw.from_native(native, eager_only=True).sort(person, YEAR)
    starts = _starts(years, person)
    pieces = [_piece(years[first:end], person, compounding, prefix, at) for first, end, at in _pieces(starts)]
    return nw.concat(pieces).to_native()


def _starts(years: nw.DataFrame[Any], person: str) -> list[int]:
    """Where each person's years begin, and where the last one's end."""
    names = years[person].to_list()
    if years[person].is_null().any():
        names = [plain(name, Holds.WORD) for name in names]
    starts = [at for at, (before, name) in enumerate(pairwise(names), 1) if name != before]
    return [0, *starts, len(names)] if names else [0]


def _pieces(starts: list[int]) -> Iterator[tuple[int, int, list[int]]]:
    """Runs of persons as first row, row after the last, and where each person begins in the run and the last ends."""
    at = 0
    while True:
        first = starts[at]
        to = at
        while to < len(starts) - 1 and starts[to] - first < PIECE:
            to += 1
        yield first, starts[to], [start - first for start in starts[at : to + 1]]
        at = to
        if at >= len(starts) - 1:
            return


def _piece(
    years: nw.DataFrame[Any], person: str, compounding: Compounding, prefix: str, starts: list[int]
) -> nw.DataFrame[Any]:
    numbers = [years[name].to_list() for name in (YEAR, *REDUCED)]
    worked = [
        compounding.person(Years._make([column[start:end] for column in numbers])) for start, end in pairwise(starts)
    ]
    columns: dict[str, list[Any]] = {name: [each.numbers[at] for each in worked] for at, name in enumerate(RESULTS)}
    columns[STATUS] = [each.status for each in worked]
    columns[REASON] = [each.reason for each in worked]
    found = nw.maybe_reset_index(years[starts[:-1]].select(person))
    return found.with_columns(
        **{
            prefix + name: _series(values, years[YEAR], text=name in (STATUS, REASON))
            for name, values in columns.items()
        }
    )


def _series(values: list[Any], like: nw.Series[Any], *, text: bool) -> nw.Series[Any]:
    """A column of whole numbers or of text, of the library of another column."""
    if like.implementation is nw.Implementation.PANDAS:
        from ._pandas import column

        return nw.from_native(column(values, like.to_native(), text=text), series_only=True)
    return nw.new_series("", values, nw.String if text else nw.Int64, backend=like.implementation)
