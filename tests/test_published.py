"""Published tables of claims: printed sums, what does not add up, what the law does not give."""

import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors, published
from jamsostek.published import ClaimRow, ClaimsTable, ScholarshipRow, printed

PERIOD: dict[str, Any] = {"since": date(2025, 1, 1), "until": date(2025, 10, 31), "source": "regional press"}


def kinds(*rows: ClaimRow, **facts: Any) -> list[str]:
    return [str(each.kind) for each in published.check(ClaimsTable(rows, **{**PERIOD, **facts})).findings]


@pytest.mark.parametrize(
    ("given", "amount", "half"),
    [
        (1_234, 1_234, 0),
        ("437.3 billion", 437_300_000_000, 50_000_000),
        ("Rp437,3 miliar", 437_300_000_000, 50_000_000),
        ("Rp. 519 juta", 519_000_000, 500_000),
        ("79.5 million", 79_500_000, 50_000),
        ("2.45 triliun", 2_450_000_000_000, 5_000_000_000),
        ("3 ribu", 3_000, 500),
        ("1.2345 bn", 1_234_500_000, 50_000),
        ("19.600.000.000", 19_600_000_000, 0),
        ("Rp 1,234,567", 1_234_567, 0),
    ],
)
def test_printed_sums(given: int | str, amount: int, half: int) -> None:
    found = printed(given)
    assert found == published.Printed(amount, Fraction(half))
    assert (found.least, found.most) == (Fraction(amount - half), Fraction(amount + half))


def test_printed_sums_told() -> None:
    assert printed("79.5 million").text() == "79,500,000 ± 50,000"
    assert printed(5_000).text("id") == "5.000"


@pytest.mark.parametrize(
    ("given", "error", "what"),
    [
        ("437.3", errors.NotAnAmount, "no printed sum.*billion, bn, miliar"),
        ("1.234,567.890", errors.NotAnAmount, "no printed sum"),
        ("437,3 M", errors.NotAnAmount, "M is miliar in Indonesian and million in English"),
        ("437.3 M", errors.NotAnAmount, "no printed sum"),
        ("1,234 billion", errors.NotAnAmount, "mark of thousands"),
        ("1.23456 ribu", errors.NotAnAmount, "parts of a rupiah"),
        (1.5, errors.FloatAmount, "float"),
        (-1, errors.NegativeAmount, "negative"),
        (None, errors.NotAnAmount, "no amount"),
    ],
)
def test_what_is_no_printed_sum(given: Any, error: type[errors.JamsostekError], what: str) -> None:
    with pytest.raises(error, match=what):
        printed(given)
    with pytest.raises(error, match=f"amount: .*{what}"):
        ClaimRow("JKM", given, 1)
    if given is not None:
        with pytest.raises(error, match=f"total: .*{what}"):
            ClaimsTable([ClaimRow("JKM", 1, 1)], total=given, **PERIOD)


def test_what_a_table_refuses() -> None:
    with pytest.raises(errors.SeveralErrors, match="3 faults"):
        ClaimRow("JKX", "x", -1)  # type: ignore[arg-type]
    with pytest.raises(errors.UnknownKind, match="bachelor"):
        ScholarshipRow("university", 1, 1)  # type: ignore[arg-type]
    with pytest.raises(errors.UnknownKind, match="did you mean 'primary'"):
        ScholarshipRow("SD", 1, 1)  # type: ignore[arg-type]
    with pytest.raises(errors.UnknownProgramme):
        ClaimRow(None, 1, 1)  # type: ignore[arg-type]
    row, school = ClaimRow("JKM", 1, 1), ScholarshipRow("primary", 1, 1)
    for rows, facts, error, what in (
        ([], {}, errors.MissingFact, "no row"),
        ([school], {}, errors.WrongType, "no ClaimRow"),
        (3, {}, errors.WrongType, "no ClaimRow"),
        ([row, row], {}, errors.NamedTwice, "JKM told twice"),
        ([row], {"scholarships": [school, school]}, errors.NamedTwice, "primary told twice"),
        ([row], {"people": -1}, errors.OutOfRange, "people"),
        ([row], {"source": ""}, errors.MissingFact, "source"),
        ([row], {"since": date(2026, 1, 1)}, errors.Contradiction, "since"),
        ([row], {"until": None}, errors.NotADate, "until"),
    ):
        with pytest.raises(error, match=what):
            ClaimsTable(rows, **{**PERIOD, **facts})
    with pytest.raises(errors.WrongType, match="no table"):
        published.check(row)  # type: ignore[arg-type]


