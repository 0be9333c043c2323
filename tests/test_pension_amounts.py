"""The amounts of pensions: series, formula, limits, uplifts, lump sums, days."""

from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors, jp
from jamsostek.jp.series import next_value

F = Fraction
FLAT = jp.scenario(inflation=dict.fromkeys(range(2015, 2060), "0 %"), growth=dict.fromkeys(range(2026, 2060), "0 %"))


# --- series and scenarios --------------------------------------------------------------------------------------------


def test_practice_reproduces_every_announced_limit_and_ceiling() -> None:
    for table in (jp.MIN_PENSION, jp.MAX_PENSION):
        for before, after in pairwise(table.rows):
            year = after.since.year
            assert next_value(before.value, jp.inflation(year - 1).value, year, js.LAW, up=True) == after.value
    ceilings = [row for row in jp.WAGE_CEILING.rows if row.since.month != 1]
    for before, after in pairwise(ceilings):
        year = after.since.year
        assert next_value(before.value, jp.growth(year - 1).value, year, js.LAW, up=False) == after.value


def test_later_growth_of_2021_would_give_another_ceiling() -> None:
    assert next_value(8_754_600, F(370, 10_000), 2022, js.LAW, up=False) == 9_078_500


@pytest.mark.parametrize("call", [jp.inflation, jp.growth])
def test_a_year_that_is_not_known_is_named(call: Any) -> None:
    with pytest.raises(errors.NotAnnounced, match=r"2026 is not known; announced up to 2025; take jp.scenario\(law"):
        call(2026)
    with pytest.raises(errors.BeforeLaw):
        call(2014)
    with pytest.raises(errors.WrongType):
        call(True)


def test_index() -> None:
    assert jp.index(2025, 2025) == 1
    assert jp.index(2024, 2026) == F(10157, 10000) * F(10292, 10000)
    later = js.LAW.reading(js.readings.INDEX_OF_WAGES, "next_year")
    assert jp.index(2024, 2026, law=later) == F(10292, 10000)
    with pytest.raises(errors.Contradiction, match="2024 lies before 2025"):
        jp.index(2025, 2024)
    with pytest.raises(errors.NotAnnounced, match="2026"):
        jp.index(2024, 2030)


@pytest.mark.parametrize("option", tuple(js.readings.INDEX_OF_WAGES.names()))
def test_a_formula_indexes_every_year_as_the_index_does(option: str) -> None:
    law = js.LAW.reading(js.readings.INDEX_OF_WAGES, option)
    found = jp.formula(js.History.unbroken("2016-03", "2026-02", wage=5_000_000), year=2026, law=law)
    assert [row.factor for row in found.rows] == [jp.index(row.year, 2026, law=law) for row in found.rows]


def test_limits_by_month() -> None:
    def both(month: str, law: js.Law = js.LAW) -> list[int]:
        return [row.value for row in jp.limits(js.Month(month), law=law)]

    assert both("2015-07") == [300_000, 3_600_000]
    assert both("2016-02") == [300_000, 3_600_000]
    assert both("2016-03") == [310_050, 3_720_600]
    early = js.LAW.reading(js.readings.START_OF_LIMITS_2026, "february")
    assert both("2026-02") == [399_700, 4_792_300]
    assert both("2026-02", early) == both("2026-03") == [411_400, 4_932_300]
    assert both("2026-01", early) == [399_700, 4_792_300]
    assert both("2025-02", early) == [393_500, 4_718_200]
    with pytest.raises(errors.NotAnnounced, match=r"2027-03 are not announced.*inflation=\{2026"):
        both("2027-03")
    with pytest.raises(errors.BeforeLaw):
        both("2015-06")


def test_scenario() -> None:
    law = jp.scenario(inflation={2026: "3 %", 2027: F(2, 100)}, growth={2026: "5 %"})
    assert [row.value for row in jp.limits(js.Month("2027-03"), law=law)] == [423_800, 5_080_300]
    assert [row.value for row in jp.limits(js.Month("2028-03"), law=law)] == [432_300, 5_182_000]
    with pytest.raises(errors.NotAnnounced):
        jp.limits(js.Month("2029-03"), law=law)
    rich = js.WageEarner(wage=20_000_000, risk_group=1)
    bill = js.contributions(rich, month="2027-03", law=law)
    assert bill["JP", "worker"].counted == 11_640_600  # down to full hundreds of 11,640,615
    assert "jp.WAGE_CEILING" in bill.explain()
    assert jp.scenario() == js.LAW
    assert jp.limits(js.Month("2026-03"), law=jp.scenario(inflation={2025: "9 %"}))[0].value == 411_400


