"""Bills as text that a person can check by hand, in English and Indonesian."""

from __future__ import annotations

from collections.abc import Iterator

from ._citations import Citation
from ._kinds import Lang
from ._money import number, rupiah
from ._people import SelfEmployed, Trainee
from ._results import Bill
from ._steps import steps

_WIDTH = 96

WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "wage_earner": "wage earner",
        "self_employed": "self-employed",
        "trainee": "trainee or other without a wage",
        "wage": "wage",
        "deemed": "deemed wage",
        "income": "income",
        "total": "total",
        "assumed": "taken for granted",
        "no_relief": "does not apply",
        "relief": "applied",
        "possible": "could apply",
        "left_out": "compulsory, but not on this bill",
        "readings": "open questions of law",
        "jkp": "funding of JKP (inside the amounts above; for information)",
        "evidence": "weakest evidence",
        "nothing": "nothing on this bill",
        "change": "changed by",
    },
    "id": {
        "wage_earner": "penerima upah",
        "self_employed": "bukan penerima upah",
        "trainee": "peserta magang atau lainnya yang tidak menerima upah",
        "wage": "upah",
        "deemed": "upah acuan",
        "income": "penghasilan",
        "total": "jumlah",
        "assumed": "diasumsikan",
        "no_relief": "tidak berlaku",
        "relief": "diterapkan",
        "possible": "mungkin berlaku",
        "left_out": "wajib, tetapi tidak ada di tagihan ini",
        "readings": "pertanyaan hukum terbuka",
        "jkp": "pendanaan JKP (di dalam jumlah di atas; sebagai informasi)",
        "evidence": "bukti terlemah",
        "nothing": "tidak ada iuran di tagihan ini",
        "change": "ubah lewat",
    },
}


def heading(bill: Bill, lang: Lang) -> str:
    """One line on who is billed, for which month."""
    words, participant = WORDS[lang], bill.participant
    if isinstance(participant, SelfEmployed):
        base = f"{words['income']} {rupiah(participant.income, lang)}"
    else:
        base = f"{words['deemed' if isinstance(participant, Trainee) else 'wage']} {rupiah(participant.wage, lang)}"
    return ", ".join((f"{bill.month}: {words[participant.type_name]}", base, *(mark.text(lang) for mark in bill.marks)))


def cited(cites: tuple[Citation, ...], lang: Lang) -> str:
    """Citations with their grades and, in English, the source where the text itself was not read."""
    return "; ".join(
        f"{cite.text(lang)} [{cite.marked(lang)}{f': {cite.source}' if cite.source and lang == 'en' else ''}]"
        for cite in cites
    )


def notes(bill: Bill, lang: Lang) -> Iterator[tuple[str, str]]:
    """What stands below the lines: a label and a text each."""
    words = WORDS[lang]
    if not bill.lines:
        yield words["nothing"], "; ".join(standing.text(lang) for standing in bill.standings)
    if bill.left_out:
        yield words["left_out"], ", ".join(bill.left_out)
    for assumption in bill.assumed:
        yield words["assumed"], f"{assumption.text(lang)} ({words['change']} {assumption.fact})"
    for examined in bill.examined:
        if examined.verdict.missing:
            yield words["possible"], examined.text(lang)
        elif examined.verdict.because:
            yield words["no_relief"], examined.text(lang)
        elif examined.relief.caveat(lang):
            yield words["relief"], f"{examined.relief.label(lang)}, {examined.relief.caveat(lang)}"
    for reading in bill.readings:
        yield words["readings"], reading.text(bill.law.option(reading), lang)
    jkp = bill.jkp
    if jkp is not None:
        state = {"en": "state", "id": "Pemerintah Pusat"}[lang]
        parts = f"{state} {number(jkp.state, lang)}, JKK {number(jkp.from_jkk, lang)}, JKM {number(jkp.from_jkm, lang)}"
        whom = {"en": "takes part", "id": "peserta JKP"}[lang]
        yield words["jkp"], f"{parts} = {number(jkp.total, lang)}; {whom}: {jkp.participant.text(lang)}"


def explain(bill: Bill, lang: Lang) -> str:
    """The whole bill as text."""
    out = [heading(bill, lang), ""]
    for line in bill:
        name = f"{line.programme} {line.programme.label(lang)}, {line.payer.label(lang)}"
        out.append(f"{name:<{_WIDTH - 16}}{number(line.amount, lang):>16}")
        for step in steps(bill, line, lang):
            out.append(f"    {step.formula}:  {step.numbers}")
            if step.cites:
                out.append(f"        {cited(step.cites, lang)}")
    out.append("-" * _WIDTH)
    for payer, amount in bill.by_payer.items():
        out.append(f"{payer.label(lang):<{_WIDTH - 16}}{number(amount, lang):>16}")
    out.append(f"{WORDS[lang]['total']:<{_WIDTH - 16}}{number(bill.total, lang):>16}")
    below = [f"{label}: {text}" for label, text in notes(bill, lang)]
    return "\n".join([*out, *([""] if below else []), *below])
