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


def texts_for(frame: Frame, texts: Mapping[str, Spoken]) -> dict[str, Any]:
    """The columns of a frame that hold these texts."""
    if isinstance(frame, nw.DataFrame):
        return {name: _looked_up(frame, spoken) for name, spoken in texts.items()}
    # A lookup would be a join in SQL, which need not keep the order of the rows.
    found = _case if isinstance(frame, nw.LazyFrame) else _in_polars
    return {name: found(spoken) for name, spoken in texts.items()}


def _in_polars(spoken: Spoken) -> Any:
    import polars as pl

    return pl.lit(pl.Series(spoken.words, dtype=pl.String)).gather(pl.col(spoken.places))


def _looked_up(frame: nw.DataFrame[Any], spoken: Spoken) -> nw.Series[Any]:
    words = nw.new_series("words", list(spoken.words), nw.String, backend=frame.implementation)
    return words[frame[spoken.places]]


def _case(spoken: Spoken) -> nw.Expr:
    found = nw.lit(None, nw.String)
    for word in reversed(dict.fromkeys(spoken.words)):
        places = [at for at, each in enumerate(spoken.words) if each == word]
        if word is not None:
            here = (nw.col(spoken.places) >= places[0]) & (nw.col(spoken.places) <= places[-1])
            found = nw.when(here).then(nw.lit(word)).otherwise(found)
    return found
