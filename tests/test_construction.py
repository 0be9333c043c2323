"""Construction projects: worked cases, tiers, methods, addenda, relief, who registers and when, workers, bad input."""

import json
import pickle
import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import jamsostek as js
from claims import faults, law_of
from jamsostek import construction as jakon
from jamsostek import errors, readings
from jamsostek._cover import cover
from jamsostek._tiers import marginal
from jamsostek.construction import Addendum, Instalment, ListedWage, Project, Worker
from jamsostek.construction.law import INSTALMENTS_UNIT

AT = js.Moment(js.Clock.CONTRACT, date(2024, 3, 1))
SPK = date(2024, 3, 1)
TOLD: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "construction.toml").read_text(encoding="utf-8")
)
CASES, CLAIMS = TOLD["case"], TOLD["claim"]


def project_of(given: dict[str, Any]) -> Project:
    facts = dict(given)
    if "wages" in facts:
        facts["wages"] = [ListedWage(**each) for each in facts["wages"]]
    facts["addenda"] = [Addendum(**each) for each in facts.get("addenda", ())]
    if isinstance(facts.get("instalments"), list):
        paid = facts["instalments"]
        facts["instalments"] = [Instalment(**each) if isinstance(each, dict) else each for each in paid]
    if "employer" in facts:
        facts["employer"] = js.Employer(**facts["employer"])
    return Project(**facts)


def hundredths(amount: Fraction) -> str:
    cents = (200 * amount.numerator + amount.denominator) // (2 * amount.denominator)
    return f"{cents // 100}.{cents % 100:02}"


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    bill = jakon.contribution(project_of(case["project"]), law=law_of(case))
    expected = case["expect"]
    for key in ("JKK", "JKM"):
        assert bill[key] == expected.get(key, bill[key])
    assert bill.total == expected.get("total", bill.total)
    if "exact" in expected:
        exact = {
            key: sum((line.exact for line in bill if line.programme == key), Fraction(0)) for key in ("JKK", "JKM")
        }
        exact["total"] = exact["JKK"] + exact["JKM"]
        assert {key: hundredths(amount) for key, amount in exact.items()} == expected["exact"]
    if "net" in expected:
        assert str(bill.net) == expected["net"]
    if "instalments" in expected:
        assert [each.amount for each in bill.instalments] == expected["instalments"]
    for key, amount in expected.get("parts", {}).items():
        assert bill.by_part[key] == amount
    assert bill.explain()
    assert bill.explain("id")
    assert Project.from_dict(json.loads(json.dumps(bill.to_dict()))["project"]) == bill.project


@pytest.mark.parametrize("case", CLAIMS, ids=[case["id"] for case in CLAIMS])
def test_claim(case: dict[str, Any]) -> None:
    law = law_of(case)
    member = js.Member(Worker(**case["worker"], project=project_of(case["project"])))
    dead = js.Death(on=case["on"])
    fatal = js.WorkAccident(on=case["on"], circumstance="workplace", external_force=True, report_hours=20, outcome=dead)
    claim = js.claim(fatal, member, js.Family(spouse=True, children=()), law=law)
    assert claim["JKK", "death"][0].amount == case["expect"]["death"]
    assert claim.lump_sum == case["expect"].get("lump_sum", claim.lump_sum)
    told = json.loads(json.dumps(claim.to_dict()))
    assert js.claim(*js.Claim.inputs(told), law=law) == claim
    assert "project" in claim.explain()


def test_every_case_names_a_source_and_an_expectation() -> None:
    for cases in (CASES, CLAIMS):
        assert len({case["id"] for case in cases}) == len(cases)
        assert all(case["source"] and case["expect"] for case in cases)
    assert {f"C{number}" for number in range(17)} <= {case["id"].split("-")[0] for case in (*CASES, *CLAIMS)}


# The tiers


@pytest.mark.parametrize(
    ("value", "jkk", "jkm"),
    [
        (180_000_000, 346_000, 46_000),
        (500_000_001, 890_000 + Fraction(13, 10_000), 110_000 + Fraction(2, 10_000)),
        (Fraction(500_000_000, 11), Fraction(1_050_000, 11), Fraction(150_000, 11)),
        (0, 0, 0),
    ],
)
def test_tiers_are_marginal(value: int | Fraction, jkk: int | Fraction, jkm: int | Fraction) -> None:
    for table, due in ((jakon.JKK_TIERS, jkk), (jakon.JKM_TIERS, jkm)):
        assert marginal(js.LAW.row(table, AT).value, value) == due


@pytest.mark.parametrize("shares", [(), [Fraction(1)], (Fraction(1, 2),), (1,), (Fraction(2), Fraction(-1))])
def test_instalments_of_a_table_are_shares_of_one_whole(shares: object) -> None:
    assert not INSTALMENTS_UNIT.check(shares)


# A bill


def test_a_bill_is_a_value_with_its_law() -> None:
    bill = jakon.contribution(Project(1_110_000_000, vat="included", ordered=SPK, end=date(2024, 9, 1)))
    assert (bill["JKK"], bill["JKM", "contract"].amount, len(bill)) == (1_540_000, 210_000, 2)
    assert bill.net == 10**9
    assert "JKK" in bill
    assert ("JKM", "contract") in bill
    assert bill.lines[0] in bill
    assert "JP" not in bill
    assert repr(bill) == "<ProjectBill by the contract value: JKK 1540000, JKM 210000; total 1750000>"
    assert [str(line) for line in bill] == ["JKK contract: 1540000", "JKM contract: 210000"]
    assert pickle.loads(pickle.dumps(bill)) == bill
    assert bill.by_programme == {js.Programme.JKK: 1_540_000, js.Programme.JKM: 210_000}
    assert [str(cite) for cite in bill["JKM", "contract"].basis] == [
        "UU 8/1983 art. 7(1)a [B]",
        "PP 44/2015 art. 55(2) [A]",
        "PP 44/2015 elucidation of art. 55(2) [A]",
    ]
    assert bill["JKM", "contract"].evidence is js.Grade.B
    assert len(bill.basis) == 5
    assert [reading.name for reading in bill.readings] == ["vat_in_contract_value"]
    assert (bill.pay_by, bill.examined, bill.possible, bill.marks) == (date(2024, 9, 1), (), (), ())
    assert [each.fact for each in bill.assumed] == ["employer.kind"]
    with pytest.raises(errors.NoSuchLine, match=r'it has \["JKK", "contract"\], \["JKM", "contract"\]'):
        bill["JHT"]


