"""What an event of a migrant worker asks for: the benefits, with what the event itself says for or against each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from .._accident import Expenses, Incapacity, PartialDisability, WorkAccident
from .._benefits import ELIGIBLE, Because, Term
from .._cases import Case
from .._citations import Citation, Flag, Grade
from .._endings import Dismissal
from .._events import Death, TotalDisability
from .._kinds import Programme
from .._more_instruments import PERMENAKER_4_2023
from .._verdict import Fact, State, Verdict
from .events import Cause, FailedDeparture, FailedPlacement, LossOnTheWay, Rape, TroubledReturn, WrongPlacement
from .grants import Benefit

OUTCOME = Fact("event.outcome", "what came of the accident", "akibat kecelakaan")
AFTER_ACCIDENT = Fact(
    "event.after_accident", "whether a work accident led to the dismissal", "apakah PHK akibat kecelakaan kerja"
)
_CAUSE = Fact("event.cause", "why he did not leave", "sebab gagal berangkat")
_OWN_FAULT = Fact("event.own_fault", "whether it was his own fault", "apakah karena kesalahannya")
_OWN_WISH = Fact("event.own_wish", "whether he wished it", "apakah atas kehendaknya")
_PROVEN = Fact("event.proven", "whether it has been proved", "apakah telah terbukti")
_DURING = PERMENAKER_4_2023.at("34(1)")
_LIST = PERMENAKER_4_2023.at("34(1)", Grade.A, "letters a to m; what follows was not read", Flag.READING)
_RAPE = Term(
    "other sums may be part of it: the paragraph was read in part",
    "dapat sudah termasuk manfaat lain: ayatnya terbaca sebagian",
    PERMENAKER_4_2023.at("27(4)"),
)
_DIFFERENCE = Term(
    "what a foreign insurance does not pay, against proof",
    "selisih yang tidak dibayar asuransi setempat, dengan bukti",
    PERMENAKER_4_2023.at("50(2)"),
)


class Want(NamedTuple):
    """A benefit that an event asks for.

    ``verdict`` is what the event says on it, ``cost`` what was spent, rupiah, None where that does not matter or is not
    known; ``certain`` is whether its absence from a phase is told as a refusal.
    """

    benefit: Benefit
    verdict: Verdict = ELIGIBLE
    cost: int | None = None
    certain: bool = True
    terms: tuple[Term, ...] = ()


def asked(case: Case, programme: Programme) -> tuple[Want, ...] | Because:
    """What a case asks of JKK or JKM, or why nothing."""
    if programme is Programme.JKM:
        return _of_death(case)
    own = tuple(_of_event(case.event))
    if own or not case.work_related:
        return own or Because("work did not cause it", "bukan akibat kerja", _DURING)
    event = case.event
    outcomes = event.outcome if isinstance(event, WorkAccident) else (event,)
    if outcomes is None:
        return (Want(Benefit.OPEN),)
    return tuple(want for outcome in outcomes for want in _of_outcome(outcome))


def _of_death(case: Case) -> tuple[Want, ...] | Because:
    """What a death asks of JKM."""
    if case.death is None:
        return Because("nobody died", "peserta tidak meninggal dunia", PERMENAKER_4_2023.at("1(15)"))
    if case.work_related:
        words = "work caused the death: it is for JKK", "akibat kecelakaan kerja: termasuk JKK"
        return Because(*words, PERMENAKER_4_2023.at("1(15)"))
    extras = (Benefit.PERIODIC, Benefit.FUNERAL, Benefit.SCHOLARSHIP)
    return (Want(Benefit.DEATH), *(Want(each, certain=False) for each in extras))


def _of_outcome(outcome: Any) -> Iterator[Want]:
    if isinstance(outcome, Death):
        yield from (Want(Benefit.DEATH), Want(Benefit.SCHOLARSHIP))
    elif isinstance(outcome, TotalDisability):
        yield from (Want(Benefit.TOTAL_DISABILITY), Want(Benefit.PERIODIC), Want(Benefit.SCHOLARSHIP))
    elif isinstance(outcome, PartialDisability):
        yield Want(Benefit.PARTIAL_DISABILITY)
    elif isinstance(outcome, Incapacity):
        yield Want(
            Benefit.INCAPACITY,
            no("the list of what is paid does not name it", "tidak disebut dalam daftar santunan", _LIST),
        )
    else:
        yield from _of_expenses(outcome)


def _of_expenses(spent: Expenses) -> Iterator[Want]:
    trips = [each for each in (spent.land, spent.sea, spent.air) if each is not None]
    if trips:
        yield Want(Benefit.TRANSPORT, cost=sum(trips))
    for benefit, cost, terms in (
        (Benefit.CARE_ABROAD, spent.care_abroad, (_DIFFERENCE,)),
        (Benefit.RETURN, spent.way_home, ()),
        (Benefit.HOME_CARE, spent.home_care, ()),
        (Benefit.AIDS, spent.aids, ()),
    ):
        if cost is not None:
            yield Want(benefit, cost=cost, terms=terms)
    for benefit, pieces in (
        (Benefit.DENTURES, spent.dentures),
        (Benefit.HEARING_AID, spent.hearing_aid),
        (Benefit.GLASSES, spent.glasses),
    ):
        if pieces:
            yield Want(benefit, cost=sum(pieces))


def _of_event(event: object) -> Iterator[Want]:
    """What an event asks for that is neither a death nor an accident."""
    if isinstance(event, FailedDeparture):
        yield Want(Benefit.FAILED_DEPARTURE, _of_cause(event.cause))
    elif isinstance(event, FailedPlacement):
        words = "it was his own fault", "karena kesalahannya sendiri"
        verdict = _unless(event.own_fault, _OWN_FAULT, words, PERMENAKER_4_2023.at("34(1)d"))
        yield Want(Benefit.FAILED_PLACEMENT, verdict)
        yield Want(Benefit.FAILED_PLACEMENT_RETURN, verdict, event.transport)
    elif isinstance(event, WrongPlacement):
        words = "he wished it so himself", "atas kehendaknya sendiri"
        verdict = _unless(event.own_wish, _OWN_WISH, words, PERMENAKER_4_2023.at("34(1)e"))
        yield Want(Benefit.WRONG_PLACEMENT, verdict)
        yield Want(Benefit.WRONG_PLACEMENT_RETURN, verdict, event.transport)
    elif isinstance(event, Rape):
        disproved = None if event.proven is None else not event.proven
        words = "it has not been proved", "belum terbukti"
        verdict = _unless(disproved, _PROVEN, words, PERMENAKER_4_2023.at("34(1)k"))
        yield Want(Benefit.RAPE, verdict, terms=(_RAPE,))
    elif isinstance(event, TroubledReturn):
        yield Want(Benefit.RETURN_OF_TROUBLED, cost=event.transport)
    elif isinstance(event, LossOnTheWay):
        yield Want(Benefit.LOSS_ON_THE_WAY, cost=event.loss)
    elif isinstance(event, Dismissal):
        after = event.after_accident
        words = "a work accident led to it", "akibat kecelakaan kerja"
        yield Want(Benefit.DISMISSAL, _unless(after, AFTER_ACCIDENT, words, PERMENAKER_4_2023.at("34(1)m")))
        words = "no work accident led to it", "bukan akibat kecelakaan kerja"
        not_after = None if after is None else not after
        verdict = _unless(not_after, AFTER_ACCIDENT, words, PERMENAKER_4_2023.at("34(1)l"))
        yield Want(Benefit.DISMISSAL_AFTER_ACCIDENT, verdict)


def _of_cause(cause: Cause | None) -> Verdict:
    if cause is None:
        return Verdict(State.UNDETERMINED, missing=(_CAUSE,))
    if cause is Cause.OTHER:
        return ELIGIBLE
    place = {Cause.WORKER: "27(1)g", Cause.PLACEMENT_BODY: "27(3)a", Cause.GOVERNMENT: "27(3)b"}[cause]
    return no(cause.label_en, cause.label_id, PERMENAKER_4_2023.at(place))


def _unless(bar: bool | None, fact: Fact, words: tuple[str, str], cite: Citation) -> Verdict:
    """No where a bar is there, open where it is not known."""
    if bar is None:
        return Verdict(State.UNDETERMINED, missing=(fact,))
    return no(*words, cite) if bar else ELIGIBLE


def no(text_en: str, text_id: str, cite: Citation) -> Verdict:
    """A no with its reason."""
    return Verdict(State.NOT_ELIGIBLE, (Because(text_en, text_id, cite),))
