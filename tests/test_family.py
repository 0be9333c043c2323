"""Families and heirs: what they take and refuse, the order of the heirs, what is open about it."""

from datetime import date
from typing import Any

import attrs
import pytest

import jamsostek as js
from claims import faults
from jamsostek import errors, heirs
from jamsostek._family_checks import family_errors

DIED = date(2024, 8, 22)
WRONG = errors.Contradiction
ANY: Any = js  # for what the types forbid


def test_short_forms() -> None:
    siti = js.Spouse(name="Siti")
    budi = js.Child(name="Budi", school="primary", works=True)
    family = js.Family(spouse=siti, children=[budi], parents=True, siblings=False)
    assert (family.spouse, family.children, family.parents) == ((siti,), (budi,), (js.Parent(),))
    assert (family.siblings, family.grandparents) == ((), None)
    assert budi.school == (js.School("primary"),)
    assert budi.works == (js.Work(),)
    job = js.Work(kind="intern")
    assert js.Child(works=job).works == js.Child(works=[job]).works == (job,)
    assert js.Child(works=False).works == ()
    later, sooner = js.School("primary", 2, in_year=2025), js.School("primary", 1, in_year=2024)
    assert js.Child(school=[later, sooner]).school == (sooner, later)
    assert js.Child(school=later).school == (later,)
    assert [js.Child(born=DIED).called(), js.Child().called(), budi.called()] == ["*2024-08-22", "–", "Budi"]


def test_all_faults_of_a_child_arrive_together() -> None:
    def make() -> None:
        js.Child(
            name=1,  # type: ignore[arg-type]
            born=date(2010, 1, 1),
            died=date(2020, 1, 1),
            married=date(2021, 1, 1),
            works=[js.Work(since=date(2009, 1, 1))],
            lawful="yes",  # type: ignore[arg-type]
        )

    assert faults(make) == [
        (errors.WrongType, "name"),
        (errors.WrongType, "lawful"),
        (errors.Contradiction, "married"),
        (errors.Contradiction, "works"),
    ]


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: ANY.School("university"), [(errors.UnknownKind, "stage")]),
        (lambda: ANY.School(None), [(errors.MissingFact, "stage")]),
        (lambda: ANY.School("primary", 11), [(errors.Contradiction, "year")]),
        (lambda: ANY.School("primary", "2"), [(errors.WrongType, "year")]),
        (
            lambda: ANY.School("left", 2, in_year=1066),
            [(WRONG, "in_year"), (WRONG, "year")],
        ),
        (lambda: ANY.Work(since=DIED, until=date(2024, 1, 1)), [(errors.Contradiction, "until")]),
        (lambda: ANY.Work(since="2024", kind="boss"), [(errors.NotADate, "since"), (errors.UnknownKind, "kind")]),
        (lambda: ANY.Child(born=DIED, died=DIED), [(errors.Contradiction, "died")]),
        (lambda: ANY.Child(married="no"), [(errors.NotADate, "married")]),
        (lambda: ANY.Child(school=3), [(errors.WrongType, "school")]),
        (lambda: ANY.Child(works=["job"]), [(errors.WrongType, "works")]),
        (lambda: ANY.Child(school=[]), [(errors.Contradiction, "school")]),
        (
            lambda: ANY.Child(school=[js.School("primary", in_year=2024), js.School("primary", 2, in_year=2025)]),
            [(errors.MissingFact, "school")],
        ),
        (lambda: ANY.Child(school=[js.School("left")] * 2), [(errors.MissingFact, "school")]),
        (lambda: ANY.Child(school=[js.School("left", in_year=2024)] * 2), [(errors.NamedTwice, "school")]),
        (lambda: ANY.Relative(born="1958"), [(errors.NotADate, "born")]),
        (
            lambda: ANY.Family(children=[js.Spouse()], spouse="Siti"),
            [(errors.WrongType, "spouse"), (errors.WrongType, "children")],
        ),
        (lambda: ANY.Family(parents=js.Relative()), [(errors.WrongType, "parents")]),
    ],
)
def test_faults(make: Any, expected: list[tuple[type[errors.JamsostekError], str]]) -> None:
    assert faults(make) == expected


def test_what_cannot_be_true_of_the_participant() -> None:
    family = js.Family(
        children=[js.Child(), js.Child(born=date(1970, 1, 1)), js.Child(born=date(2026, 1, 1))],
        parents=[js.Parent(), js.Parent(born=date(1985, 1, 1)), js.Parent(born=date(1950, 1, 1))],
    )
    found = list(family_errors(family, born=date(1980, 1, 1), event=DIED, deceased=True))
    assert [each.where for each in found] == ["family.children[1]", "family.children[2]", "family.parents[1]"]
    assert list(family_errors(family, born=None, event=DIED, deceased=False)) == []
    assert list(family_errors(js.Family(), born=None, event=DIED, deceased=True)) == []


