"""Whether JKP is owed after a dismissal, and its cash by month, row by row; the twin of ``jamsostek.jkp``.

A row tells what the record comes to: months paid among those looked at, months in a row, months in arrears.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from .. import errors
from .._events import FIRST_DAY
from .._facts import IN_JHT, IN_JKK, IN_JKM, IN_JP
from .._kinds import EmployerKind, Programme, Scale
from .._months import Month
from .._people import SelfEmployed, Trainee, WageEarner
from .._programmes import BILLED
from .._readings_of_claims import ARREARS_IN_A_ROW
from .._readings_of_job_loss import (
    JKP_BANKRUPT_LONG_ARREARS,
    JKP_CLAIM_WINDOW_2025,
    JKP_LATE_MONTHS,
    JKP_MONTHS_LOOKED_AT,
    JKP_PAST_PENSION_AGE,
    JKP_SIX_IN_A_ROW,
)
from ..jkp import benefit_law as tables
from ..jkp.law import AGE_LIMIT
from ..jkp.record import first_month
from ..jkp.rules import PARTICIPANT, PERSON
from ..payment.law_of_arrears import ARREARS_JKP, ARREARS_JKP_CLOSED_FIRM
from ._cash import cash_by_month
from ._conditions import read_condition
from ._covered import last_due, note_member_faults
from ._days import Day, Days, months_after, parted
from ._enrolled import Enrolled, _pension_age_reached, _tables
from ._expressions import (
    Number,
    Tri,
    Truth,
    both,
    chosen,
    compared,
    either,
    every,
    first_of,
    is_below,
    larger,
    negated,
    smaller,
)
from ._jkp import _facts
from ._months import Months
from ._sheet import Sheet, given, is_one_of, is_true, ordinal
from ._texts import Frame
from ._verdicts import Findings, Owed, finished, payer

_FIRST_MONTH = Month.of(FIRST_DAY).index
_NO_COMPANIES = (str(EmployerKind.STATE), str(EmployerKind.PRIVATE_PERSON))
_FLAGS = {Programme.JKK: IN_JKK, Programme.JKM: IN_JKM, Programme.JHT: IN_JHT, Programme.JP: IN_JP}
# The conditions of taking part in their order: the codes of those that failed, the columns that would tell.
_CODES = ("citizen", "age_limit", "in_jkk", "in_jkm", "in_jht", "in_jp", "health_cover")
_ASKED = ("citizen", "born", "in_jkk", "in_jkm", "in_jht", "scale", "health_cover")


class Claiming(NamedTuple):
    """When a claim is made: the day from which the cash runs, or the first and the last that it can be."""

    known: Truth
    start: Number
    early: Number
    late: Number
    last: Number


def work_out_jkp(sheet: Sheet, prefix: str) -> Frame:
    """The frame with whether JKP is owed, and its cash."""
    values, law, findings = sheet.values, sheet.law, Findings()
    on: Any = values["dismissed"]
    sheet.kinds = {WageEarner.type_name: True, SelfEmployed.type_name: False, Trainee.type_name: False}
    _note_day_faults(sheet, on)
    company = negated(is_one_of(values.get("employer_kind"), _NO_COMPANIES).yes)
    sheet.fault(both(negated(company), given(values.get("scale"))), "scale", errors.Contradiction)
    note_member_faults(sheet, on, on)
    at, day = Days(law, on), parted(sheet, "dismissed", on)
    month = day.month
    sheet.months = Months(law, month) if isinstance(month, int) else Months(law, None, month)
    claiming = _claiming(sheet, at, day)
    in_force = at.covered(tables.CLAIM_MONTHS)
    ended = values.get("ended")
    over: Truth = False if ended is None else is_below(ended - on, 0)
    asked = both(in_force, company, negated(over))
    # Of who never was enrolled the age alone is asked, and only where it is known.
    looked = either(given(values.get("born")), negated(is_true(values.get("never_registered")).yes))
    sheet.fault(both(asked, looked, negated(sheet.months.covered(AGE_LIMIT))), "dismissed", errors.BeforeLaw)
    findings.refuse(negated(in_force), "not_in_force")
    findings.refuse(negated(company), "no_company")
    findings.refuse(over, "ended")
    by_employer, person = _person(sheet, findings)
    by_fund = negated(by_employer)
    micro = both(by_employer, is_one_of(values.get("scale"), (str(Scale.MICRO),)).yes)
    findings.refuse(micro, "micro_employer")
    unknown = both(by_fund, negated(given(values.get("registered"))), negated(given(values.get("months_paid"))))
    findings.miss(unknown, "registered")
    record = _Record(sheet, day, claiming)
    record.note_faults(both(asked, negated(is_true(values.get("never_registered")).yes)))
    enough = record.enough(claiming, findings, by_fund)
    timely = _timely(sheet, on, claiming, findings, by_fund)
    there = sheet.put_tri(
        "job", Tri(both(in_force, company, negated(over)), either(negated(in_force), negated(company), over))
    )
    sheet.step()
    fund = every([enough, timely, Tri(negated(unknown), no=False)])
    verdict = every(
        [
            there,
            person,
            Tri(negated(micro), micro),
            Tri(either(by_employer, fund.yes), both(by_fund, fund.no)),
        ]
    )
    verdict = sheet.put_tri("jkp_owed", verdict)
    sheet.step()
    cash = cash_by_month(sheet, at, claiming, by_employer)
    hangs = either(*(both(negated(each.none), negated(each.known)) for each in cash.values()))
    findings.miss(both(hangs, negated(claiming.known)), "claimed")
    findings.miss(hangs, "paid")
    amounts = {
        name: Owed(each.value, Tri(both(verdict.yes, each.known), either(verdict.no, each.none)))
        for name, each in cash.items()
    }
    owed = negated(verdict.no)
    paid = record.payers(at)
    texts = payer(both(owed, by_fund, paid[0]), both(owed, either(by_employer, paid[1])))
    return finished(sheet, prefix, amounts, findings, verdict, texts=texts)


def _note_day_faults(sheet: Sheet, on: Any) -> None:
    """Days in the wrong order."""
    claimed, approved, new_job = (sheet.values.get(name) for name in ("claimed", "approved", "new_job"))
    for name, day in (("claimed", claimed), ("approved", approved)):
        if day is not None:
            sheet.fault(is_below(day - on, 0), name, errors.TooEarly)
    if claimed is not None and approved is not None:
        sheet.fault(is_below(approved - claimed, 0), "approved", errors.Contradiction)
    if new_job is not None:
        sheet.fault(is_below(new_job - on, 0), "new_job", errors.Contradiction)


def _claiming(sheet: Sheet, at: Days, day: Day) -> Claiming:
    """When the claim was made or can be; a later version can lengthen a window that still runs."""
    law, values = sheet.law, sheet.values
    option = law.option(JKP_CLAIM_WINDOW_2025)
    rows = law.table(tables.CLAIM_MONTHS).rows
    counts = {"window": at.read(tables.CLAIM_MONTHS, int), **{f"window_{row.since:%Y%m%d}": row.value for row in rows}}
    first, *longer = months_after(sheet, {name: (day, count) for name, count in counts.items()}).values()
    last = first
    for row, end in zip(rows if option != "of_the_dismissal" else (), longer, strict=False):
        since = ordinal(row.since)
        later = both(is_below(at.number, since), negated(is_below(end, since)))
        if option == "running_extended":
            later = both(later, negated(is_below(last, since)))
        last = sheet.put(f"window_to_{since}", chosen(later, end, last))
        sheet.step()
    claimed, approved = values.get("claimed"), values.get("approved")
    cases = [(given(each), each) for each in (approved, claimed) if each is not None]
    known = sheet.put("start_known", either(*(truth for truth, _ in cases)))
    start = sheet.put("start", first_of(cases, at.number))
    sheet.step()
    latest = chosen(is_below(last - at.number, 0), at.number, last)
    late = sheet.put("late", chosen(known, start, latest))
    sheet.step()
    return Claiming(known, start, start, late, last)


def _person(sheet: Sheet, findings: Findings) -> tuple[Truth, Tri]:
    """Rows in which the employer's enrolment alone is lacking, and whether the worker takes part otherwise."""
    values = sheet.values
    never = is_true(values.get("never_registered")).yes
    named = is_true(values.get("in_jkp")).yes
    billed = {programme: _enrolled(sheet, programme) for programme in BILLED}
    sheet.step()
    flags = (values.get(f"in_{programme.lower()}") for programme in (*BILLED, Programme.JKP))
    nothing = both(either(*map(given, flags)), *map(negated, billed.values()), negated(named))
    sheet.fault(nothing, "programmes", errors.Contradiction)
    facts = _facts(sheet, Enrolled(billed, True))
    with_all = facts | {fact.key: True for fact in _FLAGS.values()}
    parts = [
        (
            sheet.put_tri(f"part_{code}", read_condition(each, sheet, facts)),
            sheet.put_tri(f"full_{code}", read_condition(each, sheet, with_all)),
        )
        for code, each in zip(_CODES, PARTICIPANT.conditions, strict=True)
    ]
    sheet.step()
    own, full = (
        sheet.put_tri(name, every(each)) for name, each in zip(("part", "full"), zip(*parts, strict=True), strict=True)
    )
    sheet.step()
    left_out = sheet.put("left_out", both(negated(never), own.no, negated(full.no)))
    sheet.step()
    alone = len(PERSON.conditions)
    settled = both(named, negated(own.no), negated(never))
    for at, (code, fact) in enumerate(zip(_CODES, _ASKED, strict=True)):
        mine, other = parts[at]
        asked: Truth = True if at < alone else negated(never)
        findings.refuse(both(asked, negated(left_out), mine.no), code)
        still = either(both(negated(left_out), negated(settled), mine.open), both(left_out, other.open))
        if fact == "born":
            findings.miss(both(asked, still, negated(given(values.get("born")))), "born")
            findings.miss(both(asked, still), "registered")
        else:
            findings.miss(both(asked, still), fact)
    of_person = every(mine for mine, _ in parts[:alone])
    verdict = Tri(
        either(
            both(never, of_person.yes),
            both(negated(never), either(both(left_out, full.yes), both(negated(left_out), either(own.yes, settled)))),
        ),
        either(both(never, of_person.no), both(negated(never), negated(left_out), own.no)),
    )
    found = sheet.put_tri("person", verdict)
    sheet.step()
    return either(never, left_out), found


