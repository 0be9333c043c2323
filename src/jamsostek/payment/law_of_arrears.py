"""The law of arrears: what becomes of benefits, and of a membership, while contributions stand unpaid."""

from __future__ import annotations

from typing import NamedTuple

from .._citations import Flag, Grade
from .._dated import Clock, Dated, Row, row
from .._kinds import Labelled, Lang
from ..instruments import MANUAL_2022, PP_6_2025, PP_37_2021, PP_44_2015
from ..units import MONTHS, Unit


class CoverKind(Labelled):
    """Who answers for a benefit (penanggung); all but ``EMPLOYER`` can follow from arrears (tunggakan iuran)."""

    FUND = "fund", "the fund pays", "BPJS Ketenagakerjaan membayar"
    EMPLOYER_FIRST = (
        "employer_first",
        "the employer pays first, and may ask the fund for it once all arrears and fines are paid",
        "pemberi kerja membayar lebih dahulu, lalu dapat meminta penggantian setelah semua tunggakan dan denda lunas",
    )
    CARE_FIRST = (
        "care_first",
        "medical care at once, cash after recovery and once the arrears are paid",
        "pelayanan kesehatan seketika, santunan uang setelah sembuh dan tunggakan lunas",
    )
    FUNERAL_FIRST = (
        "funeral_first",
        "the funeral cost at once, the rest once the heirs have paid the arrears",
        "biaya pemakaman seketika, sisanya setelah ahli waris melunasi tunggakan",
    )
    EMPLOYER = "employer", "the employer pays: the worker was not enrolled", "pemberi kerja membayar: tidak didaftarkan"
    NONE = "none", "no right to benefits", "tidak berhak atas manfaat"

    @property
    def waits(self) -> bool:
        """Whether most of the benefit waits until the arrears are paid."""
        return self in (CoverKind.CARE_FIRST, CoverKind.FUNERAL_FIRST)


class ArrearsRule(NamedTuple):
    """What follows from arrears of up to so many months in a row, and of more.

    A row cites the place on shorter arrears first, that on longer ones last.
    """

    limit: int
    within: CoverKind
    beyond: CoverKind

    def follows(self, months: int) -> CoverKind:
        """What follows from so many months in a row."""
        if not months:
            return CoverKind.FUND
        return self.within if months <= self.limit else self.beyond


def _is_rule(value: object) -> bool:
    return (
        isinstance(value, ArrearsRule)
        and value.limit > 0
        and value.within is not value.beyond
        and CoverKind.EMPLOYER not in (value.within, value.beyond)
    )


def _text(rule: ArrearsRule, lang: Lang) -> str:
    within, beyond = rule.within.label(lang), rule.beyond.label(lang)
    if lang == "id":
        return f"sampai dengan {rule.limit} bulan berturut-turut: {within}; lebih: {beyond}"
    return f"up to {rule.limit} months in a row: {within}; more: {beyond}"


ARREARS: Unit[ArrearsRule] = Unit("rule of arrears", "akibat tunggakan", _is_rule, _text)


def _table(name: str, label_en: str, label_id: str, clock: Clock, *rows: Row[ArrearsRule]) -> Dated[ArrearsRule]:
    return Dated(f"payment.{name}", label_en, label_id, ARREARS, clock, rows)


_EMPLOYERS = ArrearsRule(3, CoverKind.FUND, CoverKind.EMPLOYER_FIRST)

ARREARS_JKK = _table(
    "ARREARS_JKK",
    "arrears of employers and JKK benefits",
    "tunggakan pemberi kerja dan manfaat JKK",
    Clock.ACCIDENT,
    row("2015-07", _EMPLOYERS, PP_44_2015.at("38(1)"), PP_44_2015.at("38(2)-(3)")),
)
ARREARS_JKM = _table(
    "ARREARS_JKM",
    "arrears of employers and JKM benefits",
    "tunggakan pemberi kerja dan manfaat JKM",
    Clock.DEATH,
    row("2015-07", _EMPLOYERS, PP_44_2015.at("41(1)"), PP_44_2015.at("41(2)-(3)")),
)
ARREARS_JKP = _table(
    "ARREARS_JKP",
    "arrears of employers (before 2025 of JKK and JKM, since of JKK) and the cash benefit of JKP",
    "tunggakan pemberi kerja (sebelum 2025 atas JKK dan JKM, sejak itu atas JKK) dan manfaat uang tunai JKP",
    Clock.DISMISSAL,
    row("2021-02-02", _EMPLOYERS, PP_37_2021.at("39(1)-(2)"), PP_37_2021.at("39(3)-(6)")),
    row("2025-02-07", _EMPLOYERS, PP_6_2025.at("39(1)-(2)"), PP_6_2025.at("39(3)-(6)")),
)
ARREARS_JKP_CLOSED_FIRM = _table(
    "ARREARS_JKP_CLOSED_FIRM",
    "arrears of employers who are bankrupt or closed and the cash benefit of JKP",
    "tunggakan pemberi kerja yang pailit atau tutup dan manfaat uang tunai JKP",
    Clock.DISMISSAL,
    row(
        "2025-02-07",
        ArrearsRule(6, CoverKind.FUND, CoverKind.EMPLOYER_FIRST),
        PP_6_2025.at("39A"),
        PP_6_2025.at("39(3)-(6)"),
    ),
)
ARREARS_JKK_OF_SELF_EMPLOYED = _table(
    "ARREARS_JKK_OF_SELF_EMPLOYED",
    "arrears of the self-employed and JKK benefits",
    "tunggakan peserta bukan penerima upah dan manfaat JKK",
    Clock.ACCIDENT,
    row(
        "2015-07", ArrearsRule(3, CoverKind.CARE_FIRST, CoverKind.NONE), PP_44_2015.at("39(1)"), PP_44_2015.at("39(2)")
    ),
)
ARREARS_JKM_OF_SELF_EMPLOYED = _table(
    "ARREARS_JKM_OF_SELF_EMPLOYED",
    "arrears of the self-employed and JKM benefits",
    "tunggakan peserta bukan penerima upah dan manfaat JKM",
    Clock.DEATH,
    row(
        "2015-07",
        ArrearsRule(3, CoverKind.FUNERAL_FIRST, CoverKind.NONE),
        PP_44_2015.at("42(1)"),
        PP_44_2015.at("42(2)"),
    ),
)

ARREARS_ENDING_MEMBERSHIP: Dated[int] = Dated(
    "payment.ARREARS_ENDING_MEMBERSHIP",
    "months in a row that a self-employed person may be in arrears before the membership ends",
    "bulan berturut-turut peserta bukan penerima upah boleh menunggak sebelum kepesertaan berakhir",
    MONTHS,
    Clock.CONTRIBUTION_MONTH,
    (
        row(
            "2015-07",
            3,
            MANUAL_2022.at("whole", Grade.A_MANUAL, "p. 59; the years before 2022 inferred", Flag.DERIVED),
            PP_44_2015.at("39(2)", Grade.A, "no right to benefits any more", Flag.READING),
            PP_44_2015.at("42(2)", Grade.A, "no right to benefits any more", Flag.READING),
        ),
    ),
)

TABLES = (
    ARREARS_ENDING_MEMBERSHIP,
    ARREARS_JKK,
    ARREARS_JKM,
    ARREARS_JKP,
    ARREARS_JKP_CLOSED_FIRM,
    ARREARS_JKK_OF_SELF_EMPLOYED,
    ARREARS_JKM_OF_SELF_EMPLOYED,
)
