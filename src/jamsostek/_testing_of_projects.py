"""Hypothesis strategies for construction projects and their workers; ``jamsostek.testing`` holds them out.

>>> from jamsostek.testing import projects
>>> projects().example().method.label_en  # doctest: +SKIP
'the contract value'
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ._events import FIRST_DAY
from ._people import Employer
from .construction import Addendum, Instalment, ListedWage, Project, Worker

_LAST = date(2026, 11, 20)
_VALUES = st.integers(1_000_000, 10**12) | st.sampled_from([10**8, 5 * 10**8, 10**9, 5 * 10**9])
_SHARES = st.sampled_from([["100 %"], ["50 %", "50 %"], ["50 %", "25 %", "25 %"], ["33.3 %", "66.7 %"]])
_WAGES = st.integers(1_500_000, 30_000_000)
_DAYS = st.integers(0, 400)


def projects(first: date = FIRST_DAY, last: date = _LAST) -> SearchStrategy[Project]:
    """Projects ordered between two days that can be priced, by contract value or wage list, with what may be known."""
    maybe = st.none()
    facts = st.fixed_dictionaries(
        {
            "ordered": st.dates(first, last),
            "lasts": _DAYS,
            "begins": _DAYS,
            "registered": maybe | _DAYS,
            "maintained": maybe | st.just("none") | _DAYS,
            "kind": st.sampled_from([None, "company", "state"]),
        }
    )
    by_value = st.tuples(_VALUES, st.sampled_from(["included", "excluded"]), maybe | _SHARES, st.lists(maybe | _DAYS))
    changes = st.lists(st.integers(-300_000, 10**10).filter(bool), max_size=3)
    listed = st.lists(st.tuples(_WAGES, st.integers(1, 60)), min_size=1, max_size=3)
    return st.builds(_by_value, facts, by_value, changes) | st.builds(_by_wages, facts, listed)


def _days(facts: dict[str, Any]) -> dict[str, Any]:
    """The days of a project from how long things take."""
    ordered, kept = facts["ordered"], facts["maintained"]
    start = ordered + timedelta(days=facts["begins"] // 10)
    end = start + timedelta(days=facts["lasts"])
    registered, kind = facts["registered"], facts["kind"]
    return {
        "ordered": ordered,
        "start": start,
        "end": end,
        "registered": None if registered is None else ordered + timedelta(days=registered // 10),
        "maintenance_until": end + timedelta(days=kept) if isinstance(kept, int) else kept,
        "employer": Employer(kind=kind),
    }


def _by_value(facts: dict[str, Any], told: tuple[int, str, list[str] | None, list[Any]], changes: list[int]) -> Project:
    value, vat, shares, gaps = told
    paid = None
    if shares is not None:
        on = facts["ordered"]
        paid = []
        for share, gap in zip(shares, [*gaps, *[None] * len(shares)], strict=False):
            on = on if gap is None else on + timedelta(days=gap)
            paid.append(Instalment(share, None if gap is None else on))
    addenda = [Addendum(facts["ordered"] + timedelta(days=at), change) for at, change in enumerate(changes)]
    known: Any = _days(facts) | {"vat": vat, "instalments": paid}
    return Project(value, addenda=addenda, **known)


def _by_wages(facts: dict[str, Any], listed: list[tuple[int, int]]) -> Project:
    known: Any = _days(facts)
    return Project(wages=[ListedWage(*each) for each in listed], **known)


def project_workers(first: date = FIRST_DAY, last: date = _LAST) -> SearchStrategy[Worker]:
    """Workers of such projects, paid by the month or by the day; by a wage list what stands there."""
    paid = st.fixed_dictionaries({"wage": _WAGES}) | st.fixed_dictionaries({"daily_wage": st.integers(50_000, 900_000)})
    minimum = st.none() | st.integers(1_500_000, 5_500_000)
    return st.builds(_worker, projects(first, last), paid, minimum)


def _worker(project: Project, pay: dict[str, Any], minimum: int | None) -> Worker:
    if project.wages is not None:
        pay = {"wage": project.wages[-1].wage}
    return Worker(project=project, minimum_wage=minimum, **pay)
