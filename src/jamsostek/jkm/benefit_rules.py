"""The rules of what JKM pays: who is covered, the waiting months, arrears, heirs, several memberships."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dateutil.relativedelta import relativedelta

from .._assumed import Assumption
from .._benefits import Because, BenefitPayer, Deadline, Item, Paper, Work, join
from .._cases import FAMILY, HISTORY, REGISTERED, Answer, Case, Event, Refusal, case_of, doubted, verdict_of
from .._cover import cover, takes_part
from .._dated import Clock, Moment
from .._facts import birthday
from .._family import Family
from .._history import MonthState
from .._kinds import Programme, SelfEmployedKind
from .._law import LAW, Law
from .._member import Member, Membership
from .._months import Month
from .._people import SelfEmployed, WageEarner
from .._readings import Reading
from .._readings_of_claims import (
    AGE_AT_REGISTRATION,
    SEVERAL_MEMBERSHIPS,
    WAITING_AFTER_RETURN,
    WAITING_MONTHS_COUNT,
    WAITING_SCOPE,
)
from .._recipients import receivers
from .._verdict import Fact, State, Verdict
from ..instruments import PP_44_2015
from . import benefit_law as tables
from .benefit_law import Benefit

if TYPE_CHECKING:
    from .._verdict import Reason

_INSTEAD = PP_44_2015.at("40(1)")
_DEATH_ALONE = PP_44_2015.at("34(1)")
_NO_LIMIT = Deadline(None, (PP_44_2015.at("26"),))
_PARTICIPANT = PP_44_2015.at("1")
_ONE_FIRM = PP_44_2015.at("15(2)")
_TABLES = {Benefit.LUMP_SUM: tables.LUMP_SUM, Benefit.PERIODIC: tables.PERIODIC, Benefit.FUNERAL: tables.FUNERAL}
_PAPERS = (
    Paper.CARD,
    Paper.ID_OF_MEMBER,
    Paper.ID_OF_HEIR,
    Paper.DEATH_CERTIFICATE,
    Paper.FAMILY_CARD,
    Paper.HEIR_CERTIFICATE,
)
_SEVERAL = Fact(
    "law.several_memberships",
    "the rule of 2025 on several memberships (choose the reading SEVERAL_MEMBERSHIPS)",
    "ketentuan tahun 2025 tentang beberapa kepesertaan",
)
YOUNGER = Assumption("person.born", "younger than 65 when registered", "belum berusia 65 tahun saat mendaftar")


def eligible(event: Event, member: Member, *, law: Law = LAW) -> Verdict:
    """Whether JKM pays anything for an event; whoever receives it. PP 44/2015 arts 34, 40-42.

    Raises what ``benefit`` raises.

    >>> import jamsostek as js
    >>> rider = js.SelfEmployed(income=1_000_000, registered=date(2025, 6, 1))
    >>> eligible(js.Death(on=date(2025, 7, 10), work_related=False), js.Member(rider)).state.value
    'eligible'
    """
    verdict = provide(case_of(event, member, None, law)).verdict
    return verdict._replace(missing=tuple(fact for fact in verdict.missing if fact is not FAMILY))


def benefit(event: Event, member: Member, family: Family | None = None, *, law: Law = LAW) -> tuple[Item, ...]:
    """What JKM pays or may pay for an event: lump sum, periodic benefit, funeral cost; none for what is not owed.

    ``family`` None: not known. The scholarship is an item of ``scholarship``. Raises ``WrongType``, ``TooEarly`` (a
    death before registration), ``Contradiction``, several as ``SeveralErrors``. PP 44/2015 art. 34(1)a-c.

    >>> import jamsostek as js
    >>> rider = js.SelfEmployed(income=1_000_000, registered=date(2025, 6, 1))
    >>> benefit(js.Death(on=date(2025, 7, 10), work_related=False), js.Member(rider))
    (<JKM funeral: 10,000,000, eligible>,)
    """
    return provide(case_of(event, member, family, law)).items


def provide(case: Case, _answers: tuple[Answer, ...] = ()) -> Answer:
    """What JKM says to a case."""
    if case.death is None:
        reason = Because("nobody died", "peserta tidak meninggal dunia", _DEATH_ALONE)
        return _refusal(reason)
    if case.work_related:
        words = "work caused the death: it is for JKK", "akibat kecelakaan kerja: termasuk JKK"
        return _refusal(Because(*words, _INSTEAD))
    parts = [_part(case, case.death.on, each) for each in case.member.memberships]
    items, refused, readings = _once(case, parts)
    because = [reason for each in refused for reason in each.verdict.because]
    answer = Answer(
        Programme.JKM,
        verdict_of(items, because),
        items,
        refused,
        tuple(dict.fromkeys((*readings, *(reading for part in parts for reading in part.readings)))),
        tuple(dict.fromkeys(each for part in parts for each in part.assumed)),
    )
    return doubted(answer, case.doubts) if case.work_related is None else answer


def _refusal(because: Because) -> Answer:
    return Answer(Programme.JKM, Verdict(State.NOT_ELIGIBLE, (because,)))


class _Part(NamedTuple):
    """What one membership comes to."""

    membership: Membership
    items: tuple[Item, ...] = ()
    refused: tuple[Refusal, ...] = ()
    readings: tuple[Reading, ...] = ()
    assumed: tuple[Assumption, ...] = ()


def _refused(case: Case, membership: Membership, readings: tuple[Reading, ...], *because: Reason) -> _Part:
    one_of = membership if len(case.member.memberships) > 1 else None
    refusal = Refusal(Programme.JKM, None, Verdict(State.NOT_ELIGIBLE, because), one_of)
    return _Part(membership, (), (refusal,), readings)


def _part(case: Case, on: date, membership: Membership) -> _Part:
    """What one membership comes to, as if it were the only one."""
    law, moment = case.law, Moment(Clock.DEATH, on)
    foreigner = takes_part(case.member.person, _PARTICIPANT)
    if foreigner.because:
        return _refused(case, membership, (), *foreigner.because)
    age = _age(membership, case, on)
    if age.because is not None:
        return _refused(case, membership, age.readings, age.because)
    covered = cover(membership, on, Programme.JKM, law)
    readings = (*age.readings, *covered.readings)
    if covered.verdict.state is State.NOT_ELIGIBLE:
        return _refused(case, membership, readings, *covered.verdict.because)
    waiting, more = _waiting(case, on, membership)
    readings = (*readings, *more)
    to = receivers(case, Programme.JKM)
    insured = join(covered.verdict, foreigner)
    if age.missing:
        insured = join(insured, Verdict(State.UNDETERMINED, missing=age.missing))
    verdict = join(insured, to.verdict)
    pay_days = law.row(tables.PAYMENT_DAYS, Moment(Clock.CLAIM, on))
    items, refused = [], []
    for benefit_of, table in _TABLES.items():
        row = law.row(table, moment)
        funeral = benefit_of is Benefit.FUNERAL
        owed = insured if funeral else verdict
        if waiting is not None and not funeral:
            if waiting.sure:
                refused.append(Refusal(Programme.JKM, benefit_of, Verdict(State.NOT_ELIGIBLE, (waiting.because,))))
                continue
            owed = join(owed, Verdict(State.UNDETERMINED, missing=waiting.missing))
        items.append(
            Item(
                Programme.JKM,
                benefit_of,
                row.value,
                (*covered.cites, *to.cites, *(() if waiting is None else (waiting.because.cite,))),
                (Work("fixed sum", "jumlah tetap", "{}", (row.value,), row),),
                owed,
                covered.payer,
                to.funeral if funeral else to.sums,
                first=on,
                person=to.names,
                terms=(*covered.terms(at_once=funeral), *to.terms),
                deadline=_NO_LIMIT,
                pay_days=None if covered.payer is BenefitPayer.EMPLOYER else pay_days,
                papers=(*_PAPERS, *to.papers, *_papers_of(membership)),
                readings=(*readings, *to.readings),
                open_facts=(*covered.missing, *to.missing),
                membership=membership if len(case.member.memberships) > 1 else None,
            )
        )
    return _Part(membership, tuple(items), tuple(refused), (*readings, *to.readings), age.assumed)


def _papers_of(membership: Membership) -> tuple[Paper, ...]:
    if isinstance(membership.participant, WageEarner):
        return (Paper.EMPLOYMENT_REFERENCE, Paper.BANK_BOOK)
    return (Paper.BANK_BOOK,)


class _Age(NamedTuple):
    """Whether a self-employed person was too old when registered: why, what would tell, what was taken for granted."""

    because: Because | None = None
    missing: tuple[Fact, ...] = ()
    readings: tuple[Reading, ...] = ()
    assumed: tuple[Assumption, ...] = ()


def _age(membership: Membership, case: Case, on: date) -> _Age:
    if not isinstance(membership.participant, SelfEmployed) or membership.enrolled is False:
        return _Age()
    since, born = membership.since, case.member.person.born
    row = case.law.find(tables.AGE_LIMIT, Moment(Clock.REGISTRATION, since or on))
    if row is None or (born is not None and (since or on) < birthday(born, row.value, case.law)):
        return _Age()
    if born is None:
        return _Age(assumed=(YOUNGER,))
    readings = (AGE_AT_REGISTRATION,)
    if case.law.option(AGE_AT_REGISTRATION) == "covered":
        return _Age(readings=readings)
    if since is None:
        return _Age(missing=(REGISTERED,), readings=readings)
    words = f"{row.value} or older when registered", f"berusia {row.value} tahun atau lebih saat mendaftar"
    return _Age(Because(*words, row.cites[0]), readings=readings)


class _Waiting(NamedTuple):
    """That the death falls, or (not ``sure``) may fall, into the first months of membership."""

    sure: bool
    because: Because
    missing: tuple[Fact, ...] = ()


def _waiting(case: Case, on: date, membership: Membership) -> tuple[_Waiting | None, tuple[Reading, ...]]:
    """Whether a death falls into the months in which JKM pays the funeral cost alone; None where it does not."""
    law = case.law
    row = law.find(tables.WAITING_MONTHS, Moment(Clock.DEATH, on))
    if row is None or membership.enrolled is False:
        return None, ()
    since = _since(case.member, membership, law)
    readings: list[Reading] = []
    early = _early(on, since, membership, row.value, law, readings)
    if early is False:
        return None, tuple(readings)
    if (since is not None and since != membership.since) or _returned(case.member, membership):
        readings.append(WAITING_AFTER_RETURN)
    readings.append(WAITING_SCOPE)
    if isinstance(membership.participant, WageEarner) and law.option(WAITING_SCOPE) == "self_employed":
        return None, tuple(readings)
    words = (
        f"a member for less than {row.value} months: the funeral cost alone",
        f"menjadi peserta kurang dari {row.value} bulan: biaya pemakaman saja",
    )
    missing = (REGISTERED,) if since is None else (HISTORY,)
    return _Waiting(early is True, Because(*words, row.cites[0]), () if early else missing), tuple(readings)


def _returned(member: Member, membership: Membership) -> bool:
    """Whether the member had a membership before."""
    since = membership.since
    return since is not None and any(each.since is not None and each.since < since for each in member.memberships)


def _since(member: Member, membership: Membership, law: Law) -> date | None:
    """The day from which the first months of membership run."""
    if law.option(WAITING_AFTER_RETURN) == "once":
        return min((each.since for each in member.memberships if each.since is not None), default=None)
    return membership.since


def _early(
    on: date, since: date | None, membership: Membership, months: int, law: Law, readings: list[Reading]
) -> bool | None:
    """Whether a day falls into the first months; None where it cannot be said."""
    option = law.option(WAITING_MONTHS_COUNT)
    if option == "paid_months":
        readings.append(WAITING_MONTHS_COUNT)
        return _few_paid(on, since, membership, months)
    if since is None:
        paid = [] if membership.history is None else [m.month for m in membership.history if m.state is MonthState.PAID]
        return False if paid and paid[0].last_day + relativedelta(months=months) <= on else None
    if (on - since).days > 31 * months + 31:
        return False  # whichever way they are counted
    by_day = since + relativedelta(months=months) > on
    by_month = Month.of(on) - Month.of(since) < months
    if by_day != by_month:
        readings.append(WAITING_MONTHS_COUNT)
    return by_day if option == "from_the_day" else by_month


def _few_paid(on: date, since: date | None, membership: Membership, months: int) -> bool | None:
    if membership.history is None:
        passed = None if since is None else Month.of(on) - Month.of(since) + 1
        return True if passed is not None and passed < months else None
    paid = membership.history.as_of(on).count(MonthState.PAID)
    if paid.least >= months:
        return False
    return True if paid.most < months else None


def _once(case: Case, parts: list[_Part]) -> tuple[tuple[Item, ...], tuple[Refusal, ...], tuple[Reading, ...]]:
    """What the memberships come to together: how often JKM pays."""
    refused = [each for part in parts for each in part.refused]
    paying = [part for part in parts if part.items]
    firms = [part for part in paying if _owns_firms(part.membership)]
    for part in firms[1:]:
        words = "an owner of several firms joins JKM in one", "pemilik beberapa perusahaan ikut JKM pada salah satu"
        refused.append(_refuse(part.membership, Because(*words, _ONE_FIRM)))
        paying.remove(part)
    if len(paying) < 2 or case.law.find(tables.EACH_MEMBERSHIP, Moment(Clock.DEATH, _day(case))) is not None:
        return tuple(item for part in paying for item in part.items), tuple(refused), ()
    option = case.law.option(SEVERAL_MEMBERSHIPS)
    if option == "each":
        return tuple(item for part in paying for item in part.items), tuple(refused), (SEVERAL_MEMBERSHIPS,)
    paying.sort(key=lambda part: -sum(item.at_least for item in part.items))
    items = list(paying[0].items)
    for part in paying[1:]:
        if option == "once":
            words = "JKM pays once for a member", "JKM dibayar satu kali untuk seorang peserta"
            refused.append(_refuse(part.membership, Because(*words, _DEATH_ALONE)))
        else:
            for item in part.items:
                missing = tuple(dict.fromkeys((_SEVERAL, *item.verdict.missing)))
                items.append(item._replace(verdict=Verdict(State.UNDETERMINED, missing=missing)))
    return tuple(items), tuple(refused), (SEVERAL_MEMBERSHIPS,)


def _refuse(membership: Membership, because: Because) -> Refusal:
    return Refusal(Programme.JKM, None, Verdict(State.NOT_ELIGIBLE, (because,)), membership)


def _owns_firms(membership: Membership) -> bool:
    who = membership.participant
    return isinstance(who, SelfEmployed) and who.kind is SelfEmployedKind.EMPLOYER


def _day(case: Case) -> date:
    death = case.death
    assert death is not None  # asked of a death alone
    return death.on
