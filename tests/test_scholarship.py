"""Scholarships: worked cases, what is refused and why, what is missing, how it is told."""

import json
import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest

import jamsostek as js
from claims import faults
from jamsostek import errors, jkk, scholarship
from jamsostek._cases import case_of
from jamsostek.scholarship import payout

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "scholarship.toml").read_text())["case"]
EVENTS: dict[str, Callable[..., Any]] = {"death": js.Death, "total_disability": js.TotalDisability}


def school_of(given: Any) -> Any:
    if isinstance(given, str):
        return given
    if isinstance(given[0], list):
        return [js.School(stage, year, in_year=start) for stage, year, start in given]
    return js.School(*given)


def child_of(facts: dict[str, Any]) -> js.Child:
    given = dict(facts)
    given["school"] = school_of(given["school"])
    if isinstance(given.get("works"), list):
        given["works"] = [js.Work(**each) for each in given["works"]]
    return js.Child(**given)


def member_of(case: dict[str, Any]) -> js.Member:
    own = case.get("self_employed", False)
    who: js.Participant = js.SelfEmployed(income=1_000_000) if own else js.WageEarner(wage=4_000_000, risk_group=2)
    history = None
    if "history" in case:
        states = {}
        for state in ("unpaid", "not_owed"):
            if state in case:
                states.update(dict.fromkeys(js.months(*case[state]), state))
        history = js.History(
            js.MonthRecord(month, js.MonthState(states.get(month, "paid"))) for month in js.months(*case["history"])
        )
    return js.Member(who, registered=case["registered"], history=history)


def benefit_of(case: dict[str, Any], law: js.Law = js.LAW) -> scholarship.Schedule:
    facts = dict(case["event"])
    event = EVENTS[facts.pop("type")](**facts)
    return scholarship.benefit(
        event, member_of(case), js.Family(children=[child_of(c) for c in case["children"]]), law=law
    )


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    expect, found = case["expect"], benefit_of(case)
    assert found.verdict.state == expect["state"]
    assert found.total == expect.get("total")
    assert found.at_least == expect["at_least"]
    assert found.at_most == expect.get("at_most", found.total)
    for start, amount in expect.get("years", {}).items():
        assert found[int(start)] == amount
    if "by_child" in expect:
        assert [each.total for each in found.children] == expect["by_child"]
    if "pairs" in expect:
        assert {pair.called(): pair.total for pair in found.pairs} == expect["pairs"]
    if "first_claim" in expect:
        assert found.children[0].years[0].claim_on == expect["first_claim"]
    if "end" in expect:
        end = found.children[0].end
        assert end is not None
        assert end.text() == expect["end"]
    if "term" in expect:
        assert [term.text() for term in found.gate.terms] == [expect["term"]]
    if "readings" in expect:
        assert [each.name for each in found.readings if each.name != "scholarship_first_year"] == expect["readings"]
    for name, (option, total) in expect.get("reading_gives", {}).items():
        reading = getattr(js.readings, name.upper())
        assert benefit_of(case, js.LAW.reading(reading, option)).total == total


def test_every_case_names_a_source() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES)
    assert all(case["source"] for case in CASES)


DEATH = js.Death(on=date(2024, 8, 22), work_related=False)
MEMBER = js.Member(
    js.WageEarner(wage=4_000_000, risk_group=2),
    registered=date(2018, 1, 8),
    history=js.History.unbroken("2018-01", "2024-07"),
)
PUPIL = js.Child(
    name="Budi",
    born=date(2016, 12, 1),
    school=js.School("primary", 2),
    married=False,
    works=False,
    lawful=True,
    registered=True,
)
STUDENT = attrs.evolve(PUPIL, name="Ani", born=date(2004, 12, 1), school=js.School("bachelor", 1))


def benefit(*children: js.Child, event: Any = DEATH, law: js.Law = js.LAW, **facts: Any) -> scholarship.Schedule:
    return scholarship.benefit(event, MEMBER, js.Family(children=children), law=law, **facts)


def reading(name: str, option: str) -> js.Law:
    return js.LAW.reading(getattr(js.readings, name), option)


def names(found: Any) -> list[str]:
    return [each.name for each in found.readings]


def keys(facts: Any) -> list[str]:
    return [fact.key for fact in facts]


def test_a_known_child_leaves_nothing_open() -> None:
    found = benefit(PUPIL)
    assert (found.missing, found.assumed, found.total) == ((), (), 82_500_000)
    assert scholarship.eligible(DEATH, MEMBER, js.Family(children=PUPIL)).state == "eligible"
    assert names(found) == ["scholarship_first_year"]
    assert found.evidence == "C"
    assert [str(cite) for cite in found.basis] == [
        "PP 44/2015 art. 34(3) as amended by PP 82/2019 [A]",
        "PP 44/2015 annex III as amended by PP 82/2019 [B]",
        "Permenaker 5/2021 art. 103(2) as amended by Permenaker 1/2025 [B]",
        "PP 44/2015 art. 34(1)d as amended by PP 82/2019 [A]",
    ]


