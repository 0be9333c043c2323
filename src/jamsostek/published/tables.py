"""A table of claims as it was published: what was paid to how many people, by programme, and the scholarships."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

from attrs import field, frozen

from .. import errors
from .._events import order_error
from .._family import Stage, StageWord
from .._kinds import Programme, choice_error, lenient
from .._money import count_error, lenient_int
from .._months import date_error
from .._people import ProgrammeWord
from ..ucj.figures import source_error
from .numbers import Printed, Sum, printed_error, read


def _programme(value: Programme | ProgrammeWord) -> Programme | None:
    return lenient(Programme, value)


def _stage(value: Stage | StageWord) -> Stage | None:
    return lenient(Stage, value)


def _printed(value: Sum | Printed | None) -> Printed | None:
    """A sum as printed; what is none stays for ``_error`` to name."""
    if value is None or isinstance(value, Printed) or printed_error("", value) is not None:
        return cast("Printed | None", value)
    return read(value)


def _error(where: str, value: object) -> errors.JamsostekError | None:
    return None if isinstance(value, Printed) else printed_error(where, value)


def _rows(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, Iterable) else (value,)


def _count(value: int | None) -> int | None:
    return None if value is None else lenient_int(value)


@frozen
class ClaimRow:
    """What one programme paid: rupiah as printed (an int, or "437.3 billion") to so many people.

    Raises ``UnknownProgramme``, an ``…Amount`` error, ``WrongType``, ``OutOfRange``, several as ``SeveralErrors``.
    """

    programme: Programme = field(converter=_programme)
    amount: Printed = field(converter=_printed)
    people: int = field(converter=lenient_int)

    def __attrs_post_init__(self) -> None:
        errors.raise_together(
            "ClaimRow",
            (
                choice_error(errors.UnknownProgramme, "programme", Programme, self.programme or ""),
                _error("amount", self.amount),
                count_error("people", self.people),
            ),
        )


@frozen
class ScholarshipRow:
    """What children of one stage of school drew: rupiah as printed, to so many children. Raises as ``ClaimRow``."""

    stage: Stage = field(converter=_stage)
    amount: Printed = field(converter=_printed)
    children: int = field(converter=lenient_int)

    def __attrs_post_init__(self) -> None:
        errors.raise_together(
            "ScholarshipRow",
            (
                choice_error(errors.UnknownKind, "stage", Stage, self.stage or ""),
                _error("amount", self.amount),
                count_error("children", self.children),
            ),
        )


@frozen(kw_only=True)
class ClaimsTable:
    """A table of claims paid from one day to another, as it was published.

    ``total`` and ``people`` are the sums that it prints, ``scholarship_total`` and ``children`` those of its
    scholarships; None: it prints none. Raises ``MissingFact`` without rows or source, ``NotADate``, ``Contradiction``
    (days in the wrong order), ``NamedTwice``, ``WrongType``, an ``…Amount`` error, several as ``SeveralErrors``.
    """

    rows: tuple[ClaimRow, ...] = field(default=(), converter=_rows, kw_only=False)
    total: Printed | None = field(default=None, converter=_printed)
    people: int | None = field(default=None, converter=_count)
    scholarships: tuple[ScholarshipRow, ...] = field(default=(), converter=_rows)
    scholarship_total: Printed | None = field(default=None, converter=_printed)
    children: int | None = field(default=None, converter=_count)
    since: date
    until: date
    source: str

    def __attrs_post_init__(self) -> None:
        errors.raise_together(
            "ClaimsTable",
            (
                *_row_errors("rows", self.rows, ClaimRow),
                *_row_errors("scholarships", self.scholarships, ScholarshipRow),
                *(
                    _error(name, value)
                    for name, value in (("total", self.total), ("scholarship_total", self.scholarship_total))
                    if value is not None
                ),
                *(
                    count_error(name, count)
                    for name, count in (("people", self.people), ("children", self.children))
                    if count is not None
                ),
                date_error("since", self.since, needed=True),
                date_error("until", self.until, needed=True),
                order_error("since", self.since, self.until, "the end"),
                source_error(self.source),
                None
                if self.rows or self.scholarships
                else errors.MissingFact("ClaimsTable", "it has no row", "give rows or scholarships"),
            ),
        )


def _row_errors(where: str, rows: tuple[object, ...], kind: type) -> list[errors.JamsostekError]:
    found: list[errors.JamsostekError] = [
        errors.WrongType(where, f"{each!r} is no {kind.__name__}", f"give published.{kind.__name__} objects")
        for each in rows
        if not isinstance(each, kind)
    ]
    names = [str(each.programme if isinstance(each, ClaimRow) else each.stage) for each in rows if not found]  # type: ignore[attr-defined]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        found.append(errors.NamedTwice(where, f"{', '.join(twice)} told twice", "give each once"))
    return found
