"""Coverage figures: what they need, what they imply, what cannot be true together."""

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors, instruments, ucj
from jamsostek.ucj import Coverage, Figure, FindingKind, Statement
from jamsostek.ucj.percents import as_percent, percent_error

JUNE, NOVEMBER = date(2025, 6, 30), date(2025, 11, 29)
PRESS = "regional press"


def figure(number: int, **facts: Any) -> Figure:
    return Figure(number, **{"source": PRESS, "on": JUNE, **facts})


def told(percent: str | None, covered: int | None = None, population: int | None = None, **facts: Any) -> Statement:
    return Statement(percent, covered, population, **{"source": PRESS, "on": JUNE, **facts})


def test_a_coverage_needs_both_numbers_with_source_and_date() -> None:
    june = Coverage(figure(134_167), figure(413_585))
    assert june.share == Fraction(134_167, 413_585)
    assert june.text() == (
        "active participants of all kinds among all workers: 134,167 (regional press; 2025-06-30) ÷ "
        "413,585 (regional press; 2025-06-30) = 32.44 %"
    )
    assert june.text("id").endswith("= 32,44 %")
    assert figure(420_000, about=True).text("id") == "sekitar 420.000 (regional press; 2025-06-30)"
    assert Coverage(figure(1), figure(3), indicator="formal").indicator is ucj.Indicator.FORMAL
    assert june.plus(25_808).covered.source == "regional press + 25,808"


def test_a_gap_in_people_and_rupiah() -> None:
    gap = Coverage(figure(134_167), figure(413_585)).gap("41.23 %")
    assert gap.text() == "170,522 (⌈170,521.10⌉) - 134,167 = 36,355"
    assert not gap.reached
    worker = js.SelfEmployed(income=1_000_000, paid_by="regional_budget")
    plan = gap.cost(worker, "2026-01", "2026-12")
    assert (plan.people, plan.total) == (36_355, 36_355 * 201_600)
    rough = Coverage(figure(134_167), figure(420_000, about=True)).gap("41.23 %")
    assert (rough.about, rough.text()) == (True, "about 173,166 - 134,167 = 38,999")
    assert not Coverage(figure(134_167), figure(420_000, about=True)).gap(figure(170_000)).about
    assert (
        Coverage(figure(1), figure(420_000)).gap(figure(170_000, about=True)).text("id").startswith("sekitar 170.000")
    )
    done = Coverage(figure(200), figure(400)).gap(Fraction(1, 2))
    assert done.reached
    assert (done.people, done.text("id")) == (0, "200 ≥ 200")
    assert done.cost(worker, "2026-01", "2026-12").total == 0


@pytest.mark.parametrize(
    ("make", "error", "what"),
    [
        (lambda: figure(-1), errors.OutOfRange, "negative"),
        (lambda: figure(1, source=" "), errors.MissingFact, "say where it was told"),
        (lambda: figure(1, on=None), errors.NotADate, "no day"),
        (lambda: figure(1, about=None), errors.WrongType, "about"),
        (lambda: Coverage(1, figure(2)), errors.WrongType, "no figure"),  # type: ignore[arg-type]
        (lambda: Coverage(figure(3), figure(2)), errors.OutOfRange, "3 covered of 2 is 150 %, above 100 %"),
        (lambda: Coverage(figure(0), figure(0)), errors.OutOfRange, "nobody"),
        (lambda: Coverage(figure(1), figure(2), indicator="x"), errors.UnknownChoice, "formal"),
        (lambda: Coverage(figure(1), figure(2)).gap("101 %"), errors.OutOfRange, "above 100 %"),
        (lambda: Coverage(figure(1), figure(2)).gap(32), errors.OutOfRange, "3200 %, above 100 %"),
        (lambda: Coverage(figure(1), figure(2)).gap(figure(3)), errors.OutOfRange, "above 100 %"),
        (lambda: Coverage(figure(1), figure(2)).gap(0.5), errors.FloatRate, "float"),  # type: ignore[arg-type]
        (lambda: Coverage(figure(1), figure(2)).plus(2), errors.OutOfRange, "150 %"),
        (lambda: Coverage(figure(1), figure(2)).plus(-1), errors.OutOfRange, "negative"),
        (lambda: told(None), errors.MissingFact, "says nothing"),
        (lambda: told("101 %"), errors.OutOfRange, "above 100 %"),
        (lambda: told("33"), errors.WrongType, "no percentage"),
        (lambda: told(None, 3, 2), errors.OutOfRange, "above 100 %"),
        (lambda: told("3 %", target_for="2025"), errors.WrongType, "no year"),
        (lambda: told("3 %", about=1), errors.WrongType, "about"),
        (lambda: told("3 %", area=[]), errors.WrongType, "no name"),
        (lambda: told("3 %", -1, source="", on=3), errors.SeveralErrors, "3 faults"),
        (lambda: told("3 %", 1).coverage(), errors.MissingFact, "give both"),
        (lambda: ucj.check(3), errors.WrongType, "no statement"),  # type: ignore[arg-type]
        (lambda: ucj.check([3]), errors.WrongType, "no statement"),  # type: ignore[list-item]
        (lambda: ucj.check([]), errors.MissingFact, "no statement"),
        (lambda: ucj.check(told("3 %"), batches=3), errors.WrongType, "no mapping"),  # type: ignore[arg-type]
        (lambda: ucj.check(told("3 %"), batches={"a": -1}), errors.OutOfRange, "batches a"),
    ],
)
def test_what_is_refused(make: Any, error: type[errors.JamsostekError], what: str) -> None:
    with pytest.raises(error, match=what):
        make()


