"""Which programmes a participant must join, may join or cannot join in a month, and why."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from attrs import evolve

from . import errors
from ._citations import Citation, Flag, Grade
from ._dated import Dated, Moment, Row
from ._kinds import EmployerKind, Lang, Programme, Scale, SelfEmployedKind
from ._law import Law
from ._months import Month
from ._people import Participant, SelfEmployed, Trainee, WageEarner
from ._readings import Reading
from .instruments import PP_37_2021, PP_45_2015, UU_24_2011
from .jp.law import PENSION_AGE
from .participation import (
    DUTY_OF_LARGE,
    DUTY_OF_MICRO,
    DUTY_OF_OWN_ACCOUNT,
    DUTY_OF_PRIVATE_PERSON,
    DUTY_OF_PROJECT_WORKER,
    DUTY_OF_SELF_EMPLOYED_EMPLOYER,
    DUTY_OF_SMALL,
    DUTY_OF_STATE,
    DUTY_OF_TRAINEE,
    JKP_IN_FORCE,
)
from .readings import (
    FOREIGNERS_IN_JP,
    JHT_OF_EMPLOYERS,
    JHT_OF_STATE_STAFF,
    LAST_MONTH_OF_JP,
    SCALE_OF_PRIVATE_PERSONS,
    TRAINEE_JKM,
)
from .units import Duty

BILLED = (Programme.JKK, Programme.JKM, Programme.JHT, Programme.JP)
_BILLED = frozenset(BILLED)
_BY_SCALE = {
    Scale.MICRO: DUTY_OF_MICRO,
    Scale.SMALL: DUTY_OF_SMALL,
    Scale.MEDIUM: DUTY_OF_LARGE,
    Scale.LARGE: DUTY_OF_LARGE,
}


class Status(StrEnum):
    """How a programme stands to a participant."""

    COMPULSORY = "compulsory"
    OPTIONAL = "optional"
    CLOSED = "closed"
    AUTOMATIC = "automatic"


class Bar(NamedTuple):
    """A programme closed to a participant by a personal fact."""

    programme: Programme
    text_en: str
    text_id: str
    cite: Citation


class Standing(NamedTuple):
    """How a programme stands to a participant in a month: status, whether the bill has it, reason and articles."""

    programme: Programme
    status: Status
    enrolled: bool
    reason_en: str
    reason_id: str
    cites: tuple[Citation, ...]

    def text(self, lang: Lang = "en") -> str:
        """The standing in one line, with its articles."""
        articles = "; ".join(cite.text(lang) for cite in self.cites)
        return f"{self.short(lang).removesuffix(')')}; {articles})"

    def short(self, lang: Lang = "en") -> str:
        """The standing in one line."""
        reason = self.reason_id if lang == "id" else self.reason_en
        return f"{self.programme}: {_STATUS[lang][self.status]} ({reason})"


_STATUS: dict[Lang, dict[Status, str]] = {
    "en": {
        Status.COMPULSORY: "compulsory",
        Status.OPTIONAL: "optional",
        Status.CLOSED: "closed",
        Status.AUTOMATIC: "automatic if eligible",
    },
    "id": {
        Status.COMPULSORY: "wajib",
        Status.OPTIONAL: "pilihan",
        Status.CLOSED: "tertutup",
        Status.AUTOMATIC: "otomatis bila memenuhi syarat",
    },
}


class Enrolment(NamedTuple):
    """The duty that governs a participant, what closes programmes to him, and the programmes of the bill."""

    table: Dated[Duty]
    row: Row[Duty]
    duty: Duty
    bars: tuple[Bar, ...]
    enrolled: frozenset[Programme]
    readings: tuple[Reading, ...]
    participant: Participant
    moment: Moment
    law: Law

    def jkp(self) -> Row[bool] | None:
        """The version of the rule that opens JKP to the participant, None where none does."""
        given = self.participant
        company = isinstance(given, WageEarner) and given.employer.kind in _COMPANY
        return self.law.find(JKP_IN_FORCE, self.moment) if company else None

    def standings(self) -> tuple[Standing, ...]:
        """Every programme with its status."""
        return tuple(self._standing(programme) for programme in Programme)

    def _standing(self, programme: Programme) -> Standing:
        inside = programme in self.enrolled
        bar = next((bar for bar in self.bars if bar.programme is programme), None)
        if bar is not None:
            return Standing(programme, Status.CLOSED, inside, bar.text_en, bar.text_id, (bar.cite,))
        if programme is Programme.JKP:
            jkp = self.jkp()
            if jkp is not None:
                reasons = ("funded by the state and out of JKK", "didanai Pemerintah Pusat dan rekomposisi JKK")
                return Standing(programme, Status.AUTOMATIC, inside, *reasons, jkp.cites)
            reasons = ("for workers of companies, since February 2021", "bagi pekerja perusahaan, sejak Februari 2021")
            return Standing(programme, Status.CLOSED, inside, *reasons, (PP_37_2021.at("2(1)"), PP_37_2021.at("50")))
        status = Status.CLOSED
        if programme in self.duty.compulsory:
            status = Status.COMPULSORY
        elif programme in self.duty.optional:
            status = Status.OPTIONAL
        reasons = self.table.label_en, self.table.label_id
        if status is Status.CLOSED:
            reasons = f"not among the {reasons[0]}", f"tidak termasuk {reasons[1]}"
        return Standing(programme, status, inside, *reasons, self.row.cites)


def enrolment(participant: Participant, month: Month, moment: Moment, law: Law) -> Enrolment:
    """Decide the programmes of a participant in a month.

    Raises ``BeforeLaw``, ``MissingFact`` (a foreigner of whom it is not known whether he works six months),
    ``Contradiction`` (a programme named that is closed), several as ``SeveralErrors``.
    """
    table, readings = duty_table(participant, law)
    if moment.on < table.rows[0].since:
        raise before_law(month, table)
    row = law.row(table, moment)
    duty, more = duty_by_readings(row.value, table, law, moment)
    bars, personal = _personal(participant, month, law, duty)
    readings += more + personal
    named = participant.programmes
    if named is None:
        enrolled = duty.must.difference(bar.programme for bar in bars) if bars else duty.must
        return Enrolment(table, row, duty, bars, enrolled, readings, participant, moment, law)
    if not named & _BILLED:
        raise errors.Contradiction("programmes", "JKP alone is no bill: it is funded out of JKK", "name JKK with it")
    found = Enrolment(table, row, duty, bars, named, readings, participant, moment, law)
    errors.raise_together(
        "programmes",
        (
            errors.Contradiction(
                "programmes", f"{standing.programme} is closed: {standing.reason_en}", "leave it out, or mend the facts"
            )
            for standing in found.standings()
            if standing.enrolled and standing.status is Status.CLOSED
        ),
    )
    return found


def before_law(month: Month, table: Dated[Duty]) -> errors.BeforeLaw:
    """The error for a month before the first duty."""
    first = Month.of(table.rows[0].since)
    return errors.BeforeLaw("month", f"{month} lies before {first}", "the law before July 2015 is not encoded")


def duty_table(participant: Participant, law: Law) -> tuple[Dated[Duty], tuple[Reading, ...]]:
    """The table of duties that governs a kind of participant, and the readings that chose it."""
    if isinstance(participant, SelfEmployed):
        employs = participant.kind is SelfEmployedKind.EMPLOYER
        return (DUTY_OF_SELF_EMPLOYED_EMPLOYER if employs else DUTY_OF_OWN_ACCOUNT), ()
    if isinstance(participant, Trainee):
        return DUTY_OF_TRAINEE, ()
    if participant.type_name == "project_worker":
        return DUTY_OF_PROJECT_WORKER, ()
    kind = participant.employer.kind
    if kind is EmployerKind.STATE:
        return DUTY_OF_STATE, ()
    if kind is EmployerKind.PRIVATE_PERSON:
        return _PRIVATE_PERSONS[law.option(SCALE_OF_PRIVATE_PERSONS)], (SCALE_OF_PRIVATE_PERSONS,)
    return _BY_SCALE[participant.employer.scale or Scale.LARGE], ()


def duty_by_readings(duty: Duty, table: Dated[Duty], law: Law, moment: Moment) -> tuple[Duty, tuple[Reading, ...]]:
    """A duty as the law's readings have it, and the reading that touched it."""
    for contested in CONTESTED:
        if contested.table is table and moment.on >= contested.since:
            programme, touched = contested.programme, (contested.reading,)
            others = tuple(each for each in duty.compulsory if each is not programme)
            spare = tuple(each for each in duty.optional if each is not programme)
            if law.option(contested.reading) == "compulsory":
                return evolve(duty, compulsory=(*others, programme), optional=spare), touched
            return evolve(duty, compulsory=others, optional=(*spare, programme)), touched
    return duty, ()


