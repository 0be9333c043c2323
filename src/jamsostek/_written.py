"""What stands written: amounts, counts, days and the rows of CSV files, read with errors that say where."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from os import PathLike
from pathlib import Path
from typing import TypeVar

from . import errors

T = TypeVar("T")
YES, NO = ("yes", "ya", "true"), ("no", "tidak", "false")
_SEPARATORS = ",;\t"  # semicolons where commas are the marks of decimals, as in Indonesia


def amount(where: str, text: str) -> int:
    """Whole rupiah, with or without ``Rp`` and thousands marks: 12000000, Rp12.000.000, 12,000,000. Raises
    ``NotAnAmount``.
    """
    bare = text.strip().removeprefix("Rp").strip()
    marks = {mark for mark in bare if mark in "._,"}
    groups = re.split(r"[._,]", bare.removeprefix("-"))
    grouped = len(groups) == 1 or (len(groups[0]) <= 3 and all(len(each) == 3 for each in groups[1:]))
    if len(marks) > 1 or not grouped or not all(each.isascii() and each.isdigit() for each in groups):
        raise errors.NotAnAmount(where, f"{text!r} is no amount", "write whole rupiah, such as 12000000 or 12.000.000")
    return int("".join(groups)) * (-1 if bare.startswith("-") else 1)


def count(where: str, text: str) -> int:
    """A whole number from 1. Raises ``WrongType``."""
    try:
        found = amount(where, text)
    except errors.NotAnAmount:
        found = 0
    if found < 1:
        raise errors.WrongType(where, f"{text!r} is no number", "write a whole number from 1")
    return found


def yes(where: str, text: str) -> bool:
    """``yes`` or ``no``, ``ya`` or ``tidak``, ``true`` or ``false``, in any case. Raises ``UnknownChoice``."""
    word = text.strip().lower()
    if word not in (*YES, *NO):
        raise errors.not_in(errors.UnknownChoice, where, text, ("yes", "no"))
    return word in YES


def day(where: str, text: str) -> date:
    """A day, YYYY-MM-DD. Raises ``NotADate``."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise errors.NotADate(where, f"{text!r} is no date", "write YYYY-MM-DD") from None


def csv_rows(path: str | PathLike[str], columns: Iterable[str], read: Callable[[str, dict[str, str]], T]) -> list[T]:
    """What ``read`` makes of each row of a CSV file with a header: where it stands, and its cells that are not empty.

    Commas, semicolons or tabs part the cells; the case of the header does not count. ``columns`` are those that it must
    have. Raises ``UnreadableFile``, and what ``read`` raises, told together.
    """
    if not isinstance(path, str | PathLike):
        raise errors.WrongType("path", f"{path!r} is no path", "give the name of a CSV file")
    name = Path(path).name
    try:
        with Path(path).open(newline="", encoding="utf-8-sig") as lines:
            head = lines.readline()
            lines.seek(0)
            reader = csv.DictReader(lines, strict=True, delimiter=max(_SEPARATORS, key=head.count))
            reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
            lacking = [column for column in columns if column not in reader.fieldnames]
            rows = [(f"{name} line {reader.line_num}", row) for row in reader]
    except (OSError, UnicodeError, csv.Error) as error:
        raise errors.UnreadableFile(str(path), f"it cannot be read: {error}", "give a CSV file in UTF-8") from None
    if lacking:
        what = f"it lacks the column{'s' if lacking[1:] else ''} {' and '.join(lacking)}"
        raise errors.UnreadableFile(name, what, "mend the header")
    return errors.make_each(name, (partial(_read_row, where, row, read) for where, row in rows))


def _read_row(where: str, row: dict[str, str], read: Callable[[str, dict[str, str]], T]) -> T:
    if None in row:  # where DictReader puts cells past the header
        raise errors.UnreadableFile(where, "it has more cells than the header", "mend the line")
    return read(where, {key: text.strip() for key, text in row.items() if text and text.strip()})
