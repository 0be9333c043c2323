"""Checking what others computed: a pay slip or an invoice against the law, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, cast

from attrs import field, frozen

from . import errors
from ._citations import Citation
from ._diagnoses import Alternative, Amounts, Diagnosis, Key, alternatives, amounts_of, diagnose, figure
from ._kinds import EmployerKind, Labelled, Lang, Payer, Programme, check_lang, choice_error, lenient
from ._money import number, whole
from ._people import WageEarner
from ._programmes import Standing, Status
from ._render import cited, heading, told
from ._results import Bill, Line
from ._steps import steps
from .instruments import PP_44_2015

CHECK_SCHEMA = "jamsostek.check/1"
_LANGS: tuple[Lang, Lang] = ("en", "id")


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

    ``payer`` is None where the document prints the sum of a programme. ``charged`` is what it prints, ``due`` what the
    law gives, rupiah; None where the document, or the law, has no such line. ``diagnoses`` are all single changes that
    give exactly what was charged, none where no change that was tried does.
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

    @property
    def difference(self) -> int:
        """Charged less due, rupiah, an absent line counting as nothing."""
        return (self.charged or 0) - (self.due or 0)

    def name(self, lang: Lang = "en") -> str:
        """Programme and payer."""
        return str(self.programme) if self.payer is None else f"{self.programme} {self.payer.label(lang)}"

    def reason(self, lang: Lang = "en") -> str:
        """Why the law gives what it gives."""
        return self.reason_id if lang == "id" else self.reason_en


@frozen(repr=False)
class Check:
    """A pay slip or an invoice against the bills of the law; ``findings`` are empty where it agrees.

    ``lines`` is how many lines were compared, ``bills`` what they were compared with.
    """

    bills: tuple[Bill, ...]
    lines: int
    findings: tuple[Finding, ...]

    @property
    def agrees(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    @property
    def difference(self) -> int:
        """Charged less due over all findings, rupiah."""
        return sum(finding.difference for finding in self.findings)

    def __getitem__(self, key: str | tuple[str, str]) -> Finding:
        """The finding on a line by programme and payer, or on a programme's sum. Raises ``NoSuchLine``."""
        for finding in self.findings:
            if (key == finding.programme and finding.payer is None) or key == (finding.programme, finding.payer):
                return finding
        have = ", ".join(finding.name() for finding in self.findings) or "none"
        raise errors.NoSuchLine("check", f"nothing was found on {key!r}", f"there are findings on {have}")

    def explain(self, lang: Lang = "en") -> str:
        """Every finding with what was charged, what is due, why, and what may have gone wrong, as text."""
        words = _WORDS[check_lang(lang)]
        out = [self._heading(lang), ""]
        for finding in self.findings:
            sums = f"{words['charged']} {_show(finding.charged, lang)}, {words['due']} {_show(finding.due, lang)}"
            change = f"{'+' if finding.difference > 0 else '-'}{number(abs(finding.difference), lang)}"
            out.append(f"{finding.name(lang)}: {sums} ({change}): {finding.kind.label(lang)}")
            out.append(f"    {finding.reason(lang)}")
            out.append(f"        {cited(finding.cites, lang)}")
            out += [f"    {words['fits']}: {diagnosis.text(lang)}" for diagnosis in finding.diagnoses]
            if not finding.diagnoses and finding.charged:
                out.append(f"    {words['no_fit']}")
        out.append(words["agree"].format(number(self.lines - len(self.findings), lang), number(self.lines, lang)))
        return "\n".join([*out, *(f"{label}: {text}" for label, text in self._notes(lang))])

    def _heading(self, lang: Lang) -> str:
        first = self.bills[0]
        if len(self.bills) == 1:
            return heading(first, lang)
        people = f"{first.month}: {number(len(self.bills), lang)} {_WORDS[lang]['people']}"
        return ", ".join((people, *(mark.text(lang) for mark in first.marks)))

    def _notes(self, lang: Lang) -> list[tuple[str, str]]:
        return list(dict.fromkeys(note for bill in self.bills for note in told(bill).notes(lang)))

    def to_dict(self) -> dict[str, Any]:
        """The check as JSON-safe values, with the schema's name and version under ``schema``."""
        return {
            "schema": CHECK_SCHEMA,
            "month": str(self.bills[0].month),
            "people": len(self.bills),
            "lines": self.lines,
            "agrees": self.agrees,
            "difference": self.difference,
            "findings": [
                {
                    "programme": str(each.programme),
                    "payer": None if each.payer is None else str(each.payer),
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
            "marks": [mark.text_en for mark in self.bills[0].marks],
            "notes": [f"{label}: {text}" for label, text in self._notes("en")],
        }

    def __repr__(self) -> str:
        inner = ", ".join(f"{each.name()} {each.kind} {each.difference:+,}" for each in self.findings)
        return f"<Check {self.bills[0].month}: {inner or 'agrees'}>"

    def _repr_html_(self) -> str:
        from ._html import rows_html

        rows: list[tuple[str, ...]] = [
            (
                each.name(),
                "; ".join((each.kind.label_en, *(fit.text() for fit in each.diagnoses))),
                _show(each.charged, "en"),
                _show(each.due, "en"),
                f"{each.difference:+,}",
            )
            for each in self.findings
        ]
        below = [self._heading("en"), _WORDS["en"]["agree"].format(self.lines - len(self.findings), self.lines)]
        below += [f"{label}: {text}" for label, text in self._notes("en")]
        return rows_html(("line", "finding", "charged", "due", "difference"), rows, below)


_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "charged": "charged",
        "due": "due",
        "fits": "exactly this figure",
        "no_fit": "no single change that was tried gives this figure",
        "agree": "{} of {} lines agree",
        "people": "participants",
        "named": "not among the programmes named",
        "pays": "{} is borne by the employer alone",
        "jkp": "JKP is funded by the state and out of JKK: nobody is charged for it",
    },
    "id": {
        "charged": "ditagih",
        "due": "terutang",
        "fits": "persis angka ini",
        "no_fit": "tidak ada satu perubahan pun yang dicoba menghasilkan angka ini",
        "agree": "{} dari {} baris cocok",
        "people": "peserta",
        "named": "tidak termasuk program yang disebutkan",
        "pays": "{} ditanggung pemberi kerja saja",
        "jkp": "JKP didanai Pemerintah Pusat dan rekomposisi JKK: tidak ditagihkan kepada siapa pun",
    },
}


