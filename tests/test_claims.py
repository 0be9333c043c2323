"""Claims: what they tell, what is missing, both ways of a doubt, bad input, later programmes."""

import json
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

import pytest

import jamsostek as js
from jamsostek import _claims, errors, readings
from jamsostek._benefits import Item
from jamsostek._cases import Answer, Case
from jamsostek._verdict import State, Verdict

insured = partial(js.claim, programmes=(js.Programme.JKK, js.Programme.JKM))

ANA = js.WageEarner(wage=4_000_000, risk_group=2, person=js.Person(born=date(1990, 6, 15)))
RECORD = js.History.unbroken("2018-01", "2025-05", wage=4_000_000)
MEMBER = js.Member(ANA, registered=date(2018, 1, 8), history=RECORD)
WIDOWER = js.Family(spouse=js.Spouse(name="Budi"), children=())
ILL = js.Death(on=date(2025, 6, 1), work_related=False)
FATAL = js.WorkAccident(on=date(2025, 6, 1), outcome=js.Death(on=date(2025, 6, 3)), report_hours=20)


def test_a_widower_is_owed() -> None:
    claim = insured(ILL, MEMBER, WIDOWER)
    assert (claim.lump_sum, claim.now, claim.at_least, claim.at_most) == (42_000_000,) * 4
    assert claim.missing == ()
    assert (len(claim["JKM"]), [item.amount for item in claim["JKM", "funeral"]]) == (3, [10_000_000])
    assert claim.by_programme == {js.Programme.JKM: 42_000_000}
    assert claim.by_payer == {js.BenefitPayer.FUND: 42_000_000}
    assert list(claim) == list(claim.items)
    assert claim.evidence == "A"
    assert repr(claim) == f"<Claim on Death 2025-06-01: {len(claim)} items, 42,000,000>"


@pytest.mark.parametrize("on", [date(2015, 7, 2), date(2019, 9, 4), date(2023, 10, 5)])
def test_a_state_body_owed_its_staff_nothing_before_they_must_be_enrolled(on: date) -> None:
    """PP 44/2015 art. 2(2) left them to another regulation; arts 27(1) and 35(1) name other employers."""
    fatal = js.WorkAccident(on=on, circumstance="workplace", external_force=True, outcome=js.Death(on=on))
    staff = js.WageEarner(wage=2_900_000, employer=js.Employer(kind="state", risk_group=1))
    for event, programme, article in (
        (fatal, js.Programme.JKK, "27(1)"),
        (js.Death(on=on, work_related=False), js.Programme.JKM, "35(1)"),
    ):
        claim = insured(event, js.Member(staff, registered="never"), WIDOWER)
        assert (claim.at_most, claim.verdicts[programme].state) == (0, State.NOT_ELIGIBLE)
        because = claim.verdicts[programme].because
        assert [each.cite.place for each in because] == [article, "2(2)"]
        assert readings.STATE_AS_EMPLOYER not in claim.readings
        unknown = insured(event, js.Member(staff), WIDOWER).verdicts[programme]
        assert unknown.state is State.UNDETERMINED
    later = js.Death(on=date(2023, 10, 6), work_related=False)
    assert insured(later, js.Member(staff, registered="never"), WIDOWER).at_least == 42_000_000


def test_jkk_and_jkm_exclude_one_another_visibly() -> None:
    fatal, ill = insured(FATAL, MEMBER, WIDOWER), insured(ILL, MEMBER, WIDOWER)
    assert fatal.lump_sum == 48 * 4_000_000 + 22_000_000
    assert fatal.verdicts[js.Programme.JKM].text() == (
        "no: work caused the death: it is for JKK (PP 44/2015 art. 40(1))"
    )
    assert ill.verdicts[js.Programme.JKK].text() == "no: work did not cause it (PP 44/2015 art. 25(1))"
    assert [str(each.programme) for each in fatal.refused if each.benefit is None] == ["JKM"]
    assert not {item.programme for item in fatal} & {js.Programme.JKM}


