"""Money and shares: whole rupiah as plain ints, rates as fractions, rounding as a named rule."""

from __future__ import annotations

import operator
from enum import StrEnum
from fractions import Fraction
from typing import SupportsIndex, cast

from . import errors

# Bounds of sense, not of law: what no monthly wage in rupiah can be. They catch slips of thousands and millions,
# and keep every product of a column inside 64 bits.
LEAST_WAGE = 100_000
MOST_WAGE = 10_000_000_000


class Rounding(StrEnum):
    """How a computed amount becomes whole rupiah (pembulatan)."""

    HALF_UP = "half_up"
    DOWN = "down"
    UP = "up"

    def apply(self, numerator: int, denominator: int) -> int:
        """Whole rupiah of ``numerator / denominator``, both not negative.

        >>> Rounding.HALF_UP.apply(5, 2), Rounding.DOWN.apply(5, 2), Rounding.UP.apply(5, 2)
        (3, 2, 3)
        """
        if self is Rounding.HALF_UP:
            return (2 * numerator + denominator) // (2 * denominator)
        if self is Rounding.DOWN:
            return numerator // denominator
        return -(-numerator // denominator)


def whole(value: object) -> int | None:
    """The plain int behind ``value`` (numpy's integers too), None for bools and whatever is no integer."""
    if type(value) is int:
        return value
    if isinstance(value, bool):
        return None
    try:
        return operator.index(cast("SupportsIndex", value))
    except TypeError:
        return None


def lenient_int(value: SupportsIndex) -> int:
    """Make any integer a plain int; leave what is none for ``amount_error`` to name."""
    found = whole(value)
    return cast("int", value) if found is None else found


def sum_error(where: str, value: object) -> errors.JamsostekError | None:
    """What is wrong with a sum of money, None if nothing is: any whole rupiah from 0."""
    number = whole(value)
    if number is None:
        if isinstance(value, float):
            return errors.FloatAmount(
                where,
                f"{value!r} is a float",
                "give whole rupiah as an int, such as 4_000_000 (round first, knowingly)",
            )
        return errors.NotAnAmount(where, f"{value!r} is no amount", "give whole rupiah as an int, such as 4_000_000")
    if number < 0:
        return errors.NegativeAmount(where, f"{number} is negative", "give whole rupiah from 0, such as 4_000_000")
    return None


def count_error(where: str, value: object) -> errors.JamsostekError | None:
    """What is wrong with a number of things, such as months, None if nothing is: any whole number from 0."""
    found = whole(value)
    if found is None:
        return errors.WrongType(where, f"{value!r} is no whole number", "give an int")
    return errors.OutOfRange(where, f"{found} is negative", "give an int from 0") if found < 0 else None


def amount_error(where: str, value: object, *, may_be_zero: bool = False) -> errors.JamsostekError | None:
    """What is wrong with a monthly wage or income, None if nothing is; an income may be zero."""
    number = whole(value)
    if number is None or number < 0:
        return sum_error(where, value)
    if number == 0:
        return (
            None
            if may_be_zero
            else errors.ZeroAmount(
                where, "0 is no wage", "leave out who earned nothing; a wage that is not known cannot be billed"
            )
        )
    if not LEAST_WAGE <= number <= MOST_WAGE:
        return errors.AbsurdAmount(
            where,
            f"{rupiah(number)} cannot be the pay of one month",
            f"give rupiah per month, from {rupiah(LEAST_WAGE)} to {rupiah(MOST_WAGE)} (not thousands, not millions)",
        )
    return None


def rupiah(amount: int | Fraction, lang: str = "en") -> str:
    """An amount for people: ``Rp1,000`` in English, ``Rp1.000`` in Indonesian."""
    return f"Rp{number(amount, lang)}"


def number(amount: int | Fraction, lang: str = "en") -> str:
    """A number with thousands marks of the language; exact, with decimals only where they end."""
    exact = abs(Fraction(amount))
    text = f"{'-' if amount < 0 else ''}{exact.numerator // exact.denominator:,}"
    rest = exact - exact.numerator // exact.denominator
    if rest:
        text += decimals(rest)
    return text.translate(str.maketrans(",.", ".,")) if lang == "id" else text


def number_or_none(amount: int | None, lang: str = "en") -> str:
    """A number, or a dash for one that there is not."""
    return "–" if amount is None else number(amount, lang)


def months_text(count: int, lang: str = "en") -> str:
    """A number of months."""
    return f"{number(count, lang)} {'bulan' if lang == 'id' else 'month' if count == 1 else 'months'}"


def signed(amount: int, lang: str = "en") -> str:
    """A change, with its sign."""
    return f"{'-' if amount < 0 else '+' if amount else ''}{number(abs(amount), lang)}"


def rounded(amount: Fraction, lang: str = "en") -> str:
    """A number to two decimal places, for people to read; a whole one without."""
    if amount.denominator == 1:
        return number(amount, lang)
    if amount < 0:
        return f"-{rounded(-amount, lang)}"
    hundredths = (200 * amount.numerator + amount.denominator) // (2 * amount.denominator)
    point = "," if lang == "id" else "."
    return f"{number(hundredths // 100, lang)}{point}{hundredths % 100:02}"


def equals(amount: Fraction, lang: str = "en") -> str:
    """The result of a step: ``= 1.05``, or ``≈ 1.33`` where two decimal places are not all of it.

    >>> equals(Fraction(21, 20)), equals(Fraction(4, 3))
    ('= 1.05', '≈ 1.33')
    """
    return f"{'=' if (amount * 100).denominator == 1 else '≈'} {rounded(amount, lang)}"


def one_digit_apart(one: str, other: str) -> bool:
    """Whether two printed numbers differ in exactly one digit, as by a misprint.

    >>> one_digit_apart("33522", "33582"), one_digit_apart("31.23 %", "41.22 %")
    (True, False)
    """
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def decimals(rest: Fraction) -> str:
    """The decimal places of a fraction between 0 and 1, or ``+n/d`` where they never end."""
    places = next((n for n in range(1, 13) if (rest * 10**n).denominator == 1), None)
    if places is None:
        return f"+{rest}"
    return f".{int(rest * 10**places):0{places}}"


def percent(share: Fraction, lang: str = "en") -> str:
    """A share as a percentage: ``0.24 %`` or ``0,24 %``."""
    return f"{number(share * 100, lang)} %"
