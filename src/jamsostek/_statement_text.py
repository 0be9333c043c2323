"""Statements of account as text, HTML and dictionaries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ._citations import Citation
from ._kinds import Lang
from ._money import months_text, number
from ._render import cited, worded
from ._settlement import SETTLEMENT_SCHEMA, MonthStatement, Settlement, StatementLine

_WIDTH = 112
WORDS = worded(
    {
        "en": {
            "title": "account on",
            "due": "due",
            "paid_on": "paid",
            "open": "open",
            "nothing": "nothing to pay",
            "overdue": "overdue",
            "not_due": "not due yet",
            "late": "late",
            "fine": "fine",
            "running": "fine so far",
            "lapsed": "lapsed, the full amount is owed",
            "ended": "no longer charged {}: the membership ended",
            "deferred": "postponed part",
            "billed": "billed",
            "added": "added by lapsed reliefs",
            "not_charged": "no longer charged",
            "fines": "fines",
            "paid": "paid",
            "into": "of it into contributions",
            "into_fines": "of it into fines",
            "credit": "credit carried on",
            "balance": "still to pay",
            "surplus": "paid in advance or too much",
            "rules": "rules of account",
        },
        "id": {
            "title": "rekening per",
            "due": "jatuh tempo",
            "paid_on": "dibayar",
            "open": "belum dibayar",
            "nothing": "tidak ada yang harus dibayar",
            "overdue": "menunggak",
            "not_due": "belum jatuh tempo",
            "late": "terlambat",
            "fine": "denda",
            "running": "denda sampai hari ini",
            "lapsed": "hangus, iuran penuh terutang",
            "ended": "tidak ditagih lagi {}: kepesertaan berakhir",
            "deferred": "bagian yang ditunda",
            "billed": "ditagih",
            "added": "tambahan karena keringanan hangus",
            "not_charged": "tidak ditagih lagi",
            "fines": "denda",
            "paid": "dibayar",
            "into": "di antaranya untuk iuran",
            "into_fines": "di antaranya untuk denda",
            "credit": "kelebihan untuk bulan berikutnya",
            "balance": "masih harus dibayar",
            "surplus": "dibayar di muka atau berlebih",
            "rules": "aturan perhitungan",
        },
    }
)


def explain(account: Settlement, lang: Lang) -> str:
    """The whole account as text."""
    words = WORDS[lang]
    out = [f"{words['title']} {account.on}"]
    for month in account.months:
        out.append("")
        for line in month.lines:
            out.append(f"{_head(month, line, account, lang):<{_WIDTH - 16}}{number(line.owed, lang):>16}")
            out += [f"    {text}  {cited(cites, lang)}" for text, cites in _reasons(line, lang)]
    out.append("-" * _WIDTH)
    out += [f"{label:<{_WIDTH - 16}}{number(amount, lang):>16}" for label, amount in _totals(account, lang)]
    return "\n".join([*out, "", *_notes(account, lang)])


def _head(month: MonthStatement, line: StatementLine, account: Settlement, lang: Lang) -> str:
    words = WORDS[lang]
    name = f"{month.month} {line.programme}" + (f" ({words['deferred']})" if line.deferred else "")
    return f"{name}, {words['due']} {line.due.on}, {_state(line, account, lang)}"


def _state(line: StatementLine, account: Settlement, lang: Lang) -> str:
    words = WORDS[lang]
    if line.ended:
        return words["ended"].format(number(line.not_charged, lang))
    late = f", {months_text(line.fines[-1].months, lang)} {words['late']}" if line.fines else ""
    if line.paid_on is not None:
        return f"{words['paid_on']} {line.paid_on}{late}"
    if not line.outstanding:
        return words["nothing"]
    state = words["overdue" if line.due.on < account.on else "not_due"]
    return f"{words['open']} {number(line.outstanding, lang)}, {state}{late}"


def _reasons(line: StatementLine, lang: Lang) -> Iterator[tuple[str, tuple[Citation, ...]]]:
    words = WORDS[lang]
    yield f"{words['due']} {line.due.on}:", line.due.cites
    for relief, cites in line.lapsed:
        yield f"{relief.label(lang)}: {words['lapsed']}:", cites
    for fine in line.fines:
        yield f"{words['running' if line.paid_on is None else 'fine']} {fine.text(lang)}:", fine.cites
    if line.ended:
        yield f"{words['ended'].format(number(line.not_charged, lang))}:", line.ended


def _totals(account: Settlement, lang: Lang) -> Iterator[tuple[str, int]]:
    words = WORDS[lang]
    rows = [
        ("billed", account.billed),
        ("added", account.owed + account.not_charged - account.billed),
        ("not_charged", -account.not_charged),
        ("fines", account.fines),
        ("paid", account.paid),
        ("into", account.contributions),
        ("into_fines", account.fines_paid),
        ("credit", account.credit),
        ("balance", account.balance) if account.balance >= 0 else ("surplus", -account.balance),
    ]
    for name, amount in rows:
        if amount or name in {"billed", "paid", "balance"}:
            yield words[name], amount


def _notes(account: Settlement, lang: Lang) -> Iterator[str]:
    words = WORDS[lang]
    yield f"{words['rules']}: {cited(account.rules, lang)}"
    yield from (mark.text(lang) for mark in account.marks)
    for reading in account.readings:
        yield f"{words['readings']}: {reading.text(account.law.option(reading), lang)}"


def to_dict(account: Settlement) -> dict[str, Any]:
    """The account as JSON-safe values."""
    return {
        "schema": SETTLEMENT_SCHEMA,
        "on": str(account.on),
        "payments": [{"on": str(each.on), "amount": each.amount} for each in account.payments],
        "months": [
            {
                "month": str(month.month),
                "billed": month.billed,
                "owed": month.owed,
                "not_charged": month.not_charged,
                "paid": month.paid,
                "fine": month.fine,
                "outstanding": month.outstanding,
                "lines": [_line(line) for line in month.lines],
            }
            for month in account.months
        ],
        "billed": account.billed,
        "owed": account.owed,
        "not_charged": account.not_charged,
        "paid": account.paid,
        "contributions": account.contributions,
        "fines": account.fines,
        "fines_paid": account.fines_paid,
        "outstanding": account.outstanding,
        "credit": account.credit,
        "balance": account.balance,
        "readings": {reading.name: account.law.option(reading) for reading in account.readings},
        "marks": [mark.text_en for mark in account.marks],
        "evidence": str(account.evidence),
    }


def _line(line: StatementLine) -> dict[str, Any]:
    return {
        "programme": str(line.programme),
        "due": str(line.due.on),
        "billed": line.billed,
        "owed": line.owed,
        "not_charged": line.not_charged,
        "unrelieved": line.unrelieved,
        "paid": line.paid,
        "parts": [{"on": str(on), "amount": amount} for on, amount in line.parts],
        "paid_on": None if line.paid_on is None else str(line.paid_on),
        "outstanding": line.outstanding,
        "fines": [{"months": each.months, "base": each.base, "amount": each.amount} for each in line.fines],
        "lapsed": [relief.name for relief, _ in line.lapsed],
        "ended": bool(line.ended),
        "deferred": line.deferred,
        "basis": [cite.text() for cite in line.cites],
    }


def to_html(account: Settlement) -> str:
    """The account as a table for a notebook."""
    from ._html import rows_html

    head = ("month", "programme", "billed", "owed", "paid", "due", "paid on", "fine", "outstanding")
    rows: list[tuple[str, ...]] = [
        (
            str(month.month),
            f"{line.programme}; {cited(line.cites, 'en')}",
            number(line.billed),
            number(line.owed),
            number(line.paid),
            str(line.due.on),
            str(line.paid_on or _state(line, account, "en")),
            number(line.fine),
            number(line.outstanding),
        )
        for month in account.months
        for line in month.lines
    ]
    totals = [f"{label}: {number(amount)}" for label, amount in _totals(account, "en")]
    return rows_html(head, rows, [*totals, *_notes(account, "en")])
