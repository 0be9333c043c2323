"""The law of JKK claims: what is a work accident, the wage that counts, reports, expiry, payment, papers."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar

from .._citations import Citation, Flag, Grade
from .._dated import Clock, Dated, Horizon, Row, row
from .._kinds import Labelled
from ..instruments import (
    PERMENAKER_1_2025,
    PERMENAKER_5_2021,
    PERMENAKER_26_2015,
    PP_44_2015,
    PP_49_2023,
    PP_82_2019,
)
from ..units import DAYS, HOURS, IN_FORCE, SHARE, TERM, WORDS, Unit
from .benefit_law import FIRST, SECOND

T = TypeVar("T")
THIRD, MINISTER_2021, MINISTER_2025 = "2023-10-06", "2021-04-01", "2025-02-24"


def _table(name: str, labels: tuple[str, str], unit: Unit[T], *rows: Row[T], clock: Clock = Clock.ACCIDENT) -> Dated[T]:
    horizon = Horizon.OPEN if rows[-1].until is None else Horizon.WINDOW
    return Dated(f"jkk.{name}", *labels, unit, clock, rows, horizon)


# What is a work accident. The core stands in PP 44/2015 art. 1; the minister lists the cases.

_CORE = PP_44_2015.at("1")
_DECK = "a provincial training deck of 2022 that quotes it"
_CASES_2015 = PERMENAKER_26_2015.at("whole", Grade.M, "taken to read as its successor of 2021", Flag.READING)
_CASES_2021 = PERMENAKER_5_2021.at("whole", Grade.C, _DECK)


def _listed(name: str, label_en: str, label_id: str) -> Dated[bool]:
    """A case that the minister's regulation alone names."""
    rows = (row(FIRST, True, _CORE, _CASES_2015), row(MINISTER_2021, True, _CORE, _CASES_2021))
    return _table(name, (label_en, label_id), IN_FORCE, *rows)


def _core(name: str, label_en: str, label_id: str, *cites: Citation) -> Dated[bool]:
    """A case that the government's regulation names itself."""
    return _table(name, (label_en, label_id), IN_FORCE, row(FIRST, True, _CORE, *cites))


AT_WORK = _core("AT_WORK", "an accident in the employment relationship", "kecelakaan dalam hubungan kerja")
COMMUTING = _core("COMMUTING", "an accident between home and work", "kecelakaan dalam perjalanan rumah–tempat kerja")
DISEASE = _core(
    "DISEASE",
    "an occupational disease",
    "penyakit akibat kerja",
    PP_44_2015.at("25(1)"),
    PP_44_2015.at("elucidation 25(1)"),
)
EXTERNAL_FORCE = _listed(
    "EXTERNAL_FORCE", "an accident shows an external force by an injury", "ada ruda paksa yang dibuktikan dengan cedera"
)
USUAL_ROUTE = _listed(
    "USUAL_ROUTE", "the way to work is the usual or a reasonable one", "jalan yang biasa atau wajar dilalui"
)
DUTY_TRAVEL = _listed(
    "DUTY_TRAVEL",
    "travel ordered by or for the employer",
    "perjalanan atas perintah atau untuk kepentingan pemberi kerja",
)
URGENT_MATTER = _listed(
    "URGENT_MATTER",
    "an important or urgent matter in working or break time, with leave of the employer",
    "hal penting atau mendesak pada jam kerja atau istirahat, atas izin atau sepengetahuan pemberi kerja",
)
_SUDDEN = PERMENAKER_26_2015.at("whole", Grade.B, "press of 2019-08-12 and 2024-03-26")
SUDDEN_DEATH_HOURS = _table(
    "SUDDEN_DEATH_HOURS",
    ("hours within which a sudden death at work counts", "jam batas meninggal mendadak"),
    HOURS,
    row(FIRST, 24, _SUDDEN),
    row(MINISTER_2021, 24, PERMENAKER_5_2021.at("whole", Grade.B, "press of 2019-08-12 and 2024-03-26")),
)
VIOLENCE = _table(
    "VIOLENCE",
    ("physical violence or rape at the workplace", "kekerasan fisik atau pemerkosaan di tempat kerja"),
    IN_FORCE,
    row(MINISTER_2025, True, PERMENAKER_1_2025.at("whole", Grade.B, "press of 2025-03-09 and statements of branches")),
)
DISEASE_YEARS = _table(
    "DISEASE_YEARS",
    (
        "years after the employment in which a disease counts",
        "tahun setelah hubungan kerja berakhir bagi penyakit akibat kerja",
    ),
    TERM,
    row(FIRST, 3, PP_44_2015.at("48(2)"), PP_44_2015.at("48(1)")),
)
FOREIGNERS = _table(
    "FOREIGNERS",
    ("foreigners take part after six months of work", "orang asing menjadi peserta setelah bekerja enam bulan"),
    IN_FORCE,
    row(FIRST, True, PP_44_2015.at("1"), PP_44_2015.at("5(2)c")),
)

