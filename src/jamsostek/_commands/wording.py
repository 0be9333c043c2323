"""The words of the command line: what the library says of facts and calls, said of options."""

from __future__ import annotations

import re

from .. import errors
from .._kinds import Lang
from .._render import WORDS
from .participants import PLACES

# What only a caller in Python can do, and what to do here.
_MENDS = (
    (re.compile(r", as an int$"), ""),
    (re.compile(r"^override the table .*"), "ask for an earlier month"),
    (re.compile(r'name it with columns=\{"(\w+)": …\}'), r"name it with --column \1=NAME"),
    (re.compile(r'columns=\{"(\w+)": None\}'), r"--column \1="),
    (re.compile(r"^give a month as \"YYYY-MM\".*"), "write YYYY-MM"),
)


def of_error(error: errors.JamsostekError) -> str:
    """An error in one line, its options by name."""
    if isinstance(error, errors.SeveralErrors):
        return " | - ".join((f"{error.where}: {error.what}:", *map(of_error, error.errors)))
    mend = error.mend
    for pattern, instead in _MENDS:
        mend = pattern.sub(instead, mend)
    fact = error.where.rpartition(".")[2]
    where = next((option for place, option in PLACES.items() if place.rpartition(".")[2] == fact), error.where)
    return " ".join(f"{where}: {error.what}; {mend}".splitlines())


def of_text(text: str, lang: Lang) -> str:
    """A text with the option that changes a fact in the place of the fact."""
    for place, option in PLACES.items():
        change = WORDS[lang]["change"]
        text = text.replace(f"({change} {place})", f"({change} {option})")
    return text
