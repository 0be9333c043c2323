"""The rules that are worked out row by row, by name."""

from __future__ import annotations

from .._events import FIRST_DAY
from ..tax.payouts import FIRST_DAY as FIRST_DAY_OF_TAX
from ._accidents import work_out_jkk_death, work_out_jkk_total_disability
from ._columns import PROGRAMME_FLAGS
from ._deaths import PERSON, work_out_jkm
from ._dismissals import work_out_jkp
from ._event_columns import some_of
from ._incapacity import work_out_jkk_incapacity
from ._payouts import work_out_payout_tax
from ._projects import work_out_construction
from ._rule import Rule
from ._rule_rows import (
    construction_row,
    jkk_death_row,
    jkk_incapacity_row,
    jkk_total_disability_row,
    jkm_row,
    jkp_row,
    payout_tax_row,
)
from ._verdicts import results

JKM = Rule(
    "jkm",
    "JKM, cash for a death",
    "JKM, santunan kematian",
    some_of("type", "died", "work_related", *PERSON),
    (("died",), ("type",)),
    results(("lump_sum", "periodic", "funeral"), ("payer",)),
    work_out_jkm,
    jkm_row,
    {"died": FIRST_DAY},
)

_PAID = ("type", "wage", "income")
_PAY = ("wage", "income")

JKK_DEATH = Rule(
    "jkk_death",
    "JKK, cash for a death by work accident",
    "JKK, santunan kematian akibat kecelakaan kerja",
    some_of(*_PAID, "died", "accident_on", "work_related", *PERSON),
    (("died",), _PAY),
    results(("death", "periodic", "funeral"), ("payer",)),
    work_out_jkk_death,
    jkk_death_row,
    {"died": FIRST_DAY, "accident_on": FIRST_DAY},
)
JKK_TOTAL_DISABILITY = Rule(
    "jkk_total_disability",
    "JKK, cash for a permanent total disability",
    "JKK, santunan cacat total tetap",
    some_of(*_PAID, "found_on", "accident_on", "work_related", *PERSON),
    (("found_on",), _PAY),
    results(("total_disability", "periodic"), ("payer",)),
    work_out_jkk_total_disability,
    jkk_total_disability_row,
    {"found_on": FIRST_DAY, "accident_on": FIRST_DAY},
)
JKK_INCAPACITY = Rule(
    "jkk_incapacity",
    "JKK, pay for a temporary incapacity",
    "JKK, santunan sementara tidak mampu bekerja (STMB)",
    some_of(*_PAID, "accident_on", "months", "days", "wage_paid", *PERSON),
    (("accident_on",), _PAY),
    results(("incapacity",), ("payer",), total=False),
    work_out_jkk_incapacity,
    jkk_incapacity_row,
    {"accident_on": FIRST_DAY},
)
PAYOUT_TAX = Rule(
    "payout_tax",
    "income tax on a sum paid at once",
    "PPh atas pembayaran sekaligus",
    some_of(
        "paid_on",
        "amount",
        "sum_kind",
        "acquired",
        "first_paid_on",
        "paid_before",
        "paid_this_year",
        "tax_number",
        "resident",
    ),
    (("paid_on",), ("amount",)),
    results(("tax", "net"), ("method",), total=False, verdict=False),
    work_out_payout_tax,
    payout_tax_row,
    {"paid_on": FIRST_DAY_OF_TAX, "acquired": FIRST_DAY_OF_TAX, "first_paid_on": FIRST_DAY_OF_TAX},
    ("sum_kind",),
)
CONSTRUCTION = Rule(
    "construction",
    "JKK and JKM of construction projects, by the contract value",
    "iuran JKK dan JKM jasa konstruksi, menurut nilai kontrak",
    some_of("value", "vat", "ordered"),
    (("value",), ("ordered",)),
    results(("jkk", "jkm"), verdict=False),
    work_out_construction,
    construction_row,
    {"ordered": FIRST_DAY},
)
JKP = Rule(
    "jkp",
    "JKP, whether it is owed, and its cash by month",
    "JKP, hak atas manfaat dan uang tunai per bulan",
    some_of(
        "dismissed",
        "wage",
        "claimed",
        "approved",
        "new_job",
        "willing",
        "months_paid",
        "months_in_a_row",
        "health_cover",
        "scale",
        *(each for each in PERSON if each != "six_months"),
        *PROGRAMME_FLAGS,
        "in_jkp",
    ),
    (("dismissed",), ("wage",)),
    results(tuple(f"cash_{number}" for number in range(1, 7)), ("payer",)),
    work_out_jkp,
    jkp_row,
    {"dismissed": FIRST_DAY, "claimed": FIRST_DAY, "approved": FIRST_DAY},
)

RULES = {
    rule.name: rule for rule in (JKM, JKK_DEATH, JKK_TOTAL_DISABILITY, JKK_INCAPACITY, JKP, PAYOUT_TAX, CONSTRUCTION)
}
