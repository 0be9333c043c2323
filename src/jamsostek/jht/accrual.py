"""How JHT balances grow: deposits and the return credited for each year; PP 46/2015 arts 22(2) and 27.

A year's return is the rate, times the balance at its start and each contribution for the months that it was there. It
joins the balance at the end of the year, and earns from then on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from attrs import field, frozen

from .. import errors
from .._dated import Clock, Moment, Row
from .._law import Law
from .._member import Membership, Withdrawal
from .._money import Rounding
from .._months import Month, as_month
from .._readings_of_savings import RETURN_ENDS, RETURN_STARTS, SAVINGS_ROUNDING
from .deposits import Deposit, deposits
from .savings_law import CREDITED_RATE, DEPOSIT_RATE


class SavingsYear(NamedTuple):
    """One year of an account, rupiah; ``credited`` closes it: opening + paid in + credited - paid out = closing.

    ``exact`` is the closing balance with its fractions. ``weighted`` is every deposit times the ``parts`` of the year
    that it was there (payouts taken off), ``elapsed`` the parts of the year that the opening balance was there, of
    ``parts`` (12, or the days of the year). ``row`` is the rate's version, None where there was nothing to earn on.
    ``above_floor`` is whether the rate reaches the legal floor, None where that is not known.
    """

    year: int
    opening: int
    employer: int
    worker: int
    own: int
    credited: int
    paid_out: int
    closing: int
    exact: Fraction
    weighted: int
    elapsed: int
    parts: int
    row: Row[Fraction] | None
    above_floor: bool | None

    @property
    def paid_in(self) -> int:
        """The contributions of the year, rupiah."""
        return self.employer + self.worker + self.own

    @property
    def rate(self) -> Fraction | None:
        """The rate of the year; None where there was nothing to earn on."""
        return None if self.row is None else self.row.value


@frozen
class Account:
    """A JHT account: one membership's years, and what it held before them (rupiah)."""

    membership: Membership = field(repr=False)
    years: tuple[SavingsYear, ...]
    opening: int = 0

    @property
    def balance(self) -> int:
        """What it holds at the end, rupiah."""
        return self.years[-1].closing if self.years else self.opening

    @property
    def paid_in(self) -> int:
        """All contributions, rupiah."""
        return sum(each.paid_in for each in self.years)

    @property
    def credited(self) -> int:
        """All returns, rupiah."""
        return sum(each.credited for each in self.years)

    @property
    def paid_out(self) -> int:
        """All payouts, rupiah."""
        return sum(each.paid_out for each in self.years)


def last_month(day: date, law: Law) -> Month:
    """The last month whose return is in a balance that is paid on a day."""
    return Month.of(day) - (1 if law.option(RETURN_ENDS) == "month_before" else 0)


def account(membership: Membership, day: date, until: Month, law: Law, *, owed: bool = False) -> Account:
    """An account with the deposits made by a day and the return up to the end of a month.

    ``owed``: with the deposits that should have been made.
    """
    start, held = None, 0
    if membership.savings is not None:
        start, held = as_month(membership.savings.at), membership.savings.amount
    walk = Walk(Terms(law, until), start, held)
    if membership.history is not None or start is None:
        walk.put(deposits(membership, law, after=start, until=day, owed=owed))
    walk.draw(each for each in membership.withdrawals or () if each.on <= day)
    return Account(membership, tuple(walk.years()), held)


class Flow:
    """What goes into and out of an account in a year, plain and weighted by the parts of the year it was there."""

    __slots__ = ("employer", "out", "own", "weighted", "worker")

    def __init__(self) -> None:
        self.employer = self.worker = self.own = self.out = self.weighted = 0


_EMPTY = Flow()


class Terms:
    """How accounts grow under a law up to the end of a month: what is the same for all of them, looked up once."""

    def __init__(self, law: Law, until: Month) -> None:
        self.law, self.until = law, until
        self.last_year, self.last_month = _year(until), until.index % 12 + 1
        self.by_days = law.option(RETURN_STARTS) == "day_paid"
        self.rounding = law.option(SAVINGS_ROUNDING)
        self._rows: dict[int, Row[Fraction] | None] = {}
        self._whole_years: dict[int, int] = {}

    def row(self, year: int) -> Row[Fraction] | None:
        """The version of the credited rate of a year, None where it is not known."""
        if year not in self._rows:
            self._rows[year] = rate_of(year, self.law)
        return self._rows[year]

    def parts(self, year: int) -> int:
        """The parts of a year: its days or months."""
        return (366 if _leap(year) else 365) if self.by_days else 12

    def months(self, since: Month) -> int:
        """The months of its year that a deposit is there: its own and those after it."""
        year, at = divmod(since.index, 12)
        if year < self.last_year:
            return 12 - at
        return max(self.last_month - at, 0) if year == self.last_year else 0

    def days(self, since: date) -> int:
        """The days of its year that a deposit is there: those after it."""
        if since.year > self.last_year:
            return 0
        return max((min(date(since.year, 12, 31), self.until.last_day) - since).days, 0)

    def elapsed(self, year: int) -> int:
        """The parts of a year that what was there at its start is there."""
        if year not in self._whole_years:
            self._whole_years[year] = self.elapsed_since(Month(f"{year}-01"))
        return self._whole_years[year]

    def elapsed_since(self, first: Month) -> int:
        """The parts of its year that what was there at the start of a month is there."""
        return self.days(first.first_day) + (first <= self.until) if self.by_days else self.months(first)


class Step(NamedTuple):
    """A year of an account: what flowed, the rate's version, how long the opening balance was there, and the balance
    at its end as numerator and denominator."""

    year: int
    flow: Flow
    row: Row[Fraction] | None
    elapsed: int
    numerator: int
    denominator: int


