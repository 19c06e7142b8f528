"""Build src/crosswire/alerts/data/countries.z from Natural Earth (public domain), by way of npm's world-atlas.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    uv run --with pycountry python tools/build_coasts.py package/countries-10m.json

The same input gives the same bytes. The file is zlib over a line of JSON, {code: [[points of each ring] of each
polygon]}, the first ring its outline and the others its holes, with ISO 3166-1 alpha-2 codes ("--" for land of none);
and then all points of all rings in that order, longitude and latitude in thousandths of a degree (about 100 m), each as
the difference to the one before, the first of a ring to nothing. All numbers are zigzag varints, the lowest seven bits
first.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pycountry

OUT = Path(__file__).resolve().parent.parent / "src/crosswire/alerts/data/countries.z"
GRID = 1000  # steps a degree
# Land that has no code of its own, or whose code is in common use only.
NAMED = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}

Ring = list[tuple[int, int]]


def main() -> None:
    """Read the TopoJSON file named on the command line and write the packed one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("topojson", type=Path)
    topology = json.loads(parser.parse_args().topojson.read_text("utf-8"))
    arcs = list(_arcs(topology))
    countries = dict(sorted(_countries(topology, arcs).items()))
    sizes = {code: [[len(ring) for ring in polygon] for polygon in polygons] for code, polygons in countries.items()}
    packed = bytearray(json.dumps(sizes, separators=(",", ":")).encode() + b"\n")
    for polygons in countries.values():
        packed += b"".join(_packed(ring) for polygon in polygons for ring in polygon)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_bytes(zlib.compress(bytes(packed), 9))
    print(f"{OUT}: {OUT.stat().st_size:,} bytes")  # noqa: T201 - a tool tells what it wrote


def _countries(topology: dict[str, Any], arcs: list[Ring]) -> dict[str, list[list[Ring]]]:
    found: dict[str, list[list[Ring]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        for polygon in [shape["arcs"]] if shape["type"] == "Polygon" else shape.get("arcs", []):
            outline, *holes = [_ring(ring, arcs) for ring in polygon]
            if len(outline) >= 4:
                found.setdefault(_code(shape), []).append([outline, *(h for h in holes if len(h) >= 4)])
    return found


def _code(shape: dict[str, Any]) -> str:
    name = shape.get("properties", {}).get("name", "")
    country = pycountry.countries.get(numeric=str(shape.get("id", "")))
    return country.alpha_2 if country is not None else NAMED.get(name, "--")


def _arcs(topology: dict[str, Any]) -> Iterator[Ring]:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points: Ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round((x * sx + tx) * GRID), round((y * sy + ty) * GRID)))
        yield points


def _ring(numbers: Iterable[int], arcs: list[Ring]) -> Ring:
    """The arcs of a ring put together; points that fall into one step of the grid are one."""
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(point for point in arc if not ring or ring[-1] != point)
    return ring


def _packed(ring: Ring) -> bytes:
    out = bytearray()
    last = (0, 0)
    for point in ring:
        out += _varint(point[0] - last[0]) + _varint(point[1] - last[1])
        last = point
    return bytes(out)


def _varint(number: int) -> bytes:
    """Zigzag, then seven bits a byte, the lowest first."""
    left = number << 1 if number >= 0 else (-number << 1) - 1
    out = bytearray()
    while left > 0x7F:
        out.append(left & 0x7F | 0x80)
        left >>= 7
    out.append(left)
    return bytes(out)


if __name__ == "__main__":
    main()
