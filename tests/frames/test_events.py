"""Rules equal the exact ones: every row, every library, every reading that they ask; and they stay within 64 bits."""

from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import readings

pytest.importorskip("narwhals")

from . import backends
from .event_oracle import problem, run
from .event_rows import event_rows
from .rows import Row

RULES = tuple(js.frames.RULES)


def check(name: str, drawn: list[Row], native: Any, law: js.Law = js.LAW) -> None:
    found = backends.plain(run(name, native, law=law))
    assert len(found) == len(drawn)
    wrong = [told for row, result in zip(drawn, found, strict=True) if (told := problem(name, row, result, law))]
    assert not wrong, wrong[0]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("name", backends.NAMES)
def test_every_library_equals_the_exact_rules(name: str, rule: str) -> None:
    drawn = event_rows(rule, 1, 120 if name == "pyspark" else 400)
    check(rule, drawn, backends.constructor(name)(drawn))


@pytest.mark.parametrize("rule", RULES)
@settings(max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(st.integers(0, 10**9), st.floats(0, 0.2))
def test_any_rows_in_polars(rule: str, seed: int, wrong: float) -> None:
    drawn = event_rows(rule, seed, 200, wrong=wrong)
    check(rule, drawn, backends.constructor("polars")(drawn))


OPTIONS = [(reading, option) for reading in readings.ALL for option in reading.names()]


@pytest.mark.parametrize("rule", RULES)
def test_every_reading(rule: str) -> None:
    """Each option of each question; where it changes nothing, nothing may change."""
    drawn = event_rows(rule, 4, 120, wrong=0.01)
    native = backends.constructor("polars")(drawn)
    for reading, option in OPTIONS:
        if option != reading.default:
            check(rule, drawn, native, js.LAW.reading(reading, option))