def test_both_ways_while_it_is_not_known_whether_work_caused_it() -> None:
    claim = insured(js.Death(on=date(2025, 6, 1)), MEMBER, WIDOWER)
    by_work, otherwise = claim.ways
    assert (by_work.lump_sum, otherwise.lump_sum) == (214_000_000, 42_000_000)
    assert (claim.lump_sum, claim.at_least, claim.at_most) == (None, 42_000_000, 214_000_000)
    assert claim.missing[0].key == "event.work_related"
    assert {item.verdict.state for item in claim} == {State.UNDETERMINED}
    assert {verdict.state for verdict in claim.verdicts.values()} == {State.UNDETERMINED}
    assert "at least 42,000,000, at most 214,000,000" in repr(claim)
    assert "not known whether work-related" in claim.explain()
    assert "belum diketahui apakah akibat kerja" in claim.explain("id")


def test_the_facts_of_an_accident_decide_both_ways() -> None:
    event = js.WorkAccident(
        on=date(2025, 6, 1),
        circumstance="commute",
        external_force=True,
        report_hours=20,
        outcome=js.Death(on=date(2025, 6, 1)),
    )
    claim = insured(event, MEMBER, WIDOWER)
    assert (claim.at_least, claim.at_most) == (42_000_000, 214_000_000)
    assert claim.missing[0].key == "event.usual_route"
    assert [way.verdicts[js.Programme.JKK].state for way in claim.ways] == [State.ELIGIBLE, State.NOT_ELIGIBLE]


def test_a_death_that_was_decided_not_to_be_by_work_is_for_jkm() -> None:
    event = js.WorkAccident(on=date(2025, 6, 1), recognised=False, outcome=js.Death(on=date(2025, 6, 1)))
    claim = insured(event, MEMBER, WIDOWER)
    assert claim.lump_sum == 42_000_000
    assert "decided not to be a work accident" in claim.explain()


def test_what_both_ways_refuse_is_refused() -> None:
    rider = js.Member(js.SelfEmployed(income=1_000_000), registered="never")
    claim = insured(js.Death(on=date(2025, 6, 1)), rider, WIDOWER)
    assert (claim.items, claim.lump_sum, claim.at_most) == ((), 0, 0)
    assert {verdict.state for verdict in claim.verdicts.values()} == {State.NOT_ELIGIBLE}
    assert "nothing is owed" in claim.explain()


def test_arrears_hold_the_rest_back() -> None:
    record = js.History.unbroken("2022-08", "2025-03") + js.History.of(
        {"2025-04": None, "2025-05": None}, state="unpaid"
    )
    rider = js.Member(js.SelfEmployed(income=1_000_000), registered=date(2022, 8, 1), history=record)
    claim = insured(js.Death(on=date(2025, 6, 1), work_related=False), rider, WIDOWER)
    assert (claim.lump_sum, claim.now) == (42_000_000, 10_000_000)
    text = claim.explain()
    assert "waits: once the arrears are paid (PP 44/2015 art. 42(1))" in text
    assert "of that at once and without waiting" in text
    assert "menunggu: setelah tunggakan iuran dilunasi" in claim.explain("id")


def test_a_wait_that_is_over() -> None:
    record = js.History(
        [js.MonthRecord(month, "paid") for month in js.months("2022-08", "2025-03")]  # type: ignore[arg-type]
        + [js.MonthRecord(month, "paid", paid_on=date(2025, 7, 1)) for month in js.months("2025-04", "2025-05")]  # type: ignore[arg-type]
    )
    rider = js.Member(js.SelfEmployed(income=1_000_000), registered=date(2022, 8, 1), history=record)
    claim = insured(js.Death(on=date(2025, 6, 1), work_related=False), rider, WIDOWER)
    assert claim.now == 42_000_000
    assert "had to wait, and no longer does" in claim.explain()


