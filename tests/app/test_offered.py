"""What `crosswire.app` offers is loaded name by name, from where its stub says."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import pytest

from crosswire import app


@pytest.mark.parametrize("name", dir(app))
def test_each_name_is_where_the_stub_says(name: str) -> None:
    assert getattr(app, name) is not None


def test_no_module_hides_a_name() -> None:
    assert not {module.name for module in pkgutil.iter_modules(app.__path__)} & set(dir(app))


def test_a_name_not_offered_is_told() -> None:
    with pytest.raises(AttributeError, match="nothing_such"):
        getattr(app, "nothing_such")  # noqa: B009 - mypy knows the stub


def test_help_loads_neither_the_steps_nor_the_parser_nor_the_model() -> None:
    heavy = "('spacy', 'crosswire.model', 'crosswire.pipeline', 'rich.console')"
    code = f"import sys, crosswire.cli; print([m for m in {heavy} if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert told.stdout.strip() == "[]"
