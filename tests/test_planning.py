"""Planning: costs, budgets, funding, payers, expectations, what is refused."""

import json
import pickle
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors, planning
from jamsostek.planning import Group, Source

CITY = js.SelfEmployed(income=1_000_000, sector="other", paid_by="regional_budget")
RIDER = js.SelfEmployed(income=1_000_000, sector="transport")
FARMER = js.SelfEmployed(income=1_000_000, sector="other")
YEAR = "2026-01", "2026-12"


def test_several_groups_add_up_by_group_month_programme_and_payer() -> None:
    plan = planning.cost([Group(100, CITY, name="farmers"), Group(10, RIDER, name="riders")], *YEAR)
    assert plan.by_group == {"farmers": 20_160_000, "riders": 1_008_000}
    assert plan.total == 21_168_000 == sum(plan.by_month.values()) == sum(row.rupiah for row in plan.rows)
    assert plan.by_month[js.Month("2026-05")] == 100 * 16_800 + 10 * 8_400
    assert plan.by_programme == {"JKK": 100 * 120_000 + 10 * 60_000, "JKM": 100 * 81_600 + 10 * 40_800}
    assert plan.by_payer == {"regional_budget": 20_160_000, "self": 1_008_000}
    assert (plan.people, plan.months) == (110, 12)
    assert plan["riders"].per_person == 100_800
    assert repr(plan) == "<Cost 2026-01 – 2026-12: 110 people, 21,168,000>"
    with pytest.raises(errors.NoSuchLine, match="it has 'farmers', 'riders'"):
        plan["fishers"]


def test_a_plan_tells_prices_with_articles_and_the_months_of_reliefs() -> None:
    plan = planning.cost(Group(2, FARMER, name="farmers"), "2026-03", "2026-04")
    assert [(each.each, each.months, each.relieved) for each in plan.parts[0].prices] == [
        (16_800, 1, False),
        (8_400, 1, True),
    ]
    text = plan.explain()
    assert "JKK 10,000 + JKM 6,800 = 16,800: PP 44/2015 art. 20(1)-(2)" in text
    assert "farmers, 2026-03: does not apply: relief of the self-employed" in text
    assert "farmers, 2026-04: applied: relief of the self-employed (PP 50/2025)" in text
    assert "harga: JKK 10.000" in plan.explain("id")
    assert plan.table("id").splitlines()[0].split() == [
        *("kelompok", "orang", "bulan", "per", "orang", "per", "bulan", "rupiah")
    ]
    assert plan.evidence is js.Grade.C
    assert "PP 50/2025 art. 7" in [cite.text() for cite in plan.basis]
    html = plan._repr_html_()
    assert "farmers" in html
    assert "50,400" in html


def test_a_relief_that_hangs_on_the_sector_is_told_as_possible() -> None:
    plan = planning.cost(Group(2, js.SelfEmployed(income=1_000_000), name="who"), "2026-03", "2026-03")
    assert plan.total == 33_600
    assert "who, 2026-03: could apply: relief of the self-employed (PP 50/2025): cannot be said without: sector" in (
        plan.explain()
    )


def test_months_past_the_check_of_the_law_are_marked() -> None:
    assert "law as checked to 2026-11-20" in planning.cost(Group(1, CITY), "2026-12", "2027-06").explain()


def test_a_plan_rebuilds_from_its_dictionary() -> None:
    groups = [
        Group(5, RIDER, name="riders", claims_relief=True),
        Group(7, js.WageEarner(wage=3_000_000, risk_group=1)),
        Group(0, js.Trainee(wage=3_000_000, risk_group=1)),
    ]
    plan = planning.cost(groups, *YEAR)
    told = json.loads(json.dumps(plan.to_dict()))
    assert told["total"] == plan.total
    assert planning.cost(*planning.Cost.inputs(told)) == plan
    assert pickle.loads(pickle.dumps(plan)) == plan
    for wrong in ({}, 3, {**told, "schema": "jamsostek.bill/1"}, {"schema": told["schema"]}):
        with pytest.raises(errors.WrongType, match=r"jamsostek\.plan/1"):
            planning.Cost.inputs(wrong)  # type: ignore[arg-type]
    with pytest.raises(errors.WrongType, match="3 is no list"):
        planning.Cost.inputs({**told, "groups": 3})
    with pytest.raises(errors.WrongType, match="people and participant"):
        Group.from_dict({"people": 3})
    with pytest.raises(errors.UnknownFact, match="people"):
        Group.from_dict({**groups[0].to_dict(), "poeple": 3})


