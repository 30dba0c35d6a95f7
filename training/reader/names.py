"""Names from the actor book, to put in the place of others in training sentences."""

import pathlib


def _rows(path):
    for line in path.read_text(encoding="utf8").split("\n"):
        if line and not line.startswith("#"):
            yield line.split("\t")


def actor_names(data):
    """(kind, name) of every country, capital, organisation, armed group and person of the actor book."""
    actors = pathlib.Path(data) / "actor"
    names = []
    for row in _rows(actors / "countries.tsv"):
        names.append(("STATE", row[1]))
        if len(row) > 5 and row[5]:
            names.append(("STATE", row[5]))
    for file in ("organisations.tsv", "groups.tsv"):
        names += [("ORG", row[1]) for row in _rows(actors / file)]
    names += [("PERSON", row[1]) for row in _rows(actors / "people.tsv") if len(row) > 1 and row[1]]
    return names
