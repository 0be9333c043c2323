"""Projects and their bills as JSON-safe values; a project rebuilds equal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from attrs import fields

from .. import errors
from .._months import Month
from .._people import Employer, Person
from .._serial import PARTICIPANT_SCHEMA, _build, _cite, _known, _mapping
from .._written import day
from .project import Addendum, Instalment, ListedWage, Project
from .results import ProjectBill, ProjectLine
from .workers import Worker

PROJECT_SCHEMA = "jamsostek.project/1"
BILL_SCHEMA = "jamsostek.project-bill/1"
_ELSEWHERE = {PARTICIPANT_SCHEMA: "take jamsostek.from_dict", BILL_SCHEMA: 'give its "project"'}
_PARTS: dict[str, Any] = {"wages": ListedWage, "addenda": Addendum, "instalments": Instalment}
_DAYS = ("ordered", "start", "end", "maintenance_until", "registered", "on")


def project_to_dict(project: Project) -> dict[str, Any]:
    """The facts of a project that are known."""
    found: dict[str, Any] = {"schema": PROJECT_SCHEMA}
    for attribute in fields(Project):
        value = getattr(project, attribute.name)
        if value not in (None, (), Employer()):
            found[attribute.name] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, Employer):
        return _known(value)
    if isinstance(value, ListedWage | Addendum | Instalment):
        return {name: _plain(each) for name, each in value._asdict().items() if each is not None}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, date | Month | Fraction):
        return str(value)
    return str(value) if isinstance(value, str) else value


def project_of(told: Mapping[str, Any]) -> Project:
    """A project from its dictionary."""
    facts = _mapping(told, "Project.from_dict")
    schema = facts.pop("schema", PROJECT_SCHEMA)
    if schema in _ELSEWHERE:
        raise errors.WrongType("Project.from_dict", f"the values of {schema} are no project", _ELSEWHERE[schema])
    if schema != PROJECT_SCHEMA:
        raise errors.not_in(errors.UnknownKind, "schema", schema, (PROJECT_SCHEMA,))
    names = [attribute.name for attribute in fields(Project)]
    errors.raise_together(
        "project", [errors.not_in(errors.UnknownKind, "project", name, names) for name in facts if name not in names]
    )
    for name, part in _PARTS.items():
        if isinstance(facts.get(name), list):
            facts[name] = tuple(_part(part, each, f"{name}[{at}]") for at, each in enumerate(facts[name]))
    if isinstance(facts.get("employer"), Mapping):
        facts["employer"] = _build(Employer, dict(facts["employer"]), "employer")
    return Project(**{name: _day(value, name) for name, value in facts.items()})


def _part(cls: Any, told: Any, where: str) -> Any:
    """A wage, an addendum or an instalment from its dictionary."""
    facts = _mapping(told, where)
    unknown = [errors.not_in(errors.UnknownKind, where, name, cls._fields) for name in facts if name not in cls._fields]
    missing = [
        errors.MissingFact(f"{where} {name}", "not given", "give it")
        for name in cls._fields
        if name not in facts and name not in cls._field_defaults
    ]
    errors.raise_together(where, (*unknown, *missing))
    # The end of an addendum is a day, the first and the last of a wage are months.
    found = {name: _day(value, name) for name, value in facts.items()}
    if cls is Instalment and isinstance(found["share"], str) and "%" not in found["share"]:
        found["share"] = _fraction(found["share"], where)
    return cls(**found)


def _day(value: Any, name: str) -> Any:
    return day(name, value) if name in _DAYS and isinstance(value, str) and value != "none" else value


def _fraction(text: str, where: str) -> Fraction:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise errors.WrongType(f"{where} share", f"{text!r} is no share", 'write "1/2" or "50 %"') from None


def worker_to_dict(worker: Worker) -> dict[str, Any]:
    """The facts of a worker that are known, the project inside."""
    known = {name: getattr(worker, name) for name in _OF_WORKER}
    facts = {name: value for name, value in known.items() if value is not None}
    if worker.programmes is not None:
        facts["programmes"] = sorted(map(str, worker.programmes))
    if worker.registered is not None and worker.registered != worker.project.registered:
        facts["registered"] = str(worker.registered)
    person = {} if worker.person is None else {"person": _known(worker.person)}
    project = project_to_dict(worker.project)
    return {"schema": PARTICIPANT_SCHEMA, "type": worker.type_name, **facts, **person, "project": project}


_OF_WORKER = ("wage", "daily_wage", "minimum_wage")


def worker_of(facts: Mapping[str, Any]) -> Worker:
    """A worker from its dictionary."""
    names = (*_OF_WORKER, "programmes", "registered", "person", "project")
    unknown: list[errors.JamsostekError] = [
        errors.not_in(errors.UnknownKind, "project_worker", name, names) for name in facts if name not in names
    ]
    missing = (
        errors.MissingFact("project_worker.project", "not given", "give the project")
        if not facts.get("project")
        else None
    )
    errors.raise_together("project_worker", (*unknown, missing))
    person = facts.get("person")
    built = None if person is None else _build(Person, _mapping(person, "project_worker.person"), "person")
    plain = {name: _day(value, name) for name, value in facts.items()}
    return Worker(**{**plain, "person": built, "project": project_of(facts["project"])})


def bill_to_dict(bill: ProjectBill) -> dict[str, Any]:
    """A bill with its project, its law and, for each line, amount, steps and articles."""
    law = bill.law
    return {
        "schema": BILL_SCHEMA,
        "project": project_to_dict(bill.project),
        "law": {
            "checked_until": str(law.checked_until),
            "readings": law.options,
            "overrides": [each.table for each in law.overrides],
            "required": None if law.required is None else str(law.required),
        },
        "method": str(bill.method),
        "net": None if bill.net is None else str(bill.net),
        "lines": [_line(line) for line in bill],
        "total": bill.total,
        "by_programme": {str(key): amount for key, amount in bill.by_programme.items()},
        "by_part": bill.by_part,
        "instalments": [
            {
                "number": each.number,
                "share": str(each.share),
                "paid_on": None if each.on is None else str(each.on),
                "by_programme": {str(key): amount for key, amount in each.by_programme.items()},
                "amount": each.amount,
                "relieved": each.relieved,
                "late": each in bill.late,
            }
            for each in bill.instalments
        ],
        "pay_by": None if bill.pay_by is None else str(bill.pay_by),
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
        "evidence": str(bill.evidence),
    }


def _line(line: ProjectLine) -> dict[str, Any]:
    return {
        "programme": str(line.programme),
        "part": line.part.key,
        "amount": line.amount,
        "full": line.full,
        "exact": str(line.exact),
        "steps": [{"formula": step.formula, "numbers": step.numbers} for step in line.steps()],
        "basis": [_cite(cite) for cite in line.basis],
        "evidence": str(line.evidence),
    }
