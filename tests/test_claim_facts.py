"""Facts of an event that cannot be true together, and those that are not known, as claims tell them."""

from datetime import date
from functools import partial
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors, jkk

insured = partial(js.claim, programmes=(js.Programme.JKK, js.Programme.JKM))

DAY = date(2025, 8, 20)
SEWER = js.WageEarner(wage=5_000_000, risk_group=2, person=js.Person(born=date(1985, 5, 5), citizen=True))
RECORD = js.History.unbroken("2016-01", "2025-07", wage=5_000_000)
MEMBER = js.Member(SEWER, registered=date(2016, 1, 4), history=RECORD)
NEW = js.Member(SEWER, registered=date(2025, 6, 10), history=js.History.unbroken("2025-06", "2025-07"))
SPOUSE = js.Family(spouse=True, children=False)
DEATH = js.Death(on=DAY)
EARLY = date(2025, 5, 1)


@pytest.mark.parametrize(
    "event",
    [
        js.WorkAccident(on=EARLY, report_hours=5, outcome=DEATH),
        js.WorkAccident(on=EARLY, report_hours=5, outcome=js.Incapacity(months=1)),
        js.Death(on=DAY, work_related=True, accident_on=EARLY),
        js.TotalDisability(on=DAY, work_related=True, accident_on=EARLY),
    ],
)
def test_an_accident_before_registration_is_refused_whatever_came_of_it(event: Any) -> None:
    for asked in (insured, jkk.who_pays, jkk.benefit):
        with pytest.raises(errors.TooEarly, match="2025-05-01 lies before registration on 2025-06-10"):
            asked(event, NEW)


def test_an_accident_is_for_a_job_that_had_begun() -> None:
    later = js.Membership(js.SelfEmployed(income=2_500_000), registered=date(2025, 6, 10))
    member = js.Member(memberships=[MEMBER.memberships[0], later])
    facts: dict[str, Any] = {"on": EARLY, "report_hours": 5, "outcome": DEATH}
    found = insured(js.WorkAccident(**facts), member, SPOUSE)
    assert [item.membership for item in found["JKK"]] == [MEMBER.memberships[0]] * 3
    assert found["JKK", "death"][0].amount == 240_000_000
    with pytest.raises(errors.TooEarly, match="job: 2025-05-01 lies before registration in it on 2025-06-10"):
        insured(js.WorkAccident(job=1, **facts), member)


def test_an_accident_of_which_nothing_is_known_yet_is_not_nothing() -> None:
    claim = insured(js.WorkAccident(on=DAY, report_hours=5), MEMBER, SPOUSE)
    assert (claim.lump_sum, claim.at_least, claim.at_most) == (None, 0, None)
    assert [fact.key for fact in claim.missing] == ["event.outcome"]
    assert "what came of the accident" in claim.explain()
    assert "no bound is known" in claim.explain()
    assert claim["JKK", "open"][0].recipient is None
    nothing = insured(js.WorkAccident(on=DAY, report_hours=5, outcome=()), MEMBER, SPOUSE)
    assert (nothing.lump_sum, nothing.at_most, nothing.items, nothing.missing) == (0, 0, (), ())
    for each in (claim, nothing):
        assert js.Claim.inputs(each.to_dict()) == (each.event, MEMBER, SPOUSE)


@pytest.mark.parametrize(
    ("hours", "day", "told"),
    [
        (5, DAY, None),
        (5, date(2025, 8, 21), None),
        (24, DAY, None),
        (5, date(2025, 8, 30), "hours_to_death: 5 hours, and the death on 2025-08-30 is 10 days after the accident on"),
        (50, DAY, "hours_to_death: 50 hours"),
        (-1, DAY, "hours_to_death: -1"),
    ],
)
def test_hours_until_death_agree_with_its_day(hours: int, day: date, told: str | None) -> None:
    facts: dict[str, Any] = {"circumstance": "sudden_death", "outcome": js.Death(on=day), "hours_to_death": hours}
    if told is None:
        assert js.WorkAccident(on=DAY, **facts).hours_to_death == hours
        return
    with pytest.raises(errors.JamsostekError, match=told):
        js.WorkAccident(on=DAY, **facts)


def test_hours_are_not_asked_of_days_that_are_wrong_themselves() -> None:
    with pytest.raises(errors.MissingFact):
        js.WorkAccident(on=None, circumstance="sudden_death", outcome=DEATH, hours_to_death=5)  # type: ignore[arg-type]


def test_hours_until_the_report_agree_with_its_day() -> None:
    assert js.WorkAccident(on=DAY, report_hours=10, reported_on=date(2025, 8, 21)).report_hours == 10
    told = "report_hours: 10 hours, and the report on 2025-09-01 is 12 days after the accident on 2025-08-20"
    with pytest.raises(errors.Contradiction, match=told):
        js.WorkAccident(on=DAY, report_hours=10, reported_on=date(2025, 9, 1))


def test_nobody_is_unable_to_work_after_his_death() -> None:
    death = js.Death(on=date(2025, 9, 20))
    for time in (js.Incapacity(months=1), js.Incapacity(months=1, days=2), js.Incapacity(), js.Incapacity(days=9)):
        assert js.WorkAccident(on=DAY, outcome=[time, death]).outcome == (time, death)
    with pytest.raises(errors.Contradiction, match="unable to work until 2026-08-19, after the death on 2025-09-20"):
        js.WorkAccident(on=DAY, outcome=[js.Incapacity(months=12), death])
    with pytest.raises(errors.Contradiction, match="unable to work until 2025-09-22"):
        js.WorkAccident(on=DAY, outcome=[js.Incapacity(months=1, days=3), death])
    with pytest.raises(errors.Contradiction, match="unable to work until"):
        js.WorkAccident(on=DAY, outcome=[js.Incapacity(months=10**9), death])


