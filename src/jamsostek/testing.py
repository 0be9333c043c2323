"""Hypothesis strategies for every public input, for the library's own tests and for its users' (extra ``testing``).

>>> import jamsostek as js
>>> from hypothesis import given, settings
>>> @settings(max_examples=5)
... @given(wage_earners(), months())
... def shares_add_up(worker, month):
...     bill = js.contributions(worker, month=month)
...     assert bill.employer + bill.worker == bill.total
>>> shares_add_up()
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar

from attrs import evolve, fields

from . import errors, readings
from ._cases import End
from ._endings import ActivityEnd, ContractEnd, Dismissal, LeavingIndonesia, Resignation, Retirement
from ._events import FIRST_DAY, Death, TotalDisability
from ._family import Child, Draws, Family, Parent, Relative, School, Spouse, Stage, Work, WorkKind
from ._history import History, MonthRecord, MonthState
from ._kinds import EmployerKind, HealthCover, Industry, Labelled, PaidBy, Programme, Scale, Sector, SelfEmployedKind
from ._law import LAW, Law
from ._member import Member, Membership
from ._money import LEAST_WAGE, MOST_WAGE
from ._months import Month
from ._months import months as month_run
from ._people import RISK_GROUPS, Employer, Participant, Person, SelfEmployed, Trainee, WageEarner
from ._settlement import Payment
from .jkk.law import REFERENCE_INCOME
from .jp.law import WAGE_CEILING
from .wages import Component, PayKind

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import SearchStrategy
except ImportError as missing:
    raise errors.MissingExtra(
        "jamsostek.testing", "hypothesis is not installed", "install the extra: pip install 'jamsostek[testing]'"
    ) from missing
from ._testing_of_accidents import (
    expenses,
    incapacities,
    losses,
    partial_disabilities,
    work_accidents,
)
from ._testing_of_accidents import maybe as _maybe
from ._testing_of_migrants import migrant_events, migrant_workers
from ._testing_of_plans import groups, statements
from ._testing_of_projects import project_workers, projects

T = TypeVar("T")
FIRST = Month("2015-07")
LAST = Month("2027-02")

__all__ = [
    "children",
    "components",
    "deaths",
    "employers",
    "endings",
    "expenses",
    "families",
    "groups",
    "histories",
    "incapacities",
    "incomes",
    "laws",
    "losses",
    "members",
    "migrant_events",
    "migrant_workers",
    "months",
    "partial_disabilities",
    "participants",
    "payments",
    "persons",
    "project_workers",
    "projects",
    "risk_groups",
    "self_employed",
    "statements",
    "total_disabilities",
    "trainees",
    "wage_earners",
    "wages",
    "work_accidents",
]


def _words(cls: type[Labelled]) -> SearchStrategy[str | None]:
    return _maybe(st.sampled_from([str(word) for word in cls]))


def months(first: Month | str = FIRST, last: Month | str = LAST) -> SearchStrategy[Month]:
    """Contribution months, by default all from July 2015 to the last with an announced JP ceiling."""
    return st.sampled_from(month_run(first, last))


def wages() -> SearchStrategy[int]:
    """Monthly wages in rupiah: all that are accepted, often near a ceiling or a round sum."""
    edges = [row.value + step for row in WAGE_CEILING.rows for step in (-1, 0, 1)]
    usual = st.integers(1_500_000, 30_000_000)
    return st.one_of(
        usual, usual.map(lambda wage: wage // 1000 * 1000), st.sampled_from(edges), st.integers(LEAST_WAGE, MOST_WAGE)
    )


def incomes() -> SearchStrategy[int]:
    """Monthly incomes of the self-employed in rupiah, often near the end of a bracket."""
    ends = [each.least for each in REFERENCE_INCOME.rows[-1].value]
    edges = [end + step for end in ends for step in (-1000, -1, 0, 1) if end + step >= LEAST_WAGE]
    accepted = st.integers(LEAST_WAGE, 25_000_000) | st.integers(LEAST_WAGE, MOST_WAGE)
    return st.one_of(st.just(0), accepted, st.sampled_from(edges))


def risk_groups() -> SearchStrategy[int]:
    """The five risk groups of JKK."""
    return st.sampled_from(RISK_GROUPS)


def persons() -> SearchStrategy[Person]:
    """Persons born before the law began; of foreigners it is always known whether they work six months."""
    return st.builds(
        Person,
        born=_maybe(st.dates(date(1945, 1, 1), date(2000, 12, 31))),
        citizen=st.sampled_from([None, True]),
        health_cover=_words(HealthCover),
    ) | st.builds(
        Person,
        born=_maybe(st.dates(date(1945, 1, 1), date(2000, 12, 31))),
        citizen=st.just(False),
        six_months=st.booleans(),
        health_cover=_words(HealthCover),
    )


def employers() -> SearchStrategy[Employer]:
    """Employers whose risk group is known: companies of every scale, private persons, state bodies."""
    facts = {
        "risk_group": risk_groups(),
        "industry": _words(Industry),
        "active_workers": _maybe(st.integers(0, 100_000)),
        "paid_up_to": _maybe(months()),
    }
    company = st.sampled_from([None, str(EmployerKind.COMPANY)])
    others = st.sampled_from([str(EmployerKind.PRIVATE_PERSON), str(EmployerKind.STATE)])
    return st.builds(Employer, kind=company, scale=_words(Scale), **facts) | st.builds(Employer, kind=others, **facts)


_REGISTERED = st.dates(date(2001, 1, 1), date(2015, 6, 30))


def _hired(cls: Callable[..., T]) -> SearchStrategy[T]:
    return st.builds(cls, wages(), employer=employers(), person=_maybe(persons()), registered=_maybe(_REGISTERED))


def wage_earners() -> SearchStrategy[WageEarner]:
    """Wage earners with the programmes their employer must enrol them in, registered before the law began."""
    return _hired(WageEarner)


def trainees() -> SearchStrategy[Trainee]:
    """Interns and others without a wage."""
    return _hired(Trainee)


def self_employed() -> SearchStrategy[SelfEmployed]:
    """The self-employed, with and without JHT, paid for by whoever may pay."""
    both = [Programme.JKK, Programme.JKM]
    return st.builds(
        SelfEmployed,
        incomes(),
        kind=_words(SelfEmployedKind),
        sector=_words(Sector),
        paid_by=_words(PaidBy),
        programmes=st.sampled_from([None, both, [*both, Programme.JHT]]),
        registered=_maybe(_REGISTERED),
        paid_up_to=_maybe(months()),
    )


def participants() -> SearchStrategy[Participant]:
    """Participants of every kind."""
    return wage_earners() | self_employed() | trainees()


def histories() -> SearchStrategy[History]:
    """Histories of wages of up to five years, with months paid in time or late, unpaid, not owed, not known."""

    def record(month: Month, state: MonthState | None, wage: int, late: int | None) -> MonthRecord:
        if state is None or state is MonthState.NOT_OWED:
            return MonthRecord(month, state)
        paid_on = month.last_day + timedelta(days=late) if late and state is MonthState.PAID else None
        return MonthRecord(month, state, wage, paid_on=paid_on)

    def build(first: Month, facts: list[tuple[MonthState | None, int, int | None]]) -> History:
        span = month_run(first, first + (len(facts) - 1))
        return History(record(month, *each) for month, each in zip(span, facts, strict=True))

    facts = st.tuples(_maybe(st.sampled_from(list(MonthState))), wages(), _maybe(st.integers(-30, 400)))
    return st.builds(build, months(FIRST, LAST + -60), st.lists(facts, min_size=1, max_size=60))


def components() -> SearchStrategy[list[Component]]:
    """Components of a month's pay, named apart, a base wage among them."""
    more = st.builds(Component, st.text("abc", min_size=1), st.integers(0, 5_000_000), st.sampled_from(list(PayKind)))
    base = st.integers(LEAST_WAGE, 50_000_000).map(lambda wage: Component("base wage", wage, PayKind.BASE))
    return st.builds(
        lambda first, others: [first, *others], base, st.lists(more, max_size=5, unique_by=lambda each: each.name)
    )


