"""Whom a reform reaches: a frame under two laws, row by row, by groups: who gets more, who less, what it costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, overload

import narwhals.stable.v2 as nw

from .. import errors
from .._kinds import Lang, check_lang
from .._law import LAW, Law
from .._money import number, signed
from .._months import Month
from ._columns import Holds
from ._doors import columns_of, implementation_of
from ._explain import rule_of
from ._payroll import contributions
from ._reform import Reform, reform
from ._results import _held
from ._rows import plain
from ._rule import Rule, work_out
from ._sheet import TEMPORARY

_BEFORE, _AFTER = "jamsostek_before_", "jamsostek_after_"
IMPACT_SCHEMA = "jamsostek.impact/1"


class ImpactGroup(NamedTuple):
    """Rows that share their group: how many there are, for how many the amount rises, falls, or is not known.

    ``key`` holds the values of the grouping columns. ``before`` and ``after`` are rupiah over the rows of which both
    are known, ``more`` what the rows that rise get more, ``less`` what those that fall get less. ``left_out`` counts
    the rows that are wrong, or hang on a missing fact, under either law.
    """

    key: tuple[Any, ...]
    rows: int
    rise: int
    fall: int
    left_out: int
    before: int
    after: int
    more: int
    less: int

    @property
    def same(self) -> int:
        """How many rows keep their amount."""
        return self.rows - self.rise - self.fall - self.left_out

    @property
    def change(self) -> int:
        """After less before, rupiah."""
        return self.after - self.before


class Impact(NamedTuple):
    """What a reform does to the rows of a frame, by groups in the order of their keys.

    ``what`` is ``"contributions"`` or the rule that was worked out, ``by`` the grouping columns, none for all rows.
    """

    what: str
    by: tuple[str, ...]
    groups: tuple[ImpactGroup, ...]

    @property
    def total(self) -> ImpactGroup:
        """All groups as one."""
        return ImpactGroup((), *(sum(numbers) for numbers in zip(*(each[1:] for each in self.groups), strict=True)))

    @property
    def change(self) -> int:
        """After less before over all rows, rupiah."""
        return self.total.change

    def explain(self, lang: Lang = "en") -> str:
        """The groups as a table of text."""
        rows = [self._heads(lang), *self._rows(lang)]
        widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
        words = max(len(self.by), 1)
        return "\n".join(
            "  ".join(
                text.ljust(width) if at < words else text.rjust(width)
                for at, (text, width) in enumerate(zip(row, widths, strict=True))
            ).rstrip()
            for row in rows
        )

    def _heads(self, lang: Lang) -> tuple[str, ...]:
        return (*(self.by or ("",)), *_HEADS[check_lang(lang)])

    def _rows(self, lang: Lang) -> list[tuple[str, ...]]:
        named = [(tuple("–" if each is None else str(each) for each in group.key), group) for group in self.groups]
        word = _TOTAL[lang]
        width = max(len(self.by), 1)
        named = [*(named if self.by else []), ((word, *[""] * (width - 1)), self.total)]
        return [
            (
                *names,
                *(number(each, lang) for each in (group.rows, group.rise, group.fall, group.same, group.left_out)),
                *(number(each, lang) for each in (group.before, group.after)),
                signed(group.change, lang),
            )
            for names, group in named
        ]

    def to_dict(self) -> dict[str, Any]:
        """The impact as JSON-safe values, with the schema's name and version under ``schema``."""
        return {
            "schema": IMPACT_SCHEMA,
            "what": self.what,
            "by": list(self.by),
            "groups": [
                {**each._asdict(), "key": [_plain(value) for value in each.key], "change": each.change}
                for each in self.groups
            ],
            "change": self.change,
        }

    def _repr_html_(self) -> str:
        from .._html import rows_html

        return rows_html(self._heads("en"), self._rows("en"), [])


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, bool | int | str) else str(value)


_HEADS: dict[Lang, tuple[str, ...]] = {
    "en": ("rows", "rise", "fall", "same", "left out", "before", "after", "change"),
    "id": ("baris", "naik", "turun", "tetap", "tidak dihitung", "sebelum", "sesudah", "perubahan"),
}
_TOTAL: dict[Lang, str] = {"en": "total", "id": "jumlah"}


@overload
def compare(
    frame: object,
    *,
    month: Month | str,
    other: Law | None = None,
    other_month: Month | str | None = None,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    law: Law = LAW,
) -> Reform: ...
@overload
def compare(
    frame: object,
    *,
    month: Month | str,
    other: Law | None = None,
    other_month: Month | str | None = None,
    by: str | Sequence[str],
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    law: Law = LAW,
) -> Impact: ...
@overload
def compare(
    frame: object,
    *,
    rule: str,
    other: Law,
    by: str | Sequence[str] = (),
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    law: Law = LAW,
) -> Impact: ...


