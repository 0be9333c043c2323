"""JKK: worked cases, who pays, which wage counts, which version, several jobs."""

import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import jamsostek as js
from claims import law_of, member_of
from jamsostek import errors, jkk, readings
from jamsostek._cases import Answer, case_of
from jamsostek.jkk.benefit_rules import provide

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "jkk.toml").read_text())["case"]
OUTCOMES = {each.__name__: each for each in (js.Death, js.TotalDisability, js.Incapacity, js.Expenses)}
WORKER = js.WageEarner(wage=3_000_000, risk_group=3)
PAID = js.History.unbroken("2017-02", "2026-10")
MEMBER = js.Member(WORKER, registered=date(2017, 2, 1), history=PAID)
ON = date(2024, 3, 1)
LAW = js.LAW


def outcomes_of(given: dict[str, Any]) -> list[Any]:
    found: list[Any] = []
    for name, facts in given.items():
        if name == "PartialDisability":
            losses = [js.Loss(each["part"], **loss_facts(each)) for each in facts.get("losses", [])] or None
            found.append(js.PartialDisability(**{**facts, "losses": losses}))
        else:
            found.append(OUTCOMES[name](**facts))
    return found


def loss_facts(given: dict[str, Any]) -> dict[str, Any]:
    return {name: Fraction(value) if name == "function" else value for name, value in given.items() if name != "part"}


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    event = js.WorkAccident(**case["event"], outcome=outcomes_of(case["outcome"]))
    member, law, expect = member_of(case["member"]), law_of(case), case["expect"]
    family = js.Family(**case["family"]) if "family" in case else None
    items = jkk.benefit(event, member, family, law=law)
    assert jkk.eligible(event, member, law=law).state == expect.get("verdict", "eligible")
    assert all(item.basis and item.work for item in items)
    if "items" in expect:
        assert sums(items, lambda item: item.benefit) == expect["items"]
    if "total" in expect:
        assert sum(item.total or 0 for item in items) == expect["total"]
    if "by" in expect:
        assert sums(items, lambda item: item.payer) == expect["by"]
    if "to" in expect:
        assert sums(items, lambda item: item.recipient) == expect["to"]
    if "payers" in expect:
        assert sorted({str(item.payer) for item in items}) == expect["payers"]
    if "recipients" in expect:
        assert sorted({str(item.recipient) for item in items}) == expect["recipients"]
    if "term" in expect:
        assert all(any(expect["term"] in term.text() for term in item.terms) for item in items)
    if "refused" in expect:
        refused = [each.benefit for each in provide(case_of(event, member, None, law)).refused]
        assert refused == expect["refused"]
    if "wage" in expect:
        assert jkk.benefit_wage(member, event.on, law=law).amount == expect["wage"]
    if "last" in expect:
        assert {item.deadline.last for item in items if item.deadline} == {expect["last"]}
    assert case["source"]


