"""Pictures of plans and lapses."""

import pytest

import jamsostek as js
from jamsostek import errors, planning, plots

CITY = js.SelfEmployed(income=1_000_000, sector="other", paid_by="regional_budget")
FARMER = js.SelfEmployed(income=1_000_000, sector="other")


def test_a_plan_month_by_month() -> None:
    plan = planning.cost(
        [planning.Group(100, CITY, name="city"), planning.Group(10, FARMER, name="own")], "2026-01", "2026-12"
    )
    (axes,) = plots.plan(plan, lang="id").axes
    assert sum(patch.get_height() for patch in axes.patches) == plan.total  # type: ignore[attr-defined]
    assert len(axes.patches) == 24
    assert axes.get_title() == "biaya rencana, rupiah per bulan"
    assert axes.get_legend_handles_labels()[1] == ["city", "own"]
    with pytest.raises(errors.WrongType, match="no plan"):
        plots.plan(FARMER)  # type: ignore[arg-type]


def test_a_lapse_month_by_month() -> None:
    found = planning.lapse(CITY, "2025-12", "2026-06", "2026-11", "2027-03")
    (axes,) = plots.lapse(found).axes
    assert sum(patch.get_height() for patch in axes.patches) == sum(  # type: ignore[attr-defined]
        each.lapsed.jkm for each in found.months
    )
    assert axes.get_title() == "JKM for a death in each month, contributions unpaid for 5 months"
    assert sorted(axes.get_legend_handles_labels()[1]) == ["at once", "once the arrears are paid", "without the lapse"]
    with pytest.raises(errors.WrongType, match="no lapse"):
        plots.lapse(FARMER)  # type: ignore[arg-type]
