"""What a check finds: each line that is not what the law gives, with the reason and what may have gone wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from . import errors
from ._citations import Citation
from ._diagnoses import Diagnosis
from ._document import FINE, Key
from ._kinds import Labelled, Lang, Payer, Programme, check_lang
from ._law import Mark
from ._money import number, number_or_none, signed
from ._months import Month
from ._render import WORDS, cited, heading, told
from ._results import Bill
from ._settlement import MonthStatement
from ._statement_text import WORDS as _ACCOUNT

CHECK_SCHEMA = "jamsostek.check/1"


class FindingKind(Labelled):
    """What is wrong with a line (jenis temuan)."""

    DIFFERS = "differs", "another amount than the law gives", "jumlah berbeda dari hukum"
    ROUNDING = "rounding", "off by rounding", "selisih pembulatan"
    UNLAWFUL = "unlawful", "may not be charged to the worker", "tidak boleh dibebankan kepada pekerja"
    NOT_DUE = "not_due", "charged, but not due", "ditagih, tetapi tidak terutang"
    MISSING = "missing", "due, but not charged", "terutang, tetapi tidak ditagih"


@frozen
class Finding:
    """One line of a document that is not what the law gives.

    ``payer`` is None where the document prints the sum of a programme, and ``fine`` is True where the late fine on it.
    ``charged`` is what it prints, ``due`` what the law gives, rupiah; None where the document, or the law, has no such
    line. ``diagnoses`` are all single changes that give exactly what was charged, none where none that was tried does.
    """

    programme: Programme
    payer: Payer | None
    kind: FindingKind
    charged: int | None
    due: int | None
    reason_en: str
    reason_id: str
    cites: tuple[Citation, ...] = field(repr=False)
    diagnoses: tuple[Diagnosis, ...]
    fine: bool = False

    @property
    def difference(self) -> int:
        """Charged less due, rupiah, an absent line counting as nothing."""
        return (self.charged or 0) - (self.due or 0)

    @property
    def key(self) -> Key:
        """The line as a document names it: programme, and payer, ``"fine"`` or None."""
        return self.programme, FINE if self.fine else self.payer

    def name(self, lang: Lang = "en") -> str:
        """Programme, and payer or that it is the fine."""
        if self.fine:
            return f"{self.programme} {_WORDS[lang]['fine']}"
        return str(self.programme) if self.payer is None else f"{self.programme} {self.payer.label(lang)}"

    def reason(self, lang: Lang = "en") -> str:
        """Why the law gives what it gives."""
        return self.reason_id if lang == "id" else self.reason_en


@frozen(repr=False)
class Check:
    """A pay slip or an invoice against the law; ``findings`` are empty where it agrees.

    It was compared with ``bills``, or with the months of an ``account``; ``lines`` is how many lines were compared.
    """

    bills: tuple[Bill, ...]
    lines: int
    findings: tuple[Finding, ...]
    account: tuple[MonthStatement, ...] = field(default=(), repr=False)

    @property
    def agrees(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    @property
    def difference(self) -> int:
        """Charged less due over all findings, rupiah."""
        return sum(finding.difference for finding in self.findings)

    @property
    def months(self) -> tuple[Month, ...]:
        """The months that were compared, in order, each once."""
        return tuple(sorted({each.month for each in self._compared}))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What else is to be known: a what-if, a month past the last check of the law, holidays that are not known."""
        return tuple(dict.fromkeys(mark for each in self._compared for mark in each.marks))

    @property
    def _compared(self) -> tuple[Bill | MonthStatement, ...]:
        return (*self.bills, *self.account)

    def __getitem__(self, key: str | tuple[str, str]) -> Finding:
        """The finding on a line by programme and payer (or ``"fine"``), or on a programme. Raises ``NoSuchLine``."""
        for finding in self.findings:
            if key == finding.key or (key == finding.programme and finding.key[1] is None):
                return finding
        have = ", ".join(finding.name() for finding in self.findings) or "none"
        raise errors.NoSuchLine("check", f"nothing was found on {key!r}", f"there are findings on {have}")

    def explain(self, lang: Lang = "en") -> str:
        """Every finding with what was charged, what is due, why, and what may have gone wrong, as text."""
        words = _WORDS[check_lang(lang)]
        out = [self._heading(lang), ""]
        for each in self.findings:
            charged, due = number_or_none(each.charged, lang), number_or_none(each.due, lang)
            sums = f"{words['charged']} {charged}, {words['due']} {due} ({signed(each.difference, lang)})"
            out.append(f"{each.name(lang)}: {sums}: {each.kind.label(lang)}")
            out.append(f"    {each.reason(lang)}")
            out += [f"        {cited(each.cites, lang)}"] if each.cites else []
            out += [f"    {words['fits']}: {diagnosis.text(lang)}" for diagnosis in each.diagnoses]
            if not each.diagnoses and each.charged:
                out.append(f"    {words['no_fit']}")
        out.append(self._agreement(lang))
        return "\n".join([*out, *(f"{label}: {text}" for label, text in self._notes(lang))])

    def _agreement(self, lang: Lang) -> str:
        agree = number(self.lines - len(self.findings), lang), number(self.lines, lang)
        return _WORDS[lang]["agree"].format(*agree)

    def _heading(self, lang: Lang) -> str:
        if len(self.bills) == 1:
            return heading(self.bills[0], lang)
        words, months = _WORDS[lang], self.months
        span = str(months[0]) if len(months) == 1 else f"{months[0]} – {months[-1]}"
        if self.account:
            what = f"{_ACCOUNT[lang]['title']} {self.account[-1].on}"
        else:
            what = f"{number(len(self.bills), lang)} {words['people' if len(months) == 1 else 'bills']}"
        return ", ".join((f"{span}: {what}", *(mark.text(lang) for mark in self.marks)))

    def _notes(self, lang: Lang) -> list[tuple[str, str]]:
        notes = [note for bill in self.bills for note in told(bill).notes(lang)]
        notes += [
            (WORDS[lang]["readings"], reading.text(month.law.option(reading), lang))
            for month in self.account
            for reading in month.readings
        ]
        return list(dict.fromkeys(notes))

    def to_dict(self) -> dict[str, Any]:
        """The check as JSON-safe values, with the schema's name and version under ``schema``."""
        months = self.months
        return {
            "schema": CHECK_SCHEMA,
            "first": str(months[0]),
            "last": str(months[-1]),
            "bills": len(self.bills),
            "lines": self.lines,
            "agrees": self.agrees,
            "difference": self.difference,
            "findings": [
                {
                    "programme": str(each.programme),
                    "payer": None if each.payer is None else str(each.payer),
                    "fine": each.fine,
                    "kind": str(each.kind),
                    "charged": each.charged,
                    "due": each.due,
                    "difference": each.difference,
                    "reason": each.reason_en,
                    "basis": [str(cite) for cite in each.cites],
                    "diagnoses": [{"name": fit.name, "text": fit.text()} for fit in each.diagnoses],
                }
                for each in self.findings
            ],
            "marks": [mark.text_en for mark in self.marks],
            "notes": [f"{label}: {text}" for label, text in self._notes("en")],
        }

    def __repr__(self) -> str:
        inner = ", ".join(f"{each.name()} {each.kind} {signed(each.difference)}" for each in self.findings)
        return f"<Check {self._heading('en').partition(':')[0]}: {inner or 'agrees'}>"

    def _repr_html_(self) -> str:
        from ._html import rows_html

        rows = list(self._rows())
        notes = [self._heading("en"), self._agreement("en"), *(f"{label}: {text}" for label, text in self._notes("en"))]
        return rows_html(("line", "finding", "charged", "due", "difference"), rows, notes)

    def _rows(self) -> Iterator[tuple[str, ...]]:
        for each in self.findings:
            found = "; ".join((each.kind.label_en, *(fit.text() for fit in each.diagnoses)))
            sums = number_or_none(each.charged), number_or_none(each.due), signed(each.difference)
            yield (each.name(), found, *sums)


_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "charged": "charged",
        "due": "due",
        "fine": "late fine",
        "fits": "exactly this figure",
        "no_fit": "no single change that was tried gives this figure",
        "agree": "{} of {} lines agree",
        "people": "participants",
        "bills": "bills",
    },
    "id": {
        "charged": "ditagih",
        "due": "terutang",
        "fine": "denda keterlambatan",
        "fits": "persis angka ini",
        "no_fit": "tidak ada satu perubahan pun yang dicoba menghasilkan angka ini",
        "agree": "{} dari {} baris cocok",
        "people": "peserta",
        "bills": "tagihan",
    },
}
