"""When JHT is paid, to whom and how much: every regime since July 2015, parts, housing support, employers."""

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
FIVE = js.LAW.override(jht.CREDITED_RATE, since="2015-01", value=Fraction(5, 100))
YEARS = js.History.unbroken("2021-01", "2025-12", wage=5_000_000)
RIDER = js.Member(js.SelfEmployed(income=1_000_000, programmes=["JKK", "JKM", "JHT"]))
ANY: Any = js  # for what the types forbid


def member(*, born: date | None = None, **facts: Any) -> js.Member:
    who = js.WageEarner(wage=5_000_000, risk_group=1, person=js.Person(born=born))
    return js.Member(who, **facts)


def state(event: Any, whose: js.Member, law: js.Law = js.LAW) -> str:
    return jht.eligible(event, whose, law=law).state.value


def why(event: Any, whose: js.Member, law: js.Law = js.LAW) -> str:
    verdict = jht.eligible(event, whose, law=law)
    assert verdict.state is js.State.NOT_ELIGIBLE
    return "; ".join(f"{reason.text()} ({reason.cite.text()})" for reason in verdict.because)


def missing(event: Any, whose: js.Member, law: js.Law = js.LAW) -> list[str]:
    verdict = jht.eligible(event, whose, law=law)
    assert verdict.state is js.State.UNDETERMINED
    return [fact.key for fact in verdict.missing]


@pytest.mark.parametrize("case", CASES["first_day"], ids=lambda case: case["id"])
def test_first_day(case: dict[str, Any]) -> None:
    event = getattr(js, case["event"])(on=case["on"], **case["facts"])
    whose = member(born=case.get("born"))
    if case["event"] == "ActivityEnd":
        whose = RIDER
    (item,) = jht.benefit(event, whose, js.Family(spouse=True))
    assert item.verdict.state is js.State.ELIGIBLE
    assert item.first == case["expect"]


@pytest.mark.parametrize("case", CASES["partial"], ids=lambda case: case["id"])
def test_partial(case: dict[str, Any]) -> None:
    whose = member(registered=date(2012, 1, 2), withdrawals=())
    item = jht.partial(whose, purpose=case["purpose"], on=date(2026, 3, 2), held=case["held"])
    assert item.amount == case["expect"]
    assert item.verdict.state is js.State.ELIGIBLE


def test_the_balance_goes_up_to_the_month_before() -> None:
    event = js.Dismissal(on=date(2025, 10, 31), new_job="none", claimed=date(2026, 1, 12))
    (item,) = jht.benefit(event, member(history=YEARS), law=FIVE)
    assert (item.amount, item.payer, item.recipient) == (19_409_470, "fund", "member")
    assert [step.numbers for step in item.steps()] == ["17,100,000 + 2,309,470 - 0 = 19,409,470"]
    assert item.pay_days is not None
    assert item.pay_days.value == 5
    assert item.deadline == (None, (js.instruments.PP_46_2015.at("whole"),))
    later = jht.benefit(event, member(history=YEARS), law=FIVE.reading(readings.RETURN_ENDS, "that_month"))
    assert later[0].amount == 19_409_470 + 80_873  # 5 % of 19,409,470.47 for a month
    drawn = member(history=YEARS, withdrawals=[js.Withdrawal(date(2025, 12, 1), 1_000_000)])
    assert jht.benefit(event, drawn, law=FIVE)[0].amount == 18_405_303  # less 1,000,000 and its return of December


def test_deposits_of_the_month_of_the_claim_are_in() -> None:
    late = js.History((js.MonthRecord(js.Month("2025-12"), js.MonthState.PAID, 5_000_000, None, date(2026, 1, 9)),))
    event = js.Dismissal(on=date(2025, 12, 5), new_job="none", claimed=date(2026, 1, 12))
    assert jht.benefit(event, member(history=late))[0].amount == 285_000
    event = js.Dismissal(on=date(2025, 12, 5), new_job="none", claimed=date(2026, 1, 8))
    (item,) = jht.benefit(event, member(history=late))
    assert item.amount == 0
    assert item.terms[0].text() == "1 unpaid months are not in it; they are paid out once they are paid in"
    assert "belum dibayar tidak termasuk" in item.terms[0].text("id")


