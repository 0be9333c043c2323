"""Money, months, citations, errors."""

import pickle
from datetime import date
from fractions import Fraction

import pytest

import jamsostek as js
from jamsostek import errors, instruments
from jamsostek._citations import weakest
from jamsostek._money import number, percent, rupiah, whole


class Index:
    """An integer as numpy has them."""

    def __index__(self) -> int:
        return 4_000_000


def test_rounding() -> None:
    assert [js.Rounding.HALF_UP.apply(n, 2) for n in (0, 1, 2, 3)] == [0, 1, 1, 2]
    assert [js.Rounding.DOWN.apply(n, 2) for n in (0, 1, 2, 3)] == [0, 0, 1, 1]
    assert [js.Rounding.UP.apply(n, 2) for n in (0, 1, 2, 3)] == [0, 1, 1, 2]


def test_numbers_for_people() -> None:
    assert rupiah(12_000_000) == "Rp12,000,000"
    assert rupiah(12_000_000, "id") == "Rp12.000.000"
    assert number(Fraction(640_005, 10)) == "64,000.5"
    assert number(Fraction(640_005, 10), "id") == "64.000,5"
    assert number(Fraction(1, 3)) == "0+1/3"
    assert percent(Fraction(24, 10_000)) == "0.24 %"
    assert percent(Fraction(24, 10_000), "id") == "0,24 %"


def test_whole() -> None:
    assert [whole(value) for value in (3, Index(), True, "3", 3.0)] == [3, 4_000_000, None, None, None]
    assert type(js.WageEarner(wage=Index(), risk_group=1).wage) is int


def test_month() -> None:
    month = js.Month("2024-02")
    assert (month.first_day, month.last_day) == (date(2024, 2, 1), date(2024, 2, 29))
    assert month + 11 == js.Month("2025-01")
    assert js.Month("2025-01") - month == 11
    assert js.Month("2025-01") - 11 == month
    assert month < js.Month("2024-03")
    assert (str(month), repr(month)) == ("2024-02", 'Month("2024-02")')
    assert js.Month.of(date(2024, 2, 29)) == month
    assert pickle.loads(pickle.dumps(month)) == month
    with pytest.raises(errors.Contradiction, match="2024-01 lies before 2024-02"):
        js.months("2024-02", "2024-01")


@pytest.mark.parametrize(
    "text", ["2024-13", "2024-00", "2024-2", "24-02", "0000-01", "March", "", "2024/02", "２０２４-０２"]
)
def test_not_a_month(text: str) -> None:
    with pytest.raises(errors.NotAMonth, match="YYYY-MM"):
        js.Month(text)


def test_months_out_of_reach() -> None:
    for text in ("9999-12", "1899-12"):
        with pytest.raises(errors.NotAMonth):
            js.Month(text)
    with pytest.raises(errors.NotAMonth, match="year 3000"):
        js.Month("2999-12") + 1
    with pytest.raises(errors.WrongType):
        js.Month("2024-01") + 1.5  # type: ignore[operator]
    with pytest.raises(errors.WrongType, match="subtract"):
        js.Month("2024-01") - "1"  # type: ignore[operator]
    with pytest.raises(errors.NotAMonth, match="last: 'x'"):
        js.months("2024-01", "x")


@pytest.mark.parametrize("given", [202403, None, 2024.03])
def test_not_even_text(given: object) -> None:
    with pytest.raises(errors.NotAMonth):
        js.Month(given)  # type: ignore[arg-type]


@pytest.mark.parametrize("given", ["2024-03-01", date(2024, 3, 1)])
def test_a_full_date_is_no_month(given: object) -> None:
    with pytest.raises(errors.DateForMonth, match=r"Month\.of"):
        js.Month(given)  # type: ignore[arg-type]


def test_month_of_needs_a_date() -> None:
    with pytest.raises(errors.NotADate):
        js.Month.of("2024-03-01")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("place", "english", "indonesian"),
    [
        ("16(1)b", "art. 16(1)b", "Pasal 16 ayat (1) huruf b"),
        ("3A(1)", "art. 3A(1)", "Pasal 3A ayat (1)"),
        ("29(3)-(4)", "art. 29(3)-(4)", "Pasal 29 ayat (3) dan ayat (4)"),
        ("15", "art. 15", "Pasal 15"),
        ("7a", "art. 7a", "Pasal 7 huruf a"),
        ("annex II", "annex II", "Lampiran II"),
        ("annex", "annex", "Lampiran"),
        ("elucidation 13(1)", "elucidation of art. 13(1)", "penjelasan Pasal 13 ayat (1)"),
    ],
)
def test_citations(place: str, english: str, indonesian: str) -> None:
    cite = instruments.PP_44_2015.at(place)
    assert cite.text() == f"PP 44/2015 {english}"
    assert cite.text("id") == f"PP 44/2015 {indonesian}"


