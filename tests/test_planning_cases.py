"""Worked cases of planning, coverage and published claims, each with its source."""

import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import jamsostek as js
from jamsostek import planning, published, ucj

HERE = Path(__file__).parent / "cases"
PLANS: dict[str, list[dict[str, Any]]] = tomllib.loads((HERE / "planning.toml").read_text(encoding="utf-8"))
MALANG: dict[str, list[dict[str, Any]]] = tomllib.loads((HERE / "malang.toml").read_text(encoding="utf-8"))
DAY = date(2025, 6, 30)


def named(cases: dict[str, list[dict[str, Any]]], kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases[kind], ids=[case["id"] for case in cases[kind]])


def participant(case: dict[str, Any]) -> js.SelfEmployed:
    who = js.from_dict(case["participant"])
    assert isinstance(who, js.SelfEmployed)
    return who


@named(PLANS, "cost")
def test_cost(case: dict[str, Any]) -> None:
    plan = planning.cost(planning.Group(case["people"], participant(case)), case["first"], case["last"])
    assert plan.total == case["total"]
    (part,) = plan.parts
    assert part.per_person == case.get("per_person", part.per_person)
    if "prices" in case:
        assert [[str(each.first), str(each.last), each.each] for each in part.prices] == case["prices"]


@named(PLANS, "afford")
def test_afford(case: dict[str, Any]) -> None:
    bought = planning.afford(case["budget"], participant(case), case["first"], case["last"])
    assert (bought.people, bought.left) == (case["people"], case["left"])


@named(PLANS, "lasts")
def test_lasts(case: dict[str, Any]) -> None:
    group = planning.Group(case["people"], participant(case))
    found = planning.lasts(case["budget"], group, case["first"])
    assert (found.months, found.left) == (case["months"], case["left"])
    assert found.exact is not None
    assert int(found.exact * 100) == case["hundredths"]


@named(PLANS, "excise")
def test_excise(case: dict[str, Any]) -> None:
    found = planning.excise(case["received"], case["year"])
    assert [found.welfare, found.health, found.enforcement] == case["parts"]


@named(PLANS, "lapse")
def test_lapse(case: dict[str, Any]) -> None:
    first, stopped, resumed, last = case["lapse"]
    who = js.SelfEmployed(income=1_000_000, sector="other", paid_by="regional_budget")
    found = planning.lapse(who, first, stopped, resumed or None, last, restored=case.get("restored", False))
    by_month = {str(each.month): each.lapsed for each in found.months}
    for month, (at_once, jkm) in case.get("months", {}).items():
        assert (by_month[month].at_once, by_month[month].jkm) == (at_once, jkm), month
    for month, kind in case.get("jkk", {}).items():
        assert by_month[month].jkk == kind
    for name in ("ends", "arrears", "saved"):
        assert getattr(found, name) == case.get(name, getattr(found, name))
    if "scholarship" in case:
        assert [str(found.scholarship_from), str(found.scholarship_kept)] == case["scholarship"]


def coverage(case: dict[str, Any]) -> ucj.Coverage:
    covered = ucj.Figure(case["covered"], source=case["source"], on=DAY)
    return ucj.Coverage(covered, ucj.Figure(case["population"], source=case["source"], on=DAY))


@named(MALANG, "coverage")
def test_coverage(case: dict[str, Any]) -> None:
    assert coverage(case).plus(case.get("plus", 0)).percent() == case["percent"]


@named(MALANG, "gap")
def test_gap(case: dict[str, Any]) -> None:
    target = case["target"]
    if isinstance(target, int):
        target = ucj.Figure(target, source=case["source"], on=DAY)
    found = coverage(case).gap(target)
    assert (found.target, found.people) == (case["whole"], case["people"])


@named(MALANG, "implied")
def test_implied_population(case: dict[str, Any]) -> None:
    told = ucj.Statement(case["percent"], case["covered"], on=DAY, source=case["source"])
    assert told.implied_population == case["population"]


def claims_table(case: dict[str, Any]) -> published.ClaimsTable:
    return published.ClaimsTable(
        [published.ClaimRow(*row) for row in case["rows"]],
        total=case["total"],
        people=case["people"],
        scholarships=[published.ScholarshipRow(*row) for row in case["scholarships"]],
        scholarship_total=case["scholarship_total"],
        children=case["children"],
        since=case["since"],
        until=case["until"],
        source=case["source"],
    )


@named(MALANG, "claims")
def test_claims(case: dict[str, Any]) -> None:
    table = claims_table(case)
    found = published.check(table)
    assert not found
    assert [[each.where, str(each.kind)] for each in found.findings] == case["findings"]
    assert sum(row.amount.amount for row in table.rows) == case["sum"]
    assert sum(row.people for row in table.rows) == case["sum_of_people"]
    assert sum(row.amount.amount for row in table.scholarships) == case["sum_of_scholarships"]
    means = {each.name: f"{int(each.exact / 10_000 + Fraction(1, 2)) / 100:.2f}" for each in found.averages}
    assert {name: means[name] for name in case["averages"]} == case["averages"]
    assert {str(each.row.stage): [*each.times] for each in found.payments} == case["payments"]
    assert {str(each.row.stage): each.exact for each in found.payments} == case["exact"]


def test_every_case_names_its_source() -> None:
    for cases in (PLANS, MALANG):
        for kind, listed in cases.items():
            assert len({case["id"] for case in listed}) == len(listed), kind
            assert all(case["source"] for case in listed)