@pytest.mark.parametrize("given", [True, None, Decimal("NaN"), "x %", [1]])
def test_what_is_no_percentage(given: object) -> None:
    assert isinstance(percent_error("p", given), errors.WrongType)


def test_percentages_as_printed() -> None:
    assert as_percent("32,44 %").share == Fraction(3_244, 10_000) == as_percent(Decimal("0.3244")).share
    assert as_percent("100 %").share == 1
    assert isinstance(percent_error("p", Fraction(-1, 2)), errors.OutOfRange)
    whole = as_percent("32 %")
    assert whole.prints(Fraction(315, 1000))
    assert not whole.prints(Fraction(325, 1000))
    assert whole.meets(as_percent("32.4 %"))
    assert not whole.meets(as_percent("32.6 %"))
    assert whole.meets(as_percent(Fraction(32, 100)))
    assert not as_percent(Fraction(33, 100)).meets(whole)


def test_what_a_statement_implies() -> None:
    assert told("32.44 %", 134_167).population_bounds == (413_522, 413_648)
    assert told("0 %", 5).implied_population is None
    assert told("0 %", 5).population_bounds is None
    assert told("32 %").population_bounds is None
    assert told(None, 5).shown() == ""
    assert told(None, 5, 10).population_bounds == (10, 10)
    assert told(None, 5, 420_000, about=True).told_bounds == (415_000, 425_000)
    assert told("32 %", 178_611, 420_000, about=True).text() == (
        "2025-06-30: 32 %, 178,611 covered, of about 420,000 (regional press)"
    )
    assert told("41.23 %", target_for=2025).text("id") == "2025-06-30: sasaran 2025, 41.23 % (regional press)"
    assert told(None, 5, 10).text("id") == "2025-06-30: 5 terlindungi, dari 10 (regional press)"
    assert Statement(Fraction(1, 3), on=JUNE, source=PRESS).shown() == "33+1/3 %"


def kinds(*statements: Statement, **batches: int) -> list[str]:
    return [str(each.kind) for each in ucj.check(statements, batches=batches or None).findings]


def test_a_percentage_off_by_more_than_five_hundredths_of_a_point() -> None:
    assert kinds(told("32.44 %", 134_167, 413_585)) == []
    assert kinds(told("10.05 %", 1_000, 10_000)) == []
    assert kinds(told("10.06 %", 1_000, 10_000)) == ["differs"]
    assert kinds(told("9.94 %", 1_000, 10_000)) == ["differs"]
    assert kinds(told("10 %", 1_040, 10_000)) == []  # its rounding
    assert kinds(told("32 %", 134_167, 420_000, about=True)) == []
    assert kinds(told("33 %", 134_167, 420_000, about=True)) == ["differs"]
    assert kinds(told("0 %", 500, 1_000)) == ["differs"]


