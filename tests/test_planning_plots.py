"""Pictures of plans and lapses."""

from datetime import date

import pytest

import jamsostek as js
from jamsostek import errors, planning, plots, ucj

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


def test_the_populations_behind_percentages() -> None:
    facts = {"on": date(2025, 6, 30), "source": "press"}
    statements = [
        ucj.Statement("32 %", 178_611, 420_000, about=True, **facts),  # type: ignore[arg-type]
        ucj.Statement("32.44 %", 134_167, **facts),  # type: ignore[arg-type]
        ucj.Statement("33 %", **facts),  # type: ignore[arg-type]
    ]
    (axes,) = plots.populations(ucj.check(statements), lang="id").axes
    assert [patch.get_height() for patch in axes.patches] == [558_159, 413_585]  # type: ignore[attr-defined]
    assert sorted(axes.get_legend_handles_labels()[1]) == ["tersirat dari jumlah dan persentase", "yang disebutkan"]
    assert len(plots.populations(ucj.check(statements[1])).axes[0].collections) == 0
    target = ucj.Statement("31.23 %", 173_753, target_for=2025, **facts)  # type: ignore[arg-type]
    names = [
        each.get_text() for each in plots.populations(ucj.check([statements[1], target])).axes[0].get_xticklabels()
    ]
    assert names == ["2025-06-30\n134,167\n= 32.44 %", "2025-06-30\n173,753\n= 31.23 %\n(target for 2025)"]
    with pytest.raises(errors.MissingFact, match="no statement implies"):
        plots.populations(ucj.check(statements[2]))
    with pytest.raises(errors.WrongType, match="no check"):
        plots.populations(statements)  # type: ignore[arg-type]


def test_payers_month_by_month() -> None:
    found = planning.payers(planning.Group(10, FARMER, name="farmers"), "2026-03", "2026-04")
    (axes,) = plots.payers(found, lang="id").axes
    assert [list(line.get_ydata()) for line in axes.lines] == [  # type: ignore[arg-type]
        [168_000, 168_000],
        [168_000, 84_000],
        [168_000, 84_000],
    ]
    assert axes.get_legend_handles_labels()[1] == ["APBD", "donatur", "peserta sendiri"]
    with pytest.raises(errors.WrongType, match="compares nobody"):
        plots.payers(FARMER)  # type: ignore[arg-type]


def test_expected_benefits_beside_contributions() -> None:
    groups = [planning.Group(1_000, CITY, name="city"), planning.Group(500, FARMER, name="own")]
    rates = {"death": "1.2 %", "work_death": "0.12 %"}
    found = planning.expect(groups, "2026-01", "2026-03", rates)
    (axes,) = plots.expectation(found).axes
    heights = [patch.get_height() for patch in axes.patches]  # type: ignore[attr-defined]
    assert heights == [50_400_000, 25_200_000, 30_000_000, 15_000_000, 21_000_000, 10_500_000]
    assert axes.get_legend_handles_labels()[1] == ["contributions", "death that work did not cause", "death by work"]
    pupil = js.Child(born=date(2016, 3, 2), school=js.School("primary", 3), married=False, works=False)
    family = js.Family(spouse=True, children=[pupil])
    more = planning.expect(groups[0], "2026-01", "2026-01", {"work_death": "1.2 %"}, family=family)
    assert plots.expectation(more, lang="id").axes[0].get_legend_handles_labels()[1][-1] == "beasiswa"
    with pytest.raises(errors.WrongType, match="expects nothing"):
        plots.expectation(FARMER)  # type: ignore[arg-type]
