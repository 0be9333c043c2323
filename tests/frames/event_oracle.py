"""What a row of a rule must come to: the answer of the exact rules to the same row, or the faults that they raise."""

from collections.abc import Callable
from typing import Any

import jamsostek as js
from jamsostek import errors
from jamsostek._cases import Answer, case_of
from jamsostek._claims import Claim
from jamsostek._verdict import State
from jamsostek.construction.results import ProjectBill
from jamsostek.frames import _benefits, _rule, _rules
from jamsostek.jkk.benefit_rules import provide as jkk
from jamsostek.jkm.benefit_rules import provide as jkm
from jamsostek.jkp.benefit_rules import provide as jkp
from jamsostek.tax.results import PayoutTax

from .dismissed import answer_of, impossible
from .rows import Row

FAMILY = js.Family(spouse=True, children=())
PROVIDERS = {js.Programme.JKK: jkk, js.Programme.JKM: jkm, js.Programme.JKP: jkp}
VERDICTS = {State.ELIGIBLE: 1, State.UNDETERMINED: 0, State.NOT_ELIGIBLE: -1}
# What an exact reason begins with, and its code.
CODES = {
    "work caused the death": "work_related",
    "work did not cause it": "work_related",
    "a foreigner with less": "six_months",
    "65 or older": "age_limit",
    "the membership ended": "ended",
    "not enrolled": "not_enrolled",
    "the article binds no state": "not_enrolled",
    "contributions in arrears": "arrears",
    "a member for less than": "waiting_months",
}
COLUMNS = {
    "event.work_related": "work_related",
    "member.registered": "registered",
    "member.history": "arrears",
    "person.six_months": "six_months",
    "event.circumstance": "circumstance",
    "incapacity.months": "months",
    "incapacity.wage_paid": "wage_paid",
}
_OF_AMOUNTS = ("incapacity.months", "incapacity.wage_paid")


def claim_results(claim: Claim, amounts: tuple[str, ...]) -> dict[str, Any]:
    """What a claim of one programme comes to, the family left aside: whoever receives it."""
    (programme,) = claim.programmes or frozenset()
    case = case_of(claim.event, claim.member, FAMILY, claim.law)
    found = answer_results(PROVIDERS[programme](case), amounts)
    if programme is js.Programme.JKK and found["verdict"] >= 0:
        # Beside the wage that goes on nothing may be left to pay, and then there is no item to tell who would.
        payer = js.jkk.who_pays(claim.event, claim.member, law=claim.law).payer
        found["payer"] = None if payer is None else str(payer)
    return found


def answer_results(answer: Answer, amounts: tuple[str, ...]) -> dict[str, Any]:
    found: dict[str, Any] = dict.fromkeys(amounts, 0)
    missing = [fact.key for fact in answer.verdict.missing]
    waits = False
    for item in answer.items:
        name = str(item.benefit)
        known = item.amount == 0 or (item.verdict.state is State.ELIGIBLE and item.amount is not None)
        before = found[name]
        found[name] = before + item.amount if known and before is not None else None
        if item.verdict.state is State.UNDETERMINED:
            missing += [fact.key for fact in item.verdict.missing]
        elif not known:
            missing += [fact.key for fact in item.open_facts if fact.key in _OF_AMOUNTS]
        waits = waits or (bool(item.amount) and item.verdict.state is State.ELIGIBLE and not item.now)
    sums = list(found.values())
    payers = {item.payer for item in answer.items}
    reason: str | None = None
    verdict = VERDICTS[answer.verdict.state]
    undetermined = None in sums or verdict == 0
    because = [each for refusal in answer.refused for each in refusal.verdict.because]
    because = [*answer.verdict.because, *because]
    if undetermined:
        reason = COLUMNS[missing[0]]
    elif because:
        reason = next(code for words, code in CODES.items() if because[0].text().startswith(words))
    elif waits:
        reason = "arrears_first"
    return {
        **found,
        "total": None if None in sums else sum(sums),
        "payer": str(payers.pop()) if len(payers) == 1 and None not in payers else None,
        "verdict": verdict,
        "status": "undetermined" if undetermined else "ok",
        "reason": reason,
    }


def tax_results(tax: PayoutTax, _amounts: tuple[str, ...]) -> dict[str, Any]:
    line = tax.lines[-1]
    return {
        "tax": line.tax,
        "net": line.net,
        "method": str(line.method),
        "status": "undetermined" if line.missing else "ok",
        "reason": "tax_number" if line.missing else None,
    }


def project_results(bill: ProjectBill, _amounts: tuple[str, ...]) -> dict[str, Any]:
    return {"jkk": bill["JKK"], "jkm": bill["JKM"], "total": bill.total, "status": "ok", "reason": None}


