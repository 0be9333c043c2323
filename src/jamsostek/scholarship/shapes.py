"""What the rules of the scholarship hand on: the grant of an event, school years, the schedule of a child."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from .._assumed import Assumption
from .._benefits import Because
from .._dated import Clock, Dated, Moment, Row
from .._family import Child, Stage
from .._kinds import Lang
from .._law import Law
from .._readings import Reading
from .._verdict import Fact, Verdict
from . import law as tables
from .law import Gateway, Scale
from .paths import Ladder, first_day


class Grant(NamedTuple):
    """What the event of a participant gives to every child: gateway, scale by level, days, the law.

    ``running`` is the school year of the event, ``first`` the first that is paid, ``opens`` the day on which claims
    began at all, ``soonest`` the first on which this participant's can be made.
    """

    gateway: Gateway
    moment: Moment
    since: date
    running: int
    first: int
    row: Row[Scale]
    ladder: Ladder
    opens: date
    soonest: date
    claimed: Mapping[int, date]
    deadline: date | None
    law: Law

    def claim_on(self, start: int) -> date:
        """The day on which a school year is claimed: as told, else the first on which it can be."""
        told = self.claimed.get(start) if self.claimed else None
        if told is not None:
            return told
        begins = first_day(start)
        return begins if begins >= self.soonest else self.soonest

    def because(self, text_en: str, text_id: str, day: date, table: Dated[Any] = tables.CONDITIONS) -> Because:
        """A reason, with the article that the conditions of the child stand in on a day."""
        row = self.law.row(table, Moment(Clock.CLAIM, max(day, self.opens)))
        return Because(text_en, text_id, row.cites[0])


class Year(NamedTuple):
    """One school year (tahun ajaran) of a child: by the year it starts in, what it attends, rupiah, the day to claim.

    ``year`` is the year of the stage, 0 where it is not known. ``because`` says why a year on the way pays nothing.
    """

    start: int
    stage: Stage
    year: int
    amount: int
    claim_on: date
    because: Because | None = None

    def text(self, lang: Lang = "en") -> str:
        """What the child attends, in words."""
        return f"{self.stage.label(lang)} {self.year or ''}".rstrip()


class ChildSchedule(NamedTuple):
    """What one child may draw, school year by school year, if it goes on one grade a year and nothing ends it.

    ``total`` is rupiah of the whole path, None while facts are missing; ``at_least`` what is owed in any case: the
    school year that runs; ``at_most`` bounds it. ``end`` says what ends it, None: not determined.
    """

    child: Child
    at: int
    verdict: Verdict
    years: tuple[Year, ...] = ()
    total: int | None = 0
    at_least: int = 0
    at_most: int = 0
    end: Because | None = None
    assumed: tuple[Assumption, ...] = ()
    missing: tuple[Fact, ...] = ()
    readings: tuple[Reading, ...] = ()

    def called(self, lang: Lang = "en") -> str:
        """The child's name, or its place among the children."""
        return called(self.child, self.at, lang)

    @property
    def by_year(self) -> dict[int, int]:
        """Rupiah by the school year's start."""
        return {year.start: year.amount for year in self.years if year.amount}


def called(child: Child, at: int, lang: Lang = "en") -> str:
    """A child's name, or its place among the children."""
    return child.name or f"{'anak ke-' if lang == 'id' else 'child '}{at + 1}"


def fact(child: Child, at: int, name: str) -> Fact:
    """A fact about a child."""
    words = _FACTS[name]
    of = called(child, at), called(child, at, "id")
    return Fact(f"family.children[{at}].{name}", f"{words[0]} of {of[0]}", f"{words[1]} {of[1]}")


_FACTS = {
    "born": ("date of birth", "tanggal lahir"),
    "school": ("school", "sekolah"),
    "school.year": ("year at school", "kelas"),
    "married": ("marriage", "status perkawinan"),
    "works": ("work", "pekerjaan"),
    "lawful": ("status as lawful child", "status anak sah"),
    "registered": ("registration as beneficiary", "pendaftaran sebagai penerima manfaat"),
}
_TAKEN = {
    "born": ("is below the age limit", "di bawah batas usia"),
    "married": ("is not married", "belum menikah"),
    "works": ("does not work", "belum bekerja"),
    "lawful": ("is a lawful child of the participant", "anak sah peserta"),
    "registered": ("was registered as beneficiary", "terdaftar sebagai penerima manfaat"),
    "school": ("enters school by age", "masuk sekolah menurut usia"),
}


def taken(child: Child, at: int, name: str) -> Assumption:
    """What is taken for granted of a child, and the fact that would change it."""
    texts = _TAKEN[name]
    key = f"family.children[{at}].{name}"
    return Assumption(key, f"{called(child, at)} {texts[0]}", f"{called(child, at, 'id')} {texts[1]}")