def test_what_is_taken_for_granted_below_upper_secondary_school_and_asked_above() -> None:
    bare = js.Child(born=PUPIL.born, school=PUPIL.school)
    found = benefit(bare)
    assert (found.total, found.missing) == (82_500_000, ())
    assert [each.fact.rpartition(".")[2] for each in found.assumed] == ["married", "works", "lawful"]
    late = js.Death(on=date(2025, 2, 24), work_related=False)
    asked = scholarship.benefit(
        late,
        js.Member(
            MEMBER.memberships[0].participant,
            registered=date(2018, 1, 8),
            history=js.History.unbroken("2018-01", "2025-01"),
        ),
        js.Family(children=bare),
    )
    assert [each.fact.rpartition(".")[2] for each in asked.assumed] == ["married", "works", "lawful", "registered"]
    grown = benefit(js.Child(born=STUDENT.born, school=STUDENT.school))
    assert (grown.verdict.state, grown.total, grown.at_least, grown.at_most) == ("undetermined", None, 0, 48_000_000)
    assert keys(grown.missing) == ["family.children[0].married", "family.children[0].works"]


def test_a_child_without_a_date_of_birth() -> None:
    found = benefit(attrs.evolve(PUPIL, born=None))
    assert (found.verdict.state, found.total, found.at_least, found.at_most) == (
        "eligible",
        None,
        1_500_000,
        82_500_000,
    )
    assert keys(found.missing) == ["family.children[0].born"]
    grown = benefit(attrs.evolve(STUDENT, born=None))
    assert (grown.verdict.state, keys(grown.missing)) == ("undetermined", ["family.children[0].born"])
    waiting = benefit(js.Child(school="not_yet"))
    assert (waiting.verdict.state, waiting.total, waiting.at_most) == ("eligible", None, 87_000_000)
    assert keys(waiting.missing) == ["family.children[0].born"]


def test_a_child_of_whose_school_little_is_known() -> None:
    grade = benefit(attrs.evolve(PUPIL, school="primary"))
    assert (grade.verdict.state, grade.total, grade.at_least, grade.at_most) == (
        "eligible",
        None,
        1_500_000,
        82_500_000,
    )
    assert keys(grade.missing) == ["family.children[0].school.year"]
    assert grade.children[0].years[0].text() == "primary school"
    nothing = benefit(attrs.evolve(PUPIL, school=None))
    assert (nothing.verdict.state, nothing.at_least, nothing.at_most) == ("undetermined", 0, 82_500_000)
    assert keys(nothing.missing) == ["family.children[0].school"]
    old = benefit(attrs.evolve(PUPIL, born=date(1990, 1, 1), school=None))
    assert old.verdict.text().startswith("no: 23 years old on 2021-04-01 (Permenaker 5/2021 art. 103(2))")
    later = js.School("left", in_year=2030)
    back = benefit(attrs.evolve(PUPIL, school=later))
    assert (back.verdict.state, keys(back.missing)) == ("undetermined", ["family.children[0].school"])
    assert back.at_most == 82_500_000


def test_what_is_told_of_other_school_years() -> None:
    later = attrs.evolve(PUPIL, school=js.School("primary", 4, in_year=2026))
    assert benefit(later).by_year == benefit(PUPIL).by_year  # counted back
    sooner = attrs.evolve(PUPIL, school=js.School("kindergarten", 2, in_year=2022))
    assert benefit(sooner).by_year == benefit(PUPIL).by_year
    over = attrs.evolve(STUDENT, school=js.School("bachelor", 5, in_year=2020))
    assert benefit(over).verdict.text() == (
        "no: the path through school ends (PP 44/2015 art. 34(3) as amended by PP 82/2019)"
    )
    diploma = attrs.evolve(STUDENT, school=js.School("diploma", 3, in_year=2026))
    assert [year.text() for year in benefit(diploma).children[0].years][:3] == [
        "diploma course (D1-D4) 1",
        "diploma course (D1-D4) 2",
        "diploma course (D1-D4) 3",
    ]
    early = attrs.evolve(PUPIL, school=js.School("primary", 1, in_year=2026), born=date(2019, 12, 1))
    assert benefit(early).children[0].years[0].start == 2024  # kindergarten before it
    young = attrs.evolve(PUPIL, school=js.School("kindergarten", 1, in_year=2026), born=date(2021, 12, 1))
    assert (benefit(young).total, benefit(young).at_least) == (87_000_000, 0)
    unknown = js.Child(school=js.School("not_yet", in_year=2022))
    assert benefit(unknown).verdict.state == "undetermined"
    told = attrs.evolve(
        PUPIL, born=date(2020, 1, 1), school=[js.School("not_yet", in_year=2023), js.School("primary", 1, in_year=2026)]
    )
    assert benefit(told).by_year[2026] == 1_500_000
    assert 2025 not in benefit(told).by_year
    waits = attrs.evolve(PUPIL, born=date(2017, 1, 1), school="not_yet")
    assert benefit(waits).children[0].years[0].text() == "primary school 1"
    assert [each.fact for each in benefit(waits).assumed] == ["family.children[0].school"]
    not_yet = attrs.evolve(PUPIL, born=date(2021, 12, 1), school=js.School("not_yet", in_year=2025))
    assert benefit(not_yet).children[0].years[0].start == 2026
    odd = attrs.evolve(STUDENT, school=js.School("postgraduate", 1, in_year=2026))
    assert keys(benefit(odd).missing) == ["family.children[0].school"]


