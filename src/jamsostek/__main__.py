"""The command line: ``python -m jamsostek bill`` and ``rates``. Errors are one line and exit code 2."""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any

import attrs

from . import errors, tables
from ._contributions import contributions
from ._kinds import EmployerKind, Industry, Lang, PaidBy, Programme, Scale, Sector, SelfEmployedKind, check_lang
from ._law import LAW
from ._money import number, rupiah
from ._months import months
from ._people import Participant
from ._serial import from_dict
from ._totals import total


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code, 2 after an error."""
    parser = _parser()
    try:
        given = parser.parse_args(argv)
        print(given.run(given))
    except errors.JamsostekError as error:
        print(f"jamsostek: {' | '.join(str(error).splitlines())}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return 0


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> Any:
        """Raise instead of printing the usage over several lines."""
        raise errors.WrongType(self.prog, message, f"see {self.prog} --help")


def _parser() -> _Parser:
    parser = _Parser(prog="jamsostek", description="Indonesia's employment social security, exact, dated, cited.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="bill | rates")

    bill = commands.add_parser("bill", help="what is due for one participant in a month or over months")
    who = bill.add_mutually_exclusive_group(required=True)
    who.add_argument("--wage", help="a wage earner: rupiah per month, such as 12000000")
    who.add_argument("--income", help="a self-employed person: rupiah per month")
    bill.add_argument("--month", required=True, help="YYYY-MM")
    bill.add_argument("--until", help="YYYY-MM: add up all months to this one")
    bill.add_argument("--people", help="how many people are billed alike")
    bill.add_argument("--programmes", help="those enrolled, such as JKK,JKM,JHT (default: the compulsory ones)")
    for option, (_, explained) in _FACTS.items():
        bill.add_argument(f"--{option}", help=explained)
    bill.add_argument("--lang", default="en", help="en|id")
    bill.add_argument("--format", default="text", choices=("text", "json"))
    bill.set_defaults(run=_bill)

    rates = commands.add_parser("rates", help="a parameter table, on a date or its whole history")
    rates.add_argument("table", nargs="?", help="its name, such as jp.WAGE_CEILING; without one: the list of tables")
    rates.add_argument("--on", help="YYYY-MM-DD: what is in force that day")
    rates.add_argument("--lang", default="en", help="en|id")
    rates.add_argument("--format", default="table", choices=("table", "csv", "json"))
    rates.set_defaults(run=_rates)
    return parser


def _amount(where: str, text: str) -> int:
    bare = text.strip().removeprefix("Rp").strip()
    digits = bare.translate(str.maketrans("", "", "._,"))
    groups = bare.replace("_", ".").replace(",", ".").split(".")
    grouped = len(groups) == 1 or (1 <= len(groups[0].lstrip("-")) <= 3 and all(len(each) == 3 for each in groups[1:]))
    if not (digits.removeprefix("-").isascii() and digits.removeprefix("-").isdigit() and grouped):
        raise errors.NotAnAmount(where, f"{text!r} is no amount", "write whole rupiah, such as 12000000 or 12.000.000")
    return int(digits)


# Option: where the fact stands in the participant's dictionary, and its help.
_FACTS: dict[str, tuple[str, str]] = {
    "risk-group": ("employer.risk_group", "1 to 5, for a wage earner"),
    "scale": ("employer.scale", "the employer's: " + "|".join(Scale)),
    "employer-kind": ("employer.kind", "|".join(EmployerKind)),
    "industry": ("employer.industry", "the employer's: " + "|".join(Industry)),
    "active-workers": ("employer.active_workers", "the employer's workers who are active participants"),
    "sector": ("sector", "of a self-employed person: " + "|".join(Sector)),
    "paid-by": ("paid_by", "who pays for a self-employed person: " + "|".join(PaidBy)),
    "kind": ("kind", "of a self-employed person: " + "|".join(SelfEmployedKind)),
    "paid-up-to": ("paid_up_to", "YYYY-MM: JKK and JKM fully paid up to this month"),
    "registered": ("registered", "YYYY-MM-DD: day of registration"),
    "born": ("person.born", "YYYY-MM-DD"),
}


def _participant(given: argparse.Namespace) -> Participant:
    kind, base = ("self_employed", "income") if given.income is not None else ("wage_earner", "wage")
    facts: dict[str, Any] = {"type": kind, base: _amount(f"--{base}", getattr(given, base))}
    if given.programmes is not None:
        facts["programmes"] = given.programmes.split(",")
    for option, (place, _) in _FACTS.items():
        value = getattr(given, option.replace("-", "_"))
        if value is None:
            continue
        if option in ("risk-group", "active-workers"):
            value = _amount(f"--{option}", value)
        part, _, name = place.rpartition(".")
        if kind == "self_employed" and option == "risk-group":
            part = ""
        if kind == "wage_earner" and option == "paid-up-to":
            part = "employer"
        if (part == "employer" and kind == "self_employed") or (not part and kind == "wage_earner" and name in _OWN):
            raise errors.Contradiction(f"--{option}", f"given beside --{base}", "leave one of them out")
        (facts.setdefault(part, {}) if part else facts)[name] = value
    return from_dict(facts)


_OWN = ("sector", "paid_by", "kind")


def _bill(given: argparse.Namespace) -> str:
    lang = check_lang(given.lang)
    participant = _participant(given)
    if given.until is None and given.people is None:
        bill = contributions(participant, month=given.month)
        return (
            json.dumps(bill.to_dict(), ensure_ascii=False, indent=2) if given.format == "json" else bill.explain(lang)
        )
    span = months(given.month, given.until or given.month)
    if not span:
        raise errors.Contradiction("--until", f"{given.until} lies before {given.month}", "give a later month")
    people = 1 if given.people is None else _amount("--people", given.people)
    added = total(contributions(participant, month=month) for month in span) * people
    if given.format == "json":
        amounts = [{"programme": str(a), "payer": str(b), "amount": amount} for a, b, amount in added.amounts]
        return json.dumps(
            {"schema": "jamsostek.total/1", "bills": added.bills, "lines": amounts, "total": added.total},
            ensure_ascii=False,
            indent=2,
        )
    return _total_text(
        lang, people, len(span), [(a, b.label(lang), amount) for a, b, amount in added.amounts], added.total
    )


def _total_text(lang: Lang, people: int, span: int, lines: list[tuple[Programme, str, int]], whole: int) -> str:
    words = {
        "en": f"{number(people)} people × {span} months",
        "id": f"{number(people, 'id')} orang × {span} bulan",
    }
    rows = [
        (f"{programme} {programme.label(lang)}, {payer}", rupiah(amount, lang)) for programme, payer, amount in lines
    ]
    rows.append(("total" if lang == "en" else "jumlah", rupiah(whole, lang)))
    return "\n".join([words[lang], *(f"{label:<48}{amount:>24}" for label, amount in rows)])


def _rates(given: argparse.Namespace) -> str:
    lang = check_lang(given.lang)
    if given.table is None:
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
        return json.dumps([dict(zip(names, row, strict=True)) for row in rows], ensure_ascii=False, indent=2)
    if kind == "csv":
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([names, *rows])
        return out.getvalue().rstrip("\n")
    used = [at for at in range(len(names)) if any(row[at] for row in rows)]
    widths = {at: max(len(names[at]), *(len(row[at]) for row in rows)) for at in used}
    return "\n".join("  ".join(row[at].ljust(widths[at]) for at in used).rstrip() for row in [names, *rows])


if __name__ == "__main__":
    sys.exit(main())
