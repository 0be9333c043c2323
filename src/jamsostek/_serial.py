"""JSON-safe dictionaries: inputs that rebuild equal, bills with their law and steps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from attrs import fields

from . import errors
from ._citations import Citation
from ._months import Month
from ._people import Employer, Participant, Person, SelfEmployed, Trainee, WageEarner
from ._results import Bill, Line
from ._steps import steps
from ._written import day

PARTICIPANT_SCHEMA = "jamsostek.participant/1"
BILL_SCHEMA = "jamsostek.bill/1"
_KINDS: dict[str, type[WageEarner] | type[SelfEmployed] | type[Trainee]] = {
    cls.type_name: cls for cls in (WageEarner, SelfEmployed, Trainee)
}
_PARTS: dict[str, type[Employer] | type[Person]] = {"employer": Employer, "person": Person}
_DATES = ("born", "registered", "departed", "returned")
_OF_PROJECT = "take construction.Project.from_dict"
_ELSEWHERE = {
    "jamsostek.project/1": _OF_PROJECT,
    "jamsostek.project-bill/1": f'{_OF_PROJECT} on its "project"',
    "jamsostek.migrant_fee/1": 'take MigrantWorker.from_dict on its "worker"',
}
_NEEDED = {"wage": "give rupiah per month", "income": "give rupiah per month", "contract": "give its months"}


def participant_to_dict(participant: Participant) -> dict[str, Any]:
    """The facts of a participant that are known; ``from_dict`` rebuilds an equal one."""
    return {"schema": PARTICIPANT_SCHEMA, "type": participant.type_name, **_known(participant)}


def _known(given: Participant | Employer | Person) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for attribute in fields(type(given)):
        value = getattr(given, attribute.name)
        if value is not None:
            found[str(attribute.alias)] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, Employer | Person):
        return _known(value)
    if isinstance(value, frozenset):
        return sorted(str(each) for each in value)
    if isinstance(value, date | Month):
        return str(value)
    return str(value) if isinstance(value, str) else value


def from_dict(given: Mapping[str, Any]) -> Participant:
    """Rebuild a participant from ``participant.to_dict()``; a migrant worker is rebuilt by his own ``from_dict``.

    Raises ``UnknownKind``, ``WrongType``, ``NotADate``, ``MissingFact`` and what the participant itself raises.

    >>> from_dict({"type": "self_employed", "income": 1_000_000}).income
    1000000
    """
    facts, name = _told(given)
    if name == "migrant_worker":
        raise errors.WrongType("type", "a migrant worker has no bill of a month", "take MigrantWorker.from_dict")
    if name == "project_worker":
        from .construction.serial import worker_of

        return worker_of(facts)
    if not isinstance(name, str) or name not in _KINDS:
        raise errors.not_in(errors.UnknownKind, "type", name, (*_KINDS, "project_worker"))
    return cast("Participant", _build(_KINDS[name], facts, name))


def _told(given: Mapping[str, Any]) -> tuple[dict[str, Any], Any]:
    """The facts of a participant's dictionary and the name of its type."""
    facts = _mapping(given, "from_dict")
    schema, name = facts.pop("schema", PARTICIPANT_SCHEMA), facts.pop("type", None)
    if schema in _ELSEWHERE:
        raise errors.WrongType("from_dict", f"the values of {schema} are no participant", _ELSEWHERE[schema])
    if schema != PARTICIPANT_SCHEMA:
        raise errors.not_in(errors.UnknownKind, "schema", schema, (PARTICIPANT_SCHEMA,))
    return facts, name


def _build(cls: Any, facts: dict[str, Any], where: str) -> Any:
    """An object from its facts, all faults told together."""
    names = [str(attribute.alias) for attribute in fields(cls)]
    needed = [name for name in _NEEDED if name in names and name not in facts]
    errors.raise_together(
        where,
        [
            *(errors.not_in(errors.UnknownKind, where, name, names) for name in facts if name not in names),
            *(errors.MissingFact(f"{where}.{name}", "not given", _NEEDED[name]) for name in needed),
        ],
    )
    faults: list[errors.JamsostekError] = []
    for name, part in _PARTS.items():
        if facts.get(name) is not None:
            try:
                facts[name] = _build(part, _mapping(facts[name], f"{where}.{name}"), name)
            except errors.JamsostekError as error:
                faults.append(error)
                facts[name] = None
    for name in _DATES:
        if isinstance(facts.get(name), str) and facts[name] != "never":
            try:
                facts[name] = day(f"{where}.{name}", facts[name])
            except errors.NotADate as error:
                faults.append(error)
                facts[name] = None
    built = None
    try:
        built = cls(**facts)
    except errors.JamsostekError as error:
        faults.append(error)
    errors.raise_together(where, (each for error in faults for each in errors.each_of(error)))
    return built


