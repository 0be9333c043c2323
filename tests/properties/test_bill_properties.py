"""Properties of every bill: shares, caps, monotony, boundaries, reliefs, overrides, round trips."""

import json
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import jkk, jkm, jkp, jp, readings, reliefs, tables
from jamsostek import testing as given_by
from jamsostek._dated import Dated
from jamsostek._money import LEAST_WAGE, MOST_WAGE

ROUNDINGS = st.sampled_from(list(js.Rounding))


@given(given_by.participants(), given_by.months(), given_by.laws())
def test_a_bill_adds_up_and_is_cited(participant: Any, month: js.Month, law: js.Law) -> None:
    bill = js.contributions(participant, month=month, law=law)
    assert bill.total == sum(bill.by_programme.values()) == sum(bill.by_payer.values())
    assert len({(line.programme, line.payer) for line in bill}) == len(bill.lines)
    for line in bill:
        assert type(line.amount) is int
        assert 0 <= line.amount <= line.given + 10_000_000
        assert line.basis
        assert abs(line.amount - line.exact) < 1
        assert line.readings == () or all(reading in bill.readings for reading in line.readings)
    assert bill == js.contributions(participant, month=month, law=law)


@given(given_by.wages(), given_by.risk_groups(), given_by.months())
def test_shares_of_the_law(wage: int, group: int, month: js.Month) -> None:
    bill = js.contributions(js.WageEarner(wage=wage, risk_group=group), month=month)
    shares = [
        Fraction(24, 10_000),
        Fraction(54, 10_000),
        Fraction(89, 10_000),
        Fraction(127, 10_000),
        Fraction(174, 10_000),
    ]
    assert bill["JKK", "employer"].exact == wage * shares[group - 1]
    assert bill["JKM", "employer"].exact == wage * Fraction(3, 1000)
    assert bill["JHT", "employer"].exact + bill["JHT", "worker"].exact == wage * Fraction(57, 1000)
    assert bill["JP", "employer"].exact == 2 * bill["JP", "worker"].exact
    assert bill["JP", "worker"].exact * 100 == min(wage, js.LAW.row(jp.WAGE_CEILING, js.LAW.moment(month)).value)


@given(given_by.wages(), given_by.wages(), given_by.risk_groups(), given_by.months(), ROUNDINGS)
def test_more_wage_is_never_less_due(one: int, other: int, group: int, month: js.Month, rounding: js.Rounding) -> None:
    law = js.LAW.reading(readings.CONTRIBUTION_ROUNDING, rounding)
    low, high = (
        js.contributions(js.WageEarner(wage=wage, risk_group=group), month=month, law=law)
        for wage in sorted((one, other))
    )
    assert all(a.amount <= b.amount for a, b in zip(low, high, strict=True))


@given(given_by.incomes(), given_by.incomes(), given_by.months(), given_by.laws())
def test_more_income_is_never_less_due(one: int, other: int, month: js.Month, law: js.Law) -> None:
    low, high = (
        js.contributions(js.SelfEmployed(income=income), month=month, law=law).total for income in sorted((one, other))
    )
    assert low <= high


@given(given_by.incomes())
def test_bounds_of_the_income_table(income: int) -> None:
    bill = js.contributions(js.SelfEmployed(income=income), month="2025-06")
    assert 10_000 <= bill["JKK"] <= 207_000
    assert bill["JKM"] == 6_800


@given(given_by.wages(), given_by.months())
def test_a_higher_risk_group_is_never_cheaper(wage: int, month: js.Month) -> None:
    amounts = [
        js.contributions(js.WageEarner(wage=wage, risk_group=group), month=month)["JKK"] for group in range(1, 6)
    ]
    assert amounts == sorted(amounts)


def without_reliefs(law: js.Law) -> js.Law:
    """The law in which every relief leaves the whole amount due."""
    whole = Fraction(10**12 - 1, 10**12)  # the closest to 1 that a share can be
    for table in {table for relief in reliefs.ALL for _, table in relief.factors}:
        for row in table.rows:
            law = law.override(table, since=row.since, until=row.until, value=whole)
    return law


@given(given_by.participants(), given_by.months())
def test_a_relief_never_raises_a_bill(participant: Any, month: js.Month) -> None:
    relieved = js.contributions(participant, month=month)
    ordinary = js.contributions(participant, month=month, law=without_reliefs(js.LAW))
    for line, full in zip(relieved, ordinary, strict=True):
        assert line.amount <= full.amount
        if line.programme in ("JHT", "JP"):
            assert line.amount == full.amount
            assert line.reliefs == ()