def test_leaving_school_and_coming_back() -> None:
    gone = [js.School("primary", 6, in_year=2024), js.School("left", in_year=2025)]
    assert benefit(attrs.evolve(PUPIL, born=date(2012, 12, 1), school=gone)).by_year == {2024: 1_500_000}
    back = [*gone, js.School("lower_secondary", 1, in_year=2026)]
    child = attrs.evolve(PUPIL, born=date(2012, 12, 1), school=back)
    found = benefit(child)
    assert (found.by_year, names(found)[-1]) == ({2024: 1_500_000}, "scholarship_resumes")
    again = benefit(child, law=reading("SCHOLARSHIP_RESUMES", "resumes"))
    assert again.by_year == {2024: 1_500_000} | dict.fromkeys(range(2026, 2029), 2_000_000) | dict.fromkeys(
        range(2029, 2032), 3_000_000
    ) | dict.fromkeys(range(2032, 2036), 12_000_000)
    assert benefit(attrs.evolve(STUDENT, school="left")).verdict.text() == (
        "no: no longer at school (Permenaker 5/2021 art. 103(2))"
    )
    master = [js.School("bachelor", 5, in_year=2024), js.School("training", 1, in_year=2026)]
    found = benefit(attrs.evolve(STUDENT, school=master), law=reading("SCHOLARSHIP_RESUMES", "resumes"))
    assert [year.start for year in found.children[0].years] == [2024, 2026, 2027]


def test_training_diplomas_and_what_comes_after() -> None:
    trainee = attrs.evolve(STUDENT, school=js.School("training", 1))
    found = benefit(trainee)
    assert (found.total, names(found)) == (48_000_000, ["scholarship_first_year", "scholarship_training"])
    own = reading("SCHOLARSHIP_TRAINING", "own_years")
    assert benefit(trainee, law=own).total == 48_000_000
    both = [js.School("bachelor", 5, in_year=2024), js.School("training", 1, in_year=2025)]
    young = attrs.evolve(STUDENT, born=date(2006, 12, 1), school=both)
    assert [benefit(young, law=law).total for law in (js.LAW, own)] == [60_000_000, 72_000_000]
    before = attrs.evolve(STUDENT, school=js.School("training", 1, in_year=2026))
    assert keys(benefit(before, law=own).missing) == ["family.children[0].school"]
    diploma = attrs.evolve(STUDENT, school=js.School("diploma", 1))
    assert benefit(diploma).total == 48_000_000
    unpaid = benefit(diploma, law=reading("SCHOLARSHIP_DIPLOMAS", "not_paid"))
    assert unpaid.verdict.text() == (
        "no: the scale does not pay diploma course (D1-D4) (PP 44/2015 annex III as amended by PP 82/2019)"
    )
    master = attrs.evolve(STUDENT, school=js.School("postgraduate", 1))
    assert benefit(master).verdict.state == "not eligible"
    assert names(benefit(master))[-1] == "scholarship_degree"
    assert benefit(master, law=reading("SCHOLARSHIP_DEGREE", "from_bachelor")).total == 48_000_000
    assert scholarship.ceiling(DEATH.on, law=own) == 2 * (87_000_000 + 60_000_000)


def test_years_repeated_before_the_event_count_only_by_reading() -> None:
    twice = [js.School("primary", 2, in_year=2024), js.School("primary", 2, in_year=2025)]
    child = attrs.evolve(PUPIL, born=date(2018, 6, 1), school=[*twice, js.School("primary", 3, in_year=2026)])
    found = benefit(child)
    assert (found[2029], names(found)[-1]) == (1_500_000, "scholarship_repeated_years")
    attended = benefit(child, law=reading("SCHOLARSHIP_REPEATED_YEARS", "attended_years"))
    assert attended[2029] == 0
    (lost,) = (year for year in attended.children[0].years if year.because)
    assert lost.because is not None
    assert lost.because.text("id") == "paling banyak 6 tahun untuk jenjang ini"
    assert "Budi, 2029/2030: not paid: at most 6 years of this level" in attended.explain()


