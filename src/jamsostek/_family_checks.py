"""What of a family cannot be true of its participant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from . import errors
from ._family import Family

# Bounds of sense, not of law: a child is not born to somebody younger, nor long after the parent's death.
_LONGEST_AFTER_DEATH = 366


def family_errors(family: Family, *, born: date | None, event: date, deceased: bool) -> Iterator[errors.JamsostekError]:
    """What of a family cannot be true of a participant born on a day (None: not known) and of the event's day."""
    for at, child in enumerate(family.children or ()):
        where = f"family.children[{at}]"
        if child.born is None:
            continue
        if born is not None and child.born <= born:
            what = f"{child.called()} is not younger than the participant, born on {born}"
            yield errors.Contradiction(where, what, "mend one of the dates of birth")
        if deceased and (child.born - event).days > _LONGEST_AFTER_DEATH:
            what = f"{child.called()} was born long after the participant's death on {event}"
            yield errors.Contradiction(where, what, "mend one of the dates")
    for at, parent in enumerate(family.parents or ()):
        if parent.born is not None and born is not None and parent.born >= born:
            what = f"{parent.called()} is not older than the participant, born on {born}"
            yield errors.Contradiction(f"family.parents[{at}]", what, "mend one of the dates of birth")
