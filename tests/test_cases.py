"""Worked cases that somebody else computed, or that apply one cited article by hand."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import jamsostek as js

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "contributions.toml").read_text())[
    "case"
]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    participant = js.from_dict(case["participant"])
    bills = [
        js.contributions(participant, month=month)
        for month in js.months(case["month"], case.get("until", case["month"]))
    ]
    added = js.total(bills) * case.get("people", 1)
    for key, amount in case["expect"].items():
        if key == "total":
            assert added.total == amount
        elif " " in key:
            programme, payer = key.split()
            assert bills[0][programme, payer].amount == amount
        else:
            assert added.by_programme[js.Programme(key)] == amount
    for key, amount in case.get("jkp", {}).items():
        jkp = bills[0].jkp
        assert jkp is not None
        assert getattr(jkp, key) == amount
    if "programmes" in case:
        assert set(bills[0].by_programme) == set(case["programmes"])


def test_every_case_names_a_source_and_an_expectation() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES)
    assert all(case["source"] and case["expect"] for case in CASES)
