"""Checking pay slips and invoices: each kind of finding, each diagnosis, nothing told that does not fit exactly."""

import json
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import errors
from jamsostek import testing as given_by

FIRM = js.Employer(risk_group=3, scale="medium", industry="footwear", active_workers=300, paid_up_to="2025-04")
SLIP = js.contributions(js.WageEarner(wage=12_000_000, risk_group=2), month="2026-03")
RELIEVED = js.contributions(js.WageEarner(wage=4_000_001, employer=FIRM), month="2025-05")
RIDER = js.contributions(js.SelfEmployed(income=1_000_000, sector="transport"), month="2026-02")


def own(bill: js.Bill) -> dict[tuple[str, str], int]:
    return {(line.programme, line.payer): line.amount for line in bill}


def only(bill: js.Bill, key: str, amount: int) -> js.Finding:
    """The one finding on a document that is right but for one line."""
    programme, payer = key.split()
    found = js.check({**own(bill), (programme, payer): amount}, bill).findings
    assert [(each.programme, each.payer) for each in found] == [(programme, payer)]
    return found[0]


def test_a_slip_that_agrees() -> None:
    assert js.check({"JHT worker": 240_000, "JP worker": 110_863}, SLIP).agrees
    assert js.check(SLIP.by_programme, SLIP).agrees
    whole = js.check(own(SLIP), SLIP)
    assert (whole.agrees, whole.lines, whole.difference, whole.findings) == (True, 6, 0, ())
    assert whole.explain().splitlines()[2] == "6 of 6 lines agree"
    assert repr(whole) == "<Check 2026-03: agrees>"
    assert js.check({**own(SLIP), ("JKP", "worker"): 0}, SLIP).agrees


# What was charged instead, by one change, and the name and a piece of the diagnosis.
WORKER = js.WageEarner(wage=12_000_000, risk_group=2)
EXPAT = js.WageEarner(wage=5_000_000, risk_group=1, person=js.Person(citizen=False, six_months=True))
OLD = js.WageEarner(wage=5_000_000, risk_group=1, person=js.Person(born=date(1966, 5, 10), citizen=True))
BAKER = js.WageEarner(wage=5_000_000, employer=js.Employer(risk_group=3, scale="micro"))
SAVER = js.SelfEmployed(income=1_000_000, sector="transport", programmes=["JKK", "JKM", "JHT"])
CASES: list[tuple[Any, str, str, int, str, str, str]] = [
    (WORKER, "2026-03", "JP worker", 105_474, "differs", "version", "Rp10,547,400, 2025-03-01 – 2026-02-28"),
    (WORKER, "2026-03", "JP worker", 120_000, "differs", "uncapped", "the whole wage counted"),
    (WORKER, "2026-03", "JHT worker", 221_726, "differs", "capped", "counted up to Rp11,086,300"),
    (WORKER, "2026-03", "JHT employer", 410_193, "differs", "capped", "counted up to Rp11,086,300"),
    (WORKER, "2026-03", "JKM employer", 15_000, "differs", "capped", "counted up to Rp5,000,000"),
    (WORKER, "2026-03", "JHT worker", 444_000, "differs", "other_share", "the amount due from: employer"),
    (WORKER, "2026-03", "JHT worker", 684_000, "differs", "both_shares", "from all payers together"),
    (WORKER, "2026-03", "JKK employer", 106_800, "differs", "fact", "risk group 3"),
    (WORKER, "2026-03", "JKK employer", 57_800, "differs", "jkp_apart", "less the part that is handed over"),
    (WORKER, "2026-03", "JKK worker", 64_800, "unlawful", "other_share", "the amount due from: employer"),
    (WORKER, "2026-03", "JKM worker", 36_000, "unlawful", "other_share", "the amount due from: employer"),
    (WORKER, "2026-03", "JKP worker", 7_000, "unlawful", "jkp_apart", "the part out of JKK"),
    (WORKER, "2026-03", "JKP employer", 11_000, "not_due", "jkp_apart", "the part of the state"),
    (WORKER, "2026-03", "JKP employer", 18_000, "not_due", "jkp_apart", "the whole contribution to JKP"),
    (WORKER, "2026-03", "JP worker", 0, "missing", "fact", "employer: small"),
    (RELIEVED.participant, "2025-05", "JKK employer", 35_600, "differs", "without_relief", "PP 7/2025, PP 36/2025"),
    (RELIEVED.participant, "2025-05", "JP worker", 40_001, "rounding", "rounding", "Up to the full rupiah"),
    (WORKER, "2025-05", "JKK employer", 32_400, "differs", "with_relief", "cannot be said without: industry"),
    (WORKER, "2026-03", "JKK employer", 32_400, "differs", "with_relief", "PP 7/2025, PP 36/2025): not in this month"),
    (RELIEVED.participant, "2025-05", "JKM employer", 6_000, "differs", "with_relief", "which reaches JKK alone"),
    (SAVER, "2026-02", "JHT self", 10_000, "differs", "with_relief", "which reaches JKK, JKM alone"),
    (EXPAT, "2026-03", "JP worker", 50_000, "not_due", "fact", "an Indonesian citizen"),
    (EXPAT, "2026-03", "JP worker", 50_000, "not_due", "reading", "Are foreigners covered"),
    (OLD, "2024-06", "JP worker", 50_000, "not_due", "fact", "an age below the pension age"),
    (OLD, "2024-06", "JP worker", 50_000, "not_due", "reading", "None: contributions go on"),
    (BAKER, "2026-03", "JP worker", 50_000, "not_due", "fact", "employer: large"),
    (BAKER, "2026-03", "JP worker", 50_000, "not_due", "fact", "enrolled in JP too"),
    (RIDER.participant, "2026-02", "JHT self", 20_000, "not_due", "fact", "enrolled in JHT too"),
    (BAKER, "2026-03", "JHT worker", 100_000, "not_due", "fact", "employer: small"),
    (RIDER.participant, "2026-02", "JKK self", 10_000, "differs", "fact", "sector: any sector but transport"),
    (RIDER.participant, "2026-02", "JKM self", 6_800, "differs", "fact", "who pays: regional budget"),
    (RIDER.participant, "2026-02", "JKM self", 6_800, "differs", "fact", "kind of self-employed: employs others"),
    (RIDER.participant, "2026-02", "JKK self", 10_000, "differs", "without_relief", "PP 50/2025"),
    (RIDER.participant, "2026-02", "JKK self", 8_000, "differs", "fact", "row 4 of the income table"),
    (RIDER.participant, "2026-02", "JKK donor", 5_000, "not_due", "other_share", "from: the participant"),
]


