"""Worked examples of pensions: the operator's briefing, and articles applied by hand."""

import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import jamsostek as js
from jamsostek import jp
from jamsostek._benefits import Figure

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "pension.toml").read_text())["case"]


def of_kind(kind: str) -> pytest.MarkDecorator:
    found = [case for case in CASES if case["kind"] == kind]
    return pytest.mark.parametrize("case", found, ids=[case["id"] for case in found])


def readings(case: dict[str, Any]) -> js.Law:
    law = js.LAW
    for name, option in case.get("readings", {}).items():
        law = law.reading(getattr(js.readings, name), option)
    return law


@of_kind("formula")
def test_formula(case: dict[str, Any]) -> None:
    years = range(2015, case["year"])
    flat = case.get("indexed_wage")
    rates = dict.fromkeys(years, "0 %") if flat else {year: case["inflation"][str(year)] for year in years}
    law = jp.scenario(inflation=rates).override(jp.WAGE_CEILING, since="2027-03", value=case.get("ceiling", 20_000_000))
    months = js.months(case["first"], case["last"])
    wages = {month: flat or case["wages"][str(month)[:4]] for month in months}
    history = js.History.of(wages, state="paid")
    for option, amount in case["expect"].items():
        found = jp.formula(
            history,
            year=case["year"],
            months=case["months"],
            law=law.reading(js.readings.MEAN_OF_INDEXED_WAGES, option),
        )
        assert (found.months, found.amount) == (case["months"], amount)
        used = [row for row in found.rows if row.in_mean]
        for row, indexed, percent in zip(used, case.get("indexed", ()), case.get("percent", ()), strict=False):
            assert round(row.indexed) == indexed
            assert abs(row.factor * 100 - Fraction(percent)) <= Fraction(1, 200)
        assert len(used) == len(case.get("indexed", used))


def test_the_months_of_the_briefing_are_those_of_its_record() -> None:
    case = CASES[0]
    history = js.History.unbroken(case["first"], case["last"], wage=3_000_000)
    assert len(history) == case["months"]


@of_kind("pension")
def test_pension(case: dict[str, Any]) -> None:
    pension = jp.Pension("old_age", js.Month(case["first"]), Fraction(case["exact"]))
    for month, amount in case["expect"].items():
        assert pension.amount(month) == amount


@of_kind("dates")
def test_dates(case: dict[str, Any]) -> None:
    found = jp.pension_dates(case["born"])
    for key, day in case["expect"].items():
        on = jp.pay_by(found.right_from, case["papers"]).on if key == "pay_by" else getattr(found, key)
        assert on == day


@of_kind("death")
def test_death(case: dict[str, Any]) -> None:
    given = case["family"]
    spouse: Any = given["spouse"]
    if isinstance(spouse, str):
        spouse = js.Spouse(remarried=date.fromisoformat(spouse))
    child = js.Child(born=date(2016, 4, 1), married=False, works=False)
    family = js.Family(
        spouse=spouse, children=child if given.get("children") else False, parents=given.get("parents", False)
    )
    who = js.WageEarner(wage=5_000_000, risk_group=1, person=js.Person(born=date(1985, 6, 15)))
    history = js.History.unbroken(case.get("first", "2024-07"), "2026-06", wage=5_000_000)
    member = js.Member(who, registered=case.get("registered", date(2024, 7, 1)), history=history)
    law = readings(case).scenario(jp.INFLATION, {2024: "0 %", 2025: "0 %"})
    death = js.Death(on=date(2026, 7, 2), pension_drawn=case.get("drawn"))
    items = {str(item.benefit): item for item in jp.benefit(death, member, family, law=law)}
    assert {name: "not known" if item.amount is None else item.amount for name, item in items.items()} == case["expect"]
    for name, share in case.get("shares", {}).items():
        assert Figure(Fraction(share)) in [value for work in items[name].work for value in work.values]
    for name, day in case.get("begins", {}).items():
        assert items[name].first == day
    assert all(item.verdict.state is js.State.ELIGIBLE for item in items.values())


def test_every_case_names_a_source_and_an_expectation() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES)
    assert all(case["source"] and case["expect"] for case in CASES)


# What is paid in, not what is drawn.


def test_contributions_up_to_the_ceiling() -> None:
    worker = js.WageEarner(wage=5_000_000, risk_group=1)
    bill = js.contributions(worker, month="2026-10")
    assert (bill["JP", "worker"].amount, bill["JP", "employer"].amount) == (50_000, 100_000)
    rich = js.WageEarner(wage=20_000_000, risk_group=1)
    months = {"2024-02": 9_559_600, "2024-03": 10_042_300, "2025-03": 10_547_400}
    assert {month: js.contributions(rich, month=month)["JP", "worker"].counted for month in months} == months


@pytest.mark.parametrize(("option", "fine"), [("counts", 1_800_000), ("whole", 1_200_000)])
def test_late_fine(option: str, fine: int) -> None:
    law = js.LAW.reading(js.readings.BEGUN_MONTH, option)
    due = js.payment.due_dates(js.contributions(js.WageEarner(wage=10_000_000, risk_group=1), month="2026-01"))
    assert due[js.Programme.JP].on == date(2026, 2, 15)
    late = js.payment.months_late(due[js.Programme.JP].on, date(2026, 4, 20), law=law)
    rate = js.payment.late_fine(30_000_000, months=late, programme="JP", month="2026-01", law=law)
    assert rate.amount == fine
