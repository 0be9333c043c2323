"""Claims as text that a person can check by hand, in English and Indonesian, and as HTML for a notebook."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ._accident import WorkAccident
from ._benefits import Item, Recipient, When
from ._claims import Claim
from ._endings import ActivityEnd, ContractEnd, Dismissal, LeavingIndonesia, Resignation, Retirement
from ._events import Death, TotalDisability
from ._kinds import Lang
from ._money import number
from ._render import cited, worded
from ._verdict import State
from .migrants.events import MigrantEvent

_WIDTH = 96
_EVENTS: dict[Lang, dict[type, str]] = {
    "en": {
        Death: "death",
        WorkAccident: "work accident or disease",
        TotalDisability: "total disability",
        Dismissal: "dismissal",
        Resignation: "resignation",
        ContractEnd: "end of a fixed-term contract",
        ActivityEnd: "end of the self-employed work",
        Retirement: "retirement",
        LeavingIndonesia: "leaving Indonesia",
    },
    "id": {
        Death: "meninggal dunia",
        WorkAccident: "kecelakaan atau penyakit akibat kerja",
        TotalDisability: "cacat total",
        Dismissal: "pemutusan hubungan kerja",
        Resignation: "mengundurkan diri",
        ContractEnd: "berakhirnya perjanjian kerja waktu tertentu",
        ActivityEnd: "berhenti dari kegiatan usaha sendiri",
        Retirement: "pensiun",
        LeavingIndonesia: "meninggalkan Indonesia",
    },
}
WORDS = worded(
    {
        "en": {
            "related": "work-related",
            "unrelated": "not work-related",
            "open": "not known whether work-related",
            "unknown": "not known",
            "payer": "from",
            "recipient": "to",
            "term": "with it",
            "waits": "waits",
            "wait_over": "had to wait, and no longer does",
            "deadline": "claim by",
            "no_deadline": "no last day to claim",
            "papers": "papers",
            "lump_sum": "at once, altogether",
            "now": "of that at once and without waiting",
            "advanced": "of that to the employer, who advanced it",
            "no_bound": "no bound is known",
            "refused": "not owed",
            "owed": "owed",
            "times": "times",
            "most_of_all": "altogether at most",
            "membership": "from the membership as",
            "nothing": "nothing is owed",
            "pay_days": "to be paid within {} working days of the papers",
        },
        "id": {
            "related": "akibat kerja",
            "unrelated": "bukan akibat kerja",
            "open": "belum diketahui apakah akibat kerja",
            "unknown": "belum diketahui",
            "payer": "dari",
            "recipient": "kepada",
            "term": "dengan ketentuan",
            "waits": "menunggu",
            "wait_over": "tadinya menunggu, kini terpenuhi",
            "deadline": "diajukan paling lambat",
            "no_deadline": "tanpa batas waktu pengajuan",
            "papers": "dokumen",
            "lump_sum": "sekaligus, seluruhnya",
            "now": "di antaranya sekaligus tanpa menunggu",
            "advanced": "di antaranya kepada pemberi kerja yang telah membayar dahulu",
            "no_bound": "batasnya tidak diketahui",
            "refused": "tidak terutang",
            "owed": "terutang",
            "times": "kali",
            "most_of_all": "seluruhnya paling banyak",
            "membership": "dari kepesertaan sebagai",
            "nothing": "tidak ada yang terutang",
            "pay_days": "dibayar paling lama {} hari kerja sejak berkas diterima",
        },
    }
)


def heading(claim: Claim, lang: Lang) -> str:
    """One line on what happened, to whom."""
    words, event = WORDS[lang], claim.event
    if isinstance(event, MigrantEvent):
        what = event.label_id if lang == "id" else event.label_en
    else:
        what = _EVENTS[lang][type(event)]
    parts = [f"{event.on}: {what}"]
    if isinstance(event, Death | TotalDisability):
        related = {True: "related", False: "unrelated", None: "open"}[event.work_related]
        parts.append(words[related])
    if claim.member.abroad is not None:
        parts.append(words["migrant_worker"])
    else:
        parts.append(", ".join(words[each.participant.type_name] for each in claim.member.memberships))
    return ", ".join((*parts, *(mark.text(lang) for mark in claim.marks)))


def amount(item: Item, lang: Lang) -> str:
    """An item's amount: one payment, or what bounds it."""
    words = WORDS[lang]
    if item.amount is not None:
        return number(item.amount, lang)
    if item.floor:
        return f"≥ {number(item.floor, lang)}"
    return words["unknown"]


def facts(item: Item, lang: Lang) -> Iterator[str]:
    """What is to be said of an item beside its amount, line by line."""
    words = WORDS[lang]
    if item.verdict.state is State.UNDETERMINED:
        yield f"{words['owed']}: {item.verdict.text(lang)}"
    how = item.when.label(lang)
    if item.when is not When.ONCE and item.times is not None:
        total = "" if item.total is None else f" = {number(item.total, lang)}"
        how += f", {item.times} {words['times']}{total}"
    elif item.when is not When.ONCE and item.at_most is not None:
        how += f", {words['most_of_all']} {number(item.at_most, lang)}"
    payer = words["unknown"] if item.payer is None else item.payer.label(lang)
    recipient = words["unknown"] if item.recipient is None else item.recipient.label(lang)
    if item.person and item.recipient is not None:
        recipient += f" ({item.person})"
    yield f"{how}, {words['payer']} {payer}, {words['recipient']} {recipient}"
    if item.membership is not None:
        yield f"{words['membership']} {WORDS[lang][item.membership.participant.type_name]}"
    for term in item.terms:
        word = {None: "term", False: "waits", True: "wait_over"}[term.met]
        yield f"{words[word]}: {term.text(lang)} ({term.cite.text(lang)})"
    missing = [fact.label(lang) for fact in item.open_facts if fact not in item.verdict.missing]
    if missing:
        yield f"{words['missing']}: {', '.join(missing)}"
    if item.deadline is not None:
        last = item.deadline.last
        text = words["no_deadline"] if last is None else f"{words['deadline']} {last}"
        yield f"{text} ({'; '.join(cite.text(lang) for cite in item.deadline.cites)})"
    if item.pay_days is not None:
        yield f"{words['pay_days'].format(item.pay_days.value)} ({item.pay_days.cites[0].text(lang)})"


