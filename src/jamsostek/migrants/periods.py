"""Phases of cover of a migrant worker: before, during and after work; which of them a day can fall into."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from .. import errors
from .._assumed import Assumption
from .._benefits import Because
from .._citations import Citation
from .._dated import Clock, Moment, Row
from .._law import LAW, Law
from .._months import date_error
from .._readings import Reading
from .._readings_of_migrants import MIGRANT_EARLY_RETURN
from .._verdict import Fact
from . import law as tables
from .law import Phase
from .worker import MigrantWorker, Route, day_error

REGISTERED = Fact("member.abroad.registered", "day of registration", "tanggal pendaftaran")
ROUTE = Fact("member.abroad.route", "whether a placement body sent him", "apakah melalui Pelaksana Penempatan")
DEPARTED = Fact("member.abroad.departed", "day of departure", "tanggal keberangkatan")
RETURNED = Fact("member.abroad.returned", "day of return", "tanggal kembali")
STILL_ABROAD = Assumption("member.abroad.returned", "he had not come back by then", "belum kembali pada hari itu")
WORK_PAID = Assumption(
    "member.abroad.work_paid",
    "the contributions for cover during and after work were paid",
    "iuran pelindungan selama dan setelah bekerja telah dibayar",
)
_DAY = timedelta(days=1)


class Span(NamedTuple):
    """A phase of cover: its months at most, and its first and last day as far as they are known."""

    phase: Phase
    at_most: int
    first: date | None
    last: date | None
    row: Row[int]

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Where its length stands."""
        return self.row.cites


def phases(worker: MigrantWorker, *, on: date | None = None, law: Law = LAW) -> tuple[Span, ...]:
    """The phases in which a migrant worker is covered, with their months at most and their days.

    ``on`` is the day of registration, which chooses the regulation; None: that of the worker. Cover before work is
    bought by those whom a placement body sends alone; there is none after work for who comes back once cover has ended.
    Raises what ``contribution`` raises.

    >>> spans = phases(MigrantWorker(24, route="placed"), on=date(2024, 3, 1))
    >>> [(span.phase.value, span.at_most) for span in spans], sum(span.at_most for span in spans)
    ([('before', 5), ('during', 25), ('after', 1)], 31)
    """
    if not isinstance(worker, MigrantWorker):
        raise errors.WrongType("worker", f"{worker!r} is no migrant worker", "give a jamsostek.MigrantWorker")
    errors.raise_together("phases", (date_error("on", on),))
    errors.raise_together(
        "phases",
        (
            errors.MissingFact("route", "not known, and cover before work hangs on it", 'say "placed" or "individual"')
            if worker.route is None
            else None,
            day_error(worker, on),
        ),
    )
    day = on or worker.since
    assert day is not None  # told above
    moment = Moment(Clock.REGISTRATION, day)
    departed = worker.departed
    found: list[Span] = []
    if worker.route is Route.PLACED and (departed is None or departed > day):
        row = law.row(tables.MONTHS_BEFORE, moment)
        last = _end(day, row.value)
        found.append(Span(Phase.BEFORE, row.value, day, last if departed is None else min(last, departed - _DAY), row))
    beyond, after = law.row(tables.MONTHS_BEYOND, moment), law.row(tables.MONTHS_AFTER, moment)
    months = worker.contract + beyond.value
    end = None if departed is None else _end(departed, months)
    back = worker.returned
    in_time = end is None or back is None or back <= end + _DAY
    if end is not None and back is not None:
        end = min(end, back - _DAY)
    found.append(Span(Phase.DURING, months, departed, end, beyond))
    if in_time:
        found.append(Span(Phase.AFTER, after.value, back, None if back is None else _end(back, after.value), after))
    return tuple(found)


def register_from(departed: date, *, law: Law = LAW) -> date:
    """The first day on which somebody without a placement body can register, a month before departure.

    Raises ``NotADate``, ``BeforeLaw``, ``LawChanged``. Permenaker 4/2023 art. 10.

    >>> str(register_from(date(2024, 5, 10)))
    '2024-04-10'
    """
    errors.raise_together("register_from", (date_error("departed", departed, needed=True),))
    row = law.row(tables.MONTHS_AHEAD, Moment(Clock.REGISTRATION, departed))
    return departed - relativedelta(months=row.value)


def _end(first: date, months: int) -> date:
    """The last day of so many months."""
    return first + relativedelta(months=months) - _DAY


class Where(NamedTuple):
    """The phases that a day can fall into; ``outside`` is whether it may be in none, ``because`` why it is in none."""

    phases: tuple[Phase, ...]
    outside: bool = False
    because: tuple[Because, ...] = ()
    missing: tuple[Fact, ...] = ()
    assumed: tuple[Assumption, ...] = ()
    readings: tuple[Reading, ...] = ()


