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
