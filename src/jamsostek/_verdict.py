"""Verdicts: yes, no because, or not determined while a fact is missing."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from . import errors
from ._citations import Citation
from ._kinds import Lang


class State(StrEnum):
    """What a verdict can be."""

    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not eligible"
    UNDETERMINED = "undetermined"


if TYPE_CHECKING:

    class Reason(Protocol):
        """Why a condition failed."""

        @property
        def cite(self) -> Citation:
            """The article the condition stands in."""
            ...

        def text(self, lang: Lang = "en") -> str:
            """The reason for people."""
            ...


class Fact(NamedTuple):
    """A fact the law asks for: its key, as inputs and columns name it, its labels, and the facts it is derived from."""

    key: str
    label_en: str
    label_id: str
    made_of: tuple[Fact, ...] = ()

    def label(self, lang: Lang = "en") -> str:
        """The label in the language asked for."""
        return self.label_id if lang == "id" else self.label_en


class Verdict(NamedTuple):
    """Eligible, not eligible (``because``: each failed condition) or undetermined (``missing``: what could decide).

    ``bool()`` of an undetermined verdict raises ``Undetermined``.
    """

    state: State
    because: tuple[Reason, ...] = ()
    missing: tuple[Fact, ...] = ()

    def __bool__(self) -> bool:
        if self.state is State.UNDETERMINED:
            keys = ", ".join(fact.key for fact in self.missing)
            raise errors.Undetermined("verdict", f"it hangs on {keys}", "give these facts, or look at verdict.state")
        return self.state is State.ELIGIBLE

    def text(self, lang: Lang = "en") -> str:
        """The verdict in one line."""
        words = _WORDS[lang][self.state]
        if self.because:
            words += ": " + "; ".join(f"{reason.text(lang)} ({reason.cite.text(lang)})" for reason in self.because)
        if self.missing:
            words += ": " + ", ".join(fact.label(lang) for fact in self.missing)
        return words


_WORDS = {
    "en": {
        State.ELIGIBLE: "yes",
        State.NOT_ELIGIBLE: "no",
        State.UNDETERMINED: "cannot be said without",
    },
    "id": {
        State.ELIGIBLE: "ya",
        State.NOT_ELIGIBLE: "tidak",
        State.UNDETERMINED: "belum dapat ditentukan, perlu diketahui",
    },
}
