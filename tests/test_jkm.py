"""JKM: worked cases, open questions, arrears, several memberships, days of payment."""

import tomllib
from datetime import date
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import jamsostek as js
from claims import history_of, law_of, member_of
from jamsostek import errors, jkm, readings

insured = partial(js.claim, programmes=(js.Programme.JKK, js.Programme.JKM))

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "jkm.toml").read_text())["case"]
ILL = js.Death(on=date(2024, 8, 2), work_related=False)
WIDOW = js.Family(spouse=True, children=False)
WORKER = js.WageEarner(wage=4_000_000, risk_group=3)
RIDER = js.SelfEmployed(income=1_000_000)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    event, member, law = js.Death(**case["event"]), member_of(case["member"]), law_of(case)
    family = js.Family(**{"children": False, **case["family"]})
    items = jkm.benefit(event, member, family, law=law)
    claim = insured(event, member, family, law=law)
    expect = case["expect"]
    for name in ("lump_sum", "now", "at_least", "at_most"):
        if name in expect:
            assert getattr(claim, name) == expect[name], name
    if "items" in expect:
        sums: dict[str, int] = {}
        for item in items:
            sums[str(item.benefit)] = sums.get(str(item.benefit), 0) + (item.amount or 0)
        assert sums == expect["items"]
    assert jkm.eligible(event, member, law=law).state == expect.get("verdict", "eligible")
    if "payers" in expect:
        assert sorted({str(item.payer) for item in items}) == expect["payers"]
    if "recipients" in expect:
        assert list(dict.fromkeys(str(item.recipient) for item in items)) == expect["recipients"]
    if "missing" in expect:
        assert [fact.key for item in items for fact in item.missing][:1] == expect["missing"]
    if "refused" in expect:
        assert [str(each.benefit) for each in claim.refused if isinstance(each.benefit, jkm.Benefit)] == expect[
            "refused"
        ]
    assert case["source"]


def paid(first: str, last: str) -> js.History:
    return js.History.unbroken(first, last)


def test_an_event_without_a_death_is_not_for_jkm() -> None:
    member = js.Member(WORKER, registered=date(2020, 1, 6))
    verdict = jkm.eligible(js.TotalDisability(on=date(2024, 8, 2), work_related=False), member)
    assert verdict.text() == "no: nobody died (PP 44/2015 art. 34(1))"


def test_while_the_cause_is_not_known_nothing_is_certain() -> None:
    member = js.Member(WORKER, registered=date(2020, 1, 6), history=paid("2020-01", "2024-07"))
    items = jkm.benefit(js.Death(on=date(2024, 8, 2)), member, WIDOW)
    assert {item.verdict.state for item in items} == {js.State.UNDETERMINED}
    assert {fact.key for item in items for fact in item.missing} == {"event.work_related"}
    assert [(item.at_least, item.at_most) for item in items] == [
        (0, 20_000_000),
        (0, 12_000_000),
        (0, 10_000_000),
    ]


# Who is covered


def test_without_a_record_a_wage_earner_is_owed_it_by_somebody() -> None:
    items = jkm.benefit(ILL, js.Member(WORKER, registered=date(2020, 1, 6)), WIDOW)
    assert sum(item.at_least for item in items) == 42_000_000
    assert {item.payer for item in items} == {None}
    assert [fact.key for fact in items[0].missing] == ["member.history"]
    assert "the employer pays first" in items[0].terms[0].text()


def test_without_a_record_the_self_employed_may_have_lost_it() -> None:
    items = jkm.benefit(ILL, js.Member(RIDER, registered=date(2020, 1, 6)), WIDOW)
    assert {item.verdict.state for item in items} == {js.State.UNDETERMINED}
    assert {item.payer for item in items} == {js.BenefitPayer.FUND}
    assert items[0].terms[0].text("id").startswith("bila ada tunggakan")
    assert items[2].terms == ()


