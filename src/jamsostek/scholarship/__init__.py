"""Scholarships of participants' children (beasiswa pendidikan anak): PP 44/2015 arts 25 and 34, PP 82/2019.

>>> from datetime import date
>>> from jamsostek import scholarship
>>> scholarship.ceiling(date(2025, 6, 1))
174000000
"""

from .law import (
    AGE_LIMIT,
    CHILDREN_JKK,
    CHILDREN_JKM,
    CLAIMS_OPEN,
    CONDITIONS,
    CONTRIBUTION_YEARS,
    LAWFUL_JKK,
    LAWFUL_JKM,
    ONE_OFF_JKK,
    ONE_OFF_JKM,
    PAPERS,
    REGISTERED_JKK,
    REGISTERED_JKM,
    RIGHT_JKK,
    RIGHT_JKM,
    SCALE_JKK,
    SCALE_JKM,
    TABLES,
    WORK_ALLOWED,
    WORK_MONTHS,
    Level,
    ScholarshipPaper,
)
from .paths import school_year
from .rules import benefit, ceiling, eligible
from .schedule import Pair, Schedule
from .shapes import ChildSchedule, Year

__all__ = [
    "AGE_LIMIT",
    "CHILDREN_JKK",
    "CHILDREN_JKM",
    "CLAIMS_OPEN",
    "CONDITIONS",
    "CONTRIBUTION_YEARS",
    "LAWFUL_JKK",
    "LAWFUL_JKM",
    "ONE_OFF_JKK",
    "ONE_OFF_JKM",
    "PAPERS",
    "REGISTERED_JKK",
    "REGISTERED_JKM",
    "RIGHT_JKK",
    "RIGHT_JKM",
    "SCALE_JKK",
    "SCALE_JKM",
    "TABLES",
    "WORK_ALLOWED",
    "WORK_MONTHS",
    "ChildSchedule",
    "Level",
    "Pair",
    "Schedule",
    "ScholarshipPaper",
    "Year",
    "benefit",
    "ceiling",
    "eligible",
    "school_year",
]
