"""A child's way through school: what it attends in each school year, told or projected one grade a year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import count, repeat
from typing import NamedTuple

from .._family import School, Stage
from .law import ENTRY_AGE, SCHOOL_YEAR_STARTS, Scale


class Place(NamedTuple):
    """Where a child stands in a school year; ``year`` is that of the stage, 0 where it attends none."""

    stage: Stage
    year: int


NOT_YET, LEFT = Place(Stage.NOT_YET, 0), Place(Stage.LEFT, 0)


def school_year(day: date) -> int:
    """The school year (tahun ajaran) that a day lies in, by the year it starts in.

    >>> school_year(date(2026, 6, 30)), school_year(date(2026, 7, 1))
    (2025, 2026)
    """
    return day.year - (day.month < SCHOOL_YEAR_STARTS)


def first_day(year: int) -> date:
    """The first day of a school year."""
    return date(year, SCHOOL_YEAR_STARTS, 1)


def named(year: int) -> str:
    """A school year as people write it: 2025/2026."""
    return f"{year}/{year + 1}"


class Ladder(NamedTuple):
    """The steps from the lowest level to the end of the highest, and the level of the scale that pays each stage.

    ``starts`` is the first step of each level. Training that has years of its own, by reading, is a level beside the
    ladder: it starts where the ladder ends.
    """

    scale: Scale
    steps: tuple[Place, ...]
    levels: dict[Stage, int]
    starts: tuple[int, ...]


@lru_cache(maxsize=8)
def ladder_of(scale: Scale) -> Ladder:
    """The ladder of a scale; a pure function, remembered, since every child climbs the same."""
    steps: list[Place] = []
    levels: dict[Stage, int] = {}
    starts = []
    for at, level in enumerate(scale):
        starts.append(len(steps))
        levels.update(dict.fromkeys(level.stages, at))
        if level.stages != (Stage.TRAINING,):
            steps += [Place(level.stages[0], year) for year in range(1, level.years + 1)]
    return Ladder(scale, tuple(steps), levels, tuple(starts))


class Path(NamedTuple):
    """What a child attends from a school year on; ``entered`` is the year of a projected entry into school.

    ``told`` is the last school year that is told of: what follows is projected. ``known`` is False where what was told
    does not say what the child attended in the first school year.
    """

    places: tuple[tuple[int, Place], ...]
    told: int = 0
    entered: int | None = None
    known: bool = True


def walk(schools: tuple[School, ...], first: int, born: date | None, ladder: Ladder) -> Path:
    """The path from the school year ``first`` on, by the records of a child, each with its year of the stage.

    Between two records and after the last a child moves up one grade a year; before the first it is counted back.
    """
    told = {school.in_year or first: Place(school.stage, school.year or 0) for school in schools}
    start, last = min(told), max(told)
    place = told[start]
    found: list[tuple[int, Place]] = []
    if start > first:
        back = [_back(place, start - year, ladder) for year in range(first, start)]
        if None in back:
            return Path((), known=False)
        found = [(first + at, each) for at, each in enumerate(back) if each is not None]
    found.append((start, place))
    for year in range(start + 1, last + 1):
        place = told.get(year) or next(_onwards(place, ladder), LEFT)
        found.append((year, place))
    entered = None
    after: Iterable[Place] = _onwards(place, ladder)
    if place.stage is Stage.NOT_YET:
        if born is None:
            return Path(tuple(each for each in found if each[0] >= first), last, known=last >= first)
        entry = _entry(born, last + 1, ladder)
        entered = entry.year
        after = (*repeat(NOT_YET, entry.waits), entry.place, *_onwards(entry.place, ladder))
    found += zip(count(last + 1), after)
    return Path(tuple(each for each in found if each[0] >= first), last, entered)


def _onwards(place: Place, ladder: Ladder) -> Iterator[Place]:
    """Where a child stands in the years after, one grade a year to the end of the path; not at school, none."""
    if place.stage is Stage.NOT_YET:
        yield from repeat(NOT_YET)
    at = ladder.levels.get(place.stage)
    if at is None:
        return
    level, begins = ladder.scale[at], ladder.starts[at]
    if place.stage is level.stages[0] and begins < len(ladder.steps):
        yield from ladder.steps[begins + min(place.year, level.years) :]
        return
    yield from (Place(place.stage, year) for year in range(place.year + 1, level.years + 1))
    yield from ladder.steps[begins + level.years :]


class _Entry(NamedTuple):
    """The school year of a projected entry into school, how many years before it pass, and the place."""

    year: int
    waits: int
    place: Place


def _entry(born: date, soonest: int, ladder: Ladder) -> _Entry:
    """When a child that was not at school enters: by age, from ``soonest`` on, not above primary 1."""
    begins = first_day(soonest)
    age = soonest - born.year - ((begins.month, begins.day) < (born.month, born.day))
    waits = max(ENTRY_AGE - age, 0)
    step = min(max(age - ENTRY_AGE, 0), ladder.starts[1])
    return _Entry(soonest + waits, waits, ladder.steps[step])


def _back(place: Place, years: int, ladder: Ladder) -> Place | None:
    """Where a child stood years before, one grade a year; None where the record does not say."""
    if place.stage is Stage.NOT_YET:
        return NOT_YET
    at = ladder.levels.get(place.stage)
    if at is None:
        return None
    if place.year > years:
        return Place(place.stage, place.year - years)
    index = ladder.starts[at] + place.year - 1 - years
    if ladder.starts[at] == len(ladder.steps):
        return None
    return ladder.steps[index] if index >= 0 else NOT_YET


def possible(schools: tuple[School, ...] | None, ladder: Ladder) -> Iterator[tuple[School, ...]]:
    """Every record that what is told leaves open: itself, or each grade of a stage, or each place of the path."""
    if schools is None:
        yield (School(Stage.NOT_YET),)
        yield (School(Stage.LEFT),)
        for place in ladder.steps:
            yield (School(place.stage, place.year),)
        return
    only = schools[0]
    at = ladder.levels.get(only.stage)
    if only.year is not None or at is None:
        yield schools
        return
    for year in range(1, ladder.scale[at].years + 1):
        yield (School(only.stage, year, in_year=only.in_year),)
