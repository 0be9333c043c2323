"""Careers as text, as a table for notebooks, as a dictionary."""

from __future__ import annotations

from typing import Any

from ._careers import Career, CareerYear
from ._html import rows_html
from ._kinds import Lang, Programme
from ._money import number, percent
from ._verdict import State
from .jp.benefit_law import Benefit

SCHEMA = "jamsostek.career/1"
_WORDS: dict[Lang, dict[str, Any]] = {
    "en": {
        "title": "working life up to retirement on",
        "head": ("year", "months", "pay", "contributions", "return", "balance", "pension so far"),
        "balance": "JHT balance",
        "at_least": "at least",
        "pension": "JP pension a month, from",
        "replaced": "of the last pay",
        "open": "open questions of law",
        "unknown": "cannot be said without",
    },
    "id": {
        "title": "masa kerja sampai pensiun pada",
        "head": ("tahun", "bulan", "upah", "iuran", "hasil", "saldo", "pensiun sejauh ini"),
        "balance": "saldo JHT",
        "at_least": "paling sedikit",
        "pension": "manfaat pensiun per bulan, sejak",
        "replaced": "dari upah terakhir",
        "open": "pertanyaan hukum terbuka",
        "unknown": "belum dapat dikatakan tanpa",
    },
}


def table(years: tuple[CareerYear, ...], lang: Lang) -> list[tuple[str, ...]]:
    """The years as lines of words."""
    return [
        (
            str(each.year),
            str(each.months),
            "" if each.pay is None else number(each.pay, lang),
            number(each.contributions, lang),
            number(each.credited, lang),
            number(each.balance, lang),
            "" if each.pension is None else number(each.pension, lang),
        )
        for each in years
    ]


def outcome(career: Career, lang: Lang) -> list[str]:
    """What retirement brings, line by line."""
    words = _WORDS[lang]
    least = "" if career.balance_known else f"{words['at_least']} "
    lines = [f"{words['balance']}: {least}{number(career.balance, lang)}"]
    if career.pension is not None:
        share = "" if career.replaced is None else f" ({_tenths(career, lang)} {words['replaced']})"
        lines.append(f"{words['pension']} {career.pension_from}: {number(career.pension, lang)}{share}")
    for item in career.items:
        if item.programme is Programme.JHT or (item is career.pension_item and item.amount is not None):
            continue
        told = item.verdict.text(lang)
        if item.verdict.state is State.ELIGIBLE:
            told = f"{words['unknown']} {', '.join(each.label(lang) for each in item.missing)}"
        lines.append(f"{item.programme} {item.benefit.label(lang)}: {told}")
    if all(item.benefit is not Benefit.OLD_AGE for item in career.items):
        lines.append(f"{Programme.JP} {Benefit.OLD_AGE.label(lang)}: {career.pension_verdict.text(lang)}")
    return lines


def _tenths(career: Career, lang: Lang) -> str:
    """The share of the last pay to a tenth of a per cent, for people."""
    assert career.replaced is not None  # asked before
    return percent(type(career.replaced)(round(career.replaced * 1000), 1000), lang)


def explain(career: Career, lang: Lang) -> str:
    """The years as aligned columns, what retirement brings, the articles, the open questions."""
    words = _WORDS[lang]
    lines = [f"{words['title']} {career.retires}", *(mark.text(lang) for mark in career.marks), ""]
    rows = [words["head"], *table(career.years, lang)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(words["head"]))]
    lines += ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines += ["", *outcome(career, lang), ""]
    lines.append("; ".join(dict.fromkeys(f"{cite.text(lang)} [{cite.grade}]" for cite in career.basis)))
    lines.append(f"{words['open']}:")
    lines += [f"- {each.text(career.law.option(each), lang)}" for each in career.readings]
    return "\n".join(lines)


def html(career: Career) -> str:
    """The career as a table with what retirement brings below."""
    return rows_html(_WORDS["en"]["head"], table(career.years, "en"), outcome(career, "en"))


def to_dict(career: Career) -> dict[str, Any]:
    """The career as JSON-safe values."""
    return {
        "schema": SCHEMA,
        "retires": str(career.retires),
        "years": [
            {
                **{name: getattr(each, name) for name in CareerYear._fields if name != "by_programme"},
                "by_programme": {str(programme): amount for programme, amount in each.by_programme.items()},
            }
            for each in career.years
        ],
        "balance": career.balance,
        "balance_known": career.balance_known,
        "pension": career.pension,
        "pension_from": None if career.pension_from is None else str(career.pension_from),
        "replaced": None if career.replaced is None else str(career.replaced),
        "missing": [each.key for each in career.missing],
        "contributions": career.contributions,
        "readings": {each.name: career.law.option(each) for each in career.readings},
        "overrides": list(dict.fromkeys(each.table for each in career.law.overrides)),
        "evidence": str(career.evidence),
        "marks": [mark.text_en for mark in career.marks],
    }