def test_a_limit_set_for_good_stays() -> None:
    law = js.LAW.override(jp.MIN_PENSION, since="2026-03", value=1_000_000)
    law = jp.scenario(law, inflation={2026: "3 %"})
    assert jp.limits(js.Month("2027-03"), law=law)[0].value == 1_000_000


def test_years_that_are_not_known_are_named_together() -> None:
    law = jp.scenario(inflation={2026: "3 %", 2028: "3 %"})
    with pytest.raises(
        errors.NotAnnounced, match=r"year 2027, 2029 is not known; announced up to 2025; .*2027: \"3 %\", …"
    ):
        jp.index(2024, 2030, law=law)
    with pytest.raises(errors.NotAnnounced, match="2027, 2029 is not known"):
        jp.formula(history((2025, 5_000_000)), year=2030, law=law)


def test_a_scenario_on_a_scenario_derives_again() -> None:
    ahead = range(2026, 2040)
    slow = jp.scenario(inflation=dict.fromkeys(ahead, "3 %"), growth=dict.fromkeys(ahead, "5 %"))
    fast = jp.scenario(slow, inflation=dict.fromkeys(ahead, "6 %"), growth={2026: "7 %"})
    fresh = jp.scenario(
        inflation=dict.fromkeys(ahead, "6 %"), growth={2026: "7 %"} | dict.fromkeys(range(2027, 2040), "5 %")
    )
    rich = js.WageEarner(wage=90_000_000, risk_group=1)
    for month in ("2027-03", "2040-07"):
        assert jp.limits(js.Month(month), law=fast) == jp.limits(js.Month(month), law=fresh)
        bills = [js.contributions(rich, month=month, law=law) for law in (slow, fast, fresh)]
        assert bills[0].total < bills[1].total == bills[2].total
    one = jp.scenario(slow, inflation={2026: "6 %"})
    assert jp.limits(js.Month("2030-03"), law=one) == jp.limits(
        js.Month("2030-03"), law=jp.scenario(inflation=dict.fromkeys(ahead, "3 %") | {2026: "6 %"})
    )
    stale = r"MIN_PENSION, jp.MAX_PENSION of later years were derived.*jp.scenario"
    with pytest.raises(errors.Contradiction, match=stale):
        slow.scenario(jp.INFLATION, {2039: "6 %"})
    with pytest.raises(errors.Contradiction, match=stale):
        slow.override(jp.INFLATION, since="2027-01", value=F(6, 100))
    before = slow.scenario(jp.INFLATION, {2025: "6 %", 2040: "1 %"})
    assert jp.limits(js.Month("2040-03"), law=before) == jp.limits(js.Month("2040-03"), law=slow)


def test_what_the_caller_set_stays_in_a_scenario() -> None:
    ahead = dict.fromkeys(range(2026, 2040), "3 %")
    law = jp.scenario(inflation=ahead).override(jp.MIN_PENSION, since="2028-03", until="2029-02", value=900_000)
    law = jp.scenario(law.override(jp.MIN_PENSION, since="2030-06", until="2030-08", value=1), inflation=ahead)
    lowest = [jp.limits(js.Month(month), law=law)[0].value for month in ("2027-03", "2028-03", "2029-03", "2030-03")]
    assert lowest == [423_800, 900_000, 927_000, 954_900]
    assert [jp.limits(js.Month(month), law=law)[0].value for month in ("2030-06", "2030-09")] == [1, 954_900]


@pytest.mark.parametrize(
    ("rates", "error", "text"),
    [
        ({2026: 5}, errors.ImpossibleRate, "2026"),
        ({2026: "-100 %"}, errors.ImpossibleRate, "2026"),
        ({2027: 0.03}, errors.FloatRate, "2027"),
        ({2026: 5, 2027: 0.03}, errors.SeveralErrors, "2 faults"),
    ],
)
def test_impossible_rates_name_the_year(rates: Any, error: type[Exception], text: str) -> None:
    with pytest.raises(error, match=text):
        jp.scenario(inflation=rates)


