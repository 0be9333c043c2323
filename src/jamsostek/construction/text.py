"""Bills of projects as text that a person can check by hand, and as HTML for notebooks."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from html import escape

from .._html import _CELL, _MONEY, _SMALL, _TABLE, _foot
from .._kinds import Lang
from .._money import equals, number, percent, rounded, rupiah
from .._render import cited, worded
from .._steps import Step
from .._tiers import parts
from .results import Payment, Portion, ProjectBill, ProjectLine

_WIDTH = 96
WORDS: dict[Lang, dict[str, str]] = worded(
    {
        "en": {
            "project": "construction project, by",
            "ordered": "work order of",
            "contract": "contract",
            "addendum": "addendum",
            "net": "value without value-added tax",
            "slice": "share × slice",
            "given_back": "share × slice, given back",
            "none": "nothing more is owed",
            "wages": "wages of {} × share",
            "worker": "worker",
            "workers": "workers",
            "split": "in instalments",
            "due": "{} remains due",
            "rounded": "to the full rupiah (no rule in the law)",
            "instalment": "instalment {}, {}",
            "paid": "paid on",
            "pay_by": "all instalments are to be paid before the work ends on",
            "late": "paid after the work ended",
        },
        "id": {
            "project": "proyek jasa konstruksi, menurut",
            "ordered": "SPK tanggal",
            "contract": "kontrak",
            "addendum": "adendum",
            "net": "nilai tanpa PPN",
            "slice": "persentase × lapisan",
            "given_back": "persentase × lapisan, dikembalikan",
            "none": "tidak ada tambahan iuran",
            "wages": "upah {} × persentase",
            "worker": "pekerja",
            "workers": "pekerja",
            "split": "dalam beberapa tahap",
            "due": "dibayar {}",
            "rounded": "ke rupiah penuh (tidak diatur)",
            "instalment": "tahap {}, {}",
            "paid": "dibayar",
            "pay_by": "seluruh tahap harus dilunasi sebelum pekerjaan berakhir pada",
            "late": "dibayar setelah pekerjaan berakhir",
        },
    }
)


def steps(line: ProjectLine, lang: Lang) -> Iterator[Step]:
    """The steps of one line, in order."""
    words, part = WORDS[lang], line.part
    if part.workers:
        yield from _wage_steps(line, lang)
        return
    if part.vat is not None:
        result = f"{number(part.given, lang)} ÷ (1 + {percent(part.vat.value, lang)}) {equals(part.net, lang)}"
        yield Step(words["net"], result, part.vat.cites)
    low, high = sorted((part.before, part.after))
    for share, slice_ in parts(line.row.value, low, high):
        result = f"{percent(share, lang)} × {rounded(Fraction(slice_), lang)} {equals(share * slice_, lang)}"
        yield Step(words["slice" if high == part.after else "given_back"], result, line.row.cites)
    if low == high:
        yield Step(words["none"], number(0, lang), line.row.cites)
    if line.exact != line.full:
        yield Step(words["rounded"], f"{rounded(abs(line.exact), lang)} → {number(abs(line.full), lang)}", ())
    if len(line.portions) > 1:
        told = " + ".join(number(each.full, lang) for each in line.portions)
        cites = () if line.split is None else line.split.cites
        yield Step(words["split"], f"{told} = {number(line.full, lang)}", cites)
    for each in line.portions:
        yield from _relief_step(each, lang)


def _wage_steps(line: ProjectLine, lang: Lang) -> Iterator[Step]:
    words, part, share = WORDS[lang], line.part, line.row.value
    people = f"{number(part.workers, lang)} {words['worker' if part.workers == 1 else 'workers']}"
    result = f"{number(part.given, lang)} × {percent(share, lang)} {equals(line.exact, lang)}"
    yield Step(words["wages"].format(people), result, line.row.cites)
    exact, portion = line.exact, line.portions[0]
    if portion.relief is not None:
        factor = portion.relief.row.value
        formula = f"{portion.relief.relief.label(lang)}: {words['due'].format(percent(factor, lang))}"
        result = f"{rounded(exact, lang)} × {percent(factor, lang)} {equals(exact * factor, lang)}"
        yield Step(formula, result, portion.relief.row.cites)
        exact *= factor
    if exact != line.amount:
        yield Step(words["rounded"], f"{rounded(exact, lang)} → {number(line.amount, lang)}", ())


def _relief_step(given: Portion, lang: Lang) -> Iterator[Step]:
    if given.relief is None:
        return
    factor = percent(given.relief.row.value, lang)
    formula = f"{given.relief.relief.label(lang)}: {WORDS[lang]['due'].format(factor)}"
    yield Step(formula, f"{number(given.full, lang)} × {factor} → {number(given.amount, lang)}", given.relief.row.cites)


def heading(bill: ProjectBill, lang: Lang) -> str:
    """One line on what is billed."""
    words, project = WORDS[lang], bill.project
    told = [f"{words['project']} {bill.method.label(lang)}"]
    if project.value is not None:
        vat = "" if project.vat is None else f" {project.vat.label(lang)}"
        told.append(f"{rupiah(project.value, lang)}{vat}")
    if project.ordered is not None:
        told.append(f"{words['ordered']} {project.ordered}")
    return ", ".join((*told, *(mark.text(lang) for mark in bill.marks)))


def titled(line: ProjectLine, lang: Lang) -> str:
    """A line's programme and what it is for."""
    name, _, count = line.part.key.partition(" ")
    part = " ".join(filter(None, (WORDS[lang].get(name, name), count)))
    return f"{line.programme} {line.programme.label(lang)}, {part}"


