"""JHT balances: worked cases, every reading of how returns accrue, what is refused, what is told."""

import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors, jht, readings

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "savings.toml").read_text(encoding="utf-8")
)
EARNER = js.WageEarner(wage=5_000_000, risk_group=1)
FIVE = js.LAW.override(jht.CREDITED_RATE, since="2015-01", value=Fraction(5, 100))
YEAR = js.History.unbroken("2025-01", "2025-12", wage=5_000_000)
ANY: Any = js  # for what the types forbid


def years(history: js.History | None = YEAR, law: js.Law = FIVE, **facts: Any) -> tuple[jht.SavingsYear, ...]:
    until = facts.pop("until", None)
    return jht.statement(js.Membership(EARNER, history=history, **facts), until=until, law=law).years


@pytest.mark.parametrize("case", CASES["statement"], ids=lambda case: case["id"])
def test_statement(case: dict[str, Any]) -> None:
    who = js.from_dict(case["participant"])
    first = case.get("first", case.get("opening", {}).get("at"))
    law = js.LAW.override(jht.CREDITED_RATE, since=first, value=Fraction(case["rate"].rstrip(" %")) / 100)
    history = None
    if "first" in case:
        history = js.History.unbroken(case["first"], case["last"], wage=case["participant"]["wage"])
    savings = js.Balance(**case["opening"]) if "opening" in case else None
    found = jht.statement(js.Member(who, history=history, savings=savings), until=case["last"], law=law)
    assert {name: getattr(found, name) for name in case["expect"]} == case["expect"]


@pytest.mark.parametrize("case", CASES["contribution"], ids=lambda case: case["id"])
def test_contribution(case: dict[str, Any]) -> None:
    history = js.History.unbroken("2026-01", "2026-01", wage=case["wage"])
    (year,) = years(history)
    assert (year.employer, year.worker) == (case["expect"]["employer"], case["expect"]["worker"])
    assert year.paid_in == year.employer + year.worker


def test_every_case_names_a_source() -> None:
    cases = [case for group in CASES.values() for case in group]
    assert len({case["id"] for case in cases}) == len(cases)
    assert all(case["source"] and case["expect"] for case in cases)


def test_known_rates_need_no_scenario() -> None:
    history = js.History.unbroken("2016-01", "2020-12", wage=5_000_000)
    found = jht.statement(js.Member(EARNER, history=history))
    assert [year.rate for year in found.years] == [Fraction(each, 10_000) for each in (719, 782, 626, 606, 563)]
    assert [year.above_floor for year in found.years] == [True, None, None, None, None]
    assert found.evidence == "C"
    assert found.marks == ()


def test_rates_that_nobody_published() -> None:
    history = js.History.unbroken("2015-07", "2022-03", wage=5_000_000)
    with pytest.raises(errors.NotAnnounced, match=r"no rate is known for 2015, 2021, 2022"):
        jht.statement(js.Member(EARNER, history=history))
    law = js.LAW.scenario(jht.CREDITED_RATE, {2015: "7 %"}).assume_unchanged(jht.CREDITED_RATE)
    found = jht.statement(js.Member(EARNER, history=history), law=law)
    assert found.years[-1].rate == Fraction(563, 10_000)
    assert [mark.text_en for mark in found.marks] == ["last known value, assumed unchanged"]
    with pytest.raises(errors.NotAnnounced, match=r"no rate is known for 2015;"):
        jht.statement(js.Member(EARNER, history=history), law=js.LAW.assume_unchanged(jht.CREDITED_RATE))


def test_below_the_floor() -> None:
    law = js.LAW.scenario(jht.CREDITED_RATE, {2025: "2 %"}).scenario(jht.DEPOSIT_RATE, {2025: "2.5 %"})
    found = jht.statement(js.Membership(EARNER, history=YEAR), law=law)
    assert found.years[0].above_floor is False
    assert "below the floor of PP 46/2015 art. 27(3)" in found.explain()
    assert "di bawah batas" in found.explain("id")


def test_a_year_not_ended() -> None:
    (year,) = years(until="2025-03")
    assert (year.weighted, year.elapsed, year.parts) == (285_000 * 6, 3, 12)
    assert year.credited == 285_000 * 6 * 5 // 1200
    assert year.paid_in == 3 * 285_000


