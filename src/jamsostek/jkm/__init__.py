"""JKM, death (jaminan kematian): PP 44/2015 and its amendments.

>>> from jamsostek import jkm
>>> jkm.SELF_EMPLOYED_AMOUNT.rows[0].value
6800
"""

from .law import RATE, SELF_EMPLOYED_AMOUNT, TABLES

__all__ = ["RATE", "SELF_EMPLOYED_AMOUNT", "TABLES"]