@pytest.mark.parametrize(
    ("make", "error", "what"),
    [
        (lambda: Group(-1, CITY), errors.OutOfRange, "-1 is negative"),
        (lambda: Group(1.5, CITY), errors.WrongType, "no whole number"),  # type: ignore[arg-type]
        (lambda: Group(1, "rider"), errors.WrongType, "takes no part"),  # type: ignore[arg-type]
        (lambda: Group(1, CITY, name=None), errors.WrongType, "no name"),  # type: ignore[arg-type]
        (lambda: Group(1, CITY, claims_relief=None), errors.WrongType, "no answer"),  # type: ignore[arg-type]
        (lambda: Group(1, CITY, claims_relief="yes"), errors.WrongType, "neither True"),  # type: ignore[arg-type]
        (lambda: planning.cost(3, *YEAR), errors.WrongType, "no group"),  # type: ignore[arg-type]
        (lambda: planning.cost([CITY], *YEAR), errors.WrongType, "no group"),  # type: ignore[list-item]
        (lambda: planning.cost([], *YEAR), errors.MissingFact, "no group"),
        (lambda: planning.cost([Group(1, CITY, name="a")] * 2, *YEAR), errors.NamedTwice, "a named twice"),
        (lambda: planning.cost(Group(1, CITY), "2026-02", "2026-01"), errors.Contradiction, "before"),
        (lambda: planning.cost(Group(1, CITY), "2015-06", "2015-07"), errors.BeforeLaw, "group 1 2015-06 month"),
        (lambda: planning.cost(Group(1, js.WageEarner(wage=3_000_000)), *YEAR), errors.MissingFact, "risk_group"),
    ],
)
def test_what_a_plan_refuses(make: Any, error: type[errors.JamsostekError], what: str) -> None:
    with pytest.raises(error, match=what):
        make()


def test_faults_of_several_groups_and_months_are_told_together() -> None:
    old = js.SelfEmployed(income=1_000_000, registered=date(2026, 3, 3), person=js.Person(born=date(2000, 1, 1)))
    with pytest.raises(errors.SeveralErrors) as caught:
        planning.cost([Group(1, js.WageEarner(wage=3_000_000), name="a"), Group(1, old, name="b")], *YEAR)
    assert [str(each).split(":")[0] for each in caught.value.errors] == [
        "a 2026-01 – 2026-12 risk_group",
        "b 2026-01 registered",
        "b 2026-02 registered",
    ]


@pytest.mark.parametrize(
    ("who", "span", "error", "what"),
    [
        (CITY, YEAR, errors.ReliefExcluded, r"must not be regional budget.*art\. 3\(5\)\); plan at the full price"),
        (CITY, ("2025-01", "2025-03"), errors.ReliefExcluded, "no relief runs in these months"),
        (FARMER, ("2026-01", "2026-03"), errors.ReliefExcluded, "must lie in 2026-04"),
        (js.SelfEmployed(income=1_000_000), ("2026-01", "2026-03"), errors.MissingFact, "hangs on sector"),
    ],
)
def test_a_relief_that_is_claimed_and_reaches_nobody(
    who: js.SelfEmployed, span: tuple[str, str], error: type[errors.JamsostekError], what: str
) -> None:
    with pytest.raises(error, match=what):
        planning.cost(Group(1, who, claims_relief=True), *span)


def test_months_outside_the_law_are_one_fault() -> None:
    with pytest.raises(errors.BeforeLaw, match=r"^group 1 2015-01 – 2015-06 month: 2015-01 lies before 2015-07"):
        planning.cost(Group(1, CITY), "2015-01", "2015-09")
    with pytest.raises(errors.NotAnnounced, match=r"^group 1 2027-03 – 2027-12 jp\.WAGE_CEILING: nothing is announced"):
        planning.cost(Group(1, js.WageEarner(wage=12_000_000, risk_group=1)), "2026-12", "2027-12")


def test_of_several_months_that_refuse_a_relief_the_one_with_least_against_it_is_told() -> None:
    with pytest.raises(errors.ReliefExcluded) as caught:
        planning.cost(Group(1, CITY, claims_relief=True), *YEAR)
    assert "contribution month" not in str(caught.value)


def test_a_claimed_relief_that_reaches_some_months_is_taken() -> None:
    assert planning.cost(Group(1, FARMER, claims_relief=True), *YEAR).total == 126_000


