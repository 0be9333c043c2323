"""Totals, comparisons, explanations, HTML, dictionaries."""

import json
import re
from datetime import date
from html.parser import HTMLParser

import pytest

import jamsostek as js
from jamsostek import errors, jp, readings

WORKER = js.WageEarner(wage=12_000_050, risk_group=2)
RIDER = js.SelfEmployed(income=1_000_000, sector="transport")
FIRM = js.Employer(risk_group=3, scale="medium", industry="footwear", active_workers=300, paid_up_to="2025-04")


def test_total_of_many() -> None:
    bills = [js.contributions(RIDER, month=month) for month in js.months("2025-12", "2026-02")]
    added = js.total(bills)
    assert (added.bills, added.total) == (3, 33_600)
    assert added.by_programme == {"JKK": 20_000, "JKM": 13_600}
    assert added.by_payer == {"self": 33_600}
    assert (added * 10).total == (10 * added).total == 336_000
    assert (added + added).total == 67_200
    assert repr(added * 1000) == "<Total of 3,000 bills: JKK self 20,000,000, JKM self 13,600,000; total 33,600,000>"
    assert "13,600" in added._repr_html_()
    assert js.total([]).total == 0


def test_total_refuses_what_is_no_bill() -> None:
    with pytest.raises(errors.WrongType, match="no bill"):
        js.total([1])  # type: ignore[list-item]
    with pytest.raises(errors.WrongType, match="no list"):
        js.total(None)  # type: ignore[arg-type]
    added = js.total([js.contributions(RIDER, month="2026-01")])
    with pytest.raises(errors.WrongType):
        added * 1.5  # type: ignore[operator]
    with pytest.raises(errors.NegativeAmount):
        added * -1
    with pytest.raises(errors.WrongType, match="no total"):
        added + 1  # type: ignore[operator]


def test_a_total_keeps_what_its_bills_took_for_granted() -> None:
    year = js.total(
        js.contributions(js.SelfEmployed(income=0), month=month) for month in js.months("2026-01", "2026-12")
    )
    assert year.total == 126_000
    assert [each.fact for each in year.assumed] == ["kind", "paid_by", "person.citizen"]
    assert [each.relief.name for each in year.possible] == ["self_employed_2026"]
    text = year.explain()
    assert text.splitlines()[2].split() == ["total", "126,000"]
    assert "could apply: relief of the self-employed" in text
    assert "law as checked to 2026-11-20" in text
    assert "could apply" in year._repr_html_()
    given = json.loads(json.dumps(year.to_dict()))
    assert (given["schema"], given["total"]) == ("jamsostek.total/1", 126_000)
    assert given["possible"] == [{"relief": "self_employed_2026", "missing": ["sector"]}]
    fractions = js.total([js.contributions(WORKER, month="2026-03")])
    assert (fractions.employer, fractions.worker) == (766_528, 350_864)
    assert "Bagaimana iuran dibulatkan" in fractions.explain("id")
    assert (js.total([year, fractions])).total == 126_000 + 1_117_392


def test_a_total_tells_what_is_not_on_its_bills() -> None:
    ageing = js.WageEarner(wage=5_000_000, risk_group=1, person=js.Person(born=date(1966, 5, 10), citizen=True))
    bills = [js.contributions(ageing, month=month) for month in ("2024-05", "2024-06")]
    assert [[standing.programme for standing in bill.closed] for bill in bills] == [[], ["JP"]]
    assert "left off: JP: closed (past the pension age" in bills[1].explain()
    assert "tidak ditagih: JP: tertutup (telah melewati usia pensiun" in js.total(bills).explain("id")
    short = js.WageEarner(wage=5_000_000, risk_group=1, programmes=["JHT"])
    added = js.total([js.contributions(short, month="2024-05"), *bills])
    assert "compulsory, but not on this bill: JKK, JKM, JP" in added.explain()
    assert added.to_dict()["left_out"] == ["JKK", "JKM", "JP"]
    assert added.to_dict()["closed"][0].startswith("JP: closed")


