"""Verdicts and amounts of benefits: yes, no because, or open while a fact is missing; a gap is never a zero."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

import narwhals.stable.v2 as nw

from ._contributions import ERROR, OK
from ._expressions import MET, Number, Tri, Truth, both, chosen, either, expression, first_of, negated
from ._sheet import Sheet
from ._texts import Frame, Spoken

UNDETERMINED = "undetermined"
VERDICT = "verdict"
ENDS = ("status", "reason")


class Findings:
    """What speaks against a benefit and which facts are missing, each in rows and with its code, in order."""

    def __init__(self) -> None:
        self.refusals: list[tuple[Truth, str]] = []
        self.missing: list[tuple[Truth, str]] = []

    def refuse(self, where: Truth, code: str) -> None:
        """Note rows in which a condition failed."""
        self.refusals.append((where, code))

    def miss(self, where: Truth, code: str) -> None:
        """Note rows that hang on a fact, by its column."""
        self.missing.append((where, code))


class Owed(NamedTuple):
    """An amount, rupiah, and the rows in which it is certainly owed or certainly not; in the others it is a gap."""

    value: Number
    when: Tri = MET


class Said(NamedTuple):
    """A text in the results: the place of its word in each row, 0 for a gap, and the words."""

    place: Number
    words: tuple[str, ...]


def payer(fund: Truth, employer: Truth) -> dict[str, Said]:
    """Who pays: rows in which it is the fund for certain, and those in which it is the employer."""
    return {"payer": Said(first_of([(fund, 1), (employer, 2)], 0), ("fund", "employer"))}


def finished(
    sheet: Sheet,
    prefix: str,
    amounts: Mapping[str, Owed],
    findings: Findings,
    verdict: Tri | None = None,
    *,
    total: bool = True,
    texts: Mapping[str, Said] = MappingProxyType({}),
) -> Frame:
    """The frame with the amounts, their total, some texts, the verdict (1, 0 open, -1), status and reason.

    The amounts of a wrong row, and those that hang on a missing fact, are gaps. The reason is the first fault, else the
    first missing fact of a row that is open, else the code of the first condition that failed. ``verdict`` None: there
    is none to give; ``total`` is whether the amounts add up.
    """
    judged = sheet.put_tri(VERDICT, MET if verdict is None else verdict)
    owed = {
        name: Owed(sheet.put(f"sum_{name}", each.value), sheet.put_tri(f"owed_{name}", each.when))
        for name, each in amounts.items()
    }
    sheet.step()
    undetermined = sheet.put("undetermined", either(judged.open, *(each.when.open for each in owed.values())))
    sheet.step()
    faults = [(fault.wrong, fault.reason) for fault in sheet.faults]
    missing = [(both(undetermined, truth), code) for truth, code in findings.missing]
    states: list[tuple[str, str | None]] = [(OK, None)]
    states += [(OK, code) for code in dict.fromkeys(code for _, code in findings.refusals)]
    first_wrong = len(states)
    states += [(ERROR, word) for word in dict.fromkeys(word for _, word in faults)]
    first_open = len(states)
    states += [(UNDETERMINED, code) for code in dict.fromkeys(code for _, code in missing)]
    cases = [(truth, states.index((ERROR, word))) for truth, word in faults]
    cases += [(truth, states.index((UNDETERMINED, code))) for truth, code in missing]
    cases += [(truth, states.index((OK, code))) for truth, code in findings.refusals]
    code = sheet.put("code", expression(first_of(cases, 0), sheet.dialect))
    sheet.step()
    right = either(code < first_wrong, code >= first_open)
    reasons = [reason for _, reason in states]
    firsts = [reasons.index(reason) for reason in reasons]
    sheet.put("why", first_of([(code == at, first) for at, first in enumerate(firsts) if first != at], code))
    names = {name: prefix + name for name in results(amounts, texts, total=total, verdict=verdict is not None)}
    sheet.claim(names.values())
    columns = {name: sheet.result(names[name], _amount(sheet, right, each)) for name, each in owed.items()}
    if verdict is not None:
        sheet.result(names[VERDICT], _known(sheet, right, first_of([(judged.yes, 1), (judged.no, -1)], 0)))
    sheet.step()
    spoken = {
        names["status"]: Spoken("code", tuple(status for status, _ in states)),
        names["reason"]: Spoken(
            "why", tuple(reason if firsts[at] == at else None for at, reason in enumerate(reasons))
        ),
    }
    if total:
        first, *others = columns.values()
        sheet.result(names["total"], sum(others, first))
    for name, said in texts.items():
        sheet.put(name, expression(chosen(right, said.place, 0), sheet.dialect))
        spoken[names[name]] = Spoken(name, (None, *said.words))
    sheet.step()
    return sheet.finished(spoken)


def results(
    amounts: Iterable[str], texts: Iterable[str] = (), *, total: bool = True, verdict: bool = True
) -> tuple[str, ...]:
    """The names of the results."""
    return (*amounts, *(("total",) if total else ()), *texts, *((VERDICT,) if verdict else ()), *ENDS)


def _amount(sheet: Sheet, right: Truth, owed: Owed) -> nw.Expr:
    """An amount where it is known: what is owed, 0 where nothing is."""
    value = first_of([(owed.when.no, 0)], owed.value)
    return _known(sheet, both(right, negated(owed.when.open)), value)


def _known(sheet: Sheet, here: Truth, value: Number) -> nw.Expr:
    shown = sheet.spread(1) < 1 if here is False else here
    found: nw.Expr = sheet.dialect.when(shown).then(sheet.spread(value))
    return found