def _show(amount: int | None, lang: Lang) -> str:
    return "–" if amount is None else number(amount, lang)


K = TypeVar("K", bound=str | tuple[str, str])
T = TypeVar("T", bound=str | tuple[str, str])


def check(printed: Mapping[K, int], bills: Bill | Iterable[Bill], *, tolerance: int | Mapping[T, int] = 0) -> Check:
    """Check the figures of a pay slip (slip gaji) or an invoice (tagihan) against the bills of the law.

    ``printed`` maps lines to whole rupiah: ``("JP", "worker")``, in short ``"JP worker"``, or ``"JP"`` where only the
    sum of a programme is printed. ``bills`` is the bill of one worker, or those of all whom the invoice is for: of one
    month, one kind of participant and one law. A line that is due is missed where the document names its payer, or
    prints sums. ``tolerance`` is how many rupiah a line may be off, for all lines or by line.

    Raises ``UnknownProgramme``, ``UnknownPayer``, ``NegativeAmount``, ``FloatAmount``, ``NotAnAmount``,
    ``Contradiction`` (a line printed twice, a programme's sum beside its lines, bills that do not belong together),
    ``WrongType``, several as ``SeveralErrors``.

    >>> import jamsostek as js
    >>> bill = js.contributions(js.WageEarner(wage=12_000_000, risk_group=2), month="2026-03")
    >>> slip = check({"JHT worker": 240_000, "JP worker": 105_474, "JKM worker": 36_000}, bill)
    >>> [(each.name(), each.kind, each.difference) for each in slip.findings][0]
    ('JP worker', <FindingKind.DIFFERS: 'differs'>, -5389)
    >>> slip["JP", "worker"].diagnoses[0].text_en
    'highest wage that JP contributions count: Rp10,547,400, 2025-03-01 – 2026-02-28'
    """
    of = _bills(bills)
    document = _amounts("printed", printed)
    if not document:
        raise errors.Contradiction("printed", "nothing is printed", "give at least one line")
    sums = {programme for programme, payer in document if payer is None}
    beside = [programme for programme, payer in document if payer is not None and programme in sums]
    if beside:
        raise errors.Contradiction(
            "printed", f"the sum of {beside[0]} stands beside its lines", "give the sum or the lines"
        )
    due = amounts_of(of)
    keys = (*document, *_missing(document, due))
    allowed = _allowed(tolerance, keys)
    wrong = [key for key in keys if abs(document.get(key, 0) - figure(due, key)) > allowed[key]]
    tried = tuple(alternatives(of)) if wrong else ()
    return Check(of, len(keys), tuple(_finding(key, document.get(key), of, tried) for key in wrong))