def test_a_total_tells_which_reliefs_it_has_and_what_they_hang_on() -> None:
    worker = js.WageEarner(wage=4_000_000, employer=FIRM)
    year = js.total(js.contributions(worker, month=month) for month in js.months("2025-01", "2025-04"))
    assert "later the full rate is owed" in year.explain()
    assert year.to_dict()["applied"][0]["relief"] == "labour_intensive_2025"
    law = js.LAW.reading(readings.FOREIGNERS_IN_JP, "covered")
    expat = js.WageEarner(wage=4_000_000, risk_group=1, person=js.Person(citizen=False, six_months=True))
    both = js.total(js.contributions(expat, month="2025-04", law=each) for each in (js.LAW, law))
    assert [(each["reading"], each["option"]) for each in both.to_dict()["readings"]] == [
        ("foreigners_in_jp", "not_covered"),
        ("foreigners_in_jp", "covered"),
    ]


def test_compare_before_and_after() -> None:
    change = js.compare(*(js.contributions(WORKER, month=month) for month in ("2026-02", "2026-03")))
    assert (change.before, change.after, change.change) == (1_101_225, 1_117_392, 16_167)
    assert [line.change for line in change.lines] == [0, 0, 0, 0, 10_778, 5_389]
    assert repr(change) == "<Comparison: before 1,101,225, after 1,117,392, change +16,167>"
    text = change.explain()
    assert text.splitlines()[0].split() == ["programme", "payer", "before", "after", "change"]
    assert text.splitlines()[-1].split() == ["total", "1,101,225", "1,117,392", "+16,167"]
    assert change.explain("id").splitlines()[-1].split() == ["jumlah", "1.101.225", "1.117.392", "+16.167"]
    assert "+16,167" in change._repr_html_()
    given = json.loads(json.dumps(change.to_dict()))
    assert (given["schema"], given["change"], len(given["lines"])) == ("jamsostek.comparison/1", 16_167, 6)


def test_compare_city_and_self() -> None:
    city = js.contributions(
        js.SelfEmployed(income=1_000_000, sector="transport", paid_by="state_budget"), month="2026-01"
    )
    own = js.total([js.contributions(RIDER, month="2026-01")])
    change = js.compare(city, own)
    assert [(line.payer, line.before, line.after, line.change) for line in change.lines] == [
        ("state_budget", 10_000, None, -10_000),
        ("state_budget", 6_800, None, -6_800),
        ("self", None, 5_000, 5_000),
        ("self", None, 3_400, 3_400),
    ]
    assert "–" in change.explain()
    with pytest.raises(errors.WrongType, match="no total"):
        js.compare(city, 16_800)  # type: ignore[arg-type]


BILLS = {
    "wage earner": js.contributions(WORKER, month="2026-03"),
    "relieved": js.contributions(js.WageEarner(wage=4_000_001, employer=FIRM), month="2025-05"),
    "rider": js.contributions(RIDER, month="2026-03"),
    "city": js.contributions(js.SelfEmployed(income=25_000_000, paid_by="regional_budget"), month="2026-03"),
    "trainee": js.contributions(js.Trainee(wage=2_900_000, risk_group=5), month="2026-03"),
    "trainee by table": js.contributions(
        js.Trainee(wage=2_900_000, risk_group=5),
        month="2026-03",
        law=js.LAW.reading(readings.TRAINEE_BASE, "lowest_bracket"),
    ),
    "what if": js.contributions(
        js.WageEarner(wage=20_000_000, risk_group=1),
        month="2027-03",
        law=js.LAW.override(jp.WAGE_CEILING, since="2027-03", value=15_000_000)
        .override(jp.WAGE_CEILING, since="2028-01", until="2028-12", value=16_000_000)
        .reading(readings.CONTRIBUTION_ROUNDING, "down")
        .assume_unchanged(jp.WAGE_CEILING)
        .require("C"),
    ),
}


