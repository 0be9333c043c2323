"""From when to when the workers of a project are covered: from the first payment to the end of the maintenance."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .. import errors
from .._benefits import ELIGIBLE, Because, join
from .._citations import Grade
from .._facts import REGISTERED
from .._law import LAW, Law
from .._months import date_error
from .._readings import Reading
from .._readings_of_construction import MAINTENANCE_COVER
from .._verdict import Fact, State, Verdict
from ..instruments import MANUAL_2022, PP_44_2015
from .project import Project

END = Fact("project.end", "last day of the execution", "akhir masa pelaksanaan")
MAINTENANCE = Fact("project.maintenance_until", "end of the maintenance period", "akhir masa pemeliharaan")
_STATUS = MANUAL_2022.at("whole", Grade.A_MANUAL, "p. 98")
_PERIOD = PP_44_2015.at("56(2)", Grade.C, "left to the minister; the head of a branch, press of 2018")


class Running(NamedTuple):
    """Whether a project still covers its workers on a day, and the readings that decide it."""

    verdict: Verdict
    readings: tuple[Reading, ...] = ()


def running(project: Project, on: date, law: Law) -> Running:
    """Whether the execution, or the maintenance period after it, had not ended before a day."""
    end, until = project.last_day, project.maintenance_until
    if end is None:
        known = isinstance(until, date) and on <= until and law.option(MAINTENANCE_COVER) == "covered"
        return Running(ELIGIBLE if known else Verdict(State.UNDETERMINED, missing=(END,)))
    if on <= end:
        return Running(ELIGIBLE)
    if until is None:
        missing = Verdict(State.UNDETERMINED, missing=(MAINTENANCE,))
        return Running(missing if law.option(MAINTENANCE_COVER) == "covered" else _over(end), (MAINTENANCE_COVER,))
    if until == "none" or on > until:
        return Running(_over(end if until == "none" else until))
    covered = law.option(MAINTENANCE_COVER) == "covered"
    return Running(ELIGIBLE if covered else _over(end), (MAINTENANCE_COVER,))


def _over(end: date) -> Verdict:
    words = f"the project had ended on {end}", f"proyek telah berakhir pada {end}"
    return Verdict(State.NOT_ELIGIBLE, (Because(*words, _PERIOD),))


def eligible(project: Project, *, on: date, law: Law = LAW) -> Verdict:
    """Whether the workers of a project are covered on a day: after its first payment, and before it ends.

    The maintenance period that the contract names counts by default. Raises ``WrongType``, ``NotADate``.

    >>> project = Project(end=date(2024, 6, 30), maintenance_until=date(2024, 12, 31), registered=date(2024, 3, 11))
    >>> [bool(eligible(project, on=day)) for day in (date(2024, 3, 8), date(2024, 3, 11), date(2024, 10, 1))]
    [False, True, True]
    """
    if not isinstance(project, Project):
        raise errors.WrongType("project", f"{project!r} is no project", "give a jamsostek.construction.Project")
    errors.raise_together("eligible", (date_error("on", on, needed=True),))
    since = project.since
    begun = ELIGIBLE
    if since is None:
        begun = Verdict(State.UNDETERMINED, missing=(REGISTERED,))
    elif on < since:
        words = f"the project is a participant from {since} on", f"proyek menjadi peserta sejak {since}"
        begun = Verdict(State.NOT_ELIGIBLE, (Because(*words, _STATUS),))
    return join(begun, running(project, on, law).verdict)
