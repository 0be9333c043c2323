"""The record of a membership month by month: what was earned, whether it was paid, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby, pairwise
from os import PathLike
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from attrs import field, frozen

from . import errors
from ._kinds import Labelled, Lang, Programme, check_lang, choice_error, lenient
from ._money import amount_error, lenient_int, whole
from ._months import Month, as_month, date_error, months, runs_text
from ._people import Participant, SelfEmployed, Trainee, WageEarner

if TYPE_CHECKING:
    from ._rates import Rate

HISTORY_SCHEMA = "jamsostek.history/1"
MonthLike = TypeVar("MonthLike", bound=Month | str)
StateWord = Literal["paid", "unpaid", "not_owed"]


class MonthState(Labelled):
    """What became of a month's contributions; None where it is not known."""

    PAID = "paid", "paid", "lunas"
    UNPAID = "unpaid", "unpaid", "menunggak"
    NOT_OWED = "not_owed", "not owed", "tidak terutang"


_INITIALS = tuple("JFMAMJJASOND")  # the same in English and Indonesian
_SIGNS = {MonthState.PAID: "●", MonthState.UNPAID: "○", MonthState.NOT_OWED: "–", None: "?"}


class MonthRecord(NamedTuple):
    """One month of a history; every fact but the month may be None, which means not known.

    ``wage`` or, of the self-employed, ``income`` is whole rupiah per month; ``paid_on`` the day on which the last part
    was paid; ``participant`` who took part that month, where that changed over the years.
    """

    month: Month
    state: MonthState | None = None
    wage: int | None = None
    income: int | None = None
    paid_on: date | None = None
    participant: Participant | None = None


class Count(NamedTuple):
    """A number of months: the least and the most it can be, since some months may not be known.

    ``int()`` gives the number, and raises ``Undetermined`` while the two differ.
    """

    least: int
    most: int

    def __int__(self) -> int:
        if self.least != self.most:
            raise errors.Undetermined(
                "months",
                f"between {self.least} and {self.most}: some months are not known",
                "fill them in, or look at least and most",
            )
        return self.least


class Run(NamedTuple):
    """Months in a row in the same state (None: not known)."""

    first: Month
    last: Month
    state: MonthState | None

    @property
    def months(self) -> int:
        """How many months it holds."""
        return self.last - self.first + 1


def _complete(given: Iterable[MonthRecord]) -> tuple[MonthRecord, ...]:
    """The records in order, the months between them filled in as not known."""
    if not isinstance(given, Iterable):
        raise errors.WrongType("History", f"{given!r} is no list of months", "give MonthRecords, or use History.of")
    records = list(given)
    for each in records:
        if not isinstance(each, MonthRecord) or not isinstance(each.month, Month):
            raise errors.WrongType("History", f"{each!r} is no month's record", "give MonthRecords, or use History.of")
    if not records:
        raise errors.MissingFact("History", "it has no month", "give at least one")
    records = sorted(map(plain, records), key=lambda each: each.month)
    faults = [fault for each in records for fault in faults_of(each)]
    by_month = {each.month: each for each in records}
    if len(by_month) < len(records):
        twice = (each.month for each, following in pairwise(records) if each.month == following.month)
        faults.append(errors.OverlappingMonths("History", f"{runs_text(twice)} told twice", "keep one of them"))
    errors.raise_together("History", faults)
    span = months(records[0].month, records[-1].month)
    return tuple(by_month.get(month) or MonthRecord(month) for month in span)


def plain(record: MonthRecord) -> MonthRecord:
    """Words made members, integers plain, the pay taken from the participant."""
    who, wage, income = record.participant, record.wage, record.income
    if isinstance(who, WageEarner | Trainee) and wage is None:
        wage = who.wage
    if isinstance(who, SelfEmployed) and income is None:
        income = who.income
    return MonthRecord(
        record.month,
        lenient(MonthState, record.state),
        None if wage is None else lenient_int(wage),
        None if income is None else lenient_int(income),
        record.paid_on,
        who,
    )


