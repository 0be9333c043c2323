"""One row read exactly: the participant it describes and the cited bill."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from math import isnan
from typing import Any, TypeVar

from attrs import evolve

from .. import errors
from .._contributions import contributions
from .._law import Law
from .._months import Month, as_month
from .._people import Employer, Participant, Person, SelfEmployed, Trainee, WageEarner
from .._programmes import BILLED, enrolment
from .._results import Bill
from ._columns import COLUMNS, KINDS, Holds

T = TypeVar("T")
_FLOAT_LIMIT = 10**15


def bill_of(row: Mapping[str, Any], month: Any, law: Law) -> Bill:
    """The bill of a row, whose facts stand under their usual names. Raises what the exact rules raise, together."""
    participant, when = participant_of(row, month, law)
    return contributions(participant, month=when, law=law)


def participant_of(row: Mapping[str, Any], month: Any, law: Law) -> tuple[Participant, Month]:
    """The participant that a row describes, and its month. Raises what the exact rules raise, together."""
    values = {name: plain(value, COLUMNS[name].holds) for name, value in row.items()}
    faults: list[errors.JamsostekError] = []
    when = _attempt(faults, lambda: month_of_row(month))
    participant = _participant(values, faults)
    errors.raise_together("row", faults)
    assert when is not None
    assert participant is not None
    return _with_programmes(participant, values, when, law), when


def check_facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts that hold for all rows, each in its plain form. Raises the exact rules' errors, together."""
    faults: list[errors.JamsostekError] = []
    values = {name: plain(value, COLUMNS[name].holds) for name, value in facts.items()}
    kind = values.get("type")
    if kind is not None and kind not in KINDS:
        faults.append(errors.not_in(errors.UnknownKind, "type", kind, KINDS))
    trial = {"wage": 10_000_000, "income": 0} | values
    for each in KINDS if kind is None else (kind,):
        found: list[errors.JamsostekError] = []
        if each in KINDS:
            _participant(trial | {"type": each}, found)
        faults += [fault for fault in found if str(fault) not in map(str, faults)]
    errors.raise_together("facts", faults)
    months = {name: as_month(value) for name, value in values.items() if value and COLUMNS[name].holds is Holds.MONTH}
    return values | months


def _participant(values: Mapping[str, Any], faults: list[errors.JamsostekError]) -> Participant | None:
    """The participant, or None with the faults added."""
    kind = values["type"] if "type" in values else _kind_by_amounts(values, faults)
    if kind is None:
        if "type" in values:
            faults.append(errors.MissingFact("type", "not known", f"give one of {', '.join(KINDS)}"))
        return None
    if kind not in KINDS:
        faults.append(errors.not_in(errors.UnknownKind, "type", kind, KINDS))
        return None
    person = _attempt(faults, lambda: Person(**_some(values, "born", "citizen", "six_months", "health_cover")))
    amount = "income" if kind == SelfEmployed.type_name else "wage"
    if values.get(amount) is None:
        faults.append(errors.MissingFact(amount, "not known", "give whole rupiah per month"))
        return None
    registered = values.get("registered")
    if kind == SelfEmployed.type_name:
        own = _some(values, "kind", "sector", "paid_by", "paid_up_to")
        return _attempt(faults, lambda: SelfEmployed(values["income"], person=person, registered=registered, **own))
    firm = _some(values, "risk_group", "scale", "industry", "active_workers", "paid_up_to")
    employer = _attempt(faults, lambda: Employer(kind=values.get("employer_kind"), **firm))
    cls = Trainee if kind == Trainee.type_name else WageEarner
    firm_known = Employer() if employer is None else employer
    return _attempt(faults, lambda: cls(values["wage"], person=person, registered=registered, employer=firm_known))


def _kind_by_amounts(values: Mapping[str, Any], faults: list[errors.JamsostekError]) -> str | None:
    """Without a type, who has a wage earns it, and who has an income is self-employed."""
    waged, earning = values.get("wage") is not None, values.get("income") is not None
    if waged and earning:
        faults.append(errors.Contradiction("type", "the row has a wage and an income", "say which it is by a type"))
    elif not waged and not earning:
        faults.append(errors.MissingFact("type", "the row has neither wage nor income", "give one of them"))
    else:
        return WageEarner.type_name if waged else SelfEmployed.type_name
    return None


def _with_programmes(participant: Participant, values: Mapping[str, Any], month: Month, law: Law) -> Participant:
    """The participant with the programmes that the row names or denies, the others as the duty has them."""
    flags = {programme: values.get(f"in_{programme.lower()}") for programme in BILLED}
    if all(flag is None for flag in flags.values()):
        return participant
    try:
        by_duty = enrolment(participant, month, law.moment(month), law).enrolled
    except errors.JamsostekError:
        return participant  # the bill tells it, and what else is wrong
    named = frozenset(each for each in BILLED if (each in by_duty if flags[each] is None else flags[each]))
    if named:
        return evolve(participant, programmes=named)
    faults: list[errors.JamsostekError] = [
        errors.Contradiction("programmes", "the row has none", "name at least one, or none for the duty")
    ]
    _attempt(faults, lambda: contributions(participant, month=month, law=law))
    raise errors.SeveralErrors("row", faults)


def _attempt(faults: list[errors.JamsostekError], build: Callable[[], T]) -> T | None:
    try:
        return build()
    except errors.JamsostekError as error:
        faults += errors.each_of(error)
        return None


def _some(values: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: values.get(name) for name in names}


def month_of_row(given: Any) -> Month:
    """The month that a row tells. Raises ``MissingFact``, ``NotAMonth``."""
    value = plain(given, Holds.MONTH)
    if value is None:
        raise errors.MissingFact("month", "not known", 'give a month such as "2026-03"')
    return Month.of(value) if isinstance(value, date) else as_month(value)


# How pandas writes a gap; the module is not needed to know one.
_GAPS = ("NAType", "NaTType")


def plain(value: Any, holds: Holds) -> Any:
    """A value as the exact rules take it: None for a gap, whole numbers as ints, days without a time."""
    if value is None or type(value).__name__ in _GAPS or (isinstance(value, float) and isnan(value)):
        return None
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, float | Decimal) and holds in (Holds.MONEY, Holds.SUM, Holds.COUNT):
        number = float(value)
        return int(value) if number.is_integer() and abs(number) <= _FLOAT_LIMIT else number
    if isinstance(value, date) and holds is Holds.MONTH and value.day == 1:
        return Month.of(value)
    return value
