"""The command line: ``python -m jamsostek bill``, ``check``, ``businesses``, ``rates``, ``coverage``.

Errors are one line and exit code 2; a check that finds something ends with exit code 1.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import attrs

from . import __version__, errors, tables
from ._contributions import contributions
from ._kinds import EmployerKind, HealthCover, Industry, PaidBy, Scale, Sector, SelfEmployedKind, check_lang
from ._law import LAW
from ._money import number
from ._months import as_month, months
from ._people import Participant
from ._serial import from_dict
from ._totals import total


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code: 1 after a check that found something, 2 after an error."""
    parser = _parser()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that cannot show every sign still shows the bill
    try:
        given = parser.parse_args(argv)
        print(given.run(given), flush=True)
        return int(given.code)
    except errors.JamsostekError as error:
        print(f"jamsostek: {' | '.join(str(error).splitlines())}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        print(f"jamsostek: cannot print: {error}", file=sys.stderr)
        return 2


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> Any:
        """Raise instead of printing the usage over several lines."""
        raise errors.WrongType(self.prog, message, f"see {self.prog} --help")


def _parser() -> _Parser:
    parser = _Parser(
        prog="python -m jamsostek", description="Indonesia's employment social security, exact, dated, cited."
    )
    parser.add_argument("--version", action="version", version=f"jamsostek {__version__}")
    parser.set_defaults(code=0)
    commands = parser.add_subparsers(title="commands", required=True, metavar=" | ".join(_COMMANDS))

    bill = commands.add_parser("bill", help="what is due for one participant in a month or over months")
    bill.add_argument("--until", help="YYYY-MM: add up all months to this one")
    bill.add_argument("--people", help="how many people are billed alike")
    _add_participant(bill)
    bill.set_defaults(run=_bill)

    check = commands.add_parser("check", help="a pay slip or an invoice against the law; exit code 1 if it is wrong")
    check.add_argument("lines", nargs="*", metavar="LINE=AMOUNT", help="such as JP:worker=110863, or JP=332589")
    check.add_argument("--file", help="a CSV file with the columns programme, payer and amount")
    check.add_argument("--tolerance", default="0", help="how many rupiah a line may be off")
    _add_participant(check)
    check.set_defaults(run=_check)

    found = commands.add_parser("businesses", help="the business types of annex I by words, with their risk group")
    found.add_argument("words", nargs="*", help="in Indonesian or English; without any: all of them")
    found.add_argument("--month", help="YYYY-MM: the annex as it was in this month (default: as it is now)")
    found.add_argument("--lang", default="en", help="en|id")
    found.add_argument("--format", default="text", choices=("text", "json"))
    found.set_defaults(run=_businesses)

    rates = commands.add_parser("rates", help="a parameter table, on a date or its whole history")
    rates.add_argument("table", nargs="?", help="its name, such as jp.WAGE_CEILING; without one: the list of tables")
    rates.add_argument("--on", help="YYYY-MM-DD: what is in force that day")
    rates.add_argument("--lang", default="en", help="en|id")
    rates.add_argument("--format", default="table", choices=("table", "csv", "json"))
    rates.set_defaults(run=_rates)

    covered = commands.add_parser("coverage", help="what is encoded: programme, rule, months, evidence")
    covered.add_argument("--lang", default="en", help="en|id")
    covered.add_argument("--format", default="table", choices=("table", "csv", "json"))
    covered.set_defaults(run=_coverage)
    return parser


_COMMANDS = ("bill", "check", "businesses", "rates", "coverage")


def _add_participant(command: argparse.ArgumentParser) -> None:
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


def _amount(where: str, text: str) -> int:
    bare = text.strip().removeprefix("Rp").strip()
    marks = {mark for mark in bare if mark in "._,"}
    groups = re.split(r"[._,]", bare.removeprefix("-"))
    grouped = len(groups) == 1 or (len(groups[0]) <= 3 and all(len(each) == 3 for each in groups[1:]))
    if len(marks) > 1 or not grouped or not all(each.isascii() and each.isdigit() for each in groups):
        raise errors.NotAnAmount(where, f"{text!r} is no amount", "write whole rupiah, such as 12000000 or 12.000.000")
    return int("".join(groups)) * (-1 if bare.startswith("-") else 1)


def _count(where: str, text: str) -> int:
    try:
        count = _amount(where, text)
    except errors.NotAnAmount:
        count = 0
    if count < 1:
        raise errors.WrongType(where, f"{text!r} is no number", "write a whole number from 1")
    return count


def _yes(where: str, text: str) -> bool:
    if text not in {"yes", "no"}:
        raise errors.not_in(errors.UnknownChoice, where, text, ("yes", "no"))
    return text == "yes"


# Option: where the fact stands in the participant's dictionary, how it is read, its help.
_FACTS: dict[str, tuple[str, Callable[[str, str], Any] | None, str]] = {
    "risk-group": ("employer.risk_group", _count, "1 to 5"),
    "scale": ("employer.scale", None, "the employer's: " + "|".join(Scale)),
    "employer-kind": ("employer.kind", None, "|".join(EmployerKind)),
    "industry": ("employer.industry", None, "the employer's: " + "|".join(Industry)),
    "active-workers": ("employer.active_workers", _count, "the employer's workers who are active participants"),
    "sector": ("sector", None, "of a self-employed person: " + "|".join(Sector)),
    "paid-by": ("paid_by", None, "who pays for a self-employed person: " + "|".join(PaidBy)),
    "kind": ("kind", None, "of a self-employed person: " + "|".join(SelfEmployedKind)),
    "paid-up-to": ("paid_up_to", None, "YYYY-MM: JKK and JKM fully paid up to this month"),
    "registered": ("registered", None, "YYYY-MM-DD: day of registration"),
    "born": ("person.born", None, "YYYY-MM-DD"),
    "citizen": ("person.citizen", _yes, "yes|no: Indonesian citizenship"),
    "six-months": ("person.six_months", _yes, "yes|no: whether a foreigner works at least six months"),
    "health-cover": ("person.health_cover", None, "in the health scheme JKN: " + "|".join(HealthCover)),
}
_SELF_EMPLOYED_ONLY = ("sector", "paid-by", "kind")
_KINDS = {"wage": ("wage_earner", "wage"), "income": ("self_employed", "income"), "trainee": ("trainee", "wage")}


def _participant(given: argparse.Namespace) -> Participant:
    option = next(name for name in _KINDS if getattr(given, name) is not None)
    kind, base = _KINDS[option]
    facts: dict[str, Any] = {"type": kind, base: _amount(f"--{option}", getattr(given, option))}
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


def _bill(given: argparse.Namespace) -> str:
    participant = _participant(given)
    lang = check_lang(given.lang)
    if given.until is None and given.people is None:
        bill = contributions(participant, month=given.month)
        return _json(bill.to_dict()) if given.format == "json" else bill.explain(lang)
    span = (as_month(given.month, "--month"), as_month(given.until or given.month, "--until"))
    if span[1] < span[0]:
        raise errors.Contradiction("--until", f"{given.until} lies before {given.month}", "give a later month")
    people = 1 if given.people is None else _count("--people", given.people)
    count = span[1] - span[0] + 1
    added = total(contributions(participant, month=month) for month in months(*span)) * people
    if given.format == "json":
        facts = participant.to_dict()
        return _json({**added.to_dict(), "first": str(span[0]), "last": str(span[1]), "people": people, "each": facts})
    heads = {
        "en": f"{number(people)} × {given.month} – {span[1]} ({count} months)",
        "id": f"{number(people, 'id')} orang × {given.month} – {span[1]} ({count} bulan)",
    }
    return f"{heads[lang]}\n{added.explain(lang)}"


def _check(given: argparse.Namespace) -> str:
    from ._check import check

    lang = check_lang(given.lang)
    bill = contributions(_participant(given), month=given.month)
    listed = [line.partition("=")[::2] for line in given.lines]
    printed: dict[str, int] = {}
    for name, text in [*listed, *(() if given.file is None else _rows(given.file))]:
        line = name.replace(":", " ")
        if line in printed:
            raise errors.Contradiction(line, "given twice", "give each line once")
        printed[line] = _amount(line, text)
    found = check(printed, bill, tolerance=_amount("--tolerance", given.tolerance))
    given.code = 0 if found.agrees else 1
    return _json(found.to_dict()) if given.format == "json" else found.explain(lang)


_COLUMNS = ("programme", "payer", "amount")


def _rows(name: str) -> list[tuple[str, str]]:
    """The lines of a CSV file, which may leave the payer empty."""
    try:
        with Path(name).open(newline="", encoding="utf-8-sig") as lines:
            rows = list(csv.DictReader(lines))
    except (OSError, UnicodeError, csv.Error) as error:
        raise errors.UnreadableFile(name, f"it cannot be read: {error}", "give a CSV file in UTF-8") from None
    if any(row.get(column) is None for row in rows for column in _COLUMNS):
        raise errors.UnreadableFile(name, "a row lacks a column", f"give the columns {', '.join(_COLUMNS)}")
    return [(f"{row['programme']} {row['payer']}", row["amount"]) for row in rows]


def _businesses(given: argparse.Namespace) -> str:
    from .jkk.search import businesses

    lang = check_lang(given.lang)
    found = businesses(" ".join(given.words), month=given.month)
    return _json(found.to_dict()) if given.format == "json" else found.text(lang)


def _coverage(given: argparse.Namespace) -> str:
    from ._coverage import HEADS, coverage

    lang = check_lang(given.lang)
    rows = [each.shown(lang) for each in coverage()]
    return _formatted(given.format, HEADS, rows)


def _json(value: Any) -> str:
    return json.dumps(value, indent=2)


def _rates(given: argparse.Namespace) -> str:
    lang = check_lang(given.lang)
    if given.table is None:
        if given.on is not None:
            raise errors.MissingFact("table", "--on needs one", "name a table; without --on all are listed")
        listed = [(table.name, table.label_id if lang == "id" else table.label_en) for table in tables.ALL]
        return _formatted(given.format, ("table", "label"), listed)
    day = None if given.on is None else _day(given.on)
    table = tables.named(given.table)
    found = tables.entries(table, on=day, lang=lang)
    if not found:
        raise errors.NotAnnounced(table.name, f"it has no value on {day}", "leave --on out to see its whole history")
    names = tuple(each.name for each in attrs.fields(tables.Entry))
    rows = [tuple("" if value is None else str(value) for value in attrs.astuple(entry)) for entry in found]
    text = _formatted(given.format, names, rows)
    if given.format == "table" and day is not None and day > LAW.checked_until:
        text += f"\n(law as checked to {LAW.checked_until})"
    return text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise errors.NotADate("--on", f"{text!r} is no date", "write YYYY-MM-DD") from None


def _formatted(kind: str, names: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    if kind == "json":
        return _json([dict(zip(names, row, strict=True)) for row in rows])
    if kind == "csv":
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([names, *rows])
        return out.getvalue().rstrip("\n")
    used = [at for at, name in enumerate(names) if name != "raw" and any(row[at] for row in rows)]
    widths = {at: max(len(names[at]), *(len(row[at]) for row in rows)) for at in used}
    return "\n".join("  ".join(row[at].ljust(widths[at]) for at in used).rstrip() for row in [names, *rows])


if __name__ == "__main__":
    sys.exit(main())