def test_registration_limits_what_can_be_in_arrears() -> None:
    # Three months can be due since the month of registration, which was paid: nobody has lost anything yet.
    items = jkm.benefit(ILL, js.Member(RIDER, registered=date(2024, 4, 10)), WIDOW)
    assert {item.verdict.state for item in items} == {js.State.ELIGIBLE}
    assert [item.now for item in items] == [True, True, True]


def test_registration_that_is_not_known() -> None:
    items = jkm.benefit(ILL, js.Member(WORKER), WIDOW)
    assert {item.verdict.state for item in items} == {js.State.ELIGIBLE}
    assert [fact.key for fact in items[0].missing] == ["member.registered", "member.history"]
    items = jkm.benefit(ILL, js.Member(RIDER), WIDOW)
    assert {item.verdict.state for item in items} == {js.State.UNDETERMINED}
    shown = jkm.benefit(ILL, js.Member(RIDER, history=paid("2024-01", "2024-07")), WIDOW)
    assert {item.verdict.state for item in shown} == {js.State.ELIGIBLE}
    assert shown[0].missing == ()


def test_months_that_are_not_known_leave_the_payer_open() -> None:
    record = history_of([["2020-01", "2024-02", "paid"], ["2024-07", "2024-07", "unpaid"]])
    items = jkm.benefit(ILL, js.Member(RIDER, registered=date(2020, 1, 6), history=record), WIDOW)
    assert {item.verdict.state for item in items} == {js.State.UNDETERMINED}
    assert items[0].at_most == 20_000_000


def test_the_month_of_registration_was_paid() -> None:
    record = history_of([["2024-05", "2024-06", None], ["2024-07", "2024-07", "paid"]])
    items = jkm.benefit(ILL, js.Member(RIDER, registered=date(2024, 6, 6), history=record), WIDOW)
    assert {item.verdict.state for item in items} == {js.State.ELIGIBLE}


def test_a_record_that_ends_early_leaves_later_months_open() -> None:
    items = jkm.benefit(ILL, js.Member(RIDER, registered=date(2020, 1, 6), history=paid("2020-01", "2024-05")), WIDOW)
    assert [fact.key for fact in items[0].missing] == ["member.history"]
    assert items[0].terms[0].met is None


def test_nothing_was_owed_before_the_record() -> None:
    items = jkm.benefit(ILL, js.Member(RIDER, registered=date(2020, 1, 6), history=paid("2024-08", "2024-08")), WIDOW)
    assert {item.verdict.state for item in items} == {js.State.ELIGIBLE}


def test_a_death_in_the_first_month_of_the_law() -> None:
    items = jkm.benefit(
        js.Death(on=date(2015, 7, 2), work_related=False), js.Member(WORKER, registered=date(2015, 7, 1))
    )
    assert sum(item.at_most or 0 for item in items) == 24_000_000


@pytest.mark.parametrize(("option", "payer"), [("current", "fund"), ("longest", "employer")])
def test_an_old_gap_counts_under_one_reading(option: str, payer: str) -> None:
    record = history_of(
        [["2020-01", "2021-01", "paid"], ["2021-02", "2021-06", "unpaid"], ["2021-07", "2024-07", "paid"]]
    )
    law = js.LAW.reading(readings.ARREARS_IN_A_ROW, option)
    items = jkm.benefit(ILL, js.Member(WORKER, registered=date(2020, 1, 6), history=record), WIDOW, law=law)
    assert {str(item.payer) for item in items} == {payer}
    assert readings.ARREARS_IN_A_ROW in items[0].readings


@pytest.mark.parametrize(("option", "state"), [("self_employed", "not eligible"), ("employer", "eligible")])
def test_arrears_of_a_host(option: str, state: str) -> None:
    record = history_of([["2023-01", "2024-01", "paid"], ["2024-02", "2024-07", "unpaid"]])
    intern = js.Trainee(wage=2_900_000, risk_group=3)
    law = js.LAW.reading(readings.ARREARS_OF_TRAINEES, option)
    verdict = jkm.eligible(ILL, js.Member(intern, registered=date(2023, 1, 6), history=record), law=law)
    assert verdict.state == state


