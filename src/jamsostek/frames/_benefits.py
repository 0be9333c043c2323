"""The face of the rules: what events, payments and projects come to, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from .._law import LAW, Law
from . import _rules as rules
from ._rule import work_out

F = TypeVar("F")


def jkm(
    frame: F,
    *,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    prefix: str = "",
    strict: bool = False,
    law: Law = LAW,
) -> F:
    """The frame with what JKM pays for the death of every row: ``lump_sum``, ``periodic``, ``funeral``, rupiah.

    Needs ``died`` and ``type``. PP 44/2015 art. 34(1)a-c.

    >>> import datetime as dt
    >>> import polars as pl
    >>> deaths = pl.DataFrame({"died": [dt.date(2025, 6, 1)], "registered": [dt.date(2018, 1, 8)], "arrears": [0]})
    >>> jkm(deaths, facts={"type": "self_employed", "work_related": False})["total"].to_list()
    [42000000]
    """
    return work_out(rules.JKM, frame, columns, facts, prefix, strict, law)


def jkk_death(
    frame: F,
    *,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    prefix: str = "",
    strict: bool = False,
    law: Law = LAW,
) -> F:
    """The frame with what JKK pays for every death by work accident: ``death``, ``periodic``, ``funeral``, rupiah.

    Needs ``died`` and ``wage`` or ``income``; ``accident_on`` chooses the version of the law. PP 44/2015 art. 25(2)b.
    """
    return work_out(rules.JKK_DEATH, frame, columns, facts, prefix, strict, law)


def jkk_total_disability(
    frame: F,
    *,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    prefix: str = "",
    strict: bool = False,
    law: Law = LAW,
) -> F:
    """The frame with what JKK pays for every permanent total disability: ``total_disability``, ``periodic``, rupiah.

    Needs ``found_on`` and ``wage`` or ``income``. PP 44/2015 art. 25(2)b.
    """
    return work_out(rules.JKK_TOTAL_DISABILITY, frame, columns, facts, prefix, strict, law)


def jkk_incapacity(
    frame: F,
    *,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    prefix: str = "",
    strict: bool = False,
    law: Law = LAW,
) -> F:
    """The frame with what JKK pays for every temporary incapacity (STMB): ``incapacity``, rupiah.

    Needs ``accident_on`` and ``wage`` or ``income``. PP 44/2015 art. 25(2)b.
    """
    return work_out(rules.JKK_INCAPACITY, frame, columns, facts, prefix, strict, law)


def payout_tax(
    frame: F,
    *,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    prefix: str = "",
    strict: bool = False,
    law: Law = LAW,
) -> F:
    """The frame with the income tax on every payment of JHT, JP or severance at once: ``tax``, ``net``, rupiah.

    Needs ``paid_on`` and ``amount``. A payment without ``first_paid_on`` is the first of its sum. PP 68/2009 arts 2-6.

    >>> import datetime as dt
    >>> import polars as pl
    >>> paid = pl.DataFrame({"amount": [150_000_000], "paid_on": [dt.date(2025, 3, 10)]})
    >>> payout_tax(paid).select("tax", "net", "method").rows()
    [(5000000, 145000000, 'final')]
    """
    return work_out(rules.PAYOUT_TAX, frame, columns, facts, prefix, strict, law)


def construction(
    frame: F,
    *,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    prefix: str = "",
    strict: bool = False,
    law: Law = LAW,
) -> F:
    """The frame with what every construction project owes by the tiers on its contract value: ``jkk``, ``jkm``, rupiah.

    Needs ``value``, ``ordered`` and, as the law is read, ``vat``. The contract is paid at once, without addenda and
    reliefs; for these and for wage lists there is ``jamsostek.construction``. PP 44/2015 arts 54-55.

    >>> import datetime as dt
    >>> import polars as pl
    >>> projects = pl.DataFrame({"value": [1_110_000_000], "ordered": [dt.date(2024, 3, 1)]})
    >>> construction(projects, facts={"vat": "included"}).select("jkk", "jkm", "total").rows()
    [(1540000, 210000, 1750000)]
    """
    return work_out(rules.CONSTRUCTION, frame, columns, facts, prefix, strict, law)


def jkp(
    frame: F,
    *,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    prefix: str = "",
    strict: bool = False,
    law: Law = LAW,
) -> F:
    """The frame with whether JKP is owed after every dismissal, and its cash: ``cash_1`` to ``cash_6``, rupiah.

    Needs ``dismissed`` and ``wage``. Months of JKP alone count, from February 2021 and from registration on:
    ``months_paid`` are those paid among the 24 looked at, ``months_in_a_row`` those in a row, ``arrears`` those unpaid
    at the end. More than there were, or than fit together, is an ``error`` (``Contradiction``). It is a first claim; of
    earlier ones ``jkp.benefit`` knows.
    PP 37/2021 arts 4, 19-21, 35, 37-40.

    >>> import datetime as dt
    >>> import polars as pl
    >>> lost = pl.DataFrame({"dismissed": [dt.date(2025, 3, 1)] * 2, "wage": [4_000_000] * 2, "months_paid": [24, 9]})
    >>> same = {"born": dt.date(1990, 6, 15), "health_cover": "employer", "registered": dt.date(2018, 1, 8)}
    >>> jkp(lost, facts=same).select("cash_1", "total", "verdict", "reason").rows()
    [(2400000, 14400000, 1, None), (0, 0, -1, 'months_paid')]
    """
    return work_out(rules.JKP, frame, columns, facts, prefix, strict, law)
