"""Settling: the one place that folds state over months; bills and payments in, a statement of account out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import groupby

from . import errors
from ._bills import alike, payer_of
from ._citations import Citation
from ._dated import Clock, Moment
from ._kinds import EmployerKind, Programme
from ._law import Mark
from ._money import Rounding
from ._months import Month, date_error, runs_text
from ._people import Participant, SelfEmployed, WageEarner, _flag_error
from ._programmes import BILLED
from ._readings import Reading
from ._readings_of_payment import ARREARS_ON_RETURN
from ._reliefs import Relief
from ._results import Bill, Line
from ._settlement import MonthStatement, Payment, Settlement, StatementLine
from .payment import law as tables
from .payment.law_of_arrears import ARREARS_ENDING_MEMBERSHIP
from .payment.rules import DueDate, Fine, check_holidays, due_date, fines_on
from .readings import CONTRIBUTION_ROUNDING


class _Item:
    """One programme of one month while the account is settled: ``full`` is what is owed once its relief has lapsed."""

    __slots__ = (
        "billed",
        "deferred",
        "due",
        "ended",
        "fines",
        "full",
        "lapsed",
        "month",
        "opens",
        "owed",
        "parts",
        "programme",
        "relief",
    )

    def __init__(
        self, month: Month, programme: Programme, due: DueDate, opens: date, *, deferred: bool = False
    ) -> None:
        self.month, self.programme, self.due, self.opens, self.deferred = month, programme, due, opens, deferred
        self.billed = self.full = 0
        self.relief: Relief | None = None
        self.parts: dict[date, int] = {}
        self.fines: tuple[Fine, ...] = ()
        self.owed: int | None = None  # settled for so much; None while it is open
        self.lapsed: tuple[tuple[Relief, tuple[Citation, ...]], ...] = ()
        self.ended: tuple[Citation, ...] = ()

    @property
    def open(self) -> bool:
        """Whether money can still go into it."""
        return self.owed is None and not self.ended


def settle(
    bills: Bill | Iterable[Bill],
    payments: Mapping[date, int] | Iterable[Payment | tuple[date, int]] = (),
    *,
    on: date | None = None,
    holidays: Collection[date] | None = None,
    jp_deferred: bool | None = None,
) -> Settlement:
    """The account of one payer: what the bills of all months and workers come to against what was paid, and when.

    Money fills the oldest open contribution first, then fines, and what is left is credit for the months to come.
    A month counts as paid on the day of its last part; a late one of an employer is fined. Reliefs with a last day of
    payment lapse after it. One self-employed person's membership ends after more than three unpaid months in a row.

    Bills may come one by one, as from a generator; none is kept. ``payments`` are (day, rupiah) pairs, ``Payment``s, or
    rupiah by day.
    ``on`` is the day of the account (None: that of the last due date or payment). ``holidays`` are the public ones
    (None, or none of a year: not known). ``jp_deferred`` says whether the deferral of JP of 2020 was granted: 1 % due
    then, the rest by 15 April 2022. Raises ``MissingFact``, ``Contradiction`` (bills of several kinds of payer or
    laws), ``TooEarly`` (a payment before the bills), ``NotADate``, ``WrongType``, ``EvidenceTooWeak``. PP 44/2015 arts
    21-24, PP 46/2015 arts 19-21, PP 45/2015 arts 30-31.

    >>> import jamsostek as js
    >>> bill = js.contributions(js.WageEarner(wage=4_000_000, risk_group=3), month="2026-01")
    >>> settle([bill], [(date(2026, 2, 10), bill.total)])
    <Settlement on 2026-02-16, 1 month: owed 395,600, paid 395,600, fines 0; balance 0>
    """
    errors.raise_together("settle", (_flag_error("jp_deferred", jp_deferred), date_error("on", on)))
    account = _Account(bills, check_holidays(holidays), jp_deferred)
    paid = _payments(payments, account)
    last = max((*(item.due.on for item in account.items), *(each.on for each in paid)), default=account.earliest)
    day = last if on is None else on
    if paid and paid[-1].on > day:
        raise errors.Contradiction("on", f"a payment of {paid[-1].on} comes after {day}", "leave it out, or ask later")
    for each in paid:
        account.bring_to(each.on)
        account.take(each)
    account.bring_to(day)
    found = account.statement(day, paid)
    found.law.check_evidence("settle", found.grades())
    return found


def _payments(
    payments: Mapping[date, int] | Iterable[Payment | tuple[date, int]], account: _Account
) -> tuple[Payment, ...]:
    """The payments in order, checked against the bills."""
    if isinstance(payments, Mapping):
        payments = payments.items()
    if not isinstance(payments, Iterable):
        raise errors.WrongType(
            "settle", f"{payments!r} is no list of payments", "give (date, rupiah) pairs, or rupiah by date"
        )
    made = errors.make_each("payments", (partial(_payment, at, each, account) for at, each in enumerate(payments)))
    return tuple(sorted(made, key=lambda each: each.on))


def _payment(at: int, given: Payment | tuple[date, int], account: _Account) -> Payment:
    where = f"payment {at + 1}"
    if not isinstance(given, Payment):
        if not isinstance(given, tuple | list) or len(given) != 2:
            raise errors.WrongType(where, f"{given!r} is no payment", "give a pair of date and rupiah")
        if given[0] is None and account.reliefs:
            names = ", ".join(relief.name for relief in account.reliefs)
            raise errors.MissingFact(where, f"its day is not known, and {names} hangs on it", "give a datetime.date")
        given = Payment(*given)
    if given.on < account.earliest:
        raise errors.TooEarly(
            where,
            f"{given.on} lies before {account.earliest}, the first day on which these bills can be paid",
            "add the bills of the earlier months, or mend the date",
        )
    return given


class _Account:
    """The state that is folded: items in the order in which money fills them, money not yet used, fines paid."""

    def __init__(
        self, bills: Bill | Iterable[Bill], holidays: frozenset[date] | None, jp_deferred: bool | None
    ) -> None:
        self.readings: dict[Reading, None] = {}
        self.credit: list[Payment] = []
        self.fines_due = self.fines_paid = 0
        self.sole: dict[Month, Participant | None] = {}
        found: dict[tuple[int, Programme], _Item] = {}
        for bill in alike(bills, "settle"):
            self.law, self.participant = bill.law, bill.participant  # those of any bill: they are alike
            self.sole[bill.month] = None if bill.month in self.sole else bill.participant
            at = bill.month.index
            for line in bill.lines:
                item = found.get((at, line.plan.programme))
                if item is None:
                    item = found[at, line.plan.programme] = self._item(bill.month, line.plan.programme, holidays)
                item.billed += line.amount
                item.full += line.amount
                if line.reliefs:
                    _lapsing(item, line, bill.rounding)
        self.own_account = isinstance(self.participant, SelfEmployed)
        self.several = None in self.sole.values()
        self.fined = (
            isinstance(self.participant, WageEarner) and payer_of(self.participant)[1] is not EmployerKind.STATE
        )
        deferrable = [item for item in found.values() if self._can_defer(item)]
        later = [self._defer(item) for item in deferrable] if jp_deferred else []
        self.can_defer, self.jp_deferred = bool(deferrable), jp_deferred
        order = {programme: at for at, programme in enumerate(BILLED)}
        self.items = sorted(
            (*found.values(), *later), key=lambda each: (each.deferred, each.month, each.due.on, order[each.programme])
        )
        self.reliefs = tuple(dict.fromkeys(item.relief for item in self.items if item.relief is not None))
        first = min(self.sole)
        self.ahead = self.law.row(tables.MONTHS_AHEAD, self.law.moment(first)).value if self.own_account else 0
        self.earliest = (first - self.ahead).first_day

    def _item(self, month: Month, programme: Programme, holidays: frozenset[date] | None) -> _Item:
        due = due_date(programme, self.participant, month, holidays, self.law)
        return _Item(month, programme, due, due.nominal.replace(day=1))

    def _can_defer(self, item: _Item) -> bool:
        here = item.programme is Programme.JP and self.fined
        return here and self.law.find(tables.DEFERRED_JP, self.law.moment(item.month)) is not None

    def _defer(self, item: _Item) -> _Item:
        """Leave what is due at once in the item, and put the rest into another, due later."""
        moment = self.law.moment(item.month)
        share = self.law.row(tables.DEFERRED_JP, moment).value
        begin, end = self.law.row(tables.DEFERRED_JP_FROM, moment), self.law.row(tables.DEFERRED_JP_UNTIL, moment)
        now = item.billed * (1 - share)
        at_once = Rounding(self.law.option(CONTRIBUTION_ROUNDING)).apply(now.numerator, now.denominator)
        if now.denominator != 1:
            self.readings[CONTRIBUTION_ROUNDING] = None
        later = _Item(
            item.month,
            item.programme,
            DueDate(item.programme, end.value, end.value, True, end),
            begin.value.replace(day=1),
            deferred=True,
        )
        later.billed = later.full = item.billed - at_once
        item.billed = item.full = at_once
        return later

    def bring_to(self, day: date) -> None:
        """What time alone does: reliefs lapse, credit reaches the months that have opened, memberships end."""
        for item in self.items:
            if item.open and not item.lapsed and item.relief is not None:
                item.lapsed = self._lapse(item.relief, day)
        self._fill(day)
        if self.own_account and not self.several:
            self._end(day)

    def _lapse(self, relief: Relief, day: date) -> tuple[tuple[Relief, tuple[Citation, ...]], ...]:
        """The relief and where it stands that it lapsed, where that is so by a day."""
        assert relief.last_day is not None  # only such reliefs are kept with an item
        row = self.law.find(relief.last_day, Moment(Clock.PAYMENT, day))
        return ((relief, row.cites),) if row is not None and day > row.value else ()

    def take(self, payment: Payment) -> None:
        """A payment: contributions first, then fines; the rest is credit."""
        self.credit.append(payment)
        self._fill(payment.on)
        while self.credit and self.fines_paid < self.fines_due:
            self.fines_paid += self._use(self.fines_due - self.fines_paid)[1]

    def _fill(self, day: date) -> None:
        """Put money into the contributions that have opened, in their order."""
        for item in self.items:
            if not item.open or item.opens > day:
                continue
            owed = item.full if item.lapsed else item.billed
            missing = owed - sum(item.parts.values())
            while missing and self.credit:
                paid_on, part = self._use(missing)
                item.parts[paid_on] = item.parts.get(paid_on, 0) + part
                missing -= part
            if not missing:
                item.owed = owed
                item.fines = self._fines(item, day)
                self.fines_due += sum(fine.amount for fine in item.fines)

    def _use(self, amount: int) -> tuple[date, int]:
        """Take up to an amount out of the oldest money, with the day it was paid."""
        lot = self.credit.pop(0)
        if lot.amount > amount:
            self.credit.insert(0, Payment(lot.on, lot.amount - amount))
        return lot.on, min(lot.amount, amount)

    def _end(self, day: date) -> None:
        """End the months of a self-employed person that stand in too long a row of unpaid ones."""
        behind = {
            item.month: None
            for item in self.items
            if item.owed is None and item.due.on < day and item.programme is not Programme.JHT
        }
        for _, run in groupby(enumerate(behind), key=lambda pair: pair[1].index - pair[0]):
            months = [month for _, month in run]
            limit = self.law.row(ARREARS_ENDING_MEMBERSHIP, self.law.moment(months[0]))
            if len(months) <= limit.value:
                continue
            self.readings[ARREARS_ON_RETURN] = None
            if self.law.option(ARREARS_ON_RETURN) == "not_charged":
                for item in self.items:
                    if item.owed is None and item.month in months:
                        item.ended = limit.cites

    def _fines(self, item: _Item, day: date) -> tuple[Fine, ...]:
        """What the delay of an item costs: in the end, or while it is open what it would cost on a day."""
        if not self.fined:
            return ()
        owed = item.owed
        parts = dict(item.parts)
        if owed is None:
            owed = item.full if item.lapsed else item.billed
            parts[day] = parts.get(day, 0) + owed - sum(parts.values())
        if max(parts, default=item.due.on) <= item.due.on:
            return ()
        found, readings = fines_on(item.programme, item.month, item.due.on, owed, parts.items(), self.law)
        self.readings |= dict.fromkeys(readings)
        return found

    def statement(self, day: date, payments: tuple[Payment, ...]) -> Settlement:
        """The account as it stands on a day."""
        by_month: dict[Month, list[StatementLine]] = {month: [] for month in sorted(self.sole)}
        for item in self.items:
            by_month[item.month].append(self._line(item, day))
        months = tuple(
            MonthStatement(month, tuple(lines), self.sole[month], day, self.law, self.fined)
            for month, lines in by_month.items()
        )
        last = self.law.moment(max(self.sole))
        credit = tables.CREDIT_OF_SELF_EMPLOYED if self.own_account else tables.CREDIT
        rules = [self.law.row(table, last) for table in (tables.OLDEST_FIRST, credit)]
        return Settlement(
            day,
            months,
            payments,
            self.fines_paid,
            sum(lot.amount for lot in self.credit),
            self.law,
            tuple(dict.fromkeys((*self.readings, *(reading for month in months for reading in month.readings)))),
            tuple(dict.fromkeys((*(mark for month in months for mark in month.marks), *self._marks()))),
            tuple(cite for row in rules for cite in row.cites),
        )

    def _line(self, item: _Item, day: date) -> StatementLine:
        paid_on = max(item.parts, default=None) if item.owed is not None else None
        owed = item.full if item.lapsed else item.billed
        return StatementLine(
            item.programme,
            item.due,
            item.billed,
            sum(item.parts.values()) if item.ended else owed,
            item.full,
            tuple(item.parts.items()),
            paid_on,
            item.fines if item.owed is not None else self._fines(item, day),
            item.lapsed,
            item.ended,
            item.deferred,
        )

    def _too_early(self, item: _Item) -> bool:
        """Whether a self-employed person paid for a month further ahead than may be."""
        return self.own_account and any(item.month - Month.of(on) > self.ahead for on in item.parts)

    def _marks(self) -> Iterator[Mark]:
        if self.own_account and self.several:
            yield Mark(
                "of several people: it is not known for whom was paid, so that no membership ends for arrears",
                "untuk beberapa orang: tidak diketahui untuk siapa dibayar, maka tidak ada kepesertaan yang berakhir",
            )
        if early := [item.month for item in self.items if self._too_early(item)]:
            ahead, span = self.ahead, runs_text(early)
            yield Mark(
                f"{span} were paid more than {ahead} months ahead, and up to {ahead} are provided for",
                f"{span} dibayar lebih dari {ahead} bulan di muka, padahal yang diatur sampai dengan {ahead} bulan",
            )
        if self.jp_deferred and not self.can_defer:
            yield Mark(
                "nothing was postponed: no bill of JP of an employer lies in August 2020 to January 2021",
                "tidak ada yang ditunda: tidak ada tagihan JP pemberi kerja dari Agustus 2020 sampai Januari 2021",
            )
        if self.can_defer and self.jp_deferred is None:
            yield Mark(
                "JP of August 2020 to January 2021 could be postponed (PP 49/2020 art. 17): say jp_deferred",
                "iuran JP Agustus 2020 sampai Januari 2021 dapat ditunda (PP 49/2020 Pasal 17): isi jp_deferred",
            )


def _lapsing(item: _Item, line: Line, rounding: Rounding) -> None:
    """Note a relief that can lapse, and what the line comes to without it."""
    for applied in line.reliefs:
        if applied.relief.last_day is not None:
            exact = line.exact / applied.row.value
            item.full += rounding.apply(exact.numerator, exact.denominator) - line.amount
            item.relief = applied.relief