@pytest.mark.parametrize("who", [RIDER, js.Trainee(wage=2_900_000, risk_group=3)])
def test_nobody_owes_jkm_for_who_has_no_employer(who: js.Participant) -> None:
    verdict = jkm.eligible(ILL, js.Member(who, registered="never"))
    assert verdict.text() == "no: not enrolled, and no employer owes it (PP 44/2015 art. 11(5))"


STATE = js.WageEarner(wage=4_000_000, employer=js.Employer(risk_group=1, kind="state"))


@pytest.mark.parametrize(("option", "state"), [("like_others", "eligible"), ("not_liable", "not eligible")])
def test_a_state_body_that_enrolled_nobody(option: str, state: str) -> None:
    law = js.LAW.reading(readings.STATE_AS_EMPLOYER, option)
    assert jkm.eligible(ILL, js.Member(STATE, registered="never"), law=law).state == state


@pytest.mark.parametrize(("option", "payer"), [("like_others", "employer"), ("not_liable", "fund")])
def test_a_state_body_in_arrears(option: str, payer: str) -> None:
    record = history_of([["2023-01", "2024-01", "paid"], ["2024-02", "2024-07", "unpaid"]])
    law = js.LAW.reading(readings.STATE_AS_EMPLOYER, option)
    items = jkm.benefit(ILL, js.Member(STATE, registered=date(2023, 1, 6), history=record), WIDOW, law=law)
    assert {str(item.payer) for item in items} == {payer}
    assert items[0].readings[0] is readings.STATE_AS_EMPLOYER


def test_foreigners_take_part_after_six_months() -> None:
    def verdict(six_months: bool | None) -> str:
        who = js.WageEarner(wage=4_000_000, risk_group=1, person=js.Person(citizen=False, six_months=six_months))
        return jkm.eligible(ILL, js.Member(who, registered=date(2024, 1, 8), history=paid("2024-01", "2024-07"))).text()

    assert verdict(True) == "yes"
    assert verdict(None) == "cannot be said without: six months of work in Indonesia"
    assert verdict(False) == "no: a foreigner with less than six months of work (PP 44/2015 art. 1)"


# The first three months


def early(since: date, on: date, who: js.Participant = RIDER, law: js.Law = js.LAW) -> int:
    history = paid(str(js.Month.of(since)), str(js.Month.of(on)))
    member = js.Member(who, registered=since, history=history)
    return insured(js.Death(on=on, work_related=False), member, WIDOW, law=law).lump_sum or 0


def test_three_months_to_the_day() -> None:
    assert early(date(2025, 6, 10), date(2025, 9, 9)) == 10_000_000
    assert early(date(2025, 6, 10), date(2025, 9, 10)) == 42_000_000
    assert early(date(2025, 11, 30), date(2026, 2, 28)) == 42_000_000


def test_three_calendar_months() -> None:
    law = js.LAW.reading(readings.WAITING_MONTHS_COUNT, "calendar_months")
    assert early(date(2025, 6, 10), date(2025, 8, 31), law=law) == 10_000_000
    assert early(date(2025, 6, 10), date(2025, 9, 1), law=law) == 42_000_000


def test_three_paid_months() -> None:
    law = js.LAW.reading(readings.WAITING_MONTHS_COUNT, "paid_months")
    assert early(date(2025, 6, 10), date(2025, 7, 31), law=law) == 10_000_000
    assert early(date(2025, 6, 10), date(2025, 8, 31), law=law) == 0  # July and August need not be paid by then
    assert early(date(2025, 6, 10), date(2025, 9, 15), law=law) == 42_000_000


