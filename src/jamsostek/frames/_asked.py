"""What a call asks for, and all that can be wrong with the call itself."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from .. import errors
from .._law import Law
from .._months import Month, month_error
from .._people import SelfEmployed, Trainee, WageEarner
from ._columns import COLUMNS, KINDS, Column
from ._rows import check_facts
from ._sheet import TEMPORARY


class Read(NamedTuple):
    """What is read of a frame: the column of each fact, facts that hold for all rows, the month or its column."""

    sources: dict[str, str]
    facts: dict[str, Any]
    month: Month | str


def asked_of(
    names: list[str],
    month: Month | str,
    columns: Mapping[str, str | None] | None,
    facts: Mapping[str, Any] | None,
    law: Law,
    *,
    rated: bool = True,
) -> Read:
    """What the call reads, after every fault of the call was told; ``rated``: JKK is asked, by risk group."""
    sources, same, faults = mapped("contributions", names, columns, facts, law, COLUMNS)
    when = _when(month, names, faults)
    errors.raise_together("contributions", faults)
    values = check_facts(same)
    _need(sources, values, names, rated=rated)
    known = {*sources, *values}
    if "type" not in known and not {"wage", "income"} <= known:
        values["type"] = WageEarner.type_name if "wage" in known else SelfEmployed.type_name
    return Read(sources, values, when)


class Mapped(NamedTuple):
    """The column of each fact, the facts of all rows as given, and what is wrong with either."""

    sources: dict[str, str]
    same: dict[str, Any]
    faults: list[errors.JamsostekError]


def mapped(
    what: str,
    names: list[str],
    columns: Mapping[str, str | None] | None,
    facts: Mapping[str, Any] | None,
    law: Law,
    known: Mapping[str, Column],
) -> Mapped:
    """Where the facts stand that a rule knows. Raises what cannot wait for the others."""
    if not isinstance(law, Law):
        raise errors.WrongType("law", f"{law!r} is no law", "give a Law, such as js.LAW.override(…)")
    if law.required is not None:
        raise errors.Contradiction(
            "law", "it requires a grade of evidence, which bills can tell and columns cannot", "explain rows with it"
        )
    given, same = dict(_mapping("columns", columns)), dict(_mapping("facts", facts))
    faults: list[errors.JamsostekError] = [
        errors.Contradiction(
            "frame", f"it has a column {name!r}", f"names with {TEMPORARY} are kept for steps; rename it"
        )
        for name in names
        if name.lower().startswith(TEMPORARY)
    ]
    faults += [
        errors.WrongType(
            f"columns[{name!r}]", f"{source!r} is no column's name", "give its name, or None for no column"
        )
        for name, source in given.items()
        if not isinstance(source, str | None)
    ]
    if faults:
        errors.raise_together(what, faults)
    faults = [
        errors.not_in(errors.UnknownFact, where, name, known)
        for where, names_of in (("columns", given), ("facts", same))
        for name in names_of
        if name not in known
    ]
    faults += [
        errors.Contradiction(
            name,
            "given as a column and for all rows",
            f'give it once; columns={{"{name}": None}} passes over the column',
        )
        for name in same
        if given.get(name, name if name in names else None) is not None
    ]
    sources: dict[str, str] = {}
    for name in known:
        source = given.get(name, name)
        if source is None or name in same:
            continue
        if source in names:
            sources[name] = source
        elif name in given:
            faults.append(missing_column(name, source, names))
    return Mapped(sources, same, faults)


def _when(month: Month | str, names: list[str], faults: list[errors.JamsostekError]) -> Month | str:
    """A month, or the name of the column that holds it."""
    if isinstance(month, Month) or month in names:
        return month
    wrong = month_error("month", month)
    if wrong is None:
        return Month(month)
    if not isinstance(month, str):
        faults.append(wrong)
        return month
    faults.append(
        errors.MissingColumn(
            "month", f"{month!r} is neither a month nor a column", f'give "2026-03" or one of {", ".join(names)}'
        )
    )
    return month


def _need(sources: dict[str, str], facts: dict[str, Any], names: list[str], *, rated: bool) -> None:
    """Refuse a frame that lacks what no row can do without."""
    known = {*sources, *facts}
    own = facts.get("type") == SelfEmployed.type_name
    faults: list[errors.JamsostekError] = []
    if own or not known & {"wage", "income"}:
        needed = "income" if own else "wage"
        if needed not in known:
            faults.append(missing_column(needed, needed, names))
    elif facts.get("type") in KINDS and "wage" not in known:
        faults.append(missing_column("wage", "wage", names))
    asked_of_all = rated and facts.get("type") != Trainee.type_name and facts.get("in_jkk") is not False
    if "wage" in known and not own and asked_of_all and "risk_group" not in known:
        faults.append(missing_column("risk_group", "risk_group", names))
    errors.raise_together("frame", faults)


def missing_column(name: str, source: str, names: list[str]) -> errors.MissingColumn:
    """That a column is missing that rows cannot do without, with those that are called nearly so."""
    if source in names:
        return errors.MissingColumn(
            "frame", f"{source!r} is passed over", "rows cannot do without: leave it out of columns"
        )
    mend = f'{near_names(source, names)}name it with columns={{"{name}": …}}; it has {", ".join(names)}'
    return errors.MissingColumn("frame", f"it has no column {source!r}", mend)


def near_names(source: str, names: list[str]) -> str:
    """The columns that may have been meant, as a question; empty where none is near."""
    lowered = {each.lower(): each for each in names}
    near = [lowered[each] for each in get_close_matches(source.lower(), lowered, n=3, cutoff=0.6)]
    return f"did you mean {' or '.join(map(repr, near))}? " if near else ""


def _mapping(where: str, given: Mapping[str, Any] | None) -> Mapping[str, Any]:
    if isinstance(given, Mapping | None):
        return given or {}
    raise errors.WrongType(where, f"{given!r} is no mapping", 'give such as {"wage": …}')
