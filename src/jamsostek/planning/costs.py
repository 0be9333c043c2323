"""What it costs to cover groups of people over a span of months."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from attrs import field, frozen

from .. import errors
from .._bills import bills
from .._citations import Citation, Grade, weakest_of
from .._kinds import Lang, Payer, Programme, check_lang
from .._law import LAW, Law
from .._money import number
from .._months import Month, months, runs_text
from .._reliefs import Examined
from .._render import cited, told
from .._results import Bill
from .._totals import Total
from .._totals import total as added
from .groups import Group, as_groups, relief_error
from .text import WORDS, grid

SCHEMA = "jamsostek.plan/1"
_INPUTS = {"groups", "first", "last"}
_BARE: dict[str, tuple[Any, ...]] = dict.fromkeys(("left_out", "closed", "assumed", "answers", "marks"), ())


class Price(NamedTuple):
    """Months in a row at one price: rupiah a person and month; ``bill`` is that of the first of them."""

    first: Month
    last: Month
    each: int
    bill: Bill

    @property
    def months(self) -> int:
        """How many months."""
        return self.last - self.first + 1

    @property
    def relieved(self) -> bool:
        """Whether a relief goes into it."""
        return any(line.reliefs for line in self.bill)

    def text(self, lang: Lang = "en") -> str:
        """The price by programme, with its articles."""
        parts = " + ".join(f"{programme} {number(sum_, lang)}" for programme, sum_ in self.bill.by_programme.items())
        basis = tuple(dict.fromkeys(cite for line in self.bill for cite in line.basis))
        return f"{parts} = {number(self.each, lang)}: {cited(basis, lang)}"


class Row(NamedTuple):
    """One line of a plan: a group, months at one price, rupiah."""

    group: str
    people: int
    first: str
    last: str
    months: int
    each: int
    rupiah: int


class Part(NamedTuple):
    """What one group costs; ``bills`` are those of one person, month by month."""

    group: Group
    bills: tuple[Bill, ...]

    @property
    def per_person(self) -> int:
        """Rupiah for one person over all months."""
        return sum(bill.total for bill in self.bills)

    @property
    def total(self) -> int:
        """Rupiah for all of the group."""
        return self.per_person * self.group.people

    @property
    def prices(self) -> tuple[Price, ...]:
        """The prices in order, months that cost the same for the same reason as one."""
        found = []
        for _, run in groupby(self.bills, key=_alike):
            same = list(run)
            found.append(Price(same[0].month, same[-1].month, same[0].total, same[0]))
        return tuple(found)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The prices as rows."""
        name, people = self.group.name, self.group.people
        return tuple(
            Row(name, people, str(it.first), str(it.last), it.months, it.each, people * it.months * it.each)
            for it in self.prices
        )


def _alike(bill: Bill) -> tuple[object, ...]:
    lines = tuple((line.programme, line.payer, line.amount, line.reliefs, line.basis) for line in bill)
    return (bill.total, lines)


