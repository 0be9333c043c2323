"""Checking an invoice with arrears and late fines against an account that ``settle`` made, or a month of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from . import errors
from ._citations import Citation
from ._diagnoses import Diagnosis
from ._document import FINE, Key, key_text, tolerances
from ._findings import Check, Finding, FindingKind
from ._kinds import LANGS
from ._law import Law
from ._money import number
from ._readings_of_payment import ARREARS_ON_RETURN, BEGUN_MONTH, FINE_ON_PART, FINE_ROUNDING
from ._settlement import MonthStatement, StatementLine
from .payment.rules import fines_on, table_of_fine

Placed = tuple[MonthStatement, StatementLine]


def check_account(printed: dict[Key, int], months: tuple[MonthStatement, ...], tolerance: Any) -> Check:
    """What a document prints for programmes and their fines, against the months of an account."""
    borne = [key for key in printed if key[1] not in (None, FINE)]
    errors.raise_together(
        "printed",
        (
            errors.Contradiction(
                f"printed {key_text(key)!r}",
                "an account knows programmes and fines, not payers",
                f"write {key[0]} or {key[0]} fine, or check against bills",
            )
            for key in borne
        ),
    )
    placed: dict[Key, list[Placed]] = {}
    for month in months:
        for line in month.lines:
            placed.setdefault((line.programme, None), []).append((month, line))
            placed.setdefault((line.programme, FINE), []).append((month, line))
    shown = {who for _, who in printed}
    missed = (key for key, lines in placed.items() if key not in printed and key[1] in shown and _due(key, lines))
    keys = (*printed, *missed)
    allowed = tolerances(tolerance, keys)
    found = [
        _finding(key, printed.get(key), placed.get(key, []))
        for key in keys
        if abs(printed.get(key, 0) - _due(key, placed.get(key, []))) > allowed[key]
    ]
    return Check((), len(keys), tuple(found), months)


def _due(key: Key, lines: Iterable[Placed]) -> int:
    return sum(line.fine if key[1] == FINE else line.owed for _, line in lines)


def _finding(key: Key, charged: int | None, lines: list[Placed]) -> Finding:
    due = _due(key, lines)
    kind = FindingKind.DIFFERS
    if not due:
        kind = FindingKind.NOT_DUE
    elif not charged:
        kind = FindingKind.MISSING
    diagnoses = tuple(each for each, amount in _tried(key, lines) if charged and amount == charged)
    if any(each.name == "rounding" for each in diagnoses):
        kind = FindingKind.ROUNDING
    reasons, cites = _reason_of_fine(lines) if key[1] == FINE else _reason(lines)
    programme, who = key
    return Finding(programme, None, kind, charged, due or None, *reasons, cites, diagnoses, fine=who == FINE)


def _reason(lines: list[Placed]) -> tuple[tuple[str, str], tuple[Citation, ...]]:
    """Why a programme is owed so much: what was billed, what lapsed reliefs add, what is no longer charged."""
    if not lines:
        return ("no bill of the account has it", "tidak ada di tagihan mana pun"), ()
    billed = sum(line.billed for _, line in lines)
    ended = _sum(lines, lambda line: line.not_charged)
    added = _sum(lines, lambda line: line.owed) + ended - billed
    lapses = [cite for _, line in lines for _, lapse in line.lapsed for cite in lapse]
    english, indonesian = [f"billed {number(billed)}"], [f"ditagih {number(billed, 'id')}"]
    if added:
        english.append(f"and {number(added)} since reliefs lapsed")
        indonesian.append(f"ditambah {number(added, 'id')} karena keringanan hangus")
    if ended:
        english.append(f"less {number(ended)} no longer charged since the membership ended")
        indonesian.append(f"dikurangi {number(ended, 'id')} tidak ditagih lagi karena kepesertaan berakhir")
    return (", ".join(english), ", ".join(indonesian)), tuple(dict.fromkeys((*lapses, *_ends(lines))))


def _ends(lines: list[Placed]) -> tuple[Citation, ...]:
    """Where it stands that memberships ended."""
    return tuple(dict.fromkeys(cite for _, line in lines for cite in line.ended))


def _reason_of_fine(lines: list[Placed]) -> tuple[tuple[str, str], tuple[Citation, ...]]:
    """How the fines come about, or why there is none."""
    fines = [fine for _, line in lines for fine in line.fines]
    if fines:
        texts = ["; ".join(fine.text(lang) for fine in fines) for lang in LANGS]
        return (texts[0], texts[1]), tuple(dict.fromkeys(cite for fine in fines for cite in fine.cites))
    cites = tuple(dict.fromkeys(cite for _, line in lines for cite in line.due.cites))
    if lines and not lines[0][0].fined:
        return ("the law fines employers alone", "denda hanya dikenakan kepada pemberi kerja"), cites
    return ("nothing was late", "tidak ada yang terlambat"), cites


def _tried(key: Key, lines: list[Placed]) -> Iterator[tuple[Diagnosis, int]]:
    """Each single change that is tried, with the amount that it gives: that which is due where it changes nothing."""
    if key[1] == FINE:
        yield from _fines_tried(lines)
        return
    still_open = "what is not paid yet", "yang belum dibayar"
    yield Diagnosis("outstanding", *still_open), _sum(lines, lambda line: line.outstanding)
    fined = "the late fine included", "termasuk denda"
    yield Diagnosis("with_fine", *fined), _sum(lines, lambda line: line.owed + line.fine)
    lapsed = "as if no relief had lapsed", "seakan-akan keringanan tidak hangus"
    yield Diagnosis("with_relief", *lapsed), _sum(lines, lambda line: line.owed if line.ended else line.billed)
    full = "without the relief that can lapse", "tanpa keringanan yang dapat hangus"
    yield Diagnosis("without_relief", *full), _sum(lines, lambda line: line.owed if line.ended else line.unrelieved)
    if ended := _ends(lines):
        answers = [ARREARS_ON_RETURN.text("charged", lang) for lang in LANGS]
        texts = (
            f"as if the membership had not ended: {answers[0]}",
            f"seakan-akan kepesertaan tidak berakhir: {answers[1]}",
        )
        yield Diagnosis("not_ended", *texts, ended), _sum(lines, lambda line: line.owed + line.not_charged)


def _sum(lines: list[Placed], of: Callable[[StatementLine], int]) -> int:
    return sum(of(line) for _, line in lines)


def _fines_tried(lines: list[Placed]) -> Iterator[tuple[Diagnosis, int]]:
    if not lines:
        return
    law = lines[0][0].law
    for reading in (BEGUN_MONTH, FINE_ON_PART, FINE_ROUNDING):
        name = "rounding" if reading is FINE_ROUNDING else "reading"
        for option in reading.names():
            texts = reading.text(option), reading.text(option, "id")
            other = law.reading(reading, option)
            yield Diagnosis(name, *texts, reading.cites), sum(_fined(*each, other) for each in lines)
    table = law.table(table_of_fine(lines[0][1].programme))
    first, last = lines[0][0].month, lines[-1][0].month
    for row in table.rows:
        other = law.override(table, since=first, until=last, value=row.value)
        shares = [table.unit.show(row.value, lang) for lang in LANGS]
        texts = f"{table.label_en}: {shares[0]}", f"{table.label_id}: {shares[1]}"
        yield Diagnosis("version", *texts, row.cites), sum(_fined(*each, other) for each in lines)
    nominal = "counted from the day before holidays moved it", "dihitung dari tanggal sebelum digeser hari libur"
    yield Diagnosis("due_date", *nominal), sum(_fined(*each, law, due=each[1].due.nominal) for each in lines)
    full = "on the amount without the relief", "atas iuran tanpa keringanan"
    yield Diagnosis("without_relief", *full), sum(_fined(*each, law, base=each[1].unrelieved) for each in lines)
    relieved = "on the amount as if no relief had lapsed", "atas iuran seakan-akan keringanan tidak hangus"
    yield Diagnosis("with_relief", *relieved), sum(_fined(*each, law, base=each[1].billed) for each in lines)


def _fined(
    month: MonthStatement, line: StatementLine, law: Law, *, due: date | None = None, base: int | None = None
) -> int:
    """The fines on a line under another law, from another day on, or on another base."""
    parts = [*line.parts, *([(month.on, line.outstanding)] if line.outstanding else [])]
    from_day = line.due.on if due is None else due
    if not month.fined or not parts or max(parts)[0] <= from_day:
        return 0
    fines, _ = fines_on(line.programme, month.month, from_day, line.owed if base is None else base, parts, law)
    return sum(fine.amount for fine in fines)
