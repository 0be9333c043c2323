"""Columns equal the scalar bill: every row, every library, every month, every reading; and they stay within 64 bits."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import readings
from jamsostek._money import MOST_WAGE
from jamsostek.testing import participants

pytest.importorskip("narwhals")

from . import backends
from .oracle import problem
from .rows import BUSY, Row, rows


def check(given: list[Row], native: Any, law: js.Law = js.LAW, month: str = "month", **more: Any) -> None:
    fixed = None if month == "month" else month
    found = backends.plain(js.frames.contributions(native, month=month, law=law, jkp=True, **more))
    assert len(found) == len(given)
    wrong = [told for row, result in zip(given, found, strict=True) if (told := problem(row, result, law, fixed))]
    assert not wrong, wrong[0]


@pytest.mark.parametrize("name", backends.NAMES)
def test_every_library_equals_the_bill(name: str) -> None:
    drawn = rows(1, 150 if name == "pyspark" else 700)
    check(drawn, backends.constructor(name)(drawn))


@pytest.mark.parametrize("name", [name for name in backends.NAMES if name != "pyspark"])
def test_one_month_and_no_type_equals_the_bill(name: str) -> None:
    drawn = [{key: value for key, value in row.items() if key not in ("type", "month")} for row in rows(2, 250)]
    native = backends.constructor(name)(drawn)
    for month in ("2015-07", "2020-12", "2025-06", "2026-04"):
        check(drawn, native, month=month)


@pytest.mark.parametrize("month", [*BUSY, "2015-07", "2016-02", "2021-02", "2023-10", "2025-08", "2026-02", "2027-05"])
def test_every_month_for_all_rows(month: str) -> None:
    drawn = rows(3, 300)
    check(drawn, backends.constructor("polars")(drawn), month=month)


@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(st.integers(0, 10**9), st.floats(0, 0.2))
def test_any_rows_in_polars(seed: int, wrong: float) -> None:
    drawn = rows(seed, 200, wrong=wrong)
    check(drawn, backends.constructor("polars")(drawn))


def test_large_tables_keep_their_order() -> None:
    """Many row groups and threads: a lookup that SQL turns into a join would shuffle the rows."""
    duckdb, pa = pytest.importorskip("duckdb"), pytest.importorskip("pyarrow")
    table = pa.concat_tables([backends.constructor("pyarrow")(rows(9, 500))] * 1_600)
    ids = list(range(len(table)))
    table = table.set_column(0, "id", pa.array(ids)).combine_chunks()
    found = js.frames.contributions(duckdb.from_arrow(table), month="month")
    assert found.to_arrow_table()["id"].to_pylist() == ids


OPTIONS = [(reading.name, option) for reading in readings.ALL for option in reading.names()]


@pytest.mark.parametrize(("reading", "option"), OPTIONS)
def test_every_reading(reading: str, option: str) -> None:
    law = js.LAW.reading(next(each for each in readings.ALL if each.name == reading), option)
    drawn = rows(4, 400, wrong=0.01)
    check(drawn, backends.constructor("polars")(drawn), law)


@settings(max_examples=60, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(st.lists(participants(), min_size=1, max_size=20), st.sampled_from(BUSY))
def test_participants_written_as_rows(people: list[js.Participant], month: str) -> None:
    """The way from participants to rows is this test's own: it would not repeat a slip of ``explain``."""
    native = backends.constructor("polars")([_row_of(at, each) for at, each in enumerate(people)])
    found = backends.plain(js.frames.contributions(native, month=month))
    for each, result in zip(people, found, strict=True):
        bill = js.contributions(each, month=month)
        assert result["total"] == bill.total
        assert (result["employer"], result["worker"]) == (bill.employer, bill.worker)
        assert (result["status"] == "possible") == bool(bill.possible)


def _row_of(at: int, each: js.Participant) -> Row:
    person = each.person or js.Person()
    row: Row = {
        "id": at,
        "type": each.type_name,
        "born": person.born,
        "citizen": person.citizen,
        "six_months": person.six_months,
        "health_cover": person.health_cover,
        "registered": each.registered,
    }
    own = isinstance(each, js.SelfEmployed)
    firm = js.Employer() if isinstance(each, js.SelfEmployed) else each.employer
    paid_up_to = each.paid_up_to if isinstance(each, js.SelfEmployed) else firm.paid_up_to
    row |= {
        "wage": None if isinstance(each, js.SelfEmployed) else each.wage,
        "income": each.income if isinstance(each, js.SelfEmployed) else None,
        "kind": each.kind if isinstance(each, js.SelfEmployed) else None,
        "sector": each.sector if isinstance(each, js.SelfEmployed) else None,
        "paid_by": each.paid_by if isinstance(each, js.SelfEmployed) else None,
        "paid_up_to": None if paid_up_to is None else str(paid_up_to),
        "risk_group": None if own else firm.risk_group,
        "scale": firm.scale,
        "employer_kind": firm.kind,
        "industry": firm.industry,
        "active_workers": firm.active_workers,
    }
    named = each.programmes
    return row | {
        f"in_{word.lower()}": None if named is None else word in named for word in ("JKK", "JKM", "JHT", "JP")
    }


