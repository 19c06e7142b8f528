"""Which texts are an agency's: our credit against the label that PolNeAR's collectors gave.

Data: networkdynamics/PolNeAR `data/metadata.tsv` (its field `wire` names the agency of a wire text; "None" otherwise)
and `data/{train,dev,test}/text`. Dev is train and dev, the reporting part is test. Each text goes through our own
reports step as a file would; what counts is the agency that the report credits.

`found`: of the texts labelled with an agency, the share that we give an agency; `right` those given that very one.
`precision`: of the texts that we give an agency, the share labelled with one. Texts whose label is "NA" or empty are
not scored: nobody has said what they are. Of the labelled texts some say nowhere that they are an agency's (their
label comes from the page's own metadata, which the texts do not hold): they cannot be found here, and count as missed.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from crosswire.model import Fetched, Given
from crosswire.pipeline.read import load_pipeline
from crosswire.reports.make import read_report

PARTS = {"dev": ("train", "dev"), "report": ("test",)}
UNLABELLED = ("NA", "")
AGENCIES = {
    "AP": "Associated Press",
    "UPI": "United Press International",
    "AFP": "Agence France-Presse",
    "REUTERS": "Reuters",
}


def run(data: Path | None, split: str) -> dict[str, object]:
    """Counts over the texts of a split."""
    assert data is not None, "give the folder that holds PolNeAR's `data`"
    pipeline = load_pipeline()
    labelled = found = right = given = scored = 0
    missed: list[str] = []
    for path, label in texts(data, PARTS[split]):
        fetched = Fetched(str(path), path.read_bytes(), "text", Given(outlet="Paper"))
        credit = read_report(fetched, pipeline.outlets, pipeline.rules).credit
        agency = AGENCIES.get(label.upper())
        scored += 1
        given += credit is not None
        if agency is not None:
            labelled += 1
            found += credit is not None
            right += credit == agency
            if credit is None:
                missed.append(path.name)
        elif credit is not None and split == "dev":
            print("not labelled:", path.name, credit)
    if split == "dev":
        print("missed:", *missed, sep="\n  ")
    return {
        "n": scored,
        "labelled": labelled,
        "found": round(found / max(1, labelled), 3),
        "right": round(right / max(1, labelled), 3),
        "precision": round(found / max(1, given), 3),
    }


def texts(data: Path, parts: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    """Each text that has a label, with the label."""
    root = data / "data" if (data / "data" / "metadata.tsv").exists() else data
    with (root / "metadata.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            name = row["filename"].removesuffix(".txt") + ".txt"
            paths = (root / part / "text" / name for part in parts)
            path = next((p for p in paths if p.exists()), None)
            if path is not None and row["wire"] not in UNLABELLED:
                yield path, row["wire"]
