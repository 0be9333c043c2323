"""Roles: interns, prisoners, election officers, athletes and others, as the participants that the law knows."""

import tomllib
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import jamsostek as js
from claims import faults, law_of
from jamsostek import errors, readings, roles

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "roles.toml").read_text())["case"]
STATE = js.Employer(kind="state", risk_group=1)
FIRM = js.Employer(kind="company", risk_group=3)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    law, facts, expect = law_of(case), dict(case.get("facts", {})), case["expect"]
    if "host" in facts:
        facts["employer"] = js.Employer(**facts.pop("host"))
    capacity = roles.of(case["role"], month=case["month"], law=law)
    assert capacity.kind == expect["kind"]
    assert [str(each) for each in capacity.compulsory] == expect["compulsory"]
    assert [str(each) for each in capacity.optional] == expect["optional"]
    if "amounts" in expect:
        who = roles.participant(case["role"], case["pay"], law=law, **facts)
        assert who.type_name == expect["kind"]
        bill = js.contributions(who, month=case["month"], law=law)
        assert {str(key): amount for key, amount in bill.by_programme.items()} == expect["amounts"]
        assert [str(each) for each in bill.by_payer] == expect["payers"]
    assert case["source"]


def test_every_role_is_told() -> None:
    every = roles.all_of(month="2026-03")
    assert [each.role for each in every] == list(roles.Role)
    for each in every:
        assert each.cites
        assert len(each.shown()) == len(roles.HEADS)
        assert each.role.label_en in each.text()
        assert each.role.label_id in each.text("id")
        assert str(each.role) in repr(each)
    (athlete,) = (each for each in every if each.role is roles.Role.ATHLETE)
    assert (athlete.readings, athlete.evidence) == ((readings.ROLE_OF_ATHLETES,), "C")
    assert roles.of("state_staff", month="2024-01").evidence == "A"
    assert "open questions of law: In which capacity do athletes" in athlete.text()


def test_what_is_named_since_a_day_is_not_told_before() -> None:
    named = {each.role for each in roles.all_of(month="2023-09")}
    assert set(roles.Role) - named == {roles.Role.COURSE_PARTICIPANT, roles.Role.INSTRUCTOR}
    with pytest.raises(errors.BeforeLaw, match="named since 2023-10-06"):
        roles.of("instructor", month="2023-09")
    assert roles.of("instructor", month="2023-10").compulsory == ("JKK", "JKM")
    assert repr(roles.of("state_staff", month="2023-09")) == "<Capacity state_staff in 2023-09: wage_earner, nothing>"
    texts = [cite.instrument.number for cite in roles.of("prisoner", month="2020-01").cites]
    assert "PP 49/2023" not in texts
    with pytest.raises(errors.BeforeLaw):
        roles.all_of(month="2015-06")


def test_the_base_goes_by_the_month() -> None:
    assert roles.of("pupil", month="2025-01").base_en == "the lowest row of the income table"
    assert roles.of("pupil", month="2025-02").base_en.startswith("the lowest wage")
    assert roles.of("honorary_staff", month="2025-02").base_id == "upahnya sendiri"
    trainees = js.LAW.reading(readings.ROLE_OF_ATHLETES, "trainee")
    assert roles.of("athlete", month="2025-02", law=trainees).base_en.startswith("the lowest wage")


def test_readings_choose_the_kind() -> None:
    for reading, role, payer in (
        (readings.ROLE_OF_ELECTION_OFFICERS, "election_officer", "regional_budget"),
        (readings.ROLE_OF_VILLAGE_OFFICERS, "village_officer", "village_budget"),
    ):
        law = js.LAW.reading(reading, "self_employed")
        found = roles.of(role, month="2026-03", law=law)  # type: ignore[arg-type]
        assert (found.kind, reading in found.readings) == ("self_employed", True)
        assert (found.base_en, found.evidence) == ("the row of the income table", "M")
        who = roles.participant(role, 1_000_000, law=law)  # type: ignore[arg-type]
        bill = js.contributions(who, month="2026-04", law=law)
        assert list(bill.by_payer) == [payer]
        # A region's money shuts the relief out; whether a village's does is asked.
        assert (bill.total == 16_800) is (readings.VILLAGE_BUDGET not in bill.readings)
        assert (payer == "village_budget") is (readings.VILLAGE_BUDGET in bill.readings)