def sums(items: tuple[js.Item, ...], key: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for item in items:
        assert item.amount is not None
        found[str(key(item))] = found.get(str(key(item)), 0) + item.amount
    return found


def one(outcome: Any, member: js.Member = MEMBER, *, on: date = ON, law: js.Law = LAW, **facts: Any) -> js.Item:
    (item,) = jkk.benefit(js.WorkAccident(on=on, outcome=outcome, **facts), member, law=law)
    return item


def answer(event: Any, member: js.Member = MEMBER, law: js.Law = LAW, family: js.Family | None = None) -> Answer:
    return provide(case_of(event, member, family, law))


def member(
    who: js.Participant = WORKER, last: str | None = "2026-10", *, ended: date | None = None, **facts: Any
) -> js.Member:
    history = None if last is None else js.History.unbroken("2017-02", last)
    return js.Member(who, registered=facts.pop("registered", date(2017, 2, 1)), history=history, ended=ended)


# Who pays


def test_a_death_that_work_did_not_cause_is_not_for_jkk() -> None:
    verdict = jkk.eligible(js.Death(on=ON, work_related=False), MEMBER)
    assert verdict.text() == "no: work did not cause it (PP 44/2015 art. 25(1))"
    assert jkk.benefit(js.Death(on=ON, work_related=False), MEMBER) == ()


def test_while_the_cause_is_not_known_nothing_is_certain() -> None:
    items = jkk.benefit(js.Death(on=ON), MEMBER, js.Family(spouse=True))
    assert {item.verdict.state for item in items} == {js.State.UNDETERMINED}
    assert sum(item.at_least for item in items) == 0
    assert sum(item.at_most or 0 for item in items) == 166_000_000
    (whole, periodic) = jkk.benefit(js.TotalDisability(on=ON, work_related=True), MEMBER)
    assert (whole.total, periodic.total) == (168_000_000, 12_000_000)


def test_an_accident_off_the_way_is_left_to_jkm() -> None:
    event = js.WorkAccident(on=ON, circumstance="commute", usual_route=False, outcome=js.Death(on=ON))
    assert jkk.benefit(event, MEMBER) == ()
    assert js.jkm.eligible(event, MEMBER).state is js.State.ELIGIBLE
    open_one = js.WorkAccident(on=ON, circumstance="commute", outcome=js.Death(on=ON))
    assert {item.verdict.state for item in jkk.benefit(open_one, MEMBER)} == {js.State.UNDETERMINED}
    assert js.jkm.eligible(open_one, MEMBER).state is js.State.UNDETERMINED


def test_the_self_employed_whom_nobody_enrolled_are_owed_nothing() -> None:
    rider = js.Member(js.SelfEmployed(income=1_000_000), registered="never")
    assert answer(js.WorkAccident(on=ON), rider).verdict.state is js.State.NOT_ELIGIBLE


def unpaid(months: int, who: js.Participant = WORKER) -> js.Member:
    """Somebody whose last so many months before July 2024 are unpaid."""
    last = js.Month("2024-06") - months
    history = js.History.unbroken("2017-02", last)
    if months:
        history += js.History([js.MonthRecord(month, js.MonthState.UNPAID) for month in js.months(last + 1, "2024-06")])
    return js.Member(who, registered=date(2017, 2, 1), history=history)


@pytest.mark.parametrize(
    ("who", "says"),
    [
        (unpaid(0), "BPJS Ketenagakerjaan"),
        (unpaid(3), "BPJS Ketenagakerjaan"),
        (
            unpaid(4),
            "employer; the employer pays first, and may ask the fund for it once all arrears and fines are paid ",
        ),
        (unpaid(2, js.SelfEmployed(income=0)), "BPJS Ketenagakerjaan; once the arrears are paid (PP 44/2015 art. 39"),
        (unpaid(4, js.SelfEmployed(income=0)), "no: contributions in arrears: more than 3 months in a row"),
        (js.Member(WORKER, registered="never"), "employer; the employer pays: the worker was not enrolled"),
        (js.Member(WORKER, registered=date(2017, 2, 1)), "not known yet; the employer pays first"),
    ],
)
def test_who_pays(who: js.Member, says: str) -> None:
    # PP 44/2015 arts 27(1), 38, 39
    own = isinstance(who.memberships[0].participant, js.SelfEmployed)  # they pay June in June, employers in July
    found = jkk.who_pays(js.WorkAccident(on=date(2024, 7, 10 if own else 20)), who)
    assert found.text().startswith(says)
    assert bool(found.missing) is ("not known" in says)
    assert found.text("id")


def test_who_pays_for_one_of_several_jobs() -> None:
    here = js.Membership(WORKER, registered=date(2017, 2, 1), history=PAID)
    rider = js.Membership(js.SelfEmployed(income=0), registered="never")
    event = js.WorkAccident(on=ON)
    assert jkk.who_pays(event, js.Member(memberships=[here, here])).text("id") == "BPJS Ketenagakerjaan"
    doubtful = jkk.who_pays(event, js.Member(memberships=[here, rider]))
    assert doubtful.text() == "cannot be said without: in which of his jobs it happened"
    never = js.Membership(WORKER, registered="never")
    found = jkk.who_pays(event, js.Member(memberships=[here, never]))
    assert (found.text("id"), [fact.key for fact in found.missing]) == ("belum diketahui", ["event.job"])
    off = js.WorkAccident(on=ON, circumstance="commute", usual_route=False)
    assert jkk.who_pays(off, js.Member(memberships=[here])).text().startswith("no: on the usual")
    with pytest.raises(errors.UnknownLanguage):
        found.text("fr")  # type: ignore[arg-type]


def test_medical_care_does_not_wait_for_arrears() -> None:
    # PP 44/2015 art. 39(1)a-b
    history = js.History.unbroken("2017-02", "2024-01") + js.History.of(incomes={"2024-02": 1_000_000}, state="unpaid")
    rider = js.Member(js.SelfEmployed(income=1_000_000), registered=date(2017, 2, 1), history=history)
    item = one(js.PartialDisability(percent=10), rider)
    assert [(term.text(), term.met) for term in item.terms] == [
        ("once the arrears are paid", False),
        ("once a doctor certifies recovery", None),
        ("medical care is given at once", None),
    ]
    death = jkk.benefit(js.WorkAccident(on=ON, outcome=js.Death(on=date(2024, 3, 2))), rider, js.Family(spouse=True))
    assert [term.place for term in (each.cite for each in death[0].terms)] == ["39(1)", "39(1)a"]
    assert {item.first for item in death} == {date(2024, 3, 2)}


def test_late_reports_since_2025() -> None:
    on = date(2025, 2, 24)
    late = one(js.PartialDisability(percent=10), on=on, report_hours=49)
    assert (late.payer, late.pay_days) == (js.BenefitPayer.EMPLOYER, None)
    assert [str(term.cite.instrument.number) for term in late.terms] == ["Permenaker 1/2025"]
    in_time = one(js.PartialDisability(percent=10), on=on, report_hours=48)
    assert (in_time.payer, in_time.terms, in_time.missing) == (js.BenefitPayer.FUND, (), ())
    unknown = one(js.PartialDisability(percent=10), on=on)
    assert unknown.payer is js.BenefitPayer.FUND
    assert [fact.key for fact in unknown.missing] == ["event.report_hours"]
    assert "if the employer reports later" in unknown.terms[0].text()
    before = one(js.PartialDisability(percent=10), on=date(2025, 2, 23), report_hours=49)
    assert (before.payer, before.terms) == (js.BenefitPayer.FUND, ())
    rider = member(js.SelfEmployed(income=1_000_000))
    assert one(js.PartialDisability(percent=10), rider, on=on, report_hours=49).payer is js.BenefitPayer.FUND
    whole, _ = jkk.benefit(js.TotalDisability(on=on, work_related=True), MEMBER)
    assert [fact.key for fact in whole.missing] == ["event.report_hours"]


def test_while_arrears_are_not_known_the_payer_is_not() -> None:
    item = one(js.PartialDisability(percent=10), member(last=None))
    assert (item.payer, item.total) == (None, 24_000_000)
    assert [fact.key for fact in item.missing] == ["member.history"]


@pytest.mark.parametrize(
    ("citizen", "six_months", "state"),
    [
        (True, None, "eligible"),
        (False, True, "eligible"),
        (False, False, "not eligible"),
        (False, None, "undetermined"),
    ],
)
def test_foreigners_take_part_after_six_months(citizen: bool, six_months: bool | None, state: str) -> None:
    # PP 44/2015 art. 1 no. 4
    who = js.WageEarner(wage=3_000_000, risk_group=3, person=js.Person(citizen=citizen, six_months=six_months))
    assert jkk.eligible(js.WorkAccident(on=ON), member(who)).state == state


# After the work ended


ENDED = date(2020, 6, 30)


def disease(on: date, **facts: Any) -> js.WorkAccident:
    return js.WorkAccident(on=on, circumstance="disease", caused_by_work=True, **facts)


@pytest.mark.parametrize(
    ("event", "says"),
    [
        (disease(date(2023, 6, 30)), "yes"),
        (disease(date(2023, 7, 1)), "cannot be said without: day on which the disease arose"),
        (disease(date(2023, 7, 1), arose_on=date(2023, 6, 30)), "yes"),
        (disease(date(2023, 7, 2), arose_on=date(2023, 7, 1)), "no: the disease came more than 3 years after"),
        (js.WorkAccident(on=date(2020, 7, 1), circumstance="workplace", external_force=True), "no: the work had ended"),
        (js.WorkAccident(on=date(2020, 7, 1)), "cannot be said without: how it happened"),
        (js.Death(on=date(2020, 7, 1), work_related=True), "cannot be said without: how it happened"),
        (js.WorkAccident(on=ENDED), "yes"),
    ],
)
def test_after_the_work_ended(event: Any, says: str) -> None:
    # PP 44/2015 art. 48(1)-(2)
    assert jkk.eligible(event, member(last="2020-06", ended=ENDED)).text().startswith(says)


def test_work_that_ended_before_the_law_is_covered_by_its_first_version() -> None:
    history = js.History.unbroken("2013-01", "2014-06")
    gone = js.Member(WORKER, registered=date(2013, 1, 7), history=history, ended=date(2014, 6, 30))
    assert jkk.who_pays(disease(date(2015, 8, 1)), gone).text() == "BPJS Ketenagakerjaan"


def test_the_three_years_may_run_to_the_diagnosis() -> None:
    law = js.LAW.reading(readings.DISEASE_AFTER_EMPLOYMENT, "diagnosed")
    gone = member(last="2020-06", ended=ENDED)
    late = disease(date(2023, 7, 1), arose_on=date(2023, 6, 30))
    assert jkk.eligible(late, gone, law=law).state is js.State.NOT_ELIGIBLE
    assert jkk.eligible(disease(date(2023, 6, 30)), gone, law=law)
    for event, chosen in ((late, law), (late, LAW)):
        assert readings.DISEASE_AFTER_EMPLOYMENT in answer(event, gone, chosen).readings


def test_the_wage_of_a_disease_after_the_work_is_the_last_one() -> None:
    history = js.History.of({"2020-05": 3_500_000, "2020-06": 3_600_000}, state="paid")
    gone = js.Member(WORKER, registered=date(2017, 2, 1), history=history, ended=ENDED)
    event = disease(date(2023, 3, 1), outcome=js.PartialDisability(percent=10))
    (item,) = jkk.benefit(event, gone)
    assert item.total == 28_800_000
    assert "last wage before the work ended" in [step.formula for step in item.steps()]
    here = js.Member(WORKER, registered=date(2017, 2, 1), history=history, ended=date(2020, 6, 30))
    assert jkk.benefit_wage(here, date(2020, 5, 20)).amount == 3_500_000
    old = js.Member(js.SelfEmployed(income=1_300_000), registered=date(2013, 1, 7), ended=date(2014, 6, 30))
    assert jkk.benefit_wage(old, date(2015, 8, 1)).amount == 1_400_000


# The wage


def test_the_wage_of_the_month_counts() -> None:
    history = js.History.of({"2024-02": 2_900_000, "2024-03": 3_100_000}, state="paid")
    raised = js.Member(WORKER, registered=date(2017, 2, 1), history=history)
    assert jkk.benefit_wage(raised, ON).amount == 3_100_000
    assert jkk.benefit_wage(raised, date(2024, 4, 1)).amount == 3_000_000  # nothing recorded: the wage given
    assert jkk.benefit_wage(raised.memberships[0], ON).steps("id")[0].formula == "upah terakhir pada saat kecelakaan"


def test_the_reference_income_counts_as_the_wage() -> None:
    history = js.History.of(incomes={"2024-03": 2_299_500}, state="paid")
    rider = js.Member(js.SelfEmployed(income=1_000_000), registered=date(2017, 2, 1), history=history)
    found = jkk.benefit_wage(rider, ON)
    assert (found.amount, found.readings) == (2_200_000, (readings.INCOME_BETWEEN_BRACKETS,))
    assert [step.numbers for step in found.steps()] == ["2,299,500 → 2,200,000", "2,200,000"]
    law = js.LAW.reading(readings.INCOME_BETWEEN_BRACKETS, "upper_row")
    assert one(js.PartialDisability(percent=10), rider, law=law).total == 19_200_000
    assert one(js.PartialDisability(percent=10), rider).evidence is js.Grade.C
    hired = js.History([js.MonthRecord(js.Month("2024-03"), js.MonthState.PAID, 3_000_000, participant=WORKER)])
    changed = js.Member(js.SelfEmployed(income=1_000_000), registered=date(2017, 2, 1), history=hired)
    assert jkk.benefit_wage(changed, ON).amount == 3_000_000
    bare = js.History([js.MonthRecord(js.Month("2024-03"), js.MonthState.PAID, 3_000_000)])
    again = js.Member(js.SelfEmployed(income=1_000_000), registered=date(2017, 2, 1), history=bare)
    assert jkk.benefit_wage(again, ON).amount == 2_950_000  # a self-employed person has no wage: it is his income


def test_an_accident_of_one_of_several_jobs() -> None:
    jobs = [
        js.Membership(js.WageEarner(wage=wage, risk_group=3), registered=date(2017, 2, 1), history=PAID)
        for wage in (2_000_000, 5_000_000)
    ]
    two = js.Member(memberships=jobs)
    event = js.WorkAccident(on=ON, outcome=js.PartialDisability(percent=10))
    found = answer(event, two)
    assert (found.verdict.state, found.bounds) == (js.State.ELIGIBLE, (16_000_000, 40_000_000))
    assert {item.verdict.state for item in found.items} == {js.State.UNDETERMINED}
    assert {fact.key for item in found.items for fact in item.missing} == {"event.job"}
    first = js.WorkAccident(on=ON, outcome=js.PartialDisability(percent=10), job=0)
    (item,) = jkk.benefit(first, two)
    assert (item.total, item.membership) == (16_000_000, jobs[0])
    assert readings.WAGE_OF_SEVERAL_EMPLOYERS in answer(first, two).readings
    alone = answer(event)
    assert readings.WAGE_OF_SEVERAL_EMPLOYERS not in alone.readings
    assert alone.items[0].membership is None
    law = js.LAW.reading(readings.WAGE_OF_SEVERAL_EMPLOYERS, "all_jobs")
    assert [each.total for each in jkk.benefit(first, two, law=law)] == [56_000_000]
    unbound = answer(js.WorkAccident(on=ON, outcome=js.Incapacity()), two)
    assert unbound.bounds is None
    with pytest.raises(errors.OutOfRange, match="give 0 to 1"):
        jkk.benefit(js.WorkAccident(on=ON, job=2), two)
    with pytest.raises(errors.MissingFact, match="several jobs"):
        jkk.benefit_wage(two, ON)
    with pytest.raises(errors.WrongType, match="no member"):
        jkk.benefit_wage(WORKER, ON)  # type: ignore[arg-type]


def test_jobs_that_had_ended_are_not_asked_about() -> None:
    gone = js.Membership(WORKER, registered=date(2017, 2, 1), ended=date(2020, 1, 31))
    here = js.Membership(WORKER, registered=date(2020, 2, 1), history=js.History.unbroken("2020-02", "2024-02"))
    two = js.Member(memberships=[gone, here])
    assert jkk.eligible(js.WorkAccident(on=ON), two)
    rider = js.Membership(js.SelfEmployed(income=1_000_000), registered="never")
    either = answer(
        js.WorkAccident(on=ON, outcome=js.PartialDisability(percent=10)), js.Member(memberships=[here, rider])
    )
    assert (either.verdict.state, either.bounds) == (js.State.UNDETERMINED, (0, 24_000_000))
    nobody = js.Member(memberships=[rider, js.Membership(js.SelfEmployed(income=2_000_000), registered="never")])
    assert answer(js.WorkAccident(on=ON), nobody).verdict.state is js.State.NOT_ELIGIBLE


def test_a_wage_that_was_reported_too_low() -> None:
    items = jkk.benefit(js.WorkAccident(on=ON, outcome=js.PartialDisability(percent=10), true_wage=4_000_000), MEMBER)
    assert [(item.payer, item.total) for item in items] == [("fund", 24_000_000), ("employer", 8_000_000)]
    assert items[1].steps()[-1].numbers == "32,000,000 − 24,000,000 = 8,000,000"
    assert items[1].pay_days is None
    ranged = jkk.benefit(
        js.WorkAccident(on=ON, outcome=js.PartialDisability(losses=js.Loss("scalp")), true_wage=4_000_000), MEMBER
    )
    assert [(item.at_least, item.at_most) for item in ranged] == [(24_000_000, 72_000_000), (8_000_000, 24_000_000)]
    unable = js.Incapacity(months=2)
    whole, rest = jkk.benefit(js.WorkAccident(on=ON, outcome=unable, true_wage=4_000_000), MEMBER)
    assert (whole.total, rest.at_least, rest.at_most) == (6_000_000, 0, 2_000_000)
    paid = js.Incapacity(months=2, wage_paid=7_000_000)
    items = jkk.benefit(js.WorkAccident(on=ON, outcome=paid, true_wage=4_000_000), MEMBER)
    assert [(item.recipient, item.payer, item.total) for item in items] == [
        ("employer", "fund", 6_000_000),
        ("member", "employer", 1_000_000),
    ]
    full = js.Incapacity(months=2, wage_paid=8_000_000)
    assert len(jkk.benefit(js.WorkAccident(on=ON, outcome=full, true_wage=4_000_000), MEMBER)) == 1
    disabled = jkk.benefit(js.WorkAccident(on=ON, outcome=js.TotalDisability(on=ON), true_wage=4_000_000), MEMBER)
    assert [item.total for item in disabled] == [168_000_000, 56_000_000, 12_000_000]
    with pytest.raises(errors.Contradiction, match="is not above the 3000000"):
        jkk.benefit(js.WorkAccident(on=ON, true_wage=3_000_000), MEMBER)
    with pytest.raises(errors.Contradiction, match="self-employed"):
        jkk.benefit(js.WorkAccident(on=ON, true_wage=3_000_000), member(js.SelfEmployed(income=0)))


# Incapacity, expenses


def test_incapacity_where_the_employer_owes_it() -> None:
    alone = js.Member(WORKER, registered="never")
    assert one(js.Incapacity(months=2, wage_paid=4_000_000), alone).total == 2_000_000
    unknown = one(js.Incapacity(months=2), alone)
    assert (unknown.amount, unknown.at_least, unknown.at_most) == (None, 0, 6_000_000)
    assert jkk.benefit(js.WorkAccident(on=ON, outcome=js.Incapacity(months=2, wage_paid=6_000_000)), alone) == ()


def test_incapacity_of_those_without_a_wage() -> None:
    intern = member(js.Trainee(wage=3_000_000, risk_group=3))
    assert one(js.Incapacity(months=2), intern).recipient is js.Recipient.MEMBER
    paid = jkk.benefit(js.WorkAccident(on=ON, outcome=js.Incapacity(months=2, wage_paid=1_000_000)), intern)
    assert [(item.recipient, item.amount) for item in paid] == [("employer", 1_000_000), ("member", 5_000_000)]
    with pytest.raises(errors.Contradiction, match="wage_paid: given of a self-employed"):
        one(js.Incapacity(months=2, wage_paid=0), member(js.SelfEmployed(income=0)))


def test_incapacity_that_goes_on() -> None:
    item = one(js.Incapacity())
    assert (item.amount, item.at_least, item.at_most) == (None, 0, None)
    assert [fact.key for fact in item.missing] == ["incapacity.months"]


@pytest.mark.parametrize(
    ("option", "amount"), [("days_of_30", 3_500_000), ("days_of_25", 3_600_000), ("whole_months", 3_000_000)]
)
def test_part_of_a_month(option: str, amount: int) -> None:
    law = js.LAW.reading(readings.PART_MONTH_OF_INCAPACITY, option)
    item = one(js.Incapacity(months=1, days=5), law=law)
    assert (item.amount, readings.PART_MONTH_OF_INCAPACITY in item.readings) == (amount, True)
    assert one(js.Incapacity(months=1), law=law).readings == ()
    assert one(js.Incapacity(months=0, days=30), law=law).amount == (3_000_000 if "days" in option else 0)


def test_days_lie_in_the_step_of_their_month() -> None:
    item = one(js.Incapacity(months=12, days=10))
    assert item.amount == 36_000_000 + 500_000
    assert [step.formula for step in item.steps()][1:] == ["months 1–12", "10 days of a begun month"]
    thirteen = one(js.Incapacity(months=13)).steps("id")
    assert [step.formula for step in thirteen][1:] == ["bulan 1–12", "bulan 13"]
    assert [step.numbers for step in item.steps()][1:] == [
        "12 × 100 % × 3,000,000 = 36,000,000",
        "10 / 30 × 50 % × 3,000,000 = 500,000",
    ]


@pytest.mark.parametrize(("option", "amount"), [("half_up", 66_667), ("down", 66_666), ("up", 66_667)])
def test_rounding_of_benefits(option: str, amount: int) -> None:
    law = js.LAW.reading(readings.BENEFIT_ROUNDING, option)
    item = one(js.Incapacity(days=2, months=0), member(js.SelfEmployed(income=0)), law=law)
    assert (item.amount, readings.BENEFIT_ROUNDING in item.readings) == (amount, True)
    assert item.steps("id")[-1].numbers == "2 / 30 × 100 % × 1.000.000 = 66.666+2/3"


def test_incapacity_across_the_versions() -> None:
    # 2 July 2019, 8 months: months 7 and 8 at 75 % by the law of the accident, at 100 % from 2 December on.
    on, law = date(2019, 7, 2), js.LAW.reading(readings.INCAPACITY_ACROSS_VERSIONS, "each_month")
    item = one(js.Incapacity(months=8), on=on)
    assert (item.amount, readings.INCAPACITY_ACROSS_VERSIONS in item.readings) == (22_500_000, True)
    assert one(js.Incapacity(months=8), on=on, law=law).amount == 24_000_000
    assert readings.INCAPACITY_ACROSS_VERSIONS not in one(js.Incapacity(months=6), on=on).readings
    # Ten days of a seventh month that begins on 2 December 2019.
    days, on = js.Incapacity(months=6, days=10), date(2019, 6, 2)
    assert [one(days, on=on, law=each).amount for each in (LAW, law)] == [18_750_000, 19_000_000]
    assert readings.INCAPACITY_ACROSS_VERSIONS in one(days, on=on).readings


def test_trips_that_are_paid() -> None:
    old, new = (one(js.Expenses(sea=500_000), on=on).terms[0].text() for on in (date(2019, 12, 1), date(2019, 12, 2)))
    assert old == "against receipts, for trips to a hospital, to the home"
    assert "return-to-work" in new
    assert [step.formula for step in one(js.Expenses(sea=500_000)).steps()] == ["by sea"]
    rider = member(js.SelfEmployed(income=1_000_000))
    assert one(js.Expenses(sea=500_000), rider).recipient is js.Recipient.MEMBER
    assert one(js.Expenses(sea=500_000)).recipient is js.Recipient.EMPLOYER


def test_caps_by_piece() -> None:
    pieces = js.Expenses(hearing_aid=[2_000_000, 3_000_000])
    assert one(pieces).amount == 2_500_000
    law = js.LAW.reading(readings.CAP_OF_AIDS, "per_piece")
    item = one(pieces, law=law)
    assert (item.amount, item.readings) == (4_500_000, (readings.CAP_OF_AIDS,))
    assert item.steps()[-1].numbers == "min(2,000,000; 2,500,000) + min(3,000,000; 2,500,000) = 4,500,000"
    assert one(js.Expenses(glasses=800_000), law=law).readings == ()


def test_aids_of_which_not_all_is_known() -> None:
    price = one(js.Expenses(aids_price=10_000_000))
    assert (price.amount, price.at_most, [fact.key for fact in price.missing]) == (None, 14_000_000, ["expenses.aids"])
    cost = one(js.Expenses(aids=10_000_000))
    assert (cost.amount, cost.at_most, [fact.key for fact in cost.missing]) == (
        None,
        10_000_000,
        ["expenses.aids_price"],
    )
    assert one(js.Expenses(aids=1_000_000, aids_price=10_000_000)).amount == 1_000_000


def test_a_partial_disability_of_which_not_all_is_known() -> None:
    item = one(js.PartialDisability(losses=js.Loss("scalp")))
    assert (item.amount, item.at_least, item.at_most) == (None, 24_000_000, 72_000_000)
    assert [step.numbers for step in item.steps()] == [
        "10 % – 30 %",
        "3,000,000",
        "10 % × 80 × 3,000,000 = 24,000,000",
        "30 % × 80 × 3,000,000 = 72,000,000",
    ]
    assert len(one(js.PartialDisability(percent=10)).steps()) == 3
    assert one(js.PartialDisability()).at_most == 168_000_000
    handed = answer(js.WorkAccident(on=ON, outcome=js.PartialDisability(losses=js.Loss("thumb_left"))))
    assert [each.fact for each in handed.assumed] == ["event.circumstance", "disability.left_handed"]
    recognised = js.WorkAccident(on=ON, recognised=True)
    assert answer(recognised).assumed == ()


@pytest.mark.parametrize(
    ("facts", "grade"),
    [
        ({"circumstance": "workplace", "external_force": True}, "B"),
        ({"circumstance": "duty_travel", "external_force": True, "ordered": True}, "C"),
        ({"circumstance": "duty_travel", "recognised": True}, "B"),
        ({}, "B"),
    ],
)
def test_items_cite_what_makes_it_a_work_accident(facts: dict[str, Any], grade: str) -> None:
    item = one(js.PartialDisability(percent=10), **facts)
    assert item.evidence == grade
    assert {cite.place for cite in item.because} <= {"1", "whole", "45(2)-(4)"}
    assert bool(item.because) is bool(facts)


# Heirs, versions


def test_nobody_inherits() -> None:
    family = js.Family(
        spouse=False, children=(), parents=False, grandparents=False, grandchildren=False, siblings=False,
        parents_in_law=False, will=False,
    )  # fmt: skip
    event = js.WorkAccident(on=ON, outcome=js.Death(on=ON))
    found = answer(event, family=family)
    assert [(str(item.benefit), str(item.recipient)) for item in found.items] == [
        ("death", "social_security_fund"),
        ("periodic", "social_security_fund"),
        ("funeral", "funeral"),
    ]
    assert readings.PERIODIC_WITHOUT_HEIRS in found.readings
    law = js.LAW.reading(readings.PERIODIC_WITHOUT_HEIRS, "not_paid")
    found = answer(event, law=law, family=family)
    assert [str(item.benefit) for item in found.items] == ["death", "funeral"]
    assert [str(each.benefit) for each in found.refused] == ["periodic"]
    assert readings.PERIODIC_WITHOUT_HEIRS in found.readings


def test_what_was_the_members_goes_to_the_heirs() -> None:
    # PP 44/2015 art. 37(4)
    outcome = [js.Death(on=date(2024, 4, 1)), js.Incapacity(months=1), js.Expenses(land=100_000)]
    event = js.WorkAccident(on=ON, outcome=outcome)
    found = jkk.benefit(event, member(js.SelfEmployed(income=0)), js.Family(spouse=True))
    assert {str(item.recipient) for item in found} == {"spouse_or_children"}
    worker = jkk.benefit(event, MEMBER, js.Family(spouse=True))
    assert [str(item.recipient) for item in worker][-2:] == ["employer", "employer"]


def test_an_accident_before_a_death_after_the_second_version() -> None:
    event = js.WorkAccident(on=date(2019, 11, 20), outcome=js.Death(on=date(2019, 12, 5)))
    amounts = [item.amount for item in jkk.benefit(event, MEMBER)]
    assert amounts == [144_000_000, 4_800_000, 3_000_000]
    law = js.LAW.reading(readings.VERSION_OF_BENEFITS, "finding")
    items = jkk.benefit(event, MEMBER, law=law)
    assert [item.amount for item in items] == [144_000_000, 12_000_000, 10_000_000]
    assert readings.VERSION_OF_BENEFITS in items[0].readings
    same = js.WorkAccident(on=date(2019, 11, 20), outcome=js.Death(on=date(2019, 12, 1)))
    assert readings.VERSION_OF_BENEFITS not in jkk.benefit(same, MEMBER)[0].readings
    told = js.Death(on=date(2019, 12, 5), work_related=True, accident_on=date(2019, 11, 20))
    assert [item.amount for item in jkk.benefit(told, MEMBER)] == amounts
