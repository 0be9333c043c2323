"""The tax on sums paid at once and on the lines of a payroll."""

import json
import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors, readings, tax

CASES = tomllib.loads((Path(__file__).parent / "cases" / "tax.toml").read_text())
A, B = date(2022, 5, 10), date(2025, 5, 10)


def on(day: date, amount: int, **facts: Any) -> tax.Payout:
    return tax.Payout(on=day, amount=amount, **facts)


@pytest.mark.parametrize("case", CASES["payouts"], ids=lambda case: case["id"])
def test_payouts(case: dict[str, Any]) -> None:
    facts = {key: case[key] for key in ("resident", "tax_number", "treaty_rate") if key in case}
    payouts = [tax.Payout(**each) for each in case["payouts"]]
    found = tax.lump_sum(reversed(payouts), **facts)
    assert [line.tax for line in found] == case["tax"]
    assert found.tax == sum(case["tax"])
    assert found.net == case.get("net", found.gross - sum(case["tax"]))
    assert [line.final for line in found] == case.get("final", [True] * len(payouts))
    assert [reading.name for reading in found.readings if reading is not readings.TAX_ROUNDING] == case.get(
        "readings", []
    )
    assert case["source"]


@pytest.mark.parametrize("case", CASES["scale"], ids=lambda case: case["id"])
def test_scale(case: dict[str, Any]) -> None:
    moment = js.Moment(js.Clock.PAYMENT, date(case["year"], 12, 31))
    assert tax.marginal(js.LAW.row(tax.PROGRESSIVE, moment).value, case["taxable"]) == case["tax"]


@pytest.mark.parametrize("case", CASES["year"], ids=lambda case: case["id"])
def test_year(case: dict[str, Any]) -> None:
    found = tax.of_year(
        case["gross"], year=case["year"], allowance=case["allowance"], contributions=case["contributions"]
    )
    assert (found.taxable, found.tax) == (case["taxable"], case["tax"])
    assert found.tax - case["withheld"] == case["last_month"]
    assert found.readings == ()
    assert found.basis[0].text() == "PMK 168/2023 art. 10(2)"


@pytest.mark.parametrize("case", CASES["payroll"], ids=lambda case: case["id"])
def test_payroll_cases(case: dict[str, Any]) -> None:
    bill = js.contributions(js.WageEarner(wage=case["wage"], risk_group=case["risk_group"]), month=case["month"])
    found = tax.payroll(bill)
    assert found.income == case["income"]
    assert case["wage"] + found.income + case["health"] == case["base"]
    for rate, withheld in case["withheld"].values():
        assert Fraction(rate) * case["base"] == withheld


def test_a_payment_in_parts_costs_what_it_costs_at_once() -> None:
    parts = [on(date(2025, 1, day), 33_333_333) for day in range(1, 8)]
    whole = tax.lump_sum(on(date(2025, 1, 1), 7 * 33_333_333))
    assert tax.lump_sum(parts).tax == whole.tax
    assert readings.TAX_ROUNDING in whole.readings
    assert whole.evidence == "A"


def test_the_tax_number_counts_from_the_third_year_only() -> None:
    found = tax.lump_sum([on(A, 20_000_000), on(B, 200_000_000)])
    assert (found.tax, found.net, found.at_least, found.at_most) == (None, None, 24_000_000, 28_800_000)
    assert [fact.key for fact in found.missing] == ["tax_number"]
    assert [line.tax for line in found] == [0, None]
    assert found.lines[1].net is None
    assert repr(found) == "<PayoutTax on 2 payments of 220,000,000: not known>"
    early = tax.lump_sum([on(A, 20_000_000), on(date(2023, 12, 31), 200_000_000)], tax_number=False)
    assert (early.tax, early.missing) == (8_500_000, ())


