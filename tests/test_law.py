"""Dated tables, clocks and the law that holds them."""

import pickle
from datetime import date, datetime
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

import jamsostek as js
from jamsostek import errors, instruments, jkk, jkm, jkp, jp, readings, reliefs, tables
from jamsostek._dated import row
from jamsostek.units import BRACKETS, MONEY, SHARE, SHARES, WORDS, Bracket

CITE = instruments.PP_44_2015.at("1")
BILL = js.Clock.CONTRIBUTION_MONTH


def table(*rows: js.Row[int], horizon: js.Horizon = js.Horizon.OPEN) -> js.Dated[int]:
    return js.Dated("test.TABLE", "test", "uji", MONEY, BILL, rows, horizon)


def at(day: date) -> js.Moment:
    return js.Moment(BILL, day)


@pytest.mark.parametrize("each", tables.ALL, ids=lambda each: each.name)
def test_every_table_is_sound(each: js.Dated[Any]) -> None:
    # Building it checked order, citations and kinds; here: labels, names, windows, continuity, cited instruments.
    assert each.label_en
    assert each.label_id
    module, name = each.name.split(".")
    assert getattr(getattr(js, module), name) is each
    for (_, until, _), (since, _, _) in zip(list(each.spans()), list(each.spans())[1:], strict=False):
        assert until is not None
        assert (since - until).days == 1 or each.horizon is js.Horizon.WINDOW
    for found in each.rows:
        assert each.unit.show(found.value, "en")
        assert each.unit.show(found.value, "id")
        for cite in found.cites:
            assert cite.instrument in instruments.ALL
            assert cite.grade in {js.Grade.A, js.Grade.B} or cite.source or js.Flag.READING in cite.flags
    if each.horizon is js.Horizon.OPEN:
        assert each.rows[-1].until is None
    else:
        assert each.rows[-1].until is not None


@pytest.mark.parametrize("each", tables.ALL, ids=lambda each: each.name)
def test_every_boundary_day_before_of_and_after(each: js.Dated[Any]) -> None:
    for since, until, found in each.spans():
        assert each.find(js.Moment(each.clock, since)) is found
        earlier = each.find(js.Moment(each.clock, date.fromordinal(since.toordinal() - 1)))
        assert earlier is not found
        if until is not None:
            assert each.find(js.Moment(each.clock, until)) is found
            assert each.find(js.Moment(each.clock, date.fromordinal(until.toordinal() + 1))) is not found


def test_rows_by_month_and_by_day() -> None:
    assert row("2024-02", 1, CITE, until="2024-02") == js.Row(date(2024, 2, 1), 1, (CITE,), date(2024, 2, 29))
    assert row("2025-02-07", 1, CITE, until="2025-02-08").until == date(2025, 2, 8)


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ((), "empty"),
        ((row("2020-01", 1),), "no citation"),
        ((row("2020-01", 0, CITE),), "no rupiah"),
        ((row("2020-01", 1.5, CITE),), "no rupiah"),
        ((row("2020-01", 1, CITE, until="2019-12"),), "before it starts"),
        ((row("2020-01", 1, CITE), row("2020-01", 2, CITE)), "does not follow"),
        ((row("2020-01", 1, CITE, until="2020-03"), row("2020-03", 2, CITE)), "does not follow"),
    ],
)
def test_unsound_tables_are_refused(rows: tuple[js.Row[Any], ...], what: str) -> None:
    with pytest.raises(errors.InvalidTable, match=what):
        table(*rows)


def test_units_check_their_values() -> None:
    assert not SHARE.check(0.5)
    assert not SHARE.check(Fraction(3, 2))
    assert not SHARES.check(())
    assert not WORDS.check(("word",))
    good = (Bracket(0, 9, 5), Bracket(10, None, 15))
    assert BRACKETS.check(good)
    for bad in ((), (1,), good[1:], good[:1], (good[1], good[0]), (Bracket(0, 12, 5), good[1])):
        assert not BRACKETS.check(bad)


def test_a_table_refuses_the_wrong_clock() -> None:
    with pytest.raises(errors.WrongClock, match="date of death"):
        js.LAW.row(jkm.RATE, js.Moment(js.Clock.DEATH, date(2020, 1, 1)))


