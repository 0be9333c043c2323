"""What a call on a long frame asks for, a row for each person and month, and what can be wrong with the call."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from .. import errors
from .._history import MonthState
from .._kinds import choice_error, lenient
from .._law import Law
from .._months import Month, as_month
from ._asked import _mapping, asked_of, near_names
from ._columns import PAID
from ._sheet import ordinal


class Long(NamedTuple):
    """Where a long frame has the person, the month and the facts; the same facts of all rows; up to which month.

    ``paid`` is whether the months were paid where that is the same for all, None where a source says it.
    """

    person: str
    month: str
    sources: dict[str, str]
    facts: dict[str, Any]
    paid: bool | None
    until: Month
    fill: MonthState | None
    law: Law

    @property
    def constants(self) -> dict[str, Any]:
        """The facts of all rows as columns hold them."""
        return {
            name: ordinal(value) if isinstance(value, Month | date) else value for name, value in self.facts.items()
        }


def long_of(
    names: list[str],
    until: Month | str,
    person: str,
    month: str,
    columns: Mapping[str, str | None] | None,
    facts: Mapping[str, Any] | None,
    fill: MonthState | str | None,
    law: Law,
) -> Long:
    """What the call asks for, after every fault of the call was told."""
    mapped, same = dict(_mapping("columns", columns)), dict(_mapping("facts", facts))
    place, always = mapped.pop(PAID.name, PAID.name), same.pop(PAID.name, None)
    asked = asked_of(names, month, mapped, same, law, rated=False)
    state = lenient(MonthState, fill)
    faults: list[errors.JamsostekError | None] = [
        choice_error(errors.UnknownKind, "fill", MonthState, state),
        None if not isinstance(asked.month, Month) else _no_column("month", month, names),
        None if person in names else _no_column("person", person, names),
        _paid_fault(place, always, names),
        errors.Contradiction("person", f"{person!r} is read as something else too", "name another column")
        if person in (month, place, *asked.sources.values())
        else None,
    ]
    errors.raise_together("careers", faults)
    assert isinstance(asked.month, str)
    sources = asked.sources if always is not None else {PAID.name: place, **asked.sources}
    return Long(person, asked.month, sources, asked.facts, always, as_month(until, "until"), state, law)


def _paid_fault(place: Any, always: Any, names: list[str]) -> errors.JamsostekError | None:
    """What is wrong with how the call says which months were paid."""
    if always is None and place in names:
        return None
    if always is None:
        mend = 'name it with columns={"paid": …}, or say of all rows facts={"paid": True}'
        what = f"it has no column {place!r} that says which months were paid"
        return errors.MissingColumn("frame", what, f"{near_names(str(place), names)}{mend}")
    if not isinstance(always, bool):
        return errors.WrongType("paid", f"{always!r} is neither yes nor no", "give True or False, or a column")
    if place in names:
        mend = 'give it once; columns={"paid": None} passes over the column'
        return errors.Contradiction("paid", "given as a column and for all rows", mend)
    return None


def _no_column(what: str, name: object, names: list[str]) -> errors.MissingColumn:
    mend = f"{near_names(str(name), names)}give {what}= one of {', '.join(names)}"
    return errors.MissingColumn(what, f"the frame has no column {name!r}", mend)
