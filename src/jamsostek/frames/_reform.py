"""What a reform of contributions costs: a payroll under two laws, added up by programme and payer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .._compare import Comparison, Difference
from .._kinds import Lang, Payer, Programme, check_lang
from .._law import Law
from .._money import number
from .._months import Month
from ._amounts import PARTICIPANT
from ._contributions import ORDER
from ._doors import columns_of
from ._payroll import contributions
from ._results import sums

_BEFORE, _AFTER = "jamsostek_before_", "jamsostek_after_"
_PAYERS = {"employer": Payer.EMPLOYER, "worker": Payer.WORKER, PARTICIPANT: Payer.SELF}
REFORM_SCHEMA = "jamsostek.reform/1"


class Reform(NamedTuple):
    """A payroll under two laws: the sums side by side, rupiah, over the rows that are right under both.

    ``comparison`` has a line for each programme and payer (payer "self": the participant, or whoever pays for him);
    ``rows`` is how many rows there are, ``wrong`` how many are wrong before and after, ``left_out`` how many are wrong
    on either side and in neither sum, ``possible`` how many a relief might still reach, and are counted in full.
    """

    comparison: Comparison
    rows: int
    wrong: tuple[int, ...]
    left_out: int
    possible: tuple[int, ...]

    @property
    def change(self) -> int:
        """After less before, rupiah."""
        return self.comparison.change

    def explain(self, lang: Lang = "en") -> str:
        """The sums as a table of text, and what they leave out."""
        return "\n".join([self.comparison.explain(lang), "", *self._notes(lang)])

    def _notes(self, lang: Lang) -> list[str]:
        rows, left_out, wrong, possible = _WORDS[check_lang(lang)]
        return [
            f"{number(self.rows, lang)} {rows}, {number(self.left_out, lang)} {left_out}",
            *(
                f"{number(before, lang)} → {number(after, lang)} {word}"
                for word, (before, after) in ((wrong, self.wrong), (possible, self.possible))
            ),
        ]

    def to_dict(self) -> dict[str, Any]:
        """The reform as JSON-safe values, with the schema's name and version under ``schema``."""
        return {
            "schema": REFORM_SCHEMA,
            "comparison": self.comparison.to_dict(),
            "rows": self.rows,
            "wrong": list(self.wrong),
            "left_out": self.left_out,
            "possible": list(self.possible),
        }

    def _repr_html_(self) -> str:
        notes = "".join(f"<li>{note}</li>" for note in self._notes("en"))
        return f"{self.comparison._repr_html_()}<ul>{notes}</ul>"


_WORDS: dict[Lang, tuple[str, str, str, str]] = {
    "en": ("rows", "left out", "wrong", "counted in full, though a relief may apply"),
    "id": ("baris", "tidak dihitung", "salah", "dihitung penuh, meski keringanan mungkin berlaku"),
}


def reform(
    frame: object,
    *,
    month: Month | str,
    other: Law | None,
    other_month: Month | str | None,
    columns: Mapping[str, str | None] | None,
    facts: Mapping[str, Any] | None,
    law: Law,
) -> Reform:
    """What a payroll comes to under a law and under another, added up."""
    first = contributions(frame, month=month, columns=columns, facts=facts, prefix=_BEFORE, law=law)
    done = contributions(
        first,
        month=month if other_month is None else other_month,
        columns=columns,
        facts=facts,
        prefix=_AFTER,
        law=law if other is None else other,
    )
    sides = [[name for name in columns_of(done) if _line(name, prefix)] for prefix in (_BEFORE, _AFTER)]
    found = sums(done, [*sides[0], *sides[1]], [f"{_BEFORE}status", f"{_AFTER}status"])
    before, after = (
        {line: found.amounts[name] for name in names for line in [_line(name, prefix)] if line is not None}
        for names, prefix in zip(sides, (_BEFORE, _AFTER), strict=True)
    )
    lines = tuple(Difference(*line, before.get(line), after.get(line)) for line in dict.fromkeys((*before, *after)))
    comparison = Comparison(lines, sum(before.values()), sum(after.values()))
    return Reform(comparison, found.rows, found.wrong, found.left_out, found.possible)


def _line(name: str, prefix: str) -> tuple[Programme, Payer] | None:
    """The programme and payer of a column of amounts, None for any other."""
    programme, _, borne = name.removeprefix(prefix).partition("_")
    if not name.startswith(prefix) or borne not in ORDER:
        return None
    return Programme(programme.upper()), _PAYERS[borne]
