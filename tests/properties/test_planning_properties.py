"""Properties of plans: they add up, budget and price are inverse, sources spend no more than they have."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeVar

from hypothesis import assume, given, settings
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import errors, planning, published, testing, ucj
from jamsostek.planning import Group, Source

T = TypeVar("T")
SPANS = st.tuples(testing.months("2015-07", "2026-06"), st.integers(0, 7)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)
OWN = testing.self_employed()


def plan_of(groups: list[Group], span: tuple[js.Month, js.Month]) -> planning.Cost:
    try:
        return planning.cost(groups, *span)
    except errors.JamsostekError:
        assume(False)
        raise


@settings(max_examples=60)
@given(st.lists(testing.groups(), min_size=1, max_size=3, unique_by=lambda group: group.name), SPANS)
def test_a_plan_adds_up_and_is_what_the_bills_are(groups: list[Group], span: tuple[js.Month, js.Month]) -> None:
    plan = plan_of(groups, span)
    bills = sum(
        js.contributions(part.group.participant, month=month).total * part.group.people
        for part in plan.parts
        for month in js.months(*span)
    )
    sums = (plan.by_group, plan.by_month, plan.by_programme, plan.by_payer)
    assert {bills} == {plan.total, *(sum(each.values()) for each in sums), sum(row.rupiah for row in plan.rows)}
    for part in plan.parts:
        assert sum(price.months for price in part.prices) == plan.months
    assert planning.cost(*planning.Cost.inputs(plan.to_dict())) == plan


@settings(max_examples=60)
@given(OWN, SPANS, st.integers(0, 100_000), st.integers(0, 10**12))
def test_budget_and_price_are_inverse(
    who: js.SelfEmployed, span: tuple[js.Month, js.Month], people: int, budget: int
) -> None:
    plan = plan_of([Group(people, who)], span)
    back = planning.afford(plan.total, who, *span)
    assert (back.people, back.left) == (people, 0)
    bought = planning.afford(budget, who, *span)
    assert bought.cost.total + bought.left == budget
    assert 0 <= bought.left < bought.price == bought.short + bought.left
    assert planning.cost(Group(bought.people + 1, who), *span).total > budget


@settings(max_examples=40)
@given(OWN, testing.months("2015-07", "2026-06"), st.integers(1, 1_000), st.integers(0, 10**8))
def test_a_budget_lasts_as_long_as_the_plan_costs_no_more(
    who: js.SelfEmployed, first: js.Month, people: int, budget: int
) -> None:
    group = Group(people, who)
    plan_of([group], (first, first))
    found = planning.lasts(budget, group, first)
    spent = 0 if found.last is None else planning.cost(group, first, found.last).total
    assert spent + found.left == budget
    assert found.at_least or planning.cost(group, first, first + found.months).total > budget


@settings(max_examples=40)
@given(
    st.lists(st.builds(Group, st.integers(0, 5_000), OWN), min_size=1, max_size=3),
    st.lists(st.tuples(st.integers(0, 10**9), st.sampled_from(list(js.PaidBy))), min_size=1, max_size=3),
    SPANS,
)
def test_sources_pay_no_more_than_they_have_and_for_nobody_twice(
    groups: list[Group], money: list[tuple[int, js.PaidBy]], span: tuple[js.Month, js.Month]
) -> None:
    plan_of(groups, span)
    sources = [Source(str(at), amount, payer) for at, (amount, payer) in enumerate(money)]
    found = planning.fund(groups, sources, *span)
    assert all(left >= 0 for left in found.left.values())
    assert all(people >= 0 for people in found.uncovered.values())
    assert found.people + sum(found.uncovered.values()) == sum(group.people for group in groups)
    plan = found.cost()
    assert (0 if plan is None else plan.total) == found.total == sum(found.by_source.values())


@given(st.integers(0, 10**15), st.integers(2022, 2045))
def test_the_excise_is_parted_whole(received: int, year: int) -> None:
    found = planning.excise(received, year)
    assert found.welfare + found.health + found.enforcement + found.undivided == received
    assert 0 <= found.undivided <= 2


@settings(max_examples=25)
@given(st.integers(1, 8), st.integers(1, 8), st.integers(1, 6), st.booleans())
def test_a_lapse_never_brings_more(paid: int, gap: int, after: int, restored: bool) -> None:
    who = js.SelfEmployed(income=1_000_000, sector="other", paid_by="regional_budget")
    first = js.Month("2025-12")
    stop, back = first + paid, first + (paid + gap)
    found = planning.lapse(who, first, stop, back, back + after, restored=restored)
    assert found.gap == gap
    assert found.ends is (gap > 3)
    assert found.saved + found.arrears == 16_800 * gap
    for each in found.months:
        assert 0 <= each.lapsed.at_once <= each.lapsed.jkm <= each.kept.jkm
        assert each.lapsed.paid <= each.kept.paid
        assert each.lapsed.scholarship <= each.kept.scholarship
        assert each.month >= stop or each.lapsed == each.kept


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.fractions(0, Fraction(1, 10), max_denominator=1_000), SPANS)
def test_expectations_are_linear_in_people_and_rate(
    people: int, rate: Fraction, span: tuple[js.Month, js.Month]
) -> None:
    who = js.SelfEmployed(income=1_000_000, sector="other", paid_by="regional_budget")
    one, many = (
        planning.expect(Group(count, who), *span, {"death": share}).total
        for count, share in ((1, Fraction(1, 10)), (people, rate))
    )
    assert many == one * people * rate * 10


@given(testing.statements())
def test_what_a_statement_implies_agrees_with_it(told: ucj.Statement) -> None:
    bounds, printed, covered = told.population_bounds, told.printed, told.covered
    if bounds is None or printed is None or covered is None or not covered or told.implied_population is None:
        return
    assert bounds.least <= told.implied_population <= bounds.most or bounds.least > bounds.most
    for people in (bounds.least, bounds.most):
        if people >= covered and bounds.least <= bounds.most:
            assert printed.least <= Fraction(covered, people) <= printed.most


def both(make: Callable[[], T]) -> T | None:
    try:
        return make()
    except errors.OutOfRange:
        return None


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 10_000))
def test_a_gap_closed_reaches_the_target(covered: int, population: int, hundredths: int) -> None:
    facts: dict[str, Any] = {"source": "anybody", "on": testing.FIRST.first_day}
    found = both(lambda: ucj.Coverage(ucj.Figure(covered, **facts), ucj.Figure(population, **facts)))
    assert (found is None) is (covered > population)
    if found is None:
        return
    target = Fraction(hundredths, 10_000)
    gap = found.gap(target)
    assert found.plus(gap.people).share >= target
    assert not gap.people or found.plus(gap.people - 1).share < target
    told = ucj.Statement(found.percent(), covered, population, **facts)
    assert ucj.check(told)


@given(st.lists(st.tuples(st.integers(0, 10**12), st.integers(1, 10**5)), min_size=1, max_size=4))
def test_what_adds_up_is_not_found_fault_with(rows: list[tuple[int, int]]) -> None:
    others = [programme for programme in js.Programme if programme is not js.Programme.JKM]
    listed = [published.ClaimRow(programme, *row) for programme, row in zip(others, rows, strict=False)]
    total, people = sum(row[0] for row in rows), sum(row[1] for row in rows)
    facts: dict[str, Any] = {"since": testing.FIRST.first_day, "until": testing.LAST.first_day, "source": "anybody"}
    assert not published.check(published.ClaimsTable(listed, total=total, people=people, **facts)).findings
    wrong = published.check(published.ClaimsTable(listed, total=total + 1, people=people + 1, **facts))
    assert [str(each.kind) for each in wrong.findings] == ["sum", "people"]
