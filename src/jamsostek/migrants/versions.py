"""Which version of a table governs a case of a migrant worker, and which regulation a place is cited from."""

from __future__ import annotations

from typing import TypeVar

from .._cases import Case
from .._citations import Citation
from .._dated import Clock, Dated, Moment, Row, first_day
from .._readings import Reading
from .._readings_of_migrants import MIGRANT_VERSION
from .law import EXCLUSIONS, SECOND, THIRD, by_18_2018
from .worker import MigrantWorker

T = TypeVar("T")
_SECOND, _THIRD = first_day(SECOND), first_day(THIRD)


def of_2023(case: Case, cite: Citation) -> Citation:
    """A place of the regulation of 2023; where the one before governs, that one, of which no article was read."""
    worker = case.member.abroad
    assert worker is not None  # asked of a migrant worker alone
    row, _ = version(case, worker, EXCLUSIONS)
    return by_18_2018() if row is None else cite


def version(case: Case, worker: MigrantWorker, table: Dated[T]) -> tuple[Row[T] | None, tuple[Reading, ...]]:
    """The version of a table that governs a case, by the event or by registration; None: the rule came later."""
    death, clock = case.death, table.clock
    day = case.accident_on if clock is Clock.ACCIDENT else case.event.on
    if clock is Clock.DEATH and death is not None:
        day = death.on
    since, known = worker.since, case.law.table(table)
    readings: tuple[Reading, ...] = ()
    if since is not None and known.find(Moment(clock, since)) is not known.find(Moment(clock, day)):
        readings = (MIGRANT_VERSION,)
        day = since if case.law.option(MIGRANT_VERSION) == "registration" else day
    if _SECOND <= day < known.rows[0].since == _THIRD:
        return None, readings
    return case.law.row(table, Moment(clock, day)), readings
