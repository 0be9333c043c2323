"""What compounds over years, person by person: the exact rules of JHT and JP on the numbers of each year."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .. import errors
from .._history import MonthState
from .._law import Law
from .._months import Month
from ..jht.accrual import Terms, Walk
from ..jht.savings_law import CREDITED_RATE
from ..jp.benefit_law import INFLATION
from ..jp.formulas import PensionsOfYear
from ..jp.record import YearOfWages
from ..jp.rules import pension_age_reached
from ._contributions import ERROR, OK
from ._years import AMOUNTS, DIGIT, REDUCED, YEAR

SUMS = tuple(name for name in AMOUNTS if name != "jp_wages")
RESULTS = (*SUMS, "jht_credited", "jht_balance", "jp_pension")
PARTIAL = "partial"  # right, but for what hangs on a value that is not announced
TWICE = f"month: {errors.OverlappingMonths.__name__}"
_JHT = slice(SUMS.index("jht_employer"), SUMS.index("jht_participant") + 1)
_ONES: int = sum(DIGIT**month for month in range(12))


class Years(NamedTuple):
    """The years of a person in order, as rows were reduced to them: of each number those of all years."""

    year: list[int]
    months: list[int]
    pay: list[int]
    jht_employer: list[int]
    jht_worker: list[int]
    jht_participant: list[int]
    jp_employer: list[int]
    jp_worker: list[int]
    jp_months: list[int]
    jp_wages: list[int]
    weighted: list[int]
    late: list[int]
    present: list[int]
    months_paid: list[int]
    unknown: list[int]
    rows: list[int]
    fault: list[int]
    born_first: list[int]
    born_last: list[int]
    born_known: list[int]


assert Years._fields == (YEAR, *REDUCED)


class Worked(NamedTuple):
    """What a person's years come to, in the order of ``RESULTS``, None for what cannot be said; status and reason."""

    numbers: tuple[int | None, ...]
    status: str
    reason: str | None


_NOTHING = (None,) * len(RESULTS)


class Compounding:
    """Works out persons, one after the other, up to the end of a month under one law."""

    def __init__(self, until: Month, fill: MonthState | None, law: Law, words: tuple[str | None, ...]) -> None:
        self.until, self.fill, self.law, self.words = until, fill, law, words
        self.terms = Terms(law, until)
        self._pensions: dict[int, PensionsOfYear] = {}
        self._reached: dict[int, int] = {}

    def person(self, years: Years) -> Worked:
        """One person from all his years."""
        fault = self._fault(years)
        if fault is not None:
            return Worked(_NOTHING, ERROR, fault)
        sums = [sum(column) for column in years[1 : len(SUMS) + 1]]
        reason = credited = balance = pension = None
        try:
            balance = self._balance(years)
            credited = balance - sum(sums[_JHT])
        except errors.NotAnnounced:
            reason = _not_announced(CREDITED_RATE.name)
        try:
            pension = self._pension(years)
        except errors.NotAnnounced:
            reason = reason or _not_announced(INFLATION.name)
        status = OK if reason is None else PARTIAL
        return Worked((*sums, credited, balance, pension), status, reason)

    def _fault(self, years: Years) -> str | None:
        """What is wrong with a person's rows, None where nothing is."""
        fault = self.words[max(years.fault)]
        if fault is None and (max(years.rows) > 12 or any(months & ~_ONES for months in years.present)):
            fault = TWICE
        return fault or self._fault_of_birth(years) or self._fault_of_gaps(years)

    @staticmethod
    def _fault_of_birth(years: Years) -> str | None:
        days = {*years.born_first, *years.born_last} - {0}
        if len(days) > 1:
            return "born: Contradiction"
        if days and sum(years.born_known) < sum(years.months):
            return "born: MissingFact"
        return None

    def _fault_of_gaps(self, years: Years) -> str | None:
        if self.fill is None and any(years.unknown):
            return _UNKNOWN
        if self.fill in (None, MonthState.PAID) and has_holes(years):
            return _UNKNOWN if self.fill is None else "wage: MissingFact"
        return None

    def _balance(self, years: Years) -> int:
        """The JHT balance, rupiah."""
        walk = Walk(self.terms)
        paid = zip(years.year, *years[_JHT.start + 1 : _JHT.stop + 1], years.weighted, years.late, strict=True)
        for year, employer, worker, own, weighted, late in paid:
            if late:
                following = walk.flow(year + 1)
                following.own += late
                following.weighted += late * self.terms.elapsed(year + 1)
            if weighted:
                flow = walk.flow(year)
                flow.own += employer + worker + own - late
                flow.weighted += weighted
        return walk.balance()

    def _pension(self, years: Years) -> int:
        """What the formula gives for the months that count, rupiah a month; 0 where there is none."""
        born, last = years.born_first[0], self.until.index
        year = ((min(last, self._month_reached(born)) if born else last) + 1) // 12
        counted = zip(years.year, years.jp_months, years.jp_wages, strict=True)
        wages = [YearOfWages(*each) for each in counted if each[1] and each[0] <= year]
        if not wages:
            return 0
        if year not in self._pensions:
            self._pensions[year] = PensionsOfYear(year, self.law)
        return self._pensions[year].amount(wages, sum(each.months for each in wages))

    def _month_reached(self, born: int) -> int:
        """The index of the month in which the pension age is reached, of a day of birth yyyymmdd."""
        found = self._reached.get(born)
        if found is None:
            day = date(born // 10_000, born // 100 % 100, born % 100)
            found = self._reached[born] = Month.of(pension_age_reached(day, law=self.law)).index
        return found


def _not_announced(table: str) -> str:
    return f"{table}: {errors.NotAnnounced.__name__}"


_UNKNOWN = "history: MissingFact"


def has_holes(years: Years) -> bool:
    """Whether a month between the first and the last is not there."""
    first, last = years.present[0], years.present[-1]
    if years.year[-1] - years.year[0] + 1 != len(years.year):
        return True
    from_first = ~((first & -first) - 1)
    to_last = (1 << last.bit_length()) - 1
    if len(years.present) == 1:
        return _ONES & from_first & to_last != first
    between = years.present[1:-1]
    return _ONES & from_first != first or _ONES & to_last != last or any(months != _ONES for months in between)
