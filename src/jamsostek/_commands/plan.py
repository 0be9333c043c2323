"""``plan``: what covering people costs over months, and what a budget buys."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .. import errors
from .._kinds import Lang, PaidBy, check_lang
from .._money import number, signed
from .._months import as_month
from .._people import SelfEmployed
from .._written import amount, count
from .participants import add_options, participant
from .printing import as_json
from .wording import of_text

if TYPE_CHECKING:
    from ..planning import Group


def add(commands: Any) -> None:
    """Add the command."""
    command = commands.add_parser("plan", help="what covering people costs over months, and what a budget buys")
    command.add_argument("--people", help="how many people are billed alike")
    command.add_argument("--budget", help="rupiah: how many people it covers, or whether it is enough for --people")
    command.add_argument("--until", required=True, help="YYYY-MM: the last month")
    command.add_argument("--against", help="other payers to compare with, such as self,donor")
    command.add_argument(
        "--claims-relief", action="store_true", help="the plan counts on a relief: refuse if none applies"
    )
    add_options(command)
    command.set_defaults(run=run)


def run(given: argparse.Namespace) -> str:
    """Run it."""
    from ..planning import Group, afford, cost  # the other commands need none of it

    lang = check_lang(given.lang)
    who = participant(given)
    span = as_month(given.month, "--month"), as_month(given.until, "--until")
    if span[1] < span[0]:
        raise errors.Contradiction("--until", f"{given.until} lies before {given.month}", "give a later month")
    budget = None if given.budget is None else amount("--budget", given.budget)
    if given.people is None:
        if budget is None:
            raise errors.MissingFact("--people", "neither people nor a budget", "give --people, --budget or both")
        bought = afford(budget, who, *span, claims_relief=given.claims_relief)
        return as_json(bought.to_dict()) if given.format == "json" else of_text(bought.explain(lang), lang)
    group = Group(count("--people", given.people), who, name="plan", claims_relief=given.claims_relief)
    plan = cost(group, *span)
    told: dict[str, Any] = plan.to_dict()
    parts = [of_text(plan.explain(lang), lang)]
    if budget is not None:
        told["budget"], told["left"] = budget, budget - plan.total
        parts += _enough(budget, plan.total, group, given.month, lang)
    if given.against is not None:
        from ..planning import payers

        mine = (who.paid_by if isinstance(who, SelfEmployed) else None) or PaidBy.SELF
        names = [word.strip() for word in given.against.split(",")]
        beside = payers(Group(group.people, who, name="plan"), *span, by=[mine, *names])
        told["payers"] = {str(payer): sum_ for payer, sum_ in beside.totals.items()}
        parts += ["", beside.table(lang)]
    return as_json(told) if given.format == "json" else "\n".join(parts)


def _enough(budget: int, total: int, group: Group, first: str, lang: Lang) -> Iterator[str]:
    """Whether a budget is enough, and how long it lasts."""
    from ..planning import lasts

    words = {"en": ("budget", "difference"), "id": ("anggaran", "selisih")}[lang]
    sums = f"{number(budget, lang)} - {number(total, lang)} = {signed(budget - total, lang)}"
    yield ""
    yield f"{words[0]}: {sums} ({words[1]})"
    yield lasts(budget, group, first).text(lang)
