"""On what ground JHT is paid and from which day, through every regime since July 2015; PP 46/2015 arts 22, 26, 29."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from dateutil.relativedelta import relativedelta

from .._benefits import ELIGIBLE, Because, Paper, Term
from .._cases import Case
from .._citations import Citation
from .._dated import Clock, Dated, Moment, Row
from .._endings import ActivityEnd, ContractEnd, Dismissal, LeavingIndonesia, Resignation, Retirement
from .._facts import BORN
from .._law import Law
from .._member import Membership
from .._people import SelfEmployed, WageEarner
from .._readings import Reading
from .._readings_of_savings import LEAVERS_IN_AUGUST_2015, WAIT_AT_CONTRACT_END
from .._verdict import Fact, State, Verdict
from ..instruments import PERMENAKER_4_2022, PP_46_2015, PP_60_2015
from ..readings import BORN_ON_29_FEBRUARY
from . import savings_law as tables

NEW_JOB = Fact("event.new_job", "whether and when the next work for a wage began", "apakah dan kapan bekerja kembali")
AGREED_AGE = Fact("event.agreed_age", "the agreed retirement age", "usia pensiun yang diperjanjikan")
FOR_GOOD = Fact("event.for_good", "whether the leaving is for good", "apakah untuk selama-lamanya")
WHICH_ENDED = Fact("membership.ended", "which of the memberships ended", "kepesertaan mana yang berakhir")
_GAP, _LEAVERS = date(2015, 8, 12), date.fromisoformat(tables.LEAVERS)
_ELSEWHERE = tables.WAIT_AFTER_RESIGNATION
_WAITS: dict[type, Dated[int]] = {
    Dismissal: tables.WAIT_AFTER_DISMISSAL,
    Resignation: tables.WAIT_AFTER_RESIGNATION,
    ContractEnd: tables.WAIT_AFTER_CONTRACT_END,
    ActivityEnd: tables.WAIT_AFTER_ACTIVITY_END,
    LeavingIndonesia: tables.WAIT_AFTER_LEAVING,
}
_PAPERS: dict[type, tuple[Paper, ...]] = {
    Dismissal: (Paper.DISMISSAL_PROOF, Paper.BANK_BOOK),
    Resignation: (Paper.RESIGNATION_CERTIFICATE, Paper.BANK_BOOK),
    ContractEnd: (Paper.CONTRACT, Paper.BANK_BOOK),
    ActivityEnd: (Paper.END_OF_ACTIVITY, Paper.BANK_BOOK),
    LeavingIndonesia: (Paper.LEAVING_STATEMENT, Paper.PASSPORT, Paper.BANK_BOOK),
}
_MEMBER = (Paper.CARD, Paper.ID_OF_MEMBER)


class Ground(NamedTuple):
    """Whether the balance is due for an event, from which day (``first``, None: not on any), on which articles."""

    verdict: Verdict
    first: date | None
    rows: tuple[Row[Any], ...] = ()
    cites: tuple[Citation, ...] = ()
    papers: tuple[Paper, ...] = _MEMBER
    readings: tuple[Reading, ...] = ()
    terms: tuple[Term, ...] = ()


def ground(case: Case) -> Ground:
    """The ground on which an event makes the balance due."""
    event = case.event
    if case.death is not None:
        return Ground(ELIGIBLE, case.death.on, cites=(PP_46_2015.at("22(1)"), PP_60_2015.at("26(1)c")), papers=())
    if case.disability is not None:
        cites = PP_46_2015.at("22(1)"), PP_60_2015.at("26(1)b")
        return Ground(ELIGIBLE, case.disability.on, cites=cites, papers=(*_MEMBER, Paper.DOCTORS_FINDING))
    if isinstance(event, Retirement):
        return _retirement(case, event)
    if type(event) in _WAITS:
        return _leaver(case)
    words = "an accident alone makes no savings due", "kecelakaan saja tidak membuat JHT dapat dibayarkan"
    return _refused(Because(*words, PP_46_2015.at("22(1)")))


def _refused(*because: Because, readings: tuple[Reading, ...] = ()) -> Ground:
    return Ground(Verdict(State.NOT_ELIGIBLE, because), None, readings=readings)


def _open(missing: Fact, first: date | None = None, readings: tuple[Reading, ...] = ()) -> Ground:
    return Ground(Verdict(State.UNDETERMINED, missing=(missing,)), first, readings=readings)


def age_reached(born: date, age: int, law: Law) -> tuple[date, tuple[Reading, ...]]:
    """The day on which an age is reached; a birthday of 29 February is a reading."""
    day = born + relativedelta(years=age)
    if day.day == born.day:
        return day, ()
    late = law.option(BORN_ON_29_FEBRUARY) == "1_march"
    return day + timedelta(days=1) if late else day, (BORN_ON_29_FEBRUARY,)


def _birthday(case: Case, age: int | None = None) -> tuple[date | None, Row[int], tuple[Reading, ...]]:
    """The day on which the age of payout (or another one) is reached; None while the birth is not known."""
    row = case.law.row(tables.AGE, Moment(Clock.BIRTHDAY, case.event.on))
    born = case.member.person.born
    if born is None:
        return None, row, ()
    day, readings = age_reached(born, row.value if age is None else age, case.law)
    return day, row, readings


def _retirement(case: Case, event: Retirement) -> Ground:
    """Paid at 56, or at an agreed age; who works on may wait and is paid when the work stops (art. 29)."""
    reached, row, readings = _birthday(case)
    if reached is None:
        return _open(BORN, event.on)
    if event.on >= reached:
        return _by_day(case, event.on, (row,), readings=readings)
    agreed = case.law.find(tables.AGREED_AGE, Moment(Clock.CLAIM, event.claimed or event.on))
    if agreed is None or event.agreed_age == row.value:
        words = (
            f"younger than {row.value}, which is reached on {reached}",
            f"belum berusia {row.value} tahun, yang tercapai pada {reached}",
        )
        return _refused(Because(*words, row.cites[0]), readings=readings)
    if event.agreed_age is None:
        return _open(AGREED_AGE, event.on, readings)
    day, _, _ = _birthday(case, event.agreed_age)
    assert day is not None  # the birth is known here
    if event.on < day:
        words = (
            f"younger than the agreed age of {event.agreed_age}, which is reached on {day}",
            f"belum mencapai usia pensiun {event.agreed_age} tahun, yang tercapai pada {day}",
        )
        return _refused(Because(*words, agreed.cites[0]), readings=readings)
    return _by_day(case, event.on, (agreed,), readings=readings)


def _by_day(
    case: Case,
    first: date,
    rows: tuple[Row[Any], ...],
    *,
    papers: tuple[Paper, ...] = _MEMBER,
    readings: tuple[Reading, ...] = (),
    terms: tuple[Term, ...] = (),
) -> Ground:
    """Due from a day on; a claim filed before it came too early."""
    claimed = None if case.end is None else case.end.claimed
    if claimed is not None and claimed < first:
        words = f"claimed on {claimed}, due from {first} on", f"diajukan pada {claimed}, dapat dibayarkan mulai {first}"
        reasons = tuple(Because(*words, row.cites[0]) for row in rows)
        return Ground(Verdict(State.NOT_ELIGIBLE, reasons), first, rows, readings=readings)
    return Ground(ELIGIBLE, first, rows, papers=papers, readings=readings, terms=terms)


def _leaver(case: Case) -> Ground:
    """Who left work: after the waiting months, or at 56 if that comes first."""
    event = case.end
    assert event is not None  # asked of the end of work alone
    law = case.law
    reached, age_row, birthday = _birthday(case)
    if isinstance(event, LeavingIndonesia) and event.for_good is not True:
        if event.for_good is None:
            return _open(FOR_GOOD, event.on)
        words = "not leaving for good", "tidak untuk selama-lamanya"
        return _refused(Because(*words, tables.WAIT_AFTER_LEAVING.rows[-1].cites[0]))
    found = _waited(event, law)
    nobody = _nobody(case, event, found)
    if nobody is not None:
        return _refused(nobody)
    if reached is not None and reached <= found.first:
        return _by_day(case, max(event.on, reached), (age_row,), readings=birthday)
    closed = _closed_on(event, law, reached)
    if closed is not None:
        return _refused(closed, readings=found.readings)
    papers = (*_MEMBER, *_PAPERS[type(event)])
    return _unless_at_work(
        case, _by_day(case, found.first, (found.row,), papers=papers, readings=found.readings), found.first
    )


def _nobody(case: Case, event: Any, found: _Waited) -> Because | None:
    """Why the event is none of this member's: who is employed does not end self-employed work, and the other way."""
    own = [isinstance(each.participant, SelfEmployed) for each in case.member.memberships]
    if isinstance(event, ActivityEnd) and not any(own):
        return Because("nobody here is self-employed", "tidak ada peserta bukan penerima upah", found.row.cites[0])
    if isinstance(event, Dismissal | Resignation | ContractEnd) and all(own):
        return Because("nobody here is employed", "tidak ada peserta penerima upah", found.row.cites[0])
    return None


