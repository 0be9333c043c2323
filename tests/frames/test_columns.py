"""Columns as files and databases give them: every type, constants for all rows, names of the caller's own."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors

pytest.importorskip("narwhals")
pl = pytest.importorskip("polars")

from . import backends  # noqa: E402
from .oracle import problem  # noqa: E402
from .rows import rows  # noqa: E402

frames = js.frames
ROW = {"wage": [12_000_000], "risk_group": [2]}


def totals(native: Any, month: str = "2026-03", **more: Any) -> list[Any]:
    return [row["total"] for row in backends.plain(frames.contributions(native, month=month, **more))]


def reasons(native: Any, month: str = "2026-03", **more: Any) -> list[Any]:
    return [row["reason"] for row in backends.plain(frames.contributions(native, month=month, **more))]


@pytest.mark.parametrize("dtype", ["Int64", "Int32", "UInt32", "UInt64", "Int128", "Float64", "Decimal"])
def test_every_type_of_number_in_polars(dtype: str) -> None:
    kind = pl.Decimal(20, 2) if dtype == "Decimal" else getattr(pl, dtype)
    frame = pl.DataFrame({"wage": [12_000_000, None, 50], "risk_group": [2, 2, 2]}).with_columns(
        pl.col("wage").cast(kind), pl.col("risk_group").cast(pl.Int8)
    )
    for native in (frame, frame.lazy()):
        assert totals(native) == [1_117_389, None, None]
        assert reasons(native) == [None, "wage: MissingFact", "wage: AbsurdAmount"]


def test_numbers_too_large_for_a_wage() -> None:
    for kind, values in (
        (pl.UInt64, [2**64 - 1, 2**63]),
        (pl.Int128, [2**100, 10**30]),
        (pl.Int64, [2**63 - 1, 10**11]),
    ):
        frame = pl.DataFrame({"wage": pl.Series(values, dtype=kind), "risk_group": [1, 1]})
        assert reasons(frame) == ["wage: AbsurdAmount"] * 2
    frame = pl.DataFrame({"wage": pl.Series([-(2**100)], dtype=pl.Int128), "risk_group": [1]})
    assert reasons(frame) == ["wage: NegativeAmount"]


def test_numbers_that_are_not_whole() -> None:
    wages = [12_000_000.0, 1.5, float("nan"), float("inf"), -1e30, 1e15, None]
    odd_ones = [*["wage: FloatAmount"] * 2, "wage: AbsurdAmount"]
    want = [None, "wage: FloatAmount", "wage: MissingFact", *odd_ones, "wage: MissingFact"]
    frame = pl.DataFrame({"wage": wages, "risk_group": [2.0] * 7})
    assert reasons(frame) == want
    odd = pl.DataFrame({"wage": [4_000_000] * 3, "risk_group": [2.5, 6.0, None], "active_workers": [1.0, 2.0, 3.0]})
    assert reasons(odd) == ["risk_group: UnknownRiskGroup", "risk_group: UnknownRiskGroup", "risk_group: MissingFact"]
    halves = pl.DataFrame({"wage": [4_000_000] * 2, "risk_group": [2, 2], "active_workers": [1.5, -1.0]})
    assert reasons(halves) == ["active_workers: WrongType", "active_workers: NegativeAmount"]


def test_decimals_with_cents() -> None:
    frame = pl.DataFrame({"wage": [Decimal("12000000.00"), Decimal("12000000.01")], "risk_group": [2, 2]})
    assert reasons(frame) == [None, "wage: FloatAmount"]


def test_categories_and_enums_are_words() -> None:
    frame = pl.DataFrame({**ROW, "scale": ["micro"], "sector": ["x"], "month": ["2026-03"]})
    for kind in (pl.Categorical, pl.Enum(["micro", "2026-03"])):
        cast = frame.with_columns(pl.col("scale").cast(kind), pl.col("month").cast(kind))
        assert totals(cast, "month") == [js_total(scale="micro")]
        table = frames.contributions(cast.to_arrow(), month="month")
        assert [row["total"] for row in backends.plain(table)] == [js_total(scale="micro")]


def js_total(**firm: Any) -> int:
    employer = js.Employer(risk_group=2, **firm)
    return js.contributions(js.WageEarner(12_000_000, employer=employer), month="2026-03").total


@pytest.mark.parametrize("name", ["polars", "pyarrow", "pandas", "pandas-nullable", "pandas-pyarrow", "duckdb", "dask"])
def test_months_as_dates_and_timestamps(name: str) -> None:
    make = backends.constructor(name)
    days = [date(2026, 3, 1), date(2026, 2, 28), None]
    drawn: list[dict[str, Any]] = [
        {"id": at, "wage": 12_000_000, "risk_group": 2, "registered": day} for at, day in enumerate(days)
    ]
    found = backends.plain(frames.contributions(make(drawn), month="registered", columns={"registered": None}))
    february = js.contributions(js.WageEarner(12_000_000, risk_group=2), month="2026-02").total
    assert [row["total"] for row in found] == [1_117_389, february, None]
    assert found[2]["reason"] == "month: MissingFact"
    for row in drawn:
        row["paid_up_to"] = row.pop("registered")
    if name in ("polars", "pandas"):
        drawn = [{**row, "industry": "footwear", "active_workers": 50} for row in drawn]
        native = make([{**row, "paid_up_to": None} for row in drawn])
        column = [row["paid_up_to"] for row in drawn]
        if name == "polars":
            native = native.with_columns(paid_up_to=pl.Series(column))
            stamped = native.with_columns(pl.col("paid_up_to").cast(pl.Datetime), month=pl.lit(datetime(2025, 5, 7, 8)))
            assert reasons(stamped, "month") == [None, "paid_up_to: DateForMonth", "labour_intensive_2025"]
        else:
            native["paid_up_to"] = column
        assert reasons(native, "2025-05") == [None, "paid_up_to: DateForMonth", "labour_intensive_2025"]


def test_timestamps_as_days() -> None:
    frame = pl.DataFrame({**ROW, "born": [datetime(1960, 5, 6, 7, 8)]})
    assert totals(frame) == [1_117_389 - 221_726 - 110_863]


def test_a_column_of_gaps_alone_says_nothing() -> None:
    frame = pl.DataFrame({**ROW, "scale": [None], "born": [None], "in_jp": [None], "paid_up_to": [None]})
    assert totals(frame) == [1_117_389]
    assert reasons(frame.with_columns(month=None), "month") == ["month: MissingFact"]


def test_pandas_objects_are_looked_into() -> None:
    pd = pytest.importorskip("pandas")
    plain = pd.DataFrame(
        {
            "wage": pd.Series([12_000_000, None, 4_000_000, 1.5], dtype=object),
            "risk_group": pd.Series([2, 2, 2, 2], dtype=object),
            "citizen": pd.Series([True, None, False, True], dtype=object),
            "six_months": [True, True, True, True],
            "scale": pd.Series(["micro", None, "large", None], dtype=object),
            "born": pd.Series([date(1990, 1, 1), None, None, None], dtype=object),
            "sector": pd.Categorical([None, None, None, None]),
            "kind": pd.Series([None] * 4, dtype=object),
            "industry": pd.Categorical(["food", None, None, None]),
        }
    )
    plain.index = [7, 7, 3, 1]
    found = frames.contributions(plain, month="2026-03")
    assert list(found.index) == [7, 7, 3, 1]
    assert list(found["reason"].fillna("")) == ["", "wage: MissingFact", "", "wage: FloatAmount"]
    assert found["total"].iloc[0] == js_total(scale="micro")
    for bad in (
        {"wage": ["4,000,000", 1, 2, 3]},
        {"born": ["1990-01-01"] * 4},
        {"citizen": ["yes"] * 4},
        {"scale": [1] * 4},
    ):
        with pytest.raises(errors.WrongType, match=f"column '{next(iter(bad))}'"):
            frames.contributions(plain.assign(**bad), month="2026-03")


def test_arrow_types_of_pandas() -> None:
    pd, pa = pytest.importorskip("pandas"), pytest.importorskip("pyarrow")
    table = pa.table(
        {
            "wage": pa.array([Decimal("12000000.00"), Decimal("1.50")], pa.decimal128(20, 2)),
            "risk_group": pa.array([2, 2], pa.int8()),
            "born": pa.array([date(1990, 1, 1), None], pa.date32()),
            "sector": pa.nulls(2),
        }
    )
    frame = table.to_pandas(types_mapper=pd.ArrowDtype)
    found = frames.contributions(frame, month="2026-03")
    assert list(found["total"].fillna(0)) == [1_117_389, 0]
    assert str(found["total"].dtype) == "int64[pyarrow]"
    assert found["status"].dtype == pd.ArrowDtype(pa.string())
    assert reasons(table) == [None, "wage: FloatAmount"]


def test_facts_that_hold_for_all_rows() -> None:
    frame = pl.DataFrame({"pay": [12_000_000, 4_000_000]})
    same = {"risk_group": 2, "scale": js.Scale.SMALL, "paid_up_to": "2025-01", "born": date(1990, 5, 1)}
    found = totals(frame, columns={"wage": "pay"}, facts=same)
    assert found[0] == js_total(scale="small")
    city = {"income": 1_000_000, "paid_by": "regional_budget", "type": "self_employed"}
    assert totals(pl.DataFrame({"name": ["a", "b"]}), facts=city) == [16_800, 16_800]
    assert totals(pl.DataFrame({"name": ["a"]}), facts={"wage": 12_000_000, "risk_group": 2}) == [1_117_389]


@pytest.mark.parametrize(
    ("facts", "error", "words"),
    [
        ({"risk_group": 7}, errors.UnknownRiskGroup, "7 is unknown"),
        ({"scale": "big"}, errors.UnknownScale, "'big'"),
        ({"type": "boss"}, errors.UnknownKind, "'boss'"),
        ({"colour": "red"}, errors.UnknownFact, "'colour' is unknown"),
        ({"wage": 1.5, "sector": "sky"}, errors.SeveralErrors, "'sky' is unknown"),
        ({"scale": "micro", "employer_kind": "state"}, errors.Contradiction, "has none"),
    ],
)
def test_facts_that_cannot_be(facts: dict[str, Any], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        frames.contributions(pl.DataFrame({"income": [1]}), month="2026-03", facts=facts)


def test_the_mapper_can_name_and_silence_columns() -> None:
    frame = pl.DataFrame({"gaji": [12_000_000], "kelas": [2], "type": ["permanent"], "periode": ["2026-03"]})
    names = {"wage": "gaji", "risk_group": "kelas", "type": None}
    found = frames.contributions(frame, month="periode", columns=names, prefix="bpjs_")
    assert found["bpjs_total"].to_list() == [1_117_389]
    assert found.columns[:4] == frame.columns


def test_results_may_have_odd_names() -> None:
    native = pytest.importorskip("duckdb").from_arrow(pl.DataFrame(ROW).to_arrow())
    found = frames.contributions(native, month="2026-03", prefix='my "own" ').to_arrow_table()
    plain = frames.contributions(pl.DataFrame(ROW), month="2026-03")
    assert found['my "own" total'].to_pylist() == plain["total"].to_list()


def test_calls_that_share_a_plan_and_calls_that_cannot() -> None:
    frame = pl.DataFrame(ROW)
    once, again = (frames.contributions(frame, month="2026-03") for _ in range(2))
    assert once.equals(again)
    cap = js.LAW.override(js.jp.WAGE_CEILING, since="2026-03", value=1_000_000)
    assert frames.contributions(frame, month="2026-03", law=cap)["jp_worker"].to_list() == [10_000]
    assert frames.contributions(frame, month="2026-03")["jp_worker"].equals(once["jp_worker"])
    text = frame.with_columns(pl.col("risk_group").cast(pl.Int8), month=pl.lit("2026-03"))
    assert frames.contributions(text, month="month")["total"].to_list() == once["total"].to_list()


def missing(native: Any, words: str, **more: Any) -> None:
    with pytest.raises(errors.MissingColumn, match=words):
        frames.contributions(native, month="2026-03", **more)


def test_missing_columns_are_named_with_near_ones() -> None:
    missing(
        pl.DataFrame({"Wages": [1], "risk_group": [1]}), "no column 'wage'.*did you mean 'Wages'.*columns=.*\"wage\""
    )
    missing(pl.DataFrame({"wage": [1], "riskgroup": [1]}), "did you mean 'riskgroup'")
    missing(pl.DataFrame({"wage": [1]}), "no column 'pay'.*it has wage", columns={"wage": "pay"})
    missing(pl.DataFrame({"x": [1]}), "no column 'income'", facts={"type": "self_employed"})
    missing(pl.DataFrame({"income": [1]}), "no column 'wage'", facts={"type": "trainee", "risk_group": 1})
    with pytest.raises(errors.MissingColumn, match="neither a month nor a column"):
        frames.contributions(pl.DataFrame(ROW), month="when")
    with pytest.raises(errors.SeveralErrors, match="'pay'") as caught:
        frames.contributions(pl.DataFrame(ROW), month="when", columns={"wage": "pay", "wag": "x"})
    assert len(caught.value.errors) == 3


def test_wrong_types_are_told_together() -> None:
    frame = pl.DataFrame({"wage": ["4000000"], "risk_group": [True], "born": ["1990-01-01"], "m": [202603]})
    with pytest.raises(errors.SeveralErrors) as caught:
        frames.contributions(frame, month="m")
    assert [type(error) for error in caught.value.errors] == [errors.WrongType] * 4
    assert "column 'wage': wage cannot be read from String; give whole rupiah" in str(caught.value)


def test_a_call_that_cannot_be() -> None:
    frame = pl.DataFrame(ROW)
    with pytest.raises(errors.EmptyFrame):
        frames.contributions(frame.head(0), month="2026-03")
    with pytest.raises(errors.ColumnClash, match=r"already has status, total.*prefix"):
        frames.contributions(frame.with_columns(total=1, status=2), month="2026-03")
    with pytest.raises(errors.BeforeLaw):
        frames.contributions(frame, month="2015-06")
    with pytest.raises(errors.WrongType, match="no law"):
        frames.contributions(frame, month="2026-03", law="LAW")  # type: ignore[arg-type]
    with pytest.raises(errors.Contradiction, match="evidence"):
        frames.contributions(frame, month="2026-03", law=js.LAW.require("B"))
    with pytest.raises(errors.Contradiction, match="given as a column and for all rows"):
        frames.contributions(frame, month="2026-03", columns={"wage": "wage"}, facts={"wage": 1_000_000})
    with pytest.raises(errors.Contradiction, match=r'columns=\{"risk_group": None\} passes over the column'):
        frames.contributions(frame, month="2026-03", facts={"risk_group": 1})
    passed: dict[str, Any] = {"columns": {"risk_group": None}}
    with pytest.raises(errors.MissingColumn, match="'risk_group' is passed over; rows cannot do without"):
        frames.contributions(frame, month="2026-03", **passed)
    assert len(frames.contributions(frame, month="2026-03", facts={"in_jkk": False}, **passed)) == 1
    with pytest.raises(errors.DateForMonth):
        frames.contributions(frame, month=date(2026, 3, 1))  # type: ignore[arg-type]
    odd: list[tuple[dict[str, Any], str]] = [
        ({"columns": "wage"}, "'wage' is no mapping"),
        ({"facts": ["wage"]}, "is no mapping"),
        ({"columns": {"wage": ["wage"]}}, "no column's name"),
        ({"prefix": None}, "None is no text"),
    ]
    for more, words in odd:
        with pytest.raises(errors.WrongType, match=words):
            frames.contributions(frame, month="2026-03", **more)
    with pytest.raises(errors.Contradiction, match="kept for steps"):
        frames.contributions(frame.with_columns(__Jamsostek_pay=1), month="2026-03")
    for native in ({"wage": [1]}, [1, 2], None):
        with pytest.raises(errors.UnsupportedFrame, match="pandas, Polars, PyArrow, DuckDB, Dask and PySpark"):
            frames.contributions(native, month="2026-03")


@pytest.mark.parametrize("name", ["duckdb", "pyspark"])
def test_sql_takes_no_notice_of_case(name: str) -> None:
    native = backends.constructor(name)([{"wage": 12_000_000, "risk_group": 2, "Total": "777", "JP_Employer": "0"}])
    with pytest.raises(errors.ColumnClash, match="already has jp_employer, total"):
        frames.contributions(native, month="2026-03")


@pytest.mark.parametrize("wrong", [False, True])
@pytest.mark.parametrize("typed", [False, True])
def test_pandas_results_have_one_type(wrong: bool, typed: bool) -> None:
    pd = pytest.importorskip("pandas")
    native = pd.DataFrame({"wage": [20_000_000, 5 if wrong else 4_000_000], "risk_group": 1})
    if typed:
        native["type"] = "wage_earner"
    arrow = native.convert_dtypes(dtype_backend="pyarrow")
    for given, number, text in ((native, "Int64", "string"), (arrow, "int64[pyarrow]", "string[pyarrow]")):
        done = frames.contributions(given, month="2025-03", jkp=True)
        types = done.drop(columns=given.columns).dtypes.astype(str)
        assert set(types.drop(["status", "reason"])) == {number}
        assert set(types[["status", "reason"]]) <= {text, "string"}
    same = frames.contributions(native[["risk_group"]], month="2025-03", facts={"wage": 20_000_000})
    assert str(same["total"].dtype) == "Int64"


def test_pay_that_64_bits_cannot_hold() -> None:
    pd = pytest.importorskip("pandas")
    huge = pd.DataFrame({"wage": pd.Series([2**70, 4_000_000, None], dtype=object), "risk_group": 1})
    assert list(frames.contributions(huge, month="2026-03")["reason"].fillna("")) == [
        "wage: AbsurdAmount",
        "",
        "wage: MissingFact",
    ]
    unsigned = pd.DataFrame({"wage": pd.Series([2**64 - 1, 4_000_000], dtype="uint64"), "risk_group": 1})
    assert list(frames.contributions(unsigned, month="2026-03")["reason"].fillna("")) == ["wage: AbsurdAmount", ""]


def test_a_library_that_is_not_supported() -> None:
    pytest.importorskip("duckdb")
    import narwhals.stable.v2 as nw

    class Ibis:
        implementation = nw.Implementation.IBIS

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nw, "from_native", lambda _native: Ibis())
        with pytest.raises(errors.UnsupportedFrame, match=r"(?i)ibis is not supported"):
            frames.contributions(pl.DataFrame(ROW), month="2026-03")


def test_two_columns_of_one_name() -> None:
    pd = pytest.importorskip("pandas")
    twice = pd.DataFrame([[1, 2, 3]], columns=["wage", "wage", "risk_group"])
    with pytest.raises(errors.Contradiction, match="two columns are called wage"):
        frames.contributions(twice, month="2026-03")


def test_rows_keep_their_order_and_their_columns() -> None:
    drawn = rows(9, 50)
    native = backends.constructor("polars")(drawn)
    found = frames.contributions(native, month="month")
    assert found.select(native.columns).equals(native)
    assert not [name for name in found.columns if name.startswith("__")]
    assert problem(drawn[0], found.to_dicts()[0]) is None


def test_lazy_frames_stay_lazy() -> None:
    lazy = pl.LazyFrame(ROW)
    assert isinstance(frames.contributions(lazy, month="2026-03"), pl.LazyFrame)
    for name, kind in (("duckdb", "DuckDBPyRelation"), ("dask", "DataFrame")):
        native = backends.constructor(name)([{"id": 1, "wage": 12_000_000, "risk_group": 2}])
        assert type(frames.contributions(native, month="2026-03")).__name__ == kind
