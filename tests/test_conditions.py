"""Conditions in three values: truth tables, missing facts, reasons."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import instruments, readings, reliefs
from jamsostek._conditions import (
    All,
    Among,
    AnyOf,
    AtLeast,
    ByChoice,
    Holds,
    InWindow,
    Not,
    Under,
    Value,
    judge,
    touched,
)
from jamsostek._verdict import Fact

if TYPE_CHECKING:
    from jamsostek._conditions import Condition

CITE = instruments.PP_44_2015.at("1")
A, B, C = (Fact(key, key, key) for key in "abc")
SUM = Fact("sum", "sum", "jumlah", (A, B))
SECTOR = Fact("sector", "sector", "sektor")


FEBRUARY = js.Moment(js.Clock.CONTRIBUTION_MONTH, date(2026, 2, 28))


@frozen
class Given:
    """A situation with just these facts."""

    facts: dict[str, Value | None]
    law: js.Law = js.LAW
    moment: js.Moment = FEBRUARY

    def fact(self, key: str) -> Value | None:
        return self.facts.get(key)


def sign(condition: Condition, facts: dict[str, Value | None]) -> int:
    return condition.test(Given(facts)).sign


SIGN: dict[bool | None, int] = {True: 1, None: 0, False: -1}


@pytest.mark.parametrize(("a", "b"), list(product((True, None, False), repeat=2)))
def test_and_or_not(a: bool | None, b: bool | None) -> None:
    facts: dict[str, Value | None] = {"a": a, "b": b}
    one, other = Holds(A, CITE), Holds(B, CITE)
    assert sign(one, facts) == SIGN[a]
    assert sign(Not(one), facts) == -SIGN[a]
    assert sign(All(one, other), facts) == min(SIGN[a], SIGN[b])
    assert sign(AnyOf(one, other), facts) == max(SIGN[a], SIGN[b])
    assert sign(Not(All(one, other)), facts) == -min(SIGN[a], SIGN[b])
    assert sign(Not(AnyOf(one, other)), facts) == -max(SIGN[a], SIGN[b])


def test_missing_facts_are_those_that_could_decide() -> None:
    both = All(Holds(A, CITE), Holds(B, CITE))
    assert judge(both, Given({})).missing == (A, B)
    assert judge(both, Given({"a": True})).missing == (B,)
    assert judge(both, Given({"a": False})).missing == ()
    assert judge(AnyOf(both, Holds(B, CITE)), Given({})).missing == (A, B)
    assert judge(AtLeast(SUM, js.Month("2025-01"), CITE), Given({"a": 1})).missing == (B,)
    assert judge(AtLeast(SUM, date(2025, 1, 1), CITE), Given({"a": 1, "b": 1})).missing == (SUM,)


def test_bounds() -> None:
    enough = AtLeast(A, reliefs.LABOUR_INTENSIVE_WORKERS, CITE)
    assert [sign(enough, {"a": count}) for count in (49, 50, 51)] == [-1, 1, 1]
    assert [sign(Not(enough), {"a": count}) for count in (49, 50, 51)] == [1, -1, -1]
    reason = judge(enough, Given({"a": 49})).because[0]
    assert reason.text() == "a: 49, must be at least 50"
    assert reason.text("id") == "a: 49, harus paling sedikit 50"
    assert judge(Not(enough), Given({"a": 50})).because[0].text() == "a: 50, must be less than 50"


def test_reasons_of_alternatives() -> None:
    verdict = judge(
        AnyOf(All(Holds(A, CITE), Holds(B, CITE)), Holds(C, CITE)), Given({"a": False, "b": False, "c": False})
    )
    assert [reason.text() for reason in verdict.because] == [
        "a: no, must be yes, b: no, must be yes or c: no, must be yes"
    ]
    assert " atau " in verdict.text("id")
    assert verdict.because[0].cite is CITE
    twice = judge(All(Holds(A, CITE), Holds(A, CITE)), Given({"a": False}))
    assert len(twice.because) == 1


def test_words() -> None:
    among = Among(SECTOR, (js.Sector.TRANSPORT,), CITE)
    assert [sign(among, {"sector": word}) for word in (*js.Sector, None)] == [1, -1, 0]
    assert judge(Holds(A, CITE), Given({"a": False})).because[0].text("id") == "a: tidak, harus ya"


def test_windows() -> None:
    inside, outside = InWindow(reliefs.TRANSPORT_MONTHS, A), InWindow(reliefs.OTHER_SECTORS_MONTHS, A)
    assert [sign(inside, {}), sign(Not(inside), {}), sign(outside, {}), sign(Not(outside), {})] == [1, -1, -1, 1]
    assert judge(Not(inside), Given({})).because[0].text() == "a: 2026-02, must not lie in 2026-01 – 2027-03"
    endless = js.LAW.override(reliefs.TRANSPORT_MONTHS, since="2026-01", value=True).table(reliefs.TRANSPORT_MONTHS)
    assert judge(Not(InWindow(endless, A)), Given({})).because[0].text().endswith("2026-01 – …")


def test_a_choice_is_settled_early_where_both_branches_agree() -> None:
    choice = ByChoice(SECTOR, (js.Sector.TRANSPORT,), Holds(A, CITE), Holds(B, CITE))
    assert sign(choice, {"sector": js.Sector.TRANSPORT, "a": True}) == 1
    assert sign(choice, {"sector": js.Sector.OTHER, "a": True, "b": False}) == -1
    assert sign(choice, {"a": True, "b": True}) == 1
    assert sign(Not(choice), {"a": True, "b": True}) == -1
    assert judge(choice, Given({"a": True, "b": False})).missing == (SECTOR,)
    assert judge(choice, Given({"a": True})).missing == (SECTOR, B)


def test_under_a_reading() -> None:
    under = Under(readings.VILLAGE_BUDGET, "counts", Holds(A, CITE))
    elsewhere = js.LAW
    assert under.test(Given({"a": False}, elsewhere)).sign == 1
    assert Not(under).test(Given({"a": False}, elsewhere)).sign == -1
    assert touched(All(under, AnyOf(under)), Given({"a": False}, elsewhere)) == (readings.VILLAGE_BUDGET,) * 2
    assert sign(Under(readings.VILLAGE_BUDGET, "does_not_count", Holds(A, CITE)), {"a": False}) == -1
    assert touched(under, Given({"a": True})) == ()
    assert touched(Not(under), Given({"a": False})) == ()


FACTS = st.dictionaries(st.sampled_from("abc"), st.booleans())
CONDITIONS = st.recursive(
    st.sampled_from([Holds(A, CITE), Holds(B, CITE), Holds(C, CITE)]),
    lambda inner: st.one_of(
        inner.map(Not),
        st.tuples(inner, inner).map(lambda two: All(*two)),
        st.tuples(inner, inner).map(lambda two: AnyOf(*two)),
    ),
    max_leaves=6,
)


@given(CONDITIONS, FACTS, FACTS)
def test_a_further_fact_never_flips_a_settled_verdict(
    condition: Condition, known: dict[str, bool], more: dict[str, bool]
) -> None:
    verdict = judge(condition, Given(dict(known)))
    later = judge(condition, Given({**more, **known}))
    if not verdict.missing:
        assert verdict.state == later.state
    everything = judge(condition, Given({"a": False, "b": False, "c": False, **known}))
    assert everything.missing == ()
