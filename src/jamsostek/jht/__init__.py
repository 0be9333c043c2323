"""JHT, old-age savings (jaminan hari tua): PP 46/2015 and its amendment.

>>> from jamsostek import jht
>>> jht.EMPLOYER_RATE.rows[0].value
Fraction(37, 1000)
"""

from .law import EMPLOYER_RATE, SELF_EMPLOYED_RATE, TABLES, WORKER_RATE

__all__ = ["EMPLOYER_RATE", "SELF_EMPLOYED_RATE", "TABLES", "WORKER_RATE"]
