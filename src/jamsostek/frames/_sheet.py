"""The sheet a payroll is worked out on: the frame, its facts without surprises, the faults of its rows.

Results of a step become columns of the frame before the next step reads them, so that no backend computes them twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeVar

import narwhals.stable.v2 as nw

from .. import errors
from .._law import Law
from .._months import Month
from ._expressions import Number, Tri, Truth, both, either, expression, is_column, negated, sure
from ._months import Months
from ._texts import Frame, Spoken, texts_for

P = TypeVar("P", bound="Truth | int | nw.Expr")
TEMPORARY = "__jamsostek_"
# A column of ones that pandas frames bring, because a literal there becomes a float beside gaps.
ONE = f"{TEMPORARY}one"


class Fault(NamedTuple):
    """What can be wrong with a row: where it is wrong, the fact, and the error the exact rules raise for it."""

    wrong: Truth
    fact: str
    error: type[errors.JamsostekError]

    @property
    def reason(self) -> str:
        """The fault in a word for people and in the error's name."""
        return f"{self.fact}: {self.error.__name__}"


class Quotient(NamedTuple):
    """Whole rupiah: a numerator over a denominator, to be divided down; what rounds it otherwise is in it already."""

    numerator: Number
    denominator: int

    @property
    def floor(self) -> Number:
        """The whole rupiah."""
        return self.numerator if self.denominator == 1 else self.numerator // self.denominator


class Sheet:
    """A frame being worked on, under a law; ``values`` are the facts: None, a constant, or a column.

    ``dialect`` is what expressions are built with: Narwhals, or Polars itself for a frame that Narwhals did not wrap.
    ``steps`` are the columns made so far, those of each step.
    """

    def __init__(self, frame: Frame, law: Law) -> None:
        wrapped = nw.from_native(frame)
        self.frame = frame
        self.schema = wrapped.collect_schema()
        self.in_polars = wrapped.implementation.is_polars()
        self.dialect: Any = nw if frame is wrapped else nw.dependencies.get_polars()
        self.law = law
        self.values: dict[str, Any] = {}
        self.kinds: dict[str, Truth] = {}
        self.faults: list[Fault] = []
        self.months: Months
        self.in_sql = wrapped.implementation in (nw.Implementation.DUCKDB, nw.Implementation.PYSPARK)
        self._in_duckdb = wrapped.implementation.is_duckdb()
        self._has_ones = ONE in self.schema.names()
        self.steps: list[dict[str, nw.Expr]] = []
        self.made: list[str] = []
        self._waiting: dict[str, nw.Expr] = {}

    def put(self, name: str, value: P) -> P | nw.Expr:
        """Make a value a column with the next step; a constant stays one."""
        if not is_column(value):
            return value
        full = TEMPORARY + name
        self._waiting[full] = value
        self.made.append(full)
        return self.column(full)

    def column(self, name: str) -> nw.Expr:
        """A column of the frame."""
        found: nw.Expr = self.dialect.col(name)
        return found

    def put_tri(self, name: str, condition: Tri) -> Tri:
        """Make the two sides of a condition columns with the next step."""
        return Tri(self.put(f"{name}_yes", condition.yes), self.put(f"{name}_no", condition.no))

    def spread(self, number: Number) -> nw.Expr:
        """A number as a column that can have gaps."""
        if isinstance(number, int) and self._has_ones:
            return self.column(ONE) * number
        return expression(number, self.dialect)

    def step(self) -> None:
        """Make the waiting values columns."""
        if self._waiting:
            self.frame = self.frame.with_columns(**self._waiting)
            self.steps.append(self._waiting)
            self._waiting = {}

    def claim(self, names: Iterable[str]) -> None:
        """Make sure that the names of the results are free. Raises ``ColumnClash``."""
        taken = self.frame.collect_schema().names()
        # SQL takes no notice of upper and lower case in names.
        in_use = {name.casefold() if self.in_sql else name for name in taken}
        clash = sorted(name for name in names if (name.casefold() if self.in_sql else name) in in_use)
        if clash:
            raise errors.ColumnClash(
                "frame", f"it already has {', '.join(clash)}", 'drop or rename them, or give a prefix such as "bpjs_"'
            )

    def result(self, name: str, value: Number) -> nw.Expr:
        """Make a value a column of the results with the next step."""
        self._waiting[name] = expression(value, self.dialect)
        return self.column(name)

    def divided(self, quotients: Mapping[str, Quotient]) -> list[nw.Expr]:
        """Make whole rupiah, never negative, columns of the results, in a step of their own.

        In SQL what is divided is made a column first, as Narwhals spells it six times over; for DuckDB that is avoided
        altogether.
        """
        if self.in_sql:
            quotients = {
                name: each._replace(numerator=self.put(name, expression(each.numerator, self.dialect)))
                for name, each in quotients.items()
            }
            self.step()
        if self._in_duckdb:
            self.frame = _divided_in_duckdb(self.frame, {name: each.denominator for name, each in quotients.items()})
            return [self.column(name) for name in quotients]
        made = [self.result(name, each.floor) for name, each in quotients.items()]
        self.step()
        return made

    def finished(self, texts: dict[str, Spoken]) -> Frame:
        """The frame with its results and these texts, without what was only worked with."""
        held = {name: said._replace(places=TEMPORARY + said.places) for name, said in texts.items()}
        self._waiting |= texts_for(self.frame, held)
        self.step()
        return self.frame.drop(self.made, strict=True)

    def fault(self, wrong: Truth, fact: str, error: type[errors.JamsostekError]) -> None:
        """Note what can be wrong; what was noted first is told first."""
        if wrong is not False:
            self.faults.append(Fault(wrong, fact, error))