@frozen(repr=False)
class Cost:
    """What it costs to cover groups from one month to another, rupiah.

    ``cost["riders"]`` is the part of a group (``NoSuchLine`` where there is none). ``rows`` hold one line for each
    group and price, ready for a table or a frame of any library.
    """

    first: Month
    last: Month
    law: Law
    parts: tuple[Part, ...] = field(repr=False)

    @property
    def total(self) -> int:
        """Everything together, rupiah."""
        return sum(part.total for part in self.parts)

    @property
    def people(self) -> int:
        """All groups together, people."""
        return sum(part.group.people for part in self.parts)

    @property
    def months(self) -> int:
        """How many months."""
        return self.last - self.first + 1

    @property
    def by_group(self) -> dict[str, int]:
        """Rupiah by group."""
        return {part.group.name: part.total for part in self.parts}

    @property
    def by_month(self) -> dict[Month, int]:
        """Rupiah by month."""
        found = dict.fromkeys(months(self.first, self.last), 0)
        for part in self.parts:
            for bill in part.bills:
                found[bill.month] += bill.total * part.group.people
        return found

    @property
    def by_programme(self) -> dict[Programme, int]:
        """Rupiah by programme."""
        return self.added.by_programme

    @property
    def by_payer(self) -> dict[Payer, int]:
        """Rupiah by who pays."""
        return self.added.by_payer

    @property
    def added(self) -> Total:
        """All bills added up, with what they took for granted, the reliefs and the open questions."""
        return added(added(part.bills) * part.group.people for part in self.parts)

    @property
    def evidence(self) -> Grade:
        """The weakest grade that any of the bills rests on."""
        return weakest_of([bill.evidence for part in self.parts for bill in part.bills])

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The citations behind the prices, each once."""
        lines = (line for part in self.parts for price in part.prices for line in price.bill)
        return tuple(dict.fromkeys(cite for line in lines for cite in line.basis))

    @property
    def rows(self) -> tuple[Row, ...]:
        """One line for each group and price, in order."""
        return tuple(row for part in self.parts for row in part.rows)

    def __getitem__(self, name: str) -> Part:
        for part in self.parts:
            if part.group.name == name:
                return part
        have = ", ".join(repr(part.group.name) for part in self.parts)
        raise errors.NoSuchLine("cost", f"no group {name!r} is in it", f"it has {have}")

    def table(self, lang: Lang = "en") -> str:
        """The rows as a table of text, with the sum."""
        return grid([_heads(check_lang(lang)), *self._cells(lang)], 2)

    def _cells(self, lang: Lang) -> list[tuple[str, ...]]:
        cells = [
            (
                row.group,
                row.first if row.months == 1 else f"{row.first} – {row.last}",
                *(number(each, lang) for each in (row.people, row.months, row.each, row.rupiah)),
            )
            for row in self.rows
        ]
        return [*cells, (WORDS[lang]["total"], "", number(self.people, lang), "", "", number(self.total, lang))]

    def explain(self, lang: Lang = "en") -> str:
        """The table, each price with its articles, and what the bills took for granted."""
        return "\n".join([self.table(lang), "", *self.below(lang)])

    def below(self, lang: Lang = "en") -> list[str]:
        """What stands below the table: each price with its articles, and what the bills took for granted."""
        prices = (price.text(lang) for part in self.parts for price in part.prices)
        return [*(f"{WORDS[lang]['price']}: {text}" for text in dict.fromkeys(prices)), *self._notes(lang)]

    def possible(self, lang: Lang = "en") -> list[str]:
        """The reliefs that could apply and hang on facts that were not given, with their groups and months."""
        return list(self._reliefs(lang, possible=True))

    def _notes(self, lang: Lang) -> list[str]:
        every = self.added.told
        plain = (f"{label}: {text}" for label, text in every._replace(examined=()).notes(lang))
        return [*(mark.text(lang) for mark in every.marks), *plain, *self._reliefs(lang)]

    def _reliefs(self, lang: Lang, *, possible: bool = False) -> Iterator[str]:
        """Each relief whose months are among those of the plan: where it applies, where not and why."""
        found: dict[tuple[object, ...], tuple[Bill, Examined, list[Month]]] = {}
        for part in self.parts:
            for bill in part.bills:
                for each in bill.examined:
                    if possible and not each.verdict.missing:
                        continue
                    places = tuple(reason.cite for reason in each.verdict.because)
                    key = part.group.name, each.relief.name, each.verdict.state, places, each.verdict.missing
                    found.setdefault(key, (bill, each, []))[2].append(bill.month)
        for (name, *_), (bill, each, run) in found.items():
            ((label, text),) = told(bill)._replace(**_BARE, examined=(each,)).notes(lang)
            yield f"{name}, {runs_text(run)}: {label}: {text}"

    def to_dict(self) -> dict[str, Any]:
        """The plan as JSON-safe values, with the schema's name and version under ``schema``."""
        return {
            "schema": SCHEMA,
            "first": str(self.first),
            "last": str(self.last),
            "groups": [part.group.to_dict() for part in self.parts],
            "rows": [row._asdict() for row in self.rows],
            "people": self.people,
            "total": self.total,
            "by_month": {str(month): sum_ for month, sum_ in self.by_month.items()},
            "by_programme": {str(programme): sum_ for programme, sum_ in self.by_programme.items()},
            "by_payer": {str(payer): sum_ for payer, sum_ in self.by_payer.items()},
            "basis": [cite.text() for cite in self.basis],
            "evidence": str(self.evidence),
            "notes": self._notes("en"),
        }

    @staticmethod
    def inputs(given: Mapping[str, Any]) -> tuple[tuple[Group, ...], Month, Month]:
        """What ``cost`` was asked, rebuilt equal from ``cost.to_dict()``: ``cost(*Cost.inputs(told))`` asks again.

        Raises ``WrongType`` and what groups and months raise.
        """
        if not isinstance(given, Mapping) or given.get("schema") != SCHEMA or not _INPUTS.issubset(given):
            raise errors.WrongType("Cost.inputs", "this is no plan", f"its schema is {SCHEMA}")
        groups = given["groups"]
        if not isinstance(groups, Iterable):
            raise errors.WrongType("Cost.inputs groups", f"{groups!r} is no list", "give what cost.to_dict() gave")
        return tuple(map(Group.from_dict, groups)), Month(given["first"]), Month(given["last"])

    def html(self, above: Sequence[str] = ()) -> str:
        """The plan as an HTML table, with lines of text in front of its notes."""
        from .._html import rows_html

        return rows_html(_heads("en"), self._cells("en"), [*above, *self._notes("en")])

    def _repr_html_(self) -> str:
        return self.html()

    def __repr__(self) -> str:
        return f"<Cost {self.first} – {self.last}: {number(self.people)} people, {number(self.total)}>"


def _heads(lang: Lang) -> tuple[str, ...]:
    words = WORDS[lang]
    return words["group"], "", words["people"], words["months"], words["each"], words["sum"]


def cost(groups: Group | Iterable[Group], first: Month | str, last: Month | str, *, law: Law = LAW) -> Cost:
    """What it costs to cover groups from one month to another, both included, in rupiah.

    Each month goes by its own law: reliefs apply to the months, sectors and payers that they reach. Raises what
    ``contributions`` raises with the months in which it is so, ``Contradiction`` (the last month before the first),
    ``ReliefExcluded`` (a relief claimed that reaches nobody, as of those paid out of a public budget),
    ``MissingFact`` (no group; a claimed relief that hangs on a fact), ``NamedTwice``, ``WrongType``.

    >>> from jamsostek import SelfEmployed
    >>> who = SelfEmployed(income=1_000_000, sector="other", paid_by="regional_budget")
    >>> cost(Group(25_808, who), "2025-12", "2026-11").total
    5202892800
    """
    listed = as_groups(groups, "cost")
    span = months(first, last)
    makers = ((lambda group=group: _part(group, span, law)) for group in listed)
    return Cost(span[0], span[-1], law, tuple(errors.make_each("cost", makers)))


def _part(group: Group, span: tuple[Month, ...], law: Law) -> Part:
    try:
        made = bills(dict.fromkeys(span, group.participant), law=law)
    except errors.JamsostekError as error:
        told = [errors.told_at(group.name, each) for each in errors.each_of(error)]
        raise told[0] if len(told) == 1 else errors.SeveralErrors("cost", told) from None
    errors.raise_together("cost", (relief_error(group, made),))
    return Part(group, made)
