"""Sphinx configuration; the pages of parameters and open questions are written from the tables before each build."""

import sys
from pathlib import Path

import jamsostek

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import generate  # noqa: E402

generate.write(HERE / "generated")

project = "jamsostek"
author = "the jamsostek authors"
copyright = "2026, the jamsostek authors"
version = release = jamsostek.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "jamsostek"
exclude_patterns = ["_build", "examples"]
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_default_options = {"members": True, "undoc-members": False}
