"""A whole payroll at once, on whatever frame you have: pandas, Polars, PyArrow, DuckDB, Dask, PySpark.

It needs the extra ``frames``.

The columns are worked out in integers from the same law tables, line plans, reliefs and conditions as a bill, and are
equal to it in every row.

>>> import jamsostek as js
>>> bill = explain({"wage": 12_000_000, "risk_group": 2}, month="2026-03")
>>> bill.total
1117389
"""

from __future__ import annotations

from .. import errors

try:
    import narwhals.stable.v2  # noqa: F401
except ImportError as missing:
    raise errors.MissingExtra(
        "jamsostek.frames", "narwhals is not installed", "install the extra: pip install 'jamsostek[frames]'"
    ) from missing

from ._benefits import construction, jkk_death, jkk_incapacity, jkk_total_disability, jkm, jkp, payout_tax
from ._career_impact import compare_careers
from ._careers import career_years, careers, member
from ._columns import COLUMNS as _COLUMNS
from ._explain import explain
from ._impact import Impact, ImpactGroup, compare
from ._payroll import contributions, problems
from ._reform import Reform
from ._rule import Rule
from ._rules import RULES

FACTS = {
    name: f"{column.holds.value}: {', '.join(column.words)}" if column.words else column.holds.value
    for name, column in _COLUMNS.items()
}

__all__ = [
    "FACTS",
    "RULES",
    "Impact",
    "ImpactGroup",
    "Reform",
    "Rule",
    "career_years",
    "careers",
    "compare",
    "compare_careers",
    "construction",
    "contributions",
    "explain",
    "jkk_death",
    "jkk_incapacity",
    "jkk_total_disability",
    "jkm",
    "jkp",
    "member",
    "payout_tax",
    "problems",
]
