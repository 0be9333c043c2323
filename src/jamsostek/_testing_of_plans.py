"""Hypothesis strategies for planning and coverage; ``testing`` shows them to users."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .planning import Group
from .ucj import Statement

_PEOPLE = 10_000_000


def groups() -> SearchStrategy[Group]:
    """Groups of participants of every kind, of nobody to ten million people, with a name or none."""
    from .testing import participants

    return st.builds(Group, st.integers(0, _PEOPLE), participants(), name=st.text("abc ", max_size=5))


def statements() -> SearchStrategy[Statement]:
    """Statements on coverage: a percentage to two decimal places, those covered, the population, or some of it."""

    def build(hundredths: int | None, covered: int | None, more: int | None, year: int | None) -> Statement:
        percent = None if hundredths is None else f"{hundredths // 100}.{hundredths % 100:02} %"
        if percent is None and covered is None:
            percent = "0 %"
        population = None if covered is None or more is None else covered + more
        return Statement(percent, covered, population, on=date(2025, 6, 30), source="anybody", target_for=year)

    return st.builds(
        build,
        st.none() | st.integers(0, 10_000),
        st.none() | st.integers(0, _PEOPLE),
        st.none() | st.integers(1, _PEOPLE),
        st.none() | st.integers(2025, 2045),
    )