def test_instalments_of_practice_rest_on_practice() -> None:
    facts: dict[str, Any] = {"vat": "excluded", "ordered": SPK}
    line = jakon.contribution(Project(10**9, **facts, instalments="practice")).lines[0]
    assert line.evidence is js.Grade.B
    assert [str(cite) for cite in line.steps()[-1].cites] == ["PP 44/2015 art. 56(2) [B]"]
    own = jakon.contribution(Project(10**9, **facts, instalments=["50 %", "50 %"])).lines[0]
    assert (own.evidence, own.steps()[-1].cites) == (js.Grade.A, ())


def test_a_project_tells_itself() -> None:
    project = Project(10**9, vat="excluded", ordered=SPK, employer=js.Employer(kind="state"))
    assert repr(project).startswith("Project(value=1000000000, vat=<Vat.EXCLUDED: 'excluded'>, ordered=datetime.date(")
    assert "wages" not in repr(project)
    assert Project.from_dict(project.to_dict()) == project
    assert jakon.contribution(project).assumed == ()


def test_evidence_can_be_required() -> None:
    project = Project(10**9, vat="included", ordered=SPK)
    assert jakon.contribution(project, law=js.LAW.require("B")).evidence is js.Grade.B
    assert faults(lambda: jakon.contribution(project, law=js.LAW.require("A"))) == [
        (errors.EvidenceTooWeak, "UU 8/1983 art. 7(1)a [B]"),
        (errors.EvidenceTooWeak, "reading vat_in_contract_value"),
    ]
    net = Project(10**9, vat="excluded", ordered=SPK, employer=js.Employer(kind="company"))
    bill = jakon.contribution(net, law=js.LAW.require("A"))
    assert (bill.evidence, bill.assumed) == (js.Grade.A, ())


def test_a_table_can_be_overridden() -> None:
    law = js.LAW.override(jakon.VAT, since="2027-01", value=Fraction(25, 100))
    bill = jakon.contribution(Project(125_000_000, vat="included", ordered=date(2027, 2, 1)), law=law)
    assert (bill.total, bill.evidence) == (240_000, js.Grade.GIVEN)
    assert [mark.text() for mark in bill.marks] == [
        "what-if, not the law as it stands: construction.VAT",
        "law as checked to 2026-11-20",
    ]
    assert "andaian" in bill.explain("id")


def test_the_text_can_be_checked_by_hand() -> None:
    project = Project(
        1_000_000_000,
        vat="included",
        ordered=date(2020, 6, 1),
        end=date(2021, 5, 5),
        registered=date(2020, 6, 10),
        instalments=[Instalment("50 %", date(2020, 6, 20)), Instalment("25 %", date(2020, 9, 20)), "25 %"],
        addenda=[Addendum(date(2020, 8, 8), -2_000_000), Addendum(date(2020, 10, 8), 200_000_000)],
    )
    text = jakon.contribution(project).explain()
    for told in (
        "construction project, by the contract value, Rp1,000,000,000 with value-added tax, work order of 2020-06-01",
        "value without value-added tax:  1,000,000,000 ÷ (1 + 10 %) ≈ 909,090,909.09",
        "share × slice:  0.13 % × 409,090,909.09 ≈ 531,818.18",
        "to the full rupiah (no rule in the law):  1,421,818.18 → 1,421,818",
        "in instalments:  710,909 + 355,454 + 355,455 = 1,421,818",
        "COVID-19 relief of projects (PP 49/2020): 1 % remains due:  355,454 × 1 % → 3,555",
        "nothing more is owed:  0",
        "value without value-added tax:  -2,000,000 ÷ (1 + 10 %) ≈ -1,818,181.82",
        "instalment 2, 25 %, paid on 2020-09-20",
        "all instalments are to be paid before the work ends on: 2021-05-05",
        "could apply: COVID-19 relief of projects (PP 49/2020): cannot be said without: day on which it was paid",
    ):
        assert told in text
    html = jakon.contribution(project)._repr_html_()
    assert html.count("<details>") == 6
    assert "instalment 3, 25 %" in html
    law = js.LAW.reading(readings.LOWERED_VALUE, "difference")
    lowered = Project(10**9, vat="excluded", ordered=SPK, addenda=Addendum(date(2024, 5, 2), -500_000_000))
    told = jakon.contribution(lowered, law=law).explain("id")
    assert "persentase × lapisan, dikembalikan:  0,13 % × 500.000.000 = 650.000" in told
    assert "JKK kecelakaan kerja, adendum 1" in told


def test_the_text_of_a_wage_list() -> None:
    firm = js.Employer(paid_up_to="2020-07", kind="company")
    listed = [ListedWage(3_100_001, 20), ListedWage(4_000_000, 1, "2020-08", "2020-09")]
    project = Project(
        wages=listed, start=date(2020, 7, 10), end=date(2020, 9, 30), registered=date(2020, 7, 1), employer=firm
    )
    bill = jakon.contribution(project)
    text = bill.explain()
    assert "construction project, by the listed wages\n" in text
    assert "wages of 20 workers × share:  62,000,020 × 1.74 % ≈ 1,078,800.35" in text
    assert "1,148,400.35 × 1 % ≈ 11,484.00" in text
    assert "11,484.00 → 11,476" in text
    assert "<details>" in bill._repr_html_()
    assert [reading.name for reading in bill.readings] == ["contribution_rounding", "rounding_of_wage_list"]
    whole = jakon.contribution(project, law=js.LAW.reading(readings.ROUNDING_OF_WAGE_LIST, "whole_list"))
    assert whole["JKK", "2020-08"].amount == 11_484
    assert (bill.instalments, bill.net, bill.pay_by, bill.evidence) == ((), None, None, js.Grade.B)
    alone = Project(wages=ListedWage(2_000_000), start=date(2024, 1, 1), end=date(2024, 1, 31), value=10**9)
    assert "wages of 1 worker × share:  2,000,000 × 1.74 % = 34,800" in jakon.contribution(alone).explain()


