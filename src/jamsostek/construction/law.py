"""The law of construction projects (jasa konstruksi): what their contributions go by."""

from __future__ import annotations

from fractions import Fraction

from .._citations import Citation
from .._dated import Clock, Dated, row
from ..instruments import PP_44_2015
from ..units import SLICES, Slice

_MILLION = 10**6
_TOPS = (100 * _MILLION, 500 * _MILLION, 1_000 * _MILLION, 5_000 * _MILLION, None)


def _tiers(name: str, programme: str, hundredths: tuple[int, ...], *cites: Citation) -> Dated[tuple[Slice, ...]]:
    """The tiers of a programme, from hundredths of a per cent by slice."""
    slices = tuple(Slice(upto, Fraction(each, 10_000)) for upto, each in zip(_TOPS, hundredths, strict=True))
    return Dated(
        f"construction.{name}",
        f"{programme} of a project by slices of the contract value",
        f"iuran {programme} jasa konstruksi menurut lapisan nilai kontrak",
        SLICES,
        Clock.CONTRACT,
        (row("2015-07", slices, *cites),),
    )


JKK_TIERS = _tiers("JKK_TIERS", "JKK", (21, 17, 13, 11, 9), PP_44_2015.at("54(2)"), PP_44_2015.at("elucidation 54(2)"))
JKM_TIERS = _tiers("JKM_TIERS", "JKM", (3, 2, 2, 1, 1), PP_44_2015.at("55(2)"), PP_44_2015.at("elucidation 55(2)"))

TABLES = (JKK_TIERS, JKM_TIERS)