@pytest.mark.parametrize(
    ("option", "paid_on", "weighted"),
    [
        ("month_paid", None, 285_000 * 12),
        ("month_paid", date(2025, 2, 15), 285_000 * 11),
        ("month_due", None, 285_000 * 11),
        ("month_due", date(2025, 1, 20), 285_000 * 12),
        ("day_paid", None, 285_000 * 364),
        ("day_paid", date(2025, 2, 15), 285_000 * 319),
    ],
)
def test_from_when_a_contribution_earns(option: str, paid_on: date | None, weighted: int) -> None:
    record = js.MonthRecord(js.Month("2025-01"), js.MonthState.PAID, 5_000_000, None, paid_on)
    law = FIVE.reading(readings.RETURN_STARTS, option)
    (year,) = years(js.History((record,)), law, until="2025-12")
    assert year.weighted == weighted
    assert year.parts == (365 if option == "day_paid" else 12)


def test_by_days_a_whole_year_earns_the_whole_rate() -> None:
    law = FIVE.reading(readings.RETURN_STARTS, "day_paid")
    start = js.Balance("2024-01", 1_000_000)
    found = years(None, law, savings=start, until="2025-06")
    assert [(year.elapsed, year.parts) for year in found] == [(366, 366), (181, 365)]
    assert found[0].credited == 50_000
    middle = years(None, law, savings=js.Balance("2024-07", 1_000_000), until="2024-12")
    assert middle[0].elapsed == 184
    assert "satu bagian tahun adalah satu hari" in jht.statement(
        js.Membership(EARNER, savings=start), until="2025-06", law=law
    ).explain("id")


def test_a_balance_known_inside_a_year() -> None:
    (year,) = years(YEAR, savings=js.Balance("2025-07", 10_000_000))
    assert (year.opening, year.elapsed, year.weighted) == (10_000_000, 6, 285_000 * 21)
    assert year.credited == (10_000_000 * 6 + 285_000 * 21) * 5 // 1200


def test_what_is_paid_after_the_end_is_left_out() -> None:
    late = js.MonthRecord(js.Month("2025-01"), js.MonthState.PAID, 5_000_000, None, date(2026, 2, 10))
    unpaid = js.MonthRecord(js.Month("2025-02"), js.MonthState.UNPAID, 5_000_000)
    away = js.MonthRecord(js.Month("2025-03"), js.MonthState.NOT_OWED)
    history = js.History((late, unpaid, away))
    assert years(history, until="2025-12") == ()
    (year,) = years(history, until="2026-03")
    assert (year.year, year.paid_in, year.weighted) == (2026, 285_000, 285_000 * 2)


def test_a_year_with_nothing_to_earn_on_has_no_rate() -> None:
    late = js.MonthRecord(js.Month("2025-12"), js.MonthState.PAID, 5_000_000, None, date(2026, 1, 10))
    whose = js.Membership(EARNER, history=js.History((late,)), savings=js.Balance("2025-12", 0))
    found = jht.statement(whose, until="2026-01", law=FIVE)
    assert [year.rate for year in found.years] == [None, Fraction(5, 100)]
    assert "2025: opening 0, contributions 0, return 0, closing 0\n2026:" in found.explain()


def test_by_days_what_comes_after_the_end_earns_nothing() -> None:
    late = js.MonthRecord(js.Month("2025-12"), js.MonthState.PAID, 5_000_000, None, date(2026, 1, 10))
    law = FIVE.reading(readings.RETURN_STARTS, "day_paid")
    event = js.LeavingIndonesia(on=date(2026, 1, 12), for_good=True)
    (item,) = jht.benefit(event, js.Member(EARNER, history=js.History((late,)), withdrawals=()), law=law)
    assert item.amount == 285_000


def test_the_floor_itself_is_enough() -> None:
    law = js.LAW.scenario(jht.CREDITED_RATE, {2025: "2.5 %"}).scenario(jht.DEPOSIT_RATE, {2025: "2.5 %"})
    assert jht.statement(js.Membership(EARNER, history=YEAR), law=law).years[0].above_floor is True


def test_what_was_paid_after_a_known_balance_is_added() -> None:
    early, late = date(2025, 6, 30), date(2025, 7, 1)
    for paid_on, paid_in in ((early, 0), (late, 285_000)):
        record = js.MonthRecord(js.Month("2025-05"), js.MonthState.PAID, 5_000_000, None, paid_on)
        known = js.Membership(EARNER, history=js.History((record,)), savings=js.Balance("2025-07", 1_000_000))
        assert jht.statement(known, until="2025-12", law=FIVE).paid_in == paid_in


def test_roundings() -> None:
    history = js.History.unbroken("2021-01", "2025-12", wage=5_000_000)
    found = {
        option: jht.statement(
            js.Membership(EARNER, history=history), law=FIVE.reading(readings.SAVINGS_ROUNDING, option)
        ).balance
        for option in ("down", "half_up", "yearly_down")
    }
    assert found == {"down": 19_409_470, "half_up": 19_409_470, "yearly_down": 19_409_469}
    assert years(YEAR.window("2025-01", "2025-07"), FIVE.reading(readings.SAVINGS_ROUNDING, "half_up"), until="2026-05")


