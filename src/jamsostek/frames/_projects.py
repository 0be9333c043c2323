"""What construction projects owe by their contract value, row by row; the twin of ``construction.contribution``.

A row is a contract paid at once, without addenda; wage lists, instalments and reliefs are for the exact rules.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import Any

from .. import errors
from .._dated import Dated
from .._kinds import Programme
from .._money import Rounding
from .._readings_of_construction import VAT_IN_CONTRACT_VALUE
from .._tiers import Slice
from ..construction import law as tables
from ..construction.project import Vat
from ..readings import CONTRIBUTION_ROUNDING
from ._accidents import fits
from ._amounts import rounded_by
from ._days import Days
from ._expressions import Number, Truth, chosen, first_of, is_at, is_below, negated
from ._read import FLOAT_LIMIT
from ._sheet import Sheet, given, is_one_of
from ._texts import Frame
from ._verdicts import Findings, Owed, finished

_TIERS = {Programme.JKK: tables.JKK_TIERS, Programme.JKM: tables.JKM_TIERS}


def work_out_construction(sheet: Sheet, prefix: str) -> Frame:
    """The frame with what JKK and JKM of each project cost."""
    values, law = sheet.values, sheet.law
    value, vat, at = values["value"], values.get("vat"), Days(law, values["ordered"])
    sheet.fault(is_at(value, 0), "value", errors.ZeroAmount)
    inside: Truth = False
    if law.option(VAT_IN_CONTRACT_VALUE) == "taken_out":
        sheet.fault(negated(given(vat)), "vat", errors.MissingFact)
        inside = is_one_of(vat, (str(Vat.INCLUDED),)).yes
    amounts = {}
    for programme, table in _TIERS.items():
        plain = _whole(sheet, f"{programme}_net", at, table, value, Fraction(1))
        with_tax = [
            (at.within(span), _whole(sheet, f"{programme}_{span.since:%Y%m%d}", at, table, value, 1 + span.row.value))
            for span in at.spans(tables.VAT)
            if inside is not False
        ]
        amounts[programme.lower()] = Owed(chosen(inside, first_of(with_tax, plain), plain))
    return finished(sheet, prefix, amounts, Findings())


def _whole(sheet: Sheet, name: str, at: Days, table: Dated[tuple[Slice, ...]], value: Any, divisor: Fraction) -> Number:
    """What the tiers make due on a value divided by one and its tax, whole rupiah."""
    slices = [each for row in sheet.law.table(table).rows for each in row.value]
    scale = lcm(*(each.share.denominator for each in slices))
    fits(max(each.share for each in slices) * scale * divisor.denominator, scale * divisor.numerator, FLOAT_LIMIT)

    def due(tiers: tuple[Slice, ...]) -> Number:
        found: Number = 0
        start, before = 0, 0
        for upto, share in tiers:
            above = value * divisor.denominator - start * divisor.numerator
            numerator = int(share * scale)
            found = found + chosen(is_below(above, 0), 0, above) * (numerator - before)
            start, before = upto or start, numerator
        return found

    exact = sheet.put(f"{name}_exact", at.read(table, due))
    sheet.step()
    how = Rounding(sheet.law.option(CONTRIBUTION_ROUNDING))
    whole = sheet.put(f"{name}_whole", rounded_by(how, exact, scale * divisor.numerator).floor)
    sheet.step()
    return whole