def test_an_amendment_is_cited_as_what_it_amends() -> None:
    cite = instruments.PP_49_2023.at("2(3)")
    assert cite.text() == "PP 44/2015 art. 2(3) as amended by PP 49/2023"
    assert cite.text("id") == "PP 44/2015 Pasal 2 ayat (3) sebagaimana diubah dengan PP 49/2023"


def test_citation_of_the_whole_and_marks() -> None:
    cite = instruments.PP_45_2015.at("whole", js.Grade.C, "a note", js.Flag.DERIVED)
    assert str(cite) == "PP 45/2015 [C derived]"
    assert cite.marked("id") == "C turunan"


@pytest.mark.parametrize("place", ["", "Pasal 16", "16 (1)", "x"])
def test_a_citation_names_a_place(place: str) -> None:
    with pytest.raises(errors.InvalidTable):
        instruments.PP_44_2015.at(place)


def test_grades() -> None:
    assert [grade.rank for grade in js.Grade] == list(range(7))
    a, c = instruments.PP_44_2015.at("1"), instruments.PP_44_2015.at("1", js.Grade.C)
    assert weakest((a, c, a)) is js.Grade.C
    assert weakest(()) is js.Grade.GIVEN


def test_instruments_are_dated_and_unique() -> None:
    numbers = [instrument.number for instrument in instruments.ALL]
    assert instruments.PERMENAKER_4_2023 in instruments.ALL  # of those loaded late
    with pytest.raises(AttributeError, match="PP_1_1900"):
        instruments.PP_1_1900  # noqa: B018
    assert len(set(numbers)) == len(numbers)
    for instrument in instruments.ALL:
        assert instrument.title_id
        assert instrument.title_en
        if instrument.promulgated and instrument.in_force:
            assert instrument.promulgated <= instrument.in_force
        for amended in instrument.amends:
            assert amended in instruments.ALL
            # UU 7/2021 amends several laws at once, under a title of its own.
            assert instrument.title_id.startswith(("Perubahan", "Harmonisasi"))


def test_every_error_is_also_a_builtin() -> None:
    leaves = [cls for cls in vars(errors).values() if isinstance(cls, type) and issubclass(cls, errors.JamsostekError)]
    for cls in leaves:
        if cls is not errors.JamsostekError:
            assert issubclass(cls, ValueError | TypeError | LookupError | ImportError), cls
            assert cls.__doc__
    assert issubclass(errors.NoSuchLine, KeyError)


def test_errors_say_where_what_and_how_and_survive_pickling() -> None:
    error = errors.MissingFact("risk_group", "not known", "give 1 to 5")
    assert str(error) == "risk_group: not known; give 1 to 5"
    assert (error.where, error.what, error.mend) == ("risk_group", "not known", "give 1 to 5")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    several = errors.SeveralErrors("here", (error, error))
    assert str(pickle.loads(pickle.dumps(several))) == str(several)
    assert str(several).splitlines() == ["here: 2 faults:", f"- {error}", f"- {error}"]
    assert str(errors.NoSuchLine("bill", "a", "b")) == "bill: a; b"


def test_raise_together() -> None:
    errors.raise_together("nowhere", [None, None])
    one = errors.ZeroAmount("wage", "0", "more")
    with pytest.raises(errors.ZeroAmount) as single:
        errors.raise_together("here", [None, one])
    assert single.value is one
    with pytest.raises(errors.SeveralErrors) as both:
        errors.raise_together("here", [one, None, one])
    assert both.value.errors == (one, one)


def test_near_matches_come_first() -> None:
    error = errors.not_in(errors.UnknownScale, "scale", "medum", ["micro", "small", "medium", "large"])
    assert "did you mean 'medium'?" in str(error)
    assert "did you mean" not in str(errors.not_in(errors.UnknownScale, "scale", 7, ["micro"]))
    assert "did you mean 'micro'?" in str(errors.not_in(errors.UnknownScale, "scale", "MICRO", ["micro", "small"]))