def _divided_in_duckdb(frame: Frame, denominators: Mapping[str, int]) -> Frame:
    """The frame with quotients of the columns of these names, to which ``TEMPORARY`` was put before."""
    import duckdb

    native: Any = frame.to_native()
    made = [
        duckdb.SQLExpression(f"{_quoted(TEMPORARY + name)} // {denominator}").alias(name)
        for name, denominator in denominators.items()
    ]
    found: Frame = nw.from_native(native.select(duckdb.StarExpression(), *made))
    return found


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


class Words(NamedTuple):
    """A column of words by number: from 1 on as in the list, 0 where there are gaps, -1 for what is not in it."""

    number: nw.Expr
    words: tuple[str, ...]
    gaps: bool


def given(value: Any) -> Truth:
    """Whether a fact is known."""
    if isinstance(value, Words):
        return value.number != 0 if value.gaps else True
    return ~value.is_null() if is_column(value) else value is not None


def is_true(value: Any) -> Tri:
    """Whether a fact that may be missing is true."""
    if is_column(value):
        return Tri(sure(value), sure(~value))
    return Tri(value is True, value is False)


def is_one_of(value: Any, words: tuple[str, ...]) -> Tri:
    """Whether a word that may be missing is one of these."""
    if value is None:
        return Tri(yes=False, no=False)
    if not isinstance(value, Words):
        return Tri(value in words, value not in words)
    yes = either(*(value.number == value.words.index(word) + 1 for word in words))
    return Tri(yes, both(negated(yes), given(value)))


def is_at_least(value: Any, bound: Any) -> Tri:
    """Whether a number that may be missing reaches a bound, which is never missing."""
    if value is None:
        return Tri(yes=False, no=False)
    found = value >= bound
    if is_column(found):
        return Tri(sure(found), sure(~found))
    return Tri(found, not found)


def ordinal(bound: Month | date) -> int:
    """A month's index or a day as yyyymmdd, as columns hold them."""
    if isinstance(bound, Month):
        return bound.index
    return bound.year * 10_000 + bound.month * 100 + bound.day


def month_of(day: Any) -> Any:
    """The index of the month of a day written yyyymmdd."""
    months = day // 100
    return months // 100 * 12 + (months - months // 100 * 100) - 1
