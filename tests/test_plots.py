"""Pictures: what an account's picture shows, and what happens without matplotlib."""

import builtins
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors, plots

insured = partial(js.claim, programmes=(js.Programme.JKK, js.Programme.JKM))

WORKER = js.WageEarner(wage=4_000_000, risk_group=3)
BILLS = js.bills(dict.fromkeys(js.months("2025-01", "2025-04"), WORKER))


def legend(account: js.Settlement, **facts: Any) -> list[str]:
    (axes,) = plots.account(account, **facts).axes
    found = axes.get_legend()
    assert found is not None
    return [text.get_text() for text in found.get_texts()]


def test_an_account_with_a_late_month_and_an_open_one() -> None:
    account = js.settle(BILLS, [(date(2025, 4, 10), 3 * BILLS[0].total)], on=date(2025, 5, 16))
    assert legend(account, lang="id") == [
        "terlambat dibayar",
        "belum dibayar",
        "JKK kecelakaan kerja",
        "JKM kematian",
        "JHT hari tua",
        "JP pensiun",
        "denda",
    ]
    (axes,) = plots.account(account).axes
    heights = [patch.get_height() for patch in axes.patches]  # type: ignore[attr-defined]
    assert sum(heights) == account.owed + account.fines
    assert axes.yaxis.get_major_formatter()(100_000) == "100,000"
    assert len(axes.patches) == 5 * 4


def test_an_account_in_order_shows_the_programmes_alone() -> None:
    rider = js.SelfEmployed(income=1_000_000)
    assert legend(js.settle(js.bills({"2025-01": rider}), [(date(2025, 1, 5), 16_800)])) == [
        "JKK work accident",
        "JKM death",
    ]


def test_fees_of_migrant_workers() -> None:
    (axes,) = plots.migrant_fees(on=date(2024, 3, 1), beside=date(2022, 3, 1)).axes
    lines: Any = axes.lines
    now, before = ([float(each) for each in line.get_ydata()] for line in lines)
    assert (now[22], now[23], len(now)) == (337_500, 332_500, 36)
    assert before == [332_500] * 24  # longer ones were not read
    (marked,) = axes.collections
    offsets: Any = marked.get_offsets()
    assert [tuple(map(float, each)) for each in offsets] == [(23, 332_500)]
    (axes,) = plots.migrant_fees(on=date(2020, 3, 1), route="placed", upto=24, lang="id").axes
    assert axes.get_xlabel() == "bulan perjanjian kerja"
    assert not axes.collections


def test_a_claim_of_a_migrant_worker_has_its_sums() -> None:
    member = js.Member(js.MigrantWorker(24, route="placed", registered=date(2024, 3, 4), departed=date(2024, 5, 6)))
    family = js.Family(spouse=True, children=False)
    (axes,) = plots.claim(insured(js.Death(on=date(2025, 4, 15), work_related=False), member, family)).axes
    assert [patch.get_height() for patch in axes.patches] == [85_000_000]  # type: ignore[attr-defined]


def test_pensions_pass_from_one_to_the_next() -> None:
    worker = js.WageEarner(wage=8_000_000, risk_group=2, person=js.Person(born=date(1985, 6, 15)))
    history = js.History.unbroken("2022-07", "2024-06", wage=8_000_000)
    member = js.Member(worker, registered=date(2022, 7, 1), history=history)
    siti = js.Spouse(name="Siti", remarried=date(2025, 5, 10))
    family = js.Family(spouse=siti, children=js.Child(name="Ani", born=date(2010, 3, 5), married=False, works=False))
    plan = js.jp.schedule(js.Death(on=date(2024, 7, 2)), member, family, until="2026-12")
    (axes,) = plots.pensions(plan, lang="id").axes
    assert axes.get_legend_handles_labels()[1] == ["pensiun janda atau duda: Siti", "pensiun anak: Ani"]
    assert axes.get_title() == "manfaat pensiun JP"
    assert len(axes.collections) == 2
    nobody = js.jp.schedule(js.Death(on=date(2022, 8, 2)), member, family, until="2026-12")
    with pytest.raises(errors.MissingFact, match="nobody"):
        plots.pensions(nobody)
    with pytest.raises(errors.WrongType, match="no schedule"):
        plots.pensions(member)  # type: ignore[arg-type]


