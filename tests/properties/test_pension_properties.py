"""What holds of every pension."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import jp
from jamsostek.jp.pensions import bounded

F = Fraction
R = js.readings
MEAN = R.MEAN_OF_INDEXED_WAGES
FLAT = jp.scenario(inflation=dict.fromkeys(range(2015, 2040), "0 %"), growth=dict.fromkeys(range(2026, 2040), "0 %"))
MONTHS = js.months("2015-07", "2026-12")

wages = st.integers(1_000_000, 30_000_000)
records = st.dictionaries(st.sampled_from(MONTHS), wages, min_size=1, max_size=60)
rates = st.integers(-900, 2_000).map(lambda basis: F(basis, 10_000))
exact = st.integers(1, 10_000_000).map(F)


def history(found: dict[js.Month, int]) -> js.History:
    """What was paid; in every other month nothing was owed."""
    return js.History.of(found, state="paid").fill("not_owed")


def formula(found: dict[js.Month, int], law: js.Law = FLAT, year: int = 2027) -> jp.Formula:
    return jp.formula(history(found), year=year, law=law)


@given(st.sets(st.sampled_from(MONTHS), min_size=1, max_size=60), st.sampled_from(MONTHS), wages)
def test_more_months_at_equal_indexed_wages_never_lower_a_pension(
    months: set[js.Month], more: js.Month, wage: int
) -> None:
    wage = min(wage, 7_000_000)  # below every ceiling
    for option in ("calendar_rows", "month_weighted"):
        law = FLAT.reading(MEAN, option)
        less = formula(dict.fromkeys(months, wage), law)
        both = formula(dict.fromkeys({*months, more}, wage), law)
        assert less.mean == both.mean == wage
        assert both.exact >= less.exact
        assert (both.exact > less.exact) is (more not in months)


@given(records, st.data(), st.sampled_from(list(MEAN.names())))
def test_a_higher_wage_never_lowers_a_pension(found: dict[js.Month, int], data: st.DataObject, option: str) -> None:
    law = js.LAW.reading(MEAN, option).scenario(jp.INFLATION, {2026: "3 %"})
    month = data.draw(st.sampled_from(sorted(found)))
    more = {**found, month: found[month] + 1_000_000}
    assert formula(more, law).exact >= formula(found, law).exact


@given(records, rates, rates)
def test_more_inflation_never_lowers_a_pension(found: dict[js.Month, int], one: F, other: F) -> None:
    low, high = sorted((one, other))
    amounts = [formula(found, FLAT.scenario(jp.INFLATION, {2025: rate})).exact for rate in (low, high)]
    assert amounts == sorted(amounts)


@given(records)
def test_all_means_agree_where_years_are_whole_and_wages_constant(found: dict[js.Month, int]) -> None:
    whole = {
        js.Month(f"{year}-{at:02}"): wage
        for year, wage in {month.index // 12: wage for month, wage in found.items()}.items()
        if year > 2015
        for at in range(1, 13)
    }
    if whole:
        law = FLAT.assume_unchanged(jp.WAGE_CEILING).reading(R.COUNTED_WAGE, "whole")
        assert len({formula(whole, law.reading(MEAN, option)).exact for option in MEAN.names()}) == 1


@given(records)
def test_no_counted_wage_is_above_the_ceilings_of_its_year(found: dict[js.Month, int]) -> None:
    for row in formula(found).rows:
        ceilings = [jp_ceiling(month) for month in found if month.index // 12 == row.year]
        assert row.wage <= F(sum(ceilings), len(ceilings))
        assert row.months == len(ceilings)


def jp_ceiling(month: js.Month) -> int:
    return js.LAW.row(jp.WAGE_CEILING, js.LAW.moment(month)).value


@given(exact, st.sampled_from([month for month in MONTHS if month < js.Month("2025-01")]), st.data())
def test_a_pension_stays_within_the_limits_of_each_month(amount: F, first: js.Month, data: st.DataObject) -> None:
    pension = jp.Pension("old_age", first, amount)
    stretches = pension.stretches("2026-12")
    assert sum(each.months for each in stretches) == js.Month("2026-12") - first + 1
    assert all(before.last + 1 == after.first for before, after in pairwise(stretches))
    month = data.draw(st.sampled_from([each for each in MONTHS if each >= first]))
    lowest, highest = jp.limits(month)
    assert lowest.value <= pension.amount(month) <= highest.value
    assert next(each.amount for each in stretches if each.first <= month <= each.last) == pension.amount(month)
    assert [each.amount for each in stretches] == sorted(each.amount for each in stretches)  # no year of deflation yet


@given(exact, st.sampled_from(MONTHS), st.sampled_from([F(1, 2), F(1, 4), F(1, 5), F(1)]))
def test_a_share_of_a_pension_is_at_most_the_pension(amount: F, month: js.Month, share: F) -> None:
    bounds = jp.limits(month)
    drawn = bounded(amount, bounds, js.LAW)
    assert bounded(share * amount, bounds, js.LAW) <= drawn
    assert bounded(share * drawn, bounds, js.LAW) <= drawn


YOUNG = js.Person(born=date(1985, 6, 15))


@settings(max_examples=30)
@given(st.integers(1, 400), st.integers(0, 40), st.integers(1_000_000, 10_000_000))
def test_survivors_of_a_pensioner_draw_at_most_his_pension(months: int, later: int, drawn: int) -> None:
    who = js.WageEarner(wage=5_000_000, risk_group=1, person=YOUNG)
    member = js.Member(
        who, registered=date(2015, 7, 1), history=js.History.unbroken("2015-07", "2024-12", wage=5_000_000)
    )
    death = js.Death(on=(js.Month("2024-01") + later % 24).first_day, pension_drawn=drawn)
    lowest, _ = jp.limits(js.Month.of(death.on) + 1)
    children = tuple(js.Child(born=date(2015, 1, day), married=False, works=False) for day in (1, 1 + months % 28))
    for family in (
        js.Family(spouse=True, children=False),
        js.Family(spouse=False, children=children),
        js.Family(spouse=False, children=False, parents=True),
    ):
        items = jp.benefit(death, member, family)
        assert sum(item.amount or 0 for item in items) <= max(drawn, lowest.value)


@settings(max_examples=40)
@given(st.integers(170, 190), st.integers(0, 3))
def test_the_180th_month_decides(paid: int, owed_in_between: int) -> None:
    """However the months are spread, a pension needs 180 of them and no fewer."""
    last = js.Month("2035-06")  # 62 on 2035-06-15
    months = js.months(last - (paid + owed_in_between - 1), last)
    worked = months[:10] + months[10 + owed_in_between :]
    who = js.WageEarner(wage=5_000_000, risk_group=1, person=js.Person(born=date(1973, 6, 15)))
    member = js.Member(who, registered=months[0].first_day, history=history(dict.fromkeys(worked, 5_000_000)))
    items = jp.benefit(js.Retirement(on=date(2035, 6, 30)), member, law=FLAT)
    assert [item.benefit for item in items] == ["old_age" if paid >= 180 else "lump_sum"]
    if paid >= 180:
        assert items[0].amount == max(F(paid, 12) * 50_000, F(411_400)).__round__()


@given(st.dates(date(1959, 7, 1), date(2010, 12, 31)), st.dates(date(1959, 7, 1), date(2010, 12, 31)))
def test_who_is_born_later_reaches_the_age_later(one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert jp.pension_dates(first).reached <= jp.pension_dates(second).reached
    found = jp.pension_dates(one)
    row = js.LAW.row(jp.PENSION_AGE, js.Moment(js.Clock.BIRTHDAY, found.reached))
    assert found.reached.year - one.year == row.value
    assert found.letter_by < found.form_by < found.reached < found.right_from <= found.deferred_until


@settings(max_examples=40)
@given(records, st.integers(0, 1_500), st.integers(1, 300))
def test_lump_sums_close_and_grow(found: dict[js.Month, int], basis: int, more: int) -> None:
    who = js.WageEarner(wage=5_000_000, risk_group=1)
    returns = {year: F(basis, 10_000) for year in range(2015, 2027)}

    def saved(months: dict[js.Month, int], rate_of_2025: F) -> jp.LumpSum:
        member = js.Member(who, registered=date(2015, 7, 1), history=history({**months, MONTHS[-1]: 5_000_000}))
        return jp.lump_sum(member, on=date(2026, 12, 31), returns={**returns, 2025: rate_of_2025})

    result = saved(found, returns[2025])
    before = F(0)
    for year in result.years:
        assert year.balance == before + year.contributions + year.returned
        before = year.balance
    assert abs(result.amount - before) <= F(1, 2)
    assert saved({**found, MONTHS[0]: 30_000_000}, returns[2025]).years[-1].balance >= before
    assert saved(found, F(basis + more, 10_000)).years[-1].balance >= before


@settings(max_examples=40)
@given(st.integers(1, 22), st.integers(1, 22), st.integers(0, 30))
def test_schedules_hand_over_without_gap_or_overlap(one: int, other: int, wed: int) -> None:
    """Widow, then children: one whole pension in every month until the last right ends."""
    who = js.WageEarner(wage=5_000_000, risk_group=1, person=YOUNG)
    member = js.Member(
        who, registered=date(2015, 7, 1), history=js.History.unbroken("2015-07", "2019-12", wage=5_000_000)
    )
    remarried = (js.Month("2020-02") + wed).last_day
    children = tuple(
        js.Child(name=str(at), born=date(2020 - age, 1, 1), married=False, works=False)
        for at, age in enumerate((one, other))
    )
    family = js.Family(spouse=js.Spouse(name="Siti", remarried=remarried), children=children)
    found = jp.schedule(js.Death(on=date(2020, 1, 10)), member, family, until="2026-12")
    assert [stage.first for stage in found] == sorted(stage.first for stage in found)
    ends = max(js.Month(f"{2020 - age + 23}-01") for age in (one, other))
    for month in js.months("2020-02", "2026-12"):
        paid = [stage for stage in found if stage.first <= month <= stage.last]
        widow = month <= js.Month.of(remarried)
        alive = [age for age in (one, other) if js.Month(f"{2020 - age + 23}-01") >= month]
        began = [age for age in alive if date(2020 - age + 23, 1, 1) > (js.Month.of(remarried) + 1).first_day]
        if widow:
            assert [stage.person for stage in paid] == ["Siti"]
        elif began:
            lowest, highest = jp.limits(month)
            assert len(paid) == len(began)
            assert lowest.value <= sum(stage.amount for stage in paid) <= highest.value
        else:
            assert paid == []
        assert widow or month <= ends or not paid
