"""The wage that contributions go by: worked cases, transcription, explanation, bad input."""

import json
import tomllib
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import errors, readings, wages
from jamsostek import testing as given_by

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "wages.toml").read_text())["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    makers: dict[str, Callable[..., wages.ContributionWage]] = {
        "daily": wages.from_daily,
        "output": wages.from_output,
        "deemed": wages.deemed,
        "components": wages.from_components,
    }
    facts = {name: case[name] for name in ("minimum_wage", "weather_dependent") if name in case}
    name = next(name for name in makers if name in case)
    wage = makers[name](case[name], month="2026-03", **facts)
    assert wage.amount == case["expect"]
    assert case["source"]


def test_a_wage_goes_where_an_int_goes() -> None:
    wage = wages.from_components({"base": 4_000_000, "overtime": 300_000}, month="2026-03")
    assert js.WageEarner(wage=wage, risk_group=3) == js.WageEarner(wage=4_000_000, risk_group=3)
    assert js.Trainee(wage=wages.deemed([2_900_000], month="2026-03"), risk_group=3).wage == 2_900_000


def test_named_components_and_the_reason_of_each() -> None:
    wage = wages.from_components(
        [
            wages.Component("gaji pokok", 3_500_000, "base"),
            wages.Component("jabatan", 500_000, "fixed_allowance"),
            wages.Component("uang makan", 450_000, "variable_allowance"),
        ],
        month="2026-03",
        minimum_wage=3_196_000,
    )
    assert wage.explain().splitlines() == [
        "2026-03: contribution wage Rp4,000,000",
        f"{'gaji pokok (base wage)':<56}{'3,500,000':>16}{'3,500,000':>16}",
        "    counts; PP 44/2015 art. 19(2) [A]; PP 46/2015 art. 17(2) [A]; PP 45/2015 art. 29(1) [A]",
        f"{'jabatan (fixed allowance)':<56}{'500,000':>16}{'500,000':>16}",
        "    counts; PP 44/2015 art. 19(2) [A]; PP 46/2015 art. 17(2) [A]; PP 45/2015 art. 29(1) [A]",
        f"{'uang makan (allowance that varies with attendance or output)':<56}{'450,000':>16}{'0':>16}",
        "    does not count: neither base wage nor fixed allowance; PP 44/2015 art. 19(2) [A]; "
        "PP 46/2015 art. 17(2) [A]; PP 45/2015 art. 29(1) [A]",
        f"{'minimum wage':<56}{'3,196,000':>16}{'0':>16}",
        "    the wage is not below it; Perdir 22/PERDIR.02/072022 [A-manual derived: p. 15; the years before 2022 "
        "inferred]",
    ]
    assert wage.evidence is js.Grade.A_MANUAL
    assert "uang makan (tunjangan tidak tetap)" in wage.explain("id")
    assert repr(wage) == "<ContributionWage 2026-03: 4,000,000>"
    assert wage._repr_html_().count("<tr>") == 6
    told = json.loads(json.dumps(wage.to_dict()))
    assert (told["schema"], told["amount"], [line["counted"] for line in told["lines"]]) == (
        "jamsostek.contribution_wage/1",
        4_000_000,
        [3_500_000, 500_000, 0, 0],
    )


def test_an_average_that_is_no_whole_rupiah() -> None:
    paid = [3_000_000, 3_000_000, 3_000_001]
    wage = wages.from_output(paid, month="2026-03")
    assert (wage.amount, wage.readings) == (3_000_000, (readings.CONTRIBUTION_ROUNDING,))
    assert "nearest rupiah" in wage.explain()
    law = js.LAW.reading(readings.CONTRIBUTION_ROUNDING, "up")
    assert wages.from_output(paid, month="2026-03", law=law).amount == 3_000_001


def test_one_worker_is_no_lowest_of_several() -> None:
    assert "the one worker in the same job" in wages.deemed([2_900_000], month="2026-03").explain()
    assert "satu-satunya pekerja" in wages.deemed([2_900_000], month="2026-03").explain("id")
    assert "the lowest of 2 workers" in wages.deemed([2_900_000, 3_000_000], month="2026-03").explain()


def test_another_law_is_marked() -> None:
    law = js.LAW.override(wages.DAYS_OF_A_MONTH, since="2026-01", value=21)
    wage = wages.from_daily(120_000, month="2026-03", law=law)
    assert wage.amount == 2_520_000
    assert wage.evidence is js.Grade.GIVEN
    assert "what-if" in wage.explain()
    with pytest.raises(errors.BeforeLaw):
        wages.from_daily(120_000, month="2015-06")


def test_weak_evidence_is_refused() -> None:
    law = js.LAW.require("A")
    assert wages.from_components({"base": 4_000_000}, month="2026-03", law=law).amount == 4_000_000
    with pytest.raises(errors.EvidenceTooWeak, match="A-manual"):
        wages.from_components({"base": 4_000_000}, month="2026-03", minimum_wage=3_196_000, law=law)


