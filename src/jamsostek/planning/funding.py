"""Budgets by funding source: which source pays for how many people of which group, at its own price."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from attrs import evolve, field, frozen

from .. import errors
from .._kinds import Lang, PaidBy, check_lang, choice_error, lenient
from .._law import LAW, Law
from .._money import lenient_int, number, sum_error
from .._months import Month, months
from .._people import PaidByWord, SelfEmployed
from .costs import Cost, Part, cost
from .groups import Group, as_groups, named_error, paid_by
from .text import WORDS, grid


def _payer(value: PaidBy | PaidByWord) -> PaidBy | None:
    return lenient(PaidBy, value)


def _only(value: Iterable[str] | None) -> tuple[str, ...] | None:
    """The names of groups; what is no list of them stays for the source to name."""
    if value is None or isinstance(value, str):
        return None if value is None else (value,)
    return tuple(value) if isinstance(value, Iterable) else value


@frozen
class Source:
    """Money that pays contributions of the self-employed (sumber dana): its name, rupiah, who pays.

    Tobacco-excise money is ``"regional_budget"``, as it enters that budget; firms and foundations are ``"donor"``. That
    a ``"village_budget"`` gets the relief of 2026 which the region's does not is a reading (``VILLAGE_BUDGET``).
    ``only`` names the groups that it may pay for, None: any. Raises ``WrongType``, an ``…Amount`` error,
    ``UnknownPayer``, several as ``SeveralErrors``.

    >>> Source("tobacco excise", 5_000_000_000).paid_by.label_id
    'APBD'
    """

    name: str
    amount: int = field(converter=lenient_int)
    paid_by: PaidBy = field(default=PaidBy.REGIONAL_BUDGET, converter=_payer)
    only: tuple[str, ...] | None = field(default=None, kw_only=True, converter=_only)

    def __attrs_post_init__(self) -> None:
        errors.raise_together(
            "Source",
            (
                named_error("name", self.name or None),
                sum_error("amount", self.amount),
                choice_error(errors.UnknownPayer, "paid_by", PaidBy, self.paid_by or ""),
                None
                if self.only is None or isinstance(self.only, tuple)
                else errors.WrongType("only", f"{self.only!r} names no group", "give names of groups, or None for any"),
            ),
        )


class Grant(NamedTuple):
    """What one source pays for one group; ``price`` is rupiah for one person over the span."""

    source: Source
    group: Group
    people: int
    price: int

    @property
    def total(self) -> int:
        """Rupiah altogether."""
        return self.people * self.price


@frozen(repr=False)
class Funding:
    """A budget by funding source (anggaran menurut sumber dana): who is paid for out of what, and what is left.

    ``grants`` stand in the order of the groups, then of the sources.
    """

    first: Month
    last: Month
    sources: tuple[Source, ...]
    groups: tuple[Group, ...]
    grants: tuple[Grant, ...]
    law: Law = field(repr=False)

    @property
    def total(self) -> int:
        """Everything that is spent, rupiah."""
        return sum(grant.total for grant in self.grants)

    @property
    def people(self) -> int:
        """Everybody who is covered."""
        return sum(grant.people for grant in self.grants)

    @property
    def by_source(self) -> dict[str, int]:
        """Rupiah spent by source."""
        return {each.name: sum(grant.total for grant in self.grants if grant.source == each) for each in self.sources}

    @property
    def left(self) -> dict[str, int]:
        """Rupiah left over by source."""
        return {each.name: each.amount - self.by_source[each.name] for each in self.sources}

    @property
    def uncovered(self) -> dict[str, int]:
        """People of each group for whom no money is left."""
        return {
            each.name: each.people - sum(grant.people for grant in self.grants if grant.group == each)
            for each in self.groups
        }

    def cost(self) -> Cost | None:
        """The plan of all grants as one ``Cost``, each under "group, source"; None where nobody is covered."""
        paid = [
            evolve(
                paid_by(grant.group, grant.source.paid_by),
                people=grant.people,
                name=f"{grant.group.name}, {grant.source.name}",
            )
            for grant in self.grants
        ]
        return cost(paid, self.first, self.last, law=self.law) if paid else None

    def table(self, lang: Lang = "en") -> str:
        """The grants, what each source has left and who is not covered, as a table of text.

        Below it stand the groups that no source may pay for, and the reliefs that hang on facts that were not given.
        """
        plan = self.cost()
        return "\n".join([self._grid(lang), *self._barred(lang), *(plan.possible(lang) if plan else ())])

    def explain(self, lang: Lang = "en") -> str:
        """The table, each price with its articles, and what the bills took for granted."""
        plan = self.cost()
        return "\n".join([self._grid(lang), "", *self._barred(lang), *(plan.below(lang) if plan else ())])

    def _grid(self, lang: Lang) -> str:
        return grid([_heads(check_lang(lang)), *self._cells(lang)], 2)

    def _barred(self, lang: Lang) -> Iterator[str]:
        """The groups that no source may pay for, whatever it has left, and why each may not."""
        words = WORDS[lang]
        for group in self.groups:
            if not group.people or any(_may_pay(each, group) for each in self.sources):
                continue
            named = _named(group)
            payer = "" if named is None else f" ({words['payer']}: {named.label(lang)})"
            why = (
                f"{each.name}: {each.paid_by.label(lang)}"
                if each.only is None or group.name in each.only
                else f"{each.name}: {words['only']} {', '.join(each.only)}"
                for each in self.sources
            )
            yield f"{group.name}{payer}: {words['barred']}: {'; '.join(why)}"

    def _cells(self, lang: Lang) -> list[tuple[str, ...]]:
        words = WORDS[lang]
        cells = [
            (each.group.name, each.source.name, *(number(it, lang) for it in (each.people, each.price, each.total)))
            for each in self.grants
        ]
        cells.append((words["total"], "", number(self.people, lang), "", number(self.total, lang)))
        cells += [(words["left"], name, "", "", number(sum_, lang)) for name, sum_ in self.left.items()]
        cells += [
            (words["uncovered"], name, number(people, lang), "", "")
            for name, people in self.uncovered.items()
            if people
        ]
        return cells

    def to_dict(self) -> dict[str, Any]:
        """The budget as JSON-safe values, with the schema's name and version under ``schema``."""
        return {
            "schema": "jamsostek.funding/1",
            "first": str(self.first),
            "last": str(self.last),
            "grants": [
                {
                    "group": each.group.name,
                    "source": each.source.name,
                    "paid_by": str(each.source.paid_by),
                    "people": each.people,
                    "price": each.price,
                    "rupiah": each.total,
                }
                for each in self.grants
            ],
            "people": self.people,
            "total": self.total,
            "left": self.left,
            "uncovered": self.uncovered,
            **self._told(),
        }

    def _told(self) -> dict[str, Any]:
        plan, barred = self.cost(), list(self._barred("en"))
        if plan is None:
            return {"basis": [], "evidence": None, "notes": barred}
        told = plan.to_dict()
        return {"basis": told["basis"], "evidence": told["evidence"], "notes": [*barred, *told["notes"]]}

    def _repr_html_(self) -> str:
        from .._html import rows_html

        return rows_html(_heads("en"), self._cells("en"), self._told()["notes"])

    def __repr__(self) -> str:
        missing = sum(self.uncovered.values())
        return f"<Funding: {number(self.people)} people, {number(self.total)}; {number(missing)} not covered>"