# --- the formula -----------------------------------------------------------------------------------------------------


def history(*years: tuple[int, int], months: int = 12) -> js.History:
    return js.History.of(
        {js.Month(f"{y}-{m:02}"): wage for y, wage in years for m in range(1, months + 1)}, state="paid"
    )


def test_formula_by_hand() -> None:
    found = jp.formula(history((2024, 5_000_000), (2025, 6_000_000)), year=2026)
    first, second = 5_000_000 * F(10157, 10000) * F(10292, 10000), 6_000_000 * F(10292, 10000)
    assert [row.indexed for row in found.rows] == [first, second]
    assert found.mean == (first + second) / 2
    assert found.exact == F(1, 100) * 2 * found.mean
    assert found.amount == 114_020
    assert found.evidence is js.Grade.B
    assert {each.name for each in found.readings} == {"mean_of_indexed_wages", "index_of_wages", "pension_rounding"}


def test_the_wage_counts_up_to_the_ceiling() -> None:
    rich = history((2025, 50_000_000))
    found = jp.formula(rich, year=2025)
    assert found.mean == F(2 * 10_042_300 + 10 * 10_547_400, 12)
    assert js.readings.COUNTED_WAGE in found.readings
    whole = jp.formula(rich, year=2025, law=js.LAW.reading(js.readings.COUNTED_WAGE, "whole"))
    assert whole.mean == 50_000_000


def test_wages_of_the_year_of_the_pension() -> None:
    law = FLAT
    two = history((2025, 4_000_000), (2026, 8_000_000))
    assert jp.formula(two, year=2026, law=law).mean == 4_000_000
    assert jp.formula(two, year=2026, law=law).months == 24
    counted = law.reading(js.readings.WAGES_OF_PENSION_YEAR, "counted")
    assert jp.formula(two, year=2026, law=counted).mean == 6_000_000
    assert jp.formula(history((2026, 8_000_000)), year=2026, law=law).mean == 8_000_000
    assert jp.formula(two, year=2025, law=law).months == 12


def test_one_poor_month_under_each_mean() -> None:
    poor = js.History.unbroken("2021-01", "2024-12", wage=5_000_000) + history((2025, 1_000_000), months=1)
    mean = js.readings.MEAN_OF_INDEXED_WAGES
    means = {option: jp.formula(poor, year=2026, law=FLAT.reading(mean, option)).mean for option in mean.names()}
    assert means == {
        "calendar_rows": F(4 * 5_000_000 + 1_000_000, 5),
        "month_weighted": F(48 * 5_000_000 + 1_000_000, 49),
        "yearly_totals": F(48 * 5_000_000 + 1_000_000, 60),
    }


def test_a_what_if_is_told_once() -> None:
    law = jp.scenario(inflation=dict.fromkeys(range(2024, 2028), "3 %"), growth={2026: "3 %"})
    found = jp.formula(history((2024, 5_000_000), (2025, 5_000_000), (2026, 5_000_000)), year=2028, law=law)
    assert [mark.text_en for mark in found.marks] == [
        "what-if, not the law as it stands: jp.INFLATION, jp.WAGE_CEILING",
        "law as checked to 2026-11-20",
    ]
    assert jp.formula(history((2025, 5_000_000)), year=2026, law=jp.scenario(inflation={2027: "3 %"})).marks == ()
    for_good = js.LAW.override(jp.WAGE_CEILING, since="2015-07", value=20_000_000)
    assert len(jp.formula(history((2025, 5_000_000)), year=2026, law=for_good).marks) == 1


@pytest.mark.parametrize(("option", "amount"), [("half_up", 15_001), ("down", 15_000), ("up", 15_001)])
def test_rounding(option: str, amount: int) -> None:
    law = FLAT.reading(js.readings.PENSION_ROUNDING, option)
    assert jp.formula(history((2025, 1_500_050)), year=2026, law=law).amount == amount