class Walk:
    """Walks the years of an account, from what it held at the start of a month on."""

    def __init__(self, terms: Terms, start: Month | None = None, held: int = 0) -> None:
        self.terms, self.start, self.held = terms, start, held
        self.flows: dict[int, Flow] = {} if start is None else {_year(start): Flow()}

    def flow(self, year: int) -> Flow:
        """What flows in a year."""
        found = self.flows.get(year)
        if found is None:
            found = self.flows[year] = Flow()
        return found

    def _elapsed(self, year: int) -> int:
        """The parts of a year that the opening balance is there."""
        if self.start is not None and year == _year(self.start):
            return self.terms.elapsed_since(self.start)
        return self.terms.elapsed(year)

    def put(self, made: list[Deposit]) -> None:
        """Add deposits."""
        terms = self.terms
        for _, employer, worker, own, since, on in made:
            flow = self.flow(since.index // 12)
            flow.employer += employer
            flow.worker += worker
            flow.own += own
            flow.weighted += (employer + worker + own) * (terms.months(since) if on is None else terms.days(on))

    def draw(self, drawn: Iterable[Withdrawal]) -> None:
        """Take withdrawals off; their month earns no more. Those before the known balance are in it."""
        for each in drawn:
            month = Month.of(each.on)
            if self.start is not None and month < self.start:
                continue
            flow = self.flow(each.on.year)
            flow.out += each.amount
            flow.weighted -= each.amount * (
                self.terms.days(each.on) if self.terms.by_days else self.terms.months(month)
            )

    def steps(self) -> Iterator[Step]:
        """The years from the first with anything in it to the end. Raises ``NotAnnounced``, ``Contradiction``."""
        if not self.flows:
            return
        terms = self.terms
        span = range(min(self.flows), max(terms.last_year, *self.flows) + 1)
        rows = self._rates(span)
        numerator, denominator = self.held, 1
        for year in span:
            flow, row, elapsed = self.flows.get(year) or _EMPTY, rows.get(year), self._elapsed(year)
            paid = flow.employer + flow.worker + flow.own - flow.out
            if row is None:
                numerator += paid * denominator
            else:
                rate, of = row.value.numerator, row.value.denominator * terms.parts(year)
                numerator = numerator * (of + rate * elapsed) + denominator * (rate * flow.weighted + of * paid)
                denominator *= of
            if numerator < 0:
                raise errors.Contradiction(
                    "withdrawals", f"more was drawn in {year} than the account held", "mend the sums"
                )
            if terms.rounding == "yearly_down":
                numerator, denominator = numerator // denominator, 1
            yield Step(year, flow, row, elapsed, numerator, denominator)

    def years(self) -> Iterator[SavingsYear]:
        """The same years with what was credited in each."""
        shown = self.held
        for year, flow, row, elapsed, numerator, denominator in self.steps():
            opening, shown = shown, self.whole(numerator, denominator)
            paid_in = flow.employer + flow.worker + flow.own
            yield SavingsYear(
                year,
                opening,
                flow.employer,
                flow.worker,
                flow.own,
                shown - opening - paid_in + flow.out,
                flow.out,
                shown,
                Fraction(numerator, denominator),
                flow.weighted,
                elapsed,
                self.terms.parts(year),
                row,
                self._above_floor(year, row),
            )

    def balance(self) -> int:
        """What it holds at the end, rupiah."""
        numerator, denominator = self.held, 1
        for step in self.steps():
            numerator, denominator = step.numerator, step.denominator
        return self.whole(numerator, denominator)

    def whole(self, numerator: int, denominator: int) -> int:
        """A balance in whole rupiah."""
        rule = Rounding.HALF_UP if self.terms.rounding == "half_up" else Rounding.DOWN
        return rule.apply(numerator, denominator)

    def _rates(self, span: range) -> dict[int, Row[Fraction]]:
        """The rate of every year that has something to earn on; all that are not known are told together."""
        rows, unknown, held = {}, [], self.held > 0
        for year in span:
            flow = self.flows.get(year) or _EMPTY
            if flow.weighted or (held and self._elapsed(year)):
                row = self.terms.row(year)
                if row is None:
                    unknown.append(year)
                else:
                    rows[year] = row
            held = held or flow.employer + flow.worker + flow.own > 0
        if unknown:
            raise not_published(unknown)
        return rows

    def _above_floor(self, year: int, row: Row[Fraction] | None) -> bool | None:
        floor = self.terms.law.find(DEPOSIT_RATE, Moment(Clock.YEAR, date(year, 12, 31)))
        return None if row is None or floor is None else row.value >= floor.value


def rate_of(year: int, law: Law) -> Row[Fraction] | None:
    """The version of the credited rate of a year, None where it is not known."""
    table = law.table(CREDITED_RATE)
    row = table.find(Moment(Clock.YEAR, date(year, 12, 31)))
    if row is None and CREDITED_RATE.name in law.assumed_unchanged and year > table.rows[-1].since.year:
        return table.rows[-1]
    return row


def not_published(years: list[int]) -> errors.NotAnnounced:
    """The error for years whose rate is not known."""
    return errors.NotAnnounced(
        CREDITED_RATE.name,
        f"no rate is known for {', '.join(map(str, years))}",
        f'give them: law.scenario(jht.CREDITED_RATE, {{{years[0]}: "5 %", …}}), or go on from a known balance: '
        "Membership(savings=…)",
    )


def _year(month: Month) -> int:
    return month.index // 12


def _leap(year: int) -> bool:
    return date(year, 12, 31).timetuple().tm_yday == 366