def test_it_explains_itself() -> None:
    claim = insured(FATAL, MEMBER, WIDOWER)
    text = claim.explain()
    assert "60 % × 80 × 4,000,000 = 192,000,000" in text
    assert f"{'at once, altogether':<76}{'214,000,000':>20}" in text
    assert "not owed: JKM: no: work caused the death" in text
    assert "taken for granted: the work and the membership had not ended before the event" in text
    assert "claim by 2030-06-01 (PP 44/2015 art. 26 as amended by PP 82/2019)" in text
    assert "to be paid within 7 working days of the papers (PP 44/2015 art. 37(2))" in text
    assert "papers: membership card" in text
    assert "sekaligus, seluruhnya" in claim.explain("id")
    assert claim.to_dict()["items"][0]["steps"][-1]["numbers"] == "60 % × 80 × 4,000,000 = 192,000,000"
    assert claim._repr_html_().count("<details>") == len(claim)
    assert claim.basis[0].instrument.number.startswith("PP")
    with pytest.raises(errors.UnknownLanguage):
        claim.explain("fr")  # type: ignore[arg-type]


def test_without_a_family_it_says_what_it_needs() -> None:
    claim = insured(ILL, MEMBER)
    assert (claim.lump_sum, claim.at_least, claim.at_most) == (None, 10_000_000, 42_000_000 + 174_000_000)
    assert claim.missing[-1].key == "family"
    assert "to not known" in claim.explain()


def test_it_tells_several_memberships_apart() -> None:
    rider = js.Membership(js.SelfEmployed(income=1_000_000), registered=date(2018, 1, 8), history=RECORD)
    member = js.Member(memberships=[js.Membership(ANA, registered=date(2018, 1, 8), history=RECORD), rider])
    death = js.Death(on=date(2025, 2, 1), work_related=False)
    text = insured(death, member, WIDOWER).explain()
    assert text.count("from the membership as self-employed") == 3
    assert "dari kepesertaan sebagai penerima upah" in insured(death, member, WIDOWER).explain("id")


def test_dictionary_and_back() -> None:
    events: list[js.Death | js.WorkAccident | js.TotalDisability] = [
        ILL,
        FATAL,
        js.TotalDisability(on=date(2025, 6, 1), work_related=True),
        js.WorkAccident(
            on=date(2025, 6, 1),
            outcome=(
                js.PartialDisability(
                    losses=(js.Loss("thumb_right"), js.Loss("eye", function=Fraction(1, 2))), on=date(2025, 9, 1)
                ),
                js.Incapacity(months=3, days=2),
                js.Expenses(land=100_000),
            ),
        ),
    ]
    family = js.Family(
        spouse=js.Spouse(name="2020-01-01", born=date(1988, 2, 29)),
        children=(js.Child(born=date(2016, 1, 1), married=False, school=js.School("primary", 2)),),
    )
    two = js.Member(
        memberships=[
            js.Membership(ANA, registered=date(2018, 1, 8), history=RECORD),
            js.Membership(js.SelfEmployed(income=1_000_000), registered="never"),
        ]
    )
    for event in events:
        for member in (MEMBER, two):
            told = json.loads(json.dumps(insured(event, member, family).to_dict()))
            assert told["schema"] == "jamsostek.claim/1"
            assert js.Claim.inputs(told) == (event, member, family)
    told = json.loads(json.dumps(insured(ILL, MEMBER).to_dict()))
    assert js.Claim.inputs(told) == (ILL, MEMBER, None)


def test_dictionaries_that_are_no_claims() -> None:
    told = insured(ILL, MEMBER, WIDOWER).to_dict()
    with pytest.raises(errors.WrongType, match=r"jamsostek\.claim/1"):
        js.Claim.inputs({})
    with pytest.raises(errors.UnknownKind, match="did you mean 'Death'"):
        js.Claim.inputs({**told, "event": {**told["event"], "type": "Deaths"}})
    with pytest.raises(errors.UnknownKind, match=r"event: 'onn' is unknown; did you mean 'on'"):
        js.Claim.inputs({**told, "event": {**told["event"], "onn": 1}})
    with pytest.raises(errors.NotADate, match=r"event\.on"):
        js.Claim.inputs({**told, "event": {**told["event"], "on": "2025-13-01"}})


# The law as an argument


def test_evidence_that_is_too_weak() -> None:
    law = js.LAW.require("A")
    assert insured(ILL, MEMBER, WIDOWER, law=law).lump_sum == 42_000_000
    with pytest.raises(errors.SeveralErrors, match="rests on evidence B, not A"):
        insured(FATAL, MEMBER, WIDOWER, law=law)
    early = js.Member(js.SelfEmployed(income=1_000_000), registered=date(2025, 5, 1))
    with pytest.raises(errors.JamsostekError, match="waiting_scope"):
        insured(ILL, early, WIDOWER, law=js.LAW.require("B"))