def test_a_budget_buys_whole_people() -> None:
    bought = planning.afford(1_000_000, CITY, *YEAR)
    assert (bought.people, bought.price, bought.left, bought.short) == (4, 201_600, 193_600, 8_000)
    assert bought.explain().splitlines()[:2] == [
        "budget 1,000,000 buys 4 people: 1,000,000 ÷ 201,600 = 4, left over 193,600",
        "short for one more: 201,600 - 193,600 = 8,000",
    ]
    assert "anggaran 1.000.000" in bought.explain("id")
    assert bought.to_dict()["plan"]["total"] == 806_400
    assert "buys 4 people" in bought._repr_html_()
    assert repr(bought) == "<Purchase of 1,000,000: 4 people, 193,600 left>"
    nothing = planning.afford(0, CITY, *YEAR)
    assert (nothing.people, nothing.left, nothing.short) == (0, 0, 201_600)


def free() -> js.Law:
    law = js.LAW.override(js.reliefs.SELF_EMPLOYED_2026_FACTOR, since="2026-01", value=Fraction(0))
    return law.override(js.reliefs.OTHER_SECTORS_MONTHS, since="2026-01", value=True)


def test_what_budgets_refuse() -> None:
    with pytest.raises(errors.FloatAmount, match="budget"):
        planning.afford(5.3e9, CITY, *YEAR)  # type: ignore[arg-type]
    with pytest.raises(errors.NegativeAmount, match="budget"):
        planning.lasts(-1, Group(1, CITY), "2026-01")
    with pytest.raises(errors.ReliefExcluded, match="regional budget"):
        planning.afford(1_000_000, CITY, *YEAR, claims_relief=True)
    with pytest.raises(errors.ReliefExcluded, match="regional budget"):
        planning.lasts(1_000_000, Group(10, CITY, claims_relief=True), "2026-01")
    with pytest.raises(errors.Contradiction, match="costs nothing"):
        planning.afford(1_000_000, FARMER, *YEAR, law=free())


def test_how_long_a_budget_lasts() -> None:
    short = planning.lasts(100, Group(1, CITY), "2026-01")
    assert (short.months, short.last, short.left) == (0, None, 100)
    assert short.text() == "budget 100 lasts 0 months, left over 100; the next month costs 16,800 (0.01)"
    whole = planning.lasts(2 * 16_800, Group(1, CITY), "2026-01")
    assert (whole.months, whole.left, whole.exact) == (2, 0, Fraction(2))
    found = planning.lasts(60_000, Group(1, FARMER), "2026-01")
    assert (found.months, str(found.last), found.next_month) == (4, "2026-04", 8_400)
    assert found.text("id").startswith("anggaran 60.000 cukup untuk 4 bulan (2026-01 – 2026-04), sisa 1.200")
    assert repr(found) == "<Lasts 4 months from 2026-01, 1,200 left>"
    assert found.cost is not None
    assert (found.cost.total, str(found.cost.last)) == (58_800, "2026-04")
    assert short.cost is None
    assert found.explain().splitlines()[0] == found.text()
    assert "farmers" in planning.lasts(60_000, Group(1, FARMER, name="farmers"), "2026-01")._repr_html_()
    assert "could apply" in planning.lasts(100, Group(1, js.SelfEmployed(income=0)), "2026-01").explain()


def test_how_long_a_budget_lasts_past_the_check_of_the_law_is_marked() -> None:
    found = planning.lasts(1_000_000_000, Group(300, CITY), "2026-01")
    assert found.text().endswith("the next month costs 5,040,000 (198.41); law as checked to 2026-11-20")
    assert (found.evidence, found.basis[0].text()) == (js.Grade.C, "PP 44/2015 art. 20(1)-(2)")
    told = json.loads(json.dumps(found.to_dict()))
    assert (told["marks"], told["last"]) == (["law as checked to 2026-11-20"], "2042-06")
    assert not planning.lasts(100, Group(1, CITY), "2026-01").marks
    assert planning.lasts(10 * 16_800, Group(1, CITY), "2026-01").marks == ()
    assert planning.lasts(11 * 16_800, Group(1, CITY), "2026-01").marks  # the price of the next month is past it


