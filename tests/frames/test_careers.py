"""Careers in columns equal the exact rules person by person: every library, every reading; bad rows; refusals."""

from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import errors, readings
from jamsostek._money import MOST_WAGE

pytest.importorskip("narwhals")

from jamsostek.frames import _careers_on, _people

from . import backends
from .long_rows import LAW, careers, expected, problem
from .rows import Row

frames = js.frames
SPARK = "ignore:PySpark does not yet fully support pandas:FutureWarning"


def check(rows: list[Row], native: Any, until: str, law: js.Law = LAW, fill: Any = None) -> None:
    found = {row["person"]: row for row in backends.plain(frames.careers(native, until=until, law=law, fill=fill))}
    want = expected(rows, until, law, fill)
    assert set(found) == set(want)
    wrong = [told for person, each in want.items() if (told := problem(each, found[person]))]
    assert not wrong, wrong[0]


def years(native: Any) -> list[Row]:
    """The years of people in order."""
    found = backends.plain(frames.career_years(native, until="2026-02", law=LAW))
    whole = [{name: int(value) if isinstance(value, float) else value for name, value in row.items()} for row in found]
    return sorted(whole, key=lambda row: (row["person"], row["year"] or 0))


@cache
def drawn() -> list[Row]:
    """Rows that every library works out."""
    return careers(7, 60, wrong=0.05)


@cache
def years_in_polars() -> list[Row]:
    return years(backends.constructor("polars")(drawn()))


def few_facts(rows: list[Row]) -> list[Row]:
    """Rows of fewer columns, as Spark takes long to plan many."""
    return [{name: row[name] for name in ("person", "month", "paid", "wage", "born")} for row in rows if row["wage"]]


@pytest.mark.parametrize("name", [name for name in backends.NAMES if name != "pyspark"])
def test_every_library_equals_the_exact_rules(name: str) -> None:
    native = backends.constructor(name)(drawn())
    check(drawn(), native, "2026-02")
    assert years(native) == years_in_polars()


def test_years_are_those_of_each_person_alone() -> None:
    rows, polars = careers(23, 10, wrong=0.05), backends.constructor("polars")
    people = [[row for row in rows if row["person"] == person] for person in range(10)]
    assert years(polars(rows)) == [row for each in people if each for row in years(polars(each))]


@settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(
    st.integers(0, 10**9),
    st.sampled_from(["2016-02", "2020-12", "2024-05", "2026-02", "2026-10"]),
    st.sampled_from([None, "unpaid", "not_owed", "paid"]),
    st.floats(0, 0.05),
)
def test_any_careers_in_polars(seed: int, until: str, fill: str | None, wrong: float) -> None:
    rows = careers(seed, 25, wrong=wrong)
    kept = [row for row in rows if row["month"] is not None and row["month"] <= until] or rows
    check(kept, backends.constructor("polars")(kept), until, fill=fill)


ASKED = (
    readings.RETURN_STARTS,
    readings.RETURN_ENDS,
    readings.SAVINGS_ROUNDING,
    readings.CONTRIBUTION_ROUNDING,
    readings.INCOME_BETWEEN_BRACKETS,
    readings.MEAN_OF_INDEXED_WAGES,
    readings.INDEX_OF_WAGES,
    readings.WAGES_OF_PENSION_YEAR,
    readings.PENSION_ROUNDING,
    readings.LAST_MONTH_OF_JP,
    readings.FOREIGNERS_IN_JP,
    readings.BORN_ON_29_FEBRUARY,
    readings.MONTH_OF_CHANGE,
)


@pytest.mark.parametrize(("reading", "option"), [(each, option) for each in ASKED for option in each.names()])
def test_every_reading_that_touches_a_career(reading: js.Reading, option: str) -> None:
    rows = careers(11, 40, wrong=0)
    for until in ("2024-02", "2025-12"):
        kept = [row for row in rows if row["month"] <= until]
        check(kept, backends.constructor("polars")(kept), until, LAW.reading(reading, option))


def test_the_whole_wage_counted() -> None:
    law = LAW.reading(readings.COUNTED_WAGE, "whole")
    native = backends.constructor("polars")(_ana(wage=20_000_000))
    (found,) = backends.plain(frames.careers(native, until="2025-12", law=law))
    history = js.History.unbroken("2025-01", "2025-12", wage=20_000_000)
    assert found["jp_pension"] == js.jp.formula(history, year=2026, law=law).amount
    (capped,) = backends.plain(frames.careers(native, until="2025-12", law=LAW))
    assert capped["jp_pension"] < found["jp_pension"]


