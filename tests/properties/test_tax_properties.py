"""Properties of the tax on sums paid at once: what is left, order, splitting, bounds."""

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import readings, tax

AMOUNTS = st.integers(1, 10**11) | st.sampled_from([49_999_999, 50_000_000, 50_000_001, 60_000_000, 60_000_001])
DAYS = st.dates(date(2009, 11, 16), date(2030, 12, 31))
ROUNDINGS = st.sampled_from(["half_up", "down", "up"])
PAYOUTS = st.builds(
    tax.Payout, on=DAYS, amount=AMOUNTS, kind=st.sampled_from([str(kind) for kind in tax.SumKind]), partial=st.none()
)


@given(st.lists(PAYOUTS, min_size=1, max_size=6), st.sampled_from([None, True, False]), st.data())
def test_every_tax_is_bounded_cited_and_blind_to_order(payouts: Any, number: bool | None, data: Any) -> None:
    law = js.LAW.reading(readings.TAX_ROUNDING, data.draw(ROUNDINGS))
    found = tax.lump_sum(payouts, tax_number=number, law=law)
    for line in found:
        assert 0 <= line.least <= line.most <= line.payout.amount
        assert (line.least == line.most) or (number is None and not line.final)
        assert line.basis
        assert line.steps("id")
    assert found.at_least <= found.at_most <= found.gross
    assert found.explain().count("share × ") >= len(found)
    mixed = data.draw(st.permutations(payouts))
    again = tax.lump_sum(mixed, tax_number=number, law=law)
    assert (again.at_least, again.at_most) == (found.at_least, found.at_most)


@given(AMOUNTS, AMOUNTS, st.integers(2010, 2029), ROUNDINGS)
def test_within_two_calendar_years_parts_cost_what_the_whole_costs(one: int, other: int, year: int, how: str) -> None:
    law = js.LAW.reading(readings.TAX_ROUNDING, how)
    first = tax.Payout(on=date(year, 1, 1), amount=one)
    whole = tax.lump_sum(tax.Payout(on=date(year, 1, 1), amount=one + other), law=law)
    last, late = (tax.Payout(on=day, amount=other) for day in (date(year + 1, 12, 31), date(year + 2, 1, 1)))
    assert tax.lump_sum([first, last], law=law).tax == whole.tax
    assert tax.lump_sum([first, late], law=law).lines[1].method is tax.Method.PROGRESSIVE


@given(AMOUNTS, AMOUNTS, DAYS)
def test_more_money_leaves_more(one: int, more: int, day: date) -> None:
    less, greater = (tax.lump_sum(tax.Payout(on=day, amount=amount)) for amount in (one, one + more))
    assert less.net is not None
    assert greater.net is not None
    assert less.net < greater.net


@given(AMOUNTS, DAYS)
def test_savings_never_pay_the_rates_of_severance(amount: int, day: date) -> None:
    savings, severance = (
        tax.lump_sum(tax.Payout(on=day, amount=amount, kind=kind)).at_most
        for kind in (tax.SumKind.JHT, tax.SumKind.SEVERANCE)
    )
    assert savings <= severance
    assert savings == severance or amount > 100_000_000
    assert savings < severance or amount < 100_000_010
    assert abs(savings - max(amount - 50_000_000, 0) * Fraction(5, 100)) <= Fraction(1, 2)


@given(AMOUNTS, st.integers(2012, 2030))
def test_without_a_tax_number_a_fifth_more(amount: int, year: int) -> None:
    payouts = [tax.Payout(on=date(2010, 1, 1), amount=1), tax.Payout(on=date(year, 6, 1), amount=amount)]
    held, lacking = (tax.lump_sum(payouts, tax_number=number).tax for number in (True, False))
    assert held is not None
    assert lacking is not None
    assert abs(held * Fraction(6, 5) - lacking) <= Fraction(11, 10)


@given(st.integers(1, 10**11), st.integers(2009, 2021))
def test_the_scales_meet_at_the_ends_of_slices(amount: int, year: int) -> None:
    moment = js.Moment(js.Clock.PAYMENT, date(year, 12, 31))
    slices = js.LAW.row(tax.PROGRESSIVE, moment).value
    step = tax.marginal(slices, amount + 1) - tax.marginal(slices, amount)
    assert step in {each.share for each in slices}
