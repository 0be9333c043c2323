"""Rules as they are called: what they need, facts for all rows, wrong calls, one row explained, reforms, Spark."""

from datetime import date, datetime
from fractions import Fraction
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors

pytest.importorskip("narwhals")
pl = pytest.importorskip("polars")

from . import backends  # noqa: E402
from .dismissed import COUNTS  # noqa: E402
from .event_oracle import FAMILY, explain, problem, run  # noqa: E402
from .event_rows import event_rows  # noqa: E402
from .rows import Row  # noqa: E402

frames = js.frames
DEATHS: list[Row] = [
    {"id": 1, "died": date(2025, 6, 1), "registered": date(2018, 1, 8), "arrears": 0, "province": "Aceh"},
    {"id": 2, "died": date(2025, 6, 1), "registered": date(2018, 1, 8), "arrears": 5, "province": "Aceh"},
    {"id": 3, "died": date(2025, 6, 1), "registered": date(2018, 1, 8), "arrears": None, "province": None},
    {"id": 4, "died": None, "registered": None, "arrears": None, "province": "Bali"},
]
RIDERS: dict[str, Any] = {"type": "self_employed", "work_related": False}
RAISED = js.LAW.override(js.jkm.LUMP_SUM, since="2025-01-01", value=30_000_000)
EAGER = [name for name in backends.NAMES if name != "pyspark"]


@pytest.mark.parametrize("name", EAGER)
def test_tools_on_every_library(name: str) -> None:
    native = backends.constructor(name)(DEATHS)
    done = frames.jkm(native, facts=RIDERS)
    told = [(row["total"], row["payer"], row["verdict"], row["status"], row["reason"]) for row in backends.plain(done)]
    assert told == [
        (42_000_000, "fund", 1, "ok", None),
        (0, None, -1, "ok", "arrears"),
        (None, "fund", 0, "undetermined", "arrears"),
        (None, None, None, "error", "died: MissingFact"),
    ]
    found = backends.plain(frames.problems(done))
    assert {(row["status"], row["reason"], row["rows"]) for row in found} == {
        ("undetermined", "arrears", 1),
        ("error", "died: MissingFact", 1),
    }
    claim = frames.explain(native, {"id": 1}, rule="jkm", facts=RIDERS)
    assert js.claim(claim.event, claim.member, FAMILY, programmes="JKM").lump_sum == 42_000_000
    with pytest.raises(errors.BadRows, match="1 rows are wrong"):
        frames.jkm(native, facts=RIDERS, strict=True)
    impact = frames.compare(native, rule="jkm", other=RAISED, by="province", facts=RIDERS)
    assert [(each.key, each.rows, each.rise, each.fall, each.same, each.left_out) for each in impact.groups] == [
        (("Aceh",), 2, 1, 0, 1, 0),
        (("Bali",), 1, 0, 0, 0, 1),
        ((None,), 1, 0, 0, 0, 1),
    ]
    assert impact.change == 10_000_000
    whole = frames.compare(native, rule="jkm", other=RAISED, facts=RIDERS)
    assert whole.groups == (whole.total,)
    assert (whole.total.rows, whole.total.more, whole.total.less, whole.change) == (4, 10_000_000, 0, 10_000_000)


def test_an_impact_as_text_and_as_values() -> None:
    native = backends.constructor("polars")(DEATHS)
    falls = js.LAW.override(js.jkm.LUMP_SUM, since="2025-01-01", value=1_000_000)
    impact = frames.compare(native, rule="jkm", other=falls, by=["province"], facts=RIDERS)
    assert impact.explain().splitlines() == [
        "province  rows  rise  fall  same  left out      before       after       change",
        "Aceh         2     0     1     1         0  42,000,000  23,000,000  -19,000,000",
        "Bali         1     0     0     0         1           0           0            0",
        "–            1     0     0     0         1           0           0            0",
        "total        4     0     1     1         2  42,000,000  23,000,000  -19,000,000",
    ]
    assert "jumlah" in impact.explain("id")
    with pytest.raises(errors.UnknownLanguage):
        impact.explain("fr")  # type: ignore[arg-type]
    told = impact.to_dict()
    assert told["schema"] == "jamsostek.impact/1"
    assert told["groups"][0] | {"key": ["Aceh"], "less": 19_000_000, "change": -19_000_000} == told["groups"][0]
    assert "<td" in impact._repr_html_()
    days = frames.compare(native, rule="jkm", other=falls, by=("registered", "id"), facts=RIDERS)
    assert days.to_dict()["groups"][0]["key"] == ["2018-01-08", 1]
    assert frames.compare(native, rule="jkm", other=falls, facts=RIDERS).explain().splitlines()[-1].startswith("total")


