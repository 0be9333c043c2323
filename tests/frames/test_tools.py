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
    with pytest.raises(errors.BadRows, match=r"3 rows are wrong:\n- ") as caught:
        frames.contributions(native, month="2026-03", strict=True)
    assert "reason wage: AbsurdAmount, wage 50, risk_group 1" in str(caught.value)
    told = {"reason": "wage: AbsurdAmount", "wage": 60, "risk_group": 1}
    assert told in [{key: value for key, value in row.items() if key != "row"} for row in caught.value.rows]
    reform = frames.compare(native, month="2026-03", other=RAISED)
    assert (reform.change, reform.rows, reform.wrong, reform.left_out) == (27_411, 5, (3, 3), 3)
    assert "5 rows, 3 left out\n3 → 3 wrong\n0 → 0 counted in full" in reform.explain()


def test_bad_rows_tell_where_they_stand() -> None:
    native = backends.constructor("pandas")(ROWS)
    native.index = list("abcde")
    with pytest.raises(errors.BadRows) as caught:
        frames.contributions(native, month="2026-03", strict=True)
    assert [row["row"] for row in caught.value.rows] == [2, 3, 4]
    assert list(frames.problems(frames.contributions(native, month="2026-03")).index) == [0, 1]


@pytest.mark.parametrize("name", ["polars", "pyarrow", "pandas"])
def test_rows_by_position(name: str) -> None:
    native = backends.constructor(name)(ROWS)
    assert frames.explain(native, 1, month="2026-03").total == 395_600
    for row in (5, -1):
        with pytest.raises(errors.NoSuchRow, match="not among 5 rows"):
            frames.explain(native, row, month="2026-03")
    np = pytest.importorskip("numpy")
    assert frames.explain(native, np.int64(1), month="2026-03").total == 395_600
    nothing: tuple[Any, ...] = (None, True, "2", {})
    for odd in nothing:
        with pytest.raises(errors.WrongType, match="names no row"):
            frames.explain(native, odd, month="2026-03")


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


@pytest.mark.parametrize("name", [name for name in backends.NAMES if name != "pyspark"])
def test_rows_by_odd_values(name: str) -> None:
    native = backends.constructor(name)(ROWS)
    with pytest.raises(errors.MissingFact, match="wage"):
        frames.explain(native, {"wage": None}, month="2026-03")
    if name != "dask":
        with pytest.raises(errors.WrongType, match=r"id holds Int64, which '1' is not"):
            frames.explain(native, {"id": "1"}, month="2026-03")


def test_rows_by_days_of_timestamps() -> None:
    pd = pytest.importorskip("pandas")
    native = pd.DataFrame({**ROWS[0], "when": [datetime(2026, 3, 4)], "name": ["Ana"]})
    for row in ({"when": date(2026, 3, 4)}, {"when": datetime(2026, 3, 4)}, {"name": "Ana"}):
        assert frames.explain(native, row, month="2026-03").total == 1_117_389
    with pytest.raises(errors.WrongType, match="name holds String, which 3 is not"):
        frames.explain(native, {"name": 3}, month="2026-03")
    with pytest.raises(errors.UnsupportedFrame, match="for one row, a dict"):
        frames.explain(native.iloc[0], month="2026-03")
    with pytest.raises(errors.WrongType, match="a mapping is one row already"):
        frames.explain(ROWS[0], 0, month="2026-03")


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
    with pytest.raises(errors.UnknownLanguage):
        reform.explain("fr")  # type: ignore[arg-type]
    assert reform == frames.compare(native, month="2025-12", other_month="2026-01")
    assert "<li>2 rows, 0 left out</li>" in reform._repr_html_()
    assert reform.to_dict()["comparison"] == reform.comparison.to_dict()
    assert {key: reform.to_dict()[key] for key in ("schema", "rows", "wrong", "left_out", "possible")} == {
        "schema": "jamsostek.reform/1",
        "rows": 2,
        "wrong": [0, 0],
        "left_out": 0,
        "possible": [0, 1],
    }
    with pytest.raises(errors.MissingFact, match="both sides are the same"):
        frames.compare(native, month="2025-12")
    with pytest.raises(errors.WrongType, match="a month is other_month"):
        frames.compare(native, month="2025-12", other="2026-01")  # type: ignore[call-overload]


def test_a_reform_counts_rows_that_are_right_on_both_sides() -> None:
    """A firm with JP has no ceiling yet in March 2027, one without needs none: its change alone is known."""
    drawn: list[Row] = [
        {"id": 1, "wage": 4_000_000, "risk_group": 1, "scale": "large"},
        {"id": 2, "wage": 4_000_000, "risk_group": 1, "scale": "small"},
    ]
    for name in ("polars", "pandas", "duckdb"):
        native = backends.constructor(name)(drawn)
        reform = frames.compare(native, month="2027-02", other_month="2027-03")
        assert (reform.change, reform.wrong, reform.left_out, reform.rows) == (0, (0, 1), 1, 2)
        assert reform.comparison.before == js.contributions(_small(), month="2027-02").total


def _small() -> js.WageEarner:
    return js.WageEarner(4_000_000, employer=js.Employer(risk_group=1, scale="small"))


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
