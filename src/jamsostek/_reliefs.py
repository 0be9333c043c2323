"""Reliefs: overlays on the lines of a bill, with a condition and, in a window of months, a factor."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from ._dated import Dated
from ._kinds import Lang, Programme
from ._verdict import Verdict

if TYPE_CHECKING:
    from ._conditions import Condition


@frozen
class Relief:
    """A relief (keringanan iuran): what share of a line remains due in which months, for whom, on which condition.

    ``factors`` holds for each programme the table of the share that remains due; outside its rows, and outside the
    ``windows`` where there are any, nothing is relieved.
    ``last_day`` is, by day of payment, the last day to pay at the relieved amount; None where there is none.
    ``conditions`` holds the condition for each kind of participant (``type_name``) that the relief reaches; a caveat
    says what the relief hangs on that a bill cannot know, such as when it is paid.
    """

    name: str
    label_en: str
    label_id: str
    factors: tuple[tuple[Programme, Dated[Fraction]], ...] = field(eq=False, repr=False)
    conditions: tuple[tuple[str, Condition], ...] = field(eq=False, repr=False)
    windows: tuple[Dated[bool], ...] = field(default=(), eq=False, repr=False)
    last_day: Dated[date] | None = field(default=None, eq=False, repr=False)
    caveat_en: str = field(default="", eq=False, repr=False)
    caveat_id: str = field(default="", eq=False, repr=False)

    def label(self, lang: Lang = "en") -> str:
        """The label in the language asked for."""
        return self.label_id if lang == "id" else self.label_en

    def caveat(self, lang: Lang = "en") -> str:
        """What the relief further hangs on, empty where it is nothing."""
        return self.caveat_id if lang == "id" else self.caveat_en

    def condition_for(self, type_name: str) -> Condition | None:
        """The condition for a kind of participant, None where the relief does not reach it."""
        for kind, condition in self.conditions:
            if kind == type_name:
                return condition
        return None


class Examined(NamedTuple):
    """A relief whose months include the bill's, and the verdict on it for the participant."""

    relief: Relief
    verdict: Verdict

    def text(self, lang: Lang = "en") -> str:
        """The relief and its verdict in one line."""
        return f"{self.relief.label(lang)}: {self.verdict.text(lang)}"