def test_a_budget_that_outlasts_what_is_announced_lasts_at_least_so_long() -> None:
    staff = Group(10, js.WageEarner(wage=12_000_000, risk_group=1))
    found = planning.lasts(1_000_000_000, staff, "2026-01")
    assert (found.months, str(found.last), found.at_least, found.exact) == (14, "2027-02", True, None)
    assert "lasts at least 14 months (2026-01 – 2027-02), left over" in found.text()
    assert "; what 2027-03 costs is not announced yet; law as checked to" in found.text()
    assert "sekurang-kurangnya 14 bulan" in found.text("id")
    assert repr(found).startswith("<Lasts at least 14 months")
    assert (found.to_dict()["at_least"], found.to_dict()["exact"]) == (True, None)
    with pytest.raises(errors.NotAnnounced, match=r"jp\.WAGE_CEILING"):
        planning.lasts(1_000_000_000, staff, "2027-03")
    ever = planning.lasts(1_000_000, Group(10, FARMER), "2026-01", law=free())
    assert (ever.months, ever.left) == (1_200, 1_000_000)
    assert (
        "lasts at least 1,200 months (2026-01 – 2125-12), left over 1,000,000; 2126-01 and later were not"
        in ever.text()
    )


def test_excise() -> None:
    found = planning.excise(10_000_000_009, 2025)
    assert (found.welfare, found.health, found.enforcement, found.undivided) == (
        5_000_000_004,
        4_000_000_003,
        1_000_000_000,
        2,
    )
    assert "what does not divide: 2" in found.explain()
    assert "kesejahteraan masyarakat: 10.000.000.000 × 50 % = 5.000.000.000" in (
        planning.excise(10_000_000_000, 2025).explain("id")
    )
    assert repr(found).startswith("<Excise 2025 of 10,000,000,009: welfare 5,000,000,004")
    assert planning.excise(1_000, 2027).marks
    assert not planning.excise(1_000, 2026).marks
    assert planning.excise(1_000, 2023).row.cites[0].grade is js.Grade.M
    with pytest.raises(errors.EvidenceTooWeak, match=r"PMK 215/PMK\.07/2021"):
        planning.excise(1_000, 2023, law=js.LAW.require("C"))
    with pytest.raises(errors.BeforeLaw, match="2022-01-01"):
        planning.excise(1_000, 2021)
    with pytest.raises(errors.SeveralErrors, match=r"'2025' is no year"):
        planning.excise(-5, "2025")  # type: ignore[arg-type]


def test_sources_pay_groups_in_order_each_at_its_own_price() -> None:
    groups = [Group(5, FARMER, name="tobacco labour"), Group(20, RIDER, name="riders"), Group(3, FARMER, name="others")]
    money = [
        Source("tobacco excise", 2_000_000),
        Source("foundation", 1_000_000, "donor", only="riders"),
        Source("own budget", 201_600, only=["others"]),
    ]
    found = planning.fund(groups, money, *YEAR)
    assert [(each.group.name, each.source.name, each.people, each.price) for each in found.grants] == [
        ("tobacco labour", "tobacco excise", 5, 201_600),
        ("riders", "tobacco excise", 4, 201_600),
        ("riders", "foundation", 9, 100_800),
        ("others", "own budget", 1, 201_600),
    ]
    assert found.by_source == {"tobacco excise": 1_814_400, "foundation": 907_200, "own budget": 201_600}
    assert found.left == {"tobacco excise": 185_600, "foundation": 92_800, "own budget": 0}
    assert found.uncovered == {"tobacco labour": 0, "riders": 7, "others": 2}
    assert (found.people, found.total) == (19, 2_923_200)
    plan = found.cost()
    assert plan is not None
    assert plan.total == found.total
    assert plan.by_payer == {"regional_budget": 2_016_000, "donor": 907_200}
    assert found.table().splitlines()[-1].split() == ["not", "covered", "others", "2"]
    assert "belum terlindungi" in found.explain("id")
    assert json.loads(json.dumps(found.to_dict()))["uncovered"]["riders"] == 7
    assert "foundation" in found._repr_html_()
    assert repr(found) == "<Funding: 19 people, 2,923,200; 9 not covered>"


def test_a_group_that_names_its_payer_is_paid_by_such_sources_alone() -> None:
    named = Group(5, js.SelfEmployed(income=1_000_000, sector="other", paid_by="donor"))
    found = planning.fund(named, Source("excise", 10_000_000), *YEAR)
    assert found.grants == ()
    assert found.cost() is None
    why = "group 1 (payer: donor): no source may pay for it: excise: regional budget"
    assert found.table().splitlines()[-1] == found.explain().splitlines()[-1] == why
    assert found.to_dict()["notes"] == [why]
    assert why in found._repr_html_()
    assert "tidak ada sumber dana yang boleh membayar" in found.explain("id")
    assert planning.fund(named, Source("bank", 10_000_000, "donor"), *YEAR).people == 5


