"""JKP after a dismissal: worked cases, who takes part, months, windows, arrears, duties."""

import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors, jkp, readings
from jamsostek._cases import case_of
from jamsostek.jkp import record
from jamsostek.jkp.benefit_rules import provide

CASES = tomllib.loads((Path(__file__).parent / "cases" / "job_loss.toml").read_text())["case"]
PERSON: dict[str, Any] = {"citizen": True, "born": date(1990, 6, 15), "health_cover": "employer"}
KINDS: dict[str, Any] = {"Dismissal": js.Dismissal, "Resignation": js.Resignation}


def history(runs: list[list[str]], wage: int) -> js.History:
    rows = [
        {"month": str(month), "state": state, **({} if state == "not_owed" else {"wage": wage})}
        for first, last, state in runs
        for month in js.months(first, last)
    ]
    return js.History.from_rows(rows)


def job(person: js.Person | None, facts: dict[str, Any]) -> js.Membership:
    who = js.WageEarner(
        wage=facts["wage"],
        employer=js.Employer(risk_group=2, scale=facts.get("scale")),
        programmes=facts.get("programmes"),
        person=person,
    )
    record = history(facts["months"], facts["wage"]) if "months" in facts else None
    return js.Membership(who, registered=facts.get("registered"), ended=facts.get("ended"), history=record)


def member(*jobs: dict[str, Any], **person: Any) -> js.Member:
    somebody = js.Person(**{**PERSON, **person})
    return js.Member(memberships=[job(somebody, each) for each in jobs])


STEADY = {"wage": 4_000_000, "registered": date(2018, 1, 8), "months": [["2018-01", "2025-02", "paid"]]}
ANA = member(STEADY)
HALVES = (Fraction(1, 2),) * 3
MARCH = js.Dismissal(on=date(2025, 3, 10))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(case: dict[str, Any]) -> None:
    event = KINDS[case.get("kind", "Dismissal")](**case["event"])
    who = member(*case["jobs"], **case.get("person", {}))
    verdict = jkp.eligible(event, who)
    items = jkp.benefit(event, who)
    assert verdict.state == case["state"], verdict
    assert [[each.benefit, each.amount, each.times, each.payer] for each in items] == case.get("items", [])
    assert sum(each.total or 0 for each in items) == case.get("total", 0)
    if "article" in case:
        assert case["article"] in [reason.cite.text() for reason in verdict.because]
    found = provide(case_of(event, who, None, js.LAW)).readings
    assert [reading.name for reading in found] == case.get("readings", [])
    if "paid" in case:
        ledger = record.ledger(record.jobs_of(who, event.on).every, event.on, js.LAW)
        last = js.Month.of(event.on) - 1
        assert ledger.paid(last - 23, last) == (case["paid"], case["paid"])
    assert case["source"]


def articles(event: Any, who: js.Member, law: js.Law = js.LAW) -> list[str]:
    verdict = jkp.eligible(event, who, law=law)
    assert verdict.state == "not eligible"
    assert jkp.benefit(event, who, law=law) == ()
    return [reason.cite.text() for reason in verdict.because]


def missing(event: Any, who: js.Member, law: js.Law = js.LAW) -> list[str]:
    verdict = jkp.eligible(event, who, law=law)
    assert verdict.state == "undetermined", verdict
    return [fact.key for fact in verdict.missing]


def touched(event: Any, who: js.Member, law: js.Law = js.LAW) -> set[str]:
    return {reading.name for reading in provide(case_of(event, who, None, law)).readings}


def option(reading: js.Reading, name: str) -> js.Law:
    return js.LAW.reading(reading, name)