def test_contributions_by_group() -> None:
    payroll = pl.DataFrame({"wage": [12_000_000, 20_000_000], "risk_group": [2, 1], "city": ["Malang", "Batu"]})
    raised = js.LAW.override(js.jp.WAGE_CEILING, since="2026-03", value=15_000_000)
    impact = frames.compare(payroll, month="2026-03", other=raised, by="city")
    assert (impact.what, [(each.key, each.change) for each in impact.groups]) == (
        "contributions",
        [(("Batu",), 117_411), (("Malang",), 27_411)],
    )
    later = frames.compare(payroll, month="2026-02", other_month="2026-03", by="city")
    assert later.change == sum(each.more for each in later.groups)


def test_the_picture_of_an_impact() -> None:
    pytest.importorskip("matplotlib")
    native = backends.constructor("polars")(DEATHS)
    impact = frames.compare(native, rule="jkm", other=RAISED, by="province", facts=RIDERS)
    axes = js.plots.impact(impact).axes[0]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["Aceh", "Bali", "–"]
    assert js.plots.impact(frames.compare(native, rule="jkm", other=RAISED, facts=RIDERS), lang="id").axes
    with pytest.raises(errors.WrongType, match="is no impact"):
        js.plots.impact("jkm")  # type: ignore[arg-type]


WRONG_CALLS: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"facts": {}}, errors.MissingColumn, "no column 'type'"),
    ({"columns": {"died": "day"}}, errors.MissingColumn, "no column 'day'"),
    ({"columns": {"died": None}}, errors.MissingColumn, "'died' is passed over"),
    ({"facts": {**RIDERS, "wage": 1}}, errors.UnknownFact, "'wage' is unknown"),
    ({"facts": {**RIDERS, "type": "boss"}}, errors.UnknownKind, "'boss'"),
    ({"facts": {**RIDERS, "arrears": 1}}, errors.Contradiction, "given as a column and for all rows"),
    ({"facts": {**RIDERS, "born": "1990"}}, errors.NotADate, "born"),
    ({"facts": {**RIDERS, "citizen": "yes"}}, errors.WrongType, "citizen"),
    ({"prefix": 1}, errors.WrongType, "is no text"),
    ({"law": "LAW"}, errors.WrongType, "is no law"),
    ({"law": js.LAW.require("B")}, errors.Contradiction, "evidence"),
]


@pytest.mark.parametrize(("more", "error", "words"), WRONG_CALLS)
def test_calls_that_cannot_be(more: dict[str, Any], error: type[Exception], words: str) -> None:
    native = backends.constructor("polars")(DEATHS)
    with pytest.raises(error, match=words):
        frames.jkm(native, **{"facts": RIDERS, **more})


def test_more_calls_that_cannot_be() -> None:
    native = backends.constructor("polars")(DEATHS)
    with pytest.raises(errors.EmptyFrame):
        frames.jkm(native.head(0), facts=RIDERS)
    with pytest.raises(errors.ColumnClash, match="already has total"):
        frames.jkm(native.with_columns(total=1), facts=RIDERS)
    assert "x_total" in frames.jkm(native.with_columns(total=1), facts=RIDERS, prefix="x_").columns
    with pytest.raises(errors.WrongType, match="died cannot be read from Int32"):
        frames.jkm(native.with_columns(died=1), facts=RIDERS)
    with pytest.raises(errors.BeforeLaw, match="2015-06-30 lies before 2015-07-01"):
        frames.jkm(native, columns={"died": None}, facts={**RIDERS, "died": date(2015, 6, 30)})
    with pytest.raises(errors.AbsurdAmount, match="beyond sense"):
        frames.payout_tax(pl.DataFrame({"paid_on": [date(2025, 1, 1)]}), facts={"amount": 10**15 + 1})
    with pytest.raises(errors.ZeroAmount):
        frames.jkk_death(native, columns={"arrears": None}, facts={**RIDERS, "type": "wage_earner", "wage": 0})
    with pytest.raises(errors.UnknownChoice, match="jkm, jkk_death"):
        frames.explain(native, 0, rule="jht")
    with pytest.raises(errors.MissingFact, match="neither a month nor a rule"):
        frames.explain(native, 0)  # type: ignore[call-overload]
    with pytest.raises(errors.MissingFact, match="neither a month nor a rule"):
        frames.compare(native, other=RAISED)  # type: ignore[call-overload]
    with pytest.raises(errors.MissingFact, match="both sides are the same"):
        frames.compare(native, rule="jkm")  # type: ignore[call-overload]
    with pytest.raises(errors.MissingFact, match="a rule has no month"):
        frames.compare(native, rule="jkm", other_month="2025-01")  # type: ignore[call-overload]
    with pytest.raises(errors.MissingColumn, match="no column 'city'"):
        frames.compare(native, rule="jkm", other=RAISED, by="city")
    with pytest.raises(errors.WrongType, match="no column's name"):
        frames.compare(native, rule="jkm", other=RAISED, by=[1])  # type: ignore[list-item]
    with pytest.raises(errors.WrongType, match="one row already"):
        frames.explain(DEATHS[0], 0, rule="jkm")