def _bills(bills: Bill | Iterable[Bill]) -> tuple[Bill, ...]:
    if isinstance(bills, Bill):
        return (bills,)
    found = tuple(bills) if isinstance(bills, Iterable) else (bills,)
    for each in found:
        if not isinstance(each, Bill):
            raise errors.WrongType("bills", f"{each!r} is no bill", "give bills, as contributions() returns them")
    if len({(bill.month, bill.participant.type_name) for bill in found}) != 1 or any(
        bill.law != found[0].law for bill in found
    ):
        raise errors.Contradiction(
            "bills", "they are not of one month, one kind of participant and one law", "check those that are together"
        )
    return found


def _amounts(where: str, given: Any) -> dict[Key, int]:
    """Amounts by line, after every fault was told."""
    if not isinstance(given, Mapping):
        raise errors.WrongType(
            where, f"{given!r} is no mapping", 'give amounts by line, such as {"JP worker": 110_863}'
        )
    found: dict[Key, int] = {}
    faults: list[errors.JamsostekError] = []
    for name, amount in given.items():
        line = f"{where} {name!r}"
        try:
            key, rupiah = _key(line, name), _rupiah(line, amount)
        except errors.JamsostekError as error:
            faults += errors.each_of(error)
            continue
        if key in found:
            faults.append(errors.Contradiction(line, "given twice", "give each line once"))
        found[key] = rupiah
    errors.raise_together(where, faults)
    return found


def _key(where: str, name: object) -> Key:
    words = name.split() if isinstance(name, str) else name
    if not isinstance(words, list | tuple) or len(words) not in (1, 2):
        raise errors.WrongType(where, "it names no line", 'write ("JP", "worker"), "JP worker", or "JP" for its sum')
    programme = lenient(Programme, words[0])
    payer = lenient(Payer, words[1]) if len(words) > 1 else None
    errors.raise_together(
        where,
        (
            choice_error(errors.UnknownProgramme, where, Programme, programme),
            choice_error(errors.UnknownPayer, where, Payer, payer),
        ),
    )
    return cast("Key", (programme, payer))


def _rupiah(where: str, amount: object) -> int:
    found = whole(amount)
    if found is None:
        error = errors.FloatAmount if isinstance(amount, float) else errors.NotAnAmount
        raise error(where, f"{amount!r} is no amount", "give whole rupiah as an int, such as 110_863")
    if found < 0:
        raise errors.NegativeAmount(where, f"{found} is negative", "give whole rupiah, 0 or more")
    return found


def _missing(document: dict[Key, int], due: Amounts) -> Iterator[Key]:
    """The lines that are due and not printed, as far as the document shows lines of their kind."""
    payers, programmes = {payer for _, payer in document}, {programme for programme, _ in document}
    keys: dict[Key, None] = {}
    for programme, payer in due:
        if (programme, None) in document or (programme, payer) in document:
            continue
        if None in payers and programme not in programmes:
            keys[programme, None] = None
        elif payer in payers or None in payers:
            keys[programme, payer] = None
    yield from keys


