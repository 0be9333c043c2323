"""Comparisons: two bills or totals, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from . import errors
from ._kinds import Lang, Payer, Programme, check_lang
from ._money import number, number_or_none, signed
from ._results import Bill
from ._totals import Total, as_total

if TYPE_CHECKING:
    from .construction.results import ProjectBill

COMPARISON_SCHEMA = "jamsostek.comparison/1"
_HEADS: dict[Lang, tuple[str, ...]] = {
    "en": ("programme", "payer", "before", "after", "change"),
    "id": ("program", "pembayar", "sebelum", "sesudah", "perubahan"),
}


@frozen
class Difference:
    """One line of a comparison, rupiah; None where a side has no such line."""

    programme: Programme
    payer: Payer
    before: int | None
    after: int | None

    @property
    def change(self) -> int:
        """After less before, an absent line counting as nothing due."""
        return (self.after or 0) - (self.before or 0)


@frozen(repr=False)
class Comparison:
    """Two bills or totals side by side, rupiah: ``lines`` by programme and payer, ``before``, ``after``, ``change``."""

    lines: tuple[Difference, ...]
    before: int
    after: int

    @property
    def change(self) -> int:
        """After less before, rupiah."""
        return self.after - self.before

    def explain(self, lang: Lang = "en") -> str:
        """The comparison as a table of text."""
        rows = [_HEADS[check_lang(lang)], *self._rows(lang)]
        widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
        return "\n".join(
            "  ".join(text.ljust(width) if at < 2 else text.rjust(width) for at, (text, width) in cells).rstrip()
            for row in rows
            for cells in [list(enumerate(zip(row, widths, strict=True)))]
        )

    def _rows(self, lang: Lang) -> list[tuple[str, ...]]:
        rows: list[tuple[str, ...]] = [
            (
                str(each.programme),
                each.payer.label(lang),
                number_or_none(each.before, lang),
                number_or_none(each.after, lang),
                signed(each.change, lang),
            )
            for each in self.lines
        ]
        ends = (number(self.before, lang), number(self.after, lang), signed(self.change, lang))
        return [*rows, ("", "total" if lang == "en" else "jumlah", *ends)]

    def to_dict(self) -> dict[str, Any]:
        """The comparison as JSON-safe values, with the schema's name and version under ``schema``."""
        return {
            "schema": COMPARISON_SCHEMA,
            "lines": [
                {
                    "programme": str(each.programme),
                    "payer": str(each.payer),
                    "before": each.before,
                    "after": each.after,
                    "change": each.change,
                }
                for each in self.lines
            ],
            "before": self.before,
            "after": self.after,
            "change": self.change,
        }

    def __repr__(self) -> str:
        before, after = number(self.before), number(self.after)
        return f"<Comparison: before {before}, after {after}, change {signed(self.change, 'en')}>"

    def _repr_html_(self) -> str:
        from ._html import rows_html

        return rows_html(_HEADS["en"], self._rows("en"), [])


def compare(before: Bill | ProjectBill | Total, after: Bill | ProjectBill | Total) -> Comparison:
    """Two bills, also of projects, or totals, line by line: before and after a change, ours and another's.

    >>> import jamsostek as js
    >>> rider = js.SelfEmployed(income=1_000_000, sector="transport")
    >>> compare(js.contributions(rider, month="2025-12"), js.contributions(rider, month="2026-01")).change
    -8400
    """
    sides: list[dict[tuple[Programme, Payer], int]] = []
    for side in (before, after):
        added = as_total(side)
        if added is None:
            raise errors.WrongType("compare", f"{side!r} is no bill and no total", "give two bills or two totals")
        sides.append({(programme, payer): amount for programme, payer, amount in added.amounts})
    keys = dict.fromkeys((*sides[0], *sides[1]))
    lines = tuple(Difference(*key, sides[0].get(key), sides[1].get(key)) for key in keys)
    return Comparison(lines, sum(sides[0].values()), sum(sides[1].values()))
