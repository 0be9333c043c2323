"""Who pays the cash of JKP by the months in arrears, what goes with it in kind, and what a claim has to prove."""

from __future__ import annotations

from typing import NamedTuple

from .._benefits import BenefitPayer, Paper, Term
from .._cases import HISTORY, Case
from .._citations import Citation, Flag, Grade
from .._cover import _arrears
from .._dated import Clock, Moment
from .._endings import Dismissal, FirmState
from .._kinds import Labelled, Programme
from .._law import Law
from .._member import Membership
from .._money import rupiah
from .._readings import Reading
from .._readings_of_job_loss import JKP_BANKRUPT_LONG_ARREARS
from .._verdict import Fact
from ..instruments import PERMENAKER_2_2025, PERMENAKER_15_2021, PP_6_2025, PP_37_2021
from ..payment.law_of_arrears import ARREARS_JKP, ARREARS_JKP_CLOSED_FIRM
from . import benefit_law as tables

FIRM = Fact("event.firm", "whether the firm goes on, is bankrupt or closed", "keadaan perusahaan")


class Paying(NamedTuple):
    """Who pays the cash, and what goes with that."""

    payer: BenefitPayer | None
    terms: tuple[Term, ...] = ()
    cites: tuple[Citation, ...] = ()
    missing: tuple[Fact, ...] = ()
    readings: tuple[Reading, ...] = ()


def payer_of(case: Case, event: Dismissal, job: Membership) -> Paying:
    """Who pays first, by the months in arrears on the day of the dismissal (arts 39, 39A)."""
    law, at = case.law, Moment(Clock.DISMISSAL, event.on)
    arrears = _arrears(job, event.on, Programme.JKK, law)
    usual, of_bankrupt = law.row(ARREARS_JKP, at), law.find(ARREARS_JKP_CLOSED_FIRM, at)
    limit = usual.value.limit
    least, most = arrears.run
    readings = list(arrears.readings)
    possible: list[tuple[BenefitPayer, Citation]] = []
    missing: list[Fact] = []
    if least <= limit:
        possible.append((BenefitPayer.FUND, usual.cites[0]))
    if most > limit:
        gone = event.firm in (FirmState.BANKRUPT, FirmState.CLOSED) and of_bankrupt is not None
        unknown = event.firm is None and of_bankrupt is not None
        if of_bankrupt is not None and (gone or unknown):
            if max(least, limit + 1) <= of_bankrupt.value.limit:
                possible.append((BenefitPayer.FUND, of_bankrupt.cites[0]))
            if most > of_bankrupt.value.limit:
                readings.append(JKP_BANKRUPT_LONG_ARREARS)
                if law.option(JKP_BANKRUPT_LONG_ARREARS) == "fund":
                    possible.append((BenefitPayer.FUND, of_bankrupt.cites[0]))
                else:
                    possible.append((BenefitPayer.EMPLOYER, _BACK_TO_39))
        if not gone:
            possible.append((BenefitPayer.EMPLOYER, usual.cites[-1]))
        if unknown:
            missing.append(FIRM)
    payers = {payer for payer, _ in possible}
    if len(payers) > 1 and least != most:
        missing.append(HISTORY)
    payer = possible[0][0] if len(payers) == 1 else None
    terms: list[Term] = []
    if most and BenefitPayer.FUND in payers:
        if_so = least == 0 or payer is None
        words = ("if contributions are in arrears: the employer pays them", "bila ada tunggakan: dilunasi pengusaha")
        sure = ("the employer must pay the arrears", "pengusaha wajib melunasi tunggakan iuran")
        terms.append(Term(*(words if if_so else sure), usual.cites[0].instrument.at("39(2)")))
    if BenefitPayer.EMPLOYER in payers:
        terms.append(_advance(event, law, sure=payer is not None))
    return Paying(
        payer,
        tuple(terms),
        tuple(dict.fromkeys(cite for _, cite in possible)) if most else (),
        tuple(missing) if payer is None else (),
        tuple(dict.fromkeys(readings)),
    )


_BACK_TO_39 = PP_6_2025.at("39(3)", Grade.A, "", Flag.READING)


def _advance(event: Dismissal, law: Law, *, sure: bool) -> Term:
    paid = Moment(Clock.PAYMENT, event.on)
    months, days = law.row(tables.REFUND_MONTHS, paid), law.row(tables.REFUND_DAYS, paid)
    en = (
        f"the employer pays first; once arrears and fines are paid, it can ask the fund for it within {months.value} "
        f"months of paying, and the fund refunds within {days.value} working days"
    )
    idn = (
        "pengusaha membayar lebih dahulu; setelah tunggakan dan denda lunas dapat meminta penggantian paling lama "
        f"{months.value} bulan sejak membayar, dibayar paling lama {days.value} hari kerja"
    )
    if not sure:
        en, idn = f"if more than the months allowed are in arrears: {en}", f"bila tunggakan melebihi batas: {idn}"
    return Term(en, idn, months.cites[0])


def in_kind(event: Dismissal, law: Law) -> tuple[Term, ...]:
    """What goes with the cash in kind."""
    on = event.approved or event.claimed or event.on
    at = Moment(Clock.BENEFIT_MONTH, on)
    value, report = law.row(tables.TRAINING_VALUE, at), law.row(tables.REPORT_DAYS, at)
    training = (
        f"work training, worth up to {rupiah(value.value)}",
        f"pelatihan kerja senilai {rupiah(value.value, 'id')}",
    )
    return (
        Term("labour-market information and counselling", "akses informasi pasar kerja", PP_37_2021.at("25(1)")),
        Term(*training, value.cites[0]),
        Term(
            "each further month: still without work, searching or in training",
            "setiap bulan berikutnya: belum bekerja, mencari kerja atau mengikuti pelatihan",
            PERMENAKER_2_2025.at("13") if on >= _DUTIES_SINCE else PERMENAKER_15_2021.at("whole", Grade.C, "press"),
        ),
        Term(
            f"a new job is to be reported within {report.value} working days",
            f"pekerjaan baru dilaporkan paling lama {report.value} hari kerja",
            report.cites[0],
        ),
        Term("ends with a new job or on death", "berakhir bila bekerja kembali atau meninggal", PP_37_2021.at("40")),
    )


_DUTIES_SINCE = tables.APPLICATIONS.rows[0].since


def formal_terms(event: Dismissal, law: Law) -> tuple[Term, ...]:
    """The proof of the dismissal and its report."""
    proofs = law.row(tables.PROOFS, Moment(Clock.CLAIM, event.approved or event.claimed or event.on))
    terms = []
    if event.proof not in proofs.value:
        names = [", ".join(each.label(lang) for each in proofs.value) for lang in ("en", "id")]
        words = f"one of the proofs of dismissal: {names[0]}", f"salah satu bukti PHK: {names[1]}"
        terms.append(Term(*words, proofs.cites[0], None if event.proof is None else False))
    if event.reported is False:
        words = "the employer has to report the exit", "pengusaha melaporkan pekerja keluar"
        cite = PERMENAKER_15_2021.at("whole", Grade.C, "one list of conditions")
        terms.append(Term(*words, cite, False))
    return tuple(terms)


def papers_of(event: Dismissal, law: Law) -> tuple[Labelled, ...]:
    """What a claim needs beside one of the proofs of dismissal, or with the one that is named."""
    proofs = law.row(tables.PROOFS, Moment(Clock.CLAIM, event.approved or event.claimed or event.on))
    proof = () if event.proof is None or event.proof not in proofs.value else (event.proof,)
    return (*proof, Paper.ID_OF_MEMBER, Paper.BANK_BOOK)
