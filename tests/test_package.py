"""The face of the package: light import, complete exports, extras that fail clearly, doctests of every module."""

import ast
import builtins
import doctest
import importlib
import importlib.util
import pkgutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import jamsostek as js

LIGHT = """
import sys
before = set(sys.modules)
import jamsostek as js
face = sorted(name for name in sys.modules if name.startswith("jamsostek"))
js.contributions(js.WageEarner(wage=12_000_000, risk_group=2), month="2026-03")
third = {name.partition(".")[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names)
print(face, sorted(name for name in third if not name.startswith("_")))
"""


# What hangs on an extra that may be missing here is left out; where all of them are installed nothing is.
NAMES = [name for name in js.__all__ if name != "frames" or importlib.util.find_spec("narwhals")]


def test_importing_loads_the_face_and_a_bill_nothing_but_attrs() -> None:
    done = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['jamsostek'] ['attr', 'attrs', 'jamsostek']"


def test_a_first_bill_loads_nothing_that_it_does_not_use() -> None:
    code = (
        "import sys, jamsostek as js; js.contributions(js.WageEarner(wage=12_000_000, risk_group=2), month='2026-03')"
    )
    code += "; print(sorted(name.partition('.')[2] for name in sys.modules if name.startswith('jamsostek.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(ast.literal_eval(done.stdout))
    late = {
        "_more_instruments",
        "migrants",
        "roles",
        "_readings_of_payment",
        "_written",
        "_history",
        "_bills",
        "_settlement",
        "_check",
        "_commands",
        "_steps",
    }
    assert loaded & {*late, "payment", "wages", "scales", "plots", "tables", "testing", "frames", "jkk.annex"} == set()


LIBRARIES = ("narwhals", "numpy", "pandas", "polars", "pyarrow", "duckdb", "dask", "pyspark")


def test_importing_loads_no_frame_library() -> None:
    code = f"import sys, jamsostek; print([name for name in {LIBRARIES} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_is_there() -> None:
    assert len(set(js.__all__)) == len(js.__all__)
    assert set(dir(js)) == set(js.__all__)
    for module in (js.jht, js.jkk, js.jkm, js.jkp, js.jp, js.migrants, js.tax):
        assert set(dir(module)) == set(module.__all__)
    for name in NAMES:
        assert getattr(js, name) is not None
    with pytest.raises(AttributeError, match="WageEarner"):
        js.Wage_Earner  # noqa: B018


def test_public_things_are_documented() -> None:
    for name in NAMES:
        thing = getattr(js, name)
        if isinstance(thing, type) or callable(thing) or hasattr(thing, "__file__"):
            assert thing.__doc__, name


def test_public_types_are_frozen_and_slotted() -> None:
    import attrs

    for name in NAMES:
        thing = getattr(js, name)
        if isinstance(thing, type) and attrs.has(thing):
            assert thing.__dictoffset__ == 0, name
            assert thing.__setattr__.__name__ == "_frozen_setattrs", name


NEEDS = {
    "jamsostek.frames._career_impact": "polars",
    "jamsostek.frames._careers": "polars",
    "jamsostek.frames._cells": "polars",
    "jamsostek.frames._files": "polars",
    "jamsostek.frames._pandas": "pandas",
    "jamsostek.frames._reform": "polars",
}
MODULES = [
    found.name
    for found in pkgutil.walk_packages(js.__path__, "jamsostek.", onerror=lambda _name: None)
    if found.name not in {"jamsostek.__main__", "jamsostek.frames" if "frames" not in NAMES else ""}
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name: str) -> None:
    if name in NEEDS:
        pytest.importorskip(NEEDS[name])
    module = importlib.import_module(name)
    assert module.__doc__, name
    failed, _ = doctest.testmod(module, extraglobs={"js": js})
    assert failed == 0


@pytest.mark.parametrize("path", sorted(Path(js.__file__).parent.rglob("*.py")), ids=lambda path: path.stem)
def test_modules_stay_small(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 400


@pytest.mark.parametrize(("module", "needs"), [("testing", "hypothesis"), ("frames", "narwhals")])
def test_a_missing_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch, module: str, needs: str) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith(needs):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.delitem(sys.modules, f"jamsostek.{module}", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(js.errors.MissingExtra, match=rf"jamsostek\[{module}\]"):
        importlib.import_module(f"jamsostek.{module}")