def test_whose_number_a_percentage_fits() -> None:
    old = told("32 %", 178_611, 420_000, on=date(2024, 12, 31), about=True)
    found = ucj.check([old, told("32.44 %", 134_167)])
    (first,) = found.of("differs")
    assert first.hints() == ("the percentage fits 134,167 (2025-06-30)",)
    assert first.hints("id") == ("persentase cocok dengan 134.167",)
    assert not found
    assert not found.agrees


def test_populations_that_cannot_be_one() -> None:
    assert kinds(told("32.44 %", 134_167), told("32.440 %", 134_167)) == []
    found = ucj.check([told("32.44 %", 134_167), told("41.66 %", 204_419, on=NOVEMBER), told(None, 5, 10)])
    assert [each.text() for each in found.of(FindingKind.POPULATIONS)] == ["10 / 413,585 / 490,684"]
    assert kinds(told("32.44 %", 134_167), told("41.66 %", 204_419, on=NOVEMBER, area="province")) == []
    assert kinds(told("32.44 %", 134_167), told("41.66 %", 204_419, on=NOVEMBER, indicator="formal")) == []


def test_more_people_and_a_lower_percentage_on_one_day() -> None:
    slip = told("31.23 %", 173_753, target_for=2025)
    target = told("41.23 %", on=NOVEMBER, target_for=2025)
    found = ucj.check([told("32.44 %", 134_167), slip, target])
    (fall,) = found.of("not_a_rise")
    assert fall.text() == "173,753 > 134,167, 31.23 % < 32.44 % (2025-06-30)"
    assert fall.text("id").startswith("173.753 > 134.167")
    assert fall.hints() == ("one digit makes it 41.23 % (2025-11-29)",)
    (twice,) = found.of("targets")
    assert twice.text() == "2025: 31.23 %, 41.23 %"
    assert twice.hints("id") == ("beda satu angka dari 41.23 % (2025-11-29)",)


def test_two_coverages_on_one_day() -> None:
    day = date(2025, 9, 9)
    assert kinds(told("32.3 %", on=day), told("42 %", on=day)) == ["same_day"]
    assert kinds(told("42 %", on=day), told("42.3 %", on=day), told(None, 5, on=day)) == []
    assert kinds(told("42 %", on=day), told("41 %", on=NOVEMBER)) == []
    assert kinds(told("32 %", 5, on=day), told("33 %", 5, on=day)) == ["populations", "same_day"]
    assert kinds(told("42 %", on=day), told("52 %", on=day, target_for=2029)) == []
    assert kinds(told("52 %", target_for=2025), told("42 %", target_for=2026)) == []


def test_a_percentage_of_nobody() -> None:
    nobody = told("32 %", 0)
    assert (nobody.implied_population, nobody.population_bounds) == (None, None)
    found = ucj.check([nobody, told("32 %", 134_167)])
    assert not found
    assert [(str(each.kind), each.text()) for each in found.findings] == [("nobody", "0, 32 %")]
    assert "0, 32 %" in found.explain("id")
    assert kinds(told(Fraction(0), 5)) == ["nobody"]  # type: ignore[arg-type]
    assert kinds(told("0 %", 0), told("0 %"), told(None, 5)) == []
    away = ucj.check(told("0 %", 134_167))
    assert away.agrees
    text = "134,167, printed as 0 %: rounded so only if the population is at least 26,833,401"
    assert [(str(each.kind), each.text()) for each in away.findings] == [("rounded_away", text)]
    assert "penyebut sekurang-kurangnya 26.833.401" in away.explain("id")


def test_all_workers_as_a_target_is_no_rounding() -> None:
    goals = told("100 %", target_for=2045), told("99.5 %", target_for=2045)
    found = ucj.check(goals)
    assert [each.text() for each in found.of("targets")] == ["2045: 100 %, 99.5 %"]
    assert kinds(told("100 %", target_for=2045), told("100.0 %", target_for=2045)) == []
    assert kinds(told("100 %"), told("99.5 %")) == []  # reached, and perhaps rounded
    assert kinds(told("41 %", target_for=2025), told("41.3 %", target_for=2025)) == []