def test_small_pieces_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = careers(13, 50)
    native = backends.constructor("polars")(rows)
    whole = frames.careers(native, until="2026-02", law=LAW)
    monkeypatch.setattr(_people, "PIECE", 7)
    assert frames.careers(native, until="2026-02", law=LAW).equals(whole)


def test_a_pension_age_that_was_reached_ends_the_record() -> None:
    born = date(1966, 3, 9)
    rows = [{**row, "born": born} for row in _ana("2023-06", "2026-02")]
    found = backends.plain(frames.careers(backends.constructor("polars")(rows), until="2026-02", law=LAW))
    native = backends.constructor("polars")(_ana("2023-06", "2026-02"))
    assert backends.plain(frames.careers(native, until="2026-02", law=LAW, facts={"born": born})) == found
    assert (found[0]["months"], found[0]["jp_months"]) == (33, 10)
    history = js.History.unbroken("2023-06", "2024-03", wage=5_000_000)
    assert found[0]["jp_pension"] == js.jp.formula(history, year=2024, law=LAW).amount


def _ana(first: str = "2025-01", last: str = "2025-12", wage: int = 5_000_000, person: Any = 1) -> list[Row]:
    return [{"person": person, "month": str(month), "wage": wage, "paid": True} for month in js.months(first, last)]


def test_what_is_wrong_with_a_person() -> None:
    lonely = _ana(person=2)
    rows = [
        *_ana(),
        *lonely[:3],
        *lonely[4:],
        *_ana(person=3)[:5],
        {**_ana(person=3)[5], "wage": 5},
        {**_ana(person=4)[0], "paid": None},
        *_ana(person=5),
        _ana(person=5)[3],
        *(row for at in range(20) for row in _ana(person=6)[:1]),
        *_ana("2024-02", "2024-02", person=7),
        *_ana("2025-02", "2025-02", person=7),
        *_ana("2024-02", "2024-12", person=8),
        *_ana("2025-02", "2025-03", person=8),
        *_ana("2022-12", "2022-12", person=9),
        *_ana("2024-01", "2024-12", person=9),
        {**_ana(person=None)[0]},
    ]
    native = backends.constructor("polars")(rows)
    reasons = {row["person"]: row["reason"] for row in backends.plain(frames.careers(native, until="2025-12", law=LAW))}
    assert reasons == {
        1: None,
        2: "history: MissingFact",
        3: "wage: AbsurdAmount",
        4: "history: MissingFact",
        5: "month: OverlappingMonths",
        6: "month: OverlappingMonths",
        7: "history: MissingFact",
        8: "history: MissingFact",
        9: "history: MissingFact",
        None: "person: MissingFact",
    }
    by_year = backends.plain(frames.career_years(native, until="2025-12", law=LAW))
    told = {(row["person"], row["year"]): row["reason"] for row in by_year if row["status"] == "error"}
    assert told == {
        (3, 2025): "wage: AbsurdAmount",
        (5, 2025): "month: OverlappingMonths",
        (6, 2025): "month: OverlappingMonths",
        (None, 2025): "person: MissingFact",
    }
    filled = backends.plain(frames.careers(native, until="2025-12", law=LAW, fill="paid"))
    assert {row["person"]: row["reason"] for row in filled}[7] == "wage: MissingFact"
    assert {row["person"]: row["reason"] for row in filled}[4] is None
    unpaid = backends.plain(frames.careers(native, until="2025-12", law=LAW, fill="not_owed"))
    assert {row["person"]: row["months"] for row in unpaid}[2] == 11


@pytest.mark.parametrize("name", ["polars", "pandas", "pandas-pyarrow"])
def test_nobody_in_particular(name: str) -> None:
    rows = [*_ana(), {**_ana(person=None)[0]}, {**_ana(person=None)[1]}]
    found = backends.plain(frames.careers(backends.constructor(name)(rows), until="2025-12", law=LAW))
    assert {row["reason"] for row in found} == {None, "person: MissingFact"}
    assert len(found) == 2


def test_days_of_birth_that_differ() -> None:
    rows: list[Row] = [{**row, "born": date(1990, 1, 1)} for row in _ana()]
    rows[5]["born"] = date(1991, 1, 1)
    native = backends.constructor("polars")(rows)
    assert _reason(native) == "born: Contradiction"
    rows[5]["born"] = None
    assert _reason(backends.constructor("polars")(rows)) == "born: MissingFact"
    rows[5]["paid"] = False
    assert _reason(backends.constructor("polars")(rows)) is None


