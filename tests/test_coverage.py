"""What is encoded: every table has its rule, times follow from the tables, evidence is the weakest."""

from datetime import date
from typing import Any

import pytest

import jamsostek as js
from jamsostek import _plans, heirs, reliefs, scholarship, tables
from jamsostek.jkk import benefit_law as jkk_benefits
from jamsostek.jkk import claim_law, disability_law
from jamsostek.jkm import benefit_law as jkm_benefits
from jamsostek.payment import law_of_arrears

ALL = js.coverage()


def of(rule: str) -> js.Covered:
    (found,) = [each for each in ALL if each.rule_en.startswith(rule)]
    return found


def test_every_table_is_read_by_a_rule_and_every_rule_reads_one() -> None:
    assert {name for each in ALL for name in each.tables} == {table.name for table in tables.ALL}
    assert all(each.tables for each in ALL)
    assert len({(each.programmes, each.rule_en, each.tables) for each in ALL}) == len(ALL)


def test_every_rule_names_its_programmes() -> None:
    assert all(each.programmes for each in ALL)
    assert of("due date of JP").programmes == ("JP",)
    assert of("late fine of employers on JHT").programmes == ("JHT",)
    assert of("kinds of pay").programmes == ("JKK", "JKM", "JHT", "JP")
    assert of("business types").programmes == ("JKK",)
    assert of("arrears of employers and JKM").programmes == ("JKM",)
    assert of("order of heirs, JHT").programmes == ("JHT",)
    assert of("a will counts").programmes == ("JKK", "JKM")
    assert of("age at which the scholarship ends").programmes == ("JKK", "JKM")
    assert of("least years of contributions for the scholarship").programmes == ("JKM",)
    assert of("scholarship after any other death").programmes == ("JKM",)


def test_benefits_are_listed() -> None:
    claims = (jkk_benefits, disability_law, claim_law, jkm_benefits, scholarship)
    names = {table.name for module in claims for table in module.TABLES}
    names |= {table.name for table in (*heirs.TABLES, *law_of_arrears.TABLES)}
    listed = [each for each in ALL if names & {*each.tables}]
    assert {name for each in listed for name in each.tables} == names
    assert not any(each.columnar for each in listed if each.tables[0].startswith(("scholarship", "heirs")))


def test_times() -> None:
    assert [each.months() for each in ALL if "jp.WAGE_CEILING" in each.tables] == ["2015-07 – 2027-02"] * 2
    assert of("relief of the self-employed").months() == "2026-01 – 2027-03"  # the longer of its two windows
    assert of("relief of labour-intensive").until == date(2026, 1, 31)
    assert of("funding of JKP").months() == "2021-02 – …"
    assert of("pension age").clock is js.Clock.BIRTHDAY
    trainees = {each.months() for each in ALL if "trainee" in each.rule_en and each.programmes == (js.Programme.JKM,)}
    assert trainees == {"2015-07 – 2025-01", "2025-02 – …"}  # from 24 February 2025: the month goes by its last day


def test_evidence_and_programmes() -> None:
    assert of("business types").grade is js.Grade.C
    assert of("programmes of medium").programmes == ("JKK", "JKM", "JHT", "JP")
    assert of("programmes of own-account").programmes == ("JKK", "JKM", "JHT")
    assert of("COVID-19").programmes == ("JKK", "JKM")
    assert of("COVID-19").grade is js.Grade.C
    jkk = [each.grade for each in ALL if "jkk.RATES" in each.tables]
    assert jkk == ["A", "C"]  # of trainees by one secondary source


def test_what_a_condition_compares_with_is_read() -> None:
    assert set(of("relief of labour-intensive").tables) == {
        "reliefs.LABOUR_INTENSIVE_JKK",
        "reliefs.LABOUR_INTENSIVE_WORKERS",
    }
    assert set(of("who takes part in JKP").tables) == {
        "participation.JKP_IN_FORCE",
        "jkp.AGE_LIMIT",
        "jkp.HEALTH_COVER",
    }
    assert {relief.label_en for relief in reliefs.ALL} <= {each.rule_en for each in ALL}


def test_a_row() -> None:
    shown = of("relief of labour-intensive").shown("id")
    assert shown == (
        "JKK",
        "penyesuaian iuran industri padat karya (PP 7/2025, PP 36/2025)",
        "2025-02 – 2026-01",
        "contribution month",
        "A",
        "satu per satu, per kolom",
        "reliefs.LABOUR_INTENSIVE_JKK, reliefs.LABOUR_INTENSIVE_WORKERS",
    )
    assert of("kinds of pay").shown()[5] == "one by one"


def test_what_is_told_to_run_in_columns_is_what_columns_look_up(monkeypatch: pytest.MonkeyPatch) -> None:
    pl = pytest.importorskip("polars")
    pytest.importorskip("narwhals")
    from frames.event_rows import event_rows

    looked_up: set[str] = set()
    table = js.Law.table

    def spy(law: js.Law, wanted: js.Dated[Any]) -> js.Dated[Any]:
        looked_up.add(wanted.name)
        return table(law, wanted)

    monkeypatch.setattr(js.Law, "table", spy)
    rows = [
        {
            "type": "wage_earner",
            "scale": scale,
            "employer_kind": kind,
            "risk_group": 1,
            "wage": 4_000_000,
            "income": None,
        }
        for kind, scale in [("company", each) for each in js.Scale] + [("private_person", None), ("state", None)]
    ]
    rows += [{"type": "self_employed", "income": 0, "kind": kind} for kind in js.SelfEmployedKind]
    rows += [{"type": "trainee", "wage": 4_000_000, "risk_group": 1}]
    facts = {"registered": date(2020, 9, 1), "born": date(1990, 1, 1), "in_jht": True}
    every = pl.DataFrame([{**row, **facts, "month": month} for row in rows for month in ("2016-01", "2025-03")])
    js.frames.contributions(every, month="month", jkp=True)
    for name, rule in js.frames.RULES.items():
        rule.function(pl.DataFrame(event_rows(name, 1, 30), infer_schema_length=None))
    columnar = {name for each in ALL if each.columnar for name in each.tables}
    others = {name for each in ALL if not each.columnar for name in each.tables}
    named = {plan.because.name for plan in _plans.TRAINEE_BY_BRACKET if plan.because}  # cited, not looked up
    assert columnar - looked_up <= named
    assert looked_up & others == set()
