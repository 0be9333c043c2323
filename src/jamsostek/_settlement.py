"""Statements of account: what was billed, paid, fined and credited month by month, as frozen values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from attrs import field, frozen

from . import errors
from ._citations import Citation, Grade, weakest_of
from ._history import History, MonthRecord, MonthState
from ._kinds import Lang, Programme, as_programmes, check_lang, choice_error
from ._law import Law, Mark
from ._money import lenient_int, number, whole
from ._months import Month, as_month
from ._people import Participant
from ._readings import Reading
from ._readings_of_payment import FINE_ROUNDING
from ._reliefs import Relief
from .payment.rules import DueDate, Fine

SETTLEMENT_SCHEMA = "jamsostek.settlement/1"
_OF_RELIEFS = (Programme.JKK, Programme.JKM)


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
    if not isinstance(day, date) or isinstance(day, datetime):
        return errors.NotADate("payment.on", f"{day!r} is no plain date", "give a datetime.date")
    return None


def _money_error(amount: object) -> errors.JamsostekError | None:
    found = whole(amount)
    if found is None:
        wrong = errors.FloatAmount if isinstance(amount, float) else errors.NotAnAmount
        return wrong("payment.amount", f"{amount!r} is no sum of whole rupiah", "give an int")
    if found < 0:
        return errors.NegativeAmount("payment.amount", f"{found} is negative", "give what was paid")
    return errors.ZeroAmount("payment.amount", "0 was paid", "leave it out") if found == 0 else None


class StatementLine(NamedTuple):
    """One programme of a month as it stands: rupiah billed, owed in the end, paid; when; what the delay costs.

    ``owed`` differs from ``billed`` where reliefs ``lapsed``. ``paid_on`` is the day of the last part, None while
    something is open. ``fines`` are those that fell due and, while something is open, what has run up so far.
    ``ended`` is a month that is no longer charged because the membership ended.
    """

    programme: Programme
    due: DueDate
    billed: int
    owed: int
    paid: int
    paid_on: date | None
    fines: tuple[Fine, ...]
    lapsed: tuple[tuple[Relief, tuple[Citation, ...]], ...]
    ended: tuple[Citation, ...]
    deferred: bool

    @property
    def fine(self) -> int:
        """Rupiah of fines."""
        return sum(fine.amount for fine in self.fines)

    @property
    def outstanding(self) -> int:
        """Rupiah of contributions not paid; 0 where they are no longer charged."""
        return 0 if self.ended else self.owed - self.paid

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Where due date, fines, lapse and end stand."""
        parts = (self.due.cites, *(fine.cites for fine in self.fines), *(cites for _, cites in self.lapsed), self.ended)
        return tuple(dict.fromkeys(cite for cites in parts for cite in cites))


@frozen
class MonthStatement:
    """A contribution month as it stands, programme by programme; ``participant`` where the month has one bill alone."""

    month: Month
    lines: tuple[StatementLine, ...]
    participant: Participant | None = None

    @property
    def billed(self) -> int:
        """Rupiah billed."""
        return sum(line.billed for line in self.lines)

    @property
    def owed(self) -> int:
        """Rupiah owed in the end: what was billed and what lapsed reliefs add."""
        return sum(line.owed for line in self.lines)

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
        days = [line.paid_on for line in self.lines if line.paid_on is not None]
        return max(days, default=None) if len(days) == len(self.lines) else None

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
            if reading is not FINE_ROUNDING:
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
        return History(_record(each, wanted, self.on) for each in self.months)

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
        parts = f"owed {number(self.owed)}, paid {number(self.paid)}, fines {number(self.fines)}"
        return f"<Settlement on {self.on}, {len(self.months)} months: {parts}; balance {number(self.balance)}>"


def _record(month: MonthStatement, wanted: frozenset[str] | None, on: date) -> MonthRecord:
    lines = [line for line in month.lines if wanted is None or line.programme in wanted]
    state: MonthState | None = None
    if any(line.ended or (line.outstanding and line.due.on < on) for line in lines):
        state = MonthState.UNPAID
    elif not any(line.outstanding for line in lines):
        state = MonthState.PAID if lines else MonthState.NOT_OWED
    days = [line.paid_on for line in lines if line.paid_on is not None]
    paid_on = max(days, default=None) if state is MonthState.PAID else None
    who = month.participant if state is not MonthState.NOT_OWED else None
    return MonthRecord(month.month, state, paid_on=paid_on, participant=who)
