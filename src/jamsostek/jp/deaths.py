"""What JP pays after a death: shares of the formula, or of the pension that the member drew (PP 45/2015 arts 21-23)."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from .. import errors
from .._assumed import Assumption
from .._benefits import ELIGIBLE, Because, Item, Work
from .._dated import Clock, Dated, Moment, Row
from .._months import Month
from .._readings import Reading
from .._readings_of_pension import LIMITS_AND_SHARES
from .._verdict import Fact, State, Verdict
from ..instruments import PP_45_2015
from . import benefit_law as tables
from . import rights
from .benefit_law import Benefit
from .items import (
    Answered,
    Asked,
    Paying,
    Worked,
    answer_of,
    formula_works,
    lump_sum_item,
    nothing_paid,
    pension_item,
    share_work,
)
from .pensions import Pension, bounded
from .rights import Right
from .series import limits
from .survivors import Survivor, Survivors, survivors

LUMP_TAKEN = Fact(
    "member.lump_sum_taken",
    "whether the contributions of JP had been taken at the pension age",
    "apakah akumulasi iuran JP telah diterima pada usia pensiun",
)
DRAWN = Assumption(
    "event.pension_drawn",
    "the old-age pension was drawn from the pension age on, by the formula",
    "pensiun hari tua telah diterima sejak usia pensiun menurut formula",
)
_SHARES: dict[tuple[Benefit, bool], Dated[Fraction]] = {
    (Benefit.SPOUSE, False): tables.SPOUSE_SHARE,
    (Benefit.CHILD, False): tables.CHILD_SHARE,
    (Benefit.CHILD, True): tables.CHILD_SHARE_AFTER_SPOUSE,
    (Benefit.PARENT, False): tables.PARENT_SHARE,
}
_OF_FORMULA = {Benefit.SPOUSE: "21(2)a", Benefit.CHILD: "22(2)a", Benefit.PARENT: "23(2)a"}
_OF_DRAWN = {Benefit.SPOUSE: "21(2)b", Benefit.CHILD: "22(2)b", Benefit.PARENT: "23(2)b"}


class _Base(NamedTuple):
    """What survivors' pensions are a share of: rupiah a month, None while facts are missing."""

    exact: Fraction | None
    drawn: bool = False
    works: tuple[Work, ...] = ()
    missing: tuple[Fact, ...] = ()
    readings: tuple[Reading, ...] = ()


def of_death(asked: Asked) -> Answered:
    """A death: of a pensioner, after the pension age, or before it."""
    case, age = asked.case, asked.age
    death = case.death
    assert death is not None  # asked of a death alone
    if death.pension_drawn:
        row = Row(death.on, death.pension_drawn, (PP_45_2015.at("21(2)b"),))
        works = (Work("pension drawn", "manfaat pensiun yang diterima", "{}", (death.pension_drawn,), row),)
        base = _Base(Fraction(death.pension_drawn), True, works)
        return _shared(asked, None, base, ())
    if age.on is not None and age.on <= death.on:
        return _of_old(asked)
    right = rights.of_early_death(case, asked.joined, age)
    if not right.record.months.most:
        return nothing_paid(asked)
    assumed = rights.below_age(age, death.on)[1]
    return _shared(asked, right, _of_formula(asked, right), assumed)


def _of_formula(asked: Asked, right: Right) -> _Base:
    """The formula at the death of a member who drew no pension."""
    on = asked.death_on
    found = rights.work_out(right, on, Month.of(on) + 1, asked.law, strict=asked.strict, age=asked.late_age(on))
    if found.formula is None:
        return _Base(None, missing=found.missing, readings=found.readings)
    return _Base(found.formula.exact, False, formula_works(found.formula), readings=found.readings)


def _of_old(asked: Asked) -> Answered:
    """A death after the pension age: of a pensioner, of who put the pension off, or of who had too few months."""
    case, age = asked.case, asked.age
    death = case.death
    assert death is not None  # asked of a death alone
    assert age.on is not None  # asked of who had reached it alone
    found = rights.record_of(case, asked.joined, death.on if death.pension_drawn == 0 else age.on, age)
    if not found.months.most:
        return nothing_paid(asked)
    right = rights.by_months(found, case.law, age.on)
    start = Month.of(age.on) + 1
    if start > Month.of(death.on) or death.pension_drawn == 0:
        taken = () if start > Month.of(death.on) else (LUMP_TAKEN,)
        return _shared(asked, right, _of_formula(asked, right), (), taken)
    base = _drawn(asked, right)
    return _shared(asked, right, base, (DRAWN,) if right.verdict.state is not State.NOT_ELIGIBLE else (), (LUMP_TAKEN,))


def _drawn(asked: Asked, right: Right) -> _Base:
    """The old-age pension that the member drew in the month of his death, worked out."""
    began = asked.age.on
    assert began is not None  # asked of who had reached the pension age alone
    start, month = Month.of(began) + 1, Month.of(asked.death_on)
    found = rights.work_out(right, began, start, asked.law, strict=asked.strict)
    if found.formula is None:
        return _Base(None, True, missing=found.missing, readings=found.readings)
    pension = Pension(Benefit.OLD_AGE, start, found.formula.exact, law=asked.law)
    try:
        amount = pension.amount(month)
    except errors.NotAnnounced as error:
        if asked.strict:
            raise
        return _Base(None, True, missing=(rights.unannounced(error),), readings=found.readings)
    row = Row(month.first_day, amount, (PP_45_2015.at("17(1)b"), PP_45_2015.at("18")))
    words = f"pension drawn in {month}, raised and bounded", f"manfaat pensiun yang diterima pada {month}"
    works = (*formula_works(found.formula), Work(*words, "{}", (amount,), row))
    return _Base(Fraction(amount), True, works, readings=(*found.readings, *pension.readings))


