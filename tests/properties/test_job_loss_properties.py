"""Properties of JKP: cash within its bounds, edges of the windows, the change of February 2025, what is not known."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import jkp
from jamsostek import testing as given_by

PERSON = js.Person(citizen=True, born=date(1990, 6, 15), health_cover="employer")
DISMISSED = st.dates(date(2022, 3, 1), date(2027, 2, 28))
CHANGE = date(2025, 2, 7)
STATES = st.sampled_from(["paid", "unpaid", "not_owed", None])


def member(history: js.History, wage: int = 4_000_000) -> js.Member:
    ana = js.WageEarner(wage=wage, risk_group=2, person=PERSON)
    return js.Member(ana, registered=history.first.first_day, history=history)


def steady(until: date, wage: int) -> js.Member:
    return member(js.History.unbroken("2018-01", js.Month.of(until) - 1, wage=wage), wage)


def rows(states: Sequence[str | None], last: js.Month) -> js.History:
    months = js.months(last - (len(states) - 1), last)
    return js.History.from_rows(
        {"month": str(month), **({} if state is None else {"state": state})}
        for month, state in zip(months, states, strict=True)
    )


@given(DISMISSED, given_by.wages(), given_by.wages())
def test_cash_rises_with_the_wage_up_to_its_ceiling(on: date, one: int, other: int) -> None:
    event = js.Dismissal(on=on, approved=on)
    less, more = sorted((one, other))
    totals = [sum(each.total or 0 for each in jkp.benefit(event, steady(on, wage))) for wage in (less, more)]
    assert 0 < totals[0] <= totals[1] <= 18_000_000
    for item in jkp.benefit(event, steady(on, one)):
        assert item.amount is not None
        assert item.amount <= one
        assert item.basis
        assert item.steps("id")
    assert sum(each.times or 0 for each in jkp.benefit(event, steady(on, one))) == 6


@given(DISMISSED)
def test_edges_of_the_window(on: date) -> None:
    (item, *_) = jkp.benefit(js.Dismissal(on=on), steady(on, 4_000_000))
    assert item.deadline is not None
    last = item.deadline.last
    assert last is not None
    months = 3 if on + relativedelta(months=3) < CHANGE else 6
    assert last == on + relativedelta(months=months)
    states = [
        jkp.eligible(js.Dismissal(on=on, claimed=day), steady(on, 4_000_000)).state
        for day in (on, last, last + timedelta(days=1))
    ]
    assert states == ["eligible", "eligible", "not eligible"]


@given(st.dates(date(2024, 6, 1), date(2025, 3, 31)))
def test_the_change_of_february_2025_never_lowers_a_benefit(approved: date) -> None:
    def total(day: date) -> int:
        event = js.Dismissal(on=date(2024, 6, 1), approved=day)
        return sum(each.total or 0 for each in jkp.benefit(event, steady(date(2024, 6, 1), 5_000_000)))

    found = total(approved)
    assert 10_500_000 <= found <= 18_000_000
    assert found <= total(approved + timedelta(days=1))
    whole = [total(date(2024, 8, 7)), total(date(2024, 8, 8)), total(CHANGE - timedelta(days=1)), total(CHANGE)]
    assert whole == [10_500_000, 10_500_000, 17_250_000, 18_000_000]


@given(st.integers(0, 12), st.sampled_from([None, "trading", "bankrupt", "closed"]))
def test_who_pays_by_months_in_arrears(months: int, firm: Any) -> None:
    last = js.Month("2025-12")
    states = ["paid"] * (48 - months) + ["unpaid"] * months
    (item,) = jkp.benefit(js.Dismissal(on=date(2026, 1, 20), firm=firm), member(rows(states, last)))
    fund = months <= 3 or (firm in ("bankrupt", "closed") and months <= 6)
    if firm is None and 3 < months <= 6:
        assert item.payer is None
    else:
        assert item.payer == ("fund" if fund else "employer")


@given(st.lists(STATES, min_size=24, max_size=30), st.sampled_from([date(2024, 7, 20), date(2025, 7, 20)]), st.data())
def test_what_is_not_known_decides_nothing_too_early(states: list[str | None], on: date, data: Any) -> None:
    last = js.Month.of(on) - 1
    event = js.Dismissal(on=on, claimed=on)
    open_verdict = jkp.eligible(event, member(rows(states, last)))
    filled = [data.draw(st.sampled_from(["paid", "unpaid", "not_owed"])) if each is None else each for each in states]
    verdict = jkp.eligible(event, member(rows(filled, last)))
    assert verdict.state != "undetermined"
    assert open_verdict.state in ("undetermined", verdict.state)
    if on > CHANGE:
        assert bool(verdict) is (filled[-24:].count("paid") >= 12)
    elif verdict:
        assert filled[-24:].count("paid") >= 12


@given(st.lists(STATES, min_size=24, max_size=30), st.data())
def test_another_month_paid_takes_nothing_away(states: list[str | None], data: Any) -> None:
    on = date(2025, 7, 20)
    known = ["unpaid" if each is None else each for each in states]
    at = data.draw(st.integers(0, len(known) - 1))
    more = [*known[:at], "paid", *known[at + 1 :]]
    last, event = js.Month.of(on) - 1, js.Dismissal(on=on)
    before, after = (jkp.eligible(event, member(rows(each, last))).state for each in (known, more))
    assert (before, after) != ("eligible", "not eligible")
