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
