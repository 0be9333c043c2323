"""Properties of every account: nothing is lost, nothing depends on the order or the splitting of payments."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import payment, readings
from jamsostek import testing as given_by

FREE = frozenset({date(2025, 8, 18), date(2026, 8, 17), date(2021, 2, 12)})
MONTHS = given_by.months("2019-06", "2026-10")
OPTIONS = st.lists(
    st.sampled_from(
        [
            (reading, option.name)
            for reading in (readings.BEGUN_MONTH, readings.FINE_ON_PART, readings.SATURDAY, readings.ARREARS_ON_RETURN)
            for option in reading.options
        ]
    ),
    max_size=3,
)


@st.composite
def runs(draw: st.DrawFn) -> tuple[js.Bill, ...]:
    """The bills of one participant over up to eight months, with any answers to the questions of payment."""
    law = js.LAW
    for reading, option in draw(OPTIONS):
        law = law.reading(reading, option)
    first, participant = draw(MONTHS), draw(given_by.participants())
    pay = dict.fromkeys(js.months(first, min(first + draw(st.integers(0, 7)), js.Month("2027-02"))), participant)
    return js.bills(pay, law=law)


@st.composite
def accounts(draw: st.DrawFn) -> tuple[tuple[js.Bill, ...], list[tuple[date, int]]]:
    """Bills with payments of any size at any time after the first month began."""
    bills = draw(runs())
    first = bills[0].month.first_day
    most = max(sum(bill.total for bill in bills), 1)
    pays = st.tuples(st.integers(0, 600).map(lambda days: first + timedelta(days=days)), st.integers(1, most))
    return bills, draw(st.lists(pays, max_size=6))


@given(runs(), st.sampled_from([None, True, False]))
def test_full_payment_on_the_day_leaves_nothing(bills: tuple[js.Bill, ...], deferred: bool | None) -> None:
    empty = js.settle(bills, holidays=FREE, jp_deferred=deferred, on=bills[0].month.first_day)
    due: dict[date, int] = {}
    for line in (line for month in empty.months for line in month.lines if line.billed):
        due[line.due.on] = due.get(line.due.on, 0) + line.billed
    found = js.settle(bills, due.items(), holidays=FREE, jp_deferred=deferred)
    assert (found.balance, found.fines, found.credit, found.outstanding) == (0, 0, 0, 0)
    assert found.owed == found.billed == found.paid == sum(bill.total for bill in bills)


@given(accounts(), st.booleans())
def test_every_rupiah_is_somewhere(account: Any, deferred: bool) -> None:
    bills, paid = account
    found = js.settle(bills, paid, holidays=FREE, jp_deferred=deferred)
    assert found.paid == found.contributions + found.fines_paid + found.credit
    assert found.billed == sum(bill.total for bill in bills)
    assert found.owed + found.not_charged >= found.billed
    assert found.outstanding == found.owed - found.contributions
    assert 0 <= found.fines_paid <= found.fines
    for month in found.months:
        for line in month.lines:
            assert 0 <= line.paid <= line.owed
            assert line.cites
            assert (line.paid_on is not None) is (line.paid == line.owed and not line.ended)
            assert line.fine == 0 or line.paid_on is None or line.paid_on > line.due.on
    assert found.explain("id")
    assert found.to_dict()["balance"] == found.balance


@given(runs(), st.lists(given_by.payments(), max_size=4))
def test_payments_of_any_day_are_taken_or_refused_by_name(bills: tuple[js.Bill, ...], paid: list[js.Payment]) -> None:
    try:
        found = js.settle(bills, paid)
    except js.errors.JamsostekError as error:
        assert "lies before" in str(error)  # noqa: PT017
    else:
        assert found.contributions + found.fines_paid + found.credit == sum(payment.amount for payment in paid)


@given(accounts(), st.data())
def test_splitting_and_order_change_nothing(account: Any, data: st.DataObject) -> None:
    bills, paid = account
    parts: list[tuple[date, int]] = []
    for on, amount in paid:
        cut = data.draw(st.integers(0, amount))
        parts += [(on, part) for part in (cut, amount - cut) if part]
    one = js.settle(bills, paid, holidays=FREE)
    other = js.settle(bills, data.draw(st.permutations(parts)), holidays=FREE)
    assert one.months == other.months
    assert (one.credit, one.fines_paid, one.balance) == (other.credit, other.fines_paid, other.balance)


@given(accounts(), st.integers(1, 90))
def test_paying_later_is_never_cheaper(account: Any, days: int) -> None:
    bills, paid = account
    if bills[0].participant.type_name == "self_employed":
        return  # long arrears of the self-employed end the membership and are not charged
    day = max((on for on, _ in paid), default=bills[-1].month.last_day) + timedelta(days=days)
    sooner = js.settle(bills, paid, holidays=FREE, on=day)
    later = js.settle(bills, [(on + timedelta(days=days), amount) for on, amount in paid], holidays=FREE, on=day)
    assert sooner.fines <= later.fines
    assert sooner.balance <= later.balance


@given(runs(), runs())
def test_workers_of_one_firm_add_up(one: tuple[js.Bill, ...], other: tuple[js.Bill, ...]) -> None:
    day = max(one[-1].month, other[-1].month).last_day + timedelta(days=300)
    try:
        both = js.settle([*one, *other], on=day, holidays=FREE)
    except js.errors.JamsostekError as error:
        assert "several" in str(error)  # noqa: PT017
        return
    parts = [js.settle(each, on=day, holidays=FREE) for each in (one, other)]
    assert both.billed == sum(part.billed for part in parts)
    assert both.owed + both.not_charged == sum(part.owed + part.not_charged for part in parts)


@pytest.mark.parametrize("kind", ["wage_earner", "self_employed"])
def test_the_self_employed_are_never_fined(kind: str) -> None:
    who: dict[str, js.Participant] = {
        "wage_earner": js.WageEarner(4_000_000, risk_group=1),
        "self_employed": js.SelfEmployed(income=0),
    }
    found = js.settle(js.bills({"2025-01": who[kind]}), on=date(2026, 1, 1))
    assert (found.fines > 0) is (kind == "wage_earner")


@given(MONTHS, given_by.wages(), st.integers(0, 30), st.integers(0, 30))
def test_a_fine_is_the_share_times_the_months(month: js.Month, wage: int, one: int, other: int) -> None:
    low, high = sorted((one, other))
    fines = [payment.late_fine(wage, months=months, month=month) for months in (low, high)]
    assert fines[0].amount <= fines[1].amount
    assert abs(fines[1].amount - wage * high * fines[1].row.value) <= 1
