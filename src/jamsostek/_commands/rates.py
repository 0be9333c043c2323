"""``rates``: a parameter table, on a date or its whole history."""

from __future__ import annotations

import argparse
from typing import Any

import attrs

from .. import errors, tables
from .._kinds import check_lang
from .._law import LAW
from .._written import day
from .printing import table as printed


def add(commands: Any) -> None:
    """Add the command."""
    command = commands.add_parser("rates", help="a parameter table, on a date or its whole history")
    command.add_argument("table", nargs="?", help="its name, such as jp.WAGE_CEILING; without one: the list of tables")
    command.add_argument("--on", help="YYYY-MM-DD: what is in force that day")
    command.add_argument("--lang", default="en", help="en|id")
    command.add_argument("--format", default="table", choices=("table", "csv", "json"))
    command.set_defaults(run=run)


def run(given: argparse.Namespace) -> str:
    """Run it."""
    lang = check_lang(given.lang)
    if given.table is None:
        if given.on is not None:
            raise errors.MissingFact("table", "--on needs one", "name a table; without --on all are listed")
        listed = [(table.name, table.label_id if lang == "id" else table.label_en) for table in tables.ALL]
        return printed(given.format, ("table", "label"), listed)
    on = None if given.on is None else day("--on", given.on)
    table = tables.named(given.table)
    found = tables.entries(table, on=on, lang=lang)
    if not found:
        raise errors.NotAnnounced(table.name, f"it has no value on {on}", "leave --on out to see its whole history")
    names = tuple(each.name for each in attrs.fields(tables.Entry))
    rows = [tuple("" if value is None else str(value) for value in attrs.astuple(entry)) for entry in found]
    text = printed(given.format, names, rows)
    if given.format == "table" and on is not None and on > LAW.checked_until:
        text += f"\n(law as checked to {LAW.checked_until})"
    return text
