"""Payment: due dates, late fines, public holidays, sanctions for not enrolling; PP 44/2015 arts 21-24, PP 86/2013.

>>> from datetime import date
>>> import jamsostek as js
>>> bill = js.contributions(js.WageEarner(wage=4_000_000, risk_group=3), month="2026-07")
>>> due = due_dates(bill, holidays={date(2026, 8, 17)})
>>> str(due["JKK"].on), str(due["JP"].on)
('2026-08-18', '2026-08-15')
"""

from .law import (
    ARREARS_OF_EMPLOYERS,
    ARREARS_OF_SELF_EMPLOYED,
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
    TABLES,
    WARNING_DAYS,
    DueRule,
    PublicService,
)
from .rules import DueDate, Fine, due_dates, late_fine, months_late, national_holidays
from .sanctions import Sanction, sanctions

__all__ = [
    "ARREARS_OF_EMPLOYERS",
    "ARREARS_OF_SELF_EMPLOYED",
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
    "DueDate",
    "DueRule",
    "Fine",
    "PublicService",
    "Sanction",
    "due_dates",
    "late_fine",
    "months_late",
    "national_holidays",
    "sanctions",
]