def _reason(native: Any, **more: Any) -> Any:
    (found,) = backends.plain(frames.careers(native, until="2025-12", law=LAW, **more))
    return found["reason"]


def test_years_that_are_not_announced_leave_a_gap_where_they_matter() -> None:
    native = backends.constructor("polars")(_ana("2020-01", "2021-12"))
    (found,) = backends.plain(frames.careers(native, until="2021-12"))
    assert (found["status"], found["reason"]) == ("partial", "jht.CREDITED_RATE: NotAnnounced")
    assert (found["jht_employer"], found["jht_worker"]) == (24 * 185_000, 24 * 100_000)
    assert (found["jht_balance"], found["jht_credited"]) == (None, None)
    assert (
        found["jp_pension"]
        == js.jp.formula(js.History.unbroken("2020-01", "2021-12", wage=5_000_000), year=2022).amount
    )
    rates = js.LAW.override(js.jht.CREDITED_RATE, since="2015-01", value=LAW.table(js.jht.CREDITED_RATE).rows[0].value)
    native = backends.constructor("polars")(_ana("2026-01", "2026-12"))
    (found,) = backends.plain(frames.careers(native, until="2026-12", law=rates))
    assert (found["status"], found["jp_pension"]) == ("partial", None)
    assert found["reason"] == "jp.INFLATION: NotAnnounced"
    assert found["jht_balance"] > found["pay"] * 57 // 1000
    (found,) = backends.plain(frames.careers(native, until="2026-12"))
    assert found["reason"] == "jht.CREDITED_RATE: NotAnnounced"
    (found,) = backends.plain(frames.careers(native, until="2026-12", law=LAW))
    assert (found["status"], found["reason"]) == ("ok", None)


def test_a_column_of_paid_that_is_empty_or_of_another_type() -> None:
    pl = pytest.importorskip("polars")
    native = backends.constructor("polars")(_ana()).with_columns(paid=pl.lit(None))
    assert _reason(native) == "history: MissingFact"
    (found,) = backends.plain(frames.careers(native, until="2025-12", law=LAW, fill="paid"))
    assert found["months"] == 12
    with pytest.raises(errors.WrongType, match="column 'paid': paid cannot be read from Int"):
        frames.careers(native.with_columns(paid=1), until="2025-12")
    (nothing,) = backends.plain(frames.careers(native.drop("paid"), until="2025-12", law=LAW, facts={"paid": False}))
    assert (nothing["months"], nothing["jht_balance"], nothing["jp_pension"]) == (0, 0, 0)


def test_dates_for_months_and_names_of_the_callers_own() -> None:
    pl = pytest.importorskip("polars")
    given = backends.constructor("polars")(_ana(person=17))
    native = given.with_columns((pl.col("month") + "-09").str.to_date())
    native = native.rename({"person": "nik", "month": "bulan", "wage": "gaji", "paid": "lunas"})
    names = {"wage": "gaji", "paid": "lunas"}
    found = frames.careers(native, until="2025-12", person="nik", month="bulan", columns=names, prefix="b_", law=LAW)
    (plain,) = backends.plain(frames.careers(given, until="2025-12", law=LAW))
    renamed = {("nik" if name == "person" else f"b_{name}"): value for name, value in plain.items()}
    assert found.row(0, named=True) == renamed


def test_what_a_call_can_be_wrong_in() -> None:
    native = backends.constructor("polars")([{**row, "gaji": 1} for row in _ana()])
    call: Any = frames.careers
    with pytest.raises(errors.MissingColumn, match=r"person: .*'persn'; did you mean 'person'\? give person= one of"):
        call(native, until="2025-12", person="persn")
    with pytest.raises(errors.MissingColumn, match="month: the frame has no column '2025-01'"):
        call(native, until="2025-12", month="2025-01")
    with pytest.raises(errors.MissingColumn, match=r"'pad' that says which months were paid; did you mean 'paid'"):
        call(native, until="2025-12", columns={"paid": "pad"})
    with pytest.raises(errors.Contradiction, match="given as a column and for all rows"):
        call(native, until="2025-12", facts={"paid": True})
    assert _reason(native, facts={"paid": True}, columns={"paid": None}) is None
    with pytest.raises(errors.WrongType, match="'yes' is neither yes nor no"):
        call(native, until="2025-12", facts={"paid": "yes"}, columns={"paid": None})
    with pytest.raises(errors.UnknownKind, match="'lunas' is unknown"):
        call(native, until="2025-12", fill="lunas")
    with pytest.raises(errors.Contradiction, match="read as something else too"):
        call(native, until="2025-12", person="wage")
    with pytest.raises(errors.NotAMonth):
        call(native, until="2025")
    with pytest.raises(errors.WrongType, match="is no text"):
        call(native, until="2025-12", prefix=1)
    with pytest.raises(errors.EmptyFrame):
        call(native.head(0), until="2025-12")
    with pytest.raises(errors.ColumnClash, match="'Reason' is a column of the results too"):
        call(native.rename({"person": "Reason"}), until="2025-12", person="Reason")
    with pytest.raises(errors.MissingColumn, match="no column 'wage'"):
        call(native.drop("wage"), until="2025-12")
    with pytest.raises(errors.Contradiction, match="requires a grade"):
        call(native, until="2025-12", law=js.LAW.require("B"))