def test_rules_tell_what_they_read() -> None:
    assert tuple(frames.RULES) == (
        "jkm",
        "jkk_death",
        "jkk_total_disability",
        "jkk_incapacity",
        "jkp",
        "payout_tax",
        "construction",
    )
    rule = frames.RULES["jkk_death"]
    assert repr(rule) == "<Rule jkk_death: died, wage or income>"
    assert rule.facts["type"] == "text: wage_earner, self_employed, trainee"
    assert rule.facts["died"].startswith("dates")
    assert rule.function is frames.jkk_death
    assert (rule.label(), rule.label("id")) == (rule.label_en, rule.label_id)
    assert {name: rule.sum_of for name, rule in frames.RULES.items() if rule.sum_of != "total"} == {
        "jkk_incapacity": "incapacity",
        "payout_tax": "tax",
    }


@pytest.mark.parametrize("rule", tuple(frames.RULES))
@pytest.mark.parametrize("name", ["polars", "pandas", "duckdb"])
def test_facts_for_all_rows_equal_columns_of_them(rule: str, name: str) -> None:
    """Facts that are folded away before any row is read: each row by itself, its values as facts."""
    drawn = [row for row in event_rows(rule, 12, 14, wrong=0) if row.get("type") != "pensioner"]
    for row in drawn:
        facts = {key: row[key] for key in frames.RULES[rule].columns if row.get(key) is not None}
        rest = [key for key in row if key not in facts]
        native = backends.constructor(name)([{key: row[key] for key in rest}])
        try:
            (found,) = backends.plain(run(rule, native, facts=facts))
        except errors.BeforeLaw:
            assert any(isinstance(value, date) and value < date(2015, 7, 1) for value in facts.values())
            continue
        assert problem(rule, row, {**row, **found}) is None


@pytest.mark.parametrize("rule", tuple(frames.RULES))
def test_columns_that_are_not_there(rule: str) -> None:
    """Without the columns that a rule can do without it says what it does of rows with gaps in them."""
    found = frames.RULES[rule]
    needed = {"id", "type", "vat", "sum_kind", *(name for each in found.needs for name in each)}
    drawn = [{key: row[key] for key in row if key in needed} for row in event_rows(rule, 13, 60, wrong=0)]
    done = backends.plain(run(rule, backends.constructor("polars")(drawn)))
    absent: Row = dict.fromkeys(("record", "registered", "never_registered", "ended", "employer_kind", "scale"))
    absent |= dict.fromkeys(("claimed", "approved", "new_job", "willing", "born", "citizen", "health_cover"))
    absent |= dict.fromkeys((*COUNTS, "in_jkk", "in_jkm", "in_jht", "in_jp", "in_jkp"))
    for row, result in zip(drawn, done, strict=True):
        assert problem(rule, row | absent if rule == "jkp" else row, result) is None


