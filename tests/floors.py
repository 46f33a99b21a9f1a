"""Measure docmodels on real documentation trees and hold it to what it reached before.

    python tests/floors.py [SHARED]

SHARED is a folder with tools/scoreboard.py and corpus/, by default ../shared.
Exit status: 0 when every figure of the corpora that are there is at its floor or above,
1 when one is below or is missing. Raise a floor in the change that lifts its figure.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path


# Percentages by corpus: `_whole` names the columns that are at 100, the others have their floor. A corpus that holds
# nothing of a kind, "-" in the scoreboard, has no floor there.
def _whole(columns: str, **others: float) -> Mapping[str, float]:
    return {**dict.fromkeys(columns.split(", "), 100.0), **others}


_MODELS = "pages, import, usable, fields, no extra, only, descr"
"""What most corpora have in full."""

FLOORS: Mapping[str, Mapping[str, float]] = {
    "clerk-csharp": _whole(f"{_MODELS}, required, enums, unions, deprec", types=99.9, wire=99.6, examples=98.6),
    "cray-csm-widdershins": _whole(
        "pages, import, usable, no extra, only, types, wire, enums, unions, descr", fields=99.7, required=99.7
    ),
    "discord": _whole(
        "import, usable, fields, no extra, wire, descr",
        pages=99.6,
        names=99.2,
        only=97.7,
        required=99.7,
        types=99.1,  # the docs list values where the facts have str or int
        enums=100,
        deprec=95.6,
    ),
    "dub-php": _whole(f"{_MODELS}, required, enums, deprec, examples", types=99.9, wire=96.1),
    "dub-ruby": _whole(f"{_MODELS}, required, enums, deprec, examples", types=99.9, wire=90.9),
    "hathora-csharp": _whole(f"{_MODELS}, required, types, enums, deprec", wire=98.4, examples=98.6),
    "hathora-go": _whole(f"{_MODELS}, required, types, enums, deprec", wire=97.5, examples=99),
    "hathora-java": _whole(f"{_MODELS}, required, types, enums, deprec", wire=99.5, examples=98.8),
    "hathora-typescript": _whole(f"{_MODELS}, required, enums, deprec", types=99.8, wire=96.4, examples=99),
    "kava-proto": _whole(f"{_MODELS}, types, wire, enums"),
    "kiali-goswagger": _whole(f"{_MODELS}, required, types, examples", wire=96.4),
    "kuberay-crd": _whole(f"{_MODELS}, required, types, wire, enums, deprec"),
    "mariadb-operator-crd": _whole(f"{_MODELS}, required, types, wire, enums"),
    "mistral-python": _whole(
        "pages, import, usable, fields, no extra, required, types, enums, unions, descr, deprec",
        only=99.8,
        wire=97.1,
        examples=93.2,
    ),
    "msgraph-outlook-files": _whole(
        "pages, import, usable, fields, no extra, enums",
        names=99.3,
        only=97.1,
        types=97,  # as above
        wire=99.8,
        descr=99.9,
        deprec=25,
    ),
    "oag-alogram-java": _whole(f"{_MODELS}, required, types, wire, enums, unions"),
    "oag-fireblocks-typescript": _whole(f"{_MODELS}, required, types, wire, enums"),
    "oag-hathora-csharp": _whole(f"{_MODELS}, required, types", wire=98.8),
    "oag-ory-python": _whole(f"{_MODELS}, required, types, enums", wire=99.6),
    "oag-phrase-go": _whole(f"{_MODELS}, required, types, wire"),
    "tencent-bot-docs": _whole(
        "names, import, usable, no extra, wire, enums, descr",
        types=97.5,  # as above, and `0: none, 1: weekly` in descriptions
        pages=97.6,
        fields=98.9,
        only=97.2,
        required=94,
        deprec=0,
    ),
    "tiunimanager-swaggermd": _whole(f"{_MODELS}, required, types, wire", examples=98.7),
    "wild-bitbank": _whole(
        "pages, names, import, usable, fields, no extra, only, types, wire, descr, choices, reads", required=99.3
    ),
    "wild-cni-bullets": _whole(
        "pages, names, import, usable, no extra, required, wire, reads",
        fields=96,
        types=89.5,
        descr=97.9,
    ),
    "wild-dwolla-typescript": _whole(
        "pages, import, usable, fields, no extra, only, required, enums, descr, examples, choices, reads",
        types=99.7,
        wire=77.9,
    ),
    "wild-gbfs": _whole(  # names: the facts have no singular of `availabilities`
        "pages, import, usable, fields, no extra, required, wire, descr, choices, reads", names=95.9, types=98.6
    ),
    "wild-gogs-jsonresponse": _whole(
        "pages, import, usable, fields, no extra, only, required, types, wire, descr, choices, reads", names=63.6
    ),
    "wild-graphbrainz-graphql": _whole(
        "pages, names, import, usable, fields, no extra, only, required, types, wire, enums, descr, reads"
    ),
    "wild-gtfs": _whole(
        "pages, names, import, usable, fields, no extra, only, required, wire, enums, descr, choices, reads", types=99.4
    ),
    "wild-huobi": _whole(
        "import, usable, descr",
        pages=96.1,
        names=80,
        fields=96.9,
        **{"no extra": 92},
        required=95,
        types=86.7,
        wire=96.9,
        choices=90.9,
        reads=96.9,
    ),
    "wild-jsfh-examples": _whole(
        "pages, names, import, usable, fields, no extra, only, required, types, wire, descr, deprec, choices, reads"
    ),
    "wild-kucoin": _whole(
        "import, usable, fields, no extra, required, wire, reads",
        pages=92.5,
        names=92,
        types=97.3,
        enums=0,
        descr=98.2,
        choices=88.8,
    ),
    "wild-kucoin-descjson": _whole(
        "pages, names, import, usable, fields, no extra, required, wire, descr, choices, reads", types=95
    ),
    "wild-ldtk": _whole(
        "names, import, usable, no extra, only, required, descr, choices",
        pages=96.6,
        fields=98.2,
        types=97.3,
        wire=98.2,
        deprec=80,
        reads=98.2,
    ),
    "wild-mds": _whole(
        "pages, names, import, usable, fields, no extra, required, wire, enums, descr, choices, reads",
        only=90.9,
        types=96.8,
    ),
    "wild-moonraker": _whole(
        "pages, names, import, usable, fields, no extra, required, types, wire, enums, descr, deprec, choices, reads",
        only=96.5,
    ),
    "wild-oag-api2cart-kotlin": _whole(
        "pages, import, usable, fields, no extra, only, required, types, descr", wire=98.8, reads=99.8
    ),
    "wild-oag-dropboxsign-python": _whole(
        "pages, import, usable, fields, no extra, only, required, descr, reads", types=99.7, wire=98.7
    ),
    "wild-oag-gate-node": _whole(
        "pages, import, usable, fields, no extra, only, required, types, descr, reads", wire=98.6
    ),
    "wild-oag-onesignal-rust": _whole(
        "pages, import, usable, fields, no extra, only, required, types, descr, reads", wire=93.6
    ),
    "wild-oci-image-bullets": _whole(
        "pages, names, import, usable, fields, no extra, only, required, wire, deprec, reads", types=96.6, descr=94.9
    ),
    "wild-onedrive": _whole(
        "pages, names, import, usable, fields, no extra, only, required, wire, enums, descr, choices, reads", types=95.7
    ),
    "wild-openapi-spec": _whole(
        "pages, names, import, usable, fields, no extra, required, types, wire, descr, choices, reads",
        only=96.7,  # one table of values of 31; there were three classes of fields more before
    ),
    "wild-openrouter-typescript": _whole(
        "pages, import, usable, fields, no extra, only, required, enums, descr, deprec",
        types=99.6,
        wire=95.3,
        examples=80.8,
        reads=98.5,
    ),
    # A `Literal` has no name that the measure could read: `TriggerSource`.
    "wild-phemex": _whole(
        "pages, import, usable, fields, no extra, only, required, types, wire, enums, descr, choices, reads", names=95
    ),
    "wild-portone-parameter": _whole(
        "pages, import, usable, no extra, only, deprec",
        names=75,
        fields=99.1,
        required=99.1,
        types=97.4,
        wire=99.1,
        descr=88.8,
        choices=0,
        reads=99.1,
    ),
    "wild-rocketchat": _whole(
        "pages, names, import, usable, no extra, only, descr, deprec, choices",
        fields=99.4,
        required=93.3,
        types=98.0,
        wire=99.3,
        reads=99.3,
    ),
    "wild-tf-digitalocean": _whole(
        "pages, names, import, usable, fields, no extra, only, required, wire, descr, deprec, choices, reads",
        types=88.4,
    ),
    "wild-traefik": _whole(
        "names, import, usable, no extra, descr, choices",
        pages=96,
        fields=93.2,
        only=96.9,
        required=97.7,
        types=85,
        wire=93,
        reads=93,
    ),
    "wild-transbank": _whole(
        "pages, names, import, usable, fields, no extra, only, required, descr, choices",
        types=96.7,
        wire=71.6,
        reads=98.7,
    ),
    "wild-upstash-mintlify": _whole(
        "pages, names, import, usable, fields, no extra, only, required, types, wire, choices, reads", descr=98.7
    ),
    "wild-vrm": _whole(
        "pages, import, usable, fields, no extra, only, required, wire, descr, reads",
        names=94.1,
        types=89.4,
        enums=50,
        choices=85.7,
    ),
    "wild-xrpl": _whole(
        "pages, names, import, usable, fields, no extra, required, wire, enums, reads",
        only=94.7,
        types=95.6,
        descr=98.9,
    ),
    "wild-xrpl-ja": _whole(
        "pages, import, usable, fields, wire, enums, reads",
        names=94.4,
        **{"no extra": 84.6},
        only=94.7,
        required=98.7,
        types=93.6,
        descr=98.7,
    ),
    "wild-zapi": _whole(  # names: the facts have no singular of a list inside of a list
        "pages, import, usable, fields, no extra, required, types, wire, descr, deprec, reads", names=94.1, only=94.7
    ),
}

COLUMN = 9  # characters: a figure's width and the space before it
FIGURE = re.compile(r"-|\d+\.\d+")


def parse(table: str) -> dict[str, dict[str, float]]:
    """The figures of a scoreboard by corpus and column, "-" left out.

    Headings may hold spaces, so the header is cut by width; figures hold none, so rows
    are split. A row that is not all figures is a complaint, and no figures.
    """
    header, *rows = table.splitlines()
    cut = header.index("secs") + len("secs")
    columns = [header[i : i + COLUMN].strip() for i in range(cut, len(header), COLUMN)]
    floors: dict[str, dict[str, float]] = {}
    for row in rows:
        corpus, _seconds, *cells = row.split()
        if len(cells) == len(columns) and all(map(FIGURE.fullmatch, cells)):
            floors[corpus] = {column: float(cell) for column, cell in zip(columns, cells, strict=True) if cell != "-"}
    return floors


def shortfalls(corpora: Iterable[str], figures: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """One line for each floor of the corpora that `figures` does not reach."""
    for corpus in corpora:
        for column, floor in FLOORS[corpus].items():
            figure = figures.get(corpus, {}).get(column)
            if figure is None:
                yield f"{corpus}: {column} was not measured, its floor is {floor:g}"
            elif figure < floor:
                yield f"{corpus}: {column} is {figure:g}, its floor is {floor:g}"


def main(shared: Path) -> int:
    there = [corpus for corpus in FLOORS if (shared / "corpus" / corpus / "facts.json").is_file()]
    for corpus in FLOORS.keys() - set(there):
        print(f"{corpus} is not there to be measured")
    if not there:
        return 0
    table = subprocess.run(
        [sys.executable, shared / "tools" / "scoreboard.py", *there],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    ).stdout
    print(table, flush=True)
    short = list(shortfalls(there, parse(table)))
    for line in short:
        print(line, file=sys.stderr)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")))