@pytest.mark.parametrize(
    ("history", "savings", "floor", "facts"),
    [
        (YEARS, None, 17_100_000, ["law.credited_rates"]),
        (YEARS, js.Balance("2025-01", 15_000_000), 15_000_000 + 3_420_000, ["law.credited_rates"]),
        (None, None, 0, ["member.history"]),
        (None, js.Balance("2025-01", 15_000_000), 15_000_000, ["law.credited_rates"]),
        (None, js.Balance("2025-11", 0), 0, ["member.history"]),
        (js.History.unbroken("2015-01", "2025-12", wage=5_000_000), None, 0, ["membership.savings"]),
        (
            js.History.of({"2015-01": 5_000_000, "2015-02": None, "2015-04": 1_000_000}, state="paid"),
            None,
            0,
            ["member.history", "membership.savings"],
        ),
    ],
)
def test_amounts_that_cannot_be_said(
    history: js.History | None, savings: js.Balance | None, floor: int, facts: list[str]
) -> None:
    event = js.Dismissal(on=date(2025, 12, 5), new_job="none")
    (item,) = jht.benefit(event, member(history=history, savings=savings, withdrawals=()))
    assert (item.amount, item.at_least, item.at_most) == (None, floor, None)
    assert [fact.key for fact in item.missing] == facts


def test_edges_of_days() -> None:
    record = js.MonthRecord(js.Month("2025-12"), js.MonthState.PAID, 5_000_000, None, date(2026, 1, 12))
    event = js.LeavingIndonesia(on=date(2026, 1, 12), for_good=True)
    (item,) = jht.benefit(event, member(history=js.History((record,))))
    assert item.amount == 285_000  # paid in on the day of the claim
    at_56 = js.Dismissal(on=date(2025, 3, 1))
    assert state(at_56, member(born=date(1969, 4, 1))) == "eligible"  # 56 on the very day the waiting month ends
    assert missing(at_56, member(born=date(1969, 4, 2))) == ["event.new_job"]
    drawn = member(history=YEARS, withdrawals=[js.Withdrawal(date(2025, 12, 1), 1_000_000)])
    assert jht.benefit(js.ContractEnd(on=date(2025, 12, 31)), drawn)[0].floor == 16_100_000
    ripe = jht.partial(
        member(registered=date(2016, 3, 2), withdrawals=()), purpose="other", on=date(2026, 3, 2), held=1
    )
    assert ripe.verdict.state is js.State.ELIGIBLE  # ten years on the very day


def test_months_after_the_record_are_not_known() -> None:
    short = YEARS.window("2021-01", "2025-06")
    event = js.LeavingIndonesia(on=date(2025, 12, 5), for_good=True)
    (item,) = jht.benefit(event, member(history=short), law=FIVE)
    assert (item.amount, [fact.key for fact in item.missing]) == (None, ["member.history"])
    assert item.floor == jht.statement(member(history=short), until="2025-11", law=FIVE).balance
    left = member(history=short, ended=date(2025, 6, 30))
    assert jht.benefit(event, left, law=FIVE)[0].amount == item.floor
    told = member(savings=js.Balance("2025-12", 1_000_000))
    assert jht.benefit(event, told, law=FIVE)[0].amount == 1_000_000


