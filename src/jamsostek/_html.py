"""Results as HTML for notebooks: a table whose lines unfold to their reason."""

from __future__ import annotations

from html import escape

from ._money import number
from ._render import cited, heading, notes
from ._results import Bill
from ._steps import steps

_TABLE = "border-collapse:collapse;font-variant-numeric:tabular-nums"
_CELL = "text-align:left;vertical-align:top;padding:.3em .8em;border-bottom:1px solid rgba(128,128,128,.35)"
_MONEY = "text-align:right;vertical-align:top;padding:.3em .8em;border-bottom:1px solid rgba(128,128,128,.35)"
_SMALL = "opacity:.75;font-size:90%"


def bill_html(bill: Bill) -> str:
    """The bill as a table; each line unfolds to its steps and articles."""
    rows = []
    for line in bill:
        inner = "".join(
            f"<div>{escape(step.formula)}: <b>{escape(step.numbers)}</b></div>"
            + (f'<div style="{_SMALL}">{escape(cited(step.cites, "en"))}</div>' if step.cites else "")
            for step in steps(bill, line, "en")
        )
        name = f"<b>{line.programme}</b> {escape(line.programme.label_en)}"
        rows.append(
            f'<tr><td style="{_CELL}"><details><summary>{name}</summary>{inner}</details></td>'
            f'<td style="{_CELL}">{escape(line.payer.label_en)}</td>'
            f'<td style="{_MONEY}">{number(line.amount)}</td></tr>'
        )
    for payer, amount in bill.by_payer.items():
        rows.append(_foot(payer.label_en, amount, ""))
    rows.append(_foot("total", bill.total, "font-weight:bold;"))
    below = "".join(f'<div style="{_SMALL}">{escape(label)}: {escape(text)}</div>' for label, text in notes(bill, "en"))
    return (
        f"<div><div><b>{escape(heading(bill, 'en'))}</b></div>"
        f'<table style="{_TABLE}"><thead><tr><th style="{_CELL}">programme</th><th style="{_CELL}">payer</th>'
        f'<th style="{_MONEY}">rupiah</th></tr></thead><tbody>{"".join(rows)}</tbody></table>{below}</div>'
    )


def _foot(label: str, amount: int, style: str) -> str:
    return (
        f'<tr><td style="{style}{_CELL}"></td><td style="{style}{_CELL}">{escape(label)}</td>'
        f'<td style="{style}{_MONEY}">{number(amount)}</td></tr>'
    )


def rows_html(header: tuple[str, ...], rows: list[tuple[str, ...]], notes: list[str]) -> str:
    """A plain table whose first two columns are words and the rest numbers, with notes below."""
    head = "".join(f'<th style="{_CELL if at < 2 else _MONEY}">{escape(text)}</th>' for at, text in enumerate(header))
    body = "".join(
        "<tr>"
        + "".join(f'<td style="{_CELL if at < 2 else _MONEY}">{escape(text)}</td>' for at, text in enumerate(row))
        + "</tr>"
        for row in rows
    )
    below = "".join(f'<div style="{_SMALL}">{escape(note)}</div>' for note in notes)
    return f'<table style="{_TABLE}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{below}'
