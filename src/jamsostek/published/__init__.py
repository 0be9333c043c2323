"""Published tables of claims, checked: sums, averages against the legal amounts, scholarships against the yearly rates.

>>> from datetime import date
>>> from jamsostek import published
>>> rows = [published.ClaimRow("JKM", "19.6 billion", 445), published.ClaimRow("JKP", "2.5 billion", 434)]
>>> table = published.ClaimsTable(rows, since=date(2025, 1, 1), until=date(2025, 10, 31), source="press", people=879)
>>> [finding.kind.value for finding in published.check(table).findings]
['above_law']
"""

from .checks import Finding, FindingKind, TableCheck, check
from .numbers import Printed, printed
from .tables import ClaimRow, ClaimsTable, ScholarshipRow

__all__ = [
    "ClaimRow",
    "ClaimsTable",
    "Finding",
    "FindingKind",
    "Printed",
    "ScholarshipRow",
    "TableCheck",
    "check",
    "printed",
]