def test_lookups_outside_raise() -> None:
    with pytest.raises(errors.BeforeLaw, match="2015-07-01"):
        js.LAW.row(jkm.RATE, at(date(2015, 6, 30)))
    with pytest.raises(errors.NotAnnounced, match="2027-02-28"):
        js.LAW.row(jp.WAGE_CEILING, at(date(2027, 3, 1)))
    with pytest.raises(errors.NotAnnounced):
        js.LAW.row(reliefs.COVID_JKK, at(date(2021, 2, 1)))


def test_a_table_that_a_regulation_replaced_that_was_not_read() -> None:
    last = row("2024-01", 5, CITE, until="2024-12")
    known = table(last, horizon=js.Horizon.REPLACED)
    later = at(date(2025, 1, 1))
    with pytest.raises(errors.LawChanged, match="the law changed after 2024-12-31, and what governs 2025-01-01"):
        js.LAW.row(known, later)
    named = evolve(known, successor=instruments.PP_82_2019)
    with pytest.raises(errors.LawChanged, match=r"2024-12-31 \(PP 82/2019\), and what"):
        js.LAW.row(named, later)
    assert js.LAW.assume_unchanged(known, named).row(named, later) is last


def test_assume_unchanged() -> None:
    law = js.LAW.assume_unchanged(jp.WAGE_CEILING)
    assert law.row(jp.WAGE_CEILING, at(date(2030, 1, 1))).value == 11_086_300
    with pytest.raises(errors.NotAnnounced):
        law.row(reliefs.COVID_JKK, at(date(2021, 2, 1)))
    bill = js.contributions(js.WageEarner(wage=20_000_000, risk_group=1), month="2027-03", law=law)
    texts = [mark.text() for mark in bill.marks]
    assert texts == ["law as checked to 2026-11-20", "last known value, assumed unchanged"]


def test_marks_begin_after_the_month_that_was_checked() -> None:
    worker = js.WageEarner(wage=20_000_000, risk_group=1)
    assert js.contributions(worker, month="2026-11").marks == ()
    marks = js.contributions(worker, month="2026-12").marks
    assert [mark.text("id") for mark in marks] == ["hukum diperiksa sampai 2026-11-20"]


def test_override_from_a_month_on() -> None:
    law = js.LAW.override(jp.WAGE_CEILING, since="2026-03", value=15_000_000)
    assert law.row(jp.WAGE_CEILING, at(date(2026, 2, 28))).value == 10_547_400
    assert law.row(jp.WAGE_CEILING, at(date(2031, 1, 1))).value == 15_000_000
    assert law.row(jp.WAGE_CEILING, at(date(2031, 1, 1))).cites[0].grade is js.Grade.GIVEN
    assert js.LAW.row(jp.WAGE_CEILING, at(date(2026, 3, 1))).value == 11_086_300
    assert law.overrides[0].value == 15_000_000
    assert law != js.LAW


def test_override_for_a_while() -> None:
    law = js.LAW.override(jp.WAGE_CEILING, since="2026-05", until="2026-06", value=15_000_000)
    values = [law.row(jp.WAGE_CEILING, js.LAW.moment(month)).value for month in js.months("2026-04", "2026-07")]
    assert values == [11_086_300, 15_000_000, 15_000_000, 11_086_300]
    with pytest.raises(errors.NotAnnounced):
        law.row(jp.WAGE_CEILING, at(date(2027, 3, 1)))


def test_overrides_stack_and_reach_back() -> None:
    law = js.LAW.override(jp.WAGE_CEILING, since="2016-01", value=9_000_000)
    law = law.override(jp.WAGE_CEILING, since=js.Month("2020-01"), value=10_000_000)
    law = law.override(jkm.RATE, since=date(2020, 1, 1), value=Fraction(1, 100))
    months = ("2015-12", "2016-01", "2019-12", "2020-01")
    values = [law.row(jp.WAGE_CEILING, law.moment(js.Month(month))).value for month in months]
    assert values == [7_000_000, 9_000_000, 9_000_000, 10_000_000]
    assert law.row(jkm.RATE, law.moment(js.Month("2020-01"))).value == Fraction(1, 100)
    assert len(law.overrides) == 3


