"""The rules of JKP: who takes part, and how it is funded out of JKK and JKM."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from .._citations import Citation
from .._conditions import All, Among, AnyOf, AtLeast, ByChoice, Holds, Not, judge
from .._dated import Row
from .._facts import (
    AGE,
    AGE_REGISTERED,
    CITIZEN,
    HEALTH_COVER,
    IN_JHT,
    IN_JKK,
    IN_JKM,
    IN_JP,
    SCALE,
    Asked,
)
from .._kinds import Programme, Scale
from .._law import Law
from .._money import Rounding, number
from .._readings import Reading
from .._verdict import State, Verdict
from ..instruments import PP_37_2021
from ..readings import JKM_PART_AFTER_2025, JKP_AGE_OF_EARLY_MEMBERS, MONTH_OF_CHANGE
from . import law as tables

_HELD = PP_37_2021.at("4(3)")

# Younger than the limit in the month itself is enough: then the worker was younger still when registered.
PERSON = All(
    Holds(CITIZEN, PP_37_2021.at("4(2)a")),
    AnyOf(Not(AtLeast(AGE, tables.AGE_LIMIT)), Not(AtLeast(AGE_REGISTERED, tables.AGE_LIMIT))),
)
PARTICIPANT = All(
    *PERSON.conditions,
    Holds(IN_JKK, _HELD),
    Holds(IN_JKM, _HELD),
    Holds(IN_JHT, _HELD),
    ByChoice(SCALE, (Scale.MICRO, Scale.SMALL), Holds(IN_JHT, _HELD), Holds(IN_JP, PP_37_2021.at("4(3)a"))),
    Among(HEALTH_COVER, tables.HEALTH_COVER),
)


@frozen
class JkpSplit:
    """How one month of JKP is funded: rupiah from the state, out of the JKK paid and out of the JKM paid.

    ``participant`` is the verdict on taking part in JKP: all parts are 0 where it is no, and hold if he takes part
    where it is not determined. ``base`` is the wage that counts. ``stays_jkk`` and ``stays_jkm`` are what remains with
    these programmes of what was paid. ``readings`` are the open questions it hangs on. Contributions that were still
    unpaid on 6 October 2023 are not split (PP 44/2015 art. 16A(3)); a bill does not know when it was paid.
    """

    participant: Verdict
    base: int
    state: int
    from_jkk: int
    from_jkm: int
    stays_jkk: int
    stays_jkm: int
    basis: tuple[Citation, ...]
    readings: tuple[Reading, ...]

    def __repr__(self) -> str:
        parts = f"state {number(self.state)}, JKK {number(self.from_jkk)}, JKM {number(self.from_jkm)}"
        return f"<JkpSplit {parts} = {number(self.total)}; {self.participant.state}>"

    @property
    def total(self) -> int:
        """What reaches JKP, rupiah."""
        return self.state + self.from_jkk + self.from_jkm


def participates(asked: Asked) -> Verdict:
    """Whether a wage earner takes part in JKP; naming JKP among the programmes settles what is not known."""
    verdict = judge(PARTICIPANT, asked)
    if verdict.state is State.UNDETERMINED and Programme.JKP in asked.enrolled:
        return Verdict(State.ELIGIBLE)
    return verdict


def split(asked: Asked, *, wage: int, risk_group: int, jkk: int, jkm: int, relieved: bool) -> JkpSplit:
    """The split of a month. ``jkk`` and ``jkm`` are what was billed, rupiah."""
    law, moment = asked.law, asked.moment
    state = law.row(tables.STATE_RATE, moment)
    ceiling = law.row(tables.WAGE_CEILING, moment)
    from_jkk: Row[Fraction] | Row[tuple[Fraction, ...]] = law.row(tables.FROM_JKK, moment)
    share = law.row(tables.FROM_JKK, moment).value
    relief = law.find(tables.FROM_JKK_RELIEVED, moment) if relieved else None
    if relief is not None:
        from_jkk, share = relief, relief.value[risk_group - 1]
    from_jkm = _from_jkm(asked, law)
    verdict = participates(asked)
    base = min(wage, ceiling.value)
    counted = 0 if verdict.state is State.NOT_ELIGIBLE else base
    out_of_jkk, out_of_jkm = _part(counted, share), _part(counted, from_jkm.value)
    cites = (*ceiling.cites, *state.cites, *from_jkk.cites, *from_jkm.cites)
    return JkpSplit(
        verdict,
        base,
        _part(counted, state.value),
        out_of_jkk,
        out_of_jkm,
        jkk - out_of_jkk,
        jkm - out_of_jkm,
        tuple(dict.fromkeys(cites)),
        tuple(_readings(asked, from_jkm)) if verdict.state is not State.NOT_ELIGIBLE else (),
    )


def _readings(asked: Asked, from_jkm: Row[Fraction]) -> Iterator[Reading]:
    if any(asked.law.changes_inside(table, asked.month) for table in tables.TABLES):
        yield MONTH_OF_CHANGE
    if from_jkm is not asked.law.row(tables.FROM_JKM, asked.moment) or not from_jkm.value:
        yield JKM_PART_AFTER_2025
    registered = asked.participant.registered
    if registered is not None and registered < asked.law.table(tables.AGE_LIMIT).rows[0].since:
        yield JKP_AGE_OF_EARLY_MEMBERS


def _from_jkm(asked: Asked, law: Law) -> Row[Fraction]:
    row = law.row(tables.FROM_JKM, asked.moment)
    if not row.value and law.option(JKM_PART_AFTER_2025) == "goes_on":
        return next(before for before in reversed(law.table(tables.FROM_JKM).rows) if before.value)
    return row


def _part(base: int, share: Fraction) -> int:
    return Rounding.HALF_UP.apply(base * share.numerator, share.denominator)