def test_work_before_2025_and_after() -> None:
    def working(**facts: Any) -> js.Child:
        return attrs.evolve(STUDENT, works=js.Work(**facts))

    assert benefit(working(since=date(2024, 10, 1))).by_year == {2024: 12_000_000}
    assert benefit(attrs.evolve(STUDENT, works=True)).verdict.text() == ("no: works (Permenaker 5/2021 art. 103(2))")
    past = working(since=date(2022, 1, 1), until=date(2023, 1, 1))
    assert benefit(past).total == 48_000_000
    for kind in ("self_employed", "intern"):
        assert benefit(working(since=date(2025, 3, 1), kind=kind)).total == 48_000_000
    assert benefit(working(since=date(2025, 2, 23), kind="intern")).total == 12_000_000
    open_end = benefit(working(since=date(2025, 3, 1), kind="wage_earner"))
    assert (open_end.total, open_end[2025]) == (24_000_000, 12_000_000)
    unsure = benefit(working(since=date(2025, 3, 1)))
    assert (unsure.verdict.state, unsure.total, unsure.at_most) == ("eligible", None, 48_000_000)
    assert keys(unsure.missing) == ["family.children[0].works"]
    at_once = benefit(working(), event=js.Death(on=date(2025, 3, 1), work_related=False))
    assert (at_once.verdict.state, keys(at_once.missing)) == ("undetermined", ["family.children[0].works"])
    over = working(since=date(2025, 3, 1), until=date(2026, 3, 1), kind="wage_earner")
    assert benefit(over).total == 24_000_000
    assert benefit(over, law=reading("SCHOLARSHIP_RESUMES", "resumes")).total == 48_000_000
    two = attrs.evolve(
        STUDENT,
        works=[
            js.Work(since=date(2025, 7, 1), until=date(2025, 10, 31), kind="wage_earner"),
            js.Work(since=date(2025, 3, 1), until=date(2025, 6, 30), kind="wage_earner"),
        ],
    )
    assert benefit(two).total == 24_000_000  # eight months in a row with two employers
    open_two = attrs.evolve(two, works=[two.works[0], js.Work(since=date(2025, 3, 1), kind="wage_earner")])  # type: ignore[index]
    assert benefit(open_two).total == 24_000_000
    apart = attrs.evolve(two, works=[two.works[0], js.Work(since=date(2025, 12, 1), kind="intern")])  # type: ignore[index]
    assert benefit(apart).total == 48_000_000


def test_death_of_the_child_and_marriage() -> None:
    assert benefit(attrs.evolve(PUPIL, died=date(2026, 1, 1))).total == 3_000_000
    assert benefit(attrs.evolve(STUDENT, married=True)).verdict.text("id") == (
        "tidak: sudah menikah (Permenaker 5/2021 Pasal 103 ayat (2))"
    )


def test_who_is_barred() -> None:
    assert benefit(attrs.evolve(PUPIL, lawful=False)).verdict.text() == (
        "no: no lawful child of the participant (PP 44/2015 elucidation of art. 25(2)b as amended by PP 82/2019)"
    )
    late = js.Death(on=date(2025, 2, 24), work_related=False)
    member = js.Member(
        js.WageEarner(wage=4_000_000, risk_group=2),
        registered=date(2018, 1, 8),
        history=js.History.unbroken("2018-01", "2025-01"),
    )
    family = js.Family(children=attrs.evolve(PUPIL, registered=False))
    assert benefit(attrs.evolve(PUPIL, registered=False)).total == 82_500_000
    refused = scholarship.benefit(late, member, family)
    assert (refused.verdict.state, names(refused)[-1]) == ("not eligible", "scholarship_of_unregistered")
    law = reading("SCHOLARSHIP_OF_UNREGISTERED", "admitted")
    assert scholarship.benefit(late, member, family, law=law).total == 82_500_000
    drawing = attrs.evolve(PUPIL, draws="this_parent")
    assert benefit(drawing).verdict.state == "not eligible"
    assert benefit(drawing, law=reading("SCHOLARSHIP_AFTER_DISABILITY", "two")).total == 82_500_000
    other = attrs.evolve(PUPIL, draws="other_parent")
    assert benefit(other).total == 82_500_000
    assert benefit(other, law=reading("SCHOLARSHIP_OF_BOTH_PARENTS", "one")).verdict.state == "not eligible"


def test_the_age_limit_and_when_it_is_tested() -> None:
    child = attrs.evolve(STUDENT, born=date(2002, 9, 1), school=js.School("bachelor", 2))
    late = {2025: date(2025, 9, 15)}
    found = benefit(child, claimed=late)
    assert (found.total, names(found)[-1]) == (12_000_000, "scholarship_age_test")
    assert benefit(child, claimed=late, law=reading("SCHOLARSHIP_AGE_TEST", "school_year_start")).total == 24_000_000
    leap = attrs.evolve(STUDENT, born=date(2004, 2, 29))
    claimed = {2026: date(2027, 2, 28)}
    assert benefit(leap, claimed=claimed)[2026] == 0
    assert benefit(leap, claimed=claimed, law=reading("BORN_ON_29_FEBRUARY", "1_march"))[2026] == 12_000_000
    older = js.LAW.override(scholarship.AGE_LIMIT, since="2026-01-01", value=25)
    assert benefit(child).total == 12_000_000 + 12_000_000 * 0 + 12_000_000
    assert benefit(attrs.evolve(STUDENT, born=date(2003, 7, 15)), law=older).total == 60_000_000


def test_late_claims_and_the_first_school_year() -> None:
    late = {2024: date(2025, 8, 1)}
    found = benefit(PUPIL, claimed=late)
    assert (found[2024], names(found)[-1]) == (1_500_000, "scholarship_catch_up")
    lost = benefit(PUPIL, claimed=late, law=reading("SCHOLARSHIP_CATCH_UP", "lost"))
    assert (lost[2024], lost.total, lost.at_least) == (0, 81_000_000, 0)
    following = benefit(PUPIL, law=reading("SCHOLARSHIP_FIRST_YEAR", "next_year"))
    assert (following.total, following.at_least) == (81_000_000, 1_500_000)
    nothing = attrs.evolve(STUDENT, school=[js.School("bachelor", 5, in_year=2024)])
    assert benefit(nothing, claimed=late, law=reading("SCHOLARSHIP_CATCH_UP", "lost")).verdict.text() == (
        "no: the school year had ended when it was claimed (PP 44/2015 art. 34(3) as amended by PP 82/2019)"
    )


