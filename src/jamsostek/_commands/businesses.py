"""``businesses``: the business types of annex I by words, with their risk group."""

from __future__ import annotations

import argparse
from typing import Any

from .._kinds import check_lang
from .printing import as_json


def add(commands: Any) -> None:
    """Add the command."""
    command = commands.add_parser("businesses", help="the business types of annex I by words, with their risk group")
    command.add_argument("words", nargs="*", help="in Indonesian or English; without any: all of them")
    command.add_argument("--month", help="YYYY-MM: the annex as it was in this month (default: as it is now)")
    command.add_argument("--lang", default="en", help="en|id")
    command.add_argument("--format", default="text", choices=("text", "json"))
    command.set_defaults(run=run)


def run(given: argparse.Namespace) -> str:
    """Run it."""
    from ..jkk.search import businesses  # the other commands need none of it

    lang = check_lang(given.lang)
    found = businesses(" ".join(given.words), month=given.month)
    return as_json(found.to_dict()) if given.format == "json" else found.text(lang)
