"""Where the parts are put together: what the command line (and any other front) asks for, in one place.

The steps are imported when they are first needed: the parser alone takes half a second to import, and `--help` and a
mistyped option must not wait for it. So is what this package offers: `__init__.pyi` lists it (types are checked by
it), and a name's module is imported when the name is first asked for.
"""

from __future__ import annotations

import ast
from functools import cache
from importlib import import_module
from importlib.resources import files


@cache
def _homes() -> dict[str, tuple[str, str]]:
    """Name -> (module, its name there), from the stub."""
    stub = ast.parse((files("crosswire.app") / "__init__.pyi").read_text("utf-8"))
    lines = [node for node in stub.body if isinstance(node, ast.ImportFrom)]
    return {one.asname or one.name: (line.module or "", one.name) for line in lines for one in line.names}


def __getattr__(name: str) -> object:
    if name.startswith("__") and name != "__version__":  # what Python itself asks every module for
        raise AttributeError(name)
    if name not in _homes():
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, own = _homes()[name]
    found = globals()[name] = getattr(import_module(module), own)
    return found


def __dir__() -> list[str]:
    return sorted(_homes())
