"""The series that index wages and pensions: known years, scenarios for others, and what follows from them.

>>> from jamsostek import LAW, jp
>>> law = jp.scenario(LAW, inflation={year: "3 %" for year in range(2026, 2040)})
>>> float(jp.index(2025, 2030, law=law)) > 1.15
True
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction

from .. import errors
from .._dated import Clock, Dated, Moment, Row
from .._law import LAW, Law, Override
from .._months import _YEARS, Month
from .._rates import Rate
from .._readings_of_pension import INDEX_OF_WAGES, START_OF_LIMITS_2026
from .benefit_law import (
    CEILING_STEP,
    GDP_GROWTH,
    INFLATION,
    LIMITS_FROM_FEBRUARY,
    LIMITS_STEP,
    MAX_PENSION,
    MIN_PENSION,
)
from .law import WAGE_CEILING


def inflation(year: int, *, law: Law = LAW) -> Row[Fraction]:
    """The general inflation (tingkat inflasi umum) of a calendar year, a fraction, with where it stands.

    Raises ``BeforeLaw`` before 2015 and ``NotAnnounced`` for a year that is not known, naming it.
    PP 45/2015 art. 17(5).

    >>> inflation(2025).value
    Fraction(73, 2500)
    """
    return _of_year(INFLATION, year, law)


def growth(year: int, *, law: Law = LAW) -> Row[Fraction]:
    """The growth of gross domestic product of a calendar year as first published; raises as ``inflation`` does.

    >>> growth(2020).value
    Fraction(-207, 10000)
    """
    return _of_year(GDP_GROWTH, year, law)


def _of_year(table: Dated[Fraction], year: int, law: Law) -> Row[Fraction]:
    if type(year) is not int or year not in _YEARS:
        raise errors.WrongType(table.name, f"{year!r} is no year", "give an int, such as 2026")
    try:
        return law.row(table, Moment(Clock.YEAR, date(year, 12, 31)))
    except errors.NotAnnounced:
        raise _not_announced(table, [year]) from None


def inflations(years: Iterable[int], law: Law) -> dict[int, Row[Fraction]]:
    """The inflation of several years; those that are not known are named together."""
    found, unknown = {}, []
    for year in years:
        try:
            found[year] = inflation(year, law=law)
        except errors.NotAnnounced:
            unknown.append(year)
    if unknown:
        raise _not_announced(INFLATION, unknown)
    return found


def _not_announced(table: Dated[Fraction], years: list[int]) -> errors.NotAnnounced:
    last = table.rows[-1].until
    assert last is not None  # announced year by year
    what = f"{table.label_en.partition(',')[0]} {', '.join(map(str, years))} is not known; announced up to {last.year}"
    more = ", …" if len(years) > 1 else ""
    mend = f'take jp.scenario(law, {_WORDS[table.name]}={{{years[0]}: "3 %"{more}}}) on your law'
    return errors.NotAnnounced(table.name, what, mend)


_WORDS = {INFLATION.name: "inflation", GDP_GROWTH.name: "growth"}


def index(wage_year: int, pension_year: int, *, law: Law = LAW) -> Fraction:
    """What a wage of one year is multiplied by for a pension that begins in another: the compounded inflation.

    By default the inflation of the wage's own year is the first, that of the year before the pension the last; the
    reading ``INDEX_OF_WAGES`` has another start. Raises ``Contradiction`` for years in the wrong order, and what
    ``inflation`` raises. PP 45/2015 art. 17(3) and its elucidation.

    >>> index(2024, 2026)  # 1.0157 x 1.0292
    Fraction(26133961, 25000000)
    """
    if pension_year < wage_year:
        raise errors.Contradiction(
            "index", f"{pension_year} lies before {wage_year}", "give the year of the wage first"
        )
    product = Fraction(1)
    for row in inflations(range(wage_year + first_step(law), pension_year), law).values():
        product *= 1 + row.value
    return product


def first_step(law: Law) -> int:
    """How many years after that of the wage the first inflation is taken from."""
    return 0 if law.option(INDEX_OF_WAGES) == "own_year" else 1


def limits(month: Month, *, law: Law = LAW) -> tuple[Row[int], Row[int]]:
    """The lowest and the highest pension of a month, rupiah, with where they stand.

    Raises ``BeforeLaw``, and ``NotAnnounced`` past the last known year, naming it. PP 45/2015 art. 18.

    >>> [row.value for row in limits(Month("2026-03"))]
    [411400, 4932300]
    """
    moment = _moment(month)
    if law.find(LIMITS_FROM_FEBRUARY, moment) is not None and law.option(START_OF_LIMITS_2026) == "february":
        moment = _moment(month + 1)
    try:
        return law.row(MIN_PENSION, moment), law.row(MAX_PENSION, moment)
    except errors.NotAnnounced:
        what = f"the lowest and the highest pension of {month} are not announced"
        mend = f'take jp.scenario(law, inflation={{{month.first_day.year - 1}: "3 %"}}) on your law'
        raise errors.NotAnnounced("jp.limits", what, mend) from None


def _moment(month: Month) -> Moment:
    return Moment(Clock.PENSION_MONTH, month.first_day)


def scenario(
    law: Law = LAW, *, inflation: Mapping[int, Rate] | None = None, growth: Mapping[int, Rate] | None = None
) -> Law:
    """The law with assumed inflation and growth by calendar year, and the limits and ceilings that follow from them.

    Rates are fractions or texts such as "3 %". Past the last announced value the limits of the pension of each year are
    those of the year before times 1 + inflation, up to the next step, from March; the ceiling of wages goes by growth,
    down to the step. Announced limits and ceilings stay, and so does what the caller set himself; a
    scenario put on a scenario derives them again. Results say that they are a what-if.
    Raises what ``Law.scenario`` raises. PP 45/2015 arts 17(3)-(5), 18(3), 29(3).

    >>> law = scenario(inflation={2026: "2.5 %"}, growth={2026: "5 %"})
    >>> [row.value for row in limits(Month("2027-03"), law=law)]
    [421700, 5055700]
    """
    for rates, given, tables, up in (
        (INFLATION, inflation, (MIN_PENSION, MAX_PENSION), True),
        (GDP_GROWTH, growth, (WAGE_CEILING,), False),
    ):
        if given is None:
            continue
        for table in tables:
            law = law.derive(table, ())
        law = law.scenario(rates, given)
        for table in tables:
            law = law.derive(table, _chained(law, table, rates, up=up))
    return law


def _chained(law: Law, table: Dated[int], rates: Dated[Fraction], *, up: bool) -> Iterator[Override]:
    """The values of a yearly table after its last announced one, as far as the rates go and the caller set none."""
    last = table.rows[-1]
    assert last.until is not None  # announced year by year
    value, since = law.row(table, Moment(table.clock, last.until)).value, Month.of(last.until) + 1
    while True:
        year = since.first_day.year
        given = law.find(table, Moment(table.clock, since.first_day))
        rate = law.find(rates, Moment(Clock.YEAR, date(year - 1, 12, 31)))
        if given is not None and given.until is not None:
            value = given.value
        elif given is not None or rate is None:
            return  # the caller has set it for good, or no rate is known
        else:
            value = next_value(value, rate.value, year, law, up=up)
            yield Override(table.name, since.first_day, (since + 11).last_day, value, rates.name)
        since += 12


def next_value(value: int, rate: Fraction, year: int, law: Law, *, up: bool) -> int:
    """A yearly value of a year from that of the year before, rounded as practice has it."""
    step = law.row(LIMITS_STEP if up else CEILING_STEP, Moment(Clock.YEAR, date(year, 1, 1))).value
    steps = value * (1 + rate) / step
    return step * (-(-steps.numerator // steps.denominator) if up else steps.numerator // steps.denominator)