@pytest.mark.parametrize("case", CASES, ids=[f"{case[2]} {case[3]} {case[5]}" for case in CASES])
def test_a_single_change_is_told(case: tuple[Any, str, str, int, str, str, str]) -> None:
    participant, month, key, charged, kind, name, piece = case
    bill = js.contributions(participant, month=month)
    finding = only(bill, key, charged)
    due = own(bill).get((key.split()[0], key.split()[1]))
    assert (finding.kind, finding.charged, finding.due) == (kind, charged, due)
    assert finding.difference == charged - (due or 0)
    fits = [fit for fit in finding.diagnoses if fit.name == name and piece in fit.text()]
    assert len(fits) == 1, finding.diagnoses
    assert fits[0].text("id") != fits[0].text()
    # One rupiah more, and it fits no longer.
    assert fits[0] not in only(bill, key, charged + 1).diagnoses
    assert finding.cites


def test_all_changes_that_fit_are_told() -> None:
    finding = only(RIDER, "JKM self", 6_800)
    assert [fit.text_en for fit in finding.diagnoses][:2] == [
        "without the relief of the self-employed (PP 50/2025)",
        "sector: any sector but transport",
    ]
    assert len(finding.diagnoses) == 5
    assert [fit.text() for fit in only(SLIP, "JKK employer", 50_000).diagnoses] == []
    assert only(SLIP, "JKM employer", 18_000).diagnoses == ()  # half of JKM is a relief of the self-employed alone
    after = js.contributions(SAVER, month="2027-05")  # no relief is left that could be stretched over JHT
    assert only(after, "JHT self", 10_000).diagnoses == ()
    assert "no single change that was tried" in js.check({"JHT worker": 1}, SLIP).explain()


