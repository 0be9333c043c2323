"""The rules of what JHT pays after an event: who is in it, who pays, how much, to whom; PP 46/2015 arts 22-31."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from attrs import evolve

from .. import errors
from .._assumed import Assumption
from .._benefits import ELIGIBLE, Because, BenefitPayer, Deadline, Item, Paper, Recipient, Term, Work
from .._cases import HISTORY, Answer, Case, Event, Refusal, case_of, verdict_of
from .._citations import Citation
from .._dated import Clock, Moment
from .._family import Family
from .._history import History, MonthState
from .._kinds import EmployerKind, Programme
from .._law import LAW, Law
from .._member import Member, Membership
from .._months import Month, as_month, runs_text
from .._people import SelfEmployed, Trainee
from .._programmes import enrolment
from .._readings import Reading
from .._readings_of_savings import RETURN_ENDS, RETURN_STARTS, SAVINGS_ROUNDING
from .._recipients import Receivers, receivers
from .._verdict import Fact, State, Verdict
from ..instruments import PP_46_2015
from . import savings_law as tables
from .accrual import Account, account, last_month
from .deposits import FIRST_MONTH, deposits
from .grounds import Ground, ground
from .savings_law import Benefit

_SUM = PP_46_2015.at("22(2)")
_NOT_ENROLLED = PP_46_2015.at("28")
_NO_LIMIT = Deadline(None, (PP_46_2015.at("whole"),))
_HEIRS_PAPERS = (
    Paper.CARD,
    Paper.ID_OF_MEMBER,
    Paper.ID_OF_HEIR,
    Paper.DEATH_CERTIFICATE,
    Paper.FAMILY_CARD,
    Paper.HEIR_CERTIFICATE,
    Paper.BANK_BOOK,
)
RATES = Fact("law.credited_rates", "the rates credited in every year (law.scenario)", "tingkat pengembangan tiap tahun")
BALANCE = Fact("membership.savings", "the balance of the account in July 2015", "saldo JHT pada Juli 2015")
NOTHING_DRAWN = Assumption(
    "membership.withdrawals", "no part of the balance was drawn before", "belum pernah ada pengambilan sebagian"
)
NOTHING_LAST = Assumption(
    "member.history",
    "nothing was paid for the month in which work ended, which the record does not tell",
    "tidak ada iuran untuk bulan berakhirnya kerja, yang tidak tercatat dalam riwayat",
)


def eligible(event: Event, member: Member, *, law: Law = LAW) -> Verdict:
    """Whether the JHT balance is due for an event, under the rules of the day of the claim.

    Raises what ``benefit`` raises. PP 46/2015 arts 22(1), 26, 29; Permenaker 19/2015, 4/2022.

    >>> import jamsostek as js
    >>> ana = js.Member(js.WageEarner(wage=4_000_000, risk_group=1), registered=date(2018, 1, 8))
    >>> eligible(js.Dismissal(on=date(2025, 3, 1), new_job="none"), ana).state.value
    'eligible'
    """
    return provide(case_of(event, member, None, law)).verdict


def benefit(event: Event, member: Member, family: Family | None = None, *, law: Law = LAW) -> tuple[Item, ...]:
    """The JHT balance due for an event, an item for each account; none for what is not due.

    The amount is None while the record, or the rate of a year, is not known; then ``floor`` is what was paid in.
    Raises ``WrongType``, ``TooEarly`` (an event or a wage before registration), ``Contradiction``, several as
    ``SeveralErrors``. PP 46/2015 arts 22-31.

    >>> import jamsostek as js
    >>> law = js.LAW.scenario(tables.CREDITED_RATE, {2025: "5 %", 2026: "5 %"})
    >>> history = js.History.unbroken("2025-01", "2026-03", wage=5_000_000)
    >>> ana = js.Member(js.WageEarner(wage=5_000_000, risk_group=1), history=history)
    >>> (item,) = benefit(js.Resignation(on=date(2026, 3, 10), new_job="none"), ana, law=law)
    >>> item.amount, str(item.first)
    (4418657, '2026-04-10')
    """
    return provide(case_of(event, member, family, law)).items


def provide(case: Case, _answers: tuple[Answer, ...] = ()) -> Answer:
    """What JHT says to a case."""
    found = ground(case)
    if found.verdict.state is State.NOT_ELIGIBLE:
        return Answer(Programme.JHT, found.verdict, readings=found.readings)
    to = _receivers(case)
    items, refused, readings, assumed = [], [], list(found.readings), []
    for each in case.member.memberships:
        why = _outside(each, case)
        if why is not None:
            refused.append(Refusal(Programme.JHT, None, Verdict(State.NOT_ELIGIBLE, (why,))))
            continue
        items.append(_item(case, each, found, to))
        if each.withdrawals is None and each.enrolled is not False:
            assumed.append(NOTHING_DRAWN)
        if _untold(each) == Month.of(_end(each, case.event.on)) and items[-1].amount is not None:
            assumed.append(NOTHING_LAST)
    because = [reason for each in refused for reason in each.verdict.because]
    return Answer(
        Programme.JHT,
        verdict_of(items, because),
        tuple(items),
        tuple(refused),
        tuple(dict.fromkeys(readings)),
        tuple(dict.fromkeys(assumed)),
    )


def _receivers(case: Case) -> Receivers:
    if case.death is None:
        return Receivers(Recipient.MEMBER, None, ELIGIBLE)
    return receivers(case, Programme.JHT)


def _day(case: Case, found: Ground) -> date:
    """The day by which the balance is reckoned: that of the claim, or the first on which it is due."""
    claimed = None if case.end is None else case.end.claimed
    day = claimed or found.first
    assert day is not None  # a ground that is not refused has a day
    return day


def _duty(membership: Membership, month: Month, law: Law) -> bool:
    """Whether the employer had to enrol the worker in JHT."""
    who = evolve(membership.participant, programmes=None)
    return Programme.JHT in enrolment(who, month, law.moment(month), law).enrolled


def _outside(membership: Membership, case: Case) -> Because | None:
    """Why a membership has nothing to do with JHT; None where it is in it, or its employer owed that."""
    who = membership.participant
    month = max(Month.of(case.event.on), FIRST_MONTH)
    if isinstance(who, SelfEmployed | Trainee):
        inside = who.programmes is not None and Programme.JHT in who.programmes and membership.enrolled is not False
        words = "JHT was not joined", "tidak ikut program JHT"
        return None if inside else Because(*words, PP_46_2015.at("13(1)"))
    left_out = who.programmes is not None and Programme.JHT not in who.programmes
    if not (left_out or membership.enrolled is False):
        words = "the duty to enrol does not reach JHT", "tidak wajib program JHT"
        named = who.programmes is not None
        return None if named or _duty(membership, month, case.law) else Because(*words, PP_46_2015.at("2(1)"))
    if who.employer.kind is EmployerKind.STATE:
        return Because("the article binds no state body", "pasalnya tidak mengikat penyelenggara negara", _NOT_ENROLLED)
    words = "not enrolled, and the employer need not", "tidak terdaftar, dan pemberi kerja tidak wajib"
    return None if _duty(membership, month, case.law) else Because(*words, _NOT_ENROLLED)


def _owed_by_employer(membership: Membership) -> bool:
    programmes = membership.participant.programmes
    return membership.enrolled is False or (programmes is not None and Programme.JHT not in programmes)


def _item(case: Case, membership: Membership, found: Ground, to: Receivers) -> Item:
    """The balance of one membership."""
    law, day = case.law, _day(case, found)
    by_employer = _owed_by_employer(membership)
    held = balance(membership, day, case.event.on, law, by_employer=by_employer)
    age = law.row(tables.AGE, Moment(Clock.BIRTHDAY, case.event.on))
    work = []
    if held.account is not None:
        sums = held.account.opening + held.account.paid_in, held.account.credited, held.account.paid_out
        values = (*sums, held.account.balance)
        words = "contributions + return - drawn = balance", "iuran + hasil pengembangan - pengambilan = saldo"
        work.append(Work(*words, "{} + {} - {} = {}", values, age._replace(cites=(_SUM, *held.cites))))
    because: tuple[Citation, ...] = (*found.cites, *(cite for row in found.rows for cite in row.cites))
    missing = (*found.verdict.missing, *to.verdict.missing)
    return Item(
        Programme.JHT,
        Benefit.BALANCE,
        held.amount,
        (*because, *(() if work else (_SUM,)), *to.cites, *((_NOT_ENROLLED,) if by_employer else ())),
        tuple(work),
        Verdict(State.UNDETERMINED, missing=tuple(dict.fromkeys(missing))) if missing else ELIGIBLE,
        BenefitPayer.EMPLOYER if by_employer else BenefitPayer.FUND,
        to.sums,
        first=found.first,
        person=to.names,
        terms=(*found.terms, *to.terms, *_arrears(membership, day, by_employer=by_employer)),
        deadline=_NO_LIMIT,
        pay_days=None if by_employer else law.row(tables.PAYMENT_DAYS, Moment(Clock.CLAIM, day)),
        papers=(*found.papers, *(_HEIRS_PAPERS if case.death is not None else ()), *to.papers),
        readings=(*found.readings, *held.readings, *to.readings),
        open_facts=(*held.missing, *to.missing),
        floor=held.floor,
        membership=membership if len(case.member.memberships) > 1 else None,
    )


class Held(NamedTuple):
    """What an account holds, as far as it can be said."""

    amount: int | None
    floor: int = 0
    account: Account | None = None
    cites: tuple[Citation, ...] = ()
    readings: tuple[Reading, ...] = ()
    missing: tuple[Fact, ...] = ()


def balance(membership: Membership, day: date, worked_to: date, law: Law, *, by_employer: bool) -> Held:
    """What an account holds on a day, as far as it can be said, for who worked up to a day unless the work had ended.

    Months after the record, or without one, are not known: then it holds at least what the record comes to.
    """
    found = _recorded(membership, day, law, by_employer=by_employer)
    if found.missing or not _silent(membership, worked_to):
        return found
    return found._replace(amount=None, floor=found.amount or 0, account=None, missing=(HISTORY,))


def _silent(membership: Membership, worked_to: date) -> bool:
    """Whether the record, or the known balance, leaves months untold that were worked to their end."""
    told, end = _untold(membership), _end(membership, worked_to)
    return told is None or told < Month.of(end + timedelta(days=1))


def _end(membership: Membership, worked_to: date) -> date:
    """The last day of work."""
    return worked_to if membership.ended is None else min(membership.ended, worked_to)


def _untold(membership: Membership) -> Month | None:
    """The first month that neither the record nor the known balance tells; None: they tell nothing."""
    if membership.history is not None:
        return membership.history.last + 1
    return None if membership.savings is None else as_month(membership.savings.at)


def _recorded(membership: Membership, day: date, law: Law, *, by_employer: bool) -> Held:
    """What an account holds by the record."""
    until = last_month(day, law)
    try:
        found = account(membership, day, until, law, owed=by_employer)
    except errors.NotAnnounced:
        return Held(None, _plain(membership, day, law, by_employer=by_employer), missing=(RATES,))
    except (errors.MissingFact, errors.BeforeLaw) as error:
        return Held(None, missing=(BALANCE if isinstance(error, errors.BeforeLaw) else HISTORY,))
    except errors.SeveralErrors as several:
        kinds = {type(each) for each in several.errors}
        if not kinds <= {errors.MissingFact, errors.BeforeLaw}:
            raise
        facts = {errors.MissingFact: HISTORY, errors.BeforeLaw: BALANCE}
        return Held(
            None, missing=tuple(facts[kind] for kind in (errors.MissingFact, errors.BeforeLaw) if kind in kinds)
        )
    cites = tuple(dict.fromkeys(cite for year in found.years if year.row is not None for cite in year.row.cites))
    readings = (RETURN_STARTS, RETURN_ENDS, SAVINGS_ROUNDING) if cites else ()
    return Held(found.balance, account=found, cites=cites, readings=readings)


def _plain(membership: Membership, day: date, law: Law, *, by_employer: bool) -> int:
    """What an account holds at least: what was paid in, less what was drawn, without any return."""
    after, held = None, 0
    if membership.savings is not None:
        after, held = as_month(membership.savings.at), membership.savings.amount
    if membership.history is not None:
        held += sum(each.total for each in deposits(membership, law, after=after, until=day, owed=by_employer))
    drawn = [each for each in membership.withdrawals or () if each.on <= day]
    return max(held - sum(each.amount for each in drawn if after is None or Month.of(each.on) >= after), 0)


def _arrears(membership: Membership, day: date, *, by_employer: bool) -> tuple[Term, ...]:
    """That unpaid months are not in the balance yet; they hold nothing back."""
    if by_employer or membership.history is None:
        return ()
    unpaid = sum(
        each.state is MonthState.UNPAID for each in membership.history.as_of(day) if each.month.first_day <= day
    )
    if not unpaid:
        return ()
    return (
        Term(
            f"{unpaid} unpaid months are not in it; they are paid out once they are paid in",
            f"{unpaid} bulan iuran yang belum dibayar tidak termasuk; dibayarkan setelah disetor",
            _SUM,
        ),
    )


def shortfall(
    membership: Membership,
    wages: History | Mapping[Month, int] | Mapping[str, int],
    *,
    until: Month | str,
    law: Law = LAW,
) -> Item:
    """What an employer owes who reported lower wages: the balance as it should be, less the balance that is.

    ``wages`` are the true ones by month, rupiah; months that it does not name were reported rightly. Raises what
    ``statement`` raises, ``WrongType``, ``Contradiction`` for a wage after ``until``, ``NegativeAmount`` where the true
    wages are lower. PP 46/2015 art. 24.

    >>> import jamsostek as js
    >>> law = js.LAW.scenario(tables.CREDITED_RATE, {2025: "5 %"})
    >>> worker = js.WageEarner(wage=2_000_000, risk_group=1)
    >>> reported = js.Membership(worker, history=js.History.unbroken("2025-01", "2025-12", wage=2_000_000))
    >>> shortfall(reported, {"2025-12": 4_000_000}, until="2025-12", law=law).amount
    114475
    """
    end = as_month(until, "until")
    if not isinstance(membership, Membership):
        raise errors.WrongType("membership", f"{membership!r} is no membership", "give a jamsostek.Membership")
    if membership.history is None:
        raise errors.MissingFact("history", "it is not known what was reported", "give the membership a History")
    if isinstance(wages, History):
        true = {each.month: each.wage for each in wages}
    elif isinstance(wages, Mapping):
        true = {as_month(month, "wages"): wage for month, wage in wages.items()}
    else:
        raise errors.WrongType("wages", f"{wages!r} tells no months", "give rupiah by month, or a History")
    late = [month for month in true if month > end]
    if late:
        raise errors.Contradiction("wages", f"{runs_text(late)} lies after {end}", "cut the wages, or raise until")
    mended = [
        each._replace(wage=true[each.month], participant=None) if true.get(each.month) is not None else each
        for each in membership.history
    ]
    should = account(evolve(membership, history=History(tuple(mended))), end.last_day, end, law)
    did = account(membership, end.last_day, end, law)
    amount = should.balance - did.balance
    if amount < 0:
        raise errors.NegativeAmount("wages", "they are lower than those reported", "give the true wages")
    words = "balance by the true wages - balance", "saldo menurut upah sebenarnya - saldo"
    row = law.row(tables.AGE, Moment(Clock.BIRTHDAY, end.last_day))
    cites = dict.fromkeys(cite for year in should.years if year.row is not None for cite in year.row.cites)
    return Item(
        Programme.JHT,
        Benefit.SHORTFALL,
        amount,
        (PP_46_2015.at("24"), *cites),
        (Work(*words, "{} - {} = {}", (should.balance, did.balance, amount), row),),
        payer=BenefitPayer.EMPLOYER,
        recipient=Recipient.MEMBER,
        readings=(RETURN_STARTS, SAVINGS_ROUNDING),
    )