def _enrolled(sheet: Sheet, programme: Programme) -> Truth:
    """Whether a row is enrolled in a programme: as it says or, where it says nothing, by the employer's duty."""
    flag = is_true(sheet.values.get(f"in_{programme.lower()}"))
    must = either(
        *(
            both(rows, sheet.months.within(piece.first, piece.last))
            for rows, table in _tables(sheet)
            if rows is not False
            for piece in sheet.months.pieces(table)
            if programme in piece.value.must
        )
    )
    return sheet.put(f"enrolled_{programme}", either(flag.yes, both(negated(flag.no), must)))


class _Record:
    """What the months of a row come to, with what they can come to where they are not known."""

    def __init__(self, sheet: Sheet, day: Day, claiming: Claiming) -> None:
        self.sheet, self.day = sheet, day
        law, registered = sheet.law, sheet.values.get("registered")
        self.due = last_due(sheet, day, Programme.JKK)
        first: Number = first_month(law).index
        self.start = first
        self.member: Number = 0
        known = given(registered)
        if registered is not None:
            begun = parted(sheet, "record", registered)
            later = both(known, compared(begun.month - first, lambda months: months > 0))
            self.start = sheet.put("record_start", chosen(later, begun.month, first))
            self.member = begun.month
            sheet.step()
        self.known = known
        span = Days(law, claiming.early).read(tables.MONTHS_LOOKED_AT, int)
        self.last = day.month - (0 if law.option(JKP_MONTHS_LOOKED_AT) == "with_that_month" else 1)
        self.begin = sheet.put("looked_from", larger(self.last - span + 1, self.start))
        sheet.step()

    def _count(self, name: str, most: Number) -> tuple[Number, Number]:
        """The least and the most of a count: as told, or up to what the membership has room for."""
        value = self.sheet.values.get(name)
        room = chosen(is_below(most, 0), 0, most)
        if value is None:
            return 0, room
        told = given(value)
        return chosen(told, value, 0), chosen(told, value, room)

    def note_faults(self, here: Truth) -> None:
        """Note counts that no record comes to; ``count_faults`` says it of one row."""
        sheet, law = self.sheet, self.sheet.law
        paid, in_a_row, arrears = (sheet.values.get(name) for name in ("months_paid", "months_in_a_row", "arrears"))
        if arrears is not None:
            due = larger(self.due - self.member, 0)
            over = both(self.known, compared(arrears - due, lambda months: months > 0))
            sheet.fault(both(here, over), "arrears", errors.Contradiction)
        if in_a_row is not None:
            room = larger(self.day.month - self.start, 0)
            over = compared(in_a_row - room, lambda months: months > 0)
            sheet.fault(both(here, over), "months_in_a_row", errors.Contradiction)
        if paid is None:
            return
        how, current = law.option(JKP_SIX_IN_A_ROW), law.option(ARREARS_IN_A_ROW) == "current"
        behind: Number = 0
        if arrears is not None and current:
            behind = sheet.put("behind", chosen(given(arrears), arrears, 0))
            sheet.step()
        most = larger(self.last - self.begin + 1, 0)
        if law.option(JKP_LATE_MONTHS) == "paid_before":
            most = most - smaller(behind, larger(self.due - self.begin + 1, 0))
        over = compared(paid - most, lambda months: months > 0)
        if in_a_row is not None:
            fewer = is_below(paid - (in_a_row - (self.begin - self.start)), 0)
            told: Truth = how == "up_to_the_dismissal"
            until = self.due
            if how == "up_to_the_arrears" and current:
                until, told = self.due - behind, given(arrears)
            inside = smaller(in_a_row, until - self.begin + 1)
            over = either(over, fewer, both(told, is_below(paid - inside, 0)))
        sheet.fault(both(here, over), "months_paid", errors.Contradiction)

    def enough(self, claiming: Claiming, findings: Findings, here: Truth) -> Tri:
        """Whether enough months are paid, in the time looked at and in a row."""
        sheet, law = self.sheet, self.sheet.law
        decided = Days(law, claiming.early)
        at_last = Days(law, claiming.late)
        least, most = (
            sheet.put(f"paid_{name}", each)
            for name, each in zip(
                ("least", "most"), self._count("months_paid", self.last - self.begin + 1), strict=True
            )
        )
        sheet.step()
        needed = decided.read(tables.MONTHS_PAID, int)
        paid = sheet.put_tri("paid_enough", _reaches(least, most, needed))
        sheet.step()
        findings.refuse(both(here, paid.no), "months_paid")
        findings.miss(both(here, paid.open), "months_paid")
        first_asks, last_asks = decided.covered(tables.MONTHS_IN_A_ROW), at_last.covered(tables.MONTHS_IN_A_ROW)
        surely = both(first_asks, last_asks)
        perhaps = both(either(first_asks, last_asks), negated(surely))
        until = self.day.month - 1
        ends = until
        if law.option(JKP_SIX_IN_A_ROW) != "any_six":
            ends = chosen(compared(self.due - until, lambda months: months > 0), until, self.due)
        in_a_row = law.table(tables.MONTHS_IN_A_ROW).rows[0].value
        low, high = self._count("months_in_a_row", ends - self.start + 1)
        run = sheet.put_tri("run_enough", _reaches(low, high, in_a_row))
        surely, perhaps = sheet.put("run_asked", surely), sheet.put("run_perhaps", perhaps)
        sheet.step()
        findings.miss(both(here, either(surely, perhaps), run.open), "months_in_a_row")
        findings.miss(both(here, perhaps, negated(run.yes)), "claimed")
        findings.refuse(both(here, surely, run.no), "months_in_a_row")
        asked = Tri(either(run.yes, both(negated(surely), negated(perhaps))), both(surely, run.no))
        return sheet.put_tri("record_enough", every([paid, asked]))

    def payers(self, at: Days) -> tuple[Truth, Truth]:
        """Rows in which the fund pays for certain by the months in arrears, and those in which the employer does."""
        sheet, law = self.sheet, self.sheet.law
        start = chosen(self.known, self.member, _FIRST_MONTH)
        least, most = self._count("arrears", self.due - start)
        least, most = sheet.put("arrears_least", least), sheet.put("arrears_most", most)
        sheet.step()
        fund: list[Truth] = []
        employer: list[Truth] = []
        for span in at.spans(ARREARS_JKP):
            here, limit = at.within(span), span.row.value.limit
            fund.append(both(here, negated(_over(least, limit))))
            employer.append(both(here, _over(most, limit)))
            for other in at.spans(ARREARS_JKP_CLOSED_FIRM):
                longer = other.row.value.limit
                there = both(here, at.within(other), _over(most, limit))
                fund.append(both(there, negated(_over(least, longer))))
                if law.option(JKP_BANKRUPT_LONG_ARREARS) == "fund":
                    fund.append(both(there, _over(most, longer)))
        may_fund, may_employer = sheet.put("jkp_fund", either(*fund)), sheet.put("jkp_employer", either(*employer))
        sheet.step()
        return both(may_fund, negated(may_employer)), both(may_employer, negated(may_fund))


