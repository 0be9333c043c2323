"""Due dates, late fines, public holidays, sanctions: worked cases, transcription, readings, bad input."""

import builtins
import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import errors, payment, readings
from jamsostek import testing as given_by

CASES: dict[str, Any] = tomllib.loads((Path(__file__).parent / "cases" / "payment.toml").read_text())
WORKER = js.WageEarner(wage=4_000_000, risk_group=3)
DAYS = st.dates(date(2015, 7, 1), date(2027, 12, 31))


@pytest.mark.parametrize("case", CASES["due"], ids=[case["id"] for case in CASES["due"]])
def test_due(case: dict[str, Any]) -> None:
    facts = dict(case["participant"])
    facts |= {"employer": {"risk_group": facts.pop("risk_group")}} if "risk_group" in facts else {}
    month = js.Month(case["month"])
    free = payment.national_holidays(int(str(month)[:4]), int(str(month + 1)[:4]))
    found = payment.due_dates(js.contributions(js.from_dict(facts), month=month), holidays=free)
    assert {name: found[js.Programme(name)].on for name in case["expect"]} == case["expect"]
    assert all(each.certain and each.cites for each in found.values())
    assert case["source"]


@pytest.mark.parametrize("case", CASES["fine"], ids=[case["id"] for case in CASES["fine"]])
def test_fine(case: dict[str, Any]) -> None:
    for option, amount in (("counts", case["expect"]), ("whole", case.get("whole"))):
        law = js.LAW.reading(readings.BEGUN_MONTH, option)
        months = payment.months_late(case["due"], case["paid"], law=law)
        programme = case.get("programme", "JKK")
        fine = payment.late_fine(case["contribution"], months=months, month=case["month"], programme=programme, law=law)
        assert amount in (fine.amount, None)
    assert case["source"]


def test_where_holidays_are_not_known_the_date_is_not_certain() -> None:
    found = payment.due_dates(js.contributions(WORKER, month="2026-07"))
    assert (found[js.Programme.JKK].on, found[js.Programme.JKK].certain) == (date(2026, 8, 17), False)
    assert found[js.Programme.JKK].nominal == date(2026, 8, 15)
    assert (found[js.Programme.JP].on, found[js.Programme.JP].certain) == (date(2026, 8, 15), True)
    assert found[js.Programme.JKK].readings == (readings.SATURDAY,)
    law = js.LAW.reading(readings.SATURDAY, "working_day")
    again = payment.due_dates(js.contributions(WORKER, month="2026-07", law=law))
    assert again[js.Programme.JKK].on == date(2026, 8, 15)
    assert again[js.Programme.JKK].readings == (readings.SATURDAY,)
    assert payment.due_dates(js.contributions(WORKER, month="2026-06"))[js.Programme.JKK].readings == ()


def test_the_thirtieth_of_2020_may_stay() -> None:
    law = js.LAW.reading(readings.DUE_DAY_OF_2020, "stays")
    found = payment.due_dates(js.contributions(WORKER, month="2020-12", law=law), holidays=())
    assert {each.on for each in found.values()} == {date(2021, 1, 30)}  # a Saturday
    assert found[js.Programme.JKK].readings == (readings.DUE_DAY_OF_2020,)
    assert payment.due_dates(js.contributions(WORKER, month="2020-12"))[js.Programme.JKK].on == date(2021, 2, 1)


def test_fines_in_words() -> None:
    fine = payment.late_fine(1_025, months=1, month="2023-04", programme="JHT")
    assert (fine.amount, fine.readings) == (21, (readings.FINE_ROUNDING,))
    law = js.LAW.reading(readings.FINE_ROUNDING, "down")
    assert payment.late_fine(1_025, months=1, month="2023-04", law=law).amount == 20
    assert payment.late_fine(10_000_000, months=3, month="2023-04").text("id") == "3 × 2 % × 10.000.000 = 600.000"
    assert [str(cite) for cite in fine.cites] == ["PP 46/2015 art. 20(1) [A]"]


