"""Properties of every order of heirs: earlier ranks exclude later ones, and facts only narrow what is said."""

from datetime import date
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import heirs
from jamsostek import testing as given_by

DIED = date(2042, 8, 22)
PROGRAMMES = st.sampled_from(["JKM", "JKK", "JHT"])
GROUPS = [each.name for each in attrs.fields(js.Family)]


@given(given_by.families(), PROGRAMMES, given_by.laws())
def test_who_inherits_is_known_or_what_would_tell_it(family: js.Family, programme: str, law: js.Law) -> None:
    found = heirs.of(family, programme=programme, on=DIED, law=law)
    assert (found.rank is not None) or found.missing
    assert found.text("id")
    if found.people:
        assert found.rank not in ("fund", "estate_office")
    if not found.missing and not found.people:
        assert found.rank == ("estate_office" if programme == "JHT" else "fund")


@given(given_by.families(), st.sets(st.sampled_from(GROUPS)), PROGRAMMES, given_by.laws())
def test_a_further_fact_never_changes_a_rank(
    family: js.Family, forgotten: set[str], programme: str, law: js.Law
) -> None:
    unknown: dict[str, Any] = dict.fromkeys(forgotten)
    less = heirs.of(attrs.evolve(family, **unknown), programme=programme, on=DIED, law=law)
    more = heirs.of(family, programme=programme, on=DIED, law=law)
    if less.rank is not None:
        assert more.rank == less.rank
        assert set(map(id, less.people)) <= set(map(id, more.people))
