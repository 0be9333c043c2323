"""Which programmes each row is enrolled in: the same duties, bars and readings that the scalar bill asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from .. import errors
from .._dated import Dated
from .._kinds import EmployerKind, Programme, Scale, SelfEmployedKind
from .._money import LEAST_WAGE
from .._months import month_at
from .._people import Employer, SelfEmployed, Trainee, WageEarner
from .._programmes import BILLED, CONTESTED, MONTHS_ON, before_law, duty_by_readings, duty_table
from ..jp.law import PENSION_AGE
from ..readings import BORN_ON_29_FEBRUARY, FOREIGNERS_IN_JP, LAST_MONTH_OF_JP
from ..units import Duty
from ._expressions import Number, Truth, at_most, both, chosen, compared, either, negated
from ._months import Piece
from ._sheet import Sheet, given, is_one_of, is_true, month_of, ordinal


class Enrolled(NamedTuple):
    """For each billed programme whether it is enrolled; and who works for a company that JKP is for."""

    billed: dict[Programme, Truth]
    company: Truth


class _Case(NamedTuple):
    """Rows that one duty governs."""

    rows: Truth
    duty: Duty


def enrolled(sheet: Sheet) -> Enrolled:
    """Decide the programmes of every row, and note the faults that stand in the way."""
    cases = list(_cases(sheet))
    must = {each: _where(cases, each, lambda duty: duty.compulsory) for each in BILLED}
    open_to = {each: _where(cases, each, lambda duty: (*duty.compulsory, *duty.optional)) for each in BILLED}
    barred, short = _barred(sheet, open_to)
    flags = {programme: sheet.values.get(f"in_{programme.lower()}") for programme in BILLED}
    found: dict[Programme, Truth] = {}
    wrong: list[Truth] = []
    for programme in BILLED:
        closed = either(short, barred.get(programme, False))
        flag = is_true(flags[programme])
        inside = either(flag.yes, both(negated(flag.no), must[programme], negated(closed)))
        found[programme] = sheet.put(f"in_{programme.lower()}", inside)
        wrong.append(both(flag.yes, either(closed, negated(open_to[programme]))))
    sheet.step()
    named = either(*(given(flag) for flag in flags.values()))
    nothing = both(named, *(negated(each) for each in found.values()))
    sheet.fault(either(*wrong, nothing), "programmes", errors.Contradiction)
    company = negated(is_one_of(sheet.values.get("employer_kind"), _NO_COMPANIES).yes)
    return Enrolled(found, both(sheet.kinds[WageEarner.type_name], company))


_NO_COMPANIES = (str(EmployerKind.STATE), str(EmployerKind.PRIVATE_PERSON))


def _where(cases: list[_Case], programme: Programme, among: Callable[[Duty], tuple[Programme, ...]]) -> Truth:
    """The rows whose duty has a programme. The cases divide all rows among them, so the shorter half says it."""
    yes = [case.rows for case in cases if programme in among(case.duty)]
    no = [case.rows for case in cases if programme not in among(case.duty)]
    return negated(either(*no)) if len(no) < len(yes) else either(*yes)


def _cases(sheet: Sheet) -> Iterator[_Case]:
    """The duties with the rows that each governs; notes the months before the first of them."""
    starts: dict[int, list[Truth]] = {}
    for rows, table in _tables(sheet):
        if rows is False:
            continue
        runs = _runs(sheet, table)
        if not runs:
            raise before_law(month_at(sheet.months.fixed or 0), table)
        if sheet.months.fixed is None:
            starts.setdefault(runs[0].first, []).append(rows)
        for at, (first, last, duty) in enumerate(runs):
            yield _Case(both(rows, sheet.months.within(first if at else None, last)), duty)
    for start, governed in starts.items():
        early = negated(sheet.months.from_on(start))
        sheet.fault(early if len(starts) == 1 else both(early, either(*governed)), "month", errors.BeforeLaw)


def _tables(sheet: Sheet) -> Iterator[tuple[Truth, Dated[Duty]]]:
    """The tables of duties with the rows that each governs, found by asking for one participant of each sort."""
    values, law = sheet.values, sheet.law
    trainee = sheet.kinds[Trainee.type_name]
    if trainee is not False:
        yield trainee, duty_table(Trainee(LEAST_WAGE), law)[0]
    self_employed = sheet.kinds[SelfEmployed.type_name]
    if self_employed is not False:
        employs = is_one_of(values.get("kind"), (str(SelfEmployedKind.EMPLOYER),)).yes
        own = duty_table(SelfEmployed(0), law)[0]
        yield both(self_employed, negated(employs)), own
        yield both(self_employed, employs), duty_table(SelfEmployed(0, kind=SelfEmployedKind.EMPLOYER), law)[0]
    hired = sheet.kinds[WageEarner.type_name]
    if hired is False:
        return
    company: Truth = True
    for kind in (EmployerKind.STATE, EmployerKind.PRIVATE_PERSON):
        this = is_one_of(values.get("employer_kind"), (str(kind),)).yes
        company = both(company, negated(this))
        yield both(hired, this), duty_table(WageEarner(LEAST_WAGE, employer=Employer(kind=kind)), law)[0]
    others: Truth = True
    for scale in (Scale.MICRO, Scale.SMALL):
        this = is_one_of(values.get("scale"), (str(scale),)).yes
        others = both(others, negated(this))
        yield both(hired, company, this), duty_table(WageEarner(LEAST_WAGE, employer=Employer(scale=scale)), law)[0]
    yield both(hired, company, others), duty_table(WageEarner(LEAST_WAGE), law)[0]


def _runs(sheet: Sheet, table: Dated[Duty]) -> list[Piece]:
    """A table's runs of months with the duty that the law's readings make of each; equal neighbours are one run."""
    months, law = sheet.months, sheet.law
    since = [months.since(each.since) for each in CONTESTED if each.table is table]
    runs: list[Piece] = []
    for first, last, _ in months.pieces(table):
        starts = [first, *(start for start in since if start > first and (last is None or start <= last))]
        for start, after in zip(starts, (*starts[1:], None), strict=True):
            moment = law.moment(month_at(start))
            duty, _ = duty_by_readings(law.row(table, moment).value, table, law, moment)
            same = runs and runs[-1].value == duty
            runs.append(Piece(runs.pop().first if same else start, last if after is None else after - 1, duty))
    return runs


def _barred(sheet: Sheet, open_to: dict[Programme, Truth]) -> tuple[dict[Programme, Truth], Truth]:
    """The programmes that a person's facts close, and the rows in which every programme is closed."""
    values, law = sheet.values, sheet.law
    foreigner = is_true(values.get("citizen")).no
    six_months = is_true(values.get("six_months"))
    sheet.fault(both(foreigner, six_months.open), "six_months", errors.MissingFact)
    out_of_jp: list[Truth] = []
    if law.option(FOREIGNERS_IN_JP) == "not_covered":
        out_of_jp.append(foreigner)
    months_on = MONTHS_ON[law.option(LAST_MONTH_OF_JP)]
    born = values.get("born")
    if months_on is not None and born is not None and open_to[Programme.JP] is not False:
        reached = sheet.put("pension_month", month_of(_pension_age_reached(sheet, born)))
        sheet.step()
        out_of_jp.append(compared(sheet.months.number - reached, lambda beyond: beyond > months_on))
    return {Programme.JP: either(*out_of_jp)}, both(foreigner, six_months.no)