def _mapping(given: Any, where: str) -> dict[str, Any]:
    if not isinstance(given, Mapping):
        raise errors.WrongType(where, f"{given!r} is no mapping", "give its facts by name")
    return dict(given)


def bill_to_dict(bill: Bill) -> dict[str, Any]:
    """A bill with its inputs, its law and, for each line, amount, steps and articles."""
    law, jkp = bill.law, bill.jkp
    return {
        "schema": BILL_SCHEMA,
        "month": str(bill.month),
        "participant": participant_to_dict(bill.participant),
        "law": {
            "checked_until": str(law.checked_until),
            "readings": law.options,
            "overrides": [
                {
                    "table": each.table,
                    "since": str(each.since),
                    "until": None if each.until is None else str(each.until),
                    "value": str(each.value),
                }
                for each in law.overrides
            ],
            "added_reliefs": [relief.name for relief in law.reliefs],
            "assumed_unchanged": sorted(law.assumed_unchanged),
            "required": None if law.required is None else str(law.required),
        },
        "lines": [_line(bill, line) for line in bill],
        "total": bill.total,
        "by_programme": {str(key): amount for key, amount in bill.by_programme.items()},
        "by_payer": {str(key): amount for key, amount in bill.by_payer.items()},
        "programmes": [
            {
                "programme": str(each.programme),
                "status": str(each.status),
                "enrolled": each.enrolled,
                "basis": [_cite(cite) for cite in each.cites],
            }
            for each in bill.standings
        ],
        "assumed": [{"fact": each.fact, "text": each.text_en} for each in bill.assumed],
        "reliefs": [
            {
                "relief": each.relief.name,
                "state": str(each.verdict.state),
                "missing": [fact.key for fact in each.verdict.missing],
                "because": [f"{reason.text()} ({reason.cite.text()})" for reason in each.verdict.because],
            }
            for each in bill.examined
        ],
        "readings": {reading.name: law.option(reading) for reading in bill.readings},
        "marks": [mark.text_en for mark in bill.marks],
        "left_out": [str(programme) for programme in bill.left_out],
        "evidence": str(bill.evidence),
        "jkp": None
        if jkp is None
        else {
            "participant": str(jkp.participant.state),
            "missing": [fact.key for fact in jkp.participant.missing],
            "base": jkp.base,
            "state": jkp.state,
            "from_jkk": jkp.from_jkk,
            "from_jkm": jkp.from_jkm,
            "total": jkp.total,
            "stays_jkk": jkp.stays_jkk,
            "stays_jkm": jkp.stays_jkm,
            "basis": [_cite(cite) for cite in jkp.basis],
        },
    }


def _line(bill: Bill, line: Line) -> dict[str, Any]:
    return {
        "programme": str(line.programme),
        "payer": str(line.payer),
        "amount": line.amount,
        "exact": str(line.exact),
        "given": line.given,
        "counted": line.counted,
        "rate": str(line.rate),
        "reliefs": [{"relief": each.relief.name, "factor": str(each.row.value)} for each in line.reliefs],
        "rounding": str(bill.rounding),
        "steps": [{"formula": step.formula, "numbers": step.numbers} for step in steps(bill, line, "en")],
        "basis": [_cite(cite) for cite in line.basis],
        "evidence": str(line.evidence),
    }


def _cite(cite: Citation) -> dict[str, Any]:
    return {
        "instrument": cite.instrument.number,
        "place": cite.place,
        "text": cite.text(),
        "grade": str(cite.grade),
        "flags": [str(flag) for flag in cite.flags],
        "source": cite.source,
    }
