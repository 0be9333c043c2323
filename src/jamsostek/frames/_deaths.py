"""What JKM pays for a death, row by row; the twin of ``jamsostek.jkm.benefit_rules``."""

from __future__ import annotations

from typing import Any

from .._kinds import Programme
from .._people import SelfEmployed, WageEarner
from .._readings_of_claims import AGE_AT_REGISTRATION, WAITING_MONTHS_COUNT, WAITING_SCOPE
from ..jkm import benefit_law as tables
from ._covered import Covered, covered, note_member_faults
from ._days import Day, Days, birthday, months_after, parted
from ._expressions import MET, OPEN, Number, Tri, both, chosen, compared, either, every, is_below, negated
from ._sheet import Sheet, given, is_true
from ._texts import Frame
from ._verdicts import Findings, Owed, finished, payer

PERSON = ("registered", "never_registered", "ended", "arrears", "employer_kind", "citizen", "six_months", "born")


def work_out_jkm(sheet: Sheet, prefix: str) -> Frame:
    """The frame with what JKM pays."""
    died: Any = sheet.values["died"]
    note_member_faults(sheet, died, died)
    at, day, findings = Days(sheet.law, died), parted(sheet, "died", died), Findings()
    natural = is_true(sheet.values.get("work_related")).opposite
    there, young = takes_part(sheet), _young_enough(sheet, died)
    findings.refuse(natural.no, "work_related")
    findings.refuse(there.no, "six_months")
    findings.refuse(young.no, "age_limit")
    findings.miss(natural.open, "work_related")
    found = covered(sheet, Programme.JKM, at, day, findings)
    findings.miss(there.open, "six_months")
    findings.miss(young.open, "registered")
    insured = sheet.put_tri("insured", every([natural, there, young, found.verdict]))
    sheet.step()
    early = _waiting(sheet, at, day, found)
    findings.refuse(both(negated(insured.no), early.yes), "waiting_months")
    found.note_waiting(findings, insured)
    known = given(sheet.values.get("registered"))
    findings.miss(both(early.open, negated(known)), "registered")
    findings.miss(early.open, "arrears")
    rest = sheet.put_tri("rest", every([insured, early.opposite]))
    sheet.step()
    amounts = {
        "lump_sum": Owed(at.read(tables.LUMP_SUM, int), rest),
        "periodic": Owed(at.read(tables.PERIODIC, int), rest),
        "funeral": Owed(at.read(tables.FUNERAL, int), insured),
    }
    return finished(sheet, prefix, amounts, findings, insured, texts=payer(*found.pay(insured)))


def takes_part(sheet: Sheet) -> Tri:
    """Whether a person can take part at all: foreigners once they have worked for six months."""
    foreign, six_months = is_true(sheet.values.get("citizen")).no, is_true(sheet.values.get("six_months"))
    return Tri(either(negated(foreign), six_months.yes), both(foreign, six_months.no))


def _young_enough(sheet: Sheet, died: Any) -> Tri:
    """Whether a self-employed person was young enough when registered."""
    law, values = sheet.law, sheet.values
    born, registered = values.get("born"), values.get("registered")
    own = both(sheet.kinds[SelfEmployed.type_name], negated(is_true(values.get("never_registered")).yes))
    if born is None or own is False or law.option(AGE_AT_REGISTRATION) == "covered":
        return MET
    known = given(registered)
    since = died if registered is None else chosen(known, registered, died)
    at = Days(law, sheet.put("age_day", since))
    sheet.step()
    reached = birthday(sheet, "age", born, at.read(tables.AGE_LIMIT, int))
    past = compared(at.number - reached, lambda days: days >= 0)
    old = sheet.put("too_old", both(own, at.covered(tables.AGE_LIMIT), past))
    sheet.step()
    return Tri(negated(old), both(old, known))


def _waiting(sheet: Sheet, at: Days, day: Day, found: Covered) -> Tri:
    """Whether a death falls into the months of membership in which JKM pays the funeral cost alone."""
    here = both(negated(is_true(sheet.values.get("never_registered")).yes), at.covered(tables.WAITING_MONTHS))
    if sheet.law.option(WAITING_SCOPE) == "self_employed":
        here = both(here, negated(sheet.kinds[WageEarner.type_name]))
    if here is False:
        return MET.opposite
    early = sheet.put_tri("early", _early(sheet, day, at.read(tables.WAITING_MONTHS, int), found))
    sheet.step()
    waiting = sheet.put_tri("waiting", Tri(both(here, early.yes), either(negated(here), early.no)))
    sheet.step()
    return waiting


def _early(sheet: Sheet, day: Day, months: Number, found: Covered) -> Tri:
    """Whether a day falls into the first months of membership."""
    registered = sheet.values.get("registered")
    if registered is None:
        return OPEN
    known, begun = given(registered), parted(sheet, "since", registered)
    option, passed = sheet.law.option(WAITING_MONTHS_COUNT), day.month - begun.month
    if option == "paid_months":
        told, owed = found.told, sheet.values.get("arrears")
        few = both(negated(told), is_below(passed + 1 - months, 0))
        paid = found.due - (0 if owed is None else owed)
        few_paid = is_below(paid - months, 0)
        return Tri(both(known, either(few, both(told, few_paid))), both(known, told, negated(few_paid)))
    if option == "from_the_day":
        ends = months_after(sheet, {"waiting": (begun, months)})["waiting"]
        early = compared(ends - day.number, lambda over: over > 0)
    else:
        early = is_below(passed - months, 0)
    early = sheet.put("in_first_months", early)
    sheet.step()
    return Tri(both(known, early), both(known, negated(early)))
