"""Business types: both versions of the annex, the search, what it tells when there is nothing."""

import json
import re

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import errors, jkk

NOW, BEFORE = "2019-12", "2019-11"
ALL = jkk.businesses()


def keys(query: str, month: str | None = None) -> list[str]:
    return [each.key for each in jkk.businesses(query, month=month)]


def test_the_annex_in_its_two_versions() -> None:
    assert [sum(each.risk_group == group for each in ALL) for group in range(1, 6)] == [23, 25, 96, 23, 24]
    assert (len(ALL), str(ALL.since)) == (191, "2019-12-02")
    old = jkk.businesses(month=BEFORE)
    assert (len(old), str(old.since)) == (192, "2015-07-01")
    assert (ALL["II-13"].label_id, old["II-14"].label_id) == ("Industri alat musik", "Industri alat musik")
    assert old["II-13"].label_id == ALL["I-22"].label_id == "Reparasi arloji dan lonceng"
    labels = [each.label_id for each in old if each.key != "II-13"]
    assert labels == [each.label_id for each in ALL]


def test_the_watchmaker_stood_in_two_groups_until_december_2019() -> None:
    assert keys("reparasi arloji", BEFORE) == ["I-22", "II-13"]
    assert jkk.businesses("reparasi arloji", month=BEFORE).risk_groups == (1, 2)
    assert keys("reparasi arloji", NOW) == keys("watch repair") == ["I-22"]


@pytest.mark.parametrize(
    ("one", "other"), [("III-95", "IV-3"), ("III-68", "IV-18"), ("III-39", "III-87"), ("III-28", "IV-14")]
)
def test_known_overlaps_stand_beside_each_other(one: str, other: str) -> None:
    assert (ALL[one].overlaps, ALL[other].overlaps) == ((other,), (one,))
    for each in (one, other):
        assert {one, other} <= set(keys(ALL[each].label_id))
    assert sum(len(each.overlaps) for each in ALL) == 8


def test_evidence_of_each_entry() -> None:
    old = jkk.businesses(month=BEFORE)
    assert [str(cite) for cite in old["II-13"].cites] == ["PP 44/2015 annex I [A]"]
    assert [str(cite) for cite in old["II-14"].cites] == ["PP 44/2015 annex I [C derived]"]
    assert [cite.grade for cite in ALL["II-12"].cites] == ["A", "C"]
    assert [str(cite) for cite in ALL["V-24"].cites] == ["PP 44/2015 annex I as amended by PP 82/2019 [C]"]


def test_whole_words_then_beginnings_then_parts() -> None:
    assert keys("tambang")[:2] == ["V-15", "V-17"]
    assert keys("tambang")[-2:] == ["V-9", "V-16"]  # inside Pertambangan
    assert keys("angkut") == ["IV-10", "II-11", "III-90", "V-6", "V-7"]  # begins angkutan, lies inside pengangkutan
    assert keys("jahit") == ["I-1"]  # inside Penjahitan
    assert keys("bis") == ["III-18"]  # three letters begin a word, but are looked for in none
    assert keys("gas distribution") == ["III-68", "IV-18"]
    assert keys("Péternakan DAN") == ["I-19"]


def test_a_word_that_no_candidate_has_is_told() -> None:
    found = jkk.businesses("toko baju")
    assert ([each.key for each in found], found.unmatched, found.near) == (["I-8"], ("baju",), ("batu", "baja"))
    assert found.text().splitlines()[:2] == [
        "not found: baju; these have the other words alone:",
        "near words in the annex: batu, baja",
    ]
    assert found.text("id").startswith("tidak ditemukan: baju")
    assert (found.complete, repr(found)) == (False, "<Businesses 'toko baju': I-8, in part>")
    assert "not found: baju" in found._repr_html_()


def test_types_that_have_some_of_the_words_are_told_to_be_weaker() -> None:
    some = jkk.businesses("pabrik kue sepatu")
    assert (some.complete, some.unmatched) == (False, ())
    assert some.text().startswith("no business type has all of the words; these have some:\n")
    assert some.text("id").startswith("tidak ada jenis usaha yang memuat semua kata")
    assert some.to_dict()["complete"] is False
    assert jkk.businesses("pabrik kue").complete
    assert jkk.businesses("pabrik kue").text().startswith("III-17")


def test_one_or_many() -> None:
    for one, many in (("pharmacy", "pharmacies"), ("truck", "trucks"), ("watch", "watches")):
        assert keys(one)
        assert keys(one)[0] == keys(many)[0]
    assert keys("mine") == keys("mines")
    assert {"coal mining, coal mines", "other mining, other mines"} <= {
        each.label_en for each in jkk.businesses("mine")
    }
    assert keys("glass")[0] == keys("glas")[0]


