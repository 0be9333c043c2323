"""Verdicts and amounts of benefits: yes, no because, or open while a fact is missing; a gap is never a zero."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import narwhals.stable.v2 as nw

from ._contributions import ERROR, OK
from ._expressions import MET, Number, Tri, Truth, both, either, expression, first_of, negated
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

    @property
    def verdict(self) -> Tri:
        """No where something was refused, open where a fact is missing, yes otherwise."""
        no, missing = either(*_truths(self.refusals)), either(*_truths(self.missing))
        return Tri(both(negated(no), negated(missing)), no)


def _truths(cases: Iterable[tuple[Truth, str]]) -> list[Truth]:
    return [truth for truth, _ in cases]


class Owed(NamedTuple):
    """An amount, rupiah, and the rows in which it is certainly owed or certainly not; in the others it is a gap."""

    value: Number
    when: Tri = MET


class Payers(NamedTuple):
    """Rows in which the fund pays for certain, and those in which the employer does."""

    fund: Truth
    employer: Truth


def finished(
    sheet: Sheet,
    prefix: str,
    amounts: Mapping[str, Owed],
    findings: Findings,
    verdict: Tri | None = None,
    *,
    total: bool = True,
    payers: Payers | None = None,
) -> Frame:
    """The frame with the amounts, their total, the payer, the verdict (1, 0 open, -1), status and reason.

    The amounts of a wrong row, and those that hang on a missing fact, are gaps. The reason is the first fault, else the
    first missing fact of a row that is open, else the code of the first condition that failed. ``verdict`` None: that
    of the findings; ``total`` is whether the amounts add up.
    """
    verdict = sheet.put_tri(VERDICT, findings.verdict if verdict is None else verdict)
    owed = {
        name: Owed(sheet.put(f"sum_{name}", each.value), sheet.put_tri(f"owed_{name}", each.when))
        for name, each in amounts.items()
    }
    sheet.step()
    undetermined = sheet.put("undetermined", either(verdict.open, *(each.when.open for each in owed.values())))
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
    code = sheet.put("code", expression(first_of([each for each in cases if each[0] is not False], 0)))
    sheet.step()
    right = either(code < first_wrong, code >= first_open)
    reasons = [reason for _, reason in states]
    firsts = [reasons.index(reason) for reason in reasons]
    sheet.put("why", first_of([(code == at, first) for at, first in enumerate(firsts) if first != at], code))
    names = {name: prefix + name for name in results(amounts, total=total, payers=payers is not None)}
    sheet.claim(names.values())
    columns = {name: sheet.result(names[name], _amount(sheet, right, each)) for name, each in owed.items()}
    said = first_of([(verdict.yes, 1), (verdict.no, -1)], 0)
    sheet.result(names[VERDICT], _known(sheet, right, said))
    sheet.step()
    texts = {
        names["status"]: Spoken("code", tuple(status for status, _ in states)),
        names["reason"]: Spoken(
            "why", tuple(reason if firsts[at] == at else None for at, reason in enumerate(reasons))
        ),
    }
    if total:
        first, *others = columns.values()
        sheet.result(names["total"], sum(others, first))
    if payers is not None:
        place = first_of([(both(right, payers.fund), 1), (both(right, payers.employer), 2)], 0)
        sheet.put("payer", expression(place))
        texts[names["payer"]] = Spoken("payer", (None, "fund", "employer"))
    return sheet.finished(texts)


def results(amounts: Iterable[str], *, total: bool, payers: bool) -> tuple[str, ...]:
    """The names of the results."""
    return (*amounts, *(("total",) if total else ()), *(("payer",) if payers else ()), VERDICT, *ENDS)


def _amount(sheet: Sheet, right: Truth, owed: Owed) -> nw.Expr:
    """An amount where it is known: what is owed, 0 where nothing is."""
    value = first_of([(owed.when.no, 0)], owed.value)
    return _known(sheet, both(right, negated(owed.when.open)), value)


def _known(sheet: Sheet, here: Truth, value: Number) -> nw.Expr:
    if here is True:
        return sheet.spread(value)
    if here is False:
        return nw.when(sheet.spread(1) < 1).then(sheet.spread(0))
    return nw.when(here).then(sheet.spread(value))
