"""``coverage``: what is encoded, by programme, rule, months and evidence."""

from __future__ import annotations

import argparse
from typing import Any

from .._kinds import check_lang
from .printing import table


def add(commands: Any) -> None:
    """Add the command."""
    command = commands.add_parser("coverage", help="what is encoded: programme, rule, months, evidence")
    command.add_argument("--lang", default="en", help="en|id")
    command.add_argument("--format", default="table", choices=("table", "csv", "json"))
    command.set_defaults(run=run)


def run(given: argparse.Namespace) -> str:
    """Run it."""
    from .._coverage import HEADS, coverage  # the other commands need none of it

    lang = check_lang(given.lang)
    return table(given.format, HEADS, [each.shown(lang) for each in coverage()])
