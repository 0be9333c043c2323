"""Figures of coverage: how many are covered, of how many, each with source and date, and the gap to a target."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from attrs import evolve, field, frozen

from .. import errors
from .._dated import Clock, Moment
from .._kinds import Labelled, Lang, check_lang, choice_error, lenient
from .._law import LAW, Law
from .._money import count_error, lenient_int, number, rounded
from .._months import Month, date_error
from .._people import Participant
from ..planning.budgets import year_error
from ..planning.costs import Cost, cost
from ..planning.groups import Group
from .law import NATIONAL_TARGETS
from .percents import Percent, as_percent, percent_error

ABOUT: dict[Lang, str] = {"en": "about ", "id": "sekitar "}


class Indicator(Labelled):
    """Which coverage is meant (indikator)."""

    ALL = "all", "active participants of all kinds among all workers", "peserta aktif semua segmen dari seluruh pekerja"
    FORMAL = "formal", "wage earners among formal workers", "cakupan pekerja formal (PPU)"
    INFORMAL = "informal", "self-employed participants among informal workers", "cakupan pekerja informal (PBPU)"


def _indicator(value: Indicator | str) -> Indicator | None:
    return lenient(Indicator, value)


@frozen
class Figure:
    """A number of people as it was told: where and when, and whether only about.

    Raises ``WrongType``, ``OutOfRange``, ``MissingFact`` without a source, ``NotADate``, several as ``SeveralErrors``.

    >>> Figure(420_000, source="press, 2025-11-29", on=date(2024, 12, 31), about=True).text()
    'about 420,000 (press, 2025-11-29; 2024-12-31)'
    """

    number: int = field(converter=lenient_int)
    source: str = field(kw_only=True)
    on: date = field(kw_only=True)
    about: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        errors.raise_together(
            "Figure",
            (
                count_error("number", self.number),
                source_error(self.source),
                date_error("on", self.on, needed=True),
                None
                if isinstance(self.about, bool)
                else errors.WrongType("about", f"{self.about!r} is no answer", "give True or False"),
            ),
        )

    def text(self, lang: Lang = "en") -> str:
        """The number with its source and date."""
        about = ABOUT[check_lang(lang)] if self.about else ""
        return f"{about}{number(self.number, lang)} ({self.source}; {self.on})"


def source_error(source: object) -> errors.JamsostekError | None:
    """What is wrong with a source, None if nothing is."""
    if isinstance(source, str) and source.strip():
        return None
    return errors.MissingFact("source", f"{source!r} names none", "say where it was told, in a few words")


@frozen
class Coverage:
    """Coverage (cakupan kepesertaan): those ``covered`` among the ``population``, both with source and date.

    Raises ``OutOfRange`` above 100 % and for a population of nobody, ``WrongType``, ``UnknownChoice``.

    >>> day = date(2025, 4, 30)
    >>> april = Coverage(Figure(323_900, source="press", on=day), Figure(756_873, source="implied", on=day))
    >>> april.percent(), april.gap("55.32 %").people
    ('42.79 %', 94803)
    """

    covered: Figure
    population: Figure
    indicator: Indicator = field(default=Indicator.ALL, converter=_indicator, kw_only=True)

    def __attrs_post_init__(self) -> None:
        faults: list[errors.JamsostekError] = [
            errors.WrongType(name, f"{given!r} is no figure", "give a ucj.Figure: a number with source and date")
            for name, given in (("covered", self.covered), ("population", self.population))
            if not isinstance(given, Figure)
        ]
        faults += [] if faults else self._range_errors()
        unknown = choice_error(errors.UnknownChoice, "indicator", Indicator, self.indicator or "")
        errors.raise_together("Coverage", (*faults, unknown))

    def _range_errors(self) -> list[errors.JamsostekError]:
        covered, population = self.covered.number, self.population.number
        if not population:
            return [errors.OutOfRange("population", "it is nobody", "give the workers of the area")]
        if covered <= population:
            return []
        share = rounded(Fraction(100 * covered, population))
        what = f"{number(covered)} covered of {number(population)} is {share} %, above 100 %"
        return [errors.OutOfRange("Coverage", what, "give numbers of the same people, at the same date")]

    @property
    def share(self) -> Fraction:
        """The coverage, exact."""
        return Fraction(self.covered.number, self.population.number)

    def percent(self, lang: Lang = "en") -> str:
        """The coverage as people print it, to two decimal places."""
        return f"{rounded(self.share * 100, check_lang(lang))} %"

    def plus(self, people: int) -> Coverage:
        """The coverage with so many people more, such as a batch that is registered. Raises as ``Coverage`` does."""
        fault = count_error("people", people)
        errors.raise_together("plus", (fault,))
        more = evolve(self.covered, number=self.covered.number + people, source=f"{self.covered.source} + {people:,}")
        return evolve(self, covered=more)

    def gap(self, target: Percent | Figure) -> Gap:
        """What lacks for a target: a share ("41.23 %", a fraction) of this population, or a number of people.

        Raises ``OutOfRange`` for a target above 100 %, ``WrongType``, ``FloatRate``.
        """
        if isinstance(target, Figure):
            whole = Coverage(target, self.population).covered.number
            return Gap(self, Fraction(target.number), whole, target.about or self.covered.about)
        errors.raise_together("gap", (percent_error("target", target),))
        exact = as_percent(target).share * self.population.number
        return Gap(self, exact, -(-exact.numerator // exact.denominator), self.covered.about or self.population.about)

    def text(self, lang: Lang = "en") -> str:
        """The division with both figures."""
        division = f"{self.covered.text(lang)} ÷ {self.population.text(lang)}"
        return f"{self.indicator.label(lang)}: {division} = {self.percent(lang)}"


@frozen
class Gap:
    """What lacks for a target: ``exact`` people of the population, ``target`` in whole ones (rounded up).

    ``people`` is 0 where the target is ``reached``; ``about`` says that a figure it rests on was told as about so many.
    """

    coverage: Coverage
    exact: Fraction
    target: int
    about: bool = False

    @property
    def people(self) -> int:
        """How many people are to be added."""
        return max(self.target - self.coverage.covered.number, 0)

    @property
    def reached(self) -> bool:
        """Whether nobody lacks."""
        return not self.people

    def cost(self, participant: Participant, first: Month | str, last: Month | str, *, law: Law = LAW) -> Cost:
        """What covering all of them costs from one month to another. Raises what ``planning.cost`` raises."""
        return cost(Group(self.people, participant, name="gap"), first, last, law=law)

    def text(self, lang: Lang = "en") -> str:
        """The subtraction with its numbers put in."""
        covered = number(self.coverage.covered.number, lang)
        exact = "" if self.exact == self.target else f" (⌈{rounded(self.exact, lang)}⌉)"
        about = ABOUT[lang] if self.about else ""
        if self.reached:
            return f"{about}{covered} ≥ {number(self.target, lang)}{exact}"
        return f"{about}{number(self.target, lang)}{exact} - {covered} = {number(self.people, lang)}"


def national_target(year: int, *, law: Law = LAW) -> Fraction:
    """The nation's target of coverage for a year, a fraction of workers, by the development plans.

    Raises ``NotAnnounced`` for a year of which no target was found, ``WrongType``, ``BeforeLaw``, ``EvidenceTooWeak``.

    >>> national_target(2029)
    Fraction(549, 1250)
    """
    errors.raise_together("national_target", (year_error("year", year),))
    moment = Moment(Clock.YEAR, date(year, 1, 1))
    targets = law.table(NATIONAL_TARGETS)
    row = targets.find(moment)
    if row is None and moment.on > targets.rows[0].since:
        years = [each.since.year for each in targets.rows]
        beside = (max(each for each in years if each < year), *[each for each in years if each > year][:1])
        raise errors.NotAnnounced(
            "national_target",
            f"no target was found for {year}; {' and '.join(map(str, beside))} {'have' if beside[1:] else 'has'} one",
            "ask for such a year, or set one: law.override(ucj.NATIONAL_TARGETS, since=…, until=…, value=…)",
        )
    row = law.row(NATIONAL_TARGETS, moment)
    law.check_evidence("national_target", ((str(cite), cite.grade) for cite in row.cites))
    return row.value
