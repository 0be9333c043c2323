"""``check``: a pay slip or an invoice against the law."""

from __future__ import annotations

import argparse
from typing import Any

from .. import errors
from .._contributions import contributions
from .._document import key_of
from .._kinds import check_lang
from .._written import amount, csv_rows
from .participants import add_options, participant
from .printing import as_json
from .wording import of_text


def add(commands: Any) -> None:
    """Add the command."""
    command = commands.add_parser("check", help="a pay slip or an invoice against the law; exit code 1 if it is wrong")
    command.add_argument("lines", nargs="*", metavar="LINE=AMOUNT", help="such as JP:worker=110863, or JP=332589")
    command.add_argument("--file", help="a CSV file with the columns programme, payer and amount")
    command.add_argument(
        "--tolerance",
        action="append",
        metavar="[LINE=]AMOUNT",
        help="how many rupiah every line may be off, or such a line as JP:worker=1; may be repeated for lines",
    )
    add_options(command)
    command.set_defaults(run=run)


def run(given: argparse.Namespace) -> str:
    """Run it."""
    from .._check import check  # the other commands need none of it

    lang = check_lang(given.lang)
    bill = contributions(participant(given), month=given.month)
    printed = [_line(text) for text in given.lines]
    if given.file is not None:
        printed += csv_rows(given.file, ("programme", "amount"), _row)
    found = check(_by_line(printed), bill, tolerance=_tolerance(given.tolerance or []))
    given.code = 0 if found.agrees else 1
    return as_json(found.to_dict()) if given.format == "json" else of_text(found.explain(lang), lang)


def _line(text: str, option: str = "") -> tuple[str, int]:
    name, equals, figure = text.partition("=")
    if not equals:
        raise errors.WrongType(f"{option}{text}", "it names no amount", "write LINE=AMOUNT, such as JP:worker=110863")
    line = name.replace(":", " ")
    return line, amount(option + line, figure)


def _row(where: str, row: dict[str, str]) -> tuple[str, int]:
    line = f"{row.get('programme', '')} {row.get('payer', '')}".strip()
    key_of(where, line)
    return line, amount(f"{where}.amount", row.get("amount", ""))


def _by_line(listed: list[tuple[str, int]], option: str = "") -> dict[str, int]:
    found: dict[str, int] = {}
    for line, figure in listed:
        if line in found:
            raise errors.NamedTwice(option + line, "given twice", "give each line once")
        found[line] = figure
    return found


def _tolerance(given: list[str]) -> int | dict[str, int]:
    if len(given) == 1 and "=" not in given[0]:
        try:
            return amount("--tolerance", given[0])
        except errors.NotAnAmount as error:
            raise errors.NotAnAmount("--tolerance", error.what, "write AMOUNT, or LINE=AMOUNT") from None
    return _by_line([_line(text, "--tolerance ") for text in given], "--tolerance ") if given else 0
