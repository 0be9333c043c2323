"""The command line: ``python -m jamsostek bill``, ``check``, ``payroll``, ``benefits``, ``businesses``, ``rates`` …

Errors are one line and exit code 2; a check that finds something, or a file with rows that are wrong or undetermined,
ends with exit code 1.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from typing import Any

from . import __version__, errors
from ._commands import benefits, bill, businesses, check, coverage, payroll, plan, rates

_COMMANDS = {
    "bill": bill,
    "plan": plan,
    "check": check,
    "payroll": payroll,
    "benefits": benefits,
    "businesses": businesses,
    "rates": rates,
    "coverage": coverage,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code: 1 after a check that found something, 2 after an error."""
    parser = _parser()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that cannot show every sign still shows the bill
    given = argparse.Namespace()
    try:
        parser.parse_args(argv, given)
        print(given.run(given), flush=True)
        return int(given.code)
    except errors.JamsostekError as error:
        from ._commands.wording import of_error  # only a fault needs it

        print(f"jamsostek: {of_error(error, given)}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        print(f"jamsostek: cannot print: {error}", file=sys.stderr)
        return 2


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> Any:
        """Raise instead of printing the usage over several lines."""
        raise errors.WrongType(self.prog, message, f"see {self.prog} --help")


def _parser() -> _Parser:
    parser = _Parser(
        prog="python -m jamsostek", description="Indonesia's employment social security, exact, dated, cited."
    )
    parser.add_argument("--version", action="version", version=f"jamsostek {__version__}")
    parser.set_defaults(code=0)
    commands = parser.add_subparsers(title="commands", required=True, metavar=" | ".join(_COMMANDS))
    for command in _COMMANDS.values():
        command.add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
