"""What ends a child's scholarship: age, marriage, death, work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from .._benefits import Because
from .._dated import Clock, Moment
from .._facts import birthday
from .._family import Child, Work, WorkKind
from .._verdict import Fact
from . import law as tables
from .shapes import Grant, fact


class Stop(NamedTuple):
    """A day from which on a child draws no longer, and the last day of it where it can pass; why; ``fact``: unsure."""

    on: date
    why: Callable[[], Because]
    until: date | None = None
    fact: Fact | None = None
    age: bool = False


def stops_of(child: Child, at: int, grant: Grant) -> Iterator[Stop]:
    """The days from which on a child draws no longer, as far as its facts tell."""
    if child.born is not None:
        yield _age_stop(child.born, grant)
    if child.married is True:
        yield Stop(grant.since, partial(grant.because, "married", "sudah menikah", grant.since))
    elif isinstance(child.married, date):
        day = child.married
        yield Stop(day, partial(grant.because, f"married on {day}", f"menikah pada {day}", day))
    if child.died is not None:
        day = child.died
        yield Stop(day, partial(grant.because, f"died on {day}", f"meninggal pada {day}", day))
    for work in joined(child.works or ()):
        stop = _work_stop(work, child, at, grant)
        if stop is not None:
            yield stop


def _age_stop(born: date, grant: Grant) -> Stop:
    """The first day on which the child has reached the age limit in force."""
    reached = (
        (max(birthday(born, row.value, grant.law), since), row.value, until)
        for since, until, row in grant.law.table(tables.AGE_LIMIT).spans()
    )
    day, limit = next((day, limit) for day, limit, until in reached if until is None or day <= until)
    return Stop(day, partial(_too_old, day, limit, grant), age=True)


def _too_old(day: date, limit: int, grant: Grant) -> Because:
    words = f"{limit} years old on {day}", f"berusia {limit} tahun pada {day}"
    return grant.because(*words, day, tables.AGE_LIMIT)


def joined(works: tuple[Work, ...]) -> list[Work]:
    """Work in order; spells as registered wage earner that follow one another without a day between become one."""
    found: list[Work] = []
    for work in sorted(works, key=lambda each: each.since or date.min):
        last = found[-1] if found else None
        wages = WorkKind.WAGE_EARNER
        if (
            last is not None
            and last.kind is work.kind is wages
            and work.since is not None
            and (last.until is None or last.until + timedelta(days=1) >= work.since)
        ):
            until = None if last.until is None or work.until is None else max(last.until, work.until)
            found[-1] = Work(since=last.since, until=until, kind=wages)
        else:
            found.append(work)
    return found


def _work_stop(work: Work, child: Child, at: int, grant: Grant) -> Stop | None:
    """When work ends the scholarship; None where it does not."""
    if work.until is not None and work.until < grant.since:
        return None
    start = max(work.since or grant.since, grant.since)
    moment = Moment(Clock.CLAIM, start)
    allowed, months = (grant.law.find(table, moment) for table in (tables.WORK_ALLOWED, tables.WORK_MONTHS))
    words = (f"works since {work.since}", f"bekerja sejak {work.since}") if work.since else ("works", "sudah bekerja")
    if allowed is None or months is None:
        return Stop(start, partial(grant.because, *words, start), work.until)
    if work.kind is None:
        return Stop(start, partial(grant.because, *words, start), work.until, fact(child, at, "works"))
    if work.kind in allowed.value:
        return None
    from dateutil.relativedelta import relativedelta  # few children work

    most = months.value
    past = (work.since or start) + relativedelta(months=most)
    if work.until is not None and work.until < past:
        return None
    words = (
        f"registered wage earner for more than {most} months in a row",
        f"penerima upah terdaftar lebih dari {most} bulan berturut-turut",
    )
    return Stop(max(past, grant.since), partial(Because, *words, months.cites[0]), work.until)
