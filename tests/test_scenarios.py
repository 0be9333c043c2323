"""Yearly rates and scenarios of yearly series."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors, jp, units
from jamsostek._money import number, percent
from jamsostek._rates import as_rate, rate_error
from jamsostek.instruments import PP_46_2015

ANY: Any = js  # for what the types forbid
SERIES: js.Dated[Fraction] = js.Dated(
    "test.SERIES",
    "a yearly series",
    "deret tahunan",
    units.RATE,
    js.Clock.YEAR,
    (
        js.row("2019-01", Fraction(606, 10_000), PP_46_2015.at("27"), until="2019-12"),
        js.row("2020-01", Fraction(563, 10_000), PP_46_2015.at("27"), until="2020-12"),
    ),
    js.Horizon.YEARLY,
)


def year(number_of: int) -> js.Moment:
    return js.Moment(js.Clock.YEAR, date(number_of, 1, 1))


@pytest.mark.parametrize("given", ["5.63 %", " 5.63% ", Fraction(563, 10_000), Decimal("0.0563")])
def test_rates_are_read(given: Any) -> None:
    assert as_rate(given) == Fraction(563, 10_000)


def test_rates_below_zero_and_zero() -> None:
    assert as_rate("-2.07 %") == Fraction(-207, 10_000)
    assert as_rate(0) == 0
    assert percent(as_rate("-2.07 %")) == "-2.07 %"
    assert percent(as_rate("-2.07 %"), "id") == "-2,07 %"
    assert number(-1_000) == "-1,000"


@pytest.mark.parametrize(
    ("given", "error", "says"),
    [
        (0.05, errors.FloatRate, "float"),
        (5, errors.ImpossibleRate, "5 means 500 % a year"),
        (1, errors.ImpossibleRate, "1 means 100 % a year"),
        ("100 %", errors.ImpossibleRate, "100 % means 100 % a year"),
        (-1, errors.ImpossibleRate, "a loss of everything"),
        ("-101 %", errors.ImpossibleRate, "a loss of everything"),
        ("5", errors.WrongType, "no rate"),
        (True, errors.WrongType, "no rate"),
        (None, errors.WrongType, "no rate"),
        (Decimal("NaN"), errors.WrongType, "no rate"),
    ],
)
def test_what_is_no_rate(given: Any, error: type[errors.JamsostekError], says: str) -> None:
    fault = rate_error("2027", given)
    assert type(fault) is error
    assert says in str(fault)
    with pytest.raises(error, match=r"^2027: "):
        as_rate(given, "2027")


def test_a_scenario_names_years() -> None:
    law = js.LAW.scenario(SERIES, {2021: "5 %", 2020: Fraction(1, 100)})
    assert [law.row(SERIES, year(each)).value for each in (2019, 2020, 2021)] == [
        Fraction(606, 10_000),
        Fraction(1, 100),
        Fraction(1, 20),
    ]
    assert law.row(SERIES, year(2021)).cites[0].grade is js.Grade.GIVEN
    assert [each.since.year for each in law.overrides] == [2020, 2021]
    with pytest.raises(errors.NotAnnounced, match="2022"):
        law.row(SERIES, year(2022))
    again = law.scenario(SERIES, {2022: "6 %"})
    assert again.row(SERIES, year(2021)).value == Fraction(1, 20)
    assert again.row(SERIES, year(2022)).value == Fraction(6, 100)


def test_an_override_takes_rates_as_a_scenario_does() -> None:
    law = js.LAW.override(SERIES, since="2021-01", value="5 %")
    assert law.row(SERIES, year(2030)).value == law.overrides[0].value == Fraction(1, 20)
    with pytest.raises(errors.ImpossibleRate, match=r"override test.SERIES: 5 means 500 % a year.*5 %"):
        js.LAW.override(SERIES, since="2021-01", value=ANY.Count(5, 5).least)
    share = js.LAW.override(jp.EMPLOYER_RATE, since="2027-01", value="5 %")
    assert share.overrides[0].value == Fraction(1, 20)
    with pytest.raises(errors.InvalidTable):
        js.LAW.override(jp.WAGE_CEILING, since="2027-01", value="5 %")


def test_every_fault_of_a_scenario_names_its_year() -> None:
    with pytest.raises(errors.SeveralErrors) as caught:
        js.LAW.scenario(SERIES, {2027: 5, 2028: "-100 %", ANY.LAW: 0})
    assert [each.where for each in caught.value.errors] == ["test.SERIES 2027", "test.SERIES 2028", "test.SERIES"]


def test_scenarios_are_for_yearly_series() -> None:
    with pytest.raises(errors.WrongType, match="calendar years"):
        js.LAW.scenario(jp.EMPLOYER_RATE, {2027: "5 %"})
    with pytest.raises(errors.WrongType, match="no table"):
        js.LAW.scenario(ANY.LAW, {2027: "5 %"})
    given: Any
    for given in ({}, ANY.LAW):
        with pytest.raises(errors.WrongType, match="no rates by year"):
            js.LAW.scenario(SERIES, given)


def test_the_unit_of_yearly_rates() -> None:
    assert [units.RATE.check(each) for each in (Fraction(1, 20), Fraction(-1, 50), Fraction(-1), Fraction(1), 0)] == [
        True,
        True,
        False,
        False,
        False,
    ]
