"""The formula of a pension: 1 % for each year of contributions of the mean indexed wage (PP 45/2015 art. 17(2)-(3)).

>>> import jamsostek as js
>>> from jamsostek import jp
>>> found = jp.formula(js.History.unbroken("2016-01", "2025-12", wage=5_000_000), year=2026)
>>> found.months, found.amount
(120, 583119)
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from math import lcm, prod
from typing import Any, NamedTuple

from attrs import field, frozen

from .. import errors
from .._citations import Citation, Grade, weakest
from .._dated import Clock, Moment, Row
from .._history import History
from .._kinds import Lang, check_lang
from .._law import LAW, Law, Mark, what_if
from .._money import Rounding, equals, number, percent, rounded, whole
from .._months import _YEARS, Month
from .._readings import Reading
from .._readings_of_pension import (
    INDEX_OF_WAGES,
    MEAN_OF_INDEXED_WAGES,
    PENSION_ROUNDING,
    WAGES_OF_PENSION_YEAR,
)
from .._steps import Step
from ..instruments import PP_45_2015
from .benefit_law import ACCRUAL, INFLATION
from .law import WAGE_CEILING
from .record import YearOfWages, paid_of, years_of
from .series import first_step, inflations

FORMULA_SCHEMA = "jamsostek.pension-formula/1"
_YEAR = 12


class IndexedYear(NamedTuple):
    """A calendar year of wages: months that count, counted wage of a month, the factor that indexes it,
    whether it is in the mean."""

    year: int
    months: int
    wage: Fraction
    factor: Fraction
    in_mean: bool = True

    @property
    def indexed(self) -> Fraction:
        """The indexed wage of a month (upah tertimbang), rupiah."""
        return self.wage * self.factor


@frozen(repr=False)
class Formula:
    """A pension by the formula, before the lowest and the highest pension bound it.

    ``year`` is the one that wages are indexed to, ``months`` the length of contributions (masa iur) that is put in,
    ``mean`` rupiah per month, ``exact`` the monthly pension as a fraction, ``amount`` whole rupiah.
    """

    year: int
    months: int
    rows: tuple[IndexedYear, ...]
    mean: Fraction
    exact: Fraction
    accrual: Row[Fraction] = field(repr=False)
    inflations: tuple[tuple[int, Row[Fraction]], ...] = field(repr=False)
    touched: tuple[Reading, ...] = field(repr=False)
    law: Law = field(repr=False)

    @property
    def amount(self) -> int:
        """The pension of a month, whole rupiah."""
        return pension_rounded(self.exact, self.law)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The open questions of law that touched it."""
        found = [*self.touched]
        if self.exact.denominator != 1:
            found.append(PENSION_ROUNDING)
        return tuple(dict.fromkeys(found))

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The citations behind it, each once."""
        cites = [*self.accrual.cites, PP_45_2015.at("17(3)")]
        cites += [cite for _, row in self.inflations for cite in row.cites]
        return tuple(dict.fromkeys(cites))

    @property
    def evidence(self) -> Grade:
        """The weakest grade among its citations; GIVEN where a value is the caller's own."""
        return weakest(self.basis)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What else is to be known: a what-if."""
        first, used = self.rows[0].year, (INFLATION.name, WAGE_CEILING.name, ACCRUAL.name)
        changed = [
            each.table
            for each in self.law.overrides
            if each.table in used and each.since.year <= self.year and (each.until is None or each.until.year >= first)
        ]
        checked = Law(self.law.checked_until).marks((), Moment(Clock.YEAR, date(self.year, 1, 1)))
        return (*((what_if(changed),) if changed else ()), *checked)

    def steps(self, lang: Lang = "en") -> tuple[Step, ...]:
        """How the amount came about: index, mean, formula, each with its articles."""
        words, used = _WORDS[check_lang(lang)], [row for row in self.rows if row.in_mean]
        indexed = " + ".join(rounded(row.indexed, lang) for row in used)
        over = f"({indexed}) / {len(used)}"
        if self.law.option(MEAN_OF_INDEXED_WAGES) != "calendar_rows":
            parts = " + ".join(f"{row.months} × {rounded(row.indexed, lang)}" for row in used)
            by_month = self.law.option(MEAN_OF_INDEXED_WAGES) == "month_weighted"
            over = f"({parts}) / {sum(row.months for row in used) if by_month else f'{_YEAR} / {len(used)}'}"
        product = f"{percent(self.accrual.value, lang)} × {self.months} / {_YEAR} × {rounded(self.mean, lang)}"
        found = [
            Step(words["mean"], f"{over} {equals(self.mean, lang)}", (PP_45_2015.at("17(3)"),)),
            Step(words["formula"], f"{product} {equals(self.exact, lang)}", self.accrual.cites),
        ]
        if self.exact.denominator != 1:
            found.append(Step(words["rounded"], f"{rounded(self.exact, lang)} → {number(self.amount, lang)}", ()))
        return tuple(found)

    def table(self, lang: Lang = "en") -> tuple[tuple[str, ...], ...]:
        """The years as lines of words: year, months, wage of a month, index, indexed wage, whether in the mean."""
        words = _WORDS[check_lang(lang)]
        return tuple(
            (
                str(row.year),
                str(row.months),
                rounded(row.wage, lang),
                rounded(row.factor * 100, lang) + " %",
                rounded(row.indexed, lang),
                "" if row.in_mean else words["left_out"],
            )
            for row in self.rows
        )

    def explain(self, lang: Lang = "en") -> str:
        """The years, the mean and the formula with their articles, as a person can check them."""
        words = _WORDS[check_lang(lang)]
        lines = [f"{words['title']} {self.year}: {number(self.amount, lang)}"]
        lines += ["", *columns((words["head"], *self.table(lang))), ""]
        for step in self.steps(lang):
            cites = "; ".join(cite.text(lang) for cite in step.cites)
            lines += [step.formula, f"  {step.numbers}", *([f"  {cites}"] if cites else [])]
        lines += [f"{words['reading']}: {each.text(self.law.option(each), lang)}" for each in self.readings]
        lines += [mark.text(lang) for mark in self.marks]
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """The formula as JSON-safe values; fractions as texts."""
        return {
            "schema": FORMULA_SCHEMA,
            "year": self.year,
            "months": self.months,
            "rows": [
                {
                    "year": row.year,
                    "months": row.months,
                    "wage": str(row.wage),
                    "factor": str(row.factor),
                    "indexed": str(row.indexed),
                    "in_mean": row.in_mean,
                }
                for row in self.rows
            ],
            "mean": str(self.mean),
            "exact": str(self.exact),
            "amount": self.amount,
            "readings": {reading.name: self.law.option(reading) for reading in self.readings},
            "basis": [str(cite) for cite in self.basis],
            "evidence": str(self.evidence),
            "marks": [mark.text_en for mark in self.marks],
        }

    def _repr_html_(self) -> str:
        from .._html import rows_html

        notes = [f"{step.formula}: {step.numbers}" for step in self.steps()]
        return rows_html(_WORDS["en"]["head"], list(self.table()), notes)

    def __repr__(self) -> str:
        return f"<Formula {self.year}: {self.months} months, {number(self.amount)} a month>"


def pension_rounded(exact: Fraction, law: Law) -> int:
    """A pension in whole rupiah."""
    return Rounding(law.option(PENSION_ROUNDING)).apply(exact.numerator, exact.denominator)


def formula(history: History, *, year: int, months: int | None = None, law: Law = LAW) -> Formula:
    """The pension by the formula from a record of wages, for a pension that begins in a calendar ``year``.

    The months recorded as paid up to December of that year count; ``months`` puts another length of contributions in
    their place. Raises ``WrongType``, ``MissingFact`` (months whose state or wage is not known, no month paid),
    ``NotAnnounced`` (a year without inflation, a month without a ceiling), ``EvidenceTooWeak``.
    PP 45/2015 art. 17(2)-(3); what the law leaves open are readings.
    """
    count = None if months is None else whole(months)
    errors.raise_together(
        "formula",
        (
            None
            if isinstance(history, History)
            else errors.WrongType("history", f"{history!r} is no History", "give a jamsostek.History"),
            None
            if type(year) is int and year in _YEARS
            else errors.WrongType("year", f"{year!r} is no year", "give an int, such as 2026"),
            None
            if months is None or (count is not None and count > 0)
            else errors.WrongType("months", f"{months!r} is no number of months", "give an int from 1"),
        ),
    )
    readings: list[Reading] = []
    until = Month(f"{year}-12")
    paid = paid_of(history, until, law, readings)
    unknown = [str(each.month) for each in paid if each.wage is None]
    if not paid or unknown:
        missing = ", ".join(unknown) or "any month"
        raise errors.MissingFact(
            "formula", f"the wage, or whether it was paid, is not known of {missing}", "fill the history in, or cut it"
        )
    found = make(years_of(paid), year=year, months=count or len(paid), law=law, touched=tuple(readings))
    law.check_evidence("formula", ((str(cite), cite.grade) for cite in found.basis))
    law.check_evidence("formula", ((f"reading {each.name}", each[law.option(each)].grade) for each in found.readings))
    return found


def make(
    years: tuple[YearOfWages, ...], *, year: int, months: int, law: Law, touched: tuple[Reading, ...] = ()
) -> Formula:
    """The formula on counted wages by year, of which there is at least one."""
    found = indexes(years[0].year, year, law)
    counted = wages_of_year_count(years[0].year, year, law)
    rows = tuple(
        IndexedYear(each.year, each.months, each.wage, found.of(each.year), counted or each.year < year)
        for each in years
    )
    readings = [*touched, MEAN_OF_INDEXED_WAGES, INDEX_OF_WAGES]
    if years[0].year < years[-1].year == year:
        readings.append(WAGES_OF_PENSION_YEAR)
    accrual = law.row(ACCRUAL, Moment(Clock.PENSION, date(year, 12, 31)))
    in_mean = tuple(each for each in years if counted or each.year < year)
    mean = mean_of(in_mean, found, law.option(MEAN_OF_INDEXED_WAGES))
    exact = Fraction(*_product(accrual.value, months, *mean))
    return Formula(
        year,
        months,
        rows,
        Fraction(*mean),
        exact,
        accrual,
        tuple(found.used.items()),
        tuple(dict.fromkeys(readings)),
        law,
    )


class Indexes(NamedTuple):
    """What the wages of each year are multiplied by for a pension of another: numerators over one denominator.

    ``used`` are the inflations behind them.
    """

    numerators: dict[int, int]
    denominator: int
    used: dict[int, Row[Fraction]]

    def of(self, year: int) -> Fraction:
        """The factor of a year's wages."""
        return Fraction(self.numerators[year], self.denominator)


