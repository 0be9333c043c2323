"""The law of payment: when contributions are due, what late payment costs, sanctions for not enrolling."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from .._citations import Citation, Flag, Grade
from .._dated import Clock, Dated, Horizon, Row, row
from .._kinds import Labelled, Lang
from ..instruments import (
    MANUAL_2022,
    PERMENAKER_1_2025,
    PP_44_2015,
    PP_45_2015,
    PP_46_2015,
    PP_49_2020,
    PP_50_2025,
    PP_86_2013,
)
from ..units import DAY, DAYS, IN_FORCE, MONTHS, SHARE, WORDS, Unit


class DueRule(NamedTuple):
    """When contributions fall due: the day of the month, how many months on, whether a holiday moves it."""

    day: int
    months_on: int
    moves: bool


def _is_due(value: object) -> bool:
    return isinstance(value, DueRule) and 1 <= value.day <= 31 and value.months_on >= 0


def _due_text(rule: DueRule, lang: Lang) -> str:
    if lang == "id":
        month = "bulan berikutnya" if rule.months_on else "bulan iuran"
        return f"tanggal {rule.day} {month}" + (", atau hari kerja berikutnya" if rule.moves else "")
    month = "following" if rule.months_on else "same"
    return f"day {rule.day} of the {month} month" + (", or the next working day" if rule.moves else "")


DUE: Unit[DueRule] = Unit("due date", "jatuh tempo", _is_due, _due_text)

_FOLLOWING, _SAME, _UNMOVED = DueRule(15, 1, True), DueRule(15, 0, True), DueRule(15, 1, False)
_LATER_2020 = PP_49_2020.at("4(1)", Grade.B, "press of September 2020")


def _due(name: str, label_en: str, label_id: str, *rows: Row[DueRule]) -> Dated[DueRule]:
    return Dated(f"payment.{name}", label_en, label_id, DUE, Clock.CONTRIBUTION_MONTH, rows)


def _around_2020(rule: DueRule, *cites: Citation) -> tuple[Row[DueRule], ...]:
    """The rule, and between its years the later due date of PP 49/2020."""
    return (
        row("2015-07", rule, *cites),
        row("2020-08", DueRule(30, 1, rule.moves), _LATER_2020),
        row("2021-02", rule, *cites),
    )


DUE_OF_EMPLOYERS = _due(
    "DUE_OF_EMPLOYERS",
    "due date of JKK and JKM of wage earners",
    "jatuh tempo iuran JKK dan JKM penerima upah",
    *_around_2020(_FOLLOWING, PP_44_2015.at("21(2)-(3)")),
)
DUE_OF_EMPLOYERS_JHT = _due(
    "DUE_OF_EMPLOYERS_JHT",
    "due date of JHT of wage earners",
    "jatuh tempo iuran JHT penerima upah",
    *_around_2020(_FOLLOWING, PP_46_2015.at("19(2)-(3)")),
)
DUE_OF_EMPLOYERS_JP = _due(
    "DUE_OF_EMPLOYERS_JP",
    "due date of JP",
    "jatuh tempo iuran JP",
    *_around_2020(_UNMOVED, PP_45_2015.at("30(3)")),
)
DUE_OF_SELF_EMPLOYED = _due(
    "DUE_OF_SELF_EMPLOYED",
    "due date of JKK and JKM of the self-employed",
    "jatuh tempo iuran JKK dan JKM peserta bukan penerima upah",
    *_around_2020(_SAME, PP_44_2015.at("24(3)-(4)")),
)
DUE_OF_SELF_EMPLOYED_JHT = _due(
    "DUE_OF_SELF_EMPLOYED_JHT",
    "due date of JHT of the self-employed",
    "jatuh tempo iuran JHT peserta bukan penerima upah",
    *_around_2020(_FOLLOWING, PP_46_2015.at("21(3)-(4)")),
)
_BY_CLASS = PP_44_2015.at("24(3)-(4)", Grade.A, "", Flag.READING)
DUE_OF_TRAINEES = _due(
    "DUE_OF_TRAINEES",
    "due date of JKK and JKM of interns and others without a wage",
    "jatuh tempo iuran JKK dan JKM peserta magang dan lainnya",
    *_around_2020(_SAME, _BY_CLASS),
    row("2025-02-24", _SAME, PERMENAKER_1_2025.at("45", Grade.C, "one secondary source")),
)


DUE_OF_STATE = _due(
    "DUE_OF_STATE",
    "due date of state bodies for staff who are no civil servants",
    "jatuh tempo iuran pegawai non-ASN pada penyelenggara negara",
    row(
        "2015-07",
        _FOLLOWING,
        PP_44_2015.at("21(2)-(3)", Grade.M, "made for other employers; no rule was read", Flag.READING),
    ),
)


def _fine(name: str, programme: str, cite: Citation) -> Dated[Fraction]:
    rows = (
        row("2015-07", Fraction(2, 100), cite),
        row("2020-08", Fraction(5, 1000), PP_49_2020.at("23(1)", Grade.C, "press clippings, 2020-09-08")),
        row("2021-02", Fraction(2, 100), cite),
    )
    return Dated(
        f"payment.{name}",
        f"late fine of employers on {programme}, for each month of delay",
        f"denda keterlambatan iuran {programme} per bulan",
        SHARE,
        Clock.CONTRIBUTION_MONTH,
        rows,
    )


FINE = _fine("FINE", "JKK and JKM", PP_44_2015.at("22(1)"))
FINE_JHT = _fine("FINE_JHT", "JHT", PP_46_2015.at("20(1)"))
FINE_JP = _fine("FINE_JP", "JP", PP_45_2015.at("31(1)"))

CREDIT: Dated[bool] = Dated(
    "payment.CREDIT",
    "what was paid too much or too little is reckoned with the next month",
    "kelebihan atau kekurangan diperhitungkan dengan iuran bulan berikutnya",
    IN_FORCE,
    Clock.CONTRIBUTION_MONTH,
    (
        row(
            "2015-07",
            True,
            PP_44_2015.at("23(4)"),
            PP_44_2015.at("23(4)", Grade.M, "made for JKK and JKM; no rule for JHT and JP was read", Flag.READING),
        ),
    ),
)
_BY_ANALOGY = PP_44_2015.at("23(4)", Grade.M, "made for employers; no rule was read", Flag.READING)
CREDIT_OF_SELF_EMPLOYED: Dated[bool] = Dated(
    "payment.CREDIT_OF_SELF_EMPLOYED",
    "what the self-employed paid too much is reckoned with the next month",
    "kelebihan pembayaran peserta bukan penerima upah diperhitungkan dengan iuran bulan berikutnya",
    IN_FORCE,
    Clock.CONTRIBUTION_MONTH,
    (
        row("2015-07", True, _BY_ANALOGY),
        row("2026-01", True, PP_50_2025.at("6(1)")),
        row("2027-04", True, _BY_ANALOGY),
    ),
)
OLDEST_FIRST: Dated[bool] = Dated(
    "payment.OLDEST_FIRST",
    "money fills the oldest unpaid month first",
    "pembayaran mengisi bulan tertunggak yang paling lama",
    IN_FORCE,
    Clock.CONTRIBUTION_MONTH,
    (
        row(
            "2015-07",
            True,
            MANUAL_2022.at("whole", Grade.A_MANUAL, "p. 19; the years before 2022 inferred", Flag.DERIVED),
        ),
    ),
)
MONTHS_AHEAD: Dated[int] = Dated(
    "payment.MONTHS_AHEAD",
    "months that the self-employed can pay ahead",
    "bulan iuran yang dapat dibayar di muka oleh peserta bukan penerima upah",
    MONTHS,
    Clock.CONTRIBUTION_MONTH,
    (row("2015-07", 12, PP_44_2015.at("24", Grade.M, "remembered practice")),),
)

_DEFERRED = PP_49_2020.at("17")


def _of_2020(name: str, label_en: str, label_id: str, value: date) -> Dated[date]:
    rows = (row("2020-08", value, _DEFERRED, until="2021-01"),)
    return Dated(f"payment.{name}", label_en, label_id, DAY, Clock.CONTRIBUTION_MONTH, rows, Horizon.WINDOW)


DEFERRED_JP: Dated[Fraction] = Dated(
    "payment.DEFERRED_JP",
    "share of JP that could be postponed",
    "bagian iuran JP yang dapat ditunda",
    SHARE,
    Clock.CONTRIBUTION_MONTH,
    (
        row(
            "2020-08",
            Fraction(99, 100),
            _DEFERRED,
            PP_49_2020.at("whole", Grade.B, "minister on 2020-09-09: the months"),
            until="2021-01",
        ),
    ),
    Horizon.WINDOW,
)
DEFERRED_JP_FROM = _of_2020(
    "DEFERRED_JP_FROM", "day by which to begin with postponed JP", "awal pembayaran JP yang ditunda", date(2021, 5, 15)
)
DEFERRED_JP_UNTIL = _of_2020(
    "DEFERRED_JP_UNTIL", "last day for postponed JP", "batas pembayaran JP yang ditunda", date(2022, 4, 15)
)

_SANCTIONS_SINCE = "2013-12-24"
SANCTION_FINE: Dated[Fraction] = Dated(
    "payment.SANCTION_FINE",
    "sanction on employers who do not enrol or give wrong data, for each month of the contributions not paid",
    "denda administratif pemberi kerja per bulan dari iuran yang seharusnya dibayar",
    SHARE,
    Clock.SANCTION,
    (row(_SANCTIONS_SINCE, Fraction(1, 1000), PP_86_2013.at("10(4)")),),
)
WARNING_DAYS: Dated[int] = Dated(
    "payment.WARNING_DAYS",
    "days that each of two written warnings runs",
    "hari jangka waktu setiap teguran tertulis",
    DAYS,
    Clock.SANCTION,
    (row(_SANCTIONS_SINCE, 10, PP_86_2013.at("10(1)-(2)"), PP_86_2013.at("6(1)")),),
)
SANCTION_DAYS: Dated[int] = Dated(
    "payment.SANCTION_DAYS",
    "days that the fine is imposed for",
    "hari jangka waktu pengenaan denda",
    DAYS,
    Clock.SANCTION,
    (row(_SANCTIONS_SINCE, 30, PP_86_2013.at("7(1)")),),
)


class PublicService(Labelled):
    """A public service that can be denied (pelayanan publik tertentu)."""

    BUSINESS_LICENCE = "business_licence", "business licences", "perizinan terkait usaha"
    TENDER = "tender", "permits to tender for projects", "izin mengikuti tender proyek"
    FOREIGN_WORKERS = "foreign_workers", "permits to employ foreigners", "izin memperkerjakan tenaga kerja asing"
    LABOUR_SUPPLY = "labour_supply", "labour-supply licences", "izin perusahaan penyedia jasa pekerja/buruh"
    BUILDING = "building", "building permits", "Izin Mendirikan Bangunan (IMB)"
    DRIVING = "driving", "driving licences", "Surat Izin Mengemudi (SIM)"
    LAND = "land", "land certificates", "sertifikat tanah"
    PASSPORT = "passport", "passports", "paspor"
    VEHICLE = "vehicle", "vehicle papers", "Surat Tanda Nomor Kendaraan (STNK)"


def _denied(
    name: str, label_en: str, label_id: str, cite: Citation, *services: Labelled
) -> Dated[tuple[Labelled, ...]]:
    rows = (row(_SANCTIONS_SINCE, services, cite),)
    return Dated(f"payment.{name}", label_en, label_id, WORDS, Clock.SANCTION, rows)


DENIED_TO_EMPLOYERS = _denied(
    "DENIED_TO_EMPLOYERS",
    "public services denied to employers",
    "pelayanan publik yang tidak diberikan kepada pemberi kerja",
    PP_86_2013.at("9(1)"),
    PublicService.BUSINESS_LICENCE,
    PublicService.TENDER,
    PublicService.FOREIGN_WORKERS,
    PublicService.LABOUR_SUPPLY,
    PublicService.BUILDING,
)
DENIED_TO_SELF_EMPLOYED = _denied(
    "DENIED_TO_SELF_EMPLOYED",
    "public services denied to the self-employed",
    "pelayanan publik yang tidak diberikan kepada peserta bukan penerima upah",
    PP_86_2013.at("9(2)"),
    PublicService.BUILDING,
    PublicService.DRIVING,
    PublicService.LAND,
    PublicService.PASSPORT,
    PublicService.VEHICLE,
)

TABLES = (
    DUE_OF_EMPLOYERS,
    DUE_OF_EMPLOYERS_JHT,
    DUE_OF_EMPLOYERS_JP,
    DUE_OF_SELF_EMPLOYED,
    DUE_OF_SELF_EMPLOYED_JHT,
    DUE_OF_TRAINEES,
    DUE_OF_STATE,
    FINE,
    FINE_JHT,
    FINE_JP,
    CREDIT,
    CREDIT_OF_SELF_EMPLOYED,
    OLDEST_FIRST,
    MONTHS_AHEAD,
    DEFERRED_JP,
    DEFERRED_JP_FROM,
    DEFERRED_JP_UNTIL,
    SANCTION_FINE,
    WARNING_DAYS,
    SANCTION_DAYS,
    DENIED_TO_EMPLOYERS,
    DENIED_TO_SELF_EMPLOYED,
)