def test_months_of_a_wage_list_are_the_wages_own_or_the_projects() -> None:
    listed = [ListedWage(3_000_000, 2, last="2024-01"), ListedWage(4_000_000, first=js.Month("2024-04"))]
    bill = jakon.contribution(Project(wages=listed, start=date(2024, 1, 31), end=date(2024, 4, 1)))
    assert bill.by_part == {"2024-01": 122_400, "2024-04": 81_600}
    longer = Project(
        wages=ListedWage(3_000_000),
        start=date(2024, 1, 1),
        end=date(2024, 1, 31),
        addenda=Addendum(date(2024, 1, 20), end=date(2024, 2, 29)),
    )
    assert list(jakon.contribution(longer).by_part) == ["2024-01", "2024-02"]


def test_value_added_tax_of_an_addendum_is_that_of_its_own_day() -> None:
    addendum = Addendum(date(2022, 4, 1), 111_000_000)
    bill = jakon.contribution(Project(110_000_000, vat="included", ordered=date(2022, 3, 31), addenda=addendum))
    assert bill.net == 200_000_000
    assert bill.total == 430_000


# The relief of 2020


def test_the_relief_asks_when_a_project_was_registered_and_paid() -> None:
    facts: dict[str, Any] = {"vat": "excluded", "ordered": date(2020, 6, 1)}
    unknown = jakon.contribution(Project(10**9, **facts, instalments=[Instalment(1, date(2020, 9, 20))]))
    assert [fact.key for fact in unknown.possible[0].verdict.missing] == ["registered"]
    assert unknown.total == 1_750_000
    unpaid = jakon.contribution(Project(10**9, **facts, registered=date(2020, 6, 10)))
    assert [fact.key for fact in unpaid.possible[0].verdict.missing] == ["instalment.on"]
    both = jakon.contribution(Project(10**9, **facts))
    assert [fact.key for fact in both.possible[0].verdict.missing] == ["registered", "instalment.on"]
    late = jakon.contribution(Project(10**9, **facts, registered=date(2020, 8, 1)))
    assert (late.possible, [reading.name for reading in late.readings]) == ((), ["covid_relief_of_new_projects"])
    assert late.examined[0].text().endswith("must be before 2020-08-01 (PP 49/2020 art. 12)")
    ended = Project(10**9, **facts, end=date(2020, 7, 31), registered=date(2020, 6, 10))
    assert jakon.contribution(ended).examined == ()
    assert jakon.contribution(Project(10**9, vat="excluded", ordered=date(2021, 2, 1))).examined == ()
    after = Project(10**9, **facts, registered=date(2020, 6, 10), instalments=[Instalment(1, date(2021, 2, 1))])
    assert (jakon.contribution(after).examined, jakon.contribution(after).total) == ((), 1_750_000)


@pytest.mark.parametrize("how", ["half_up", "down", "up"])
def test_a_project_paid_at_once_is_rounded_once(how: str) -> None:
    law = js.LAW.reading(readings.CONTRIBUTION_ROUNDING, how)
    once = [Instalment(1, date(2020, 9, 20))]
    given = Project(
        50_000_000, vat="included", ordered=date(2020, 6, 1), registered=date(2020, 6, 10), instalments=once
    )
    exact = Fraction(1_050_000, 11) / 100
    assert jakon.contribution(given, law=law)["JKK"] == js.Rounding(how).apply(exact.numerator, exact.denominator)


def test_a_wage_list_in_the_relief_goes_by_the_rule_of_wage_earners() -> None:
    facts: dict[str, Any] = {"wages": ListedWage(3_000_000), "start": date(2020, 9, 1), "end": date(2020, 11, 30)}
    new = jakon.contribution(Project(**facts, registered=date(2020, 9, 1)))
    assert new.by_part == {"2020-09": 61_200, "2020-10": 61_200, "2020-11": 612}
    unknown = jakon.contribution(Project(**facts, registered=date(2020, 7, 1)))
    assert [fact.key for fact in unknown.possible[0].verdict.missing] == ["employer.paid_up_to"]


def test_a_relief_of_ones_own() -> None:
    relief = js.Relief(
        "festival",
        "half for projects",
        "setengah bagi proyek",
        ((js.Programme.JKM, js.jkm.RATE),),
        (("contract_value", js.conditions.AtLeast(js.conditions.REGISTERED, date(2024, 1, 1), jakon_cite())),),
    )
    paid = [Instalment(1, date(2024, 3, 20))]
    project = Project(10**9, vat="excluded", ordered=SPK, registered=date(2024, 3, 11), instalments=paid)
    bill = jakon.contribution(project, law=js.LAW.add_relief(relief))
    assert (bill["JKK"], bill["JKM"]) == (1_540_000, 630)
    assert bill.examined[0].relief is relief
    listed = Project(wages=ListedWage(3_000_000, 1, "2024-03", "2024-03"), registered=SPK)
    assert jakon.contribution(listed, law=js.LAW.add_relief(relief)).examined == ()
    law = js.LAW.add_relief(relief).add_relief(relief)
    with pytest.raises(errors.ReliefConflict, match="festival and festival both claim it"):
        jakon.contribution(project, law=law)


def jakon_cite() -> js.Citation:
    return js.instruments.PP_44_2015.at("56(2)")


# Works that a state body carries out itself


def test_own_managed_works() -> None:
    own = Project(10**9, vat="excluded", ordered=SPK, employer=js.Employer(kind="state"))
    assert [reading.name for reading in jakon.contribution(own).readings] == ["own_managed_works"]
    law = js.LAW.reading(readings.OWN_MANAGED_WORKS, "outside")
    with pytest.raises(errors.Contradiction, match="works of a state body are no projects"):
        jakon.contribution(own, law=law)
    assert not jakon.must_register("day", on=SPK, employer_kind="state", law=law)
    assert jakon.must_register("day", on=SPK, employer_kind="state")


# Who registers whom, and when


