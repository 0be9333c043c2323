"""Statements of JHT accounts, year by year: contributions, the return credited, what was drawn; PP 46/2015 art. 22."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from attrs import frozen

from .. import errors
from .._citations import Citation, Grade, weakest_of
from .._dated import Clock, Moment, Row
from .._kinds import Lang, check_lang
from .._law import LAW, Law, Mark
from .._member import Member, Membership, at_home
from .._money import number
from .._months import Month, as_month
from .._readings import Reading
from .._readings_of_savings import RETURN_STARTS, SAVINGS_ROUNDING
from ..instruments import PP_46_2015
from .accrual import Account, SavingsYear, account
from .law import EMPLOYER_RATE, SELF_EMPLOYED_RATE, WORKER_RATE

_SUM = PP_46_2015.at("22(2)")


@frozen(repr=False)
class Savings:
    """A statement of JHT accounts (rincian saldo JHT) up to the end of ``until``, year by year.

    ``balance`` is rupiah, all accounts together; ``years`` adds the accounts up where there are several.
    """

    accounts: tuple[Account, ...]
    until: Month
    law: Law

    @property
    def years(self) -> tuple[SavingsYear, ...]:
        """Every year; of several accounts their sums."""
        if len(self.accounts) == 1:
            return self.accounts[0].years
        found: dict[int, list[SavingsYear]] = {}
        for held in self.accounts:
            for each in held.years:
                found.setdefault(each.year, []).append(each)
        return tuple(_added(found[year]) for year in sorted(found))

    @property
    def balance(self) -> int:
        """What the accounts hold together at the end, rupiah."""
        return sum(held.balance for held in self.accounts)

    @property
    def paid_in(self) -> int:
        """All contributions, rupiah."""
        return sum(held.paid_in for held in self.accounts)

    @property
    def credited(self) -> int:
        """All returns, rupiah."""
        return sum(held.credited for held in self.accounts)

    @property
    def paid_out(self) -> int:
        """All payouts, rupiah."""
        return sum(held.paid_out for held in self.accounts)

    @property
    def rows(self) -> tuple[Row[Fraction], ...]:
        """The versions of the rates that were used."""
        rows = [each.row for held in self.accounts for each in held.years]
        return tuple(dict.fromkeys(row for row in rows if row is not None))

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The citations behind the statement, each once."""
        shares = [cite for table in (EMPLOYER_RATE, WORKER_RATE, SELF_EMPLOYED_RATE) for cite in table.rows[-1].cites]
        used = [shares[0], shares[1]] if any(each.employer for each in self.years) else []
        used += shares[2:] if any(each.own for each in self.years) else []
        return tuple(dict.fromkeys((_SUM, *used, *(cite for row in self.rows for cite in row.cites))))

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The open questions of law that the statement hangs on."""
        return (RETURN_STARTS, SAVINGS_ROUNDING) if self.rows else ()

    @property
    def evidence(self) -> Grade:
        """The weakest grade that it rests on, readings included."""
        grades = [cite.grade for cite in self.basis]
        return weakest_of([*grades, *(each[self.law.option(each)].grade for each in self.readings)])

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What else is to be known: a what-if, a year past the last check of the law."""
        last = tuple(each.row for each in self.years[-1:] if each.row is not None)
        return self.law.marks(last, Moment(Clock.YEAR, self.until.first_day))

    def explain(self, lang: Lang = "en") -> str:
        """Every year with its formula and the numbers put in."""
        from .savings_text import explain

        return explain(self, check_lang(lang))

    def to_dict(self) -> dict[str, Any]:
        """The statement as JSON-safe values."""
        from .savings_text import to_dict

        return to_dict(self)

    def _repr_html_(self) -> str:
        from .savings_text import html

        return html(self)

    def __repr__(self) -> str:
        return f"<Savings to {self.until}: {number(self.balance)} in {len(self.accounts)} account(s)>"


def statement(member: Member | Membership, *, until: Month | str | None = None, law: Law = LAW) -> Savings:
    """The JHT accounts of a member up to the end of a month, year by year, exact to the rupiah.

    ``until`` None: the last month of the record; what the record does not tell after its end is not added. A
    membership's ``savings`` stand for what came before them, its ``withdrawals`` are taken off. The rates are those of
    ``CREDITED_RATE``; for years that are not published take ``law.scenario``. Raises ``NotAnnounced`` with the years,
    ``MissingFact``, ``TooEarly`` (a wage before registration), ``BeforeLaw``, ``Contradiction`` (more drawn than there
    is), several as ``SeveralErrors``.
    PP 46/2015 arts 22(2), 27.

    >>> import jamsostek as js
    >>> law = js.LAW.scenario(js.jht.CREDITED_RATE, {2025: "5 %"})
    >>> worker = js.WageEarner(wage=5_000_000, risk_group=1)
    >>> history = js.History.unbroken("2025-01", "2025-12", wage=5_000_000)
    >>> found = statement(js.Member(worker, history=history), law=law)
    >>> found.paid_in, found.credited, found.balance
    (3420000, 92625, 3512625)
    """
    if isinstance(member, Membership):
        several: tuple[Membership, ...] = (member,)
    elif isinstance(member, Member):
        several = at_home(member)
    else:
        raise errors.WrongType("member", f"{member!r} is no member", "give a jamsostek.Member or a Membership")
    end = _until(until, several)
    return Savings(tuple(account(each, end.last_day, end, law) for each in several), end, law)


def _until(until: Month | str | None, several: Sequence[Membership]) -> Month:
    if until is not None:
        return as_month(until, "until")
    ends = [each.history.last for each in several if each.history is not None]
    if not ends:
        raise errors.MissingFact("until", "no history says where to end", "give a month")
    return max(ends)


def _added(years: list[SavingsYear]) -> SavingsYear:
    """Years of several accounts as one."""
    if len(years) == 1:
        return years[0]
    first = years[0]
    rows = [each.row for each in years if each.row is not None]
    return first._replace(
        opening=sum(each.opening for each in years),
        employer=sum(each.employer for each in years),
        worker=sum(each.worker for each in years),
        own=sum(each.own for each in years),
        credited=sum(each.credited for each in years),
        paid_out=sum(each.paid_out for each in years),
        closing=sum(each.closing for each in years),
        exact=sum((each.exact for each in years), Fraction(0)),
        weighted=sum(each.weighted for each in years),
        row=rows[0] if rows else None,
    )
