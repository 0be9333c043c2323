"""The record of months: ways in, reducers, windows, what is not known; and the bills of a run of months."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors

WORKER = js.WageEarner(wage=4_000_000, risk_group=3)
RIDER = js.SelfEmployed(income=1_000_000, sector="transport")
MIXED = js.History.from_rows(
    [
        {"month": "2024-01", "state": "paid", "wage": 4_000_000, "paid_on": "2024-02-15"},
        {"month": "2024-02", "state": "unpaid", "wage": 4_000_000},
        {"month": "2024-03", "wage": 4_000_000},
        {"month": "2024-04", "state": "unpaid", "wage": 4_000_000},
        {"month": "2024-05", "state": "not_owed"},
        {"month": "2024-06", "state": "paid", "wage": 4_100_000, "paid_on": date(2024, 9, 1)},
        {"month": "2024-08", "state": "unpaid", "wage": 4_100_000},
    ]
)


def test_an_unbroken_record() -> None:
    history = js.History.unbroken("2018-01", "2025-05", wage=4_000_000)
    assert (history.first, history.last, len(history)) == (js.Month("2018-01"), js.Month("2025-05"), 89)
    assert int(history.count("paid")) == int(history.longest("paid")) == int(history.current("paid")) == 89
    assert history.runs == (js.Run(js.Month("2018-01"), js.Month("2025-05"), js.MonthState.PAID),)
    assert history.runs[0].months == 89
    assert history.gaps == ()
    assert history["2020-07"].wage == 4_000_000


def test_what_is_not_known_is_neither_paid_nor_unpaid() -> None:
    assert MIXED.count("paid") == (2, 4)
    assert MIXED.count("unpaid") == (3, 5)
    assert MIXED.longest("unpaid") == (1, 3)
    assert MIXED.current("unpaid") == (1, 2)
    assert MIXED.current("paid") == (0, 0)
    with pytest.raises(errors.Undetermined, match="between 3 and 5"):
        int(MIXED.count("unpaid"))
    assert [(str(gap.first), gap.state) for gap in MIXED.gaps] == [
        ("2024-03", None),
        ("2024-05", "not_owed"),
        ("2024-07", None),
    ]
    assert MIXED.fill("paid").count("paid") == (4, 4)


def test_before_the_first_month_nothing_was_owed_and_after_the_last_nothing_is_known() -> None:
    assert MIXED["2023-12"].state is js.MonthState.NOT_OWED
    assert MIXED["2024-09"].state is None
    assert MIXED.window("2023-12", "2024-09").count("not_owed") == (2, 5)
    assert MIXED.window("2024-09", "2024-10").count("paid") == (0, 2)


def test_twelve_in_twenty_four() -> None:
    history = js.History.of(dict.fromkeys(js.months("2023-01", "2023-12"), 4_000_000), state="paid")
    assert int(history.last_months(24).count("paid")) == 12
    assert history.last_months(24, until="2024-12").count("paid") == (12, 24)
    assert history.last_months(6, until="2023-12").current("paid") == (6, 6)


def test_as_it_stood_on_a_day() -> None:
    assert MIXED.as_of(date(2024, 8, 31))["2024-06"] == (js.Month("2024-06"), "unpaid", 4_100_000, None, None, None)
    assert MIXED.as_of(date(2024, 9, 1)) == MIXED
    assert MIXED.as_of(date(2024, 2, 14)).count("paid") == (0, 2)


def test_what_was_paid_on_no_recorded_day_is_not_known_before_it_fell_due() -> None:
    paid = js.History.unbroken("2024-01", "2024-12", wage=4_000_000)
    assert [run.state for run in paid.as_of(date(2024, 6, 14)).runs] == ["paid", None]
    assert paid.as_of(date(2024, 6, 14)).count("paid") == (4, 12)
    assert paid.as_of(date(2024, 6, 15)).count("paid") == (5, 12)
    for own in (
        js.History.unbroken("2024-01", "2024-12", income=1_000_000),
        js.History.unbroken("2024-01", "2024-12", participant=RIDER),
    ):  # who pay by the 15th of the month itself
        assert own.as_of(date(2024, 6, 14)).count("paid").least == 5
        assert own.as_of(date(2024, 6, 15)).count("paid").least == 6
    before = js.History.unbroken("2014-01", "2014-12", wage=4_000_000)  # no due date is encoded
    assert before.as_of(date(2014, 6, 30)).count("paid") == (6, 12)
    assert before.as_of(date(2014, 6, 29)).count("paid").least == 5


def test_histories_join_with_unknown_months_between() -> None:
    joined = js.History.unbroken("2020-01", "2020-03", wage=4_000_000) + js.History.unbroken(
        "2020-06", "2020-07", income=1_000_000
    )
    assert joined.gaps == (js.Run(js.Month("2020-04"), js.Month("2020-05"), None),)
    assert joined.fill("not_owed").count("paid") == (5, 5)
    with pytest.raises(errors.OverlappingMonths, match="2020-03 told twice"):
        joined + js.History.unbroken("2020-03", "2020-03", wage=4_000_000)
    with pytest.raises(errors.OverlappingMonths, match="2020-01 – 2020-03, 2020-06 – 2020-07 told twice"):
        joined + joined


def test_the_recorded_month_wins_over_the_one_that_nobody_recorded() -> None:
    odd = js.History.of(dict.fromkeys(("2024-01", "2024-03", "2024-05"), 4_000_000), state="paid")
    even = js.History.of(dict.fromkeys(("2024-02", "2024-04"), 4_000_000), state="unpaid")
    assert odd + even == even + odd
    assert [each.state for each in odd + even] == ["paid", "unpaid", "paid", "unpaid", "paid"]
    unknown = js.History([js.MonthRecord(js.Month("2024-01")), js.MonthRecord(js.Month("2024-07"))])
    assert (odd + unknown).last == js.Month("2024-07")
    assert (unknown + odd).count("paid") == (3, 7)


def test_a_csv_file(tmp_path: Path) -> None:
    path = tmp_path / "months.csv"
    path.write_text("month,state,wage,paid_on\n2024-01,paid,4000000,2024-02-15\n2024-03,,4000000,\n", encoding="utf-8")
    history = js.History.from_csv(path)
    assert history["2024-01"] == (js.Month("2024-01"), "paid", 4_000_000, None, date(2024, 2, 15), None)
    assert [each.state for each in history] == ["paid", None, None]
    path.write_text("Month; State;Wage\n2024-01;paid;4.000.000\n2024-02;unpaid;4.000.000\n", encoding="utf-8-sig")
    assert [(each.state, each.wage) for each in js.History.from_csv(path)] == [
        ("paid", 4_000_000),
        ("unpaid", 4_000_000),
    ]
    path.write_text("month\tstate\twage\n2024-01\tlunas!\t4000000\n2024-02\tpaid\tx\n", encoding="utf-8")
    with pytest.raises(errors.SeveralErrors) as bad:
        js.History.from_csv(path)
    assert [each.where for each in bad.value.errors] == ["months.csv line 2, 2024-01 state", "months.csv line 3.wage"]
    path.write_text("month,salary\n2024-01,1\nMay,2\n", encoding="utf-8")
    with pytest.raises(errors.SeveralErrors, match=r"months\.csv line 2: 'salary' is unknown"):
        js.History.from_csv(path)
    path.write_text("month,wage\n2024-01,4.000.00\n2024-02,4000000,5\n2024-13,4000000\n", encoding="utf-8")
    with pytest.raises(errors.SeveralErrors) as caught:
        js.History.from_csv(path)
    assert [type(each) for each in caught.value.errors] == [errors.NotAnAmount, errors.UnreadableFile, errors.NotAMonth]
    assert [each.where for each in caught.value.errors] == [
        "months.csv line 2.wage",
        "months.csv line 3",
        "months.csv line 4.month",
    ]
    path.write_text('month,income\n2024-01,"1,000,000"\n', encoding="utf-8")
    assert js.History.from_csv(path)["2024-01"].income == 1_000_000
    path.write_text("bulan,upah\n2024-01,1\n", encoding="utf-8")
    with pytest.raises(errors.UnreadableFile, match="it lacks the column month"):
        js.History.from_csv(path)
    path.write_bytes(b"\xff\xfe\x00")
    for wrong in (path, tmp_path, tmp_path / "none.csv"):
        with pytest.raises(errors.UnreadableFile, match="it cannot be read"):
            js.History.from_csv(wrong)


def test_participants_by_month() -> None:
    history = js.History.unbroken("2024-01", "2024-02", participant=WORKER)
    assert history["2024-02"].wage == 4_000_000
    assert js.History.unbroken("2024-01", "2024-02", participant=RIDER)["2024-01"].income == 1_000_000
    rows = [{"month": "2024-01", "participant": WORKER.to_dict()}]
    assert js.History.from_rows(rows)["2024-01"].participant == WORKER


@pytest.mark.parametrize(
    "history",
    [
        MIXED,
        js.History.unbroken("2024-01", "2024-02", participant=RIDER),
        js.History.of(incomes={"2024-01": 0}, state="unpaid"),
    ],
)
def test_histories_rebuild_equal_from_their_dict(history: js.History) -> None:
    assert js.History.from_dict(json.loads(json.dumps(history.to_dict()))) == history
    assert hash(history) == hash(js.History(history))


def test_shown_as_a_calendar() -> None:
    assert MIXED.explain().splitlines() == [
        "      J F M A M J J A S O N D",
        "2024  ● ○ ? ○ – ● ? ○",
        "● paid, ○ unpaid, – not owed, ? not known",
    ]
    assert MIXED.explain("id").endswith("● lunas, ○ menunggak, – tidak terutang, ? tidak diketahui")
    assert repr(MIXED) == "<History 2024-01 – 2024-08: 2 paid, 3 unpaid, 1 not owed, 2 not known>"
    assert repr(js.History.unbroken("2024-01", "2024-02", wage=4_000_000)) == "<History 2024-01 – 2024-02: 2 paid>"
    assert MIXED._repr_html_().count("<tr>") == 2
    with pytest.raises(errors.UnknownLanguage):
        MIXED.explain("fr")  # type: ignore[arg-type]


BAD: list[tuple[str, Callable[[], Any], type[Exception], str]] = [
    ("no month", lambda: js.History([]), errors.MissingFact, "at least one"),
    ("no list", lambda: js.History(5), errors.WrongType, "History.of"),  # type: ignore[arg-type]
    ("no record", lambda: js.History([("2024-01",)]), errors.WrongType, "no month's record"),  # type: ignore[list-item]
    ("backwards", lambda: js.History.unbroken("2024-02", "2024-01"), errors.Contradiction, "2024-01 lies before"),
    ("window", lambda: MIXED.window("2024-02", "2024-01"), errors.Contradiction, "2024-01 lies before"),
    ("no months", lambda: MIXED.last_months(0), errors.WrongType, "from 1"),
    ("half a month", lambda: MIXED.last_months(1.5), errors.WrongType, "1.5"),  # type: ignore[arg-type]
    ("no day", lambda: MIXED.as_of(None), errors.NotADate, "no day"),  # type: ignore[arg-type]
    ("text for a day", lambda: MIXED.as_of("2024-01-01"), errors.NotADate, "as_of"),  # type: ignore[arg-type]
    ("state", lambda: MIXED.count("late"), errors.UnknownKind, "not_owed"),  # type: ignore[arg-type]
    ("no state", lambda: MIXED.fill(None), errors.UnknownKind, "None is no state"),  # type: ignore[arg-type]
    ("sum", lambda: MIXED + 3, errors.WrongType, "no history"),  # type: ignore[operator]
    ("no mapping", lambda: js.History.of([4_000_000]), errors.WrongType, "by month"),  # type: ignore[arg-type]
    ("rows", lambda: js.History.from_rows(3), errors.WrongType, "list of dictionaries"),  # type: ignore[arg-type]
    ("no row", lambda: js.History.from_rows([3]), errors.WrongType, "rows[0]"),  # type: ignore[list-item]
    ("no month in a row", lambda: js.History.from_rows([{"wage": 1}]), errors.MissingFact, "rows[0].month"),
    ("day", lambda: js.History.from_rows([{"month": "2024-01", "paid_on": "May"}]), errors.NotADate, "rows[0].paid_on"),
    ("no path", lambda: js.History.from_csv(5), errors.WrongType, "no path"),  # type: ignore[arg-type]
    ("no dict", lambda: js.History.from_dict({}), errors.WrongType, "jamsostek.history/1"),
    ("wage", lambda: js.History.of({"2024-01": 4e6}), errors.FloatAmount, "2024-01 wage"),  # type: ignore[dict-item]
    ("income", lambda: js.History.of(incomes={"2024-01": -1}), errors.NegativeAmount, "2024-01 income"),
    (
        "wage and income",
        lambda: js.History.unbroken("2024-01", "2024-01", wage=4_000_000, income=1_000_000),
        errors.Contradiction,
        "a wage and an income",
    ),
    (
        "pay that was not owed",
        lambda: js.History.of({"2024-01": 4_000_000}, state="not_owed"),
        errors.Contradiction,
        "nothing was owed",
    ),
    (
        "paid and unpaid",
        lambda: js.History.from_rows([{"month": "2024-01", "paid_on": "2024-02-01"}]),
        errors.Contradiction,
        "not recorded as paid",
    ),
    (
        "another wage than the participant's",
        lambda: js.History.unbroken("2024-01", "2024-01", wage=5_000_000, participant=WORKER),
        errors.Contradiction,
        "differs",
    ),
    (
        "participant",
        lambda: js.History.unbroken("2024-01", "2024-01", participant="Ana"),  # type: ignore[arg-type]
        errors.WrongType,
        "takes no part",
    ),
    ("bills of nothing", lambda: js.bills(5, WORKER), errors.WrongType, "no history"),  # type: ignore[arg-type]
    ("bills of nobody", lambda: js.bills({"2024-01": 4_000_000}), errors.MissingFact, "participant"),
    (
        "a month twice",
        lambda: js.bills({"2024-01": 4_000_000, js.Month("2024-01"): 4_000_000}, WORKER),  # type: ignore[type-var]
        errors.OverlappingMonths,
        "2024-01",
    ),
    (
        "pay not known",
        lambda: js.bills(js.History.unbroken("2024-01", "2024-02"), WORKER),
        errors.MissingFact,
        "2024-01 – 2024-02 pay: it is not known what was earned",
    ),
    (
        "pay that cannot be",
        lambda: js.bills(
            {"2024-01": 5, "2024-02": 4_000_000, "2024-03": 5, "2024-04": 5, "2010-01": 1_000_000}, WORKER
        ),
        errors.SeveralErrors,
        "- 2024-01, 2024-03 – 2024-04 wage: Rp5 cannot be the pay of one month",
    ),
    (
        "an income for an employee",
        lambda: js.bills(js.History.unbroken("2024-01", "2024-02", income=1_000_000), WORKER),
        errors.Contradiction,
        "an income is recorded",
    ),
    (
        "a wage for the self-employed",
        lambda: js.bills(js.History.unbroken("2024-01", "2024-02", wage=1_000_000), RIDER),
        errors.Contradiction,
        "a wage is recorded",
    ),
]


@pytest.mark.parametrize(("make", "error", "says"), [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_bad_input(make: Callable[[], Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error) as caught:
        make()
    assert says in str(caught.value)


def test_faults_of_several_months_are_told_together() -> None:
    with pytest.raises(errors.SeveralErrors) as caught:
        js.History.of({"2024-01": 4, "2024-02": 0}, state="payed")  # type: ignore[arg-type]
    assert len(caught.value.errors) == 4
    with pytest.raises(errors.SeveralErrors) as caught:
        js.bills({"2024-01": 4, "2024-02": 5}, WORKER)
    assert len(caught.value.errors) == 2


def test_bills_of_a_run_of_months() -> None:
    history = js.History.of({"2026-02": 20_000_000, "2026-04": 20_000_000, "2026-03": 20_000_000})
    found = js.bills(history, WORKER)
    assert [str(bill.month) for bill in found] == ["2026-02", "2026-03", "2026-04"]
    assert [bill["JP", "worker"].amount for bill in found] == [105_474, 110_863, 110_863]
    assert found == js.bills({"2026-04": 20_000_000, "2026-02": 20_000_000, "2026-03": 20_000_000}, WORKER)
    assert found[0] == js.contributions(js.WageEarner(20_000_000, risk_group=3), month="2026-02")


def test_who_left_has_no_bill_and_nothing_is_prorated() -> None:
    # Letter of BPJS Ketenagakerjaan of 2020-11-09: no part of a monthly wage is taken, the whole month is reported.
    joined = js.WageEarner(wage=4_000_000, risk_group=3, registered=date(2026, 3, 30))
    history = js.History.unbroken("2026-03", "2026-04", participant=joined)
    left = history + js.History([js.MonthRecord(js.Month("2026-05"), js.MonthState.NOT_OWED)])
    found = js.bills(left)
    assert [str(bill.month) for bill in found] == ["2026-03", "2026-04"]
    assert found[0].total == found[1].total == js.contributions(WORKER, month="2026-03").total


def test_pay_of_the_self_employed_and_a_change_of_employer() -> None:
    assert [bill.total for bill in js.bills({"2025-12": 1_000_000, "2026-01": 3_500_000}, RIDER)] == [16_800, 20_650]
    assert [bill.total for bill in js.bills(js.History.of(incomes={"2025-12": 3_500_000}), RIDER)] == [41_300]
    other = js.WageEarner(wage=5_000_000, risk_group=1)
    found = js.bills({"2026-01": 4_000_000, "2026-02": other, "2026-03": 4_500_000}, WORKER)
    assert [bill["JKK"] for bill in found] == [35_600, 12_000, 40_050]
    assert js.bills(js.History.of({"2026-01": 4_000_000}, state="paid"), WORKER)[0].total == found[0].total
