"""``benefits``: what a rule gives for every row of a file, which may be larger than memory."""

from __future__ import annotations

import argparse
from functools import partial
from typing import Any

from .. import errors
from .._kinds import check_lang
from . import files


def add(commands: Any) -> None:
    """Add the command."""
    command = commands.add_parser(
        "benefits", help="what a benefit or tax comes to in every row of a Parquet or CSV file"
    )
    command.add_argument("rule", help="such as jkm; list: all of them, with the columns that they read")
    files.add_options(command, optional=True)
    command.set_defaults(run=run)


def run(given: argparse.Namespace) -> str:
    """Run it."""
    from ..frames import RULES  # frames need an extra, and the other commands do not

    if given.rule == "list":
        return _listed(check_lang(given.lang) == "id")
    if given.rule not in RULES:
        raise errors.not_in(errors.UnknownChoice, "rule", given.rule, ("list", *RULES))
    if given.input is None or given.output is None:
        raise errors.MissingFact("benefits", "it names no files", "write benefits RULE INPUT -o OUTPUT")
    from ..frames._files import Asked

    rule = RULES[given.rule]
    facts = files.facts(given, rule.columns)
    added = "total" if "total" in rule.results else None
    work = partial(_work, function=rule.function, facts=facts, prefix=given.prefix)
    return files.run(given, Asked(rule.columns, files.named(given), given.prefix, work, added))


def _work(frame: Any, mapped: dict[str, str | None], *, function: Any, facts: dict[str, Any], prefix: str) -> Any:
    return function(frame, columns=mapped, facts=facts, prefix=prefix)


def _listed(in_indonesian: bool) -> str:
    """Every rule with the columns that it reads, those that it cannot do without first."""
    from ..frames import RULES

    lines = []
    for rule in RULES.values():
        needed = [" or ".join(each) for each in rule.needs]
        others = [name for name in rule.columns if not any(name in each for each in rule.needs)]
        lines += [f"{rule.name}  {rule.label('id' if in_indonesian else 'en')}", f"  {'; '.join([*needed, *others])}"]
    return "\n".join(lines)
