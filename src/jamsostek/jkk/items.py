"""The items of one membership after an event: each benefit with its payer, recipient, terms and steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import errors
from .._accident import Expenses, Incapacity, PartialDisability
from .._benefits import Because, BenefitPayer, Item, Recipient, Term, Work
from .._cases import Refusal
from .._dated import Dated, Moment, Row
from .._events import Death, TotalDisability
from .._kinds import Programme
from .._people import SelfEmployed, WageEarner
from .._readings import Reading
from .._readings_of_accidents import PERIODIC_WITHOUT_HEIRS
from .._recipients import Receivers, receivers
from .._verdict import Fact, State, Verdict
from ..instruments import PP_44_2015
from . import benefit_law, cash
from . import claim_law as tables
from .cash import Benefit, Sum
from .disability import assess
from .job import Job, Part

OUTCOME = Fact("event.outcome", "what came of the accident", "akibat kecelakaan")
MONTHS = Fact("incapacity.months", "how long unable to work", "lama tidak mampu bekerja")
WAGE_PAID = Fact("incapacity.wage_paid", "wage paid meanwhile", "upah yang tetap dibayar")
PRICE = Fact("expenses.aids_price", "price by the hospital's list", "patokan harga rumah sakit")
COST = Fact("expenses.aids", "what the aid cost", "biaya alat")


def part_of(job: Job) -> Part:
    """What a membership comes to."""
    verdict = job.settle()
    items: tuple[Item, ...] = ()
    if verdict.state is not State.NOT_ELIGIBLE:
        items = (_unknown(job),)
        if job.outcomes is not None:
            items = tuple(item for outcome in job.outcomes for item in _items(job, outcome))
    readings = [*job.readings, *(reading for item in items for reading in item.readings)]
    return Part(verdict, items, tuple(job.refused), tuple(dict.fromkeys(readings)), tuple(job.assumed))


def _unknown(job: Job) -> Item:
    """What stands for the cash of an accident while it is not known what came of it."""
    return job.item(Benefit.OPEN, Sum(0, ()), recipient=None, facts=(OUTCOME,))._replace(amount=None)


def _items(job: Job, outcome: Any) -> Iterator[Item]:
    """The items of one outcome."""
    job.first = getattr(outcome, "on", None) or job.on
    if isinstance(outcome, Death):
        yield from _death(job, outcome)
    elif isinstance(outcome, TotalDisability):
        moment, readings = job.moment(outcome.on)
        yield from _by_wage(job, Benefit.TOTAL_DISABILITY, moment, readings, Recipient.MEMBER)
        yield job.item(Benefit.PERIODIC, cash.periodic(moment, job.law), readings)
    elif isinstance(outcome, PartialDisability):
        yield from _partial(job, outcome)
    elif isinstance(outcome, Incapacity):
        yield from _incapacity(job, outcome)
    else:
        yield from _expenses(job, outcome)


def _death(job: Job, outcome: Death) -> Iterator[Item]:
    moment, readings = job.moment(outcome.on)
    to: Receivers = receivers(job.case, Programme.JKK)
    yield from _by_wage(job, Benefit.DEATH, moment, readings, to.sums, to)
    alone = (PERIODIC_WITHOUT_HEIRS,) if to.sums is Recipient.SOCIAL_SECURITY_FUND else ()
    periodic = cash.periodic(moment, job.law)
    if alone and job.law.option(PERIODIC_WITHOUT_HEIRS) == "not_paid":
        words = "no heirs, and the article names the death sum alone", "tidak ada ahli waris"
        reason = Because(*words, PP_44_2015.at("37(5)b"))
        job.refused.append(Refusal(Programme.JKK, Benefit.PERIODIC, Verdict(State.NOT_ELIGIBLE, (reason,))))
        job.readings += alone
    else:
        yield job.item(Benefit.PERIODIC, periodic, (*readings, *alone), to.sums, to)
    yield job.item(Benefit.FUNERAL, cash.funeral(moment, job.law), readings, to.funeral, to)


def _by_wage(
    job: Job,
    name: Benefit,
    moment: Moment,
    readings: tuple[Reading, ...],
    recipient: Recipient | None,
    to: Receivers | None = None,
) -> Iterator[Item]:
    """A lump sum by the wage; and, where the wage was reported too low, the employer's difference."""
    lump = cash.death if name is Benefit.DEATH else cash.total_disability
    found = lump(job.base.amount, moment, job.law)
    yield job.item(name, _on_wage(job, found), readings, recipient, to)
    if job.true is not None:
        full = lump(job.true, moment, job.law)
        yield _shortfall(job, name, full, found.amount, readings, recipient, to)


