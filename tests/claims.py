"""Members, families and events of worked cases, and what is wrong with bad ones."""

from collections.abc import Callable
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors


def member_of(given: list[dict[str, Any]]) -> js.Member:
    return js.Member(memberships=[membership_of(dict(each)) for each in given])


def membership_of(given: dict[str, Any]) -> js.Membership:
    runs = given.pop("history", None)
    participant = js.from_dict(_plain(given.pop("participant")))
    return js.Membership(participant, history=None if runs is None else history_of(runs), **given)


def _plain(given: dict[str, Any]) -> dict[str, Any]:
    if given["type"] == "wage_earner":
        given = {**given, "employer": {"risk_group": 3, **given.get("employer", {})}}
    return given


def history_of(runs: list[list[Any]]) -> js.History:
    return js.History(
        js.MonthRecord(month, state, paid_on=rest[0] if rest else None)
        for first, last, state, *rest in runs
        for month in js.months(first, last)
    )


def law_of(case: dict[str, Any]) -> js.Law:
    law = js.LAW
    for name, option in case.get("readings", {}).items():
        law = law.reading(getattr(js.readings, name), option)
    return law


def faults(make: Callable[[], object]) -> list[tuple[type[errors.JamsostekError], str]]:
    with pytest.raises(errors.JamsostekError) as caught:
        make()
    return [(type(each), each.where) for each in errors.each_of(caught.value)]