def test_a_number_that_is_an_earlier_one_and_a_batch() -> None:
    old, new = told(None, 178_611, on=date(2024, 12, 31)), told(None, 204_419, on=NOVEMBER)
    found = ucj.check([old, new], batches={"batch": 25_808, "nobody": 0})
    assert [each.text() for each in found.findings] == ["204,419 - 178,611 (2024-12-31) = 25,808 (batch)"]
    assert found.agrees
    assert kinds(new, told("33 %"), told(None, 5, on=date(2026, 1, 1)), batch=25_808) == []


def test_findings_told() -> None:
    old = told("32 %", 178_611, 420_000, on=date(2024, 12, 31), about=True)
    found = ucj.check(old)
    assert found.table().splitlines()[1].split() == [
        *("2024-12-31", "regional", "press", "32", "%", "178,611", "420,000", "42.53", "%", "558,159")
    ]
    assert "persentase dan jumlah tidak cocok: 178.611 ÷ 420.000 = 42,53 %" in found.explain("id")
    assert ucj.check(told("3 %")).explain("id").endswith("tidak ada yang bertentangan")
    assert "nothing contradicts" in ucj.check(told("3 %")).explain()
    assert "558,159" in found._repr_html_()
    assert repr(found) == "<CoverageCheck of 1 statements: 1 findings>"
    assert json.loads(json.dumps(found.to_dict()))["findings"][0]["statements"] == [0]
    assert "would need" not in ucj.check(told("0 %", 500, 1_000)).explain()


def test_national_figures_of_2025() -> None:
    # Home Ministry, 2025-05-15: 35.68 % reached in April, target 52.15 %; the plan of 2025-2029 has 32.15 % for 2025.
    target = js.LAW.row(ucj.NATIONAL_TARGETS, js.Moment(js.Clock.YEAR, date(2025, 12, 31))).value
    plan = Statement("32.15 %", on=date(2025, 2, 10), source="RPJMN 2025-2029", target_for=2025)
    assert plan.printed is not None
    assert plan.printed.share == target
    ministry = Statement("52.15 %", on=date(2025, 5, 15), source="Home Ministry", target_for=2025)
    reached = Statement("35.68 %", on=date(2025, 4, 30), source="Home Ministry")
    found = ucj.check([plan, ministry, reached])
    assert [each.text() for each in found.findings] == ["2025: 32.15 %, 52.15 %"]
    assert found.findings[0].hints() == ("one digit makes it 52.15 % (2025-05-15)",)
    assert ucj.national_target(2025) == target
    for missing, beside in ((2027, "2027; 2026 and 2029 have one"), (2050, "2050; 2045 has one")):
        with pytest.raises(errors.NotAnnounced, match=f"national_target: no target was found for {beside}; .*override"):
            ucj.national_target(missing)
    own = js.LAW.override(ucj.NATIONAL_TARGETS, since="2027-01", until="2027-12", value="50 %")
    assert ucj.national_target(2027, law=own) == Fraction(1, 2)
    with pytest.raises(errors.NotAnnounced, match="2027 and 2029 have one"):
        ucj.national_target(2028, law=own)
    for year, error in ((2027, errors.NotAnnounced), (2024, errors.BeforeLaw), ("2025", errors.WrongType)):
        with pytest.raises(error):
            ucj.national_target(year)  # type: ignore[arg-type]
    with pytest.raises(errors.EvidenceTooWeak, match="RPJMN"):
        ucj.national_target(2025, law=js.LAW.require("A"))


def test_the_face() -> None:
    assert set(dir(ucj)) == set(ucj.__all__)
    with pytest.raises(AttributeError, match="it has NATIONAL_TARGETS"):
        ucj.coverage  # noqa: B018


def test_instruments_that_no_bill_cites_are_loaded_late() -> None:
    assert instruments.UU_59_2024 in instruments.ALL
    assert ucj.NATIONAL_TARGETS.rows[-1].cites[0].instrument is instruments.UU_59_2024
    for name in ("PP_1_1900", "nothing"):
        with pytest.raises(AttributeError, match=name):
            getattr(instruments, name)