def _on_wage(job: Job, found: Sum) -> Sum:
    """A sum with the steps of the wage before its own."""
    return found._replace(work=(*job.base.work, *found.work), readings=(*job.base.readings, *found.readings))


def _shortfall(
    job: Job,
    name: Benefit,
    full: Sum,
    paid: int,
    readings: tuple[Reading, ...],
    recipient: Recipient | None,
    to: Receivers | None = None,
) -> Item:
    """What the employer owes on top of what the fund pays by the wage that he reported."""
    row = job.law.row(tables.SHORTFALL, job.at)
    words = "by the true wage, less what the reported one gives", "menurut upah sebenarnya, dikurangi yang dibayar"
    less = Work(*words, "{} − {} = {}", (full.amount, paid, full.amount - paid), row)
    found = Sum(full.amount - paid, (*full.work, less), full.readings)
    item = job.item(name, found, readings, recipient, to)
    return item._replace(payer=BenefitPayer.EMPLOYER, terms=to.terms if to else (), pay_days=None)


def _partial(job: Job, outcome: PartialDisability) -> Iterator[Item]:
    moment, readings = job.moment(outcome.on)
    found = assess(outcome, moment, job.law)
    job.assumed += found.assumed
    readings = (*readings, *found.readings)
    row = job.law.row(benefit_law.MULTIPLE, moment)
    least, most = (cash.share_of_wages(each, row, job.base.amount, moment, job.law) for each in found[:2])
    work = (*found.work, *job.base.work, *(() if found.share is not None else least.work), *most.work)
    if found.share is None:
        item = job.item(Benefit.PARTIAL_DISABILITY, Sum(0, work), readings, facts=found.missing)
        yield item._replace(amount=None, floor=least.amount, cap=most.amount)
    else:
        done = most._replace(work=work, readings=(*job.base.readings, *most.readings))
        yield job.item(Benefit.PARTIAL_DISABILITY, done, readings)
    if job.true is None:
        return
    low, high = (cash.share_of_wages(each, row, job.true, moment, job.law) for each in found[:2])
    full = high._replace(work=(*found.work, *high.work))
    item = _shortfall(job, Benefit.PARTIAL_DISABILITY, full, most.amount, readings, Recipient.MEMBER)
    if found.share is None:
        bounds = low.amount - least.amount, high.amount - most.amount
        item = item._replace(amount=None, floor=bounds[0], cap=bounds[1], open_facts=found.missing)
    yield item


def _incapacity(job: Job, outcome: Incapacity) -> Iterator[Item]:
    name = Benefit.INCAPACITY
    if outcome.months is None:
        item = job.item(name, Sum(0, job.base.work), facts=(MONTHS,))
        yield item._replace(amount=None, recipient=None)
        return
    found = _on_wage(job, cash.incapacity(outcome, outcome.months, job.base.amount, job.on, job.law))
    who = job.membership.participant
    if isinstance(who, SelfEmployed) and outcome.wage_paid is not None:
        raise errors.Contradiction("wage_paid", "given of a self-employed person", "leave it out")
    paid = outcome.wage_paid if isinstance(who, WageEarner) else outcome.wage_paid or 0
    rule = job.law.row(tables.WAGE_GOES_ON, job.at)
    if job.payer is BenefitPayer.EMPLOYER:
        yield from _owed_beside_wage(job, name, found, paid, rule)
    elif paid is None:
        words = (
            "the employer goes on paying the wage and gets this; what exceeds the wage goes to the worker",
            "pemberi kerja tetap membayar upah dan menerima santunan ini; kelebihannya kepada pekerja",
        )
        yield job.item(name, found, recipient=Recipient.EMPLOYER, terms=(Term(*words, rule.cites[0]),))
    else:
        for recipient, amount in ((Recipient.EMPLOYER, min(found.amount, paid)), (Recipient.MEMBER, found.amount)):
            rest = amount if recipient is Recipient.EMPLOYER else found.amount - min(found.amount, paid)
            if rest:
                yield job.item(name, _split(job, found, rest, rule), recipient=recipient)
    if job.true is not None:
        full = cash.incapacity(outcome, outcome.months, job.true, job.on, job.law)
        if paid is None:
            item = _shortfall(job, name, full, found.amount, (), Recipient.MEMBER)
            yield item._replace(amount=None, cap=full.amount - found.amount, open_facts=(WAGE_PAID,))
        elif full.amount > max(found.amount, paid):
            yield _shortfall(job, name, full, max(found.amount, paid), (), Recipient.MEMBER)


