"""The sums that the law gives after an event, as patterns to read an amount back: fixed ones, multiples of a wage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import chain, combinations, combinations_with_replacement, pairwise
from typing import Any, NamedTuple, TypeVar

from ._accident import PartialDisability, WorkAccident
from ._cases import Risk, death_of, disability_of
from ._citations import Citation
from ._dated import Clock, Dated, Moment, Row
from ._kinds import Lang, Programme
from ._law import Law
from ._money import number
from .jkk import benefit_law as jkk
from .jkk.disability_law import DISABILITY
from .jkm import benefit_law as jkm
from .scholarship import law as scholarship

T = TypeVar("T")
_MEMBERSHIPS = 3


class Ingredient(NamedTuple):
    """One sum of a match: rupiah, and where it stands."""

    label_en: str
    label_id: str
    amount: int
    cites: tuple[Citation, ...]

    def text(self, lang: Lang = "en") -> str:
        """The sum in words."""
        return f"{self.label_id if lang == 'id' else self.label_en} {number(self.amount, lang)}"


class Pattern(NamedTuple):
    """Fixed sums, with or without a multiple of the wage."""

    programme: Programme
    fixed: tuple[Ingredient, ...]
    complete: bool
    factor: Fraction = Fraction(0)
    label: tuple[str, str] = ("", "")
    cites: tuple[Citation, ...] = ()
    floor: Ingredient | None = None


class Version(NamedTuple):
    """The days between two changes of the sums, and whether the event's own day lies in them."""

    since: date
    until: date | None
    death: bool
    accident: bool


_CHANGING: tuple[Dated[Any], ...] = (
    *(jkm.LUMP_SUM, jkm.PERIODIC, jkm.FUNERAL),
    *(
        jkk.MULTIPLE,
        jkk.DEATH_SHARE,
        jkk.TOTAL_SHARE,
        jkk.PERIODIC_AMOUNT,
        jkk.PERIODIC_MONTHS,
        jkk.FUNERAL,
        DISABILITY,
    ),
    *(scholarship.ONE_OFF_JKM, scholarship.SCALE_JKM),
)


def versions(event: Risk, law: Law) -> Iterator[Version]:
    starts = sorted({row.since for table in _CHANGING for row in law.table(table).rows})
    death = death_of(event)
    accident_on = event.on if isinstance(event, WorkAccident) else event.accident_on or event.on
    death_on = accident_on if death is None else death.on
    for since, after in pairwise((*starts, None)):
        assert since is not None  # only the last is
        until = None if after is None else after - timedelta(days=1)
        lies = [since <= day and (until is None or day <= until) for day in (death_on, accident_on)]
        yield Version(since, until, *lies)


def patterns_of(event: Risk, version: Version, law: Law) -> Iterator[Pattern]:
    """The sums that an event can come to under a version of the law."""
    death, disability = death_of(event), disability_of(event)
    by_work = True if isinstance(event, WorkAccident) else event.work_related
    school = list(_school(version, law))
    if death is not None and by_work is not True:
        yield from _of_death(version, law, school)
    if by_work is not False:
        yield from _of_accident(event, version, law, school)
    if (death is not None or disability is not None) and school:
        programme = Programme.JKK if by_work else Programme.JKM
        yield from (Pattern(programme, parts, False) for parts in chain(school, _paths(version, law)))


def _row(table: Dated[T], clock: Clock, version: Version, law: Law) -> Row[T]:
    return law.row(table, Moment(clock, version.since))


def _ingredient(name: tuple[str, str], row: Row[int]) -> Ingredient:
    return Ingredient(*name, row.value, row.cites)


_LUMP_SUM = "lump sum", "santunan sekaligus"
_DEATH = "death benefit", "santunan kematian"
_TOTAL = "benefit for total disability", "santunan cacat total tetap"
_PARTIAL = "benefit for partial disability", "santunan cacat sebagian"
_PERIODIC = "periodic benefit", "santunan berkala"
_FUNERAL = "funeral cost", "biaya pemakaman"
SCHOLARSHIP = "scholarship", "beasiswa"


def _of_death(version: Version, law: Law, school: list[tuple[Ingredient, ...]]) -> Iterator[Pattern]:
    """JKM: the three sums and parts of them, once for each of several memberships, with a first scholarship."""
    named = ((_LUMP_SUM, jkm.LUMP_SUM), (_PERIODIC, jkm.PERIODIC), (_FUNERAL, jkm.FUNERAL))
    cash = [_ingredient(name, _row(table, Clock.DEATH, version, law)) for name, table in named]
    for many in range(1, _MEMBERSHIPS + 1):
        yield Pattern(Programme.JKM, tuple(cash) * many, True)
    for size in (2, 1):
        yield from (Pattern(Programme.JKM, parts, False) for parts in combinations(cash, size))
    yield from (Pattern(Programme.JKM, (*cash, *parts), True) for parts in school)


