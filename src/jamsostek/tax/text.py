"""The tax on payments as text that a person can check by hand, as HTML and as a dictionary."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from .._citations import Citation
from .._kinds import Lang
from .._money import number, percent
from .._render import cited
from .._serial import _cite
from .._steps import Step
from .._tiers import parts
from .results import Method, PayoutTax, Taxed

SCHEMA = "jamsostek.tax.payouts/1"
_WIDTH = 96
WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "gross": "paid, gross",
        "tax": "tax",
        "net": "left",
        "unknown": "not known",
        "between": "between",
        "and": "and",
        "before": "paid before of the same sum",
        "before_year": "paid before of such sums in the same year",
        "thousands": "rounded down to full thousands",
        "at_once": "paid at once: year {} of {}",
        "late": "calendar year {}: paid later than in {} years",
        "slice": "share × slice",
        "share": "share × gross",
        "rounded": "to the full rupiah (no rule in the law)",
        "surcharge": "without a tax number: {} more",
        "perhaps": "if there is no tax number: {} more",
        "final": "final: it settles the tax; a slip is due also where it is 0",
        "credit": "not final: a credit in the return of the year",
        "missing": "not known yet",
        "assumed": "taken for granted",
        "change": "changed by",
        "readings": "open questions of law",
    },
    "id": {
        "gross": "dibayarkan, bruto",
        "tax": "pajak",
        "net": "diterima bersih",
        "unknown": "belum diketahui",
        "between": "antara",
        "and": "dan",
        "before": "telah dibayarkan dari jumlah yang sama",
        "before_year": "telah dibayarkan dari jumlah sejenis pada tahun yang sama",
        "thousands": "dibulatkan ke bawah dalam ribuan rupiah",
        "at_once": "dibayarkan sekaligus: tahun ke-{} dari {}",
        "late": "tahun kalender ke-{}: dibayarkan sesudah {} tahun",
        "slice": "tarif × lapisan",
        "share": "tarif × bruto",
        "rounded": "ke rupiah penuh (tidak diatur)",
        "surcharge": "tanpa NPWP: ditambah {}",
        "perhaps": "bila tidak memiliki NPWP: ditambah {}",
        "final": "final; bukti pemotongan tetap dibuat walaupun nihil",
        "credit": "tidak final: kredit pajak dalam SPT tahunan",
        "missing": "belum diketahui",
        "assumed": "diasumsikan",
        "change": "ubah lewat",
        "readings": "pertanyaan hukum terbuka",
    },
}


def steps(line: Taxed, lang: Lang) -> tuple[Step, ...]:
    """How the tax on one payment came about."""
    return tuple(_steps(line, WORDS[lang], lang))


def _steps(line: Taxed, words: dict[str, str], lang: Lang) -> Iterator[Step]:
    gross, scale = line.payout.amount, line.scale
    if line.method is Method.NON_RESIDENT:
        exact = gross * scale.value
        result = f"{percent(scale.value, lang)} × {number(gross, lang)} = {number(exact, lang)}"
        yield Step(words["share"], result, scale.cites)
        yield from _rounding(exact, line.least, words, lang)
        return
    if line.window is not None and (line.method is Method.FINAL or line.year > line.window.value):
        word = "at_once" if line.method is Method.FINAL else "late"
        yield Step(words[word].format(line.year, line.window.value), str(line.payout.on), line.window.cites)
    if line.before:
        word = "before" if line.method is Method.FINAL else "before_year"
        yield Step(words[word], number(line.before, lang), line.because)
    start, until = line.counted
    if (start, until) != (line.before, line.before + gross):
        yield Step(words["thousands"], f"{number(start, lang)} – {number(until, lang)}", ())
    exact = Fraction(0)
    for share, part in parts(scale.value, start, until):
        exact += share * part
        result = f"{percent(share, lang)} × {number(part, lang)} = {number(share * part, lang)}"
        yield Step(words["slice"], result, scale.cites)
    if line.surcharge is not None:
        more = line.surcharge.value
        word = "surcharge" if line.least == line.most else "perhaps"
        result = f"{number(exact, lang)} × {percent(1 + more, lang)} = {number(exact * (1 + more), lang)}"
        yield Step(words[word].format(percent(more, lang)), result, line.surcharge.cites)
        exact *= 1 + more
    yield from _rounding(exact, line.most, words, lang)


def _rounding(exact: Fraction, tax: int, words: dict[str, str], lang: Lang) -> Iterator[Step]:
    if exact != tax:
        yield Step(words["rounded"], f"{number(exact, lang)} → {number(tax, lang)}", ())


def _nature(line: Taxed) -> Citation:
    """Where it stands that a tax is final, or is not."""
    return (*line.scale.cites[:1], *line.because)[-1]


def amount(least: int, most: int, lang: Lang) -> str:
    """An amount that is known, or its bounds."""
    words = WORDS[lang]
    if least == most:
        return number(least, lang)
    return f"{words['between']} {number(least, lang)} {words['and']} {number(most, lang)}"


def heading(line: Taxed, lang: Lang) -> str:
    """One line on a payment: its day, what it is, how it is taxed."""
    return f"{line.payout.on}: {line.payout.kind.label(lang)}, {line.method.label(lang)}"


def notes(tax: PayoutTax, lang: Lang) -> Iterator[tuple[str, str]]:
    """What stands below the payments: a label and a text each."""
    words = WORDS[lang]
    if tax.missing:
        yield words["missing"], ", ".join(fact.label(lang) for fact in tax.missing)
    for assumption in tax.assumed:
        yield words["assumed"], f"{assumption.text(lang)} ({words['change']} {assumption.fact})"
    for mark in tax.marks:
        yield "law" if lang == "en" else "hukum", mark.text(lang)
    for reading in tax.readings:
        yield words["readings"], reading.text(tax.law.option(reading), lang)


def _sums(tax: PayoutTax, lang: Lang) -> Iterator[tuple[str, str]]:
    words = WORDS[lang]
    yield words["gross"], number(tax.gross, lang)
    yield words["tax"], amount(tax.at_least, tax.at_most, lang)
    yield words["net"], amount(tax.gross - tax.at_most, tax.gross - tax.at_least, lang)


def explain(tax: PayoutTax, lang: Lang) -> str:
    """The whole tax as text."""
    words, out = WORDS[lang], []
    for line in tax:
        out.append(f"{heading(line, lang):<{_WIDTH - 20}}{number(line.payout.amount, lang):>20}")
        out.append(f"    {words['tax']}: {amount(line.least, line.most, lang)}")
        for step in line.steps(lang):
            out.append(f"    {step.formula}:  {step.numbers}")
            out += [f"        {cited(step.cites, lang)}"] if step.cites else []
        out.append(f"    {words['final' if line.final else 'credit']} ({_nature(line).text(lang)})")
    out.append("-" * _WIDTH)
    out += [f"{label:<{_WIDTH - 48}}{text:>48}" for label, text in _sums(tax, lang)]
    below = [f"{label}: {text}" for label, text in notes(tax, lang)]
    return "\n".join([*out, *([""] if below else []), *below])


def html(tax: PayoutTax) -> str:
    """The payments as a table with their tax."""
    from .._html import rows_html

    rows: list[tuple[str, ...]] = [
        (
            str(line.payout.on),
            f"{line.payout.kind.label_en}, {line.method.label_en}",
            number(line.payout.amount),
            amount(line.least, line.most, "en"),
        )
        for line in tax
    ]
    rows.append(("", "together", number(tax.gross), amount(tax.at_least, tax.at_most, "en")))
    return rows_html(
        ("paid on", "what", "gross", "tax"), rows, [f"{label}: {text}" for label, text in notes(tax, "en")]
    )


def to_dict(tax: PayoutTax) -> dict[str, Any]:
    """The tax as JSON-safe values."""
    law = tax.law
    return {
        "schema": SCHEMA,
        "law": {"checked_until": str(law.checked_until), "readings": law.options},
        "resident": tax.resident,
        "tax_number": tax.tax_number,
        "payments": [_line(line) for line in tax],
        "gross": tax.gross,
        "tax": tax.tax,
        "net": tax.net,
        "at_least": tax.at_least,
        "at_most": tax.at_most,
        "missing": [fact.key for fact in tax.missing],
        "assumed": [{"fact": each.fact, "text": each.text_en} for each in tax.assumed],
        "readings": {reading.name: law.option(reading) for reading in tax.readings},
        "marks": [mark.text_en for mark in tax.marks],
        "evidence": str(tax.evidence),
    }


def _line(line: Taxed) -> dict[str, Any]:
    payout = line.payout
    return {
        "on": str(payout.on),
        "kind": str(payout.kind),
        "amount": payout.amount,
        "partial": payout.partial,
        "account": payout.account,
        "acquired": None if payout.acquired is None else str(payout.acquired),
        "method": str(line.method),
        "final": line.final,
        "tax": line.tax,
        "at_least": line.least,
        "at_most": line.most,
        "steps": [{"formula": step.formula, "numbers": step.numbers} for step in line.steps()],
        "basis": [_cite(cite) for cite in line.basis],
    }
