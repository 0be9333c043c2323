"""Whom a reform reaches over a working life: a long frame under two laws, person by person, by groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import narwhals.stable.v2 as nw

from .. import errors
from .._history import MonthState, StateWord
from .._law import LAW, Law
from .._months import Month
from ._careers import careers
from ._compounding import RESULTS
from ._doors import columns_of, implementation_of
from ._impact import _AFTER, _BEFORE, Impact, _grouping, _groups
from ._sheet import TEMPORARY

Amount = Literal["jht_balance", "jht_credited", "jp_pension", "jht_employer", "jht_worker", "jp_employer", "jp_worker"]


def compare_careers(
    frame: object,
    *,
    until: Month | str,
    other: Law,
    amount: Amount = "jht_balance",
    by: str | Sequence[str] = (),
    person: str = "person",
    month: str = "month",
    fill: MonthState | StateWord | None = None,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    law: Law = LAW,
) -> Impact:
    """What a reform does to working lives: for how many people an ``amount`` of ``careers`` rises or falls, how much.

    ``other`` is the other law, ``by`` one or more columns of the long frame to group by; who has several values in one
    stands under None. The other arguments are those of ``careers``. The frame is worked out once for each law. Raises
    what ``careers`` raises, ``UnknownChoice`` for an amount, ``UnsupportedFrame`` for Dask.

    >>> import polars as pl
    >>> import jamsostek as js
    >>> law = js.LAW.scenario(js.jht.CREDITED_RATE, {2025: "5 %"})
    >>> more = js.LAW.scenario(js.jht.CREDITED_RATE, {2025: "6 %"})
    >>> rows = {"person": [1] * 12, "month": [str(month) for month in js.months("2025-01", "2025-12")]}
    >>> long = pl.DataFrame(rows).with_columns(wage=5_000_000, paid=True)
    >>> js.frames.compare_careers(long, until="2025-12", law=law, other=more).change
    18525
    """
    if not isinstance(other, Law):
        raise errors.WrongType("other", f"{other!r} is no law", "give a Law, such as js.LAW.override(…)")
    if amount not in RESULTS:
        raise errors.not_in(errors.UnknownChoice, "amount", amount, RESULTS)
    if implementation_of(frame) is nw.Implementation.DASK:
        raise errors.UnsupportedFrame(
            "frame", "careers on Dask are not compared", "join what careers gives for each law"
        )
    names = _grouping(by, columns_of(frame))
    if person in names:
        raise errors.Contradiction("by", f"{person!r} is the person", "group by another column, or join two careers")
    given: dict[str, Any] = {"until": until, "person": person, "month": month, "fill": fill}
    given |= {"columns": columns, "facts": facts}
    before: Any = nw.from_native(careers(frame, prefix=_BEFORE, law=law, **given))
    after: Any = nw.from_native(careers(frame, prefix=_AFTER, law=other, **given))
    done = before.join(after.select(person, _AFTER + amount), on=person, how="left")
    if names:
        done = done.join(_groups_of(frame, person, names), on=person, how="left")
    return Impact(amount, names, _groups(done.to_native(), names, amount))


def _groups_of(frame: Any, person: str, names: tuple[str, ...]) -> Any:
    """The group of each person, a gap where his rows tell several."""
    first, last = f"{TEMPORARY}first_", f"{TEMPORARY}last_"
    ends = [nw.col(name).min().alias(first + name) for name in names]
    ends += [nw.col(name).max().alias(last + name) for name in names]
    grouped = nw.from_native(frame).group_by(person).agg(*ends)
    same = {name: nw.col(first + name) == nw.col(last + name) for name in names}
    return grouped.select(person, *(nw.when(same[name]).then(nw.col(first + name)).alias(name) for name in names))