def test_the_last_month_of_work_may_be_untold() -> None:
    def claimed(on: date, **facts: Any) -> js.Claim:
        return js.claim(js.Resignation(on=on, new_job="none"), member(**facts), programmes=["JHT"], law=FIVE)

    short = YEARS.window("2021-01", "2025-10")
    whole = claimed(date(2025, 11, 30), history=short)
    assert [fact.key for fact in whole.items[0].missing] == ["member.history"]
    words = "nothing was paid for the month in which work ended, which the record does not tell"
    part = claimed(date(2025, 11, 29), history=short)
    assert (part.items[0].missing, [each.text() for each in part.assumed].count(words)) == ((), 1)
    told = claimed(date(2025, 11, 30), history=short, ended=date(2025, 10, 31))
    assert (told.items[0].missing, words in [each.text() for each in told.assumed]) == ((), False)


def test_faults_of_the_record_are_told() -> None:
    event = js.Dismissal(on=date(2025, 12, 5), new_job="none")
    early = member(history=js.History.unbroken("2025-01", "2025-03", wage=5_000_000), registered=date(2025, 3, 3))
    with pytest.raises(errors.TooEarly, match="2025-01 to 2025-02: a wage before registration on 2025-03-03"):
        jht.benefit(event, early)
    open_ = js.History.of(dict.fromkeys(("2025-01", "2025-02", "2025-03"), 5_000_000))
    with pytest.raises(errors.SeveralErrors) as caught:
        jht.benefit(event, member(history=open_, registered=date(2025, 3, 3)))
    assert [type(each) for each in caught.value.errors].count(errors.TooEarly) == 2


def test_a_job_found_again_closes_the_account() -> None:
    on = date(2025, 3, 1)
    assert missing(js.Dismissal(on=on), member()) == ["event.new_job"]
    assert why(js.Dismissal(on=on, new_job=date(2025, 4, 1)), member()).startswith("works for a wage again")
    (item,) = jht.benefit(js.Dismissal(on=on, new_job=date(2025, 4, 2)), member())
    assert [term.text() for term in item.terms] == ["to be claimed before the new work on 2025-04-02"]
    assert state(js.Dismissal(on=on, new_job=date(2025, 5, 1), claimed=date(2025, 5, 2)), member()) == "not eligible"
    assert state(js.Resignation(on=on, new_job="none"), member()) == "eligible"
    assert state(js.ContractEnd(on=on), member()) == "eligible"


def test_several_memberships() -> None:
    who = js.WageEarner(wage=5_000_000, risk_group=1)
    rider = js.SelfEmployed(income=1_000_000, programmes=["JKK", "JKM", "JHT"])
    event = js.Dismissal(on=date(2025, 3, 1), new_job="none")
    gone, here = js.Membership(who, ended=date(2025, 3, 1)), js.Membership(who)
    assert "works for a wage" in why(event, js.Member(memberships=[gone, here]))
    assert missing(event, js.Member(memberships=[here, here])) == ["membership.ended"]
    items = jht.benefit(event, js.Member(memberships=[gone, js.Membership(rider)]))
    assert [item.membership for item in items] == [gone, js.Membership(rider)]
    assert state(event, js.Member(memberships=[gone, gone])) == "eligible"


def test_a_claim_that_comes_too_early() -> None:
    on = date(2025, 3, 1)
    assert "claimed on 2025-03-31, due from 2025-04-01 on" in why(
        js.Dismissal(on=on, claimed=date(2025, 3, 31), new_job="none"), member()
    )
    assert state(js.Dismissal(on=on, claimed=date(2025, 4, 1), new_job="none"), member()) == "eligible"
    born = date(1969, 3, 15)
    assert state(js.Dismissal(on=on, claimed=date(2025, 3, 20)), member(born=born)) == "eligible"
    assert "due from" in why(
        js.Retirement(on=date(2026, 6, 15), claimed=date(2026, 6, 1)), member(born=date(1970, 6, 15))
    )