BAD: list[tuple[str, Callable[[], Any], type[Exception], str]] = [
    ("no kind", lambda: wages.Component("x", 1, "bonuss"), errors.UnknownKind, "did you mean 'bonus'"),  # type: ignore[arg-type]
    ("kind None", lambda: wages.Component("x", 1, None), errors.UnknownKind, "None is no kind"),  # type: ignore[arg-type]
    ("no name", lambda: wages.Component(" ", 1, "base"), errors.WrongType, "no name"),
    ("negative", lambda: wages.from_components({"base": -1}, month="2026-03"), errors.NegativeAmount, "base: -1"),
    (
        "float",
        lambda: wages.from_components({"base": 4e6}, month="2026-03"),  # type: ignore[dict-item]
        errors.FloatAmount,
        "base",
    ),
    (
        "several",
        lambda: wages.from_components({"base": -1, "tip": 1}, month="2026-03"),  # type: ignore[dict-item]
        errors.SeveralErrors,
        "2 faults",
    ),
    (
        "twice",
        lambda: wages.from_components([wages.Component("a", 1, "base")] * 2, month="2026-03"),
        errors.NamedTwice,
        "'a' is there twice",
    ),
    ("no pay", lambda: wages.from_components("base", month="2026-03"), errors.WrongType, "no pay"),  # type: ignore[arg-type]
    ("no component", lambda: wages.from_components([5], month="2026-03"), errors.WrongType, "no component"),  # type: ignore[list-item]
    (
        "nothing counts",
        lambda: wages.from_components({"overtime": 5}, month="2026-03"),
        errors.MissingFact,
        "base wage",
    ),
    (
        "an allowance alone",
        lambda: wages.from_components({"fixed_allowance": 240_000}, month="2026-03"),
        errors.MissingFact,
        "base wage",
    ),
    (
        "a base wage of nothing",
        lambda: wages.from_components({"base": 0, "fixed_allowance": 240_000}, month="2026-03"),
        errors.MissingFact,
        "base wage",
    ),
    ("nothing", lambda: wages.from_components({}, month="2026-03"), errors.MissingFact, "base wage"),
    (
        "short words",
        lambda: wages.from_components({"THR": 1}, month="2026-03"),  # type: ignore[dict-item]
        errors.UnknownKind,
        "did you mean 'holiday_bonus'?",
    ),
    ("in thousands", lambda: wages.from_components({"base": 4_000}, month="2026-03"), errors.AbsurdAmount, "wage"),
    (
        "floor in thousands",
        lambda: wages.from_components({"base": 4_000_000}, month="2026-03", minimum_wage=3_196),
        errors.AbsurdAmount,
        "minimum_wage",
    ),
    ("day", lambda: wages.from_daily(-1, month="2026-03"), errors.NegativeAmount, "daily"),
    ("two months", lambda: wages.from_output([1, 2], month="2026-03"), errors.MissingFact, "last 3 months"),
    ("no list", lambda: wages.from_output(5, month="2026-03"), errors.WrongType, "no list"),  # type: ignore[arg-type]
    ("a bad month", lambda: wages.from_output([1, -2, 3], month="2026-03"), errors.NegativeAmount, "paid[1]"),
    ("nobody", lambda: wages.deemed([], month="2026-03"), errors.MissingFact, "same job"),
]


@pytest.mark.parametrize(("make", "error", "says"), [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_bad_input(make: Callable[[], Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error) as caught:
        make()
    assert says in str(caught.value)


@given(given_by.components(), given_by.months(), st.none() | st.integers(1_000_000, 10_000_000))
def test_only_base_and_fixed_allowances_count_down_to_the_floor(
    pay: list[wages.Component], month: js.Month, floor: int | None
) -> None:
    found = wages.from_components(pay, month=month, minimum_wage=floor)
    counted = sum(each.amount for each in pay if each.kind in ("base", "fixed_allowance"))
    assert found.amount == max(counted, floor or 0)
    assert all(line.cites for line in found.lines)
    assert len(found.lines) == len(pay) + (floor is not None)


@given(st.lists(st.integers(200_000, 9_000_000), min_size=12, max_size=12), st.booleans(), st.sampled_from(js.Rounding))
def test_an_average_lies_within_a_rupiah_of_the_exact_one(paid: list[int], weather: bool, how: js.Rounding) -> None:
    law = js.LAW.reading(readings.CONTRIBUTION_ROUNDING, how)
    last = paid if weather else paid[:3]
    found = wages.from_output(last, month="2026-03", weather_dependent=weather, law=law)
    assert abs(found.amount - Fraction(sum(last), len(last))) < 1
    assert min(last) <= found.amount <= max(last)
