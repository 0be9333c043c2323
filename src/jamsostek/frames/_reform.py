"""What a reform costs: a frame under two laws, added up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .._compare import Comparison, Difference
from .._kinds import Lang, Payer, Programme
from .._law import LAW, Law
from .._money import number
from .._months import Month
from ._amounts import PARTICIPANT
from ._contributions import ERROR, ORDER, POSSIBLE
from ._doors import columns_of
from ._payroll import contributions
from ._results import Sums, sums

_PREFIX = "__jamsostek_result_"
_PAYERS = {"employer": Payer.EMPLOYER, "worker": Payer.WORKER, PARTICIPANT: Payer.SELF}


class Reform(NamedTuple):
    """A payroll under two laws: the sums side by side, rupiah, and the rows they leave out.

    ``comparison`` has a line for each programme and payer (payer "self": the participant, or whoever pays for him);
    ``rows`` is how many rows there are, ``wrong`` how many could not be worked out before and after, ``possible``
    how many a relief might still reach, and are counted in full.
    """

    comparison: Comparison
    rows: int
    wrong: tuple[int, int]
    possible: tuple[int, int]

    @property
    def change(self) -> int:
        """After less before, rupiah."""
        return self.comparison.change

    def explain(self, lang: Lang = "en") -> str:
        """The sums as a table of text, and what they leave out."""
        words = _WORDS[lang]
        counts = [(words[1], self.wrong), (words[2], self.possible)]
        notes = [f"{number(self.rows, lang)} {words[0]}"]
        notes += [f"{number(before, lang)} → {number(after, lang)} {word}" for word, (before, after) in counts]
        return "\n".join([self.comparison.explain(lang), "", *notes])


_WORDS: dict[Lang, tuple[str, str, str]] = {
    "en": ("rows", "wrong and left out", "counted in full, though a relief may apply"),
    "id": ("baris", "salah dan tidak dihitung", "dihitung penuh, meski keringanan mungkin berlaku"),
}


def compare(
    frame: object,
    *,
    month: Month | str,
    other: Law,
    other_month: Month | str | None = None,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    law: Law = LAW,
) -> Reform:
    """What a payroll comes to under a law and under another, added up; ``change`` is the cost of the reform, rupiah.

    The other arguments are those of ``contributions``; ``other_month`` compares with another month too. Lazy frames are
    read once for each side. Raises what ``contributions`` raises.

    >>> import polars as pl
    >>> import jamsostek as js
    >>> payroll = pl.DataFrame({"wage": [12_000_000, 20_000_000], "risk_group": [2, 1]})
    >>> raised = js.LAW.override(js.jp.WAGE_CEILING, since="2026-03", value=15_000_000)
    >>> js.frames.compare(payroll, month="2026-03", other=raised).change
    144822
    """

    def side(law: Law, month: Month | str) -> tuple[list[str], Sums]:
        done = contributions(frame, month=month, columns=columns, facts=facts, prefix=_PREFIX, law=law)
        names = [name for name in columns_of(done) if name.startswith(_PREFIX)]
        amounts = [name for name in names if _line(name) is not None]
        return amounts, sums(done, amounts, f"{_PREFIX}status", ERROR, POSSIBLE)

    first, before = side(law, month)
    second, after = side(other, month if other_month is None else other_month)
    lines = tuple(
        Difference(programme, payer, before.amounts.get(name), after.amounts.get(name))
        for name in dict.fromkeys((*first, *second))
        for line in [_line(name)]
        if line is not None
        for programme, payer in [line]
    )
    totals = sum(before.amounts.values()), sum(after.amounts.values())
    return Reform(
        Comparison(lines, *totals), before.rows, (before.wrong, after.wrong), (before.possible, after.possible)
    )


def _line(name: str) -> tuple[Programme, Payer] | None:
    """The programme and payer of a column of amounts, None for any other."""
    programme, _, borne = name.removeprefix(_PREFIX).partition("_")
    if borne not in ORDER:
        return None
    return Programme(programme.upper()), _PAYERS[borne]
