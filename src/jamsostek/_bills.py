"""Runs of months: the bills of a history, or of pay by month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from . import errors
from ._contributions import contributions
from ._history import History, MonthLike, MonthState
from ._kinds import EmployerKind, PaidBy
from ._law import LAW, Law
from ._months import Month, as_month, runs_text
from ._people import Participant, SelfEmployed, Trainee, WageEarner
from ._results import Bill


def bills(
    pay: History | Mapping[MonthLike, int | Participant], participant: Participant | None = None, *, law: Law = LAW
) -> tuple[Bill, ...]:
    """The bills (tagihan iuran) of a run of months, in order: one for each month in which something was owed.

    ``pay`` is a ``History``, or rupiah per month (or the participant) by month; ``participant`` is whose other facts
    hold in every month. A month that is not in the mapping, or not owed, has no bill: that is how people leave. A month
    begun counts whole, for joiners too: the agency takes no part of a monthly wage. Raises ``MissingFact`` for a month
    whose pay is not known, ``OverlappingMonths``, and what ``contributions`` raises, with the months in which it is so,
    several as ``SeveralErrors``.

    >>> worker = WageEarner(wage=4_000_000, risk_group=3)
    >>> [bill.total for bill in bills({"2026-01": 4_000_000, "2026-02": 4_200_000}, worker)]
    [395600, 415380]
    """
    made: list[Bill] = []
    faults: dict[object, tuple[errors.JamsostekError, list[Month]]] = {}
    for month, given in _owed(pay, participant):
        try:
            if isinstance(given, WageEarner | SelfEmployed | Trainee):
                who = given
            else:
                who = participant = _with_pay(given, participant)
            made.append(contributions(who, month=month, law=law))
        except errors.JamsostekError as error:
            for each in errors.each_of(error):
                faults.setdefault(_alike(each), (each, []))[1].append(month)
    errors.raise_together("bills", (errors.told_at(runs_text(where), fault) for fault, where in faults.values()))
    return tuple(sorted(made, key=lambda bill: bill.month))


def _alike(error: errors.JamsostekError) -> object:
    """What faults of several months have in common; those outside the law differ in nothing but their day."""
    if isinstance(error, errors.BeforeLaw | errors.NotAnnounced | errors.LawChanged):
        return type(error), error.where, error.mend
    return str(error)


def alike(bills: Bill | Iterable[Bill], where: str) -> Iterator[Bill]:
    """Bills one by one, or a single one, seen to be those of one kind of payer under one law, and not none."""
    if isinstance(bills, Bill):
        bills = (bills,)
    if not isinstance(bills, Iterable):
        raise errors.WrongType(where, f"{bills!r} is no list of bills", "give bills, as contributions() returns them")
    first: Bill | None = None
    for bill in bills:
        if not isinstance(bill, Bill):
            raise errors.WrongType(where, f"{bill!r} is no bill", "give bills, as contributions() returns them")
        if first is None:
            first = bill
        if bill.law is not first.law and bill.law != first.law:
            raise errors.Contradiction("bills", "they go by several laws", "bill all of them under one law")
        if bill.participant is not first.participant and payer_of(bill.participant) != payer_of(first.participant):
            raise errors.Contradiction("bills", "they are of several kinds of payer", "take each kind by itself")
        yield bill
    if first is None:
        raise errors.MissingFact(where, "no bill is given", "give at least one")


def payer_of(participant: Participant) -> tuple[str, EmployerKind | PaidBy]:
    """What kind of payer answers for a participant."""
    if isinstance(participant, SelfEmployed):
        return participant.type_name, participant.paid_by or PaidBy.SELF
    return participant.type_name, participant.employer.kind or EmployerKind.COMPANY


def _owed(
    pay: History | Mapping[MonthLike, int | Participant], participant: Participant | None
) -> Iterator[tuple[Month, int | Participant | None]]:
    """The months in which something was owed, with the pay or the participant."""
    if isinstance(pay, History):
        own_account = isinstance(participant, SelfEmployed)
        for each in pay:
            if each.participant is None and (each.wage if own_account else each.income) is not None:
                kind, told = ("self-employed", "a wage") if own_account else ("no self-employed person", "an income")
                raise errors.Contradiction(
                    f"{each.month}", f"{told} is recorded, and the participant is {kind}", "give the right participant"
                )
            if each.state is not MonthState.NOT_OWED:
                yield each.month, each.participant or (each.income if own_account else each.wage)
        return
    if not isinstance(pay, Mapping):
        raise errors.WrongType("bills", f"{pay!r} is no history", "give a History, or rupiah by month")
    seen: set[Month] = set()
    for key, given in pay.items():
        month = as_month(key)
        if month in seen:
            raise errors.OverlappingMonths("bills", f"{month} is there twice", "keep one of them")
        seen.add(month)
        yield month, given


def _with_pay(given: int | None, participant: Participant | None) -> Participant:
    """The participant with the pay of the month."""
    if given is None:
        raise errors.MissingFact(
            "pay", "it is not known what was earned", "give the wage or income, or record the month as not owed"
        )
    if not isinstance(participant, WageEarner | SelfEmployed | Trainee):
        raise errors.MissingFact("participant", "pay alone is no participant", "give the participant beside it")
    if isinstance(participant, SelfEmployed):
        return participant if participant.income == given else evolve(participant, income=given)
    return participant if participant.wage == given else evolve(participant, wage=given)
