"""JKP, job loss (jaminan kehilangan pekerjaan): PP 37/2021 as amended by PP 6/2025.

>>> from jamsostek import jkp
>>> jkp.WAGE_CEILING.rows[-1].value
5000000
"""

from .law import (
    AGE_LIMIT,
    FROM_JKK,
    FROM_JKK_RELIEVED,
    FROM_JKM,
    HEALTH_COVER,
    STATE_RATE,
    TABLES,
    WAGE_CEILING,
)
from .rules import JkpSplit

__all__ = [
    "AGE_LIMIT",
    "FROM_JKK",
    "FROM_JKK_RELIEVED",
    "FROM_JKM",
    "HEALTH_COVER",
    "STATE_RATE",
    "TABLES",
    "WAGE_CEILING",
    "JkpSplit",
]