def test_the_last_day_to_claim_jkk() -> None:
    event = js.Death(on=DEATH.on, accident_on=DEATH.on, work_related=True)
    found = benefit(PUPIL, event=event)
    assert (found.total, names(found)[-1]) == (82_500_000, "scholarship_expiry")
    each = benefit(PUPIL, event=event, law=reading("SCHOLARSHIP_EXPIRY", "each_year"))
    told = [js.School("primary", 2, in_year=2024), js.School("lower_secondary", 2, in_year=2030)]
    assert benefit(attrs.evolve(PUPIL, school=told), event=event)[2030] == 2_000_000  # a year that is told, after it
    assert max(each.by_year) == 2029
    assert each.children[0].end is not None
    assert each.children[0].end.text() == "claims ended on 2029-08-22"


def test_which_children_draw() -> None:
    third = attrs.evolve(PUPIL, name="Cici", born=date(2018, 7, 10), school=js.School("primary", 1))
    found = benefit(PUPIL, STUDENT, third)
    assert (found.total, found.at_least, found.at_most) == (None, 3_000_000, 166_500_000)
    assert [(pair.called(), pair.total) for pair in found.pairs] == [
        ("Budi, Ani", 130_500_000),
        ("Budi, Cici", 166_500_000),
        ("Ani, Cici", 132_000_000),
    ]
    assert keys(found.missing) == ["family.children.chosen"]
    with pytest.raises(errors.Undetermined, match="which children draw \\(Budi, Ani; Budi, Cici; Ani, Cici\\)"):
        _ = found[2024]
    one = benefit(attrs.evolve(PUPIL, chosen=True), STUDENT, third)
    assert (one.at_least, one.at_most) == (3_000_000, 166_500_000)
    without = benefit(PUPIL, attrs.evolve(STUDENT, chosen=False), third)
    assert (without.total, len(without.pairs)) == (166_500_000, 1)
    law = reading("SCHOLARSHIP_CHOICE", "registered")
    unregistered = attrs.evolve(third, registered=False)
    assert benefit(PUPIL, STUDENT, unregistered, law=law).total == 130_500_000
    assert benefit(PUPIL, STUDENT, third, law=law).total is None
    open_pair = benefit(PUPIL, STUDENT, attrs.evolve(third, born=None))
    assert [pair.total for pair in open_pair.pairs] == [130_500_000, None, None]
    assert "the family chooses: Budi, Cici: ≤ 166,500,000" in open_pair.explain()


def test_what_is_not_known_of_the_family() -> None:
    for family in (None, js.Family()):
        found = scholarship.benefit(DEATH, MEMBER, family)
        assert (found.verdict.state, found.total, found.at_most) == ("undetermined", None, 174_000_000)
        assert keys(found.missing) == ["family.children"]
    none = scholarship.benefit(DEATH, MEMBER, js.Family(children=False))
    assert none.verdict.text().startswith("no: no child (")


def test_the_years_of_contributions() -> None:
    who = js.WageEarner(wage=4_000_000, risk_group=2)

    def state(**facts: Any) -> Any:
        return scholarship.benefit(DEATH, js.Member(who, **facts), js.Family(children=PUPIL)).verdict

    since = date(2018, 1, 8)
    assert keys(state(registered=since).missing) == ["member.history"]
    assert state(registered=date(2022, 1, 3)).text().startswith("no: 0 months of contributions paid, and 3 years")
    assert state(registered=since, history=js.History.unbroken("2018-01", "2020-12")).state == "eligible"
    short = js.History.unbroken("2021-07", "2024-05")
    assert keys(state(registered=date(2021, 7, 1), history=short).missing) == ["member.history"]
    holes = js.History.unbroken("2021-09", "2022-12") + js.History.unbroken("2023-02", "2024-07")
    assert state(registered=date(2021, 9, 1), history=holes).state == "not eligible"
    late = js.History(
        each._replace(paid_on=date(2024, 9, 1)) if at > 34 else each
        for at, each in enumerate(js.History.unbroken("2021-08", "2024-07"))
    )
    assert state(registered=date(2021, 8, 2), history=late).state == "not eligible"
    early = js.History.unbroken("2018-01", "2025-12")
    assert state(registered=since, history=early).state == "eligible"
    assert state(registered=date(2022, 1, 3), history=js.History.unbroken("2022-01", "2025-12")).state == "not eligible"
    future = js.History.unbroken("2025-01", "2025-12")
    assert state(registered=date(2018, 1, 8), history=future).state == "not eligible"
    two = js.Member(
        memberships=[
            js.Membership(
                who, registered=since, history=js.History.unbroken("2018-01", "2019-06"), ended=date(2019, 6, 30)
            ),
            js.Membership(who, registered=date(2023, 1, 2), history=js.History.unbroken("2023-01", "2024-07")),
        ]
    )
    assert scholarship.benefit(DEATH, two, js.Family(children=PUPIL)).total == 82_500_000
    never = js.Member(who, registered="never")
    assert scholarship.benefit(DEATH, never, js.Family(children=PUPIL)).verdict.state == "not eligible"
    nothing = js.Member(who)
    assert "member.history" in keys(scholarship.benefit(DEATH, nothing, js.Family(children=PUPIL)).missing)


