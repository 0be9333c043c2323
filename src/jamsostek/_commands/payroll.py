"""``payroll``: the contributions of every row of a file, which may be larger than memory."""

from __future__ import annotations

import argparse
from functools import partial
from typing import Any

from .._months import month_error
from . import files


def add(commands: Any) -> None:
    """Add the command."""
    command = commands.add_parser("payroll", help="the contributions of every row of a Parquet or CSV file")
    command.add_argument("--month", required=True, help="YYYY-MM for all rows, or the name of the column of months")
    command.add_argument("--jkp", action="store_true", help="add how JKP is funded")
    files.add_options(command)
    command.set_defaults(run=run)


def run(given: argparse.Namespace) -> str:
    """Run it."""
    from ..frames import _columns  # frames need an extra, and the other commands do not
    from ..frames._files import Asked

    columns, named = dict(_columns.COLUMNS), files.named(given)
    if month_error("", given.month) is not None:  # a column of months
        columns[_columns.MONTH.name] = _columns.MONTH
        named[_columns.MONTH.name] = given.month
    work = partial(_work, given=given, facts=files.facts(given, _columns.COLUMNS))
    return files.run(given, Asked(columns, named, given.prefix, work, "total"))


def _work(frame: Any, mapped: dict[str, str | None], *, given: argparse.Namespace, facts: dict[str, Any]) -> Any:
    from ..frames import contributions

    month = mapped.pop("month", given.month) or given.month
    return contributions(frame, month=month, columns=mapped, facts=facts, prefix=given.prefix, jkp=given.jkp)