class _Waited(NamedTuple):
    first: date
    row: Row[int]
    readings: tuple[Reading, ...] = ()


def _waited(event: Any, law: Law) -> _Waited:
    """The first day on which a leaver can be paid, under the rules that follow one another."""
    rules = [span for table in _rules(event) for span in law.table(table).spans()]
    found = [(_under(event, since, row, law), until) for since, until, row in rules]
    return next((each for each, until in found if until is None or each.first <= until), found[-1][0])


def _rules(event: Any) -> tuple[Dated[int], ...]:
    """The tables of waiting months of an event, in the order of time."""
    first = (tables.LEAVING_AT_FIRST,) if isinstance(event, LeavingIndonesia) else ()
    return (*first, _WAITS[type(event)])


def _under(event: Any, since: date, row: Row[int], law: Law) -> _Waited:
    """The first day on which a leaver can be paid under one rule, in force from a day on."""
    start = getattr(event, "certificate", None) or event.on
    if isinstance(event, LeavingIndonesia) and event.claimed is not None:
        start = min(start, event.claimed)  # it may be claimed before the departure
    months = row.value
    readings: tuple[Reading, ...] = ()
    if not months and isinstance(event, ContractEnd | ActivityEnd):
        readings = (WAIT_AT_CONTRACT_END,)
        months = int(law.option(WAIT_AT_CONTRACT_END) == "one_month")
    if since == _LEAVERS and event.on < since:
        readings = (*readings, LEAVERS_IN_AUGUST_2015)
        if law.option(LEAVERS_IN_AUGUST_2015) == "at_once":
            since = _GAP
    return _Waited(max(start + relativedelta(months=months), since), row, readings)