def test_who_must_be_registered() -> None:
    assert [bool(jakon.must_register(how, on=SPK)) for how in ("day", "piece", "fixed_term", "permanent")] == [
        True,
        True,
        True,
        False,
    ]
    assert [fact.key for fact in jakon.must_register(None, on=SPK).missing] == ["engaged"]
    assert faults(lambda: jakon.must_register("daily", on="2024", employer_kind="firm")) == [  # type: ignore[arg-type]
        (errors.UnknownKind, "engaged"),
        (errors.UnknownKind, "employer_kind"),
        (errors.NotADate, "on"),
    ]
    with pytest.raises(errors.BeforeLaw):
        jakon.must_register("day", on=date(2015, 6, 30))


def test_deadlines_in_working_days() -> None:
    free = [date(2024, 3, 11), date(2024, 3, 12)]
    found = jakon.register_by(SPK, holidays=free)
    assert (found.on, found.certain, found.row.value) == (date(2024, 3, 25), True, 14)
    assert jakon.register_by(SPK).certain is False
    assert jakon.certificate_by(date(2024, 3, 8)).on == date(2024, 3, 11)
    assert [jakon.proof_by(day).row.value for day in (date(2020, 3, 2), SPK)] == [7, 3]
    assert [jakon.report_change_by(day).on for day in (date(2020, 3, 2), SPK)] == [date(2020, 3, 11), date(2024, 4, 12)]
    with pytest.raises(errors.BeforeLaw):
        jakon.register_by(date(2015, 12, 30))


def test_a_late_fine_is_open() -> None:
    due, paid = date(2024, 6, 30), date(2024, 8, 2)
    none = jakon.late_fine(437_500, due=due, paid=paid)
    assert (none.amount, [reading.name for reading in none.readings]) == (0, ["fine_on_projects"])
    law = js.LAW.reading(readings.FINE_ON_PROJECTS, "as_monthly")
    fine = jakon.late_fine(437_500, due=due, paid=paid, law=law)
    assert (fine.text(), len(fine.readings)) == ("2 × 2 % × 437,500 = 17,500", 2)
    assert jakon.late_fine(437_500, due=due, paid=due, law=law).readings == ()
    assert faults(lambda: jakon.late_fine(-1, due=None, paid=paid)) == [  # type: ignore[arg-type]
        (errors.NegativeAmount, "contribution"),
        (errors.NotADate, "due"),
    ]


# Cover


def test_from_when_to_when() -> None:
    facts: dict[str, Any] = {"registered": date(2024, 3, 11), "end": date(2024, 6, 30)}
    paid: list[Instalment | str] = [Instalment("50 %", date(2024, 3, 20)), "50 %"]
    project = Project(**facts, maintenance_until=date(2024, 12, 31), instalments=paid)
    assert project.since == date(2024, 3, 20)
    days = (date(2024, 3, 19), date(2024, 3, 20), date(2024, 6, 30), date(2024, 12, 31), date(2025, 1, 1))
    assert [bool(jakon.eligible(project, on=day)) for day in days] == [False, True, True, True, False]
    law = js.LAW.reading(readings.MAINTENANCE_COVER, "ends_with_work")
    assert [bool(jakon.eligible(project, on=day, law=law)) for day in days] == [False, True, True, False, False]
    assert jakon.eligible(project, on=days[0]).text() == (
        "no: the project is a participant from 2024-03-20 on (Perdir 22/PERDIR.02/072022)"
    )
    facts["instalments"] = PAID
    assert not jakon.eligible(Project(**facts, maintenance_until="none"), on=days[3])
    open_end = jakon.eligible(Project(**facts), on=days[3])
    assert [fact.key for fact in open_end.missing] == ["project.maintenance_until"]
    assert not jakon.eligible(Project(**facts), on=days[3], law=law)
    unknown = jakon.eligible(Project(), on=SPK)
    assert [fact.key for fact in unknown.missing] == ["registered", "project.instalments", "project.end"]
    until = Project(registered=date(2024, 3, 11), instalments=PAID, maintenance_until=date(2024, 12, 31))
    assert jakon.eligible(until, on=SPK.replace(month=5))
    later = Project(**facts, addenda=Addendum(date(2024, 5, 2), end=date(2024, 8, 31)), maintenance_until="none")
    assert jakon.eligible(later, on=date(2024, 8, 31))
    with pytest.raises(errors.WrongType, match="is no project"):
        jakon.eligible(None, on=SPK)  # type: ignore[arg-type]


@pytest.mark.parametrize("paid", [None, "practice", ["50 %", "50 %"], [Instalment("50 %"), Instalment("50 %")]])
def test_whether_it_was_paid_is_not_known(paid: Any) -> None:
    project = Project(900_000_000, vat="excluded", registered=date(2024, 3, 11), end=SITE.end, instalments=paid)
    assert (project.since, project.first_paid) == (None, None)
    on = date(2024, 6, 4)
    open_yet = jakon.eligible(project, on=on)
    assert [fact.key for fact in open_yet.missing] == ["project.instalments"]
    assert not jakon.eligible(project, on=date(2024, 3, 8))
    claim = js.claim(fatal(on), js.Member(Worker(daily_wage=120_000, project=project)), FAMILY)
    assert claim.by_payer == {None: 166_000_000}
    assert [fact.key for fact in claim.missing] == ["project.instalments"]


def test_a_wage_list_begins_with_its_registration() -> None:
    listed = Project(wages=ListedWage(3_000_000), registered=date(2024, 3, 11), end=date(2024, 12, 20))
    assert listed.since == date(2024, 3, 11)
    assert [bool(jakon.eligible(listed, on=date(2024, 3, day))) for day in (10, 11)] == [False, True]


def test_what_lies_before_the_project_is_none_of_its_own() -> None:
    project = Project(900_000_000, vat="excluded", ordered=SPK, start=date(2024, 3, 8))
    member = js.Member(Worker(3_000_000, project=project), registered="never")
    claim = js.claim(fatal(date(2023, 2, 5)), member, FAMILY)
    assert claim.at_most == 0
    assert claim.verdicts[js.Programme.JKK].text() == "no: the project begins on 2024-03-01 (PP 44/2015 art. 53)"
    found = js.claim(fatal(date(2024, 3, 1)), member, FAMILY)
    assert (found.at_least, [fact.key for fact in found.missing]) == (0, ["project.end"])
    early: dict[str, Any] = {
        "registered": date(2024, 2, 26),
        "instalments": [Instalment("100 %", SPK)],
        "end": SITE.end,
    }
    assert jakon.eligible(Project(start=date(2024, 3, 8), **early), on=SPK)
    unordered = js.Member(Worker(3_000_000, project=Project(**early)), registered="never")
    claim = js.claim(fatal(date(2024, 2, 5)), unordered, FAMILY)
    assert claim.by_payer == {js.BenefitPayer.EMPLOYER: 166_000_000}