def _pension_age_reached(sheet: Sheet, born: Number) -> Number:
    """The day on which the pension age is reached, of a day of birth; both as yyyymmdd.

    29 February of a common year stands for the 28th, unless the reading says 1 March.
    """
    late = sheet.law.option(BORN_ON_29_FEBRUARY) == "1_march"
    found: Number = 0
    for at, (_, until, row) in enumerate(reversed(list(sheet.law.table(PENSION_AGE).spans()))):
        reached = born + row.value * 10_000
        if late:
            reached = chosen(_is_29_february_of_common_year(reached), reached + _TO_1_MARCH, reached)
        if at == 0 or until is None:
            found = reached
            continue
        end = ordinal(until) + (1 if not late and _is_28_february_of_common_year(until) else 0)
        found = chosen(at_most(reached, end), reached, found)
    return found


_TO_1_MARCH = 301 - 229


def _is_28_february_of_common_year(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1 and day.day == 28


def _is_29_february_of_common_year(day: Number) -> Truth:
    year = day // 10_000
    return both(compared(day - year * 10_000, lambda rest: rest == 229), negated(is_leap(year)))


def is_leap(year: Number) -> Truth:
    """Whether a year has a 29 February."""

    def divisible(by: int) -> Truth:
        return compared(year - year // by * by, lambda rest: rest == 0)

    return both(divisible(4), either(negated(divisible(100)), divisible(400)))
