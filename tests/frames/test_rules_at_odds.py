"""Facts of a row that cannot be true together, facts that do not matter, and gaps: one answer however they are told."""

from datetime import date
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors, readings

pytest.importorskip("narwhals")
pl = pytest.importorskip("polars")

from .rows import Row  # noqa: E402

frames = js.frames
WORKER: Row = {"born": date(1990, 6, 15), "health_cover": "employer", "wage": 4_000_000}
LOST: Row = {**WORKER, "registered": date(2018, 3, 1), "dismissed": date(2025, 6, 2)}
EARLY: Row = {**WORKER, "registered": date(2018, 3, 1), "dismissed": date(2021, 4, 20)}
NEW: Row = {**WORKER, "registered": date(2025, 3, 1), "dismissed": date(2025, 6, 2)}
PAID, RUN, BEHIND = "months_paid", "months_in_a_row", "arrears"


def one(rule: str, row: Row, law: js.Law = js.LAW) -> dict[str, Any]:
    found: dict[str, Any] = frames.RULES[rule].function(pl.DataFrame([row]), law=law).to_dicts()[0]
    return found


COUNTED: list[tuple[Row, dict[str, int], str | None]] = [
    # JKP began in February 2021: of the 24 months before a dismissal in April two are months of JKP.
    (EARLY, {PAID: 3}, PAID),
    (EARLY, {PAID: 2}, None),
    (EARLY, {RUN: 3}, RUN),
    (EARLY, {RUN: 2}, None),
    # March to May 2025; that of March was paid, or there would be no number.
    (NEW, {PAID: 24}, PAID),
    (NEW, {PAID: 4}, PAID),
    (NEW, {PAID: 3}, None),
    (NEW, {RUN: 4}, RUN),
    (NEW, {BEHIND: 2}, BEHIND),
    (NEW, {BEHIND: 1}, None),
    # Of 24 months at most 24; none of them both paid and in arrears.
    (LOST, {PAID: 25}, PAID),
    (LOST, {PAID: 999}, PAID),
    (LOST, {PAID: 24, BEHIND: 24}, PAID),
    (LOST, {PAID: 22, BEHIND: 3}, PAID),
    (LOST, {PAID: 21, BEHIND: 3}, None),
    (LOST, {PAID: 0, BEHIND: 80}, None),
    # Twenty in a row up to the last month due are twenty of the 24, unless they ended long before.
    (LOST, {PAID: 12, RUN: 20, BEHIND: 0}, PAID),
    (LOST, {PAID: 20, RUN: 20, BEHIND: 0}, None),
    (LOST, {PAID: 12, RUN: 20}, None),
    (LOST, {PAID: 12, RUN: 20, BEHIND: 11}, None),
    (LOST, {PAID: 12, RUN: 45}, PAID),
]


@pytest.mark.parametrize(("row", "counts", "wrong"), COUNTED)
def test_counts_that_no_record_comes_to(row: Row, counts: dict[str, int], wrong: str | None) -> None:
    """PP 37/2021 art. 19(3): months paid among the 24 before the dismissal, and six in a row."""
    row = row | counts
    found = one("jkp", row)
    if wrong is None:
        assert found["status"] != "error"
        frames.explain(row, rule="jkp")
        return
    assert (found["verdict"], found["total"], found["reason"]) == (None, None, f"{wrong}: Contradiction")
    with pytest.raises(errors.JamsostekError) as caught:
        frames.explain(row, rule="jkp")
    assert wrong in [fault.where for fault in errors.each_of(caught.value)]


def test_counts_as_the_law_is_read() -> None:
    late = js.LAW.reading(readings.JKP_LATE_MONTHS, "paid_at_all")
    assert one("jkp", LOST | {PAID: 24, BEHIND: 24}, late)["status"] == "ok"
    assert frames.explain(LOST | {PAID: 24, BEHIND: 24}, rule="jkp", law=late).event.on == LOST["dismissed"]
    longest = js.LAW.reading(readings.ARREARS_IN_A_ROW, "longest")
    assert one("jkp", LOST | {PAID: 12, RUN: 20, BEHIND: 0}, longest)["status"] == "ok"
    for option, reason in (("up_to_the_dismissal", f"{PAID}: Contradiction"), ("any_six", None)):
        law = js.LAW.reading(readings.JKP_SIX_IN_A_ROW, option)
        assert one("jkp", LOST | {PAID: 12, RUN: 20}, law)["reason"] == reason
    last = js.LAW.reading(readings.JKP_MONTHS_LOOKED_AT, "with_that_month")
    assert one("jkp", NEW | {PAID: 4}, last)["status"] != "error"


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"dismissed": date(2020, 6, 2)}, "not_in_force"),
        ({"employer_kind": "state"}, "no_company"),
        ({"ended": date(2025, 6, 1)}, "ended"),
    ],
)
def test_counts_that_are_not_asked(more: Row, reason: str) -> None:
    row = LOST | {PAID: 999, RUN: 999, BEHIND: 0} | more
    assert (one("jkp", row)["verdict"], one("jkp", row)["reason"]) == (-1, reason)
    assert frames.explain(row, rule="jkp").verdicts[js.Programme.JKP].state == "not eligible"


