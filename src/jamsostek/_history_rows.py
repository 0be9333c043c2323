"""How histories are read from rows and files, and told as dictionaries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from os import PathLike
from typing import Any

from . import errors
from ._history import MonthRecord, MonthState, faults_of, plain
from ._money import Rounding, amount_error
from ._months import Month, as_month, months
from ._rates import Rate, as_rate, rate_error
from ._written import amount, csv_rows, day


def rising(first: Month | str, last: Month | str, wage: int, raised: Rate) -> tuple[MonthRecord, ...]:
    """Every month paid, with a wage that a yearly rate raises each January."""
    every = months(first, last)
    errors.raise_together("History.rising", (amount_error("wage", wage), rate_error("raised", raised)))
    rate = 1 + as_rate(raised)
    found: list[MonthRecord] = []
    for month in every:
        if found and month.index % 12 == 0:
            wage = Rounding.HALF_UP.apply(wage * rate.numerator, rate.denominator)
        found.append(MonthRecord(month, MonthState.PAID, wage))
    return tuple(found)


def from_rows(rows: Iterable[Mapping[str, Any]]) -> list[MonthRecord]:
    """The records of rows by name."""
    if isinstance(rows, Mapping) or not isinstance(rows, Iterable):
        raise errors.WrongType("rows", f"{rows!r} is no list of rows", "give a list of dictionaries")
    return errors.make_each("rows", (partial(_row, f"rows[{at}]", row) for at, row in enumerate(rows)))


def from_csv(path: str | PathLike[str]) -> list[MonthRecord]:
    """The records of a CSV file."""
    return csv_rows(path, ("month",), _line)


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
        facts["paid_on"] = day(f"{where}.paid_on", facts["paid_on"])
    if isinstance(facts.get("participant"), Mapping):
        from ._serial import from_dict

        facts["participant"] = from_dict(facts["participant"])
    record = plain(MonthRecord(**facts))
    faults = (None if fault is None else errors.told_at(f"{where},", fault) for fault in faults_of(record))
    errors.raise_together(where, faults)
    return record


def _line(where: str, row: Mapping[str, str]) -> MonthRecord:
    pay = {name: amount(f"{where}.{name}", row[name]) for name in ("wage", "income") if name in row}
    return _row(where, {**row, **pay})


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
