"""Readings: open questions of law, each with its options, our default and the places that are silent or contradict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from attrs import frozen

from . import errors
from ._citations import Citation, Grade
from ._kinds import Lang


class Option(NamedTuple):
    """One answer to an open question, with the evidence for it."""

    name: str
    text_en: str
    text_id: str
    grade: Grade
    evidence: str


@frozen(cache_hash=True, repr=False)
class Reading:
    """An open question of law; ``LAW.reading(reading, option)`` chooses another answer than the first, our default."""

    name: str
    question_en: str
    question_id: str
    options: tuple[Option, ...]
    cites: tuple[Citation, ...]

    @property
    def default(self) -> str:
        """The name of the option taken unless the law says otherwise."""
        return self.options[0].name

    def __repr__(self) -> str:
        return f"<Reading {self.name}: {' | '.join(self.names())}>"

    def __getitem__(self, name: str) -> Option:
        for option in self.options:
            if option.name == name:
                return option
        raise errors.not_in(errors.UnknownOption, f"reading {self.name}", name, list(self.names()))

    def names(self) -> Iterator[str]:
        """The names of the options, the default first."""
        return (option.name for option in self.options)

    def text(self, option: str, lang: Lang = "en") -> str:
        """The question and the answer taken, in one line."""
        answer = self[option]
        return (
            f"{self.question_id} {answer.text_id}" if lang == "id" else f"{self.question_en} {answer.text_en}"
        ) + f" [{answer.grade}]"
