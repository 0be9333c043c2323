"""The law of migrant workers (Pekerja Migran Indonesia): who takes part, contributions by contract, phases of cover.

The text of the regulation of 2026 was not read: past 27 August 2026 every table ends, and says so.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple, TypeVar

from .._benefits import Paper as CommonPaper
from .._citations import Citation, Flag, Grade
from .._dated import Clock, Dated, Horizon, Row, last_day, row
from .._kinds import Labelled, Lang, Programme
from .._money import months_text, number
from .._more_instruments import PERMEN_P2MI_9_2026, PERMENAKER_4_2023, PERMENAKER_7_2017, PERMENAKER_18_2018
from ..heirs import JKM as HEIRS_AT_HOME
from ..units import DUTY, MONTHS, SUM, TERM, WORDS, YEARS, Duty, Unit

T = TypeVar("T")
FIRST, SECOND, THIRD, LAST = "2017-08-01", "2018-12-10", "2023-02-22", "2026-08-27"


class Phase(Labelled):
    """A phase of cover (masa pelindungan)."""

    BEFORE = "before", "before work", "sebelum bekerja"
    DURING = "during", "during work", "selama bekerja"
    AFTER = "after", "after work", "setelah bekerja"


class Ground(Labelled):
    """What JHT is paid on (alasan pembayaran JHT), as far as it was read; Permenaker 4/2023 art. 60(2)."""

    DEATH = "death", "death", "meninggal dunia"
    TOTAL_DISABILITY = "total_disability", "total disability", "cacat total tetap"
    AGE = "age", "the age of payment", "mencapai usia pembayaran"
    FAILED_DEPARTURE = "failed_departure", "failed departure", "gagal berangkat"


class Exclusion(Labelled):
    """What keeps a migrant worker from a benefit (pengecualian manfaat), Permenaker 4/2023 arts 27 and 34."""

    LEFT_NOT_BY_HIMSELF = "left_not_by_himself", "did not leave by his own fault", "gagal berangkat karena kesalahannya"
    LEFT_NOT_BY_BODY = (
        "left_not_by_body",
        "did not leave by a fault of the placement body",
        "gagal berangkat karena kesalahan Pelaksana Penempatan",
    )
    LEFT_NOT_BY_POLICY = (
        "left_not_by_policy",
        "did not leave by a policy of the government",
        "gagal berangkat karena kebijakan Pemerintah",
    )
    NOT_PLACED_BY_HIMSELF = (
        "not_placed_by_himself",
        "not placed by his own fault",
        "gagal ditempatkan karena kesalahannya",
    )
    WISHED = "wished", "placed otherwise by his own wish", "ditempatkan tidak sesuai atas kehendaknya sendiri"
    NOT_PROVED = "not_proved", "rape that was not proved", "pemerkosaan yang belum terbukti"
    INCAPACITY = "incapacity", "pay while unable to work", "santunan sementara tidak mampu bekerja"


class Paper(Labelled):
    """A paper that a claim asks for, beside those of everybody (dokumen persyaratan)."""

    ID_OR_PASSPORT = "id_or_passport", "identity card or passport", "KTP, paspor, atau bukti identitas lain"
    LETTER_ON_THE_ACCIDENT = (
        "letter_on_the_accident",
        "letter of the employer, the mission or the labour office",
        "surat keterangan pemberi kerja, Perwakilan RI, KDEI, atau instansi ketenagakerjaan",
    )
    MEDICAL_RECORD = "medical_record", "diagnosis or medical record", "surat keterangan diagnosa atau resume medis"
    RECEIPTS = "receipts", "receipts", "bukti pembayaran"
    LETTER_OF_INSURANCE = (
        "letter_of_insurance",
        "what a foreign insurance paid, where cost exceeds it",
        "surat keterangan asuransi setempat, bila biaya melebihi manfaatnya",
    )
    LETTER_OF_LEAVE = (
        "letter_of_leave",
        "letter that he was on leave, of a death in Indonesia",
        "surat keterangan cuti, bila meninggal di Indonesia",
    )
    LOST_AT_SEA = (
        "lost_at_sea",
        "the mission's letter that he was lost at sea, where there is no death certificate",
        "surat keterangan hilang di laut dari Perwakilan RI atau KDEI, bila tidak ada surat kematian",
    )


class Step(NamedTuple):
    """What a contract of so many months costs, during and after work together, rupiah."""

    months: int
    amount: int


class Choices(NamedTuple):
    """What may be saved each month, rupiah: the sums listed, or (None) any from ``least`` to ``most``."""

    least: int
    most: int
    listed: tuple[int, ...] | None = None

    def allow(self, amount: int) -> bool:
        """Whether a sum may be chosen."""
        return amount in self.listed if self.listed is not None else self.least <= amount <= self.most

    def text(self, lang: Lang = "en") -> str:
        """The choices in one line."""
        if self.listed is not None:
            return ", ".join(number(each, lang) for each in self.listed)
        return f"{number(self.least, lang)} – {number(self.most, lang)}"


def _is_steps(value: object) -> bool:
    if not (isinstance(value, tuple) and value and all(isinstance(each, Step) for each in value)):
        return False
    return all(one.months < other.months and one.amount < other.amount for one, other in pairwise(value))


def _steps_text(steps: tuple[Step, ...], lang: Lang) -> str:
    return "; ".join(f"{months_text(each.months, lang)}: {number(each.amount, lang)}" for each in steps)


def _is_choices(value: object) -> bool:
    if not isinstance(value, Choices) or not 0 < value.least <= value.most:
        return False
    return value.listed is None or (value.listed[0], value.listed[-1]) == (value.least, value.most)


STEPS: Unit[tuple[Step, ...]] = Unit(
    "rupiah by the months of the contract", "rupiah menurut jangka waktu perjanjian kerja", _is_steps, _steps_text
)
CHOICES: Unit[Choices] = Unit("rupiah a month, to choose from", "pilihan rupiah per bulan", _is_choices, Choices.text)


def table(
    name: str,
    label_en: str,
    label_id: str,
    unit: Unit[T],
    *rows: Row[T],
    clock: Clock = Clock.REGISTRATION,
) -> Dated[T]:
    """A table that ends where the regulation of 2026 begins."""
    *earlier, last = rows
    ended = (*earlier, last._replace(until=last_day(LAST)))
    first = rows[0].since
    unread = tuple(each for each in (PERMENAKER_7_2017, PERMENAKER_18_2018) if (each.in_force or first) < first)
    return Dated(
        f"migrants.{name}",
        label_en,
        label_id,
        unit,
        clock,
        ended,
        Horizon.REPLACED,
        PERMEN_P2MI_9_2026,
        unread,
    )


DIGEST_2018 = "baroindo.id, a digest of the regulation"


def by_7_2017(source: str) -> Citation:
    """Permenaker 7/2017, from memory."""
    return PERMENAKER_7_2017.at("whole", Grade.M, source)


def by_18_2018(place: str = "whole", grade: Grade = Grade.C, source: str = DIGEST_2018) -> Citation:
    """Permenaker 18/2018, as others tell of it."""
    return PERMENAKER_18_2018.at(place, grade, source)


_JKK, _JKM, _JHT = Programme.JKK, Programme.JKM, Programme.JHT
_DUTY = Duty((_JKK, _JKM), (_JHT,))
MEMBERSHIP: Dated[Duty] = table(
    "MEMBERSHIP",
    "programmes of migrant workers",
    "program pekerja migran Indonesia",
    DUTY,
    row(FIRST, _DUTY, by_7_2017("remembered")),
    row(SECOND, _DUTY, by_18_2018()),
    row(
        THIRD,
        _DUTY,
        PERMENAKER_4_2023.at("whole", Grade.B, "inforegulasi.com, March 2023; agency press"),
        PERMENAKER_4_2023.at("1(7)"),
    ),
)

_BOTH_PRICES = "detikFinance, 2023-03-17; a digest that names arts 12-14"
BEFORE_WORK: Dated[int] = table(
    "BEFORE_WORK",
    "JKK and JKM before work, of those sent by a placement body",
    "iuran JKK dan JKM sebelum bekerja, melalui Pelaksana Penempatan",
    SUM,
    row(FIRST, 37_500, by_7_2017("remembered: Rp370,000 altogether")),
    row(SECOND, 37_500, by_18_2018("whole", Grade.B, _BOTH_PRICES)),
    row(THIRD, 37_500, PERMENAKER_4_2023.at("18(1)a")),
)
WORK: Dated[tuple[Step, ...]] = table(
    "WORK",
    "JKK and JKM during and after work, by the length of the contract",
    "iuran JKK dan JKM selama dan setelah bekerja menurut jangka waktu perjanjian kerja",
    STEPS,
    row(FIRST, (Step(24, 332_500),), by_7_2017("remembered: Rp370,000 altogether")),
    row(SECOND, (Step(24, 332_500),), by_18_2018("whole", Grade.B, _BOTH_PRICES)),
    row(
        THIRD,
        (Step(6, 108_000), Step(12, 189_000), Step(24, 332_500)),
        PERMENAKER_4_2023.at("18(1)b"),
        PERMENAKER_4_2023.at("18(2)"),
    ),
)
EXTRA_MONTH: Dated[int] = table(
    "EXTRA_MONTH",
    "JKK and JKM for each month of the contract beyond its step",
    "iuran JKK dan JKM setiap bulan kelebihan jangka waktu perjanjian kerja",
    SUM,
    row(THIRD, 13_500, PERMENAKER_4_2023.at("18(3)")),
)

SAVINGS: Dated[Choices] = table(
    "SAVINGS",
    "JHT of migrant workers, what may be saved each month",
    "pilihan iuran JHT pekerja migran",
    CHOICES,
    row(FIRST, Choices(105_000, 600_000), by_7_2017("remembered")),
    row(SECOND, Choices(105_000, 600_000), by_18_2018("whole", Grade.M, "remembered")),
    row(
        THIRD,
        Choices(50_000, 600_000, (50_000, 100_000, 200_000, 300_000, 400_000, 500_000, 600_000)),
        PERMENAKER_4_2023.at("whole", Grade.C, "detikFinance, 2023-03-17", Flag.CONTESTED),
    ),
)

_STAFF_QUIZ = "a quiz of the agency's staff"
_SPLIT = "remembered; 31 months for a contract of 24, an unofficial site of 2026-09"
MONTHS_BEFORE: Dated[int] = table(
    "MONTHS_BEFORE",
    "months of cover before work, from registration",
    "bulan pelindungan sebelum bekerja sejak terdaftar",
    MONTHS,
    row(FIRST, 5, by_7_2017("remembered")),
    row(SECOND, 5, by_18_2018()),
    row(THIRD, 5, PERMENAKER_4_2023.at("whole", Grade.C, _STAFF_QUIZ)),
)
MONTHS_BEYOND: Dated[int] = table(
    "MONTHS_BEYOND",
    "months of cover during work beyond those of the contract",
    "bulan pelindungan selama bekerja di luar jangka waktu perjanjian kerja",
    MONTHS,
    row(FIRST, 1, by_7_2017("remembered")),
    row(SECOND, 1, by_18_2018("whole", Grade.M, "remembered")),
    row(THIRD, 1, PERMENAKER_4_2023.at("whole", Grade.M, _SPLIT)),
)
MONTHS_AFTER: Dated[int] = table(
    "MONTHS_AFTER",
    "months of cover after the return",
    "bulan pelindungan setelah kembali",
    MONTHS,
    row(FIRST, 1, by_7_2017("remembered")),
    row(SECOND, 1, by_18_2018("whole", Grade.M, "remembered")),
    row(THIRD, 1, PERMENAKER_4_2023.at("whole", Grade.M, _SPLIT)),
)
MONTHS_AHEAD: Dated[int] = table(
    "MONTHS_AHEAD",
    "months before departure in which those without a placement body can register",
    "bulan sebelum keberangkatan untuk mendaftar bagi pekerja migran perseorangan",
    MONTHS,
    row(THIRD, 1, PERMENAKER_4_2023.at("10")),
)

CLAIM_YEARS: Dated[int] = table(
    "CLAIM_YEARS",
    "years in which JKK must be claimed",
    "tahun pengajuan manfaat JKK",
    TERM,
    row(SECOND, 2, by_18_2018("whole", Grade.C, "JPNN, March 2023")),
    row(THIRD, 5, PERMENAKER_4_2023.at("whole", Grade.C, "JPNN, March 2023")),
    clock=Clock.ACCIDENT,
)
_ORDER = HEIRS_AT_HOME.rows[0].value
HEIRS: Dated[tuple[Labelled, ...]] = table(
    "HEIRS",
    "order of heirs of a migrant worker",
    "urutan ahli waris pekerja migran",
    WORDS,
    row(SECOND, _ORDER, by_18_2018("whole", Grade.M, "taken to be as in 2023")),
    row(
        THIRD,
        _ORDER,
        PERMENAKER_4_2023.at("57(4)"),
        PERMENAKER_4_2023.at("57(5)", Grade.M, "text cut: who receives it where there are none", Flag.READING),
    ),
    clock=Clock.DEATH,
)

GROUNDS: Dated[tuple[Labelled, ...]] = table(
    "GROUNDS",
    "grounds of JHT of migrant workers, as far as they were read",
    "alasan pembayaran JHT pekerja migran, sejauh terbaca",
    WORDS,
    row(SECOND, tuple(Ground), by_18_2018("whole", Grade.M, "taken to be as in 2023")),
    row(THIRD, tuple(Ground), PERMENAKER_4_2023.at("60(2)", Grade.A, "letters a to d", Flag.READING)),
    clock=Clock.EVENT,
)
EXCLUSIONS: Dated[tuple[Labelled, ...]] = table(
    "EXCLUSIONS",
    "what keeps a migrant worker from a benefit",
    "pengecualian manfaat pekerja migran",
    WORDS,
    row(
        THIRD,
        tuple(Exclusion),
        PERMENAKER_4_2023.at("27(1)g"),
        PERMENAKER_4_2023.at("27(3)a"),
        PERMENAKER_4_2023.at("27(3)b"),
        PERMENAKER_4_2023.at("34(1)d"),
        PERMENAKER_4_2023.at("34(1)e"),
        PERMENAKER_4_2023.at("34(1)k"),
        PERMENAKER_4_2023.at("34(1)", Grade.A, "letters a to m; what follows was not read", Flag.READING),
    ),
    clock=Clock.EVENT,
)
AGE: Dated[int] = table(
    "AGE",
    "age at which JHT of migrant workers is paid",
    "usia pembayaran JHT pekerja migran",
    YEARS,
    row(SECOND, 56, by_18_2018("whole", Grade.M, "taken to be as in 2023")),
    row(THIRD, 56, PERMENAKER_4_2023.at("60(2)c")),
    clock=Clock.EVENT,
)
PAPERS_OF_DEATH: Dated[tuple[Labelled, ...]] = table(
    "PAPERS_OF_DEATH",
    "papers of a claim of JKM of migrant workers",
    "dokumen pengajuan JKM pekerja migran",
    WORDS,
    row(
        THIRD,
        (
            CommonPaper.CARD,
            Paper.ID_OR_PASSPORT,
            CommonPaper.ID_OF_HEIR,
            CommonPaper.FAMILY_CARD,
            CommonPaper.DEATH_CERTIFICATE,
            CommonPaper.HEIR_CERTIFICATE,
            CommonPaper.BANK_BOOK,
            Paper.LETTER_OF_LEAVE,
            Paper.LOST_AT_SEA,
        ),
        PERMENAKER_4_2023.at("57(1)-(3)"),
    ),
    clock=Clock.DEATH,
)
PAPERS_OF_ACCIDENT: Dated[tuple[Labelled, ...]] = table(
    "PAPERS_OF_ACCIDENT",
    "papers of a claim of JKK for an accident abroad",
    "dokumen pengajuan JKK di negara tujuan penempatan",
    WORDS,
    row(
        THIRD,
        (
            CommonPaper.CARD,
            CommonPaper.PASSPORT,
            Paper.LETTER_ON_THE_ACCIDENT,
            Paper.MEDICAL_RECORD,
            Paper.RECEIPTS,
            CommonPaper.BANK_BOOK,
            Paper.LETTER_OF_INSURANCE,
        ),
        PERMENAKER_4_2023.at("50(1)-(2)"),
    ),
    clock=Clock.ACCIDENT,
)

TABLES = (
    MEMBERSHIP,
    BEFORE_WORK,
    WORK,
    EXTRA_MONTH,
    SAVINGS,
    MONTHS_BEFORE,
    MONTHS_BEYOND,
    MONTHS_AFTER,
    MONTHS_AHEAD,
    CLAIM_YEARS,
    HEIRS,
    GROUNDS,
    EXCLUSIONS,
    AGE,
    PAPERS_OF_DEATH,
    PAPERS_OF_ACCIDENT,
)