def test_weak_evidence_is_refused() -> None:
    law = js.LAW.require("A")
    assert payment.late_fine(1_000, months=1, month="2023-04", law=law).amount == 20
    with pytest.raises(errors.EvidenceTooWeak, match="PP 49/2020"):
        payment.late_fine(1_000, months=1, month="2020-09", law=law)


def test_months_late() -> None:
    due = date(2025, 4, 15)
    days = [(2025, 4, 1), (2025, 4, 15), (2025, 4, 16), (2025, 5, 15), (2025, 5, 16), (2026, 6, 30)]
    assert [payment.months_late(due, date(*day)) for day in days] == [0, 0, 1, 1, 2, 15]
    law = js.LAW.reading(readings.BEGUN_MONTH, "whole")
    assert [payment.months_late(due, date(*day), law=law) for day in days] == [0, 0, 0, 1, 1, 14]
    assert payment.months_late(date(2020, 10, 30), date(2021, 2, 28)) == 4


@given(DAYS, DAYS, DAYS)
def test_later_is_never_cheaper(due: date, one: date, other: date) -> None:
    whole = js.LAW.reading(readings.BEGUN_MONTH, "whole")
    sooner, later = sorted((one, other))
    assert payment.months_late(due, sooner) <= payment.months_late(due, later)
    for paid in (sooner, later):
        assert payment.months_late(due, paid) - payment.months_late(due, paid, law=whole) in (0, 1)
        assert (payment.months_late(due, paid) == 0) is (paid <= due)


@given(given_by.participants(), given_by.months(), st.sets(DAYS))
def test_due_dates_are_working_days(participant: Any, month: js.Month, free: set[date]) -> None:
    bill = js.contributions(participant, month=month)
    found = payment.due_dates(bill, holidays=free)
    assert set(found) == set(bill.by_programme)
    for programme, due in found.items():
        assert due.on >= due.nominal >= month.first_day + timedelta(days=14)
        assert due.certain is (programme == "JP" or not free or due.nominal.year in {day.year for day in free})
        if programme != "JP":
            assert due.on not in free
            assert due.on.weekday() < 5
        passed = [due.nominal + timedelta(days=at) for at in range((due.on - due.nominal).days)]
        assert all(day in free or day.weekday() >= 5 for day in passed)


def test_sanctions_of_an_employer() -> None:
    # PP 86/2013 art. 10: two warnings of ten days, then 0.1 % a month of what should have been paid.
    steps = payment.sanctions(date(2026, 3, 2), owed=50_000_000)
    assert [step.text() for step in steps] == [
        "2026-03-02 – 2026-03-12: first written warning; PP 86/2013 art. 10(1)-(2); PP 86/2013 art. 6(1)",
        "2026-03-12 – 2026-03-22: second written warning; PP 86/2013 art. 10(1)-(2); PP 86/2013 art. 6(1)",
        "2026-03-22 – 2026-04-21: fine; Rp50,000 per month; PP 86/2013 art. 10(4); PP 86/2013 art. 7(1)",
        "2026-04-21 – …: certain public services are denied; business licences, permits to tender for projects, "
        "permits to employ foreigners, labour-supply licences, building permits; PP 86/2013 art. 10(6); "
        "PP 86/2013 art. 9(1)",
    ]
    assert steps[2].text("id").startswith("2026-03-22 – 2026-04-21: denda; Rp50.000 per bulan")
    assert payment.sanctions(date(2026, 3, 2))[2].monthly is None
    law = js.LAW.reading(readings.WARNING_DAYS, "working_days")
    found = payment.sanctions(date(2026, 3, 2), holidays=[date(2026, 3, 19)], law=law)
    assert [step.since for step in found] == [
        date(2026, 3, 2),
        date(2026, 3, 16),
        date(2026, 3, 31),
        date(2026, 4, 30),
    ]


def test_the_self_employed_are_not_fined() -> None:
    (step,) = payment.sanctions(date(2026, 3, 2), owed=50_000, self_employed=True)
    assert step.monthly is None
    assert "SIM" in step.text("id")


