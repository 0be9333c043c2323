"""The options that say who is billed for which month, and the participant that they make."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from .. import errors
from .._kinds import EmployerKind, HealthCover, Industry, PaidBy, Scale, Sector, SelfEmployedKind
from .._people import Participant
from .._serial import from_dict
from .._written import amount, count, yes

# Option: where the fact stands in the participant's dictionary, how it is read, its help.
_FACTS: dict[str, tuple[str, Callable[[str, str], Any] | None, str]] = {
    "risk-group": ("employer.risk_group", count, "1 to 5"),
    "scale": ("employer.scale", None, "the employer's: " + "|".join(Scale)),
    "employer-kind": ("employer.kind", None, "|".join(EmployerKind)),
    "industry": ("employer.industry", None, "the employer's: " + "|".join(Industry)),
    "active-workers": ("employer.active_workers", count, "the employer's workers who are active participants"),
    "sector": ("sector", None, "of a self-employed person: " + "|".join(Sector)),
    "paid-by": ("paid_by", None, "who pays for a self-employed person: " + "|".join(PaidBy)),
    "kind": ("kind", None, "of a self-employed person: " + "|".join(SelfEmployedKind)),
    "paid-up-to": ("paid_up_to", None, "YYYY-MM: JKK and JKM fully paid up to this month"),
    "registered": ("registered", None, "YYYY-MM-DD: day of registration"),
    "born": ("person.born", None, "YYYY-MM-DD"),
    "citizen": ("person.citizen", yes, "yes|no: Indonesian citizenship"),
    "six-months": ("person.six_months", yes, "yes|no: whether a foreigner works at least six months"),
    "health-cover": ("person.health_cover", None, "in the health scheme JKN: " + "|".join(HealthCover)),
}
PLACES = {place: f"--{option}" for option, (place, _, _) in _FACTS.items()} | {
    "programmes": "--programmes",
    "month": "--month",
}
_SELF_EMPLOYED_ONLY = ("sector", "paid-by", "kind")
_KINDS = {"wage": ("wage_earner", "wage"), "income": ("self_employed", "income"), "trainee": ("trainee", "wage")}


def add_options(command: argparse.ArgumentParser) -> None:
    """The options that say who is billed for which month, and how it is shown."""
    who = command.add_mutually_exclusive_group(required=True)
    who.add_argument("--wage", help="a wage earner: rupiah per month, such as 12000000")
    who.add_argument("--income", help="a self-employed person: rupiah per month")
    who.add_argument("--trainee", metavar="WAGE", help="an intern or other without a wage: the deemed wage")
    command.add_argument("--month", required=True, help="YYYY-MM")
    command.add_argument("--programmes", help="those enrolled, such as JKK,JKM,JHT (default: the compulsory ones)")
    for option, (_, _, explained) in _FACTS.items():
        command.add_argument(f"--{option}", help=explained)
    command.add_argument("--lang", default="en", help="en|id")
    command.add_argument("--format", default="text", choices=("text", "json"))


def participant(given: argparse.Namespace) -> Participant:
    """The participant that the options make."""
    option = next(name for name in _KINDS if getattr(given, name) is not None)
    kind, base = _KINDS[option]
    facts: dict[str, Any] = {"type": kind, base: amount(f"--{option}", getattr(given, option))}
    if given.programmes is not None:
        facts["programmes"] = [word.strip() for word in given.programmes.split(",")]
    for name, (place, reader, _) in _FACTS.items():
        text = getattr(given, name.replace("-", "_"))
        if text is None:
            continue
        part, _, key = place.rpartition(".")
        if kind == "self_employed" and name == "risk-group":
            part = ""
        elif kind != "self_employed" and name == "paid-up-to":
            part = "employer"
        elif (part == "employer") if kind == "self_employed" else name in _SELF_EMPLOYED_ONLY:
            raise errors.Contradiction(f"--{name}", f"given beside --{option}", "leave one of them out")
        value = text if reader is None else reader(f"--{name}", text)
        (facts.setdefault(part, {}) if part else facts)[key] = value
    return from_dict(facts)