def test_all_payments_of_a_late_year_count_together() -> None:
    late = [on(A, 20_000_000), on(B, 40_000_000), on(date(2025, 9, 1), 60_000_000)]
    assert [line.tax for line in tax.lump_sum(late, tax_number=True)] == [0, 2_000_000, 7_000_000]
    severance = [on(A, 1, kind="severance"), on(date(2025, 9, 1), 60_000_000, kind="severance")]
    assert tax.lump_sum([on(A, 100_000_001)]).explain().count(" → ") == 1
    mixed = tax.lump_sum([*late[:2], *severance], tax_number=True)
    assert [line.tax for line in mixed] == [0, 0, 2_000_000, 7_000_000]
    next_year = tax.lump_sum([*late[:2], on(date(2026, 1, 1), 60_000_000)], tax_number=True)
    assert [line.tax for line in next_year] == [0, 2_000_000, 3_000_000]


def test_sums_of_several_kinds_have_windows_of_their_own() -> None:
    found = tax.lump_sum([on(A, 60_000_000), on(A, 60_000_000, kind="severance"), on(B, 60_000_000, kind="JP")])
    assert [line.tax for line in found] == [500_000, 500_000, 500_000]
    assert found.readings == (readings.TAX_ON_JP_LUMP_SUM,)
    assert found.evidence == "M"


def option(reading: js.Reading, name: str) -> js.Law:
    return js.LAW.reading(reading, name)


def test_readings() -> None:
    jp = tax.lump_sum(on(B, 60_000_000, kind="JP"), law=option(readings.TAX_ON_JP_LUMP_SUM, "progressive"))
    assert (jp.at_least, jp.at_most, jp.lines[0].final) == (3_000_000, 3_600_000, False)
    assert "PP 68/2009 art. 6(2)" not in jp.explain()
    assert "calendar year" not in jp.explain()

    parts = [on(A, 20_000_000, partial=True), on(B, 200_000_000, partial=False)]
    alone = tax.lump_sum(parts, law=option(readings.PARTIAL_PAYOUT_AND_WINDOW, "sums_of_their_own"))
    assert [line.tax for line in alone] == [0, 7_500_000]
    with pytest.raises(errors.MissingFact, match="partial"):
        tax.lump_sum([parts[0], on(B, 1)], law=option(readings.PARTIAL_PAYOUT_AND_WINDOW, "sums_of_their_own"))

    accounts = [on(A, 40_000_000, account="one"), on(A, 40_000_000, account="two")]
    apart, together = (
        tax.lump_sum(accounts, law=option(readings.SEVERAL_ACCOUNTS_IN_TAX, name))
        for name in ("each_account", "together")
    )
    assert (apart.tax, together.tax) == (0, 1_500_000)
    assert apart.readings == together.readings == (readings.SEVERAL_ACCOUNTS_IN_TAX,)

    with pytest.raises(errors.MissingFact, match="account"):
        tax.lump_sum([accounts[0], on(A, 1)])

    late = [on(A, 20_000_000), on(B, 200_000_000)]
    frozen = tax.lump_sum(late, tax_number=True, law=option(readings.PROGRESSIVE_SCALE, "of_2008"))
    assert frozen.tax == 25_000_000

    odd = [on(A, 20_000_000), on(B, 60_000_999)]
    gross = tax.lump_sum(odd, tax_number=True)
    thousands = tax.lump_sum(odd, tax_number=True, law=option(readings.THOUSANDS_IN_THE_THIRD_YEAR, "thousands"))
    assert (gross.tax, thousands.tax) == (3_000_150, 3_000_000)
    assert readings.THOUSANDS_IN_THE_THIRD_YEAR in thousands.readings
    assert "rounded down to full thousands:  0 – 60,000,000" in thousands.explain()

    for name, expected in (("half_up", 33_333), ("down", 33_333), ("up", 33_334)):
        found = tax.lump_sum(
            on(B, 333_333), resident=False, treaty_rate="10 %", law=option(readings.TAX_ROUNDING, name)
        )
        assert found.tax == expected
        assert readings.TAX_ROUNDING in found.readings


