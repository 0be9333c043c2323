"""Amounts read back: what somebody printed, what fits no rule, slips of digits, bad input."""

from datetime import date
from fractions import Fraction
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import errors
from jamsostek import testing as given_by

insured = partial(js.claim, programmes=(js.Programme.JKK, js.Programme.JKM))

ILL = js.Death(on=date(2024, 5, 1), work_related=False)
FATAL = js.Death(on=date(2024, 5, 1), work_related=True)


@pytest.mark.parametrize(
    ("amount", "event", "first"),
    [
        # Antara Ambon 2020 (BPJS Maluku), a fatal accident in a harbour: itemised
        (70_000_000, js.Death(on=date(2020, 3, 1), work_related=True), "wage 1,000,000"),
        # Jakrev, 2023-04-18: a soup seller; the income behind it is the second row of the table
        (79_600_000, js.Death(on=date(2023, 3, 8), work_related=True), "wage 1,200,000"),
        # City of Malang, 2024-03-18: each of three heirs
        (42_000_000, ILL, "lump sum 20,000,000 + periodic benefit 12,000,000 + funeral cost 10,000,000"),
        # Republika, 2019-05-06: a poll worker
        (24_000_000, js.Death(on=date(2019, 5, 2), work_related=False), "lump sum 16,200,000"),
        # Antara Babel, 2023-07-14: two employers
        (84_000_000, js.Death(on=date(2023, 6, 20), work_related=False), "2 × (lump sum 20,000,000)"),
        # the branches of Palu and Meulaboh, 2025: within the first three months
        (10_000_000, js.Death(on=date(2025, 7, 10), work_related=False), "funeral cost 10,000,000; a part of it"),
        # PP 44/2015 art. 42(1)b: what waits for the arrears
        (32_000_000, ILL, "lump sum 20,000,000 + periodic benefit 12,000,000; a part of it"),
        # Rubrik Sultra, April 2021: with the first scholarship of a student
        (54_000_000, ILL, "scholarship, bachelor's studies 12,000,000"),
        # two children to the end of their way: the ceiling in the press since 2019
        (174_000_000, ILL, "2 × (scholarship, 2 years, kindergarten 3,000,000)"),
        (180_000_000, js.TotalDisability(on=date(2024, 5, 1), work_related=True), "wage 3,000,000"),
        (118_000_000, FATAL, "death benefit 96,000,000 + periodic benefit 12,000,000 + funeral cost 10,000,000"),
        # PP 44/2015 art. 34(2): once for the participant
        (36_000_000, js.Death(on=date(2018, 5, 1), work_related=False), "scholarship 12,000,000"),
    ],
)
def test_amounts_that_were_printed(amount: int, event: js.Death | js.TotalDisability, first: str) -> None:
    found = js.read_back(amount, event)
    assert first in found.matches[0].text()
    assert found
    assert all(sum(part.amount for part in match.parts) == amount for match in found)
    assert all(match.cites for match in found)


def test_a_million_for_a_death_fits_no_rule() -> None:
    for event in (ILL, FATAL, js.Death(on=date(2026, 1, 20))):
        found = js.read_back(1_000_000, event)
        assert not found
        assert len(found) == 0
    text = js.read_back(1_000_000, js.Death(on=date(2026, 1, 20), work_related=False)).explain()
    assert text == "no rule gives Rp1,000,000\n10 times it would be JKM: funeral cost 10,000,000; a part of it"
    assert js.read_back(480_000, ILL).explain() == "no rule gives Rp480,000"  # ten times it was a sum until 2019
    assert js.read_back(1_000_000, ILL).explain("id").startswith("tidak ada ketentuan yang menghasilkan Rp1.000.000")


def test_the_cause_narrows_it() -> None:
    either = js.read_back(42_000_000, js.Death(on=date(2024, 5, 1)))
    assert {match.programme for match in either} == {js.Programme.JKK, js.Programme.JKM}
    assert {match.programme for match in js.read_back(42_000_000, ILL)} == {js.Programme.JKM}
    assert {match.programme for match in js.read_back(42_000_000, FATAL)} == {js.Programme.JKK}