@pytest.mark.parametrize("bill", BILLS.values(), ids=BILLS)
@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_line_is_explained(bill: js.Bill, lang: str) -> None:
    text = bill.explain(lang)  # type: ignore[arg-type]
    word = "art." if lang == "en" else "Pasal"
    assert text.count(word) + text.count("what-if") >= len(bill.lines)
    # The numbers put in give the printed result: check every product by hand.
    point = "." if lang == "en" else ","
    products = re.findall(r"([\d.,]+) × ([\d.,]+) % = ([\d.,]+)", text)
    assert len(products) >= sum(line.rate != 1 for line in bill)

    def value(printed: str) -> float:
        whole, _, rest = printed.strip(".,").partition(point)
        return float(re.sub(r"[.,]", "", whole) + "." + (rest or "0"))

    for base, share, result in products:
        assert value(base) * value(share) / 100 == pytest.approx(value(result), abs=0.001)
    for line in bill:
        amount = f"{line.amount:,}"
        assert (amount if lang == "en" else amount.replace(",", ".")) in text


def test_explanation_in_words() -> None:
    text = BILLS["relieved"].explain()
    assert "relief of labour-intensive industries (PP 7/2025, PP 36/2025): 50 % remains due:" in text
    assert "35,600.0089 × 50 % = 17,800.00445" in text
    assert "to the nearest rupiah, halves up (no rule in the law):  17,800.00445 → 17,800" in text
    assert "PP 7/2025 art. 4(1) [A]; PP 7/2025 art. 10 [A]" in text
    assert (
        "does not apply: relief of the self-employed (PP 50/2025): no: who pays: regional budget"
        in BILLS["city"].explain()
    )
    assert "20,200,000 – …: 20,700,000" in BILLS["city"].explain()
    assert "law as checked to 2026-11-20" in BILLS["what if"].explain()
    with pytest.raises(errors.UnknownLanguage):
        BILLS["city"].explain("fr")  # type: ignore[arg-type]


def test_possible_reliefs_are_told() -> None:
    text = js.contributions(WORKER, month="2025-03").explain("id")
    assert "mungkin berlaku: penyesuaian iuran industri padat karya" in text
    assert "industri, pekerja yang terdaftar sebagai peserta aktif, bulan terakhir JKK dan JKM lunas" in text


class Balanced(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("bill", BILLS.values(), ids=BILLS)
def test_html(bill: js.Bill) -> None:
    html = bill._repr_html_()
    parser = Balanced()
    parser.feed(html)
    assert parser.open == []
    assert parser.seen.count("details") == len(bill.lines)
    assert f"{bill.total:,}" in html


@pytest.mark.parametrize("bill", BILLS.values(), ids=BILLS)
def test_dictionary_is_json_safe_and_rebuilds_its_input(bill: js.Bill) -> None:
    given = json.loads(json.dumps(bill.to_dict()))
    assert given["schema"] == "jamsostek.bill/1"
    assert given["total"] == bill.total == sum(line["amount"] for line in given["lines"])
    assert all(line["basis"] and line["steps"] for line in given["lines"])
    assert js.from_dict(given["participant"]) == bill.participant
    assert given["by_payer"] == bill.by_payer


def test_dictionary_carries_its_law() -> None:
    law = BILLS["what if"].to_dict()["law"]
    assert law == {
        "checked_until": "2026-11-20",
        "readings": {"contribution_rounding": "down"},
        "overrides": [
            {"table": "jp.WAGE_CEILING", "since": "2027-03-01", "until": None, "value": "15000000"},
            {"table": "jp.WAGE_CEILING", "since": "2028-01-01", "until": "2028-12-31", "value": "16000000"},
        ],
        "added_reliefs": [],
        "assumed_unchanged": ["jp.WAGE_CEILING"],
        "required": "C",
    }


def test_dictionary_of_a_possible_relief_and_of_jkp() -> None:
    given = js.contributions(
        js.WageEarner(wage=4_000_000, risk_group=1, person=js.Person(born=date(1990, 1, 1))), month="2025-03"
    ).to_dict()
    assert given["reliefs"][0]["missing"] == ["employer.industry", "employer.active_workers", "employer.paid_up_to"]
    assert given["jkp"]["missing"] == ["person.health_cover"]
    assert given["jkp"]["total"] == 14_400
    given = js.contributions(js.SelfEmployed(income=0, paid_by="state_budget"), month="2026-05").to_dict()
    assert given["reliefs"][0]["because"] == [
        "who pays: state budget, must not be regional budget; state budget (PP 50/2025 art. 3(5))"
    ]