def test_nothing_leaves_64_bits() -> None:
    """The most that a person and year can hold, and a balance far beyond any."""
    native = backends.constructor("polars")(_ana("2015-07", "2026-02", wage=MOST_WAGE))
    rich = LAW.override(js.jht.CREDITED_RATE, since="2015-01", value="99 %")
    (found,) = backends.plain(frames.careers(native, until="2026-02", law=rich))
    history = js.History.unbroken("2015-07", "2026-02", wage=MOST_WAGE)
    member = js.Member(js.WageEarner(MOST_WAGE), history=history)
    assert found["jht_balance"] == js.jht.statement(member, law=rich).balance < 2**63
    assert MOST_WAGE * 12 * 365 < 2**63
    assert sum(16**month for month in range(12)) * 12 < 2**63


def test_a_member_out_of_the_rows() -> None:
    rows = [row for row in careers(17, 30, wrong=0) if row["month"] <= "2025-12"]
    native = backends.constructor("polars")(rows)
    results = {row["person"]: row for row in backends.plain(frames.careers(native, until="2025-12", law=LAW))}
    seen = 0
    for person, found in results.items():
        if found["months"]:
            member = frames.member(native, person, until="2025-12", law=LAW)
            assert js.jht.statement(member, until="2025-12", law=LAW).balance == found["jht_balance"]
            seen += 1
    assert seen > 20


def test_members_that_cannot_be_made() -> None:
    rows: list[Row] = [
        *_ana(),
        *({**row, "paid": False} for row in _ana(person=2)),
        {**_ana(person=3)[0], "wage": 5},
        {**_ana(person=3)[1], "wage": 6},
        *_ana("2026-01", "2026-02", person=4),
        {**_ana(person=5)[0], "paid": None},
        *_ana(person=5)[2:],
    ]
    native = backends.constructor("polars")(rows)
    with pytest.raises(errors.NoSuchRow, match="no row has 9 in 'person'"):
        frames.member(native, 9, until="2025-12")
    with pytest.raises(errors.NoSuchRow, match="4 has no row up to 2025-12"):
        frames.member(native, 4, until="2025-12")
    with pytest.raises(errors.MissingFact, match="no month of 2 was paid"):
        frames.member(native, 2, until="2025-12")
    with pytest.raises(errors.SeveralErrors, match="month 2025-01 wage: Rp5 cannot be") as caught:
        frames.member(native, 3, until="2025-12")
    assert len(caught.value.errors) == 2
    unfilled = frames.member(native, 5, until="2025-12").memberships[0].history
    filled = frames.member(native, 5, until="2025-12", fill="unpaid").memberships[0].history
    paid = frames.member(native, 5, until="2025-12", fill="paid").memberships[0].history
    assert unfilled is not None
    assert filled is not None
    assert paid is not None
    assert (unfilled.count("paid"), filled.count("paid")) == ((10, 12), (10, 10))
    assert (paid["2025-01"].wage, paid["2025-02"].wage) == (5_000_000, None)
    own: Row = {"person": 1, "month": "2025-01", "income": 2_000_000, "paid": True, "in_jht": True}
    member = frames.member(backends.constructor("polars")([own]), 1, until="2025-12")
    assert js.jht.statement(member, law=LAW).paid_in == 40_000


