"""What JKK says to an event: whether it covers it, and the items of the job in which it happened."""

from __future__ import annotations

from typing import NamedTuple

from .._accident import WorkAccident
from .._assumed import Assumption
from .._benefits import ELIGIBLE, Because, BenefitPayer, Item, Term, join
from .._cases import Answer, Case, Event, case_of
from .._citations import Citation
from .._family import Family
from .._kinds import Lang, Programme, check_lang
from .._law import LAW, Law
from .._member import Member
from .._verdict import Fact, State, Verdict
from ..instruments import PP_44_2015
from .accident import touched, work_accident
from .items import part_of
from .job import Job, Part
from .wage import JOB, jobs_of

AS_CALLED = Assumption("event.circumstance", "a work accident, as it is called", "kecelakaan kerja, sesuai sebutannya")
_NOT_BY_WORK = PP_44_2015.at("25(1)")


def eligible(event: Event, member: Member, *, law: Law = LAW) -> Verdict:
    """Whether JKK covers an event: a work accident, of somebody whom the fund or an employer covers that day.

    Raises what ``benefit`` raises. PP 44/2015 arts 25(1), 27, 38, 39.

    >>> from datetime import date
    >>> import jamsostek as js
    >>> rider = js.Member(js.SelfEmployed(income=1_000_000), registered="never")
    >>> print(eligible(WorkAccident(on=date(2024, 3, 1)), rider).text())
    no: not enrolled, and no employer owes it (PP 44/2015 art. 11(5))
    """
    return provide(case_of(event, member, None, law)).verdict


def benefit(event: Event, member: Member, family: Family | None = None, *, law: Law = LAW) -> tuple[Item, ...]:
    """What JKK pays or may pay in cash for an event; none for what is not owed.

    ``family`` None: not known. Medical care is in kind and no item; the scholarship is one of ``scholarship``. Raises
    ``WrongType``, ``TooEarly``, ``Contradiction``, ``OverTheCap``, ``OutOfRange``, several as ``SeveralErrors``.
    PP 44/2015 art. 25(2)b.

    >>> from datetime import date
    >>> import jamsostek as js
    >>> ana = js.Member(js.WageEarner(wage=1_000_000, risk_group=5, registered=date(2019, 1, 7)))
    >>> event = WorkAccident(on=date(2020, 3, 1), outcome=js.Death(on=date(2020, 3, 1)))
    >>> [(str(each.benefit), each.amount) for each in benefit(event, ana)]
    [('death', 48000000), ('periodic', 12000000), ('funeral', 10000000)]
    """
    return provide(case_of(event, member, family, law)).items


class WhoPays(NamedTuple):
    """Who owes the benefits of an event: the fund, the employer, or (None) nobody, or not known yet.

    ``verdict`` says whether anybody does, ``terms`` what it waits for and who is refunded, ``missing`` the facts that
    could still change it, ``cites`` the articles.
    """

    verdict: Verdict
    payer: BenefitPayer | None = None
    terms: tuple[Term, ...] = ()
    missing: tuple[Fact, ...] = ()
    cites: tuple[Citation, ...] = ()

    def text(self, lang: Lang = "en") -> str:
        """It in one line."""
        names = {"en": "not known yet", "id": "belum diketahui"}
        unknown = names[check_lang(lang)]
        if self.verdict.state is not State.ELIGIBLE:
            return self.verdict.text(lang)
        parts = [unknown if self.payer is None else self.payer.label(lang)]
        parts += [f"{term.text(lang)} ({term.cite.text(lang)})" for term in self.terms]
        return "; ".join(parts)


