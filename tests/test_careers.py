"""Working lives: years, retirement, what-ifs, pictures, what is refused."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

import jamsostek as js
from jamsostek import errors, jht, jp, plots, readings

AHEAD = range(2026, 2056)
LAW = jp.scenario(inflation=dict.fromkeys(AHEAD, "3 %"), growth=dict.fromkeys(AHEAD, "5 %")).override(
    jht.CREDITED_RATE, since="2015-01", value=Fraction(5, 100)
)
ANA = js.WageEarner(wage=4_000_000, risk_group=1, person=js.Person(born=date(1985, 5, 10)))
PATH = js.History.rising("2015-07", "2050-05", wage=4_000_000, raised="6 %")
MEMBER = js.Member(ANA, registered=date(2015, 7, 1), history=PATH)
ANY: Any = js  # for what the types forbid


@pytest.fixture(scope="module")
def life() -> js.Career:
    return js.career(MEMBER, law=LAW)


def test_years_add_up_to_the_statement_and_the_bills(life: js.Career) -> None:
    assert life.retires == date(2050, 5, 10)
    assert (life.years[0].year, life.years[0].months, life.years[0].pay) == (2015, 6, 4_000_000)
    bill = js.contributions(ANA, month="2015-07")
    assert life.years[0].by_programme == {programme: 6 * sum_ for programme, sum_ in bill.by_programme.items()}
    assert (life.years[0].employer, life.years[0].worker, life.years[0].own) == (6 * bill.employer, 6 * bill.worker, 0)
    assert life.contributions == life.employer + life.worker == sum(life.by_programme.values())
    found = jht.statement(MEMBER, law=LAW)
    assert [year.balance for year in life.years] == [year.closing for year in found.years]
    assert life.balance == found.balance == found.paid_in + found.credited
    assert sum(year.credited for year in life.years) == found.credited
    assert life.by_programme[js.Programme.JHT] == found.paid_in


def test_the_pension_is_that_of_jp(life: js.Career) -> None:
    (item,) = jp.benefit(js.Retirement(on=date(2050, 5, 10)), MEMBER, law=LAW)
    assert life.pension == item.amount
    assert life.pension_from == date(2050, 6, 1)
    assert life.pension_item in life.items
    assert life.lump_sum is None
    assert life.replaced == Fraction(item.amount or 0, life.years[-1].pay or 1)
    assert life.years[-1].pension == life.pension
    at = next(year for year in life.years if year.year == 2025)
    so_far = jp.formula(PATH.window("2015-07", "2025-12"), year=2026, law=LAW)
    assert (at.pension_months, at.pension) == (126, so_far.amount)


def test_without_180_months_there_is_no_pension() -> None:
    late = js.WageEarner(wage=4_000_000, risk_group=1, person=js.Person(born=date(1967, 3, 9)))
    short = js.Member(
        late, registered=date(2015, 7, 1), history=js.History.unbroken("2015-07", "2026-03", wage=4_000_000)
    )
    found = js.career(short, law=LAW)
    assert (found.pension, found.pension_from, found.replaced) == (None, None, None)
    assert found.lump_sum is not None
    assert found.lump_sum.amount is None
    assert f"\nJP {found.lump_sum.benefit.label_en}: cannot be said without" in found.explain()
    assert repr(found).endswith("no pension>")
    assert "JP old-age pension: no: 129 months of contributions, 180 are asked for" in found.explain()


def test_whether_there_are_180_months_may_be_open() -> None:
    late = js.WageEarner(wage=4_000_000, risk_group=1, person=js.Person(born=date(1971, 5, 10)))
    path = js.History.unbroken("2015-07", "2029-12", wage=4_000_000)
    found = js.career(js.Member(late, registered=date(2015, 7, 1), history=path), law=LAW)
    assert found.pension_item is None
    assert "old-age pension: cannot be said without: which months were paid" in found.explain()


def test_a_what_if_changes_what_hangs_on_it(life: js.Career) -> None:
    lower = js.career(MEMBER, law=LAW.override(jp.WAGE_CEILING, since="2027-03", value=5_000_000))
    assert lower.balance == life.balance
    assert (lower.pension or 0) < (life.pension or 0)
    assert lower.by_programme[js.Programme.JP] < life.by_programme[js.Programme.JP]
    richer = js.career(MEMBER, law=LAW.override(jht.CREDITED_RATE, since="2027-01", value=Fraction(6, 100)))
    assert (richer.pension, richer.balance > life.balance) == (life.pension, True)
    assert any("jp.INFLATION" in mark.text_en for mark in life.marks)


def test_years_that_are_not_known_are_named() -> None:
    with pytest.raises(errors.NotAnnounced, match="2015, 2021, 2022"):
        js.career(MEMBER)
    rates = js.LAW.override(jht.CREDITED_RATE, since="2015-01", value=Fraction(5, 100))
    with pytest.raises(errors.NotAnnounced, match="2027"):
        js.career(MEMBER, law=rates)


def test_work_after_the_pension_age_and_rest_before_it() -> None:
    older = js.WageEarner(wage=4_000_000, risk_group=1, person=js.Person(born=date(1966, 3, 9)))
    history = js.History.unbroken("2015-07", "2025-12", wage=4_000_000)
    worked_on = js.career(js.Member(older, history=history), law=LAW)
    assert worked_on.retires == date(2025, 12, 1)
    rested = js.career(MEMBER.memberships[0], retires=date(2050, 12, 31), law=LAW)
    assert rested.years[-1].year == 2050
    assert rested.balance > js.career(MEMBER, law=LAW).balance
    ended = js.Member(
        ANA, registered=date(2015, 7, 1), history=js.History.rising("2015-07", "2040-05", wage=4_000_000, raised=0)
    )
    found = js.career(ended, law=LAW)
    assert [year.months for year in found.years][-11:] == [5, *[0] * 10]
    assert (found.years[-1].pay, found.years[-1].contributions) == (None, 0)
    assert found.years[-1].pension_months == 299
    assert found.pension is None  # nobody told what became of the years after 2040
    assert "cannot be said without" in found.explain()
    assert [fact.key for fact in found.missing] == ["member.history"]
    assert repr(found).endswith(f"at least {found.balance:,}, pension not known without which months were paid>")
    assert f"JHT balance: at least {found.balance:,}" in found.explain()
    assert f"saldo JHT: paling sedikit {found.balance:,}".replace(",", ".") in found.explain("id")
    assert (found.to_dict()["balance_known"], found.to_dict()["missing"]) == (False, ["member.history"])
    said = js.career(evolve(ended.memberships[0], ended=date(2040, 5, 31)), law=LAW)
    assert (said.missing, said.balance_known, said.pension is not None) == ((), True, True)


def test_without_a_date_of_birth_the_pension_is_not_known() -> None:
    ageless = evolve(MEMBER.memberships[0], participant=js.WageEarner(wage=4_000_000, risk_group=1))
    found = js.career(ageless, law=LAW)
    assert (found.pension, found.pension_verdict.state) == (None, js.State.UNDETERMINED)
    assert [fact.key for fact in found.missing] == ["person.born"]
    assert "JP old-age pension: cannot be said without: date of birth" in found.explain()
    assert repr(found).endswith("pension not known without date of birth>")


def test_the_pension_of_a_year_stops_with_the_contributions() -> None:
    older = js.WageEarner(wage=4_000_000, risk_group=1, person=js.Person(born=date(1966, 3, 9)))
    history = js.History.unbroken("2015-07", "2026-05", wage=4_000_000)
    found = js.career(js.Member(older, registered=date(2015, 7, 1), history=history), law=LAW)
    reached = jp.pension_age_reached(date(1966, 3, 9))
    months = js.Month.of(reached) - js.Month("2015-07") + 1
    assert sum(js.Programme.JP in bill.by_programme for bill in js.bills(history, older)) == months
    assert [year.pension_months for year in found.years][-3:] == [months] * 3
    so_far = jp.formula(history.window("2015-07", js.Month.of(reached)), year=reached.year, law=LAW)
    assert {year.pension for year in found.years[-3:]} == {so_far.amount}


def test_careers_of_several_kinds() -> None:
    rider = js.SelfEmployed(income=1_000_000, programmes=["JKK", "JKM", "JHT"])
    rides = js.career(js.Member(rider, history=js.History.unbroken("2024-01", "2025-12", income=1_000_000)), law=LAW)
    assert rides.retires == date(2025, 12, 31)
    assert (rides.years[0].own, rides.years[0].employer, rides.years[0].pension) == (12 * 36_800, 0, None)
    assert [year.pension_months for year in rides.years] == [0, 0]
    first = js.Membership(
        ANA, history=js.History.unbroken("2015-07", "2020-12", wage=4_000_000), ended=date(2020, 12, 31)
    )
    second = js.Membership(ANA, history=js.History.unbroken("2022-01", "2025-12", wage=5_000_000))
    silent = js.Membership(js.SelfEmployed(income=1_000_000))
    member = js.Member(memberships=[first, second, silent])
    both = js.career(member, retires=date(2026, 1, 31), law=LAW)
    assert [year.pension_months for year in both.years][:8] == [6, 18, 30, 42, 54, 66, 66, 78]
    aside = js.Membership(ANA, history=js.History.unbroken("2020-01", "2025-12", wage=5_000_000))
    beside = js.career(js.Member(memberships=[first, aside]), retires=date(2026, 1, 31), law=LAW)
    assert {year.pension for year in beside.years} == {None}
    mixed = js.History(
        (
            js.MonthRecord(js.Month("2025-01"), js.MonthState.PAID, participant=rider),
            js.MonthRecord(js.Month("2025-02"), js.MonthState.PAID, participant=ANA),
            js.MonthRecord(js.Month("2025-03"), js.MonthState.UNPAID, 4_000_000),
        )
    )
    (year,) = js.career(js.Membership(ANA, history=mixed), retires=date(2025, 3, 31), law=LAW).years
    assert (year.months, year.own, year.pension_months, year.balance > 0) == (2, 36_800, 1, True)
    late_start = js.History(
        (
            js.MonthRecord(js.Month("2023-06"), js.MonthState.UNPAID, 4_000_000),
            *(js.MonthRecord(month, js.MonthState.NOT_OWED) for month in js.months("2023-07", "2024-12")),
            js.MonthRecord(js.Month("2025-01"), js.MonthState.PAID, 4_000_000),
        )
    )
    begun = js.Membership(ANA, history=late_start, savings=js.Balance("2023-01", 1_000_000))
    assert [year.pension_months for year in js.career(begun, retires=date(2025, 1, 31), law=LAW).years] == [0, 0, 1]
    nothing = js.History((js.MonthRecord(js.Month("2025-03"), js.MonthState.UNPAID, 4_000_000),))
    assert js.career(js.Membership(ANA, history=nothing), retires=date(2025, 3, 31), law=LAW).years == ()


def test_what_a_career_refuses() -> None:
    with pytest.raises(errors.WrongType, match="no member"):
        js.career(ANY.LAW)
    with pytest.raises(errors.MissingFact, match="which months were paid"):
        js.career(js.Member(ANA))
    with pytest.raises(errors.Contradiction, match="before the record ends"):
        js.career(MEMBER, retires=date(2040, 1, 1), law=LAW)
    with pytest.raises(errors.NotADate):
        js.career(MEMBER, retires=ANY.LAW, law=LAW)


def test_a_career_in_words(life: js.Career) -> None:
    text = life.explain()
    assert text.startswith("working life up to retirement on 2050-05-10\nwhat-if")
    assert f"JP pension a month, from 2050-06-01: {life.pension:,} (" in text
    assert readings.RETURN_STARTS.question_en in text
    assert "masa kerja sampai pensiun" in life.explain("id")
    assert "manfaat pensiun per bulan" in life.explain("id")
    assert "<td" in life._repr_html_()
    made = life.to_dict()
    assert made["schema"] == "jamsostek.career/1"
    assert made["years"][0]["by_programme"]["JHT"] == 6 * 228_000
    assert made["overrides"][0] == "jp.INFLATION"
    assert (made["balance"], made["pension_from"]) == (life.balance, "2050-06-01")
    assert repr(life).startswith("<Career of 36 years to 2050-05-10: balance ")
    assert life.evidence == "given"
    short = js.career(
        js.Membership(ANA, history=js.History.unbroken("2016-01", "2016-03", wage=4_000_000)), retires=date(2016, 4, 30)
    )
    assert short.to_dict()["pension_from"] is None
    assert "younger" not in short.explain()
    assert short.evidence == "B"


def test_pictures(life: js.Career) -> None:
    other = js.career(MEMBER, law=LAW.override(jht.CREDITED_RATE, since="2027-01", value=Fraction(6, 100)))
    left, right = plots.career(life, beside=other).axes
    assert left.get_title() == "working life up to retirement on 2050-05-10"
    assert [text.get_text() for text in left.get_legend().get_texts()][-1] == "JHT balance, rupiah, the other"  # type: ignore[union-attr]
    assert len(right.lines) == 2
    rider = js.SelfEmployed(income=1_000_000, programmes=["JKK", "JKM", "JHT"])
    rides = js.career(js.Member(rider, history=js.History.unbroken("2024-01", "2025-12", income=1_000_000)), law=LAW)
    (left,) = plots.career(rides, lang="id").axes
    assert left.get_ylabel() == "saldo JHT, rupiah"
    for given in ((ANY.LAW, None), (life, ANY.LAW)):
        with pytest.raises(errors.WrongType, match="no career"):
            plots.career(given[0], beside=given[1])


def test_wages_that_rise() -> None:
    path = js.History.rising("2024-11", "2026-01", wage=4_000_000, raised="6.5 %")
    assert [path[month].wage for month in ("2024-12", "2025-01", "2025-12", "2026-01")] == [
        4_000_000,
        4_260_000,
        4_260_000,
        4_536_900,
    ]
    with pytest.raises(errors.SeveralErrors):
        js.History.rising("2024-11", "2026-01", wage=0, raised=5)
    with pytest.raises(errors.Contradiction, match="lies before"):
        js.History.rising("2026-01", "2024-11", wage=4_000_000, raised=0)
