"""What JKP pays after a dismissal: the cash benefit month by month, who pays it, the shortfall of an employer."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .._benefits import Because, BenefitPayer, Item, Recipient, Term, When, Work
from .._cases import REGISTERED, Answer, Case, Event, case_of, verdict_of
from .._citations import Citation
from .._dated import Clock, Moment
from .._endings import ContractEnd, Dismissal, Resignation, Retirement
from .._events import Death, TotalDisability
from .._kinds import Labelled, Programme, Scale
from .._law import LAW, Law
from .._member import Member, Membership
from .._people import WageEarner
from .._readings import Reading
from .._verdict import Fact, State, Verdict
from ..instruments import PP_37_2021
from . import benefit_law as tables
from . import cash, record
from .benefit_law import Benefit
from .entitlement import (
    CLAIMED,
    Found,
    asked_of,
    check_claims,
    check_months,
    check_person,
    claim_window,
    deadline_of,
    lost_job,
)
from .payer import formal_terms, in_kind, papers_of, payer_of

PAID = Fact("event.paid", "days on which the months were paid", "tanggal pembayaran manfaat bulanan")

_EXCLUDED: dict[type, tuple[str, str, Citation]] = {
    Resignation: ("a resignation is no dismissal", "mengundurkan diri", PP_37_2021.at("20(1)a")),
    TotalDisability: ("total disability", "cacat total tetap", PP_37_2021.at("20(1)b")),
    Retirement: ("retirement", "pensiun", PP_37_2021.at("20(1)c")),
    Death: ("the member died", "meninggal dunia", PP_37_2021.at("20(1)d")),
    ContractEnd: ("a contract that ran out on its day", "PKWT berakhir pada waktunya", PP_37_2021.at("20(2)")),
}
_NO_DISMISSAL = "no dismissal", "bukan PHK", PP_37_2021.at("19(1)")


def eligible(event: Event, member: Member, *, law: Law = LAW) -> Verdict:
    """Whether JKP is owed after an event: by the fund or by the employer. PP 37/2021 arts 4, 19-20, 35, 37, 40.

    Raises what ``benefit`` raises.

    >>> import jamsostek as js
    >>> ana = js.WageEarner(wage=4_000_000, risk_group=2, person=js.Person(citizen=True, born=date(1990, 6, 15)))
    >>> member = js.Member(ana, registered=date(2018, 1, 8), history=js.History.unbroken("2018-01", "2025-02"))
    >>> eligible(js.Dismissal(on=date(2025, 3, 1)), member).text()
    'cannot be said without: cover by the health scheme JKN'
    """
    return provide(case_of(event, member, None, law)).verdict


def benefit(event: Event, member: Member, *, law: Law = LAW) -> tuple[Item, ...]:
    """What JKP pays or may pay after an event: runs of equal months of cash, and an employer's shortfall.

    Labour-market services and training are in kind: they stand among the terms. Raises ``WrongType``, ``TooEarly`` (a
    dismissal before registration), ``Contradiction``, several as ``SeveralErrors``. PP 37/2021 arts 21, 23, 37, 39.

    >>> import jamsostek as js
    >>> somebody = js.Person(citizen=True, born=date(1990, 6, 15), health_cover="employer")
    >>> ana = js.WageEarner(wage=4_000_000, risk_group=2, person=somebody)
    >>> member = js.Member(ana, registered=date(2018, 1, 8), history=js.History.unbroken("2018-01", "2025-02"))
    >>> benefit(js.Dismissal(on=date(2025, 3, 1)), member)
    (<JKP cash: 2,400,000 monthly, 6 times, eligible>,)
    """
    return provide(case_of(event, member, None, law)).items


def provide(case: Case, _answers: tuple[Answer, ...] = ()) -> Answer:
    """What JKP says to a case."""
    event, law = case.event, case.law
    if not isinstance(event, Dismissal):
        return _refusal(Because(*_EXCLUDED.get(type(event), _NO_DISMISSAL)))
    if law.find(tables.CLAIM_MONTHS, Moment(Clock.DISMISSAL, event.on)) is None:
        words = "JKP was not in force", "JKP belum berlaku"
        return _refusal(Because(*words, PP_37_2021.at("50")))
    found = Found()
    window = claim_window(event.on, law)
    job = lost_job(case, event, found)
    if job is None:
        return _answer(found, ())._replace(bounds=_bounds(case, event, found, window.last))
    asked = asked_of(job, event, law)
    if check_person(job, asked, found, never=job.enrolled is False):
        return _not_enrolled(case, event, job, found)
    if job.enrolled is None and job.history is None:
        found.missing.append(REGISTERED)
    check_months(case, event, window, found)
    check_claims(case, event, window, found)
    if found.verdict.state is State.NOT_ELIGIBLE:
        return _answer(found, ())
    months = cash.months_of(event, record.wage_reported(job, event.on), window.last, law)
    found.readings += cash.readings_of(months, law)
    paying = payer_of(case, event, job)
    frame = _Frame(
        found.verdict,
        paying.payer,
        (*in_kind(event, law), *paying.terms, *formal_terms(event, law)),
        tuple(dict.fromkeys((PP_37_2021.at("19(1)"), *found.cites, *paying.cites))),
        paying.missing,
        tuple(dict.fromkeys((*found.readings, *paying.readings))),
        papers_of(event, law),
    )
    items = tuple(_monthly(event, run, frame, law)._replace(deadline=deadline_of(window)) for run in cash.runs(months))
    found.readings += paying.readings
    return _answer(found, (*items, *_shortfall(event, months, frame, law)))


def _bounds(case: Case, event: Dismissal, found: Found, last_claim: date) -> tuple[int, int]:
    """What is owed at least and at most while it is not known which of several jobs counts."""
    if found.verdict.state is State.NOT_ELIGIBLE:
        return 0, 0
    jobs = record.jobs_of(case.member, event.on).running
    wage = max(record.wage_reported(job, event.on) for job in jobs)
    months = cash.months_of(event, max(wage, event.wage or 0), last_claim, case.law)
    return 0, sum(max(each.amount for each in month.cash) for month in months)


def _refusal(because: Because) -> Answer:
    return Answer(Programme.JKP, Verdict(State.NOT_ELIGIBLE, (because,)))


def _answer(found: Found, items: tuple[Item, ...]) -> Answer:
    verdict = found.verdict
    if items:
        verdict = verdict_of(items, ())
    return Answer(
        Programme.JKP,
        verdict,
        items,
        readings=tuple(dict.fromkeys(found.readings)),
        assumed=() if verdict.state is State.NOT_ELIGIBLE else tuple(dict.fromkeys(found.assumed)),
    )


class _Frame(NamedTuple):
    """What all items of a case share."""

    verdict: Verdict
    payer: BenefitPayer | None
    terms: tuple[Term, ...]
    cites: tuple[Citation, ...]
    missing: tuple[Fact, ...]
    readings: tuple[Reading, ...]
    papers: tuple[Labelled, ...]

    def item(self, benefit_of: Benefit, amount: int | None, work: tuple[Work, ...]) -> Item:
        """One item to the member."""
        return Item(
            Programme.JKP,
            benefit_of,
            amount,
            self.cites,
            work,
            self.verdict,
            self.payer,
            Recipient.MEMBER,
            terms=self.terms,
            papers=self.papers,
            readings=self.readings,
            open_facts=self.missing,
        )


def _monthly(event: Dismissal, run: cash.Run, frame: _Frame, law: Law) -> Item:
    """A run of equal months; where the version or the number of months is not known, the bounds of it."""
    times, amounts = len(run.months), [each.amount for each in run.cash]
    first = run.months[0].first
    item = frame.item(Benefit.CASH, amounts[0], run.cash[0].works())._replace(
        when=When.MONTHLY,
        times=times,
        first=first,
        pay_days=law.find(tables.PAYMENT_DAYS, Moment(Clock.BENEFIT_MONTH, first)),
    )
    stops = isinstance(event.new_job, date) and (event.approved or event.claimed) is None
    if len(amounts) == 1 and not stops:
        return item
    works = tuple(dict.fromkeys(work for each in run.cash for work in each.works()))
    facts = CLAIMED if (event.approved or event.claimed) is None else PAID
    return item._replace(
        amount=None,
        work=works,
        floor=0 if stops else min(amounts) * times,
        cap=max(amounts) * times,
        open_facts=(*item.open_facts, facts),
    )


def _shortfall(event: Dismissal, months: tuple[cash.BenefitMonth, ...], frame: _Frame, law: Law) -> tuple[Item, ...]:
    """What the employer owes in one sum, where the wage was under-reported (art. 23)."""
    if event.wage is None or event.wage <= months[0].cash[0].wage:
        return ()
    least, most, works = 0, 0, []
    for run in cash.runs(months):
        lacks = []
        for paid in run.cash:
            full = cash.cash_of(event.wage, Moment(Clock.BENEFIT_MONTH, paid.row.since), run.months[0].number, law)
            assert full is not None  # a version that pays the reported wage pays the true one
            lacks.append((full, full.amount - paid.amount))
            works.append(
                Work(
                    "months × (cash of the true wage − cash paid)",
                    "bulan × (manfaat dari upah sebenarnya − manfaat yang dibayar)",
                    "{} × ({} − {}) = {}",
                    (len(run.months), full.amount, paid.amount, len(run.months) * (full.amount - paid.amount)),
                    full.row,
                )
            )
        least += len(run.months) * min(lack for _, lack in lacks)
        most += len(run.months) * max(lack for _, lack in lacks)
    if most == 0:
        return ()  # both wages lie above the ceiling
    start = event.approved or event.claimed
    item = frame.item(Benefit.SHORTFALL, least, tuple(works))._replace(
        payer=BenefitPayer.EMPLOYER,
        because=(*frame.cites, PP_37_2021.at("23")),
        terms=(Term("in one sum", "secara sekaligus", PP_37_2021.at("23")),),
        first=event.on,
        papers=(),
    )
    stops = isinstance(event.new_job, date) and start is None
    if least != most or stops:
        facts = (*item.open_facts, CLAIMED if start is None else PAID)
        item = item._replace(amount=None, floor=0 if stops else least, cap=most, open_facts=facts)
    return (item,)


def _not_enrolled(case: Case, event: Dismissal, job: Membership, found: Found) -> Answer:
    """What the employer owes in one sum to a worker whom it did not enrol in JKP (art. 37)."""
    who = job.participant
    assert isinstance(who, WageEarner)  # jobs are those of wage earners
    if who.employer.scale is Scale.MICRO:
        words = "a micro employer owes nothing for not enrolling", "usaha mikro dikecualikan"
        found.refuse(*words, PP_37_2021.at("37(2)"))
    if found.verdict.state is State.NOT_ELIGIBLE:
        return _answer(found, ())
    alone = Dismissal(on=event.on, approved=event.on)
    months = cash.months_of(alone, event.wage or record.wage_reported(job, event.on), event.on, case.law)
    works: list[Work] = []
    amount = 0
    for run in cash.runs(months):
        each, times = run.cash[0], len(run.months)
        works += each.works()
        pattern = ("months × cash of a month", "bulan × manfaat sebulan", "{} × {} = {}")
        works.append(Work(*pattern, (times, each.amount, times * each.amount), each.row))
        amount += times * each.amount
    readings = tuple(dict.fromkeys((*found.readings, *cash.readings_of(months, case.law))))
    found.readings += readings
    frame = _Frame(
        found.verdict,
        BenefitPayer.EMPLOYER,
        (
            Term("in one sum", "secara sekaligus", PP_37_2021.at("37(1)a")),
            Term("work training too, in kind", "dan manfaat pelatihan kerja", PP_37_2021.at("37(1)b")),
        ),
        (PP_37_2021.at("37(1)a"),),
        (),
        readings,
        (),
    )
    return _answer(found, (frame.item(Benefit.CASH, amount, tuple(works))._replace(first=event.on),))
