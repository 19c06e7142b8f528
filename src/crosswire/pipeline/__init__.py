"""The only place that knows the order of the steps: one module for each of the ways that reports take through them."""

from crosswire.pipeline.check import check_paths
from crosswire.pipeline.read import Pipeline, load_pipeline
from crosswire.pipeline.weigh import scale_of, weigh_all

__all__ = ["Pipeline", "check_paths", "load_pipeline", "scale_of", "weigh_all"]
