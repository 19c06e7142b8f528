"""`python -m benchmarks NAME [--data DIR] [--split dev|report]`: run one measurement, print one JSON line last."""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
import time
from pathlib import Path

import benchmarks


def names() -> list[str]:
    """The measurements there are: the modules of this package that have a `run`."""
    found = [m.name for m in pkgutil.iter_modules(benchmarks.__path__) if not m.name.startswith("_")]
    return sorted(name for name in found if hasattr(importlib.import_module(f"benchmarks.{name}"), "run"))


def main(argv: list[str] | None = None) -> int:
    """Parse the command line, run the named measurement and print its JSON line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", choices=names())
    parser.add_argument("--data", type=Path, help="folder that holds the data's paths as in its repository")
    parser.add_argument("--split", choices=("dev", "report"), default="dev")
    options = parser.parse_args(argv)
    started = time.perf_counter()
    module = importlib.import_module(f"benchmarks.{options.name}")
    result: dict[str, object] = {"benchmark": options.name, "split": options.split}
    result.update(module.run(options.data, options.split))
    result["seconds"] = round(time.perf_counter() - started, 1)
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
