"""Every error the library raises on purpose: one shallow tree, each leaf also a builtin.

``JamsostekError`` is the root. An error about input says *where* the fault is, *what* it is and how to *mend* it,
and keeps the three apart as attributes. Several faults of one call arrive together as ``SeveralErrors``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


class JamsostekError(Exception):
    """Root of all errors of this library: where the fault is, what it is, how to mend it."""

    def __init__(self, where: str, what: str, mend: str) -> None:
        super().__init__(where, what, mend)
        self.where = where
        self.what = what
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.mend}"


class NegativeAmount(JamsostekError, ValueError):
    """An amount of money below zero."""


class ZeroAmount(JamsostekError, ValueError):
    """A wage of zero: nobody is paid nothing; leave the worker out, or say that the wage is not known."""


class FloatAmount(JamsostekError, TypeError):
    """Money given as a float: floats cannot hold every rupiah."""


class FloatRate(JamsostekError, TypeError):
    """A rate given as a float: floats cannot hold most percentages."""


class ImpossibleRate(JamsostekError, ValueError):
    """A yearly rate of 100 % or more, most often 5 for 5 %, or a loss of everything."""


class AbsurdAmount(JamsostekError, ValueError):
    """An amount no monthly wage or income can have, most often a slip of thousands or millions."""


class NotAnAmount(JamsostekError, TypeError):
    """Something that is no amount of money."""


class NotAMonth(JamsostekError, ValueError):
    """Something that is no calendar month written YYYY-MM."""


class DateForMonth(JamsostekError, TypeError):
    """A full date where a month is meant."""


class NotADate(JamsostekError, TypeError):
    """Something that is no ``datetime.date``."""


class NotANik(JamsostekError, ValueError):
    """Something that is no identity number of an Indonesian resident."""


class WrongType(JamsostekError, TypeError):
    """An argument of another type than the call takes."""


class UnknownChoice(JamsostekError, ValueError):
    """A word outside a closed list; the message offers the near ones and the whole list."""


class UnknownRiskGroup(UnknownChoice):
    """A risk group other than 1 to 5."""


class UnknownScale(UnknownChoice):
    """An employer's scale that PP 7/2021 does not know."""


class UnknownSector(UnknownChoice):
    """A sector of the self-employed that no relief knows."""


class UnknownPayer(UnknownChoice):
    """Somebody who cannot be the payer."""


class UnknownProgramme(UnknownChoice):
    """A programme that BPJS Ketenagakerjaan does not run."""


class UnknownIndustry(UnknownChoice):
    """An industry outside the list."""


class UnknownKind(UnknownChoice):
    """A kind of employer, self-employed person or cover outside the list."""


class UnknownBusiness(UnknownChoice):
    """A business type that the annex, or the search, does not have."""


class UnknownOption(UnknownChoice):
    """An option that a reading of the law does not have."""


class UnknownTable(UnknownChoice):
    """A parameter table that does not exist."""


class UnknownGrade(UnknownChoice):
    """A grade of evidence that does not exist."""


class UnknownFact(UnknownChoice):
    """A fact that no column is read for."""


class UnknownLanguage(UnknownChoice):
    """A language other than English (en) and Indonesian (id)."""


class UnknownBodyPart(UnknownChoice):
    """A part of the body that the table of disabilities does not have."""


class OutOfRange(JamsostekError, ValueError):
    """A share, a measure or a number outside what it can be."""


class OverTheCap(JamsostekError, ValueError):
    """A disability above the highest percentage of the law, which is that of total disability."""


class BornAfterMonth(JamsostekError, ValueError):
    """A birth date after the month that is asked for."""


class RiskGroupNotAsked(JamsostekError, ValueError):
    """A risk group given for a self-employed person, whose JKK goes by income."""


class Contradiction(JamsostekError, ValueError):
    """Facts that cannot be true together."""


class DoesNotAddUp(JamsostekError, ValueError):
    """Parts that do not add up to their whole, such as instalments."""


class OverlappingMonths(JamsostekError, ValueError):
    """A month that is told twice."""


class NamedTwice(JamsostekError, ValueError):
    """A thing that is named twice."""


class TooEarly(JamsostekError, ValueError):
    """Something dated before it can have been."""


class MissingFact(JamsostekError, ValueError):
    """A fact without which the amount cannot be known."""


class BeforeLaw(JamsostekError, LookupError):
    """A moment before the first version of the law that the library holds."""


class NotAnnounced(JamsostekError, LookupError):
    """A moment past the last period for which a yearly announced value is known."""


class LawChanged(JamsostekError, LookupError):
    """A moment governed by a newer regulation, which was not read."""


