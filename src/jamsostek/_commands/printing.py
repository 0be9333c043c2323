"""What commands print: JSON, CSV and tables of text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any


def as_json(value: Any) -> str:
    """A JSON document."""
    return json.dumps(value, indent=2)


def table(kind: str, names: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Rows as ``json``, ``csv`` or a ``table`` for people, which leaves out empty columns and the one for machines."""
    if kind == "json":
        return as_json([dict(zip(names, row, strict=True)) for row in rows])
    if kind == "csv":
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([names, *rows])
        return out.getvalue().rstrip("\n")
    used = [at for at, name in enumerate(names) if name != "raw" and any(row[at] for row in rows)]
    widths = {at: max(len(names[at]), *(len(row[at]) for row in rows)) for at in used}
    return "\n".join("  ".join(row[at].ljust(widths[at]) for at in used).rstrip() for row in [names, *rows])
