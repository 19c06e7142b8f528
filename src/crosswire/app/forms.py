"""What a front may be asked for, by name: the choices of the options. Imports nothing, so that `--help` is quick."""

from __future__ import annotations

from typing import Literal

Format = Literal["text", "md", "html", "json"]
CheckFormat = Literal["text", "json"]
Drawing = Literal["text", "json", "dot", "svg"]
EngineName = Literal["local", "processes", "ray"]