def payments(first: date = date(2016, 1, 1), last: date = date(2027, 12, 31)) -> SearchStrategy[Payment]:
    """Payments of any size on any day."""
    return st.builds(Payment, st.dates(first, last), st.integers(1, MOST_WAGE))


_BORN = st.dates(date(1995, 1, 1), date(2024, 12, 31))
_YEARS = {Stage.KINDERGARTEN: 2, Stage.PRIMARY: 6, Stage.LOWER_SECONDARY: 3, Stage.UPPER_SECONDARY: 3}


def _schools() -> SearchStrategy[School]:
    def build(stage: Stage, year: int | None, start: int | None) -> School:
        most = 0 if stage in (Stage.NOT_YET, Stage.LEFT) else _YEARS.get(stage, 5)
        return School(stage, None if year is None or not most else year % most + 1, in_year=start)

    return st.builds(build, st.sampled_from(list(Stage)), _maybe(st.integers(0, 9)), _maybe(st.integers(2019, 2030)))


def children() -> SearchStrategy[Child]:
    """Children whose facts fit their age no better than life allows, each known or not."""
    later = st.dates(date(2025, 1, 1), date(2040, 12, 31))
    works = st.builds(Work, since=_maybe(later), kind=_words(WorkKind))
    return st.builds(
        Child,
        born=_maybe(_BORN),
        school=_maybe(_schools()),
        married=_maybe(st.booleans() | later),
        works=_maybe(st.booleans() | st.lists(works, max_size=2)),
        lawful=_maybe(st.booleans()),
        registered=_maybe(st.booleans()),
        draws=_words(Draws),
        died=_maybe(st.just(date(2041, 1, 1))),
    )