def test_a_kind_by_the_pay_that_is_there() -> None:
    for pay in ("wage", "income"):
        frame = pl.DataFrame({"accident_on": [date(2025, 6, 1)], pay: [4_000_000], "months": [1]})
        assert frames.jkk_incapacity(frame)["incapacity"].to_list() in ([4_000_000], [None], [3_800_000])
    both = pl.DataFrame({"accident_on": [date(2025, 6, 1)] * 3, "wage": [4_000_000, None, None]}).with_columns(
        income=pl.Series([None, 1_000_000, None], dtype=pl.Int64), never_registered=False
    )
    reasons = frames.jkk_incapacity(both)["reason"].to_list()
    assert reasons == ["months", "registered", "type: MissingFact"]
    row: Row = {"accident_on": date(2025, 6, 1), "wage": None, "income": 1_000_000}
    assert isinstance(frames.explain(row, rule="jkk_incapacity").member.memberships[0].participant, js.SelfEmployed)
    with pytest.raises(errors.MissingFact, match="neither wage nor income"):
        frames.explain({**row, "income": None}, rule="jkk_incapacity")
    with pytest.raises(errors.MissingFact, match="wage"):
        frames.explain({"accident_on": date(2025, 6, 1), "wage": None}, rule="jkk_incapacity")


def test_timestamps_floats_and_gaps_alone() -> None:
    frame = pl.DataFrame(
        {
            "accident_on": [datetime(2025, 6, 1, 7), datetime(2025, 6, 1)],
            "wage": [4_000_000.0, 4_000_000.0],
            "months": [2.0, 1.5],
            "arrears": [None, None],
            "wage_paid": [0.0, 0.5],
            "registered": [date(2018, 1, 8)] * 2,
        }
    )
    done = frames.jkk_incapacity(frame)
    assert done["incapacity"].to_list() == [8_000_000, None]
    assert done["reason"].to_list() == [None, "months: WrongType"]
    odd = pl.DataFrame({"amount": [1.5, None, 80_000_000.0], "paid_on": [date(2025, 3, 10)] * 3})
    assert frames.payout_tax(odd)["reason"].to_list() == ["amount: FloatAmount", "amount: MissingFact", None]
    gaps = pl.DataFrame({"died": [None], "type": ["trainee"]})
    assert frames.jkm(gaps)["reason"].to_list() == ["died: MissingFact"]


FINE = Fraction(1, 10**15 + 37)


@pytest.mark.parametrize(
    ("rule", "law"),
    [
        ("jkk_death", js.LAW.override(js.jkk.DEATH_SHARE, since="2020-01-01", value=Fraction(1, 2) + FINE)),
        ("jkk_incapacity", js.LAW.override(js.jkk.INCAPACITY, since="2020-01-01", value=(js.jkk.Stage(None, FINE),))),
        ("jkp", js.LAW.override(js.jkp.CASH, since="2025-02-07", value=(Fraction(1, 2) + FINE,) * 6)),
        ("payout_tax", js.LAW.override(js.tax.SAVINGS, since="2020-01-01", value=(js.tax.Slice(None, FINE),))),
        ("payout_tax", js.LAW.override(js.tax.NON_RESIDENT, since="2020-01-01", value=FINE)),
    ],
)
def test_a_law_that_would_leave_64_bits_is_refused(rule: str, law: js.Law) -> None:
    native = backends.constructor("polars")(event_rows(rule, 1, 20))
    with pytest.raises(errors.AbsurdAmount, match="leave 64 bits"):
        run(rule, native, law=law)


@pytest.mark.parametrize(
    ("rule", "law"),
    [
        ("jkm", js.LAW.override(js.jkm.WAITING_MONTHS, since="2023-05-10", until="2024-06-11", value=5)),
        ("jkk_death", js.LAW.override(js.jkk.MULTIPLE, since="2024-02-29", value=96)),
        (
            "jkk_incapacity",
            js.LAW.override(
                js.jkk.INCAPACITY,
                since="2024-01-31",
                value=(js.jkk.Stage(3, Fraction(1)), js.jkk.Stage(None, Fraction(2, 3))),
            ),
        ),
        ("jkp", js.LAW.override(js.jkp.CASH, since="2025-07-15", value=(Fraction(1, 3),) * 9)),
        ("jkp", js.LAW.override(js.jkp.CASH, since="2025-07-15", value=(Fraction(1, 3),) * 4)),
        ("jkp", js.LAW.override(js.jkp.BENEFIT_CEILING, since="2025-04-15", value=7_000_000)),
        (
            "payout_tax",
            js.LAW.override(
                js.tax.SAVINGS,
                since="2024-01-01",
                value=(js.tax.Slice(10**8, Fraction(0)), js.tax.Slice(None, Fraction(1, 3))),
            ),
        ),
        ("construction", js.LAW.override(js.construction.VAT, since="2024-06-05", value=Fraction(12, 100))),
    ],
)
def test_what_ifs_equal_the_exact_rules(rule: str, law: js.Law) -> None:
    options = ("accident", "each_month") if rule == "jkk_incapacity" else ("accident",)
    for option in options:
        chosen = law.reading(js.readings.INCAPACITY_ACROSS_VERSIONS, option)
        drawn = event_rows(rule, 21, 500, law=chosen)
        found = backends.plain(run(rule, backends.constructor("polars")(drawn), law=chosen))
        wrong = [told for row, got in zip(drawn, found, strict=True) if (told := problem(rule, row, got, chosen))]
        assert not wrong, wrong[0]