class Contested(NamedTuple):
    """A programme of which a reading decides whether a duty has it as compulsory or as optional, since a day."""

    reading: Reading
    table: Dated[Duty]
    programme: Programme
    since: date


CONTESTED = (
    Contested(JHT_OF_EMPLOYERS, DUTY_OF_SELF_EMPLOYED_EMPLOYER, Programme.JHT, date(2015, 7, 1)),
    Contested(JHT_OF_STATE_STAFF, DUTY_OF_STATE, Programme.JHT, date(2025, 2, 24)),
    Contested(TRAINEE_JKM, DUTY_OF_TRAINEE, Programme.JKM, date(2025, 2, 24)),
)
CHANGES_BY_READING = tuple(dict.fromkeys(since for *_, since in CONTESTED))
_COMPANY = (None, EmployerKind.COMPANY)
_PRIVATE_PERSONS = {
    "jht_too": DUTY_OF_PRIVATE_PERSON,
    "as_large": DUTY_OF_LARGE,
    "as_micro": DUTY_OF_MICRO,
}


def _personal(
    participant: Participant, month: Month, law: Law, duty: Duty
) -> tuple[tuple[Bar, ...], tuple[Reading, ...]]:
    """What a person's own facts close, and the readings on JP that they bring up."""
    person = participant.person
    if person is None:
        return (), ()
    bars: list[Bar] = []
    readings: list[Reading] = []
    in_jp = Programme.JP in (*duty.compulsory, *duty.optional)
    if person.citizen is False:
        if person.six_months is None:
            raise errors.MissingFact(
                "person.six_months", "not known of a foreigner", "say whether the work lasts at least six months"
            )
        if not person.six_months:
            reasons = ("a foreigner working less than six months", "orang asing yang bekerja kurang dari 6 bulan")
            return tuple(Bar(programme, *reasons, UU_24_2011.at("14")) for programme in Programme), ()
        bars.append(Bar(Programme.JKP, "a foreigner", "orang asing", PP_37_2021.at("4(2)a")))
        if in_jp:
            readings.append(FOREIGNERS_IN_JP)
            if law.option(FOREIGNERS_IN_JP) == "not_covered":
                cite = PP_45_2015.at("2(1)", Grade.B, "practice", Flag.CONTESTED)
                bars.append(Bar(Programme.JP, "a foreigner, by practice", "orang asing, menurut praktik", cite))
                in_jp = False
    if in_jp and person.born is not None and _may_be_old(person.born, month, law):
        reached = month_of_pension_age(person.born, law)
        if month >= reached:
            readings.append(LAST_MONTH_OF_JP)
        months_on = MONTHS_ON[law.option(LAST_MONTH_OF_JP)]
        if months_on is not None and month > reached + months_on:
            cite = PP_45_2015.at("15", Grade.B, "practice", Flag.READING)
            bars.append(Bar(Programme.JP, "past the pension age", "telah melewati usia pensiun", cite))
    return tuple(bars), tuple(readings)


def _may_be_old(born: date, month: Month, law: Law) -> bool:
    """Whether the pension age can have been reached by a month; most people are far from it."""
    return month.index // 12 - born.year >= min(row.value for row in law.table(PENSION_AGE).rows)


MONTHS_ON: dict[str, int | None] = {"month_reached": 0, "month_before": -1, "no_end": None}


def month_of_pension_age(born: date, law: Law) -> Month:
    """The month in which the pension age is reached."""
    from .jp.rules import pension_age_reached

    return Month.of(pension_age_reached(born, law=law))