# Workers

PAID = [Instalment("100 %", date(2024, 3, 11))]
SITE = Project(
    900_000_000,
    vat="excluded",
    ordered=SPK,
    registered=date(2024, 3, 11),
    end=date(2024, 12, 20),
    maintenance_until=date(2025, 6, 20),
    instalments=PAID,
)
FAMILY = js.Family(spouse=True, children=())


def fatal(on: date, **facts: Any) -> js.WorkAccident:
    told: dict[str, Any] = {"circumstance": "workplace", "external_force": True, "report_hours": 10, **facts}
    return js.WorkAccident(on=on, outcome=js.Death(on=on), **told)


def test_a_worker_takes_part_in_two_programmes() -> None:
    worker = Worker(daily_wage=120_000, project=SITE)
    claim = js.claim(js.Death(on=date(2024, 6, 4), work_related=False), js.Member(worker), FAMILY)
    assert claim.lump_sum == 42_000_000
    assert [programme for programme, verdict in claim.verdicts.items() if verdict] == ["JKM"]
    assert (worker.registered, worker.monthly, worker.employer) == (SITE.registered, False, SITE.employer)
    assert js.from_dict(worker.to_dict()) == worker
    with pytest.raises(errors.Contradiction, match=r"bill it with construction.contribution"):
        js.contributions(worker, month="2024-06")
    joined = Worker(daily_wage=120_000, project=SITE, registered=date(2024, 5, 2), programmes=["JKK", "JKM"])
    told = joined.to_dict()
    assert (told["registered"], told["programmes"], js.from_dict(told)) == ("2024-05-02", ["JKK", "JKM"], joined)
    named = Worker(3_000_000, project=SITE, person=js.Person(born=date(1990, 6, 15)))
    assert js.from_dict(named.to_dict()) == named


def test_a_worker_has_no_job_loss_benefit_savings_or_pension() -> None:
    dismissed = js.Dismissal(on=date(2024, 6, 4), new_job="none")
    claim = js.claim(dismissed, js.Member(Worker(daily_wage=120_000, project=SITE)))
    assert (claim.items, claim.at_most) == ((), 0)
    assert claim.verdicts[js.Programme.JKP].text() == "no: no wage earner of a company (PP 37/2021 art. 1)"


@pytest.mark.parametrize(
    ("day", "owed", "missing"),
    [
        (date(2024, 12, 20), 42_000_000, []),
        (date(2025, 6, 20), 42_000_000, []),
        (date(2025, 6, 21), 0, []),
    ],
)
def test_cover_runs_to_the_end_of_the_maintenance(day: date, owed: int, missing: list[str]) -> None:
    member = js.Member(Worker(3_000_000, project=SITE))
    claim = js.claim(js.Death(on=day, work_related=False), member, FAMILY, programmes="JKM")
    assert (claim.lump_sum, [fact.key for fact in claim.missing]) == (owed, missing)


def test_a_maintenance_period_that_is_not_known() -> None:
    facts: dict[str, Any] = {"registered": date(2024, 3, 11), "end": date(2024, 12, 20), "instalments": PAID}
    open_end = Project(900_000_000, vat="excluded", ordered=SPK, **facts)
    member = js.Member(Worker(3_000_000, project=open_end))
    claim = js.claim(js.Death(on=date(2025, 1, 4), work_related=False), member, FAMILY, programmes="JKM")
    assert (claim.at_least, claim.at_most) == (0, 42_000_000)
    assert [fact.key for fact in claim.missing] == ["project.maintenance_until"]
    assert "maintenance_cover" in [reading.name for reading in claim.readings]


def test_the_employer_pays_where_nobody_registered_the_project() -> None:
    unregistered = Project(900_000_000, vat="excluded", ordered=SPK, end=date(2024, 12, 20))
    member = js.Member(Worker(3_000_000, project=unregistered), registered="never")
    claim = js.claim(js.Death(on=date(2024, 6, 4), work_related=False), member, FAMILY, programmes="JKM")
    assert {item.payer for item in claim} == {js.BenefitPayer.EMPLOYER}
    unknown = js.Member(Worker(3_000_000, project=unregistered))
    claim = js.claim(js.Death(on=date(2024, 6, 4), work_related=False), unknown, FAMILY, programmes="JKM")
    assert {item.payer for item in claim} == {None}
    assert [fact.key for fact in claim.missing] == ["member.registered", "project.instalments"]


def test_the_employer_pays_until_the_project_paid() -> None:
    paid: list[Instalment | str] = [Instalment("50 %", date(2024, 4, 1)), "50 %"]
    project = Project(10**9, vat="excluded", ordered=SPK, registered=date(2024, 3, 11), end=SITE.end, instalments=paid)
    worker = Worker(3_000_000, project=project)
    employer, fund = js.BenefitPayer.EMPLOYER, js.BenefitPayer.FUND
    for on, payer in ((date(2024, 3, 31), employer), (date(2024, 4, 1), fund)):
        claim = js.claim(fatal(on), js.Member(worker), FAMILY)
        assert (claim.by_payer, claim.missing) == ({payer: 166_000_000}, ())
        assert {item.payer for item in claim} == {payer}
    (only,) = js.Member(worker).memberships
    assert cover(only, date(2024, 3, 31), js.Programme.JKK, js.LAW).membership is only
    before = date(2024, 3, 5)
    with pytest.raises(errors.TooEarly, match=r'registration on 2024-03-11; .* write registered="never"'):
        js.claim(fatal(before), js.Member(worker), FAMILY)
    claim = js.claim(fatal(before), js.Member(worker, registered="never"), FAMILY)
    assert claim.by_payer == {employer: 166_000_000}
    assert js.claim(*js.Claim.inputs(json.loads(json.dumps(claim.to_dict())))) == claim
    with pytest.raises(errors.Contradiction, match="of the participant; give it once"):
        js.Member(worker, registered=date(2024, 3, 12))
    with pytest.raises(errors.Contradiction, match="of the participant; give it once"):
        js.Member(js.WageEarner(3_000_000, risk_group=1, registered=SPK), registered="never")


