"""Where a rule stands: instruments, citations and how strong their evidence is."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from attrs import field, frozen

from . import errors
from ._kinds import Lang

_PLACE = re.compile(r"(?P<article>\d+[A-Z]?)(?P<paragraph>(?:\([\da-z]+\)[-,]?)*)(?P<letter>[a-z](?:[-,][a-z])?)?\Z")
_ELUCIDATION = "elucidation "
_ANNEX = "annex"


class Grade(StrEnum):
    """How a value is known, strongest first; a result shows its weakest.

    GIVEN is the caller's own assumption, A is read in the regulation's own text, A-manual in the agency's manual or
    letter, A-pre in the predecessor's annex; B rests on two or more independent secondary sources, C on one, M on
    memory alone.
    """

    GIVEN = "given"
    A = "A"
    A_MANUAL = "A-manual"
    A_PRE = "A-pre"
    B = "B"
    C = "C"
    M = "M"

    @property
    def rank(self) -> int:
        """0 for the strongest."""
        return _RANKS[self]


_RANKS = {grade: rank for rank, grade in enumerate(Grade)}


class Flag(StrEnum):
    """What else is to be known of a piece of evidence."""

    DERIVED = "derived"
    READING = "reading"
    CONTESTED = "contested"


_FLAGS_ID = {Flag.DERIVED: "turunan", Flag.READING: "tafsir", Flag.CONTESTED: "diperselisihkan"}


class Instrument(NamedTuple):
    """A regulation, announcement or assumption, named once.

    ``promulgated`` and ``in_force`` are None where no date is known; ``gazette`` is None where the instrument is not
    published in one, or the number is not known; ``amends`` names the instruments it changes.
    """

    number: str
    title_id: str
    title_en: str
    promulgated: date | None = None
    in_force: date | None = None
    gazette: str | None = None
    amends: tuple[Instrument, ...] = ()

    def at(self, place: str, grade: Grade = Grade.A, source: str = "", *flags: Flag) -> Citation:
        """Cite a place of this instrument, such as ``16(1)a``, ``annex II`` or ``elucidation 7a``."""
        return Citation(self, place, grade, source, flags)


def _check_place(_citation: Citation, _attribute: object, place: str) -> None:
    bare = place.removeprefix(_ELUCIDATION)
    if not (place.startswith(_ANNEX) or place == "whole" or _PLACE.match(bare)):
        raise errors.InvalidTable("citation", f"{place!r} names no place", 'write "16(1)a", "annex II" or "whole"')


def _run_id(first: str, last: str) -> str:
    """A run of paragraphs in Indonesian; of two, both."""
    if first == last:
        return first
    numbers = (re.sub(r"\D", "", each) for each in (first, last))
    between = "dan" if int(next(numbers)) + 1 == int(next(numbers)) else "sampai dengan"
    return f"{first} {between} ayat {last}"


@frozen(cache_hash=True)
class Citation:
    """A place in an instrument, with the grade of evidence and, where it was not read there, the source it was read in.

    >>> from jamsostek import instruments
    >>> instruments.PP_44_2015.at("16(1)b").text("id")
    'PP 44/2015 Pasal 16 ayat (1) huruf b'
    """

    instrument: Instrument
    place: str = field(validator=_check_place)
    grade: Grade = Grade.A
    source: str = ""
    flags: tuple[Flag, ...] = ()

    def text(self, lang: Lang = "en") -> str:
        """The citation as lawyers write it, without the grade.

        An amending instrument is cited as the amended one, as amended by it: its own articles are only I and II.
        """
        instrument = self.instrument
        if self.place == "whole":
            return instrument.number
        if not instrument.amends:
            return f"{instrument.number} {self._place(lang)}"
        amended = "as amended by" if lang == "en" else "sebagaimana diubah dengan"
        return f"{instrument.amends[0].number} {self._place(lang)} {amended} {instrument.number}"

    def _place(self, lang: Lang) -> str:
        place = self.place
        if place.startswith(_ANNEX):
            return (("annex" if lang == "en" else "Lampiran") + place.removeprefix(_ANNEX)).strip()
        elucidation = ""
        if place.startswith(_ELUCIDATION):
            elucidation = "elucidation of " if lang == "en" else "penjelasan "
            place = place.removeprefix(_ELUCIDATION)
        if lang == "en":
            return f"{elucidation}art. {place}"
        found = _PLACE.match(place)
        assert found is not None  # the place was checked when the citation was made
        text = f"{elucidation}Pasal {found['article']}"
        if found["paragraph"]:
            runs = (run.split("-") for run in found["paragraph"].split(","))
            text += " ayat " + ", ayat ".join(_run_id(run[0], run[-1]) for run in runs)
        if found["letter"]:
            text += f" huruf {found['letter']}"
        return text

    def __str__(self) -> str:
        return f"{self.text()} [{self.mark}]"

    @property
    def mark(self) -> str:
        """Grade and flags in one word or two: ``A``, ``C derived``."""
        return self.marked()

    def marked(self, lang: Lang = "en") -> str:
        """Grade and flags in the language asked for."""
        flags = self.flags if lang == "en" else tuple(_FLAGS_ID[flag] for flag in self.flags)
        return " ".join((self.grade, *flags))


def weakest(citations: tuple[Citation, ...]) -> Grade:
    """The weakest grade among citations; GIVEN where one is the caller's own, or there is none."""
    return weakest_of([citation.grade for citation in citations])


def weakest_of(grades: list[Grade]) -> Grade:
    """The weakest grade; GIVEN where one is the caller's own, or there is none."""
    return Grade.GIVEN if Grade.GIVEN in grades else max(grades, key=lambda grade: grade.rank, default=Grade.GIVEN)


def as_grade(value: Grade | str) -> Grade:
    """A grade from what the caller wrote for one."""
    try:
        return Grade(value)
    except ValueError:
        raise errors.not_in(errors.UnknownGrade, "grade", value, list(Grade)) from None