def test_non_residents_are_taxed_alone() -> None:
    found = tax.lump_sum([on(A, 20_000_000), on(B, 200_000_000)], resident=False)
    assert [line.tax for line in found] == [4_000_000, 40_000_000]
    assert [line.method for line in found] == [tax.Method.NON_RESIDENT] * 2
    assert (found.evidence, found.assumed) == ("B", ())
    assert found.lines[1].steps()[0].numbers == "20 % × 200,000,000 = 40,000,000"
    given = tax.lump_sum(on(B, 80_000_000), resident=False, treaty_rate=Fraction(0))
    assert (given.tax, given.evidence) == (0, "given")


def test_explain_in_both_languages() -> None:
    found = tax.lump_sum([on(A, 20_000_000, partial=True), on(B, 200_000_000)])
    text = found.explain()
    assert "15 % × 140,000,000 = 21,000,000" in text
    assert "if there is no tax number: 20 % more:  24,000,000 × 120 % = 28,800,000" in text
    assert "taken for granted: a resident taxpayer (changed by resident)" in text
    assert "calendar year 4: paid later than in 2 years" in text
    assert "PP 68/2009 art. 6(2)" in text
    indonesian = found.explain("id")
    assert "pajak: antara 24.000.000 dan 28.800.000" in indonesian
    assert "kredit pajak" in indonesian
    sure = tax.lump_sum([on(A, 20_000_000), on(B, 200_000_000)], resident=True, tax_number=False)
    assert "without a tax number: 20 % more" in sure.explain()
    assert (
        tax.lump_sum(on(B, 1), resident=True)
        .explain()
        .endswith("left                                            " + " " * 47 + "1")
    )
    again = tax.lump_sum([on(A, 60_000_000), on(A, 40_000_000)])
    assert "paid before of the same sum:  60,000,000" in again.explain()
    assert (
        "in the same year:  40,000,000"
        in tax.lump_sum([on(A, 1), on(B, 40_000_000), on(B, 1)], tax_number=True).explain()
    )
    with pytest.raises(errors.UnknownLanguage):
        found.explain("fr")  # type: ignore[arg-type]


def test_dictionary_html_and_marks() -> None:
    found = tax.lump_sum(
        [on(A, 20_000_000, partial=True, account="one", acquired=A), on(B, 200_000_000, account="one")]
    )
    told = json.loads(json.dumps(found.to_dict()))
    assert told["schema"] == "jamsostek.tax.payouts/1"
    assert told["payments"][0]["acquired"] == str(A)
    assert told["payments"][1]["at_most"] == 28_800_000
    assert told["missing"] == ["tax_number"]
    assert "between 24,000,000 and 28,800,000" in found._repr_html_()
    assert len(found) == 2
    law = js.LAW.override(tax.NO_TAX_NUMBER, since="2025-01", value=Fraction(0))
    what_if = tax.lump_sum([on(A, 1), on(B, 60_000_000)], law=law)
    assert what_if.tax == 3_000_000
    assert "what-if, not the law as it stands: tax.NO_TAX_NUMBER" in what_if.explain()


def test_weak_evidence_is_refused() -> None:
    law = js.LAW.require("B")
    assert tax.lump_sum(on(B, 60_000_000), law=law).tax == 500_000
    with pytest.raises(errors.EvidenceTooWeak, match="tax_on_jp_lump_sum"):
        tax.lump_sum(on(B, 60_000_000, kind="JP"), law=law)


