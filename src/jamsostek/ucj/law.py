"""The targets that the nation set itself: workers covered by the employment programmes, as a share of all workers."""

from __future__ import annotations

from fractions import Fraction

from .._citations import Flag, Grade
from .._dated import Clock, Dated, Horizon, row
from .._more_instruments import RKP_2026, RPJMN_2025, UU_59_2024
from ..units import SHARE

_PRESS = "press of 2025 on the plan"
_MINISTRY = "press of 2025 on the plan; the Home Ministry spoke of 52.15 % in May 2025"

NATIONAL_TARGETS: Dated[Fraction] = Dated(
    "ucj.NATIONAL_TARGETS",
    "national target of coverage of workers, by year",
    "sasaran nasional cakupan kepesertaan pekerja, menurut tahun",
    SHARE,
    Clock.YEAR,
    (
        row(
            "2025-01-01",
            Fraction(3_215, 10_000),
            RPJMN_2025.at("whole", Grade.B, _MINISTRY, Flag.CONTESTED),
            until="2025-12-31",
        ),
        row("2026-01-01", Fraction(3_499, 10_000), RKP_2026.at("whole", Grade.B, _PRESS), until="2026-12-31"),
        row("2029-01-01", Fraction(4_392, 10_000), RPJMN_2025.at("whole", Grade.B, _PRESS), until="2029-12-31"),
        row("2045-01-01", Fraction(995, 1_000), UU_59_2024.at("whole", Grade.B, _PRESS), until="2045-12-31"),
    ),
    Horizon.WINDOW,
)
TABLES = (NATIONAL_TARGETS,)