def test_formula_tells_itself() -> None:
    found = jp.formula(history((2024, 5_000_000), (2025, 6_000_000), (2026, 1_000_000)), year=2026)
    text = found.explain()
    assert "not in the mean" in text
    assert "1 % × 36 / 12 × 5,700,996.10 ≈ 171,029.88" in text
    assert "PP 45/2015 art. 17(2)" in text
    assert "di luar rata-rata" in found.explain("id")
    assert "<table" in found._repr_html_()
    assert repr(found) == "<Formula 2026: 36 months, 171,030 a month>"
    told = found.to_dict()
    assert (told["schema"], told["amount"]) == ("jamsostek.pension-formula/1", 171_030)
    assert told["rows"][2]["in_mean"] is False
    for option, text in (("month_weighted", "/ 24 "), ("yearly_totals", "/ 12 / 2 ")):
        law = js.LAW.reading(js.readings.MEAN_OF_INDEXED_WAGES, option)
        found = jp.formula(history((2024, 5_000_000), (2025, 6_000_000)), year=2026, law=law)
        assert text in found.steps()[0].numbers
    assert "what-if" in jp.formula(history((2025, 5_000_000)), year=2026, law=FLAT).explain()
    round_sum = jp.formula(history((2025, 6_000_000)), year=2026, law=FLAT)
    assert len(round_sum.steps()) == 2
    assert js.readings.PENSION_ROUNDING not in round_sum.readings


@pytest.mark.parametrize(
    ("given", "error", "text"),
    [
        ({"history": None, "year": 2026}, errors.WrongType, "no History"),
        ({"year": "2026"}, errors.WrongType, "no year"),
        ({"year": 2026, "months": 0}, errors.WrongType, "no number of months"),
        ({"year": 2026, "months": 1.5}, errors.WrongType, "no number of months"),
        ({"year": 2023}, errors.MissingFact, "any month"),
        ({"year": 2028}, errors.NotAnnounced, "2026"),
    ],
)
def test_formula_refuses(given: dict[str, Any], error: type[Exception], text: str) -> None:
    with pytest.raises(error, match=text):
        jp.formula(**{"history": history((2025, 5_000_000)), **given})


def test_unknown_wages_and_months_are_named() -> None:
    unknown = js.History.of({"2025-01": None, "2025-02": 5_000_000}, state="paid") + js.History.of(
        {"2025-03": 5_000_000}
    )
    with pytest.raises(errors.MissingFact, match="2025-01, 2025-03"):
        jp.formula(unknown, year=2026)
    with pytest.raises(errors.NotAnnounced, match=r"ceiling of wages of 2027-03.*growth=\{2026"):
        jp.formula(js.History.unbroken("2027-01", "2027-04", wage=5_000_000), year=2027)


def test_evidence_asked_for() -> None:
    two = history((2025, 5_000_000))
    assert jp.formula(two, year=2026, law=js.LAW.require("M")).amount > 0
    with pytest.raises(errors.SeveralErrors, match="mean_of_indexed_wages"):
        jp.formula(two, year=2026, law=js.LAW.require("B"))
    with pytest.raises(errors.EvidenceTooWeak, match=r"art\. 17\(5\)"):
        jp.formula(two, year=2026, law=js.LAW.require("A"))


def test_a_ceiling_kept_past_its_last_period() -> None:
    law = js.LAW.assume_unchanged(jp.WAGE_CEILING).scenario(jp.INFLATION, {2026: "0 %", 2027: "0 %"})
    long = js.History.unbroken("2026-12", "2027-12", wage=50_000_000)
    assert jp.formula(long, year=2028, law=law).mean == 11_086_300
    for_good = law.override(jp.WAGE_CEILING, since="2027-03", value=12_000_000)
    assert jp.formula(long, year=2028, law=for_good).rows[1].wage == F(2 * 11_086_300 + 10 * 12_000_000, 12)


# --- pensions over time ----------------------------------------------------------------------------------------------


def test_uplift_on_the_anniversary_or_in_march() -> None:
    pension = jp.Pension("old_age", js.Month("2024-08"), F(1_000_000))
    assert [pension.amount(month) for month in ("2024-08", "2025-07", "2025-08", "2026-08")] == [
        1_000_000,
        1_000_000,
        1_015_700,
        1_045_358,  # 1,015,700 x 1.0292 = 1,045,358.44
    ]
    march = jp.Pension(
        "old_age", js.Month("2024-08"), F(1_000_000), law=js.LAW.reading(js.readings.UPLIFT_MONTH, "march")
    )
    assert [march.amount(month) for month in ("2025-02", "2025-03", "2026-03")] == [1_000_000, 1_015_700, 1_045_358]
    early = jp.Pension("old_age", js.Month("2025-01"), F(1_000_000), law=march.law)
    assert early.amount("2025-03") == 1_000_000
    assert pension.setting("2026-08").uplift == jp.inflation(2025)


