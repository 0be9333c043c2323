"""Marginal tiers (tarif bertingkat): what lies in each slice of a value at the slice's own share, never flat."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from ._kinds import Lang
from ._money import number, percent
from .units import Unit


class Slice(NamedTuple):
    """One slice of a marginal scale: the share that is due on what lies above the slice before and up to ``upto``.

    ``upto`` is rupiah, None: no upper end.
    """

    upto: int | None
    share: Fraction


def _is_slices(value: object) -> bool:
    if not (isinstance(value, tuple) and value and all(isinstance(each, Slice) for each in value)):
        return False
    rising = all(
        each.upto is not None and each.upto > 0 and (after.upto is None or after.upto > each.upto)
        for each, after in pairwise(value)
    )
    return rising and value[-1].upto is None and all(0 <= each.share < 1 for each in value)


def _slices_text(slices: tuple[Slice, ...], lang: Lang) -> str:
    word = "above" if lang == "en" else "di atasnya"
    return "; ".join(
        f"{percent(each.share, lang)} {word if each.upto is None else f'≤ {number(each.upto, lang)}'}"
        for each in slices
    )


SLICES: Unit[tuple[Slice, ...]] = Unit("slices of a marginal scale", "lapisan tarif", _is_slices, _slices_text)


def marginal(slices: tuple[Slice, ...], amount: int | Fraction) -> Fraction:
    """What a marginal scale makes due on an amount, exact rupiah.

    >>> from jamsostek import tax
    >>> marginal(tax.SEVERANCE.rows[-1].value, 175_000_000)
    Fraction(13750000, 1)
    """
    # Over one denominator: a fraction reduced at every step would cost several times as much.
    whole, under = amount.numerator, amount.denominator
    scaled, common, low = 0, 1, 0
    for upto, share in slices:
        top = whole if upto is None else min(whole, upto * under)
        if top <= low:
            break
        beneath = share.denominator
        if common % beneath:
            scaled, common = scaled * beneath, common * beneath
        scaled += share.numerator * (common // beneath) * (top - low)
        low = top
    return Fraction(scaled, common * under)


def parts(
    slices: tuple[Slice, ...], before: int | Fraction, until: int | Fraction
) -> Iterator[tuple[Fraction, int | Fraction]]:
    """The share and the rupiah of each slice that lies between two amounts."""
    low: int | Fraction = before
    for upto, share in slices:
        top = until if upto is None or until < upto else upto
        if top > low:
            yield share, top - low
            low = top
