"""The same cover paid for by different payers: a city, a donor, the workers themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from .. import errors
from .._kinds import Lang, PaidBy, check_lang, choice_error, lenient
from .._law import LAW, Law
from .._money import number, signed
from .._months import Month
from .._people import PaidByWord, SelfEmployed
from .costs import Cost, cost
from .groups import Group, as_groups, paid_by
from .text import WORDS, grid

USUAL = (PaidBy.REGIONAL_BUDGET, PaidBy.DONOR, PaidBy.SELF)


@frozen(repr=False)
class Payers:
    """What the same groups cost by who pays: ``found["self"]`` is the plan with the workers paying themselves."""

    costs: tuple[tuple[PaidBy, Cost], ...] = field(repr=False)

    def __getitem__(self, payer: PaidBy | PaidByWord) -> Cost:
        for each, plan in self.costs:
            if each == payer:
                return plan
        raise errors.NoSuchLine("payers", f"{payer!r} is not in it", f"it has {', '.join(self.totals)}")

    @property
    def totals(self) -> dict[PaidBy, int]:
        """Rupiah by payer."""
        return {payer: plan.total for payer, plan in self.costs}

    @property
    def differences(self) -> dict[PaidBy, int]:
        """Rupiah by payer, less what the first one pays."""
        totals = self.totals
        first = next(iter(totals.values()))
        return {payer: sum_ - first for payer, sum_ in totals.items()}

    def table(self, lang: Lang = "en") -> str:
        """The payers with what a person costs, the sum and the difference to the first, as a table of text.

        Below it stand the reliefs that hang on facts that were not given: with these the sums may differ.
        """
        return "\n".join([self._grid(lang), *self._possible(lang)])

    def _grid(self, lang: Lang) -> str:
        return grid([_heads(check_lang(lang)), *self._cells(lang)])

    def _possible(self, lang: Lang) -> list[str]:
        return [f"{payer.label(lang)}: {text}" for payer, plan in self.costs for text in plan.possible(lang)]

    def _cells(self, lang: Lang) -> list[tuple[str, ...]]:
        return [
            (
                payer.label(lang),
                " + ".join(number(part.per_person, lang) for part in plan.parts),
                number(plan.total, lang),
                signed(self.differences[payer], lang),
            )
            for payer, plan in self.costs
        ]

    def explain(self, lang: Lang = "en") -> str:
        """The table, then each plan with its prices, articles and reliefs."""
        parts = (f"{payer.label(lang)}\n{plan.explain(lang)}" for payer, plan in self.costs)
        return "\n\n".join([self._grid(lang), *parts])

    def to_dict(self) -> dict[str, Any]:
        """The plans by payer as JSON-safe values, with the schema's name and version under ``schema``."""
        return {
            "schema": "jamsostek.payers/1",
            "payers": {str(payer): plan.to_dict() for payer, plan in self.costs},
            "differences": {str(payer): sum_ for payer, sum_ in self.differences.items()},
            "notes": self._possible("en"),
        }

    def _repr_html_(self) -> str:
        from .._html import rows_html

        return rows_html(_heads("en"), self._cells("en"), self._possible("en"))

    def __repr__(self) -> str:
        return f"<Payers: {', '.join(f'{payer} {number(sum_)}' for payer, sum_ in self.totals.items())}>"


def _heads(lang: Lang) -> tuple[str, ...]:
    words = WORDS[lang]
    return words["payer"], words["person"], words["sum"], words["difference"]


def payers(
    groups: Group | Iterable[Group],
    first: Month | str,
    last: Month | str,
    *,
    by: PaidBy | PaidByWord | Iterable[PaidBy | PaidByWord] = USUAL,
    law: Law = LAW,
) -> Payers:
    """What the same groups of the self-employed cost in rupiah if this or that payer pays, beside the first of them.

    Raises ``Contradiction`` for those who are not self-employed, ``UnknownPayer``, ``MissingFact`` for no payer, and
    what ``cost`` raises.

    >>> rider = Group(1, SelfEmployed(income=1_000_000, sector="transport"))
    >>> {str(payer): sum_ for payer, sum_ in payers(rider, "2026-01", "2026-12").totals.items()}
    {'regional_budget': 201600, 'donor': 100800, 'self': 100800}
    """
    listed = as_groups(groups, "payers")
    asked = (by,) if isinstance(by, str) else by
    if not isinstance(asked, Iterable):
        raise errors.WrongType("by", f"{by!r} is no list of payers", 'give such as ["regional_budget", "self"]')
    named = [lenient(PaidBy, each) for each in asked]
    errors.raise_together(
        "payers",
        (
            *(choice_error(errors.UnknownPayer, "by", PaidBy, each or "") for each in named),
            None if named else errors.MissingFact("by", "no payer is named", "name at least one"),
            *(
                errors.Contradiction(each.name, "only for the self-employed others may pay", "leave the group out")
                for each in listed
                if not isinstance(each.participant, SelfEmployed)
            ),
        ),
    )
    paid = (
        (payer, [paid_by(each, payer) for each in listed])
        for payer in dict.fromkeys(each for each in named if each is not None)
    )
    return Payers(tuple((payer, cost(those, first, last, law=law)) for payer, those in paid))