@pytest.mark.parametrize(
    ("event", "article"),
    [
        (js.Resignation(on=MARCH.on), "20(1)a"),
        (js.TotalDisability(on=MARCH.on), "20(1)b"),
        (js.Retirement(on=MARCH.on), "20(1)c"),
        (js.Death(on=MARCH.on), "20(1)d"),
        (js.ContractEnd(on=MARCH.on), "20(2)"),
        (js.ActivityEnd(on=MARCH.on), "19(1)"),
        (js.LeavingIndonesia(on=MARCH.on), "19(1)"),
        (js.WorkAccident(on=MARCH.on), "19(1)"),
        (js.Dismissal(on=date(2021, 2, 1)), "50"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_no_dismissal(event: Any, article: str) -> None:
    assert articles(event, ANA) == [f"PP 37/2021 art. {article}"]


class TestWho:
    def test_not_a_wage_earner_of_a_company(self) -> None:
        rider = js.Member(js.SelfEmployed(income=1_000_000))
        cook = js.Member(js.WageEarner(wage=4_000_000, employer=js.Employer(kind="private_person")))
        assert articles(MARCH, rider) == articles(MARCH, cook) == ["PP 37/2021 art. 1"]

    def test_a_job_that_had_ended(self) -> None:
        assert articles(MARCH, member({**STEADY, "ended": date(2025, 3, 9)})) == ["PP 37/2021 art. 19(1)"]
        assert jkp.eligible(MARCH, member({**STEADY, "ended": date(2025, 3, 31)}))

    def test_foreigners(self) -> None:
        assert articles(MARCH, member(STEADY, citizen=False, six_months=True)) == ["PP 37/2021 art. 4(2)a"]

    def test_what_is_not_known_is_missing(self) -> None:
        assert missing(MARCH, member(STEADY, health_cover=None)) == ["person.health_cover"]
        unknown = {key: value for key, value in STEADY.items() if key != "registered"}
        assert missing(MARCH, member(unknown, born=None)) == ["person.born", "registered"]
        assert missing(MARCH, member({"wage": 4_000_000})) == ["member.registered", "member.history"]
        assert missing(MARCH, member({**STEADY, "months": [["2018-01", "2023-12", "paid"]]})) == ["member.history"]

    def test_what_is_taken_for_granted(self) -> None:
        found = provide(case_of(MARCH, member(STEADY, citizen=None), None, js.LAW))
        assert [each.fact for each in found.assumed] == [
            "person.citizen",
            "employer.scale",
            "event.willing",
            "event.new_job",
            "event.earlier",
        ]
        told = js.Dismissal(on=MARCH.on, willing=True, new_job="none", earlier=())
        large = member({**STEADY, "scale": "large"})
        assert provide(case_of(told, large, None, js.LAW)).assumed == ()

    def test_age_of_members_from_before_jkp(self) -> None:
        event = js.Dismissal(on=date(2024, 5, 10))
        who = member({**STEADY, "months": [["2018-01", "2024-04", "paid"]]}, born=date(1966, 1, 1))
        assert jkp.eligible(event, who)
        assert "jkp_age_of_early_members" in touched(event, who)
        late = option(readings.JKP_AGE_OF_EARLY_MEMBERS, "start_of_jkp")
        assert articles(event, who, late) == ["PP 37/2021 art. 4(2)b"]

    def test_past_the_pension_age(self) -> None:
        who = member(STEADY, born=date(1964, 6, 15))
        assert jkp.eligible(MARCH, who)
        law = option(readings.JKP_PAST_PENSION_AGE, "no")
        assert articles(MARCH, who, law) == ["PP 37/2021 elucidation of art. 35"]
        assert articles(MARCH, who, law) == [reason.cite.text() for reason in jkp.eligible(MARCH, who, law=law).because]


class TestSeveralJobs:
    ALL_FIVE = ("JKK", "JKM", "JHT", "JP", "JKP")

    def test_which_was_lost_must_be_known(self) -> None:
        assert missing(MARCH, member(STEADY, STEADY)) == ["membership.ended"]
        two = member(STEADY, {**STEADY, "wage": 4_500_000})
        assert provide(case_of(MARCH, two, None, js.LAW)).bounds == (0, 16_200_000)
        told = js.Dismissal(on=MARCH.on, wage=9_000_000)
        assert provide(case_of(told, two, None, js.LAW)).bounds == (0, 18_000_000)

    def test_which_was_chosen_must_be_known(self) -> None:
        lost = {**STEADY, "ended": MARCH.on}
        assert missing(MARCH, member(lost, STEADY)) == ["participant.programmes"]

    def test_dismissed_by_the_firm_that_was_chosen(self) -> None:
        who = member({**STEADY, "ended": MARCH.on, "programmes": self.ALL_FIVE}, STEADY)
        assert jkp.eligible(MARCH, who)
        assert touched(MARCH, who) == {"jkp_several_jobs"}
        law = option(readings.JKP_SEVERAL_JOBS, "no_job_left")
        assert articles(MARCH, who, law) == ["PP 37/2021 art. 40b"]
        both = member({**STEADY, "ended": MARCH.on, "programmes": self.ALL_FIVE}, {**STEADY, "ended": MARCH.on})
        assert jkp.eligible(MARCH, both, law=law)

    def test_dismissed_by_another_firm(self) -> None:
        who = member({**STEADY, "ended": MARCH.on}, {**STEADY, "programmes": self.ALL_FIVE})
        assert articles(MARCH, who) == ["PP 37/2021 art. 8(2)"]

    def test_months_of_a_job_without_jkp_do_not_count(self) -> None:
        before = {**STEADY, "ended": date(2024, 8, 31), "months": [["2018-01", "2024-08", "paid"]]}
        now = {**STEADY, "registered": date(2024, 9, 1), "months": [["2024-09", "2025-02", "paid"]]}
        assert jkp.eligible(MARCH, member(before, now))
        never = {**before, "registered": "never", "ended": None}
        assert not jkp.eligible(MARCH, member(never, {**now, "ended": MARCH.on, "programmes": self.ALL_FIVE}))
        micro = {**before, "scale": "micro", "programmes": ("JKK", "JKM")}
        assert articles(MARCH, member(micro, now)) == ["PP 37/2021 art. 19(3) as amended by PP 6/2025"]


class TestMonths:
    def test_the_month_of_the_dismissal_by_reading(self) -> None:
        who = member({**STEADY, "registered": date(2024, 4, 1), "months": [["2024-04", "2025-03", "paid"]]})
        assert not jkp.eligible(MARCH, who)
        law = option(readings.JKP_MONTHS_LOOKED_AT, "with_that_month")
        assert jkp.eligible(MARCH, who, law=law)
        assert touched(MARCH, who) == {"jkp_months_looked_at"}

    def test_the_24th_month_counts_and_the_25th_does_not(self) -> None:
        for first, last, state in (("2023-03", "2024-02", "eligible"), ("2023-02", "2024-01", "not eligible")):
            gap = [str(js.Month(last) + 1), "2025-02", "not_owed"]
            who = member({**STEADY, "registered": date(2023, 1, 2), "months": [[first, last, "paid"], gap]})
            assert jkp.eligible(MARCH, who).state == state

    def test_months_paid_after_the_dismissal_by_reading(self) -> None:
        rows = [{"month": str(month), "state": "paid", "wage": 4_000_000} for month in js.months("2024-03", "2025-02")]
        rows[-1]["paid_on"] = date(2025, 3, 11)
        somebody = js.Person(**PERSON)
        ana = js.WageEarner(wage=4_000_000, risk_group=2, person=somebody)
        who = js.Member(ana, registered=date(2024, 3, 1), history=js.History.from_rows(rows))
        assert not jkp.eligible(MARCH, who)
        assert "jkp_late_months" in touched(MARCH, who)
        assert jkp.eligible(MARCH, who, law=option(readings.JKP_LATE_MONTHS, "paid_at_all"))

    def test_six_in_a_row_by_reading(self) -> None:
        event = js.Dismissal(on=date(2024, 7, 20))
        arrears = member({**STEADY, "months": [["2018-01", "2024-04", "paid"], ["2024-05", "2024-06", "unpaid"]]})
        gap = member({**STEADY, "months": [["2018-01", "2024-04", "paid"], ["2024-05", "2024-06", "not_owed"]]})
        found = {
            name: [
                jkp.eligible(event, who, law=option(readings.JKP_SIX_IN_A_ROW, name)).state for who in (arrears, gap)
            ]
            for name in readings.JKP_SIX_IN_A_ROW.names()
        }
        assert found == {
            "up_to_the_arrears": ["eligible", "not eligible"],
            "up_to_the_dismissal": ["not eligible", "not eligible"],
            "any_six": ["eligible", "eligible"],
        }
        assert "jkp_six_in_a_row" in touched(event, arrears) & touched(event, gap)

    def test_a_month_that_was_not_due_breaks_nothing(self) -> None:
        event = js.Dismissal(on=date(2024, 7, 10))
        who = member({**STEADY, "months": [["2018-01", "2024-05", "paid"], ["2024-06", "2024-06", "not_owed"]]})
        assert jkp.eligible(event, who)
        assert not jkp.eligible(js.Dismissal(on=date(2024, 7, 20)), who)

    def test_six_in_a_row_not_known(self) -> None:
        event = js.Dismissal(on=date(2024, 7, 20), claimed=date(2024, 8, 1))
        rows = [{"month": str(month), "state": "paid", "wage": 4_000_000} for month in js.months("2022-07", "2024-06")]
        for at in (21, 22):
            rows[at] = {"month": rows[at]["month"]}
        ana = js.WageEarner(wage=4_000_000, risk_group=2, person=js.Person(**PERSON))
        who = js.Member(ana, registered=date(2022, 7, 1), history=js.History.from_rows(rows))
        assert missing(event, who) == ["member.history"]

    def test_six_in_a_row_hangs_on_the_claim_around_february_2025(self) -> None:
        months = [["2018-01", "2024-09", "paid"], ["2024-10", "2024-11", "not_owed"]]
        who = member({**STEADY, "months": months})
        assert missing(js.Dismissal(on=date(2024, 12, 20)), who) == ["event.claimed"]
        assert not jkp.eligible(js.Dismissal(on=date(2024, 12, 20), claimed=date(2025, 2, 6)), who)
        assert jkp.eligible(js.Dismissal(on=date(2024, 12, 20), claimed=date(2025, 2, 7)), who)
        late = js.Dismissal(on=date(2024, 12, 20), claimed=date(2025, 2, 6), approved=date(2025, 2, 7))
        assert jkp.eligible(late, who)

    def test_months_before_jkp_do_not_count(self) -> None:
        steady = member({**STEADY, "months": [["2018-01", "2022-02", "paid"]]})
        assert not jkp.eligible(js.Dismissal(on=date(2022, 1, 20)), steady)
        assert jkp.eligible(js.Dismissal(on=date(2022, 2, 20)), steady)
        law = option(readings.MONTH_OF_CHANGE, "next_month")
        assert not jkp.eligible(js.Dismissal(on=date(2022, 2, 20)), steady, law=law)


class TestClaims:
    @pytest.mark.parametrize(
        ("on", "claimed", "running", "own", "revived"),
        [
            (date(2024, 11, 6), date(2025, 2, 6), True, True, True),
            (date(2024, 11, 6), date(2025, 2, 7), False, False, True),
            (date(2024, 11, 7), date(2025, 2, 8), True, False, True),
            (date(2024, 11, 7), date(2025, 5, 8), False, False, False),
            (date(2024, 7, 31), date(2024, 11, 1), False, False, False),
            (date(2024, 8, 7), date(2025, 2, 7), False, False, True),
            (date(2024, 8, 6), date(2025, 2, 6), False, False, False),
        ],
    )
    def test_the_window_of_2025(self, on: date, claimed: date, running: bool, own: bool, revived: bool) -> None:
        event = js.Dismissal(on=on, claimed=claimed)
        who = member({**STEADY, "months": [["2018-01", "2024-10", "paid"]]})
        found = {
            name: jkp.eligible(event, who, law=option(readings.JKP_CLAIM_WINDOW_2025, name)).state == "eligible"
            for name in readings.JKP_CLAIM_WINDOW_2025.names()
        }
        assert found == {"running_extended": running, "of_the_dismissal": own, "revived": revived}

    def test_the_last_day_is_told(self) -> None:
        (item,) = jkp.benefit(
            js.Dismissal(on=date(2025, 8, 31)), member({**STEADY, "months": [["2018-01", "2025-07", "paid"]]})
        )
        assert item.deadline is not None
        assert (item.deadline.last, item.deadline.cites[0].place) == (date(2026, 2, 28), "40a")
        assert item.pay_days is not None
        assert item.pay_days.value == 3

    def test_unwilling_or_at_work_again(self) -> None:
        assert articles(js.Dismissal(on=MARCH.on, willing=False), ANA) == ["PP 37/2021 art. 19(2)"]
        again = js.Dismissal(on=MARCH.on, claimed=date(2025, 4, 1), new_job=date(2025, 4, 1))
        assert articles(again, ANA) == ["PP 37/2021 art. 40b"]

    def test_how_often(self) -> None:
        with pytest.raises(errors.BeforeLaw, match="2019-01-01 lies before JKP began on 2021-02-02"):
            js.Dismissal(on=MARCH.on, earlier=[date(2019, 1, 1)])
        twice = js.Dismissal(on=MARCH.on, earlier=[date(2021, 3, 1), date(2021, 4, 1)])
        assert articles(twice, ANA) == ["PP 37/2021 art. 35"]
        thrice = js.Dismissal(on=MARCH.on, earlier=[date(2021, 3, 1), date(2021, 4, 1), date(2021, 5, 1)])
        assert "drawn 3 times before" in jkp.eligible(thrice, ANA).text()
        unknown = member({**STEADY, "months": [["2021-06", "2030-12", "paid"]]})
        assert missing(js.Dismissal(on=date(2031, 6, 1), earlier=[date(2026, 1, 1)]), unknown) == ["member.history"]

    def test_five_years_to_the_month(self) -> None:
        who = member({**STEADY, "months": [["2018-01", "2031-02", "paid"]]})
        event = js.Dismissal(on=date(2031, 2, 10), earlier=[date(2026, 1, 31)])
        assert jkp.eligible(event, who)
        assert not jkp.eligible(js.Dismissal(on=date(2031, 1, 31), earlier=[date(2026, 1, 31)]), who)
        law = option(readings.JKP_MONTHS_LOOKED_AT, "with_that_month")
        assert jkp.eligible(js.Dismissal(on=date(2031, 1, 31), earlier=[date(2026, 1, 31)]), who, law=law)

    def test_proof_and_report(self) -> None:
        event = js.Dismissal(
            on=date(2024, 12, 20), claimed=date(2025, 1, 10), proof="agreement_reported", reported=False
        )
        (item, *_) = jkp.benefit(event, member({**STEADY, "months": [["2018-01", "2024-11", "paid"]]}))
        assert [term.met for term in item.terms[-2:]] == [False, False]
        assert not item.now
        assert "a mutual agreement and its registration with the court" in item.terms[-2].text()
        assert [str(paper) for paper in item.papers] == ["id_of_member", "bank_book"]
        assert "putusan pengadilan" in jkp.benefit(MARCH, ANA)[0].terms[-1].text("id")
        (after,) = jkp.benefit(js.Dismissal(on=MARCH.on, proof="agreement_reported", reported=True), ANA)
        assert after.now
        assert [str(paper) for paper in after.papers] == ["agreement_reported", "id_of_member", "bank_book"]
        assert "Rp2,400,000" in after.terms[1].text()
        assert "Rp1,000,000" in item.terms[1].text()


class TestCash:
    def test_the_wage_last_reported(self) -> None:
        wages = {"2024-03": 3_000_000, "2025-01": 3_500_000}
        rows: list[dict[str, Any]] = [
            {"month": str(month), "state": "paid", "wage": 3_500_000 if month >= js.Month("2025-01") else 3_000_000}
            for month in js.months("2024-03", "2025-02")
        ]
        rows[-1].pop("wage")
        ana = js.WageEarner(wage=9_000_000, risk_group=2, person=js.Person(**PERSON))
        who = js.Member(ana, registered=date(2024, 3, 1), history=js.History.from_rows(rows))
        (item,) = jkp.benefit(MARCH, who)
        assert item.amount == wages["2025-01"] * 6 // 10

    def test_across_the_change_when_the_claim_is_not_known(self) -> None:
        who = member({**STEADY, "wage": 5_000_000, "months": [["2018-01", "2024-11", "paid"]]})
        items = jkp.benefit(js.Dismissal(on=date(2024, 12, 20)), who)
        assert [(each.amount, each.at_least, each.at_most) for each in items] == [
            (None, 4_500_000, 6_000_000),
            (3_000_000, 3_000_000, 3_000_000),
            (3_000_000, 9_000_000, 9_000_000),
        ] or [(each.amount, each.at_least, each.at_most) for each in items] == [
            (None, 4_500_000, 6_000_000),
            (3_000_000, 12_000_000, 12_000_000),
        ]
        assert [fact.key for fact in items[0].missing] == ["event.claimed"]

    def test_the_day_of_payment_by_reading(self) -> None:
        who = member({**STEADY, "wage": 5_000_000, "months": [["2018-01", "2024-11", "paid"]]})
        law = option(readings.JKP_CASH_TRANSITION, "payment")
        paid = [date(2024, 12, 12), date(2025, 2, 10)]
        event = js.Dismissal(on=date(2024, 12, 1), approved=date(2024, 12, 10), paid=paid)
        assert [(each.amount, each.times) for each in jkp.benefit(event, who, law=law)] == [
            (2_250_000, 1),
            (3_000_000, 5),
        ]
        assert [(each.amount, each.times) for each in jkp.benefit(event, who)] == [(2_250_000, 2), (3_000_000, 4)]
        open_days = js.Dismissal(on=date(2024, 12, 1), approved=date(2024, 12, 10))
        first, *rest = jkp.benefit(open_days, who, law=law)
        assert (first.amount, first.times, first.at_least, first.at_most) == (None, 2, 4_500_000, 6_000_000)
        assert [fact.key for fact in first.missing] == ["event.paid"]
        assert sum(each.total or 0 for each in rest) == 12_000_000

    def test_a_new_job_when_the_claim_is_not_known(self) -> None:
        (item,) = jkp.benefit(js.Dismissal(on=MARCH.on, new_job=date(2025, 5, 5)), ANA)
        assert (item.amount, item.times, item.at_least, item.at_most) == (None, 2, 0, 4_800_000)
        assert [fact.key for fact in item.missing] == ["event.claimed"]

    def test_a_month_that_begins_with_the_new_job_is_not_paid(self) -> None:
        for new_job, times in ((date(2025, 5, 9), 2), (date(2025, 5, 10), 2), (date(2025, 5, 11), 3)):
            event = js.Dismissal(on=MARCH.on, claimed=MARCH.on, new_job=new_job)
            assert [item.times for item in jkp.benefit(event, ANA)] == [times]

    @pytest.mark.parametrize(("name", "amount"), [("half_up", 1_999_999), ("down", 1_999_998), ("up", 1_999_999)])
    def test_rounding(self, name: str, amount: int) -> None:
        who = member({**STEADY, "wage": 3_333_331})
        (item,) = jkp.benefit(MARCH, who, law=option(readings.JKP_CASH_ROUNDING, name))
        assert item.amount == amount
        assert readings.JKP_CASH_ROUNDING in item.readings
        assert item.steps()[1].numbers == f"3,333,331 × 60 % → {amount:,}"

    def test_steps_and_basis(self) -> None:
        (item,) = jkp.benefit(MARCH, member({**STEADY, "wage": 8_000_000}))
        assert [step.numbers for step in item.steps("id")] == [
            "min(8.000.000; 5.000.000) = 5.000.000",
            "5.000.000 × 60 % = 3.000.000",
        ]
        assert item.evidence == "A"
        assert "PP 37/2021 art. 21(1) as amended by PP 6/2025" in [cite.text() for cite in item.basis]

    def test_another_law(self) -> None:
        law = js.LAW.override(jkp.CASH, since="2027-01", value=HALVES)
        law = law.override(jkp.BENEFIT_CEILING, since="2027-01", value=10_000_000)
        who = member({**STEADY, "wage": 8_000_000, "months": [["2018-01", "2027-02", "paid"]]})
        event = js.Dismissal(on=date(2027, 3, 10))
        assert [(each.amount, each.times) for each in jkp.benefit(event, who, law=law)] == [(4_000_000, 3)]


class TestShortfall:
    def test_nothing_where_nothing_lacks(self) -> None:
        above = member({**STEADY, "wage": 6_000_000})
        assert len(jkp.benefit(js.Dismissal(on=MARCH.on, wage=9_000_000), above)) == 1
        assert len(jkp.benefit(js.Dismissal(on=MARCH.on, wage=3_000_000), ANA)) == 1

    def test_up_to_the_ceiling(self) -> None:
        _, lack = jkp.benefit(js.Dismissal(on=MARCH.on, wage=9_000_000), ANA)
        assert (lack.amount, lack.payer, lack.when) == (3_600_000, "employer", "once")
        assert lack.steps()[0].numbers == "6 × (3,000,000 − 2,400,000) = 3,600,000"
        assert "PP 37/2021 art. 23" in [cite.text() for cite in lack.basis]

    def test_in_two_runs(self) -> None:
        event = js.Dismissal(on=date(2022, 6, 10), wage=4_000_000)
        *cash, lack = jkp.benefit(
            event, member({**STEADY, "wage": 2_000_000, "months": [["2018-01", "2022-05", "paid"]]})
        )
        assert (sum(each.total or 0 for each in cash), lack.amount) == (4_200_000, 4_200_000)
        assert len(lack.work) == 2

    def test_bounds(self) -> None:
        *_, lack = jkp.benefit(js.Dismissal(on=MARCH.on, wage=5_000_000, new_job=date(2025, 5, 5)), ANA)
        assert (lack.amount, lack.at_least, lack.at_most) == (None, 0, 1_200_000)
        who = member({**STEADY, "months": [["2018-01", "2024-11", "paid"]]})
        *_, across = jkp.benefit(js.Dismissal(on=date(2024, 12, 20), wage=5_000_000), who)
        assert across.amount is None
        assert across.at_least == 450_000 * 2 + 600_000 * 4
        assert across.at_most == 600_000 * 6
        law = option(readings.JKP_CASH_TRANSITION, "payment")
        event = js.Dismissal(on=date(2024, 12, 1), approved=date(2024, 12, 10), wage=5_000_000)
        *_, paid = jkp.benefit(event, who, law=law)
        assert "event.paid" in [fact.key for fact in paid.missing]


def behind(months: int, **facts: Any) -> tuple[js.Dismissal, js.Member]:
    last = js.Month("2025-07") - months
    runs = [["2018-01", str(last), "paid"], [str(last + 1), "2025-07", "unpaid"]]
    return js.Dismissal(on=date(2025, 8, 20), **facts), member({**STEADY, "months": runs})


class TestPayer:
    @pytest.mark.parametrize(
        ("months", "firm", "payer"),
        [
            (3, None, "fund"),
            (4, "trading", "employer"),
            (4, None, None),
            (6, "bankrupt", "fund"),
            (6, "closed", "fund"),
            (7, "bankrupt", "employer"),
            (7, None, "employer"),
        ],
    )
    def test_months_in_arrears(self, months: int, firm: str | None, payer: str | None) -> None:
        event, who = behind(months, firm=firm)
        (item,) = jkp.benefit(event, who)
        assert item.payer == payer
        assert item.total == 14_400_000
        assert [fact.key for fact in item.missing] == ([] if payer else ["event.firm"])
        assert ("jkp_bankrupt_long_arrears" in touched(event, who)) is (months == 7)

    def test_bankrupt_and_long_in_arrears_by_reading(self) -> None:
        law = option(readings.JKP_BANKRUPT_LONG_ARREARS, "fund")
        event, who = behind(7, firm="bankrupt")
        assert [item.payer for item in jkp.benefit(event, who, law=law)] == ["fund"]
        unknown, _ = behind(7)
        (item,) = jkp.benefit(unknown, who, law=law)
        assert item.payer is None
        assert [fact.key for fact in item.missing] == ["event.firm"]

    def test_terms(self) -> None:
        text = [term.text() for term in jkp.benefit(*behind(4, firm="trading"))[0].terms]
        assert any("within 3 months of paying, and the fund refunds within 7 working days" in each for each in text)
        paid = [term.text("id") for term in jkp.benefit(*behind(2))[0].terms]
        assert "pengusaha wajib melunasi tunggakan iuran" in paid
        assert not any("arrears" in term.text() for term in jkp.benefit(MARCH, ANA)[0].terms)

    def test_arrears_that_are_not_known(self) -> None:
        rows = [{"month": str(month), "state": "paid", "wage": 4_000_000} for month in js.months("2022-01", "2025-07")]
        for at in range(-5, 0):
            rows[at] = {"month": rows[at]["month"]}
        ana = js.WageEarner(wage=4_000_000, risk_group=2, person=js.Person(**PERSON))
        who = js.Member(ana, registered=date(2022, 1, 1), history=js.History.from_rows(rows))
        (item,) = jkp.benefit(js.Dismissal(on=date(2025, 8, 20), firm="trading"), who)
        assert item.payer is None
        assert [fact.key for fact in item.missing] == ["member.history"]
        assert any(term.text().startswith("if more than the months allowed") for term in item.terms)
        assert any(term.text().startswith("if contributions are in arrears") for term in item.terms)


class TestNotEnrolled:
    def test_in_one_sum_by_the_employer(self) -> None:
        who = member({"wage": 8_000_000, "registered": "never", "scale": "small"})
        (item,) = jkp.benefit(MARCH, who)
        assert (item.amount, item.when, item.payer, item.deadline) == (18_000_000, "once", "employer", None)
        assert [step.numbers for step in item.steps()][-1] == "6 × 3,000,000 = 18,000,000"
        assert "work training too, in kind" in [term.text() for term in item.terms]
        (true,) = jkp.benefit(js.Dismissal(on=MARCH.on, wage=4_000_000), who)
        assert true.amount == 14_400_000

    def test_the_person_must_be_one_who_could_take_part(self) -> None:
        never = {"wage": 8_000_000, "registered": "never", "scale": "small"}
        assert articles(MARCH, member(never, citizen=False, six_months=True)) == ["PP 37/2021 art. 4(2)a"]
        assert missing(MARCH, member(never, born=None)) == ["person.born", "registered"]
        assert jkp.eligible(MARCH, member(never, health_cover="none"))

    def test_a_micro_employer_at_its_legal_minimum(self) -> None:
        assert articles(MARCH, member({**STEADY, "scale": "micro"})) == ["PP 37/2021 art. 37(2)"]
        more = {**STEADY, "scale": "micro", "programmes": ("JKK", "JKM", "JHT")}
        assert jkp.eligible(MARCH, member(more))

    def test_left_out_and_health_cover_not_known(self) -> None:
        left = {**STEADY, "scale": "small", "programmes": ("JKK", "JKM")}
        assert missing(MARCH, member(left, health_cover=None)) == ["person.health_cover"]


class TestMonthly:
    def test_duties(self) -> None:
        keys = [[duty.key for duty in jkp.duties(number, on=date(2025, 9, 1))] for number in (1, 2, 6)]
        assert keys == [
            ["claim", "self_assessment"],
            ["no_job", "search_or_training"],
            ["no_job", "search_or_training", "status_form"],
        ]
        text = jkp.duties(2, on=date(2025, 9, 1))[1]
        assert "at least 5 applications or 1 call" in text.text()
        assert "paling sedikit 80 %" in text.text("id")

    @pytest.mark.parametrize(
        ("number", "facts", "state"),
        [
            (1, {"self_assessed": True}, "eligible"),
            (1, {}, "undetermined"),
            (1, {"self_assessed": False}, "not eligible"),
            (2, {"working": False, "applications": 5}, "eligible"),
            (2, {"working": False, "applications": 4}, "undetermined"),
            (2, {"working": False, "calls": 1, "applications": 0}, "eligible"),
            (3, {"working": False, "attendance": Fraction(4, 5)}, "eligible"),
            (3, {"working": False, "applications": 4, "calls": 0, "attendance": Fraction(79, 100)}, "not eligible"),
            (4, {"working": True, "applications": 5}, "not eligible"),
            (4, {"applications": 5}, "undetermined"),
            (6, {"working": False, "applications": 5}, "undetermined"),
            (6, {"working": False, "applications": 5, "status_form": True}, "eligible"),
            (6, {"working": False, "applications": 5, "status_form": False}, "not eligible"),
        ],
    )
    def test_may_draw(self, number: int, facts: dict[str, Any], state: str) -> None:
        verdict = jkp.may_draw(number, on=date(2025, 9, 1), **facts)
        assert verdict.state == state
        assert bool(verdict.because) is (state == "not eligible")
        assert bool(verdict.missing) is (state == "undetermined")

    @pytest.mark.parametrize(
        ("number", "facts", "error"),
        [
            (0, {}, errors.WrongType),
            (7, {}, errors.WrongType),
            ("1", {}, errors.WrongType),
            (1, {"on": None}, errors.MissingFact),
            (1, {"on": "2025-09-01"}, errors.NotADate),
            (1, {"on": date(2025, 2, 6)}, errors.BeforeLaw),
            (2, {"working": 1}, errors.WrongType),
            (2, {"applications": -1}, errors.NegativeAmount),
            (2, {"calls": "1"}, errors.WrongType),
            (2, {"attendance": 0.8}, errors.FloatRate),
            (2, {"attendance": 80}, errors.ImpossibleRate),
            (2, {"attendance": True}, errors.ImpossibleRate),
            (2, {"calls": -1, "applications": -1}, errors.SeveralErrors),
        ],
    )
    def test_bad_reports(self, number: Any, facts: dict[str, Any], error: type[Exception]) -> None:
        with pytest.raises(error):
            jkp.may_draw(number, **{"on": date(2025, 9, 1), **facts})

    def test_refund(self) -> None:
        found = jkp.refund_by(date(2025, 11, 30))
        assert found.ask_by == date(2026, 2, 28)
        assert [row.value for row in found.rows] == [3, 7]
        with pytest.raises(errors.MissingFact):
            jkp.refund_by(None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "error", "words"),
    [
        ({"approved": date(2025, 3, 9)}, errors.TooEarly, "approved: 2025-03-09 lies before the event"),
        ({"claimed": date(2025, 4, 2), "approved": date(2025, 4, 1)}, errors.Contradiction, "before the claim"),
        ({"claimed": date(2025, 3, 1), "approved": date(2025, 4, 1)}, errors.TooEarly, "claimed"),
        ({"approved": "2025-04-01"}, errors.NotADate, "approved"),
        ({"paid": date(2025, 4, 1)}, errors.WrongType, "paid"),
        ({"paid": "2025-04-01"}, errors.WrongType, "paid"),
        ({"paid": ["2025-04-01"]}, errors.NotADate, "paid"),
        ({"paid": [date(2025, 3, 9)]}, errors.Contradiction, "lies before the dismissal"),
        ({"paid": [date(2025, 4, 1), date(2025, 4, 1)]}, errors.Contradiction, "do not rise"),
        ({"earlier": [MARCH.on]}, errors.Contradiction, "does not lie before the dismissal"),
        ({"on": None, "earlier": [MARCH.on]}, errors.MissingFact, "on"),
        ({"new_job": "soon"}, errors.NotADate, "new_job"),
        ({"new_job": date(2025, 3, 9)}, errors.Contradiction, "new_job"),
        ({"wage": 4_000_000.0}, errors.FloatAmount, "wage"),
        ({"wage": 4_000}, errors.AbsurdAmount, "wage"),
        ({"firm": "broke"}, errors.UnknownKind, "trading, bankrupt, closed"),
    ],
)
def test_bad_dismissals(facts: dict[str, Any], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        js.Dismissal(**{"on": MARCH.on, **facts})


def test_names_and_units() -> None:
    with pytest.raises(AttributeError, match="eligible"):
        jkp.eligble  # noqa: B018
    with pytest.raises(errors.InvalidTable):
        js.LAW.override(jkp.CASH, since="2027-01", value=(Fraction(3, 2),))
    with pytest.raises(errors.InvalidTable):
        js.LAW.override(jkp.YEARS_BETWEEN, since="2027-01", value=0)
    with pytest.raises(errors.InvalidTable):
        js.LAW.override(jkp.CASH, since="2027-01", value=())


def test_months_before_jkp_began_are_told() -> None:
    told = jkp.eligible(js.Dismissal(on=date(2021, 12, 10)), ANA).text()
    assert "must be at least 12; months before 2021-02 do not count" in told
