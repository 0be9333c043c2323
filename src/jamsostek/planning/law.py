"""The law of the money that pays for others: how a region's share of the tobacco excise (DBHCHT) is to be used."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from .._citations import Flag, Grade
from .._dated import Clock, Dated, row
from .._kinds import Lang
from .._money import percent
from .._more_instruments import PMK_72_2024, PMK_215_2021
from ..units import Unit


class ExciseShares(NamedTuple):
    """What part of a region's share of the tobacco excise goes to which use; together the whole.

    ``welfare`` (kesejahteraan masyarakat) holds the contributions of tobacco labour and, where money is left, of other
    vulnerable workers; ``health`` is kesehatan, ``enforcement`` penegakan hukum.
    """

    welfare: Fraction
    health: Fraction
    enforcement: Fraction


def _is_shares(value: object) -> bool:
    return isinstance(value, ExciseShares) and sum(value) == 1 and min(value) >= 0


def _text(shares: ExciseShares, lang: Lang) -> str:
    names = USES[lang]
    return ", ".join(f"{name} {percent(share, lang)}" for name, share in zip(names, shares, strict=True))


USES: dict[Lang, tuple[str, str, str]] = {
    "en": ("welfare of the community", "health", "law enforcement"),
    "id": ("kesejahteraan masyarakat", "kesehatan", "penegakan hukum"),
}
SHARES: Unit[ExciseShares] = Unit("shares of the excise money", "bagian dana", _is_shares, _text)
_SHARES = ExciseShares(Fraction(1, 2), Fraction(2, 5), Fraction(1, 10))

EXCISE_SHARES: Dated[ExciseShares] = Dated(
    "planning.EXCISE_SHARES",
    "use of a region's share of the tobacco excise",
    "penggunaan dana bagi hasil cukai hasil tembakau (DBHCHT)",
    SHARES,
    Clock.YEAR,
    (
        row("2022-01-01", _SHARES, PMK_215_2021.at("whole", Grade.M, "remembered, and from which budget year too")),
        row(
            "2025-01-01",
            _SHARES,
            PMK_72_2024.at("whole", Grade.B, "regional press of 2025; which article was not read", Flag.CONTESTED),
        ),
    ),
)
TABLES = (EXCISE_SHARES,)