def _closed_on(event: Any, law: Law, reached: date | None) -> Because | None:
    """Why a claim filed on a day of 2015 could not be paid to who left work; None where it could."""
    claimed = event.claimed
    if claimed is None or (reached is not None and reached <= claimed):
        return None
    moment = Moment(Clock.CLAIM, claimed)
    if any(law.find(table, moment) is not None for table in _rules(event)):
        return None
    row = law.find(tables.LEAVERS_AT_AGE, moment)
    if row is not None:
        return Because("who left work waits for the age of 56", "menunggu usia 56 tahun", row.cites[0])
    if claimed >= _GAP and law.option(LEAVERS_IN_AUGUST_2015) == "from_september":
        words = "the minister's rule was not yet applied", "peraturan menteri belum diterapkan"
        return Because(*words, PP_60_2015.at("26(5)"))
    return None


def _unless_at_work(case: Case, found: Ground, first: date) -> Ground:
    """After a dismissal or a resignation: only while not working for a wage elsewhere."""
    event = case.end
    if not isinstance(event, Dismissal | Resignation) or found.verdict.state is not State.ELIGIBLE:
        return found
    cite = PERMENAKER_4_2022.at("8", _ELSEWHERE.rows[-1].cites[0].grade, "summaries of the regulation")
    at_work = Because("works for a wage again", "sudah bekerja kembali", cite)
    day = event.claimed or first
    if isinstance(event.new_job, date):
        if event.new_job <= day:
            return _refused(at_work, readings=found.readings)
        words = (
            f"to be claimed before the new work on {event.new_job}",
            f"diajukan sebelum bekerja pada {event.new_job}",
        )
        return found._replace(terms=(*found.terms, Term(*words, cite)))
    others = _others(case.member.memberships, event.on)
    if others is None:
        return _open(WHICH_ENDED, first, found.readings)
    if any(each.open_on(day) and isinstance(each.participant, WageEarner) for each in others):
        return _refused(at_work, readings=found.readings)
    return found if event.new_job == "none" else _open(NEW_JOB, first, found.readings)


def _others(memberships: tuple[Membership, ...], on: date) -> list[Membership] | None:
    """The memberships that did not end with the event; None while it is not known which one did."""
    ended = [each for each in memberships if each.ended is not None and each.ended <= on]
    others = [each for each in memberships if each not in ended]
    if ended or not others:
        return others
    return [] if len(others) == 1 else None
