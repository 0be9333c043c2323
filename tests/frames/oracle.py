"""What a row must come to: the scalar bill of the same row, or the faults that it raises."""

from typing import Any, NamedTuple

import jamsostek as js
from jamsostek import errors
from jamsostek.frames._columns import COLUMNS

from .rows import Row

SIDES = ("employer", "worker", "participant")


class Expected(NamedTuple):
    """The amounts of a right row by column and its possible reliefs, or the errors of a wrong one."""

    amounts: dict[str, int]
    possible: tuple[str, ...]
    faults: tuple[errors.JamsostekError, ...]


def expected(row: Row, law: js.Law = js.LAW, month: str | None = None) -> Expected:
    facts = {name: value for name, value in row.items() if name in COLUMNS}
    try:
        bill = js.frames.explain({**facts, "when": row.get("month")}, month=month or "when", law=law)
    except errors.JamsostekError as error:
        return Expected({}, (), errors.each_of(error))
    amounts: dict[str, int] = {}
    for line in bill:
        side = str(line.payer) if line.payer in ("employer", "worker") else "participant"
        amounts[f"{line.programme.lower()}_{side}"] = line.amount
        amounts[side] = amounts.get(side, 0) + line.amount
    amounts["total"] = bill.total
    split = bill.jkp
    if split is not None:
        takes_part = {"eligible": 1, "undetermined": 0, "not eligible": -1}[split.participant.state]
        amounts |= {
            "jkp_participant": takes_part,
            "jkp_state": split.state,
            "jkp_from_jkk": split.from_jkk,
            "jkp_from_jkm": split.from_jkm,
        }
    return Expected(amounts, tuple(each.relief.name for each in bill.possible), ())


def problem(row: Row, result: dict[str, Any], law: js.Law = js.LAW, month: str | None = None) -> str | None:
    """How a result differs from the scalar bill of its row, None where it does not."""
    want = expected(row, law, month)
    amounts = {
        name: value
        for name, value in result.items()
        if name.rpartition("_")[2] in (*SIDES, "total", "state", "jkk", "jkm") and name not in row
    }
    told = result["status"], result["reason"]
    if want.faults:
        reasons = {(type(fault).__name__) for fault in want.faults}
        right = told[0] == "error" and str(told[1]).rpartition(": ")[2] in reasons
        if not right or any(value is not None for value in amounts.values()):
            return f"{row}: {told} {amounts}, not {want.faults}"
        return None
    status = ("possible", want.possible[0]) if want.possible else ("ok", None)
    wanted = {name: want.amounts.get(name, -1 if name == "jkp_participant" else 0) for name in amounts}
    if told != status or amounts != wanted or not set(want.amounts) <= set(wanted):
        wrong = {name: (value, wanted[name]) for name, value in amounts.items() if value != wanted[name]}
        return f"{row}: {told} {wrong}, not {status}"
    return None
