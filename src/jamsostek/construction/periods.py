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
from .project import Method, Project

PAID = Fact("project.instalments", "day of the first payment", "tanggal pembayaran pertama")
END = Fact("project.end", "last day of the execution", "akhir masa pelaksanaan")
MAINTENANCE = Fact("project.maintenance_until", "end of the maintenance period", "akhir masa pemeliharaan")
_STATUS = MANUAL_2022.at("whole", Grade.A_MANUAL, "p. 98")
_WORKS = PP_44_2015.at("53")
_PERIOD = PP_44_2015.at("56(2)", Grade.C, "left to the minister; the head of a branch, press of 2018")


class Running(NamedTuple):
    """Whether a project still covers its workers on a day, and the readings that decide it."""

    verdict: Verdict
    readings: tuple[Reading, ...] = ()


def running(project: Project, on: date, law: Law) -> Running:
    """Whether the project had begun by a day, and neither the execution nor the maintenance after it had ended."""
    end, until = project.last_day, project.maintenance_until
    begun = min((day for day in (project.ordered, project.start) if day is not None), default=on)
    if on < begun and (project.registered is None or on < project.registered):
        words = f"the project begins on {begun}", f"proyek dimulai pada {begun}"
        return Running(Verdict(State.NOT_ELIGIBLE, (Because(*words, _WORKS),)))
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


def paid(project: Project, on: date) -> Verdict:
    """Whether the first payment was made by a day; by the wage list that stands in the record of the months."""
    first = project.first_paid
    if project.method is Method.WAGES:
        return ELIGIBLE
    if first is None:
        return Verdict(State.UNDETERMINED, missing=(PAID,))
    return ELIGIBLE if first <= on else _not_yet(first)


def _not_yet(since: date) -> Verdict:
    words = f"the project is a participant from {since} on", f"proyek menjadi peserta sejak {since}"
    return Verdict(State.NOT_ELIGIBLE, (Because(*words, _STATUS),))


def eligible(project: Project, *, on: date, law: Law = LAW) -> Verdict:
    """Whether the workers of a project are covered on a day: after its first payment, and before it ends.

    By the contract value the day of the first payment is asked (``Instalment(…, on=…)``). The maintenance period that
    the contract names counts by default. Raises ``WrongType``, ``NotADate``.

    >>> from jamsostek.construction import Instalment
    >>> facts = {"end": date(2024, 6, 30), "maintenance_until": date(2024, 12, 31), "registered": date(2024, 3, 11)}
    >>> project = Project(**facts, instalments=[Instalment("100 %", on=date(2024, 3, 20))])
    >>> [bool(eligible(project, on=day)) for day in (date(2024, 3, 11), date(2024, 3, 20), date(2024, 10, 1))]
    [False, True, True]
    """
    if not isinstance(project, Project):
        raise errors.WrongType("project", f"{project!r} is no project", "give a jamsostek.construction.Project")
    errors.raise_together("eligible", (date_error("on", on, needed=True),))
    since = max((day for day in (project.registered, project.first_paid) if day is not None), default=on)
    runs = running(project, on, law).verdict
    if on < since:
        return join(_not_yet(since), runs)
    known = project.registered is not None
    registered = ELIGIBLE if known else Verdict(State.UNDETERMINED, missing=(REGISTERED,))
    return join(registered, paid(project, on), runs)