def test_overrides_and_assumptions() -> None:
    drawn = rows(5, 600)
    native = backends.constructor("polars")(drawn)
    ceiling = js.LAW.override(js.jp.WAGE_CEILING, since="2026-07", value=15_000_000)
    check(drawn, native, ceiling)
    check(drawn, native, js.LAW.assume_unchanged(js.jp.WAGE_CEILING))
    until = js.LAW.override(js.jp.WAGE_CEILING, since="2020-01", until="2020-10", value=9_999_999)
    check(drawn, native, until)
    longer = js.LAW.override(js.reliefs.LABOUR_INTENSIVE_JKK, since="2026-02", until="2026-12", value=_half())
    check(drawn, native, longer)
    rates = js.LAW.override(js.jht.WORKER_RATE, since="2025-01-15", value=_half() / 7)
    check(drawn, native, rates)
    check(drawn, native, rates.reading(readings.MONTH_OF_CHANGE, "next_month"))
    ages = js.LAW.override(js.jp.PENSION_AGE, since="2024-02-29", until="2026-02-28", value=57)
    for option in readings.BORN_ON_29_FEBRUARY.names():
        check(drawn, native, ages.reading(readings.BORN_ON_29_FEBRUARY, option))
    duty = js.LAW.override(
        js.participation.DUTY_OF_MICRO, since="2026-01", value=js.participation.DUTY_OF_LARGE.rows[0].value
    )
    check(drawn, native, duty)
    sevenths = js.LAW.override(js.jht.WORKER_RATE, since="2025-01", value=Fraction(1, 7))
    check(drawn, native, sevenths, month="2025-05")
    inside = js.LAW.override(js.jht.WORKER_RATE, since="2025-05-05", until="2025-05-20", value=_half() / 9)
    for option in readings.MONTH_OF_CHANGE.names():
        check(drawn, native, inside.reading(readings.MONTH_OF_CHANGE, option))
    late = js.LAW.override(js.jkm.SELF_EMPLOYED_AMOUNT, since="2026-01", value=7_500)
    check(drawn, native, late)


def test_months_as_dates_equal_texts() -> None:
    pl = pytest.importorskip("polars")
    drawn = [row for row in rows(11, 700) if row["month"] and len(row["month"]) == 7 and row["month"] != "2025-13"]
    native = backends.constructor("polars")(drawn).with_columns((pl.col("month") + "-17").str.to_date())
    check(drawn, native)


def test_shares_too_fine_for_64_bits_are_refused() -> None:
    native = backends.constructor("polars")([{"id": 1, "wage": 4_000_000, "risk_group": 1}])
    wide = js.LAW.override(js.jht.WORKER_RATE, since="2026-01", value=Fraction(10**9, 10**10 + 19))
    with pytest.raises(js.errors.AbsurdAmount, match="leave 64 bits"):
        js.frames.contributions(native, month="2026-03", law=wide)
    fine = js.LAW.override(js.jkp.STATE_RATE, since="2026-01", value=Fraction(1, 3))
    with pytest.raises(js.errors.InvalidTable, match="finer than columns reckon"):
        js.frames.contributions(native, month="2026-03", law=fine, jkp=True)


