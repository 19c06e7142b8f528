"""The only place that knows the order of the steps: one module for each of the ways that reports take through them.

Nothing is imported here: what only looks into a store must not wait for the parser.
"""