class WrongClock(JamsostekError, TypeError):
    """A table asked with the date of another kind of event than the one that governs it."""


class InvalidTable(JamsostekError, ValueError):
    """A table of law whose rows overlap, lack a citation or hold a value of the wrong kind."""


class EvidenceTooWeak(JamsostekError, ValueError):
    """An amount that rests on weaker evidence than the caller requires."""


class ReliefConflict(JamsostekError, ValueError):
    """Two reliefs that claim the same line and month."""


class ReliefExcluded(JamsostekError, ValueError):
    """A relief that is claimed for people whom it does not reach, such as those paid for out of a public budget."""


class Undetermined(JamsostekError, ValueError):
    """A verdict that is neither yes nor no, used as if it were."""


class NoSuchLine(JamsostekError, KeyError):
    """A line that a bill does not have; the message lists those it has."""


class MissingExtra(JamsostekError, ImportError):
    """An optional part of the library whose extra is not installed."""


class UnreadableFile(JamsostekError, ValueError):
    """A file that cannot be read, or does not have the columns that it should have."""


class UnwritableFile(JamsostekError, ValueError):
    """A file that cannot be written, or that stands in the way."""


class UnsupportedFrame(JamsostekError, TypeError):
    """A frame of a library that the columns cannot be worked out on."""


class MissingColumn(JamsostekError, LookupError):
    """A column that a frame needs and does not have; near names are offered."""


class NoSuchRow(JamsostekError, LookupError):
    """A row that a frame does not have, or that is not singled out."""


class ColumnClash(JamsostekError, ValueError):
    """Results that would overwrite columns of the frame."""


class EmptyFrame(JamsostekError, ValueError):
    """A frame without rows: nothing was read, which is most often a slip."""


class BadRows(JamsostekError, ValueError):
    """Rows that are wrong, where none may be; ``rows`` holds the first of them, by name of column."""

    def __init__(self, where: str, what: str, mend: str, rows: Sequence[Mapping[str, Any]] = ()) -> None:
        super().__init__(where, what, mend)
        self.rows = tuple(rows)


class SeveralErrors(JamsostekError, ValueError):
    """Several faults of one call, told together; ``errors`` holds them in order."""

    def __init__(self, where: str, errors: Sequence[JamsostekError]) -> None:
        super().__init__(where, f"{len(errors)} faults", "mend each")
        self.args = (where, tuple(errors))
        self.errors = tuple(errors)

    def __str__(self) -> str:
        return "\n".join([f"{self.where}: {len(self.errors)} faults:", *(f"- {error}" for error in self.errors)])


def raise_together(where: str, errors: Iterable[JamsostekError | None]) -> None:
    """Raise the one error, or all of several as ``SeveralErrors``; do nothing where there is none."""
    found = [error for error in errors if error is not None]
    if len(found) == 1:
        raise found[0]
    if found:
        raise SeveralErrors(where, found)


def make_each(where: str, makers: Iterable[Callable[[], T]]) -> list[T]:
    """Make every thing, and tell the faults of all that cannot be made together."""
    made: list[T] = []
    faults: list[JamsostekError] = []
    for make in makers:
        try:
            made.append(make())
        except JamsostekError as error:
            faults += each_of(error)
    raise_together(where, faults)
    return made


def told_at(where: str, error: JamsostekError) -> JamsostekError:
    """The same fault, with the place in front of where it is."""
    return type(error)(f"{where} {error.where}", error.what, error.mend)


def each_of(error: JamsostekError) -> tuple[JamsostekError, ...]:
    """The single faults of an error."""
    return error.errors if isinstance(error, SeveralErrors) else (error,)


def not_in(
    cls: type[UnknownChoice],
    where: str,
    value: object,
    choices: Iterable[str],
    *,
    also: Mapping[str, str] | None = None,
) -> UnknownChoice:
    """The error for a word outside a closed list, with near matches first; ``also`` maps other words to choices."""
    from difflib import get_close_matches  # only a fault needs it

    listed = [str(choice) for choice in choices]
    turned = {"_".join(reversed(choice.lower().split("_"))): choice for choice in listed}  # "legs_both" for "both_legs"
    meant = (
        turned
        | {choice.lower(): choice for choice in listed}
        | {word.lower(): each for word, each in (also or {}).items()}
    )
    found = get_close_matches(str(value).lower(), meant, n=3, cutoff=0.6)
    near = [each for each in dict.fromkeys(meant[word] for word in found) if each != value]
    mean = f"did you mean {' or '.join(map(repr, near))}? " if near else ""
    return cls(where, f"{value!r} is unknown", f"{mean}choose one of {', '.join(listed)}")
