"""Contributions of a frame, the bill of one row, what is wrong with the others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from .. import errors
from .._law import LAW, Law
from .._months import Month
from .._results import Bill
from ._asked import asked_of
from ._contributions import OK, Asked, TheLaw, worked_out
from ._doors import columns_of, is_empty, through
from ._results import bad_rows, counts, the_row
from ._rows import bill_of
from ._texts import Frame

F = TypeVar("F")


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
    asked = asked_of(columns_of(frame), month, columns, facts, law)
    if not isinstance(prefix, str):
        raise errors.WrongType("prefix", f"{prefix!r} is no text", 'give such as "bpjs_"')
    if is_empty(frame):
        raise errors.EmptyFrame("frame", "it has no rows", "give at least one, or do not call")

    def work(inner: Frame, sources: dict[str, str]) -> Frame:
        own_month = asked.month if isinstance(asked.month, Month) else sources.get("month", asked.month)
        own = tuple((name, source) for name, source in sources.items() if name != "month")
        return worked_out(inner, Asked(own, constants, own_month, TheLaw(law), prefix, jkp))

    constants = tuple((name, _ordinal(value)) for name, value in asked.facts.items())
    by_month = {} if isinstance(asked.month, Month) else {"month": asked.month}
    done: F = through(frame, asked.sources | by_month, work)
    if strict:
        _refuse_bad_rows(done, [*asked.sources.values(), *by_month.values()], prefix)
    return done


def explain_bill(
    frame: object,
    row: int | Mapping[str, Any] | None,
    *,
    month: Month | str,
    columns: Mapping[str, str | None] | None,
    facts: Mapping[str, Any] | None,
    law: Law,
) -> Bill:
    """The cited bill of one row."""
    if isinstance(frame, Mapping):
        if row is not None:
            raise errors.WrongType("row", "a mapping is one row already", "leave row out")
        values, names = dict(frame), [str(name) for name in frame]
    else:
        names = columns_of(frame)
        values = the_row(frame, row)
    asked = asked_of(names, month, columns, facts, law)
    own = {name: values[source] for name, source in asked.sources.items()}
    when = asked.month if isinstance(asked.month, Month) else values[asked.month]
    return bill_of(own | asked.facts, when, law)


def problems(result: F, *, prefix: str = "") -> F:
    """How many rows of a result of ``contributions`` or a rule have which problem: ``status``, ``reason``, ``rows``.

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


def _refuse_bad_rows(done: object, read: list[str], prefix: str) -> None:
    rows, count = bad_rows(done, f"{prefix}status", f"{prefix}reason", read)
    if not count:
        return
    shown = "\n".join(f"- {', '.join(f'{name} {value}' for name, value in row.items())}" for row in rows)
    more = f"; the first {len(rows)} of them" if count > len(rows) else ""
    raise errors.BadRows(
        "frame", f"{count} rows are wrong{more}:\n{shown}", "mend them, or call without strict", rows=rows
    )


def _ordinal(value: Any) -> Any:
    """A fact as columns hold it: a month's index, a day as yyyymmdd."""
    if isinstance(value, Month):
        return value.index
    if isinstance(value, date):
        return value.year * 10_000 + value.month * 100 + value.day
    return value
