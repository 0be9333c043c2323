"""Properties of JKK: monotone, bounded, dated, and never unsettled by a further fact."""

import json
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import jkk, readings
from jamsostek import testing as given_by
from jamsostek._body import MEASURES
from jamsostek._claim_serial import inputs

PAID = js.History.unbroken("2015-07", "2027-02")
FAMILY = js.Family(spouse=True)
FIRST, SECOND = date(2019, 12, 1), date(2019, 12, 2)
OF_ACCIDENTS = (
    readings.VERSION_OF_BENEFITS,
    readings.INCAPACITY_ACROSS_VERSIONS,
    readings.PART_MONTH_OF_INCAPACITY,
    readings.SEVERAL_LOSSES,
    readings.LEFT_HANDED,
    readings.PART_OF_A_STEP,
    readings.REDUCED_HEARING,
    readings.CAPACITY_BETWEEN_CLASSES,
    readings.CAP_OF_AIDS,
    readings.BENEFIT_ROUNDING,
)


@st.composite
def laws(draw: st.DrawFn) -> js.Law:
    """The law with any answers to the questions of accidents."""
    law = js.LAW
    for reading in draw(st.lists(st.sampled_from(OF_ACCIDENTS), max_size=4, unique=True)):
        law = law.reading(reading, draw(st.sampled_from(reading.options)).name)
    return law


def member(wage: int, **facts: Any) -> js.Member:
    who = js.WageEarner(wage=wage, risk_group=3)
    return js.Member(who, **{"registered": date(2015, 7, 1), "history": PAID, **facts})


def sums(items: tuple[js.Item, ...]) -> dict[str, tuple[int, int | None]]:
    found: dict[str, tuple[int, int | None]] = {}
    for item in items:
        least, most = found.get(str(item.benefit), (0, 0))
        top = None if most is None or item.at_most is None else most + item.at_most
        found[str(item.benefit)] = least + item.at_least, top
    return found


def at_most_as(one: int | None, other: int | None) -> bool:
    return other is None or (one is not None and one <= other)


@given(given_by.work_accidents(), given_by.wages(), given_by.wages(), laws())
def test_more_wage_is_never_less_benefit(event: js.WorkAccident, one: int, other: int, law: js.Law) -> None:
    less, more = (sums(jkk.benefit(event, member(wage), FAMILY, law=law)) for wage in sorted((one, other)))
    for name, (least, most) in less.items():
        assert least <= more[name][0]
        assert at_most_as(most, more[name][1])


@given(given_by.work_accidents(), given_by.wages(), laws())
def test_items_are_sound(event: js.WorkAccident, wage: int, law: js.Law) -> None:
    for item in jkk.benefit(event, member(wage), FAMILY, law=law):
        assert item.programme == "JKK"
        assert at_most_as(item.at_least, item.at_most)
        assert item.amount is None or item.amount >= 0
        assert item.basis
        assert item.deadline is not None
        assert item.deadline.last is None or item.deadline.last > event.on
        assert [step.numbers for step in item.steps("id")]


@given(given_by.losses(), given_by.wages(), st.dates(date(2015, 7, 1), date(2026, 11, 20)))
def test_total_disability_bounds_partial(losses: tuple[js.Loss, ...], wage: int, on: date) -> None:
    who = member(wage)
    partial = js.WorkAccident(on=on, outcome=js.PartialDisability(losses=losses, left_handed=False))
    total = js.WorkAccident(on=on, outcome=js.TotalDisability(on=on))
    (part,), (whole, _) = jkk.benefit(partial, who), jkk.benefit(total, who)
    assert part.amount is not None
    assert whole.amount is not None
    assert part.amount <= whole.amount


@given(st.integers(1, 140), st.integers(1, 140), given_by.wages())
def test_more_percent_is_never_less_benefit(one: int, other: int, wage: int) -> None:
    events = [
        js.WorkAccident(on=SECOND, outcome=js.PartialDisability(percent=Fraction(each, 2)))
        for each in sorted((one, other))
    ]
    less, more = (jkk.benefit(event, member(wage))[0].at_least for event in events)
    assert less <= more