NO_AMOUNTS = ("total", "payer", "verdict", "status", "reason", "method")
READERS: dict[str, Callable[[Any, tuple[str, ...]], dict[str, Any]]] = dict.fromkeys(
    ("jkm", "jkk_death", "jkk_total_disability", "jkk_incapacity"), claim_results
) | {"payout_tax": tax_results, "construction": project_results}


def dismissal_results(row: Row, law: js.Law) -> dict[str, Any]:
    """What the member of a row comes to, by a record of his own: a row tells but what it adds up to."""
    known = {key: value for key, value in row.items() if key in _rules.JKP.columns and value is not None}
    errors.raise_together("row", _rule._row_faults(_rules.JKP, known))
    if row["wage"] is None:
        raise errors.MissingFact("wage", "not known", "")
    answer = answer_of(row, law)
    errors.raise_together("row", impossible(row, law))
    months: list[int | None] = []
    total: int | None = 0
    for item in answer.items:
        sure = item.verdict.state is State.ELIGIBLE and item.amount is not None
        if item.when is js.When.MONTHLY:
            months += [item.amount if sure else None] * (item.times or 0)
        else:
            total = item.amount if sure else None
    found: dict[str, Any] = {f"cash_{at + 1}": ... if at >= len(months) else months[at] for at in range(6)}
    if not answer.items or months:
        found |= {name: 0 for name, value in found.items() if value is ...}
        total = None if None in months else sum(each or 0 for each in months)
    verdict = VERDICTS[answer.verdict.state]
    undetermined = verdict == 0 or total is None
    of_cash = [fact for each in answer.items for fact in each.open_facts if fact.key in ("event.claimed", "event.paid")]
    missing = [fact.key for fact in (*answer.verdict.missing, *of_cash)]
    because = [each.text() for each in answer.verdict.because]
    reasons: set[str | None] = {None}
    if undetermined:
        reasons = OF_DISMISSALS[missing[0]]
    elif because:
        reasons = {next(code for words, code in REFUSED.items() if words in because[0])}
    payers = {item.payer for item in answer.items}
    return {
        **found,
        "total": total,
        "payer": str(payers.pop()) if len(payers) == 1 and None not in payers else None,
        "verdict": verdict,
        "status": "undetermined" if undetermined else "ok",
        "reason": reasons,
    }


OF_DISMISSALS: dict[str, set[str | None]] = {
    "member.registered": {"registered"},
    "registered": {"registered"},
    "person.born": {"born"},
    "person.health_cover": {"health_cover"},
    "employer.scale": {"scale"},
    "member.history": {"months_paid", "months_in_a_row"},
    "event.claimed": {"claimed"},
    "event.paid": {"paid"},
}
REFUSED = {
    "JKP was not in force": "not_in_force",
    "no wage earner of a company": "no_company",
    "no job was running": "ended",
    "Indonesian citizen": "citizen",
    "age at the end": "age_limit",
    "enrolled in JKK": "in_jkk",
    "enrolled in JKM": "in_jkm",
    "enrolled in JHT": "in_jht",
    "enrolled in JP": "in_jp",
    "cover by the health": "health_cover",
    "a micro employer": "micro_employer",
    "months in a row": "months_in_a_row",
    "months before the dismissal": "months_paid",
    "claimed on": "late_claim",
    "not willing": "not_willing",
    "a new job since": "new_job",
    "past the pension age": "pension_age",
}


def explain(rule: _rule.Rule, facts: Row, law: js.Law) -> Any:
    return _rule.explained(rule, facts, None, None, None, law)


def problem(name: str, row: Row, result: dict[str, Any], law: js.Law = js.LAW) -> str | None:
    """How a result differs from the exact answer to its row, None where it does not."""
    rule = _rules.RULES[name]
    amounts = tuple(each for each in rule.results if each not in NO_AMOUNTS)
    facts = {key: value for key, value in row.items() if key in rule.columns}
    told = {key: result[key] for key in rule.results}
    try:
        wanted = dismissal_results(row, law) if name == "jkp" else READERS[name](explain(rule, facts, law), amounts)
    except errors.JamsostekError as error:
        reasons = {type(fault).__name__ for fault in errors.each_of(error)}
        right = told["status"] == "error" and str(told["reason"]).rpartition(": ")[2] in reasons
        if not right or any(told[key] is not None for key in rule.results if key not in ("status", "reason")):
            return f"{row}: {told}, not {error}"
        return None
    wrong = {key: (value, wanted[key]) for key, value in told.items() if not _same(value, wanted[key])}
    return f"{row}: got, wanted {wrong}" if wrong else None


def _same(value: Any, wanted: Any) -> bool:
    return wanted is ... or (value in wanted if isinstance(wanted, set) else value == wanted)


def run(name: str, native: Any, **more: Any) -> Any:
    """Call a rule."""
    return getattr(_benefits, name)(native, **more)
