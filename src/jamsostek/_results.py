"""Results: lines and bills as frozen values; everything that can be derived is derived on access."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from attrs import field, frozen

from . import errors
from ._citations import Citation, Grade, weakest, weakest_of
from ._dated import Row
from ._facts import Asked
from ._kinds import Lang, Payer, Programme, check_lang
from ._law import Law, Mark
from ._money import Rounding
from ._months import Month
from ._people import Participant, WageEarner
from ._plans import LinePlan
from ._programmes import Enrolment, Standing, Status
from ._readings import Reading
from ._reliefs import Examined, Relief
from ._schedules import Flat, ReferenceIncome, falls_between
from .readings import CONTRIBUTION_ROUNDING, INCOME_BETWEEN_BRACKETS, MONTH_OF_CHANGE, TRAINEE_BASE

if TYPE_CHECKING:
    from ._assumed import Assumption
    from .jkp.rules import JkpSplit


class Applied(NamedTuple):
    """A relief applied to a line, with the version of law that gives its factor (the share that remains due)."""

    relief: Relief
    row: Row[Fraction]


@frozen
class Line:
    """One line of a bill: what one payer owes for one programme.

    ``amount`` is whole rupiah. ``given`` is the wage or income as it was given, ``counted`` what counts of it (for a
    fixed sum: the sum), ``rate`` the share of it. ``rate_row`` and ``base_row`` are the versions of law they come from
    (``base_row`` None where the wage counts as it is), ``reliefs`` what was applied in order.
    """

    plan: LinePlan = field(repr=False, eq=False)
    payer: Payer
    amount: int
    given: int
    counted: int
    rate: Fraction
    rate_row: Row[Any] = field(repr=False)
    base_row: Row[Any] | None = field(repr=False)
    because_row: Row[bool] | None = field(repr=False)
    reliefs: tuple[Applied, ...]

    @property
    def programme(self) -> Programme:
        """The programme of the line."""
        return self.plan.programme

    @property
    def exact(self) -> Fraction:
        """The amount before rounding."""
        exact = self.counted * self.rate
        for applied in self.reliefs:
            exact *= applied.row.value
        return exact

    @property
    def rows(self) -> tuple[Row[Any], ...]:
        """The versions of law that the line rests on, in order."""
        rows = (self.because_row, self.base_row, self.rate_row, *(applied.row for applied in self.reliefs))
        return tuple(row for row in rows if row is not None)

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The citations behind the line, in order, each once."""
        return tuple(dict.fromkeys(cite for row in self.rows for cite in row.cites))

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The open questions that touched this line."""
        found: list[Reading] = []
        schedule = self.plan.schedule
        base = None if isinstance(schedule, Flat) else schedule.base
        if self.plan.because is not None:
            found.append(TRAINEE_BASE)
        elif self.base_row and isinstance(base, ReferenceIncome) and falls_between(self.given, self.base_row.value):
            found.append(INCOME_BETWEEN_BRACKETS)
        if self.exact.denominator != 1:
            found.append(CONTRIBUTION_ROUNDING)
        return tuple(found)

    @property
    def evidence(self) -> Grade:
        """The weakest grade that the line's law rests on, rounding apart; GIVEN where a value is the caller's own."""
        return weakest(self.basis)

    def __str__(self) -> str:
        return f"{self.programme} {self.payer}: {self.amount}"


@frozen(repr=False)
class Bill:
    """What is due for one participant in one contribution month, line by line, with the law behind each line.

    ``total``, ``employer``, ``worker`` are whole rupiah. ``bill["JP", "worker"]`` is a line, ``bill["JKK"]`` the sum of
    a programme; both raise ``NoSuchLine`` where the bill has none. A bill says what is owed, not what was paid.
    """

    participant: Participant
    month: Month
    law: Law
    lines: tuple[Line, ...]
    enrolment: Enrolment = field(repr=False, eq=False)
    examined: tuple[Examined, ...] = field(repr=False)

    @property
    def total(self) -> int:
        """All lines together, rupiah."""
        return sum(line.amount for line in self.lines)

    @property
    def employer(self) -> int:
        """What the employer owes, rupiah; 0 where no employer pays."""
        return self.by_payer.get(Payer.EMPLOYER, 0)

    @property
    def worker(self) -> int:
        """What is taken from the worker's wage, rupiah; 0 where nothing is."""
        return self.by_payer.get(Payer.WORKER, 0)

    @property
    def by_programme(self) -> dict[Programme, int]:
        """Rupiah per programme."""
        return _sums((line.programme, line.amount) for line in self.lines)

    @property
    def by_payer(self) -> dict[Payer, int]:
        """Rupiah per payer."""
        return _sums((line.payer, line.amount) for line in self.lines)

    @overload
    def __getitem__(self, key: str) -> int: ...
    @overload
    def __getitem__(self, key: tuple[str, str]) -> Line: ...
    def __getitem__(self, key: str | tuple[str, str]) -> int | Line:
        """A programme's sum by its name, or a line by programme and payer."""
        for line in self.lines:
            if key == (line.programme, line.payer):
                return line
        if isinstance(key, str) and key in (sums := self.by_programme):
            return sums[Programme(key)]
        have = ", ".join(f'["{line.programme}", "{line.payer}"]' for line in self.lines) or "none"
        raise errors.NoSuchLine("bill", f"{key!r} is not in it", f"it has {have}; or a programme alone for its sum")

    def __contains__(self, key: object) -> bool:
        """Whether the bill has a programme, a line by programme and payer, or this very line."""
        return any(key in (line.programme, (line.programme, line.payer), line) for line in self.lines)

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """For every programme: compulsory, optional, closed or automatic, and whether it is on the bill."""
        return self.enrolment.standings()

    @property
    def left_out(self) -> tuple[Programme, ...]:
        """The compulsory programmes that the bill does not have, because the caller named others."""
        return tuple(
            each.programme for each in self.standings if each.status is Status.COMPULSORY and not each.enrolled
        )

    @property
    def closed(self) -> tuple[Standing, ...]:
        """The programmes that the participant's own facts close, though the duty has them."""
        barred = {bar.programme for bar in self.enrolment.bars} & self.enrolment.duty.must
        return tuple(each for each in self.standings if each.programme in barred)

    @property
    def possible(self) -> tuple[Examined, ...]:
        """The reliefs that could apply and hang on a fact that was not given (``verdict.missing``)."""
        return tuple(each for each in self.examined if each.verdict.missing)

    @property
    def assumed(self) -> tuple[Assumption, ...]:
        """The defaults that were taken for granted, each with the fact that would change it."""
        from ._assumed import assumptions

        return assumptions(self)

    @property
    def jkp(self) -> JkpSplit | None:
        """How JKP is funded out of this bill, for information; None before JKP and for whom it does not exist.

        It never changes what employer and worker pay.
        """
        from .jkp.rules import split

        if self.enrolment.jkp() is None or not isinstance(self.participant, WageEarner):
            return None
        sums, jkk = self.by_programme, next((line for line in self if line.programme is Programme.JKK), None)
        return split(
            self._asked,
            wage=self.participant.wage,
            risk_group=self.participant.risk_group or 0,
            jkk=sums.get(Programme.JKK, 0),
            jkm=sums.get(Programme.JKM, 0),
            relieved=jkk is not None and bool(jkk.reliefs),
        )

    @property
    def _asked(self) -> Asked:
        return Asked(self.participant, self.month, self.law.moment(self.month), self.law, self.enrolment.enrolled)

    @property
    def rounding(self) -> Rounding:
        """How amounts became whole rupiah."""
        return Rounding(self.law.option(CONTRIBUTION_ROUNDING))

    @property
    def deciding(self) -> tuple[Reading, ...]:
        """The open questions of law that the amounts hang on, each once."""
        from ._conditions import touched

        asked = self._asked
        by_relief = (
            reading
            for each in self.examined
            for condition in [each.relief.condition_for(self.participant.type_name)]
            if condition is not None
            for reading in touched(condition, asked)
        )
        by_line = (reading for line in self.lines for reading in line.readings)
        used = [self.enrolment.table, *(table for line in self.lines for table in line.plan.tables)]
        by_month = (MONTH_OF_CHANGE,) if any(self.law.changes_inside(table, self.month) for table in used) else ()
        return tuple(dict.fromkeys((*self.enrolment.readings, *by_line, *by_relief, *by_month)))

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The open questions of law that touched this bill, its funding of JKP included, each once."""
        jkp = self.jkp
        return tuple(dict.fromkeys((*self.deciding, *(() if jkp is None else jkp.readings))))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What else is to be known: a what-if, a month past the last check of the law, values assumed unchanged."""
        rows = (self.enrolment.row, *(row for line in self.lines for row in line.rows))
        return self.law.marks(rows, self.law.moment(self.month))

    @property
    def evidence(self) -> Grade:
        """The weakest grade among the lines and the readings they hang on, the rounding to whole rupiah left out.

        A bill without lines rests on the duty that says so.
        """
        grades = [line.evidence for line in self.lines] or [weakest(self.enrolment.row.cites)]
        grades += [
            reading[self.law.option(reading)].grade for reading in self.deciding if reading is not CONTRIBUTION_ROUNDING
        ]
        return weakest_of(grades)

    def explain(self, lang: Lang = "en") -> str:
        """Every line with its formula, the numbers put in, the result and the article of law (``lang="id"`` too)."""
        from ._render import explain

        return explain(self, check_lang(lang))

    def to_dict(self) -> dict[str, Any]:
        """The bill as JSON-safe values, with the schema's name and version under ``schema``."""
        from ._serial import bill_to_dict

        return bill_to_dict(self)

    def _repr_html_(self) -> str:
        from ._html import bill_html

        return bill_html(self)

    def __repr__(self) -> str:
        lines = ", ".join(f"{line.programme} {line.payer} {line.amount}" for line in self.lines)
        return f"<Bill {self.month} {self.participant.type_name}: {lines}; total {self.total}>"


def _sums(pairs: Iterable[tuple[Any, int]]) -> dict[Any, int]:
    sums: dict[Any, int] = {}
    for key, amount in pairs:
        sums[key] = sums.get(key, 0) + amount
    return sums