@given(given_by.losses(measured=False), given_by.losses(), st.booleans(), laws())
def test_a_percentage_grows_with_losses(
    losses: tuple[js.Loss, ...], more: tuple[js.Loss, ...], left_handed: bool, law: js.Law
) -> None:
    found = jkk.percentage(losses, on=SECOND, left_handed=left_handed, law=law)
    assert 0 <= found.least <= found.most
    assert bool(found.missing) is any(each.measure is None and each.part in MEASURES for each in losses)
    try:
        both = js.PartialDisability(losses=(*losses, *more), left_handed=left_handed)
    except js.errors.JamsostekError:
        assume(False)
    together = jkk.percentage(both, on=SECOND, law=law)
    assert together.least >= found.least
    assert together.most >= found.most


@given(given_by.losses(measured=False), st.booleans(), laws(), st.data())
def test_a_measure_that_becomes_known_lies_in_the_range(
    losses: tuple[js.Loss, ...], left_handed: bool, law: js.Law, data: st.DataObject
) -> None:
    law = law.reading(readings.REDUCED_HEARING, "up_to_loss")
    before = jkk.percentage(losses, on=SECOND, left_handed=left_handed, law=law)
    known = [
        evolve(each, measure=data.draw(st.integers(10, 30)))
        if each.measure is None and each.part in ("scalp", "vision", "leg_shortened", "physical_capacity")
        else each
        for each in losses
    ]
    after = jkk.percentage(known, on=SECOND, left_handed=left_handed, law=law)
    assert before.least <= after.least <= after.most <= before.most


@given(given_by.incapacities(), given_by.incapacities(), given_by.wages(), st.dates(date(2015, 7, 1), SECOND), laws())
def test_a_longer_incapacity_is_never_paid_less(
    one: js.Incapacity, other: js.Incapacity, wage: int, on: date, law: js.Law
) -> None:
    who = js.Member(js.WageEarner(wage=wage, risk_group=1), registered=date(2015, 7, 1), history=PAID)
    amounts = []
    for each in sorted((one, other), key=lambda each: (each.months, each.days)):
        bare = evolve(each, wage_paid=0)
        items = jkk.benefit(js.WorkAccident(on=on, outcome=bare), who, law=law)
        amounts.append(sum(item.amount or 0 for item in items))
    assert amounts[0] <= amounts[1]


@given(given_by.incapacities(), given_by.wages())
def test_what_the_employer_advanced_and_the_rest_add_up(given_: js.Incapacity, wage: int) -> None:
    event = js.WorkAccident(on=SECOND, outcome=given_)
    alone = js.WorkAccident(on=SECOND, outcome=evolve(given_, wage_paid=None))
    items, (whole,) = jkk.benefit(event, member(wage)), jkk.benefit(alone, member(wage))
    assert sum(item.amount or 0 for item in items) == whole.amount
    to_employer = sum(item.amount or 0 for item in items if item.recipient == "employer")
    if given_.wage_paid is not None:
        assert to_employer == min(given_.wage_paid, whole.amount or 0)


@given(given_by.wages(), given_by.wages(), st.sampled_from([js.Death, js.TotalDisability]))
def test_fund_and_employer_together_pay_by_the_true_wage(one: int, other: int, outcome: Any) -> None:
    reported, true = sorted((one, other))
    assume(reported < true)
    ended = outcome(on=SECOND)
    shared = jkk.benefit(js.WorkAccident(on=SECOND, outcome=ended, true_wage=true), member(reported), FAMILY)
    honest = jkk.benefit(js.WorkAccident(on=SECOND, outcome=ended), member(true), FAMILY)
    assert sum(item.at_least for item in shared) == sum(item.at_least for item in honest)
    assert {item.payer for item in shared} == {"fund", "employer"}


