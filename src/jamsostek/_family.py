"""The family of a member: who could inherit, and the children who could go to school."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from . import errors
from ._people import _date_error, _flag_error


@frozen(kw_only=True)
class Child:
    """A child of the member (anak sah). ``born`` is the day of birth, None: not known."""

    born: date | None = None
    name: str | None = None

    def __attrs_post_init__(self) -> None:
        errors.raise_together("Child", (_date_error("born", self.born),))


def _children(given: Iterable[Child] | None) -> tuple[Child, ...] | None:
    return None if given is None else tuple(given)


@frozen(kw_only=True)
class Family:
    """Who is there (keluarga); every fact None: not known, False or an empty tuple: nobody.

    ``spouse`` is a widow or widower; ``children``, ``parents``, ``grandparents``, ``grandchildren``, ``siblings``
    (full), ``parents_in_law`` are living; ``will`` is whether a will names somebody. PP 44/2015 arts 37(5), 40(2).

    >>> Family(spouse=True, children=()).children
    ()
    """

    spouse: bool | None = None
    children: tuple[Child, ...] | None = field(default=None, converter=_children)
    parents: bool | None = None
    grandparents: bool | None = None
    grandchildren: bool | None = None
    siblings: bool | None = None
    parents_in_law: bool | None = None
    will: bool | None = None

    def __attrs_post_init__(self) -> None:
        names = ("spouse", "parents", "grandparents", "grandchildren", "siblings", "parents_in_law", "will")
        errors.raise_together("Family", (_flag_error(name, getattr(self, name)) for name in names))