def test_a_group_that_no_source_names_says_so() -> None:
    groups = [Group(5, FARMER, name="farmers"), Group(5, RIDER, name="riders"), Group(0, FARMER, name="none")]
    found = planning.fund(groups, Source("excise", 10_000_000, only="riders"), *YEAR)
    assert found.table().splitlines()[-1] == "farmers: no source may pay for it: excise: only for riders"
    assert not [line for line in found.table().splitlines() if line.startswith("riders:")]


def test_prices_that_hang_on_a_fact_are_marked() -> None:
    somebody = Group(10, js.SelfEmployed(income=1_000_000), name="d")
    may = "2026-01 – 2026-03: could apply: relief of the self-employed (PP 50/2025): cannot be said without: sector"
    paid = planning.fund([somebody], Source("a", 10**7, "donor"), "2026-01", "2026-03")
    assert paid.table().splitlines()[-1] == f"d, a, {may}"
    text = paid.explain()
    assert text.count("could apply") == 1
    assert "PP 44/2015 art. 20(1)-(2)" in text
    assert "taken for granted: an Indonesian citizen" in text
    assert f"d, a, {may}" in paid.to_dict()["notes"]
    assert (paid.to_dict()["evidence"], paid.to_dict()["basis"][0]) == ("C", "PP 44/2015 art. 20(1)-(2)")
    assert "could apply" in paid._repr_html_()
    later = planning.fund([somebody], Source("a", 10**7, "donor"), "2026-12", "2026-12")
    assert "law as checked to 2026-11-20" in later.explain()
    found = planning.payers(somebody, "2026-01", "2026-03")
    assert found.table().splitlines()[-2:] == [f"donor: d, {may}", f"the participant: d, {may}"]
    assert found.to_dict()["notes"] == found.table().splitlines()[-2:]
    assert "mungkin berlaku" in found.table("id")
    assert "could apply" in found._repr_html_()
    assert not planning.payers(Group(1, FARMER), *YEAR).to_dict()["notes"]


def test_a_village_gets_the_relief_by_a_reading_that_is_marked() -> None:
    plan = planning.cost(Group(1, js.SelfEmployed(income=0, sector="other", paid_by="village_budget")), *YEAR)
    assert plan.total == 3 * 16_800 + 9 * 8_400
    assert plan.evidence is js.Grade.M
    assert "No, by silence: PP 50/2025 art. 3(5) names the state and the regional budget" in plan.explain()


def test_what_costs_nothing_is_paid_for_all() -> None:
    found = planning.fund(Group(5, FARMER), Source("bank", 0, "donor"), *YEAR, law=free())
    assert (found.people, found.total) == (5, 0)


@pytest.mark.parametrize(
    ("make", "error", "what"),
    [
        (lambda: Source("", 1), errors.WrongType, "no name"),
        (lambda: Source("a", 1.0), errors.FloatAmount, "amount"),  # type: ignore[arg-type]
        (lambda: Source("a", 1, only=3), errors.WrongType, "names no group"),  # type: ignore[arg-type]
        (lambda: Source("a", 1, "city"), errors.UnknownPayer, "paid_by"),  # type: ignore[arg-type]
        (lambda: Source("a", 1, None), errors.UnknownPayer, "paid_by"),  # type: ignore[arg-type]
        (lambda: planning.fund(Group(1, FARMER), 3, *YEAR), errors.WrongType, "no source"),  # type: ignore[arg-type]
        (lambda: planning.fund(Group(1, FARMER), [3], *YEAR), errors.WrongType, "no source"),  # type: ignore[list-item]
        (lambda: planning.fund(Group(1, FARMER), [], *YEAR), errors.MissingFact, "no source"),
        (lambda: planning.fund(Group(1, FARMER), [Source("a", 1)] * 2, *YEAR), errors.NamedTwice, "a named twice"),
        (
            lambda: planning.fund(Group(1, FARMER, name="farmers"), Source("a", 1, only="farmer"), *YEAR),
            errors.UnknownChoice,
            "did you mean 'farmers'",
        ),
        (
            lambda: planning.fund(Group(1, js.WageEarner(wage=3_000_000, risk_group=1)), Source("a", 1), *YEAR),
            errors.Contradiction,
            "not self-employed",
        ),
        (
            lambda: planning.fund(Group(1, FARMER, claims_relief=True), Source("a", 1), *YEAR),
            errors.ReliefExcluded,
            "regional budget",
        ),
        (lambda: planning.payers(Group(1, FARMER), *YEAR, by=["city"]), errors.UnknownPayer, "by"),  # type: ignore[list-item]
        (lambda: planning.payers(Group(1, FARMER), *YEAR, by=[None]), errors.UnknownPayer, "by"),  # type: ignore[list-item]
        (lambda: planning.payers(Group(1, FARMER), *YEAR, by=[]), errors.MissingFact, "no payer"),
        (lambda: planning.payers(Group(1, FARMER), *YEAR, by=3), errors.WrongType, "no list"),  # type: ignore[arg-type]
        (
            lambda: planning.payers(Group(1, js.Trainee(wage=3_000_000, risk_group=1)), *YEAR),
            errors.Contradiction,
            "self-employed",
        ),
    ],
)
def test_what_funding_refuses(make: Any, error: type[errors.JamsostekError], what: str) -> None:
    with pytest.raises(error, match=what):
        make()


