"""JHT statements as text to check by hand, as a table for notebooks, as a dictionary."""

from __future__ import annotations

from fractions import Fraction
from html import escape
from typing import Any

from .._kinds import Lang
from .._money import number, percent
from .accrual import Account, SavingsYear
from .savings import Savings

SCHEMA = "jamsostek.savings/1"
_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "title": "JHT statement to the end of {}",
        "account": "account {} of {}",
        "formula": "return = rate × (opening balance × parts of the year + each contribution × parts of the year) ÷ {}",
        "months": "a part of the year is a month",
        "days": "a part of the year is a day",
        "opening": "opening",
        "paid_in": "contributions",
        "credited": "return",
        "paid_out": "paid out",
        "closing": "closing",
        "year": "year",
        "rate": "rate",
        "below": "below the floor of PP 46/2015 art. 27(3)",
        "basis": "basis",
        "open": "open questions of law",
        "total": "balance",
    },
    "id": {
        "title": "rincian saldo JHT sampai akhir {}",
        "account": "rekening {} dari {}",
        "formula": "hasil = tingkat × (saldo awal × bagian tahun + setiap iuran × bagian tahun) ÷ {}",
        "months": "satu bagian tahun adalah satu bulan",
        "days": "satu bagian tahun adalah satu hari",
        "opening": "saldo awal",
        "paid_in": "iuran",
        "credited": "hasil",
        "paid_out": "dibayarkan",
        "closing": "saldo akhir",
        "year": "tahun",
        "rate": "tingkat",
        "below": "di bawah batas PP 46/2015 Pasal 27 ayat (3)",
        "basis": "dasar",
        "open": "pertanyaan hukum terbuka",
        "total": "saldo",
    },
}


def explain(savings: Savings, lang: Lang) -> str:
    """Every year of every account with the numbers put in."""
    words = _WORDS[lang]
    lines = [words["title"].format(savings.until)]
    lines += [mark.text(lang) for mark in savings.marks]
    parts = next((year.parts for account in savings.accounts for year in account.years), 12)
    lines.append(words["formula"].format(parts) + "; " + words["months" if parts == 12 else "days"])
    for at, account in enumerate(savings.accounts, start=1):
        if len(savings.accounts) > 1:
            lines.append(words["account"].format(at, len(savings.accounts)))
        lines += _account_lines(account, lang)
    if len(savings.accounts) > 1:
        lines.append(f"{words['total']}: {number(savings.balance, lang)}")
    lines.append(f"{words['basis']}: " + "; ".join(f"{cite.text(lang)} [{cite.grade}]" for cite in savings.basis))
    if savings.readings:
        lines.append(f"{words['open']}:")
        lines += [f"- {each.text(savings.law.option(each), lang)}" for each in savings.readings]
    return "\n".join(lines)


def _account_lines(account: Account, lang: Lang) -> list[str]:
    words, lines = _WORDS[lang], []
    carried = Fraction(account.opening)
    for each in account.years:
        sums = [f"{words['opening']} {number(each.opening, lang)}", f"{words['paid_in']} {number(each.paid_in, lang)}"]
        sums.append(f"{words['credited']} {number(each.credited, lang)}")
        if each.paid_out:
            sums.append(f"{words['paid_out']} {number(each.paid_out, lang)}")
        lines.append(f"{each.year}: {', '.join(sums)}, {words['closing']} {number(each.closing, lang)}")
        if each.row is not None:
            lines.append(f"  {_numbers(each, carried, lang)}")
        if each.above_floor is False:
            lines.append(f"  {words['below']}")
        carried = each.exact
    return lines


def _numbers(each: SavingsYear, carried: Fraction, lang: Lang) -> str:
    assert each.row is not None  # asked before
    rate = each.row.value
    result = rate * (carried * each.elapsed + each.weighted) / each.parts
    return (
        f"{percent(rate, lang)} × ({_short(carried, lang)} × {each.elapsed} + {number(each.weighted, lang)}) "
        f"÷ {each.parts} = {_short(result, lang)}"
    )


def _short(amount: Fraction, lang: Lang) -> str:
    """An amount to the hundredth of a rupiah, cut, and marked where more follows; the carried value is exact."""
    if amount.denominator == 1:
        return number(amount, lang)
    cut = Fraction(amount.numerator * 100 // amount.denominator, 100)
    return number(cut, lang) + ("" if cut == amount else "…")


def html(savings: Savings) -> str:
    """The statement as a table."""
    words = _WORDS["en"]
    keys = ("year", "opening", "paid_in", "rate", "credited", "paid_out", "closing")
    head = "".join(f"<th>{words[key]}</th>" for key in keys)
    rows = []
    for each in savings.years:
        rate = "" if each.rate is None else percent(each.rate)
        cells = (
            str(each.year),
            number(each.opening),
            number(each.paid_in),
            rate,
            number(each.credited),
            number(each.paid_out),
            number(each.closing),
        )
        rows.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
    title = escape(words["title"].format(savings.until))
    reason = escape(savings.explain())
    return (
        f"<table><caption>{title}</caption><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        f"<details><summary>{words['basis']}</summary><pre>{reason}</pre></details>"
    )


def to_dict(savings: Savings) -> dict[str, Any]:
    """The statement as JSON-safe values; amounts are whole rupiah, rates and exact balances are texts of fractions."""
    return {
        "schema": SCHEMA,
        "until": str(savings.until),
        "balance": savings.balance,
        "paid_in": savings.paid_in,
        "credited": savings.credited,
        "paid_out": savings.paid_out,
        "accounts": [
            {
                "opening": account.opening,
                "years": [
                    {
                        **{name: getattr(each, name) for name in _PLAIN},
                        "paid_in": each.paid_in,
                        "rate": None if each.rate is None else str(each.rate),
                        "exact": str(each.exact),
                    }
                    for each in account.years
                ],
            }
            for account in savings.accounts
        ],
        "readings": {each.name: savings.law.option(each) for each in savings.readings},
        "overrides": [each.table for each in savings.law.overrides],
        "evidence": str(savings.evidence),
    }


_PLAIN = (
    "year",
    "opening",
    "employer",
    "worker",
    "own",
    "credited",
    "paid_out",
    "closing",
    "weighted",
    "elapsed",
    "parts",
    "above_floor",
)