GROUPS = {
    "spouse": "spouse_or_child",
    "children": "spouse_or_child",
    "parents": "blood_line",
    "grandchildren": "blood_line",
    "grandparents": "blood_line",
    "siblings": "siblings",
    "parents_in_law": "parents_in_law",
    "will": "will",
}
NOBODY = js.Family(**dict.fromkeys(GROUPS, False))


@pytest.mark.parametrize("programme", ["JKM", "JKK", "JHT"])
@pytest.mark.parametrize("group", GROUPS)
def test_the_first_rank_takes_all(group: str, programme: str) -> None:
    at = list(GROUPS).index(group)
    family = attrs.evolve(NOBODY, **dict.fromkeys(list(GROUPS)[at:], True))
    found = heirs.of(family, programme=programme, on=DIED)
    assert found.rank == GROUPS[group]
    assert not found.missing
    without = attrs.evolve(family, **{group: None})
    if heirs.of(without, programme=programme, on=DIED).rank is None:
        assert [fact.key for fact in heirs.of(without, programme=programme, on=DIED).missing] == [f"family.{group}"]


def test_parents_and_a_brother() -> None:
    # PP 44/2015 art. 40(2)b: the straight line comes before the siblings.
    family = js.Family(spouse=False, children=False, parents=[js.Parent(name="A"), js.Parent(name="B")], siblings=True)
    found = heirs.of(family, on=DIED)
    assert (found.rank, [each.name for each in found.people]) == ("blood_line", ["A", "B"])
    assert [fact.key for fact in found.missing] == ["family.grandchildren", "family.grandparents"]
    assert found.text() == (
        "blood relatives in the straight line to the second degree (parents, grandparents, grandchildren): A, B; "
        "not known: grandchildren, grandparents"
    )
    assert [str(cite) for cite in found.cites] == [
        "PP 44/2015 art. 40(2) [A]",
        "PP 44/2015 elucidation of art. 37(5) [A]",
    ]
    assert [reading.name for reading in found.readings] == ["inner_order_of_heirs", "shares_of_heirs"]
    law = js.LAW.reading(js.readings.SHARES_OF_HEIRS, "equal")
    assert (
        heirs.of(family, on=DIED, law=law)
        .text("id")
        .endswith(": A, B; dengan bagian yang sama; belum diketahui: cucu, kakek dan nenek")
    )


def test_heirs_of_whom_all_is_known() -> None:
    widow = attrs.evolve(NOBODY, spouse=js.Spouse(name="Siti"))
    assert heirs.of(widow, on=DIED).text() == "widow, widower or child: Siti"


def test_one_after_the_other_in_jht() -> None:
    family = attrs.evolve(NOBODY, parents=True, grandchildren=True)
    assert [len(heirs.of(family, programme=name, on=DIED).people) for name in ("JKM", "JHT")] == [2, 1]
    ranked, together = (js.LAW.reading(js.readings.INNER_ORDER_OF_HEIRS, name) for name in ("one_by_one", "together"))
    assert len(heirs.of(family, on=DIED, law=ranked).people) == 1
    assert len(heirs.of(family, programme="JHT", on=DIED, law=together).people) == 2


def test_nobody() -> None:
    assert [heirs.of(NOBODY, programme=name, on=DIED).rank for name in ("JKM", "JKK", "JHT")] == [
        "fund",
        "fund",
        "estate_office",
    ]


def test_what_is_not_known() -> None:
    found = heirs.of(js.Family(spouse=False, parents=True), on=DIED)
    assert found.rank is None
    assert [fact.key for fact in found.missing] == ["family.children", "family.grandchildren", "family.grandparents"]
    assert found.text() == "the heirs cannot be said yet; not known: children, grandchildren, grandparents"
    assert heirs.of(NOBODY, on=DIED).text().startswith("nobody: the social security fund")
    nothing = heirs.of(js.Family(), on=DIED)
    assert [fact.key for fact in nothing.missing] == [f"family.{name}" for name in GROUPS]
    widow = heirs.of(js.Family(spouse=True), on=DIED)
    assert widow.text() == "widow, widower or child; not known: children"
    assert (widow.rank, [fact.key for fact in widow.missing]) == ("spouse_or_child", ["family.children"])


def test_the_dead_do_not_inherit() -> None:
    family = attrs.evolve(NOBODY, children=js.Child(died=date(2020, 1, 1)), siblings=True)
    assert heirs.of(family, on=DIED).rank == "siblings"


def test_errors() -> None:
    assert faults(lambda: heirs.of(None, programme="JP", on=None)) == [  # type: ignore[arg-type]
        (errors.UnknownProgramme, "programme"),
        (errors.NotADate, "on"),
        (errors.WrongType, "family"),
    ]
    assert faults(lambda: heirs.of(NOBODY, on=date(2015, 6, 30))) == [(errors.BeforeLaw, "heirs.JKM")]
