"""What a document prints, read line by line: amounts and tolerances by programme and payer, or fine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, Literal, cast

from . import errors
from ._kinds import Payer, Programme, choice_error, lenient
from ._money import lenient_int, sum_error

FINE: Literal["fine"] = "fine"
Key = tuple[Programme, Payer | Literal["fine"] | None]


def document(where: str, given: Any) -> dict[Key, int]:
    """Amounts by line, after every fault was told."""
    if not isinstance(given, Mapping):
        raise errors.WrongType(
            where, f"{given!r} is no mapping", 'give amounts by line, such as {"JP worker": 110_863}'
        )
    listed = errors.make_each(where, (partial(_line, where, name, amount) for name, amount in given.items()))
    found = dict(listed)
    keys = [key for key, _ in listed]
    twice = dict.fromkeys(key for key in keys if keys.count(key) > 1)
    errors.raise_together(
        where, (errors.NamedTwice(f"{where} {key_text(key)!r}", "given twice", "give each line once") for key in twice)
    )
    return found


def key_text(key: Key) -> str:
    """A line as it is written, such as ``JP worker``."""
    return " ".join(filter(None, key))


def _line(where: str, name: object, amount: object) -> tuple[Key, int]:
    line = f"{where} {name!r}"
    return key_of(line, name), _rupiah(line, amount)


def key_of(where: str, name: object) -> Key:
    """The line that is named, such as ``("JP", "worker")``, ``JP worker`` or ``JP:worker``."""
    words = name.replace(":", " ").split() if isinstance(name, str) else name
    if not isinstance(words, list | tuple) or len(words) not in (1, 2):
        raise errors.WrongType(where, "it names no line", 'write ("JP", "worker"), "JP worker", or "JP" for its sum')
    programme = lenient(Programme, words[0])
    who = None if len(words) == 1 else words[1]
    payer = who if who == FINE else lenient(Payer, who)
    errors.raise_together(
        where,
        (
            choice_error(errors.UnknownProgramme, where, Programme, programme),
            None if payer == FINE else choice_error(errors.UnknownPayer, where, Payer, payer),
        ),
    )
    return cast("Key", (programme, payer))


def _rupiah(where: str, amount: Any) -> int:
    errors.raise_together(where, (sum_error(where, amount),))
    return lenient_int(amount)


def tolerances(given: Any, keys: Iterable[Key]) -> dict[Key, int]:
    """How many rupiah each line may be off: one number for all, or numbers by line."""
    if not isinstance(given, Mapping):
        return dict.fromkeys(keys, _rupiah("tolerance", given))
    allowed = dict.fromkeys(keys, 0)
    named = document("tolerance", given)
    for key in named:
        if key not in allowed:
            raise errors.Contradiction("tolerance", f"{key_text(key)} is no line that is compared", "leave it out")
    return allowed | named
