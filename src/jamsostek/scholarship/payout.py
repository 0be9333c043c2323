"""The scholarship as items of a claim: one for each child and level, by the school year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from .._benefits import ELIGIBLE, Item, Recipient, Term, When, Work
from .._cases import Answer, Case, Refusal
from .._dated import Clock, Moment, Row
from .._kinds import Labelled
from .._verdict import State, Verdict
from . import law as tables
from .law import Benefit
from .paths import named
from .rules import schedule_of
from .schedule import CHOSEN, Schedule
from .shapes import ChildSchedule, Grant


def provide(case: Case, answers: Iterable[Answer] = ()) -> Answer:
    """What the scholarship adds to a case, by its programme; ``answers``: what programmes said already."""
    found = schedule_of(case, answers=answers)
    readings = (*found.gate.readings, *found.readings)
    programme = found.programme
    if found.verdict.state is State.NOT_ELIGIBLE:
        refused = (Refusal(programme, Benefit.SCHOLARSHIP, found.verdict),)
        return Answer(programme, found.verdict, (), refused, readings)
    return Answer(
        programme,
        found.verdict,
        tuple(_items(found)),
        tuple(_refused(found)),
        tuple(dict.fromkeys(readings)),
        found.assumed,
        (found.at_least, found.at_most),
    )


def _refused(found: Schedule) -> Iterator[Refusal]:
    for each in found.children:
        if each.verdict.state is State.NOT_ELIGIBLE:
            yield Refusal(found.programme, Benefit.SCHOLARSHIP, each.verdict)


def _items(found: Schedule) -> Iterator[Item]:
    if found.once is not None:
        yield _once(found, found.once)
    elif found.grant is not None and not found.children:
        yield _unknown(found, None)
    grant = found.grant
    if grant is None:
        return
    moment = Moment(Clock.CLAIM, grant.soonest)
    age, others, papers = (
        grant.law.row(table, moment) for table in (tables.AGE_LIMIT, tables.CONDITIONS, tables.PAPERS)
    )
    terms = (*found.gate.terms, _condition(age, others))
    for each in found.told:
        if each.verdict.state is not State.NOT_ELIGIBLE:
            yield from _of_child(found, grant, each, terms, papers.value)


def _common(found: Schedule) -> Item:
    """What all items of a schedule share."""
    gate = found.gate
    return Item(
        found.programme,
        Benefit.SCHOLARSHIP,
        None,
        found.right,
        verdict=found.verdict,
        payer=gate.payer,
        recipient=Recipient.CHILD,
        first=gate.since,
        terms=gate.terms,
        deadline=gate.deadline,
        pay_days=gate.pay_days,
    )


def _once(found: Schedule, amount: int) -> Item:
    work = Work("one sum for the participant", "satu kali untuk peserta", "{}", (amount,), found.rows[0])
    facts = found.missing
    return _common(found)._replace(amount=amount, work=(work,), open_facts=facts)


def _unknown(found: Schedule, each: ChildSchedule | None) -> Item:
    """An item of which no school year can be told."""
    facts = found.missing if each is None else each.missing
    return _common(found)._replace(
        when=When.YEARLY,
        times=None,
        person=None if each is None else each.called(),
        verdict=_verdict(found, each),
        open_facts=facts,
        cap=found.at_most if each is None else each.at_most,
    )


def _verdict(found: Schedule, each: ChildSchedule | None) -> Verdict:
    """Whether a child's item is owed: the gateway, the child, the choice among the children."""
    missing = list(found.gate.verdict.missing)
    if each is not None:
        missing += each.verdict.missing
    else:
        missing += found.verdict.missing
    if found.drawing is None and not (each and each.child.chosen):
        missing.append(CHOSEN)
    facts = tuple(dict.fromkeys(missing))
    return Verdict(State.UNDETERMINED, missing=facts) if facts else ELIGIBLE


def _of_child(
    found: Schedule, grant: Grant, each: ChildSchedule, terms: tuple[Term, ...], papers: tuple[Labelled, ...]
) -> Iterator[Item]:
    paid = [year for year in each.years if year.amount]
    if not paid:
        yield _unknown(found, each)
        return
    gate, row, cites, levels = found.gate, grant.row, found.right, grant.ladder.levels
    verdict, name = _verdict(found, each), each.called()
    rest = each.at_most - sum(year.amount for year in paid)
    runs = [list(group) for _, group in groupby(paid, key=lambda year: levels[year.stage])]
    for number, years in enumerate(runs):
        first, total = years[0], years[0].amount * len(years)
        values = (first.stage, named(first.start), first.amount, len(years), total)
        yield Item(
            found.programme,
            Benefit.SCHOLARSHIP,
            first.amount,
            cites,
            (Work(*_FORMULA, "{}, {}: {} × {} = {}", values, row),),
            verdict,
            gate.payer,
            Recipient.CHILD,
            When.YEARLY,
            None,
            first.claim_on,
            name,
            terms,
            gate.deadline,
            gate.pay_days,
            papers,
            (),
            each.missing,
            0 if number else each.at_least,
            total + (rest if years is runs[-1] else 0),
        )


_FORMULA = (
    "stage, first school year: sum for a school year × school years",
    "jenjang, tahun ajaran pertama: jumlah per tahun ajaran × tahun ajaran",
)


def _condition(age: Row[int], rest: Row[bool]) -> Term:
    """What every school year waits for."""
    return Term(
        f"each school year while at school, under {age.value} years old, not married, not working",
        f"setiap tahun ajaran selama bersekolah, di bawah {age.value} tahun, belum menikah, belum bekerja",
        rest.cites[0],
    )