def test_three_paid_months_that_are_not_known() -> None:
    law = js.LAW.reading(readings.WAITING_MONTHS_COUNT, "paid_months")
    death = js.Death(on=date(2025, 8, 20), work_related=False)
    items = jkm.benefit(death, js.Member(RIDER, registered=date(2025, 6, 10)), WIDOW, law=law)
    assert [str(item.verdict.state) for item in items] == ["undetermined", "undetermined", "eligible"]
    record = history_of([["2025-06", "2025-07", "paid"], ["2025-08", "2025-08", None]])
    items = jkm.benefit(death, js.Member(RIDER, registered=date(2025, 6, 10), history=record), WIDOW, law=law)
    assert [str(item.verdict.state) for item in items] == ["undetermined", "undetermined", "eligible"]
    soon = js.Death(on=date(2025, 7, 20), work_related=False)
    items = jkm.benefit(soon, js.Member(RIDER, registered=date(2025, 6, 10)), WIDOW, law=law)
    assert [str(item.benefit) for item in items] == ["funeral"]
    items = jkm.benefit(death, js.Member(RIDER), WIDOW, law=law)
    assert {str(item.verdict.state) for item in items} == {"undetermined"}


def test_wage_earners_wait_under_one_reading() -> None:
    day = date(2025, 6, 10), date(2025, 8, 20)
    assert early(*day, WORKER) == 42_000_000
    assert early(*day, WORKER, js.LAW.reading(readings.WAITING_SCOPE, "everybody")) == 10_000_000


def test_when_the_day_of_registration_is_not_known() -> None:
    death = js.Death(on=date(2025, 8, 20), work_related=False)
    items = jkm.benefit(death, js.Member(RIDER, history=paid("2025-06", "2025-08")), WIDOW)
    assert [str(item.verdict.state) for item in items] == ["undetermined", "undetermined", "eligible"]
    assert [fact.key for fact in items[0].missing] == ["member.registered"]
    items = jkm.benefit(death, js.Member(RIDER, history=paid("2025-01", "2025-08")), WIDOW)
    assert {str(item.verdict.state) for item in items} == {"eligible"}


@pytest.mark.parametrize(("option", "sum_"), [("anew", 10_000_000), ("once", 42_000_000)])
def test_who_comes_back(option: str, sum_: int) -> None:
    before = js.Membership(RIDER, registered=date(2022, 8, 1), ended=date(2025, 5, 31))
    again = js.Membership(RIDER, registered=date(2025, 6, 10), history=paid("2025-06", "2025-07"))
    law = js.LAW.reading(readings.WAITING_AFTER_RETURN, option)
    death = js.Death(on=date(2025, 7, 20), work_related=False)
    claim = insured(death, js.Member(memberships=[before, again]), WIDOW, law=law)
    assert claim.lump_sum == sum_
    assert readings.WAITING_AFTER_RETURN in claim.readings or option == "once"


# Age


def test_age_at_registration() -> None:
    old = js.SelfEmployed(income=1_000_000, person=js.Person(born=date(1958, 6, 30)))
    member = js.Member(old, registered=date(2023, 6, 30), history=paid("2023-06", "2024-07"))
    assert jkm.eligible(ILL, member).text().startswith("no: 65 or older when registered")
    law = js.LAW.reading(readings.AGE_AT_REGISTRATION, "covered")
    claim = insured(ILL, member, WIDOW, law=law)
    assert (claim.lump_sum, readings.AGE_AT_REGISTRATION in claim.readings) == (42_000_000, True)
    day_before = js.Member(old, registered=date(2023, 6, 29), history=paid("2023-06", "2024-07"))
    assert jkm.eligible(ILL, day_before)


def test_the_age_of_who_was_born_on_29_february() -> None:
    old = js.SelfEmployed(income=1_000_000, person=js.Person(born=date(1956, 2, 29)))
    member = js.Member(old, registered=date(2022, 2, 28), history=paid("2022-02", "2024-07"))
    young = js.LAW.override(jkm.AGE_LIMIT, since="2021-04", value=66)
    assert not jkm.eligible(ILL, member, law=young)
    assert jkm.eligible(ILL, member, law=young.reading(readings.BORN_ON_29_FEBRUARY, "1_march"))


