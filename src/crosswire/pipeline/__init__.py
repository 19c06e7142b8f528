"""The only place that knows the order of the steps: one module for each of the ways that reports take through them.

What it offers is imported when it is first asked for: what only looks into a store must not wait for the parser.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosswire.pipeline.check import check_paths
    from crosswire.pipeline.read import Pipeline, load_pipeline
    from crosswire.pipeline.weigh import scale_of, weigh_all

__all__ = ["Pipeline", "check_paths", "load_pipeline", "scale_of", "weigh_all"]
HOMES = {"check_paths": "check", "Pipeline": "read", "load_pipeline": "read", "scale_of": "weigh", "weigh_all": "weigh"}


def __getattr__(name: str) -> object:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
