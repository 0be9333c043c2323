"""The reliefs of the law read as columns: where each applies, where it hangs on a missing fact."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from .. import errors
from .._conditions import All, AnyOf, AtLeast, ByChoice, Not, Under
from .._dated import Dated
from .._facts import IN_JHT, IN_JKK, IN_JKM, IN_JP, MONTHS_REGISTERED
from .._kinds import Programme
from .._people import SelfEmployed
from .._reliefs import Relief
from ..reliefs import ALL
from ._columns import COLUMNS, KINDS
from ._conditions import read_condition
from ._enrolled import Enrolled
from ._expressions import Tri, Truth, both, either
from ._months import overlap
from ._sheet import Sheet, month_of

_IN = {Programme.JKK: IN_JKK, Programme.JKM: IN_JKM, Programme.JHT: IN_JHT, Programme.JP: IN_JP}


class Examined(NamedTuple):
    """A relief on the rows: where it applies to which programme with which factors, where it could."""

    relief: Relief
    applies: dict[Programme, Truth]
    possible: Truth


def facts_of(sheet: Sheet, kind: str, enrolled: Enrolled) -> dict[str, Any]:
    """The facts that conditions may ask of a kind of participant, by key."""
    own = kind == SelfEmployed.type_name
    facts = {
        fact: sheet.values.get(name)
        for name, column in COLUMNS.items()
        for fact in column.facts
        if fact.startswith("person.") or fact == "registered" or fact.startswith("employer.") is not own
    }
    registered = sheet.values.get("registered")
    facts[MONTHS_REGISTERED.key] = None if registered is None else sheet.months.number - month_of(registered)
    facts |= {_IN[programme].key: inside for programme, inside in enrolled.billed.items()}
    return facts


def examine(sheet: Sheet, enrolled: Enrolled) -> tuple[Examined, ...]:
    """Every relief whose months can include those of the rows."""
    facts = {kind: facts_of(sheet, kind, enrolled) for kind in KINDS if sheet.kinds[kind] is not False}
    examined = tuple(
        found
        for relief in (*ALL, *sheet.law.reliefs)
        for found in [_examine(sheet, relief, enrolled, facts)]
        if found is not None
    )
    claimed: dict[Programme, list[Truth]] = {}
    for each in examined:
        for programme, applies in each.applies.items():
            before = claimed.setdefault(programme, [])
            sheet.fault(both(applies, either(*before)), str(programme), errors.ReliefConflict)
            before.append(applies)
    return examined


def _examine(sheet: Sheet, relief: Relief, enrolled: Enrolled, facts: dict[str, dict[str, Any]]) -> Examined | None:
    months = sheet.months
    windows = months.runs(*relief.windows)
    open_now: dict[tuple[object, ...], Truth] = {}  # programmes that are open in the same rows share a truth
    programmes: dict[Programme, tuple[object, ...]] = {}
    for programme, factors in relief.factors:
        runs, inside = months.runs(factors), enrolled.billed[programme]
        runs = overlap(runs, windows) if relief.windows else runs
        truth = both(months.within_any(runs), inside)
        if truth is not False:
            programmes[programme] = key = (*runs, id(inside))
            open_now[key] = truth
    verdicts: list[tuple[Truth, Tri]] = []
    for kind, known in facts.items():
        condition = relief.condition_for(kind)
        if condition is None or not open_now:
            continue
        _refuse_bounds_outside(sheet, relief, condition)
        verdict = sheet.put_tri(f"{relief.name}_{kind}", read_condition(condition, sheet, known))
        verdicts.append((sheet.kinds[kind], verdict))
    if not verdicts:
        return None
    sheet.step()
    met = either(*(both(here, verdict.yes) for here, verdict in verdicts))
    unsettled = either(*(both(here, verdict.open) for here, verdict in verdicts))
    claims = {
        key: sheet.put(f"{relief.name}_{at}", both(truth, met)) for at, (key, truth) in enumerate(open_now.items())
    }
    applies = {programme: claims[key] for programme, key in programmes.items()}
    possible = sheet.put(f"{relief.name}_possible", both(either(*open_now.values()), unsettled))
    sheet.step()
    return Examined(relief, applies, possible)


def _refuse_bounds_outside(sheet: Sheet, relief: Relief, condition: object) -> None:
    """Refuse a law in which a relief's months reach beyond a table that its condition asks."""
    windows: tuple[Dated[Any], ...] = relief.windows or tuple(factors for _, factors in relief.factors)
    open_months = sheet.months.runs(*windows)
    for table in _bounds(condition):
        known = sheet.months.runs(table)
        for first, last in open_months:
            if not any(a <= first and (b is None or (last is not None and last <= b)) for a, b in known):
                raise errors.BeforeLaw(
                    table.name, f"it does not reach all months of {relief.name}", "override it for these months too"
                )


def _bounds(condition: object) -> Iterator[Dated[Any]]:
    """The dated bounds in a condition."""
    match condition:
        case AtLeast(bound=Dated() as bound):
            yield bound
        case Not():
            yield from _bounds(condition.condition)
        case Under():
            yield from _bounds(condition.condition)
        case ByChoice():
            yield from _bounds(condition.then)
            yield from _bounds(condition.otherwise)
        case All() | AnyOf():
            for each in condition.conditions:
                yield from _bounds(each)


def factors_of(
    examined: tuple[Examined, ...], kind: str, programme: Programme
) -> Iterator[tuple[Truth, Dated[Fraction]]]:
    """The reliefs on a programme of a kind of participant, each with where it applies and what remains due."""
    for each in examined:
        applies = each.applies.get(programme, False)
        if applies is not False and each.relief.condition_for(kind) is not None:
            yield applies, dict(each.relief.factors)[programme]
