"""Texts of rows by their place in a list of words: a lookup where a library has one, as texts are dear."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import narwhals.stable.v2 as nw

Frame = nw.DataFrame[Any] | nw.LazyFrame[Any]


class Spoken(NamedTuple):
    """A text for every row: the column of places, from 0 on, and the words; None is a gap."""

    places: str
    words: tuple[str | None, ...]


def with_texts(frame: Frame, texts: Mapping[str, Spoken]) -> Frame:
    """The frame with a column for each of the texts."""
    if frame.implementation.is_polars():
        return _with_polars_texts(frame, texts)
    if isinstance(frame, nw.DataFrame):
        return frame.with_columns(**{name: _looked_up(spoken) for name, spoken in texts.items()})
    # A lookup would be a join in SQL, which need not keep the order of the rows.
    return frame.with_columns(**{name: _case(spoken) for name, spoken in texts.items()})


def _with_polars_texts(frame: Frame, texts: Mapping[str, Spoken]) -> Frame:
    import polars as pl

    native: Any = frame.to_native()
    columns = {
        name: pl.lit(pl.Series(spoken.words, dtype=pl.String)).gather(pl.col(spoken.places))
        for name, spoken in texts.items()
    }
    found: Frame = nw.from_native(native.with_columns(**columns))
    return found


def _looked_up(spoken: Spoken) -> nw.Expr:
    places = list(range(len(spoken.words)))
    return nw.col(spoken.places).replace_strict(places, list(spoken.words), default=None, return_dtype=nw.String)


def _case(spoken: Spoken) -> nw.Expr:
    found = nw.lit(None, nw.String)
    for word in reversed(dict.fromkeys(spoken.words)):
        places = [at for at, each in enumerate(spoken.words) if each == word]
        if word is not None:
            here = (nw.col(spoken.places) >= places[0]) & (nw.col(spoken.places) <= places[-1])
            found = nw.when(here).then(nw.lit(word)).otherwise(found)
    return found
