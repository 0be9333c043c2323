"""Taking a part of the JHT balance while preparing for retirement, once, after ten years; PP 46/2015 art. 22(4)-(6)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from .. import errors
from .._benefits import ELIGIBLE, Because, Item, Paper, Recipient, Work
from .._cases import REGISTERED
from .._dated import Clock, Moment
from .._events import on_error
from .._kinds import Programme, choice_error, lenient
from .._law import LAW, Law
from .._member import Member, at_home
from .._money import whole
from .._readings import Reading
from .._readings_of_savings import MEMBERSHIP_YEARS, PARTIAL_OF_LEAVERS
from .._verdict import Fact, State, Verdict
from ..instruments import PP_46_2015
from . import savings_law as tables
from .payout_rules import balance
from .savings_law import Purpose

_SHARES = {Purpose.HOUSING: tables.PARTIAL_HOUSING, Purpose.OTHER: tables.PARTIAL_OTHER}
_ONCE = PP_46_2015.at("22(6)")
_PAPERS = (Paper.CARD, Paper.ID_OF_MEMBER, Paper.FAMILY_CARD, Paper.EMPLOYMENT_REFERENCE, Paper.BANK_BOOK)
TAKEN = Fact("membership.withdrawals", "whether a part was taken before", "apakah pernah mengambil sebagian")


def partial(
    member: Member,
    *,
    purpose: Purpose | Literal["housing", "other"],
    on: date,
    held: int | None = None,
    law: Law = LAW,
) -> Item:
    """The most that may be taken out of a balance on a day: 30 % for a home, or 10 % for other preparation; once.

    ``held`` is the balance, rupiah; None: it is worked out from the record. The amount is None while that cannot be.
    Raises ``UnknownKind``, ``MissingFact``, ``NotADate``, ``BeforeLaw``, ``NegativeAmount``, ``TooEarly``.
    PP 46/2015 art. 22(4)-(6).

    >>> import jamsostek as js
    >>> ana = js.Member(js.WageEarner(wage=4_000_000, risk_group=1), registered=date(2016, 1, 4), withdrawals=())
    >>> partial(ana, purpose="other", on=date(2026, 3, 2), held=100_000_000)
    <JHT other: 10,000,000, eligible>
    """
    wanted = lenient(Purpose, purpose)
    errors.raise_together(
        "jht.partial",
        (
            errors.MissingFact("purpose", "it is not told", "give housing or other")
            if wanted is None
            else choice_error(errors.UnknownKind, "purpose", Purpose, wanted),
            on_error("on", on),
            errors.WrongType("member", f"{member!r} is no member", "give a jamsostek.Member")
            if not isinstance(member, Member)
            else None,
            _held_error(held),
        ),
    )
    assert wanted is not None  # refused above
    memberships = at_home(member)
    moment = Moment(Clock.CLAIM, on)
    share, years = law.row(_SHARES[wanted], moment), law.row(tables.PARTIAL_YEARS, moment)
    because: list[Because] = []
    missing: list[Fact] = []
    readings: list[Reading] = [PARTIAL_OF_LEAVERS]
    reached = _reached(member, on, years.value, law, readings)
    if reached is None:
        missing.append(REGISTERED)
    elif reached > on:
        words = (
            f"{years.value} years of membership are reached on {reached}",
            f"masa kepesertaan {years.value} tahun tercapai pada {reached}",
        )
        because.append(Because(*words, years.cites[0]))
    if any(each.withdrawals and min(each.withdrawals).on < on for each in memberships):
        because.append(Because("a part was taken before", "sudah pernah mengambil sebagian", _ONCE))
    elif any(each.withdrawals is None for each in memberships):
        missing.append(TAKEN)
    if law.option(PARTIAL_OF_LEAVERS) == "no" and not any(each.open_on(on) for each in memberships):
        words = "no longer at work", "sudah tidak bekerja"
        because.append(Because(*words, PARTIAL_OF_LEAVERS.cites[0]))
    whole_balance, unknown, more = _balance(member, on, held, law)
    amount = None if whole_balance is None else int(whole_balance * share.value)
    work: tuple[Work, ...] = ()
    if whole_balance is not None:
        words = "balance × share, down to the full rupiah", "saldo × bagian, dibulatkan ke bawah"
        work = (Work(*words, "⌊{} × {}⌋ = {}", (whole_balance, share.value, amount), share),)
    verdict = ELIGIBLE
    if because:
        verdict = Verdict(State.NOT_ELIGIBLE, tuple(because))
    elif missing:
        verdict = Verdict(State.UNDETERMINED, missing=tuple(missing))
    return Item(
        Programme.JHT,
        wanted,
        amount,
        (*share.cites, *years.cites, _ONCE),
        work,
        verdict,
        recipient=Recipient.MEMBER,
        first=reached,
        pay_days=law.row(tables.PAYMENT_DAYS, moment),
        papers=_PAPERS,
        readings=(*readings, *more),
        open_facts=unknown,
    )


def _held_error(held: int | None) -> errors.JamsostekError | None:
    if held is None:
        return None
    if whole(held) is None:
        return errors.WrongType("held", f"{held!r} is no amount", "give whole rupiah as an int")
    return errors.NegativeAmount("held", f"{held} is negative", "give whole rupiah") if held < 0 else None


def _balance(
    member: Member, on: date, held: int | None, law: Law
) -> tuple[int | None, tuple[Fact, ...], tuple[Reading, ...]]:
    if held is not None:
        return held, (), ()
    found = [balance(each, on, on, law, by_employer=False) for each in member.memberships]
    missing = tuple(dict.fromkeys(fact for each in found for fact in each.missing))
    readings = tuple(dict.fromkeys(reading for each in found for reading in each.readings))
    if missing:
        return None, missing, readings
    return sum(each.amount or 0 for each in found), (), readings


def _reached(member: Member, on: date, years: int, law: Law, readings: list[Reading]) -> date | None:
    """The day on which so many years of membership are reached; None while a registration is not known."""
    spans = []
    for each in member.memberships:
        if each.enrolled is False:
            continue
        if each.since is None:
            return None
        if each.since <= on:
            spans.append((each.since, min(each.ended or on, on)))
    if not spans:
        return None
    spans.sort()
    if len(spans) > 1:
        readings.append(MEMBERSHIP_YEARS)
    option = law.option(MEMBERSHIP_YEARS)
    if option == "longest":
        first, _ = max(spans, key=lambda span: span[1] - span[0])
        return first + relativedelta(years=years)
    first, last = spans[0]
    if option == "since_first":
        return first + relativedelta(years=years)
    away = 0
    for start, end in spans[1:]:
        away += max((start - last).days - 1, 0)
        last = max(last, end)
    return first + relativedelta(years=years) + timedelta(days=away)
