"""``bill``: what is due for one participant in a month or over months."""

from __future__ import annotations

import argparse
from typing import Any

from .. import errors
from .._contributions import contributions
from .._kinds import check_lang
from .._money import months_text, number
from .._months import as_month, months
from .._totals import total
from .._written import count
from .participants import add_options, participant
from .printing import as_json
from .wording import of_text


def add(commands: Any) -> None:
    """Add the command."""
    command = commands.add_parser("bill", help="what is due for one participant in a month or over months")
    command.add_argument("--until", help="YYYY-MM: add up all months to this one")
    command.add_argument("--people", help="how many people are billed alike")
    add_options(command)
    command.set_defaults(run=run)


def run(given: argparse.Namespace) -> str:
    """Run it."""
    who = participant(given)
    lang = check_lang(given.lang)
    if given.until is None and given.people is None:
        bill = contributions(who, month=given.month)
        return as_json(bill.to_dict()) if given.format == "json" else of_text(bill.explain(lang), lang)
    span = (as_month(given.month, "--month"), as_month(given.until or given.month, "--until"))
    if span[1] < span[0]:
        raise errors.Contradiction("--until", f"{given.until} lies before {given.month}", "give a later month")
    people = 1 if given.people is None else count("--people", given.people)
    length = span[1] - span[0] + 1
    added = total(contributions(who, month=month) for month in months(*span)) * people
    if given.format == "json":
        facts = {"first": str(span[0]), "last": str(span[1]), "people": people, "each": who.to_dict()}
        return as_json({**added.to_dict(), **facts})
    heads = {
        "en": f"{number(people)} × {given.month} – {span[1]} ({months_text(length)})",
        "id": f"{number(people, 'id')} orang × {given.month} – {span[1]} ({months_text(length, 'id')})",
    }
    return f"{heads[lang]}\n{of_text(added.explain(lang), lang)}"