def who_pays(event: Event, member: Member, *, law: Law = LAW) -> WhoPays:
    """Who owes what JKK gives for an event, care and cash: by enrolment, arrears, and since 2025 the day of report.

    Raises what ``benefit`` raises. PP 44/2015 arts 27(1), 38, 39; Permenaker 1/2025 art. 8(2a)-(2c).

    >>> from datetime import date
    >>> import jamsostek as js
    >>> ana = js.Member(js.WageEarner(wage=3_000_000, risk_group=3), registered="never")
    >>> who_pays(js.WorkAccident(on=date(2024, 3, 1)), ana).text()
    'employer; the employer pays: the worker was not enrolled (PP 44/2015 art. 27(1))'
    """
    case = case_of(event, member, None, law)
    accident = _accident(case)
    if accident.state is State.NOT_ELIGIBLE:
        return WhoPays(accident)
    found = [_who_pays(Job(case, accident, each)) for each in jobs_of(case.member, event, case.accident_on)]
    if all(each == found[0] for each in found):
        return found[0]
    missing = tuple(dict.fromkeys((JOB, *(fact for each in found for fact in each.missing))))
    covered = all(each.verdict.state is State.ELIGIBLE for each in found)
    return WhoPays(ELIGIBLE if covered else Verdict(State.UNDETERMINED, missing=missing), missing=missing)


def _who_pays(job: Job) -> WhoPays:
    verdict = job.settle()
    if verdict.state is State.NOT_ELIGIBLE:
        return WhoPays(verdict)
    missing = tuple(dict.fromkeys((*verdict.missing, *job.open_facts)))
    return WhoPays(verdict, job.payer, job.terms, missing, job.cover.cites)


def provide(case: Case, _answers: tuple[Answer, ...] = ()) -> Answer:
    """What JKK says to a case."""
    accident = _accident(case)
    event = case.event
    asked = touched(event, case.law) if isinstance(event, WorkAccident) else ()
    if accident.state is State.NOT_ELIGIBLE:
        return Answer(Programme.JKK, accident, readings=asked)
    jobs = jobs_of(case.member, event, case.accident_on)
    parts = [part_of(Job(case, accident, each)) for each in jobs]
    assumed = [each for part in parts for each in part.assumed]
    if isinstance(event, WorkAccident) and event.circumstance is None and event.recognised is None:
        assumed.insert(0, AS_CALLED)
    items = tuple(item for part in parts for item in part.items)
    answer = Answer(
        Programme.JKK,
        parts[0].verdict,
        items,
        tuple(refusal for part in parts for refusal in part.refused),
        tuple(dict.fromkeys((*asked, *(reading for part in parts for reading in part.readings)))),
        tuple(dict.fromkeys(assumed)),
    )
    return answer if len(parts) == 1 else _either(answer, parts)


def _accident(case: Case) -> Verdict:
    """Whether work caused the event."""
    if case.work_related is None:
        return Verdict(State.UNDETERMINED, missing=case.doubts)
    if case.work_related:
        return ELIGIBLE
    if isinstance(case.event, WorkAccident):
        verdict = work_accident(case.event, law=case.law)
        if verdict.state is State.NOT_ELIGIBLE:
            return verdict
    return Verdict(State.NOT_ELIGIBLE, (Because("work did not cause it", "bukan akibat kerja", _NOT_BY_WORK),))


def _either(answer: Answer, parts: list[Part]) -> Answer:
    """One of several jobs, of which it is not known in which it happened: no sum is certain beyond the least."""
    missing = (JOB, *(fact for part in parts for fact in part.verdict.missing))
    verdict = Verdict(State.UNDETERMINED, missing=tuple(dict.fromkeys(missing)))
    if all(part.verdict.state is State.NOT_ELIGIBLE for part in parts):
        return answer
    least = min(sum(item.at_least for item in part.items) for part in parts)
    tops = [[item.at_most for item in part.items] for part in parts]
    most = [sum(each or 0 for each in top) for top in tops if None not in top]
    items = tuple(item._replace(verdict=join(item.verdict, verdict)) for item in answer.items)
    covered = all(part.verdict.state is State.ELIGIBLE for part in parts)
    return answer._replace(
        verdict=ELIGIBLE if covered else verdict,
        items=items,
        bounds=(least, max(most)) if len(most) == len(parts) else None,
    )