def test_a_dismissal_explained_by_its_counts() -> None:
    """A record is made of the counts that a row tells; where it cannot be, that is told."""
    drawn = [row for row in event_rows("jkp", 5, 500, wrong=0) if row["record"] and row["months_paid"] is not None]
    done = backends.plain(frames.jkp(backends.constructor("polars")(drawn)))
    explained = refused = 0
    for row, result in zip(drawn, done, strict=True):
        try:
            claim = explain(frames.RULES["jkp"], {key: row[key] for key in frames.RULES["jkp"].columns}, js.LAW)
        except errors.Contradiction:
            refused += 1
            continue
        verdict = (
            {"eligible": 1, "undetermined": 0, "not eligible": -1}[claim["JKP"][0].verdict.state]
            if claim["JKP"]
            else -1
        )
        explained += 1
        assert verdict == result["verdict"]
    assert explained > refused
    with pytest.raises(errors.Contradiction, match="make no record together"):
        frames.explain({**drawn[0], "months_paid": 24, "months_in_a_row": 3, "arrears": 0}, rule="jkp")


def test_spark_works_in_partitions_and_in_its_own_expressions() -> None:
    """Many partitions, no function of Python in the plan, and nothing run before it is asked for."""
    make = backends.constructor("pyspark")
    for rule in ("jkm", "construction"):
        drawn = event_rows(rule, 2, 90)
        spread = make(drawn).repartition(12)
        done = run(rule, spread)
        assert done.rdd.getNumPartitions() == 12
        plan = done._jdf.queryExecution().executedPlan().toString()
        assert not [word for word in ("Python", "ArrowEval", "MapInPandas", "UDF") if word in plan]
        found = backends.plain(done)
        wrong = [told for row, got in zip(drawn, found, strict=True) if (told := problem(rule, row, got))]
        assert not wrong, wrong[0]


# Worked by hand from the articles; the exact rules have the same in tests/cases.
DAY = date(2020, 3, 1)
MEMBER: dict[str, Any] = {"type": "wage_earner", "registered": date(2016, 1, 4), "arrears": 0}
WORKED: list[tuple[str, dict[str, Any], str, int]] = [
    # PP 44/2015 art. 34(1)a-c: 16.2 + 4.8 + 3 million, from 2 December 2019 20 + 12 + 10 million.
    ("jkm", {**MEMBER, "died": date(2019, 12, 1), "work_related": False}, "total", 24_000_000),
    ("jkm", {**MEMBER, "died": date(2019, 12, 2), "work_related": False}, "total", 42_000_000),
    # Annex III: 60 % of 80 wages, at least the death sum of JKM; 24 months of 500,000; 10 million for the funeral.
    ("jkk_death", {**MEMBER, "died": DAY, "work_related": True, "wage": 1_000_000}, "total", 70_000_000),
    ("jkk_death", {**MEMBER, "died": DAY, "work_related": True, "wage": 400_000}, "death", 20_000_000),
    # 70 % of 80 wages.
    (
        "jkk_total_disability",
        {**MEMBER, "found_on": DAY, "work_related": True, "wage": 3_000_000},
        "total",
        180_000_000,
    ),
    # Until 1 December 2019 six months whole, six at 75 %, then half; from then on twelve whole.
    (
        "jkk_incapacity",
        {**MEMBER, "accident_on": date(2018, 1, 5), "months": 14, "wage": 1_000_000},
        "incapacity",
        11_500_000,
    ),
    ("jkk_incapacity", {**MEMBER, "accident_on": DAY, "months": 14, "wage": 1_000_000}, "incapacity", 13_000_000),
    # PP 68/2009 art. 5: 5 % of what exceeds 50 million.
    ("payout_tax", {"paid_on": date(2025, 3, 10), "amount": 150_000_000}, "tax", 5_000_000),
    # PP 44/2015 arts 54-55: 100 million at 0.21 %, 400 at 0.17 %, 500 at 0.13 %; 0.03 %, 0.02 %, 0.02 %.
    ("construction", {"value": 10**9, "vat": "excluded", "ordered": date(2024, 3, 1)}, "total", 1_540_000 + 210_000),
]


