"""Reports, suspected cases, expiry and payment of JKK claims."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import errors, jkk, readings

DAYS = st.dates(date(2015, 7, 1), date(2035, 12, 31))


def accident(on: date = date(2025, 4, 1), **facts: Any) -> js.WorkAccident:
    return js.WorkAccident(on=on, **facts)


def test_reports_are_due_within_twice_24_hours() -> None:
    # PP 44/2015 arts 43(2), 43(4)
    found = jkk.reports_due(datetime(2025, 4, 1, 22, 15), datetime(2025, 6, 2, 8, 0))
    assert (found.first, found.second) == (datetime(2025, 4, 3, 22, 15), datetime(2025, 6, 4, 8, 0))
    at_once = datetime(2025, 4, 1, 22, 15)
    assert jkk.reports_due(at_once, at_once).second == found.first
    assert jkk.claimable(accident(), date(2025, 4, 1))
    assert [cite.text() for cite in found.cites] == [
        "PP 44/2015 art. 43(2)",
        "PP 44/2015 art. 44(2)",
        "PP 44/2015 art. 43(4)-(5)",
        "PP 44/2015 art. 44(4)-(5)",
    ]


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"report_hours": 48}, "eligible"),
        ({"report_hours": 49}, "not eligible"),
        ({"reported_on": date(2025, 4, 1)}, "eligible"),
        ({"reported_on": date(2025, 4, 2)}, "eligible"),
        ({"reported_on": date(2025, 4, 3)}, "undetermined"),
        ({"reported_on": date(2025, 4, 4)}, "not eligible"),
        ({"reported_on": date(2025, 4, 3), "report_hours": 40}, "eligible"),
        ({}, "undetermined"),
    ],
)
def test_reported_in_time(facts: dict[str, Any], state: str) -> None:
    assert jkk.reported_in_time(accident(**facts)).state == state


def test_late_reports_in_words() -> None:
    assert jkk.reported_in_time(accident(reported_on=date(2025, 4, 5))).text("id") == (
        "tidak: dilaporkan 73 – 119 jam setelah kecelakaan, paling lama 48 jam (PP 44/2015 Pasal 43 ayat (2))"
    )


def test_suspected_cases() -> None:
    # PP 44/2015 arts 25A(3) and 25B(3), in force on 6 October 2023.
    found = jkk.suspected(accident(date(2023, 10, 6)), date(2023, 10, 7))
    assert found.decided_by == date(2023, 11, 6)
    assert jkk.suspected(accident(date(2023, 10, 6)), date(2023, 10, 6)).decided_by == date(2023, 11, 5)
    assert found.bearers() == "the participant, BPJS Kesehatan or another insurer"
    assert "penyelenggara jaminan lainnya" in found.bearers("id")
    assert [cite.place for cite in found.cites] == ["25A(3)", "43A", "44A"]
    assert list(found.notifiers) == ["participant", "family", "union", "facility"]
    later = jkk.suspected(accident(date(2025, 2, 24)), date(2025, 2, 24))
    assert [cite.place for cite in later.cites] == ["25A(3)", "8A", "48A"]
    sick = jkk.suspected(accident(date(2023, 10, 6), circumstance="disease"), date(2023, 10, 7))
    assert (sick.bearers(), sick.cites[0].place) == ("BPJS Kesehatan", "25B(3)")
    with pytest.raises(errors.BeforeLaw, match="2023-10-06"):
        jkk.suspected(accident(date(2023, 10, 5)), date(2023, 10, 7))


def test_expiry() -> None:
    # PP 44/2015 art. 26; PP 82/2019
    assert jkk.expiry(date(2020, 2, 29)).last == date(2025, 2, 28)
    assert jkk.expiry(date(2017, 6, 1)).last == date(2019, 6, 1)
    assert jkk.expiry(date(2017, 6, 1)).readings == (readings.EXPIRY_DAY,)
    law = js.LAW.reading(readings.EXPIRY_DAY, "day_before")
    assert jkk.expiry(date(2017, 6, 1), law=law).last == date(2019, 5, 31)


@pytest.mark.parametrize(
    ("on", "default", "running"),
    [
        (date(2017, 12, 1), date(2019, 12, 1), date(2019, 12, 1)),  # lapsed the day before
        (date(2017, 12, 2), date(2019, 12, 2), date(2022, 12, 2)),
        (date(2018, 1, 15), date(2020, 1, 15), date(2023, 1, 15)),
        (date(2019, 12, 2), date(2024, 12, 2), date(2024, 12, 2)),
    ],
)
def test_claims_that_ran_when_the_law_changed(on: date, default: date, running: date) -> None:
    law = js.LAW.reading(readings.EXPIRY_ACROSS_VERSIONS, "running")
    assert (jkk.expiry(on).last, jkk.expiry(on, law=law).last) == (default, running)
    assert (readings.EXPIRY_ACROSS_VERSIONS in jkk.expiry(on).readings) is (default != running)


def test_expiry_of_diseases_before_2019() -> None:
    law = js.LAW.reading(readings.EXPIRY_OF_DISEASES_BEFORE_2019, "not_named")
    on = date(2016, 6, 1)
    assert jkk.expiry(on, disease=True).last == date(2018, 6, 1)
    never = jkk.expiry(on, disease=True, law=law)
    assert (never.last, never.readings) == (None, (readings.EXPIRY_OF_DISEASES_BEFORE_2019,))
    assert never.deadline.last is None
    sick = accident(on, circumstance="disease")
    assert jkk.claimable(sick, date(2030, 1, 1), law=law)
    assert not jkk.claimable(sick, date(2018, 6, 2))
    assert jkk.claimable(sick, date(2018, 6, 1))
    assert jkk.expiry(date(2019, 12, 2), disease=True, law=law).last == date(2024, 12, 2)


def test_payment() -> None:
    # PP 44/2015 art. 37(2)-(3); 15 and 16 August 2026 are a weekend, the 17th Independence Day
    complete = date(2026, 8, 10)
    found = jkk.pay_by(complete, holidays=[date(2026, 8, 17)])
    assert (found.on, found.certain, found.readings) == (date(2026, 8, 20), True, (readings.SATURDAY,))
    law = js.LAW.reading(readings.SATURDAY, "working_day")
    assert jkk.pay_by(complete, holidays=[date(2026, 8, 17)], law=law).on == date(2026, 8, 19)
    assert (jkk.pay_by(complete).on, jkk.pay_by(complete).certain) == (date(2026, 8, 19), False)
    assert [str(cite) for cite in found.cites] == ["PP 44/2015 art. 37(2) [A]"]


def test_missing_papers_are_told() -> None:
    # PP 44/2015 arts 43(7) and 44(7)
    found = jkk.told_by(date(2026, 8, 10), holidays=[date(2026, 8, 17)])
    assert (found.on, found.certain, [cite.place for cite in found.cites]) == (
        date(2026, 8, 20),
        True,
        ["43(7)", "44(7)"],
    )
    with pytest.raises(errors.NotADate, match="second_report"):
        jkk.told_by(None)  # type: ignore[arg-type]


def test_late_payment() -> None:
    found = jkk.late_payment(120_000_050, due=date(2026, 8, 20), paid=date(2026, 8, 21))
    assert (found.amount, found.readings) == (1_200_001, (readings.BENEFIT_ROUNDING,))
    assert found.text("id") == "1 × 1 % × 120.000.050 = 1.200.001"
    assert [cite.place for cite in found.cites] == ["37(3)"]
    assert jkk.late_payment(0, due=date(2026, 8, 20), paid=date(2026, 8, 21)).amount == 0
    early = jkk.late_payment(1_000, due=date(2026, 8, 20), paid=date(2026, 8, 1))
    assert (early.amount, early.days, early.readings) == (0, 0, ())


@given(DAYS, DAYS)
def test_expiry_never_moves_back(one: date, other: date) -> None:
    sooner, later = sorted((one, other))
    first, second = jkk.expiry(sooner).last, jkk.expiry(later).last
    assert first is not None
    assert second is not None
    assert first <= second
    assert jkk.claimable(accident(sooner), first)
    assert not jkk.claimable(accident(sooner), date.fromordinal(first.toordinal() + 1))


@given(DAYS, st.sets(DAYS))
def test_seven_working_days(complete: date, free: set[date]) -> None:
    found = jkk.pay_by(complete, holidays=free)
    days = [date.fromordinal(at) for at in range(complete.toordinal() + 1, found.on.toordinal() + 1)]
    assert sum(day.weekday() < 5 and day not in free for day in days) == 7
    assert found.on.weekday() < 5
    assert found.on not in free


BAD: list[tuple[str, Callable[[], Any], type[Exception], str]] = [
    ("a day for a moment", lambda: jkk.reports_due(date(2025, 4, 1)), errors.NotADate, "since hours count"),  # type: ignore[arg-type]
    ("no moment", lambda: jkk.reports_due(None), errors.NotADate, "at"),  # type: ignore[arg-type]
    (
        "finding first",
        lambda: jkk.reports_due(datetime(2025, 4, 1, 8), datetime(2025, 4, 1, 7)),
        errors.Contradiction,
        "lies before the accident",
    ),
    ("before the law", lambda: jkk.reports_due(datetime(2015, 6, 30, 23)), errors.BeforeLaw, "PP 14/1993"),
    ("expiry", lambda: jkk.expiry(date(2015, 6, 30)), errors.BeforeLaw, "PP 14/1993"),
    ("report before", lambda: jkk.suspected(accident(), date(2025, 3, 1)), errors.Contradiction, "before the accident"),
    ("no report", lambda: jkk.suspected(accident(), None), errors.NotADate, "no day"),  # type: ignore[arg-type]
    ("claim before", lambda: jkk.claimable(accident(), date(2025, 3, 1)), errors.Contradiction, "before the accident"),
    ("no claim", lambda: jkk.claimable(accident(), None), errors.NotADate, "no day"),  # type: ignore[arg-type]
    ("no day", lambda: jkk.pay_by(None), errors.NotADate, "no day"),  # type: ignore[arg-type]
    (
        "float",
        lambda: jkk.late_payment(1.5, due=date(2026, 1, 1), paid=date(2026, 1, 2)),  # type: ignore[arg-type]
        errors.FloatAmount,
        "1.5 is a float",
    ),
    (
        "negative",
        lambda: jkk.late_payment(-1, due=date(2026, 1, 1), paid=date(2026, 1, 2)),
        errors.NegativeAmount,
        "negative",
    ),
]


@pytest.mark.parametrize(("make", "error", "says"), [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_bad_input(make: Callable[[], Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error) as caught:
        make()
    assert says in str(caught.value)


def test_names_are_found() -> None:
    assert all(getattr(jkk, name) is not None for name in jkk.__all__)
    assert dir(jkk) == sorted(jkk.__all__)
    with pytest.raises(AttributeError, match="FUNERAL"):
        jkk.FUNERALS  # noqa: B018
