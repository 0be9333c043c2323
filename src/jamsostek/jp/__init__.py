"""JP, pension (jaminan pensiun): PP 45/2015 and the yearly announcements of BPJS Ketenagakerjaan.

>>> from datetime import date
>>> from jamsostek import jp
>>> jp.pension_age_reached(date(1971, 5, 10))
datetime.date(2032, 5, 10)
"""

from .law import EMPLOYER_RATE, PENSION_AGE, TABLES, WAGE_CEILING, WORKER_RATE
from .rules import pension_age_reached

__all__ = ["EMPLOYER_RATE", "PENSION_AGE", "TABLES", "WAGE_CEILING", "WORKER_RATE", "pension_age_reached"]