def test_several_payments_under_the_rule_of_2000() -> None:
    old = date(2008, 5, 1)
    assert "PP 149/2000 art. 2" in tax.lump_sum(on(old, 60_000_000)).explain()
    with pytest.raises(errors.NotAnnounced, match="PP 149/2000"):
        tax.lump_sum([on(old, 60_000_000), on(old, 1)])
    with pytest.raises(errors.NotAnnounced, match="2010-01-01"):
        tax.lump_sum([on(old, 60_000_000), on(date(2010, 1, 1), 1)])
    assert tax.lump_sum([on(old, 60_000_000, account="one"), on(old, 60_000_000, account="two")]).tax == 4_500_000


@pytest.mark.parametrize(
    ("facts", "error", "words"),
    [
        ({"on": None, "amount": 1}, errors.MissingFact, "on: the day is not given"),
        ({"on": "2025-03-01", "amount": 1}, errors.NotADate, "on"),
        ({"on": date(2000, 12, 31), "amount": 1}, errors.BeforeLaw, "PP 149/2000"),
        ({"on": B, "amount": 1.0}, errors.FloatAmount, "float"),
        ({"on": B, "amount": "1"}, errors.NotAnAmount, "no amount"),
        ({"on": B, "amount": -1}, errors.NegativeAmount, "-1"),
        ({"on": B, "amount": 0}, errors.ZeroAmount, "leave the payment out"),
        ({"on": B, "amount": 1, "kind": "jtm"}, errors.UnknownKind, "choose one of JHT, JP, severance"),
        ({"on": B, "amount": 1, "kind": None}, errors.MissingFact, "kind"),
        ({"on": B, "amount": 1, "kind": "JP", "partial": True}, errors.Contradiction, "partial"),
        ({"on": B, "amount": 1, "partial": 1}, errors.WrongType, "partial"),
        ({"on": B, "amount": 1, "account": 7}, errors.WrongType, "account"),
        ({"on": A, "amount": 1, "acquired": B}, errors.Contradiction, "acquired: 2025-05-10 lies after payment"),
        ({"on": A, "amount": 1, "acquired": 7}, errors.NotADate, "acquired"),
        ({"on": None, "amount": -1}, errors.SeveralErrors, "2 faults"),
    ],
)
def test_bad_payouts(facts: dict[str, Any], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        tax.Payout(**facts)


@pytest.mark.parametrize(
    ("payouts", "facts", "error", "words"),
    [
        ([], {}, errors.MissingFact, "nothing was paid"),
        (7, {}, errors.WrongType, "7 is no payment"),
        ([7], {}, errors.WrongType, "7 is no payment"),
        ([on(B, 1)], {"resident": "yes"}, errors.WrongType, "resident"),
        ([on(B, 1)], {"tax_number": "3573"}, errors.WrongType, "tax_number"),
        ([on(B, 1)], {"resident": False, "treaty_rate": 10}, errors.ImpossibleRate, "treaty_rate"),
        ([on(B, 1)], {"resident": False, "treaty_rate": 0.1}, errors.FloatRate, "treaty_rate"),
        ([on(B, 1)], {"resident": False, "treaty_rate": "-5 %"}, errors.ImpossibleRate, "-5 % is no share between"),
        ([on(B, 1)], {"resident": False, "treaty_rate": "120 %"}, errors.ImpossibleRate, "120 % is no share between"),
        ([on(B, 1)], {"treaty_rate": "10 %"}, errors.Contradiction, "given for a resident"),
    ],
)
def test_bad_calls(payouts: Any, facts: dict[str, Any], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        tax.lump_sum(payouts, **facts)


MARCH = js.contributions(js.WageEarner(wage=10_000_000, risk_group=2), month="2026-03")


def test_lines_of_a_bill() -> None:
    found = tax.payroll(MARCH)
    assert {(each.line.programme, each.line.payer): str(each.treatment) for each in found} == {
        ("JKK", "employer"): "income",
        ("JKM", "employer"): "income",
        ("JHT", "employer"): "taxed_later",
        ("JHT", "worker"): "deductible",
        ("JP", "employer"): "taxed_later",
        ("JP", "worker"): "deductible",
    }
    assert (found.income, found.taxed_later, found.deductible, found.cost) == (84_000, 570_000, 300_000, 654_000)
    assert "PMK 168/2023 Pasal 10" in found.explain("id")
    assert "income of the worker" in found.explain()
    assert json.loads(json.dumps(found.to_dict()))["deductible"] == 300_000
    assert repr(found) == "<PayrollTax 2026-03: income 84,000, deductible 300,000, cost 654,000>"
    borne = tax.payroll(MARCH, borne_by_employer=True)
    assert (borne.income, borne.deductible, borne.cost) == (384_000, 0, 954_000)


@pytest.mark.parametrize(
    ("bill", "facts", "error"),
    [
        (7, {}, errors.WrongType),
        (js.contributions(js.SelfEmployed(income=1_000_000), month="2026-03"), {}, errors.WrongType),
        (MARCH, {"borne_by_employer": None}, errors.WrongType),
        (MARCH, {"borne_by_employer": 1}, errors.WrongType),
        (js.contributions(js.WageEarner(wage=10_000_000, risk_group=2), month="2023-12"), {}, errors.BeforeLaw),
    ],
)
def test_bad_payrolls(bill: Any, facts: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        tax.payroll(bill, **facts)


def test_year_of_a_pension() -> None:
    found = tax.of_year(60_000_000, year=2026, allowance=54_000_000, kind="pension")
    assert (found.cost, found.taxable, found.tax) == (2_400_000, 3_600_000, 180_000)
    assert tax.of_year(10_000_000, year=2026, allowance=54_000_000).tax == 0
    odd = tax.of_year(60_000_001, year=2026, allowance=54_000_000)
    assert odd.readings == (readings.TAX_ROUNDING,)
    first = found.steps("id")[0]
    assert (first.formula, first.numbers) == ("biaya pengurang", "min(5 % × 60.000.000; 2.400.000) = 2.400.000")
    assert "6,000,000 = " not in found.steps()[0].numbers
    assert repr(found) == "<YearTax 2026: 180,000 on 3,600,000>"
    *_, scale, article, sum_ = found.explain("id").splitlines()
    assert scale == "tarif × lapisan:  5 % × 3.600.000 = 180.000"
    assert article == "    UU 7/1983 Pasal 17 ayat (1) huruf a sebagaimana diubah dengan UU 7/2021 [A]"
    assert sum_ == "pajak tahun 2026: 180.000"


@pytest.mark.parametrize(
    ("facts", "error"),
    [
        ({"gross": 1.0}, errors.FloatAmount),
        ({"gross": "1"}, errors.NotAnAmount),
        ({"allowance": -1}, errors.NegativeAmount),
        ({"year": "2026"}, errors.WrongType),
        ({"kind": "bonus"}, errors.UnknownKind),
        ({"year": 2023}, errors.BeforeLaw),
    ],
)
def test_bad_years(facts: dict[str, Any], error: type[Exception]) -> None:
    given: dict[str, Any] = {"gross": 60_000_000, "year": 2026, "allowance": 54_000_000, **facts}
    with pytest.raises(error):
        tax.of_year(given.pop("gross"), **given)


def test_names() -> None:
    with pytest.raises(AttributeError, match="lump_sum"):
        tax.lump_sums_of  # noqa: B018
    assert tax.SAVINGS.unit.show(tax.SAVINGS.rows[-1].value, "id") == "0 % ≤ 50.000.000; 5 % di atasnya"


HALF, NONE = Fraction(1, 2), Fraction(0)


@pytest.mark.parametrize(
    "value",
    [(), 7, (7,), (tax.Slice(5, HALF),), (tax.Slice(5, NONE), tax.Slice(4, HALF), tax.Slice(None, HALF))],
)
def test_broken_scales(value: Any) -> None:
    with pytest.raises(errors.InvalidTable):
        js.LAW.override(tax.SAVINGS, since="2027-01", value=value)
