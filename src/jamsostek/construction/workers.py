"""Workers of a construction project: how they take part, and the wage that their benefits go by."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from attrs import evolve, field, frozen

from .. import errors
from .._benefits import Because, Work
from .._cover import Cover, _cover
from .._dated import Clock, Moment
from .._kinds import Programme, as_programmes
from .._law import Law
from .._money import LEAST_WAGE, MOST_WAGE, amount_error, lenient_int, number, rupiah, whole
from .._months import Month
from .._people import Employer, Person, WageEarner, _programme_errors, _registration_errors, _type_error
from .._readings import Reading
from .._readings_of_construction import DAYS_OF_PROJECT_WAGE, FLOOR_OF_PROJECT_WAGE
from .._verdict import State
from ..jkk import claim_law
from ..jkk.wage import BenefitWage
from ..payment.law_of_arrears import CoverKind
from ..wages.law import DAYS_OF_A_MONTH, MINIMUM_WAGE
from . import law as tables
from .periods import paid, running
from .project import Method, Project

# Bounds of sense, not of law, as of a month's wage: they catch slips of thousands.
LEAST_DAILY = LEAST_WAGE // 100
MOST_DAILY = MOST_WAGE // 100


_SHARED = frozenset({Programme.JKK, Programme.JKM})


def _amount(value: int | None) -> Any:
    return None if value is None else lenient_int(value)


@frozen(init=True)
class Worker(WageEarner):
    """A worker of a construction project (pekerja jasa konstruksi), by the day, by the piece or for a fixed term.

    ``wage`` is whole rupiah per month, or ``daily_wage`` per day; one of the two. Where the project goes by its wage
    list, it is one that stands there (of what was listed too low tells ``WorkAccident(true_wage=…)``); otherwise it is
    found at the claim. ``minimum_wage`` is the one that binds the employer, rupiah per month, None: not known. He takes
    part in JKK and JKM, both; the project's employer pays. ``registered`` is the day on which he himself was
    registered, None: with the project. Before the project's first payment the employer answers. For what happened
    before any registration say ``Member(worker, registered="never")``: the employer answers too.
    Raises an ``…Amount`` error, ``MissingFact``, ``Contradiction``, ``TooEarly``, ``WrongType``.

    >>> project = Project(900_000_000, vat="excluded", ordered=date(2024, 3, 1), registered=date(2024, 3, 11))
    >>> Worker(daily_wage=120_000, project=project).registered
    datetime.date(2024, 3, 11)
    """

    type_name: ClassVar[str] = "project_worker"

    wage: int = field(default=None, converter=_amount)
    daily_wage: int | None = field(default=None, kw_only=True, converter=_amount)
    project: Project = field(kw_only=True)
    minimum_wage: int | None = field(default=None, kw_only=True, converter=_amount)
    person: Person | None = field(default=None, kw_only=True)
    _risk_group: int | None = field(default=None, init=False, repr=False, eq=False)
    employer: Employer = field(init=False, repr=False, eq=False)
    programmes: frozenset[Programme] | None = field(default=None, kw_only=True, converter=as_programmes)
    registered: date | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        wage: int | None = self.wage
        errors.raise_together(
            "Worker",
            (
                errors.WrongType("project", f"{self.project!r} is no project", "give a jamsostek.construction.Project")
                if not isinstance(self.project, Project)
                else None,
                None if wage is None else amount_error("wage", wage),
                None if self.daily_wage is None else _daily_error(self.daily_wage),
                None if self.minimum_wage is None else amount_error("minimum_wage", self.minimum_wage),
                _type_error("person", self.person, Person),
                *_programme_errors(self.programmes),
                *_registration_errors(self.registered, self.person),
                errors.MissingFact("wage", "neither a wage nor a daily wage is given", "give one of the two")
                if wage is None and self.daily_wage is None
                else None,
                errors.Contradiction("daily_wage", "given beside a monthly wage", "leave one of the two out")
                if wage is not None and self.daily_wage is not None
                else None,
            ),
        )
        since = self.project.registered
        errors.raise_together(
            "Worker",
            (
                errors.TooEarly(
                    "registered", f"{self.registered} lies before the project's, {since}", "mend one of them"
                )
                if self.registered is not None and since is not None and self.registered < since
                else None,
                _both(self.programmes),
                None if wage is None else _unlisted("wage", wage, self.project),
            ),
        )
        object.__setattr__(self, "employer", self.project.employer)
        object.__setattr__(self, "registered", self.registered or since)

    @property
    def monthly(self) -> bool:
        """Whether contributions are owed for each month: by the wage list they are, by the contract value not."""
        return self.project.method is Method.WAGES

    def to_dict(self) -> dict[str, Any]:
        """The known facts as JSON-safe values; ``jamsostek.from_dict`` rebuilds an equal worker."""
        from .serial import worker_to_dict

        return worker_to_dict(self)


def _daily_error(value: object) -> errors.JamsostekError | None:
    """What is wrong with a wage of a day, None if nothing is."""
    amount = whole(value)
    if not amount or amount < 0:
        return amount_error("daily_wage", value)
    if LEAST_DAILY <= amount <= MOST_DAILY:
        return None
    mend = f"give rupiah per day, from {rupiah(LEAST_DAILY)} to {rupiah(MOST_DAILY)} (not thousands, not a month's)"
    return errors.AbsurdAmount("daily_wage", f"{rupiah(amount)} cannot be the pay of one day", mend)


def _both(programmes: frozenset[Programme] | None) -> errors.Contradiction | None:
    """What is wrong with the programmes of a project's worker: the duty has JKK and JKM, one bill for both."""
    if programmes is None or programmes == _SHARED:
        return None
    what = f"{', '.join(sorted(programmes))}, of a project, whose workers have JKK and JKM (PP 44/2015 art. 53)"
    return errors.Contradiction("programmes", what, "leave it out")


