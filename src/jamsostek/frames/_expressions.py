"""Expressions with what is known beforehand folded away: truths, three-valued truths and whole numbers.

A truth is a plain bool where the answer is the same for every row, else an expression without gaps. A condition that
may stay open is a pair of truths: certainly met, certainly not met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any, NamedTuple

import narwhals.stable.v2 as nw

Truth = bool | nw.Expr
Number = int | nw.Expr

LARGEST = 2**63 - 1


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


def whole(number: int) -> nw.Expr:
    """A whole number of 64 bits."""
    return nw.lit(number, nw.Int64)


def chosen(truth: Truth, then: Number, otherwise: Number) -> Number:
    """One number or another; a comparison with a gap chooses the other."""
    if isinstance(truth, bool):
        return then if truth else otherwise
    if isinstance(then, int) and isinstance(otherwise, int) and then == otherwise:
        return then
    return nw.when(truth).then(expression(then)).otherwise(expression(otherwise))


def product(one: Number, other: Number) -> Number:
    """One number times another."""
    if isinstance(one, int) and one == 1:
        return other
    return one if isinstance(other, int) and other == 1 else one * other


def first_of(cases: Iterable[tuple[Truth, Number]], otherwise: Number) -> Number:
    """The number of the first case that is true."""
    found = otherwise
    for truth, number in reversed(tuple(cases)):
        found = chosen(truth, number, found)
    return found


def expression(number: Number) -> nw.Expr:
    """A number as an expression."""
    return whole(number) if isinstance(number, int) else number


def compared(value: Any, how: Callable[[Any], Any]) -> Truth:
    """A comparison of a value that is a constant or a column with gaps."""
    found = how(value)
    return sure(found) if isinstance(found, nw.Expr) else bool(found)


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