def test_payers_side_by_side() -> None:
    found = planning.payers(Group(25_808, FARMER, name="farmers"), *YEAR)
    assert found.totals == {
        "regional_budget": 5_202_892_800,
        "donor": 3_251_808_000,
        "self": 3_251_808_000,
    }
    assert found.differences == {"regional_budget": 0, "donor": -1_951_084_800, "self": -1_951_084_800}
    assert found["donor"].by_payer == {"donor": 3_251_808_000}
    assert planning.payers(Group(25_808, FARMER), *YEAR, by="self").totals == {"self": 3_251_808_000}
    with pytest.raises(errors.NoSuchLine, match="regional_budget, donor, self"):
        found["state_budget"]
    assert found.table().splitlines()[2].split() == ["donor", "126,000", "3,251,808,000", "-1,951,084,800"]
    assert "\n\nAPBD\n" in found.explain("id")
    assert found.to_dict()["differences"]["self"] == -1_951_084_800
    assert "126,000" in found._repr_html_()
    assert repr(found) == "<Payers: regional_budget 5,202,892,800, donor 3,251,808,000, self 3,251,808,000>"


RATES: dict[str, str | Fraction] = {"death": "0.4 %", "work_death": "0.02 %", "work_disability": Fraction(1, 10_000)}


def test_expected_benefits_follow_the_waiting_months() -> None:
    found = planning.expect(Group(25_808, CITY, name="batch"), "2025-12", "2026-11", RATES)
    death, accident, disability = found.rows
    # three months at 10,000,000 and nine at 42,000,000; 48 wages of 1,000,000, 12,000,000 and 10,000,000; 56 wages
    assert death.at_once == Fraction(25_808 * 4, 1000 * 12) * (3 * 10_000_000 + 9 * 42_000_000)
    assert accident.at_once == Fraction(25_808 * 2, 10_000) * 70_000_000
    assert disability.at_once == Fraction(25_808, 10_000) * 68_000_000
    assert death.events == Fraction(25_808 * 4, 1000)
    assert found.total == found.at_once == death.at_once + accident.at_once + disability.at_once
    assert found.scholarships == 0
    assert found.ratio == found.total / 5_202_892_800
    text = found.explain()
    assert "benefits for each rupiah: 4,046,694,400 ÷ 5,202,892,800 ≈ 0.78" in text
    assert "rates are the caller's own" in text
    assert "PP 44/2015 art. 34(1)a as amended by PP 82/2019 [A]" in text
    assert "open questions of law: Whose death in the first three months" in text
    assert "manfaat per rupiah iuran" in found.explain("id")
    assert found.to_dict()["rows"][0]["happening"] == "death"
    assert "death by work" in found._repr_html_()
    assert repr(found) == "<Expectation: 4,046,694,400 of benefits, 5,202,892,800 of contributions>"


def test_expected_scholarships_come_with_the_children() -> None:
    pupil = js.Child(born=date(2016, 3, 2), school=js.School("primary", 3), married=False, works=False)
    family = js.Family(spouse=True, children=[pupil])
    old = js.SelfEmployed(income=1_000_000, sector="other", registered=date(2020, 1, 3), paid_by="regional_budget")
    new, since_2020 = (
        planning.expect(Group(1_000, who), "2026-01", "2026-01", {"death": "1.2 %"}, family=family)
        for who in (CITY, old)
    )
    assert new.scholarships == 0
    # from the third grade in 2025/2026 on; 23 years old in March 2039, before the fifth year of studies
    path = 4 * 1_500_000 + 3 * 2_000_000 + 3 * 3_000_000 + 4 * 12_000_000
    assert since_2020.scholarships == path
    assert since_2020.at_once == 42_000_000
    assert since_2020.total == path + 42_000_000


