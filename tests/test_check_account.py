"""Checking runs of months, and invoices with arrears and late fines against an account."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import errors, payment
from jamsostek import testing as given_by

WORKER = js.WageEarner(wage=12_000_000, risk_group=2)
RIDER = js.SelfEmployed(income=1_000_000, sector="transport")
FIRM = js.Employer(risk_group=3, industry="footwear", active_workers=300, paid_up_to="2025-01")
MAKER = js.WageEarner(wage=4_000_000, employer=FIRM)
FREE = payment.national_holidays(2020, 2026)


def bills(participant: Any, first: str, last: str) -> tuple[js.Bill, ...]:
    return js.bills(dict.fromkeys(js.months(first, last), participant))


def test_a_run_of_months_as_bills_gives_it() -> None:
    run = bills(WORKER, "2026-02", "2026-04")  # the ceiling of JP changes with March
    assert js.check(js.total(run).by_programme, run).agrees
    worker = sum(bill["JP", "worker"].amount for bill in run)
    assert js.check({"JHT worker": 720_000, "JP worker": worker}, run).agrees
    frozen = js.check({"JHT worker": 720_000, "JP worker": 3 * 105_474}, run)
    assert repr(frozen) == "<Check 2026-02 – 2026-04: JP worker differs -10,778>"
    assert [fit.text_en for fit in frozen.findings[0].diagnoses] == [
        "highest wage that JP contributions count: Rp10,547,400, 2025-03-01 – 2026-02-28"
    ]
    assert frozen.explain().splitlines()[0] == "2026-02 – 2026-04: 3 bills"
    told = frozen.to_dict()
    assert (told["first"], told["last"], told["bills"]) == ("2026-02", "2026-04", 3)
    capped = js.check({"JHT worker": 2 * (105_474 * 2 + 110_863 * 4) // 2}, run)["JHT", "worker"]
    assert capped.diagnoses[0].text_en.startswith("the wage counted up to Rp10,547,400, Rp11,086,300")


def test_a_relief_that_ended_on_the_way() -> None:
    run = bills(MAKER, "2025-12", "2026-03")
    assert [bill["JKK"] for bill in run] == [17_800, 17_800, 35_600, 35_600]
    found = js.check({"JKK employer": 4 * 17_800}, run)["JKK", "employer"]
    assert [fit.name for fit in found.diagnoses] == ["with_relief"]
    assert found.diagnoses[0].text_en.endswith("(PP 7/2025, PP 36/2025): not in this month")
    assert js.check({"JKK employer": 4 * 35_600}, run)["JKK", "employer"].diagnoses[0].name == "without_relief"
    before = bills(WORKER, "2021-01", "2021-03")  # JKP begins on the way, and its ceiling with it
    assert js.check({"JKM employer": 36_000 + 2 * 15_000}, before)["JKM", "employer"].diagnoses[0].name == "capped"


def late_account(**facts: Any) -> js.Settlement:
    found = bills(MAKER, "2025-03", "2025-04")
    paid = [(date(2025, 6, 10), found[0].total)]
    return js.settle(found, paid, holidays=FREE, **{"on": date(2026, 7, 1), **facts})


def test_an_invoice_with_arrears_and_fines() -> None:
    account = late_account()
    right = {"JKK": 17_800, "JKM": 12_000, "JHT": 228_000, "JP": 120_000, "JKK fine": 712, "JKM fine": 480}
    march = js.check({**right, "JHT fine": 9_120, "JP fine": 4_800}, account["2025-03"])
    assert (march.agrees, march.lines, march.account, march.bills) == (True, 8, (account["2025-03"],), ())
    both = js.check({"JKK": 17_800 + 35_600, "JKM": 24_000, "JHT": 456_000, "JP": 240_000}, account)
    assert both.agrees
    assert both.explain().splitlines()[0] == "2025-03 – 2025-04: account on 2026-07-01"
    assert "Does a begun month of delay count" in both.explain()
    assert js.check({"JKK": 17_800 + 35_600, "JKM": 24_000, "JHT": 456_000}, account)["JP"].kind == "missing"
    assert (
        js.check({"JKK fine": 712, "JKM fine": 480, "JHT fine": 9_120}, account["2025-03"])["JP", "fine"].due == 4_800
    )


# What was charged instead for March 2025 (two months late) or April (open, the relief lapsed), and which change fits.
CASES: list[tuple[str, str, int, str, str]] = [
    ("2025-03", "JKK fine", 356, "reading", "No: only whole months count"),
    ("2025-03", "JKK fine", 178, "version", "0.5 %"),
    ("2025-03", "JKK fine", 1_424, "without_relief", "on the amount without the relief"),
    ("2025-03", "JKK", 35_600, "without_relief", "without the relief that can lapse"),
    ("2025-03", "JKK", 18_512, "with_fine", "the late fine included"),
    ("2025-04", "JKK", 17_800, "with_relief", "as if no relief had lapsed"),
    ("2025-04", "JKK fine", 14 * 356, "with_relief", "on the amount as if no relief had lapsed"),
]


@pytest.mark.parametrize(("month", "key", "charged", "name", "says"), CASES)
def test_what_may_have_gone_wrong(month: str, key: str, charged: int, name: str, says: str) -> None:
    (found,) = [each for each in js.check({key: charged}, late_account()[month]).findings if each.charged]
    assert found.kind == "differs"
    assert [(fit.name, says in fit.text()) for fit in found.diagnoses if fit.name == name] == [(name, True)]
    assert " ".join(filter(None, found.key)) == key
    assert js.check({key: charged + 1}, late_account()[month]).findings[0].diagnoses == ()


def test_what_is_told_of_an_account() -> None:
    check = js.check({"JKK": 17_800, "JKK fine": 4_984}, late_account()["2025-04"])
    lines = check.explain().splitlines()
    assert lines[:3] == [
        "2025-04: account on 2026-07-01",
        "",
        "JKK: charged 17,800, due 35,600 (-17,800): another amount than the law gives",
    ]
    assert lines[3] == "    billed 17,800, and 17,800 since reliefs lapsed"
    assert "art. 11(1) as amended by PP 36/2025" in lines[4]
    assert "JKK late fine: charged 4,984, due 9,968 (-4,984): another amount than the law gives" in lines
    assert "    14 × 2 % × 35,600 = 9,968" in lines
    assert "JKK denda keterlambatan: ditagih 4.984" in check.explain("id")
    told = json.loads(json.dumps(check.to_dict()))
    assert [(each["payer"], each["fine"]) for each in told["findings"]][:2] == [(None, False), (None, True)]
    assert "late fine" in check._repr_html_()
    assert repr(check).startswith("<Check 2025-04: JKK differs -17,800, JKK late fine differs -4,984, JKM missing")


def test_fines_that_are_not_due() -> None:
    account = js.settle(bills(RIDER, "2026-01", "2026-01"), on=date(2026, 3, 1), holidays=FREE)
    found = js.check({"JKK fine": 100}, account)["JKK", "fine"]
    assert (found.kind, found.due, found.reason(), found.diagnoses) == (
        "not_due",
        None,
        "the law fines employers alone",
        (),
    )
    assert [cite.text() for cite in found.cites] == ["PP 44/2015 art. 24(3)-(4)"]
    paid = js.settle(bills(WORKER, "2026-01", "2026-01"), [(date(2026, 2, 10), 1_200_000)], holidays=FREE)
    assert js.check({"JKK fine": 100}, paid)["JKK", "fine"].reason("id") == "tidak ada yang terlambat"
    assert js.check({"JKP": 100, "JKP fine": 1}, paid)["JKP"].reason() == "no bill of the account has it"
    assert js.check({"JKP fine": 1}, paid)["JKP", "fine"].cites == ()


def test_due_dates_parts_and_roundings() -> None:
    run = bills(js.WageEarner(wage=4_000_025, risk_group=3, programmes=["JHT"]), "2025-10", "2025-10")
    # Due on Monday 17 November, since the 15th is a Saturday; from the 15th on it would be a second month begun.
    account = js.settle(run, [(date(2025, 12, 16), run[0].total)], holidays=FREE)
    assert account["2025-10"]["JHT"].fine == 4_560
    (found,) = js.check({"JHT fine": 9_120}, account).findings
    assert [fit.text_en for fit in found.diagnoses] == ["counted from the day before holidays moved it"]
    (found,) = js.check({"JHT fine": 4_561}, account).findings
    assert (found.kind, found.diagnoses[0].text_en.endswith("Up to the full rupiah. [M]")) == (
        "rounding",
        True,
    )
    parts = js.settle(run, [(date(2025, 11, 17), 200_000), (date(2025, 12, 16), 28_002)], holidays=FREE)
    assert parts["2025-10"]["JHT"].parts == ((date(2025, 11, 17), 200_000), (date(2025, 12, 16), 28_002))
    (found,) = js.check({"JHT fine": 560}, parts).findings
    assert [fit.text_en.endswith("The part that was late. [M]") for fit in found.diagnoses] == [True]
    half = js.settle(run, [(date(2025, 11, 17), 200_000)], on=date(2025, 12, 16), holidays=FREE)
    (found,) = js.check({"JHT": 28_002}, half).findings
    assert [fit.text_en for fit in found.diagnoses] == ["what is not paid yet"]


def test_a_membership_that_ended_owes_what_was_paid() -> None:
    ended = js.settle(bills(RIDER, "2024-07", "2024-10"), [(date(2024, 7, 10), 5_000)], on=date(2024, 11, 1))
    assert (ended.outstanding, ended["2024-07"].state) == (0, js.MonthState.UNPAID)
    assert js.check({"JKK": 5_000, "JKM": 0}, ended).agrees


def test_why_less_is_due_once_the_membership_ended() -> None:
    ended = js.settle(bills(RIDER, "2025-01", "2025-08"), [(date(2025, 1, 10), 16_800)], on=date(2025, 8, 20))
    check = js.check({"JKK": 80_000, "JKM": 6_800}, ended)
    (found,) = check.findings
    assert (found.due, found.reason()) == (
        10_000,
        "billed 80,000, less 70,000 no longer charged since the membership ended",
    )
    assert "dikurangi 70.000 tidak ditagih lagi" in found.reason("id")
    (fit,) = found.diagnoses  # no change of nothing: neither fines nor reliefs are told
    assert (fit.name, fit.cites == found.cites) == ("not_ended", True)
    assert "as if the membership had not ended: Must a self-employed person" in fit.text()
    assert "art. 39(2)" in fit.text()
    assert "No: old arrears are not charged. [C]" in check.explain()
    part = js.settle(bills(RIDER, "2024-07", "2024-10"), [(date(2024, 7, 10), 5_000)], on=date(2024, 11, 1))
    assert [fit.name for fit in js.check({"JKK": 40_000}, part)["JKK"].diagnoses] == ["not_ended"]


BAD: list[tuple[dict[Any, Any], Any, type[Exception], str]] = [
    ({"JKK employer": 1}, 0, errors.Contradiction, "an account knows programmes and fines, not payers"),
    ({"JKK": 1}, {"JKP": 1}, errors.Contradiction, "JKP is no line that is compared"),
    ({}, 0, errors.MissingFact, "nothing is printed"),
    ({"JKK fine": -1}, 0, errors.NegativeAmount, "printed 'JKK fine'"),
    ({"JKK fines": 1}, 0, errors.UnknownPayer, "'fines' is unknown"),
]


@pytest.mark.parametrize(("printed", "tolerance", "error", "says"), BAD)
def test_bad_input(printed: dict[Any, Any], tolerance: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        js.check(printed, late_account()["2025-03"], tolerance=tolerance)


def test_bills_know_no_fines() -> None:
    with pytest.raises(errors.Contradiction, match="a bill knows no fines"):
        js.check({"JKK fine": 1}, bills(WORKER, "2026-01", "2026-01"))


@settings(deadline=None)
@given(
    given_by.participants(), given_by.months("2019-06", "2026-06"), st.integers(0, 5), st.integers(0, 600), st.data()
)
def test_an_own_account_and_an_own_run_have_no_findings(
    participant: Any, first: js.Month, more: int, late: int, data: st.DataObject
) -> None:
    run = js.bills(dict.fromkeys(js.months(first, min(first + more, js.Month("2026-10"))), participant))
    if not js.total(run).amounts:
        return
    assert js.check(js.total(run).by_programme, run).agrees
    paid = data.draw(st.lists(st.tuples(st.integers(0, late), st.integers(1, js.total(run).total)), max_size=3))
    payments = [(first.first_day + timedelta(days=day), amount) for day, amount in paid]
    account = js.settle(run, payments, holidays=FREE)
    own: dict[Any, int] = {}
    for line in (line for month in account.months for line in month.lines):
        own[line.programme] = own.get(line.programme, 0) + line.paid + line.outstanding
        own[line.programme, "fine"] = own.get((line.programme, "fine"), 0) + line.fine
    check = js.check(own, account)
    assert (check.agrees, check.lines) == (True, len(own))
    assert check.explain("id")