OWN: Row = {"type": "self_employed", "registered": date(2018, 1, 8), "income": 1_000_000, "work_related": True}
DAYS: dict[str, Row] = {
    "jkm": {"died": date(2024, 3, 1), "work_related": False},
    "jkk_death": {"died": date(2024, 3, 1)},
    "jkk_total_disability": {"found_on": date(2024, 3, 1)},
    "jkk_incapacity": {"accident_on": date(2024, 3, 1), "months": 2},
}


@pytest.mark.parametrize("rule", DAYS)
@pytest.mark.parametrize(
    ("arrears", "reason"), [(0, None), (1, "arrears_first"), (3, "arrears_first"), (4, "arrears"), (None, "arrears")]
)
def test_what_waits_until_the_arrears_are_paid(rule: str, arrears: int | None, reason: str | None) -> None:
    """PP 44/2015 arts 39(1) and 42(1): of the self-employed with one to three months in arrears."""
    row = {name: value for name, value in OWN.items() if name in frames.RULES[rule].columns} | DAYS[rule]
    row["arrears"] = arrears
    found = one(rule, row)
    assert found["reason"] == reason
    waits = [item for item in frames.explain(row, rule=rule) if not item.now]
    assert bool(waits) is (reason == "arrears_first")
    if waits:
        assert (found["verdict"], found["status"], found["payer"]) == (1, "ok", "fund")
        assert all("once the arrears are paid" in [term.text() for term in item.terms] for item in waits)


def test_nothing_waits_where_nothing_is_owed() -> None:
    row = OWN | DAYS["jkk_incapacity"] | {"months": 0, "arrears": 2}
    del row["work_related"]
    assert (one("jkk_incapacity", row)["incapacity"], one("jkk_incapacity", row)["reason"]) == (0, None)
    # In the first months the funeral cost alone is owed, and it does not wait.
    young = {"type": "self_employed", **DAYS["jkm"], "died": date(2025, 7, 20), "registered": date(2025, 5, 1)}
    young["arrears"] = 1
    assert (one("jkm", young)["total"], one("jkm", young)["reason"]) == (10_000_000, "waiting_months")
    # Employers answer for their arrears otherwise.
    hired = {"type": "wage_earner", **DAYS["jkm"], "registered": date(2018, 1, 8), "arrears": 2}
    assert one("jkm", hired)["reason"] is None


HURT: Row = {"accident_on": date(2024, 3, 1), "wage": 4_000_000, "registered": date(2018, 1, 8), "arrears": 0}


def test_days_of_a_begun_month_that_are_not_told() -> None:
    """No column, a column of gaps, a gap among numbers, a row without: none, as ``Incapacity(months=2)`` has none."""
    row = HURT | {"months": 2}
    frame = pl.DataFrame([row])
    gaps = [frame, frame.with_columns(days=None), frame.with_columns(days=pl.lit(None, pl.Int64))]
    gaps.append(pl.concat([gaps[-1], frame.with_columns(days=pl.lit(5, pl.Int64))]))
    for each in gaps:
        assert frames.jkk_incapacity(each).row(0, named=True)["incapacity"] == 8_000_000
    assert frames.jkk_incapacity(gaps[-1])["status"].to_list() == ["ok", "ok"]
    for told in (row, row | {"days": None}):
        assert [item.amount for item in frames.explain(told, rule="jkk_incapacity")] == [8_000_000]


@pytest.mark.parametrize(("rule", "event"), [("jkk_death", "died"), ("jkk_total_disability", "found_on")])
def test_an_accident_that_work_did_not_cause(rule: str, event: str) -> None:
    """Its day is left aside; in the wrong order it is a fault all the same."""
    row = HURT | {event: date(2024, 3, 9), "work_related": False}
    found = one(rule, row)
    assert (found["verdict"], found["total"], found["status"], found["reason"]) == (-1, 0, "ok", "work_related")
    claim = frames.explain(row, rule=rule)
    assert (claim.verdicts[js.Programme.JKK].state, claim.event.accident_on) == ("not eligible", None)
    assert one(rule, row | {"registered": date(2024, 3, 5)})["reason"] == "work_related"
    late = row | {"accident_on": date(2024, 3, 10)}
    assert one(rule, late)["reason"] == "accident_on: Contradiction"
    with pytest.raises(errors.Contradiction, match="lies after the event"):
        frames.explain(late, rule=rule)


@pytest.mark.parametrize("dtype", ["Int64", "UInt64", "Int128", "Float64"])
def test_the_largest_sum(dtype: str) -> None:
    """A contract may come to Rp1,000,000,000,000,000, as for the exact rules, and to nothing more."""
    value = pl.Series([10**15, 10**15 + 1, 10**16], dtype=getattr(pl, dtype))
    projects = pl.DataFrame({"value": value, "ordered": [date(2024, 3, 1)] * 3})
    done = frames.construction(projects, facts={"vat": "excluded"})
    bill = frames.explain(projects, 0, rule="construction", facts={"vat": "excluded"})
    assert done["total"].to_list() == [bill.total, None, None]
    assert done["reason"][1].startswith("value: ")
    for row in (1, 2):
        with pytest.raises(errors.JamsostekError):
            frames.explain(projects, row, rule="construction", facts={"vat": "excluded"})
    pd = pytest.importorskip("pandas")
    found = frames.construction(
        pd.DataFrame({"value": [10**15, 10**20], "ordered": [date(2024, 3, 1)] * 2, "vat": "excluded"})
    )
    assert found["status"].tolist() == ["ok", "error"]
