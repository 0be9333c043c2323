"""The search in annex I: candidates for a trade in Indonesian or English, never a guess."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from .. import errors
from .._kinds import Lang, check_lang
from .._law import LAW, Law
from .._money import percent
from .._months import Month, as_month
from .annex import BUSINESSES, Business
from .law import RATES

BUSINESSES_SCHEMA = "jamsostek.businesses/1"
_CONNECTING = frozenset(("dan", "atau", "dari", "untuk", "di", "and", "or", "of", "for", "the", "in"))
# Words that nearly any trade can be called by: they would find the few whose label has them.
_FIRMS = frozenset(("company", "companies", "firm", "business", "usaha", "perusahaan", "pt", "cv"))
_NO_TRADE = frozenset(("it",))  # a pronoun of our English, and an abbreviation where it is asked for
_LONG_ENOUGH_TO_BEGIN, _LONG_ENOUGH_INSIDE = 3, 4


@frozen(repr=False)
class Businesses:
    """The candidates that a search found in annex I, best first.

    ``since`` is the first day of the version searched, ``shares`` the JKK share of each risk group. ``complete`` is
    whether the candidates match every word of the query; ``unmatched`` are the words that none of them has, ``near``
    words of the annex like them. ``found["III-39"]`` is a candidate by its key.
    """

    query: str
    since: date
    shares: tuple[Fraction, ...]
    candidates: tuple[Business, ...]
    unmatched: tuple[str, ...] = ()
    near: tuple[str, ...] = field(default=(), kw_only=True)
    complete: bool = field(default=True, kw_only=True)

    @property
    def risk_groups(self) -> tuple[int, ...]:
        """The risk groups that the candidates stand in; several mean that the trade has to be told more exactly."""
        return tuple(sorted({each.risk_group for each in self.candidates}))

    def __getitem__(self, key: str) -> Business:
        for each in self.candidates:
            if each.key == key:
                return each
        raise errors.not_in(errors.UnknownBusiness, "businesses", key, [each.key for each in self.candidates])

    def __iter__(self) -> Iterator[Business]:
        return iter(self.candidates)

    def __len__(self) -> int:
        return len(self.candidates)

    def text(self, lang: Lang = "en") -> str:
        """The candidates line by line with group, share and overlaps; before them what none of them has, near words."""
        rows = self._rows(check_lang(lang))
        lines = [f"{row[0]:<7}{row[1]:>7}  {'  '.join(filter(None, row[2:]))}" for row in rows]
        return "\n".join([*self._notes(lang), *lines])

    def _notes(self, lang: Lang) -> list[str]:
        """What was not found, with near words."""
        words, found = _WORDS[lang], []
        if not self.candidates:
            found.append(words["none"].format(self.query))
        elif self.unmatched:
            found.append(words["unmatched"].format(", ".join(self.unmatched)))
        elif not self.complete:
            found.append(words["partial"])
        if self.near:
            found.append(words["near"].format(", ".join(self.near)))
        return found

    def _rows(self, lang: Lang) -> list[tuple[str, ...]]:
        return [
            (
                each.key,
                percent(self.shares[each.risk_group - 1], lang),
                each.text(lang),
                _WORDS[lang]["overlaps"].format(", ".join(each.overlaps)) if each.overlaps else "",
            )
            for each in self.candidates
        ]

    def to_dict(self) -> dict[str, Any]:
        """The candidates as JSON-safe values, with the schema's name and version under ``schema``."""
        return {
            "schema": BUSINESSES_SCHEMA,
            "query": self.query,
            "since": str(self.since),
            "candidates": [
                {
                    "key": each.key,
                    "risk_group": each.risk_group,
                    "number": each.number,
                    "share": str(self.shares[each.risk_group - 1]),
                    "label_id": each.label_id,
                    "label_en": each.label_en,
                    "overlaps": list(each.overlaps),
                    "basis": [str(cite) for cite in each.cites],
                }
                for each in self.candidates
            ],
            "complete": self.complete,
            "unmatched": list(self.unmatched),
            "near": list(self.near),
        }

    def __repr__(self) -> str:
        found = ", ".join(each.key for each in self.candidates) or "none"
        return f"<Businesses {self.query!r}: {found}{'' if self.complete or not self.candidates else ', in part'}>"

    def _repr_html_(self) -> str:
        from .._html import rows_html

        rows: list[tuple[str, ...]] = [
            (key, f"{label}  {overlaps}".rstrip(), share) for key, share, label, overlaps in self._rows("en")
        ]
        return rows_html(("in annex I", "business type", "JKK"), rows, self._notes("en"))