def test_the_rules_of_2015() -> None:
    july, august = date(2015, 7, 10), date(2015, 8, 14)
    facts: dict[str, Any] = {"new_job": "none"}
    assert "waits for the age of 56 (PP 46/2015 art. 26(3))" in why(
        js.Dismissal(on=july, claimed=date(2015, 8, 11), **facts), member()
    )
    early = js.Dismissal(on=july, claimed=date(2015, 8, 12), **facts)
    assert "not yet applied" in why(early, member())
    at_once = js.LAW.reading(readings.LEAVERS_IN_AUGUST_2015, "at_once")
    assert state(early, member(), at_once) == "eligible"
    (item,) = jht.benefit(js.Dismissal(on=july, **facts), member(), law=at_once)
    assert item.first == date(2015, 8, 12)
    assert readings.LEAVERS_IN_AUGUST_2015 in item.readings
    assert state(early, member(born=date(1959, 8, 12))) == "eligible"
    assert state(js.Dismissal(on=august, claimed=date(2015, 9, 14), **facts), member()) == "eligible"
    assert state(js.LeavingIndonesia(on=july, for_good=True, claimed=july), member()) == "eligible"
    assert "not yet applied" in why(js.LeavingIndonesia(on=august, for_good=True, claimed=august), member())


def test_a_waiting_month_at_the_end_of_a_contract() -> None:
    one = js.LAW.reading(readings.WAIT_AT_CONTRACT_END, "one_month")
    ends: list[tuple[Any, js.Member]] = [
        (js.ContractEnd(on=date(2025, 3, 31)), member()),
        (js.ActivityEnd(on=date(2025, 3, 31)), RIDER),
    ]
    for event, whose in ends:
        (item,) = jht.benefit(event, whose, law=one)
        assert item.first == date(2025, 4, 30)
        assert readings.WAIT_AT_CONTRACT_END in item.readings


def test_the_end_of_work_that_nobody_has() -> None:
    on, rider = date(2025, 3, 31), js.Member(js.SelfEmployed(income=1_000_000, programmes=["JKK", "JKM", "JHT"]))
    assert "nobody here is self-employed" in why(js.ActivityEnd(on=on), member())
    for event in (js.Dismissal(on=on), js.Resignation(on=on), js.ContractEnd(on=on)):
        assert "nobody here is employed" in why(event, rider)
    assert state(js.ActivityEnd(on=on), rider) == "eligible"


def test_leaving_indonesia() -> None:
    on = date(2026, 6, 30)
    assert missing(js.LeavingIndonesia(on=on), member()) == ["event.for_good"]
    assert "not leaving for good" in why(js.LeavingIndonesia(on=on, for_good=False), member())


def test_retirement() -> None:
    on, born = date(2026, 6, 15), date(1971, 6, 15)
    assert missing(js.Retirement(on=on), member()) == ["person.born"]
    assert missing(js.Retirement(on=on), member(born=born)) == ["event.agreed_age"]
    assert "younger than 56, which is reached on 2027-06-15" in why(
        js.Retirement(on=on, agreed_age=56), member(born=born)
    )
    assert "younger than the agreed age of 58, which is reached on 2029-06-15" in why(
        js.Retirement(on=on, agreed_age=58), member(born=born)
    )
    before = date(2022, 4, 25)
    assert "younger than 56" in why(js.Retirement(on=before, agreed_age=50), member(born=born))
    leap = member(born=date(1968, 2, 29))
    assert jht.benefit(js.Retirement(on=date(2024, 2, 29)), leap)[0].first == date(2024, 2, 29)
    short = member(born=date(1972, 2, 29))
    assert jht.benefit(js.Retirement(on=date(2028, 2, 29)), short)[0].readings == ()
    odd = js.LAW.override(jht.AGE, since="2015-07-01", value=55)
    assert state(js.Retirement(on=date(2027, 2, 28)), short, odd) == "eligible"
    late = odd.reading(readings.BORN_ON_29_FEBRUARY, "1_march")
    assert state(js.Retirement(on=date(2027, 2, 28), agreed_age=55), short, late) == "not eligible"


