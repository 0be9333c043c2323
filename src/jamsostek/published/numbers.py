"""Sums of money as they are printed: "437.3 billion", "437,3 miliar", with what rounding left open."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple, cast

from .. import errors
from .._kinds import Lang, check_lang
from .._money import number, sum_error
from .._money import whole as as_int

Sum = int | str
_UNITS = {
    1_000: ("thousand", "ribu"),
    1_000_000: ("million", "juta", "jt"),
    1_000_000_000: ("billion", "bn", "miliar", "milyar"),
    1_000_000_000_000: ("trillion", "triliun"),
}
_WORTH = {word: worth for worth, words in _UNITS.items() for word in words}
_GROUPED = re.compile(r"(?:Rp\.?)?\s*(?P<sum>\d{1,3}(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})+)\Z")
_FORM = re.compile(r"(?:Rp\.?)?\s*(?P<whole>\d+)(?:(?P<mark>[.,])(?P<decimals>\d+))?\s*(?P<unit>[A-Za-z]+)\Z")


class Printed(NamedTuple):
    """A sum of money as printed, rupiah; ``half`` is half a unit of its last digit, 0 where it is exact."""

    amount: int
    half: Fraction = Fraction(0)

    @property
    def least(self) -> Fraction:
        """The least that is printed so."""
        return self.amount - self.half

    @property
    def most(self) -> Fraction:
        """The most that is printed so."""
        return self.amount + self.half

    def text(self, lang: Lang = "en") -> str:
        """The sum, and what rounding left open."""
        shown = number(self.amount, check_lang(lang))
        return f"{shown} ± {number(self.half, lang)}" if self.half else shown


def printed(given: Sum, where: str = "amount") -> Printed:
    """A sum of money from what was printed: an int is exact, a text such as "437.3 billion" or "437,3 miliar" rounded.

    A text with marks of thousands, such as "19.600.000.000", is whole rupiah. Raises ``NotAnAmount``, ``FloatAmount``,
    ``NegativeAmount``.

    >>> printed("Rp437,3 miliar"), printed(79_500_000)
    (Printed(amount=437300000000, half=Fraction(50000000, 1)), Printed(amount=79500000, half=Fraction(0, 1)))
    """
    errors.raise_together(where, (printed_error(where, given),))
    return read(given)


def printed_error(where: str, given: object) -> errors.JamsostekError | None:
    """What is wrong with a printed sum, None if nothing is."""
    if not isinstance(given, str):
        return sum_error(where, given)
    if _GROUPED.match(given.strip()):
        return None
    found = _FORM.match(given.strip())
    if found is None or found["unit"].lower() not in _WORTH:
        words = ", ".join(_WORTH)
        mend = f'write such as "437.3 billion" with one of {words}, or whole rupiah as an int'
        if found is not None and found["unit"].upper() == "M":
            mend = "M is miliar in Indonesian and million in English: write the word"
        return errors.NotAnAmount(where, f"{given!r} is no printed sum", mend)
    decimals = found["decimals"] or ""
    if len(decimals) == len("000"):
        what = f"{given!r} may have decimals or a mark of thousands"
        return errors.NotAnAmount(where, what, "write whole rupiah as an int")
    if _WORTH[found["unit"].lower()] % 10 ** len(decimals):
        return errors.NotAnAmount(where, f"{given!r} has parts of a rupiah", "leave decimals off")
    return None


def read(given: Sum) -> Printed:
    """A printed sum that was checked."""
    if not isinstance(given, str):
        return Printed(cast("int", as_int(given)))
    grouped = _GROUPED.match(given.strip())
    if grouped is not None:
        return Printed(int(grouped["sum"].replace(grouped["mark"], "")))
    found = _FORM.match(given.strip())
    assert found is not None  # the error was told before
    decimals = found["decimals"] or ""
    unit = _WORTH[found["unit"].lower()] // 10 ** len(decimals)
    return Printed(int(found["whole"] + decimals) * unit, Fraction(unit, 2))
