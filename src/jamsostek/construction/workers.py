"""Workers of a construction project: how they take part, and the wage that their benefits go by."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from attrs import field, frozen

from .. import errors
from .._benefits import Because, Work
from .._cover import Cover
from .._dated import Clock, Moment
from .._kinds import Programme, as_programmes
from .._law import Law
from .._money import amount_error, lenient_int
from .._months import Month
from .._people import Employer, Person, WageEarner, _programme_errors, _registration_errors, _type_error
from .._readings import Reading
from .._readings_of_construction import DAYS_OF_PROJECT_WAGE, FLOOR_OF_PROJECT_WAGE
from .._verdict import State
from ..jkk import claim_law
from ..jkk.wage import BenefitWage
from ..payment.law_of_arrears import CoverKind
from ..wages.law import DAYS_OF_A_MONTH, MINIMUM_WAGE
from ..wages.rules import _pay_error
from . import law as tables
from .periods import running
from .project import Method, Project


def _amount(value: int | None) -> Any:
    return None if value is None else lenient_int(value)


@frozen(init=True)
class Worker(WageEarner):
    """A worker of a construction project (pekerja jasa konstruksi), by the day, by the piece or for a fixed term.

    ``wage`` is whole rupiah per month, or ``daily_wage`` per day; one of the two. It counts as listed where the
    project goes by its wage list; otherwise it is found at the claim. ``minimum_wage`` is the one that binds the
    employer, rupiah per month, None: not known. He takes part in JKK and JKM alone; the project's employer pays.
    ``registered`` is the day on which he himself was registered, None: with the project, from its first payment on. For
    what happened before that, leave the day out and say ``Member(worker, registered="never")``: the employer answers.
    Raises an ``…Amount`` error, ``MissingFact``, ``Contradiction``, ``WrongType``.

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
                None if self.daily_wage is None else _pay_error("daily_wage", self.daily_wage),
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
        object.__setattr__(self, "employer", self.project.employer)
        begun = [day for day in (self.registered, self.project.since) if day is not None]
        object.__setattr__(self, "registered", max(begun, default=None))

    @property
    def monthly(self) -> bool:  # type: ignore[override]  # of every other kind it is one answer
        """Whether contributions are owed for each month: by the wage list they are, by the contract value not."""
        return self.project.method is Method.WAGES

    def to_dict(self) -> dict[str, Any]:
        """The known facts as JSON-safe values; ``jamsostek.from_dict`` rebuilds an equal worker."""
        from .serial import worker_to_dict

        return worker_to_dict(self)


def wage_of_worker(who: Worker, on: date, law: Law) -> BenefitWage:
    """The wage that benefits of a project's worker go by, after an event on a day."""
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


def within(found: Cover, day: date, law: Law) -> Cover:
    """The cover of a worker as long as the project runs: nobody pays for what comes after it."""
    who = found.membership.participant
    assert isinstance(who, Worker)  # asked of project workers alone
    runs = running(who.project, day, law)
    readings = (*found.readings, *runs.readings)
    if runs.verdict.state is State.ELIGIBLE:
        return found._replace(readings=readings)
    if runs.verdict.state is State.NOT_ELIGIBLE:
        because = tuple(each for each in runs.verdict.because if isinstance(each, Because))
        return found._replace(kinds=(CoverKind.NONE,), because=because, readings=readings)
    missing = (*runs.verdict.missing, *found.missing)
    return found._replace(kinds=(*found.kinds, CoverKind.NONE), missing=missing, readings=readings)