def test_accidents_alone() -> None:
    assert "an accident alone" in why(js.WorkAccident(on=date(2026, 1, 5)), member())
    disabled = js.TotalDisability(on=date(2026, 2, 5), work_related=True)
    (item,) = jht.benefit(js.WorkAccident(on=date(2026, 1, 5), outcome=disabled), member())
    assert item.first == date(2026, 2, 5)


@pytest.mark.parametrize(
    ("family", "recipient"),
    [
        (js.Family(spouse=True), "spouse_or_children"),
        (js.Family(spouse=False, children=(), parents=True), "relatives"),
        (js.Family(spouse=False, children=[js.Child(name="Budi")]), "spouse_or_children"),
        (
            js.Family(
                spouse=False,
                children=(),
                parents=(),
                grandchildren=(),
                grandparents=(),
                siblings=(),
                parents_in_law=(),
                will=(),
            ),
            "estate_office",
        ),
        (
            js.Family(
                spouse=False,
                children=(),
                parents=(),
                grandchildren=(),
                grandparents=(),
                siblings=(),
                parents_in_law=(),
                will=True,
            ),
            "named_in_will",
        ),
    ],
)
def test_heirs(family: js.Family, recipient: str) -> None:
    (item,) = jht.benefit(js.Death(on=date(2026, 1, 5)), member(history=YEARS), family, law=FIVE)
    assert item.recipient == recipient
    assert item.amount == 19_409_470
    assert not [term for term in item.terms if "PP 44" in term.cite.text()]


def test_heirs_that_are_not_known() -> None:
    assert missing(js.Death(on=date(2026, 1, 5)), member()) == ["family"]


def test_who_is_not_in_jht() -> None:
    on = date(2026, 1, 5)
    event = js.TotalDisability(on=on)

    def refusal(who: js.Participant, **facts: Any) -> str:
        return why(event, js.Member(who, **facts))

    joined = js.SelfEmployed(income=1_000_000, programmes=["JKK", "JKM", "JHT"])
    assert "not joined" in refusal(js.SelfEmployed(income=1_000_000))
    assert "not joined" in refusal(joined, registered="never")
    assert state(event, js.Member(joined)) == "eligible"
    micro = js.Employer(risk_group=1, scale="micro")
    assert "the duty to enrol does not reach JHT" in refusal(js.WageEarner(wage=3_000_000, employer=micro))
    assert "the employer need not" in refusal(js.WageEarner(wage=3_000_000, employer=micro), registered="never")
    named = js.WageEarner(wage=3_000_000, employer=micro, programmes=["JKK", "JKM", "JHT"])
    assert state(event, js.Member(named)) == "eligible"
    state_body = js.Employer(risk_group=1, kind="state")
    assert "binds no state body" in refusal(js.WageEarner(wage=3_000_000, employer=state_body), registered="never")


def test_who_was_never_enrolled_gets_it_from_the_employer() -> None:
    event = js.ContractEnd(on=date(2025, 12, 31), claimed=date(2026, 1, 5))
    owed = YEARS.as_of(date(2026, 1, 1))
    unpaid = js.History(tuple(each._replace(state=js.MonthState.UNPAID) for each in owed))
    for whose in (
        member(history=unpaid, registered="never"),
        js.Member(js.WageEarner(wage=5_000_000, risk_group=1, programmes=["JKK", "JKM"]), history=unpaid),
    ):
        (item,) = jht.benefit(event, whose, law=FIVE)
        assert (item.amount, item.payer, item.pay_days, item.terms) == (19_409_470, "employer", None, ())
        assert "PP 46/2015 art. 28" in [cite.text() for cite in item.basis]
    (item,) = jht.benefit(event, member(history=unpaid, registered="never"))
    assert (item.amount, item.floor) == (None, 17_100_000)


