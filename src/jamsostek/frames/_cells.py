"""The cells of a CSV file read as columns: amounts, numbers, yes or no, days; what cannot be read is told by row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import polars as pl

from .. import errors
from .._written import NO, YES, amount, day, yes
from ._columns import Column, Holds

READ = "jamsostek_read_"
# As ``_written.amount`` reads them: one kind of mark between groups of three.
_AMOUNT = "^-?([0-9]+|[0-9]{1,3}([.][0-9]{3})+|[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,3}(_[0-9]{3})+)$"
_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


class Cells(NamedTuple):
    """Columns of text read: each by the name of its copy, with the rows whose text is not empty and no such thing."""

    copies: dict[str, pl.Expr]
    unreadable: list[tuple[str, pl.Expr]]


def cells(columns: Mapping[str, Column], sources: Mapping[str, str]) -> Cells:
    """The columns that are read out of text; ``sources`` maps what they hold to their names."""
    copies: dict[str, pl.Expr] = {}
    unreadable: list[tuple[str, pl.Expr]] = []
    for name, source in sources.items():
        column = columns[name]
        text = pl.col(source).str.strip_chars()
        text = pl.when(text != "").then(text)
        copies[READ + name] = _READERS[column.holds](text, column)
        error = _ERRORS.get(column.holds)
        if error is not None:
            wrong = text.is_not_null() & pl.col(READ + name).is_null()
            unreadable.append((f"{name}: {error.__name__}", wrong))
    return Cells(copies, unreadable)


def _number(text: pl.Expr, _column: Column) -> pl.Expr:
    bare = text.str.strip_prefix("Rp").str.strip_chars()
    return pl.when(bare.str.contains(_AMOUNT)).then(bare.str.replace_all("[._,]", "")).cast(pl.Int64, strict=False)


def _flag(text: pl.Expr, _column: Column) -> pl.Expr:
    word = text.str.to_lowercase()
    return pl.when(word.is_in(YES)).then(pl.lit(True)).when(word.is_in(NO)).then(pl.lit(False))


def _word(text: pl.Expr, column: Column) -> pl.Expr:
    words = _by_lower_case(column)
    return text.str.to_lowercase().replace([*words], [*words.values()])


def _by_lower_case(column: Column) -> dict[str, str]:
    return {word.lower(): str(word) for word in column.words}


def _day(text: pl.Expr, _column: Column) -> pl.Expr:
    return pl.when(text.str.contains(_DAY)).then(text).str.to_date("%Y-%m-%d", strict=False)


_READERS: dict[Holds, Callable[[pl.Expr, Column], pl.Expr]] = {
    Holds.MONEY: _number,
    Holds.SUM: _number,
    Holds.COUNT: _number,
    Holds.FLAG: _flag,
    Holds.DATE: _day,
    Holds.WORD: _word,
    Holds.MONTH: lambda text, _column: text,
}
_ERRORS: dict[Holds, type[errors.JamsostekError]] = {
    Holds.MONEY: errors.NotAnAmount,
    Holds.SUM: errors.NotAnAmount,
    Holds.COUNT: errors.WrongType,
    Holds.FLAG: errors.UnknownChoice,
    Holds.DATE: errors.NotADate,
}
DTYPES: dict[Holds, Any] = {
    Holds.MONEY: pl.Int64,
    Holds.SUM: pl.Int64,
    Holds.COUNT: pl.Int64,
    Holds.FLAG: pl.Boolean,
    Holds.DATE: pl.Date,
    Holds.WORD: pl.String,
    Holds.MONTH: pl.String,
}


def marked(frame: pl.LazyFrame, found: Cells, results: list[str], prefix: str) -> pl.LazyFrame:
    """The frame with rows that could not be read made wrong: told as such, and without amounts."""
    if not found.unreadable:
        return frame
    told = pl.coalesce(*(pl.when(wrong).then(pl.lit(reason)) for reason, wrong in found.unreadable))
    status, reason = f"{prefix}status", f"{prefix}reason"
    wrong = pl.col(f"{READ}fault").is_not_null()
    return frame.with_columns(told.alias(f"{READ}fault")).with_columns(
        pl.when(wrong).then(pl.lit("error")).otherwise(pl.col(status)).alias(status),
        pl.coalesce(f"{READ}fault", reason).alias(reason),
        *(pl.when(~wrong).then(pl.col(name)).alias(name) for name in results if name not in (status, reason)),
    )


def fact(column: Column, where: str, text: str) -> Any:
    """A fact that holds for all rows, as it is written on a command line. Raises the errors of ``_written``."""
    bare = text.strip()
    if column.holds is Holds.MONTH:
        return bare
    if column.holds is Holds.WORD:
        return _by_lower_case(column).get(bare.lower(), bare)
    readers: dict[Holds, Callable[[str, str], Any]] = {Holds.FLAG: yes, Holds.DATE: day, Holds.COUNT: _count}
    return readers.get(column.holds, amount)(where, bare)


def _count(where: str, text: str) -> int:
    """A whole number, 0 too: the rule says which there can be."""
    try:
        return amount(where, text)
    except errors.NotAnAmount:
        raise errors.WrongType(where, f"{text!r} is no number", "write a whole number") from None
