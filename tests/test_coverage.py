"""What is encoded: every table has its rule, times follow from the tables, evidence is the weakest."""

from datetime import date

import attrs

import jamsostek as js
from jamsostek import reliefs, tables

ALL = js.coverage()


def of(rule: str) -> js.Covered:
    (found,) = [each for each in ALL if each.rule_en.startswith(rule)]
    return found


def test_every_table_is_read_by_a_rule_and_every_rule_reads_one() -> None:
    assert {name for each in ALL for name in each.tables} == {table.name for table in tables.ALL}
    assert all(each.tables for each in ALL)
    assert len({(each.programmes, each.rule_en, each.tables) for each in ALL}) == len(ALL)


def test_times() -> None:
    assert [each.months() for each in ALL if "jp.WAGE_CEILING" in each.tables] == ["2015-07 – 2027-02"] * 2
    assert of("relief of the self-employed").months() == "2026-01 – 2027-03"  # the longer of its two windows
    assert of("relief of labour-intensive").until == date(2026, 1, 31)
    assert of("funding of JKP").months() == "2021-02 – …"
    assert of("pension age").clock is js.Clock.BIRTHDAY
    trainees = {each.months() for each in ALL if "trainee" in each.rule_en and each.programmes == (js.Programme.JKM,)}
    assert trainees == {"2015-07 – 2025-02", "2025-02 – …"}


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
        "scalar",
        "reliefs.LABOUR_INTENSIVE_JKK, reliefs.LABOUR_INTENSIVE_WORKERS",
    )
    assert attrs.evolve(ALL[0], columnar=True).shown()[5] == "columnar"