def faults_of(record: MonthRecord) -> Iterator[errors.JamsostekError | None]:
    """What is wrong with a month's record."""
    month, state, wage, income, paid_on, who = record
    at = str(month)
    yield choice_error(errors.UnknownKind, f"{at} state", MonthState, state)
    yield date_error(f"{at} paid_on", paid_on)
    if wage is not None:
        yield amount_error(f"{at} wage", wage)
    if income is not None:
        yield amount_error(f"{at} income", income, may_be_zero=True)
    if wage is not None and income is not None:
        yield errors.Contradiction(at, "a wage and an income", "give the wage of an employee or the income of others")
    if state is MonthState.NOT_OWED and (wage, income) != (None, None):
        yield errors.Contradiction(at, "nothing was owed, yet there is pay", "leave one of them out")
    if paid_on is not None and state is not MonthState.PAID:
        yield errors.Contradiction(at, f"paid on {paid_on}, yet not recorded as paid", 'give state="paid"')
    if who is None:
        return
    if not isinstance(who, WageEarner | SelfEmployed | Trainee):
        yield errors.WrongType(f"{at} participant", f"{who!r} takes no part", "give a participant, or None")
    elif (who.income if isinstance(who, SelfEmployed) else who.wage) not in (wage, income):
        yield errors.Contradiction(at, "the pay differs from the participant's", "give it once")


