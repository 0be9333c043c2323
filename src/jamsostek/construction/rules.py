"""What a construction project owes: by its wage list, or by the tiers on its contract value; PP 44/2015 arts 54-55."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any, NamedTuple, cast

from .. import errors
from .._dated import Clock, Moment, Row
from .._kinds import EmployerKind, Programme
from .._law import LAW, Law
from .._money import Rounding
from .._months import Month, as_month, months
from .._readings import Reading
from .._readings_of_construction import (
    ADDENDUM,
    LOWERED_VALUE,
    OWN_MANAGED_WORKS,
    REMAINDER_OF_INSTALMENTS,
    ROUNDING_OF_WAGE_LIST,
    VAT_IN_CONTRACT_VALUE,
)
from .._tiers import Slice, marginal
from ..readings import CONTRIBUTION_ROUNDING
from . import law as tables
from .project import PRACTICE, ListedWage, Method, Project, Vat
from .relief import NOTHING, Relieved, relieved
from .results import Part, Portion, ProjectBill, ProjectLine

_TIERS = {Programme.JKK: tables.JKK_TIERS, Programme.JKM: tables.JKM_TIERS}
_SHARES = {Programme.JKK: tables.JKK_SHARE, Programme.JKM: tables.JKM_SHARE}


def contribution(project: Project, *, law: Law = LAW) -> ProjectBill:
    """What a project owes in JKK and JKM: by its wage list month by month, else once by its contract value.

    Raises ``WrongType``, ``MissingFact`` (value, its value-added tax, day of the work order, months of the wages),
    ``BeforeLaw``, ``Contradiction`` (works outside the chapter by a reading), ``EvidenceTooWeak``, several as
    ``SeveralErrors``. PP 44/2015 arts 54-55.

    >>> contribution(Project(1_110_000_000, vat="included", ordered=date(2024, 3, 1))).by_programme
    {<Programme.JKK: 'JKK'>: 1540000, <Programme.JKM: 'JKM'>: 210000}
    """
    if not isinstance(project, Project):
        raise errors.WrongType("project", f"{project!r} is no project", "give a jamsostek.construction.Project")
    if not isinstance(law, Law):
        raise errors.WrongType("law", f"{law!r} is no law", "give a Law, such as js.LAW.reading(…)")
    state = project.employer.kind is EmployerKind.STATE
    if state and law.option(OWN_MANAGED_WORKS) == "outside":
        raise errors.Contradiction(
            "employer.kind", "by the law chosen, works of a state body are no projects", "bill its workers one by one"
        )
    bill = _by_wages(project, law) if project.method is Method.WAGES else _by_value(project, law)
    if law.required is not None:
        law.check_evidence("construction.contribution", bill._grades())
    return bill


def contributions(projects: Iterable[Project], *, law: Law = LAW) -> tuple[ProjectBill, ...]:
    """The bills of a list of projects, in order; faults of all of them are told together, each with its place.

    >>> priced = contributions([Project(value, vat="excluded", ordered=date(2024, 3, 1)) for value in (10**8, 10**9)])
    >>> [bill.total for bill in priced]
    [240000, 1750000]
    """
    if not isinstance(projects, Iterable):
        raise errors.WrongType("projects", f"{projects!r} is no list of projects", "give construction.Project objects")
    return tuple(errors.make_each("projects", (partial(_at, at, each, law) for at, each in enumerate(projects))))


def _at(at: int, project: Project, law: Law) -> ProjectBill:
    try:
        return contribution(project, law=law)
    except errors.JamsostekError as error:
        told = [errors.told_at(f"[{at}]", each) for each in errors.each_of(error)]
        raise (errors.SeveralErrors("projects", told) if told[1:] else told[0]) from error


# By the contract value.


def _by_value(project: Project, law: Law) -> ProjectBill:
    """The bill by the contract value: the contract in its instalments, each addendum at once."""
    faults, ordered = list(_unknown(project, law)), project.ordered
    errors.raise_together("construction.contribution", faults)
    assert ordered is not None  # told among the faults
    slices = {programme: law.row(table, Moment(Clock.CONTRACT, ordered)) for programme, table in _TIERS.items()}
    split = law.row(tables.INSTALMENTS, Moment(Clock.CONTRACT, ordered)) if project.instalments == PRACTICE else None
    paid = _paid(project, split)
    by_month = {month: relieved(project, month, law) for month in dict.fromkeys(map(_month, paid))}
    reliefs = [by_month[_month(each)] for each in paid]
    lines: list[ProjectLine] = []
    for part in _parts(project, ordered, law):
        payments, by = (list(zip(paid, reliefs, strict=True)), split) if not lines else ([(_AT_ONCE, NOTHING)], None)
        lines += [_value_line(programme, row, part, payments, by, law) for programme, row in slices.items()]
    return _bill(project, law, lines, reliefs)


def _unknown(project: Project, law: Law) -> Iterator[errors.JamsostekError]:
    """The facts without which the contract value makes no contribution."""
    if project.value is None:
        yield errors.MissingFact("value", "neither a contract value nor a wage list is given", "give one of the two")
    elif project.vat is None and law.option(VAT_IN_CONTRACT_VALUE) == "taken_out":
        yield errors.MissingFact(
            "vat", "not known whether the contract value holds value-added tax", 'say vat="included" or vat="excluded"'
        )
    if project.ordered is None:
        yield errors.MissingFact("ordered", "the day of the work order is not known", "give it: it chooses the law")


class _Paid(NamedTuple):
    """A share of the contract's contribution, and the day on which it was paid."""

    share: Fraction
    on: date | None = None


