"""Which programmes are compulsory, optional, closed; pension age; foreigners; kinds of employer."""

from datetime import date
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors, jp, readings


def billed(participant: Any, month: str = "2025-06", law: js.Law = js.LAW) -> set[str]:
    return {str(programme) for programme in js.contributions(participant, month=month, law=law).by_programme}


def status(participant: Any, programme: str, month: str = "2025-06", law: js.Law = js.LAW) -> str:
    standings = js.contributions(participant, month=month, law=law).standings
    return str(next(each.status for each in standings if each.programme == programme))


def worker(**facts: Any) -> js.WageEarner:
    employer = js.Employer(risk_group=1, **{key: facts.pop(key) for key in ("scale", "kind") if key in facts})
    return js.WageEarner(wage=8_000_000, employer=employer, **facts)


def test_by_scale() -> None:
    assert billed(worker(scale="large")) == billed(worker()) == {"JKK", "JKM", "JHT", "JP"}
    assert status(worker(scale="small"), "JP") == "optional"
    assert status(worker(scale="micro"), "JHT") == "optional"
    assert billed(worker(scale="micro", programmes=["JKK", "JKM", "JP"])) == {"JKK", "JKM", "JP"}


def test_by_kind_of_employer() -> None:
    assert billed(worker(kind="private_person")) == {"JKK", "JKM", "JHT"}
    law = js.LAW.reading(readings.SCALE_OF_PRIVATE_PERSONS, "as_micro")
    assert billed(worker(kind="private_person"), law=law) == {"JKK", "JKM"}
    assert status(worker(kind="state"), "JP") == status(worker(kind="state"), "JKP") == "closed"
    law = js.LAW.reading(readings.JHT_OF_STATE_STAFF, "compulsory")
    assert billed(worker(kind="state"), law=law) == {"JKK", "JKM", "JHT"}
    assert billed(worker(kind="state"), "2025-01", law) == {"JKK", "JKM"}
    law = js.LAW.reading(readings.SCALE_OF_PRIVATE_PERSONS, "as_large")
    assert billed(worker(kind="private_person"), law=law) == {"JKK", "JKM", "JHT", "JP"}
    assert status(worker(kind="state"), "JHT") == "optional"


def test_state_bodies_had_no_duty_before_october_2023() -> None:
    assert billed(worker(kind="state"), "2023-10") == {"JKK", "JKM"}
    bill = js.contributions(worker(kind="state"), month="2023-09")
    assert (bill.lines, bill.total) == ((), 0)
    assert "nothing on this bill" in bill.explain()
    assert billed(worker(kind="state", programmes=["JKK", "JKM"]), "2023-09") == {"JKK", "JKM"}


def test_self_employed() -> None:
    rider = js.SelfEmployed(income=1_000_000)
    assert billed(rider) == {"JKK", "JKM"}
    assert [status(rider, each) for each in ("JKK", "JHT", "JP", "JKP")] == [
        "compulsory",
        "optional",
        "closed",
        "closed",
    ]
    boss = js.SelfEmployed(income=1_000_000, kind="employer")
    assert status(boss, "JHT") == "optional"
    law = js.LAW.reading(readings.JHT_OF_EMPLOYERS, "compulsory")
    assert billed(boss, law=law) == {"JKK", "JKM", "JHT"}
    assert readings.JHT_OF_EMPLOYERS in js.contributions(boss, month="2025-06").readings


def test_trainees() -> None:
    intern = js.Trainee(wage=2_900_000, risk_group=3)
    bill = js.contributions(intern, month="2025-06")
    assert (bill["JKK", "employer"].amount, bill["JKM", "employer"].amount) == (25_810, 8_700)
    assert bill.evidence is js.Grade.C
    assert js.contributions(intern, month="2025-01").total == 16_800
    assert js.contributions(intern, month="2025-01").evidence is js.Grade.M
    always = js.LAW.reading(readings.TRAINEE_BASE, "wage")
    assert js.contributions(intern, month="2025-01", law=always).total == 34_510
    assert {readings.TRAINEE_BASE, readings.TRAINEE_JKM} <= set(bill.readings)
    law = js.LAW.reading(readings.TRAINEE_BASE, "lowest_bracket")
    by_table = js.contributions(intern, month="2025-06", law=law)
    assert by_table.total == 16_800
    assert readings.TRAINEE_BASE in by_table.readings
    assert billed(intern, law=js.LAW.reading(readings.TRAINEE_JKM, "optional")) == {"JKK"}
    with_jht = js.Trainee(wage=2_900_000, risk_group=3, programmes=["JKK", "JKM", "JHT"])
    assert js.contributions(with_jht, month="2025-06")["JHT", "self"].amount == 59_000


