"""What is a work accident (kecelakaan kerja): a verdict from how it happened, with the article of each condition.

PP 44/2015 art. 1 no. 6; the minister's list of cases (Permenaker 26/2015, 5/2021, 1/2025).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from dateutil.relativedelta import relativedelta

from .. import errors
from .._accident import Circumstance, WorkAccident
from .._benefits import ELIGIBLE, Because
from .._citations import Citation
from .._conditions import All, AtLeast, Holds, Not, Value, judge
from .._dated import Clock, Dated, Moment
from .._law import LAW, Law
from .._readings import Reading
from .._readings_of_accidents import DISEASE_AFTER_EMPLOYMENT, VIOLENCE_BEFORE_2025
from .._verdict import Fact, State, Verdict
from ..instruments import PP_44_2015
from . import claim_law as tables

if TYPE_CHECKING:
    from .._conditions import Condition

EXTERNAL_FORCE = Fact("event.external_force", "an injury by an external force", "cedera akibat ruda paksa")
USUAL_ROUTE = Fact("event.usual_route", "on the usual or a reasonable way", "melalui jalan yang biasa atau wajar")
ORDERED = Fact("event.ordered", "ordered by or for the employer", "atas perintah atau untuk kepentingan pemberi kerja")
PERMITTED = Fact(
    "event.permitted", "with the employer's leave or knowledge", "atas izin atau sepengetahuan pemberi kerja"
)
CAUSED_BY_WORK = Fact(
    "event.caused_by_work",
    "caused by the work or its surroundings, as a doctor found",
    "disebabkan pekerjaan atau lingkungan kerja menurut dokter",
)
AT_WORK = Fact("event.at_work", "at work at the workplace", "saat bekerja di tempat kerja")
TAKEN_AT_ONCE = Fact(
    "event.taken_at_once", "taken to a health facility at once", "langsung dibawa ke fasilitas kesehatan"
)
HOURS_TO_DEATH = Fact("event.hours_to_death", "hours until death", "jam sampai meninggal dunia")
AROSE_ON = Fact("event.arose_on", "day on which the disease arose", "tanggal penyakit timbul")
RECOGNISED = PP_44_2015.at("45(2)-(4)")


class _Asked(NamedTuple):
    """An accident under a law: what conditions are asked about."""

    event: WorkAccident
    law: Law
    moment: Moment

    def fact(self, key: str) -> Value | None:
        """The value of a fact, None where it is not known."""
        value: Value | None = getattr(self.event, key.removeprefix("event."))
        return value


def _rule(fact: Fact, table: Dated[bool], event: WorkAccident, law: Law) -> Condition:
    """The fact must hold, by the version of a rule at the accident."""
    return Holds(fact, law.row(table, moment_of(event)).cites[-1])


def moment_of(event: WorkAccident) -> Moment:
    """The moment that chooses the versions of the law of an accident."""
    return Moment(Clock.ACCIDENT, event.on)


def conditions(event: WorkAccident, law: Law) -> tuple[Condition, ...]:
    """What must be met for the circumstance of an accident."""
    force = (EXTERNAL_FORCE, tables.EXTERNAL_FORCE)
    asked: dict[Circumstance, tuple[tuple[Fact, Dated[bool]], ...]] = {
        Circumstance.WORKPLACE: (force,),
        Circumstance.COMMUTE: (force, (USUAL_ROUTE, tables.USUAL_ROUTE)),
        Circumstance.DUTY_TRAVEL: (force, (ORDERED, tables.DUTY_TRAVEL)),
        Circumstance.URGENT_MATTER: (force, (PERMITTED, tables.URGENT_MATTER)),
        Circumstance.DISEASE: ((CAUSED_BY_WORK, tables.DISEASE),),
    }
    if event.circumstance is Circumstance.SUDDEN_DEATH:
        cite = law.row(tables.SUDDEN_DEATH_HOURS, moment_of(event)).cites[0]
        within = Not(AtLeast(HOURS_TO_DEATH, tables.SUDDEN_DEATH_HOURS))
        return Holds(AT_WORK, cite), Holds(TAKEN_AT_ONCE, cite), within
    if event.circumstance is Circumstance.VIOLENCE:
        return (Holds(AT_WORK, ground(event, law)[0]),)
    rules = asked[event.circumstance] if event.circumstance is not None else ()
    return tuple(_rule(fact, table, event, law) for fact, table in rules)


def ground(event: WorkAccident, law: Law) -> tuple[Citation, ...]:
    """Where it stands that such an event is a work accident; nothing where it is taken for what it is called."""
    if event.recognised:
        return (RECOGNISED,)
    if event.circumstance is None:
        return ()
    found = law.find(_GROUNDS[event.circumstance], moment_of(event))
    return (found or law.row(tables.AT_WORK, moment_of(event))).cites


_GROUNDS: dict[Circumstance, Dated[Any]] = {
    Circumstance.WORKPLACE: tables.AT_WORK,
    Circumstance.COMMUTE: tables.COMMUTING,
    Circumstance.DUTY_TRAVEL: tables.DUTY_TRAVEL,
    Circumstance.URGENT_MATTER: tables.URGENT_MATTER,
    Circumstance.DISEASE: tables.DISEASE,
    Circumstance.SUDDEN_DEATH: tables.SUDDEN_DEATH_HOURS,
    Circumstance.VIOLENCE: tables.VIOLENCE,
}


def touched(event: WorkAccident, law: Law) -> tuple[Reading, ...]:
    """The open questions that the verdict hangs on."""
    violent = event.circumstance is Circumstance.VIOLENCE and event.recognised is None
    if violent and law.find(tables.VIOLENCE, moment_of(event)) is None:
        return (VIOLENCE_BEFORE_2025,)
    return ()


def work_accident(event: WorkAccident, *, law: Law = LAW) -> Verdict:
    """Whether an accident or a disease is a work accident, by how it happened.

    What the agency, the labour inspector or the minister decided (``recognised``) stands; without a circumstance it is
    taken for what the caller calls it. Raises ``WrongType``.

    >>> import jamsostek as js
    >>> on = date(2024, 3, 1)
    >>> print(work_accident(js.WorkAccident(on=on, circumstance="commute", external_force=True)).text())
    cannot be said without: on the usual or a reasonable way
    """
    if not isinstance(event, WorkAccident):
        raise errors.WrongType("work_accident", f"{event!r} is no accident", "give a jamsostek.WorkAccident")
    if event.recognised is False:
        words = "it was decided not to be a work accident", "ditetapkan bukan kecelakaan kerja"
        return Verdict(State.NOT_ELIGIBLE, (Because(*words, RECOGNISED),))
    if event.recognised or event.circumstance is None:
        return ELIGIBLE
    if touched(event, law) and law.option(VIOLENCE_BEFORE_2025) == "not_covered":
        row = law.table(tables.VIOLENCE).rows[0]
        words = (
            f"violence at work is a work accident from {row.since} on",
            f"kekerasan di tempat kerja termasuk kecelakaan kerja sejak {row.since}",
        )
        return Verdict(State.NOT_ELIGIBLE, (Because(*words, row.cites[0]),))
    return judge(All(*conditions(event, law)), _Asked(event, law, moment_of(event)))


class AfterWork(NamedTuple):
    """Whether a disease of somebody whose work had ended still counts."""

    verdict: Verdict
    readings: tuple[Reading, ...] = ()


def after_employment(event: WorkAccident, ended: date, law: Law) -> AfterWork:
    """Whether an event after the work ended is covered: a disease that arises within three years is."""
    row = law.row(tables.DISEASE_YEARS, moment_of(event))
    if event.circumstance is not Circumstance.DISEASE:
        words = f"the work had ended on {ended}", f"hubungan kerja telah berakhir pada {ended}"
        return AfterWork(Verdict(State.NOT_ELIGIBLE, (Because(*words, row.cites[1]),)))
    last = ended + relativedelta(years=row.value)
    if event.on <= last:
        return AfterWork(ELIGIBLE)
    by_text = law.option(DISEASE_AFTER_EMPLOYMENT) == "arises"
    if by_text and event.arose_on is None:
        return AfterWork(Verdict(State.UNDETERMINED, missing=(AROSE_ON,)), (DISEASE_AFTER_EMPLOYMENT,))
    if by_text and event.arose_on is not None and event.arose_on <= last:
        return AfterWork(ELIGIBLE, (DISEASE_AFTER_EMPLOYMENT,))
    words = (
        f"the disease came more than {row.value} years after the work ended on {ended}",
        f"penyakit timbul lebih dari {row.value} tahun setelah hubungan kerja berakhir pada {ended}",
    )
    settled = () if by_text else (DISEASE_AFTER_EMPLOYMENT,)
    return AfterWork(Verdict(State.NOT_ELIGIBLE, (Because(*words, row.cites[0]),)), settled)