def compare(
    frame: object,
    *,
    month: Month | str | None = None,
    rule: str | None = None,
    other: Law | None = None,
    other_month: Month | str | None = None,
    by: str | Sequence[str] | None = None,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    law: Law = LAW,
) -> Reform | Impact:
    """What a frame comes to under a law and under another; ``change`` is the cost of the reform, rupiah.

    With a ``month`` it compares contributions: added up by programme and payer, a ``Reform``, in which rows that are
    wrong on either side are in neither sum; ``by`` columns, row by row, an ``Impact``. With a ``rule``, a name in
    ``RULES``, it compares what that gives, always as an ``Impact``: how many rows get more or less, and how much.

    ``other`` is the other law (None: the same), ``other_month`` the month or column of months on that side (None: the
    same), ``by`` one or more columns to group by; the other arguments are those of ``contributions`` or of the rule.
    Raises what these raise, ``MissingFact`` where both sides are the same, ``UnknownChoice`` for a rule.

    >>> import polars as pl
    >>> import jamsostek as js
    >>> payroll = pl.DataFrame({"wage": [12_000_000, 20_000_000], "risk_group": [2, 1]})
    >>> raised = js.LAW.override(js.jp.WAGE_CEILING, since="2026-03", value=15_000_000)
    >>> js.frames.compare(payroll, month="2026-03", other=raised).change
    144822
    """
    if (month is None) is (rule is None):
        raise errors.MissingFact("compare", "neither a month nor a rule, or both", "give one of the two")
    if other is None and other_month is None:
        raise errors.MissingFact("compare", "both sides are the same", "give another law as other, or an other_month")
    if not isinstance(other, Law | None):
        raise errors.WrongType("other", f"{other!r} is no law", "give a Law; a month is other_month")
    if month is not None and by is None:
        return reform(frame, month=month, other=other, other_month=other_month, columns=columns, facts=facts, law=law)
    names = _grouping(by, columns_of(frame))
    then = law if other is None else other
    if month is not None:
        later = month if other_month is None else other_month
        first = contributions(frame, month=month, columns=columns, facts=facts, prefix=_BEFORE, law=law)
        done = contributions(first, month=later, columns=columns, facts=facts, prefix=_AFTER, law=then)
        return Impact("contributions", names, _groups(done, names, "total"))
    if other is None:
        raise errors.MissingFact("other", "a rule has no month to compare", "give another law")
    found: Rule = rule_of(rule)
    first = work_out(found, frame, columns, facts, _BEFORE, False, law)
    done = work_out(found, first, columns, facts, _AFTER, False, then)
    return Impact(found.name, names, _groups(done, names, found.sum_of))


def _grouping(by: str | Sequence[str] | None, names: list[str]) -> tuple[str, ...]:
    """The columns to group by. Raises ``MissingColumn``, ``WrongType``."""
    wanted = (by,) if isinstance(by, str) else tuple(by or ())
    for each in wanted:
        if not isinstance(each, str):
            raise errors.WrongType("by", f"{each!r} is no column's name", 'give such as "province"')
        if each not in names:
            raise errors.MissingColumn("by", f"the frame has no column {each!r}", f"it has {', '.join(names)}")
    return wanted


_SUMS = ("rows", "rise", "fall", "left_out", "before", "after", "more", "less")


def _groups(done: Any, by: tuple[str, ...], name: str) -> tuple[ImpactGroup, ...]:
    """The rows added up by group; only the groups are brought in, never the rows."""
    if implementation_of(done) is nw.Implementation.DASK:
        counted = done.map_partitions(_counted_natively, by, name, meta=_counted_natively(done._meta, by, name))
        if not by:
            added = counted.sum().compute()
            return (ImpactGroup((), *(int(added[_temporary(each)]) for each in _SUMS)),)
        sums = counted.groupby(list(by), dropna=False).sum()
        table = nw.from_native(sums.compute().reset_index())
    else:
        frame = _counted(nw.from_native(done), by, name)
        totals = [nw.col(_temporary(each)).sum() for each in _SUMS]
        table = _held(frame.group_by(*by).agg(*totals) if by else frame.select(*totals))
    groups = [
        ImpactGroup(
            tuple(plain(row[each], Holds.WORD) for each in by), *(int(row[_temporary(each)] or 0) for each in _SUMS)
        )
        for row in table.iter_rows(named=True)
    ]
    return tuple(sorted(groups, key=lambda group: [(value is None, value) for value in group.key]))


def _temporary(name: str) -> str:
    return f"{TEMPORARY}{name}"


def _counted(frame: Any, by: tuple[str, ...], name: str) -> Any:
    """What each row adds to its group, beside the group itself."""
    before, after = nw.col(_BEFORE + name), nw.col(_AFTER + name)
    known = ~before.is_null() & ~after.is_null()
    change = nw.when(known).then(after - before).otherwise(0)
    numbers = {
        "rows": nw.when(known).then(1).otherwise(1),
        "rise": nw.when(change > 0).then(1).otherwise(0),
        "fall": nw.when(change < 0).then(1).otherwise(0),
        "left_out": nw.when(known).then(0).otherwise(1),
        "before": nw.when(known).then(before).otherwise(0),
        "after": nw.when(known).then(after).otherwise(0),
        "more": nw.when(change > 0).then(change).otherwise(0),
        "less": nw.when(change < 0).then(-change).otherwise(0),
    }
    return frame.select(*by, **{_temporary(each): number.cast(nw.Int64) for each, number in numbers.items()})


def _counted_natively(native: Any, by: tuple[str, ...], name: str) -> Any:
    return _counted(nw.from_native(native), by, name).to_native()
