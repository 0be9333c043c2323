"""Every parameter table of the library, by name; what ``python -m jamsostek rates`` and the docs show.

>>> from jamsostek import tables
>>> tables.named("jp.WAGE_CEILING").label_id
'batas paling tinggi upah untuk iuran JP'
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from attrs import frozen

from . import (
    construction,
    errors,
    heirs,
    jht,
    jkk,
    jkm,
    jkp,
    jp,
    migrants,
    participation,
    payment,
    planning,
    reliefs,
    scales,
    scholarship,
    tax,
    ucj,
    wages,
)
from ._dated import Dated, Row
from ._kinds import Lang
from ._money import number, percent
from ._tiers import SLICES, Slice
from .jkk.annex import TYPES
from .scholarship.law import SCALE, level_text, stages_text
from .units import BRACKETS, SHARES

ALL: tuple[Dated[Any], ...] = (
    *jkk.TABLES,
    jkk.BUSINESSES,
    *jkm.TABLES,
    *jht.TABLES,
    *jp.TABLES,
    *jkp.TABLES,
    *participation.TABLES,
    *scales.TABLES,
    *wages.TABLES,
    *payment.TABLES,
    *reliefs.TABLES,
    *heirs.TABLES,
    *scholarship.TABLES,
    *tax.TABLES,
    *construction.TABLES,
    *planning.TABLES,
    *ucj.TABLES,
    *migrants.TABLES,
)


@frozen
class Entry:
    """One printed line of a table: the version's days, which part of the value, the value and where it stands.

    ``raw`` is the value for machines: a whole number, or a share as a decimal; empty where it is neither.
    """

    since: date
    until: date | None
    item: str
    value: str
    raw: str
    cites: str
    grade: str
    source: str


def named(name: str) -> Dated[Any]:
    """The table of this name, such as ``jp.WAGE_CEILING``. Raises ``UnknownTable`` with near names."""
    for table in ALL:
        if table.name == name:
            return table
    raise errors.not_in(errors.UnknownTable, "table", name, [table.name for table in ALL])


def entries(table: Dated[Any], *, on: date | None = None, lang: Lang = "en") -> tuple[Entry, ...]:
    """A table's whole history as printed lines, or what is in force ``on`` a day."""
    return tuple(
        _entry(row, since, until, (item, value, raw), lang)
        for since, until, row in table.spans()
        if on is None or (since <= on and (until is None or on <= until))
        for item, value, raw in _items(table, row, lang)
    )


def _items(table: Dated[Any], row: Row[Any], lang: Lang) -> list[tuple[str, str, str]]:
    if table.unit in (SHARES, SLICES):
        named = _risk_groups(row.value, lang) if table.unit is SHARES else _slices(row.value, lang)
        return [(name, percent(share, lang), _raw(share)) for name, share in named]
    if table.unit is BRACKETS:
        return [
            (
                f"{number(bracket.least, lang)} – {'…' if bracket.most is None else number(bracket.most, lang)}",
                number(bracket.reference, lang),
                _raw(bracket.reference),
            )
            for bracket in row.value
        ]
    if table.unit is TYPES:
        return [(each.key, each.text(lang), _raw(each.risk_group)) for each in row.value]
    if table.unit is jkk.DISABILITY.unit:
        return [(degree.label(lang), degree.value(lang), _raw(degree.share)) for degree in row.value]
    if table.unit is SCALE:
        return [(stages_text(level, lang), level_text(level, lang), _raw(level.yearly)) for level in row.value]
    return [("", table.unit.show(row.value, lang), _raw(row.value))]


def _risk_groups(shares: tuple[Fraction, ...], lang: Lang) -> Iterator[tuple[str, Fraction]]:
    """Shares by risk group."""
    group = "risk group" if lang == "en" else "kelompok risiko"
    yield from ((f"{group} {at}", share) for at, share in enumerate(shares, start=1))


def _slices(slices: tuple[Slice, ...], lang: Lang) -> Iterator[tuple[str, Fraction]]:
    """Shares by slice, each named by its ends."""
    low = "0"
    for upto, share in slices:
        high = "…" if upto is None else number(upto, lang)
        yield f"{low} – {high}", share
        low = f"> {high}"


def _raw(value: object) -> str:
    if isinstance(value, Fraction):
        return number(value)
    return str(value) if type(value) is int else ""


def _entry(row: Row[Any], since: date, until: date | None, shown: tuple[str, str, str], lang: Lang) -> Entry:
    return Entry(
        since,
        until,
        *shown,
        "; ".join(cite.text(lang) for cite in row.cites),
        "; ".join(cite.marked(lang) for cite in row.cites),
        "; ".join(dict.fromkeys(cite.source for cite in row.cites if cite.source)),
    )