def test_override_before_the_law_and_of_a_window() -> None:
    law = js.LAW.override(jkm.RATE, since="2014-01", until="2014-12", value=Fraction(1, 100))
    assert law.row(jkm.RATE, at(date(2014, 6, 1))).value == Fraction(1, 100)
    law = js.LAW.override(reliefs.LABOUR_INTENSIVE_JKK, since="2026-02", until="2026-06", value=Fraction(1, 4))
    assert law.find(reliefs.LABOUR_INTENSIVE_JKK, at(date(2026, 6, 30))) is not None
    assert law.find(reliefs.LABOUR_INTENSIVE_JKK, at(date(2026, 7, 1))) is None


def test_a_what_if_is_marked() -> None:
    law = js.LAW.override(jp.WAGE_CEILING, since="2026-03", value=15_000_000)
    bill = js.contributions(js.WageEarner(wage=20_000_000, risk_group=1), month="2026-03", law=law)
    assert [mark.text() for mark in bill.marks] == ["what-if, not the law as it stands: jp.WAGE_CEILING"]
    assert bill.evidence is js.Grade.GIVEN
    assert js.contributions(js.WageEarner(wage=20_000_000, risk_group=1), month="2026-02", law=law).marks == ()
    law = js.LAW.override(reliefs.TRANSPORT_MONTHS, since="2027-04", until="2027-12", value=True)
    bill = js.contributions(js.SelfEmployed(income=0, sector="transport"), month="2027-05", law=law)
    assert bill.marks[0].text("id") == "andaian, bukan hukum yang berlaku: reliefs.TRANSPORT_MONTHS"


def test_a_gap_before_an_override_is_not_announced() -> None:
    law = js.LAW.override(jp.WAGE_CEILING, since="2027-05", value=15_000_000)
    with pytest.raises(errors.NotAnnounced):
        js.contributions(js.WageEarner(wage=20_000_000, risk_group=1), month="2027-03", law=law)


def test_tables_and_readings_are_given_themselves() -> None:
    name: Any = "jp.WAGE_CEILING"
    with pytest.raises(errors.WrongType, match=r"js\.jp\.WAGE_CEILING"):
        js.LAW.override(name, since="2027-03", value=1)
    with pytest.raises(errors.WrongType):
        js.LAW.assume_unchanged(name)
    with pytest.raises(errors.WrongType):
        js.LAW.reading(name, "covered")


def test_override_by_a_moment_in_time() -> None:
    law = js.LAW.override(jkm.RATE, since=datetime(2020, 1, 1, 12), value=Fraction(1, 100))
    assert law.overrides[0].since == date(2020, 1, 1)
    with pytest.raises(errors.NotAMonth, match="since"):
        js.LAW.override(jkm.RATE, since="2020-02-30", value=Fraction(1, 100))


def test_override_checks_the_value() -> None:
    with pytest.raises(errors.InvalidTable, match="no rupiah"):
        js.LAW.override(jp.WAGE_CEILING, since="2027-03", value=1.5e7)  # type: ignore[misc]
    with pytest.raises(errors.NotAMonth):
        js.LAW.override(jp.WAGE_CEILING, since="March", value=1)


def test_readings_are_chosen_through_the_law() -> None:
    law = js.LAW.reading(readings.FOREIGNERS_IN_JP, "covered").reading(readings.MONTH_OF_CHANGE, "next_month")
    assert law.option(readings.FOREIGNERS_IN_JP) == "covered"
    assert law.option(readings.CONTRIBUTION_ROUNDING) == "half_up"
    assert law.options == {"foreigners_in_jp": "covered", "month_of_change": "next_month"}
    assert law.reading(readings.FOREIGNERS_IN_JP, "not_covered").option(readings.FOREIGNERS_IN_JP) == "not_covered"
    with pytest.raises(errors.UnknownOption, match="covered"):
        js.LAW.reading(readings.FOREIGNERS_IN_JP, "perhaps")


def test_readings_are_named_once_and_explained() -> None:
    names = [reading.name for reading in readings.ALL]
    assert len(set(names)) == len(names)
    for reading in readings.ALL:
        assert len(set(reading.names())) == len(reading.options) >= 2
        assert reading.cites
        for option in reading.options:
            assert option.text_en
            assert option.text_id
            assert option.evidence
            assert reading.text(option.name).endswith(f"[{option.grade}]")
            assert reading.text(option.name, "id") != reading.text(option.name)