_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "overlaps": "[overlaps with {}]",
        "none": "no business type of annex I has {!r}",
        "unmatched": "not found: {}; these have the other words alone:",
        "partial": "no business type has all of the words; these have some:",
        "near": "near words in the annex: {}",
    },
    "id": {
        "overlaps": "[tumpang tindih dengan {}]",
        "none": "tidak ada jenis usaha di Lampiran I dengan {!r}",
        "unmatched": "tidak ditemukan: {}; yang berikut hanya memuat kata lainnya:",
        "partial": "tidak ada jenis usaha yang memuat semua kata; yang berikut memuat sebagian:",
        "near": "kata serupa di lampiran: {}",
    },
}


def businesses(query: str = "", *, month: Month | str | None = None, law: Law = LAW) -> Businesses:
    """The business types (jenis usaha) of annex I that match words in Indonesian or English; all of them without any.

    ``month`` chooses the version of the annex, None the one now in force. Case, accents and connecting words do not
    count, nor do words for a firm beside others. A word matches where it is a word of the annex or of our English for
    it (one or many of it), from three letters on the beginning of one, or from four letters on a part of one
    (Indonesian puts syllables before its roots). Candidates are the types that match most of the words; whole words
    come before beginnings, and these before parts, then the order of the annex counts. A type that overlaps with a
    candidate stands beside it. Raises ``WrongType``, ``NotAMonth``, ``BeforeLaw``.
    PP 44/2015 art. 16(2) and annex I, in the version of PP 82/2019 since 2 December 2019.

    >>> found = businesses("bengkel mobil")
    >>> [each.key for each in found], found.risk_groups
    (['IV-3', 'III-95'], (3, 4))
    >>> print(businesses("tailor").text("id"))
    I-1     0,24 %  Penjahitan/konveksi
    """
    if not isinstance(query, str):
        raise errors.WrongType("query", f"{query!r} is no text", 'give words, such as "sepatu"')
    if month is None:
        row, shares = law.table(BUSINESSES).rows[-1], law.table(RATES).rows[-1].value
    else:
        moment = law.moment(as_month(month))
        row, shares = law.row(BUSINESSES, moment), law.row(RATES, moment).value
    given = [word for word in dict.fromkeys(_words(query)) if word not in _CONNECTING]
    asked = [word for word in given if word not in _FIRMS] or given
    if not query.strip():
        return Businesses(query, row.since, shares, row.value)
    texts = {each.key: _words(f"{each.label_id} {each.label_en}") for each in row.value}
    vocabulary = {key: [word for word in words if word not in _NO_TRADE] for key, words in texts.items()}
    levels = {each.key: [_level(word, vocabulary[each.key]) for word in asked] for each in row.value}
    matched = {key: sum(level is not None for level in found) for key, found in levels.items()}
    most = max(matched.values())
    best = [each for each in row.value if matched[each.key] == most > 0]
    best.sort(key=lambda each: sum(level or 0 for level in levels[each.key]))
    candidates = _with_overlaps(best, {each.key: each for each in row.value})
    unmatched = tuple(word for at, word in enumerate(asked) if all(levels[each.key][at] is None for each in best))
    near = _near(unmatched, {word for words in vocabulary.values() for word in words})
    return Businesses(query, row.since, shares, candidates, unmatched, near=near, complete=most == len(asked))


def _words(text: str) -> list[str]:
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return re.findall(r"[^\W_]+", bare.casefold())


def _level(word: str, words: list[str]) -> int | None:
    """How well a word matches, 0 best; None where it does not."""
    if word in words or _singular(word) in map(_singular, words):
        return 0
    if len(word) >= _LONG_ENOUGH_TO_BEGIN and any(each.startswith(word) for each in words):
        return 1
    return 2 if len(word) >= _LONG_ENOUGH_INSIDE and any(word in each for each in words) else None


def _singular(word: str) -> str:
    """An English word for many as that for one; other words lose no more than a last s, on both sides alike."""
    if len(word) < _LONG_ENOUGH_INSIDE or word.endswith("ss"):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("es") if word.endswith(("ches", "shes", "sses", "xes")) else word.removesuffix("s")


def _with_overlaps(best: list[Business], by_key: dict[str, Business]) -> tuple[Business, ...]:
    return tuple(dict.fromkeys(each for found in best for each in (found, *(by_key[key] for key in found.overlaps))))


def _near(words: tuple[str, ...], vocabulary: set[str]) -> tuple[str, ...]:
    from difflib import get_close_matches

    found = (near for word in words for near in get_close_matches(word, sorted(vocabulary), n=3, cutoff=0.7))
    return tuple(dict.fromkeys(found))