def test_nothing_leaves_64_bits() -> None:
    """The most that any column can hold, from the bounds of the amounts: far from 2 ** 63 even for a sum of rows."""
    most = [{"id": group, "wage": MOST_WAGE, "risk_group": group} for group in range(1, 6)]
    for month in BUSY:
        found = backends.plain(js.frames.contributions(backends.constructor("polars")(most), month=month, jkp=True))
        check(most, backends.constructor("polars")(most), month=month)
        assert all(0 <= row["total"] < MOST_WAGE // 5 for row in found)
    assert 2**63 // (MOST_WAGE // 5) > 4_000_000_000  # as many rows may be added up


@pytest.mark.parametrize("option", list(readings.JKP_AGE_OF_EARLY_MEMBERS.names()))
@pytest.mark.parametrize("known", [("born",), ("born", "registered"), ("registered",)])
def test_jkp_with_some_of_the_days(known: tuple[str, ...], option: str) -> None:
    law = js.LAW.reading(readings.JKP_AGE_OF_EARLY_MEMBERS, option)
    names = ("id", "wage", "risk_group", "month", "scale", "health_cover", *known)
    drawn = [{name: row[name] for name in names} for row in rows(10, 400, wrong=0) if row["wage"]]
    check(drawn, backends.constructor("polars")(drawn), law)


def test_facts_for_all_rows_equal_columns_of_them() -> None:
    facts = {
        "industry": "footwear",
        "active_workers": 60,
        "paid_up_to": "2025-01",
        "born": date(1964, 2, 29),
        "registered": date(2012, 2, 29),
        "citizen": True,
        "health_cover": "employer",
        "scale": "small",
        "in_jp": True,
    }
    drawn = [{"id": at, "wage": 4_000_000, "risk_group": 1 + at % 5, "month": month} for at, month in enumerate(BUSY)]
    for law in (js.LAW, js.LAW.reading(readings.BORN_ON_29_FEBRUARY, "1_march")):
        found = backends.plain(
            js.frames.contributions(
                backends.constructor("polars")(drawn), month="month", jkp=True, facts=facts, law=law
            )
        )
        wrong = [told for row, got in zip(drawn, found, strict=True) if (told := problem({**row, **facts}, got, law))]
        assert not wrong, wrong[0]


def _half() -> Any:
    return js.reliefs.LABOUR_INTENSIVE_JKK.rows[0].value


_JKN = (js.HealthCover.EMPLOYER, js.HealthCover.OTHER)


def relief(*conditions: Any, programme: js.Programme = js.Programme.JHT) -> js.Relief:
    factors = js.Dated(
        "test.FACTOR",
        "share due",
        "bagian",
        js.units.SHARE,
        js.Clock.CONTRIBUTION_MONTH,
        (js.row("2025-02", _half() / 2, js.Citation(js.instruments.WHAT_IF, "1"), until="2025-12"),),
        js.Horizon.WINDOW,
    )
    condition = js.conditions.All(*conditions)
    return js.Relief(
        "test", "a test", "uji", ((programme, factors),), (("wage_earner", condition), ("trainee", condition))
    )


def test_reliefs_of_the_callers_own() -> None:
    cite = js.Citation(js.instruments.WHAT_IF, "1")
    facts = js.conditions
    mine = js.LAW.add_relief(
        relief(
            facts.Holds(facts.CITIZEN, cite),
            facts.Not(facts.Among(facts.SCALE, (js.Scale.LARGE, js.Scale.MEDIUM), cite)),
            facts.AnyOf(
                facts.AtLeast(facts.BORN, date(1975, 1, 1), cite),
                facts.Not(facts.Among(facts.HEALTH_COVER, _JKN, cite)),
            ),
            facts.ByChoice(
                facts.INDUSTRY,
                (js.Industry.FOOD, js.Industry.TOYS, js.Industry.OTHER),
                facts.Holds(facts.CITIZEN, cite),
                facts.AtLeast(facts.ACTIVE_WORKERS, js.reliefs.LABOUR_INTENSIVE_WORKERS),
            ),
            facts.Among(facts.EMPLOYER_KIND, tuple(js.EmployerKind), cite),
        )
    )
    drawn = rows(6, 900)
    check(drawn, backends.constructor("polars")(drawn), mine)


def test_two_reliefs_on_one_line_are_told_row_by_row() -> None:
    cite = js.Citation(js.instruments.WHAT_IF, "1")
    mine = relief(js.conditions.Holds(js.conditions.CITIZEN, cite), programme=js.Programme.JKK)
    drawn = rows(7, 1_500, wrong=0)
    native = backends.constructor("polars")(drawn)
    law = js.LAW.add_relief(mine)
    check(drawn, native, law)
    found = backends.plain(js.frames.contributions(native, month="month", law=law))
    assert "JKK: ReliefConflict" in {row["reason"] for row in found}


def test_a_sum_over_rows_is_the_sum_of_bills() -> None:
    drawn = rows(8, 400, wrong=0)
    found = backends.plain(js.frames.contributions(backends.constructor("polars")(drawn), month="month"))
    for row in found:
        if row["status"] != "error":
            sides = [row["employer"], row["worker"], row["participant"]]
            lines = [value for name, value in row.items() if name.startswith(("jkk_", "jkm_", "jht_", "jp_"))]
            assert sum(sides) == row["total"] == sum(lines)