def test_the_age_is_taken_for_granted_where_it_is_not_known() -> None:
    def assumed(**facts: Any) -> list[str]:
        member = js.Member(js.SelfEmployed(income=1_000_000, **facts), history=paid("2022-06", "2024-07"))
        return [each.fact for each in insured(ILL, member, WIDOW).assumed]

    assert assumed() == ["membership.ended", "person.born"]
    old = js.SelfEmployed(income=1_000_000, person=js.Person(born=date(1950, 1, 1)))
    claim = insured(ILL, js.Member(old, history=paid("2022-06", "2024-07")), WIDOW)
    assert (claim.at_least, [fact.key for fact in claim.missing]) == (0, ["member.registered"])
    assert assumed(person=js.Person(born=date(1990, 1, 1))) == ["membership.ended"]
    assert assumed(registered=date(2022, 6, 1)) == ["membership.ended", "person.born"]
    assert assumed(registered=date(2021, 3, 31)) == ["membership.ended"]


# Several memberships


def several(option: str, *more: js.Membership) -> js.Claim:
    law = js.LAW.reading(readings.SEVERAL_MEMBERSHIPS, option)
    first = js.Membership(WORKER, registered=date(2020, 1, 6), history=paid("2020-01", "2025-05"))
    second = js.Membership(RIDER, registered=date(2020, 1, 6), history=paid("2020-01", "2025-05"))
    member = js.Member(memberships=[first, second, *more])
    return insured(js.Death(on=date(2025, 6, 1), work_related=False), member, WIDOW, law=law)


def test_several_memberships_since_2025() -> None:
    assert several("each").lump_sum == 84_000_000
    once = several("once")
    assert (once.lump_sum, once.refused[1].verdict.because[0].text("id")) == (
        42_000_000,
        "JKM dibayar satu kali untuk seorang peserta",
    )
    open_ = several("not_known")
    assert (open_.lump_sum, open_.at_least, open_.at_most) == (None, 42_000_000, 84_000_000)
    assert [item.membership is not None for item in open_] == [True] * 6


def test_an_owner_of_several_firms_is_in_jkm_once() -> None:
    owner = js.SelfEmployed(income=9_000_000, kind="employer")
    firms = [js.Membership(owner, registered=date(2020, 1, 6), history=paid("2020-01", "2024-07")) for _ in range(2)]
    claim = insured(ILL, js.Member(memberships=firms), WIDOW)
    assert claim.lump_sum == 42_000_000
    assert claim.refused[1].verdict.text().endswith("(PP 44/2015 art. 15(2))")
    assert "not owed: JKM from the membership as self-employed: no: an owner of several firms" in claim.explain()


# To whom


def recipients(on: date = date(2025, 6, 1), **family: Any) -> list[str]:
    member = js.Member(WORKER, registered=date(2020, 1, 6), history=paid("2020-01", "2025-05"))
    given = js.Family(**family)
    return [str(item.recipient) for item in jkm.benefit(js.Death(on=on, work_related=False), member, given)]


def test_recipients_in_their_order() -> None:
    nobody: dict[str, Any] = dict.fromkeys(("spouse", "children", "parents", "grandparents", "grandchildren"), False)
    assert recipients(children=True) == ["spouse_or_children"] * 3
    assert recipients(**nobody, siblings=True) == ["siblings"] * 3
    assert recipients(**nobody, siblings=False, parents_in_law=True) == ["parents_in_law"] * 3
    assert recipients(**nobody, siblings=False, parents_in_law=False, will=True) == ["named_in_will"] * 3
    assert recipients(**nobody) == ["None"] * 3


