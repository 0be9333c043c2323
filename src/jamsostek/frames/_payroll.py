"""The face of the columns: contributions of a frame, one row explained, what is wrong, what a reform costs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, NamedTuple, TypeVar

from .. import errors
from .._law import LAW, Law
from .._months import Month, month_error
from .._people import SelfEmployed, WageEarner
from .._results import Bill
from ._columns import COLUMNS, KINDS, Holds
from ._contributions import ERROR, OK, Asked, worked_out
from ._doors import columns_of, is_empty, through
from ._results import bad_rows, counts, the_row
from ._rows import bill_of, check_facts, plain
from ._texts import Frame

F = TypeVar("F")


class Read(NamedTuple):
    """What is read of a frame: the column of each fact, facts that hold for all rows, the month or its column."""

    sources: dict[str, str]
    facts: dict[str, Any]
    month: Month | str


def contributions(
    frame: F,
    *,
    month: Month | str,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    prefix: str = "",
    jkp: bool = False,
    strict: bool = False,
    law: Law = LAW,
) -> F:
    """The frame (pandas, Polars, PyArrow, DuckDB, Dask, PySpark) with the contributions of every row, rupiah.

    ``month`` is "YYYY-MM" for all rows or the name of a column of such texts or of dates, of which the month counts.
    ``columns`` maps facts to the frame's column names where these are not the usual ones (``frames.FACTS``), or to None
    where a column of that name means something else; ``facts`` gives those that are the same for all rows. ``prefix``
    goes before the names of all results. ``jkp`` adds how JKP is funded. Without a ``type``, a row with a wage is a
    wage earner and one with an income is self-employed.

    A row that is wrong has ``status`` "error", a ``reason`` and no amounts; "possible" are rows that a relief could
    reach if a fact were known, and ``reason`` names it. An amount is 0 where the bill has no such line. Lazy frames
    stay lazy, unless ``strict``, which raises ``BadRows`` with the first wrong rows.
    Raises ``UnsupportedFrame``, ``EmptyFrame``, ``MissingColumn``, ``ColumnClash``, ``WrongType`` (a column that cannot
    be read), ``BeforeLaw``, ``Contradiction``.
    """
    asked = _asked(frame, month, columns, facts, law)
    if is_empty(frame):
        raise errors.EmptyFrame("frame", "it has no rows", "give at least one, or do not call")

    def work(inner: Frame, sources: dict[str, str]) -> Frame:
        own_month = asked.month if isinstance(asked.month, Month) else sources.get("month", asked.month)
        own = {name: source for name, source in sources.items() if name != "month"}
        return worked_out(inner, Asked(own, constants, own_month, law, prefix, jkp))

    constants = {name: _ordinal(value) for name, value in asked.facts.items()}
    by_month = {} if isinstance(asked.month, Month) else {"month": asked.month}
    done: F = through(frame, asked.sources | by_month, work)
    if strict:
        _refuse_bad_rows(done, columns_of(frame), prefix)
    return done


def explain(
    frame: object,
    row: int | Mapping[str, Any] | None = None,
    *,
    month: Month | str,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    law: Law = LAW,
) -> Bill:
    """The cited bill of one row, worked out by the exact rules; the arguments are those of ``contributions``.

    ``row`` is the row's position in a frame held in memory, or the values of columns that single it out, such as
    ``{"id": 17}``, which works on every frame; ``frame`` may also be a mapping, the row itself.
    Raises what the bill raises, ``NoSuchRow`` where no row or more than one is meant.
    """
    if isinstance(frame, Mapping):
        values, names = dict(frame), [str(name) for name in frame]
    else:
        names = columns_of(frame)
        values = the_row(frame, row)
    asked = _asked_of(names, month, columns, facts, law)
    own = {name: values[source] for name, source in asked.sources.items()}
    when = asked.month if isinstance(asked.month, Month) else values[asked.month]
    return bill_of(own | asked.facts, when, law)


def problems(result: F, *, prefix: str = "") -> F:
    """Of a frame that ``contributions`` gave, how many rows have which problem: ``status``, ``reason``, ``rows``.

    The result is a frame of the same library, the most frequent first; empty where every row is right.
    Raises ``MissingColumn`` for a frame without the results.
    """
    status, reason = f"{prefix}status", f"{prefix}reason"
    names = columns_of(result)
    if status not in names or reason not in names:
        raise errors.MissingColumn(
            "problems", f"the frame has no {status!r} and {reason!r}", "give what contributions gave, and its prefix"
        )
    found: F = counts(result, status, reason, OK)
    return found


def _refuse_bad_rows(done: object, names: list[str], prefix: str) -> None:
    rows, count = bad_rows(done, f"{prefix}status", ERROR)
    if count:
        shown = "\n".join(
            f"- {row[f'{prefix}reason']} in {', '.join(f'{name} {plain(row[name], Holds.MONEY)}' for name in names)}"
            for row in rows
        )
        more = f"; the first {len(rows)} of them" if count > len(rows) else ""
        raise errors.BadRows("frame", f"{count} rows are wrong{more}:\n{shown}", "mend them, or call without strict")


def _asked(
    frame: object,
    month: Month | str,
    columns: Mapping[str, str | None] | None,
    facts: Mapping[str, Any] | None,
    law: Law,
) -> Read:
    return _asked_of(columns_of(frame), month, columns, facts, law)


def _asked_of(
    names: list[str],
    month: Month | str,
    columns: Mapping[str, str | None] | None,
    facts: Mapping[str, Any] | None,
    law: Law,
) -> Read:
    """What the call reads, after every fault of the call was told."""
    if not isinstance(law, Law):
        raise errors.WrongType("law", f"{law!r} is no law", "give a Law, such as js.LAW.override(…)")
    if law.required is not None:
        raise errors.Contradiction(
            "law", "it requires a grade of evidence, which bills can tell and columns cannot", "explain rows with it"
        )
    mapped, same = dict(columns or {}), dict(facts or {})
    faults: list[errors.JamsostekError] = [
        errors.not_in(errors.UnknownFact, where, name, COLUMNS)
        for where, given in (("columns", mapped), ("facts", same))
        for name in given
        if name not in COLUMNS
    ]
    faults += [
        errors.Contradiction(name, "given as a column and for all rows", "give it once")
        for name in same
        if mapped.get(name) is not None
    ]
    sources: dict[str, str] = {}
    for name in COLUMNS:
        source = mapped.get(name, name)
        if source is None or name in same:
            continue
        if source in names:
            sources[name] = source
        elif name in mapped:
            faults.append(_missing(name, source, names))
    when = _when(month, names, faults)
    errors.raise_together("contributions", faults)
    values = check_facts(same)
    _need(sources, values, names)
    known = {*sources, *values}
    if "type" not in known and not {"wage", "income"} <= known:
        values["type"] = WageEarner.type_name if "wage" in known else SelfEmployed.type_name
    return Read(sources, values, when)


def _when(month: Month | str, names: list[str], faults: list[errors.JamsostekError]) -> Month | str:
    """A month, or the name of the column that holds it."""
    if isinstance(month, Month) or month in names:
        return month
    wrong = month_error("month", month)
    if wrong is None:
        return Month(month)
    faults.append(
        errors.MissingColumn(
            "month", f"{month!r} is neither a month nor a column", f'give "2026-03" or one of {", ".join(names)}'
        )
    )
    return month


def _need(sources: dict[str, str], facts: dict[str, Any], names: list[str]) -> None:
    """Refuse a frame that lacks what no row can do without."""
    known = {*sources, *facts}
    own = facts.get("type") == SelfEmployed.type_name
    faults: list[errors.JamsostekError] = []
    if own or not known & {"wage", "income"}:
        needed = "income" if own else "wage"
        if needed not in known:
            faults.append(_missing(needed, needed, names))
    elif facts.get("type") in KINDS and "wage" not in known:
        faults.append(_missing("wage", "wage", names))
    if "wage" in known and not own and "risk_group" not in known:
        faults.append(_missing("risk_group", "risk_group", names))
    errors.raise_together("frame", faults)


def _missing(name: str, source: str, names: list[str]) -> errors.MissingColumn:
    lowered = {each.lower(): each for each in names}
    near = [lowered[each] for each in get_close_matches(source.lower(), lowered, n=3, cutoff=0.6)]
    mean = f"did you mean {' or '.join(map(repr, near))}? " if near else ""
    have = ", ".join(names)
    return errors.MissingColumn(
        "frame", f"it has no column {source!r}", f'{mean}name it with columns={{"{name}": …}}; it has {have}'
    )


def _ordinal(value: Any) -> Any:
    """A fact as columns hold it: a month's index, a day as yyyymmdd."""
    if isinstance(value, Month):
        return value.index
    if isinstance(value, date):
        return value.year * 10_000 + value.month * 100 + value.day
    return value
