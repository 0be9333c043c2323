"""One row of a rule read exactly: the event and the member that it describes, and the cited answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import evolve

from .. import errors
from .._accident import Incapacity, WorkAccident
from .._claims import Claim, claim
from .._cover import last_due
from .._endings import Dismissal
from .._events import Death, TotalDisability, order_error
from .._history import Count, History, MonthState
from .._kinds import Programme
from .._law import Law
from .._member import Member
from .._money import LEAST_WAGE
from .._months import Month
from .._people import Employer, Participant, Person, SelfEmployed, Trainee, WageEarner
from .._programmes import BILLED, duty_table
from ..construction.project import Project
from ..construction.results import ProjectBill
from ..construction.rules import contribution
from ..tax.lump_sums import lump_sum
from ..tax.payouts import Payout, SumKind
from ..tax.results import Method, PayoutTax
from ._incapacity import MOST_MONTHS
from ._records import Counts, count_faults, is_counted, recorded

Values = Mapping[str, Any]
_OLDEST = 120  # months of a record before its arrears: more say nothing


def _some(values: Values, *names: str) -> dict[str, Any]:
    return {name: values.get(name) for name in names}


def participant_of(values: Values) -> Participant:
    """The participant that a row describes; where a rule asks for no pay, with the least that can be."""
    kind = values["type"]
    person = Person(**_some(values, "born", "citizen", "six_months", "health_cover"))
    if kind == SelfEmployed.type_name:
        return SelfEmployed(values.get("income", 0), person=person)
    firm = Employer(**_some(values, "scale"), kind=values.get("employer_kind"))
    cls = Trainee if kind == Trainee.type_name else WageEarner
    return cls(values.get("wage", LEAST_WAGE), person=person, employer=firm)


def member_of(values: Values, on: date, programme: Programme, law: Law) -> Member:
    """The member that a row describes, with a record that has its months in arrears before a day."""
    who = participant_of(values)
    registered, arrears, ended = values.get("registered"), values.get("arrears"), values.get("ended")
    _check_never(values)
    if values.get("never_registered"):
        return Member(who, registered="never")
    history = None
    if registered is not None and registered <= on and arrears is not None:
        until = last_due(who, on, programme, law)
        start = Month.of(registered)
        if arrears > max(until - start, 0):
            what = f"{arrears} months in arrears, of {max(until - start, 0)} due since registration"
            raise errors.Contradiction("arrears", what, "mend one of the two")
        if until >= start:
            history = _record(who, max(start, until - arrears - _OLDEST), until, arrears)
    return Member(who, registered=registered, history=history, ended=ended)


def _check_never(values: Values) -> None:
    told = [name for name in ("registered", "ended") if values.get("never_registered") and values.get(name)]
    errors.raise_together(
        "row",
        (errors.Contradiction(name, "given, though nobody enrolled him", "leave one of the two out") for name in told),
    )


def _record(who: Participant, first: Month, last: Month, arrears: int) -> History:
    """A record of months paid but the last."""
    paid = History.unbroken(first, last, participant=who)
    kept = len(paid) - arrears
    return History((*paid.records[:kept], *(each._replace(state=MonthState.UNPAID) for each in paid.records[kept:])))


def jkm_row(values: Values, law: Law) -> Claim:
    """The claim on JKM of a death."""
    event = Death(on=values["died"], work_related=values.get("work_related"))
    return claim(event, member_of(values, event.on, Programme.JKM, law), programmes=(Programme.JKM,), law=law)


def jkk_death_row(values: Values, law: Law) -> Claim:
    """The claim on JKK of a death."""
    related, accident = values.get("work_related"), _accident_of_work(values, values["died"])
    event = Death(on=values["died"], work_related=related, accident_on=accident)
    return _jkk(event, accident or event.on, values, law)


def jkk_total_disability_row(values: Values, law: Law) -> Claim:
    """The claim on JKK of a permanent total disability."""
    related, accident = values.get("work_related"), _accident_of_work(values, values["found_on"])
    event = TotalDisability(on=values["found_on"], work_related=related, accident_on=accident)
    return _jkk(event, accident or event.on, values, law)


def _accident_of_work(values: Values, event: date) -> date | None:
    """The day of the accident; of one that work did not cause it is left aside."""
    accident: date | None = values.get("accident_on")
    errors.raise_together("row", (order_error("accident_on", accident, event, "the event"),))
    return None if values.get("work_related") is False else accident


def jkk_incapacity_row(values: Values, law: Law) -> Claim:
    """The claim on JKK of a temporary incapacity."""
    months, days = values.get("months"), values.get("days", 0)
    if months is not None and months > MOST_MONTHS:
        raise errors.OutOfRange("months", f"{months} months are beyond sense", f"give at most {MOST_MONTHS}")
    outcome = Incapacity(months=months, days=days, wage_paid=values.get("wage_paid"))
    event = WorkAccident(on=values["accident_on"], outcome=(outcome,))
    return _jkk(event, event.on, values, law)


def _jkk(event: Death | TotalDisability | WorkAccident, on: date, values: Values, law: Law) -> Claim:
    ended = values.get("ended")
    day = on if ended is None else min(on, ended)
    return claim(event, member_of(values, day, Programme.JKK, law), programmes=(Programme.JKK,), law=law)


def jkp_row(values: Values, law: Law) -> Claim:
    """The claim on JKP after a dismissal."""
    days = _some(values, "claimed", "approved", "new_job", "willing")
    event = Dismissal(on=values["dismissed"], **days)
    who = _dismissed(values, event, law)
    registered: Any = values.get("registered")
    _check_never(values)
    if values.get("never_registered"):
        registered = "never"
    member = Member(who, registered=registered, ended=values.get("ended"))
    counts = [values[name] for name in Counts._fields if name in values]
    if registered != "never" and is_counted(member, event, law):
        errors.raise_together("row", count_faults(values, who, event, law))
        if len(counts) == len(Counts._fields):
            member = recorded(member, event, Counts(*(Count(each, each) for each in counts)), law)
    return claim(event, member, programmes=(Programme.JKP,), law=law)


def _dismissed(values: Values, event: Dismissal, law: Law) -> WageEarner:
    """The worker, with the programmes that the row names or denies, the others as the duty has them."""
    person = Person(**_some(values, "born", "citizen", "health_cover"))
    firm = Employer(scale=values.get("scale"), kind=values.get("employer_kind"))
    who = WageEarner(values["wage"], person=person, employer=firm)
    flags = {each: values.get(f"in_{each.lower()}") for each in (*BILLED, Programme.JKP)}
    if all(flag is None for flag in flags.values()):
        return who
    must = law.row(duty_table(who, law)[0], law.moment(Month.of(event.on))).value.must
    named = {each for each, flag in flags.items() if flag or (flag is None and each in must)}
    if not named:
        raise errors.Contradiction("programmes", "the row has none", "name at least one, or none for the duty")
    return evolve(who, programmes=frozenset(named))


def payout_tax_row(values: Values, law: Law) -> PayoutTax:
    """The tax on a payment, after the others of its sum."""
    kind: SumKind = values.get("sum_kind", SumKind.JHT)
    payout = Payout(on=values["paid_on"], amount=values["amount"], kind=kind, acquired=values.get("acquired"))
    facts = {"resident": values.get("resident"), "tax_number": values.get("tax_number")}
    before = _payouts_before(payout, values, law)
    if values.get("resident") is False:
        before = []  # each payment of a non-resident is taxed by itself
    return lump_sum([*before, payout], **facts, law=law)


def _payouts_before(payout: Payout, values: Values, law: Law) -> list[Payout]:
    """What was paid of the same sum before, as one payment then and one in the same year."""
    first, before, this_year = (values.get(name) for name in ("first_paid_on", "paid_before", "paid_this_year"))
    if first is None:
        if before or this_year:
            raise errors.MissingFact("first_paid_on", "not known, though something was paid before", "give the day")
        return []
    if before is None:
        raise errors.MissingFact("paid_before", "not known, though the sum began before", "give whole rupiah")
    if not before:
        raise errors.ZeroAmount("paid_before", "0 was paid", "leave the day of the first payment out")
    if first > payout.on:
        raise errors.Contradiction("first_paid_on", f"{first} lies after payment on {payout.on}", "mend one of them")
    same: dict[str, Any] = {"kind": payout.kind, "acquired": payout.acquired}
    if first.year == payout.on.year:
        return [Payout(on=first, amount=before, **same)]
    part = this_year or 0
    if part >= before:
        raise errors.Contradiction("paid_this_year", f"{part} of {before} since {first}", "mend one of them")
    found = [Payout(on=first, amount=before - part, **same)]
    if values.get("resident") is False:
        return found
    late = lump_sum([*found, payout], law=law).lines[-1].method is Method.PROGRESSIVE
    if late and this_year is None:
        raise errors.MissingFact("paid_this_year", "not known, though the tax goes by the year", "give 0 for none")
    return [*found, Payout(on=payout.on, amount=part, **same)] if part else found


def construction_row(values: Values, law: Law) -> ProjectBill:
    """The bill of a project that pays its contract at once."""
    return contribution(Project(**_some(values, "value", "vat", "ordered")), law=law)
