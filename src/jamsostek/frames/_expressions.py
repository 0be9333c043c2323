"""Expressions with what is known beforehand folded away: truths, three-valued truths and whole numbers.

A truth is a plain bool where the answer is the same for every row, else an expression without gaps. A condition that
may stay open is a pair of truths: certainly met, certainly not met.

An expression is one of Narwhals, or of Polars itself: Narwhals speaks a part of what Polars speaks, so one text serves
both, and on Polars the way round through Narwhals, which costs more than the work on a small frame, is saved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any, NamedTuple, TypeGuard

import narwhals.stable.v2 as nw

Truth = bool | nw.Expr
Number = int | nw.Expr

LARGEST = 2**63 - 1
_NARROW = 2**31


def both(*truths: Truth) -> Truth:
    """Whether all are true."""
    return _joined(truths, stop=False, join=lambda one, other: one & other)


def either(*truths: Truth) -> Truth:
    """Whether any is true."""
    return _joined(truths, stop=True, join=lambda one, other: one | other)


def _joined(truths: Iterable[Truth], *, stop: bool, join: Callable[[nw.Expr, nw.Expr], nw.Expr]) -> Truth:
    open_ones: list[nw.Expr] = []
    for truth in truths:
        if isinstance(truth, bool):
            if truth is stop:
                return stop
        else:
            open_ones.append(truth)
    return reduce(join, open_ones) if open_ones else not stop


def negated(truth: Truth) -> Truth:
    """The opposite."""
    return not truth if isinstance(truth, bool) else ~truth


def sure(comparison: nw.Expr) -> nw.Expr:
    """A comparison of a column with gaps as a truth: a gap compares as no."""
    return comparison.fill_null(False)


def is_column(value: object) -> TypeGuard[nw.Expr]:
    """Whether a value is an expression, of Narwhals or of Polars."""
    return isinstance(value, nw.Expr) or dialect_of(value) is not nw


def dialect_of(value: object) -> Any:
    """The dialect that an expression is of."""
    polars = nw.dependencies.get_polars()
    return polars if polars is not None and isinstance(value, polars.Expr) else nw


def chosen(truth: Truth, then: Number, otherwise: Number) -> Number:
    """One number or another; a comparison with a gap chooses the other."""
    if isinstance(truth, bool):
        return then if truth else otherwise
    if isinstance(then, int) and isinstance(otherwise, int) and then == otherwise:
        return then
    dialect = dialect_of(truth)
    found: nw.Expr = dialect.when(truth).then(expression(then, dialect)).otherwise(expression(otherwise, dialect))
    return found


def larger(one: Number, other: Number) -> Number:
    """The larger of two numbers."""
    return chosen(is_below(one - other, 0), other, one)


def smaller(one: Number, other: Number) -> Number:
    """The smaller of two numbers."""
    return chosen(is_below(other - one, 0), other, one)


def product(one: Number, other: Number) -> Number:
    """One number times another."""
    if isinstance(one, int) and one == 1:
        return other
    return one if isinstance(other, int) and other == 1 else one * other


def first_of(cases: Iterable[tuple[Truth, Number]], otherwise: Number) -> Number:
    """The number of the first case that is true; several small ones are read in 32 bits, which takes half the time."""
    asked: list[tuple[Truth, Number]] = []
    for truth, number in cases:
        if truth is True:
            otherwise = number
            break
        if truth is not False:
            asked.append((truth, number))
    numbers = (otherwise, *(number for _, number in asked))
    if len(asked) < 2 or not all(isinstance(number, int) and number < _NARROW for number in numbers):
        return _first_of(asked, otherwise)
    dialect = dialect_of(asked[0][0])
    narrow = [(truth, dialect.lit(number, dialect.Int32)) for truth, number in asked]
    found: Any = _first_of(narrow, dialect.lit(otherwise, dialect.Int32))
    wide: nw.Expr = found.cast(dialect.Int64)
    return wide


def _first_of(cases: list[tuple[Truth, Number]], otherwise: Number) -> Number:
    found = otherwise
    for truth, number in reversed(cases):
        found = chosen(truth, number, found)
    return found


def expression(number: Number, dialect: Any) -> nw.Expr:
    """A number as an expression of a dialect, of 64 bits."""
    return dialect.lit(number, dialect.Int64) if isinstance(number, int) else number


def compared(value: Any, how: Callable[[Any], Any]) -> Truth:
    """A comparison of a value that is a constant or a column with gaps."""
    found = how(value)
    return sure(found) if is_column(found) else bool(found)


def at_most(value: Any, bound: int) -> Truth:
    """Whether a number is no larger than a bound; a gap is not."""
    return compared(value, lambda number: number <= bound)


def is_below(value: Any, bound: Any) -> Truth:
    """Whether a number is smaller than another; a gap is not."""
    return compared(value, lambda number: number < bound)


def is_at(value: Any, place: int) -> Truth:
    """Whether a number is this one; a gap is not."""
    return compared(value, lambda number: number == place)


class Tri(NamedTuple):
    """A condition: rows that certainly meet it, rows that certainly do not; the others hang on a missing fact."""

    yes: Truth
    no: Truth

    @property
    def opposite(self) -> Tri:
        """The condition denied."""
        return Tri(self.no, self.yes)

    @property
    def open(self) -> Truth:
        """Rows in which a fact is missing that decides."""
        return both(negated(self.yes), negated(self.no))


MET = Tri(yes=True, no=False)
OPEN = Tri(yes=False, no=False)


def every(conditions: Iterable[Tri]) -> Tri:
    """All of the conditions."""
    found = tuple(conditions)
    return Tri(both(*(each.yes for each in found)), either(*(each.no for each in found)))


def some(conditions: Iterable[Tri]) -> Tri:
    """At least one of the conditions."""
    return every(each.opposite for each in conditions).opposite