def _over(value: Number, limit: int) -> Truth:
    return compared(value, lambda count: count > limit)


def _reaches(least: Number, most: Number, needed: Number) -> Tri:
    return Tri(negated(is_below(least - needed, 0)), is_below(most - needed, 0))


def _timely(sheet: Sheet, on: Any, claiming: Claiming, findings: Findings, here: Truth) -> Tri:
    """Whether the claim is in time, and nothing of the worker's own stands in the way."""
    law, values = sheet.law, sheet.values
    claimed, new_job, born = (values.get(name) for name in ("claimed", "new_job", "born"))
    late: Truth = False if claimed is None else compared(claimed - claiming.last, lambda days: days > 0)
    unwilling = is_true(values.get("willing")).no
    taken: Truth = False if new_job is None else compared(new_job - claiming.start, lambda days: days <= 0)
    old: Truth = False
    if born is not None and law.option(JKP_PAST_PENSION_AGE) == "no":
        reached = sheet.put("pension_day", _pension_age_reached(sheet, born))
        sheet.step()
        old = negated(is_below(on - reached, 0))
        old = both(given(born), old)
    refused: list[Truth] = []
    for code, truth in (("late_claim", late), ("not_willing", unwilling), ("new_job", taken), ("pension_age", old)):
        refused.append(sheet.put(f"bar_{code}", both(here, truth)))
        findings.refuse(refused[-1], code)
    sheet.step()
    return Tri(negated(either(*refused)), either(*refused))