def proof(item: Item, lang: Lang) -> Iterator[tuple[str, str]]:
    """The steps of an item with their articles, and the articles on who is owed it."""
    for step in item.steps(lang):
        yield f"{step.formula}:  {step.numbers}", cited(step.cites, lang)
    if item.because:
        yield "", cited(item.because, lang)


def sums(claim: Claim, lang: Lang) -> Iterator[tuple[str, str]]:
    """The sums of a claim."""
    words = WORDS[lang]
    if claim.lump_sum is not None:
        yield words["lump_sum"], number(claim.lump_sum, lang)
        if claim.now != claim.lump_sum:
            yield words["now"], number(claim.now, lang)
        advanced = claim.by_recipient.get(Recipient.EMPLOYER)
        if advanced:
            yield words["advanced"], number(advanced, lang)
    if claim.at_least != claim.at_most or claim.recurring or claim.lump_sum is None:
        yield words["least"], number(claim.at_least, lang)
        yield words["most"], words["no_bound"] if claim.at_most is None else number(claim.at_most, lang)


def notes(claim: Claim, lang: Lang) -> Iterator[tuple[str, str]]:
    """What stands below the items: a label and a text each."""
    words = WORDS[lang]
    for refusal in claim.refused:
        what = f"{refusal.programme} {refusal.benefit.label(lang)}" if refusal.benefit else str(refusal.programme)
        if refusal.membership is not None:
            what += f" {words['membership']} {WORDS[lang][refusal.membership.participant.type_name]}"
        yield words["refused"], f"{what}: {refusal.verdict.text(lang)}"
    if claim.missing:
        yield words["missing"], ", ".join(fact.label(lang) for fact in claim.missing)
    for assumption in claim.assumed:
        yield words["assumed"], f"{assumption.text(lang)} ({words['change']} {assumption.fact})"
    for reading in claim.readings:
        yield words["readings"], reading.text(claim.law.option(reading), lang)
    papers = dict.fromkeys(paper for item in claim.items for paper in item.papers)
    if papers:
        yield words["papers"], ", ".join(paper.label(lang) for paper in papers)


def explain(claim: Claim, lang: Lang) -> str:
    """The whole claim as text."""
    out = [heading(claim, lang), ""]
    if not claim.items:
        out.append(WORDS[lang]["nothing"])
    for item in claim.items:
        out.append(f"{item.title(lang):<{_WIDTH - 20}}{amount(item, lang):>20}")
        out += [f"    {text}" for text in facts(item, lang)]
        for text, cites in proof(item, lang):
            out += [f"    {text}"] if text else []
            out += [f"        {cites}"] if cites else []
    out.append("-" * _WIDTH)
    out += [f"{label:<{_WIDTH - 20}}{text:>20}" for label, text in sums(claim, lang)]
    below = [f"{label}: {text}" for label, text in notes(claim, lang)]
    return "\n".join([*out, *([""] if below else []), *below])


def html(claim: Claim) -> str:
    """The claim as a table whose lines unfold to their reason."""
    from ._html import _CELL, _MONEY, _SMALL, _TABLE

    rows = []
    for item in claim.items:
        inner = "".join(f"<div>{escape(text)}</div>" for text in facts(item, "en"))
        inner += "".join(
            f'<div>{escape(text)}</div><div style="{_SMALL}">{escape(cites)}</div>' for text, cites in proof(item, "en")
        )
        payer = "not known" if item.payer is None else item.payer.label_en
        name = f"<b>{item.programme}</b> {escape(item.title().removeprefix(f'{item.programme} '))}"
        rows.append(
            f'<tr><td style="{_CELL}"><details><summary>{name}</summary>{inner}</details></td>'
            f'<td style="{_CELL}">{escape(payer)}</td><td style="{_CELL}">{escape(item.when.label_en)}</td>'
            f'<td style="{_MONEY}">{escape(amount(item, "en"))}</td></tr>'
        )
    for label, text in sums(claim, "en"):
        rows.append(
            f'<tr><td style="{_CELL}" colspan="3"><b>{escape(label)}</b></td>'
            f'<td style="{_MONEY}"><b>{escape(text)}</b></td></tr>'
        )
    below = "".join(
        f'<div style="{_SMALL}">{escape(label)}: {escape(text)}</div>' for label, text in notes(claim, "en")
    )
    return (
        f"<div><div><b>{escape(heading(claim, 'en'))}</b></div>"
        f'<table style="{_TABLE}"><thead><tr><th style="{_CELL}">benefit</th><th style="{_CELL}">from</th>'
        f'<th style="{_CELL}">when</th><th style="{_MONEY}">rupiah</th></tr></thead><tbody>{"".join(rows)}</tbody>'
        f"</table>{below}</div>"
    )
