"""Careers in columns: a long frame of persons and months reduced to years, and what JHT and JP make of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from .. import errors
from .._history import MonthState, StateWord
from .._law import LAW, Law
from .._member import Member
from .._months import Month
from ._careers_on import careers_on, years_on
from ._compounding import RESULTS
from ._doors import columns_of, is_empty
from ._long import Long, long_of
from ._one_member import member_of
from ._people import REASON, STATUS
from ._years import AMOUNTS, YEAR

F = TypeVar("F")


def careers(
    frame: F,
    *,
    until: Month | str,
    person: str = "person",
    month: str = "month",
    fill: MonthState | StateWord | None = None,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    prefix: str = "",
    law: Law = LAW,
) -> F:
    """The working life of every person of a long frame up to the end of a month: JHT balance and pension so far.

    A row of the frame is a month of a person: ``person`` and ``month`` name the columns (months as texts "2026-03" or
    dates), a column ``paid`` says whether it was paid, and the facts are those of ``frames.FACTS``; ``facts={"paid":
    True}`` says it of all rows. Rows after ``until`` are left out. A month between a person's first and last without a
    row, or without ``paid``, is not known, which is an error, unless ``fill`` says what became of it ("not_owed",
    "unpaid", "paid"). ``columns``, ``facts`` and ``prefix`` are those of ``contributions``.

    The result is a frame of the same library, a row for each person: ``months`` paid, ``pay`` of these months together,
    contributions to JHT and JP by who bore them, ``jht_credited`` and ``jht_balance`` at the end of ``until``,
    ``jp_months`` that count, ``jp_pension``: what the formula gives for them, a month, in a pension that begins the
    month after ``until`` (or after the pension age, where ``born`` tells that it was reached), before the limits and
    no right by itself; 0 where no month in JP was paid. All in rupiah, equal to ``jht.statement`` up to ``until`` and
    to ``jp.formula`` of the months that count.
    ``status`` "error" and ``reason`` are those of a row that is wrong, and there are no amounts. Where a value is not
    announced, ``status`` is "partial", ``reason`` names the table, and there is a gap in what hangs on it alone.

    Raises what ``contributions`` raises, and ``MissingColumn`` without a column of persons, months or ``paid``.

    >>> import polars as pl
    >>> import jamsostek as js
    >>> law = js.LAW.scenario(js.jht.CREDITED_RATE, {2025: "5 %"})
    >>> rows = {"person": [1] * 12, "month": [str(month) for month in js.months("2025-01", "2025-12")]}
    >>> long = pl.DataFrame(rows).with_columns(wage=5_000_000, paid=True)
    >>> js.frames.careers(long, until="2025-12", law=law).select("months", "jht_balance", "jp_pension").row(0)
    (12, 3512625, 51460)
    """
    asked = _asked(frame, until, person, month, columns, facts, fill, law, prefix, (*RESULTS, STATUS, REASON))
    found: F = careers_on(frame, asked, prefix)
    return found


def career_years(
    frame: F,
    *,
    until: Month | str,
    person: str = "person",
    month: str = "month",
    fill: MonthState | StateWord | None = None,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    prefix: str = "",
    law: Law = LAW,
) -> F:
    """The same long frame with a row for each person and calendar ``year``, in expressions of its library alone.

    The columns are those of ``careers`` but for what compounds, and ``jp_wages``, the wages that JP counts, together.
    What is wrong is told of the year in which it stands: a row that is wrong, a month told twice. Months without a row
    or without ``paid`` are not. Raises what ``careers`` raises.

    >>> import polars as pl
    >>> import jamsostek as js
    >>> long = pl.DataFrame({"person": [1, 1], "month": ["2024-12", "2025-01"], "wage": [12_000_000, 12_000_000]})
    >>> years = js.frames.career_years(long, until="2025-12", facts={"paid": True})
    >>> years.sort("year").select("year", "pay", "jp_wages").rows()
    [(2024, 12000000, 10042300), (2025, 12000000, 10042300)]
    """
    asked = _asked(frame, until, person, month, columns, facts, fill, law, prefix, (YEAR, *AMOUNTS, STATUS, REASON))
    found: F = years_on(frame, asked, prefix)
    return found


def member(
    frame: object,
    who: Any,
    *,
    until: Month | str,
    person: str = "person",
    month: str = "month",
    fill: MonthState | StateWord | None = None,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    law: Law = LAW,
) -> Member:
    """One person of a long frame as a ``Member`` with his record, for the exact rules to explain.

    ``who`` is his value in the column of persons; the other arguments are those of ``careers``. Raises ``NoSuchRow``
    where nobody is called so, and what the exact rules raise of his rows, together.

    >>> import polars as pl
    >>> import jamsostek as js
    >>> long = pl.DataFrame({"person": [1, 1], "month": ["2024-12", "2025-01"], "wage": [12_000_000, 12_000_000]})
    >>> found = js.frames.member(long, 1, until="2025-12", facts={"paid": True})
    >>> js.jp.formula(found.memberships[0].history, year=2025).months
    2
    """
    return member_of(frame, who, _asked(frame, until, person, month, columns, facts, fill, law, "", ()))


def _asked(
    frame: object,
    until: Month | str,
    person: str,
    month: str,
    columns: Mapping[str, str | None] | None,
    facts: Mapping[str, Any] | None,
    fill: MonthState | StateWord | None,
    law: Law,
    prefix: str,
    results: tuple[str, ...],
) -> Long:
    """What is asked for, after the faults of the call were told."""
    asked = long_of(columns_of(frame), until, person, month, columns, facts, fill, law)
    if not isinstance(prefix, str):
        raise errors.WrongType("prefix", f"{prefix!r} is no text", 'give such as "bpjs_"')
    if is_empty(frame):
        raise errors.EmptyFrame("frame", "it has no rows", "give at least one, or do not call")
    # SQL takes no notice of upper and lower case in names.
    if person.casefold() in ((prefix + name).casefold() for name in results):
        raise errors.ColumnClash(
            "person", f"{person!r} is a column of the results too", 'give a prefix such as "bpjs_"'
        )
    return asked