def test_the_floor_of_the_death_benefit_fits_every_low_wage() -> None:
    found = js.read_back(42_000_000, FATAL).matches[0]
    assert (found.wage, found.wage_at_most) == (None, 416_666)
    assert "any wage up to 416,666" in found.text()
    assert js.read_back(42_000_000, FATAL, wage=400_000).matches == (found,)
    assert not js.read_back(42_000_000, FATAL, wage=500_000).matches


def test_another_version_is_told_to_be_another() -> None:
    found = js.read_back(24_000_000, ILL)
    assert [match.governs for match in found][-1] is False
    assert found.matches[-1].text().endswith("all the cash of the event; by the law of 2015-07-01 – 2019-12-01")


def test_a_known_wage_leaves_what_it_gives() -> None:
    accident = js.WorkAccident(on=date(2024, 5, 1))
    known = js.read_back(128_000_000, accident, wage=4_000_000)
    assert [match.text() for match in known if match.governs] == [
        "JKK: benefit for partial disability (right arm from the shoulder joint down / hearing of both ears) "
        "128,000,000; wage 4,000,000; all the cash of the event"
    ]
    assert known.explain("id").startswith("Rp128.000.000, dengan upah 4.000.000")
    assert not js.read_back(128_000_001, accident, wage=4_000_000).explain().count("\n")


def test_of_an_accident_every_outcome_that_is_not_excluded() -> None:
    on = date(2024, 5, 1)
    open_ = js.read_back(128_000_000, js.WorkAccident(on=on))
    assert len(open_) > 12
    assert open_.explain().splitlines()[-1] == f"  … {len(open_) - 12} further ones"
    partial = js.read_back(128_000_000, js.WorkAccident(on=on, outcome=js.PartialDisability(losses=js.Loss("eye"))))
    assert all("partial disability" in match.parts[0].label_en for match in partial)
    dead = js.read_back(70_000_000, js.WorkAccident(on=on, outcome=js.Death(on=on)))
    assert dead.matches[0].wage == 1_000_000


def test_in_a_notebook() -> None:
    assert "<td" in js.read_back(42_000_000, ILL)._repr_html_()
    assert repr(js.read_back(42_000_000, ILL)) == "<ReadBack of 42,000,000: 1 matches>"


def test_bad_input() -> None:
    for amount, error in ((0, errors.ZeroAmount), (-5, errors.NegativeAmount), (4.2e7, errors.FloatAmount)):
        with pytest.raises(error):
            js.read_back(amount, ILL)  # type: ignore[arg-type]
    with pytest.raises(errors.SeveralErrors):
        js.read_back("42 juta", "death", wage=5)  # type: ignore[arg-type]


@given(given_by.wages(), st.dates(date(2015, 7, 1), date(2026, 10, 31)), st.booleans(), st.booleans())
def test_whatever_a_claim_comes_to_is_read_back(wage: int, on: date, by_work: bool, dead: bool) -> None:
    who = js.Member(js.WageEarner(wage, risk_group=1), registered="never")
    event = (js.Death if dead else js.TotalDisability)(on=on, work_related=by_work)
    claim = insured(event, who, js.Family(spouse=True, children=False))
    if claim.lump_sum:
        found = js.read_back(claim.lump_sum, event)
        best = next(match for match in found if match.governs and match.complete)
        assert best.wage in (None, wage) or any(match.wage == wage for match in found)
        assert js.read_back(claim.lump_sum, event, wage=wage).matches[0].governs


def test_a_what_if_is_read_back_too() -> None:
    law = js.LAW.override(js.jkm.FUNERAL, since="2024-01-01", value=11_000_000)
    assert [match.parts[-1].amount for match in js.read_back(43_000_000, ILL, law=law) if match.governs] == [11_000_000]
    halved = js.LAW.override(js.jkk.DEATH_SHARE, since="2024-01-01", value=Fraction(1, 2))
    assert js.read_back(62_000_000, FATAL, law=halved).matches[0].wage == 1_000_000