def test_what_expectations_refuse() -> None:
    group = Group(10, CITY)
    for rates, error, what in (
        ({}, errors.WrongType, "names no rate"),
        (3, errors.WrongType, "names no rate"),
        ({"illness": "1 %"}, errors.UnknownChoice, "death, work_death, work_disability"),
        ({"death": 0.004}, errors.FloatRate, "rates death"),
        ({"death": "0,4 %"}, errors.WrongType, "'0,4 %' is no rate; write it with a point"),
        ({"death": "-1 %"}, errors.OutOfRange, "-1 % is negative"),
        ({"illness": 0.1, "death": "1"}, errors.SeveralErrors, "3 faults"),
    ):
        with pytest.raises(error, match=what):
            planning.expect(group, *YEAR, rates)  # type: ignore[arg-type]
    with pytest.raises(errors.WrongType, match="family"):
        planning.expect(group, *YEAR, RATES, family=3)  # type: ignore[arg-type]
    unknown = js.Family(spouse=True, children=[js.Child(born=date(2016, 3, 2))])
    with pytest.raises(errors.MissingFact, match=r"group 1, death by work: not known: family\.children"):
        planning.expect(group, *YEAR, {"work_death": "1 %"}, family=unknown)
    with pytest.raises(errors.Undetermined, match="costs nothing"):
        planning.expect(Group(0, CITY), *YEAR, RATES).ratio  # noqa: B018
    assert "÷" not in planning.expect(Group(0, CITY), "2026-01", "2026-01", RATES).explain()


WHO = js.SelfEmployed(income=1_000_000, sector="other", paid_by="regional_budget")


def test_a_lapse_told() -> None:
    found = planning.lapse(WHO, "2025-12", "2026-06", "2026-11", "2027-03")
    assert (found.gap, found.ends, found.saved, found.arrears) == (5, True, 84_000, 0)
    assert (found.at_stake, found.held_back) == (42_000_000, 32_000_000)
    text = found.explain()
    assert text.startswith(
        "2025-12: the membership begins; 2026-06: contributions stop, 5 months, which ends the membership in 2026-09\n"
    )
    assert "saved a person: 84,000; paid on return: 0" in text
    lines = text.splitlines()
    assert "JKK, 2025-12 – 2026-05: the fund pays" in lines
    care = "JKK, 2026-06 – 2026-08: medical care at once, cash after recovery and once the arrears are paid"
    assert lines[lines.index(care) + 1 :][:2] == [
        "JKK, 2026-09 – 2026-10: no right to benefits",
        "JKK, 2026-11 – 2027-03: the fund pays",
    ]
    assert "law as checked to 2026-11-20" in text
    assert "PP 44/2015 art. 42(1) [A]" in text
    assert "PP 44/2015 art. 42(2)" in [cite.text() for cite in found.basis]
    assert found.evidence is js.Grade.M  # whether the three months begin anew
    assert "open questions of law: Does a membership that begins again" in text
    assert "kepesertaan mulai" in found.explain("id")
    rows = found.table().splitlines()
    assert rows[3].split() == [
        *("2026-06", "–", "2026-08", "unpaid", "care", "at", "once", "10,000,000"),
        *("42,000,000", "42,000,000", "0", "no", "no"),
    ]
    assert json.loads(json.dumps(found.to_dict()))["months"][0]["lapsed"]["jkk"] == "fund"
    assert "42,000,000" in found._repr_html_()
    assert repr(found) == "<Lapse of 5 months from 2026-06: at stake 42,000,000>"
    assert found.scholarship_from is None
    never = planning.lapse(WHO, "2025-12", "2026-06", None, "2026-07")
    assert (never.to_dict()["resumed"], never.gap, never.ends, never.saved) == (None, 2, True, 33_600)


def test_a_membership_that_never_pays_again_ends_even_after_the_months_looked_at() -> None:
    never = planning.lapse(WHO, "2025-12", "2026-12", None, "2027-01")
    assert (never.ends, str(never.ended), never.to_dict()["ended"]) == (True, "2027-03", "2027-03")
    assert "2 months, which ends the membership in 2027-03, after the months looked at" in never.explain()
    assert "sesudah bulan-bulan yang dilihat" in never.explain("id")
    seen = planning.lapse(WHO, "2025-12", "2026-12", None, "2027-03")
    assert seen.months[-1].lapsed.jkm == 0
    assert "4 months, which ends the membership in 2027-03\n" in seen.explain()
    back = planning.lapse(WHO, "2025-12", "2026-12", "2027-02", "2027-03")
    assert (back.ends, back.ended, back.to_dict()["ended"]) == (False, None, None)
    assert "2 months, which the membership survives" in back.explain()


