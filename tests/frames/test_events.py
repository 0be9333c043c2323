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


# The questions that each rule asks.
_COVER = ("arrears_of_trainees", "state_as_employer", "saturday", "due_day_of_2020")
_JKK = (*_COVER, "version_of_benefits", "benefit_rounding", "income_between_brackets")
_WAITING = ("waiting_scope", "waiting_months_count", "age_at_registration", "born_on_29_february")
_TAX = ("tax_on_jp_lump_sum", "progressive_scale", "thousands_in_the_third_year", "tax_rounding")
ASKED: dict[str, tuple[str, ...]] = {
    "jkm": (*_COVER, *_WAITING),
    "jkk_death": _JKK,
    "jkk_total_disability": _JKK,
    "jkk_incapacity": (*_JKK, "incapacity_across_versions", "part_month_of_incapacity"),
    "jkp": (
        *_COVER[2:],
        "jkp_months_looked_at",
        "jkp_six_in_a_row",
        "jkp_claim_window_2025",
        "jkp_cash_transition",
        "jkp_bankrupt_long_arrears",
        "jkp_past_pension_age",
        "jkp_cash_rounding",
        "jkp_age_of_early_members",
        "month_of_change",
    ),
    "payout_tax": _TAX,
    "construction": ("vat_in_contract_value", "contribution_rounding"),
}
OPTIONS = [
    (rule, reading.name, option)
    for rule, names in ASKED.items()
    for reading in readings.ALL
    if reading.name in names
    for option in reading.names()
    if option != reading.default
]


@pytest.mark.parametrize(("rule", "reading", "option"), OPTIONS)
def test_every_reading(rule: str, reading: str, option: str) -> None:
    law = js.LAW.reading(next(each for each in readings.ALL if each.name == reading), option)
    drawn = event_rows(rule, 4, 500, wrong=0.01, law=law)
    check(rule, drawn, backends.constructor("polars")(drawn), law)