def _shared(
    asked: Asked,
    right: Right | None,
    base: _Base,
    assumed: tuple[Assumption, ...],
    taken: tuple[Fact, ...] = (),
) -> Answered:
    """The pensions of survivors, or the contributions at once to them."""
    left = survivors(asked.case.family, asked.death_on, asked.law)
    verdict = ELIGIBLE if right is None else right.verdict
    paying: list[Paying] = []
    if verdict.state is not State.NOT_ELIGIBLE:
        paying = _pensions(asked, left, base, verdict)
    items = [each.item for each in paying if each.item.verdict.state is not State.NOT_ELIGIBLE]
    if right is not None:
        items += _lump_sums(asked, right, left, taken)
    because = left.because
    if not left.people:
        words = "no spouse, child or parent whom JP pays", "tidak ada janda, duda, anak, atau orang tua yang berhak"
        because = (*because, Because(*words, PP_45_2015.at("14(1)")))
    refused = [(Benefit.SPOUSE, verdict)] if right is not None and left.people else []
    readings = (*left.readings, *(() if right is None else right.record.readings))
    found = answer_of(asked, items, refused, assumed=assumed, readings=readings, because=because)
    return Answered(found, tuple(paying))


def _pensions(asked: Asked, left: Survivors, base: _Base, verdict: Verdict) -> list[Paying]:
    """A pension for each survivor; a child's after the widow's or widower's is a share of hers or his."""
    found: list[Paying] = []
    for each in left.people:
        if each.after:
            parent = found[0]
            worked = _after_spouse(asked, each, parent)
        else:
            worked = _share(asked, each, base)
        person = each.person.called() if each.person is not None and each.person.called() != "–" else None
        item = pension_item(
            asked,
            each.benefit,
            each.recipient,
            _both(verdict, each.verdict),
            worked,
            first=each.first,
            person=person,
            ends=each.ends,
            open_facts=each.open_facts,
            part=(each.part, each.parts),
        )
        found.append(Paying(item, worked.pension, each))
    return found


def _both(one: Verdict, other: Verdict) -> Verdict:
    """Two verdicts as one; the first is no no."""
    if other.state is State.NOT_ELIGIBLE:
        return other
    missing = tuple(dict.fromkeys((*one.missing, *other.missing)))
    return Verdict(State.UNDETERMINED, missing=missing) if missing else ELIGIBLE


def _share(asked: Asked, survivor: Survivor, base: _Base) -> Worked:
    """A survivor's share of the formula, or of the pension that was drawn."""
    if base.exact is None or survivor.first is None:
        return Worked(None, (), base.missing, base.readings)
    law, kind, first = asked.law, survivor.benefit, survivor.first
    share = law.row(_SHARES[kind, False], Moment(Clock.PENSION, asked.death_on))
    place = (_OF_DRAWN if base.drawn else _OF_FORMULA)[kind]
    try:
        bounds = limits(first, law=law)
    except errors.NotAnnounced as error:
        if asked.strict:
            raise
        return Worked(None, base.works, (rights.unannounced(error),), base.readings)
    limited = base.exact if base.drawn else Fraction(bounded(base.exact, bounds, law))
    ways = bounded(share.value * base.exact, bounds, law), bounded(share.value * limited, None, law)
    readings = base.readings if ways[0] == ways[1] else (*base.readings, LIMITS_AND_SHARES)
    before = law.option(LIMITS_AND_SHARES) == "before_share"
    exact = limited if before else base.exact
    pension = Pension(kind, first, share.value * exact, not before, law=law)
    return Worked(pension, (*base.works, share_work(share, exact, place)), (), readings)


def _after_spouse(asked: Asked, survivor: Survivor, spouse: Paying) -> Worked:
    """A child's share of the widow's or widower's pension as it was drawn last."""
    if survivor.first is None or spouse.pension is None:
        return Worked(None, (), spouse.item.open_facts)
    law = asked.law
    share = law.row(_SHARES[survivor.benefit, True], Moment(Clock.PENSION, asked.death_on))
    try:
        last = spouse.pension.amount(max(survivor.first - 1, spouse.pension.first))
    except errors.NotAnnounced as error:
        if asked.strict:
            raise
        return Worked(None, (), (rights.unannounced(error),))
    row = Row(survivor.first.first_day, last, (PP_45_2015.at("22(2)c"),))
    words = (
        f"widow's or widower's pension in {survivor.first - 1}",
        f"pensiun janda atau duda pada {survivor.first - 1}",
    )
    works = (Work(*words, "{}", (last,), row), share_work(share, Fraction(last), "22(2)c"))
    pension = Pension(survivor.benefit, survivor.first, share.value * last, spouse.pension.bounded, law=law)
    return Worked(pension, works, (), (LIMITS_AND_SHARES,))


def _lump_sums(asked: Asked, right: Right, left: Survivors, taken: tuple[Fact, ...]) -> list[Item]:
    """The contributions at once, to those who would have received a pension; ``taken``: may have been taken before."""
    found = []
    first = Month.of(asked.death_on) + 1
    people = [each for each in left.people if each.first == first and each.verdict.state is not State.NOT_ELIGIBLE]
    for recipient in dict.fromkeys(each.recipient for each in people):
        missing = tuple(fact for each in people if each.recipient is recipient for fact in each.verdict.missing)
        verdict = right.lump_sum
        if verdict.state is not State.NOT_ELIGIBLE and (missing or taken):
            verdict = Verdict(State.UNDETERMINED, missing=tuple(dict.fromkeys((*verdict.missing, *missing, *taken))))
        item = lump_sum_item(asked, right, recipient, first=first, verdict=verdict)
        if item is not None:
            found.append(item)
    return found