def _split(job: Job, found: Sum, rest: int, rule: Row[Any]) -> Sum:
    """A part of the pay for incapacity, with the rule that parts it."""
    if rest == found.amount:
        return found
    words = "to the employer up to the wage paid, the rest to the worker", "kepada pemberi kerja sebesar upah"
    return found._replace(amount=rest, work=(*found.work, Work(*words, "{}", (rest,), rule)))


def _owed_beside_wage(job: Job, name: Benefit, found: Sum, paid: int | None, rule: Row[Any]) -> Iterator[Item]:
    """Where the employer owes the pay for incapacity himself: what exceeds the wage that he went on paying."""
    if paid is None:
        item = job.item(name, Sum(0, found.work, found.readings), facts=(WAGE_PAID,))
        yield item._replace(amount=None, cap=found.amount)
    elif found.amount > paid:
        yield job.item(name, _split(job, found, found.amount - paid, rule))


def _expenses(job: Job, outcome: Expenses) -> Iterator[Item]:
    at, law = job.at, job.law
    if (outcome.care_abroad, outcome.way_home) != (None, None):
        what = "care_abroad and way_home are paid to migrant workers alone"
        raise errors.Contradiction("expenses", what, "leave them out, or give a member who is a MigrantWorker")
    own = isinstance(job.membership.participant, SelfEmployed)
    advanced = Recipient.MEMBER if own or job.payer is BenefitPayer.EMPLOYER else Recipient.EMPLOYER
    transport = cash.transport(outcome, at, law)
    if transport is not None:
        row, trips = law.row(tables.ADVANCED, at), law.row(benefit_law.TRIPS, at)
        en, idn = (", ".join(each.label(lang) for each in trips.value) for lang in ("en", "id"))
        terms = (Term(f"against receipts, for trips {en}", f"sesuai kuitansi, {idn}", trips.cites[0]),)
        item = job.item(Benefit.TRANSPORT, transport, recipient=advanced, terms=terms)
        yield item._replace(because=(*item.because, *row.cites))
    for name, costs, table in (
        (Benefit.DENTURES, outcome.dentures, benefit_law.DENTURES),
        (Benefit.HEARING_AID, outcome.hearing_aid, benefit_law.HEARING_AID),
        (Benefit.GLASSES, outcome.glasses, benefit_law.GLASSES),
        (Benefit.HOME_CARE, None if outcome.home_care is None else (outcome.home_care,), benefit_law.HOME_CARE),
    ):
        if costs is not None:
            yield from _aid(job, name, costs, table)
    yield from _orthosis(job, outcome)


def _aid(job: Job, name: Benefit, costs: tuple[int, ...], table: Dated[int]) -> Iterator[Item]:
    """An aid with a cap, or its refusal before the law knew it."""
    row = job.law.find(table, job.at)
    if row is None:
        since = job.law.table(table).rows[0].since
        words = f"paid for accidents from {since} on", f"diberikan bagi kecelakaan sejak {since}"
        refusal = Verdict(State.NOT_ELIGIBLE, (Because(*words, PP_44_2015.at("25(2)b")),))
        job.refused.append(Refusal(Programme.JKK, name, refusal))
        return
    terms: tuple[Term, ...] = ()
    if name is Benefit.HOME_CARE:
        months = job.law.row(benefit_law.HOME_CARE_MONTHS, job.at)
        words = (
            f"through a facility with an agreement, for at most {months.value} months, where going to hospital is "
            "not possible",
            f"melalui fasilitas yang bekerja sama, paling lama {months.value} bulan, bila tidak memungkinkan ke "
            "rumah sakit",
        )
        terms = (Term(*words, months.cites[0]),)
    yield job.item(name, cash.capped(costs, row, job.law), terms=terms)


def _orthosis(job: Job, outcome: Expenses) -> Iterator[Item]:
    """Orthoses and prostheses: what they cost, up to the listed price and its surcharge."""
    price, cost = outcome.aids_price, outcome.aids
    if price is None and cost is None:
        return
    row = job.law.row(benefit_law.AIDS_SURCHARGE, job.at)
    if price is None:
        work = Work("what was spent", "biaya", "{}", (cost,), row)
        yield job.item(Benefit.AIDS, Sum(0, (work,)), facts=(PRICE,))._replace(amount=None, cap=cost)
        return
    most = cash.aids(price, job.at, job.law)
    if cost is None:
        yield job.item(Benefit.AIDS, most, facts=(COST,))._replace(amount=None, cap=most.amount)
        return
    amount = min(cost, most.amount)
    step = Work(
        "what was spent, up to that",
        "biaya, paling banyak sebesar itu",
        "min({}; {}) = {}",
        (cost, most.amount, amount),
        row,
    )
    yield job.item(Benefit.AIDS, most._replace(amount=amount, work=(*most.work, step)))
