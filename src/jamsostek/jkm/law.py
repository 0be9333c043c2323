"""The law of JKM, death (jaminan kematian): what contributions go by."""

from __future__ import annotations

from fractions import Fraction

from .._dated import Clock, Dated, row
from ..instruments import PP_44_2015
from ..units import MONEY, SHARE

RATE: Dated[Fraction] = Dated(
    "jkm.RATE",
    "JKM share of the wage",
    "iuran JKM penerima upah",
    SHARE,
    Clock.CONTRIBUTION_MONTH,
    (row("2015-07", Fraction(30, 10_000), PP_44_2015.at("18(1)")),),
)

SELF_EMPLOYED_AMOUNT: Dated[int] = Dated(
    "jkm.SELF_EMPLOYED_AMOUNT",
    "JKM of the self-employed",
    "iuran JKM peserta bukan penerima upah",
    MONEY,
    Clock.CONTRIBUTION_MONTH,
    (row("2015-07", 6_800, PP_44_2015.at("20(3)")),),
)

TABLES = (RATE, SELF_EMPLOYED_AMOUNT)