def _payment(paid: Payment, lang: Lang) -> str:
    words = WORDS[lang]
    told = words["instalment"].format(paid.number, percent(paid.share, lang))
    return told if paid.on is None else f"{told}, {words['paid']} {paid.on}"


def notes(bill: ProjectBill, lang: Lang) -> Iterator[tuple[str, str]]:
    """What stands below the lines: a label and a text each."""
    if len(bill.instalments) > 1 and bill.pay_by is not None:
        yield WORDS[lang]["pay_by"], str(bill.pay_by)
    if bill.late:
        yield WORDS[lang]["late"], "; ".join(_payment(each, lang) for each in bill.late)
    yield from bill.told.notes(lang)


def explain(bill: ProjectBill, lang: Lang) -> str:
    """The whole bill as text."""
    words, out = WORDS[lang], [heading(bill, lang), ""]
    for line in bill:
        out.append(f"{titled(line, lang):<{_WIDTH - 16}}{number(line.amount, lang):>16}")
        for step in line.steps(lang):
            out.append(f"    {step.formula}:  {step.numbers}")
            out += [f"        {cited(step.cites, lang)}"] if step.cites else []
    out.append("-" * _WIDTH)
    sums = [(f"{each} {each.label(lang)}", amount) for each, amount in bill.by_programme.items()]
    if len(bill.instalments) > 1:
        sums += [(_payment(each, lang), each.amount) for each in bill.instalments]
    sums.append((words["total"], bill.total))
    out += [f"{label:<{_WIDTH - 16}}{number(amount, lang):>16}" for label, amount in sums]
    below = [f"{label}: {text}" for label, text in notes(bill, lang)]
    return "\n".join([*out, *([""] if below else []), *below])


def html(bill: ProjectBill) -> str:
    """The bill as a table; each line unfolds to its steps and articles."""
    rows = []
    for line in bill:
        inner = "".join(
            f"<div>{escape(step.formula)}: <b>{escape(step.numbers)}</b></div>"
            + (f'<div style="{_SMALL}">{escape(cited(step.cites, "en"))}</div>' if step.cites else "")
            for step in line.steps("en")
        )
        name = f"<b>{line.programme}</b> {escape(line.programme.label_en)}"
        rows.append(
            f'<tr><td style="{_CELL}"><details><summary>{name}</summary>{inner}</details></td>'
            f'<td style="{_CELL}">{escape(line.part.key)}</td><td style="{_MONEY}">{number(line.amount)}</td></tr>'
        )
    if len(bill.instalments) > 1:
        rows += [_foot(_payment(each, "en"), each.amount, "") for each in bill.instalments]
    rows.append(_foot("total", bill.total, "font-weight:bold;"))
    below = "".join(f'<div style="{_SMALL}">{escape(label)}: {escape(text)}</div>' for label, text in notes(bill, "en"))
    return (
        f"<div><div><b>{escape(heading(bill, 'en'))}</b></div>"
        f'<table style="{_TABLE}"><thead><tr><th style="{_CELL}">programme</th><th style="{_CELL}">for</th>'
        f'<th style="{_MONEY}">rupiah</th></tr></thead><tbody>{"".join(rows)}</tbody></table>{below}</div>'
    )
