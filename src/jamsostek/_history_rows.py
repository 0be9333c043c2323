"""How histories are read from rows and files, and told as dictionaries."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from os import PathLike
from pathlib import Path
from typing import Any

from . import errors
from ._history import MonthRecord, MonthState
from ._money import Rounding, amount_error
from ._months import Month, as_month, months
from ._rates import Rate, as_rate, rate_error


def rising(first: Month | str, last: Month | str, wage: int, raised: Rate) -> tuple[MonthRecord, ...]:
    """Every month paid, with a wage that a yearly rate raises each January."""
    span = months(first, last)
    errors.raise_together("History.rising", (amount_error("wage", wage), rate_error("raised", raised)))
    if not span:
        raise errors.Contradiction("History.rising", f"{last} lies before {first}", "give the first month first")
    rate = 1 + as_rate(raised)
    found: list[MonthRecord] = []
    for month in span:
        if found and month.index % 12 == 0:
            wage = Rounding.HALF_UP.apply(wage * rate.numerator, rate.denominator)
        found.append(MonthRecord(month, MonthState.PAID, wage))
    return tuple(found)


def from_rows(rows: Iterable[Mapping[str, Any]]) -> list[MonthRecord]:
    """The records of rows by name."""
    if isinstance(rows, Mapping) or not isinstance(rows, Iterable):
        raise errors.WrongType("rows", f"{rows!r} is no list of rows", "give a list of dictionaries")
    return _each("rows", (partial(_row, f"rows[{at}]", row) for at, row in enumerate(rows)))


def from_csv(path: str | PathLike[str]) -> list[MonthRecord]:
    """The records of a CSV file."""
    with Path(path).open(newline="", encoding="utf-8-sig") as lines:
        rows = list(csv.DictReader(lines))
    name = Path(path).name
    return _each(name, (partial(_line, f"{name} line {at}", row) for at, row in enumerate(rows, start=2)))


def _each(where: str, makers: Iterable[Callable[[], MonthRecord]]) -> list[MonthRecord]:
    """Make every record, and tell all that cannot be made together."""
    made: list[MonthRecord] = []
    faults: list[errors.JamsostekError] = []
    for make in makers:
        try:
            made.append(make())
        except errors.JamsostekError as error:
            faults += errors.each_of(error)
    errors.raise_together(where, faults)
    return made


_FIELDS = MonthRecord._fields


def _row(where: str, row: Mapping[str, Any]) -> MonthRecord:
    if not isinstance(row, Mapping):
        raise errors.WrongType(where, f"{row!r} is no row", "give its facts by name")
    unknown = [errors.not_in(errors.UnknownKind, where, name, _FIELDS) for name in row if name not in _FIELDS]
    errors.raise_together(where, unknown)
    if row.get("month") is None:
        raise errors.MissingFact(f"{where}.month", "not given", "write YYYY-MM")
    facts = dict(row)
    facts["month"] = as_month(facts["month"], f"{where}.month")
    if isinstance(facts.get("paid_on"), str):
        facts["paid_on"] = _day(f"{where}.paid_on", facts["paid_on"])
    if isinstance(facts.get("participant"), Mapping):
        from ._serial import from_dict

        facts["participant"] = from_dict(facts["participant"])
    return MonthRecord(**facts)


def _line(where: str, row: Mapping[str | None, Any]) -> MonthRecord:
    facts: dict[str, Any] = {
        name: text.strip() for name, text in row.items() if name and isinstance(text, str) and text.strip()
    }
    if None in row:
        raise errors.WrongType(where, "it has more cells than the header", "mend the line")
    for name in ("wage", "income"):
        if name in facts:
            if not (facts[name].isascii() and facts[name].isdigit()):
                raise errors.NotAnAmount(f"{where}.{name}", f"{facts[name]!r} is no amount", "write digits alone")
            facts[name] = int(facts[name])
    return _row(where, facts)


def _day(where: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise errors.NotADate(where, f"{text!r} is no date", "write YYYY-MM-DD") from None


def told(record: MonthRecord) -> dict[str, Any]:
    """The known facts of a month as JSON-safe values."""
    found: dict[str, Any] = {"month": str(record.month)}
    if record.state is not None:
        found["state"] = str(record.state)
    if record.paid_on is not None:
        found["paid_on"] = str(record.paid_on)
    if record.participant is not None:
        found["participant"] = record.participant.to_dict()
    found |= {name: pay for name, pay in (("wage", record.wage), ("income", record.income)) if pay is not None}
    return found
