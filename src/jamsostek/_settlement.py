"""Statements of account: what was billed, paid, fined and credited month by month, as frozen values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from attrs import field, frozen

from . import errors
from ._citations import Citation, Grade, weakest_of
from ._history import History, MonthRecord, MonthState
from ._kinds import Lang, Programme, as_programmes, check_lang, choice_error
from ._law import Law, Mark
from ._money import lenient_int, months_text, number, sum_error, whole
from ._months import Month, as_month, date_error
from ._people import Participant
from ._readings import Reading
from ._readings_of_payment import ARREARS_ON_RETURN, FINE_ROUNDING
from ._reliefs import Relief
from .payment.rules import DueDate, Fine
from .readings import CONTRIBUTION_ROUNDING

SETTLEMENT_SCHEMA = "jamsostek.settlement/1"
_OF_RELIEFS = (Programme.JKK, Programme.JKM)
NO_HOLIDAYS = Mark(
    "public holidays of some due dates were not given: weekends alone move these",
    "hari libur nasional untuk sebagian jatuh tempo tidak diberikan: hanya digeser oleh akhir pekan",
)


@frozen
class Payment:
    """A sum of money that reached the agency: the day, and whole rupiah.

    Raises ``MissingFact`` without a day, ``NotADate``, an ``…Amount`` error.

    >>> Payment(date(2026, 3, 10), 395_600).amount
    395600
    """

    on: date
    amount: int = field(converter=lenient_int)

    def __attrs_post_init__(self) -> None:
        errors.raise_together("Payment", (_day_error(self.on), _money_error(self.amount)))


def _day_error(day: object) -> errors.JamsostekError | None:
    if day is None:
        what = "the day of payment is not known, and fines and reliefs hang on it"
        return errors.MissingFact("payment.on", what, "give a datetime.date")
    return date_error("payment.on", day)


def _money_error(amount: object) -> errors.JamsostekError | None:
    if whole(amount) == 0:
        return errors.ZeroAmount("payment.amount", "0 was paid", "leave it out")
    return sum_error("payment.amount", amount)


class StatementLine(NamedTuple):
    """One programme of a month as it stands: rupiah billed, owed in the end, paid; when; what the delay costs.

    ``owed`` differs from ``billed`` where reliefs ``lapsed`` (``unrelieved`` is what it comes to where they do), and
    where the membership ``ended``: then no more is owed than was paid, and the rest is ``not_charged``.
    ``parts`` are the days and rupiah of what was paid, ``paid_on`` is the day of the last part, None while something is
    open. ``fines`` are those that fell due and, while something is open, what has run up so far.
    ``ended`` is where it stands that the membership ended over the month.
    """

    programme: Programme
    due: DueDate
    billed: int
    owed: int
    unrelieved: int
    parts: tuple[tuple[date, int], ...]
    paid_on: date | None
    fines: tuple[Fine, ...]
    lapsed: tuple[tuple[Relief, tuple[Citation, ...]], ...]
    ended: tuple[Citation, ...]
    deferred: bool

    @property
    def paid(self) -> int:
        """Rupiah paid."""
        return sum(part for _, part in self.parts)

    @property
    def fine(self) -> int:
        """Rupiah of fines."""
        return sum(fine.amount for fine in self.fines)

    @property
    def outstanding(self) -> int:
        """Rupiah of contributions not paid; 0 where they are no longer charged."""
        return self.owed - self.paid

    @property
    def not_charged(self) -> int:
        """Rupiah no longer charged because the membership ended."""
        return (self.unrelieved if self.lapsed else self.billed) - self.owed

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The open questions of law that due date, fines and end hang on."""
        in_time = self.paid_on is not None and self.paid_on <= self.due.nominal
        due = () if in_time else self.due.readings
        end = (ARREARS_ON_RETURN,) if self.ended else ()
        return tuple(dict.fromkeys((*due, *(reading for fine in self.fines for reading in fine.readings), *end)))

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Where due date, fines, lapse and end stand."""
        parts = (self.due.cites, *(fine.cites for fine in self.fines), *(cites for _, cites in self.lapsed), self.ended)
        return tuple(dict.fromkeys(cite for cites in parts for cite in cites))


@frozen
class MonthStatement:
    """A contribution month as it stands ``on`` a day, programme by programme.

    ``participant`` is whose it is where the month has one bill alone; ``fined`` tells whether its payer is fined.
    """

    month: Month
    lines: tuple[StatementLine, ...]
    participant: Participant | None
    on: date
    law: Law = field(repr=False)
    fined: bool

    @property
    def billed(self) -> int:
        """Rupiah billed."""
        return sum(line.billed for line in self.lines)

    @property
    def owed(self) -> int:
        """Rupiah owed in the end: what was billed and what lapsed reliefs add, less what is no longer charged."""
        return sum(line.owed for line in self.lines)

    @property
    def not_charged(self) -> int:
        """Rupiah no longer charged because the membership ended."""
        return sum(line.not_charged for line in self.lines)

    @property
    def paid(self) -> int:
        """Rupiah of contributions paid."""
        return sum(line.paid for line in self.lines)

    @property
    def fine(self) -> int:
        """Rupiah of fines."""
        return sum(line.fine for line in self.lines)

    @property
    def outstanding(self) -> int:
        """Rupiah of contributions not paid."""
        return sum(line.outstanding for line in self.lines)

    @property
    def paid_on(self) -> date | None:
        """The day of the last part-payment, None while something is open."""
        return None if any(line.outstanding for line in self.lines) else _last_day(self.lines)

    @property
    def state(self) -> MonthState | None:
        """Paid when all of it is, unpaid when something is overdue or ended, None before it falls due."""
        return _state(self.lines, self.on)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The open questions of law that due dates, fines and ends hang on, each once."""
        return tuple(dict.fromkeys(reading for line in self.lines for reading in line.readings))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What else is to be known: a what-if, a month past the last check of the law, holidays that are not known."""
        certain = all(line.due.certain for line in self.lines)
        return (*self.law.marks((), self.law.moment(self.month)), *(() if certain else (NO_HOLIDAYS,)))

    def __getitem__(self, programme: Programme | str) -> StatementLine:
        """The line of a programme; of postponed JP the part due at once. Raises ``NoSuchLine``."""
        for line in self.lines:
            if line.programme == programme:
                return line
        have = ", ".join(line.programme for line in self.lines) or "none"
        raise errors.NoSuchLine(f"statement of {self.month}", f"{programme!r} is not in it", f"it has {have}")


@frozen(repr=False)
class Settlement:
    """The account of one payer on a day, month by month (rekening iuran); made by ``settle``.

    Every rupiah paid is in ``contributions``, ``fines_paid`` or ``credit``. ``credit`` is carried on to the next month.
    """

    on: date
    months: tuple[MonthStatement, ...]
    payments: tuple[Payment, ...]
    fines_paid: int
    credit: int
    law: Law = field(repr=False)
    readings: tuple[Reading, ...] = ()
    marks: tuple[Mark, ...] = ()
    rules: tuple[Citation, ...] = field(default=(), repr=False)

    @property
    def billed(self) -> int:
        """Rupiah billed."""
        return sum(month.billed for month in self.months)

    @property
    def owed(self) -> int:
        """Rupiah of contributions owed in the end."""
        return sum(month.owed for month in self.months)

    @property
    def not_charged(self) -> int:
        """Rupiah no longer charged because memberships ended."""
        return sum(month.not_charged for month in self.months)

    @property
    def paid(self) -> int:
        """Rupiah paid in all."""
        return sum(payment.amount for payment in self.payments)

    @property
    def contributions(self) -> int:
        """Rupiah of what was paid that went into contributions."""
        return sum(month.paid for month in self.months)

    @property
    def fines(self) -> int:
        """Rupiah of fines, those still running included."""
        return sum(month.fine for month in self.months)

    @property
    def outstanding(self) -> int:
        """Rupiah of contributions not paid."""
        return sum(month.outstanding for month in self.months)

    @property
    def balance(self) -> int:
        """Rupiah still to pay for everything: contributions and fines less credit; negative where credit is left."""
        return self.outstanding + self.fines - self.fines_paid - self.credit

    @property
    def paid_up_to(self) -> Month | None:
        """The last month up to which JKK and JKM are fully paid, which reliefs ask for; None: not even the first."""
        found = None
        for month in self.months:
            if any(line.programme in _OF_RELIEFS and (line.outstanding or line.ended) for line in month.lines):
                break
            found = month.month
        return found

    def arrears(self, programmes: Iterable[Programme | str] | None = None) -> int:
        """Months in a row, up to the last that has fallen due, of which something of the programmes is overdue."""
        run = 0
        for month in self.history(programmes):
            if month.state is MonthState.UNPAID:
                run += 1
            elif month.state is not None:
                run = 0
        return run

    @property
    def evidence(self) -> Grade:
        """The weakest grade among due dates, fines and the readings they hang on, roundings left out."""
        return weakest_of([grade for _, grade in self.grades()])

    def grades(self) -> Iterator[tuple[str, Grade]]:
        """What the account rests on, each with its grade."""
        for month in self.months:
            for line in month.lines:
                for cite in line.cites:
                    yield f"{month.month} {line.programme}", cite.grade
        for reading in self.readings:
            if reading not in (FINE_ROUNDING, CONTRIBUTION_ROUNDING):
                yield f"reading {reading.name}", reading[self.law.option(reading)].grade

    def __getitem__(self, month: Month | str) -> MonthStatement:
        """The statement of a month. Raises ``NoSuchLine``."""
        at = as_month(month)
        for each in self.months:
            if each.month == at:
                return each
        span = f"it runs from {self.months[0].month} to {self.months[-1].month}"
        raise errors.NoSuchLine("settlement", f"{at} is not in it", span)

    def history(self, programmes: Iterable[Programme | str] | None = None) -> History:
        """The record of months that the account proves, for all programmes or those named.

        A month is paid when all of it is, unpaid when something of it is overdue, and not known before it falls due.
        Raises ``UnknownProgramme``.
        """
        wanted = as_programmes(programmes)
        faults = (choice_error(errors.UnknownProgramme, "history", Programme, each) for each in wanted or ())
        errors.raise_together("history", faults)
        return History(_record(each, wanted) for each in self.months)

    def explain(self, lang: Lang = "en") -> str:
        """The account month by month and in total, with the article on every line."""
        from ._statement_text import explain

        return explain(self, check_lang(lang))

    def to_dict(self) -> dict[str, Any]:
        """The account as JSON-safe values, with the schema's name and version under ``schema``."""
        from ._statement_text import to_dict

        return to_dict(self)

    def _repr_html_(self) -> str:
        from ._statement_text import to_html

        return to_html(self)

    def __repr__(self) -> str:
        ended = f", no longer charged {number(self.not_charged)}" if self.not_charged else ""
        parts = f"owed {number(self.owed)}, paid {number(self.paid)}, fines {number(self.fines)}{ended}"
        return f"<Settlement on {self.on}, {months_text(len(self.months))}: {parts}; balance {number(self.balance)}>"


def _last_day(lines: Sequence[StatementLine]) -> date | None:
    return max((line.paid_on for line in lines if line.paid_on is not None), default=None)


def _state(lines: Sequence[StatementLine], on: date) -> MonthState | None:
    if any(line.ended or (line.outstanding and line.due.on < on) for line in lines):
        return MonthState.UNPAID
    if any(line.outstanding for line in lines):
        return None
    return MonthState.PAID if lines else MonthState.NOT_OWED


def _record(month: MonthStatement, wanted: frozenset[str] | None) -> MonthRecord:
    lines = [line for line in month.lines if wanted is None or line.programme in wanted]
    state = _state(lines, month.on)
    paid_on = _last_day(lines) if state is MonthState.PAID else None
    who = month.participant if state is not MonthState.NOT_OWED else None
    return MonthRecord(month.month, state, paid_on=paid_on, participant=who)
