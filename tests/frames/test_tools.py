"""One row explained, problems counted, strict calls, reforms: on every library."""

from datetime import date, datetime
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors

pytest.importorskip("narwhals")

from . import backends
from .rows import Row

frames = js.frames
ROWS: list[Row] = [
    {"id": 1, "wage": 12_000_000, "risk_group": 2},
    {"id": 2, "wage": 4_000_000, "risk_group": 3},
    {"id": 3, "wage": None, "risk_group": 3},
    {"id": 4, "wage": 50, "risk_group": 1},
    {"id": 5, "wage": 60, "risk_group": 1},
]
RAISED = js.LAW.override(js.jp.WAGE_CEILING, since="2026-03", value=15_000_000)


@pytest.mark.parametrize("name", backends.NAMES)
def test_tools_on_every_library(name: str) -> None:
    native = backends.constructor(name)(ROWS)
    done = frames.contributions(native, month="2026-03")
    found = backends.plain(frames.problems(done))
    assert [(row["status"], row["reason"], row["rows"]) for row in found] == [
        ("error", "wage: AbsurdAmount", 2),
        ("error", "wage: MissingFact", 1),
    ]
    assert frames.explain(native, {"id": 2}, month="2026-03")["JKK"] == 35_600
    with pytest.raises(errors.AbsurdAmount):
        frames.explain(native, {"id": 4}, month="2026-03")
    with pytest.raises(errors.BadRows, match=r"3 rows are wrong:\n- wage: ") as caught:
        frames.contributions(native, month="2026-03", strict=True)
    assert "- wage: AbsurdAmount in id 4, wage 50, risk_group 1" in str(caught.value)
    reform = frames.compare(native, month="2026-03", other=RAISED)
    assert (reform.change, reform.rows, reform.wrong, reform.possible) == (27_411, 5, (3, 3), (0, 0))
    assert "5 rows\n3 → 3 wrong and left out" in reform.explain()


@pytest.mark.parametrize("name", ["polars", "pyarrow", "pandas"])
def test_rows_by_position(name: str) -> None:
    native = backends.constructor(name)(ROWS)
    assert frames.explain(native, 1, month="2026-03").total == 395_600
    for row in (5, -1):
        with pytest.raises(errors.NoSuchRow, match="not among 5 rows"):
            frames.explain(native, row, month="2026-03")
    for odd in (None, True, "2"):
        with pytest.raises(errors.WrongType, match="names no row"):
            frames.explain(native, odd, month="2026-03")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["polars-lazy", "duckdb", "dask"])
def test_rows_of_lazy_frames_have_no_position(name: str) -> None:
    native = backends.constructor(name)(ROWS)
    with pytest.raises(errors.NoSuchRow, match="no position"):
        frames.explain(native, 1, month="2026-03")
    with pytest.raises(errors.NoSuchRow, match="no row has"):
        frames.explain(native, {"id": 99}, month="2026-03")
    with pytest.raises(errors.NoSuchRow, match="more than one row has"):
        frames.explain(native, {"risk_group": 3}, month="2026-03")
    with pytest.raises(errors.MissingColumn, match="no column 'name'"):
        frames.explain(native, {"name": 3}, month="2026-03")


def test_a_row_as_a_mapping() -> None:
    row = {"pay": 12_000_000.0, "when": "2026-03", "risk_group": 2, "scale": None}
    bill = frames.explain(row, month="when", columns={"wage": "pay"})
    assert bill.total == 1_117_389
    with pytest.raises(errors.SeveralErrors, match="not known") as caught:
        frames.explain({**row, "when": None, "risk_group": 9}, month="when", columns={"wage": "pay"})
    assert [type(each) for each in caught.value.errors] == [errors.MissingFact, errors.UnknownRiskGroup]
    days = {"born": datetime(1950, 1, 1, 12), "paid_up_to": date(2025, 1, 1), "when": date(2026, 3, 9)}
    assert "JP" not in frames.explain({**row, **days}, month="when", columns={"wage": "pay"})
    both: dict[str, Any] = {"wage": 4_000_000, "income": 1, "risk_group": 1}
    with pytest.raises(errors.Contradiction, match="a wage and an income"):
        frames.explain(both, month="2026-03")
    with pytest.raises(errors.MissingFact, match="neither wage nor income"):
        frames.explain({"wage": None, "income": None, "risk_group": 1}, month="2026-03")


def test_nothing_wrong_is_an_empty_count_and_passes_strict() -> None:
    native = backends.constructor("polars")(ROWS[:2])
    done = frames.contributions(native, month="2026-03", strict=True)
    assert len(frames.problems(done)) == 0
    with pytest.raises(errors.MissingColumn, match="prefix"):
        frames.problems(done, prefix="x_")


def test_many_bad_rows_are_not_all_shown() -> None:
    native = backends.constructor("polars")([{"id": at, "wage": 1, "risk_group": 1} for at in range(1, 9)])
    with pytest.raises(errors.BadRows, match="8 rows are wrong; the first 5 of them"):
        frames.contributions(native, month="2026-03", strict=True)


def test_a_reform_of_months_and_of_the_self_employed() -> None:
    drawn: list[Row] = [
        {"id": 1, "income": 1_000_000, "sector": "transport"},
        {"id": 2, "income": 1_000_000, "sector": None},
    ]
    native = backends.constructor("polars")(drawn)
    reform = frames.compare(native, month="2025-12", other_month="2026-01", other=js.LAW)
    assert reform.change == -8_400
    assert reform.possible == (0, 1)
    assert reform.comparison.lines[0].payer == "self"
    assert "baris" in reform.explain("id")


def test_a_condition_that_columns_cannot_read() -> None:
    class Mine:
        def test(self, situation: Any, *, wanted: bool = True) -> Any:
            raise AssertionError

    mine = js.Relief("mine", "mine", "mine", js.reliefs.LABOUR_INTENSIVE.factors, (("wage_earner", Mine()),))
    native = backends.constructor("polars")(ROWS)
    with pytest.raises(errors.WrongType, match="a Mine cannot be read as columns"):
        frames.contributions(native, month="2025-05", law=js.LAW.add_relief(mine))


def test_a_relief_whose_bound_does_not_reach_its_months() -> None:
    longer = js.LAW.override(
        js.reliefs.LABOUR_INTENSIVE_JKK, since="2024-06", until="2024-12", value=js.reliefs.COVID_JKK.rows[0].value
    )
    native = backends.constructor("polars")([{**row, "month": "2025-05"} for row in ROWS])
    with pytest.raises(errors.BeforeLaw, match=r"LABOUR_INTENSIVE_WORKERS.*does not reach all months"):
        frames.contributions(native, month="month", law=longer)