def test_a_state_body_that_has_not_paid() -> None:
    own = Project(10**9, registered=date(2024, 3, 11), end=SITE.end, employer=js.Employer(kind="state"))
    law = js.LAW.reading(readings.STATE_AS_EMPLOYER, "not_liable")
    claim = js.claim(fatal(date(2024, 6, 4)), js.Member(Worker(3_000_000, project=own)), FAMILY, law=law)
    assert (claim.at_least, claim.at_most) == (0, 166_000_000)
    assert [fact.key for fact in claim.missing] == ["project.instalments"]
    assert "state_as_employer" in [reading.name for reading in claim.readings]


def test_a_wage_that_was_listed_too_low() -> None:
    listed = Project(wages=[ListedWage(3_000_000), ListedWage(2_500_000)], registered=date(2024, 3, 11), end=SITE.end)
    worker = Worker(3_000_000, project=listed)
    history = js.History.of({"2024-05": 3_000_000}, state="paid")
    claim = js.claim(fatal(date(2024, 6, 4), true_wage=5_000_000), js.Member(worker, history=history), FAMILY)
    assert claim.by_payer == {js.BenefitPayer.FUND: 166_000_000, js.BenefitPayer.EMPLOYER: 96_000_000}
    with pytest.raises(errors.Contradiction) as wrong:
        Worker(5_000_000, project=listed)
    assert str(wrong.value) == (
        "wage: 5,000,000 a month, of a project that lists 2,500,000, 3,000,000; give the listed wage; "
        "of one that was listed too low tells WorkAccident(true_wage=…)"
    )
    with pytest.raises(errors.Contradiction, match="wage: 2,800,000 a month"):
        Worker(2_800_000, project=listed)
    with pytest.raises(errors.Contradiction, match="daily_wage: 12,500,000 a month, of a project that lists 2,500,000"):
        js.jkk.benefit_wage(js.Member(Worker(daily_wage=500_000, project=listed)), date(2024, 6, 4))
    many = Project(wages=[ListedWage(3_000_000 + at) for at in range(9)])
    with pytest.raises(errors.Contradiction, match="3,000,003, 3,000,004 and more; give"):
        Worker(5_000_000, project=many)


def test_arrears_are_those_of_a_wage_list_alone() -> None:
    listed = Project(
        wages=ListedWage(3_000_000), registered=date(2024, 1, 8), start=date(2024, 1, 9), end=date(2025, 6, 1)
    )
    unpaid = js.History.of(dict.fromkeys(js.months("2024-02", "2024-10"), 3_000_000), state="unpaid")
    ill = js.Death(on=date(2024, 11, 20), work_related=False)
    claim = js.claim(ill, js.Member(Worker(3_000_000, project=listed), history=unpaid), FAMILY, programmes="JKM")
    assert {item.payer for item in claim} == {js.BenefitPayer.EMPLOYER}
    by_value = js.Member(Worker(3_000_000, project=SITE))
    assert js.claim(ill, by_value, FAMILY, programmes="JKM").now == 42_000_000


def test_a_wage_found_at_the_claim() -> None:
    wage = js.jkk.benefit_wage(js.Member(Worker(daily_wage=120_000, project=SITE)), date(2024, 6, 4))
    assert (wage.amount, [reading.name for reading in wage.readings]) == (3_000_000, ["days_of_project_wage"])
    assert [(step.formula, step.numbers) for step in wage.steps()] == [
        ("daily wage found at the claim", "120,000"),
        ("daily wage × days", "120,000 × 25 = 3,000,000"),
    ]
    poor = Worker(2_000_000, project=SITE, minimum_wage=3_000_000)
    low = js.jkk.benefit_wage(js.Member(poor), date(2024, 6, 4))
    assert (low.amount, [reading.name for reading in low.readings]) == (2_000_000, ["floor_of_project_wage"])
    rich = Worker(3_000_000, project=SITE, minimum_wage=3_000_000)
    assert js.jkk.benefit_wage(js.Member(rich), date(2024, 6, 4)).readings == ()
    listed = Project(wages=[ListedWage(3_000_000), ListedWage(2_000_000)], registered=date(2024, 1, 8))
    by_day = js.jkk.benefit_wage(js.Member(Worker(daily_wage=80_000, project=listed)), date(2024, 6, 4))
    assert (by_day.amount, by_day.steps()[0].formula) == (2_000_000, "listed daily wage")
    known = js.jkk.benefit_wage(js.Member(Worker(2_000_000, project=listed, minimum_wage=3_000_000)), date(2024, 6, 4))
    assert (known.amount, known.readings, known.steps()[0].formula) == (2_000_000, (), "listed wage")
    recorded = js.Member(Worker(2_000_000, project=listed), history=js.History.of({"2024-06": 2_500_000}, state="paid"))
    assert js.jkk.benefit_wage(recorded, date(2024, 6, 4)).amount == 2_500_000


# Bad input