def test_whether_work_caused_it() -> None:
    unknown = js.Death(on=DEATH.on)
    assert benefit(PUPIL, event=unknown).total == 82_500_000  # both gateways give the same
    newcomer = js.Member(js.WageEarner(wage=4_000_000, risk_group=2), registered=date(2024, 1, 8))
    found = scholarship.benefit(unknown, newcomer, js.Family(children=PUPIL))
    assert (found.verdict.state, keys(found.missing)) == ("undetermined", ["event.work_related"])
    across = js.Death(on=date(2020, 1, 15), accident_on=date(2019, 11, 1))
    assert keys(benefit(PUPIL, event=across).verdict.missing)[0] == "event.work_related"
    disabled = js.TotalDisability(on=DEATH.on)
    assert keys(benefit(PUPIL, event=disabled).missing) == ["event.work_related"]
    fatal = js.WorkAccident(on=DEATH.on, outcome=js.Death(on=DEATH.on))
    assert benefit(PUPIL, event=fatal).total == 82_500_000
    mild = js.WorkAccident(on=DEATH.on)
    assert benefit(PUPIL, event=mild).verdict.text().startswith("no: neither death nor total disability")
    old = js.WorkAccident(on=date(2019, 8, 22))
    assert benefit(PUPIL, event=old).verdict.state == "not eligible"


def test_the_first_version() -> None:
    event = js.Death(on=date(2018, 9, 1), work_related=True)
    pupil = attrs.evolve(PUPIL, born=date(2010, 1, 1), school=js.School("primary", 2), lawful=None)
    found = benefit(pupil, event=event)
    assert (found.once, found.total, found.at_most) == (12_000_000, 12_000_000, 12_000_000)
    assert [each.fact for each in found.assumed] == ["event.accident_on", "family.children[0].lawful"]
    assert benefit(attrs.evolve(pupil, lawful=False), event=event).verdict.state == "not eligible"
    assert benefit(attrs.evolve(pupil, school="left"), event=event).verdict.text() == (
        "no: not at school (PP 44/2015 elucidation of art. 25(2)b)"
    )
    unknown = benefit(attrs.evolve(pupil, school=None), event=event)
    assert (unknown.total, unknown.at_least, unknown.at_most) == (None, 0, 12_000_000)
    assert keys(unknown.missing) == ["family.children[0].school"]
    assert benefit(attrs.evolve(pupil, school=js.School("left", in_year=2025)), event=event).total is None
    assert keys(scholarship.benefit(event, MEMBER).missing) == ["family.children"]
    assert benefit(event=event).verdict.text().startswith("no: no child")
    assert "once, for the participant" in found.explain()
    assert "satu kali, untuk peserta" in found.explain("id")
    assert "12,000,000" in found._repr_html_()


def test_the_first_version_of_jkm() -> None:
    event = js.Death(on=date(2018, 9, 1), work_related=False)
    member = js.Member(
        js.WageEarner(wage=4_000_000, risk_group=2),
        registered=date(2012, 1, 3),
        history=js.History.unbroken("2012-01", "2018-08"),
    )
    found = scholarship.benefit(event, member, js.Family(children=False))
    assert (found.verdict.state, names(found)[-1]) == ("not eligible", "scholarship_of_2015_in_jkm")
    every = reading("SCHOLARSHIP_OF_2015_IN_JKM", "every_participant")
    assert scholarship.benefit(event, member, js.Family(children=False), law=every).total == 12_000_000


def test_errors() -> None:
    chosen = [attrs.evolve(PUPIL, chosen=True)] * 3
    assert faults(lambda: benefit(*chosen)) == [(errors.Contradiction, "family.children")]
    assert faults(lambda: benefit(*chosen, event=js.Death(on=DEATH.on, work_related=True))) == [
        (errors.Contradiction, "family.children")
    ]
    wrong: Any = {2024: date(2024, 8, 21), "2025": date(2025, 8, 1), 2026: None, 2027: 1}
    assert faults(lambda: benefit(PUPIL, claimed=wrong)) == [
        (errors.Contradiction, "claimed[2024]"),
        (errors.WrongType, "claimed"),
        (errors.NotADate, "claimed[2026]"),
        (errors.NotADate, "claimed[2027]"),
    ]
    assert faults(lambda: benefit(PUPIL, claimed=[date(2024, 9, 1)])) == [(errors.WrongType, "claimed")]
    wrong = scholarship
    assert faults(lambda: wrong.ceiling(None, programme="JHT")) == [
        (errors.UnknownProgramme, "programme"),
        (errors.NotADate, "on"),
    ]
    assert faults(lambda: wrong.ceiling(date(2024, 1, 1), programme="JKN")) == [(errors.UnknownProgramme, "programme")]
    assert faults(lambda: scholarship.ceiling(date(2015, 6, 30))) == [(errors.BeforeLaw, "scholarship.SCALE_JKM")]
    with pytest.raises(errors.InvalidTable):
        js.LAW.override(scholarship.SCALE_JKM, since="2027-01-01", value=())
    with pytest.raises(errors.EvidenceTooWeak):
        benefit(PUPIL, law=js.LAW.require("B"))
    assert benefit(PUPIL, law=js.LAW.require("C")).total == 82_500_000


