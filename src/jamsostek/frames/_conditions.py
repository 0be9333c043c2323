"""The conditions of the law read as columns: the same objects that the scalar bill tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .. import errors
from .._conditions import All, Among, AnyOf, AtLeast, ByChoice, Holds, InWindow, Not, Under
from .._dated import Dated
from .._facts import DEFAULTS
from .._kinds import Labelled
from ._expressions import MET, Tri, both, either, every, negated, some
from ._months import Months
from ._sheet import Sheet, is_at_least, is_one_of, is_true, ordinal

if TYPE_CHECKING:
    from .._conditions import Condition

Facts = dict[str, Any]
_DEFAULTS = {fact.key: value for fact, value in DEFAULTS.items()}


def read_condition(condition: Condition, sheet: Sheet, facts: Facts) -> Tri:
    """A condition as two truths; ``facts`` holds the value of each fact by its key, None where none is known.

    Raises ``WrongType`` for a condition that is not made of the parts in ``jamsostek.conditions``.
    """
    reader = _READERS.get(type(condition))
    if reader is None:
        raise errors.WrongType(
            "condition",
            f"a {type(condition).__name__} cannot be read as columns",
            "make it of the parts in jamsostek.conditions",
        )
    return reader(condition, sheet, facts)


def _value(key: str, facts: Facts) -> Any:
    value = facts.get(key)
    return _DEFAULTS.get(key) if value is None else value


def _holds(condition: Holds, _sheet: Sheet, facts: Facts) -> Tri:
    return is_true(_value(condition.fact.key, facts))


def _at_least(condition: AtLeast, sheet: Sheet, facts: Facts) -> Tri:
    bound = condition.bound
    limit = sheet.months.read(bound, int) if isinstance(bound, Dated) else ordinal(bound)
    return is_at_least(_value(condition.fact.key, facts), limit)


def _in_window(condition: InWindow, sheet: Sheet, _facts: Facts) -> Tri:
    inside = sheet.months.covered(condition.table)
    return Tri(inside, negated(inside))


def _not(condition: Not, sheet: Sheet, facts: Facts) -> Tri:
    return read_condition(condition.condition, sheet, facts).opposite


def _all(condition: All, sheet: Sheet, facts: Facts) -> Tri:
    return every(read_condition(each, sheet, facts) for each in condition.conditions)


def _any_of(condition: AnyOf, sheet: Sheet, facts: Facts) -> Tri:
    return some(read_condition(each, sheet, facts) for each in condition.conditions)


def _under(condition: Under, sheet: Sheet, facts: Facts) -> Tri:
    if sheet.law.option(condition.question) != condition.option:
        return MET
    return read_condition(condition.condition, sheet, facts)


def _among(condition: Among, sheet: Sheet, facts: Facts) -> Tri:
    value = _value(condition.fact.key, facts)
    if not isinstance(condition.values, Dated):
        return _is_one_of(value, condition.values)
    months: Months = sheet.months
    pieces = [
        (months.within(first, last), _is_one_of(value, words)) for first, last, words in months.pieces(condition.values)
    ]
    return Tri(
        either(*(both(inside, found.yes) for inside, found in pieces)),
        either(*(both(inside, found.no) for inside, found in pieces)),
    )


def _is_one_of(value: Any, words: tuple[Labelled, ...]) -> Tri:
    if len(words) == len(type(words[0])):  # whichever it is, it is among them
        return MET
    return is_one_of(value, words)


def _by_choice(condition: ByChoice, sheet: Sheet, facts: Facts) -> Tri:
    chosen = is_one_of(_value(condition.fact.key, facts), condition.values)
    then = read_condition(condition.then, sheet, facts)
    otherwise = read_condition(condition.otherwise, sheet, facts)
    return Tri(
        either(both(chosen.yes, then.yes), both(chosen.no, otherwise.yes), both(then.yes, otherwise.yes)),
        either(both(chosen.yes, then.no), both(chosen.no, otherwise.no), both(then.no, otherwise.no)),
    )


_READERS: dict[type, Callable[[Any, Sheet, Facts], Tri]] = {
    Holds: _holds,
    Among: _among,
    AtLeast: _at_least,
    InWindow: _in_window,
    Not: _not,
    All: _all,
    AnyOf: _any_of,
    ByChoice: _by_choice,
    Under: _under,
}
