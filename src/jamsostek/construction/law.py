"""The law of construction projects (jasa konstruksi): what their contributions go by, who must register and when."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar

from .._citations import Citation, Flag, Grade
from .._dated import Clock, Dated, Horizon, Row, row
from .._kinds import Labelled, Lang
from .._money import percent
from .._more_instruments import PMK_131_2024, UU_8_1983
from .._tiers import SLICES, Slice
from ..instruments import (
    MANUAL_2022,
    PERMENAKER_44_2015,
    PP_14_1993,
    PP_44_2015,
    PP_49_2020,
)
from ..units import DAYS, IN_FORCE, SHARE, WORDS, Unit

T = TypeVar("T")


class Engagement(Labelled):
    """How a worker of a project is engaged (jenis hubungan kerja)."""

    DAY = "day", "by the day", "harian lepas"
    PIECE = "piece", "by the piece", "borongan"
    FIXED_TERM = "fixed_term", "on a fixed-term contract", "perjanjian kerja waktu tertentu (PKWT)"
    PERMANENT = "permanent", "permanently, with the firm", "pekerja tetap perusahaan"


def _is_whole(value: object) -> bool:
    if not (isinstance(value, tuple) and value and all(isinstance(each, Fraction) and each > 0 for each in value)):
        return False
    return sum(value) == 1


def _whole_text(shares: tuple[Fraction, ...], lang: Lang) -> str:
    return " + ".join(percent(each, lang) for each in shares)


INSTALMENTS_UNIT: Unit[tuple[Fraction, ...]] = Unit(
    "shares of one sum, in order", "bagian dari satu jumlah, berurutan", _is_whole, _whole_text
)


def _table(name: str, labels: tuple[str, str], unit: Unit[T], clock: Clock, *rows: Row[T]) -> Dated[T]:
    horizon = Horizon.OPEN if rows[-1].until is None else Horizon.WINDOW
    return Dated(f"construction.{name}", *labels, unit, clock, rows, horizon)


# By the wage list.


def _share(programme: str, value: Fraction, cite: Citation) -> Dated[Fraction]:
    labels = f"{programme} of a project's listed wages", f"iuran {programme} jasa konstruksi dari upah yang tercantum"
    return _table(f"{programme}_SHARE", labels, SHARE, Clock.CONTRIBUTION_MONTH, row("2015-07", value, cite))


JKK_SHARE = _share("JKK", Fraction(174, 10_000), PP_44_2015.at("54(1)"))
JKM_SHARE = _share("JKM", Fraction(30, 10_000), PP_44_2015.at("55(1)"))

# By the contract value.

_MILLION = 10**6
_TOPS = (100 * _MILLION, 500 * _MILLION, 1_000 * _MILLION, 5_000 * _MILLION, None)


def _tiers(programme: str, hundredths: tuple[int, ...], *cites: Citation) -> Dated[tuple[Slice, ...]]:
    """The tiers of a programme, from hundredths of a per cent by slice."""
    slices = tuple(Slice(upto, Fraction(each, 10_000)) for upto, each in zip(_TOPS, hundredths, strict=True))
    labels = (
        f"{programme} of a project by slices of the contract value",
        f"iuran {programme} jasa konstruksi menurut lapisan nilai kontrak",
    )
    return _table(f"{programme}_TIERS", labels, SLICES, Clock.CONTRACT, row("2015-07", slices, *cites))


JKK_TIERS = _tiers("JKK", (21, 17, 13, 11, 9), PP_44_2015.at("54(2)"), PP_44_2015.at("elucidation 54(2)"))
JKM_TIERS = _tiers("JKM", (3, 2, 2, 1, 1), PP_44_2015.at("55(2)"), PP_44_2015.at("elucidation 55(2)"))

_CALCULATORS = "two independent calculators of 2026 divide by 1.11"
VAT = _table(
    "VAT",
    ("value-added tax on construction, share of the price without it", "PPN atas jasa konstruksi"),
    SHARE,
    Clock.CONTRACT,
    row("2015-07", Fraction(10, 100), UU_8_1983.at("7(1)", Grade.C, "a branch's figure of 2020-12-17 fits it")),
    row("2022-04", Fraction(11, 100), UU_8_1983.at("7(1)a", Grade.B, f"as amended by UU 7/2021; {_CALCULATORS}")),
    # Nominally 12 % of eleven twelfths of the price.
    row("2025-01", Fraction(11, 100), PMK_131_2024.at("3", Grade.B, _CALCULATORS)),
)
_PRACTICE: tuple[Fraction, ...] = (Fraction(1, 2), Fraction(1, 4), Fraction(1, 4))
INSTALMENTS = _table(
    "INSTALMENTS",
    ("instalments in which a project may be paid", "tahap pembayaran iuran jasa konstruksi"),
    INSTALMENTS_UNIT,
    Clock.CONTRACT,
    row(
        "2015-07",
        _PRACTICE,
        PP_44_2015.at("56(2)", Grade.B, "the agency's page on payment; calculators of 2026; years before inferred"),
    ),
)

# The relief of 2020.

_MONTHS_2020 = PP_49_2020.at("whole", Grade.B, "minister on 2020-09-09; national legal abstract")


def _relief(programme: str, *cites: Citation) -> Dated[Fraction]:
    labels = (
        f"share of {programme} of a project due under the relief of 2020",
        f"bagian iuran {programme} jasa konstruksi yang dibayar dengan keringanan 2020",
    )
    found = row("2020-08", Fraction(1, 100), *cites, _MONTHS_2020, until="2021-01")
    return _table(f"COVID_{programme}", labels, SHARE, Clock.CONTRIBUTION_MONTH, found)


COVID_JKK = _relief("JKK")
COVID_JKM = _relief("JKM", PP_49_2020.at("12"))

# Who must register, when, and what follows.

_WORKERS: tuple[Labelled, ...] = (Engagement.DAY, Engagement.PIECE, Engagement.FIXED_TERM)
REGISTERED_WORKERS = _table(
    "REGISTERED_WORKERS",
    ("workers whom a project registers", "pekerja yang didaftarkan dalam proyek"),
    WORDS,
    Clock.CONTRACT,
    row("2015-07", _WORKERS, PP_44_2015.at("53"), PERMENAKER_44_2015.at("2(3)")),
)
REGISTER_DAYS = _table(
    "REGISTER_DAYS",
    ("working days after the work order to register a project", "hari kerja pendaftaran proyek setelah SPK terbit"),
    DAYS,
    Clock.CONTRACT,
    row("2015-12-31", 14, PERMENAKER_44_2015.at("3(3)")),
)
CERTIFICATE_DAYS = _table(
    "CERTIFICATE_DAYS",
    (
        "working days to issue the certificate after form and first payment",
        "hari kerja penerbitan sertifikat setelah formulir dan iuran pertama",
    ),
    DAYS,
    Clock.REGISTRATION,
    row("2015-12-31", 1, PERMENAKER_44_2015.at("3(4)")),
)
_MANUAL_P100 = MANUAL_2022.at("whole", Grade.A_MANUAL, "p. 100")
PROOF_DAYS = _table(
    "PROOF_DAYS",
    (
        "working days to hand over the proof of membership of a project",
        "hari kerja penyampaian bukti kepesertaan proyek",
    ),
    DAYS,
    Clock.REGISTRATION,
    row("2015-12-31", 7, PERMENAKER_44_2015.at("3(5)")),
    row("2022-07", 3, _MANUAL_P100),
)
CHANGE_DAYS = _table(
    "CHANGE_DAYS",
    ("working days to report a change of a project's workers", "hari kerja pelaporan perubahan pekerja proyek"),
    DAYS,
    Clock.CHANGE,
    row("2015-12-31", 7, PERMENAKER_44_2015.at("4(1)")),
    row("2022-07", 30, _MANUAL_P100),
)

# The wage where none was listed.

WAGE_AT_CLAIM = _table(
    "WAGE_AT_CLAIM",
    (
        "the wage of a worker whose wage was not listed is found at the claim",
        "upah pekerja yang tidak tercantum ditetapkan pada saat klaim",
    ),
    IN_FORCE,
    Clock.ACCIDENT,
    row("2015-07", True, PP_44_2015.at("56(2)", Grade.A, "left to the minister", Flag.READING)),
)

DAYS_OF_1993 = _table(
    "DAYS_OF_1993",
    (
        "days that made a daily wage a monthly one until June 2015",
        "hari pengali upah harian sampai Juni 2015",
    ),
    DAYS,
    Clock.ACCIDENT,
    row(
        "2015-07",
        30,
        PP_14_1993.at("1", Grade.C, "directors of the agency still used it in 2016 to 2018, press", Flag.CONTESTED),
    ),
)

TABLES = (
    JKK_SHARE,
    JKM_SHARE,
    JKK_TIERS,
    JKM_TIERS,
    VAT,
    INSTALMENTS,
    COVID_JKK,
    COVID_JKM,
    REGISTERED_WORKERS,
    REGISTER_DAYS,
    CERTIFICATE_DAYS,
    PROOF_DAYS,
    CHANGE_DAYS,
    WAGE_AT_CLAIM,
    DAYS_OF_1993,
)
