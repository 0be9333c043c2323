"""What scholarships come to: for each child and school year, for each pair of children, altogether."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from attrs import field, frozen

from .. import errors
from .._assumed import Assumption
from .._cases import Case, Event
from .._citations import Citation, Grade, weakest_of
from .._dated import Clock, Moment, Row
from .._kinds import Lang, Programme, check_lang
from .._law import Law, Mark
from .._money import number
from .._readings import Reading
from .._verdict import Fact, State, Verdict
from . import law as tables
from .gates import Gate
from .shapes import ChildSchedule, Grant, Year

SCHEMA = "jamsostek.scholarship/1"
CHOSEN = Fact("family.children.chosen", "which children draw", "anak yang menerima")


class Pair(NamedTuple):
    """Children who may draw together, with what they come to in rupiah; ``total`` None while facts are missing."""

    children: tuple[ChildSchedule, ...]

    @property
    def total(self) -> int | None:
        """Rupiah of both whole paths, None while facts are missing."""
        found = 0
        for each in self.children:
            if each.total is None:
                return None
            found += each.total
        return found

    @property
    def at_least(self) -> int:
        """Rupiah owed in any case: the school year that runs."""
        return sum(each.at_least for each in self.children)

    @property
    def at_most(self) -> int:
        """The most rupiah that they can come to."""
        return sum(each.at_most for each in self.children)

    def called(self, lang: Lang = "en") -> str:
        """The names of the children."""
        return ", ".join(each.called(lang) for each in self.children)


@frozen(repr=False)
class Schedule:
    """The scholarships after an event: whether they are owed, for which children, in which school years.

    ``total`` is rupiah if every child goes on one grade a year to the end of its path, None while facts are missing;
    ``at_least`` what is owed in any case (the school year that runs), ``at_most`` its bound. ``children`` are all
    children, ``drawing`` those who draw (None: the family has to choose), ``pairs`` the choices left. ``once`` is
    the single sum of the first version, None in the second. ``schedule[2026]`` is what comes in the school year
    2026/2027.
    """

    case: Case
    gate: Gate
    verdict: Verdict
    grant: Grant | None = field(default=None, kw_only=True)
    once: int | None = field(default=None, kw_only=True)
    children: tuple[ChildSchedule, ...] = field(default=(), kw_only=True)
    drawing: tuple[ChildSchedule, ...] | None = field(default=(), kw_only=True)
    pairs: tuple[Pair, ...] = field(default=(), kw_only=True)
    most: int | None = field(default=None, kw_only=True)
    _touched: tuple[Reading, ...] = field(default=(), kw_only=True)

    @property
    def event(self) -> Event:
        """What happened."""
        return self.case.event

    @property
    def programme(self) -> Programme:
        """The programme that gives the scholarship: JKK where work caused the event, else JKM."""
        return self.gate.gateway.programme

    @property
    def law(self) -> Law:
        """The law it was computed with."""
        return self.case.law

    @property
    def total(self) -> int | None:
        """Rupiah altogether, if every child goes on to the end of its path; None while facts are missing."""
        if self.verdict.state is not State.ELIGIBLE:
            return 0 if self.verdict.state is State.NOT_ELIGIBLE else None
        if self.once is not None:
            return self.once
        return None if self.drawing is None else Pair(self.drawing).total

    @property
    def at_least(self) -> int:
        """Rupiah that is owed in any case."""
        if self.verdict.state is not State.ELIGIBLE:
            return 0
        if self.once is not None:
            return self.once
        if self.drawing is None:
            return min(pair.at_least for pair in self.pairs)
        return Pair(self.drawing).at_least

    @property
    def at_most(self) -> int:
        """The most rupiah that can be owed."""
        if self.verdict.state is State.NOT_ELIGIBLE:
            return 0
        if self.once is not None:
            return self.once
        if self.most is not None:
            return self.most
        if self.drawing is None:
            return max(pair.at_most for pair in self.pairs)
        return Pair(self.drawing).at_most

    @property
    def by_year(self) -> dict[int, int]:
        """Rupiah by school year, named by the year it starts in, if every child goes on; raises ``Undetermined``."""
        if self.total is None:
            facts = ", ".join(fact.label() for fact in self.missing)
            pairs = "; ".join(pair.called() for pair in self.pairs)
            what = f"it hangs on {facts}" + (f" ({pairs})" if self.drawing is None else "")
            mend = "give these facts (chosen=True for the children chosen), or look at the schedule of each child"
            raise errors.Undetermined("schedule", what, mend)
        found: dict[int, int] = {}
        for each in self.drawing or ():
            for start, amount in each.by_year.items():
                found[start] = found.get(start, 0) + amount
        return dict(sorted(found.items()))

    def __getitem__(self, start: int) -> int:
        """Rupiah in a school year, 0 where nothing is paid in it. Raises ``Undetermined``."""
        return self.by_year.get(start, 0)

    @property
    def missing(self) -> tuple[Fact, ...]:
        """The facts that could still change something, each once."""
        if self.verdict.state is State.NOT_ELIGIBLE:
            return ()
        found = list(self.verdict.missing)
        if self.drawing is None:
            found.append(CHOSEN)
        for each in self.told:
            found += each.missing
        return tuple(dict.fromkeys(found))

    @property
    def told(self) -> tuple[ChildSchedule, ...]:
        """The children whom the result rests on."""
        return self.drawing or self.children

    @property
    def assumed(self) -> tuple[Assumption, ...]:
        """What was taken for granted, each with the fact that would change it."""
        return tuple(dict.fromkeys((*self.gate.assumed, *(each for child in self.told for each in child.assumed))))

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The open questions of law that the result hangs on, each once."""
        found = [*self.gate.readings, *self._touched]
        found += [reading for each in self.children for reading in each.readings]
        return tuple(dict.fromkeys(found))

    @property
    def rows(self) -> tuple[Row[Any], ...]:
        """The rows of law that the sums rest on."""
        law, moment, gateway = self.law, self.gate.moment, self.gate.gateway
        once = law.find(gateway.one_off, moment)
        if once is not None:
            return (once,)
        found: list[Row[Any]] = [law.row(gateway.scale, moment), law.row(gateway.children, moment)]
        last = max((year.claim_on for each in self.children for year in each.years), default=None)
        if last is not None:
            found += [law.row(table, Moment(Clock.CLAIM, last)) for table in (tables.AGE_LIMIT, tables.CONDITIONS)]
        return tuple(found)

    @property
    def right(self) -> tuple[Citation, ...]:
        """The article that grants the scholarship."""
        return self.law.row(self.gate.gateway.right, self.gate.moment).cites

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The citations behind the result, in order, each once."""
        found = [cite for row in self.rows for cite in row.cites]
        found += self.right
        return tuple(dict.fromkeys(found))

    @property
    def evidence(self) -> Grade:
        """The weakest grade among the articles, the reasons and the readings that the result hangs on."""
        return weakest_of([grade for _, grade in self.grades()])

    def grades(self) -> Iterator[tuple[str, Grade]]:
        """What the result rests on, each with its grade."""
        yield from ((str(cite), cite.grade) for cite in self.basis)
        yield from ((str(reason.cite), reason.cite.grade) for reason in self.verdict.because)
        for reading in self.readings:
            yield f"reading {reading.name}", reading[self.law.option(reading)].grade

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What else is to be known: a what-if, school years past the last check of the law."""
        last = max((year.claim_on for each in self.told for year in each.years), default=self.gate.moment.on)
        return self.law.marks(self.rows, Moment(Clock.CLAIM, last))

    def rows_by_year(self) -> Iterator[tuple[int, tuple[tuple[ChildSchedule, Year], ...]]]:
        """Each school year with what the children attend and get in it."""
        found: dict[int, list[tuple[ChildSchedule, Year]]] = {}
        for each in self.told:
            for year in each.years:
                found.setdefault(year.start, []).append((each, year))
        for start in sorted(found):
            yield start, tuple(found[start])

    def table(self, lang: Lang = "en") -> str:
        """The school years as a table of text: what each child attends, what comes to it, the sum."""
        from .text import table

        return table(self, check_lang(lang))

    def explain(self, lang: Lang = "en") -> str:
        """The verdict with its articles, the table, what ends each child's scholarship, what is open (``"id"`` too)."""
        from .text import explain

        return explain(self, check_lang(lang))

    def to_dict(self) -> dict[str, Any]:
        """The schedule as JSON-safe values, with the schema's name and version under ``schema``."""
        from .text import to_dict

        return to_dict(self)

    def _repr_html_(self) -> str:
        from .text import to_html

        return to_html(self)

    def __repr__(self) -> str:
        what = f"{type(self.event).__name__} {self.event.on}, {self.programme}"
        if self.total is not None:
            return f"<Schedule on {what}: {self.verdict.state}, {number(self.total)}>"
        bounds = f"at least {number(self.at_least)}, at most {number(self.at_most)}"
        return f"<Schedule on {what}: {self.verdict.state}, {bounds}>"