def _of_accident(event: Risk, version: Version, law: Law, school: list[tuple[Ingredient, ...]]) -> Iterator[Pattern]:
    """JKK: a multiple of the wage, with or without the fixed sums; of nothing said, of any outcome."""
    death, disability = death_of(event), disability_of(event)
    said = death is not None or disability is not None
    partial = isinstance(event, WorkAccident) and any(
        isinstance(each, PartialDisability) for each in event.outcome or ()
    )
    months = _row(jkk.MULTIPLE, Clock.ACCIDENT, version, law)
    monthly = _row(jkk.PERIODIC_AMOUNT, Clock.ACCIDENT, version, law)
    times = _row(jkk.PERIODIC_MONTHS, Clock.ACCIDENT, version, law)
    periodic = Ingredient(*_PERIODIC, monthly.value * times.value, (*monthly.cites, *times.cites))
    if death is not None or not (said or partial):
        funeral = _ingredient(_FUNERAL, _row(jkk.FUNERAL, Clock.ACCIDENT, version, law))
        floor = _ingredient(_DEATH, _row(jkm.LUMP_SUM, Clock.DEATH, version, law))
        share = _row(jkk.DEATH_SHARE, Clock.ACCIDENT, version, law)
        yield from _with(_DEATH, months, share, (periodic, funeral), school, floor)
    if disability is not None or not (said or partial):
        share = _row(jkk.TOTAL_SHARE, Clock.ACCIDENT, version, law)
        yield from _with(_TOTAL, months, share, (periodic,), school, None)
    if not said:
        degrees = _row(DISABILITY, Clock.ACCIDENT, version, law)
        whole_losses = [each for each in degrees.value if each.measure is None and each.most is None]
        for share_of in sorted({each.share for each in whole_losses}):
            alike = [each for each in whole_losses if each.share == share_of]
            en, idn = (" / ".join(each.label(lang) for each in alike) for lang in _LANGS)
            label = f"{_PARTIAL[0]} ({en})", f"{_PARTIAL[1]} ({idn})"
            yield Pattern(Programme.JKK, (), True, months.value * share_of, label, (*months.cites, *degrees.cites))


_LANGS: tuple[Lang, Lang] = ("en", "id")


def _with(
    label: tuple[str, str],
    months: Row[int],
    share: Row[Fraction],
    fixed: tuple[Ingredient, ...],
    school: list[tuple[Ingredient, ...]],
    floor: Ingredient | None,
) -> Iterator[Pattern]:
    """A multiple of the wage with all of the fixed sums, with a first scholarship, with some of them."""
    factor, cites = months.value * share.value, (*months.cites, *share.cites)
    every: Iterable[tuple[Ingredient, ...]] = (
        fixed,
        *((*fixed, *parts) for parts in school),
        *(parts for size in range(len(fixed)) for parts in combinations(fixed, size)),
    )
    for parts in every:
        yield Pattern(Programme.JKK, parts, len(parts) >= len(fixed), factor, label, cites, floor)


def _school(version: Version, law: Law) -> Iterator[tuple[Ingredient, ...]]:
    """What one or two children first draw."""
    moment = Moment(Clock.DEATH, version.since)
    once = law.find(scholarship.ONE_OFF_JKM, moment)
    if once is not None:
        yield (_ingredient(SCHOLARSHIP, once),)
    scale = law.find(scholarship.SCALE_JKM, moment)
    if scale is not None:
        yearly = {level.yearly: _level(level, 1, scale) for level in reversed(scale.value)}
        for size in (1, 2):
            yield from combinations_with_replacement(list(yearly.values())[::-1], size)


def _paths(version: Version, law: Law) -> Iterator[tuple[Ingredient, ...]]:
    """Several years of one level, and whole ways through school."""
    scale = law.find(scholarship.SCALE_JKM, Moment(Clock.DEATH, version.since))
    if scale is not None:
        for level in scale.value:
            yield from ((_level(level, years, scale),) for years in range(2, level.years + 1))
        whole_way = tuple(_level(level, level.years, scale) for level in scale.value)
        yield whole_way
        yield whole_way * 2


def _level(level: scholarship.Level, years: int, row: Row[Any]) -> Ingredient:
    span = (f" {years} years,", f" {years} tahun,") if years > 1 else ("", "")
    stage = level.stages[0]
    names = (f"{SCHOLARSHIP[0]},{span[0]} {stage.label_en}", f"{SCHOLARSHIP[1]},{span[1]} {stage.label_id}")
    return Ingredient(*names, level.yearly * years, row.cites)