def test_readings_are_listed_and_shown_in_short() -> None:
    assert set(dir(readings)) == set(readings.__all__)
    assert all(getattr(readings, name) is not None for name in dir(readings))
    assert repr(readings.SATURDAY) == "<Reading saturday: holiday | working_day>"
    assert set(dir(js.jkm)) == set(js.jkm.__all__)


def test_law_is_a_value() -> None:
    law = js.LAW.reading(readings.FOREIGNERS_IN_JP, "covered").override(jp.WAGE_CEILING, since="2027-03", value=1)
    assert hash(law) == hash(pickle.loads(pickle.dumps(law)))
    assert law == pickle.loads(pickle.dumps(law))
    with pytest.raises(AttributeError):
        law.required = None  # type: ignore[misc]


def test_require() -> None:
    worker = js.WageEarner(wage=20_000_000, risk_group=1)
    assert js.contributions(worker, month="2026-03", law=js.LAW.require("B")).evidence is js.Grade.B
    with pytest.raises(errors.SeveralErrors, match="weaker than A") as caught:
        js.contributions(worker, month="2026-03", law=js.LAW.require("A"))
    assert [type(error) for error in caught.value.errors] == [errors.EvidenceTooWeak] * 2
    with pytest.raises(errors.EvidenceTooWeak, match="JKK self"):
        js.contributions(js.SelfEmployed(income=0), month="2026-03", law=js.LAW.require("B"))
    with pytest.raises(errors.UnknownGrade):
        js.LAW.require("D")


def test_a_what_if_does_not_hide_weak_law() -> None:
    law = js.LAW.override(jkk.SELF_EMPLOYED_RATE, since="2025-01", value=Fraction(1, 50))
    person = js.SelfEmployed(income=1_000_000, programmes=["JKK"])
    assert js.contributions(person, month="2025-06", law=law).evidence is js.Grade.GIVEN
    with pytest.raises(errors.EvidenceTooWeak, match="evidence C, weaker than B"):
        js.contributions(person, month="2025-06", law=law.require("B"))


def test_month_of_change() -> None:
    worker = js.WageEarner(wage=5_000_000, risk_group=3)
    by_default = js.contributions(worker, month="2021-02")
    assert by_default.jkp is not None
    law = js.LAW.reading(readings.MONTH_OF_CHANGE, "next_month")
    assert js.contributions(worker, month="2021-02", law=law).jkp is None
    assert js.contributions(worker, month="2021-03", law=law).jkp is not None
    assert law.row(jkp.FROM_JKM, law.moment(js.Month("2025-02"))).value == Fraction(1, 1000)
    assert js.LAW.row(jkp.FROM_JKM, js.LAW.moment(js.Month("2025-02"))).value == 0


def test_tables_by_name() -> None:
    assert tables.named("jkk.RATES") is jkk.RATES
    with pytest.raises(errors.UnknownTable, match=r"jkk\.RATES"):
        tables.named("jkk.RATE")


def test_entries() -> None:
    assert len(tables.entries(jkk.RATES)) == 5
    assert len(tables.entries(jkk.REFERENCE_INCOME, lang="id")) == 33
    found = tables.entries(jp.WAGE_CEILING, on=date(2021, 2, 28))
    assert [(entry.value, entry.cites) for entry in found] == [("Rp8,939,700", "PP 45/2015 art. 29(3)-(4)")]
    assert tables.entries(jp.WAGE_CEILING, on=date(2015, 6, 30)) == ()


def test_runs_of_paragraphs_in_indonesian() -> None:
    at = instruments.PP_44_2015.at
    assert at("16(1)").text("id") == "PP 44/2015 Pasal 16 ayat (1)"
    assert at("16(1)-(2)").text("id") == "PP 44/2015 Pasal 16 ayat (1) dan ayat (2)"
    assert at("16(1)-(3)").text("id") == "PP 44/2015 Pasal 16 ayat (1) sampai dengan ayat (3)"
    assert at("16(1),(3)-(4)").text("id") == "PP 44/2015 Pasal 16 ayat (1), ayat (3) dan ayat (4)"
