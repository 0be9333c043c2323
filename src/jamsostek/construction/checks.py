"""What is wrong with the facts of a project, all faults together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from .. import errors
from .._events import order_error
from .._kinds import choice_error
from .._money import amount_error, percent, rupiah, sum_error, whole
from .._months import Month, as_month, date_error, month_error
from .._people import Employer, _type_error
from .._rates import _read
from .project import PRACTICE, Addendum, Instalment, ListedWage, Project, Vat

# Bounds of sense, not of law: no building has cost or employed so many. They catch slips, and keep columns in 64 bits.
MOST_VALUE = 10**15
MOST_WORKERS = 10**6

Fault = errors.JamsostekError | None


def faults(project: Project) -> Iterator[Fault]:
    """What is wrong with a project."""
    yield _value_error(project.value)
    yield choice_error(errors.UnknownKind, "vat", Vat, project.vat)
    days = [date_error(name, getattr(project, name)) for name in ("ordered", "start", "end", "registered")]
    yield from days
    yield _type_error("employer", project.employer, Employer)
    until: object = project.maintenance_until
    yield None if until == "none" else date_error("maintenance_until", until)
    if days == [None] * len(days):
        yield order_error("end", project.start, project.end, "the start") and _no_time(project)
        yield order_error("end", project.ordered, project.end, "") and errors.Contradiction(
            "end", f"{project.end} lies before the work order of {project.ordered}", "mend one of the two days"
        )
        yield from _addendum_faults(project)
        yield from _wage_faults(project)
        yield from _instalment_faults(project)


def _value_error(value: object) -> Fault:
    if value is None:
        return None
    if whole(value) == 0:
        return errors.ZeroAmount("value", "0 is no contract value", "leave it out where it is not known")
    if (fault := sum_error("value", value)) is not None:
        return fault
    if (whole(value) or 0) > MOST_VALUE:
        most = rupiah(MOST_VALUE)
        return errors.AbsurdAmount("value", f"{rupiah(whole(value) or 0)} cannot be a contract", f"give up to {most}")
    return None


def _no_time(project: Project) -> Fault:
    what = f"the contract runs for zero months: it ends on {project.end}, before its start on {project.start}"
    return errors.Contradiction("end", what, "mend one of the two days")


def _addendum_faults(project: Project) -> Iterator[Fault]:
    if not isinstance(project.addenda, tuple):
        yield errors.WrongType("addenda", f"{project.addenda!r} is no list", "give construction.Addendum objects")
        return
    value, last, sound = project.value, project.ordered, True
    for at, each in enumerate(project.addenda, start=1):
        where = f"addendum {at}"
        if not isinstance(each, Addendum):
            yield errors.WrongType(where, f"{each!r} is no addendum", "give construction.Addendum objects")
            return
        found = [*_of_addendum(where, each, project.start)]
        yield from found
        sound = sound and not any(found)
        if not sound:
            continue
        yield order_error(where, last, each.on, "") and errors.TooEarly(
            where, f"{each.on} lies before {last}, the day of what it changes", "put the days in order"
        )
        last = each.on
        if isinstance(value, int):
            value += each.change
            if value <= 0:
                what = f"it leaves a contract value of {value}"
                yield errors.NegativeAmount(where, what, "give what it adds or takes away, not the new value")
    ended = project.last_day if sound else None
    until = project.maintenance_until
    if isinstance(until, date):
        yield order_error("maintenance_until", ended, until, "") and errors.Contradiction(
            "maintenance_until", f"{until} lies before the end of the work on {ended}", "mend one of the two days"
        )


def _of_addendum(where: str, given: Addendum, start: date | None) -> Iterator[Fault]:
    yield date_error(f"{where} on", given.on, needed=True)
    yield date_error(f"{where} end", given.end)
    change = whole(given.change)
    if change is None:
        yield sum_error(f"{where} change", given.change)
    elif change == 0 and given.end is None:
        yield errors.Contradiction(where, "it changes nothing", "give a change of the value, or a new end")
    for earlier, what in ((start, f"the start on {start}"), (given.on, f"the addendum of {given.on}")):
        if (fault := order_error(f"{where} end", earlier, given.end, "")) is not None:
            yield errors.Contradiction(fault.where, f"{given.end} lies before {what}", fault.mend)
            return


def _wage_faults(project: Project) -> Iterator[Fault]:
    if project.wages is None:
        return
    if not isinstance(project.wages, tuple):
        yield errors.WrongType("wages", f"{project.wages!r} is no list", "give construction.ListedWage objects")
        return
    if not project.wages:
        yield errors.MissingFact("wages", "the list is empty", "name a wage, or leave it out: not listed")
    if project.instalments is not None:
        what = "given beside a wage list, which is paid month by month"
        yield errors.Contradiction("instalments", what, "leave one of the two out")
    for at, each in enumerate(project.wages):
        where = f"wages[{at}]"
        if not isinstance(each, ListedWage):
            yield errors.WrongType(where, f"{each!r} is no wage", "give construction.ListedWage objects")
            continue
        yield amount_error(f"{where} wage", each.wage)
        yield _workers_error(f"{where} workers", each.workers)
        months = [month_error(f"{where} first", each.first), month_error(f"{where} last", each.last)]
        yield from months
        if months == [None, None]:
            yield _span_error(where, each, project)


def _workers_error(where: str, given: object) -> Fault:
    count = whole(given)
    if count is None:
        return errors.WrongType(where, f"{given!r} is no number of workers", "give an int")
    if not 1 <= count <= MOST_WORKERS:
        return errors.OutOfRange(where, f"{count} workers", f"give 1 to {MOST_WORKERS}")
    return None


def _span_error(where: str, given: ListedWage, project: Project) -> Fault:
    first, last = (None if each is None else as_month(each) for each in (given.first, given.last))
    start = None if project.start is None else Month.of(project.start)
    ended = project.last_day if isinstance(project.addenda, tuple) else project.end
    end = None if date_error("", ended) or ended is None else Month.of(ended)
    if first is not None and last is not None and last < first:
        return errors.Contradiction(where, f"{last} lies before {first}: zero months", "mend one of the two months")
    for month in (each for each in (first, last) if each is not None):
        if (start is not None and month < start) or (end is not None and month > end):
            return errors.Contradiction(where, f"{month} lies outside the work", "mend the month or the project's days")
    return None


def _instalment_faults(project: Project) -> Iterator[Fault]:
    given: Any = project.instalments
    if given is None or given == PRACTICE:
        return
    if not isinstance(given, tuple):
        mend = 'give shares such as ["50 %", "50 %"], or "practice"'
        if isinstance(given, str):
            from difflib import get_close_matches  # only a fault needs it

            near = get_close_matches(given.lower(), [PRACTICE])
            mend = f"did you mean {PRACTICE!r}? {mend}" if near else mend
        yield errors.WrongType("instalments", f"{given!r} is no list of shares", mend)
        return
    last = project.ordered
    found = []
    for at, each in enumerate(given, start=1):
        assert isinstance(each, Instalment)  # the converter made it one
        found += [_share_error(f"instalment {at}", each.share), date_error(f"instalment {at} on", each.on)]
        if found[-1] is None and each.on is not None:
            found[-1] = order_error("", last, each.on, "") and errors.Contradiction(
                f"instalment {at} on", f"{each.on} lies before {last}", "put the days in order, after the work order"
            )
            last = each.on
    yield from found
    whole_of = sum(each.share for each in given if isinstance(each.share, Fraction))
    if not any(found) and whole_of != 1:
        what = f"they add up to {percent(Fraction(whole_of))}, not to 100 %"
        yield errors.DoesNotAddUp("instalments", what, "give shares of the whole contribution")


def _share_error(where: str, share: object) -> Fault:
    if isinstance(share, float):
        return errors.FloatRate(where, f"{share!r} is a float", 'give Fraction(1, 2) or "50 %"')
    found = _read(share)
    if found is None:
        return errors.WrongType(where, f"{share!r} is no share", 'give Fraction(1, 2) or "50 %"')
    if not 0 < found <= 1:
        return errors.OutOfRange(where, f"{share} is no share of a whole", 'give such as "50 %"')
    return None
