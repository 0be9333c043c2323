"""Payment: due dates, late fines, holidays, arrears, sanctions; PP 44/2015 arts 21-24 and 38-42, PP 86/2013.

>>> from datetime import date
>>> import jamsostek as js
>>> bill = js.contributions(js.WageEarner(wage=4_000_000, risk_group=3), month="2026-07")
>>> due = due_dates(bill, holidays={date(2026, 8, 17)})
>>> str(due["JKK"].on), str(due["JP"].on)
('2026-08-18', '2026-08-15')
"""

from . import law as _law
from . import law_of_arrears as _law_of_arrears
from .arrears import ArrearsCover, in_arrears
from .law import (
    CREDIT,
    CREDIT_OF_SELF_EMPLOYED,
    DEFERRED_JP,
    DEFERRED_JP_FROM,
    DEFERRED_JP_UNTIL,
    DENIED_TO_EMPLOYERS,
    DENIED_TO_SELF_EMPLOYED,
    DUE_OF_EMPLOYERS,
    DUE_OF_EMPLOYERS_JHT,
    DUE_OF_EMPLOYERS_JP,
    DUE_OF_SELF_EMPLOYED,
    DUE_OF_SELF_EMPLOYED_JHT,
    DUE_OF_STATE,
    DUE_OF_TRAINEES,
    FINE,
    FINE_JHT,
    FINE_JP,
    MONTHS_AHEAD,
    OLDEST_FIRST,
    SANCTION_DAYS,
    SANCTION_FINE,
    WARNING_DAYS,
    DueRule,
    PublicService,
)
from .law_of_arrears import (
    ARREARS_ENDING_MEMBERSHIP,
    ARREARS_JKK,
    ARREARS_JKK_OF_SELF_EMPLOYED,
    ARREARS_JKM,
    ARREARS_JKM_OF_SELF_EMPLOYED,
    ARREARS_JKP,
    ARREARS_JKP_CLOSED_FIRM,
    ArrearsRule,
    CoverKind,
)
from .rules import DueDate, Fine, due_dates, late_fine, months_late, national_holidays
from .sanctions import Sanction, sanctions

TABLES = (*_law.TABLES, *_law_of_arrears.TABLES)

__all__ = [
    "ARREARS_ENDING_MEMBERSHIP",
    "ARREARS_JKK",
    "ARREARS_JKK_OF_SELF_EMPLOYED",
    "ARREARS_JKM",
    "ARREARS_JKM_OF_SELF_EMPLOYED",
    "ARREARS_JKP",
    "ARREARS_JKP_CLOSED_FIRM",
    "CREDIT",
    "CREDIT_OF_SELF_EMPLOYED",
    "DEFERRED_JP",
    "DEFERRED_JP_FROM",
    "DEFERRED_JP_UNTIL",
    "DENIED_TO_EMPLOYERS",
    "DENIED_TO_SELF_EMPLOYED",
    "DUE_OF_EMPLOYERS",
    "DUE_OF_EMPLOYERS_JHT",
    "DUE_OF_EMPLOYERS_JP",
    "DUE_OF_SELF_EMPLOYED",
    "DUE_OF_SELF_EMPLOYED_JHT",
    "DUE_OF_STATE",
    "DUE_OF_TRAINEES",
    "FINE",
    "FINE_JHT",
    "FINE_JP",
    "MONTHS_AHEAD",
    "OLDEST_FIRST",
    "SANCTION_DAYS",
    "SANCTION_FINE",
    "TABLES",
    "WARNING_DAYS",
    "ArrearsCover",
    "ArrearsRule",
    "CoverKind",
    "DueDate",
    "DueRule",
    "Fine",
    "PublicService",
    "Sanction",
    "due_dates",
    "in_arrears",
    "late_fine",
    "months_late",
    "national_holidays",
    "sanctions",
]
