"""One person of a long frame read exactly: a member with his record."""

from __future__ import annotations

from typing import Any

from .. import errors
from .._history import History, MonthRecord, MonthState
from .._member import Member, Membership
from .._people import Participant, SelfEmployed
from ._columns import PAID, Holds
from ._long import Long
from ._results import rows_with
from ._rows import month_of_row, participant_of, plain


def member_of(native: Any, who: Any, asked: Long) -> Member:
    """The member whom the rows of a person describe. Raises the faults of the rows together."""
    rows = rows_with(native, {asked.person: who})
    if not rows:
        raise errors.NoSuchRow("who", f"no row has {who!r} in {asked.person!r}", "give one of its values")
    records: list[MonthRecord] = []
    faults: list[errors.JamsostekError] = []
    for row in rows:
        try:
            record = _record(row, asked)
        except errors.JamsostekError as error:
            faults += [errors.told_at(f"month {row[asked.month]}", each) for each in errors.each_of(error)]
            continue
        if record.month <= asked.until:
            records.append(record)
    errors.raise_together("rows", faults)
    if not records:
        raise errors.NoSuchRow("who", f"{who!r} has no row up to {asked.until}", "give a later until")
    history = History(records)
    known = [each.participant for each in history if each.participant is not None]
    if not known:
        raise errors.MissingFact("who", f"no month of {who!r} was paid, and what he earned is not known", "ask another")
    filled = history if asked.fill is None else history.fill(asked.fill)
    return Member(memberships=[Membership(known[-1], history=filled)])


def _record(row: dict[str, Any], asked: Long) -> MonthRecord:
    """The month of a row; of one that was not paid, nothing else is read."""
    paid = asked.paid if asked.paid is not None else plain(row[asked.sources[PAID.name]], Holds.FLAG)
    month = month_of_row(row[asked.month])
    if paid is None and asked.fill is MonthState.PAID:
        paid = True
    if not paid or month > asked.until:
        return MonthRecord(month, None if paid is None else MonthState.UNPAID)
    facts = {name: row[source] for name, source in asked.sources.items() if name != PAID.name}
    who: Participant
    who, month = participant_of(facts | asked.facts, month, asked.law)
    if isinstance(who, SelfEmployed):
        return MonthRecord(month, MonthState.PAID, income=who.income, participant=who)
    return MonthRecord(month, MonthState.PAID, wage=who.wage, participant=who)
