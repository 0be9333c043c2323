"""What the value of a table is: how to check it and how to show it; for tables of your own too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from attrs import field, frozen

from ._kinds import Labelled, Lang, Programme
from ._money import number, percent, rupiah

T = TypeVar("T")


@frozen(eq=False, repr=False)
class Unit(Generic[T]):
    """A kind of value: its label, its check, and its text for people."""

    label_en: str
    label_id: str
    check: Callable[[object], bool] = field(repr=False, eq=False)
    show: Callable[[T, Lang], str] = field(repr=False, eq=False)


class Bracket(NamedTuple):
    """One row of the income table of the self-employed.

    ``least`` and ``most`` are the incomes as printed, rupiah per month (``most`` None: no upper end); ``reference`` is
    the reference income (dasar penghasilan) that contributions and benefits go by.
    """

    least: int
    most: int | None
    reference: int


@frozen
class Duty:
    """The programmes a kind of participant must join and may join; every other one is closed."""

    compulsory: tuple[Programme, ...]
    optional: tuple[Programme, ...] = ()
    must: frozenset[Programme] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "must", frozenset(self.compulsory))


def _is_count(value: object) -> bool:
    return type(value) is int and value > 0


def _is_wait(value: object) -> bool:
    return type(value) is int and value >= 0


def _is_share(value: object) -> bool:
    return isinstance(value, Fraction) and 0 <= value < 1


def _is_rate(value: object) -> bool:
    return isinstance(value, Fraction) and -1 < value < 1


def _is_shares(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and all(map(_is_share, value))


def _is_brackets(value: object) -> bool:
    if not (isinstance(value, tuple) and value and all(isinstance(each, Bracket) for each in value)):
        return False
    inner = all(
        each.most is not None and each.least <= each.most < after.least and each.reference < after.reference
        for each, after in pairwise(value)
    )
    return inner and value[0].least == 0 and value[-1].most is None


def _is_words(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(each, Labelled) for each in value)


def _bracket_text(bracket: Bracket, lang: Lang) -> str:
    top = "…" if bracket.most is None else number(bracket.most, lang)
    return f"{number(bracket.least, lang)}–{top}: {number(bracket.reference, lang)}"


def _duty_text(duty: Duty, lang: Lang) -> str:
    text = ", ".join(duty.compulsory) or "–"
    if duty.optional:
        text += f" ({'optional' if lang == 'en' else 'pilihan'}: {', '.join(duty.optional)})"
    return text


def _shares_text(shares: tuple[Fraction, ...], lang: Lang) -> str:
    return " / ".join(percent(each, lang) for each in shares)


def _brackets_text(brackets: tuple[Bracket, ...], lang: Lang) -> str:
    return "; ".join(_bracket_text(each, lang) for each in brackets)


def _words_text(words: tuple[Labelled, ...], lang: Lang) -> str:
    return ", ".join(each.label(lang) for each in words)


def _is_duty(value: object) -> bool:
    return isinstance(value, Duty)


def _is_true(value: object) -> bool:
    return value is True


def _is_day(value: object) -> bool:
    return type(value) is date


def _day_text(day: date, _lang: Lang) -> str:
    return str(day)


def _yes(_value: bool, lang: Lang) -> str:
    return "yes" if lang == "en" else "ya"


MONEY: Unit[int] = Unit("rupiah per month", "rupiah per bulan", _is_count, rupiah)
SHARE: Unit[Fraction] = Unit("share", "bagian", _is_share, percent)
RATE: Unit[Fraction] = Unit("yearly rate, a fraction", "tingkat per tahun", _is_rate, percent)
SHARES: Unit[tuple[Fraction, ...]] = Unit(
    "shares of the wage by risk group 1 to 5",
    "bagian upah menurut kelompok risiko 1 sampai 5",
    _is_shares,
    _shares_text,
)
YEARS: Unit[int] = Unit("years of age", "tahun", _is_count, number)
COUNT: Unit[int] = Unit("number of people", "orang", _is_count, number)
MONTHS: Unit[int] = Unit("months", "bulan", _is_count, number)
WAIT: Unit[int] = Unit("months of waiting", "bulan masa tunggu", _is_wait, number)
SUM: Unit[int] = Unit("rupiah", "rupiah", _is_count, rupiah)
WAGES: Unit[int] = Unit("monthly wages", "bulan upah", _is_count, number)
TERM: Unit[int] = Unit("years", "tahun", _is_count, number)
HOURS: Unit[int] = Unit("hours", "jam", _is_count, number)
DAY: Unit[date] = Unit("day", "tanggal", _is_day, _day_text)
DAYS: Unit[int] = Unit("days", "hari", _is_count, number)
BRACKETS: Unit[tuple[Bracket, ...]] = Unit(
    "income brackets with their reference income",
    "kelompok penghasilan dengan dasar penghasilan",
    _is_brackets,
    _brackets_text,
)
DUTY: Unit[Duty] = Unit("programmes", "program", _is_duty, _duty_text)
WORDS: Unit[tuple[Labelled, ...]] = Unit("list of words", "daftar", _is_words, _words_text)
IN_FORCE: Unit[bool] = Unit("measure in force", "masa berlaku", _is_true, _yes)
