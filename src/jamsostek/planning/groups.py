"""Who is planned for: groups of people who are billed alike; each checks itself when it is built."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve, field, frozen

from .. import errors
from .._kinds import PaidBy
from .._money import count_error, lenient_int
from .._people import Participant, SelfEmployed, _flag_error
from .._reliefs import Examined
from .._results import Bill
from .._serial import from_dict


def named_error(where: str, name: object) -> errors.JamsostekError | None:
    """What is wrong with a name, None if nothing is; none at all is an empty text."""
    return None if isinstance(name, str) else errors.WrongType(where, f"{name!r} is no name", "give a text")


@frozen
class Group:
    """So many people who are billed alike (kelompok sasaran).

    ``people`` is a head count, ``participant`` any one of them. ``claims_relief`` says that the plan counts on a
    relief: then a group that none reaches in any month is an error. Without it whatever the law gives is taken.
    Raises ``WrongType``, ``OutOfRange``, several as ``SeveralErrors``.

    >>> rider = SelfEmployed(income=1_000_000, sector="transport", paid_by="regional_budget")
    >>> Group(3_000, rider, name="riders").people
    3000
    """

    people: int = field(converter=lenient_int)
    participant: Participant
    name: str = field(default="", kw_only=True)
    claims_relief: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        errors.raise_together(
            "Group",
            (
                count_error("people", self.people),
                None
                if isinstance(self.participant, Participant)
                else errors.WrongType(
                    "participant", f"{self.participant!r} takes no part", "give a participant, such as a SelfEmployed"
                ),
                named_error("name", self.name),
                errors.WrongType("claims_relief", "None is no answer", "give True or False")
                if self.claims_relief is None
                else _flag_error("claims_relief", self.claims_relief),
            ),
        )

    def to_dict(self) -> dict[str, Any]:
        """The group as JSON-safe values; ``Group.from_dict`` rebuilds an equal one."""
        found: dict[str, Any] = {"people": self.people, "participant": self.participant.to_dict()}
        found |= {"name": self.name} if self.name else {}
        return found | ({"claims_relief": True} if self.claims_relief else {})

    @classmethod
    def from_dict(cls, given: Mapping[str, Any]) -> Group:
        """Rebuild an equal group from ``group.to_dict()``. Raises what the group raises, ``UnknownFact``."""
        if not isinstance(given, Mapping) or not {"people", "participant"} <= set(given):
            raise errors.WrongType("Group", f"{given!r} is no group", "give people and participant by name")
        for key in given:
            if key not in _FACTS:
                raise errors.not_in(errors.UnknownFact, "Group", key, _FACTS)
        return cls(**{**given, "participant": from_dict(given["participant"])})


_FACTS = ("people", "participant", "name", "claims_relief")


def as_groups(given: Group | Iterable[Group], where: str) -> tuple[Group, ...]:
    """Groups from what the caller gave, each with a name of its own."""
    groups = (given,) if isinstance(given, Group) else given
    if not isinstance(groups, Iterable):
        raise errors.WrongType(where, f"{given!r} is no group", "give planning.Group objects")
    listed = tuple(groups)
    faults: list[errors.JamsostekError | None] = [
        errors.WrongType(where, f"{each!r} is no group", "give planning.Group objects")
        for each in listed
        if not isinstance(each, Group)
    ]
    errors.raise_together(where, faults)
    if not listed:
        raise errors.MissingFact(where, "no group is given", "give at least one")
    called = [each.name or f"group {at}" for at, each in enumerate(listed, start=1)]
    twice = sorted({name for name in called if called.count(name) > 1})
    if twice:
        raise errors.NamedTwice(where, f"{', '.join(twice)} named twice", "give each group a name of its own")
    return tuple(each if each.name else evolve(each, name=name) for each, name in zip(listed, called, strict=True))


def paid_by(group: Group, payer: PaidBy) -> Group:
    """The same group of the self-employed, paid for by a payer."""
    who = group.participant
    assert isinstance(who, SelfEmployed)  # the callers ask first
    return evolve(group, participant=evolve(who, paid_by=payer))


def relief_error(group: Group, bills: Iterable[Bill]) -> errors.JamsostekError | None:
    """What is wrong with the relief that a group claims, None where it gets one in any month, or claims none."""
    listed = tuple(bills)
    if not group.claims_relief or any(line.reliefs for bill in listed for line in bill):
        return None
    examined = tuple(dict.fromkeys(each for bill in listed for each in bill.examined))
    missing = dict.fromkeys(fact.key for each in examined for fact in each.verdict.missing)
    if missing:
        what = f"whether the relief that is claimed applies hangs on {', '.join(missing)}"
        return errors.MissingFact(group.name, what, "give these facts of the participant")
    fewest: dict[str, Examined] = {}  # the month in which least stands against a relief
    for each in examined:
        other = fewest.setdefault(each.relief.name, each)
        if len(each.verdict.because) < len(other.verdict.because):
            fewest[each.relief.name] = each
    why = "; ".join(each.text() for each in fewest.values()) or "no relief runs in these months"
    return errors.ReliefExcluded(group.name, f"a relief is claimed, but {why}", "plan at the full price")
