"""Cover read as columns: who pays when something happens to a member; the twin of ``jamsostek._cover``.

A row tells the months in arrears as a number, where a member has a record. Without the day of registration they say
nothing, because it is not known then whether the member was enrolled at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from .. import errors
from .._dated import Dated
from .._events import FIRST_DAY
from .._kinds import EmployerKind, Programme
from .._money import LEAST_WAGE
from .._months import Month
from .._people import Employer, Participant, SelfEmployed, Trainee, WageEarner
from .._readings_of_claims import ARREARS_OF_TRAINEES, STATE_AS_EMPLOYER
from .._readings_of_payment import DUE_DAY_OF_2020, SATURDAY
from ..participation import DUTY_OF_STATE
from ..payment.arrears import _OF_EMPLOYERS, _OF_SELF_EMPLOYED
from ..payment.law import DueRule
from ..payment.law_of_arrears import ArrearsRule, CoverKind
from ..payment.rules import table_of_due
from ._days import Day, Days, days_in, parted, weekends
from ._expressions import Number, Tri, Truth, both, chosen, compared, either, first_of, is_below, negated
from ._months import Months
from ._sheet import Sheet, given, is_one_of, is_true
from ._verdicts import Findings

_FIRST = Month.of(FIRST_DAY).index
_STATE = (str(EmployerKind.STATE),)


class Covered(NamedTuple):
    """Who may pay: rows in which the fund, the employer, nobody is possible.

    ``waits`` are rows in which the fund pays most of it only once the arrears are paid, ``told`` those of which the
    months in arrears are known, ``due`` the months due since registration.
    """

    fund: Truth
    employer: Truth
    nobody: Truth
    waits: Truth
    told: Truth
    due: Number

    @property
    def verdict(self) -> Tri:
        """Whether anybody pays."""
        return Tri(negated(self.nobody), both(self.nobody, negated(self.fund), negated(self.employer)))

    def note_waiting(self, findings: Findings, owed: Tri) -> None:
        """Note that what is owed waits until the arrears are paid."""
        findings.refuse(both(self.waits, negated(owed.no)), "arrears_first")

    def pay(self, owed: Tri) -> Payers:
        """Who pays, where there is but one who may, in rows in which something is or may be owed."""
        there = negated(owed.no)
        return Payers(both(there, self.fund, negated(self.employer)), both(there, self.employer, negated(self.fund)))


class Payers(NamedTuple):
    """Rows in which the fund pays for certain, and those in which the employer does."""

    fund: Truth
    employer: Truth


def note_member_faults(sheet: Sheet, event: Any, born_before: Any) -> None:
    """Note facts of a member that cannot be true together: days in the wrong order."""
    registered, born, ended = (sheet.values.get(name) for name in ("registered", "born", "ended"))
    never = is_true(sheet.values.get("never_registered")).yes
    for name, day in (("registered", registered), ("ended", ended)):
        sheet.fault(both(never, given(day)), name, errors.Contradiction)
    if registered is not None and born is not None:
        sheet.fault(compared(registered - born, lambda days: days <= 0), "registered", errors.Contradiction)
    if registered is not None and ended is not None:
        sheet.fault(is_below(ended - registered, 0), "ended", errors.Contradiction)
    if born is not None:
        sheet.fault(compared(born_before - born, lambda days: days <= 0), "born", errors.Contradiction)
    if registered is not None:
        sheet.fault(compared(registered - event, lambda days: days > 0), "registered", errors.TooEarly)


def covered(sheet: Sheet, programme: Programme, at: Days, day: Day, findings: Findings) -> Covered:
    """Who pays for what happens on a day to each row, by enrolment and by the months in arrears."""
    registered, arrears = sheet.values.get("registered"), sheet.values.get("arrears")
    never = is_true(sheet.values.get("never_registered")).yes
    known_since = given(registered)
    until = last_due(sheet, day, programme)
    start: Number = _FIRST
    if registered is not None:
        begun = parted(sheet, "registered", registered)
        start = chosen(known_since, begun.month, _FIRST)
    most = sheet.put("most_arrears", until - start)
    sheet.step()
    told = both(known_since, given(arrears), negated(never))
    begun_to_owe = compared(most, lambda months: months >= 0)
    if arrears is not None:
        few = sheet.put("few", chosen(begun_to_owe, most, 0))
        sheet.step()
        over = compared(arrears, lambda months: months > few)
        sheet.fault(both(told, over), "arrears", errors.Contradiction)
    told = sheet.put("arrears_told", both(told, begun_to_owe))
    found = _by_arrears(sheet, programme, at, arrears, most, told)
    alone = _not_enrolled(sheet, programme, at)
    unknown = both(negated(known_since), negated(never))
    enrolled = negated(never)
    sides = [
        either(both(enrolled, by_arrears), both(either(never, unknown), by_law))
        for by_arrears, by_law in zip(found, alone, strict=True)
    ]
    ended = sheet.values.get("ended")
    closed: Truth = False
    if ended is not None and programme is Programme.JKM:
        closed = sheet.put("closed", compared(day.number - ended, lambda days: days > 0))
    sheet.step()
    fund, employer = (
        sheet.put(f"may_{name}", both(negated(closed), side)) for name, side in zip(_SIDES, sides, strict=False)
    )
    nobody, waits = (
        sheet.put("may_nobody", either(closed, sides[2])),
        sheet.put("waits", both(negated(closed), sides[3])),
    )
    result = Covered(fund, employer, nobody, waits, told, most + 1)
    sheet.step()
    findings.refuse(closed, "ended")
    refused = result.verdict.no
    findings.refuse(both(refused, never), "not_enrolled")
    findings.refuse(refused, "arrears")
    doubtful = result.verdict.open
    findings.miss(both(doubtful, unknown), "registered")
    findings.miss(doubtful, "arrears")
    return result


_SIDES = ("fund", "employer")
_PAYER = {
    CoverKind.FUND: 0,
    CoverKind.CARE_FIRST: 0,
    CoverKind.FUNERAL_FIRST: 0,
    CoverKind.EMPLOYER_FIRST: 1,
    CoverKind.EMPLOYER: 1,
    CoverKind.NONE: 2,
}


def _by_arrears(sheet: Sheet, programme: Programme, at: Days, arrears: Any, most: Number, told: Truth) -> list[Truth]:
    """The rows in which the fund, the employer, nobody may pay, by the months in arrears, and those that wait."""
    untold = negated(told)
    sides: list[list[Truth]] = [[], [], [], []]
    for rows, table, liable in _groups(sheet, programme, at):
        if rows is False:
            continue
        for span in at.spans(table):
            rule: ArrearsRule = span.row.value
            here = both(rows, at.within(span))
            possible = {
                CoverKind.FUND: either(untold, both(told, _count(arrears, 0, 0))),
                rule.within: either(both(untold, _above(most, 0)), both(told, _count(arrears, 1, rule.limit))),
            }
            beyond = rule.beyond if liable else CoverKind.FUND
            over = either(both(untold, _above(most, rule.limit)), both(told, _above(arrears, rule.limit)))
            cases = [(CoverKind.FUND, possible[CoverKind.FUND]), (rule.within, possible[rule.within]), (beyond, over)]
            if rule.within is CoverKind.FUND:
                fund = either(untold, both(told, _count(arrears, 0, rule.limit)))
                cases = [(CoverKind.FUND, fund), (beyond, over)]
            for kind, truth in cases:
                sides[_PAYER[kind]].append(both(here, truth))
                if kind.waits:
                    sides[3].append(both(here, told, truth))
    return [either(*each) for each in sides]


def _count(number: Any, least: int, most: int) -> Truth:
    if number is None:
        return False
    return both(compared(number, lambda count: count >= least), compared(number, lambda count: count <= most))


def _above(number: Any, limit: int) -> Truth:
    return False if number is None else compared(number, lambda count: count > limit)


def _groups(sheet: Sheet, programme: Programme, at: Days) -> Iterator[tuple[Truth, Dated[ArrearsRule], bool]]:
    """The rows that each rule of arrears governs, its table, and whether its consequences reach the employer."""
    kinds = sheet.kinds
    of_trainees = _OF_EMPLOYERS
    if sheet.law.option(ARREARS_OF_TRAINEES) == "self_employed":
        of_trainees = _OF_SELF_EMPLOYED
    state = is_one_of(sheet.values.get("employer_kind"), _STATE).yes
    liable = _liable_state(sheet, programme, at)
    yield kinds[SelfEmployed.type_name], _OF_SELF_EMPLOYED[programme], True
    hired = [(kinds[WageEarner.type_name], _OF_EMPLOYERS), (kinds[Trainee.type_name], of_trainees)]
    for rows, tables in hired:
        own = tables is _OF_SELF_EMPLOYED
        yield both(rows, negated(state)), tables[programme], True
        yield both(rows, state, liable), tables[programme], True
        yield both(rows, state, negated(liable)), tables[programme], own


def _liable_state(sheet: Sheet, programme: Programme, at: Days) -> Truth:
    """The rows on whose day a state body owes what other employers owe: since it must enrol its staff, by reading."""
    if sheet.law.option(STATE_AS_EMPLOYER) == "not_liable":
        return False
    return either(*(at.within(span) for span in at.spans(DUTY_OF_STATE) if programme in span.row.value.compulsory))


def _not_enrolled(sheet: Sheet, programme: Programme, at: Days) -> list[Truth]:
    """Who pays for somebody whom nobody enrolled: his employer, where he has one."""
    kinds = sheet.kinds
    nobody = [kinds[SelfEmployed.type_name]]
    if programme is Programme.JKM:
        nobody.append(kinds[Trainee.type_name])
    hired = either(kinds[WageEarner.type_name], kinds[Trainee.type_name])
    state = is_one_of(sheet.values.get("employer_kind"), _STATE).yes
    nobody.append(both(hired, state, negated(_liable_state(sheet, programme, at))))
    none = either(*nobody)
    return [False, negated(none), none, False]


def last_due(sheet: Sheet, day: Day, programme: Programme) -> Number:
    """The last contribution month, by index, that was due before a day; weekends move due dates."""
    state = is_one_of(sheet.values.get("employer_kind"), _STATE).yes
    samples: list[tuple[Truth, Participant]] = [
        (sheet.kinds[SelfEmployed.type_name], SelfEmployed(0)),
        (sheet.kinds[Trainee.type_name], Trainee(LEAST_WAGE)),
        (state, WageEarner(LEAST_WAGE, employer=Employer(kind=EmployerKind.STATE))),
        (True, WageEarner(LEAST_WAGE)),
    ]
    tables = [(rows, table_of_due(programme, each)) for rows, each in samples if rows is not False]
    tables = tables[: 1 + next(at for at, (rows, _) in enumerate(tables) if rows is True)]
    runs = {table.name: list(_due_runs(sheet, table)) for _, table in tables}
    passed = _passed(sheet, day, [rule for each in runs.values() for rule in each])
    cases = [(rows, _last_due(day, runs[table.name], passed)) for rows, table in tables]
    found = sheet.put("last_due", first_of(cases[:-1], cases[-1][1]))
    sheet.step()
    return found


class _Run(NamedTuple):
    """Contribution months, by index, that fall due by one rule; ``last`` None: open."""

    first: int
    last: int | None
    rule: DueRule


def _due_runs(sheet: Sheet, table: Dated[DueRule]) -> Iterator[_Run]:
    """The rules of a table with their months; whether a holiday moves the day is as the law is read."""
    law, months = sheet.law, Months(sheet.law, None)
    for since, until, row in law.table(table).spans():
        of_2020 = any(cite.instrument is DUE_DAY_OF_2020.cites[0].instrument for cite in row.cites)
        moves = row.value.moves and (not of_2020 or law.option(DUE_DAY_OF_2020) == "moves")
        last = None if until is None else months.until(until)
        yield _Run(months.since(since), last, row.value._replace(moves=moves))


_Passed = dict[tuple[int, DueRule], Truth]


def _passed(sheet: Sheet, day: Day, runs: list[_Run]) -> _Passed:
    """Whether the due day that a rule sets in the month of a day, or in the one before, lies before the day."""
    rules = {run.rule._replace(months_on=0) for run in runs}
    wanted = {(0, rule) for rule in rules} | {(-1, rule) for rule in rules if _latest(rule) > 28}
    names = {
        key: f"due_{-key[0]}_{key[1].day}_{'moves' if key[1].moves else 'stays'}"
        for key in sorted(wanted, key=lambda key: (key[0], key[1].day, key[1].moves))
    }
    months = {name: sheet.put(name, day.month + key[0]) for key, name in names.items()}
    sheet.step()
    long = {name: months[name] for key, name in names.items() if key[1].day > 28 or key[0]}
    days = days_in(sheet, long)
    nominal: dict[str, Number] = {}
    for key, name in names.items():
        last = days.get(name, 31)
        nominal[name] = sheet.put(f"{name}_nominal", chosen(is_below(last, key[1].day), last, key[1].day))
    sheet.step()
    moving = {name: (months[name], nominal[name]) for key, name in names.items() if key[1].moves}
    weekend = weekends(sheet, moving)
    by_saturday = 2 if sheet.law.option(SATURDAY) == "holiday" else 0
    found: _Passed = {}
    for key, name in names.items():
        on = nominal[name]
        if name in weekend:
            saturday, sunday = weekend[name]
            on = on + first_of([(saturday, by_saturday), (sunday, 1)], 0)
        # A due day that moved past its month lies in the next one.
        ahead = (on if key[0] == 0 else on - days[name]) - day.of_month
        found[key] = sheet.put(f"{name}_passed", is_below(ahead, 0))
    sheet.step()
    return found


def _latest(rule: DueRule) -> int:
    return rule.day + (2 if rule.moves else 0)


def _last_due(day: Day, runs: list[_Run], passed: _Passed) -> Number:
    """The last month of one table that was due before a day."""
    least = min(run.rule.months_on for run in runs)
    span = max(run.rule.months_on for run in runs) - least + 2
    cases: list[tuple[Truth, Number]] = []
    for back in range(span):
        month = day.month - least - back
        due = []
        for first, last, rule in runs:
            inside = negated(is_below(month, first))
            if last is not None:
                inside = both(inside, is_below(month, last + 1))
            offset, plain = rule.months_on - least - back, rule._replace(months_on=0)
            was_due = offset < 0 if offset > 0 or offset < -1 else passed.get((offset, plain), True)
            due.append(both(inside, was_due))
        cases.append((either(*due), month))
    found = first_of(cases, day.month - least - span)
    latest = day.month - least
    found = chosen(is_below(found, _FIRST - 1), _FIRST - 1, found)
    return chosen(is_below(latest, _FIRST), latest, found)