WRONG: Any = None
HALF: Any = 1.5
TEXT: Any = "2024"


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({"value": -1}, [(errors.NegativeAmount, "value")]),
        ({"value": 0}, [(errors.ZeroAmount, "value")]),
        ({"value": 1e9}, [(errors.FloatAmount, "value")]),
        ({"value": "1 bn"}, [(errors.NotAnAmount, "value")]),
        ({"value": 10**15 + 1}, [(errors.AbsurdAmount, "value")]),
        ({"vat": "yes", "ordered": "2024-03-01"}, [(errors.UnknownKind, "vat"), (errors.NotADate, "ordered")]),
        ({"employer": "a firm"}, [(errors.WrongType, "employer")]),
        ({"maintenance_until": "never"}, [(errors.NotADate, "maintenance_until")]),
        ({"start": date(2024, 5, 1), "end": date(2024, 4, 30)}, [(errors.Contradiction, "end")]),
        ({"ordered": SPK, "start": date(2023, 1, 1), "end": date(2023, 2, 1)}, [(errors.Contradiction, "end")]),
        ({"addenda": Addendum(date(2024, 6, 3), end=date(2024, 4, 1))}, [(errors.Contradiction, "addendum 1 end")]),
        (
            {"end": date(2024, 5, 1), "maintenance_until": date(2024, 4, 30)},
            [(errors.Contradiction, "maintenance_until")],
        ),
        ({"addenda": 7}, [(errors.WrongType, "addenda")]),
        ({"addenda": [7]}, [(errors.WrongType, "addendum 1")]),
        ({"addenda": Addendum(WRONG, 5)}, [(errors.NotADate, "addendum 1 on")]),
        ({"addenda": Addendum(SPK, HALF)}, [(errors.FloatAmount, "addendum 1 change")]),
        ({"addenda": Addendum(SPK)}, [(errors.Contradiction, "addendum 1")]),
        ({"addenda": Addendum(SPK, end=TEXT)}, [(errors.NotADate, "addendum 1 end")]),
        ({"start": SPK, "addenda": Addendum(SPK, end=date(2024, 2, 1))}, [(errors.Contradiction, "addendum 1 end")]),
        ({"ordered": SPK, "addenda": Addendum(date(2024, 2, 1), 5)}, [(errors.TooEarly, "addendum 1")]),
        ({"addenda": [Addendum(SPK, 5), Addendum(date(2024, 2, 1), 5)]}, [(errors.TooEarly, "addendum 2")]),
        ({"value": 10**8, "addenda": Addendum(SPK, -(10**8))}, [(errors.NegativeAmount, "addendum 1")]),
        ({"wages": 7}, [(errors.WrongType, "wages")]),
        ({"wages": []}, [(errors.MissingFact, "wages")]),
        ({"wages": [3_000_000]}, [(errors.WrongType, "wages[0]")]),
        (
            {"wages": ListedWage(3_000, 0)},
            [(errors.AbsurdAmount, "wages[0] wage"), (errors.OutOfRange, "wages[0] workers")],
        ),
        ({"wages": ListedWage(3_000_000, HALF)}, [(errors.WrongType, "wages[0] workers")]),
        ({"wages": ListedWage(3_000_000, first="May")}, [(errors.NotAMonth, "wages[0] first")]),
        ({"wages": ListedWage(3_000_000, 1, "2024-05", "2024-04")}, [(errors.Contradiction, "wages[0]")]),
        ({"wages": ListedWage(3_000_000, 1, "2024-02"), "start": SPK}, [(errors.Contradiction, "wages[0]")]),
        ({"wages": ListedWage(3_000_000, 1, None, "2024-04"), "end": SPK}, [(errors.Contradiction, "wages[0]")]),
        ({"wages": ListedWage(3_000_000), "instalments": "practice"}, [(errors.Contradiction, "instalments")]),
        ({"instalments": "three"}, [(errors.WrongType, "instalments")]),
        ({"instalments": 3}, [(errors.WrongType, "instalments")]),
        ({"instalments": ["50 %", "25 %"]}, [(errors.DoesNotAddUp, "instalments")]),
        ({"instalments": []}, [(errors.DoesNotAddUp, "instalments")]),
        ({"instalments": [0.5, "half"]}, [(errors.FloatRate, "instalment 1"), (errors.WrongType, "instalment 2")]),
        (
            {"instalments": ["150 %", "-50 %"]},
            [(errors.OutOfRange, "instalment 1"), (errors.OutOfRange, "instalment 2")],
        ),
        ({"instalments": [Instalment(1, TEXT)]}, [(errors.NotADate, "instalment 1 on")]),
        (
            {"ordered": SPK, "instalments": [Instalment(1, date(2024, 2, 1))]},
            [(errors.Contradiction, "instalment 1 on")],
        ),
        (
            {"instalments": [Instalment("50 %", date(2024, 5, 1)), Instalment("50 %", date(2024, 4, 1))]},
            [(errors.Contradiction, "instalment 2 on")],
        ),
    ],
)
def test_bad_projects_say_what_is_wrong(facts: Any, wrong: Any) -> None:
    assert faults(lambda: Project(**facts)) == wrong


def test_what_is_not_known_is_asked_for() -> None:
    assert faults(lambda: jakon.contribution(Project())) == [
        (errors.MissingFact, "value"),
        (errors.MissingFact, "ordered"),
    ]
    with pytest.raises(errors.MissingFact, match="not known whether the contract value holds value-added tax"):
        jakon.contribution(Project(10**9, ordered=SPK))
    wages = [ListedWage(3_000_000, 1, "2024-05"), ListedWage(3_000_000, 1, None, "2024-06")]
    assert faults(lambda: jakon.contribution(Project(wages=wages))) == [
        (errors.MissingFact, "wages[0] last"),
        (errors.MissingFact, "wages[1] first"),
    ]
    with pytest.raises(errors.BeforeLaw):
        jakon.contribution(Project(10**9, vat="excluded", ordered=date(2015, 6, 30)))
    with pytest.raises(errors.WrongType, match="is no project"):
        jakon.contribution(10**9)  # type: ignore[arg-type]
    with pytest.raises(errors.WrongType, match="is no law"):
        jakon.contribution(SITE, law=None)  # type: ignore[arg-type]