def test_foreigners() -> None:
    foreigner = worker(person=js.Person(citizen=False, six_months=True))
    assert billed(foreigner) == {"JKK", "JKM", "JHT"}
    assert status(foreigner, "JKP") == "closed"
    bill = js.contributions(foreigner, month="2025-06")
    assert readings.FOREIGNERS_IN_JP in bill.readings
    assert bill.jkp is not None
    assert (bill.jkp.participant.state, bill.jkp.total) == ("not eligible", 0)
    law = js.LAW.reading(readings.FOREIGNERS_IN_JP, "covered")
    assert billed(foreigner, law=law) == {"JKK", "JKM", "JHT", "JP"}
    assert (
        readings.FOREIGNERS_IN_JP
        not in js.contributions(
            js.SelfEmployed(income=0, person=js.Person(citizen=False, six_months=True)), month="2025-06"
        ).readings
    )


def test_foreigners_for_less_than_six_months() -> None:
    passing = worker(person=js.Person(citizen=False, six_months=False))
    assert billed(passing) == set()
    assert status(passing, "JKK") == "closed"
    with pytest.raises(errors.MissingFact, match="six months"):
        js.contributions(worker(person=js.Person(citizen=False)), month="2025-06")


@pytest.mark.parametrize(
    ("born", "reached"),
    [
        # PP 45/2015 art. 15(1)-(3), by hand
        (date(1955, 3, 1), date(2011, 3, 1)),
        (date(1959, 7, 1), date(2015, 7, 1)),
        (date(1962, 12, 31), date(2018, 12, 31)),
        (date(1963, 1, 1), date(2020, 1, 1)),
        (date(1964, 12, 31), date(2021, 12, 31)),
        (date(1965, 1, 1), date(2023, 1, 1)),
        (date(1966, 12, 31), date(2024, 12, 31)),
        (date(1967, 1, 1), date(2026, 1, 1)),
        (date(1971, 5, 10), date(2032, 5, 10)),
        (date(1971, 7, 27), date(2032, 7, 27)),
        (date(1978, 12, 31), date(2042, 12, 31)),
        (date(1979, 1, 1), date(2044, 1, 1)),
        (date(1964, 2, 29), date(2021, 2, 28)),
    ],
)
def test_pension_age(born: date, reached: date) -> None:
    assert jp.pension_age_reached(born) == reached


def test_birthdays_of_29_february_are_a_reading() -> None:
    law = js.LAW.reading(readings.BORN_ON_29_FEBRUARY, "1_march")
    assert jp.pension_age_reached(date(1964, 2, 29), law=law) == date(2021, 3, 1)
    assert jp.pension_age_reached(date(1964, 2, 28), law=law) == date(2021, 2, 28)


def test_pension_age_needs_a_date() -> None:
    with pytest.raises(errors.NotADate):
        jp.pension_age_reached("1971-05-10")  # type: ignore[arg-type]


def test_jp_ends_at_the_pension_age() -> None:
    ageing = worker(person=js.Person(born=date(1966, 5, 10)))  # 58 on 2024-05-10
    assert "JP" in billed(ageing, "2024-04")
    assert "JP" in billed(ageing, "2024-05")
    assert "JP" not in billed(ageing, "2024-06")
    seen = [readings.LAST_MONTH_OF_JP in js.contributions(ageing, month=m).readings for m in ("2024-04", "2024-05")]
    assert seen == [False, True]
    assert status(ageing, "JP", "2024-06") == "closed"
    before = js.LAW.reading(readings.LAST_MONTH_OF_JP, "month_before")
    assert "JP" not in billed(ageing, "2024-05", before)
    assert "JP" in billed(ageing, "2024-04", before)
    assert "JP" in billed(ageing, "2026-05", js.LAW.reading(readings.LAST_MONTH_OF_JP, "no_end"))


def test_named_programmes_that_are_closed() -> None:
    with pytest.raises(errors.SeveralErrors) as caught:
        js.contributions(js.SelfEmployed(income=0, programmes=["JKK", "JP", "JKP"]), month="2025-06")
    assert [type(error) for error in caught.value.errors] == [errors.Contradiction] * 2
    with pytest.raises(errors.Contradiction, match="past the pension age"):
        js.contributions(worker(person=js.Person(born=date(1950, 1, 1)), programmes=["JKK", "JP"]), month="2025-06")


def test_standings_in_words() -> None:
    standings = js.contributions(worker(scale="small"), month="2025-06").standings
    assert [standing.text() for standing in standings][3:] == [
        "JP: optional (programmes of small employers; Perpres 109/2013 art. 6(3)b; Perpres 109/2013 art. 6(3))",
        "JKP: automatic if eligible (funded by the state and out of JKK; PP 37/2021 art. 2(1); PP 37/2021 art. 11(3))",
    ]
    assert standings[0].text("id").startswith("JKK: wajib (program usaha kecil; Perpres 109/2013 Pasal 6 ayat (3)")


def test_what_is_closed_is_said_in_words() -> None:
    with pytest.raises(errors.Contradiction, match="JP is closed: not among the programmes of own-account workers"):
        js.contributions(js.SelfEmployed(income=0, programmes=["JP"]), month="2026-03")
    found = js.contributions(js.SelfEmployed(income=0), month="2026-03").standings
    jp_of = next(each for each in found if each.programme == "JP")
    assert jp_of.short() == "JP: closed (not among the programmes of own-account workers)"
    assert jp_of.short("id").startswith("JP: tertutup (tidak termasuk program ")