def families() -> SearchStrategy[Family]:
    """Families of which each kind of relative is not known, none, or some; two children at most are chosen."""

    def some(one: SearchStrategy[T]) -> SearchStrategy[list[T] | None]:
        return _maybe(st.lists(one, max_size=3))

    return st.builds(
        Family,
        spouse=some(st.builds(Spouse)),
        children=some(children()),
        parents=some(st.builds(Parent)),
        grandparents=some(st.builds(Relative)),
        grandchildren=some(st.builds(Relative)),
        siblings=some(st.builds(Relative)),
        parents_in_law=some(st.builds(Relative)),
        will=some(st.builds(Relative)),
    )


def laws() -> SearchStrategy[Law]:
    """The law with any options of its readings."""

    def choose(options: list[tuple[int, int]]) -> Law:
        law = LAW
        for at, which in options:
            reading = readings.ALL[at]
            law = law.reading(reading, reading.options[which % len(reading.options)].name)
        return law

    places = st.integers(0, len(readings.ALL) - 1)
    return st.lists(st.tuples(places, st.integers(0, 2)), max_size=4).map(choose)


def deaths(first: date = FIRST_DAY, last: date = date(2026, 11, 20)) -> SearchStrategy[Death]:
    """Deaths by work, not by work, or of which that is not known."""
    return st.builds(Death, on=st.dates(first, last), work_related=_maybe(st.booleans()))


def total_disabilities(first: date = FIRST_DAY, last: date = date(2026, 11, 20)) -> SearchStrategy[TotalDisability]:
    """Total disabilities by work, not by work, or of which that is not known."""
    return st.builds(TotalDisability, on=st.dates(first, last), work_related=_maybe(st.booleans()))


def endings(first: date = FIRST_DAY, last: date = date(2026, 11, 20)) -> SearchStrategy[End]:
    """Ends of work: dismissals, resignations, contracts and work that ran out, retirements, departures."""

    def build(kind: Any, on: date, days: int | None, facts: dict[str, Any]) -> End:
        claimed = None if days is None else on + timedelta(days=days)
        known = {field.name for field in fields(kind)}
        found: End = kind(on=on, claimed=claimed, **{name: fact for name, fact in facts.items() if name in known})
        return found

    flag = _maybe(st.booleans())
    kinds = (Dismissal, Resignation, ContractEnd, ActivityEnd, Retirement, LeavingIndonesia)
    facts: dict[str, Any] = {"new_job": _maybe(st.just("none")), "agreed_age": _maybe(st.integers(50, 60))}
    facts |= dict.fromkeys(("willing", "reported", "deferred", "for_good"), flag)
    days = _maybe(st.integers(0, 400))
    return st.builds(build, st.sampled_from(kinds), st.dates(first, last), days, st.fixed_dictionaries(facts))


def members() -> SearchStrategy[Member]:
    """Members with one or two memberships, registered before the law began, never, or nobody knows when."""

    def build(person: Person | None, facts: list[tuple[Participant, Any, History | None]]) -> Member:
        found = []
        for who, registered, record in facts:
            taking = evolve(who, person=person, registered=None)
            bare = None if record is None else History(month._replace(wage=None) for month in record)
            found.append(Membership(taking, registered=registered, history=bare))
        return Member(memberships=found)

    registered = st.sampled_from([None, "never"]) | _REGISTERED
    facts = st.tuples(participants(), registered, _maybe(histories()))
    return st.builds(build, _maybe(persons()), st.lists(facts, min_size=1, max_size=2))
