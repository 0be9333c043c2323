"""JKK, work accident (jaminan kecelakaan kerja): PP 44/2015 and its amendments.

>>> from jamsostek import jkk
>>> jkk.RATES.rows[0].value[1]
Fraction(27, 5000)
"""

from .law import RATES, REFERENCE_INCOME, SELF_EMPLOYED_RATE, TABLES

__all__ = ["RATES", "REFERENCE_INCOME", "SELF_EMPLOYED_RATE", "TABLES"]
