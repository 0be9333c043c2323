"""Every block of README and docs runs; the generated pages show every table, reading and instrument."""

import contextlib
import importlib.util
import io
import re
import runpy
import shlex
from doctest import ELLIPSIS
from pathlib import Path
from types import ModuleType

import pytest
from sybil import Document, Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser

from jamsostek import coverage, instruments, readings, tables
from jamsostek.__main__ import main

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SETUP = re.compile(r"python3 -m venv --without-pip \.venv && python3 -m pip --python \.venv/bin/python install -q .*")


def console(example: Example) -> str | None:
    """Run the commands of a block and compare what they print."""
    for part in re.split(r"^\$ ", str(example.parsed), flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        words = shlex.split(command)
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            if words[:3] == ["python", "-m", "jamsostek"]:
                assert main(words[3:]) == 0
            else:
                runpy.run_path(str(ROOT / words[1]), run_name="__main__")
        if out.getvalue().rstrip() != expected.rstrip():
            return f"{command}\nprinted\n{out.getvalue()}\nnot\n{expected}"
    return None


SYBIL = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        CodeBlockParser(language="console", evaluator=console),
        SkipParser(),
    ],
    path=str(ROOT),
)


# Pages that need more than the core; where all of it is installed, none is skipped.
NEEDS = {
    "payrolls.md": ("narwhals", "polars", "pandas", "duckdb", "pyspark"),
    "populations.md": ("narwhals", "polars"),
    "population-careers.md": ("narwhals", "polars"),
    "spark.md": ("narwhals", "pyspark", "pyarrow"),
    "files.md": ("narwhals", "polars"),
}


def parse(page: Path) -> Document:
    return SYBIL.parse(page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_blocks_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # some write files
    for library in NEEDS.get(page.name, ()):
        pytest.importorskip(library)
    for example in parse(page).examples():
        example.evaluate()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_block_escapes(page: Path) -> None:
    languages = re.findall(r"^```(\S+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert set(languages) <= {"python", "console", "bash", "{toctree}", "{eval-rst}"}
    if "bash" in languages:
        blocks = re.findall(r"```bash\n(.*?)```", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert page.name == "README.md"
        assert all(SETUP.fullmatch(block.strip()) for block in blocks)


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages(tmp_path: Path) -> None:
    generator().write(tmp_path / "generated")
    text = "\n".join(page.read_text(encoding="utf-8") for page in (tmp_path / "generated").glob("*.md"))
    assert "<svg" in (tmp_path / "generated" / "payroll-year.svg").read_text(encoding="utf-8")
    for table in tables.ALL:
        assert f"## `{table.name}`" in text
        for entry in tables.entries(table):
            assert entry.value.replace("|", "/") in text
    for covered in coverage():
        assert covered.shown()[1] in text
    for reading in readings.ALL:
        assert f"## `{reading.name.upper()}`" in text
    for instrument in instruments.ALL:
        assert instrument.number in text or instrument is instruments.WHAT_IF


def test_ci_calls_the_lines_of_the_readme() -> None:
    lines = [line for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines() if SETUP.fullmatch(line)]
    assert len(lines) == 2
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert [line.rsplit(" ", 1)[1] for line in lines] == ["docs/examples/city_and_worker.py", "-q"]
    assert "eval \"$(readme_line 'pytest -q')\"" in script