def test_withdrawals() -> None:
    drawn = js.Withdrawal(date(2025, 7, 20), 1_000_000)
    (year,) = years(YEAR, withdrawals=[drawn])
    assert (year.paid_out, year.weighted) == (1_000_000, 285_000 * 78 - 6_000_000)
    assert year.opening + year.paid_in + year.credited - year.paid_out == year.closing
    assert (
        "paid out 1,000,000"
        in jht.statement(js.Membership(EARNER, history=YEAR, withdrawals=drawn), law=FIVE).explain()
    )
    assert years(YEAR, withdrawals=[drawn], savings=js.Balance("2025-08", 5_000_000))[0].paid_out == 0
    assert years(YEAR, withdrawals=[js.Withdrawal(date(2026, 1, 1), 1)])[0].paid_out == 0
    with pytest.raises(errors.Contradiction, match="more was drawn in 2025 than the account held"):
        years(YEAR, withdrawals=[js.Withdrawal(date(2025, 7, 20), 100_000_000)])


def test_several_accounts_add_up() -> None:
    rider = js.SelfEmployed(income=1_000_000, programmes=["JKK", "JKM", "JHT"])
    rides = js.Membership(rider, history=js.History.unbroken("2024-06", "2025-12", income=1_000_000))
    member = js.Member(memberships=[js.Membership(EARNER, history=YEAR), rides])
    found = jht.statement(member, law=FIVE)
    first, second = found.accounts
    assert (first.balance, second.paid_in) == (3_512_625, 19 * 20_000)
    assert (found.balance, found.paid_in) == (first.balance + second.balance, first.paid_in + second.paid_in)
    assert (found.credited, found.paid_out) == (first.credited + second.credited, 0)
    assert [year.year for year in found.years] == [2024, 2025]
    assert found.years[1].closing == found.balance
    assert found.years[1].rate == Fraction(5, 100)
    assert "account 2 of 2" in found.explain()
    assert f"balance: {found.balance:,}" in found.explain()
    assert {str(cite.instrument.number) for cite in found.basis} == {"PP 46/2015", "what-if"}
    assert (first.credited, first.paid_out) == (92_625, 0)


def test_accounts_without_anything() -> None:
    rider = js.SelfEmployed(income=1_000_000)
    found = jht.statement(js.Member(rider, history=js.History.unbroken("2025-01", "2025-12", income=1_000_000)))
    assert (found.balance, found.years, found.rows, found.readings) == (0, (), (), ())
    assert found.explain().startswith("JHT statement to the end of 2025-12")
    assert jht.statement(js.Membership(EARNER, savings=js.Balance("2026-01", 7)), until="2025-12").balance == 7
    two = [js.Membership(EARNER, history=YEAR, savings=js.Balance("2026-01", 0)) for _ in range(2)]
    assert jht.statement(js.Member(memberships=two), until="2026-03").years[0].rate is None


def test_trainees_save_by_the_income_table() -> None:
    pupil = js.Trainee(wage=2_900_000, risk_group=3, programmes=["JKK", "JKM", "JHT"])
    history = js.History.unbroken("2025-01", "2025-01", wage=2_900_000)
    found = jht.statement(js.Membership(pupil, history=history), law=FIVE)
    assert (found.years[0].own, found.years[0].employer) == (59_000, 0)


def test_who_takes_part_may_change() -> None:
    firm = js.Employer(risk_group=1)
    earner, rider = js.WageEarner(wage=5_000_000, employer=firm), js.SelfEmployed(income=1_000_000)
    months = [
        js.MonthRecord(js.Month("2025-01"), js.MonthState.PAID, participant=earner),
        js.MonthRecord(js.Month("2025-02"), js.MonthState.PAID, participant=rider),
        js.MonthRecord(js.Month("2025-03"), js.MonthState.PAID, participant=earner),
    ]
    assert years(js.History(tuple(months)))[0].paid_in == 2 * 285_000


def test_rates_change_inside_a_record() -> None:
    law = FIVE.override(jht.WORKER_RATE, since="2025-03", value=Fraction(3, 100))
    assert years(YEAR, law)[0].worker == 2 * 100_000 + 10 * 150_000
    law = FIVE.override(jht.WORKER_RATE, since="2025-03", until="2025-04", value=Fraction(3, 100))
    assert years(YEAR, law)[0].worker == 10 * 100_000 + 2 * 150_000
    gap = js.History.of({"2025-02": 5_000_000, "2025-06": 5_000_000}, state="paid").fill("unpaid")
    assert years(gap, law)[0].worker == 2 * 100_000