def test_faults_of_a_list_are_told_together() -> None:
    listed: Any = [SITE, Project(), 7]
    assert faults(lambda: jakon.contributions(listed)) == [
        (errors.MissingFact, "[1] value"),
        (errors.MissingFact, "[1] ordered"),
        (errors.WrongType, "[2] project"),
    ]
    with pytest.raises(errors.WrongType, match="no list of projects"):
        jakon.contributions(7)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({}, [(errors.MissingFact, "wage")]),
        ({"wage": 3_000_000, "daily_wage": 120_000}, [(errors.Contradiction, "daily_wage")]),
        ({"wage": 3_000}, [(errors.AbsurdAmount, "wage")]),
        (
            {"daily_wage": -1, "minimum_wage": 0},
            [(errors.NegativeAmount, "daily_wage"), (errors.ZeroAmount, "minimum_wage")],
        ),
        (
            {"wage": 3_000_000, "project": None, "person": 7},
            [(errors.WrongType, "project"), (errors.WrongType, "person")],
        ),
        ({"wage": 3_000_000, "programmes": ["JKN"]}, [(errors.UnknownProgramme, "programmes")]),
        ({"wage": 3_000_000, "registered": "2024"}, [(errors.NotADate, "registered")]),
        ({"wage": 3_000_000, "registered": date(2024, 3, 10)}, [(errors.TooEarly, "registered")]),
        ({"wage": 3_000_000, "programmes": ["JHT"]}, [(errors.Contradiction, "programmes")]),
        ({"wage": 3_000_000, "programmes": ["JKM"]}, [(errors.Contradiction, "programmes")]),
        ({"wage": 3_000_000, "programmes": ["JKK"]}, [(errors.Contradiction, "programmes")]),
        ({"wage": 3_000_000, "programmes": ["JKK", "JKM", "JHT"]}, [(errors.Contradiction, "programmes")]),
        ({"daily_wage": 0}, [(errors.ZeroAmount, "daily_wage")]),
        ({"daily_wage": 999}, [(errors.AbsurdAmount, "daily_wage")]),
        ({"daily_wage": 100_000_001}, [(errors.AbsurdAmount, "daily_wage")]),
        ({"daily_wage": HALF}, [(errors.FloatAmount, "daily_wage")]),
    ],
)
def test_bad_workers_say_what_is_wrong(facts: Any, wrong: Any) -> None:
    assert faults(lambda: Worker(**{"project": SITE, **facts})) == wrong


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        (7, [(errors.WrongType, "Project.from_dict")]),
        ({"schema": "jamsostek.bill/1"}, [(errors.UnknownKind, "schema")]),
        ({"schema": "jamsostek.project-bill/1"}, [(errors.WrongType, "Project.from_dict")]),
        ({"schema": "jamsostek.participant/1"}, [(errors.WrongType, "Project.from_dict")]),
        ({"worth": 7}, [(errors.UnknownKind, "project")]),
        ({"ordered": "2024-13-01"}, [(errors.NotADate, "ordered")]),
        ({"wages": [{"pay": 7}]}, [(errors.UnknownKind, "wages[0]"), (errors.MissingFact, "wages[0] wage")]),
        ({"addenda": [7]}, [(errors.WrongType, "addenda[0]")]),
        ({"instalments": [{"share": "half"}]}, [(errors.WrongType, "instalments[0] share")]),
    ],
)
def test_bad_dictionaries_say_what_is_wrong(told: Any, wrong: Any) -> None:
    assert faults(lambda: Project.from_dict(told)) == wrong


def test_bad_dictionaries_of_workers() -> None:
    told = Worker(3_000_000, project=SITE).to_dict()
    assert faults(lambda: js.from_dict({**told, "project": None, "pay": 7})) == [
        (errors.UnknownKind, "project_worker"),
        (errors.MissingFact, "project_worker.project"),
    ]
    with pytest.raises(errors.UnknownKind, match="project_worker"):
        js.from_dict({"type": "project worker"})


def test_what_is_no_participant_is_rebuilt_elsewhere() -> None:
    fee = js.migrants.contribution(js.MigrantWorker(24, route="placed"), on=SPK)
    for told, mend in (
        (SITE.to_dict(), r"take construction\.Project\.from_dict$"),
        (jakon.contribution(SITE).to_dict(), r'take construction\.Project\.from_dict on its "project"$'),
        (fee.to_dict(), r'take MigrantWorker\.from_dict on its "worker"$'),
    ):
        with pytest.raises(errors.WrongType, match=mend):
            js.from_dict(told)


def test_a_slip_in_a_word_or_a_rate_is_answered_by_what_was_meant() -> None:
    with pytest.raises(errors.WrongType, match="did you mean 'practice'"):
        Project(instalments="practise")
    with pytest.raises(errors.InvalidTable, match=r"such as Fraction\(1, 10\)$"):
        js.LAW.override(jakon.VAT, since="2027-01", value=Fraction(12))
    with pytest.raises(errors.InvalidTable, match=r"give a value of that kind$"):
        js.LAW.override(jakon.VAT, since="2015-07", value=Fraction(12))


# Sums over projects


def test_bills_of_projects_are_summed_and_compared() -> None:
    one, other = (jakon.contribution(Project(value, vat="excluded", ordered=SPK)) for value in (10**8, 10**9))
    both = js.total([one, other])
    assert (both.bills, both.total, both.employer) == (2, 1_990_000, 1_990_000)
    assert both.by_programme == {js.Programme.JKK: 1_750_000, js.Programme.JKM: 240_000}
    assert [each.fact for each in both.assumed] == ["employer.kind"]
    assert js.total(one) == one.as_total()
    mixed = js.total([one, js.contributions(js.SelfEmployed(income=0), month="2025-12"), js.total(other)])
    assert (mixed.bills, mixed.total) == (3, 1_990_000 + 16_800)
    assert js.compare(one, other).change == 1_510_000
    with pytest.raises(errors.WrongType, match="is no bill and no total"):
        js.compare(one, SITE)  # type: ignore[arg-type]


def test_instalments_paid_late_are_named() -> None:
    days = (date(2024, 6, 1), date(2024, 6, 2), None)
    shares = [Instalment(share, on) for share, on in zip(("50 %", "25 %", "25 %"), days, strict=True)]
    bill = jakon.contribution(Project(10**9, vat="excluded", ordered=SPK, end=date(2024, 6, 1), instalments=shares))
    assert [each.number for each in bill.late] == [2]
    assert [each["late"] for each in bill.to_dict()["instalments"]] == [False, True, False]
    assert "all instalments are to be paid before the work ends on: 2024-06-01" in bill.explain()
    assert "paid after the work ended: instalment 2, 25 %, paid on 2024-06-02\n" in bill.explain()
    assert "dibayar setelah pekerjaan berakhir: tahap 2, 25 %, dibayar 2024-06-02\n" in bill.explain("id")
    on_time = jakon.contribution(Project(10**9, vat="excluded", ordered=SPK, end=date(2024, 6, 1), instalments=PAID))
    assert on_time.late == ()
    assert "after the work" not in on_time.explain()
    assert jakon.contribution(Project(10**9, vat="excluded", ordered=SPK, instalments=shares)).late == ()


def test_names_load_when_they_are_asked_for() -> None:
    assert set(dir(jakon)) == set(jakon.__all__)
    with pytest.raises(AttributeError, match="contribution"):
        jakon.contribute  # noqa: B018