# The wage that counts.

LAST_WAGE = _table(
    "LAST_WAGE",
    ("the last wage at the time of the accident counts", "upah terakhir pada saat kecelakaan terjadi"),
    IN_FORCE,
    row(FIRST, True, PP_44_2015.at("32(1)"), PP_44_2015.at("elucidation 32(1)")),
)
WAGE_AFTER_EMPLOYMENT = _table(
    "WAGE_AFTER_EMPLOYMENT",
    ("of a disease after the employment: its last wage", "penyakit setelah hubungan kerja berakhir: upah terakhir"),
    IN_FORCE,
    row(FIRST, True, PP_44_2015.at("32(1)", Grade.A, "no article on it", Flag.READING), PP_44_2015.at("48(4)")),
)
INCOME_AS_WAGE = _table(
    "INCOME_AS_WAGE",
    (
        "of the self-employed the reference income takes the place of the wage",
        "dasar penghasilan dianggap sebagai upah peserta bukan penerima upah",
    ),
    IN_FORCE,
    row(
        FIRST, True, PP_44_2015.at("20(1)", Grade.B, "no article; press, and a paid claim of April 2023", Flag.READING)
    ),
)
SHORTFALL = _table(
    "SHORTFALL",
    ("an employer who reported too low a wage owes the difference", "pemberi kerja wajib membayar kekurangan manfaat"),
    IN_FORCE,
    row(FIRST, True, PP_44_2015.at("32(2)"), PP_44_2015.at("elucidation 32(2)")),
)
ADVANCED = _table(
    "ADVANCED",
    (
        "transport and pay for incapacity are advanced by the employer, or by the self-employed themselves",
        "biaya transportasi dan STMB dibayar terlebih dahulu oleh pemberi kerja, atau oleh peserta bukan penerima upah",
    ),
    IN_FORCE,
    row(FIRST, True, PP_44_2015.at("30(2)-(3)")),
)
WAGE_GOES_ON = _table(
    "WAGE_GOES_ON",
    (
        "the employer goes on paying the wage, gets the pay for incapacity, and the worker what exceeds the wage",
        "pemberi kerja tetap membayar upah dan menerima STMB; kelebihannya dibayar langsung kepada pekerja",
    ),
    IN_FORCE,
    row(FIRST, True, PP_44_2015.at("51(1)-(2)"), PP_44_2015.at("51(3)-(4)")),
)

# Reports.

REPORT_HOURS = _table(
    "REPORT_HOURS",
    ("hours from the accident or diagnosis to the first report", "jam batas laporan tahap I"),
    HOURS,
    row(FIRST, 48, PP_44_2015.at("43(2)"), PP_44_2015.at("44(2)")),
)
SECOND_REPORT_HOURS = _table(
    "SECOND_REPORT_HOURS",
    ("hours from the doctor's finding to the second report, which is the claim", "jam batas laporan tahap II"),
    HOURS,
    row(FIRST, 48, PP_44_2015.at("43(4)-(5)"), PP_44_2015.at("44(4)-(5)")),
)
LATE_REPORT = _table(
    "LATE_REPORT",
    (
        "an employer who reports late pays first and is refunded after reporting",
        "pemberi kerja yang terlambat melapor membayar lebih dahulu dan diganti setelah melapor",
    ),
    IN_FORCE,
    row(MINISTER_2025, True, PERMENAKER_1_2025.at("8(2a)-(2c)")),
)
SUSPECTED = _table(
    "SUSPECTED",
    (
        "suspected cases: care is guaranteed first; days to decide after the first report",
        "dugaan kasus: pelayanan dijamin lebih dahulu; batas hari penetapan sejak laporan tahap I",
    ),
    DAYS,
    row(THIRD, 30, PP_49_2023.at("25A(3)"), PP_49_2023.at("25B(3)")),
)