def _heads(lang: Lang) -> tuple[str, ...]:
    words = WORDS[lang]
    return words["group"], words["source"], words["people"], words["person"], words["sum"]


def fund(
    groups: Group | Iterable[Group],
    sources: Source | Iterable[Source],
    first: Month | str,
    last: Month | str,
    *,
    law: Law = LAW,
) -> Funding:
    """Which source pays for how many of which group from one month to another: groups in order, from sources in order.

    Each source pays the price of its own kind: the state's or a region's budget the full one, a donor, and by reading
    (``VILLAGE_BUDGET``) a village, the relieved one while a relief runs. A group whose participant names who pays is
    paid out of such sources alone. Raises ``Contradiction`` for those who are not self-employed (their employer owes),
    ``NamedTwice``, ``UnknownChoice`` for a group that ``only`` names and there is not, and what ``cost`` raises.

    >>> farmer = Group(30_000, SelfEmployed(income=1_000_000, sector="other"), name="farmers")
    >>> money = [Source("tobacco excise", 4_000_000_000), Source("foundation", 1_000_000_000, "donor")]
    >>> found = fund(farmer, money, "2026-01", "2026-12")
    >>> [(each.source.name, each.people, each.price) for each in found.grants], found.uncovered
    ([('tobacco excise', 19841, 201600), ('foundation', 7936, 126000)], {'farmers': 2223})
    """
    listed, money = as_groups(groups, "fund"), _sources(sources)
    span = months(first, last)
    names = [each.name for each in listed]
    errors.raise_together("fund", (*_hired(listed), *_unknown(money, names)))
    left = {each.name: each.amount for each in money}
    grants: list[Grant] = []
    for group in listed:
        people = group.people
        for source in money:
            if not people or not _may_pay(source, group):
                continue
            price = _price(group, source, span, law).per_person
            count = min(people, left[source.name] // price) if price else people
            if count:
                grants.append(Grant(source, group, count, price))
            people -= count
            left[source.name] -= count * price
    return Funding(span[0], span[-1], money, listed, tuple(grants), law)


def _may_pay(source: Source, group: Group) -> bool:
    return (source.only is None or group.name in source.only) and _named(group) in (None, source.paid_by)


def _named(group: Group) -> PaidBy | None:
    """Who pays by what the group says itself."""
    return group.participant.paid_by if isinstance(group.participant, SelfEmployed) else None


def _price(group: Group, source: Source, span: tuple[Month, ...], law: Law) -> Part:
    """The part of one person of a group, paid out of a source."""
    return cost(evolve(paid_by(group, source.paid_by), people=1), span[0], span[-1], law=law).parts[0]


def _sources(given: Source | Iterable[Source]) -> tuple[Source, ...]:
    listed = (given,) if isinstance(given, Source) else given
    if not isinstance(listed, Iterable):
        raise errors.WrongType("fund", f"{given!r} is no source", "give planning.Source objects")
    found = tuple(listed)
    for each in found:
        if not isinstance(each, Source):
            raise errors.WrongType("fund", f"{each!r} is no source", "give planning.Source objects")
    names = [each.name for each in found]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise errors.NamedTwice("fund", f"{', '.join(twice)} named twice", "give each source a name of its own")
    if not found:
        raise errors.MissingFact("fund", "no source is given", "give at least one")
    return found


def _hired(groups: tuple[Group, ...]) -> list[errors.JamsostekError | None]:
    mend = "plan for them with cost(): their employer or host owes the contributions"
    return [
        errors.Contradiction(each.name, "no source pays for those who are not self-employed", mend)
        for each in groups
        if not isinstance(each.participant, SelfEmployed)
    ]


def _unknown(sources: tuple[Source, ...], names: list[str]) -> list[errors.JamsostekError | None]:
    return [
        errors.not_in(errors.UnknownChoice, f"{source.name} only", name, names)
        for source in sources
        for name in source.only or ()
        if name not in names
    ]
