"""Settings of all tests: nothing is timed; with ``--no-skips``, where all is installed, nothing is skipped."""

import os
import sys
from collections.abc import Generator

import pytest
from hypothesis import settings

# The Python of Spark's workers, which is otherwise the first on the path.
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
settings.register_profile("untimed", parent=settings(), deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-skips", action="store_true", help="fail where a test is skipped")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and item.config.getoption("--no-skips"):
        report.outcome = "failed"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if report.skipped and collector.config.getoption("--no-skips"):
        report.outcome = "failed"
    return report
