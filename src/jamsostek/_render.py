"""Bills as text that a person can check by hand, in English and Indonesian."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ._assumed import Assumption
from ._citations import Citation
from ._kinds import Lang, Programme
from ._law import Mark
from ._money import number, rupiah
from ._people import SelfEmployed, Trainee
from ._programmes import Standing
from ._readings import Reading
from ._reliefs import Examined
from ._results import Bill
from ._steps import steps

_WIDTH = 96

WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "wage_earner": "wage earner",
        "migrant_worker": "migrant worker",
        "self_employed": "self-employed",
        "trainee": "trainee or other without a wage",
        "project_worker": "worker of a construction project",
        "wage": "wage",
        "deemed": "deemed wage",
        "income": "income",
        "total": "total",
        "assumed": "taken for granted",
        "no_relief": "does not apply",
        "relief": "applied",
        "possible": "could apply",
        "left_out": "compulsory, but not on this bill",
        "closed": "left off",
        "readings": "open questions of law",
        "jkp": "funding of JKP (inside the amounts above; for information)",
        "missing": "not known yet",
        "least": "owed in any case",
        "most": "owed at most",
        "evidence": "weakest evidence",
        "nothing": "nothing on this bill",
        "change": "changed by",
    },
    "id": {
        "wage_earner": "penerima upah",
        "migrant_worker": "pekerja migran Indonesia",
        "self_employed": "bukan penerima upah",
        "trainee": "peserta magang atau lainnya yang tidak menerima upah",
        "project_worker": "pekerja proyek jasa konstruksi",
        "wage": "upah",
        "deemed": "upah acuan",
        "income": "penghasilan",
        "total": "jumlah",
        "assumed": "diasumsikan",
        "no_relief": "tidak berlaku",
        "relief": "diterapkan",
        "possible": "mungkin berlaku",
        "left_out": "wajib, tetapi tidak ada di tagihan ini",
        "closed": "tidak ditagih",
        "readings": "pertanyaan hukum terbuka",
        "jkp": "pendanaan JKP (di dalam jumlah di atas; sebagai informasi)",
        "missing": "belum diketahui",
        "least": "pasti terutang",
        "most": "paling banyak terutang",
        "evidence": "bukti terlemah",
        "nothing": "tidak ada iuran di tagihan ini",
        "change": "ubah lewat",
    },
}


def worded(own: dict[Lang, dict[str, str]]) -> dict[Lang, dict[str, str]]:
    """The words of another kind of result: those that all share, and its own."""
    return {lang: {**WORDS[lang], **words} for lang, words in own.items()}


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


class Told(NamedTuple):
    """What a bill, or a total of bills, has to tell beside its amounts; each thing once."""

    left_out: tuple[Programme, ...]
    closed: tuple[Standing, ...]
    assumed: tuple[Assumption, ...]
    examined: tuple[Examined, ...]
    answers: tuple[tuple[Reading, str], ...]
    marks: tuple[Mark, ...]

    def notes(self, lang: Lang) -> Iterator[tuple[str, str]]:
        """A label and a text each."""
        words = WORDS[lang]
        if self.left_out:
            yield words["left_out"], ", ".join(self.left_out)
        for standing in self.closed:
            yield words["closed"], standing.text(lang)
        for assumption in self.assumed:
            yield words["assumed"], f"{assumption.text(lang)} ({words['change']} {assumption.fact})"
        for examined in self.examined:
            relief, verdict = examined.relief, examined.verdict
            if verdict.missing:
                yield words["possible"], examined.text(lang)
            elif verdict.because:
                yield words["no_relief"], examined.text(lang)
            else:
                yield words["relief"], ", ".join(filter(None, (relief.label(lang), relief.caveat(lang))))
        for reading, option in self.answers:
            yield words["readings"], reading.text(option, lang)


def told(bill: Bill) -> Told:
    """What a bill has to tell."""
    law = bill.law
    answers = tuple((reading, law.option(reading)) for reading in bill.deciding)
    return Told(bill.left_out, bill.closed, bill.assumed, bill.examined, answers, bill.marks)


def notes(bill: Bill, lang: Lang) -> Iterator[tuple[str, str]]:
    """What stands below the lines of a bill: a label and a text each."""
    words = WORDS[lang]
    if not bill.lines:
        yield words["nothing"], "; ".join(standing.text(lang) for standing in bill.standings)
    yield from told(bill).notes(lang)
    jkp = bill.jkp
    if jkp is None:
        return
    yield from (
        (words["readings"], reading.text(bill.law.option(reading), lang))
        for reading in jkp.readings
        if reading not in bill.deciding
    )
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
