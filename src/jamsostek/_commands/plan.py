"""``plan``: what covering people costs over months, and what a budget buys."""

from __future__ import annotations

import argparse
from typing import Any

from .. import errors
from .._kinds import Lang, PaidBy, check_lang, choice_error, lenient
from .._money import number, signed
from .._months import as_month
from .._people import Participant, SelfEmployed
from .._written import amount, count
from .participants import add_options, participant
from .printing import as_json
from .wording import of_text


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
    from ..planning import Group, afford, cost, lasts, payers  # the other commands need none of it

    lang = check_lang(given.lang)
    who = participant(given)
    span = as_month(given.month, "--month"), as_month(given.until, "--until")
    if span[1] < span[0]:
        raise errors.Contradiction("--until", f"{given.until} lies before {given.month}", "give a later month")
    budget = None if given.budget is None else amount("--budget", given.budget)
    rivals = None if given.against is None else _rivals(given.against, who)
    claims = {"claims_relief": given.claims_relief}
    parts: list[str] = []
    if given.people is None:
        if budget is None:
            raise errors.MissingFact("--people", "neither people nor a budget", "give --people, --budget or both")
        bought = afford(budget, who, *span, **claims)
        group, told = Group(bought.people, who, name="plan"), bought.to_dict()
        parts.append(of_text(bought.explain(lang), lang))
    else:
        group = Group(count("--people", given.people), who, name="plan", **claims)
        plan = cost(group, *span)
        told = plan.to_dict()
        parts.append(of_text(plan.explain(lang), lang))
        if budget is not None:
            lasting = lasts(budget, group, span[0])
            told |= {"budget": budget, "left": budget - plan.total, "lasts": lasting.to_dict()}
            parts += ["", _enough(budget, plan.total, lang), lasting.text(lang)]
    if rivals is not None:
        beside = payers(Group(group.people, who, name="plan"), *span, by=rivals)
        told["payers"] = {str(payer): sum_ for payer, sum_ in beside.totals.items()}
        parts += ["", beside.table(lang)]
    return as_json(told) if given.format == "json" else "\n".join(parts)


def _rivals(given: str, who: Participant) -> list[PaidBy]:
    """Who pays now, and the other payers to compare with."""
    if not isinstance(who, SelfEmployed):
        raise errors.Contradiction("--against", "only for the self-employed others may pay", "leave it out")
    named = [lenient(PaidBy, word.strip()) for word in given.split(",")]
    errors.raise_together("--against", (choice_error(errors.UnknownPayer, "--against", PaidBy, each) for each in named))
    return [who.paid_by or PaidBy.SELF, *(each for each in named if each is not None)]


def _enough(budget: int, total: int, lang: Lang) -> str:
    """Whether a budget is enough."""
    words = _WORDS[lang]
    sums = f"{number(budget, lang)} - {number(total, lang)} = {signed(budget - total, lang)}"
    return f"{words['budget']}: {sums} ({words['enough' if budget >= total else 'short']})"


_WORDS: dict[Lang, dict[str, str]] = {
    "en": {"budget": "budget", "enough": "difference: enough", "short": "difference: not enough"},
    "id": {"budget": "anggaran", "enough": "selisih: cukup", "short": "selisih: tidak cukup"},
}
