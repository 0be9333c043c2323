"""Properties of JHT: years close, balances grow with contributions and rates, claim days at their edges."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import jht, readings

FIRST = js.Month("2016-01")
RATES = st.fractions(min_value=0, max_value=Fraction(15, 100), max_denominator=10_000)
WAGES = st.integers(1_000_000, 50_000_000)
LAWS = st.builds(
    lambda rates, option, rounding: (
        js.LAW.scenario(jht.CREDITED_RATE, {2016 + at: rate for at, rate in enumerate(rates)})
        .reading(readings.RETURN_STARTS, option)
        .reading(readings.SAVINGS_ROUNDING, rounding)
    ),
    st.lists(RATES, min_size=6, max_size=6),
    st.sampled_from(list(readings.RETURN_STARTS.names())),
    st.sampled_from(list(readings.SAVINGS_ROUNDING.names())),
)


@st.composite
def histories(draw: st.DrawFn) -> js.History:
    """Months of 2016 to 2020 with wages, paid or not, some of them late."""
    records = []
    for at in range(draw(st.integers(1, 60))):
        month = FIRST + at
        state = draw(st.sampled_from(js.MonthState))
        wage = None if state is js.MonthState.NOT_OWED else draw(WAGES)
        late = draw(st.none() | st.integers(0, 200)) if state is js.MonthState.PAID else None
        paid_on = None if late is None else month.first_day + timedelta(days=late)
        records.append(js.MonthRecord(month, state, wage, None, paid_on))
    return js.History(tuple(records))


def membership(history: js.History, *drawn: js.Withdrawal) -> js.Membership:
    return js.Membership(js.WageEarner(wage=1_000_000, risk_group=1), history=history, withdrawals=drawn)


@given(histories(), LAWS, st.integers(0, 71))
def test_years_close(history: js.History, law: js.Law, until: int) -> None:
    found = jht.statement(membership(history), until=FIRST + until, law=law)
    carried = 0
    for year in found.years:
        assert year.opening == carried
        assert year.opening + year.paid_in + year.credited - year.paid_out == year.closing
        assert year.credited >= 0
        carried = year.closing
    assert found.balance == carried == found.paid_in + found.credited


@given(histories(), LAWS, st.integers(0, 59), WAGES)
def test_a_balance_grows_with_every_contribution(history: js.History, law: js.Law, at: int, wage: int) -> None:
    month = FIRST + at
    more = js.MonthRecord(month, js.MonthState.PAID, wage)
    others = tuple(each for each in history.fill("not_owed") if each.month != month)
    span = tuple(js.MonthRecord(each, js.MonthState.NOT_OWED) for each in js.months(FIRST, FIRST + 59))
    before = js.History(tuple({each.month: each for each in (*span, *others)}.values()))
    after = js.History(tuple({each.month: each for each in (*span, *others, more)}.values()))
    balances = [jht.statement(membership(each), until="2021-12", law=law).balance for each in (before, after)]
    assert balances[1] >= balances[0] + wage * 57 // 1000 - 1


@given(histories(), LAWS, st.integers(2016, 2021), RATES)
def test_a_balance_grows_with_every_rate(history: js.History, law: js.Law, year: int, rate: Fraction) -> None:
    def balance(of: js.Law) -> int:
        return jht.statement(membership(history), until="2021-12", law=of).balance

    known = law.table(jht.CREDITED_RATE).find(js.Moment(js.Clock.YEAR, date(year, 1, 1)))
    assert known is not None
    changed = balance(law.scenario(jht.CREDITED_RATE, {year: rate}))
    assert changed >= balance(law) if rate >= known.value else changed <= balance(law)


@given(st.lists(WAGES, min_size=1, max_size=36), RATES)
def test_the_balance_is_what_the_formula_says(wages: list[int], rate: Fraction) -> None:
    """Typed again from the rule: each contribution earns simply in its year, compounding at each year's end."""
    history = js.History.of({FIRST + at: wage for at, wage in enumerate(wages)}, state="paid")
    law = js.LAW.override(jht.CREDITED_RATE, since="2015-01", value=rate)
    exact = Fraction(0)
    for at, wage in enumerate(wages):
        paid = (wage * 37 * 2 + 1000) // 2000 + (wage * 2 * 2 + 100) // 200
        years_after = (len(wages) - 1) // 12 - at // 12
        last = (len(wages) - 1) % 12 + 1
        if years_after == 0:
            exact += paid * (1 + rate * (last + 1 - (at % 12 + 1)) / 12)
        else:
            grown = paid * (1 + rate * (13 - (at % 12 + 1)) / 12)
            exact += grown * (1 + rate) ** (years_after - 1) * (1 + rate * last / 12)
    assert jht.statement(membership(history), law=law).balance == exact.numerator // exact.denominator


@given(histories(), LAWS, st.integers(0, 59), st.integers(1, 100))
def test_a_withdrawal_never_adds(history: js.History, law: js.Law, at: int, amount: int) -> None:
    plain = jht.statement(membership(history), until="2021-12", law=law)
    drawn = js.Withdrawal((FIRST + at).first_day, amount)
    if any(year.closing < 1_000 for year in plain.years if year.year >= drawn.on.year) or not plain.years:
        return
    if drawn.on.year < plain.years[0].year:
        return
    assert jht.statement(membership(history, drawn), until="2021-12", law=law).balance <= plain.balance - amount + 1


@given(st.dates(date(2015, 7, 1), date(2030, 12, 31)), st.integers(-400, 400))
def test_claim_days_at_their_edges(on: date, days: int) -> None:
    """A claim is due on the first day and ever after, until a new job, and never before."""
    who = js.Member(js.WageEarner(wage=4_000_000, risk_group=1))
    for event in (js.Dismissal, js.Resignation, js.ContractEnd):
        (item,) = jht.benefit(event(on=on, new_job="none"), who)
        first = item.first
        assert first is not None
        assert first >= on
        for claimed, owed in (
            (first - timedelta(days=1), False),
            (first, True),
            (first + timedelta(days=days), days >= 0),
        ):
            if claimed >= on:
                verdict = jht.eligible(event(on=on, claimed=claimed, new_job="none"), who)
                assert (verdict.state is js.State.ELIGIBLE) is owed, (event, on, claimed, verdict)


@given(st.dates(date(1950, 1, 1), date(1975, 12, 31)), st.dates(date(2015, 7, 1), date(2031, 12, 31)))
def test_at_56_nothing_has_to_be_waited_for(born: date, on: date) -> None:
    who = js.Member(js.WageEarner(wage=4_000_000, risk_group=1, person=js.Person(born=born)))
    old = jht.eligible(js.Retirement(on=on, agreed_age=56), who).state is js.State.ELIGIBLE
    assert old is (on.year - born.year - ((on.month, on.day) < (born.month, born.day)) >= 56)
    if old:
        (item,) = jht.benefit(js.Dismissal(on=on), who)
        assert item.first == on
