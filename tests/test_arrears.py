"""What becomes of benefits while contributions stand unpaid."""

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import _cover, errors, payment, readings
from jamsostek import testing as given_by

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "arrears.toml").read_text())["case"]
WHO: dict[str, js.Participant] = {
    "wage_earner": js.WageEarner(4_000_000, risk_group=3),
    "self_employed": js.SelfEmployed(income=1_000_000),
}
DAY = date(2024, 8, 2)
CLAIMED = [case for case in CASES if case["programme"] != "JKP"]


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
    assert found.kind == case["expect"]
    assert case["source"]
    if "place" in case:
        assert [cite.place for cite in found.cites] == [case["place"]]


def covered(programme: str, who: js.Participant, months: int, on: date, law: js.Law = js.LAW) -> _cover.Cover:
    """What claims say of a member whose last months that were due are unpaid."""
    last = _cover.last_due(who, on, js.Programme(programme), law)
    history = js.History.unbroken("2014-01", last - months)
    if months:
        history += js.History.of(dict.fromkeys(js.months(last - months + 1, last)), state="unpaid")
    member = js.Member(who, registered=date(2014, 1, 1), history=history)
    return _cover.cover(member.memberships[0], on, js.Programme(programme), law)


@pytest.mark.parametrize("case", CLAIMED, ids=[case["id"] for case in CLAIMED])
def test_case_in_claims(case: dict[str, Any]) -> None:
    who, on = WHO[case["participant"]], case["on"]
    found = covered(case["programme"], who, case["months"] if "months" in case else len(case["unpaid"]), on)
    if "unpaid" in case:  # the record as told: its last month may not be due yet
        history = js.History.unbroken("2024-01", js.Month(case["unpaid"][0]) - 1)
        history += js.History.of(dict.fromkeys(case["unpaid"]), state="unpaid")
        member = js.Member(who, registered=date(2024, 1, 1), history=history)
        found = _cover.cover(member.memberships[0], on, js.Programme(case["programme"]), js.LAW)
    assert found.kinds == (case["expect"],)


def test_a_new_row_reaches_claims_by_the_day_of_the_event() -> None:
    rule = payment.ArrearsRule(6, payment.CoverKind.FUND, payment.CoverKind.EMPLOYER_FIRST)
    law = js.LAW.override(payment.ARREARS_JKM_OF_SELF_EMPLOYED, since="2024-01-10", value=rule)
    rider = WHO["self_employed"]
    for months, before, after in ((5, "none", "fund"), (7, "none", "employer_first")):
        assert covered("JKM", rider, months, date(2024, 1, 9), law).kinds == (before,)
        assert covered("JKM", rider, months, date(2024, 1, 10), law).kinds == (after,)
        assert covered("JKK", rider, months, date(2024, 1, 10), law).kinds == ("none",)
    assert [str(cite) for cite in covered("JKM", rider, 5, date(2024, 1, 10), law).cites] == ["what-if [given]"]


STATE = js.WageEarner(4_000_000, employer=js.Employer(risk_group=1, kind="state"))
INTERN = js.Trainee(4_000_000, risk_group=1)


@pytest.mark.parametrize(
    ("who", "months", "reading", "kinds"),
    [
        (STATE, 3, None, ["fund"]),
        (STATE, 4, readings.STATE_AS_EMPLOYER, ["employer_first", "fund"]),
        (INTERN, 0, None, ["fund"]),
        (INTERN, 3, readings.ARREARS_OF_TRAINEES, ["care_first", "fund"]),
        (INTERN, 4, readings.ARREARS_OF_TRAINEES, ["none", "employer_first"]),
    ],
)
def test_open_questions(who: js.Participant, months: int, reading: js.Reading | None, kinds: list[str]) -> None:
    options = [None] if reading is None else [option.name for option in reading.options]
    for option, kind in zip(options, kinds, strict=True):
        law = js.LAW if reading is None or option is None else js.LAW.reading(reading, option)
        found = payment.in_arrears("JKK", who, months, on=DAY, law=law)
        assert found.kind == kind
        assert found.readings == (() if reading is None else (reading,))
        assert covered("JKK", who, months, DAY, law).kinds == (kind,)


@pytest.mark.parametrize(("on", "kind"), [(date(2023, 10, 5), "fund"), (date(2023, 10, 6), "employer_first")])
def test_no_article_on_arrears_reaches_state_bodies_before_their_staff_must_be_enrolled(on: date, kind: str) -> None:
    for programme in ("JKK", "JKM"):
        found = payment.in_arrears(programme, STATE, 4, on=on)
        assert (found.kind, readings.STATE_AS_EMPLOYER in found.readings) == (kind, kind != "fund")