@pytest.mark.parametrize("asked", [None, ["JKK", "JKM"], "JHT", "JP"])
def test_a_record_before_registration_is_one_fault_whoever_is_asked(asked: Any) -> None:
    late = js.Member(SEWER, registered=date(2024, 1, 8), history=RECORD)
    with pytest.raises(errors.TooEarly) as caught:
        js.claim(js.Death(on=DAY, work_related=False), late, SPOUSE, programmes=asked)
    assert str(caught.value).startswith("history: 2016-01 to 2023-12: a wage before registration on 2024-01-08")
    unpaid = js.History.of({"2023-12": None}, state="unpaid") + js.History.unbroken("2024-01", "2025-07")
    open_ = js.Member(SEWER, registered=date(2024, 1, 8), history=unpaid)
    assert insured(js.Death(on=DAY, work_related=False), open_, SPOUSE).lump_sum == 42_000_000
    one = js.Member(SEWER, registered=date(2016, 2, 8), history=RECORD)
    with pytest.raises(errors.TooEarly, match="history: 2016-01: a wage before"):
        js.claim(js.Death(on=DAY, work_related=False), one, SPOUSE, programmes=asked)


def pupils(*chosen: bool | None) -> js.Family:
    facts: dict[str, Any] = {"born": date(2015, 5, 5), "school": js.School("primary", 4), "registered": True}
    children = [js.Child(name=f"child {at}", chosen=each, **facts) for at, each in enumerate(chosen)]
    return js.Family(spouse=True, children=children)


ILL = js.Death(on=DAY, work_related=False)


def test_children_that_were_not_chosen_draw_nothing() -> None:
    none = insured(ILL, MEMBER, pupils(False, False, False))
    assert (none["JKM", "lump_sum"][0].amount, none.lump_sum, none.at_most) == (20_000_000, 42_000_000, 42_000_000)
    assert "scholarship" not in {str(item.benefit) for item in none}
    assert (
        none.explain().count("no: not chosen for a scholarship (PP 44/2015 art. 34(3) as amended by PP 82/2019)") == 1
    )
    assert none.explain().count("not chosen") == 1
    some = insured(ILL, MEMBER, pupils(None, False, True))
    assert {item.person for item in some.recurring} == {"child 0", "child 2"}
    assert [each.called() for each in some.schedule.pairs] == ["child 0, child 2"]


def test_a_child_that_was_chosen_is_in_every_pair() -> None:
    claim = insured(ILL, MEMBER, pupils(None, True, None))
    assert [each.called() for each in claim.schedule.pairs] == ["child 0, child 1", "child 1, child 2"]
    assert [each.called() for each in insured(ILL, MEMBER, pupils(True, True, None)).schedule.pairs] == [
        "child 0, child 1"
    ]


def test_a_death_by_work_is_for_jkk_even_where_jkk_pays_nothing() -> None:
    rider = js.Member(js.SelfEmployed(income=2_500_000), registered="never")
    claim = insured(js.WorkAccident(on=DAY, report_hours=5, outcome=DEATH), rider, SPOUSE)
    assert claim.verdicts[js.Programme.JKM].text() == (
        "no: work caused the death: it is for JKK (PP 44/2015 art. 40(1))"
    )
    assert claim.lump_sum == 0


def test_messages_name_what_is_wrong() -> None:
    with pytest.raises(errors.ZeroAmount, match="amount: 0 is no sum to look for"):
        js.read_back(0, ILL)
    told = "outcome: the death on 2025-08-01 lies before the accident on 2025-08-20"
    with pytest.raises(errors.Contradiction, match=told):
        js.WorkAccident(on=DAY, outcome=js.Death(on=date(2025, 8, 1)))
    found = js.PartialDisability(percent=5, on=date(2025, 8, 1))
    with pytest.raises(errors.Contradiction, match="the finding of the disability on 2025-08-01 lies before"):
        js.WorkAccident(on=DAY, outcome=found)
    with pytest.raises(errors.UnknownBodyPart, match="did you mean 'both_legs'"):
        js.Loss("legs_both")  # type: ignore[arg-type]
    with pytest.raises(errors.WrongType) as caught:
        js.claim(ILL, SEWER)  # type: ignore[arg-type]
    assert str(caught.value) == "member: a WageEarner alone is no member; give a jamsostek.Member"


def test_what_the_employer_advanced_is_told_apart() -> None:
    outcome = [js.Incapacity(months=2, wage_paid=10_000_000), js.PartialDisability(percent=5)]
    claim = insured(js.WorkAccident(on=DAY, report_hours=5, outcome=outcome), MEMBER, SPOUSE)
    assert claim.lump_sum == 30_000_000
    assert claim.by_recipient == {js.Recipient.EMPLOYER: 10_000_000, js.Recipient.MEMBER: 20_000_000}
    assert f"{'of that to the employer, who advanced it':<76}{'10,000,000':>20}" in claim.explain()
    assert "di antaranya kepada pemberi kerja" in claim.explain("id")
    assert "who advanced it  " not in insured(ILL, MEMBER, SPOUSE).explain()