@pytest.mark.parametrize(
    ("key", "article"),
    [
        ("JKK worker", "PP 44/2015 art. 16(3)"),
        ("JKM worker", "PP 44/2015 art. 18(2)"),
        ("JKP worker", "PP 37/2021 art. 11(3)"),
    ],
)
def test_what_a_worker_may_not_be_charged(key: str, article: str) -> None:
    finding = only(SLIP, key, 1)
    assert finding.kind is js.FindingKind.UNLAWFUL
    assert article in [cite.text() for cite in finding.cites]


def test_who_else_is_charged() -> None:
    official = js.contributions(
        js.WageEarner(wage=5_000_000, employer=js.Employer(risk_group=1, kind="state")), month="2026-03"
    )
    assert only(official, "JKK worker", 12_000).kind is js.FindingKind.NOT_DUE  # art. 16(3) excepts state bodies
    intern = js.contributions(js.Trainee(wage=2_900_000, risk_group=3), month="2025-12")
    finding = only(intern, "JKK worker", 25_810)
    assert (finding.kind, finding.reason()) == (js.FindingKind.NOT_DUE, "owed by: employer")
    assert (finding.reason("id"), finding.cites) == ("ditanggung: pemberi kerja", intern["JKK", "employer"].basis)
    assert only(RIDER, "JKP self", 1).kind is js.FindingKind.NOT_DUE
    assert only(RIDER, "JHT self", 20_000).reason() == "JHT: optional (programmes of own-account workers)"


def test_a_programme_that_was_left_out_on_purpose() -> None:
    short = js.contributions(js.WageEarner(wage=5_000_000, programmes=["JHT"]), month="2026-03")
    finding = only(short, "JP worker", 50_000)
    assert (
        finding.reason() == "JP: compulsory (programmes of medium and large employers); not among the programmes named"
    )
    assert finding.reason("id").endswith("; tidak termasuk program yang disebutkan")
    assert [fit.text_en for fit in finding.diagnoses] == ["enrolled in JP too"]


def test_lines_that_are_missed() -> None:
    slip = js.check({"JHT worker": 240_000}, SLIP)
    assert [(each.name(), each.kind, each.charged, each.due) for each in slip.findings] == [
        ("JP worker", "missing", None, 110_863)
    ]
    assert slip["JP", "worker"].reason("id") == "JP: wajib (program usaha menengah dan besar)"
    sums = js.check({"JKK": 64_800, "JHT employer": 444_000}, SLIP)
    assert [each.name() for each in sums.findings] == ["JKM", "JHT worker", "JP"]
    assert sums["JP"].due == 332_589
    with pytest.raises(errors.NoSuchLine, match="there are findings on JKM, JHT worker, JP"):
        sums["JKK"]
    with pytest.raises(errors.NoSuchLine, match="there are findings on none"):
        js.check(own(SLIP), SLIP)["JKK"]


def test_sums_of_programmes() -> None:
    odd = js.contributions(js.WageEarner(wage=4_000_015, risk_group=3), month="2026-03")
    assert (odd["JHT"], odd["JP"]) == (148_001 + 80_000, 80_000 + 40_000)
    found = js.check({**{str(key): amount for key, amount in odd.by_programme.items()}, "JP": 120_001}, odd)
    assert [(each.name(), each.kind) for each in found.findings] == [("JP", "rounding")]
    assert "rounded once, for all lines together. Up to the full rupiah." in found.explain()
    one = js.check({**SLIP.by_programme, js.Programme.JHT: 240_000}, SLIP)["JHT"]
    assert [fit.text_en for fit in one.diagnoses] == ["the amount due from: worker"]


def test_an_invoice_for_many() -> None:
    bills = [
        js.contributions(js.WageEarner(wage=wage, risk_group=3), month="2026-03") for wage in (3_000_050, 12_000_000)
    ]
    due = js.total(bills).by_programme
    assert js.check(due, bills).agrees
    wrong = js.check({**due, js.Programme.JKK: 190_501, js.Programme.JP: 406_424}, bills)
    assert wrong.difference == 190_501 - due[js.Programme.JKK] + 406_424 - due[js.Programme.JP]
    assert [fit.text_en for fit in wrong["JKK"].diagnoses] == ["risk group 4"]
    assert [fit.name for fit in wrong["JP"].diagnoses] == ["version"]
    twins = js.check({"JHT employer": 1}, [SLIP, SLIP])
    assert (twins["JHT", "employer"].due, twins["JHT", "employer"].reason()) == (
        888_000,
        "the sum over all bills: 888,000",
    )
    assert wrong.explain().splitlines()[0] == "2026-03: 2 participants"
    assert "the sum over all bills: 133,500" in wrong.explain()
    assert "jumlah semua tagihan: 133.500" in wrong.explain("id")


