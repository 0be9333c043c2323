"""Properties of every scholarship: bounds, versions, sums, and that facts only narrow what is said."""

import json
from datetime import date, timedelta
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import scholarship
from jamsostek import testing as given_by
from jamsostek._cases import case_of
from jamsostek.scholarship.payout import provide

MEMBER = js.Member(
    js.WageEarner(wage=4_000_000, risk_group=2),
    registered=date(2010, 1, 8),
    history=js.History.unbroken("2010-01", "2030-12"),
)
DAYS = st.dates(date(2019, 12, 2), date(2026, 12, 31))
FAMILIES = st.lists(given_by.children(), min_size=1, max_size=4)


def death(on: date) -> js.Death:
    return js.Death(on=on, work_related=False)


def benefit(on: date, children: list[js.Child], law: js.Law = js.LAW) -> scholarship.Schedule:
    return scholarship.benefit(death(on), MEMBER, js.Family(children=fit(children, on)), law=law)


def fit(children: list[js.Child], on: date) -> list[js.Child]:
    """Children whom a participant who died on a day can have."""
    return [each for each in children if each.born is None or each.born <= on]


@given(DAYS, FAMILIES, given_by.laws())
def test_bounds_and_sums(on: date, children: list[js.Child], law: js.Law) -> None:
    found = benefit(on, children, law)
    assert 0 <= found.at_least <= found.at_most <= scholarship.ceiling(on, law=law)
    for each in found.children:
        assert 0 <= each.at_least <= each.at_most
        assert each.total is None or each.at_least <= each.total == sum(each.by_year.values()) == each.at_most
        assert [year.start for year in each.years] == sorted({year.start for year in each.years})
        assert all(year.claim_on >= max(on, date(2021, 4, 1)) for year in each.years)
    if found.total is not None:
        assert found.at_least <= found.total <= found.at_most
        assert sum(found.by_year.values()) == found.total
        assert not found.missing
    else:
        assert found.missing
    for pair in found.pairs:
        assert pair.at_most <= scholarship.ceiling(on, law=law)


@given(DAYS, FAMILIES, given_by.laws(), st.sampled_from(["en", "id"]))
def test_everything_can_be_told(on: date, children: list[js.Child], law: js.Law, lang: Any) -> None:
    found = benefit(on, children, law)
    assert found.explain(lang)
    assert "<td" in found._repr_html_()
    assert json.loads(json.dumps(found.to_dict()))["at_most"] == found.at_most
    assert (found.verdict.because != ()) is (found.verdict.state == "not eligible")
    assert all(reason.cite.text() for reason in found.verdict.because)


FACTS = ("born", "school", "married", "works", "lawful", "registered")


@settings(max_examples=300)
@given(DAYS, given_by.children(), st.sets(st.sampled_from(FACTS), min_size=1), given_by.laws())
def test_a_further_fact_never_flips_what_rests_on_no_assumption(
    on: date, child: js.Child, forgotten: set[str], law: js.Law
) -> None:
    if child.born is not None and child.born > on:
        return
    unknown: dict[str, Any] = dict.fromkeys(forgotten)
    less = benefit(on, [attrs.evolve(child, **unknown)], law)
    more = benefit(on, [child], law)
    if less.assumed:
        return
    if less.verdict.state != "undetermined":
        assert more.verdict.state == less.verdict.state
    assert less.at_least <= more.at_least
    assert more.at_most <= less.at_most
    if less.total is not None:
        assert more.total == less.total
    # A stage without its year is more than nothing, and asks for the year alone.
    asked = [{fact.key.removesuffix(".year") for fact in facts} for facts in (more.verdict.missing, less.missing)]
    assert asked[0] <= asked[1]


@given(DAYS, FAMILIES, given_by.children())
def test_another_child_never_takes_away(on: date, children: list[js.Child], another: js.Child) -> None:
    fewer, more = benefit(on, children), benefit(on, [*children, another])
    assert more.at_most >= fewer.at_most
    if fewer.verdict.state == "eligible":
        assert more.verdict.state == "eligible"


@given(st.dates(date(2015, 7, 1), date(2026, 12, 31)), FAMILIES)
def test_the_version_changes_on_its_day(on: date, children: list[js.Child]) -> None:
    found = benefit(on, children)
    assert (found.once is not None) is (on < date(2019, 12, 2))
    assert found.at_most in (0, 12_000_000) or found.once is None
    for accident in (on, on - timedelta(days=1)):
        if accident >= date(2015, 7, 1):
            event = js.Death(on=on, accident_on=accident, work_related=True)
            by_work = scholarship.benefit(event, MEMBER, js.Family(children=fit(children, on)))
            assert (by_work.once is not None) is (accident < date(2019, 12, 2))


@given(DAYS, FAMILIES)
def test_the_two_gateways_give_the_same_by_the_same_scale(on: date, children: list[js.Child]) -> None:
    family = js.Family(children=fit(children, on))
    by_work = scholarship.benefit(js.Death(on=on, accident_on=on, work_related=True), MEMBER, family)
    other = scholarship.benefit(death(on), MEMBER, family)
    assert (by_work.total, by_work.at_least, by_work.at_most) == (other.total, other.at_least, other.at_most)


@given(DAYS, FAMILIES)
def test_items_come_to_what_the_schedule_says(on: date, children: list[js.Child]) -> None:
    case = case_of(death(on), MEMBER, js.Family(children=fit(children, on)), js.LAW)
    answer, found = provide(case), benefit(on, children)
    assert answer.bounds == (found.at_least, found.at_most) or found.verdict.state == "not eligible"
    if found.drawing is not None and found.verdict.state == "eligible":
        assert sum(item.at_least for item in answer.items) == found.at_least
        assert sum(item.at_most or 0 for item in answer.items) == found.at_most
    assert all(item.basis for item in answer.items)


@given(DAYS, st.integers(0, 60))
def test_more_months_never_lose_the_scholarship(on: date, months: int) -> None:
    last = js.Month.of(on) - 1
    child = js.Child(born=on - timedelta(days=3000), school=js.School("primary", 2))

    def total(count: int) -> int | None:
        history = js.History.unbroken(last - count, last, wage=4_000_000)
        member = js.Member(MEMBER.memberships[0].participant, registered=history.first.first_day, history=history)
        return scholarship.benefit(death(on), member, js.Family(children=child)).total

    fewer, more = total(months), total(months + 1)
    assert fewer is not None
    assert more is not None
    assert fewer <= more
    assert (fewer > 0) is (months + 1 >= 36)


@given(DAYS, st.integers(1, 19))
def test_a_child_further_on_gets_what_is_left_of_the_path(on: date, place: int) -> None:
    """Whatever comes before the age limit: each step forward leaves out the sums of the steps passed."""
    scale = scholarship.SCALE_JKM.rows[0].value
    steps = [(level, year) for level in scale for year in range(1, level.years + 1)]
    level, year = steps[place - 1]
    start = scholarship.school_year(on)
    child = js.Child(
        born=date(start - 3, 9, 1) - timedelta(days=365 * (place - 1)),
        school=js.School(level.stages[0], year),
        married=False,
        works=False,
    )
    assert benefit(on, [child]).total == sum(each.yearly for each, _ in steps[place - 1 :])