def test_what_the_heirs_of_a_group_lose() -> None:
    found = planning.lapse(WHO, "2025-12", "2026-06", "2026-11", "2027-03")
    # 2026-09 and 2026-10 nothing, then three months the funeral cost alone
    lost = 2 * 42_000_000 + 2 * 32_000_000 + 32_000_000
    assert sum(each.lost for each in found.months) == lost
    assert found.expected(1_000, "1.2 %") == lost
    with pytest.raises(errors.FloatRate):
        found.expected(1_000, 0.012)  # type: ignore[arg-type]
    with pytest.raises(errors.OutOfRange):
        found.expected(-1, "1 %")


def test_readings_move_a_lapse() -> None:
    law = js.LAW.reading(js.readings.WAITING_AFTER_RETURN, "once")
    anew, once = (
        planning.lapse(WHO, "2025-12", "2026-06", "2026-11", "2026-12", law=each).months[-1].lapsed.jkm
        for each in (js.LAW, law)
    )
    assert (anew, once) == (10_000_000, 42_000_000)


def test_the_day_of_registration_is_the_participants() -> None:
    late = js.SelfEmployed(income=1_000_000, paid_by="regional_budget", registered=date(2025, 11, 25))
    found = planning.lapse(late, "2025-11", "2026-06", None, "2026-06")
    assert [each.lapsed.jkm for each in found.months][2:5] == [10_000_000, 42_000_000, 42_000_000]


def test_what_a_lapse_refuses() -> None:
    for months, what in (
        (("2026-06", "2025-12", None, "2026-07"), "out of order"),
        (("2025-12", "2026-06", "2026-06", "2026-07"), "out of order"),
        (("2025-12", "2026-06", "2026-08", "2026-07"), "out of order"),
        (("2025-12", "2026-06", None, "2026-05"), "out of order"),
    ):
        with pytest.raises(errors.Contradiction, match=what):
            planning.lapse(WHO, *months)
    with pytest.raises(errors.WrongType, match="not self-employed"):
        planning.lapse(js.WageEarner(wage=3_000_000), "2025-12", "2026-06", None, "2026-07")  # type: ignore[arg-type]
    with pytest.raises(errors.WrongType, match="restored"):
        planning.lapse(WHO, "2025-12", "2026-06", None, "2026-07", restored=1)  # type: ignore[arg-type]
    late = js.SelfEmployed(income=1_000_000, registered=date(2025, 11, 25))
    with pytest.raises(errors.Contradiction, match="month of registration"):
        planning.lapse(late, "2025-12", "2026-06", None, "2026-07")
    with pytest.raises(errors.EvidenceTooWeak, match="reading waiting_scope"):
        planning.lapse(
            js.SelfEmployed(income=1_000_000, programmes=["JKM"]),
            "2025-12",
            "2026-01",
            None,
            "2026-01",
            law=js.LAW.require("B"),
        )


def test_the_face() -> None:
    assert set(dir(planning)) == set(planning.__all__)
    with pytest.raises(AttributeError, match="it has EXCISE_SHARES"):
        planning.price  # noqa: B018
    assert callable(planning.payers)


def test_a_school_without_a_year_moves_on_with_the_plan() -> None:
    group = Group(300, js.SelfEmployed(income=1_000_000, sector="other", paid_by="regional_budget"))

    def schools(last: str, *children: js.Child) -> planning.Expectation:
        family = js.Family(spouse=True, children=children)
        return planning.expect(group, "2026-01", last, {"death": "0.4 %"}, family=family)

    def child(born: int, *school: Any, **facts: Any) -> js.Child:
        return js.Child(born=date(born, 1, 1), school=js.School(*school, **facts), married=False, works=False)

    undated = schools("2029-12", child(2018, "primary", 2))
    dated = schools("2029-12", child(2018, "primary", 2, in_year=2025))
    assert undated.scholarships == dated.scholarships == 100_500_000
    said = "schools without a year are those of 2025/2026; from there children move up a grade a year"
    assert said in undated.explain()
    assert said in undated.to_dict()["notes"]
    assert said in undated._repr_html_()
    assert "schools without a year" not in dated.explain()
    assert "tahun ajaran 2025/2026" in undated.explain("id")
    small = schools("2037-12", child(2021, "kindergarten", 1), child(2022, "not_yet"))
    years = {"in_year": 2025}
    assert small.scholarships == (
        schools("2037-12", child(2021, "kindergarten", 1, **years), child(2022, "not_yet", **years)).scholarships
    )