def test_partial_asks_for_ten_years_once() -> None:
    on = date(2026, 3, 2)

    def part(whose: js.Member, law: js.Law = js.LAW, **facts: Any) -> js.Item:
        return jht.partial(whose, purpose="other", on=on, law=law, **facts)

    ripe = member(registered=date(2016, 3, 2), withdrawals=())
    assert part(ripe, held=7).amount == 0
    young = part(member(registered=date(2016, 3, 3), withdrawals=()))
    assert young.verdict.because[0].text() == "10 years of membership are reached on 2026-03-03"
    assert young.first == date(2026, 3, 3)
    open_ = part(member())
    assert [fact.key for fact in open_.verdict.missing] == ["member.registered", "membership.withdrawals"]
    taken = part(member(registered=date(2010, 3, 3), withdrawals=[js.Withdrawal(date(2020, 1, 2), 5)]))
    assert [reason.text() for reason in taken.verdict.because] == ["a part was taken before"]
    left = member(registered=date(2010, 3, 3), withdrawals=(), ended=date(2026, 1, 1))
    assert part(left).verdict.state is js.State.ELIGIBLE
    strict = js.LAW.reading(readings.PARTIAL_OF_LEAVERS, "no")
    assert [reason.text() for reason in part(left, strict).verdict.because] == ["no longer at work"]


def test_partial_works_the_balance_out() -> None:
    whose = member(registered=date(2012, 1, 2), savings=js.Balance("2021-01", 0), history=YEARS, withdrawals=())
    item = jht.partial(whose, purpose="housing", on=date(2026, 1, 10), law=FIVE)
    assert item.amount == 19_409_470 * 30 // 100
    assert [step.numbers for step in item.steps()] == ["⌊19,409,470 × 30 %⌋ = 5,822,841"]
    unknown = jht.partial(whose, purpose="housing", on=date(2026, 1, 10))
    assert (unknown.amount, [fact.key for fact in unknown.missing]) == (None, ["law.credited_rates"])


def test_ten_years_over_several_employers() -> None:
    who = js.WageEarner(wage=5_000_000, risk_group=1)
    first = js.Membership(who, registered=date(2010, 1, 4), ended=date(2014, 1, 3), withdrawals=())
    second = js.Membership(who, registered=date(2018, 1, 4), withdrawals=())
    never = js.Membership(who, registered="never", withdrawals=())
    later = js.Membership(who, registered=date(2027, 1, 4), withdrawals=())
    whose = js.Member(memberships=[second, first, never, later])

    def reached(option: str, of: js.Member = whose) -> date | None:
        law = js.LAW.reading(readings.MEMBERSHIP_YEARS, option)
        return jht.partial(of, purpose="other", on=date(2026, 3, 2), held=0, law=law).first

    assert reached("together") == date(2024, 1, 4)
    assert reached("since_first") == date(2020, 1, 4)
    assert reached("longest") == date(2028, 1, 4)
    assert reached("together", js.Member(memberships=[never])) is None
    inside = js.Membership(who, registered=date(2011, 1, 4), ended=date(2012, 1, 3), withdrawals=())
    assert reached("together", js.Member(memberships=[first, inside])) == date(2020, 1, 4)


def test_what_partial_refuses() -> None:
    def told(**facts: Any) -> list[tuple[type[errors.JamsostekError], str]]:
        with pytest.raises(errors.JamsostekError) as caught:
            jht.partial(**{"member": member(), "purpose": "other", "on": date(2026, 3, 2), **facts})
        return [(type(each), each.where) for each in errors.each_of(caught.value)]

    assert told(purpose="car", on=None, member=1, held=1.5) == [
        (errors.UnknownKind, "purpose"),
        (errors.MissingFact, "on"),
        (errors.WrongType, "member"),
        (errors.WrongType, "held"),
    ]
    assert told(purpose=None, held=-1) == [(errors.MissingFact, "purpose"), (errors.NegativeAmount, "held")]