def indexes(first: int, year: int, law: Law) -> Indexes:
    """The indexes of wages from a ``first`` year on, for a pension that begins in a ``year``."""
    start = first_step(law)
    used = inflations(range(first + start, year), law)
    denominator = prod(row.value.denominator for row in used.values())
    index, numerators = denominator, {year: denominator}
    for each in range(year - 1, first - 1, -1):
        before = index
        if each in used:
            rate = used[each].value
            index = index // rate.denominator * (rate.denominator + rate.numerator)
        numerators[each] = before if start else index
    return Indexes(numerators, denominator, used)


def wages_of_year_count(first: int, year: int, law: Law) -> bool:
    """Whether the wages of the year in which a pension begins are in the mean."""
    return law.option(WAGES_OF_PENSION_YEAR) == "counted" or first == year


_MONTHS = lcm(*range(1, _YEAR + 1))


def mean_of(years: Sequence[YearOfWages], found: Indexes, option: str) -> tuple[int, int]:
    """The mean indexed wage of a month, numerator and denominator, by the option of ``MEAN_OF_INDEXED_WAGES``."""
    if option == "calendar_rows":
        indexed = sum(found.numerators[year] * total * (_MONTHS // months) for year, months, total in years)
        return indexed, found.denominator * _MONTHS * len(years)
    months = sum(each.months for each in years) if option == "month_weighted" else _YEAR * len(years)
    return sum(found.numerators[year] * total for year, _, total in years), found.denominator * months


def _product(accrual: Fraction, months: int, numerator: int, denominator: int) -> tuple[int, int]:
    """The share for each year of contributions of a mean wage, numerator and denominator."""
    return accrual.numerator * months * numerator, accrual.denominator * _YEAR * denominator


class PensionsOfYear:
    """The formula for pensions that begin in a year, for many people: what is the same for all, looked up once."""

    def __init__(self, year: int, law: Law) -> None:
        self.year, self.law = year, law
        self.accrual = law.row(ACCRUAL, Moment(Clock.PENSION, date(year, 12, 31))).value
        self.option, self.rounding = law.option(MEAN_OF_INDEXED_WAGES), Rounding(law.option(PENSION_ROUNDING))
        self._indexes: dict[int, Indexes] = {}

    def amount(self, years: Sequence[YearOfWages], months: int) -> int:
        """What ``make`` gives for the counted wages of at least one year: whole rupiah a month.

        Raises ``NotAnnounced``.
        """
        first = years[0].year
        found = self._indexes.get(first)
        if found is None:
            found = self._indexes[first] = indexes(first, self.year, self.law)
        if years[-1].year == self.year and not wages_of_year_count(first, self.year, self.law):
            years = years[:-1]
        return self.rounding.apply(*_product(self.accrual, months, *mean_of(years, found, self.option)))


def columns(lines: tuple[tuple[str, ...], ...]) -> list[str]:
    """Lines of words as aligned columns."""
    widths = [max(len(line[at]) for line in lines) for at in range(len(lines[0]))]
    return ["  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]


_WORDS: dict[Lang, dict[str, Any]] = {
    "en": {
        "title": "pension by the formula, from",
        "head": ("year", "months", "wage of a month", "index", "indexed", ""),
        "left_out": "not in the mean",
        "mean": "mean indexed wage of a month",
        "formula": "share × months of contributions / 12 × mean indexed wage",
        "rounded": "to whole rupiah (no rule in the law)",
        "reading": "open question",
    },
    "id": {
        "title": "manfaat pensiun menurut formula, sejak",
        "head": ("tahun", "bulan", "upah sebulan", "indeks", "tertimbang", ""),
        "left_out": "di luar rata-rata",
        "mean": "rata-rata upah tertimbang sebulan",
        "formula": "persentase × masa iur / 12 × rata-rata upah tertimbang",
        "rounded": "ke rupiah penuh (tidak diatur)",
        "reading": "pertanyaan terbuka",
    },
}
