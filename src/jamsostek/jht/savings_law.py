"""The law of JHT savings: the return credited year by year, its legal floor, the payouts; PP 46/2015 arts 22-31."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar

from .._citations import Citation, Flag, Grade
from .._dated import Clock, Dated, Horizon, Row, row
from .._kinds import Labelled
from ..instruments import PERMENAKER_4_2022, PERMENAKER_19_2015, PP_46_2015, PP_60_2015
from ..units import DAYS, IN_FORCE, RATE, SHARE, TERM, WAIT, YEARS, Unit

T = TypeVar("T")
FIRST = "2015-07-01"
LEAVERS = "2015-09-01"
PRESENT = "2022-04-26"


class Benefit(Labelled):
    """What JHT pays (manfaat JHT), PP 46/2015 art. 22."""

    BALANCE = "balance", "the whole balance at once", "seluruh saldo, dibayar sekaligus"
    SHORTFALL = (
        "shortfall",
        "what under-reported wages took from the balance",
        "kekurangan manfaat karena upah tidak dilaporkan sesuai ketentuan",
    )


class Purpose(Labelled):
    """What a part of the balance is taken for (peruntukan), PP 46/2015 art. 22(5)."""

    HOUSING = "housing", "home ownership", "kepemilikan rumah"
    OTHER = "other", "other preparation for retirement", "keperluan lain persiapan masa pensiun"


def _table(name: str, labels: tuple[str, str], unit: Unit[T], clock: Clock, *rows: Row[T]) -> Dated[T]:
    return Dated(f"jht.{name}", *labels, unit, clock, rows)


def _year(year: int, basis_points: int, cite: Citation) -> Row[Fraction]:
    return row(f"{year}-01-01", Fraction(basis_points, 10_000), cite, until=f"{year}-12-31")


def _credited(grade: Grade, source: str, *flags: Flag) -> Citation:
    return PP_46_2015.at("27(1)-(2)", grade, source, *flags)


_PRESS = "Jagat Bisnis 2021-02-15; a member's statement fits it, the higher figures of the fund do not"
# The years 2015 and from 2021 on were not found: the caller gives them, as a scenario.
CREDITED_RATE: Dated[Fraction] = Dated(
    "jht.CREDITED_RATE",
    "return credited to the accounts of members",
    "hasil pengembangan yang diberikan kepada peserta",
    RATE,
    Clock.YEAR,
    (
        _year(2016, 719, _credited(Grade.B, "chief executive of BPJS Ketenagakerjaan, 2017-02-07; Jagat Bisnis")),
        _year(2017, 782, _credited(Grade.B, "Jagat Bisnis 2021-02-15; Tempo 2022-02-14 lists the same")),
        _year(2018, 626, _credited(Grade.C, _PRESS, Flag.CONTESTED)),
        _year(2019, 606, _credited(Grade.C, _PRESS, Flag.CONTESTED)),
        _year(2020, 563, _credited(Grade.C, _PRESS, Flag.CONTESTED)),
    ),
    Horizon.YEARLY,
)
DEPOSIT_RATE: Dated[Fraction] = Dated(
    "jht.DEPOSIT_RATE",
    "average counter rate of state banks for deposits of one year, the legal floor of the return",
    "rata-rata bunga deposito counter rate bank pemerintah jangka waktu 1 tahun",
    RATE,
    Clock.YEAR,
    (_year(2016, 488, PP_46_2015.at("27(3)", Grade.B, "chief executive of BPJS Ketenagakerjaan, 2017-02-07")),),
    Horizon.YEARLY,
)

AGE: Dated[int] = _table(
    "AGE",
    ("age at which JHT is paid", "usia pembayaran JHT"),
    YEARS,
    Clock.BIRTHDAY,
    row(FIRST, 56, PP_46_2015.at("22(1)"), PP_46_2015.at("29")),
)
AGREED_AGE: Dated[bool] = _table(
    "AGREED_AGE",
    (
        "a retirement age in contract, company rules or collective agreement counts",
        "usia pensiun dalam perjanjian kerja, peraturan perusahaan, atau perjanjian kerja bersama berlaku",
    ),
    IN_FORCE,
    Clock.CLAIM,
    row(PRESENT, True, PERMENAKER_4_2022.at("6(1)", Grade.B, "summaries of the regulation")),
)
LEAVERS_AT_AGE: Dated[bool] = Dated(
    "jht.LEAVERS_AT_AGE",
    "who left work waits for the age of 56",
    "peserta yang berhenti bekerja menunggu usia 56 tahun",
    IN_FORCE,
    Clock.CLAIM,
    (row(FIRST, True, PP_46_2015.at("26(3)"), until="2015-08-11"),),
    Horizon.WINDOW,
)

_OLD = PERMENAKER_19_2015.at("whole", Grade.B, "press of 2015", Flag.READING)
_OLD_BY_READING = PERMENAKER_19_2015.at(
    "whole", Grade.M, "read as for every leaver: no source tells it apart", Flag.READING
)
_SUMMARIES = "summaries of the regulation"
WAIT_AFTER_DISMISSAL: Dated[int] = _table(
    "WAIT_AFTER_DISMISSAL",
    ("waiting months after a dismissal", "masa tunggu setelah pemutusan hubungan kerja"),
    WAIT,
    Clock.CLAIM,
    row(LEAVERS, 1, _OLD, PP_60_2015.at("26(5)")),
    row(PRESENT, 1, PERMENAKER_4_2022.at("whole", Grade.B, _SUMMARIES), PP_60_2015.at("26(5)")),
)
WAIT_AFTER_RESIGNATION: Dated[int] = _table(
    "WAIT_AFTER_RESIGNATION",
    ("waiting months after a resignation", "masa tunggu setelah mengundurkan diri"),
    WAIT,
    Clock.CLAIM,
    row(LEAVERS, 1, _OLD, PP_60_2015.at("26(5)")),
    row(PRESENT, 1, PERMENAKER_4_2022.at("8", Grade.B, _SUMMARIES), PP_60_2015.at("26(5)")),
)
WAIT_AFTER_CONTRACT_END: Dated[int] = _table(
    "WAIT_AFTER_CONTRACT_END",
    ("waiting months after the end of a fixed-term contract", "masa tunggu setelah berakhirnya PKWT"),
    WAIT,
    Clock.CLAIM,
    row(LEAVERS, 1, _OLD_BY_READING, PP_60_2015.at("26(5)")),
    row(PRESENT, 0, PERMENAKER_4_2022.at("6(2)a", Grade.B, _SUMMARIES, Flag.READING), PP_60_2015.at("26(5)")),
)
WAIT_AFTER_ACTIVITY_END: Dated[int] = _table(
    "WAIT_AFTER_ACTIVITY_END",
    ("waiting months after the end of self-employed work", "masa tunggu setelah peserta BPU berhenti dari kegiatannya"),
    WAIT,
    Clock.CLAIM,
    row(LEAVERS, 1, _OLD_BY_READING, PP_60_2015.at("26(5)")),
    row(PRESENT, 0, PERMENAKER_4_2022.at("6(2)b", Grade.B, _SUMMARIES, Flag.READING), PP_60_2015.at("26(5)")),
)
LEAVING_AT_FIRST: Dated[int] = Dated(
    "jht.LEAVING_AT_FIRST",
    "waiting months on leaving Indonesia for good, while the regulation itself named it",
    "masa tunggu bagi peserta yang meninggalkan Indonesia, sebelum perubahan tahun 2015",
    WAIT,
    Clock.CLAIM,
    (row(FIRST, 0, PP_46_2015.at("26(1)d"), PP_46_2015.at("26(6)"), until="2015-08-11"),),
    Horizon.WINDOW,
)
WAIT_AFTER_LEAVING: Dated[int] = _table(
    "WAIT_AFTER_LEAVING",
    (
        "waiting months on leaving Indonesia for good",
        "masa tunggu bagi peserta yang meninggalkan Indonesia untuk selama-lamanya",
    ),
    WAIT,
    Clock.CLAIM,
    row(LEAVERS, 0, _OLD, PP_60_2015.at("26(5)")),
    row(PRESENT, 0, PERMENAKER_4_2022.at("5(2)c", Grade.B, _SUMMARIES), PP_60_2015.at("26(5)")),
)

PARTIAL_YEARS: Dated[int] = _table(
    "PARTIAL_YEARS",
    ("years of membership before a part may be taken", "masa kepesertaan untuk pengambilan sebagian"),
    TERM,
    Clock.CLAIM,
    row(FIRST, 10, PP_46_2015.at("22(4)")),
)
PARTIAL_HOUSING: Dated[Fraction] = _table(
    "PARTIAL_HOUSING",
    ("most of the balance that may be taken for a home", "pengambilan sebagian untuk kepemilikan rumah, paling banyak"),
    SHARE,
    Clock.CLAIM,
    row(FIRST, Fraction(30, 100), PP_46_2015.at("22(5)")),
)
PARTIAL_OTHER: Dated[Fraction] = _table(
    "PARTIAL_OTHER",
    (
        "most of the balance that may be taken for other preparation of retirement",
        "pengambilan sebagian untuk keperluan lain persiapan masa pensiun, paling banyak",
    ),
    SHARE,
    Clock.CLAIM,
    row(FIRST, Fraction(10, 100), PP_46_2015.at("22(5)")),
)
PAYMENT_DAYS: Dated[int] = _table(
    "PAYMENT_DAYS",
    ("working days in which JHT must be paid", "hari kerja paling lama pembayaran JHT"),
    DAYS,
    Clock.CLAIM,
    row(FIRST, 5, PP_46_2015.at("31(3)")),
)

TABLES = (
    CREDITED_RATE,
    DEPOSIT_RATE,
    AGE,
    AGREED_AGE,
    LEAVERS_AT_AGE,
    LEAVING_AT_FIRST,
    WAIT_AFTER_DISMISSAL,
    WAIT_AFTER_RESIGNATION,
    WAIT_AFTER_CONTRACT_END,
    WAIT_AFTER_ACTIVITY_END,
    WAIT_AFTER_LEAVING,
    PARTIAL_YEARS,
    PARTIAL_HOUSING,
    PARTIAL_OTHER,
    PAYMENT_DAYS,
)