def test_sums_with_the_rounding_of_what_is_printed() -> None:
    rows = ClaimRow("JHT", "1.2 billion", 1), ClaimRow("JP", "1.4 billion", 1)
    assert kinds(*rows, total=2_600_000_000) == []
    assert kinds(*rows, total="2.6 billion") == []
    assert kinds(*rows, total="3 billion") == []  # 2.6 is printed so
    assert kinds(*rows, total=2_700_000_000) == ["rounded_sum"]
    assert kinds(*rows, total=2_700_000_001) == ["sum"]
    assert kinds(*rows, total="2.5 billion") == ["rounded_sum"]
    assert kinds(*rows, total="2.4 billion") == ["sum"]
    assert kinds(ClaimRow("JHT", 5, 1), ClaimRow("JP", 6, 1), total=12) == ["sum"]
    table = ClaimsTable([ClaimRow("JHT", 5, 1)], total=6, **PERIOD)
    assert published.check(table).findings[0].hints == ()


def test_people_that_do_not_add_up() -> None:
    rows = ClaimRow("JHT", 500, 500), ClaimRow("JP", 82, 82)
    found = published.check(ClaimsTable(rows, people=522, **PERIOD))
    assert [hint for hint, _ in found.findings[0].hints][1] == "the two differ in one digit"
    assert found.findings[0].text("id") == "rincian 582, tercantum 522: +60"
    more = published.check(ClaimsTable(rows, people=999, **PERIOD)).findings[0]
    assert more.hints == ()
    assert kinds(*rows, people=582) == []
    assert kinds(*rows, scholarships=[ScholarshipRow("primary", 1_500_000, 1)], children=2) == ["people"]
    assert kinds(*rows, children=2, scholarship_total=5) == []


def test_the_average_of_jkm_against_the_law_of_the_months() -> None:
    assert kinds(ClaimRow("JKM", 42_000_000 * 10, 10)) == []
    assert kinds(ClaimRow("JKM", 42_000_000 * 10 + 1, 10)) == ["above_law"]
    assert kinds(ClaimRow("JKM", "0.42 billion", 10)) == []
    assert kinds(ClaimRow("JKM", "1.01 billion", 24)) == []  # 42.08 million, and less once rounding is allowed for
    assert kinds(ClaimRow("JKM", "0.3 billion", 31)) == []  # 9.68 million, and more likewise
    assert kinds(ClaimRow("JKM", 10_000_000 * 10, 10)) == []
    assert kinds(ClaimRow("JKM", 10_000_000 * 10 - 1, 10)) == ["below_law"]
    assert kinds(ClaimRow("JKM", 0, 0)) == []
    early = {"since": date(2019, 1, 1), "until": date(2019, 12, 1)}
    assert kinds(ClaimRow("JKM", 24_000_001, 1), **early) == ["above_law"]
    assert kinds(ClaimRow("JKM", 3_000_000, 1), **early) == []
    across = {"since": date(2019, 1, 1), "until": date(2019, 12, 2)}
    assert kinds(ClaimRow("JKM", 42_000_000, 1), **across) == []
    assert kinds(ClaimRow("JKM", 3_000_000, 1), **across) == []
    assert kinds(ClaimRow("JKM", 2_999_999, 1), **across) == ["below_law"]


def school(stage: str, amount: int | str, children: int, **facts: Any) -> Any:
    row = ScholarshipRow(stage, amount, children)  # type: ignore[arg-type]
    return published.check(ClaimsTable(scholarships=[row], **{**PERIOD, **facts}))


