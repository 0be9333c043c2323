"""An employer's scale by capital and sales."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import errors, scales
from jamsostek import testing as given_by


@pytest.mark.parametrize(
    ("facts", "month", "expect"),
    [
        # PP 7/2021: sales of 3 billion say small, capital of 0.8 billion says micro
        ({"capital": 800_000_000, "sales": 3_000_000_000}, "2026-01", ["micro", "small"]),
        ({"capital": 1_000_000_000}, "2026-01", ["micro"]),
        ({"capital": 1_000_000_001}, "2026-01", ["small"]),
        ({"capital": 5_000_000_000, "sales": 15_000_000_000}, "2026-01", ["small"]),
        ({"sales": 15_000_000_001}, "2021-02", ["medium"]),
        ({"sales": 50_000_000_001, "capital": 10_000_000_001}, "2026-01", ["large"]),
        # UU 20/2008
        ({"sales": 300_000_001, "capital": 50_000_000}, "2021-01", ["micro", "small"]),
        ({"sales": 2_500_000_001, "capital": 500_000_001}, "2015-07", ["medium"]),
    ],
)
def test_scales(facts: dict[str, Any], month: str, expect: list[str]) -> None:
    assert list(scales.of(month=month, **facts)) == expect


def test_what_they_say_in_words() -> None:
    row = js.tables.entries(scales.BY_SALES)[-1]
    assert row.value == "micro ≤ Rp2,000,000,000, small ≤ Rp15,000,000,000, medium ≤ Rp50,000,000,000, large"
    wrong: list[Any] = [(3, 2, 1), (3,), (0, 1, 2), 5]
    for value in wrong:
        with pytest.raises(errors.InvalidTable):
            js.LAW.override(scales.BY_SALES, since="2026-01", value=value)


@given(st.integers(0, 10**11), st.integers(0, 10**11), given_by.months())
def test_more_is_never_a_smaller_scale(one: int, other: int, month: js.Month) -> None:
    order = list(js.Scale)
    for name in ("capital", "sales"):
        facts: list[dict[str, Any]] = [{name: value} for value in sorted((one, other))]
        low, high = (scales.of(month=month, **each)[0] for each in facts)
        assert order.index(low) <= order.index(high)
    both = scales.of(capital=one, sales=other, month=month)
    assert {*both} == {*scales.of(capital=one, month=month), *scales.of(sales=other, month=month)}


@pytest.mark.parametrize(
    ("facts", "error", "says"),
    [
        ({}, errors.MissingFact, "neither"),
        ({"capital": -1}, errors.NegativeAmount, "capital"),
        ({"capital": 1.5, "sales": -1}, errors.SeveralErrors, "2 faults"),
    ],
)
def test_bad_input(facts: dict[str, Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        scales.of(month="2026-01", **facts)