def test_what_a_role_rests_on_is_weighed() -> None:
    for role, grade in (("election_officer", "C"), ("neighbourhood_officer", "C"), ("athlete", "B"), ("intern", "A")):
        paid_by: Any = {"neighbourhood_officer": "village_budget", "athlete": "self"}.get(role)
        make: Any = partial(roles.participant, role, 2_000_000, paid_by=paid_by)  # type: ignore[arg-type]
        assert make(law=js.LAW.require(grade))
        if grade != "A":
            stronger = {"B": "A", "C": "B"}[grade]
            with pytest.raises(errors.EvidenceTooWeak, match=f"role.*evidence {grade}"):
                make(law=js.LAW.require(stronger))


def test_a_role_in_programmes_of_its_choice() -> None:
    both = tuple(map(js.Programme, ("JKK", "JKM", "JHT")))
    for role in (roles.Role.INTERN, roles.Role.STATE_STAFF, roles.Role.VILLAGE_OFFICER):
        who = roles.participant(role, 3_000_000, risk_group=1, programmes=both, month="2026-03")
        assert who.programmes == frozenset(both)
    warden = roles.participant("neighbourhood_officer", 1_000_000, paid_by="village_budget", programmes=both)
    assert set(js.contributions(warden, month="2026-04").by_programme) == set(both)


def test_nothing_owed_rests_on_the_article_that_says_so() -> None:
    bill = js.contributions(roles.participant("state_staff", 3_000_000, risk_group=1), month="2023-09")
    assert (bill.total, bill.lines, bill.evidence) == (0, (), "A")


def test_a_death_of_each_role() -> None:
    """Every role can be a member, and its family is owed the same JKM."""
    for role in roles.Role:
        several = role in ("athlete", "neighbourhood_officer")
        who = roles.participant(role, 2_500_000, paid_by="regional_budget" if several else None)
        member = js.Member(who, registered=date(2023, 11, 1), history=js.History.unbroken("2023-11", "2025-05"))
        claim = js.claim(js.Death(on=date(2025, 6, 1), work_related=False), member, programmes="JKM")
        assert claim.at_most == 42_000_000, role


@pytest.mark.parametrize(
    ("role", "facts", "expect"),
    [
        ("prisoner", {"employer": STATE}, [(errors.Contradiction, "employer")]),
        ("honorary_staff", {"employer": STATE}, [(errors.Contradiction, "employer")]),
        ("state_staff", {"employer": FIRM}, [(errors.Contradiction, "employer")]),
        ("athlete", {"employer": FIRM, "paid_by": "self"}, [(errors.Contradiction, "employer")]),
        ("athlete", {"risk_group": 1, "paid_by": "self"}, [(errors.Contradiction, "employer")]),
        ("intern", {"employer": FIRM, "risk_group": 1}, [(errors.Contradiction, "risk_group")]),
        ("intern", {"paid_by": "donor"}, [(errors.Contradiction, "paid_by")]),
        ("intern", {"employer": "a firm"}, [(errors.WrongType, "employer")]),
        ("athlete", {}, [(errors.MissingFact, "paid_by")]),
        ("neighbourhood_officer", {}, [(errors.MissingFact, "paid_by")]),
        ("instructor", {"month": "2023-09"}, [(errors.BeforeLaw, "role")]),
        ("interns", {}, [(errors.UnknownKind, "role")]),
        (None, {}, [(errors.MissingFact, "role")]),
        ("athlete", {"paid_by": "city"}, [(errors.UnknownPayer, "paid_by")]),
    ],
)
def test_bad_facts(role: Any, facts: dict[str, Any], expect: list[Any]) -> None:
    assert faults(lambda: roles.participant(role, 2_000_000, **facts)) == expect