def test_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    account = js.settle(BILLS)
    with pytest.raises(errors.WrongType, match="no account"):
        plots.account(BILLS)  # type: ignore[arg-type]
    with pytest.raises(errors.UnknownLanguage):
        plots.account(account, lang="fr")  # type: ignore[arg-type]
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(errors.MissingExtra, match=r"jamsostek\[plot\]"):
        plots.account(account)


def test_scholarships() -> None:
    from jamsostek import scholarship

    death = js.Death(on=date(2024, 8, 22), work_related=False)
    history = js.History.unbroken("2018-01", "2024-07")
    member = js.Member(WORKER, registered=date(2018, 1, 8), history=history)
    pupil = js.Child(name="Budi", born=date(2016, 12, 1), school=js.School("primary", 2))
    unknown = js.Child(name="Ani", born=date(2010, 1, 1))
    found = scholarship.benefit(death, member, js.Family(children=[pupil]))
    (axes,) = plots.scholarship(found, lang="id").axes
    assert sum(patch.get_height() for patch in axes.patches) == found.total  # type: ignore[attr-defined]
    assert axes.get_xlabel() == "tahun ajaran"
    told = (
        plots.scholarship(scholarship.benefit(death, member, js.Family(children=[unknown, pupil]))).axes[0].get_legend()
    )
    assert told is not None
    assert [text.get_text() for text in told.get_texts()] == ["Budi"]
    with pytest.raises(errors.MissingFact, match="no school year"):
        plots.scholarship(scholarship.benefit(death, member))
    with pytest.raises(errors.WrongType, match="no schedule"):
        plots.scholarship(member)  # type: ignore[arg-type]


ANA = js.WageEarner(wage=4_000_000, risk_group=3, person=js.Person(born=date(1990, 6, 15)))
MEMBER = js.Member(ANA, registered=date(2018, 1, 8), history=js.History.unbroken("2018-01", "2025-05"))
FATAL = js.Death(on=date(2025, 6, 3), work_related=True)


def test_a_claim_adds_up_by_school_year() -> None:
    citra = js.Child(name="Citra", born=date(2016, 3, 2), school=js.School("primary", 3))
    claim = insured(FATAL, MEMBER, js.Family(spouse=True, children=[citra]))
    (axes,) = plots.claim(claim).axes
    heights = [patch.get_height() for patch in axes.patches]  # type: ignore[attr-defined]
    years = len(claim.schedule.by_year)
    assert len(heights) == 4 * years
    assert sum(heights[years - 1 :: years]) == claim.at_most
    found = plots.claim(claim, lang="id").axes[0].get_legend()
    assert found is not None
    assert [text.get_text() for text in found.get_texts()][-1] == "Citra"


def test_a_claim_without_children_is_one_bar() -> None:
    nobody = js.Family(**dict.fromkeys(("spouse", "children", "parents", "grandparents", "grandchildren"), False))
    claim = insured(FATAL, MEMBER, js.Family(spouse=True, children=False))
    (axes,) = plots.claim(claim).axes
    assert sum(patch.get_height() for patch in axes.patches) == claim.lump_sum  # type: ignore[attr-defined]
    with pytest.raises(errors.MissingFact, match=r"family\.siblings"):
        plots.claim(insured(FATAL, MEMBER, nobody))
    with pytest.raises(errors.WrongType, match="no claim"):
        plots.claim(FATAL)  # type: ignore[arg-type]


def test_what_projects_pay_by_their_contract_value() -> None:
    (axes,) = plots.project_tiers(on=date(2024, 3, 1), lang="id").axes
    assert axes.get_title() == "iuran proyek jasa konstruksi dengan SPK tanggal 2024-03-01"
    assert axes.get_legend_handles_labels()[1] == ["JKK kecelakaan kerja", "JKM kematian"]
    assert len(axes.lines) == 4
    assert axes.get_ylim()[1] > 6_840_000 + 710_000
    assert axes.xaxis.get_major_formatter()(10**9) == "1.000.000.000"
    for lang in ("en", "id"):
        figure = plots.project_tiers(on=date(2024, 3, 1), lang=lang)
        figure.savefig(BytesIO())
        title = figure.axes[0].title.get_window_extent()
        assert 0 < title.x0 < title.x1 < figure.bbox.width  # nothing of it is cut off
    (small,) = plots.project_tiers(on=date(2024, 3, 1), upto=500_000_000).axes
    assert len(small.lines) == 1
    with pytest.raises(errors.NotADate):
        plots.project_tiers(on=None)  # type: ignore[arg-type]