def test_ceiling() -> None:
    assert [scholarship.ceiling(date(2019, 12, day), programme=name) for day in (1, 2) for name in ("JKK", "JKM")] == [
        12_000_000,
        12_000_000,
        174_000_000,
        174_000_000,
    ]


def test_press_totals_are_whole_numbers_of_yearly_sums() -> None:
    # Claims paid at Malang from January to October 2025, as the press printed them: children, rupiah.
    printed = {"TK": (48, 79_500_000), "SD": (335, 519_000_000), "SMP": (201, 426_000_000), "SMA": (251, 783_000_000)}
    yearly = [level.yearly for level in scholarship.SCALE_JKM.rows[0].value]
    paid = [divmod(amount, each) for (_, amount), each in zip(printed.values(), yearly, strict=False)]
    assert paid == [(53, 0), (346, 0), (213, 0), (261, 0)]
    assert all(years > children for (years, _), (children, _) in zip(paid, printed.values(), strict=True))


def test_explanations() -> None:
    found = benefit(PUPIL, js.Child(born=STUDENT.born, school="bachelor", works=False))
    text, indonesian = found.explain(), found.explain("id")
    assert text.startswith("scholarships, JKM death, 2024-08-22")
    assert "2024/2025" in found.table()
    assert found.table("id").splitlines()[0].split() == ["tahun", "ajaran", "Budi", "anak", "ke-2", "jumlah"]
    assert "child 2: cannot be said without: marriage of child 2" in text
    assert "tahun ajaran" in indonesian
    assert "at school, under 23 years old, not married, not working" in text
    assert repr(found) == "<Schedule on Death 2024-08-22, JKM: eligible, at least 1,500,000, at most 130,500,000>"
    assert repr(benefit(PUPIL)) == "<Schedule on Death 2024-08-22, JKM: eligible, 82,500,000>"
    assert "<td" in found._repr_html_()
    assert "12,000,000" in benefit(PUPIL)._repr_html_()
    nothing = scholarship.benefit(DEATH, MEMBER).explain()
    assert "owed at most: 174,000,000" in nothing
    assert "condition of every school year" not in nothing
    arrears = next(case for case in CASES if case["id"] == "self-employed-two-months-in-arrears")
    assert "owed: once the arrears are paid (PP 44/2015 art. 42(1))" in benefit_of(arrears).explain()
    assert "no lawful child" in benefit(attrs.evolve(PUPIL, lawful=False)).explain()
    with pytest.raises(errors.UnknownLanguage):
        found.table("fr")  # type: ignore[arg-type]
    assert [mark.text() for mark in benefit(PUPIL).marks] == ["law as checked to 2026-11-20"]
    facts = json.loads(json.dumps(found.to_dict()))
    assert (facts["schema"], facts["total"], facts["at_most"]) == ("jamsostek.scholarship/1", None, 130_500_000)
    assert [each["draws"] for each in facts["children"]] == [True, True]
    assert facts["children"][0]["years"][0] == {
        "school_year": "2024/2025",
        "stage": "primary",
        "year": 2,
        "amount": 1_500_000,
        "claim_on": "2024-08-22",
    }
    open_choice = benefit(PUPIL, STUDENT, attrs.evolve(PUPIL, name="Cici")).to_dict()
    assert [each["draws"] for each in open_choice["children"]] == [None, None, None]
    refused = benefit(attrs.evolve(PUPIL, lawful=False)).to_dict()
    assert refused["children"][0]["because"]
    assert benefit(event=js.Death(on=DEATH.on, work_related=True)).to_dict()["state"] == "not eligible"


def items(*children: js.Child, event: Any = DEATH, member: js.Member = MEMBER, law: js.Law = js.LAW) -> Any:
    return payout.provide(case_of(event, member, js.Family(children=children), law))


def test_items_by_child_and_level() -> None:
    answer = items(PUPIL, STUDENT)
    assert [(item.person, item.amount, item.at_least, item.at_most) for item in answer.items] == [
        ("Budi", 1_500_000, 1_500_000, 7_500_000),
        ("Budi", 2_000_000, 0, 6_000_000),
        ("Budi", 3_000_000, 0, 9_000_000),
        ("Budi", 12_000_000, 0, 60_000_000),
        ("Ani", 12_000_000, 12_000_000, 48_000_000),
    ]
    first = answer.items[0]
    assert (first.programme, first.payer, first.recipient, first.when) == ("JKM", "fund", "child", "yearly")
    assert (first.first, first.deadline.last) == (date(2024, 8, 22), None)
    assert [step.numbers for step in first.steps()] == ["primary school, 2024/2025: 1,500,000 × 5 = 7,500,000"]
    assert [term.text() for term in first.terms] == [
        "each school year while at school, under 23 years old, not married, not working"
    ]
    assert "report" in first.papers
    assert answer.bounds == (13_500_000, 130_500_000)
    assert answer.verdict.state == "eligible"


