"""Statements on coverage as they were published: a percentage, numbers of people, or both; what they imply."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from attrs import field, frozen

from .. import errors
from .._kinds import Lang, check_lang, choice_error
from .._money import count_error, lenient_int, number, percent
from .._months import date_error
from ..planning.budgets import year_error
from ..planning.groups import named_error
from .figures import Coverage, Figure, Indicator, _indicator, source_error
from .percents import Percent, Printed, as_percent, percent_error


class Bounds(NamedTuple):
    """Between what a number of people must lie, both included."""

    least: int
    most: int


def _people(value: int | None) -> int | None:
    return None if value is None else lenient_int(value)


@frozen
class Statement:
    """What somebody said of coverage: a percentage as printed ("32.44 %"), those covered, the population, or some.

    ``covered`` and ``population`` are people, ``about`` says that the population was given as about so many, which is
    taken as rounded to its last digit that is not 0. ``target_for`` is the year of a target, None for what was reached.
    Only statements on the same ``area`` and indicator are compared. Raises ``MissingFact``, ``OutOfRange`` (above
    100 %), ``WrongType``, ``FloatRate``, ``NotADate``, several as ``SeveralErrors``.

    >>> june = Statement("32.44 %", 134_167, on=date(2025, 6, 30), source="press, 2025-06-30")
    >>> june.implied_population, june.population_bounds
    (413585, Bounds(least=413522, most=413648))
    """

    percent: Percent | None = None
    covered: int | None = field(default=None, converter=_people)
    population: int | None = field(default=None, converter=_people)
    on: date = field(kw_only=True)
    source: str = field(kw_only=True)
    about: bool = field(default=False, kw_only=True)
    target_for: int | None = field(default=None, kw_only=True)
    area: str = field(default="", kw_only=True)
    indicator: Indicator = field(default=Indicator.ALL, converter=_indicator, kw_only=True)

    def __attrs_post_init__(self) -> None:
        year = self.target_for
        counts = (
            count_error(name, given)
            for name, given in (("covered", self.covered), ("population", self.population))
            if given is not None
        )
        errors.raise_together(
            "Statement",
            (
                None if self.percent is None else percent_error("percent", self.percent),
                *counts,
                date_error("on", self.on, needed=True),
                source_error(self.source),
                errors.MissingFact("Statement", "it says nothing", "give a percentage, or those covered")
                if self.percent is None and self.covered is None
                else None,
                None if year is None else year_error("target_for", year),
                errors.WrongType("about", f"{self.about!r} is no answer", "give True or False")
                if not isinstance(self.about, bool)
                else None,
                named_error("area", self.area),
                choice_error(errors.UnknownChoice, "indicator", Indicator, self.indicator or ""),
            ),
        )
        if self.covered is not None and self.population is not None:
            self.coverage()

    def coverage(self) -> Coverage:
        """The coverage by its own numbers. Raises ``MissingFact`` where one of them is not told."""
        if self.covered is None or self.population is None:
            raise errors.MissingFact("Statement", "those covered and the population are not both told", "give both")
        facts = {"source": self.source, "on": self.on}
        population = Figure(self.population, about=self.about, **facts)  # type: ignore[arg-type]
        return Coverage(Figure(self.covered, **facts), population, indicator=self.indicator)  # type: ignore[arg-type]

    @property
    def printed(self) -> Printed | None:
        """The percentage as a share, with the digits that were left out; None where none is told."""
        return None if self.percent is None else as_percent(self.percent)

    @property
    def implied_population(self) -> int | None:
        """The population that those covered and the percentage imply, to the nearest; None where it cannot be told.

        Nobody covered, or 0 %, implies none.
        """
        printed = self.printed
        if not self.covered or printed is None or not printed.share:
            return None
        return int(self.covered / printed.share + Fraction(1, 2))

    @property
    def population_bounds(self) -> Bounds | None:
        """Between what the implied population, else the population told, must lie; None where neither is known."""
        printed = self.printed
        if self.covered and printed is not None and printed.least > 0:
            most, least = self.covered / printed.least, self.covered / printed.most
            return Bounds(-(-least.numerator // least.denominator), most.numerator // most.denominator)
        return self.told_bounds

    @property
    def told_bounds(self) -> Bounds | None:
        """Between what the population told must lie: itself, or about so many; None where none is told."""
        if self.population is None:
            return None
        half = _unit(self.population) // 2 if self.about else 0
        return Bounds(self.population - half, self.population + half)

    def text(self, lang: Lang = "en") -> str:
        """The statement in one line."""
        words = _WORDS[check_lang(lang)]
        parts = []
        if self.target_for is not None:
            parts.append(words["target"].format(self.target_for))
        if self.percent is not None:
            parts.append(self.shown(lang))
        if self.covered is not None:
            parts.append(words["covered"].format(number(self.covered, lang)))
        if self.population is not None:
            of = words["about" if self.about else "of"]
            parts.append(of.format(number(self.population, lang)))
        return f"{self.on}: {', '.join(parts)} ({self.source})"

    def shown(self, lang: Lang = "en") -> str:
        """The percentage as it was printed, empty where there is none."""
        given = self.percent
        if given is None:
            return ""
        return given.strip() if isinstance(given, str) else percent(as_percent(given).share, lang)


def _unit(people: int) -> int:
    """The worth of the last digit of a number that is not 0."""
    unit = 1
    while people and people % (unit * 10) == 0:
        unit *= 10
    return unit


_WORDS: dict[Lang, dict[str, str]] = {
    "en": {"target": "target for {}", "covered": "{} covered", "of": "of {}", "about": "of about {}"},
    "id": {"target": "sasaran {}", "covered": "{} terlindungi", "of": "dari {}", "about": "dari sekitar {}"},
}