def test_a_what_if_is_marked() -> None:
    law = js.LAW.override(js.jkm.FUNERAL, since="2025-01-01", value=12_000_000)
    claim = insured(ILL, MEMBER, WIDOWER, law=law)
    assert (claim.lump_sum, claim.evidence) == (44_000_000, "given")
    assert claim.explain().startswith("2025-06-01: death, not work-related, wage earner, what-if")
    late = insured(js.Death(on=date(2027, 1, 5), work_related=False), js.Member(ANA, registered="never"), WIDOWER)
    assert [mark.text() for mark in late.marks] == ["law as checked to 2026-11-20"]


# Bad input


def test_wrong_types_are_told_together() -> None:
    with pytest.raises(errors.SeveralErrors) as caught:
        insured("death", "ana", "budi")  # type: ignore[arg-type]
    assert [error.where for error in caught.value.errors] == ["event", "member", "family"]


def test_contradictions_between_event_member_and_family_are_told_together() -> None:
    family = js.Family(children=js.Child(name="Citra", born=date(1985, 1, 1)))
    with pytest.raises(errors.SeveralErrors) as caught:
        insured(js.Death(on=date(2017, 6, 1), work_related=False), MEMBER, family)
    assert [type(error) for error in caught.value.errors] == [errors.TooEarly, errors.Contradiction]
    assert 'registered="never"' in str(caught.value)
    assert "Citra is not younger than the participant" in str(caught.value)
    young = js.Member(js.WageEarner(wage=4_000_000, risk_group=2, person=js.Person(born=date(2016, 1, 1))))
    with pytest.raises(errors.Contradiction, match="not after birth"):
        insured(js.Death(on=date(2015, 8, 1)), young)


def test_an_accident_between_two_registrations() -> None:
    later = js.Membership(js.SelfEmployed(income=1_000_000), registered=date(2025, 7, 1))
    member = js.Member(memberships=[js.Membership(ANA, registered=date(2018, 1, 8), history=RECORD), later])
    event = js.WorkAccident(on=date(2025, 6, 1), job=0, outcome=js.Incapacity(months=1), report_hours=4)
    assert insured(event, member).lump_sum == 4_000_000
    with pytest.raises(errors.TooEarly):
        insured(js.Death(on=date(2025, 6, 1), work_related=False), member)


@pytest.mark.parametrize("event", [js.Death, js.TotalDisability, js.WorkAccident])
def test_events_before_the_law(event: Any) -> None:
    with pytest.raises(errors.BeforeLaw, match="PP 14/1993 governed until then"):
        event(on=date(2015, 6, 30))
    with pytest.raises(errors.MissingFact):
        event(on=None)
    with pytest.raises(errors.NotADate):
        event(on="2025-06-01")


def test_events_that_contradict_themselves() -> None:
    with pytest.raises(errors.Contradiction, match="lies after death"):
        js.Death(on=date(2025, 6, 1), accident_on=date(2025, 6, 2))
    with pytest.raises(errors.Contradiction, match="though work_related is False"):
        js.TotalDisability(on=date(2025, 6, 1), work_related=False, accident_on=date(2025, 5, 2))
    with pytest.raises(errors.WrongType, match="work_related"):
        js.Death(on=date(2025, 6, 1), work_related="yes")  # type: ignore[arg-type]


# Members