def _unlisted(where: str, wage: int, project: Project) -> errors.Contradiction | None:
    """What is wrong with a wage that a project's list does not hold."""
    listed = sorted({each.wage for each in project.wages or ()})
    if not listed or wage in listed:
        return None
    what = f"{number(wage)} a month, of a project that lists {', '.join(map(number, listed[:5]))}"
    mend = "give the listed wage; of one that was listed too low tells WorkAccident(true_wage=…)"
    return errors.Contradiction(where, f"{what}{' and more' if listed[5:] else ''}", mend)


def wage_of_worker(who: Worker, on: date, law: Law) -> BenefitWage:
    """The wage that benefits of a project's worker go by, after an event on a day.

    Raises ``Contradiction`` for a daily wage that makes none of the listed ones.
    """
    listed, moment, month = who.monthly, Moment(Clock.ACCIDENT, on), law.moment(Month.of(on))
    at_claim = law.row(claim_law.LAST_WAGE if listed else tables.WAGE_AT_CLAIM, moment)
    words = ("listed wage", "upah yang tercantum") if listed else ("wage found at the claim", "upah saat klaim")
    readings: list[Reading] = []
    if who.daily_wage is None:
        amount, work = who.wage, [Work(*words, "{}", (who.wage,), at_claim)]
    else:
        days = law.row(DAYS_OF_A_MONTH, month)
        if not listed:
            readings.append(DAYS_OF_PROJECT_WAGE)
            if law.option(DAYS_OF_PROJECT_WAGE) == "of_1993":
                days = law.row(tables.DAYS_OF_1993, moment)
        amount = who.daily_wage * days.value
        errors.raise_together("Worker", (_unlisted("daily_wage", amount, who.project),))
        words = ("listed daily wage", "upah sehari yang tercantum") if listed else _DAILY_AT_CLAIM
        values = (who.daily_wage, days.value, amount)
        work = [
            Work(*words, "{}", (who.daily_wage,), at_claim),
            Work("daily wage × days", "upah sehari × hari", "{} × {} = {}", values, days),
        ]
    floor = who.minimum_wage
    if floor is not None and amount < floor and not listed:
        readings.append(FLOOR_OF_PROJECT_WAGE)
        if law.option(FLOOR_OF_PROJECT_WAGE) == "minimum_wage":
            words = "lifted to the minimum wage", "dinaikkan ke upah minimum"
            work.append(Work(*words, "{} → {}", (amount, floor), law.row(MINIMUM_WAGE, month)))
            amount = floor
    return BenefitWage(amount, tuple(work), tuple(readings))


_DAILY_AT_CLAIM = "daily wage found at the claim", "upah sehari saat klaim"


def within(found: Cover, day: date, law: Law) -> Cover:
    """The cover of a worker as long as the project runs; before its first payment the employer pays."""
    who = found.membership.participant
    assert isinstance(who, Worker)  # asked of project workers alone
    if found.row is not None:
        found = _as_paid(found, who.project, day, law)
    runs = running(who.project, day, law)
    readings = (*found.readings, *runs.readings)
    if runs.verdict.state is State.ELIGIBLE:
        return found._replace(readings=readings)
    if runs.verdict.state is State.NOT_ELIGIBLE:
        because = tuple(each for each in runs.verdict.because if isinstance(each, Because))
        return found._replace(kinds=(CoverKind.NONE,), because=because, readings=readings)
    missing = (*runs.verdict.missing, *found.missing)
    return found._replace(kinds=(*found.kinds, CoverKind.NONE), missing=missing, readings=readings)


def _as_paid(found: Cover, project: Project, day: date, law: Law) -> Cover:
    """The cover of a worker who is registered: his employer's until the project paid first."""
    begun = paid(project, day)
    if begun.state is State.ELIGIBLE:
        return found
    never = _cover(evolve(found.membership, registered="never", ended=None), day, found.programme, law)
    never = never._replace(membership=found.membership)
    if begun.state is State.NOT_ELIGIBLE:
        return never
    return found._replace(
        kinds=tuple(dict.fromkeys((*found.kinds, *never.kinds))),
        missing=(*found.missing, *begun.missing),
        readings=tuple(dict.fromkeys((*found.readings, *never.readings))),
    )
