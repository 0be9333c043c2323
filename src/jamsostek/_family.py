"""A family, as far as the law asks about it: spouse, children with school, marriage and work, parents, other heirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, TypeVar, cast

from attrs import field, fields, frozen

from . import errors
from ._kinds import Labelled, choice_error, lenient
from ._money import whole
from ._months import date_error
from ._people import _flag_error
from ._verdict import Fact

StageWord = Literal[
    "not_yet",
    "kindergarten",
    "primary",
    "lower_secondary",
    "upper_secondary",
    "diploma",
    "bachelor",
    "training",
    "postgraduate",
    "left",
]
WorkWord = Literal["wage_earner", "self_employed", "intern"]
DrawsWord = Literal["this_parent", "other_parent"]
_SCHOOL_YEARS = range(1990, 2101)


class Stage(Labelled):
    """Where a child stands on its way through school (jenjang pendidikan)."""

    NOT_YET = "not_yet", "not yet at school", "belum bersekolah"
    KINDERGARTEN = "kindergarten", "kindergarten", "taman kanak-kanak (TK)"
    PRIMARY = "primary", "primary school", "sekolah dasar (SD) atau sederajat"
    LOWER_SECONDARY = "lower_secondary", "lower secondary school", "SMP atau sederajat"
    UPPER_SECONDARY = "upper_secondary", "upper secondary school", "SMA atau sederajat"
    DIPLOMA = "diploma", "diploma course (D1-D4)", "diploma (D1-D4)"
    BACHELOR = "bachelor", "bachelor's studies", "sarjana (S1)"
    TRAINING = "training", "vocational training", "pelatihan"
    POSTGRADUATE = "postgraduate", "postgraduate studies", "pascasarjana (S2, S3)"
    LEFT = "left", "no longer at school", "tidak bersekolah lagi"


class WorkKind(Labelled):
    """How a child that works is registered with BPJS Ketenagakerjaan (status pekerjaan)."""

    WAGE_EARNER = "wage_earner", "registered as wage earner", "terdaftar sebagai penerima upah"
    SELF_EMPLOYED = "self_employed", "registered as self-employed", "terdaftar sebagai bukan penerima upah"
    INTERN = "intern", "intern or apprentice", "magang"


class Draws(Labelled):
    """For whom a child already draws a scholarship (beasiswa yang sudah diterima)."""

    THIS_PARENT = "this_parent", "for an earlier event of the same parent", "karena peristiwa terdahulu orang tua itu"
    OTHER_PARENT = "other_parent", "for its other parent", "karena orang tuanya yang lain"


_NOWHERE = (Stage.NOT_YET, Stage.LEFT)
# Bounds of sense, not of law: they catch a class (8) given for the year of its school (2).
_MOST_YEARS = {
    Stage.KINDERGARTEN: 3,
    Stage.PRIMARY: 6,
    Stage.LOWER_SECONDARY: 3,
    Stage.UPPER_SECONDARY: 4,
}
_CLASSES = {Stage.LOWER_SECONDARY: 6, Stage.UPPER_SECONDARY: 9}


def _years_of(stage: Stage) -> tuple[range, str]:
    """The years that a stage can have, and how to mend another."""
    most = _MOST_YEARS.get(stage, 10)
    before = _CLASSES.get(stage)
    mend = f"give the year of the stage, from 1 to {most}"
    return range(1, most + 1), f"{mend} (class {before + 2} is year 2)" if before else mend


def _stage(value: Stage | StageWord) -> Stage:
    return cast("Stage", lenient(Stage, value))


def _work_kind(value: WorkKind | WorkWord | None) -> WorkKind | None:
    return lenient(WorkKind, value)


@frozen
class School:
    """What a child attends in a school year (tahun ajaran).

    ``year`` is the year of the stage, from 1 (class 8 is year 2 of lower secondary), None: not known. ``in_year`` is
    the calendar year in which the school year starts (2025 for 2025/2026); None: the one that the event falls in.
    Raises ``UnknownKind``, ``WrongType``, ``Contradiction``, ``MissingFact``.

    >>> School("primary", 2, in_year=2025).stage.label_id
    'sekolah dasar (SD) atau sederajat'
    """

    stage: Stage = field(converter=_stage)
    year: int | None = None
    in_year: int | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        nowhere = self.stage in _NOWHERE
        errors.raise_together(
            "School",
            (
                errors.MissingFact("stage", "not given", "leave out the school of a child of whom nothing is known")
                if self.stage is None
                else choice_error(errors.UnknownKind, "stage", Stage, self.stage),
                _number_error("year", self.year, *_years_of(self.stage)),
                _number_error("in_year", self.in_year, _SCHOOL_YEARS, "give the year it starts in, such as 2025"),
                errors.Contradiction("year", f"{self.stage.label_en} has none", "leave it out")
                if nowhere and self.year is not None
                else None,
            ),
        )


@frozen(kw_only=True)
class Work:
    """Work of a child: first and last day (``until`` None: no end is known), and as what it is registered.

    None means not known. Raises ``NotADate``, ``UnknownKind``, ``Contradiction``.

    >>> Work(since=date(2026, 1, 5), until=date(2026, 5, 29), kind="wage_earner").kind.label_en
    'registered as wage earner'
    """

    since: date | None = None
    until: date | None = None
    kind: WorkKind | None = field(default=None, converter=_work_kind)

    def __attrs_post_init__(self) -> None:
        faults = [date_error("since", self.since), date_error("until", self.until)]
        if faults == [None, None] and self.since is not None and self.until is not None and self.until < self.since:
            faults.append(errors.Contradiction("until", f"{self.until} lies before {self.since}", "mend one of them"))
        faults.append(choice_error(errors.UnknownKind, "kind", WorkKind, self.kind))
        errors.raise_together("Work", faults)


def _draws(value: Draws | DrawsWord | None) -> Draws | None:
    return lenient(Draws, value)


def _schools(given: School | Stage | StageWord | Iterable[School] | None) -> tuple[School, ...] | None:
    if given is None or isinstance(given, School):
        return given if given is None else (given,)
    if isinstance(given, str):
        return (School(given),)
    return _in_order(given)


def _in_order(given: Iterable[School]) -> tuple[School, ...]:
    found = _tuple(given)
    if all(isinstance(each, School) and type(each.in_year) is int for each in found):
        return tuple(sorted(found, key=lambda each: each.in_year or 0))
    return found


def _works(given: bool | Work | Iterable[Work] | None) -> tuple[Work, ...] | None:
    if isinstance(given, bool):
        return (Work(),) if given else ()
    if isinstance(given, Work):
        return (given,)
    return None if given is None else _tuple(given)


T = TypeVar("T")


def _tuple(given: Iterable[T]) -> tuple[T, ...]:
    """A tuple; what is no list becomes one thing, for the check of types to name."""
    return tuple(given) if isinstance(given, Iterable) and not isinstance(given, str) else (cast("T", given),)


@frozen(kw_only=True)
class Relative:
    """Somebody of the family: ``name`` for the reader alone, ``born`` None where it is not known.

    Raises ``NotADate``, ``WrongType``.

    >>> Relative(name="Slamet", born=date(1958, 3, 1)).called()
    'Slamet'
    """

    name: str = ""
    born: date | None = None

    def __attrs_post_init__(self) -> None:
        errors.raise_together(type(self).__name__, self._faults())

    def _faults(self) -> Iterator[errors.JamsostekError | None]:
        if not isinstance(self.name, str):
            yield errors.WrongType("name", f"{self.name!r} is no text", "give a text, or leave it out")
        yield date_error("born", self.born)

    def called(self) -> str:
        """The name, or the date of birth, or a dash."""
        return self.name or (f"*{self.born}" if isinstance(self.born, date) else "–")


@frozen(kw_only=True)
class Spouse(Relative):
    """A widow (janda), a widower (duda) or the spouse of a living participant.

    ``remarried`` and ``died`` are the days on which this happened; None: not known to have happened. Either ends the
    widow's or widower's pension. Raises ``NotADate``, ``Contradiction``.

    >>> Spouse(name="Siti", remarried=date(2027, 5, 10)).remarried.year
    2027
    """

    remarried: date | None = None
    died: date | None = None

    def _faults(self) -> Iterator[errors.JamsostekError | None]:
        yield from super()._faults()
        yield date_error("remarried", self.remarried)
        yield date_error("died", self.died)
        if (_days_from(self.died, self.remarried) or 0) > 0:
            yield errors.Contradiction("remarried", f"{self.remarried} lies after death on {self.died}", "mend one")


class Parent(Relative):
    """Father or mother of the participant (bapak, ibu).

    >>> Parent(born=date(1958, 3, 1)).called()
    '*1958-03-01'
    """

    __slots__ = ()


@frozen(kw_only=True)
class Child(Relative):
    """A child of the participant (anak); every fact may be None, which means not known.

    ``school`` is what it attends: a ``School``, its stage alone (``"not_yet"``, ``"primary"``, …, ``"left"``), or
    several of different school years. ``married`` is yes, no or the day. ``works`` is yes, no, a ``Work`` or several.
    ``lawful`` is whether it is a lawful child (anak sah), ``registered`` whether it was registered with BPJS
    Ketenagakerjaan as beneficiary. ``chosen`` is whether the family chose it for a scholarship, which two of a
    participant's children may draw. ``draws`` is for whom it already draws one (``"this_parent"``: an earlier event,
    ``"other_parent"``), ``died`` the day it died; None: not known to.
    Raises ``NotADate``, ``WrongType``, ``Contradiction``, ``NamedTwice`` and what ``School`` and ``Work`` raise.

    >>> Child(born=date(2017, 12, 1), school=School("primary", 2), married=False, works=False).works
    ()
    """

    school: tuple[School, ...] | None = field(default=None, converter=_schools)
    married: date | bool | None = None
    works: tuple[Work, ...] | None = field(default=None, converter=_works)
    lawful: bool | None = None
    registered: bool | None = None
    chosen: bool | None = None
    draws: Draws | None = field(default=None, converter=_draws)
    died: date | None = None

    def _faults(self) -> Iterator[errors.JamsostekError | None]:
        yield from super()._faults()
        yield None if isinstance(self.married, bool) else date_error("married", self.married)
        yield date_error("died", self.died)
        yield _flag_error("lawful", self.lawful)
        yield _flag_error("registered", self.registered)
        yield _flag_error("chosen", self.chosen)
        yield choice_error(errors.UnknownKind, "draws", Draws, self.draws)
        yield from _kind_errors("school", self.school, School)
        yield from _kind_errors("works", self.works, Work)
        if self.school is not None and all(isinstance(each, School) for each in self.school):
            yield from _school_errors(self.school)
        yield from self._order_errors()

    def _order_errors(self) -> Iterator[errors.JamsostekError | None]:
        """Days in the wrong order."""
        born, died = self.born, self.died
        days = [("married", self.married), ("died", died)]
        days += [("works", each.since) for each in self.works or () if isinstance(each, Work)]
        for what, day in days:
            lived = _days_from(born, day)
            if lived is not None and lived <= 0:
                yield errors.Contradiction(what, f"{day} is not after birth on {born}", "mend one of them")
            elif what != "died" and (_days_from(died, day) or 0) > 0:
                yield errors.Contradiction(what, f"{day} lies after death on {died}", "mend one of them")


def _days_from(one: object, other: object) -> int | None:
    """The days from one day to another; None where either is no plain day, which is told elsewhere."""
    return (other - one).days if type(one) is date and type(other) is date else None


def _kind_errors(where: str, given: tuple[object, ...] | None, cls: type) -> Iterator[errors.JamsostekError]:
    for each in given or ():
        if not isinstance(each, cls):
            yield errors.WrongType(where, f"{each!r} is no {cls.__name__}", f"give a jamsostek.{cls.__name__}")


def _school_errors(schools: tuple[School, ...]) -> Iterator[errors.JamsostekError]:
    if not schools:
        yield errors.Contradiction("school", "the list is empty", 'give "not_yet", "left", or None for not known')
    years = [each.in_year for each in schools]
    if len(schools) > 1 and None in years:
        yield errors.MissingFact("school", "of several school years one has no in_year", "give it for each")
    if len(schools) > 1 and any(each.year is None and each.stage not in _NOWHERE for each in schools):
        yield errors.MissingFact("school", "of several school years one has no year of its stage", "give it for each")
    for year in dict.fromkeys(year for year in years if year is not None and years.count(year) > 1):
        yield errors.NamedTwice("school", f"the school year {year}/{year + 1} is there twice", "keep one of them")


def _number_error(
    where: str, value: object, allowed: range, mend: str
) -> errors.WrongType | errors.Contradiction | None:
    if value is None:
        return None
    if whole(value) is None or type(value) is not int:
        return errors.WrongType(where, f"{value!r} is no whole number", mend)
    return None if value in allowed else errors.Contradiction(where, f"{value} is out of reach", mend)


R = TypeVar("R", bound=Relative)


def _group(cls: type[R], given: R | bool | Iterable[R] | None) -> tuple[R, ...] | None:
    """Those of a kind: None where it is not known, none of them for False, one unnamed for True."""
    if isinstance(given, bool):
        return (cls(),) if given else ()
    if isinstance(given, Relative):
        return (given,)
    return None if given is None else _tuple(given)


def _spouses(given: Spouse | bool | Iterable[Spouse] | None) -> tuple[Spouse, ...] | None:
    return _group(Spouse, given)


def _children(given: Child | bool | Iterable[Child] | None) -> tuple[Child, ...] | None:
    return _group(Child, given)


def _parents(given: Parent | bool | Iterable[Parent] | None) -> tuple[Parent, ...] | None:
    return _group(Parent, given)


def _relatives(given: Relative | bool | Iterable[Relative] | None) -> tuple[Relative, ...] | None:
    return _group(Relative, given)


@frozen(kw_only=True)
class Family:
    """The living relatives of a participant, as far as they are known (keluarga).

    Each kind is None where nothing is known of it, ``()`` or False where there is nobody, else one person, several, or
    True for somebody of whom nothing else is known. ``will`` are those whom a will names.
    Raises ``WrongType``.

    >>> family = Family(spouse=Spouse(name="Siti"), children=(Child(born=date(2017, 12, 1)),), parents=False)
    >>> len(family.spouse), family.parents, family.siblings
    (1, (), None)
    """

    spouse: tuple[Spouse, ...] | None = field(default=None, converter=_spouses)
    children: tuple[Child, ...] | None = field(default=None, converter=_children)
    parents: tuple[Parent, ...] | None = field(default=None, converter=_parents)
    grandparents: tuple[Relative, ...] | None = field(default=None, converter=_relatives)
    grandchildren: tuple[Relative, ...] | None = field(default=None, converter=_relatives)
    siblings: tuple[Relative, ...] | None = field(default=None, converter=_relatives)
    parents_in_law: tuple[Relative, ...] | None = field(default=None, converter=_relatives)
    will: tuple[Relative, ...] | None = field(default=None, converter=_relatives)

    def __attrs_post_init__(self) -> None:
        kinds = {"spouse": Spouse, "children": Child, "parents": Parent}
        names = [each.name for each in fields(Family)]
        errors.raise_together(
            "Family",
            (fault for name in names for fault in _kind_errors(name, getattr(self, name), kinds.get(name, Relative))),
        )


SPOUSE = Fact("family.spouse", "widow or widower", "janda atau duda")
CHILDREN = Fact("family.children", "children", "anak")
PARENTS = Fact("family.parents", "parents", "orang tua")
GRANDPARENTS = Fact("family.grandparents", "grandparents", "kakek dan nenek")
GRANDCHILDREN = Fact("family.grandchildren", "grandchildren", "cucu")
SIBLINGS = Fact("family.siblings", "full siblings", "saudara kandung")
PARENTS_IN_LAW = Fact("family.parents_in_law", "parents-in-law", "mertua")
WILL = Fact("family.will", "person named in a will", "pihak yang ditunjuk dalam wasiat")
