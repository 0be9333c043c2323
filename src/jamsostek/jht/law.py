"""The law of JHT, old-age savings (jaminan hari tua): what contributions go by."""

from __future__ import annotations

from fractions import Fraction

from .._citations import Flag, Grade
from .._dated import Clock, Dated, row
from ..instruments import PP_46_2015
from ..units import SHARE

EMPLOYER_RATE: Dated[Fraction] = Dated(
    "jht.EMPLOYER_RATE",
    "JHT share of the wage borne by the employer",
    "iuran JHT bagian pemberi kerja",
    SHARE,
    Clock.CONTRIBUTION_MONTH,
    (row("2015-07", Fraction(37, 1_000), PP_46_2015.at("16(1)b")),),
)

WORKER_RATE: Dated[Fraction] = Dated(
    "jht.WORKER_RATE",
    "JHT share of the wage borne by the worker",
    "iuran JHT bagian pekerja",
    SHARE,
    Clock.CONTRIBUTION_MONTH,
    (row("2015-07", Fraction(2, 100), PP_46_2015.at("16(1)a")),),
)

SELF_EMPLOYED_RATE: Dated[Fraction] = Dated(
    "jht.SELF_EMPLOYED_RATE",
    "JHT share of the reference income of the self-employed",
    "iuran JHT dari dasar penghasilan peserta bukan penerima upah",
    SHARE,
    Clock.CONTRIBUTION_MONTH,
    (
        row(
            "2015-07",
            Fraction(2, 100),
            PP_46_2015.at("18(1)-(2)"),
            PP_46_2015.at("annex", Grade.C, "twice the JKK annex; both ends agree with printed figures", Flag.DERIVED),
        ),
    ),
)

TABLES = (EMPLOYER_RATE, WORKER_RATE, SELF_EMPLOYED_RATE)