def test_the_uplift_goes_by_what_was_drawn() -> None:
    """Of a pension cut to the highest, the highest was drawn: 4,718,200 x 1.0157 stays below the new highest."""
    cut = jp.Pension("old_age", js.Month("2024-08"), F(10_000_000))
    assert [cut.amount(month) for month in ("2024-08", "2025-08")] == [4_718_200, 4_792_276]


def test_negative_inflation_lowers_a_pension() -> None:
    law = js.LAW.scenario(jp.INFLATION, {2025: "-1 %"})
    assert jp.Pension("old_age", js.Month("2025-06"), F(1_000_000), law=law).amount("2026-06") == 990_000


def test_new_limits_in_a_running_pension() -> None:
    low = jp.Pension("spouse", js.Month("2025-06"), F(100_000))
    assert low.stretches("2026-06") == (
        jp.Stretch(js.Month("2025-06"), js.Month("2026-02"), 399_700),
        jp.Stretch(js.Month("2026-03"), js.Month("2026-06"), 411_400),
    )
    assert [(each.months, each.total) for each in low.stretches("2026-06")] == [(9, 3_597_300), (4, 1_645_600)]
    law = js.LAW.reading(js.readings.LIMITS_OVER_TIME, "when_set")
    late = jp.Pension("spouse", js.Month("2025-06"), F(100_000), law=law)
    assert [late.amount(month) for month in ("2026-03", "2026-05", "2026-06")] == [399_700, 399_700, 411_400]
    assert jp.Pension("spouse", js.Month("2025-06"), F(100_000), False).amount("2026-03") == 100_000


def test_pension_refuses() -> None:
    month: Any = js.Month("2026-03")
    with pytest.raises(errors.TooEarly, match="2026-02 lies before 2026-03"):
        jp.Pension("old_age", month, F(1)).amount("2026-02")
    with pytest.raises(errors.NotAnnounced, match="2026 is not known"):
        jp.Pension("old_age", month, F(1)).amount("2027-03")
    exact: Any = 1.5
    with pytest.raises(errors.SeveralErrors) as found:
        jp.Pension("old", "2026-03", exact)  # type: ignore[arg-type]
    assert [type(each) for each in found.value.errors] == [errors.UnknownKind, errors.WrongType, errors.WrongType]
    with pytest.raises(errors.NegativeAmount):
        jp.Pension("old_age", month, F(-1))
    assert repr(jp.Pension("old_age", month, F(1))) == "<Pension old_age from 2026-03>"


def test_readings_of_the_first_payment() -> None:
    assert jp.Pension("old_age", js.Month("2026-02"), F(1, 3)).readings == (
        js.readings.PENSION_ROUNDING,
        js.readings.START_OF_LIMITS_2026,
    )
    assert jp.Pension("old_age", js.Month("2026-03"), F(1)).readings == ()


# --- lump sums -------------------------------------------------------------------------------------------------------

ANA = js.WageEarner(wage=5_000_000, risk_group=1)


def saver(first: str = "2025-11", last: str = "2026-02", **facts: Any) -> js.Member:
    return js.Member(
        facts.pop("who", ANA), registered=date(2025, 11, 1), history=js.History.unbroken(first, last, wage=5_000_000)
    )


def test_lump_sum_by_hand() -> None:
    returns: dict[int | str | js.Month, Any] = {2025: "12 %", "2026-01": "2 %", js.Month("2026-02"): 0}
    found = jp.lump_sum(saver(), on=date(2026, 2, 10), returns=returns)
    # 150,000 a month; December bears 1 % on November's, January 2 %, February nothing.
    after_december = 150_000 * F(101, 100) + 150_000
    after_january = after_december * F(102, 100) + 150_000
    assert [year.balance for year in found.years] == [after_december, after_january + 150_000]
    assert found.amount == 607_530
    assert (found.contributions, found.returned) == (600_000, F(7_530))
    assert found.table()[0] == ("2025", "300,000", "1,500", "301,500")
    head, year, _, empty, total, *questions = found.explain().splitlines()
    assert (head.split(), year.split()) == (["year", "contributions", "return", "balance"], list(found.table()[0]))
    assert (empty, total) == ("", "contributions with their return: 607,530 (PP 45/2015 art. 24(1)-(3))")
    assert len(questions) == len(found.readings)
    same = js.LAW.reading(js.readings.START_OF_JP_RETURN, "same_month")
    assert jp.lump_sum(saver(), on=date(2026, 2, 10), returns={2025: "12 %", 2026: 0}, law=same).amount == 604_515
    assert js.readings.START_OF_JP_RETURN in found.readings


