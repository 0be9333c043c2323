"""Claims, events, members and families as JSON-safe values; what was given rebuilds equal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import fields, has

from . import errors
from ._accident import Expenses, Incapacity, PartialDisability, WorkAccident
from ._benefits import Item
from ._body import Loss
from ._cases import Event
from ._endings import ActivityEnd, ContractEnd, Dismissal, LeavingIndonesia, Resignation, Retirement
from ._events import Death, TotalDisability
from ._family import Child, Family, Parent, Relative, School, Spouse, Work
from ._history import HISTORY_SCHEMA, History
from ._member import Balance, Member, Membership, Withdrawal
from ._months import Month
from ._people import Rebuilt
from ._serial import _cite, from_dict
from .migrants.events import EVENTS
from .migrants.worker import MigrantWorker

if TYPE_CHECKING:
    from ._claims import Claim

CLAIM_SCHEMA = "jamsostek.claim/1"
_TYPES: dict[str, Any] = {
    cls.__name__: cls
    for cls in (
        *(Death, TotalDisability, WorkAccident, PartialDisability, Incapacity, Expenses, Loss),
        *(Dismissal, Resignation, ContractEnd, ActivityEnd, Retirement, LeavingIndonesia, *EVENTS),
        *(Member, Membership, Balance, Withdrawal, Family, Child, Spouse, Parent, Relative, School, Work),
    )
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")


def plain(value: Any) -> Any:
    """What was given as JSON-safe values: each object a mapping with its ``type`` and the facts that are known."""
    if isinstance(value, History | Rebuilt):
        return value.to_dict()
    if isinstance(value, tuple) and not isinstance(value, Balance | Withdrawal):
        return [plain(each) for each in value]
    if isinstance(value, tuple) or (has(type(value)) and not isinstance(value, Month)):
        known = {name: getattr(value, name) for name in _kinds(type(value))}
        return {"type": type(value).__name__, **{name: plain(each) for name, each in known.items() if each is not None}}
    if isinstance(value, date | Month | Fraction):
        return str(value)
    return str(value) if isinstance(value, str) else value


def _kinds(cls: Any) -> dict[str, Any]:
    """What a type takes, by name, with the kind of each as it is written."""
    return {each.name: each.type for each in fields(cls) if each.init} if has(cls) else dict(cls.__annotations__)


def inputs(told: Mapping[str, Any]) -> tuple[Event, Member, Family | None]:
    """The event, the member and the family of a claim's dictionary."""
    if not isinstance(told, Mapping) or told.get("schema") != CLAIM_SCHEMA:
        raise errors.WrongType("Claim.inputs", "this is no claim", f"its schema is {CLAIM_SCHEMA}")
    event, member, family = (_rebuilt(told.get(name), name) for name in ("event", "member", "family"))
    return event, member, family


def _rebuilt(told: Any, where: str) -> Any:
    """An object from its mapping, a tuple from a list, a day from its text."""
    if isinstance(told, list):
        return tuple(_rebuilt(each, where) for each in told)
    if not isinstance(told, Mapping):
        return told
    facts = dict(told)
    if facts.get("schema") == HISTORY_SCHEMA:
        return History.from_dict(facts)
    if facts.get("type") == MigrantWorker.type_name:
        return MigrantWorker.from_dict(facts)
    if "schema" in facts:
        return from_dict(facts)
    name = facts.pop("type", None)
    if name not in _TYPES:
        raise errors.not_in(errors.UnknownKind, f"{where}.type", name, _TYPES)
    known = _kinds(_TYPES[name])
    errors.raise_together(
        where, (errors.not_in(errors.UnknownKind, where, fact, known) for fact in facts if fact not in known)
    )
    return _TYPES[name](**{fact: _value(value, f"{where}.{fact}", known[fact]) for fact, value in facts.items()})


def _value(value: Any, where: str, kind: Any) -> Any:
    if isinstance(value, str) and kind != "str":
        if _DAY.match(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                raise errors.NotADate(where, f"{value!r} is no date", "write YYYY-MM-DD") from None
        return Fraction(value) if "Fraction" in str(kind) else value
    return _rebuilt(value, where)


def claim_to_dict(claim: Claim) -> dict[str, Any]:
    """A claim with its inputs, its law and, for each item, who owes what to whom, with steps and articles."""
    law = claim.law
    return {
        "schema": CLAIM_SCHEMA,
        "event": plain(claim.event),
        "member": plain(claim.member),
        "family": None if claim.family is None else plain(claim.family),
        "programmes": None if claim.programmes is None else sorted(claim.programmes),
        "law": {
            "checked_until": str(law.checked_until),
            "readings": law.options,
            "overrides": [each.table for each in law.overrides],
            "required": None if law.required is None else str(law.required),
        },
        "items": [_item(item) for item in claim.items],
        "refused": [
            {
                "programme": str(each.programme),
                "benefit": None if each.benefit is None else str(each.benefit),
                "because": [f"{reason.text()} ({reason.cite.text()})" for reason in each.verdict.because],
            }
            for each in claim.refused
        ],
        "lump_sum": claim.lump_sum,
        "now": claim.now,
        "at_least": claim.at_least,
        "at_most": claim.at_most,
        "missing": [fact.key for fact in claim.missing],
        "assumed": [{"fact": each.fact, "text": each.text_en} for each in claim.assumed],
        "readings": {reading.name: law.option(reading) for reading in claim.readings},
        "marks": [mark.text_en for mark in claim.marks],
        "evidence": str(claim.evidence),
    }


def _item(item: Item) -> dict[str, Any]:
    deadline: Mapping[str, Any] | None = None
    if item.deadline is not None:
        last = item.deadline.last
        deadline = {"last": None if last is None else str(last), "basis": [_cite(cite) for cite in item.deadline.cites]}
    return {
        "programme": str(item.programme),
        "benefit": str(item.benefit),
        "amount": item.amount,
        "times": item.times,
        "when": str(item.when),
        "first": None if item.first is None else str(item.first),
        "state": str(item.verdict.state),
        "missing": [fact.key for fact in item.missing],
        "payer": None if item.payer is None else str(item.payer),
        "recipient": None if item.recipient is None else str(item.recipient),
        "person": item.person,
        "at_least": item.at_least,
        "at_most": item.at_most,
        "terms": [{"text": term.text_en, "met": term.met, "article": term.cite.text()} for term in item.terms],
        "deadline": deadline,
        "papers": [str(paper) for paper in item.papers],
        "steps": [{"formula": step.formula, "numbers": step.numbers} for step in item.steps()],
        "basis": [_cite(cite) for cite in item.basis],
        "evidence": str(item.evidence),
    }