class Notifier(Labelled):
    """Who may tell of a suspected case (pemberi tahu dugaan kasus)."""

    PARTICIPANT = "participant", "the participant", "peserta"
    FAMILY = "family", "the family", "keluarga"
    UNION = "union", "the union", "serikat pekerja"
    FACILITY = "facility", "the health facility", "fasilitas pelayanan kesehatan"


NOTIFIERS: Dated[tuple[Labelled, ...]] = _table(
    "NOTIFIERS",
    ("who may tell of a suspected case", "yang dapat memberitahukan dugaan kasus"),
    WORDS,
    row(THIRD, tuple(Notifier), PP_49_2023.at("43A"), PP_49_2023.at("44A")),
    row(MINISTER_2025, tuple(Notifier), PERMENAKER_1_2025.at("8A"), PERMENAKER_1_2025.at("48A")),
)


class ClaimPaper(Labelled):
    """A paper that the second report brings (persyaratan pengajuan manfaat JKK)."""

    CARD = "card", "membership card", "Kartu Peserta BPJS Ketenagakerjaan"
    ID = "id", "identity card", "Kartu Tanda Penduduk"
    DOCTOR = (
        "doctor",
        "letter of the treating or advisory doctor",
        "surat keterangan dokter yang merawat atau penasehat",
    )
    TRANSPORT = "transport", "receipts of transport", "kuitansi biaya pengangkutan"
    TREATMENT = (
        "treatment",
        "receipts of treatment, from a facility without agreement with the agency",
        "kuitansi biaya pengobatan dan/atau perawatan, dari fasilitas yang belum bekerja sama",
    )
    OTHER = "other", "other supporting papers if needed", "dokumen pendukung lainnya apabila diperlukan"


PAPERS: Dated[tuple[Labelled, ...]] = _table(
    "PAPERS",
    ("papers of a claim", "persyaratan pengajuan manfaat"),
    WORDS,
    row(FIRST, tuple(ClaimPaper), PP_44_2015.at("43(5)"), PP_44_2015.at("44(5)")),
)
PAPERS_DAYS = _table(
    "PAPERS_DAYS",
    (
        "working days in which the agency says which papers are missing",
        "hari kerja pemberitahuan kekurangan persyaratan",
    ),
    DAYS,
    row(FIRST, 7, PP_44_2015.at("43(7)"), PP_44_2015.at("44(7)")),
    clock=Clock.CLAIM,
)

# Expiry and payment.

CLAIM_YEARS = _table(
    "CLAIM_YEARS",
    ("years after which the right to claim lapses", "tahun gugurnya hak menuntut manfaat"),
    TERM,
    row(FIRST, 2, PP_44_2015.at("26")),
    row(SECOND, 5, PP_82_2019.at("26")),
)
PAYMENT_DAYS = _table(
    "PAYMENT_DAYS",
    ("working days in which a complete claim is paid", "hari kerja pembayaran manfaat"),
    DAYS,
    row("2015-07-01", 7, PP_44_2015.at("37(2)")),
    clock=Clock.CLAIM,
)
LATE_PAYMENT = _table(
    "LATE_PAYMENT",
    ("share of the benefit owed for each day of late payment", "ganti rugi setiap hari keterlambatan pembayaran"),
    SHARE,
    row("2015-07-01", Fraction(1, 100), PP_44_2015.at("37(3)")),
    clock=Clock.CLAIM,
)

TABLES = (
    AT_WORK,
    COMMUTING,
    DISEASE,
    EXTERNAL_FORCE,
    USUAL_ROUTE,
    DUTY_TRAVEL,
    URGENT_MATTER,
    SUDDEN_DEATH_HOURS,
    VIOLENCE,
    DISEASE_YEARS,
    FOREIGNERS,
    LAST_WAGE,
    WAGE_AFTER_EMPLOYMENT,
    INCOME_AS_WAGE,
    SHORTFALL,
    ADVANCED,
    WAGE_GOES_ON,
    REPORT_HOURS,
    SECOND_REPORT_HOURS,
    LATE_REPORT,
    SUSPECTED,
    NOTIFIERS,
    PAPERS,
    PAPERS_DAYS,
    CLAIM_YEARS,
    PAYMENT_DAYS,
    LATE_PAYMENT,
)