def test_members_check_themselves() -> None:
    with pytest.raises(errors.WrongType, match="takes no part"):
        js.Membership("ana")  # type: ignore[arg-type]
    with pytest.raises(errors.SeveralErrors):
        js.Membership(ANA, registered="2018", ended="2019", history="paid")  # type: ignore[arg-type]
    with pytest.raises(errors.Contradiction, match="not after birth"):
        js.Membership(ANA, registered=date(1990, 6, 15))
    with pytest.raises(errors.Contradiction, match="lies before registration"):
        js.Membership(ANA, registered=date(2020, 1, 6), ended=date(2019, 1, 6))
    with pytest.raises(errors.Contradiction, match="never began"):
        js.Membership(ANA, registered="never", ended=date(2019, 1, 6))
    told = js.WageEarner(wage=4_000_000, risk_group=1, registered=date(2020, 1, 6))
    assert js.Membership(told).since == date(2020, 1, 6)
    with pytest.raises(errors.Contradiction, match="give it once"):
        js.Membership(told, registered=date(2021, 1, 6))
    with pytest.raises(errors.MissingFact, match="nobody takes part"):
        js.Member()
    with pytest.raises(errors.SeveralErrors, match="without its participant"):
        js.Member(registered=date(2020, 1, 6))
    with pytest.raises(errors.WrongType, match="no membership"):
        js.Member(memberships=[ANA])  # type: ignore[list-item]
    with pytest.raises(errors.WrongType, match="no membership"):
        js.Member(memberships=3)  # type: ignore[arg-type]
    other = js.SelfEmployed(income=1_000_000, person=js.Person(born=date(1991, 1, 1)))
    with pytest.raises(errors.Contradiction, match="different persons"):
        js.Member(memberships=[js.Membership(ANA), js.Membership(other)])


def test_what_members_tell() -> None:
    assert (js.Membership(ANA).enrolled, js.Membership(ANA, registered="never").enrolled) == (None, False)
    assert MEMBER.memberships[0].enrolled
    assert MEMBER.person.born == date(1990, 6, 15)
    assert js.Member(js.SelfEmployed(income=0)).person == js.Person()
    second = js.Membership(
        js.SelfEmployed(income=1_000_000),
        history=js.History.of({"2025-05": None, "2025-06": None, "2025-07": None}).window("2025-04", "2025-07"),
    )
    both = js.Member(memberships=[*MEMBER.memberships, second, js.Membership(ANA)])
    assert both.months_paid(date(2025, 12, 1)) == (89, 91)


# A programme to come


def test_a_later_programme_joins_by_one_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    def pension(case: Case, answers: tuple[Answer, ...]) -> Answer:
        assert [str(each.programme) for each in answers][:2] == ["JKK", "JKM"]
        item = Item(
            js.Programme.JP,
            js.Recipient.SPOUSE_OR_CHILDREN,
            500_000,
            (readings.SATURDAY.cites[0],),
            when=js.When.MONTHLY,
            times=None,
            first=case.event.on,
            recipient=js.Recipient.SPOUSE_OR_CHILDREN,
        )
        return Answer(js.Programme.JP, Verdict(State.ELIGIBLE), (item, item._replace(times=24)))

    monkeypatch.setattr(_claims, "PROVIDERS", (*_claims.PROVIDERS[:3], (frozenset({js.Programme.JP}), pension)))
    claim = js.claim(ILL, MEMBER, WIDOWER)
    assert (claim.lump_sum, claim.at_least, claim.at_most) == (42_000_000, 54_000_000, None)
    assert [str(item) for item in claim.recurring] == [
        "<JP spouse_or_children: 500,000 monthly, any number of times, eligible>",
        "<JP spouse_or_children: 500,000 monthly, 24 times, eligible>",
    ]
    assert "every month, 24 times = 12,000,000, from BPJS Ketenagakerjaan" in claim.explain()
    assert "no bound is known" in claim.explain()
    assert [told["deadline"] for told in claim.to_dict()["items"]][-1] is None
    assert "at most not known" in repr(claim)
    open_ = js.claim(js.Death(on=date(2025, 6, 1)), MEMBER, WIDOWER)
    assert (open_.at_least, open_.at_most, len(open_["JP"])) == (54_000_000, None, 2)


def test_what_a_claim_does_not_have() -> None:
    claim = insured(ILL, MEMBER, WIDOWER)
    assert claim["JKK"] == ()
    with pytest.raises(errors.NoSuchLine, match=r'it has \["JKM", "lump_sum"\]'):
        claim["JKM", "pension"]
    with pytest.raises(KeyError):
        claim["JP"]


