"""The gateways of the scholarship: which programme gives it, whether it covers the event, whether enough was paid."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from .._assumed import Assumption
from .._benefits import ELIGIBLE, Because, BenefitPayer, Deadline, Term
from .._cases import HISTORY, Answer, Case
from .._dated import Clock, Moment, Row
from .._events import Death, TotalDisability
from .._history import MonthState
from .._kinds import Programme
from .._member import Member, Membership
from .._months import Month
from .._readings import Reading
from .._readings_of_family import INNER_ORDER_OF_HEIRS, SHARES_OF_HEIRS
from .._readings_of_scholarship import MONTHS_BEFORE_JULY_2015, SCHOLARSHIP_GAPS, SCHOLARSHIP_MONTHS
from .._recipients import TERMS_OF_HEIRS
from .._verdict import State, Verdict
from ..jkk.benefit_rules import provide as _jkk
from ..jkm.benefit_law import Benefit
from ..jkm.benefit_rules import provide as _jkm
from . import law as tables
from .law import GATEWAYS, Gateway

_JULY_2015 = Month("2015-07").index
_MANY = 10_000  # more months than a life has: what is possible where nothing is known
_ON_HEIRS = (INNER_ORDER_OF_HEIRS, SHARES_OF_HEIRS)
_ASKED = {Programme.JKK: _jkk, Programme.JKM: _jkm}


SAME_DAY = Assumption(
    "event.accident_on", "the accident was on the day of the event", "kecelakaan terjadi pada tanggal peristiwa"
)


class Gate(NamedTuple):
    """Through which programme a scholarship comes, from which day, whether it does, who pays it and on what terms."""

    gateway: Gateway
    moment: Moment
    since: date
    verdict: Verdict
    payer: BenefitPayer | None = None
    terms: tuple[Term, ...] = ()
    deadline: Deadline | None = None
    pay_days: Row[Any] | None = None
    readings: tuple[Reading, ...] = ()
    assumed: tuple[Assumption, ...] = ()


def gate_of(case: Case, answers: Iterable[Answer] = ()) -> Gate:
    """The gateway of a case that came to a death or a total disability; ``answers``: what programmes said already."""
    happened = case.death or case.disability
    assert happened is not None  # the callers ask for events that came to one of the two
    by_work = case.work_related is True or case.death is None
    gateway = GATEWAYS[Programme.JKK if by_work else Programme.JKM]
    moment = Moment(gateway.clock, case.accident_on if by_work else happened.on)
    gate = Gate(gateway, moment, happened.on, ELIGIBLE)
    if by_work and isinstance(case.event, Death | TotalDisability) and case.event.accident_on is None:
        gate = gate._replace(assumed=(SAME_DAY,))
    if case.death is None and not case.work_related:
        return gate._replace(verdict=_not_by_work(case, gate))
    asked = case if case.work_related is not None else case._replace(work_related=False)
    answer = next((each for each in answers if each.programme is gateway.programme), None)
    gate = _covered(gate, answer or _ASKED[gateway.programme](asked))
    if not by_work:
        gate = _contributions(gate, case)
    return gate if case.work_related is not None else _either(gate, case)


def _not_by_work(case: Case, gate: Gate) -> Verdict:
    """A total disability gives a scholarship by JKK alone."""
    if case.work_related is None:
        return Verdict(State.UNDETERMINED, missing=case.doubts)
    words = "a total disability that work did not cause", "cacat total tetap bukan akibat kecelakaan kerja"
    cite = case.law.row(gate.gateway.right, gate.moment).cites[0]
    return Verdict(State.NOT_ELIGIBLE, (Because(*words, cite),))


def _either(gate: Gate, case: Case) -> Gate:
    """Whether work caused a death matters, unless both gateways give the same."""
    by_work = Moment(Clock.ACCIDENT, case.accident_on)
    once = case.law.find(tables.ONE_OFF_JKK, by_work), case.law.find(tables.ONE_OFF_JKM, gate.moment)
    if (once[0] is None) is (once[1] is None) and gate.verdict.state is State.ELIGIBLE:
        return gate
    missing = (*case.doubts, *gate.verdict.missing)
    return gate._replace(verdict=Verdict(State.UNDETERMINED, missing=missing))


def _covered(gate: Gate, answer: Answer) -> Gate:
    """The gateway with what the programme says of its cover: the scholarship goes the way of its lump sum."""
    readings = tuple(each for each in answer.readings if each not in _ON_HEIRS)
    gate = gate._replace(verdict=answer.verdict, readings=readings, assumed=(*gate.assumed, *answer.assumed))
    if not answer.items:
        return gate
    item = answer.items[0]
    held_back = next((each for each in answer.refused if each.benefit is Benefit.LUMP_SUM), None)
    if held_back is not None and all(each.benefit is Benefit.FUNERAL for each in answer.items):
        return gate._replace(verdict=held_back.verdict)  # in the first months JKM pays the funeral cost alone
    terms = tuple(term for term in item.terms if term.text_en not in TERMS_OF_HEIRS)
    return gate._replace(payer=item.payer, terms=terms, deadline=item.deadline, pay_days=item.pay_days)


class _Record(NamedTuple):
    """The months paid and those that may have been, as indices; ``more``: how many may lie where nothing is known."""

    paid: frozenset[int]
    possible: frozenset[int]
    more: int

    def sign(self, needed: int, *, since_2015: bool, in_a_row: bool) -> int:
        """+1 where the months paid are enough, -1 where they cannot be, else 0."""
        least, most = (
            _length([index for index in months if not since_2015 or index >= _JULY_2015], in_a_row=in_a_row)
            for months in (self.paid, self.possible)
        )
        if least >= needed:
            return 1
        return 0 if most + self.more >= needed else -1


def _length(months: list[int], *, in_a_row: bool) -> int:
    """How many months, or the longest run of them."""
    if not in_a_row:
        return len(months)
    longest = run = 0
    before = None
    for index in sorted(months):
        run = run + 1 if index - 1 == before else 1
        longest, before = max(longest, run), index
    return longest


def _plainly_enough(membership: Membership, on: date, needed: int) -> bool:
    """Whether the last months of a membership alone are more than enough, paid in a row: then no reading matters."""
    history = membership.history
    if history is None:
        return False
    end = min(Month.of(on).index, history.last.index) - history.first.index + 1
    records = history.records[max(end - needed - 1, 0) : max(end, 0)]
    if len(records) <= needed or records[0].month.index < _JULY_2015:
        return False
    return all(m.state is MonthState.PAID and (m.paid_on is None or m.paid_on <= on) for m in records)


def _record(member: Member, on: date) -> _Record:
    """The months of contributions by a day, in any membership, each once."""
    paid: set[int] = set()
    unknown: set[int] = set()
    more = 0
    now = Month.of(on).index
    for each in member.memberships:
        if each.history is None:
            if each.since is not None:
                unknown.update(range(Month.of(each.since).index, now + 1))
            elif each.enrolled is None:
                more = _MANY
            continue
        records = each.history.records[: max(now - each.history.first.index + 1, 0)]
        paid.update(
            [m.month.index for m in records if m.state is MonthState.PAID and (m.paid_on is None or m.paid_on <= on)]
        )
        unknown.update([m.month.index for m in records if m.state is None])
        end = now if each.ended is None or each.ended >= on else Month.of(each.ended).index + 1
        unknown.update(range(each.history.last.index + 1, end))
    return _Record(frozenset(paid), frozenset(paid | unknown), more)


def _contributions(gate: Gate, case: Case) -> Gate:
    """The gateway with the verdict on the years of contributions that JKM asks for."""
    law = case.law
    row = law.row(tables.CONTRIBUTION_YEARS, gate.moment)
    if any(_plainly_enough(each, gate.since, row.value * 12) for each in case.member.memberships):
        return gate
    record = _record(case.member, gate.since)
    chosen = {
        MONTHS_BEFORE_JULY_2015: law.option(MONTHS_BEFORE_JULY_2015) == "do_not_count",
        SCHOLARSHIP_GAPS: law.option(SCHOLARSHIP_GAPS) == "in_a_row",
        SCHOLARSHIP_MONTHS: law.option(SCHOLARSHIP_MONTHS) == "more",
    }

    def sign(taken: dict[Reading, bool]) -> int:
        since_2015, in_a_row, more = taken.values()
        return record.sign(row.value * 12 + more, since_2015=since_2015, in_a_row=in_a_row)

    found = sign(chosen)
    readings = tuple(each for each in chosen if sign({**chosen, each: not chosen[each]}) != found)
    gate = gate._replace(readings=(*gate.readings, *readings))
    if found > 0 or (found == 0 and gate.verdict.state is State.NOT_ELIGIBLE):
        return gate
    if found == 0:
        missing = tuple(dict.fromkeys((*gate.verdict.missing, HISTORY)))
        return gate._replace(verdict=Verdict(State.UNDETERMINED, missing=missing))
    least = len(record.paid)
    words = (
        f"{least} months of contributions paid, and {row.value} years are asked for",
        f"iuran lunas {least} bulan, padahal masa iur paling singkat {row.value} tahun",
    )
    because = (*gate.verdict.because, Because(*words, row.cites[0]))
    return gate._replace(verdict=Verdict(State.NOT_ELIGIBLE, because))
