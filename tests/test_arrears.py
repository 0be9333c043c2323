"""What becomes of benefits while contributions stand unpaid."""

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import errors, payment
from jamsostek import testing as given_by

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "arrears.toml").read_text())["case"]
WHO: dict[str, js.Participant] = {
    "wage_earner": js.WageEarner(4_000_000, risk_group=3),
    "self_employed": js.SelfEmployed(income=1_000_000),
}
DAY = date(2024, 8, 2)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    who, months = WHO[case["participant"]], case.get("months")
    if months is None:
        # The account of somebody who paid until the first month that is unpaid, as it stands on the day.
        run = js.bills(dict.fromkeys(js.months("2024-01", case["unpaid"][-1]), who))
        paid = sum(bill.total for bill in run if str(bill.month) < case["unpaid"][0])
        account = js.settle(run, [(date(2024, 1, 2), paid)], on=case["on"], holidays=())
        months = account.arrears(["JKK", "JKM"])
    found = payment.in_arrears(
        case["programme"], who, months, on=case["on"], firm_closed=case.get("firm_closed", False)
    )
    assert found.cover == case["expect"]
    assert case["source"]
    if "place" in case:
        assert [cite.place for cite in found.cites] == [case["place"]]


def test_in_words() -> None:
    found = payment.in_arrears("JKK", WHO["wage_earner"], 4, on=DAY)
    assert found.text() == (
        "JKK, 4 months in arrears: the employer pays first, and may ask the fund for it once all arrears and fines are "
        "paid (PP 44/2015 art. 38(2)-(3))"
    )
    assert found.text("id").startswith("JKK, 4 bulan menunggak: pemberi kerja membayar lebih dahulu")
    assert payment.in_arrears("JKK", WHO["self_employed"], 0, on=DAY).cover is payment.Cover.FUND
    assert "sampai dengan 3 bulan" in js.tables.entries(payment.ARREARS_JKM, lang="id")[0].value


def test_months_as_a_history_counts_them() -> None:
    history = js.History.unbroken("2023-01", "2024-05") + js.History.of(
        {"2024-06": None, "2024-07": None}, state="unpaid"
    )
    rider = WHO["self_employed"]
    assert payment.in_arrears("JKM", rider, history.current("unpaid"), on=DAY).months == 2
    unsure = js.History.of({"2024-01": None, "2024-07": None}, state="unpaid")
    with pytest.raises(errors.Undetermined, match="between 1 and 7"):
        payment.in_arrears("JKM", rider, unsure.current("unpaid"), on=DAY)
    rule = payment.ArrearsRule(6, payment.Cover.FUNERAL_FIRST, payment.Cover.NONE)
    law = js.LAW.override(payment.ARREARS_JKM_OF_SELF_EMPLOYED, since="2024-01", value=rule)
    assert payment.in_arrears("JKM", rider, 5, on=DAY, law=law).cover == "funeral_first"


def test_arrears_of_an_account() -> None:
    run = js.bills(dict.fromkeys(js.months("2024-01", "2024-06"), WHO["wage_earner"]))
    one = run[0].total
    assert js.settle(run, [(date(2024, 2, 1), one)], on=date(2024, 5, 16)).arrears() == 3
    assert js.settle(run, [(date(2024, 2, 1), one)], on=date(2024, 5, 15)).arrears() == 2  # April is due that day
    assert js.settle(run, [(date(2024, 5, 16), 4 * one)], on=date(2024, 5, 16)).arrears(["JKK"]) == 0


@given(given_by.participants(), st.integers(0, 12), st.dates(date(2015, 7, 1), date(2026, 12, 31)))
def test_more_arrears_never_help(participant: Any, months: int, on: date) -> None:
    order = [
        {payment.Cover.FUND},
        {payment.Cover.CARE_FIRST, payment.Cover.FUNERAL_FIRST, payment.Cover.EMPLOYER_FIRST},
        {payment.Cover.NONE},
    ]

    def rank(count: int, programme: str) -> int:
        found = payment.in_arrears(programme, participant, count, on=on)
        assert found.cites
        return next(at for at, covers in enumerate(order) if found.cover in covers)

    if isinstance(participant, js.WageEarner) and participant.employer.kind == "state":
        with pytest.raises(errors.Contradiction, match="other than state bodies"):
            rank(months, "JKK")
        return
    assert rank(months, "JKK") <= rank(months + 1, "JKK")
    assert rank(months, "JKM") <= rank(months + 1, "JKM")


BAD: list[tuple[str, Callable[[], Any], type[Exception], str]] = [
    ("JHT", lambda: payment.in_arrears("JHT", WHO["wage_earner"], 1, on=DAY), errors.UnknownProgramme, "JKK, JKM, JKP"),
    ("months", lambda: payment.in_arrears("JKK", WHO["wage_earner"], -1, on=DAY), errors.NegativeAmount, "months"),
    (
        "both",
        lambda: payment.in_arrears("JKK", WHO["wage_earner"], 1.5, on="2024"),  # type: ignore[arg-type]
        errors.SeveralErrors,
        "2 faults",
    ),
    ("JKP", lambda: payment.in_arrears("JKP", WHO["self_employed"], 1, on=DAY), errors.Contradiction, "wage earners"),
    ("nobody", lambda: payment.in_arrears("JKK", None, 1, on=DAY), errors.WrongType, "takes no part"),  # type: ignore[arg-type]
    (
        "before the law",
        lambda: payment.in_arrears("JKP", WHO["wage_earner"], 1, on=date(2021, 2, 1)),
        errors.BeforeLaw,
        "2021-02-02",
    ),
    (
        "rule",
        lambda: js.LAW.override(payment.ARREARS_JKK, since="2026-01", value=3),  # type: ignore[misc]
        errors.InvalidTable,
        "no rule of arrears",
    ),
]


@pytest.mark.parametrize(("make", "error", "says"), [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_bad_input(make: Callable[[], Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error) as caught:
        make()
    assert says in str(caught.value)