def test_scholarships_by_the_yearly_rates() -> None:
    assert not school("primary", 15_000_000, 10).findings
    more = school("primary", 16_500_000, 10)
    assert more
    assert more.findings[0].text() == "16,500,000 ÷ 1,500,000 = 11 payments to 10 children: 1 more"
    fewer = school("bachelor", 24_000_000, 3)
    assert not fewer
    assert fewer.findings[0].text("id") == "24.000.000 ÷ 12.000.000 = 2 pembayaran kepada 3 anak: 1 kurang"
    broken = school("primary", 16_000_000, 10)
    assert not broken
    assert broken.findings[0].text() == "16,000,000 ÷ 1,500,000 ≈ 10.67"
    assert broken.payments[0].exact == Fraction(32, 3)
    rough = school("bachelor", "3.6 billion", 278)
    assert rough.findings[0].text() == (
        "3,600,000,000 ÷ 12,000,000 = 300 (296 – 304) payments to 278 children: 22 more"
    )
    assert rough.payments[0].extra == (18, 26)
    assert not school("bachelor", "3.6 billion", 300).findings
    with pytest.raises(errors.Contradiction, match="no scholarship is paid there"):
        school("postgraduate", 1, 1)
    with pytest.raises(errors.BeforeLaw):
        school("primary", 1, 1, since=date(2019, 1, 1), until=date(2019, 6, 30))
    with pytest.raises(errors.EvidenceTooWeak, match="annex III"):
        published.check(
            ClaimsTable(scholarships=[ScholarshipRow("primary", 16_500_000, 10)], **PERIOD), law=js.LAW.require("A")
        )


def test_a_sum_without_people() -> None:
    row = ClaimRow("JKM", "10 million", 0)
    found = published.check(ClaimsTable([row], **PERIOD))
    assert not found
    assert [each.text() for each in found.of("nobody")] == ["10,000,000 ± 500,000 ÷ 0"]
    assert "JKM: jumlah tanpa penerima: 10.000.000 ± 500.000 ÷ 0" in found.explain("id")
    assert kinds(ClaimRow("JHT", 1, 0), ClaimRow("JKM", "0 million", 0)) == ["nobody"]
    children = school("primary", "1.5 million", 0)
    assert [(each.where, str(each.kind), each.hints) for each in children.findings] == [("primary", "nobody", ())]
    assert not school("primary", 1_499_999, 0).of("not_divisible")


def test_a_sum_that_does_not_divide_has_no_number_of_payments() -> None:
    found = school("primary", 519_100_000, 335)
    assert not found.payments[0].whole
    assert found.grid().splitlines()[1].split()[-1] == "346.07"
    assert found.to_dict()["payments"] == {"primary": None}


def test_the_scholarship_of_the_older_law_explains_before_years_caught_up() -> None:
    year = {"since": date(2019, 1, 1), "until": date(2019, 12, 31)}
    (more,) = school("primary", 12_000_000, 1, **year).findings
    assert more.hints[0][0] == "for events up to 2019-12-01 it was 12,000,000 once for each participant"
    assert "satu kali untuk setiap peserta" in more.hints[0][1]
    assert "PP 44/2015 art. 34(2)" in [cite.text() for cite in more.cites]
    assert len(more.hints) == 2
    assert len(school("primary", 12_000_000, 1).findings[0].hints) == 1
    assert school("primary", 1_500_000, 3, **year).findings[0].hints == ()


def test_places_in_indonesian() -> None:
    table = ClaimsTable(
        [ClaimRow("JHT", 5, 1)], total=6, scholarships=[ScholarshipRow("primary", 3_000_000, 1)], **PERIOD
    )
    lines = published.check(table).explain("id").splitlines()
    assert [line.partition(":")[0] for line in lines[-3:-1]] == ["tabel", "sekolah dasar (SD) atau sederajat"]


def test_a_check_told() -> None:
    rows = ClaimRow("JKM", 43_000_000, 1), ClaimRow("JHT", 0, 0)
    table = ClaimsTable(rows, scholarships=[ScholarshipRow("primary", 16_500_000, 10)], total=43_000_001, **PERIOD)
    found = published.check(table)
    assert [each.name for each in found.averages] == ["JKM", "primary"]
    assert [str(each.kind) for each in found.of("above_law")] == ["above_law"]
    text = found.explain()
    assert (
        "JKM: more on average than the law gives in cash: 43,000,000 ÷ 1 = 43,000,000 > 42,000,000 (PP 44/2015" in text
    )
    assert "1 × 42,000,000 = 42,000,000: 1,000,000 more" in text
    assert "pembayaran melebihi jumlah anak" in found.explain("id")
    assert json.loads(json.dumps(found.to_dict()))["payments"] == {"primary": [11, 11]}
    assert "16,500,000" in found._repr_html_()
    assert repr(found) == "<TableCheck: 3 findings>"
    assert "sekolah dasar" in found.grid("id")
    assert published.check(ClaimsTable([ClaimRow("JHT", 1, 1)], **PERIOD)).explain().endswith("nothing contradicts")
