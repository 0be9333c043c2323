"""Tables of text, and the words that plans share."""

from __future__ import annotations

from collections.abc import Sequence

from .._kinds import Lang

WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "group": "group",
        "months": "months",
        "people": "people",
        "each": "each a month",
        "sum": "rupiah",
        "total": "total",
        "relief": "with relief",
        "payer": "payer",
        "source": "source",
        "person": "a person",
        "difference": "difference",
        "budget": "budget",
        "left": "left over",
        "short": "short for one more",
        "buys": "buys",
        "lasts": "lasts",
        "at_least": "lasts at least",
        "unannounced": "what {} costs is not announced yet",
        "unseen": "{} and later were not looked at",
        "next": "the next month costs",
        "uncovered": "not covered",
        "barred": "no source may pay for it",
        "only": "only for",
        "price": "price",
        "undivided": "what does not divide",
        "none": "none",
    },
    "id": {
        "group": "kelompok",
        "months": "bulan",
        "people": "orang",
        "each": "per orang per bulan",
        "sum": "rupiah",
        "total": "jumlah",
        "relief": "dengan keringanan",
        "payer": "pembayar",
        "source": "sumber dana",
        "person": "per orang",
        "difference": "selisih",
        "budget": "anggaran",
        "left": "sisa",
        "short": "kurang untuk satu orang lagi",
        "buys": "cukup untuk",
        "lasts": "cukup untuk",
        "at_least": "cukup untuk sekurang-kurangnya",
        "unannounced": "biaya {} belum diumumkan",
        "unseen": "{} dan sesudahnya tidak dihitung",
        "next": "biaya bulan berikutnya",
        "uncovered": "belum terlindungi",
        "barred": "tidak ada sumber dana yang boleh membayar",
        "only": "hanya untuk",
        "price": "harga",
        "undivided": "sisa pembagian",
        "none": "tidak ada",
    },
}


def grid(rows: Sequence[Sequence[str]], words: int = 1) -> str:
    """Rows, the first of them the heads, as a table of text: so many columns of words, then numbers."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at < words else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