def test_items_take_what_the_programme_said() -> None:
    event = js.Death(on=DEATH.on, accident_on=DEATH.on, work_related=True)
    case = case_of(event, MEMBER, js.Family(spouse=True, children=PUPIL), js.LAW)
    said = jkk.benefit_rules.provide(case)
    assert payout.provide(case, (said,)) == payout.provide(case)
    first = payout.provide(case, (said,)).items[0]
    assert (first.programme, first.deadline) == ("JKK", said.items[0].deadline)
    assert [each.fact for each in said.assumed] == [each.fact for each in payout.provide(case, (said,)).assumed]


def test_items_while_something_is_open() -> None:
    third = attrs.evolve(PUPIL, name="Cici", chosen=True)
    answer = items(PUPIL, STUDENT, third)
    assert {item.verdict.state for item in answer.items if item.person == "Budi"} == {"undetermined"}
    assert {item.verdict.state for item in answer.items if item.person == "Cici"} == {"eligible"}
    assert answer.bounds == (3_000_000, 165_000_000)
    four = items(PUPIL, STUDENT, third, attrs.evolve(STUDENT, name="Dodo", married=True))
    assert [each.person for each in four.items] == [each.person for each in answer.items]
    (nobody,) = payout.provide(case_of(DEATH, MEMBER, None, js.LAW)).items
    assert (nobody.amount, nobody.at_least, nobody.at_most) == (None, 0, 174_000_000)
    assert keys(nobody.missing) == ["family.children"]
    (waiting,) = items(js.Child(school="not_yet")).items
    assert (waiting.verdict.state, waiting.at_least, waiting.at_most) == ("eligible", 0, 87_000_000)
    grade = items(attrs.evolve(PUPIL, school="primary")).items
    assert [(item.at_least, item.at_most) for item in grade] == [(1_500_000, 82_500_000)]
    refused = items(PUPIL, attrs.evolve(STUDENT, married=True)).refused
    assert [(each.programme, each.benefit) for each in refused] == [("JKM", "scholarship")]
    nothing = items(attrs.evolve(STUDENT, married=True))
    assert (nothing.items, [each.benefit for each in nothing.refused]) == ((), ["scholarship"])


def test_the_item_of_the_first_version() -> None:
    event = js.Death(on=date(2018, 9, 1), work_related=True)
    (item,) = items(attrs.evolve(PUPIL, born=date(2010, 1, 1)), event=event).items
    assert (item.amount, item.when, item.at_most) == (12_000_000, "once", 12_000_000)
    assert [str(cite) for cite in item.basis] == [
        "PP 44/2015 art. 25(2)b [A]",
        "PP 44/2015 art. 25(3) [A]",
        "PP 44/2015 elucidation of art. 25(2)b [A]",
    ]


def test_terms_on_heirs_are_not_the_child_s() -> None:
    event = js.Death(on=date(2024, 8, 2), work_related=False)
    own = js.Member(
        js.SelfEmployed(income=1_000_000),
        registered=date(2018, 1, 8),
        history=js.History.unbroken("2018-01", "2024-05")
        + js.History.of({"2024-06": None, "2024-07": None}, state="unpaid"),
    )
    family = js.Family(spouse=False, children=PUPIL)
    answer = payout.provide(case_of(event, own, family, js.LAW))
    assert [term.text() for term in answer.items[0].terms][:-1] == ["once the arrears are paid"]


def test_days_on_the_edge() -> None:
    def working(until: date, since: date = date(2025, 3, 1)) -> js.Child:
        return attrs.evolve(STUDENT, works=js.Work(since=since, until=until, kind="wage_earner"))

    assert benefit(working(date(2025, 8, 31))).total == 48_000_000  # six months to the day
    assert benefit(working(date(2025, 9, 1))).total == 24_000_000
    before = date(2023, 1, 1)
    assert benefit(working(DEATH.on - timedelta(days=1), before)).total == 48_000_000
    assert benefit(working(DEATH.on, before)).total == 0
    resumes = reading("SCHOLARSHIP_RESUMES", "resumes")
    assert benefit(working(date(2025, 7, 1), before), law=resumes).by_year.keys() == {2026, 2027}
    assert benefit(working(date(2025, 6, 30), before), law=resumes).by_year.keys() == {2025, 2026, 2027}
    assert benefit(PUPIL, claimed={2024: DEATH.on}).total == 82_500_000
    by_work = js.Death(on=DEATH.on, accident_on=DEATH.on, work_related=True)
    each = reading("SCHOLARSHIP_EXPIRY", "each_year")
    assert benefit(PUPIL, event=by_work, claimed={2029: date(2029, 8, 22)}, law=each)[2029] == 2_000_000
    assert benefit(PUPIL, event=by_work, claimed={2029: date(2029, 8, 23)}, law=each)[2029] == 0
    assert benefit(PUPIL, event=js.TotalDisability(on=DEATH.on, work_related=False)).programme == "JKK"


def test_exactly_three_years() -> None:
    who = js.WageEarner(wage=4_000_000, risk_group=2)
    months = js.History.unbroken("2021-08", "2024-07")
    late = js.History(each._replace(paid_on=DEATH.on) if at == 35 else each for at, each in enumerate(months))
    for history in (months, late):
        member = js.Member(who, registered=date(2021, 8, 2), history=history)
        found = scholarship.benefit(DEATH, member, js.Family(children=PUPIL))
        assert (found.total, "scholarship_months" in names(found)) == (82_500_000, True)
