"""Heirs (ahli waris) in their order: JKM (PP 44/2015 art. 40(2)), JKK (art. 37(5)) and JHT (PP 46/2015 art. 23).

>>> from datetime import date
>>> import jamsostek as js
>>> family = js.Family(spouse=False, children=False, parents=js.Parent(name="Slamet"), siblings=True)
>>> found = of(family, programme="JKM", on=date(2024, 8, 22))
>>> str(found.rank), [each.name for each in found.people]
('blood_line', ['Slamet'])
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from . import errors
from ._citations import Citation, Flag, Grade
from ._dated import Clock, Dated, Moment, Row, row
from ._family import (
    CHILDREN,
    GRANDCHILDREN,
    GRANDPARENTS,
    PARENTS,
    PARENTS_IN_LAW,
    SIBLINGS,
    SPOUSE,
    WILL,
    Family,
    Relative,
)
from ._kinds import Labelled, Lang, Programme
from ._law import LAW, Law
from ._months import date_error
from ._people import _type_error
from ._readings import Reading
from ._readings_of_family import INNER_ORDER_OF_HEIRS, SHARES_OF_HEIRS
from ._verdict import Fact
from .instruments import PERMENAKER_1_2025, PP_44_2015, PP_46_2015
from .units import IN_FORCE, WORDS

__all__ = ["JHT", "JKK", "JKM", "TABLES", "WILL_AS_DEED", "Heirs", "Rank", "of"]


class Rank(Labelled):
    """A rank of heirs; who stands in an earlier one excludes all later ones."""

    SPOUSE_OR_CHILD = "spouse_or_child", "widow, widower or child", "janda, duda, atau anak"
    BLOOD_LINE = (
        "blood_line",
        "blood relatives in the straight line to the second degree (parents, grandparents, grandchildren)",
        "keturunan sedarah menurut garis lurus ke atas dan ke bawah sampai derajat kedua",
    )
    SIBLINGS = "siblings", "full siblings", "saudara kandung"
    PARENTS_IN_LAW = "parents_in_law", "parents-in-law", "mertua"
    WILL = "will", "person named in the will", "pihak yang ditunjuk dalam wasiat"
    FUND = (
        "fund",
        "nobody: the social security fund (the funeral cost goes to whoever arranged the funeral)",
        "tidak ada: Dana Jaminan Sosial (biaya pemakaman kepada pihak yang mengurus pemakaman)",
    )
    ESTATE_OFFICE = "estate_office", "nobody: the state estate office", "tidak ada: balai harta peninggalan"


_PEOPLE = (Rank.SPOUSE_OR_CHILD, Rank.BLOOD_LINE, Rank.SIBLINGS, Rank.PARENTS_IN_LAW, Rank.WILL)


def _order(name: str, last: Rank, *cites: Citation) -> Dated[tuple[Labelled, ...]]:
    return Dated(
        f"heirs.{name}",
        f"order of heirs, {name}",
        f"urutan ahli waris, {name}",
        WORDS,
        Clock.DEATH,
        (row("2015-07-01", (*_PEOPLE, last), *cites),),
    )


JKM = _order("JKM", Rank.FUND, PP_44_2015.at("40(2)"), PP_44_2015.at("elucidation 37(5)"))
JKK = _order("JKK", Rank.FUND, PP_44_2015.at("37(5)"), PP_44_2015.at("elucidation 37(5)"))
JHT = _order("JHT", Rank.ESTATE_OFFICE, PP_46_2015.at("23(2)-(4)"))
WILL_AS_DEED: Dated[bool] = Dated(
    "heirs.WILL_AS_DEED",
    "a will counts as a notarial deed alone",
    "wasiat harus berupa akta notaris",
    IN_FORCE,
    Clock.DEATH,
    (row("2025-02-24", True, PERMENAKER_1_2025.at("79(2a)", Grade.A, "made for construction projects", Flag.READING)),),
)
TABLES = (JKM, JKK, JHT, WILL_AS_DEED)
_TABLES = {Programme.JKM: JKM, Programme.JKK: JKK, Programme.JHT: JHT}

_GROUPS: dict[Labelled, tuple[Fact, ...]] = {
    Rank.SPOUSE_OR_CHILD: (SPOUSE, CHILDREN),
    Rank.BLOOD_LINE: (PARENTS, GRANDCHILDREN, GRANDPARENTS),
    Rank.SIBLINGS: (SIBLINGS,),
    Rank.PARENTS_IN_LAW: (PARENTS_IN_LAW,),
    Rank.WILL: (WILL,),
}


class Heirs(NamedTuple):
    """Who receives what a deceased participant leaves to heirs.

    ``rank`` is None while it is not determined; ``people`` are those known in it; ``missing`` names the kinds of
    relatives that could still change either. ``shared`` is whether several share it in equal parts (by reading).
    """

    rank: Rank | None
    people: tuple[Relative, ...]
    missing: tuple[Fact, ...]
    row: Row[tuple[Labelled, ...]]
    readings: tuple[Reading, ...] = ()
    shared: bool = False

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Where the order stands."""
        return self.row.cites

    def text(self, lang: Lang = "en") -> str:
        """The heirs in one line."""
        words = _WORDS[lang]
        parts = [words["unknown"] if self.rank is None else self.rank.label(lang)]
        names = [each.name for each in self.people if each.name]
        if names:
            parts[0] += f": {', '.join(names)}"
        if self.shared:
            parts.append(words["shared"])
        if self.missing:
            parts.append(f"{words['missing']} {', '.join(fact.label(lang) for fact in self.missing)}")
        return "; ".join(parts)


