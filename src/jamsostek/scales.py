"""An employer's scale (skala usaha) by capital or sales: PP 7/2021, before it UU 20/2008. A help, not a finding.

The branch office settles the scale at registration. Capital and sales can point to different scales: both are told.

>>> [str(scale) for scale in of(capital=800_000_000, sales=3_000_000_000, month="2026-01")]
['micro', 'small']
"""

from __future__ import annotations

from itertools import pairwise

from . import errors
from ._citations import Flag, Grade
from ._dated import Clock, Dated, row
from ._kinds import Lang, Scale
from ._law import LAW, Law
from ._money import rupiah, whole
from ._months import Month, as_month
from .instruments import PP_7_2021, UU_20_2008
from .units import Unit

__all__ = ["BY_CAPITAL", "BY_SALES", "TABLES", "of"]

Limits = tuple[int, int, int]


def _are_limits(value: object) -> bool:
    if not (isinstance(value, tuple) and len(value) == len(Scale) - 1):
        return False
    return all(type(each) is int and each > 0 for each in value) and all(a < b for a, b in pairwise(value))


def _limits_text(limits: Limits, lang: Lang) -> str:
    parts = [f"{scale.label(lang)} ≤ {rupiah(most, lang)}" for scale, most in zip(Scale, limits, strict=False)]
    return ", ".join((*parts, Scale.LARGE.label(lang)))


LIMITS: Unit[Limits] = Unit("highest sums of micro, small and medium", "batas atas usaha", _are_limits, _limits_text)
_SOURCES = "two or more secondary sources; the line between medium and large remembered"

BY_CAPITAL: Dated[Limits] = Dated(
    "scales.BY_CAPITAL",
    "scale by working capital (before 2021: net assets) without land and business buildings",
    "skala usaha menurut modal usaha (sebelum 2021: kekayaan bersih), tanpa tanah dan bangunan tempat usaha",
    LIMITS,
    Clock.CONTRIBUTION_MONTH,
    (
        row("2015-07", (50_000_000, 500_000_000, 10_000_000_000), UU_20_2008.at("6", Grade.M, "remembered")),
        row(
            "2021-02-02",
            (1_000_000_000, 5_000_000_000, 10_000_000_000),
            PP_7_2021.at("35", Grade.M, _SOURCES, Flag.READING),
        ),
    ),
)

BY_SALES: Dated[Limits] = Dated(
    "scales.BY_SALES",
    "scale by sales of a year",
    "skala usaha menurut hasil penjualan tahunan",
    LIMITS,
    Clock.CONTRIBUTION_MONTH,
    (
        row("2015-07", (300_000_000, 2_500_000_000, 50_000_000_000), UU_20_2008.at("6", Grade.M, "remembered")),
        row(
            "2021-02-02",
            (2_000_000_000, 15_000_000_000, 50_000_000_000),
            PP_7_2021.at("35", Grade.M, _SOURCES, Flag.READING),
        ),
    ),
)

TABLES = (BY_CAPITAL, BY_SALES)


def of(
    *, capital: int | None = None, sales: int | None = None, month: Month | str, law: Law = LAW
) -> tuple[Scale, ...]:
    """The scales that capital and sales (whole rupiah) point to, the smaller first; two where they disagree.

    ``capital`` is working capital without land and business buildings, meant for new businesses; ``sales`` are those of
    a year, meant for running ones; None: not known. Raises ``MissingFact`` where neither is given, ``NotAnAmount``,
    ``NegativeAmount``.
    """
    given = (("capital", capital, BY_CAPITAL), ("sales", sales, BY_SALES))
    errors.raise_together("scales.of", (_sum_error(name, value) for name, value, _ in given if value is not None))
    moment = law.moment(as_month(month))
    found = {
        sum(value > most for most in law.row(table, moment).value) for _, value, table in given if value is not None
    }
    if not found:
        raise errors.MissingFact("scales.of", "neither capital nor sales is known", "give one of them")
    return tuple(list(Scale)[at] for at in sorted(found))


def _sum_error(where: str, value: object) -> errors.JamsostekError | None:
    amount = whole(value)
    if amount is None:
        return errors.NotAnAmount(where, f"{value!r} is no amount", "give whole rupiah as an int")
    if amount < 0:
        return errors.NegativeAmount(where, f"{amount} is negative", "give whole rupiah from 0")
    return None