def test_words_that_name_no_trade_find_none() -> None:
    assert keys("IT company") == keys("it") == []
    assert keys("PT asuransi") == keys("insurance company") == keys("insurance") == ["I-10"]
    assert "IV-8" in keys("company")  # where nothing else is asked for


def test_nothing_found_says_so_with_near_words() -> None:
    found = jkk.businesses("restoran")
    assert (len(found), found.risk_groups, repr(found)) == (0, (), "<Businesses 'restoran': none>")
    assert found.text() == "no business type of annex I has 'restoran'\nnear words in the annex: restaurants"
    assert found.text("id").startswith("tidak ada jenis usaha di Lampiran I dengan 'restoran'")
    assert "near words" in found._repr_html_()
    assert jkk.businesses("of and").text() == "no business type of annex I has 'of and'"


def test_what_a_candidate_shows() -> None:
    found = jkk.businesses("bengkel mobil")
    assert repr(found) == "<Businesses 'bengkel mobil': IV-3, III-95>"
    assert found.text("id").splitlines()[1] == (
        "III-95  0,89 %  Reparasi kendaraan bermotor (mobil, truk, dan sepeda motor)  [tumpang tindih dengan IV-3]"
    )
    assert "repair of motor vehicles" in found._repr_html_()
    again = json.loads(json.dumps(found.to_dict()))
    assert (again["schema"], again["since"]) == ("jamsostek.businesses/1", "2019-12-02")
    assert again["candidates"][1] == {
        "key": "III-95",
        "risk_group": 3,
        "number": 95,
        "share": "89/10000",
        "label_id": "Reparasi kendaraan bermotor (mobil, truk, dan sepeda motor)",
        "label_en": "repair of motor vehicles (cars, trucks and motorcycles)",
        "overlaps": ["IV-3"],
        "basis": ["PP 44/2015 annex I as amended by PP 82/2019 [C]"],
    }


def test_a_candidate_leads_to_the_bill() -> None:
    mill = jkk.businesses("rice mill")["III-14"]
    worker = js.WageEarner(wage=4_000_000, employer=js.Employer(risk_group=mill.risk_group))
    assert js.contributions(worker, month="2026-03")["JKK"] == 35_600


def test_the_law_may_have_another_list_and_other_shares() -> None:
    only = (attrs.evolve(ALL["V-8"], risk_group=1, number=1),)
    law = js.LAW.override(jkk.BUSINESSES, since="2027-01", value=only)
    assert [each.key for each in jkk.businesses("korek", law=law)] == ["I-1"]
    assert keys("korek") == ["V-8"]
    with pytest.raises(errors.InvalidTable, match="business types"):
        js.LAW.override(jkk.BUSINESSES, since="2027-01", value=())


def test_bad_input() -> None:
    with pytest.raises(errors.WrongType, match="query"):
        jkk.businesses(39)  # type: ignore[arg-type]
    with pytest.raises(errors.BeforeLaw, match="BUSINESSES"):
        jkk.businesses("topi", month="2015-06")
    with pytest.raises(errors.NotAMonth):
        jkk.businesses("topi", month="March")
    with pytest.raises(errors.UnknownBusiness, match="'III-97' is unknown; did you mean 'III-9"):
        ALL["III-97"]
    with pytest.raises(errors.UnknownLanguage):
        ALL.text("fr")  # type: ignore[arg-type]
    with pytest.raises(AttributeError, match=r"it has .*BUSINESSES"):
        jkk.BUSINESES  # noqa: B018
    assert set(dir(jkk)) == set(jkk.__all__)


CONNECTING = {"it", "dan", "atau", "dari", "untuk", "di", "and", "or", "of", "for", "the", "in"}


@given(st.sampled_from(ALL.candidates), st.sampled_from(["label_id", "label_en"]), st.data())
def test_every_type_is_found_by_any_of_its_words(each: jkk.Business, name: str, data: st.DataObject) -> None:
    words = sorted(set(re.findall(r"\w+", getattr(each, name).lower())) - CONNECTING)
    some = data.draw(st.lists(st.sampled_from(words), min_size=1, unique=True))
    found = jkk.businesses(" ".join(some).upper(), month=NOW)
    assert each in found
    assert found.unmatched == found.near == ()


@given(st.text())
def test_any_text_gives_candidates_of_the_annex_or_none(query: str) -> None:
    found = jkk.businesses(query)
    assert set(found) <= set(ALL)
    assert len(set(found)) == len(found.candidates)
    assert found.text()