_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "unknown": "the heirs cannot be said yet",
        "missing": "not known:",
        "shared": "in equal parts",
    },
    "id": {
        "unknown": "ahli waris belum dapat ditentukan",
        "missing": "belum diketahui:",
        "shared": "dengan bagian yang sama",
    },
}


def of(family: Family, *, programme: Programme | str = "JKM", on: date, law: Law = LAW) -> Heirs:
    """The heirs among a family, for a programme, at a death ``on`` a day.

    The first rank in which somebody is known to live takes all, once no earlier rank is in doubt. Open questions: the
    order inside the blood line, and how several of one rank share. Raises ``UnknownProgramme``, ``NotADate``,
    ``BeforeLaw``.
    """
    errors.raise_together(
        "heirs.of",
        (
            None
            if programme in _TABLES
            else errors.not_in(errors.UnknownProgramme, "programme", programme, list(_TABLES)),
            date_error("on", on, needed=True),
            errors.WrongType("family", "no family is given", "give a jamsostek.Family")
            if family is None
            else _type_error("family", family, Family),
        ),
    )
    return among(family, Programme(programme), on, law)


def among(
    family: Family, programme: Programme, on: date, law: Law, order: Row[tuple[Labelled, ...]] | None = None
) -> Heirs:
    """The heirs among a family, by the order of a programme or another one; what was given has been checked."""
    row = order or law.row(_TABLES[programme], Moment(Clock.DEATH, on))
    doubtful: list[Fact] = []
    for rank in row.value:
        for groups in _steps(rank, programme, law):
            known, unknown = _known(family, groups, on)
            if known and not doubtful:
                return _made(Rank(rank), known, unknown, row, law)
            doubtful += unknown
            if known:
                return Heirs(None, (), tuple(doubtful), row)
    if doubtful:
        return Heirs(None, (), tuple(doubtful), row)
    return Heirs(Rank(row.value[-1]), (), (), row)


def _steps(rank: Labelled, programme: Programme, law: Law) -> Iterator[tuple[Fact, ...]]:
    """The kinds of relatives in a rank, together or one after the other."""
    groups = _GROUPS.get(rank, ())
    option = law.option(INNER_ORDER_OF_HEIRS)
    one_by_one = option == "one_by_one" or (option == "one_by_one_in_jht" and programme is Programme.JHT)
    if rank is Rank.BLOOD_LINE and one_by_one:
        for group in groups:
            yield (group,)
    elif groups:
        yield groups


def _known(family: Family, groups: tuple[Fact, ...], on: date) -> tuple[tuple[Relative, ...], tuple[Fact, ...]]:
    found = [(group, getattr(family, group.key.removeprefix("family."))) for group in groups]
    people = tuple(each for _, known in found for each in known or () if _lived(each, on))
    return people, tuple(group for group, known in found if known is None)


def _lived(relative: Relative, on: date) -> bool:
    """Whether a relative is not known to have died by a day; who died later had inherited."""
    died: date | None = getattr(relative, "died", None)
    return died is None or died > on


def _made(
    rank: Rank,
    people: tuple[Relative, ...],
    unknown: tuple[Fact, ...],
    row: Row[tuple[Labelled, ...]],
    law: Law,
) -> Heirs:
    readings = []
    if rank is Rank.BLOOD_LINE:
        readings.append(INNER_ORDER_OF_HEIRS)
    several = len(people) + len(unknown) > 1
    if several:
        readings.append(SHARES_OF_HEIRS)
    shared = several and law.option(SHARES_OF_HEIRS) == "equal"
    return Heirs(rank, people, unknown, row, tuple(readings), shared)
