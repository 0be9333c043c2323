"""The columns that benefits, taxes and projects are worked out from, beside those of payrolls."""

from __future__ import annotations

from ..construction.project import Vat
from ..tax.payouts import SumKind
from ._columns import COLUMNS, MONTH, PAID, Column, Holds

EVENTS = {
    column.name: column
    for column in (
        Column("died", Holds.DATE, ("event.on",)),
        Column("accident_on", Holds.DATE, ("event.accident_on",)),
        Column("found_on", Holds.DATE, ("event.on",)),
        Column("work_related", Holds.FLAG, ("event.work_related",)),
        Column("never_registered", Holds.FLAG, ("member.registered",)),
        Column("ended", Holds.DATE, ("membership.ended",)),
        Column("arrears", Holds.COUNT, ("member.history",)),
        Column("months", Holds.COUNT, ("incapacity.months",)),
        Column("days", Holds.COUNT, ("incapacity.days",)),
        Column("wage_paid", Holds.SUM, ("incapacity.wage_paid",)),
        Column("dismissed", Holds.DATE, ("event.on",)),
        Column("claimed", Holds.DATE, ("event.claimed",)),
        Column("approved", Holds.DATE, ("event.approved",)),
        Column("new_job", Holds.DATE, ("event.new_job",)),
        Column("willing", Holds.FLAG, ("event.willing",)),
        Column("months_paid", Holds.COUNT, ("member.history",)),
        Column("months_in_a_row", Holds.COUNT, ("member.history",)),
        Column("in_jkp", Holds.FLAG, ("in_jkp",)),
        Column("paid_on", Holds.DATE, ("payout.on",)),
        Column("amount", Holds.SUM, ("payout.amount",)),
        Column("sum_kind", Holds.WORD, ("payout.kind",), tuple(SumKind)),
        Column("acquired", Holds.DATE, ("payout.acquired",)),
        Column("first_paid_on", Holds.DATE, ("payout.first",)),
        Column("paid_before", Holds.SUM, ("payout.before",)),
        Column("paid_this_year", Holds.SUM, ("payout.this_year",)),
        Column("tax_number", Holds.FLAG, ("tax_number",)),
        Column("resident", Holds.FLAG, ("resident",)),
        Column("ordered", Holds.DATE, ("project.ordered",)),
        Column("value", Holds.SUM, ("project.value",)),
        Column("vat", Holds.WORD, ("project.vat",), tuple(Vat)),
    )
}


def column_of(name: str) -> Column:
    """What a column that is read holds; any other is the column of months."""
    return COLUMNS.get(name) or EVENTS.get(name) or (PAID if name == PAID.name else MONTH)


def some_of(*names: str) -> dict[str, Column]:
    """Columns by their names."""
    return {name: column_of(name) for name in names}