@given(given_by.wages(), given_by.work_accidents(SECOND, SECOND))
def test_the_second_version_is_never_worse(wage: int, event: js.WorkAccident) -> None:
    kinds = {js.Death: js.Death(on=FIRST), js.TotalDisability: js.TotalDisability(on=FIRST)}
    earlier = evolve(event, on=FIRST, outcome=tuple(kinds.get(type(each), each) for each in event.outcome or ()))
    before, after = (sums(jkk.benefit(each, member(wage), FAMILY)) for each in (earlier, event))
    for name, (least, most) in before.items():
        assert least <= after[name][0]
        assert at_most_as(most, after[name][1])


@given(given_by.work_accidents(date(2025, 2, 1), date(2025, 3, 20)), given_by.wages())
def test_late_reports_move_the_payer_since_the_rule_alone(event: js.WorkAccident, wage: int) -> None:
    late = event.report_hours is not None and event.report_hours > 48
    moved = late and event.on >= date(2025, 2, 24)
    for item in jkk.benefit(event, member(wage), FAMILY):
        assert item.payer == ("employer" if moved else "fund")


FLAGS = ("external_force", "usual_route", "ordered", "permitted", "caused_by_work", "at_work")


@given(given_by.work_accidents(circumstances=True), st.lists(st.sampled_from(FLAGS)), st.data())
def test_a_further_fact_never_flips_a_verdict(event: js.WorkAccident, names: list[str], data: st.DataObject) -> None:
    verdict = jkk.work_accident(event)
    for name in names:
        fact: dict[str, Any] = {name: data.draw(st.booleans())}
        try:
            event = evolve(event, **fact) if getattr(event, name) is None else event
        except js.errors.Contradiction:
            continue
        after = jkk.work_accident(event)
        if verdict.state is not js.State.UNDETERMINED:
            assert after.state is verdict.state
        verdict = after


@given(given_by.work_accidents(date(2015, 8, 1)), given_by.wages(), st.booleans())
def test_a_history_that_becomes_known_never_flips_who_pays(event: js.WorkAccident, wage: int, paid: bool) -> None:
    month = js.Month.of(event.on)
    history = js.History.of(dict.fromkeys(js.months("2015-07", month), wage), state="paid" if paid else "unpaid")
    before = jkk.benefit(event, member(wage, history=None), FAMILY)
    after = jkk.benefit(event, member(wage, history=history), FAMILY)
    for one, other in zip(before, after, strict=False):
        assert one.payer in (None, other.payer) or one.missing


@given(given_by.expenses(), given_by.wages())
def test_expenses_are_paid_up_to_their_cost(spent: js.Expenses, wage: int) -> None:
    costs = {
        "transport": sum(each or 0 for each in (spent.land, spent.sea, spent.air)),
        "dentures": sum(spent.dentures or ()),
        "hearing_aid": sum(spent.hearing_aid or ()),
        "glasses": sum(spent.glasses or ()),
        "home_care": spent.home_care or 0,
        "aids": spent.aids if spent.aids is not None else 2 * (spent.aids_price or 0),
    }
    for item in jkk.benefit(js.WorkAccident(on=SECOND, outcome=spent), member(wage)):
        assert (item.at_most or 0) <= costs[str(item.benefit)]


@given(st.dates(date(2015, 7, 1), date(2026, 1, 1)), st.integers(0, 900))
def test_between_counts_every_day(first: date, days: int) -> None:
    found = js.Incapacity.between(first, first + timedelta(days=days))
    assert found.months is not None
    assert found.months * 28 + found.days <= days + 1 <= found.months * 31 + found.days


@given(given_by.work_accidents(circumstances=True), given_by.wages())
def test_accidents_rebuild_equal_from_their_dictionary(event: js.WorkAccident, wage: int) -> None:
    told = js.claim(event, member(wage), FAMILY).to_dict()
    assert inputs(json.loads(json.dumps(told)))[0] == event
