"""Identity numbers."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import errors
from jamsostek.identifiers import Sex, nik

NOW = date(2026, 3, 1)


def test_a_woman_of_the_city_of_malang() -> None:
    found = nik("3573 01 55 06 90 0001", on=NOW)
    assert found == ("3573015506900001", "357301", "female", date(1990, 6, 15), 1)
    assert found.region.startswith("3573")  # 3507 is the regency
    assert js.Person(born=found.born).born == date(1990, 6, 15)


@pytest.mark.parametrize(
    ("text", "on", "born", "sex"),
    [
        ("3573010101050001", NOW, date(2005, 1, 1), "male"),  # the century hangs on the day of reading
        ("3573010101050001", date(1999, 1, 1), date(1905, 1, 1), "male"),
        ("3171012902001234", NOW, date(2000, 2, 29), "male"),
        ("3171016902001234", NOW, date(2000, 2, 29), "female"),
        ("3171012902001234", date(2000, 2, 29), date(2000, 2, 29), "male"),
        ("6501.010101-900001", NOW, date(1990, 1, 1), "male"),  # North Kalimantan: no region is refused
        ("3171010203260001", NOW, date(1926, 3, 2), "male"),  # tomorrow's child is a hundred years old today
    ],
)
def test_births(text: str, on: date, born: date, sex: str) -> None:
    found = nik(text, on=on)
    assert (found.born, found.sex) == (born, sex)


BAD: list[tuple[Any, Any, type[Exception], str]] = [
    ("357301550690001", NOW, errors.NotANik, "16 digits"),
    ("357301550690000A", NOW, errors.NotANik, "16 digits"),
    ("３５７３０１５５０６９０００01", NOW, errors.NotANik, "16 digits"),
    ("3573018101900001", NOW, errors.NotANik, "810190 is no day of birth"),
    ("3573010001900001", NOW, errors.NotANik, "no day of birth"),
    ("3573014001900001", NOW, errors.NotANik, "no day of birth"),
    ("3573013002000001", NOW, errors.NotANik, "no day of birth"),
    ("3171012902000001", date(2000, 2, 28), errors.NotANik, "no day of birth"),
    ("3573011506900000", NOW, errors.NotANik, "0000"),
    (3573015506900001, NOW, errors.WrongType, "no text"),
    ("3573015506900001", None, errors.NotADate, "on: no day"),
]


@pytest.mark.parametrize(("text", "on", "error", "says"), BAD)
def test_bad_input(text: Any, on: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        nik(text, on=on)


@given(st.dates(date(1926, 3, 2), NOW), st.sampled_from(Sex), st.integers(1, 9999), st.integers(0, 999_999))
def test_whoever_is_younger_than_a_hundred_is_read_back(born: date, sex: Sex, serial: int, region: int) -> None:
    day = born.day + (40 if sex is Sex.FEMALE else 0)
    found = nik(f"{region:06}{day:02}{born:%m%y}{serial:04}", on=NOW)
    assert (found.born, found.sex, found.serial, int(found.region)) == (born, sex, serial, region)