def test_tolerance() -> None:
    lines = {"JHT worker": 239_990, "JP worker": 110_864}
    assert [each.name() for each in js.check(lines, SLIP, tolerance=1).findings] == ["JHT worker"]
    assert js.check(lines, SLIP, tolerance={"JHT worker": 10, "JP worker": 1}).agrees
    assert [each.name() for each in js.check(lines, SLIP, tolerance={"JHT worker": 10}).findings] == ["JP worker"]
    assert js.check({"JHT worker": 240_000}, SLIP, tolerance={"JP worker": 110_863}).agrees


def test_what_a_check_shows() -> None:
    check = js.check({"JHT worker": 240_000, "JP worker": 105_474, "JKM worker": 36_000}, SLIP)
    assert check.explain().splitlines()[:12] == [
        "2026-03: wage earner, wage Rp12,000,000",
        "",
        "JP worker: charged 105,474, due 110,863 (-5,389): another amount than the law gives",
        "    min(12,000,000; 11,086,300) = 11,086,300; 11,086,300 × 1 % = 110,863",
        "        PP 45/2015 art. 29(3)-(4) [B: BPJS Ketenagakerjaan, letter B/1226/022026 of 2026-02-25]; "
        "PP 45/2015 art. 28(3)b [A]",
        "    exactly this figure: highest wage that JP contributions count: Rp10,547,400, 2025-03-01 – 2026-02-28 "
        "(PP 45/2015 art. 29(3)-(4))",
        "JKM worker: charged 36,000, due – (+36,000): may not be charged to the worker",
        "    JKM is borne by the employer alone",
        "        PP 44/2015 art. 18(2) [A]",
        "    exactly this figure: the amount due from: employer",
        "1 of 3 lines agree",
        "taken for granted: the employer is a medium or large company (changed by employer.scale)",
    ]
    assert "JKM pekerja: ditagih 36.000, terutang – (+36.000): tidak boleh dibebankan kepada pekerja" in check.explain(
        "id"
    )
    assert repr(check) == "<Check 2026-03: JP worker differs -5,389, JKM worker unlawful +36,000>"
    assert "may not be charged to the worker" in check._repr_html_()
    again = json.loads(json.dumps(check.to_dict()))
    assert (again["schema"], again["difference"], again["lines"]) == ("jamsostek.check/1", 30_611, 3)
    assert again["findings"][1] == {
        "programme": "JKM",
        "payer": "worker",
        "fine": False,
        "kind": "unlawful",
        "charged": 36_000,
        "due": None,
        "difference": 36_000,
        "reason": "JKM is borne by the employer alone",
        "basis": ["PP 44/2015 art. 18(2) [A]"],
        "diagnoses": [{"name": "other_share", "text": "the amount due from: employer"}],
    }


def test_a_check_past_the_last_check_of_the_law_says_so() -> None:
    late = js.contributions(WORKER, month="2027-01")
    for bills in (late, [late, late]):
        check = js.check({"JHT worker": 1}, bills)
        assert check.explain().splitlines()[0].endswith(", law as checked to 2026-11-20")
        assert check.to_dict()["marks"] == ["law as checked to 2026-11-20"]
        assert "law as checked to 2026-11-20" in check._repr_html_()