_AT_ONCE = _Paid(Fraction(1))


def _paid(project: Project, split: Row[tuple[Fraction, ...]] | None) -> tuple[_Paid, ...]:
    """The instalments of the contract's contribution: those that the agency names, or the caller."""
    if split is not None:
        return tuple(map(_Paid, split.value))
    if isinstance(project.instalments, tuple):
        return tuple(_Paid(cast("Fraction", each.share), each.on) for each in project.instalments)
    return (_AT_ONCE,)


def _month(paid: _Paid) -> Month | None:
    return None if paid.on is None else Month.of(paid.on)


def _parts(project: Project, ordered: date, law: Law) -> Iterator[Part]:
    """The contract and its addenda, each with the values that count before and after it."""
    value = project.value or 0
    net, vat = _net(value, ordered, project, law)
    yield Part("contract", value, net, Fraction(0), net, ordered, vat)
    total = counted = net
    given_back = law.option(LOWERED_VALUE) == "difference"
    apart = law.option(ADDENDUM) == "by_itself"
    for number, each in enumerate(project.addenda, start=1):
        change, vat = _net(each.change, each.on, project, law)
        total += change
        after = total if given_back else max(counted, total)
        span = (Fraction(0), change) if apart and change > 0 else (counted, after)
        counted = after
        yield Part(f"addendum {number}", each.change, change, *span, each.on, vat)


def _net(value: int, on: date, project: Project, law: Law) -> tuple[Fraction, Row[Fraction] | None]:
    """A value without value-added tax, exact, and the version of the tax that was taken out."""
    if project.vat is not Vat.INCLUDED or law.option(VAT_IN_CONTRACT_VALUE) == "counts":
        return Fraction(value), None
    row = law.row(tables.VAT, Moment(Clock.CONTRACT, on))
    return value / (1 + row.value), row


def _value_line(
    programme: Programme,
    row: Row[tuple[Slice, ...]],
    part: Part,
    payments: list[tuple[_Paid, Relieved]],
    split: Row[Any] | None,
    law: Law,
) -> ProjectLine:
    """What a part of the contract costs in a programme, in its payments."""
    rounding = Rounding(law.option(CONTRIBUTION_ROUNDING))
    exact = after = marginal(row.value, part.after)
    full = _whole(rounding, after)
    whole = after.denominator == 1
    if part.before:
        before = marginal(row.value, part.before)
        full -= _whole(rounding, before)
        exact, whole = after - before, whole and before.denominator == 1
    readings: list[Reading] = []
    if not whole:
        readings.append(CONTRIBUTION_ROUNDING)
    shared = _split(full, [each.share for each, _ in payments], law)
    if any(full * each.share.numerator % each.share.denominator for each, _ in payments):
        readings.append(REMAINDER_OF_INSTALMENTS)
    portions = []
    for (each, relief), owed in zip(payments, shared, strict=True):
        applied = relief.applied.get(programme)
        amount = owed
        if applied is not None:
            amount = _whole(rounding, (after if len(payments) == 1 else owed) * applied.row.value)
        portions.append(Portion(each.share, each.on, owed, amount, applied))
    total = sum(each.amount for each in portions)
    return ProjectLine(programme, part, total, full, exact, row, tuple(portions), tuple(readings), split)