def test_lump_sum_refuses() -> None:
    on = date(2026, 2, 10)
    with pytest.raises(errors.NotAnnounced, match="2026-01 is not known"):
        jp.lump_sum(saver(), on=on, returns={2025: "6 %"})
    with pytest.raises(errors.ImpossibleRate, match="2025"):
        jp.lump_sum(saver(), on=on, returns={2025: 5})
    wrong: Any = None
    with pytest.raises(errors.SeveralErrors) as found:
        jp.lump_sum(wrong, on=wrong, returns=wrong)
    assert len(found.value.errors) == 3
    unknown = js.Member(ANA, registered=date(2025, 11, 1), history=js.History.of({"2025-11": None}, state="paid"))
    with pytest.raises(errors.MissingFact, match="2025-11, 2025-12"):
        jp.lump_sum(unknown, on=date(2026, 1, 20), returns={2025: 0, 2026: 0})
    nobody = js.Member(js.SelfEmployed(income=1_000_000))
    with pytest.raises(errors.MissingFact, match="any month"):
        jp.lump_sum(nobody, on=on, returns={2025: 0})


# --- days ------------------------------------------------------------------------------------------------------------


def test_days() -> None:
    found = jp.pension_dates(date(1971, 7, 27))
    assert (found.letter_by, found.form_by) == (date(2032, 4, 27), date(2032, 6, 27))
    assert len(found.cites) == len(found)
    assert jp.pay_by(date(2032, 8, 1), date(2032, 9, 10)).on == date(2032, 9, 25)
    late = jp.late_payment(1_000_000, months=2, on=date(2026, 5, 1))
    assert (late.amount, late.text("id")) == (F(40_000), "2 × 2 % × 1.000.000 = 40.000")
    wrong: Any = "x"
    with pytest.raises(errors.NotADate):
        jp.pension_dates(wrong)
    with pytest.raises(errors.BeforeLaw, match="reached on 2015-06-01, before JP began on 2015-07-01"):
        jp.pension_dates(date(1959, 6, 1))
    assert jp.pension_dates(date(1959, 7, 1)).letter_by == date(2015, 4, 1)
    with pytest.raises(errors.SeveralErrors):
        jp.pay_by(wrong, wrong)
    with pytest.raises(errors.NotADate):
        jp.confirmations(wrong)
    with pytest.raises(errors.SeveralErrors):
        jp.late_payment(-1, months=wrong, on=wrong)


# Birth year and the year in which the pension age is reached; nobody reaches it in a year in which it rises.
REACHED = {
    1959: (56, 2015), 1962: (56, 2018), 1963: (57, 2020), 1964: (57, 2021), 1965: (58, 2023), 1966: (58, 2024),
    1967: (59, 2026), 1968: (59, 2027), 1969: (60, 2029), 1970: (60, 2030), 1971: (61, 2032), 1972: (61, 2033),
    1973: (62, 2035), 1974: (62, 2036), 1975: (63, 2038), 1976: (63, 2039), 1977: (64, 2041), 1978: (64, 2042),
    1979: (65, 2044), 1990: (65, 2055),
}  # fmt: skip


@pytest.mark.parametrize("born", REACHED)
def test_who_reaches_the_age_when(born: int) -> None:
    age, year = REACHED[born]
    days = [date(born, 7, 1) if born == 1959 else date(born, 1, 1), date(born, 12, 31)]
    assert [jp.pension_dates(day).reached for day in days] == [day.replace(year=year) for day in days]
    assert year - born == age


def test_unknown_names() -> None:
    with pytest.raises(AttributeError, match="pension_dates"):
        jp.nothing  # noqa: B018
    assert all(getattr(jp, name) is not None for name in jp.__all__)