@given(given_by.self_employed(), given_by.months())
def test_public_budgets_get_no_relief_of_2026(person: js.SelfEmployed, month: js.Month) -> None:
    for payer in ("regional_budget", "state_budget"):
        bill = js.contributions(attrs.evolve(person, paid_by=payer), month=month)
        assert all(applied.relief is not reliefs.SELF_EMPLOYED_2026 for line in bill for applied in line.reliefs)


@pytest.mark.parametrize("table", tables.ALL, ids=lambda table: table.name)
def test_an_override_of_the_same_value_changes_nothing(table: Dated[Any]) -> None:
    law = js.LAW
    for since, until, row in table.spans():
        law = law.override(table, since=since, until=until, value=row.value)
    participants = (
        js.WageEarner(wage=20_000_001, employer=js.Employer(risk_group=3, industry="toys", active_workers=50)),
        js.SelfEmployed(income=3_333_333, sector="other", programmes=["JKK", "JKM", "JHT"]),
        js.Trainee(wage=3_000_000, risk_group=1),
    )
    for participant in participants:
        for month in js.months("2015-07", "2027-02"):
            one, other = (js.contributions(participant, month=month, law=each) for each in (js.LAW, law))
            assert js.compare(one, other).change == 0
            assert [line.amount for line in one] == [line.amount for line in other]


@given(given_by.wage_earners(), given_by.months())
def test_jkp_is_paid_out_of_the_bill(worker: js.WageEarner, month: js.Month) -> None:
    bill = js.contributions(worker, month=month)
    split = bill.jkp
    if month < js.Month("2021-02") or worker.employer.kind not in (None, "company"):
        assert split is None
        return
    assert split is not None
    if split.participant.state == "not eligible":
        assert split.total == 0
    else:
        assert 0 <= split.from_jkk <= bill["JKK"]
        assert 0 <= split.from_jkm <= bill["JKM"]
        assert split.base <= 5_000_000
    assert split.stays_jkk + split.from_jkk == bill.by_programme.get(js.Programme.JKK, 0)


@given(given_by.participants(), given_by.months())
def test_dictionaries_round_trip(participant: Any, month: js.Month) -> None:
    assert js.from_dict(json.loads(json.dumps(participant.to_dict()))) == participant
    again = json.loads(json.dumps(js.contributions(participant, month=month).to_dict()))
    assert js.from_dict(again["participant"]) == participant


@given(given_by.participants(), given_by.months(), given_by.laws(), st.sampled_from(["en", "id"]))
def test_every_bill_can_be_shown(participant: Any, month: js.Month, law: js.Law, lang: Any) -> None:
    bill = js.contributions(participant, month=month, law=law)
    assert bill.explain(lang)
    assert bill._repr_html_().count("<details>") == len(bill.lines)


@given(st.integers(-(10**12), 10**12))
def test_a_wage_is_accepted_or_refused_by_name(wage: int) -> None:
    if LEAST_WAGE <= wage <= MOST_WAGE:
        assert js.WageEarner(wage=wage, risk_group=1).wage == wage
    else:
        with pytest.raises(js.errors.JamsostekError, match="wage"):
            js.WageEarner(wage=wage, risk_group=1)


@given(st.one_of(st.none(), st.floats(), st.text(), st.booleans(), st.binary(), st.lists(st.integers())))
def test_anything_else_is_refused_by_name(wage: Any) -> None:
    with pytest.raises(js.errors.JamsostekError):
        js.WageEarner(wage=wage, risk_group=1)


@given(given_by.participants(), given_by.months())
def test_a_further_fact_never_flips_a_verdict_that_was_settled(participant: Any, month: js.Month) -> None:
    if participant.type_name != "wage_earner":
        return
    before = {each.relief.name: each.verdict for each in js.contributions(participant, month=month).examined}
    known = attrs.evolve(participant.employer, industry=participant.employer.industry or "toys")
    after = js.contributions(attrs.evolve(participant, employer=known), month=month).examined
    for each in after:
        if not before[each.relief.name].missing:
            assert before[each.relief.name].state == each.verdict.state


BOUNDARIES = [
    (table, since)
    for table in (jkk.RATES, jkm.RATE, jp.WAGE_CEILING, jkp.STATE_RATE, *reliefs.TABLES)
    if table.clock is js.Clock.CONTRIBUTION_MONTH
    for since, _, _ in table.spans()
]


@pytest.mark.parametrize(("table", "since"), BOUNDARIES, ids=[f"{table.name} {since}" for table, since in BOUNDARIES])
def test_a_version_begins_with_its_month(table: Dated[Any], since: Any) -> None:
    month = js.Month.of(since)
    found = [js.LAW.find(table, js.LAW.moment(each)) for each in (month + -1, month, month + 1)]
    assert found[1] is not None
    assert found[1].since == since
    assert found[0] is None or found[0].since < since
    assert found[2] is not None
    assert found[2].since >= since