@pytest.mark.filterwarnings(SPARK)
def test_spark_equals_the_rules_without_python_on_rows_or_anything_brought_in(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = few_facts(drawn())
    native: Any = backends.constructor("pyspark")(rows)

    def refuse(*_: Any, **__: Any) -> Any:
        raise AssertionError("collected")

    with monkeypatch.context() as patch:
        for name in ("collect", "toPandas", "toArrow", "count", "first", "head"):
            patch.setattr(type(native), name, refuse)
        many = native.repartition(8)
        reduced = frames.career_years(many, until="2026-02", law=LAW)
        people = frames.careers(many, until="2026-02", law=LAW)
    plan = reduced._jdf.queryExecution().executedPlan().toString()
    assert "Python" not in plan
    assert "Arrow" not in plan
    plan = people._jdf.queryExecution().optimizedPlan().toString()
    assert plan.count("MapInArrow") == 1
    assert "BatchEvalPython" not in plan
    check(rows, many, "2026-02")
    assert years(many) == years(backends.constructor("polars")(rows))


def test_batches_of_a_partition_cut_nobody_in_two() -> None:
    """What Spark runs in its workers, which no test sees."""
    pa = pytest.importorskip("pyarrow")

    def count(table: Any) -> Any:
        return table.group_by("person", use_threads=False).aggregate([("year", "count")])

    people = [1, 1, 1, 2, None, None, 3, 4, 4, 4, 4, 5]
    whole = pa.table({"person": people, "year": range(len(people))})
    for size in range(1, len(people) + 1):
        batches = whole.to_batches(max_chunksize=size)
        found = pa.Table.from_batches(_careers_on.in_batches(batches, "person", count)).to_pylist()
        counted = [(row["person"], row["year_count"]) for row in found]
        assert counted == [(1, 3), (2, 1), (None, 2), (3, 1), (4, 4), (5, 1)]
    assert list(_careers_on.in_batches([], "person", count)) == []


@pytest.mark.parametrize("name", [name for name in backends.NAMES if name not in ("dask", "pyspark")])
def test_a_reform_of_savings_by_groups(name: str) -> None:
    """One gains, one has too late a start to, one is wrong, one has moved; another law of pensions takes from one."""
    rows: list[Row] = [
        *({**row, "scale": "large"} for row in _ana("2024-01", "2025-12")),
        *({**row, "scale": "small"} for row in _ana("2025-12", "2025-12", person=2)),
        *({**row, "scale": "large"} for row in _ana("2025-01", "2025-02", wage=5, person=3)),
        {**_ana("2025-01", "2025-01", person=4)[0], "scale": "large"},
        {**_ana("2025-02", "2025-02", person=4)[0], "scale": "small"},
    ]
    native = backends.constructor(name)(rows)
    richer = LAW.override(js.jht.CREDITED_RATE, since="2025-01", until="2025-12", value="7 %")
    balances = [
        {row["person"]: row["jht_balance"] for row in backends.plain(frames.careers(native, until="2025-12", law=law))}
        for law in (LAW, richer)
    ]
    found = frames.compare_careers(native, until="2025-12", law=LAW, other=richer, by="scale")
    groups = {group.key: group for group in found.groups}
    assert {key: (each.rows, each.rise, each.left_out) for key, each in groups.items()} == {
        ("large",): (2, 1, 1),
        ("small",): (1, 1, 0),
        (None,): (1, 1, 0),
    }
    assert groups["large",].change == balances[1][1] - balances[0][1] > 0
    assert found.change == sum(balances[1][person] - balances[0][person] for person in (1, 2, 4))
    assert (found.what, found.total.rows) == ("jht_balance", 4)
    lower = LAW.override(js.jp.WAGE_CEILING, since="2024-01", value=4_000_000)
    pensions = frames.compare_careers(native, until="2025-12", law=LAW, other=lower, amount="jp_pension")
    assert (pensions.total.fall, pensions.total.rise, pensions.total.left_out) == (2, 0, 1)


def test_a_reform_of_careers_that_is_none() -> None:
    native = backends.constructor("polars")([{**row, "scale": "large"} for row in _ana()])
    call: Any = frames.compare_careers
    with pytest.raises(errors.WrongType, match="is no law"):
        call(native, until="2025-12", other="2026-01")
    with pytest.raises(errors.UnknownChoice, match="'jht_balnce' is unknown; did you mean 'jht_balance'"):
        call(native, until="2025-12", other=LAW, amount="jht_balnce")
    with pytest.raises(errors.Contradiction, match="'person' is the person"):
        call(native, until="2025-12", other=LAW, by="person")
    with pytest.raises(errors.MissingColumn, match="no column 'province'"):
        call(native, until="2025-12", other=LAW, by="province")
    with pytest.raises(errors.UnsupportedFrame, match="careers on Dask are not compared"):
        call(backends.constructor("dask")(_ana()), until="2025-12", other=LAW)
