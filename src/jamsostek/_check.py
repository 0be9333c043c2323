"""Checking what others computed: a pay slip or an invoice against the law, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from . import errors
from ._bills import alike
from ._citations import Citation
from ._diagnoses import Alternative, Amounts, alternatives, amounts_of, diagnose, figure
from ._document import FINE, Key, document, key_text, tolerances
from ._findings import Check, Finding, FindingKind
from ._kinds import LANGS, EmployerKind, Lang, Payer, Programme
from ._money import number
from ._people import WageEarner
from ._programmes import Standing, Status
from ._results import Bill, Line
from ._settlement import MonthStatement, Settlement
from ._steps import steps
from .instruments import PP_44_2015

K = TypeVar("K", bound=str | tuple[str, str])
T = TypeVar("T", bound=str | tuple[str, str])


def check(
    printed: Mapping[K, int],
    due: Bill | Iterable[Bill] | MonthStatement | Settlement,
    *,
    tolerance: int | Mapping[T, int] = 0,
) -> Check:
    """Check the figures of a pay slip (slip gaji) or an invoice (tagihan) against the law.

    ``printed`` maps lines to whole rupiah: ``("JP", "worker")``, in short ``"JP worker"`` (or ``"JP:worker"``), or
    ``"JP"`` where only the sum of a programme is printed. ``due`` is the bill of one worker, or those of all workers
    and months that the document is for, of one kind of payer and one law; a line that is due is missed where the
    document names its payer, or prints sums. Or it is what ``settle`` gives, the account or a month of it: then a
    programme is what is owed in the end, reliefs that lapsed included, and ``"JP fine"`` is its late fine.
    ``tolerance`` is how many rupiah a line may be off, for all lines or by line.

    Raises ``UnknownProgramme``, ``UnknownPayer``, an ``…Amount`` error, ``NamedTwice``, ``Contradiction`` (a sum of a
    programme beside its lines, bills that do not belong together, fines beside bills, payers beside an account),
    ``MissingFact`` where there is nothing to check, ``WrongType``, several as ``SeveralErrors``.

    >>> import jamsostek as js
    >>> bill = js.contributions(js.WageEarner(wage=12_000_000, risk_group=2), month="2026-03")
    >>> slip = check({"JHT worker": 240_000, "JP worker": 105_474, "JKM worker": 36_000}, bill)
    >>> [(each.name(), each.kind, each.difference) for each in slip.findings][0]
    ('JP worker', <FindingKind.DIFFERS: 'differs'>, -5389)
    >>> slip["JP", "worker"].diagnoses[0].text_en
    'highest wage that JP contributions count: Rp10,547,400, 2025-03-01 – 2026-02-28'
    """
    found = document("printed", printed)
    if not found:
        raise errors.MissingFact("printed", "nothing is printed", "give at least one line")
    if isinstance(due, MonthStatement | Settlement):
        from ._check_account import check_account

        return check_account(found, due.months if isinstance(due, Settlement) else (due,), tolerance)
    return _against_bills(found, tuple(alike(due, "check")), tolerance)


def _against_bills(printed: dict[Key, int], bills: tuple[Bill, ...], tolerance: object) -> Check:
    fines = [key for key in printed if key[1] == FINE]
    if fines:
        mend = "check it against what settle() gives"
        raise errors.Contradiction(f"printed {key_text(fines[0])!r}", "a bill knows no fines", mend)
    sums = {programme for programme, payer in printed if payer is None}
    beside = [programme for programme, payer in printed if payer is not None and programme in sums]
    if beside:
        raise errors.Contradiction(
            "printed", f"the sum of {beside[0]} stands beside its lines", "give the sum or the lines"
        )
    due = amounts_of(bills)
    keys = (*printed, *_missing(printed, due))
    allowed = tolerances(tolerance, keys)
    wrong = [key for key in keys if abs(printed.get(key, 0) - figure(due, key)) > allowed[key]]
    tried = tuple(alternatives(bills)) if wrong else ()
    return Check(bills, len(keys), tuple(_finding(key, printed.get(key), bills, tried) for key in wrong))


def _missing(printed: dict[Key, int], due: Amounts) -> Iterator[Key]:
    """The lines that are due and not printed, as far as the document shows lines of their kind."""
    payers, programmes = {payer for _, payer in printed}, {programme for programme, _ in printed}
    keys: dict[Key, None] = {}
    for programme, payer in due:
        if (programme, None) in printed or (programme, payer) in printed:
            continue
        if None in payers and programme not in programmes:
            keys[programme, None] = None
        elif payer in payers or None in payers:
            keys[programme, payer] = None
    yield from keys


_ON_EMPLOYER = {Programme.JKK: PP_44_2015.at("16(3)"), Programme.JKM: PP_44_2015.at("18(2)")}


def _finding(key: Key, charged: int | None, bills: tuple[Bill, ...], tried: tuple[Alternative, ...]) -> Finding:
    programme, who = key
    payer = None if who is None else Payer(who)
    lines = [(bill, line) for bill in bills for line in bill if figure({(line.programme, line.payer): 1}, key)]
    diagnoses = diagnose(key, charged or 0, bills, tried)
    standing = next(each for each in (lines[0][0] if lines else bills[0]).standings if each.programme is programme)
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
    texts = ["; ".join(step.numbers for bill, line in lines for step in steps(bill, line, lang)) for lang in LANGS]
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
        named = [f"; {_WORDS[lang]['named']}" if standing.status is Status.COMPULSORY else "" for lang in LANGS]
        reasons = standing.short("en") + named[0], standing.short("id") + named[1]
        return FindingKind.NOT_DUE, reasons, standing.cites
    names = [", ".join(dict.fromkeys(line.payer.label(lang) for _, line in lines)) for lang in LANGS]
    return FindingKind.NOT_DUE, (f"owed by: {names[0]}", f"ditanggung: {names[1]}"), _basis(lines)


_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "named": "not among the programmes named",
        "pays": "{} is borne by the employer alone",
        "jkp": "JKP is funded by the state and out of JKK: nobody is charged for it",
    },
    "id": {
        "named": "tidak termasuk program yang disebutkan",
        "pays": "{} ditanggung pemberi kerja saja",
        "jkp": "JKP didanai Pemerintah Pusat dan rekomposisi JKK: tidak ditagihkan kepada siapa pun",
    },
}
