"""Who has a right to a pension, by event; who receives it after a death; the schedule over the years."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors, jp
from jamsostek._benefits import Figure
from jamsostek._cases import case_of
from jamsostek.jp.benefit_rules import provide
from jamsostek.jp.record import record

F = Fraction
YEARS = range(2015, 2060)
FLAT = jp.scenario(inflation=dict.fromkeys(YEARS, "0 %"), growth=dict.fromkeys(range(2026, 2060), "0 %"))
OLD = js.Person(born=date(1970, 7, 15))  # 60 on 2030-07-15
YOUNG = js.Person(born=date(1990, 6, 15))
SITI = js.Spouse(name="Siti")
R = js.readings


def worker(person: js.Person | None = YOUNG, **facts: Any) -> js.WageEarner:
    return js.WageEarner(wage=6_000_000, risk_group=1, person=person, **facts)


def member(
    first: str = "2024-01", last: str = "2026-05", *, who: Any = None, history: js.History | None = None, **facts: Any
) -> js.Member:
    if history is None:
        history = js.History.unbroken(first, last, wage=6_000_000)
    facts.setdefault("registered", date.fromisoformat(f"{first}-01"))
    return js.Member(worker() if who is None else who, history=history, **facts)


def kid(name: str = "Budi", born: date = date(2015, 1, 1), **facts: Any) -> js.Child:
    return js.Child(**{"name": name, "born": born, "married": False, "works": False, **facts})


def amounts(items: tuple[js.Item, ...]) -> dict[str, int | None]:
    return {str(item.benefit): item.amount for item in items}


def states(items: tuple[js.Item, ...]) -> dict[str, str]:
    return {str(item.benefit): str(item.verdict.state) for item in items}


def answer(event: Any, of: js.Member, family: js.Family | None = None, law: js.Law = FLAT) -> Any:
    return provide(case_of(event, of, family, law))


DEATH = js.Death(on=date(2026, 6, 1))
FOUND = js.TotalDisability(on=date(2026, 6, 1), caused_on=date(2026, 2, 1))
RETIRES = js.Retirement(on=date(2030, 7, 15))


# --- the pension age -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("first", "expected"), [("2015-08", "old_age"), ("2015-09", "lump_sum")])
def test_the_180th_month(first: str, expected: str) -> None:
    """August 2015 to July 2030, the month in which the age is reached, are 180 months."""
    items = jp.benefit(RETIRES, member(first, "2030-07", who=worker(OLD)), law=FLAT)
    assert list(amounts(items)) == [expected]
    if expected == "old_age":
        assert items[0].amount == 900_000  # 1 % x 15 x 6,000,000
        assert items[0].first == date(2030, 8, 1)
        assert (items[0].recipient, items[0].payer, items[0].when) == ("member", "fund", "monthly")
    else:
        assert items[0].amount is None
        assert [fact.key for fact in items[0].missing] == ["law.jp_return"]
        assert items[0].work[0].values == (179 * 180_000,)
        assert js.readings.LUMP_SUM_OF_OTHERS not in items[0].readings


def test_months_after_the_pension_age() -> None:
    long = member("2015-09", "2030-12", who=worker(OLD))
    assert list(amounts(jp.benefit(RETIRES, long, law=FLAT))) == ["lump_sum"]
    late = js.Retirement(on=date(2030, 12, 31), deferred=True)
    assert list(amounts(jp.benefit(late, long, law=FLAT))) == ["lump_sum"]
    goes_on = FLAT.reading(R.LAST_MONTH_OF_JP, "no_end")
    assert amounts(jp.benefit(late, long, law=goes_on)) == {"old_age": F(184, 12) * 60_000}
    before = FLAT.reading(R.LAST_MONTH_OF_JP, "month_before")
    full = member("2015-08", "2030-12", who=worker(OLD))
    assert list(amounts(jp.benefit(RETIRES, full, law=before))) == ["lump_sum"]


def test_a_pension_that_was_put_off() -> None:
    three = dict.fromkeys(range(2015, 2030), "0 %") | dict.fromkeys(range(2030, 2060), "10 %")
    law = jp.scenario(FLAT, inflation=three)
    of = member("2015-01", "2030-07", who=worker(OLD))
    late = js.Retirement(on=date(2032, 3, 31), deferred=True)
    item = jp.benefit(late, of, law=law)[0]
    assert (item.first, item.amount) == (date(2032, 4, 1), round(F(181, 12) * 60_000 * F(121, 100)))
    assert R.DEFERRED_INDEX in item.readings
    fixed = jp.benefit(late, of, law=law.reading(R.DEFERRED_INDEX, "year_reached"))[0]
    assert fixed.amount == 905_000
    longest = jp.benefit(js.Retirement(on=date(2036, 3, 31), deferred=True), of, law=law)[0]
    assert longest.first == date(2033, 8, 1)
    told = answer(js.Retirement(on=date(2032, 3, 31)), of, law=law)
    assert told.items[0].first == date(2030, 8, 1)
    assert [each.fact for each in told.assumed] == ["event.deferred"]
    at_age = answer(js.Retirement(on=date(2032, 3, 31), deferred=False), of, law=law)
    assert at_age.assumed == ()


def test_before_the_pension_age_nothing_is_paid() -> None:
    of = member(who=worker(OLD))
    for event in (js.Resignation(on=date(2026, 5, 31)), js.Retirement(on=date(2026, 5, 31))):
        found = answer(event, of)
        assert found.verdict.state is js.State.NOT_ELIGIBLE
        assert "2030-07-15" in found.verdict.text()
        assert "2030-07-15" in found.verdict.text("id")
    unknown = answer(js.Resignation(on=date(2026, 5, 31)), member(who=worker(None)))
    assert [each.fact for each in unknown.assumed] == ["person.born"]
    asked = answer(js.Retirement(on=date(2026, 5, 31)), member(who=worker(None)))
    assert [fact.key for fact in asked.verdict.missing] == ["person.born"]
    assert not jp.eligible(js.LeavingIndonesia(on=date(2026, 5, 31)), of)


def test_a_dismissal_after_the_pension_age_brings_the_pension() -> None:
    of = member("2015-01", "2030-07", who=worker(OLD))
    items = jp.benefit(js.Dismissal(on=date(2030, 9, 30)), of, law=FLAT)
    assert amounts(items) == {"old_age": 905_000}


def test_the_year_that_wages_are_indexed_to() -> None:
    """Who reaches the age in December draws from January."""
    law = jp.scenario(FLAT, inflation={2029: "10 %", 2030: "10 %"})
    of = member("2015-07", "2030-12", who=worker(js.Person(born=date(1970, 12, 15))))
    event = js.Retirement(on=date(2030, 12, 15))
    item = jp.benefit(event, of, law=law)[0]
    assert item.first == date(2031, 1, 1)
    assert R.YEAR_OF_PENSION in item.readings
    # 2015-2030: fourteen rows of 6,000,000 x 1.21, 2030's x 1.1
    mean = F(6_000_000 * (15 * 121 + 110), 16 * 100)
    assert item.amount == round(F(186, 12) * mean / 100)
    other = jp.benefit(event, of, law=law.reading(R.YEAR_OF_PENSION, "event"))[0]
    assert other.amount == round(F(186, 12) * 60_000 * F(11, 10))


def test_the_age_of_who_left_before_it_rose() -> None:
    """Born in March 1963, 56 in 2019 when the age is 57, reached in 2020."""
    who = worker(js.Person(born=date(1963, 3, 10)))
    of = member("2015-07", "2018-06", who=who, ended=date(2018, 6, 30))
    event = js.Retirement(on=date(2018, 6, 30))
    told = answer(event, of, law=js.LAW)
    assert "2020-03-10" in told.verdict.text()
    assert told.readings == (R.AGE_OF_LEAVERS,)
    left = js.LAW.reading(R.AGE_OF_LEAVERS, "when_left")
    assert "2019-03-10" in answer(event, of, law=left).verdict.text()
    assert js.readings.AGE_OF_LEAVERS not in answer(js.Death(on=date(2026, 6, 1)), member()).readings
    dead = answer(js.Death(on=date(2019, 6, 1)), of, js.Family(spouse=True), law=left)
    assert R.AGE_OF_LEAVERS in dead.readings
    still = member("2015-07", "2018-06", who=who)
    assert R.AGE_OF_LEAVERS not in answer(js.Death(on=date(2019, 6, 1)), still, js.Family(spouse=True)).readings
    same = member("2015-07", "2020-01", who=worker(js.Person(born=date(1963, 8, 1))), ended=date(2020, 1, 31))
    assert R.AGE_OF_LEAVERS not in answer(js.Death(on=date(2020, 6, 1)), same, js.Family(spouse=True)).readings


def test_a_record_after_the_end_is_refused() -> None:
    of = member("2015-07", "2020-06", ended=date(2020, 1, 31))
    ask: Any
    for ask in (jp.benefit, js.jht.benefit, js.claim):
        with pytest.raises(errors.JamsostekError, match=r"contributions of 2020-02 – 2020-06, .* ended on 2020-01-31"):
            ask(js.Death(on=date(2026, 6, 1)), of)


# --- membership ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "text"),
    [
        (js.SelfEmployed(income=2_000_000), "art. 2(1)"),
        (js.WageEarner(wage=5_000_000, employer=js.Employer(risk_group=1, scale="micro")), "art. 2(1)"),
        (worker(js.Person(citizen=False, six_months=True)), "a foreigner, by practice"),
        (worker(programmes=["JKK", "JKM"]), "art. 2(1)"),
    ],
)
def test_who_takes_no_part(who: Any, text: str) -> None:
    of = js.Member(who, registered=date(2020, 1, 1))
    verdict = jp.eligible(DEATH, of)
    assert verdict.state is js.State.NOT_ELIGIBLE
    assert text in verdict.text()
    assert jp.benefit(DEATH, of) == ()


def test_foreigners_by_the_text() -> None:
    of = member(who=worker(js.Person(citizen=False, six_months=True, born=date(1990, 1, 1))))
    law = FLAT.reading(R.FOREIGNERS_IN_JP, "covered")
    found = answer(DEATH, of, js.Family(spouse=True, children=False), law)
    assert amounts(found.items) == {"spouse": 450_000}
    assert R.FOREIGNERS_IN_JP in found.readings


def test_who_took_part_once() -> None:
    then = worker(YOUNG, programmes=["JKK", "JKM", "JHT", "JP"])
    records = [js.MonthRecord(month, js.MonthState.PAID, participant=then) for month in js.months("2020-01", "2021-12")]
    history = js.History((*records, js.MonthRecord(js.Month("2022-01"), js.MonthState.NOT_OWED)))
    now = js.WageEarner(wage=5_000_000, employer=js.Employer(risk_group=1, scale="micro"), person=YOUNG)
    of = js.Member(now, registered=date(2020, 1, 1), history=history)
    found = answer(DEATH, of, js.Family(spouse=True, children=False))
    assert amounts(found.items) == {"spouse": 450_000}


def test_an_employer_who_enrolled_nobody_owes_the_pension() -> None:
    history = js.History.of(dict.fromkeys(js.months("2024-01", "2026-05"), 6000000), state="unpaid")
    of = js.Member(worker(), registered="never", history=history)
    items = jp.benefit(DEATH, of, js.Family(spouse=True, children=False), law=FLAT)
    assert amounts(items) == {"spouse": 450_000}
    assert items[0].payer is js.BenefitPayer.EMPLOYER
    assert any(term.cite.place == "6" for term in items[0].terms)
    short = js.Member(worker(), registered="never", history=js.History.of({"2026-05": 6_000_000}, state="unpaid"))
    lump = jp.benefit(DEATH, short, js.Family(spouse=True, children=False), law=FLAT)
    assert [item.payer for item in lump] == [js.BenefitPayer.EMPLOYER]


def test_a_year_of_work_without_enrolment() -> None:
    """Whom nobody enrolled worked since the first of his first month."""
    worked = js.History.of(dict.fromkeys(js.months("2025-06", "2026-05"), 6_000_000), state="unpaid")
    of = js.Member(worker(), registered="never", history=worked)
    family = js.Family(spouse=True, children=False)
    assert list(amounts(jp.benefit(DEATH, of, family, law=FLAT))) == ["spouse"]
    assert list(amounts(jp.benefit(js.Death(on=date(2026, 5, 31)), of, family, law=FLAT))) == ["lump_sum"]


def test_membership_that_never_began() -> None:
    history = js.History.of({"2026-03": 6_000_000, "2026-04": 6_000_000}, state="unpaid")
    of = js.Member(worker(), registered=date(2026, 3, 1), history=history)
    for event in (DEATH, FOUND):
        assert "membership never began" in jp.eligible(event, of, js.Family(spouse=True)).text()
    old = js.Member(worker(OLD), registered=date(2026, 3, 1), history=history.fill("unpaid"), ended=date(2026, 4, 30))
    assert "never began" in jp.eligible(RETIRES, old, law=FLAT).text()
    dead = js.Death(on=date(2030, 10, 1))
    assert "never began" in jp.eligible(dead, old, js.Family(spouse=True), law=FLAT).text()


def test_what_is_not_known() -> None:
    nothing = js.Member(worker(), registered=None)
    found = answer(DEATH, nothing, js.Family(spouse=True, children=False))
    assert states(found.items) == {"spouse": "undetermined", "lump_sum": "undetermined"}
    assert {"member.registered", "member.history"} <= {fact.key for fact in found.items[0].missing}
    enrolled = js.Member(worker(), history=js.History.unbroken("2024-01", "2026-05", wage=6_000_000))
    assert amounts(answer(DEATH, enrolled, js.Family(spouse=True, children=False)).items) == {"spouse": 450_000}
    recent = js.Member(worker(), history=js.History.unbroken("2025-12", "2026-05", wage=6_000_000))
    told = answer(DEATH, recent, js.Family(spouse=True, children=False))
    assert [fact.key for fact in told.items[0].missing] == ["member.registered"]
    assert told.items[0].amount == 450_000
    wages = js.History.of(dict.fromkeys(js.months("2024-01", "2026-05")), state="paid")
    no_wage = answer(DEATH, member(history=wages), js.Family(spouse=True, children=False))
    assert (no_wage.items[0].amount, no_wage.items[0].verdict.state) == (None, "eligible")
    assert [fact.key for fact in no_wage.items[0].missing] == ["member.history.wage"]
    lump = answer(js.Death(on=date(2024, 6, 1)), member(history=wages), js.Family(spouse=True, children=False))
    assert [fact.key for fact in lump.items[0].missing] == ["member.history", "law.jp_return"]


def test_months_not_known_around_the_180th() -> None:
    hole = js.History.unbroken("2015-06", "2020-01", wage=6_000_000) + js.History.unbroken(
        "2020-04", "2030-07", wage=6_000_000
    )
    found = answer(RETIRES, member(history=hole, who=worker(OLD), registered=date(2015, 7, 1)))
    assert states(found.items) == {"old_age": "undetermined", "lump_sum": "undetermined"}
    assert found.items[0].amount is None
    assert [fact.key for fact in found.verdict.missing] == ["member.history"]


def test_a_value_that_is_not_announced() -> None:
    of = member("2015-07", "2026-11", who=worker(js.Person(born=date(1967, 11, 20))))
    plain = member("2010-01", "2027-01")
    event = js.Death(on=date(2027, 2, 1))
    told = answer(event, plain, js.Family(spouse=True, children=False), js.LAW)
    assert told.items[0].amount is None
    assert [fact.label("id") for fact in told.items[0].missing] == ["jp.INFLATION 2026, belum diumumkan"]
    with pytest.raises(errors.NotAnnounced, match="inflation of the year 2026"):
        jp.benefit(event, plain, js.Family(spouse=True, children=False))
    with pytest.raises(errors.NotAnnounced, match="ceiling of wages of 2027-03"):
        jp.benefit(js.Death(on=date(2027, 6, 1)), member("2024-01", "2027-05"), js.Family(spouse=True))
    late = answer(js.Death(on=date(2027, 6, 1)), member("2024-01", "2027-05"), js.Family(spouse=True), js.LAW)
    assert late.verdict.state is js.State.UNDETERMINED
    assert "jp.WAGE_CEILING 2027-03, belum diumumkan" in late.verdict.text("id")
    assert jp.benefit(js.Retirement(on=date(2026, 11, 20)), of)[0].benefit == "lump_sum"
    known = js.LAW.scenario(jp.INFLATION, {2026: "3 %"})
    march = js.Death(on=date(2027, 2, 10))
    told = answer(march, plain, js.Family(spouse=True, children=False), known)
    assert [fact.key for fact in told.items[0].missing] == ["jp.limits"]
    with pytest.raises(errors.NotAnnounced, match="2027-03"):
        jp.benefit(march, plain, js.Family(spouse=True, children=False), law=known)
    found = js.TotalDisability(on=date(2027, 2, 10), caused_on=date(2027, 1, 1))
    assert [fact.key for fact in answer(found, plain, law=known).items[0].missing] == ["jp.limits"]
    with pytest.raises(errors.NotAnnounced, match="2027-03"):
        jp.benefit(found, plain, law=known)


def test_a_month_that_was_not_due_yet_and_that_nobody_recorded() -> None:
    """Of 178 months recorded to May 2030 the two up to the pension age may be paid in time."""
    found = answer(RETIRES, member("2015-08", "2030-05", who=worker(OLD)))
    assert states(found.items) == {"old_age": "undetermined", "lump_sum": "undetermined"}
    assert list(amounts(answer(RETIRES, member("2015-09", "2030-05", who=worker(OLD))).items)) == ["lump_sum"]


# --- the record ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("paid", "of", "expected"), [(10, 12, "spouse"), (9, 12, "lump_sum"), (12, 15, "spouse"), (11, 15, "lump_sum")]
)
def test_density(paid: int, of: int, expected: str) -> None:
    """83.3 % passes, 75 % fails, 80 % passes, 73.3 % fails."""
    months = js.months("2025-01", js.Month("2025-01") + (of - 1))
    first, rest = months[:paid], months[paid:]
    history = js.History.of(dict.fromkeys(first, 6_000_000), state="paid") + js.History.of(
        dict.fromkeys(rest, 6_000_000), state="unpaid"
    )
    death = js.Death(on=(months[-1] + 1).last_day)
    items = jp.benefit(death, member("2025-01", history=history), js.Family(spouse=True, children=False), law=FLAT)
    assert list(amounts(items)) == [expected]


def test_a_month_not_due_yet_does_not_count_against_density() -> None:
    paid = js.History.unbroken("2025-01", "2025-12", wage=6_000_000)
    unpaid = js.History.of(dict.fromkeys(js.months("2026-01", "2026-04"), 6_000_000), state="unpaid")
    family = js.Family(spouse=True, children=False)
    of = member(history=paid + unpaid, registered=date(2025, 1, 1))
    assert list(amounts(jp.benefit(js.Death(on=date(2026, 4, 20)), of, family, law=FLAT))) == ["spouse"]  # 12 of 15
    assert list(amounts(jp.benefit(js.Death(on=date(2026, 5, 20)), of, family, law=FLAT))) == ["lump_sum"]  # 12 of 16


def test_density_without_work() -> None:
    history = (
        js.History.of(dict.fromkeys(js.months("2024-01", "2024-12"), 6_000_000), state="paid")
        + js.History.of(dict.fromkeys(js.months("2025-01", "2025-12")), state="not_owed")
        + js.History.of(dict.fromkeys(js.months("2026-01", "2026-05"), 6_000_000), state="paid")
    )
    family = js.Family(spouse=True, children=False)
    found = answer(DEATH, member(history=history), family)
    assert list(amounts(found.items)) == ["lump_sum"]
    assert R.DENSITY_OF_PAYMENT in found.readings
    assert "at least 80 %" in found.refused[0].verdict.text()
    owed = FLAT.reading(R.DENSITY_OF_PAYMENT, "of_owed")
    assert amounts(answer(DEATH, member(history=history), family, owed).items) == {"spouse": 450_000}


def test_months_paid_after_the_event() -> None:
    rows = [{"month": str(month), "wage": 6_000_000, "state": "paid"} for month in js.months("2024-01", "2026-05")]
    late = [dict(row, paid_on=date(2026, 9, 1)) for row in rows[15:27]]
    in_time = [dict(row, paid_on=date(2026, 6, 15)) for row in rows[28:]]
    history = js.History.from_rows([*rows[:15], *late, rows[27], *in_time])
    family = js.Family(spouse=True, children=False)
    found = answer(DEATH, member(history=history), family)
    assert list(amounts(found.items)) == ["lump_sum"]
    assert R.PAID_AFTER_EVENT in found.readings
    counted = answer(DEATH, member(history=history), family, FLAT.reading(R.PAID_AFTER_EVENT, "counted"))
    assert amounts(counted.items) == {"spouse": 450_000}


def test_a_wage_before_registration_names_the_month() -> None:
    early = member("2025-11", "2026-05", registered=date(2026, 1, 5))
    with pytest.raises(errors.TooEarly, match="2025-11 to 2025-12: a wage before registration on 2026-01-05"):
        jp.benefit(DEATH, early, js.Family(spouse=True))
    one = member("2025-12", "2026-05", registered=date(2026, 1, 5))
    with pytest.raises(errors.TooEarly, match="2025-12"):
        jp.lump_sum(one, on=date(2026, 3, 1), returns={2026: 0})
    owed = js.History.of({"2025-12": 6_000_000}, state="unpaid") + js.History.unbroken(
        "2026-01", "2026-05", wage=6_000_000
    )
    assert states(
        jp.benefit(DEATH, member(history=owed, registered=date(2026, 1, 5)), js.Family(spouse=True), law=FLAT)
    )


def test_several_employers() -> None:
    two = [
        js.Membership(
            worker(), registered=date(2024, 1, 1), history=js.History.unbroken("2024-01", "2025-12", wage=wage)
        )
        for wage in (8_000_000, 30_000_000)
    ]
    both = js.Member(memberships=two)
    death = js.Death(on=date(2026, 1, 10))
    family = js.Family(spouse=True, children=False)
    law = FLAT.override(jp.WAGE_CEILING, since="2015-07", value=10_000_000)
    item = answer(death, both, family, law).items[0]
    assert item.amount == 18_000_000 * 15 // 200
    assert R.SEVERAL_EMPLOYERS_IN_JP in item.readings
    by_sum = answer(death, both, family, law.reading(R.SEVERAL_EMPLOYERS_IN_JP, "sum")).items[0]
    assert by_sum.amount == 10_000_000 * 15 // 200
    whole = answer(death, both, family, law.reading(R.COUNTED_WAGE, "whole")).items[0]
    assert whole.amount == 38_000_000 * 15 // 200
    small = [
        js.Membership(
            worker(), registered=date(2024, 1, 1), history=js.History.unbroken("2024-01", "2025-12", wage=wage)
        )
        for wage in (3_000_000, 4_000_000)
    ]
    assert answer(death, js.Member(memberships=small), family, law).items[0].amount == 7_000_000 * 15 // 200
    half = [two[0], js.Membership(worker(), registered=date(2024, 1, 1), history=None, ended=date(2024, 1, 31))]
    assert answer(death, js.Member(memberships=half), family, law).items[0].amount == 600_000


def test_work_that_ended_is_no_arrears_and_ends_no_membership() -> None:
    of = member("2022-01", "2025-03", ended=date(2025, 3, 31))
    found = answer(js.Death(on=date(2025, 9, 1)), of, js.Family(spouse=True, children=False))
    assert amounts(found.items) == {"spouse": 450_000}  # 39 of 43 months
    late = answer(js.Death(on=date(2026, 9, 1)), of, js.Family(spouse=True, children=False))
    assert list(amounts(late.items)) == ["lump_sum"]


# --- disability ------------------------------------------------------------------------------------------------------


def test_disability() -> None:
    items = jp.benefit(FOUND, member(), law=FLAT)
    assert amounts(items) == {"disability": 900_000}
    assert items[0].first == date(2026, 7, 1)
    long = member("2015-07", "2030-06", who=worker(js.Person(born=date(1975, 1, 1))))
    found = js.TotalDisability(on=date(2030, 7, 20))
    assert amounts(jp.benefit(found, long, law=FLAT)) == {"disability": 900_000}


@pytest.mark.parametrize(
    ("event", "state"),
    [
        (js.TotalDisability(on=date(2026, 6, 1), caused_on=date(2024, 1, 20)), "lump_sum"),
        (js.TotalDisability(on=date(2026, 6, 1), caused_on=date(2024, 2, 1)), "disability"),
        (js.TotalDisability(on=date(2026, 6, 1), accident_on=date(2024, 1, 20), work_related=True), "lump_sum"),
        (js.TotalDisability(on=date(2024, 1, 20)), "lump_sum"),
        (js.TotalDisability(on=date(2026, 6, 1)), "open"),
        (
            js.WorkAccident(on=date(2024, 1, 20), outcome=js.TotalDisability(on=date(2026, 6, 1), work_related=True)),
            "lump_sum",
        ),
        (
            js.WorkAccident(on=date(2025, 1, 20), outcome=js.TotalDisability(on=date(2026, 6, 1), work_related=True)),
            "disability",
        ),
    ],
)
def test_what_caused_the_disability(event: Any, state: str) -> None:
    items = jp.benefit(event, member(), law=FLAT)
    if state == "open":
        assert states(items) == {"disability": "undetermined", "lump_sum": "undetermined"}
        assert [fact.key for fact in items[0].missing] == ["event.caused_on"]
    else:
        assert states(items) == {state: "eligible"}


def test_lump_sum_of_the_disabled_is_a_reading() -> None:
    event = js.TotalDisability(on=date(2026, 6, 1), caused_on=date(2024, 1, 20))
    item = jp.benefit(event, member(), law=FLAT)[0]
    assert R.LUMP_SUM_OF_OTHERS in item.readings
    law = FLAT.reading(R.LUMP_SUM_OF_OTHERS, "nothing")
    assert jp.benefit(event, member(), law=law) == ()
    assert "less than 1 month after registration" in jp.eligible(event, member(), law=law).text()


def test_disability_after_the_pension_age() -> None:
    of = member("2015-08", "2030-07", who=worker(OLD))
    assert "20(1)" in jp.eligible(js.TotalDisability(on=date(2030, 8, 1)), of, law=FLAT).text()
    nobody_asked = answer(FOUND, member(who=worker(None)))
    assert [each.fact for each in nobody_asked.assumed] == ["person.born"]


def test_an_accident_without_either() -> None:
    verdict = jp.eligible(js.WorkAccident(on=date(2026, 6, 1)), member(), law=FLAT)
    assert "no total disability and no death" in verdict.text()


# --- deaths ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("registered", "expected"), [(date(2025, 6, 1), "spouse"), (date(2025, 6, 2), "lump_sum")])
def test_one_year_of_membership(registered: date, expected: str) -> None:
    of = member("2025-06", registered=registered)
    items = jp.benefit(DEATH, of, js.Family(spouse=True, children=False), law=FLAT)
    assert list(amounts(items)) == [expected]


def test_death_of_a_pensioner() -> None:
    of = member("2015-08", "2030-07", who=worker(OLD))
    family = js.Family(spouse=SITI, children=False)
    death = js.Death(on=date(2032, 1, 10))
    law = jp.scenario(FLAT, inflation={2030: "5 %"})
    found = answer(death, of, family, law)
    assert found.items[0].amount == 472_500  # half of 900,000 x 1.05
    assert [each.fact for each in found.assumed] == ["event.pension_drawn"]
    assert found.items[0].basis[0].place == "21(1)"
    told = js.Death(on=date(2032, 1, 10), pension_drawn=2_000_000)
    assert amounts(jp.benefit(told, of, family, law=law)) == {"spouse": 1_000_000}
    put_off = js.Death(on=date(2032, 1, 10), pension_drawn=0)
    items = jp.benefit(put_off, of, family, law=law)
    assert items[0].amount == 472_500  # half of the formula, indexed to 2032
    assert R.DEFERRED_INDEX in items[0].readings
    same_month = js.Death(on=date(2030, 7, 20))
    assert amounts(jp.benefit(same_month, of, family, law=law)) == {"spouse": 450_000}
    with pytest.raises(errors.NotAnnounced):
        jp.benefit(death, of, family)


def test_a_pension_drawn_counts_the_months_up_to_its_start() -> None:
    """Where contributions go on after the age, those after the start are no part of the pension drawn."""
    of = member("2015-08", "2031-12", who=worker(OLD))
    law = FLAT.reading(R.LAST_MONTH_OF_JP, "no_end")
    family = js.Family(spouse=SITI, children=False)
    death = date(2032, 1, 10)
    assert answer(js.Death(on=death), of, family, law).items[0].amount == 450_000
    put_off = answer(js.Death(on=death, pension_drawn=0), of, family, law).items[0]
    assert put_off.amount == round(F(197, 12) * 30_000)


def test_death_of_a_pensioner_whose_uplift_is_not_known() -> None:
    who = worker(js.Person(born=date(1970, 7, 15)))
    of = member("2015-08", "2030-07", who=who)
    law = jp.scenario(inflation=dict.fromkeys(range(2026, 2030), "0 %"), growth=dict.fromkeys(range(2026, 2033), "0 %"))
    death = js.Death(on=date(2032, 1, 10))
    told = answer(death, of, js.Family(spouse=True, children=False), law)
    assert [fact.key for fact in told.items[0].missing] == ["jp.INFLATION"]
    with pytest.raises(errors.NotAnnounced, match="2030"):
        jp.benefit(death, of, js.Family(spouse=True, children=False), law=law)


def test_death_after_the_age_with_too_few_months() -> None:
    of = member("2016-08", "2030-07", who=worker(OLD))
    family = js.Family(spouse=True, children=False)
    found = answer(js.Death(on=date(2030, 10, 1)), of, family)
    assert states(found.items) == {"lump_sum": "undetermined"}
    assert [fact.key for fact in found.verdict.missing] == ["member.lump_sum_taken"]
    assert found.assumed == ()
    soon = answer(js.Death(on=date(2030, 7, 20)), of, family)
    assert states(soon.items) == {"lump_sum": "eligible"}
    unknown = answer(js.Death(on=date(2030, 10, 1)), js.Member(worker(OLD), registered=date(2015, 7, 1)), family)
    assert states(unknown.items) == {"spouse": "undetermined", "lump_sum": "undetermined"}


# --- survivors -------------------------------------------------------------------------------------------------------


def test_family_not_known() -> None:
    found = answer(DEATH, member())
    assert states(found.items) == dict.fromkeys(("spouse", "child", "parent"), "undetermined")
    assert amounts(found.items) == {"spouse": 450_000, "child": 450_000, "parent": 411_400}
    assert [fact.key for fact in found.verdict.missing] == ["family"]
    partly = answer(DEATH, member(), js.Family(spouse=False))
    assert states(partly.items) == {"child": "undetermined", "parent": "undetermined"}
    assert [fact.key for fact in partly.items[1].missing] == ["family.children", "family.parents"]
    wife_only = answer(DEATH, member(), js.Family(children=False, parents=True))
    assert states(wife_only.items) == {"spouse": "undetermined", "parent": "undetermined"}
    waits = answer(DEATH, member(), js.Family(spouse=True))
    assert states(waits.items) == {"spouse": "eligible", "child": "undetermined"}
    assert {fact.key for fact in waits.items[1].missing} == {"family.spouse.remarried", "family.children"}


def test_nobody_left() -> None:
    found = answer(DEATH, member(), js.Family(spouse=False, children=False, parents=False))
    assert found.verdict.state is js.State.NOT_ELIGIBLE
    assert "14(1)" in found.verdict.text()


def test_two_spouses_and_two_parents() -> None:
    found = answer(DEATH, member(), js.Family(spouse=(SITI, js.Spouse(name="Ani")), children=False))
    assert amounts(found.items) == {"spouse": 450_000}
    assert [fact.key for fact in found.items[0].missing] == ["family.registered"]
    family = js.Family(spouse=False, children=False, parents=(js.Parent(name="A"), js.Parent(name="B")))
    one = answer(DEATH, member(), family)
    assert amounts(one.items) == {"parent": 411_400}
    assert [fact.key for fact in one.items[0].missing] == ["family.registered"]


def test_a_spouse_who_died_before() -> None:
    gone = js.Spouse(name="Siti", died=date(2025, 1, 1))
    found = answer(DEATH, member(), js.Family(spouse=gone, children=kid()))
    assert amounts(found.items) == {"child": 450_000}


def test_a_former_spouse() -> None:
    left = js.Spouse(name="Siti", remarried=date(2020, 1, 1))
    assert amounts(answer(DEATH, member(), js.Family(spouse=left, children=kid())).items) == {"child": 450_000}


def test_who_was_too_old_when_the_programme_began() -> None:
    old = member("2015-08", "2020-07", who=worker(js.Person(born=date(1950, 7, 15))))
    retires = js.Retirement(on=date(2020, 7, 31), deferred=True)
    found = jp.eligible(retires, old, law=FLAT)
    assert "membership never began" in found.text()
    history = js.History.unbroken("2010-02", "2015-05", wage=6_000_000)
    gone = js.Member(
        worker(js.Person(born=date(1963, 3, 10))),
        registered=date(2010, 1, 1),
        history=history,
        ended=date(2015, 5, 31),
    )
    assert "nothing" in jp.eligible(js.Resignation(on=date(2016, 1, 31)), gone).text()
    assert "membership never began" in jp.eligible(js.Death(on=date(2016, 1, 31)), gone, js.Family(spouse=True)).text()


def test_a_spouse_who_remarried_before_the_right_began() -> None:
    soon = js.Spouse(name="Siti", remarried=date(2026, 6, 20))
    found = answer(DEATH, member(), js.Family(spouse=soon, children=kid()))
    assert amounts(found.items) == {"child": 411_400}
    assert found.items[0].first == date(2026, 7, 1)
    assert Figure(F(225_000)) in found.items[0].work[1].values
    assert "remarried or died before" in found.refused[0].verdict.text()
    short = member("2026-02")
    lump = answer(DEATH, short, js.Family(spouse=soon, children=kid()))
    assert [(item.benefit, item.recipient) for item in lump.items] == [("lump_sum", "child")]


def test_a_child_after_the_widow() -> None:
    later = js.Spouse(name="Siti", died=date(2028, 5, 10))
    of = member(history=js.History.unbroken("2024-01", "2026-05", wage=60_000_000))
    law = FLAT.override(jp.WAGE_CEILING, since="2015-07", value=20_000_000)
    found = answer(DEATH, of, js.Family(spouse=later, children=kid()), law)
    assert amounts(found.items) == {"spouse": 1_500_000, "child": 750_000}
    assert found.items[1].first == date(2028, 6, 1)
    until_2027 = js.LAW.override(jp.WAGE_CEILING, since="2015-07", value=20_000_000)
    told = answer(DEATH, of, js.Family(spouse=later, children=kid()), until_2027)
    assert [item.amount is None for item in told.items] == [False, True]
    assert [fact.key for fact in told.items[1].missing] == ["jp.INFLATION"]
    with pytest.raises(errors.NotAnnounced):
        jp.benefit(DEATH, of, js.Family(spouse=later, children=kid()), law=until_2027)
    unknown = answer(DEATH, js.Member(worker(), registered=date(2024, 1, 1)), js.Family(spouse=later, children=kid()))
    assert amounts(unknown.items) == {"spouse": None, "child": None, "lump_sum": None}


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({"born": date(2003, 7, 1)}, "23 years or older"),
        ({"married": True}, "married"),
        ({"married": date(2026, 5, 1)}, "married"),
        ({"works": True}, "works"),
        ({"works": js.Work(since=date(2025, 1, 1))}, "works"),
        ({"registered": False}, "not registered"),
        ({"died": date(2026, 6, 20)}, "died before"),
        ({"born": date(2027, 3, 29)}, "300 days"),
    ],
)
def test_children_who_receive_nothing(facts: dict[str, Any], text: str) -> None:
    found = answer(DEATH, member(), js.Family(spouse=False, children=kid(**facts), parents=True))
    assert found.items == ()
    assert text in found.verdict.text()
    assert "the member left a child" in found.verdict.text()
    other = answer(
        DEATH,
        member(),
        js.Family(spouse=False, children=kid(**facts), parents=True),
        FLAT.reading(R.GROWN_CHILDREN, "do_not"),
    )
    assert amounts(other.items) == {"parent": 411_400}
    assert R.GROWN_CHILDREN in other.readings


@pytest.mark.parametrize(
    ("facts", "ends"),
    [
        ({}, date(2038, 1, 1)),
        ({"born": date(2003, 7, 2)}, date(2026, 7, 2)),
        ({"married": date(2030, 1, 5)}, date(2030, 1, 5)),
        ({"works": js.Work(since=date(2033, 2, 1))}, date(2033, 2, 1)),
        ({"works": js.Work(since=date(2025, 1, 1), until=date(2025, 3, 1))}, date(2025, 1, 1)),
        ({"died": date(2027, 1, 1)}, date(2027, 1, 1)),
        ({"born": date(2027, 3, 28)}, date(2050, 3, 28)),
        ({"registered": False, "born": date(2026, 12, 1)}, date(2049, 12, 1)),
    ],
)
def test_the_end_of_a_childs_right(facts: dict[str, Any], ends: date) -> None:
    found = answer(DEATH, member(), js.Family(spouse=False, children=kid(**facts), parents=True))
    assert amounts(found.items) == {"child": 450_000}
    if facts.get("works") is not None and ends.year == 2025:
        ends = date(2038, 1, 1)  # work that was over before the death ends nothing
    assert f"({ends})" in found.items[0].terms[1].text()
    assert f"({ends})" in found.items[0].terms[1].text("id")


def test_facts_of_a_child_that_are_missing() -> None:
    found = answer(DEATH, member(), js.Family(spouse=False, children=(kid(), js.Child(name="Ani"))))
    assert [item.verdict.state for item in found.items] == ["eligible", "undetermined"]
    assert {fact.key for fact in found.items[0].missing} == {"child.born", "child.married", "child.works"}
    both = answer(
        DEATH,
        member(),
        js.Family(spouse=False, children=js.Child(name="Ani"), parents=True),
        FLAT.reading(R.GROWN_CHILDREN, "do_not"),
    )
    assert states(both.items) == {"child": "undetermined", "parent": "undetermined"}


def test_more_than_two_children() -> None:
    three = tuple(kid(name) for name in "ABC")
    found = answer(DEATH, member(), js.Family(spouse=False, children=three))
    assert amounts(found.items) == {"child": 450_000}
    assert [fact.key for fact in found.items[0].missing] == ["family.registered"]
    unsure = (*three, js.Child(name="D"))
    assert states(answer(DEATH, member(), js.Family(spouse=False, children=unsure)).items) == {"child": "undetermined"}
    named = (kid("A", registered=True), kid("B"), kid("C", registered=True))
    chosen = answer(DEATH, member(), js.Family(spouse=False, children=named))
    assert [(item.person, item.amount) for item in chosen.items] == [("A", 225_000), ("C", 225_000)]


def test_two_children_share_one_pension() -> None:
    law = FLAT.scenario(jp.INFLATION, {2024: "0.0007 %"})
    two = js.Family(spouse=False, children=(kid("A"), kid("B")))
    items = jp.benefit(DEATH, member(), two, law=law)
    assert sum(item.amount or 0 for item in items) == 450_002
    assert [item.amount for item in items] == [225_001, 225_001]
    each = jp.benefit(DEATH, member(), two, law=law.reading(R.CHILDREN_OF_ONE_PENSION, "each"))
    assert [item.amount for item in each] == [450_002, 450_002]


def test_what_is_over_goes_to_the_first_child() -> None:
    of = member(history=js.History.unbroken("2024-01", "2026-05", wage=6_000_010))
    items = jp.benefit(DEATH, of, js.Family(spouse=False, children=(kid("A"), kid("B"))), law=FLAT)
    assert [item.amount for item in items] == [225_001, 225_000]


# --- schedules -------------------------------------------------------------------------------------------------------


def lines(found: jp.Schedule) -> list[tuple[str, str | None, str, str, int]]:
    return [(str(each.benefit), each.person, str(each.first), str(each.last), each.amount) for each in found]


def test_a_widow_then_two_children() -> None:
    siti = js.Spouse(name="Siti", remarried=date(2028, 5, 10))
    of = member(history=js.History.unbroken("2024-01", "2026-05", wage=60_000_000))
    law = FLAT.override(jp.WAGE_CEILING, since="2015-07", value=20_000_000)
    children = (kid("A", date(2010, 3, 5)), kid("B", date(2012, 3, 5)))
    family = js.Family(spouse=siti, children=children)
    found = jp.schedule(DEATH, of, family, until="2040-01", law=law)
    assert lines(found) == [
        ("spouse", "Siti", "2026-07", "2028-05", 1_500_000),
        ("child", "A", "2028-06", "2033-03", 375_000),
        ("child", "B", "2028-06", "2033-03", 375_000),
        ("child", "B", "2033-04", "2035-03", 750_000),
    ]
    assert (found.amount("2026-06"), found.amount("2030-01"), found.amount("2036-01")) == (0, 750_000, 0)
    assert found.total == 23 * 1_500_000 + (58 + 24) * 750_000
    lapses = jp.schedule(DEATH, of, family, until="2040-01", law=law.reading(R.CHILDREN_OF_ONE_PENSION, "lapses"))
    assert lines(lapses)[-1] == ("child", "B", "2033-04", "2035-03", 375_000)
    own = jp.schedule(DEATH, of, family, until="2040-01", law=law.reading(R.CHILDREN_OF_ONE_PENSION, "each"))
    assert lines(own)[1:] == [
        ("child", "A", "2028-06", "2033-03", 750_000),
        ("child", "B", "2028-06", "2035-03", 750_000),
    ]
    early = jp.schedule(DEATH, of, family, until="2027-12", law=law)
    assert lines(early) == [("spouse", "Siti", "2026-07", "2027-12", 1_500_000)]
    assert "together up to 2040-01: 96,000,000" in found.explain()
    assert "janda atau duda" in found.explain("id")
    assert "<table" in found._repr_html_()
    assert repr(found) == "<Schedule to 2040-01: 4 stages, 96,000,000>"
    assert found.to_dict()["stages"][1]["person"] == "A"
    assert len(found) == 4
    assert found.stages[0].months == 23


def test_the_month_in_which_a_childs_right_ends_is_paid() -> None:
    """A turns 23 in the month of the uplift, and still receives half of the pension raised."""
    family = js.Family(spouse=False, children=(kid("A", date(2004, 7, 20)), kid("B")))
    law = jp.scenario(FLAT.override(jp.MIN_PENSION, since="2026-03", value=411_400), inflation={2026: "10 %"})
    assert lines(jp.schedule(DEATH, member(), family, until="2027-09", law=law)) == [
        ("child", "A", "2026-07", "2027-06", 225_000),
        ("child", "B", "2026-07", "2027-06", 225_000),
        ("child", "A", "2027-07", "2027-07", 247_500),
        ("child", "B", "2027-07", "2027-07", 247_500),
        ("child", "B", "2027-08", "2027-09", 495_000),
    ]


def test_a_widow_whose_end_is_not_known_draws_to_the_last_month() -> None:
    family = js.Family(spouse=SITI, children=kid())
    assert lines(jp.schedule(DEATH, member(), family, until="2027-02", law=FLAT)) == [
        ("spouse", "Siti", "2026-07", "2027-02", 450_000)
    ]
    soon = js.Family(spouse=js.Spouse(remarried=date(2026, 6, 20)), children=kid())
    assert [line[0] for line in lines(jp.schedule(DEATH, member(), soon, until="2027-02", law=FLAT))] == ["child"]


def test_schedule_of_an_old_age_pension() -> None:
    of = member("2015-08", "2030-07", who=worker(OLD))
    law = jp.scenario(FLAT, inflation={2030: "5 %"})
    found = jp.schedule(RETIRES, of, until="2032-07", law=law)
    assert lines(found) == [
        ("old_age", None, "2030-08", "2031-07", 900_000),
        ("old_age", None, "2031-08", "2032-07", 945_000),
    ]
    assert {R.UPLIFT_MONTH, R.LIMITS_OVER_TIME} <= set(found.readings)
    assert R.UPLIFT_MONTH not in jp.schedule(RETIRES, of, until="2031-06", law=law).readings


def test_schedule_refuses() -> None:
    with pytest.raises(errors.Undetermined, match=r"family"):
        jp.schedule(DEATH, member(), until="2027-02")
    wages = js.History.of(dict.fromkeys(js.months("2024-01", "2026-05")), state="paid")
    with pytest.raises(errors.Undetermined, match=r"wage"):
        jp.schedule(DEATH, member(history=wages), js.Family(spouse=True, children=False), until="2027-02")
    with pytest.raises(errors.NotAnnounced, match="2026"):
        jp.schedule(DEATH, member(), js.Family(spouse=True, children=False), until="2028-02")
    assert len(jp.schedule(DEATH, member("2026-02"), js.Family(spouse=True, children=False), until="2027-02")) == 0


# --- events and family -----------------------------------------------------------------------------------------------


def test_facts_that_cannot_be() -> None:
    with pytest.raises(errors.NegativeAmount, match="pension_drawn"):
        js.Death(on=date(2026, 6, 1), pension_drawn=-1)
    with pytest.raises(errors.WrongType, match="pension_drawn"):
        js.Death(on=date(2026, 6, 1), pension_drawn=1.5)  # type: ignore[arg-type]
    with pytest.raises(errors.Contradiction, match="caused_on"):
        js.TotalDisability(on=date(2026, 6, 1), caused_on=date(2026, 6, 2))
    with pytest.raises(errors.Contradiction, match="the accident on"):
        js.TotalDisability(
            on=date(2026, 6, 1), work_related=True, accident_on=date(2026, 1, 1), caused_on=date(2026, 2, 1)
        )
    with pytest.raises(errors.Contradiction, match="remarried"):
        js.Spouse(remarried=date(2027, 1, 1), died=date(2026, 1, 1))
    with pytest.raises(errors.TooEarly):
        jp.benefit(js.Death(on=date(2023, 6, 1)), member(), js.Family())


def test_a_spouse_who_died_later_inherits() -> None:
    family = js.Family(spouse=js.Spouse(name="Siti", died=date(2027, 1, 1)), children=False)
    found = js.heirs.of(family, on=date(2026, 6, 1))
    assert [each.name for each in found.people] == ["Siti"]


def test_a_pension_above_the_highest_says_so() -> None:
    rich = member(history=js.History.unbroken("2024-01", "2026-05", wage=90_000_000))
    law = FLAT.override(jp.WAGE_CEILING, since="2015-07", value=80_000_000)
    item = answer(DEATH, rich, js.Family(spouse=True, children=False), law).items[0]
    assert item.amount == 4_932_300
    assert item.steps()[-1].numbers == "min(6,000,000; 4,932,300) = 4,932,300"
    before = law.reading(R.LIMITS_AND_SHARES, "before_share")
    item = answer(DEATH, rich, js.Family(spouse=True, children=False), before).items[0]
    assert (item.amount, item.steps()[-1].numbers) == (2_466_150, "50 % × 4,932,300 = 2,466,150")


def test_years_of_a_record_leave_out_what_is_not_known() -> None:
    history = js.History.of({"2024-01": 5_000_000, "2024-02": None, "2025-01": 6_000_000}, state="paid")
    found = record(member(history=history).memberships, on=date(2025, 2, 1), law=FLAT)
    assert found.years == ((2024, 1, 5_000_000), (2025, 1, 6_000_000))
    assert found.wages_unknown == (js.Month("2024-02"),)