def test_shortfall() -> None:
    reported = js.Membership(
        js.WageEarner(wage=2_000_000, risk_group=1), history=js.History.unbroken("2025-01", "2025-12", wage=2_000_000)
    )
    true = js.History.unbroken("2025-01", "2025-12", wage=4_000_000)
    item = jht.shortfall(reported, true, until="2025-12", law=FIVE)
    assert item.amount == 114_000 * 12 + 114_000 * 78 * 5 // 1200
    assert item.payer == "employer"
    assert item.steps()[0].numbers.endswith("= 1,405,050")
    with pytest.raises(errors.NegativeAmount, match="lower than those reported"):
        jht.shortfall(reported, {"2025-01": 1_000_000}, until="2025-12", law=FIVE)
    number: Any = 8_000_000
    with pytest.raises(errors.WrongType, match="8000000 tells no months"):
        jht.shortfall(reported, number, until="2025-12", law=FIVE)
    with pytest.raises(errors.WrongType, match="is no membership"):
        jht.shortfall(ANY.LAW, true, until="2025-12", law=FIVE)
    with pytest.raises(errors.Contradiction, match="2025-11 – 2025-12 lies after 2025-10"):
        jht.shortfall(reported, true, until="2025-10", law=FIVE)
    with pytest.raises(errors.MissingFact, match="what was reported"):
        jht.shortfall(js.Membership(reported.participant), true, until="2025-12")


def test_housing() -> None:
    on = date(2026, 3, 2)
    whose = member(registered=date(2025, 3, 2))
    facts: dict[str, Any] = {"on": on, "owns_house": False, "in_order": True, "used": ()}
    mortgage = jht.housing(whose, "mortgage", **facts)
    assert mortgage.text() == "mortgage; yes; up to 500,000,000; up to 30 years; BI rate + 3 %"
    assert mortgage.text("id").endswith("paling banyak 30 tahun; BI rate + 3 %")
    assert {cite.instrument.number for cite in mortgage.basis} == {"Permenaker 17/2021", "PP 46/2015"}
    down = jht.housing(whose, "down_payment", **{**facts, "used": ["mortgage"]})
    assert down.ceiling is not None
    assert (down.verdict.state, down.ceiling.value) == ("eligible", 150_000_000)
    renovation = jht.housing(whose, "renovation", **{**facts, "owns_house": True, "on": date(2026, 3, 1)})
    assert [reason.text() for reason in renovation.verdict.because] == ["a member for less than 1 year"]
    refused = jht.housing(whose, "mortgage", on=on, owns_house=True, in_order=False, used=["mortgage"])
    assert [reason.text() for reason in refused.verdict.because] == [
        "owns a house already",
        "the employer or the contributions are not in order",
        "had it before; it is given once",
    ]
    assert jht.housing(whose, "renovation", **facts).verdict.because[0].text("id") == "belum memiliki rumah"
    unknown = jht.housing(member(), "mortgage", on=on)
    assert [fact.key for fact in unknown.verdict.missing] == ["member.registered", "owns_house", "in_order", "used"]


def test_housing_before_the_rules_of_2021() -> None:
    old = jht.housing(member(), "renovation", on=date(2018, 3, 2), owns_house=True, in_order=True, used=())
    assert old.ceiling is not None
    assert (old.ceiling.value, old.term, old.margin) == (50_000_000, None, None)
    assert old.text().endswith("up to 50,000,000")
    assert old.verdict.because[0].text() == "before the rules held here"
    assert jht.housing(member(), "mortgage", on=date(2018, 3, 2)).text() == (
        "mortgage; no: before the rules held here (Permenaker 17/2021); up to 20 years"
    )


def test_what_housing_refuses() -> None:
    with pytest.raises(errors.SeveralErrors) as caught:
        jht.housing(member(), ANY.LAW, on=ANY.LAW, owns_house=ANY.LAW, in_order=ANY.LAW, used=["car"])
    assert [each.where for each in caught.value.errors] == ["product", "on", "owns_house", "in_order", "used"]
    with pytest.raises(errors.MissingFact, match="product"):
        jht.housing(member(), None, on=date(2026, 1, 1))  # type: ignore[arg-type]
