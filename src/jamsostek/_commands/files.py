"""What commands on files have in common: options, a bar that shows how far they are, what they say at the end."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, TextIO

from .. import errors
from .._kinds import Lang, check_lang
from .._money import number

if TYPE_CHECKING:
    from ..frames._columns import Column
    from ..frames._files import Asked, Told

_WIDTH, _PAUSE = 30, 0.1


def add_options(command: argparse.ArgumentParser, *, optional: bool = False) -> None:
    """The options of all commands on files; ``optional``: the files may be left out."""
    told = "a .parquet or .csv file with a header; a row for each person"
    command.add_argument("input", nargs="?" if optional else None, help=told)
    command.add_argument("-o", "--output", required=not optional, help="the .parquet or .csv file to write")
    command.add_argument(
        "--column", action="append", default=[], metavar="FACT=NAME", help="the column of a fact; without NAME none"
    )
    command.add_argument(
        "--fact", action="append", default=[], metavar="FACT=VALUE", help="a fact that is the same for all rows"
    )
    command.add_argument("--prefix", default="", help="put before the names of the results, such as bpjs_")
    command.add_argument("--overwrite", action="store_true", help="replace the output if it exists")
    command.add_argument("--lang", default="en", help="en|id: the language of what is said at the end")


def facts(given: argparse.Namespace, columns: Mapping[str, Column]) -> dict[str, Any]:
    """The facts of all rows, each read as its column would be."""
    from ..frames._cells import fact

    found: dict[str, Any] = {}
    for name, text in _pairs("--fact", given.fact, "VALUE", "scale=medium").items():
        if name not in columns:
            raise errors.not_in(errors.UnknownFact, "--fact", name, columns)
        found[name] = fact(columns[name], f"--fact {name}", text)
    return found


def named(given: argparse.Namespace) -> dict[str, str | None]:
    """The columns that hold facts by other names."""
    return {name: source or None for name, source in _pairs("--column", given.column, "NAME", "wage=gaji").items()}


def _pairs(option: str, given: list[str], value: str, such: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in given:
        name, equals, after = text.partition("=")
        if not equals:
            raise errors.WrongType(option, f"{text!r} has no =", f"write {option} FACT={value}, such as {such}")
        if name in found:
            raise errors.NamedTwice(option, f"{name} is given twice", "give it once")
        found[name] = after
    return found


def run(given: argparse.Namespace, asked: Asked) -> str:
    """Work the input out into the output; the exit code is 1 where rows are wrong or undetermined."""
    from ..frames._files import stream

    lang = check_lang(given.lang)
    bar = Bar(sys.stderr)
    try:
        told = stream(Path(given.input), Path(given.output), asked, overwrite=given.overwrite, progress=bar.show)
    finally:
        bar.clear()
    given.code = 1 if told.wrong or told.undetermined else 0
    return _text(given.output, told, lang, added=asked.added is not None)


def _text(output: str, told: Told, lang: Lang, *, added: bool) -> str:
    """How many rows there are, what is wrong with or missing in which of them, and what they come to."""
    words = _WORDS[lang]
    counts = {"rows": told.rows, "wrong": told.wrong}
    if told.undetermined:
        counts["undetermined"] = told.undetermined
    lines = [f"{output}: {', '.join(f'{number(count, lang)} {words[name]}' for name, count in counts.items())}"]
    others = {key: count for key, count in told.reasons.items() if key[1] is not None}
    most = sorted(others.items(), key=lambda item: (-item[1], str(item[0])))
    lines += [f"  {status}: {reason}  {number(count, lang)}" for (status, reason), count in most]
    return "\n".join([*lines, *([_total(told, lang)] if added else [])])


def _total(told: Told, lang: Lang) -> str:
    """What the rows with an amount come to, and how many these are where they are not all: the others are no zeros."""
    words, total = _WORDS[lang], number(told.total, lang)
    if told.summed == told.rows:
        return f"{words['total']} {total}"
    if not told.summed:
        total = words["unknown"]
    elif told.undetermined:
        total = f"{words['least']} {total}"
    among = f"{number(told.summed, lang)} {words['of']} {number(told.rows, lang)} {words['rows']}"
    return f"{words['total']} {total} ({among})"


_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "rows": "rows",
        "wrong": "wrong",
        "undetermined": "undetermined",
        "total": "total",
        "least": "at least",
        "unknown": "not known",
        "of": "of",
    },
    "id": {
        "rows": "baris",
        "wrong": "salah",
        "undetermined": "belum dapat ditentukan",
        "total": "jumlah",
        "least": "sekurang-kurangnya",
        "unknown": "belum diketahui",
        "of": "dari",
    },
}


class Bar:
    """A line on a terminal that shows how far a file is; nothing anywhere else."""

    def __init__(self, out: TextIO, clock: Callable[[], float] = monotonic) -> None:
        self._out, self._clock, self._on = out, clock, out.isatty()
        self._start = self._last = clock()
        self._shown = 0

    def show(self, rows: int, length: int | None) -> None:
        """Show so many rows of so many (None: not known), at most ten times a second."""
        now = self._clock()
        if not self._on or now - self._last < _PAUSE:
            return
        self._last = now
        speed = f"{rows:,} rows, {rows / (now - self._start):,.0f}/s"
        done = "" if not length else f"{'█' * (rows * _WIDTH // length):░<{_WIDTH}} {rows * 100 // length:3d} %  "
        self._write(done + speed)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._write("")

    def _write(self, text: str) -> None:
        self._out.write(f"\r{text.ljust(self._shown)}" + ("" if text else "\r"))
        self._out.flush()
        self._shown = max(self._shown, len(text))