def test_whose_intern_it_is_matters_not_where_he_counts_as_self_employed() -> None:
    intern = js.Trainee(4_000_000, employer=js.Employer(risk_group=1, kind="state"))
    law = js.LAW.reading(readings.STATE_AS_EMPLOYER, "not_liable")
    assert payment.in_arrears("JKM", intern, 4, on=DAY, law=law).kind == "none"
    law = law.reading(readings.ARREARS_OF_TRAINEES, "employer")
    found = payment.in_arrears("JKM", intern, 4, on=DAY, law=law)
    assert (found.kind, [cite.place for cite in found.cites]) == ("fund", ["41(2)-(3)"])
    assert found.readings == (readings.ARREARS_OF_TRAINEES, readings.STATE_AS_EMPLOYER)
    assert [cite.place for cite in covered("JKM", intern, 4, DAY, law).cites] == ["41(2)-(3)"]
    with pytest.raises(errors.EvidenceTooWeak, match="Does a state body"):
        payment.in_arrears("JKM", STATE, 4, on=DAY, law=js.LAW.require("A"))


def test_in_words() -> None:
    found = payment.in_arrears("JKK", WHO["wage_earner"], 4, on=DAY)
    assert found.text() == (
        "JKK, 4 months in arrears: the employer pays first, and may ask the fund for it once all arrears and fines are "
        "paid (PP 44/2015 art. 38(2)-(3))"
    )
    assert found.text("id").startswith("JKK, 4 bulan menunggak: pemberi kerja membayar lebih dahulu")
    assert payment.in_arrears("JKK", WHO["self_employed"], 0, on=DAY).kind is payment.CoverKind.FUND
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
    rule = payment.ArrearsRule(6, payment.CoverKind.FUNERAL_FIRST, payment.CoverKind.NONE)
    law = js.LAW.override(payment.ARREARS_JKM_OF_SELF_EMPLOYED, since="2024-01", value=rule)
    assert payment.in_arrears("JKM", rider, 5, on=DAY, law=law).kind == "funeral_first"


def test_arrears_of_an_account() -> None:
    run = js.bills(dict.fromkeys(js.months("2024-01", "2024-06"), WHO["wage_earner"]))
    one = run[0].total
    assert js.settle(run, [(date(2024, 2, 1), one)], on=date(2024, 5, 16)).arrears() == 3
    assert js.settle(run, [(date(2024, 2, 1), one)], on=date(2024, 5, 15)).arrears() == 2  # April is due that day
    assert js.settle(run, [(date(2024, 5, 16), 4 * one)], on=date(2024, 5, 16)).arrears(["JKK"]) == 0


@given(given_by.participants(), st.integers(0, 12), st.dates(date(2016, 9, 1), date(2026, 12, 31)))
def test_more_arrears_never_help(participant: Any, months: int, on: date) -> None:
    order = ["fund", "care_first funeral_first employer_first", "none"]

    def rank(count: int, programme: str) -> int:
        found = payment.in_arrears(programme, participant, count, on=on)
        assert found.cites
        return next(at for at, kinds in enumerate(order) if found.kind in kinds.split())

    for programme in ("JKK", "JKM"):
        assert rank(months, programme) <= rank(months + 1, programme)


@settings(deadline=None)
@given(
    given_by.participants(),
    st.sampled_from(["JKK", "JKM"]),
    st.integers(0, 12),
    st.dates(date(2016, 9, 1), date(2026, 12, 31)),
)
def test_claims_and_the_months_alone_say_the_same(participant: Any, programme: str, months: int, on: date) -> None:
    if participant.programmes is not None and programme not in participant.programmes:
        return
    found = covered(programme, evolve(participant, registered=None), months, on)
    alone = payment.in_arrears(programme, participant, months, on=on)
    assert found.kinds == (alone.kind,)
    assert found.readings == alone.readings
    assert found.cites == (alone.cites if months else ())


BAD: list[tuple[str, Callable[[], Any], type[Exception], str]] = [
    ("JHT", lambda: payment.in_arrears("JHT", WHO["wage_earner"], 1, on=DAY), errors.UnknownProgramme, "JKK, JKM, JKP"),
    ("months", lambda: payment.in_arrears("JKK", WHO["wage_earner"], -1, on=DAY), errors.OutOfRange, "months"),
    (
        "both",
        lambda: payment.in_arrears("JKK", WHO["wage_earner"], 1.5, on="2024"),  # type: ignore[arg-type]
        errors.SeveralErrors,
        "2 faults",
    ),
    ("JKP", lambda: payment.in_arrears("JKP", WHO["self_employed"], 1, on=DAY), errors.Contradiction, "wage earners"),
    ("state", lambda: payment.in_arrears("JKP", STATE, 1, on=DAY), errors.Contradiction, "other than state bodies"),
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
    (
        "nobody is enrolled by arrears",
        lambda: js.LAW.override(
            payment.ARREARS_JKK,
            since="2026-01",
            value=payment.ArrearsRule(3, payment.CoverKind.FUND, payment.CoverKind.EMPLOYER),
        ),
        errors.InvalidTable,
        "no rule of arrears",
    ),
]


@pytest.mark.parametrize(("make", "error", "says"), [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_bad_input(make: Callable[[], Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error) as caught:
        make()
    assert says in str(caught.value)