def test_a_will_must_be_a_deed_since_2025() -> None:
    names = ("spouse", "children", "parents", "grandparents", "grandchildren", "siblings", "parents_in_law")
    family = js.Family(**dict.fromkeys(names, False), will=js.Relative(name="Ibu Asih"))
    member = js.Member(WORKER, registered=date(2020, 1, 6), history=paid("2020-01", "2025-05"))
    for on, terms in ((date(2025, 2, 23), []), (date(2025, 2, 24), ["a will counts as a notarial deed alone"])):
        item = jkm.benefit(js.Death(on=on, work_related=False), member, family)[0]
        assert (item.person, [term.text() for term in item.terms]) == ("Ibu Asih", terms)
        assert js.Paper.WILL in item.papers


def test_an_orphan_has_a_guardian() -> None:
    member = js.Member(WORKER, registered=date(2020, 1, 6), history=paid("2020-01", "2024-07"))
    family = js.Family(spouse=False, children=js.Child(name="Citra", born=date(2016, 5, 2)))
    item = jkm.benefit(ILL, member, family)[0]
    assert (item.person, item.terms[0].text()) == ("Citra", "a minor's part is paid to the guardian")


def test_somebody_is_there_even_if_it_is_not_known_who_comes_first() -> None:
    member = js.Member(WORKER, registered=date(2020, 1, 6), history=paid("2020-01", "2024-07"))
    some = insured(ILL, member, js.Family(children=False, parents=True))
    assert (some.lump_sum, [fact.key for fact in some.missing]) == (
        42_000_000,
        ["family.spouse", "family.grandchildren", "family.grandparents"],
    )
    none = insured(ILL, member, js.Family(children=False))
    assert (none.at_least, none.at_most) == (10_000_000, 42_000_000)
    unknown = insured(ILL, member)
    assert (unknown.at_least, unknown.at_most, [fact.key for fact in unknown.missing]) == (
        10_000_000,
        42_000_000 + 174_000_000,
        ["family.children", "family"],
    )


# When it must be paid


def test_days_of_payment() -> None:
    found = jkm.pay_by(date(2025, 6, 19), holidays=[date(2025, 6, 20)])
    assert (found.on, found.certain, found.row) == (date(2025, 6, 25), True, jkm.PAYMENT_DAYS.rows[0])
    assert found.readings == (readings.SATURDAY,)
    approved = jkm.pay_by(date(2025, 6, 16), approved=date(2025, 6, 17))
    assert (approved.on, approved.certain) == (date(2025, 6, 19), False)
    assert approved.readings == (readings.START_OF_PAYMENT_DAYS,)
    law = js.LAW.reading(readings.START_OF_PAYMENT_DAYS, "approved")
    assert jkm.pay_by(date(2025, 6, 16), approved=date(2025, 6, 17), law=law).on == date(2025, 6, 20)
    with pytest.raises(errors.MissingFact, match="approval"):
        jkm.pay_by(date(2025, 6, 19), law=law)
    with pytest.raises(errors.Contradiction):
        jkm.pay_by(date(2025, 6, 19), approved=date(2025, 6, 18))
    with pytest.raises(errors.NotADate):
        jkm.pay_by("2025-06-19")  # type: ignore[arg-type]


def test_late_payment_by_the_agency() -> None:
    late = jkm.late_payment(42_000_000, due=date(2025, 6, 24), paid=date(2025, 6, 27))
    assert (late.amount, late.days, late.row.value) == (1_260_000, 3, Fraction(1, 100))
    assert late.text("id") == "3 × 1 % × 42.000.000 = 1.260.000"
    assert late.cites == (late.row.cites[0],)
    with pytest.raises(errors.NegativeAmount):
        jkm.late_payment(-1, due=date(2025, 6, 24), paid=date(2025, 6, 27))


def test_names_that_jkm_does_not_have() -> None:
    with pytest.raises(AttributeError, match="LUMP_SUM"):
        jkm.LUMPSUM  # noqa: B018
    with pytest.raises(AttributeError, match="DISABILITY"):
        js.jkk.DISABILTY  # noqa: B018
    assert jkm.Benefit.FUNERAL in jkm.Benefit
