"""Properties of migrant workers: prices by length, both answers to the next step, cover by the day, what is open."""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import errors, migrants, readings
from jamsostek import testing as given_by

FIRST, LAST = date(2017, 8, 1), date(2026, 8, 27)
SINCE_2023 = st.dates(date(2023, 2, 22), LAST)
CHEAPER = js.LAW.reading(readings.MIGRANT_NEXT_STEP, "cheaper_step")
LENGTHS = st.integers(1, 120)
ROUTES = st.sampled_from(migrants.Route)
BENEFITS_SINCE = date(2018, 12, 10)
DAYS = st.dates(BENEFITS_SINCE, LAST)


FLAGS = st.none() | st.booleans()
COSTS = st.none() | st.integers(0, 60_000_000)
EVENTS = st.one_of(
    st.builds(js.Death, on=DAYS, work_related=FLAGS),
    st.builds(js.TotalDisability, on=DAYS, work_related=FLAGS),
    st.builds(js.Dismissal, on=DAYS, after_accident=FLAGS),
    st.builds(
        js.WorkAccident, on=DAYS, outcome=st.none() | st.builds(js.Expenses, way_home=st.integers(0, 9), aids=COSTS)
    ),
    given_by.migrant_events(BENEFITS_SINCE),
)
FAMILIES = st.sampled_from([None, js.Family(spouse=True, children=False), js.Family(spouse=True), js.Family()])


def price(months: int, on: date, route: Any = "individual", law: js.Law = js.LAW) -> migrants.Fee:
    return migrants.contribution(js.MigrantWorker(months, route=route), on=on, law=law)


@given(LENGTHS, LENGTHS, SINCE_2023)
def test_a_longer_contract_never_costs_less_unless_the_steps_do_so_and_it_is_told(
    one: int, other: int, on: date
) -> None:
    shorter, longer = sorted((one, other))
    low, high = price(shorter, on), price(longer, on)
    told = {(each.shorter.months, each.longer.months) for each in low.anomalies}
    assert (low.total <= high.total) is ((shorter, longer) not in told)
    assert price(shorter, on, law=CHEAPER).total <= price(longer, on, law=CHEAPER).total


@given(LENGTHS, SINCE_2023, ROUTES)
def test_both_answers_stand_on_the_fee_where_they_differ(months: int, on: date, route: migrants.Route) -> None:
    strict, cheap = price(months, on, route), price(months, on, route, CHEAPER)
    assert cheap.total <= strict.total
    assert strict.ways == cheap.ways
    assert [amount for _, amount in strict.ways] == ([] if strict.total == cheap.total else [strict.total, cheap.total])
    assert (readings.MIGRANT_NEXT_STEP in strict.readings) is (strict.total != cheap.total)


@given(st.integers(1, 24), st.dates(FIRST, LAST), st.none() | st.sampled_from([0, 200_000, 500_000]))
def test_parts_add_up(months: int, on: date, savings: int | None) -> None:
    placed = migrants.contribution(js.MigrantWorker(months, route="placed", savings=savings), on=on)
    assert placed.total == sum(line.amount for line in placed.lines) == placed.cover + placed.savings
    assert placed.cover == sum(stage.amount for stage in placed.stages)
    assert placed.savings == (savings or 0) * months
    assert placed.cover == price(months, on).total + 37_500
    assert all(line.amount > 0 for line in placed.lines)


@given(st.integers(6, 119), SINCE_2023)
def test_a_month_more_costs_its_price_inside_a_step(months: int, on: date) -> None:
    if months + 1 not in (12, 24):
        assert price(months + 1, on).total - price(months, on).total == 13_500


@given(st.integers(0, 4_000), LENGTHS)
def test_no_day_past_the_regulation_is_priced(days: int, months: int) -> None:
    with pytest.raises(errors.LawChanged):
        price(months, LAST + timedelta(days=1 + days))


@given(given_by.migrant_workers())
def test_workers_rebuild_equal(worker: js.MigrantWorker) -> None:
    assert js.MigrantWorker.from_dict(worker.to_dict()) == worker


@given(given_by.migrant_workers(BENEFITS_SINCE), EVENTS, FAMILIES)
def test_what_is_not_known_is_never_zero_and_names_what_would_tell(
    worker: js.MigrantWorker, event: Any, family: js.Family | None
) -> None:
    member = js.Member(worker)
    try:
        claim = js.claim(event, member, family)
    except errors.TooEarly:
        assert worker.since is not None
        assert event.on < worker.since
        return
    assert claim.at_most is None or claim.at_least <= claim.at_most
    for item in claim.items:
        assert item.amount is not None or item.missing
        assert item.verdict.state is not js.State.NOT_ELIGIBLE
    assert js.Claim.inputs(claim.to_dict()) == (event, member, family)
    assert claim.explain()
    assert claim.explain("id")


@given(given_by.migrant_workers(BENEFITS_SINCE), DAYS)
def test_knowing_more_never_contradicts(worker: js.MigrantWorker, on: date) -> None:
    """The bounds of what is known hold whatever the unknown day of departure turns out to be."""
    if worker.departed is not None or not isinstance(worker.registered, date) or on < worker.registered:
        return
    death = js.Death(on=on, work_related=False)
    family = js.Family(spouse=True, children=False)

    def bounds(who: js.MigrantWorker) -> tuple[int, int | None]:
        claim = js.claim(death, js.Member(who), family, programmes="JKM")
        return claim.at_least, claim.at_most

    least, most = bounds(worker)
    if on < date(2023, 2, 22):
        assert not most  # what was paid is not known, but for those who had not paid and are owed nothing
    else:
        assert most is not None
    for days in (0, 30, 200):
        low, high = bounds(evolve(worker, departed=worker.registered + timedelta(days=days)))
        assert least <= low
        assert most is None or (high is not None and high <= most)


@given(given_by.migrant_workers(BENEFITS_SINCE, date(2023, 2, 21)), EVENTS)
def test_no_refusal_of_an_earlier_day_rests_on_the_regulation_of_2023(worker: js.MigrantWorker, event: Any) -> None:
    """Benefits that began in 2023 are refused with the article that brought them; nothing else cites it."""
    if event.on >= date(2023, 2, 22) or (worker.since is not None and event.on < worker.since):
        return
    claim = js.claim(event, js.Member(worker), js.Family(spouse=True, children=False))
    verdicts = (*claim.verdicts.values(), *(each.verdict for each in claim.refused))
    for reason in (reason for verdict in verdicts for reason in verdict.because):
        assert reason.cite.instrument.number != "Permenaker 4/2023" or reason.text().startswith("paid since 2023-02-22")
