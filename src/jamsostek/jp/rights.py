"""The conditions of a pension: 180 months, or the tests that put 180 in place of fewer (PP 45/2015 arts 19-24)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from .. import errors
from .._assumed import AGE, Assumption
from .._benefits import ELIGIBLE, Because
from .._cases import HISTORY, REGISTERED, Case
from .._citations import Citation
from .._dated import Clock, Moment
from .._history import MonthState
from .._law import Law
from .._member import Membership
from .._money import percent
from .._months import Month
from .._readings import Reading
from .._readings_of_pension import DEFERRED_INDEX, YEAR_OF_PENSION
from .._readings_of_pension_rights import AGE_OF_LEAVERS
from .._verdict import Fact, State, Verdict
from ..instruments import PP_45_2015
from ..readings import FOREIGNERS_IN_JP
from . import benefit_law as tables
from .formulas import Formula, make
from .law import PENSION_AGE
from .record import START, Record, in_jp, record
from .rules import pension_age_reached

BORN = Fact("person.born", "date of birth", "tanggal lahir")
WAGES = Fact("member.history.wage", "the wages of the months paid", "upah pada bulan iuran yang lunas")
CAUSED = Fact(
    "event.caused_on", "day of what caused the disability", "tanggal kejadian yang menyebabkan cacat total tetap"
)


class Joined(NamedTuple):
    """The memberships of a member in JP: those that the fund answers for, and whether nobody had enrolled him."""

    memberships: tuple[Membership, ...]
    never: bool
    because: tuple[Because, ...] = ()
    readings: tuple[Reading, ...] = ()


def joined(case: Case) -> Joined:
    """The memberships in JP of a case; none, with the reasons, where he takes no part in it."""
    law, day = case.law, Month.of(max(case.event.on, START.first_day))
    readings = (FOREIGNERS_IN_JP,) if case.member.person.citizen is False else ()
    found = [each for each in case.member.memberships if _takes_part(each, day, law)]
    if not found:
        if readings and law.option(FOREIGNERS_IN_JP) == "not_covered":
            words = "a foreigner, by practice", "orang asing, menurut praktik"
            practice = FOREIGNERS_IN_JP["not_covered"]
            cite = PP_45_2015.at("2(1)", practice.grade, "practice")
            return Joined((), False, (Because(*words, cite),), readings)
        words = (
            "takes no part in JP, which is for workers of employers that enrol them in it",
            "bukan peserta JP, yang diperuntukkan bagi pekerja yang didaftarkan pemberi kerjanya",
        )
        return Joined((), False, (Because(*words, PP_45_2015.at("2(1)")),), readings)
    enrolled = tuple(each for each in found if each.enrolled is not False)
    return Joined(enrolled or tuple(found), not enrolled, (), readings)


def _takes_part(membership: Membership, month: Month, law: Law) -> bool:
    """Whether a membership is or was one in JP."""
    people = [membership.participant]
    if membership.history is not None:
        people += [each.participant for each in membership.history if each.participant is not None]
    return any(in_jp(each, month, law) for each in {id(each): each for each in people}.values())


class Age(NamedTuple):
    """When a member reaches the pension age; ``on`` None: not known."""

    on: date | None
    readings: tuple[Reading, ...] = ()


def age_of(case: Case) -> Age:
    """When the member of a case reaches the pension age."""
    born, law = case.member.person.born, case.law
    if born is None:
        return Age(None)
    reached = pension_age_reached(born, law=law)
    ends = [each.ended for each in case.member.memberships]
    left = case.end.on if case.end is not None else max((end for end in ends if end is not None), default=None)
    if left is None or left >= reached or (case.end is None and None in ends):
        return Age(reached)
    then = law.row(PENSION_AGE, Moment(Clock.BIRTHDAY, max(left, START.first_day))).value
    if born + relativedelta(years=then) == reached:
        return Age(reached)
    if law.option(AGE_OF_LEAVERS) == "when_left":
        reached = born + relativedelta(years=then)
    return Age(reached, (AGE_OF_LEAVERS,))


class Right(NamedTuple):
    """Whether a member's months give a pension: the verdict, the months to put into the formula, what to say of it.

    ``months`` is None while it is not known. ``lump_sum`` is the verdict on the contributions at once instead.
    """

    verdict: Verdict
    lump_sum: Verdict
    months: int | None
    record: Record
    readings: tuple[Reading, ...] = ()


class _Test(NamedTuple):
    """A condition: met or not, None: not known while ``missing`` is not."""

    met: bool | None
    because: Because | None
    missing: Fact


def _test(met: bool | None, words: tuple[str, str], cite: Citation, missing: Fact) -> _Test:
    return _Test(met, Because(*words, cite) if met is False else None, missing)


def by_months(found: Record, law: Law, on: date) -> Right:
    """The right of who reaches the pension age: a pension from 180 months on, else the lump sum."""
    return _right(found, _full(found, law, on), (), law, on)


def by_tests(found: Record, law: Law, on: date, tests: Iterable[_Test]) -> Right:
    """The right before the pension age: 180 months, or the tests that put them in place."""
    return _right(found, _full(found, law, on), tuple(tests), law, on)


def _full(found: Record, law: Law, on: date) -> _Test:
    needed = law.row(tables.MONTHS_FOR_PENSION, _moment(on))
    least, most = found.months
    shown = f"{least}" if least == most else f"{least}–{most}"
    words = (
        f"{shown} months of contributions, {needed.value} are asked for",
        f"masa iur {shown} bulan, kurang dari {needed.value} bulan",
    )
    met = True if least >= needed.value else False if most + found.later < needed.value else None
    return _test(met, words, needed.cites[0], HISTORY)


def _right(found: Record, full: _Test, tests: tuple[_Test, ...], law: Law, on: date) -> Right:
    """The verdicts on pension and lump sum from the months and the tests that can stand in for them."""
    failed = tuple(test.because for test in tests if test.because is not None)
    unknown = tuple(dict.fromkeys(test.missing for test in tests if test.met is None))
    least, most = found.months
    months = least if least == most else None
    passed = bool(tests) and not failed
    if full.met is not True and passed:
        stands_for = law.row(tables.MONTHS_PUT_IN_PLACE, _moment(on)).value
        months = stands_for if most + found.later <= stands_for else None
    if full.met or (passed and not unknown):
        verdict, other = ELIGIBLE, Verdict(State.NOT_ELIGIBLE)
    elif full.met is False and not passed:
        verdict, other = Verdict(State.NOT_ELIGIBLE, (*((full.because,) if full.because else ()), *failed)), ELIGIBLE
    else:
        missing = (*((full.missing,) if full.met is None else ()), *(unknown if passed else ()))
        verdict = other = Verdict(State.UNDETERMINED, missing=tuple(dict.fromkeys(missing)))
        months = None if full.met is None else months
    return Right(verdict, other, months, found, found.readings)


def of_disability(case: Case, memberships: Joined, age: Age) -> Right:
    """The right that a total disability gives before the pension age (art. 20(3))."""
    event = case.disability
    assert event is not None  # asked of a disability alone
    found = record_of(case, memberships, event.on, age)
    tests = (density_test(found, case.law, event.on, "20(3)a"), cause_test(case, memberships.memberships, found))
    return by_tests(found, case.law, event.on, tests)


def of_early_death(case: Case, memberships: Joined, age: Age) -> Right:
    """The right that a death before the pension age leaves to survivors (arts 21(3), 22(3), 23(3))."""
    death = case.death
    assert death is not None  # asked of a death alone
    found = record_of(case, memberships, death.on, age)
    tests = (
        membership_test(case, memberships.memberships, found, "21(3)a"),
        density_test(found, case.law, death.on, "21(3)b"),
    )
    return by_tests(found, case.law, death.on, tests)


def density_test(found: Record, law: Law, on: date, place: str) -> _Test:
    """Whether at least 80 % of the months were paid."""
    row = law.row(tables.DENSITY, _moment(on))
    least, most = found.density
    met = True if least >= row.value else False if most < row.value else None
    if met is not False:
        return _Test(met, None, HISTORY)
    shown = Fraction(int(most * 1000), 1000)  # not rounded up to what is asked for
    words = (
        f"at most {percent(shown)} of the months were paid, at least {percent(row.value)} are asked for",
        f"tingkat kepadatan iuran paling banyak {percent(shown, 'id')}, kurang dari {percent(row.value, 'id')}",
    )
    return _test(met, words, PP_45_2015.at(place), HISTORY)


def membership_test(case: Case, memberships: Iterable[Membership], found: Record, place: str) -> _Test:
    """Whether the member had been one for a year when he died."""
    assert case.death is not None  # asked of a death alone
    row = case.law.row(tables.MONTHS_BEFORE_DEATH, _moment(case.death.on))
    words = f"a member for less than {row.value} months", f"menjadi peserta kurang dari {row.value} bulan"
    met = _months_before(case.death.on, row.value, memberships, found)
    return _test(met, words, PP_45_2015.at(place), REGISTERED)


def cause_test(case: Case, memberships: Iterable[Membership], found: Record) -> _Test:
    """Whether what caused a disability happened at least a month after registration."""
    event = case.disability
    assert event is not None  # asked of a disability alone
    row = case.law.row(tables.MONTHS_BEFORE_DISABILITY, _moment(event.on))
    caused = event.caused_on or event.accident_on or (case.accident_on if case.event is not event else None)
    words = (
        f"what caused it happened less than {row.value} month after registration",
        f"kejadian yang menyebabkannya terjadi kurang dari {row.value} bulan setelah terdaftar",
    )
    cite = PP_45_2015.at("20(3)b")
    if caused is None:
        late_enough = _months_before(event.on, row.value, memberships, found)
        return _test(False if late_enough is False else None, words, cite, CAUSED)
    return _test(_months_before(caused, row.value, memberships, found), words, cite, REGISTERED)


def _months_before(day: date, months: int, memberships: Iterable[Membership], found: Record) -> bool | None:
    """Whether the first registration in JP lies at least so many months before a day."""
    several = tuple(memberships)
    begun = found.paid[0].month if found.paid else None
    known = [max(each.since, START.first_day) for each in several if each.since is not None]
    if begun is not None:  # whom nobody enrolled worked since that month; others were enrolled by its end
        never = all(each.enrolled is False for each in several)
        known.append(begun.first_day if never else begun.last_day)
    if known and min(known) + relativedelta(months=months) <= day:
        return True
    return None if any(each.enrolled is None for each in several) else False


def _moment(on: date) -> Moment:
    return Moment(Clock.PENSION, on)


class WorkedOut(NamedTuple):
    """A formula worked out, or what is missing for it."""

    formula: Formula | None
    missing: tuple[Fact, ...] = ()
    readings: tuple[Reading, ...] = ()


def work_out(
    right: Right, event_on: date, start: Month, law: Law, *, strict: bool, age: date | None = None
) -> WorkedOut:
    """The formula for a right that arose on a day, for a pension from a month on.

    ``age`` is the day of the pension age of a pension that was put off. ``strict`` raises ``NotAnnounced`` for a year
    that is not known, instead of naming it among the missing facts.
    """
    missing: list[Fact] = []
    if right.months is None:
        missing.append(HISTORY)
    if right.record.wages_unknown or not right.record.years:
        missing.append(WAGES)
    readings: list[Reading] = []
    year = start.first_day.year
    if age is not None and Month.of(age) + 1 != start:
        readings.append(DEFERRED_INDEX)
        if law.option(DEFERRED_INDEX) == "year_reached":
            event_on, year = age, (Month.of(age) + 1).first_day.year
    if event_on.year != year:
        readings.append(YEAR_OF_PENSION)
        if law.option(YEAR_OF_PENSION) == "event":
            year = event_on.year
    if missing or right.months is None:
        return WorkedOut(None, tuple(missing), tuple(readings))
    years = tuple(each for each in right.record.years if each.year <= year)
    try:
        found = make(years, year=year, months=right.months, law=law, touched=right.record.readings)
    except errors.NotAnnounced as error:
        if strict:
            raise
        return WorkedOut(None, (unannounced(error),), tuple(readings))
    return WorkedOut(found, (), (*readings, *found.readings))


def unannounced(error: errors.NotAnnounced) -> Fact:
    """A value that was not announced, as a fact that is missing."""
    found = re.search(r"\b2\d{3}(-\d\d)?\b", error.what)
    when = "" if found is None else f" {found[0]}"
    return Fact(error.where, error.what, f"{error.where}{when}, belum diumumkan")


def below_age(age: Age, on: date) -> tuple[bool, tuple[Assumption, ...]]:
    """Whether the pension age was not yet reached on a day; taken for granted where it is not known."""
    if age.on is None:
        return True, (AGE,)
    return on < age.on, ()


def record_of(case: Case, found: Joined, on: date, age: Age) -> Record:
    """What the memberships in JP of a case say on a day."""
    return record(found.memberships, on=on, law=case.law, reached=age.on, as_if=found.never)


def unknown_enrolment(found: Joined) -> tuple[Fact, ...]:
    """The fact of registration, where neither it nor a month paid is known."""
    unknown = all(each.enrolled is None for each in found.memberships)
    paid = any(
        each.history is not None and any(month.state is MonthState.PAID for month in each.history)
        for each in found.memberships
    )
    return (REGISTERED,) if unknown and not paid else ()
