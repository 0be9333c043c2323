"""Hypothesis strategies for work accidents and what came of them; ``testing`` shows them to users."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ._accident import Circumstance, Expenses, Incapacity, PartialDisability, WorkAccident
from ._body import COUNTS, MEASURES, WITHIN, BodyPart, Loss
from ._events import FIRST_DAY, Death, TotalDisability

T = TypeVar("T")


def maybe(strategy: SearchStrategy[T]) -> SearchStrategy[T | None]:
    """A fact that may not be known."""
    return st.none() | strategy


def losses(*, measured: bool = True) -> SearchStrategy[tuple[Loss, ...]]:
    """Losses of one accident that can be together; ``measured``: of those that are measured, how much is known."""
    share = maybe(st.fractions(0, 1, max_denominator=20))

    def one(part: BodyPart) -> SearchStrategy[Loss]:
        if part not in MEASURES:
            return st.builds(Loss, st.just(part), function=share, count=st.integers(1, COUNTS.get(part, 1)))
        bounds = {BodyPart.SCALP: (10, 30), BodyPart.LEG_SHORTENED: (1, 50)}
        known = st.fractions(*bounds.get(part, (0, 70)), max_denominator=4)
        return st.builds(Loss, st.just(part), measure=known if measured else maybe(known))

    def apart(parts: list[BodyPart]) -> list[BodyPart]:
        kept: list[BodyPart] = []
        for part in parts:
            if not any(part in WITHIN.get(each, ()) or each in WITHIN.get(part, ()) for each in kept):
                kept.append(part)
        return kept

    parts = st.lists(st.sampled_from(list(BodyPart)), min_size=1, max_size=5, unique=True).map(apart)
    return parts.flatmap(lambda found: st.tuples(*map(one, found)))


def partial_disabilities() -> SearchStrategy[PartialDisability]:
    """Disabilities that are not total: what was lost, the percentage found, or neither known."""
    handed = st.sampled_from([None, True, False])
    return (
        st.builds(PartialDisability, losses=losses(measured=False), left_handed=handed)
        | st.builds(PartialDisability, percent=st.fractions(Fraction(1, 2), 70, max_denominator=2))
        | st.just(PartialDisability())
    )


def incapacities() -> SearchStrategy[Incapacity]:
    """Times unable to work, up to four years, in which the wage was paid, not paid, or nobody says."""
    wage_paid = maybe(st.integers(0, 500_000_000))
    return st.builds(Incapacity, months=st.integers(0, 48), days=st.integers(0, 30), wage_paid=wage_paid)


def expenses() -> SearchStrategy[Expenses]:
    """What was spent after an accident; transport at least."""
    cost = maybe(st.integers(0, 40_000_000))
    pieces = maybe(st.lists(st.integers(0, 4_000_000), min_size=1, max_size=3))
    facts: dict[str, Any] = dict.fromkeys(("sea", "air", "home_care", "aids", "aids_price"), cost)
    return st.builds(
        Expenses, land=st.integers(0, 20_000_000), dentures=pieces, hearing_aid=pieces, glasses=pieces, **facts
    )


def work_accidents(
    first: date = FIRST_DAY, last: date = date(2026, 11, 20), *, circumstances: bool = False
) -> SearchStrategy[WorkAccident]:
    """Accidents with what came of them; with ``circumstances`` also how they happened, as far as that is known."""

    def build(on: date, end: Any, others: list[Any], hours: int | None, how: Circumstance | None) -> WorkAccident:
        kinds = {Death: Death(on=on), TotalDisability: TotalDisability(on=on)}
        if end is Death:  # on the day of the accident: no time unable to work came before it
            others = [each for each in others if not isinstance(each, Incapacity)]
        found = [*others, *([] if end is None else [kinds.get(end, end)])]
        return WorkAccident(on=on, outcome=tuple(found), report_hours=hours, circumstance=how)

    ends = st.sampled_from([None, Death, TotalDisability]) | partial_disabilities()
    others = st.tuples(maybe(incapacities()), maybe(expenses())).map(lambda pair: [each for each in pair if each])
    usual = [each for each in Circumstance if each is not Circumstance.SUDDEN_DEATH]
    how = maybe(st.sampled_from(usual)) if circumstances else st.none()
    return st.builds(build, st.dates(first, last), ends, others, maybe(st.integers(0, 100)), how)