def _allowed(tolerance: Any, keys: tuple[Key, ...]) -> dict[Key, int]:
    if not isinstance(tolerance, Mapping):
        return dict.fromkeys(keys, _rupiah("tolerance", tolerance))
    allowed = _amounts("tolerance", tolerance)
    unknown = [key for key in allowed if key not in keys]
    if unknown:
        name = " ".join(filter(None, unknown[0]))
        raise errors.Contradiction("tolerance", f"{name} is no line that is compared", "leave it out")
    return dict.fromkeys(keys, 0) | allowed


_ON_EMPLOYER = {Programme.JKK: PP_44_2015.at("16(3)"), Programme.JKM: PP_44_2015.at("18(2)")}


def _finding(key: Key, charged: int | None, bills: tuple[Bill, ...], tried: tuple[Alternative, ...]) -> Finding:
    programme, payer = key
    lines = [(bill, line) for bill in bills for line in bill if figure({(line.programme, line.payer): 1}, key)]
    diagnoses = diagnose(key, charged or 0, bills, tried)
    standing = next(each for each in bills[0].standings if each.programme is programme)
    due = sum(line.amount for _, line in lines) if lines else None
    kind, reasons, cites = FindingKind.DIFFERS, _reckoning(lines, len(bills)), _basis(lines)
    if not lines:
        kind, reasons, cites = _not_due(programme, payer, bills, standing)
    elif not charged:
        kind, reasons, cites = FindingKind.MISSING, (standing.short("en"), standing.short("id")), standing.cites
    elif any(each.name == "rounding" for each in diagnoses):
        kind = FindingKind.ROUNDING
    return Finding(programme, payer, kind, charged, due, *reasons, cites, diagnoses)


def _basis(lines: list[tuple[Bill, Line]]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(cite for _, line in lines for cite in line.basis))


def _reckoning(lines: list[tuple[Bill, Line]], bills: int) -> tuple[str, str]:
    """How the law comes to its figure: the steps of the lines of one bill, the sum over several."""
    if bills > 1:
        due = sum(line.amount for _, line in lines)
        return f"the sum over all bills: {number(due)}", f"jumlah semua tagihan: {number(due, 'id')}"
    texts = ["; ".join(step.numbers for bill, line in lines for step in steps(bill, line, lang)) for lang in _LANGS]
    return texts[0], texts[1]


def _not_due(
    programme: Programme, payer: Payer | None, bills: tuple[Bill, ...], standing: Standing
) -> tuple[FindingKind, tuple[str, str], tuple[Citation, ...]]:
    """Why the law has no such line."""
    participant = bills[0].participant
    hired = isinstance(participant, WageEarner) and participant.employer.kind is not EmployerKind.STATE
    lawful = payer is not Payer.WORKER or not hired
    if programme is Programme.JKP:
        reasons = _WORDS["en"]["jkp"], _WORDS["id"]["jkp"]
        return FindingKind.NOT_DUE if lawful else FindingKind.UNLAWFUL, reasons, standing.cites
    if not lawful and programme in _ON_EMPLOYER:
        reasons = _WORDS["en"]["pays"].format(programme), _WORDS["id"]["pays"].format(programme)
        return FindingKind.UNLAWFUL, reasons, (_ON_EMPLOYER[programme],)
    lines = [(bill, line) for bill in bills for line in bill if line.programme is programme]
    if not lines:
        named = [f"; {_WORDS[lang]['named']}" if standing.status is Status.COMPULSORY else "" for lang in _LANGS]
        reasons = standing.short("en") + named[0], standing.short("id") + named[1]
        return FindingKind.NOT_DUE, reasons, standing.cites
    names = [", ".join(dict.fromkeys(line.payer.label(lang) for _, line in lines)) for lang in _LANGS]
    return FindingKind.NOT_DUE, (f"owed by: {names[0]}", f"ditanggung: {names[1]}"), _basis(lines)