def test_state_staff_save_when_the_reading_says_so() -> None:
    staff = js.WageEarner(wage=5_000_000, employer=js.Employer(risk_group=1, kind="state"))
    membership = js.Membership(staff, history=js.History.unbroken("2025-01", "2025-04", wage=5_000_000))
    assert jht.statement(membership, law=FIVE).paid_in == 0
    law = FIVE.reading(readings.JHT_OF_STATE_STAFF, "compulsory")
    assert jht.statement(membership, law=law).paid_in == 3 * 285_000


def told(make: Any) -> list[tuple[type[errors.JamsostekError], str]]:
    with pytest.raises(errors.JamsostekError) as caught:
        make()
    return [(type(each), each.where) for each in errors.each_of(caught.value)]


def test_what_a_statement_refuses() -> None:
    assert told(lambda: jht.statement(ANY.LAW)) == [(errors.WrongType, "member")]
    assert told(lambda: jht.statement(js.Member(EARNER))) == [(errors.MissingFact, "until")]
    assert told(lambda: jht.statement(js.Member(EARNER), until="2025-12")) == [(errors.MissingFact, "history")]
    gaps = js.History.of({"2025-01": 5_000_000, "2025-04": 5_000_000}, state="paid")
    with pytest.raises(errors.MissingFact, match=r"2025-02, 2025-03.*not_owed"):
        years(gaps)
    silent = js.History.of({"2025-01": None, "2025-02": None}, state="paid")
    assert told(lambda: years(silent)) == [(errors.MissingFact, "2025-01"), (errors.MissingFact, "2025-02")]
    early = js.History.unbroken("2015-04", "2015-08", wage=5_000_000)
    assert told(lambda: years(early)) == [(errors.BeforeLaw, "2015-04")]
    assert years(early, savings=js.Balance("2015-07", 0))[0].paid_in == 2 * 285_000


def test_a_wage_before_registration() -> None:
    assert told(lambda: years(YEAR, registered=date(2025, 3, 15))) == [
        (errors.TooEarly, "2025-01"),
        (errors.TooEarly, "2025-02"),
    ]
    assert years(YEAR, registered=date(2025, 1, 31))


def test_what_a_membership_refuses_of_its_account() -> None:
    assert told(lambda: js.Member(EARNER, savings=ANY.LAW, withdrawals=[ANY.LAW])) == [
        (errors.WrongType, "savings"),
        (errors.WrongType, "withdrawals"),
    ]
    assert told(
        lambda: js.Member(
            EARNER,
            savings=js.Balance("2025-13", -1),
            withdrawals=[js.Withdrawal(ANY.LAW, ANY.LAW), js.Withdrawal(None, 1)],  # type: ignore[arg-type]
        )
    ) == [
        (errors.NotAMonth, "savings"),
        (errors.NegativeAmount, "savings"),
        (errors.NotADate, "withdrawals"),
        (errors.WrongType, "withdrawals"),
        (errors.NotADate, "withdrawals"),
    ]
    assert told(lambda: js.Member(savings=js.Balance("2025-01", 1), memberships=[js.Membership(EARNER)])) == [
        (errors.Contradiction, "Member")
    ]


def test_a_statement_in_words() -> None:
    found = jht.statement(
        js.Membership(EARNER, history=js.History.unbroken("2021-01", "2022-12", wage=5_000_000)), law=FIVE
    )
    text = found.explain()
    assert "2022: opening 3,512,625, contributions 3,420,000, return 268,256, closing 7,200,881" in text
    assert "5 % × (3,512,625 × 12 + 22,230,000) ÷ 12 = 268,256.25" in text
    assert "PP 46/2015 art. 22(2) [A]" in text
    assert "hasil = tingkat" in found.explain("id")
    assert repr(found) == "<Savings to 2022-12: 7,200,881 in 1 account(s)>"
    page = found._repr_html_()
    assert "<td>7,200,881</td>" in page
    assert "<details>" in page
    made = found.to_dict()
    assert made["accounts"][0]["years"][1]["exact"] == "28803525/4"
    assert made["readings"] == {"return_starts": "month_paid", "savings_rounding": "down"}
    assert made["schema"] == "jamsostek.savings/1"
    five = js.History.unbroken("2021-01", "2023-12", wage=5_000_000)
    assert "452,669.06…" in jht.statement(js.Membership(EARNER, history=five), law=FIVE).explain()
