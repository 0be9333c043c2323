"""Hypothesis strategies for migrant workers and what befalls them; ``jamsostek.testing`` holds them out.

>>> from jamsostek.testing import migrant_workers
>>> migrant_workers().example().type_name  # doctest: +SKIP
'migrant_worker'
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .migrants import (
    Cause,
    FailedDeparture,
    FailedPlacement,
    LossOnTheWay,
    MigrantEvent,
    MigrantWorker,
    Rape,
    Route,
    TroubledReturn,
    WrongPlacement,
)

# From the day of Permenaker 4/2023 on; no event lies past it.
_FIRST, _LAST = date(2023, 2, 22), date(2026, 8, 27)
_FLAGS = st.none() | st.booleans()
_COSTS = st.none() | st.integers(0, 60_000_000)


def migrant_workers(first: date = _FIRST, last: date = _LAST) -> SearchStrategy[MigrantWorker]:
    """Migrant workers registered between two days, never, or nobody knows when; of whom much may be not known."""

    def build(
        contract: int, registered: Any, away: int | None, back: int | None, facts: dict[str, Any]
    ) -> MigrantWorker:
        start = registered if isinstance(registered, date) else first
        departed = None if away is None else start + timedelta(days=away)
        returned = None if departed is None or back is None else departed + timedelta(days=back)
        return MigrantWorker(contract, registered=registered, departed=departed, returned=returned, **facts)

    facts = st.fixed_dictionaries(
        {
            "route": st.none() | st.sampled_from(Route),
            "savings": st.none() | st.sampled_from([0, 50_000, 600_000]),
            "work_paid": _FLAGS,
        }
    )
    registered = st.none() | st.just("never") | st.dates(first, last)
    return st.builds(
        build, st.integers(1, 48), registered, st.none() | st.integers(0, 200), st.none() | st.integers(0, 1_500), facts
    )


def migrant_events(first: date = _FIRST, last: date = _LAST) -> SearchStrategy[MigrantEvent]:
    """What befalls migrant workers alone, between two days; the facts that decide may be not known."""
    on = st.dates(first, last)
    return st.one_of(
        st.builds(FailedDeparture, on=on, cause=st.none() | st.sampled_from(Cause)),
        st.builds(FailedPlacement, on=on, own_fault=_FLAGS, transport=_COSTS),
        st.builds(WrongPlacement, on=on, own_wish=_FLAGS, transport=_COSTS),
        st.builds(Rape, on=on, proven=_FLAGS),
        st.builds(TroubledReturn, on=on, transport=_COSTS),
        st.builds(LossOnTheWay, on=on, loss=_COSTS),
    )
