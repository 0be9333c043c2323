"""The law of JKK's risk groups: the business types of annex I, in its two versions.

>>> from jamsostek.jkk.annex import BUSINESSES
>>> [len(row.value) for row in BUSINESSES.rows]
[192, 191]
"""

from __future__ import annotations

from attrs import field, frozen

from .._citations import Citation, Flag, Grade
from .._dated import Clock, Dated, row
from .._kinds import Lang
from .._money import number
from ..instruments import PP_44_2015, PP_82_2019
from ..units import Unit
from ._annex_names import GROUP_1, GROUP_2, GROUP_3, GROUP_4, GROUP_5, Names

ROMAN = ("I", "II", "III", "IV", "V")


@frozen
class Business:
    """A business type (jenis usaha) of annex I: its risk group, 1 to 5, and its number in the group.

    ``label_id`` are the words of the annex, as read in it or as told (``cites``), ``label_en`` our English for them.
    ``overlaps`` are the keys of the types that can be read to mean the same trade: which one counts is for the agency
    to say (art. 16(2)).
    """

    risk_group: int
    number: int
    label_id: str
    label_en: str
    cites: tuple[Citation, ...] = field(repr=False)
    overlaps: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Group and number as the annex prints them, such as ``III-39``."""
        return f"{ROMAN[self.risk_group - 1]}-{self.number}"

    def text(self, lang: Lang = "en") -> str:
        """The words of the annex, in English followed by ours."""
        return self.label_id if lang == "id" else f"{self.label_id} ({self.label_en})"


def _is_businesses(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(each, Business) for each in value)


def _text(value: tuple[Business, ...], lang: Lang) -> str:
    return f"{number(len(value), lang)} {'business types' if lang == 'en' else 'jenis usaha'}"


TYPES: Unit[tuple[Business, ...]] = Unit("business types", "jenis usaha", _is_businesses, _text)

_TOLD = "a public directory built from the annex, 2026"
_READ = PP_44_2015.at("annex I")
_TOLD_2015 = PP_44_2015.at("annex I", Grade.C, f"{_TOLD}: the list of 2019, but for one type", Flag.DERIVED)
_TOLD_2019 = PP_82_2019.at("annex I", Grade.C, _TOLD)

# The annex of 2015 has the repair of watches in group II as well as in group I. It was read up to that entry.
_TWICE = 13
_WATCHES = GROUP_1[21]

_OVERLAPS = {"III-28": "IV-14", "III-39": "III-87", "III-68": "IV-18", "III-95": "IV-3"}
_OVERLAPS_2015 = {**_OVERLAPS, "I-22": f"II-{_TWICE}"}


def _listed(
    group_2: Names, cites: tuple[tuple[Citation, ...], tuple[Citation, ...]], overlaps: dict[str, str]
) -> tuple[Business, ...]:
    """The list of one version; ``cites`` are those of what was read in the annex itself, and of the rest."""
    other = {**overlaps, **{second: first for first, second in overlaps.items()}}
    found = []
    for group, names in enumerate((GROUP_1, group_2, GROUP_3, GROUP_4, GROUP_5), start=1):
        for at, (label_id, label_en) in enumerate(names, start=1):
            read = group == 1 or (group == 2 and at < _TWICE) or (label_id, label_en) == _WATCHES
            key = f"{ROMAN[group - 1]}-{at}"
            overlapping = (other[key],) if key in other else ()
            found.append(Business(group, at, label_id, label_en, cites[not read], overlapping))
    return tuple(found)


BUSINESSES: Dated[tuple[Business, ...]] = Dated(
    "jkk.BUSINESSES",
    "business types by risk group",
    "jenis usaha menurut kelompok tingkat risiko",
    TYPES,
    Clock.CONTRIBUTION_MONTH,
    (
        row(
            "2015-07",
            _listed(
                (*GROUP_2[: _TWICE - 1], _WATCHES, *GROUP_2[_TWICE - 1 :]),
                ((_READ,), (_TOLD_2015,)),
                _OVERLAPS_2015,
            ),
            _READ,
            _TOLD_2015,
        ),
        row("2019-12-02", _listed(GROUP_2, ((_READ, _TOLD_2019), (_TOLD_2019,)), _OVERLAPS), _TOLD_2019),
    ),
)
