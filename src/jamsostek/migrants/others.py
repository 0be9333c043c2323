"""What JHT, JP and JKP say to an event of a migrant worker: JHT where he saves, the others never."""

from __future__ import annotations

from .._benefits import ELIGIBLE, Because, Item, Recipient, Term, join
from .._cases import Answer, Case
from .._citations import Citation
from .._dated import Moment
from .._endings import Retirement
from .._facts import birthday
from .._kinds import Programme
from .._recipients import receivers
from .._verdict import Fact, State, Verdict
from ..instruments import PP_37_2021
from .events import FailedDeparture
from .grants import Benefit
from .law import AGE, GROUNDS, MEMBERSHIP, Ground
from .versions import version

SAVES = Fact("member.abroad.savings", "whether he saved in JHT", "apakah ikut JHT")
BALANCE = Fact("member.abroad.balance", "what the JHT account holds", "saldo JHT")
OTHER_GROUNDS = Fact(
    "law.migrants.GROUNDS",
    "the grounds of JHT, of which a part was read",
    "alasan pembayaran JHT, yang terbaca sebagian",
)


def jht(case: Case, _answers: tuple[Answer, ...] = ()) -> Answer:
    """What JHT says: the balance, which is not known, on the grounds that were read."""
    worker = case.member.abroad
    assert worker is not None  # asked of a migrant worker alone
    if worker.savings == 0:
        words = "he does not save in JHT", "tidak ikut JHT"
        return Answer(Programme.JHT, Verdict(State.NOT_ELIGIBLE, (Because(*words, _programmes(case)),)))
    row, readings = version(case, worker, GROUNDS)
    assert row is not None  # older than the regulation of 2023
    saves = ELIGIBLE if worker.savings else Verdict(State.UNDETERMINED, missing=(SAVES,))
    age, _ = version(case, worker, AGE)
    assert age is not None  # older than the regulation of 2023
    ground = _ground(case, age.value)
    words = f"from the age of {age.value} on", f"sejak usia {age.value} tahun"
    verdict = saves if ground in row.value else join(saves, Verdict(State.UNDETERMINED, missing=(OTHER_GROUNDS,)))
    item = Item(
        Programme.JHT,
        Benefit.SAVINGS,
        None,
        row.cites,
        verdict=verdict,
        recipient=Recipient.MEMBER,
        first=case.event.on,
        terms=(Term(*words, age.cites[0]),) if ground is Ground.AGE else (),
        readings=readings,
        open_facts=(BALANCE,),
    )
    if case.death is not None:
        to = receivers(case, Programme.JHT)
        item = item._replace(
            recipient=to.sums,
            person=to.names,
            because=(*row.cites, *to.cites),
            readings=(*readings, *to.readings),
            open_facts=(BALANCE, *to.missing),
        )
    return Answer(Programme.JHT, verdict, (item,), readings=item.readings)


def _ground(case: Case, age: int) -> Ground | None:
    """The ground that an event is, of those that were read; who is known to be too young has not reached the age."""
    if case.death is not None:
        return Ground.DEATH
    if case.disability is not None:
        return Ground.TOTAL_DISABILITY
    if isinstance(case.event, FailedDeparture):
        return Ground.FAILED_DEPARTURE
    born = case.member.person.born
    old = born is None or birthday(born, age, case.law) <= case.event.on
    return Ground.AGE if old and isinstance(case.event, Retirement) else None


def _programmes(case: Case) -> Citation:
    """Where it stands which programmes there are, on the day of registration or, not knowing it, of the event."""
    worker = case.member.abroad
    assert worker is not None  # asked of a migrant worker alone
    return case.law.row(MEMBERSHIP, Moment(MEMBERSHIP.clock, worker.since or case.event.on)).cites[0]


def jp(case: Case, _answers: tuple[Answer, ...] = ()) -> Answer:
    """What JP says: migrant workers take no part."""
    words = "migrant workers take no part in JP", "pekerja migran tidak ikut JP"
    return Answer(Programme.JP, Verdict(State.NOT_ELIGIBLE, (Because(*words, _programmes(case)),)))


def jkp(_case: Case, _answers: tuple[Answer, ...] = ()) -> Answer:
    """What JKP says: migrant workers take no part."""
    words = "migrant workers take no part in JKP", "pekerja migran tidak ikut JKP"
    return Answer(Programme.JKP, Verdict(State.NOT_ELIGIBLE, (Because(*words, PP_37_2021.at("2(1)")),)))