def test_national_holidays(monkeypatch: pytest.MonkeyPatch) -> None:
    assert date(2026, 8, 17) in payment.national_holidays(2026)
    assert date(2026, 2, 16) not in payment.national_holidays(2026)
    assert date(2026, 2, 16) in payment.national_holidays(2025, 2026, joint_leave=True)
    with pytest.raises(errors.NotAnnounced, match="2027-03-10"):
        payment.national_holidays(2027)
    with pytest.raises(errors.WrongType, match="'2026' is no year"):
        payment.national_holidays("2026")  # type: ignore[arg-type]
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "holidays":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(errors.MissingExtra, match=r"jamsostek\[holidays\]"):
        payment.national_holidays(2026)


def test_shown_in_short() -> None:
    bill = js.contributions(js.WageEarner(wage=4_000_000, risk_group=3), month="2026-07")
    assert repr(payment.due_dates(bill, holidays=())["JP"]) == "<DueDate JP 2026-08-15>"  # type: ignore[index]
    assert repr(payment.due_dates(bill)[js.Programme.JKK]) == "<DueDate JKK 2026-08-17, holidays not known>"
    assert repr(payment.late_fine(1_000_000, months=2, month="2023-04")) == "<Fine 2 × 2 % × 1,000,000 = 40,000>"
    assert repr(bill.jkp) == "<JkpSplit state 8,800, JKK 5,600, JKM 0 = 14,400; undetermined>"


BAD: list[tuple[str, Callable[[], Any], type[Exception], str]] = [
    ("no bill", lambda: payment.due_dates(5), errors.WrongType, "no bill"),  # type: ignore[arg-type]
    (
        "no holidays",
        lambda: payment.due_dates(js.contributions(WORKER, month="2026-07"), holidays="2026"),  # type: ignore[arg-type]
        errors.WrongType,
        "no set of days",
    ),
    (
        "a holiday as text",
        lambda: payment.due_dates(js.contributions(WORKER, month="2026-07"), holidays=["2026-08-17", None]),  # type: ignore[list-item]
        errors.SeveralErrors,
        "'2026-08-17' is no plain date; give a datetime.date, such as date(1990, 6, 15)\n- holidays: no day",
    ),
    ("a day as text", lambda: payment.months_late("2026", date(2026, 1, 1)), errors.NotADate, "due"),  # type: ignore[arg-type]
    ("no day", lambda: payment.months_late(date(2026, 1, 1), None), errors.NotADate, "paid: no day"),  # type: ignore[arg-type]
    ("years", lambda: payment.national_holidays(2025, 2024), errors.Contradiction, "2024 lies before 2025"),
    (
        "of JKP",
        lambda: payment.late_fine(1_000, months=1, month="2026-01", programme="JKP"),
        errors.Contradiction,
        "nobody is charged for JKP",
    ),
    ("negative", lambda: payment.late_fine(-1, months=1, month="2026-01"), errors.NegativeAmount, "contribution"),
    ("float", lambda: payment.late_fine(1.5, months=1, month="2026-01"), errors.FloatAmount, "contribution"),  # type: ignore[arg-type]
    ("no month", lambda: payment.late_fine(1, months=-1, month="2026-01"), errors.OutOfRange, "months"),
    ("half", lambda: payment.late_fine(1, months=1.5, month="2026-01"), errors.WrongType, "months"),  # type: ignore[arg-type]
    (
        "programme",
        lambda: payment.late_fine(1, months=1, month="2026-01", programme="JK"),
        errors.UnknownProgramme,
        "JKK",
    ),
    ("no warning", lambda: payment.sanctions(None), errors.NotADate, "no day"),  # type: ignore[arg-type]
    ("before the law", lambda: payment.sanctions(date(2013, 12, 23)), errors.BeforeLaw, "2013-12-24"),
]


@pytest.mark.parametrize(("make", "error", "says"), [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_bad_input(make: Callable[[], Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error) as caught:
        make()
    assert says in str(caught.value)


def test_readings_are_found_by_name() -> None:
    assert all(getattr(readings, name) is not None for name in readings.__all__)
    assert {getattr(readings, name) for name in readings.__all__ if name != "ALL"} == set(readings.ALL)
    with pytest.raises(AttributeError, match="BEGUN_MONTH"):
        readings.BEGUN  # noqa: B018