def test_items_whose_amount_is_not_known() -> None:
    item = Item(js.Programme.JKK, js.jkm.Benefit.LUMP_SUM, None, (), floor=20_000_000)
    assert (item.at_least, item.at_most, item.total, repr(item)) == (
        20_000_000,
        None,
        None,
        "<JKK lump_sum: not known, eligible>",
    )
    refused = item._replace(verdict=Verdict(State.NOT_ELIGIBLE))
    assert (refused.at_least, refused.at_most, refused.total) == (0, 0, 0)


def test_in_the_first_three_months_there_is_no_scholarship_either() -> None:
    rider = js.SelfEmployed(income=1_000_000)
    before = js.Membership(
        rider, registered=date(2018, 1, 8), ended=date(2025, 3, 31), history=js.History.unbroken("2018-01", "2025-03")
    )
    again = js.Membership(rider, registered=date(2025, 5, 5), history=js.History.unbroken("2025-05", "2025-05"))
    family = js.Family(spouse=True, children=js.Child(born=date(2016, 1, 1), school=js.School("primary", 3)))
    claim = insured(ILL, js.Member(memberships=[before, again]), family)
    assert (claim.lump_sum, claim.at_most) == (10_000_000, 10_000_000)
    assert "not owed: JKM scholarship: no: a member for less than 3 months" in claim.explain()


@pytest.mark.parametrize(
    ("on", "at_once", "first_scholarship"),
    [
        # PP 44/2015 art. 34 on its last day: 24 million and the single scholarship
        (date(2019, 12, 1), 36_000_000, None),
        # PP 82/2019 art. 34 from its first day on
        (date(2019, 12, 2), 42_000_000, 1_500_000),
        # Rubrik Sultra, April 2021: 42 million, and 12 million for a student, paid from April 2021 on
        (date(2020, 8, 15), 42_000_000, 12_000_000),
    ],
)
def test_with_five_years_of_contributions_and_a_child(on: date, at_once: int, first_scholarship: int | None) -> None:
    history = js.History.unbroken("2014-11", "2019-11" if on.year == 2019 else "2020-07")
    member = js.Member(js.WageEarner(wage=4_000_000, risk_group=1), registered=date(2014, 11, 3), history=history)
    school = js.School("bachelor", 1) if on.year == 2020 else js.School("primary", 2)
    born = date(2001, 5, 5) if on.year == 2020 else date(2012, 1, 1)
    child = js.Child(born=born, school=school, married=False, works=False, lawful=True)
    claim = insured(js.Death(on=on, work_related=False), member, js.Family(spouse=True, children=child))
    assert claim.lump_sum == at_once
    assert (claim.recurring[0].amount if claim.recurring else None) == first_scholarship
    if claim.recurring:
        assert claim.recurring[0].first == date(2021, 4, 1)


def test_an_amount_that_is_bounded_is_told_as_bounded() -> None:
    event = js.WorkAccident(
        on=date(2025, 6, 1),
        outcome=js.PartialDisability(losses=js.Loss(js.BodyPart.SCALP)),
        report_hours=2,
    )
    claim = insured(event, MEMBER)
    assert (claim.lump_sum, claim.at_least, claim.at_most) == (None, 32_000_000, 96_000_000)
    assert "≥ 32,000,000" in claim.explain()
    unknown = insured(js.WorkAccident(on=date(2025, 6, 1), outcome=js.Incapacity(), report_hours=2), MEMBER)
    assert f"{'not known':>20}" in unknown.explain()


def test_of_more_than_two_children_those_who_may_draw_are_told() -> None:
    young = [js.Child(name=name, born=date(2016, 1, 1), school=js.School("primary", 3)) for name in "ABC"]
    married = js.Child(name="D", born=date(2004, 1, 1), school=js.School("bachelor", 2), married=True)
    claim = insured(ILL, MEMBER, js.Family(spouse=True, children=[*young, married]))
    assert {item.person for item in claim["JKM", "scholarship"]} == {"A", "B", "C"}
    assert claim.at_most == 42_000_000 + max(pair.at_most for pair in claim.schedule.pairs)
    assert "family.children.chosen" in [fact.key for fact in claim.missing]
    chosen = [js.Child(name=name, born=date(2016, 1, 1), chosen=True) for name in "ABC"]
    with pytest.raises(errors.Contradiction, match="3 are chosen"):
        insured(ILL, MEMBER, js.Family(children=chosen))