def rider(registered: date, died: date) -> dict[str, Any]:
    return {"type": "self_employed", "work_related": False, "arrears": 0, "registered": registered, "died": died}


# Three months from the day of registration, where the month has no such day to its last.
WORKED += [
    ("jkm", rider(date(2025, 3, 15), date(2025, 6, 14)), "total", 10_000_000),
    ("jkm", rider(date(2025, 3, 15), date(2025, 6, 15)), "total", 42_000_000),
    ("jkm", rider(date(2025, 11, 30), date(2026, 2, 27)), "total", 10_000_000),
    ("jkm", rider(date(2025, 11, 30), date(2026, 2, 28)), "total", 42_000_000),
    ("jkm", rider(date(2027, 11, 30), date(2028, 2, 28)), "total", 10_000_000),
    ("jkm", rider(date(2027, 11, 30), date(2028, 2, 29)), "total", 42_000_000),
]


@pytest.mark.parametrize(("rule", "row", "name", "amount"), WORKED)
def test_worked_cases(rule: str, row: dict[str, Any], name: str, amount: int) -> None:
    (found,) = run(rule, pl.DataFrame([row])).to_dicts()
    assert found[name] == amount
    assert problem(rule, row, found) is None


PAYMENT: dict[str, Any] = {"paid_on": date(2025, 3, 10), "amount": 80_000_000}
PARTS: list[tuple[dict[str, Any], str | None]] = [
    ({"paid_before": 1}, "first_paid_on: MissingFact"),
    ({"first_paid_on": date(2024, 3, 10)}, "paid_before: MissingFact"),
    ({"first_paid_on": date(2024, 3, 10), "paid_before": 0}, "paid_before: ZeroAmount"),
    ({"first_paid_on": date(2025, 3, 11), "paid_before": 1}, "first_paid_on: Contradiction"),
    ({"first_paid_on": date(2024, 3, 10), "paid_before": 1, "paid_this_year": 1}, "paid_this_year: Contradiction"),
    ({"first_paid_on": date(2022, 3, 10), "paid_before": 1}, "paid_this_year: MissingFact"),
    ({"first_paid_on": date(2024, 3, 10), "paid_before": 50_000_000}, None),
    ({"first_paid_on": date(2025, 3, 1), "paid_before": 50_000_000, "paid_this_year": 0}, None),
    ({"first_paid_on": date(2015, 3, 1), "paid_before": 50_000_000, "resident": False}, None),
]


@pytest.mark.parametrize(("parts", "reason"), PARTS)
def test_sums_paid_in_parts(parts: dict[str, Any], reason: str | None) -> None:
    """What was paid before, with the columns that tell it and no other."""
    row = PAYMENT | parts
    (found,) = frames.payout_tax(pl.DataFrame([row])).to_dicts()
    assert found["reason"] == reason
    assert problem("payout_tax", row, found) is None


def test_a_worker_whom_nobody_enrolled_is_owed_by_his_employer() -> None:
    facts: Row = {"dismissed": date(2025, 3, 1), "wage": 4_000_000, "born": date(1990, 6, 15), "never_registered": True}
    (found,) = frames.jkp(pl.DataFrame([facts])).to_dicts()
    assert (found["total"], found["payer"], found["verdict"]) == (14_400_000, "employer", 1)
    claim = frames.explain(facts, rule="jkp")
    assert [item.amount for item in claim] == [14_400_000]
    counts: Row = {"registered": date(2018, 1, 8), "months_paid": 24, "months_in_a_row": 30, "arrears": 0}
    enrolled = facts | {"never_registered": None, "health_cover": "employer", **counts}
    assert frames.explain(enrolled, rule="jkp").items[0].amount == 2_400_000
    with pytest.raises(errors.Contradiction, match="the row has none"):
        frames.explain(enrolled | dict.fromkeys(("in_jkk", "in_jkm", "in_jht", "in_jp"), False), rule="jkp")
    with pytest.raises(errors.Contradiction, match="nobody enrolled him"):
        frames.explain(facts | {"ended": date(2025, 3, 1)}, rule="jkp")