@pytest.mark.parametrize(
    ("printed", "error", "says"),
    [
        ({}, errors.MissingFact, "nothing is printed"),
        ({"BPJS worker": 1}, errors.UnknownProgramme, "'BPJS' is unknown"),
        ({"JHT pekerja": 1}, errors.UnknownPayer, "did you mean 'worker'"),
        ({"JKS boss": 1}, errors.SeveralErrors, "2 faults"),
        ({"JHT the worker": 1}, errors.WrongType, "names no line"),
        ({39: 1}, errors.WrongType, "names no line"),
        ({"": 1}, errors.WrongType, "names no line"),
        ({"JHT worker": -1}, errors.NegativeAmount, "-1 is negative"),
        ({"JHT worker": 240_000.0}, errors.FloatAmount, "240000.0 is a float"),
        ({"JHT worker": "240000"}, errors.NotAnAmount, "is no amount"),
        ({"JHT worker": 1, ("JHT", "worker"): 1}, errors.NamedTwice, "given twice"),
        ({"JHT": 1, "JHT worker": 1}, errors.Contradiction, "the sum of JHT stands beside its lines"),
        ([("JHT", 1)], errors.WrongType, "no mapping"),
    ],
)
def test_documents_that_cannot_be_read(printed: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        js.check(printed, SLIP)


@pytest.mark.parametrize(
    ("bills", "error", "says"),
    [
        (None, errors.WrongType, "no list of bills"),
        ([1], errors.WrongType, "no bill"),
        ([], errors.MissingFact, "no bill is given"),
        ([RIDER, js.contributions(WORKER, month="2026-02")], errors.Contradiction, "several kinds of payer"),
        ([SLIP, js.contributions(WORKER, month="2026-03", law=js.LAW.require("B"))], errors.Contradiction, "laws"),
    ],
)
def test_bills_that_do_not_belong_together(bills: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        js.check({"JHT worker": 1}, bills)


def test_tolerances_that_mean_nothing() -> None:
    with pytest.raises(errors.Contradiction, match="JP employer is no line that is compared"):
        js.check({"JHT worker": 1}, SLIP, tolerance={"JP employer": 1})
    with pytest.raises(errors.NegativeAmount, match="tolerance"):
        js.check({"JHT worker": 1}, SLIP, tolerance=-1)
    with pytest.raises(errors.FloatAmount, match="tolerance"):
        js.check({"JHT worker": 1}, SLIP, tolerance=0.5)  # type: ignore[arg-type]


@given(given_by.participants(), given_by.months(), given_by.laws())
def test_an_own_bill_has_no_findings(participant: Any, month: js.Month, law: js.Law) -> None:
    bill = js.contributions(participant, month=month, law=law)
    if bill.lines:
        assert js.check(own(bill), bill).agrees
        assert js.check(bill.by_programme, bill).agrees
        for payer in bill.by_payer:
            assert js.check({key: amount for key, amount in own(bill).items() if key[1] == payer}, bill).agrees


@settings(max_examples=60, deadline=None)
@given(given_by.participants(), given_by.months(), given_by.laws(), st.integers(-10_000, 10_000), st.data())
def test_a_perturbed_line_is_found_and_no_other(
    participant: Any, month: js.Month, law: js.Law, change: int, data: st.DataObject
) -> None:
    bill = js.contributions(participant, month=month, law=law)
    if not bill.lines:
        return
    line = data.draw(st.sampled_from(bill.lines))
    change = max(change, -line.amount) or 1
    check = js.check({**own(bill), (line.programme, line.payer): line.amount + change}, bill)
    (found,) = check.findings
    assert (found.programme, found.payer, found.due) == (line.programme, line.payer, line.amount)
    assert found.difference == check.difference == change
    assert found.charged == line.amount + change
    assert js.check(
        {**own(bill), (line.programme, line.payer): line.amount + change}, bill, tolerance=abs(change)
    ).agrees
    assert len(set(found.diagnoses)) == len(found.diagnoses)
    assert check.explain("id")


@settings(max_examples=40, deadline=None)
@given(given_by.wage_earners(), given_by.months("2016-03"), st.integers(1, 5))
def test_another_group_is_told_as_such(worker: js.WageEarner, month: js.Month, group: int) -> None:
    bill = js.contributions(worker, month=month)
    other = js.contributions(
        attrs.evolve(worker, employer=attrs.evolve(worker.employer, risk_group=group)), month=month
    )
    if "JKK" in bill.by_programme and other["JKK"] != bill["JKK"]:
        finding = only(bill, "JKK employer", other["JKK"])
        assert f"risk group {group}" in [fit.text_en for fit in finding.diagnoses]
