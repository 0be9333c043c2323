"""Properties of every history: reducers against a slow reading, windows, round trips."""

import json
from datetime import date

import attrs
from hypothesis import given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import testing as given_by

STATES = st.sampled_from(list(js.MonthState))


@given(given_by.histories(), STATES)
def test_bounds_hold_whatever_the_unknown_months_turn_out_to_be(history: js.History, state: js.MonthState) -> None:
    others = [each for each in js.MonthState if each is not state]
    for reduce in (js.History.count, js.History.longest, js.History.current):
        found = reduce(history, state)
        assert 0 <= found.least <= found.most <= len(history)
        bare = js.History(each._replace(wage=None) for each in history)
        assert reduce(bare.fill(others[0]), state) == (found.least, found.least)
        assert reduce(bare.fill(state), state) == (found.most, found.most)


@given(given_by.histories(), STATES)
def test_reducers_against_a_slow_reading(history: js.History, state: js.MonthState) -> None:
    text = "".join({state: "x", None: "?"}.get(each.state, ".") for each in history)
    for at, sure in enumerate((text.replace("?", "."), text.replace("?", "x"))):
        assert history.count(state)[at] == sure.count("x")
        assert history.longest(state)[at] == max(map(len, sure.split(".")))
        assert history.current(state)[at] == len(sure) - len(sure.rstrip("x"))
    assert sum(run.months for run in history.runs) == len(history)


@given(given_by.histories(), st.integers(1, 60))
def test_windows(history: js.History, months: int) -> None:
    window = history.last_months(months)
    assert len(window) == months
    assert window.last == history.last
    assert window.count("paid").least == sum(each.state == "paid" for each in history.records[-months:])
    assert history.window(history.first, history.last) == history


@given(given_by.histories(), st.dates(date(2015, 7, 1), date(2027, 12, 31)))
def test_time_only_pays(history: js.History, day: date) -> None:
    before, after = history.as_of(day), history.as_of(date(2030, 1, 1))
    assert after == history
    assert before.count("paid").least <= after.count("paid").least
    assert before.longest("unpaid").least >= after.longest("unpaid").least


@given(given_by.histories())
def test_histories_round_trip_and_can_be_shown(history: js.History) -> None:
    assert js.History.from_dict(json.loads(json.dumps(history.to_dict()))) == history
    assert history.explain("id").count("\n") == (history.last.index // 12 - history.first.index // 12) + 2


@given(given_by.histories(), given_by.wage_earners())
def test_a_bill_for_each_month_owed(history: js.History, worker: js.WageEarner) -> None:
    owed = {each.month: each.wage for each in history if each.wage is not None}
    found = js.bills(owed, worker)
    assert [(bill.month, bill.participant) for bill in found] == [
        (month, attrs.evolve(worker, wage=wage)) for month, wage in owed.items()
    ]