@frozen(repr=False)
class History:
    """The months of a membership (riwayat iuran), each paid, unpaid, not owed or (None) not known; immutable.

    It runs without holes from its first to its last month: a month that nobody recorded is not known, which is not
    unpaid. Before the first month nothing was owed; after the last nothing is known. A month recorded as paid without a
    day counts as paid in time. Raises ``OverlappingMonths``, ``Contradiction``, ``MissingFact``, an ``…Amount`` error,
    ``NotADate``, ``UnknownKind``, several as ``SeveralErrors``.

    >>> history = History.unbroken("2018-01", "2025-05", wage=4_000_000)
    >>> int(history.count("paid")), int(history.last_months(24).count("paid")), int(history.current("unpaid"))
    (89, 24, 0)
    """

    records: tuple[MonthRecord, ...] = field(converter=_complete)

    @classmethod
    def unbroken(
        cls,
        first: Month | str,
        last: Month | str,
        *,
        wage: int | None = None,
        income: int | None = None,
        participant: Participant | None = None,
    ) -> History:
        """Every month from the first to the last paid, at the same wage or income (rupiah per month)."""
        span = months(first, last)
        facts = MonthState.PAID, wage, income, None, participant
        checked = _complete((MonthRecord(span[0], *facts),))[0]
        return _made(tuple(checked._replace(month=month) for month in span))

    @classmethod
    def rising(cls, first: Month | str, last: Month | str, *, wage: int, raised: Rate) -> History:
        """Every month paid, the wage raised by a yearly rate each January and rounded to whole rupiah: a projection.

        >>> [each.wage for each in History.rising("2025-12", "2026-02", wage=4_000_000, raised="6 %")]
        [4000000, 4240000, 4240000]
        """
        from ._history_rows import rising

        return _made(rising(first, last, wage, raised))

    @classmethod
    def of(
        cls,
        wages: Mapping[MonthLike, int | None] | None = None,
        *,
        incomes: Mapping[MonthLike, int | None] | None = None,
        state: MonthState | StateWord | None = None,
    ) -> History:
        """A history from wages (or incomes) by month; ``state`` is that of every month given, None: not known.

        >>> History.of({"2024-01": 4_000_000, "2024-03": 4_100_000}, state="paid").fill("unpaid").count("unpaid")
        Count(least=1, most=1)
        """
        rows = []
        for name, given in (("wage", wages), ("income", incomes)):
            if not isinstance(given, Mapping | None):
                raise errors.WrongType("History.of", f"{given!r} is no mapping", "give rupiah by month")
            rows += [{"month": month, name: pay, "state": state} for month, pay in (given or {}).items()]
        return cls.from_rows(rows)

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, Any]]) -> History:
        """A history from rows by name: ``month`` and, where known, ``state``, ``wage`` or ``income``, ``paid_on``.

        ``participant`` may be a participant or its dictionary. Days may be texts YYYY-MM-DD.
        """
        from ._history_rows import from_rows

        return cls(from_rows(rows))

    @classmethod
    def from_csv(cls, path: str | PathLike[str]) -> History:
        """A history from a CSV file whose columns are named as those of ``from_rows``; an empty cell is not known."""
        from ._history_rows import from_csv

        return cls(from_csv(path))

    @classmethod
    def from_dict(cls, given: Mapping[str, Any]) -> History:
        """Rebuild an equal history from ``history.to_dict()``."""
        if not isinstance(given, Mapping) or given.get("schema") != HISTORY_SCHEMA:
            raise errors.WrongType("History.from_dict", "this is no history", f"its schema is {HISTORY_SCHEMA}")
        return cls.from_rows(given.get("months", ()))

    @property
    def first(self) -> Month:
        """The first month."""
        return self.records[0].month

    @property
    def last(self) -> Month:
        """The last month."""
        return self.records[-1].month

    def __len__(self) -> int:
        return len(self.records)

    def __iter__(self) -> Iterator[MonthRecord]:
        return iter(self.records)

    def __getitem__(self, month: Month | str) -> MonthRecord:
        """The record of a month, within the history or outside it."""
        at = as_month(month)
        if at < self.first:
            return MonthRecord(at, MonthState.NOT_OWED)
        return MonthRecord(at) if at > self.last else self.records[at - self.first]

    def __add__(self, other: History) -> History:
        """Two histories as one; the months between them are not known. Raises ``OverlappingMonths``.

        A month of which only one of them tells anything is as that one tells it.
        """
        if not isinstance(other, History):
            raise errors.WrongType("History + other", f"{other!r} is no history", "add a History")
        told = [each for each in (*self.records, *other.records) if each != MonthRecord(each.month)]
        ends = [MonthRecord(month) for each in (self, other) for month in (each.first, each.last)]
        known = {each.month for each in told}
        return History((*told, *{each.month: each for each in ends if each.month not in known}.values()))

    def window(self, first: Month | str, last: Month | str) -> History:
        """The same record from one month to another, both included, also where it reaches outside the history."""
        start, end = as_month(first, "first"), as_month(last, "last")
        return _made(tuple(map(self.__getitem__, months(start, end))))

    def last_months(self, count: int, until: Month | str | None = None) -> History:
        """The window of so many months that ends with ``until`` (None: with the last month)."""
        number_of = whole(count)
        if number_of is None or number_of < 1:
            raise errors.WrongType("last_months", f"{count!r} is no number of months", "give an int from 1")
        end = self.last if until is None else as_month(until, "until")
        return self.window(end - (number_of - 1), end)

    def as_of(self, day: date) -> History:
        """The record as it stood on a day: months that were paid after it are unpaid.

        Months paid on a day that was not recorded are not known where they fell due after it: they may have been paid
        by then, and need not.
        """
        errors.raise_together("as_of", (date_error("as_of", day, needed=True),))
        return _made(tuple(_as_of(each, day) for each in self.records))

    def fill(self, state: MonthState | StateWord) -> History:
        """The same record with every month whose state is not known put in this state."""
        return History(
            tuple(each if each.state is not None else each._replace(state=_state(state)) for each in self.records)
        )

    def count(self, state: MonthState | StateWord) -> Count:
        """How many months are in a state."""
        wanted = _state(state)
        sure = sum(each.state is wanted for each in self.records)
        return Count(sure, sure + sum(each.state is None for each in self.records))

    def longest(self, state: MonthState | StateWord) -> Count:
        """The longest run of months in a state."""
        return Count(*(longest for longest, _ in self._lengths(state)))

    def current(self, state: MonthState | StateWord) -> Count:
        """The run of months in a state that ends with the last month; 0 where the last month is in another."""
        return Count(*(last for _, last in self._lengths(state)))

    def _lengths(self, state: MonthState | StateWord) -> Iterator[tuple[int, int]]:
        """The longest run in a state and the last one: months not known counting as in another, then as in it."""
        wanted = _state(state)
        for also in (wanted, None):
            longest = run = 0
            for each in self.records:
                run = run + 1 if each.state is wanted or each.state is also else 0
                longest = max(longest, run)
            yield longest, run

    @property
    def runs(self) -> tuple[Run, ...]:
        """The history as runs of months in the same state."""
        found = []
        for state, group in groupby(self.records, key=lambda each: each.state):
            run = list(group)
            found.append(Run(run[0].month, run[-1].month, state))
        return tuple(found)

    @property
    def gaps(self) -> tuple[Run, ...]:
        """The runs in which nothing was owed or nothing is known."""
        return tuple(run for run in self.runs if run.state in (None, MonthState.NOT_OWED))

    def explain(self, lang: Lang = "en") -> str:
        """The history as a calendar: a row for each year, a sign for each month."""
        unknown = {"en": "not known", "id": "tidak diketahui"}[check_lang(lang)]
        lines = [f"{year}  {' '.join(signs)}".rstrip() for year, signs in [("    ", _INITIALS), *self._years()]]
        words = [f"{sign} {unknown if state is None else state.label(lang)}" for state, sign in _SIGNS.items()]
        return "\n".join([*lines, ", ".join(words)])

    def _years(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for year, group in groupby(self.records, key=lambda each: each.month.index // 12):
            signs = {each.month.index % 12: _SIGNS[each.state] for each in group}
            yield str(year), tuple(signs.get(at, " ") for at in range(12))

    def to_dict(self) -> dict[str, Any]:
        """The known facts as JSON-safe values; ``History.from_dict`` rebuilds an equal history."""
        from ._history_rows import told

        return {"schema": HISTORY_SCHEMA, "months": [told(each) for each in self.records]}

    def __repr__(self) -> str:
        known = ((state.label_en, sum(each.state is state for each in self)) for state in MonthState)
        counts = [f"{count} {label}" for label, count in known if count]
        unknown = sum(each.state is None for each in self)
        counts += [f"{unknown} not known"] if unknown else []
        return f"<History {self.first} – {self.last}: {', '.join(counts)}>"

    def _repr_html_(self) -> str:
        from ._html import rows_html

        rows: list[tuple[str, ...]] = [(year, *signs) for year, signs in self._years()]
        return rows_html(("year", *_INITIALS), rows, [self.explain().splitlines()[-1]])


def _as_of(record: MonthRecord, day: date) -> MonthRecord:
    """A month as it stood on a day."""
    if record.paid_on is not None:
        return record if record.paid_on <= day else record._replace(state=MonthState.UNPAID, paid_on=None)
    return record._replace(state=None) if record.state is MonthState.PAID and _due_after(record, day) else record


def _due_after(record: MonthRecord, day: date) -> bool:
    """Whether a month fell due after a day."""
    from ._law import LAW
    from .payment import law as tables
    from .payment.rules import nominal_day, table_of_due

    table = tables.DUE_OF_EMPLOYERS if record.income is None else tables.DUE_OF_SELF_EMPLOYED
    if record.participant is not None:
        table = table_of_due(Programme.JKK, record.participant)
    row = LAW.find(table, LAW.moment(record.month))
    due = record.month.last_day if row is None else nominal_day(row.value, record.month)
    return due > day


def _made(records: tuple[MonthRecord, ...]) -> History:
    """A history of records that are known to be complete and in order."""
    history = History.__new__(History)
    object.__setattr__(history, "records", records)
    return history


def _state(word: MonthState | str) -> MonthState:
    fault = choice_error(errors.UnknownKind, "state", MonthState, lenient(MonthState, word))
    if fault is not None or word is None:
        raise fault or errors.UnknownKind("state", "None is no state", f"choose one of {', '.join(MonthState)}")
    return MonthState(word)
