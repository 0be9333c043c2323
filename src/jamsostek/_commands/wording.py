"""The words of the command line: what the library says of facts and calls, said of options."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping

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


_OPTIONS = {place.rpartition(".")[2]: option for place, option in PLACES.items()}


def of_error(error: errors.JamsostekError, given: argparse.Namespace) -> str:
    """An error in one line, its options by name; ``given`` is what was read of the command line so far."""
    return _of_error(error, _of_files(given) if hasattr(given, "fact") else _OPTIONS)


def _of_files(given: argparse.Namespace) -> dict[str, str]:
    """What a command on files calls the arguments of a frame and the facts of all its rows."""
    told = {"frame": given.input, "columns": "--column", "prefix": "--prefix", "month": "--month"}
    return told | {fact: f"--fact {fact}" for fact in (text.partition("=")[0] for text in given.fact)}


def _of_error(error: errors.JamsostekError, options: Mapping[str, str]) -> str:
    if isinstance(error, errors.SeveralErrors):
        told = [_of_error(each, options) for each in error.errors]
        return " | - ".join((f"{error.where}: {error.what}:", *told))
    mend = error.mend
    for pattern, instead in _MENDS:
        mend = pattern.sub(instead, mend)
    fact = error.where.rpartition(".")[2]
    return " ".join(f"{options.get(fact, error.where)}: {error.what}; {mend}".splitlines())


def of_text(text: str, lang: Lang) -> str:
    """A text with the option that changes a fact in the place of the fact."""
    for place, option in PLACES.items():
        change = WORDS[lang]["change"]
        text = text.replace(f"({change} {place})", f"({change} {option})")
    return text
