"""The law in force as a value: tables with overrides, readings, assumptions, the evidence asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from attrs import evolve, field, frozen

from . import errors
from ._citations import Citation, Grade, as_grade
from ._dated import Clock, Dated, Horizon, Moment, Row, first_day, last_day
from ._kinds import Lang
from ._months import Month
from ._readings import Reading
from ._reliefs import Relief
from .instruments import WHAT_IF
from .readings import MONTH_OF_CHANGE
from .units import RATE, SHARE

if TYPE_CHECKING:
    from ._rates import Rate

T = TypeVar("T")


class Mark(NamedTuple):
    """Something else to be known of a result."""

    text_en: str
    text_id: str

    def text(self, lang: Lang = "en") -> str:
        """The mark in the language asked for."""
        return self.text_id if lang == "id" else self.text_en


class Override(NamedTuple):
    """A what-if: another value of one table from ``since`` to ``until`` (None: from then on).

    ``derived_from`` names the yearly series that a scenario worked the value out of, None where the caller set it.
    """

    table: str
    since: date
    until: date | None
    value: object
    derived_from: str | None = None


@frozen
class Law:
    """The law that an answer rests on; immutable, each method returns another law.

    ``checked_until`` is the day up to which the texts were checked: what lies past it is marked in the results.
    ``required`` is the weakest grade of evidence that an amount may rest on, None for any; ``reliefs`` are those that
    the caller added to the ones in force.

    >>> import jamsostek as js
    >>> law = js.LAW.override(js.jp.WAGE_CEILING, since="2027-03", value=15_000_000)
    >>> js.contributions(js.WageEarner(wage=20_000_000, risk_group=1), month="2027-03", law=law)["JP", "worker"].amount
    150000
    """

    checked_until: date
    overrides: tuple[Override, ...] = ()
    assumed_unchanged: frozenset[str] = frozenset()
    required: Grade | None = None
    reliefs: tuple[Relief, ...] = ()
    _tables: tuple[Dated[Any], ...] = field(default=(), eq=False, repr=False)
    _options: tuple[tuple[str, str], ...] = ()

    def override(
        self,
        table: Dated[T],
        *,
        since: str | date | Month,
        value: T | str,
        until: str | date | Month | None = None,
    ) -> Law:
        """The law with another value of a table from ``since`` on, or to ``until`` where that is given.

        ``since`` and ``until`` are months ("2027-03") or dates; a yearly rate or a share may be a text, "5 %". Raises
        ``InvalidTable`` for a value of the wrong kind, ``FloatRate``, ``ImpossibleRate`` for a rate, ``Contradiction``
        for a series that other values were derived from (take ``jp.scenario``).
        """
        _check_table("override", table)
        start, end = first_day(since), None if until is None else last_day(until)
        given: object = value
        if table.unit is RATE or (table.unit is SHARE and isinstance(value, str)):
            from ._rates import as_rate

            given = as_rate(cast("Rate", value), f"override {table.name}")
        plain = cast("T", given)
        self._check_derived("override", (Override(table.name, start, end, plain),))
        cites = (Citation(WHAT_IF, "whole", Grade.GIVEN),)
        changed = self.table(table).with_value(start, end, plain, cites)
        return evolve(
            self,
            overrides=(*self.overrides, Override(table.name, start, end, plain)),
            tables=(*(other for other in self._tables if other.name != table.name), changed),
        )

    def scenario(self, table: Dated[Fraction], rates: Mapping[int, Rate]) -> Law:
        """The law with other values of a yearly series: ``rates`` by calendar year, as fractions or texts "5 %".

        Years that are not named keep what is known of them; past the last year nothing is. For one rate from a year on
        use ``override``. Raises ``WrongType``, ``FloatRate``, ``ImpossibleRate`` with the year, several as
        ``SeveralErrors``, and ``Contradiction`` for a series that other values were derived from (``jp.scenario``
        derives them again).
        """
        from ._scenarios import scenario

        _check_table("scenario", table)
        changed, overrides = scenario(self.table(table), rates)
        self._check_derived("scenario", overrides)
        return evolve(
            self,
            overrides=(*self.overrides, *overrides),
            tables=(*(other for other in self._tables if other.name != table.name), changed),
        )

    def derive(self, table: Dated[T], values: Iterable[Override]) -> Law:
        """The law with these derived values of a table in place of those that were derived before.

        What the caller set himself stays and goes before them.
        """
        cites = (Citation(WHAT_IF, "whole", Grade.GIVEN),)
        derived = tuple(values)
        kept = tuple(each for each in self.overrides if each.table != table.name or each.derived_from is None)
        changed: Dated[Any] = table
        for each in (*derived, *(given for given in kept if given.table == table.name)):
            changed = changed.with_value(each.since, each.until, each.value, cites)
        others = (other for other in self._tables if other.name != table.name)
        return evolve(self, overrides=(*kept, *derived), tables=(*others, changed))

    def _check_derived(self, where: str, changes: tuple[Override, ...]) -> None:
        """Refuse to change a rate while the next year's values that were derived from it would stay as they were."""
        stale = dict.fromkeys(
            (each.table, change.table)
            for each in self.overrides
            if each.derived_from is not None
            for change in changes
            if each.derived_from == change.table
            and change.since.year < each.since.year <= (each.since if change.until is None else change.until).year + 1
        )
        if stale:
            tables = ", ".join(table for table, _ in stale)
            what = f"{tables} of later years were derived from other values of {changes[0].table}"
            raise errors.Contradiction(where, what, "take jp.scenario, which derives them again")

    def reading(self, reading: Reading, option: str) -> Law:
        """The law with another answer to an open question. Raises ``UnknownOption``."""
        if not isinstance(reading, Reading):
            raise errors.WrongType(
                "reading", f"a {type(reading).__name__} is no reading", "give one of jamsostek.readings"
            )
        options = {**self.options, reading.name: reading[option].name}
        return evolve(self, options=tuple(sorted(options.items())))

    def assume_unchanged(self, *tables: Dated[Any]) -> Law:
        """The law in which tables that end keep their last value: those announced by year, those replaced since.

        Results say so.
        """
        for table in tables:
            _check_table("assume_unchanged", table)
        return evolve(self, assumed_unchanged=self.assumed_unchanged | {table.name for table in tables})

    def add_relief(self, relief: Relief) -> Law:
        """The law with one more relief, made of the parts in ``jamsostek.conditions``. Raises ``WrongType``."""
        if not isinstance(relief, Relief):
            raise errors.WrongType("add_relief", f"a {type(relief).__name__} is no relief", "give a jamsostek.Relief")
        return evolve(self, reliefs=(*self.reliefs, relief))

    def require(self, grade: Grade | str) -> Law:
        """The law that refuses amounts resting on weaker evidence than ``grade`` (``EvidenceTooWeak``)."""
        return evolve(self, required=as_grade(grade))

    def check_evidence(self, where: str, found: Iterable[tuple[str, Grade]]) -> None:
        """Raise ``EvidenceTooWeak`` for whatever rests on weaker evidence than this law requires, each thing once."""
        if self.required is None:
            return
        rank = self.required.rank
        weak = dict.fromkeys((what, grade) for what, grade in found if grade.rank > rank)
        mend = "take law.require with a weaker grade, or choose another option with law.reading"
        errors.raise_together(
            where,
            (
                errors.EvidenceTooWeak(what, f"it rests on evidence {grade}, not {self.required}", mend)
                for what, grade in weak
            ),
        )

    def option(self, reading: Reading) -> str:
        """The option of a reading that this law takes."""
        return self.options.get(reading.name, reading.default) if self._options else reading.options[0].name

    @property
    def options(self) -> dict[str, str]:
        """The readings that were chosen, by name; every other one stands at its default."""
        return dict(self._options)

    def table(self, table: Dated[T]) -> Dated[T]:
        """A table as this law has it, overrides included."""
        return next((changed for changed in self._tables if changed.name == table.name), table)

    def moment(self, month: Month) -> Moment:
        """The moment that chooses the versions for a contribution month."""
        whole = self.option(MONTH_OF_CHANGE) == "that_month"
        return Moment(Clock.CONTRIBUTION_MONTH, month.last_day if whole else month.first_day)

    def find(self, table: Dated[T], moment: Moment) -> Row[T] | None:
        """The version of a table at a moment, None where it has none."""
        return (self.table(table) if self._tables else table).find(moment)

    def row(self, table: Dated[T], moment: Moment) -> Row[T]:
        """The version of a table at a moment.

        Raises ``BeforeLaw`` before the first version, ``NotAnnounced`` past the last announced period and
        ``LawChanged`` where a regulation that was not read has replaced the last one.
        """
        if self._tables:
            table = self.table(table)
        found = table.find(moment)
        if found is not None:
            return found
        last = table.rows[-1]
        if moment.on < table.rows[0].since:
            unread = [each.number for each in table.unread if (each.in_force or moment.on) <= moment.on]
            if unread:
                raise errors.BeforeLaw(
                    table.name,
                    f"what {unread[-1]} says, which governs {moment.on}, was not read",
                    f"override {table.name} from then up to {table.rows[0].since - timedelta(days=1)}",
                )
            raise errors.BeforeLaw(
                table.name,
                f"{moment.on} lies before the first version, in force from {table.rows[0].since}",
                "ask for a later date",
            )
        if table.horizon in (Horizon.YEARLY, Horizon.REPLACED) and table.name in self.assumed_unchanged:
            return last
        if table.horizon is Horizon.REPLACED:
            module, by = table.name.partition(".")[0], f" ({table.successor.number})" if table.successor else ""
            raise errors.LawChanged(
                table.name,
                f"the law changed after {last.until}{by}, and what governs {moment.on} was not read",
                f"take law.assume_unchanged(*{module}.TABLES), or override the table from then on",
            )
        raise errors.NotAnnounced(
            table.name,
            f"nothing is announced past {last.until}, and {moment.on} lies after it",
            f"override the table from then on, or take law.assume_unchanged({table.name})",
        )

    def changes_inside(self, table: Dated[Any], month: Month) -> bool:
        """Whether a version of a table begins inside a month, not on its first day."""
        return any(found.since.day > 1 and Month.of(found.since) == month for found in self.table(table).rows)

    def marks(self, rows: tuple[Row[Any], ...], moment: Moment) -> tuple[Mark, ...]:
        """What is to be said of versions used at a moment: past the check, assumed unchanged."""
        notes = []
        changed = [each.table for each in self.overrides if each.since <= moment.on <= (each.until or moment.on)]
        changed += [relief.name for relief in self.reliefs]
        if changed:
            notes.append(what_if(changed))
        if moment.on > self.checked_until and Month.of(moment.on) > Month.of(self.checked_until):
            text = f"law as checked to {self.checked_until}", f"hukum diperiksa sampai {self.checked_until}"
            notes.append(Mark(*text))
        if any(found.until is not None and found.until < moment.on for found in rows):
            notes.append(Mark("last known value, assumed unchanged", "nilai terakhir yang diketahui, dianggap tetap"))
        return tuple(notes)


def what_if(tables: Iterable[str]) -> Mark:
    """That something is no law: which tables or reliefs the caller set."""
    names = ", ".join(dict.fromkeys(tables))
    return Mark(f"what-if, not the law as it stands: {names}", f"andaian, bukan hukum yang berlaku: {names}")


def _check_table(where: str, table: object) -> None:
    if not isinstance(table, Dated):
        raise errors.WrongType(
            where, f"a {type(table).__name__} is no table", "give the table itself, such as js.jp.WAGE_CEILING"
        )


LAW = Law(checked_until=date(2026, 11, 20))
