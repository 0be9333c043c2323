"""A whole working life: contributions, the JHT balance, the pension that grows, and what retirement brings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from attrs import field, frozen

from . import errors
from ._benefits import Item
from ._bills import bills
from ._cases import Answer, Refusal, case_of
from ._citations import Citation, Grade, weakest_of
from ._dated import Clock, Moment
from ._endings import Retirement
from ._history import History, MonthRecord, MonthState
from ._kinds import Lang, Payer, Programme, check_lang
from ._law import LAW, Law, Mark
from ._member import Member, Membership, at_home
from ._money import number
from ._months import Month, date_error, months
from ._people import SelfEmployed
from ._readings import Reading
from ._results import Bill
from ._verdict import Fact, State, Verdict
from .jht.accrual import last_month
from .jht.payout_rules import benefit as _jht
from .jht.savings import Savings, statement
from .jp.benefit_law import Benefit
from .jp.benefit_rules import answered
from .jp.formulas import formula
from .jp.record import in_jp
from .jp.record import last_month as last_month_of_jp
from .jp.rules import pension_age_reached


class CareerYear(NamedTuple):
    """One year of a working life, rupiah: contributions that were paid, by whom; the JHT balance at its end.

    ``pay`` is the mean wage or income of the months that were paid, down to the rupiah, None where none was.
    ``pension`` is what the formula gives for the ``pension_months`` so far, a month, if it began in the January after,
    or with retirement; it is no right before 180 months and the pension age. None where no month in JP was paid, or
    where months of several jobs lie side by side.
    """

    year: int
    months: int
    pay: int | None
    employer: int
    worker: int
    own: int
    by_programme: dict[Programme, int]
    credited: int
    balance: int
    pension_months: int
    pension: int | None

    @property
    def contributions(self) -> int:
        """All contributions of the year, rupiah."""
        return self.employer + self.worker + self.own


@frozen(repr=False)
class Career:
    """A working life (masa kerja) up to retirement, year by year, and what retirement brings.

    ``items`` are what JHT and JP owe on it; ``balance`` is the JHT balance, rupiah, at least that where the record does
    not tell all months; ``pension`` that of JP, rupiah a month in its first year, None where there is none
    (``pension_verdict`` says why) or it cannot be said (``missing`` says for want of what).
    """

    member: Member
    retires: date
    years: tuple[CareerYear, ...] = field(repr=False)
    savings: Savings = field(repr=False)
    items: tuple[Item, ...] = field(repr=False)
    pension_verdict: Verdict = field(repr=False)
    law: Law = field(repr=False)

    @property
    def balance(self) -> int:
        """The JHT balance on the day of retirement, rupiah."""
        return self.savings.balance

    @property
    def pension_item(self) -> Item | None:
        """The pension of JP, None where there is none."""
        return next((item for item in self.items if item.benefit is Benefit.OLD_AGE and _owed(item)), None)

    @property
    def pension(self) -> int | None:
        """The pension of the first year, rupiah a month."""
        return None if self.pension_item is None else self.pension_item.amount

    @property
    def missing(self) -> tuple[Fact, ...]:
        """The facts that could still change the balance, whether there is a pension, or what is paid."""
        found = [fact for item in self.items for fact in item.missing]
        return tuple(dict.fromkeys((*self.pension_verdict.missing, *found)))

    @property
    def balance_known(self) -> bool:
        """Whether the balance is exact; False where it is at least what the record comes to."""
        return all(item.amount is not None for item in self.items if item.programme is Programme.JHT)

    @property
    def pension_from(self) -> date | None:
        """The first day of the pension."""
        return None if self.pension_item is None else self.pension_item.first

    @property
    def lump_sum(self) -> Item | None:
        """The contributions of JP at once, where they are paid instead of a pension."""
        return next((item for item in self.items if item.benefit is Benefit.LUMP_SUM and _owed(item)), None)

    @property
    def replaced(self) -> Fraction | None:
        """The pension as a share of the last year's mean pay; None while there is no pension."""
        pays = [each.pay for each in self.years if each.pay]
        return None if self.pension is None or not pays else Fraction(self.pension, pays[-1])

    @property
    def employer(self) -> int:
        """What employers paid, rupiah."""
        return sum(each.employer for each in self.years)

    @property
    def worker(self) -> int:
        """What was taken from wages, rupiah."""
        return sum(each.worker for each in self.years)

    @property
    def contributions(self) -> int:
        """All contributions, rupiah."""
        return sum(each.contributions for each in self.years)

    @property
    def by_programme(self) -> dict[Programme, int]:
        """All contributions by programme, rupiah."""
        return _sums(pair for each in self.years for pair in each.by_programme.items())

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The open questions of law that touched it, each once."""
        found = [reading for item in self.items for reading in item.readings]
        return tuple(dict.fromkeys((*self.savings.readings, *found)))

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The citations behind balance and pension, each once."""
        return tuple(dict.fromkeys((*self.savings.basis, *(cite for item in self.items for cite in item.basis))))

    @property
    def evidence(self) -> Grade:
        """The weakest grade that balance and pension rest on, readings included."""
        grades = [cite.grade for cite in self.basis]
        return weakest_of([*grades, *(each[self.law.option(each)].grade for each in self.readings)])

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What else is to be known: a what-if, years past the last check of the law."""
        return self.law.marks((), Moment(Clock.YEAR, self.retires))

    def explain(self, lang: Lang = "en") -> str:
        """The years as a table, and what retirement brings, with the articles."""
        from ._career_text import explain

        return explain(self, check_lang(lang))

    def to_dict(self) -> dict[str, Any]:
        """The career as JSON-safe values."""
        from ._career_text import to_dict

        return to_dict(self)

    def _repr_html_(self) -> str:
        from ._career_text import html

        return html(self)

    def __repr__(self) -> str:
        balance = f"balance {'' if self.balance_known else 'at least '}{number(self.balance)}"
        if self.pension is not None:
            pension = f"pension {number(self.pension)} a month"
        elif self.pension_verdict.state is State.NOT_ELIGIBLE:
            pension = "no pension"
        else:
            pension = f"pension not known without {', '.join(each.label() for each in self.missing)}"
        return f"<Career of {len(self.years)} years to {self.retires}: {balance}, {pension}>"


def career(member: Member | Membership, *, retires: date | None = None, law: Law = LAW) -> Career:
    """A working life year by year: contributions, the JHT balance, the pension so far, and what retirement brings.

    The record may hold months to come (``History.rising``); ``retires`` is the day of retirement, None: that on which
    the pension age is reached, or the end of the record where the birth is not known. Years to come need a what-if
    (``jp.scenario``, ``law.scenario``). Raises ``NotAnnounced`` with the year, ``Contradiction`` for a record that goes
    on after retirement, and what ``bills``, ``jht.statement`` and ``jp.benefit`` raise.

    >>> import jamsostek as js
    >>> law = js.LAW.override(js.jht.CREDITED_RATE, since="2015-01", value=Fraction(5, 100))
    >>> ana = js.WageEarner(wage=4_000_000, risk_group=1, person=js.Person(born=date(1970, 2, 9)))
    >>> life = career(js.Member(ana, history=js.History.unbroken("2024-01", "2025-12", wage=4_000_000)),
    ...               retires=date(2026, 2, 9), law=law)
    >>> life.balance, life.years[1].contributions, life.years[1].pension
    (5784707, 4435200, 82982)
    """
    if isinstance(member, Membership):
        member = Member(memberships=[member])
    if not isinstance(member, Member):
        raise errors.WrongType("member", f"{member!r} is no member", "give a jamsostek.Member or a Membership")
    histories = [each.history for each in at_home(member) if each.history is not None]
    if not histories:
        raise errors.MissingFact("history", "it is not known which months were paid", "give the member a History")
    end = max(each.last for each in histories)
    day = _retirement(member, end, retires, law)
    savings = statement(member, until=max(end, last_month(day, law)), law=law)
    event = Retirement(on=day)
    of_jp = answered(case_of(event, member, None, law), strict=True).answer
    items = (*_jht(event, member, law=law), *of_jp.items)
    return Career(member, day, tuple(_years(member, savings, day, law)), savings, items, _verdict(of_jp), law)


def _verdict(of_jp: Answer) -> Verdict:
    """Whether JP pays a pension: what it says of that, or of anything at all."""
    told: Iterable[Item | Refusal] = (*of_jp.items, *of_jp.refused)
    return next((each.verdict for each in told if each.benefit is Benefit.OLD_AGE), of_jp.verdict)


def _owed(item: Item) -> bool:
    return item.verdict.state is State.ELIGIBLE


def _retirement(member: Member, end: Month, retires: date | None, law: Law) -> date:
    """The day of retirement."""
    errors.raise_together("career", (date_error("retires", retires),))
    born = member.person.born
    if retires is None:
        return end.last_day if born is None else max(pension_age_reached(born, law=law), end.first_day)
    if Month.of(retires) < end:
        raise errors.Contradiction("retires", f"{retires} lies before the record ends, in {end}", "cut the record")
    return retires


def _years(member: Member, savings: Savings, retires: date, law: Law) -> Iterable[CareerYear]:
    """Every year from the first that was paid to the end of the savings."""
    paid = [bill for each in member.memberships for bill in _bills(each, law)]
    by_year: dict[int, list[Bill]] = {}
    for bill in paid:
        by_year.setdefault(bill.month.index // 12, []).append(bill)
    held = {each.year: each for each in savings.years}
    born = member.person.born
    reached = None if born is None else pension_age_reached(born, law=law)
    record = _one_record(member, last_month_of_jp(reached, law), law)
    begins = (Month.of(retires if reached is None else min(reached, retires)) + 1).first_day.year
    for year in range(min((*by_year, *held), default=0), max((*by_year, *held), default=-1) + 1):
        billed, saved = by_year.get(year, []), held.get(year)
        payers = _sums((line.payer, line.amount) for bill in billed for line in bill)
        employer, worker = payers.pop(Payer.EMPLOYER, 0), payers.pop(Payer.WORKER, 0)
        pays = [_pay(bill) for bill in billed]
        months_in, pension = _accrued(record, year, min(year + 1, begins), law)
        yield CareerYear(
            year,
            len({bill.month for bill in billed}),
            sum(pays) // len(pays) if pays else None,
            employer,
            worker,
            sum(payers.values()),
            _sums(pair for bill in billed for pair in bill.by_programme.items()),
            0 if saved is None else saved.credited,
            0 if saved is None else saved.closing,
            months_in,
            pension,
        )


def _pay(bill: Bill) -> int:
    who = bill.participant
    return who.income if isinstance(who, SelfEmployed) else who.wage


def _bills(membership: Membership, law: Law) -> tuple[Bill, ...]:
    """The bills of the months that were paid."""
    given: dict[Month, Any] = {}
    own_account = isinstance(membership.participant, SelfEmployed)
    for each in membership.history or ():
        if each.state is MonthState.PAID:
            given[each.month] = each.participant or (each.income if own_account else each.wage)
    return bills(given, membership.participant, law=law)


def _one_record(member: Member, last: Month | None, law: Law) -> History | None:
    """The record of JP up to the last month that counts; None where months lie in two memberships, or in none."""
    found: dict[Month, MonthRecord] = {}
    for each in member.memberships:
        for record in each.history or ():
            past = last is not None and record.month > last
            if past or not in_jp(record.participant or each.participant, record.month, law):
                continue
            if record.month in found:
                return None
            found[record.month] = record
    if not found:
        return None
    away = MonthState.NOT_OWED
    return History(tuple(found.get(month) or MonthRecord(month, away) for month in months(min(found), max(found))))


def _accrued(record: History | None, year: int, begins: int, law: Law) -> tuple[int, int | None]:
    """The months in JP to the end of a year, and what the formula gives for them in a pension of another year."""
    until = min(year, begins)
    if record is None or record.first.index // 12 > until:
        return 0, None
    last = min(record.last, Month(f"{until}-12"))
    known = record.window(record.first, last)
    if not known.count(MonthState.PAID).most:
        return 0, None
    found = formula(known, year=begins, law=law)
    return found.months, found.amount


def _sums(pairs: Iterable[tuple[Any, int]]) -> dict[Any, int]:
    sums: dict[Any, int] = {}
    for key, amount in pairs:
        sums[key] = sums.get(key, 0) + amount
    return sums