def where(worker: MigrantWorker, day: date, law: Law, *, at_home: bool = False) -> Where:
    """Where a day falls among the phases of cover; ``at_home`` is whether the event tells that he had not left."""
    since = worker.since
    moment = Moment(Clock.REGISTRATION, since or day)
    if worker.registered == "never":
        return _none("nobody registered him", "tidak terdaftar", _participant(moment, law))
    departed = worker.departed
    if (departed is None and at_home) or (departed is not None and day < departed):
        found = _before(worker, day, moment, law)
    elif departed is None:
        found = _not_known_to_have_left(worker, day, moment, law)
    else:
        found = _left(worker, departed, day, moment, law)
    if since is not None or not found.phases:
        return found
    return found._replace(outside=True, missing=(REGISTERED, *found.missing))


def _participant(moment: Moment, law: Law) -> Citation:
    """Where it stands that one takes part by registering and paying."""
    return law.row(tables.MEMBERSHIP, moment).cites[-1]


def _none(text_en: str, text_id: str, cite: Citation) -> Where:
    return Where((), True, (Because(text_en, text_id, cite),))


def _before(worker: MigrantWorker, day: date, moment: Moment, law: Law) -> Where:
    """A day before departure."""
    if worker.route is Route.INDIVIDUAL:
        words = (
            "without a placement body there is no cover before work",
            "perseorangan tanpa pelindungan sebelum bekerja",
        )
        return _none(*words, law.row(tables.WORK, moment).cites[-1])
    row = law.row(tables.MONTHS_BEFORE, moment)
    if worker.since is not None and day > _end(worker.since, row.value):
        words = f"more than {row.value} months after registration", f"lebih dari {row.value} bulan sejak terdaftar"
        return _none(*words, row.cites[0])
    if worker.route is None:
        return Where((Phase.BEFORE,), True, (), (ROUTE,))
    return Where((Phase.BEFORE,))


def _not_known_to_have_left(worker: MigrantWorker, day: date, moment: Moment, law: Law) -> Where:
    """A day of somebody of whom it is not known whether he had left; he registered before he did (art. 7)."""
    before = _before(worker, day, moment, law)
    missing = tuple(dict.fromkeys((DEPARTED, *before.missing)))
    if worker.work_paid is False:
        return before._replace(outside=True, missing=missing)
    beyond = law.row(tables.MONTHS_BEYOND, moment).value
    may_have_ended = worker.since is not None and day > _end(worker.since, worker.contract + beyond)
    assumed = (STILL_ABROAD,) if worker.work_paid is not None else (WORK_PAID, STILL_ABROAD)
    return Where((*before.phases, Phase.DURING), before.outside or may_have_ended, (), missing, assumed)


def _left(worker: MigrantWorker, departed: date, day: date, moment: Moment, law: Law) -> Where:
    """A day after departure."""
    if worker.work_paid is False:
        words = "cover during and after work was not paid for", "iuran selama dan setelah bekerja belum dibayar"
        return _none(*words, _participant(moment, law))
    rows = tuple(law.row(table, moment) for table in (tables.MONTHS_BEYOND, tables.MONTHS_AFTER))
    beyond, after = (row.value for row in rows)
    contract_ends, during = _end(departed, worker.contract), _end(departed, worker.contract + beyond)
    assumed = () if worker.work_paid is not None else (WORK_PAID,)
    back = worker.returned
    if back is not None and back <= day:
        return _back(day, back, (contract_ends, during), rows, law)._replace(assumed=assumed)
    if day <= during:
        return Where((Phase.DURING,), assumed=assumed if back is not None else (*assumed, STILL_ABROAD))
    ended = f"cover during work ended on {during}", f"pelindungan selama bekerja berakhir pada {during}"
    if back is None and day <= _end(during + _DAY, after):
        return Where((Phase.AFTER,), True, (), (RETURNED,), assumed)
    return _none(*ended, rows[0].cites[0])


def _back(day: date, back: date, ends: tuple[date, date], rows: tuple[Row[int], ...], law: Law) -> Where:
    """A day from the return on."""
    (contract_ends, during), (beyond, after) = ends, rows
    if back > during + _DAY:
        words = f"he came back on {back}, after cover had ended on {during}", f"kembali pada {back}, setelah {during}"
        return _none(*words, beyond.cites[0])
    by_return, as_paid = _end(back, after.value), _end(during + _DAY, after.value)
    readings: tuple[Reading, ...] = ()
    last = by_return
    if back <= contract_ends and by_return < day <= as_paid:
        readings = (MIGRANT_EARLY_RETURN,)
        last = as_paid if law.option(MIGRANT_EARLY_RETURN) == "as_paid" else by_return
    if day <= last:
        return Where((Phase.AFTER,), readings=readings)
    words = f"cover after the return ended on {last}", f"pelindungan setelah kembali berakhir pada {last}"
    return _none(*words, after.cites[0])._replace(readings=readings)
