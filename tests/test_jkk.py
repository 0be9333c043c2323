"""JKK: worked cases, who pays, which wage counts, which version, several jobs."""

import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import jamsostek as js
from claims import law_of, member_of
from jamsostek import jkk

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "jkk.toml").read_text())["case"]
OUTCOMES = {each.__name__: each for each in (js.Death, js.TotalDisability, js.Incapacity, js.Expenses)}
WORKER = js.WageEarner(wage=3_000_000, risk_group=3)
MEMBER = js.Member(WORKER, registered=date(2017, 2, 1), history=js.History.unbroken("2017-02", "2026-10"))
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
        refused = [each.benefit for each in js.jkk.benefit_rules.provide(case_of(event, member, law)).refused]
        assert refused == expect["refused"]
    if "wage" in expect:
        assert jkk.benefit_wage(member, event.on, law=law).amount == expect["wage"]
    if "last" in expect:
        assert {item.deadline.last for item in items if item.deadline} == {expect["last"]}
    assert case["source"]


def case_of(event: js.WorkAccident, member: js.Member, law: js.Law) -> Any:
    from jamsostek._cases import case_of as build

    return build(event, member, None, law)


def sums(items: tuple[js.Item, ...], key: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for item in items:
        assert item.amount is not None
        found[str(key(item))] = found.get(str(key(item)), 0) + item.amount
    return found
