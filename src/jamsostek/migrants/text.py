"""Fees as text that a person can check by hand, in English and Indonesian, as HTML and as JSON-safe values."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from .._kinds import Lang
from .._money import months_text, number
from .._readings_of_migrants import MIGRANT_NEXT_STEP
from .._render import cited, worded
from .._serial import _cite
from .fees import Fee, FeeLine

FEE_SCHEMA = "jamsostek.migrant_fee/1"
_WIDTH = 96
WORDS = worded(
    {
        "en": {
            "contract": "contract",
            "stages": "paid",
            "at_once": "at once",
            "then": "then",
            "ways": "JKK + JKM",
            "anomaly": "steps out of order, during and after work",
        },
        "id": {
            "contract": "perjanjian kerja",
            "stages": "dibayar",
            "at_once": "sekaligus",
            "then": "kemudian",
            "ways": "JKK + JKM",
            "anomaly": "jangka waktu tidak runtut, selama dan setelah bekerja",
        },
    }
)


def heading(fee: Fee, lang: Lang) -> str:
    """One line on whose fee it is."""
    words, worker = WORDS[lang], fee.worker
    assert worker.route is not None  # a fee asks for it
    parts = [f"{fee.on}: {words['migrant_worker']}", f"{words['contract']} {months_text(worker.contract, lang)}"]
    parts.append(worker.route.label(lang))
    return ", ".join((*parts, *(mark.text(lang) for mark in fee.marks)))


def title(line: FeeLine, lang: Lang) -> str:
    """What a line pays for."""
    return f"{' + '.join(line.programmes)} {line.part.label(lang)}"


def notes(fee: Fee, lang: Lang) -> Iterator[tuple[str, str]]:
    """What stands below the lines: a label and a text each."""
    words = WORDS[lang]
    sums = [number(stage.amount, lang) for stage in fee.stages]
    told = f"{sums[0]}, {words['then']} {sums[1]}" if len(sums) > 1 else f"{words['at_once']} {sums[0]}"
    yield words["stages"], f"JKK + JKM {told}"
    for name, amount in fee.ways:
        answer = MIGRANT_NEXT_STEP[name]
        yield words["ways"], f"{number(amount, lang)}: {answer.text_id if lang == 'id' else answer.text_en}"
    for each in fee.anomalies:
        yield words["anomaly"], each.text(lang)
    for assumption in fee.assumed:
        yield words["assumed"], f"{assumption.text(lang)} ({words['change']} {assumption.fact})"
    for reading in fee.readings:
        yield words["readings"], reading.text(fee.law.option(reading), lang)


def explain(fee: Fee, lang: Lang) -> str:
    """The whole fee as text."""
    out = [heading(fee, lang), ""]
    for line in fee.lines:
        out.append(f"{title(line, lang):<{_WIDTH - 16}}{number(line.amount, lang):>16}")
        out.append(f"    {line.numbers(lang)}")
        out.append(f"        {cited(line.row.cites, lang)}")
    out.append("-" * _WIDTH)
    out.append(f"{WORDS[lang]['total']:<{_WIDTH - 16}}{number(fee.total, lang):>16}")
    return "\n".join([*out, "", *(f"{label}: {text}" for label, text in notes(fee, lang))])


def fee_html(fee: Fee) -> str:
    """The fee as a table whose lines unfold to their reason."""
    from .._html import _CELL, _MONEY, _SMALL, _TABLE

    rows = []
    for line in fee.lines:
        inner = f'<div>{escape(line.numbers())}</div><div style="{_SMALL}">{escape(cited(line.row.cites, "en"))}</div>'
        rows.append(
            f'<tr><td style="{_CELL}"><details><summary>{escape(title(line, "en"))}</summary>{inner}</details></td>'
            f'<td style="{_MONEY}">{number(line.amount)}</td></tr>'
        )
    rows.append(f'<tr><td style="{_CELL}"><b>total</b></td><td style="{_MONEY}"><b>{number(fee.total)}</b></td></tr>')
    below = "".join(f'<div style="{_SMALL}">{escape(label)}: {escape(text)}</div>' for label, text in notes(fee, "en"))
    return (
        f"<div><div><b>{escape(heading(fee, 'en'))}</b></div>"
        f'<table style="{_TABLE}"><tbody>{"".join(rows)}</tbody></table>{below}</div>'
    )


def fee_to_dict(fee: Fee) -> dict[str, Any]:
    """A fee with its inputs, its law and, for each line, numbers and articles."""
    law = fee.law
    return {
        "schema": FEE_SCHEMA,
        "on": str(fee.on),
        "worker": fee.worker.to_dict(),
        "law": {
            "checked_until": str(law.checked_until),
            "readings": law.options,
            "overrides": [each.table for each in law.overrides],
            "assumed_unchanged": sorted(law.assumed_unchanged),
            "required": None if law.required is None else str(law.required),
        },
        "lines": [
            {
                "part": str(line.part),
                "programmes": [str(each) for each in line.programmes],
                "each": line.each,
                "times": line.times,
                "amount": line.amount,
                "numbers": line.numbers(),
                "basis": [_cite(cite) for cite in line.row.cites],
            }
            for line in fee.lines
        ],
        "cover": fee.cover,
        "savings": fee.savings,
        "total": fee.total,
        "stages": [{"parts": [str(part) for part in each.parts], "amount": each.amount} for each in fee.stages],
        "ways": dict(fee.ways),
        "anomalies": [each.text() for each in fee.anomalies],
        "assumed": [{"fact": each.fact, "text": each.text_en} for each in fee.assumed],
        "readings": {reading.name: law.option(reading) for reading in fee.readings},
        "marks": [mark.text_en for mark in fee.marks],
        "evidence": str(fee.evidence),
    }