def _whole(rounding: Rounding, exact: Fraction) -> int:
    return rounding.apply(exact.numerator, exact.denominator)


def _split(full: int, shares: list[Fraction], law: Law) -> list[int]:
    """Whole rupiah by share, rounded down, what is left in one of them."""
    found = [full * share.numerator // share.denominator for share in shares]
    found[0 if law.option(REMAINDER_OF_INSTALMENTS) == "first" else -1] += full - sum(found)
    return found


# By the wage list.


def _by_wages(project: Project, law: Law) -> ProjectBill:
    """The bill by the wage list: each month that somebody on it works, a month begun counting whole."""
    listed = _spans(project)
    lines: list[ProjectLine] = []
    reliefs: list[Relieved] = []
    for month in months(min(first for first, _, _ in listed), max(last for _, last, _ in listed)):
        wages = [each for first, last, each in listed if first <= month <= last]
        if not wages:
            continue
        relief = relieved(project, month, law)
        reliefs.append(relief)
        given = sum(each.wage * each.workers for each in wages)
        workers = sum(each.workers for each in wages)
        part = Part(str(month), given, Fraction(given), Fraction(0), Fraction(given), None, None, month, workers)
        moment = law.moment(month)
        for programme, share in _SHARES.items():
            lines.append(_wage_line(programme, law.row(share, moment), part, wages, relief, law))
    return _bill(project, law, lines, reliefs)


def _spans(project: Project) -> list[tuple[Month, Month, ListedWage]]:
    """The first and the last month of each wage on the list: its own, or the project's."""
    found: list[tuple[Month, Month, ListedWage]] = []
    missing: list[errors.JamsostekError] = []
    start, end = (None if day is None else Month.of(day) for day in (project.start, project.last_day))
    for at, each in enumerate(project.wages or ()):
        first = start if each.first is None else as_month(each.first)
        last = end if each.last is None else as_month(each.last)
        if first is None or last is None:
            name = "first" if first is None else "last"
            mend = f"give it, or the project's {'start' if first is None else 'end'}"
            missing.append(errors.MissingFact(f"wages[{at}] {name}", "the months of the wage are not known", mend))
        else:
            found.append((first, last, each))
    errors.raise_together("construction.contribution", missing)
    return found


def _wage_line(
    programme: Programme, row: Row[Fraction], part: Part, wages: list[ListedWage], relief: Relieved, law: Law
) -> ProjectLine:
    """What the wages of a month cost in a programme."""
    applied = relief.applied.get(programme)
    share = row.value if applied is None else row.value * applied.row.value
    amount = _of_list(wages, share, law)
    full = amount if applied is None else _of_list(wages, row.value, law)
    readings: list[Reading] = []
    if any(each.wage * share.numerator % share.denominator for each in wages):
        readings.append(CONTRIBUTION_ROUNDING)
        if amount != _of_list(wages, share, law, turned=True):
            readings.append(ROUNDING_OF_WAGE_LIST)
    portion = Portion(Fraction(1), None, full, amount, applied)
    return ProjectLine(programme, part, amount, full, part.given * row.value, row, (portion,), tuple(readings))


def _of_list(wages: list[ListedWage], share: Fraction, law: Law, *, turned: bool = False) -> int:
    """A share of the wages in whole rupiah; ``turned``: as the other option of the reading has it."""
    rounding = Rounding(law.option(CONTRIBUTION_ROUNDING))
    if (law.option(ROUNDING_OF_WAGE_LIST) == "each_worker") is not turned:
        return sum(each.workers * rounding.apply(each.wage * share.numerator, share.denominator) for each in wages)
    return rounding.apply(sum(each.wage * each.workers for each in wages) * share.numerator, share.denominator)


def _bill(project: Project, law: Law, lines: list[ProjectLine], reliefs: list[Relieved]) -> ProjectBill:
    examined = dict.fromkeys(each for relief in reliefs for each in relief.examined)
    touched = dict.fromkeys(each for relief in reliefs for each in relief.readings)
    return ProjectBill(project, law, tuple(lines), tuple(examined), tuple(touched))
