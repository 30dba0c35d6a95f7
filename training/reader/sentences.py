"""The training sentences: reading the blocks, the split, and the numbers a model learns from."""

import pathlib
import re
import zlib
from dataclasses import dataclass, field

KINDS = ["STATE", "PERSON", "ORG", "GROUP", "LOC"]
STATUSES = ["actual", "planned", "denied", "possible"]
TYPES = [
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "RETREAT", "ASSAULT",
]
PRONOUNS = set(
    "he she it they him her them his hers its their theirs himself herself itself themselves we us our i you "
    "who whom which that one both each other others".split()
)
_MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z]+)\]|\{|\}")


@dataclass
class Relation:
    source: int
    target: int  # -1: no target
    mutual: bool
    code: str
    status: str
    trigger: int


@dataclass
class Example:
    """A sentence: its text, the spans (start, end) of mentions and triggers in it, and its relations."""

    text: str
    mentions: list  # (start, end, kind)
    triggers: list  # (start, end)
    relations: list
    file: str = ""
    plain: bool = field(default=False)


def parse(block, file=""):
    """One block of the format that README.md documents, as an Example."""
    lines = [line for line in block.split("\n") if line.strip() and not line.startswith("#")]
    text, mentions, triggers, opened, at = "", [], [], None, 0
    for mark in _MARK.finditer(lines[0]):
        text += lines[0][at : mark.start()]
        at = mark.end()
        if mark.group(0) == "{":
            opened = len(text)
        elif mark.group(0) == "}":
            triggers.append((opened, len(text)))
        else:
            mentions.append((len(text), len(text) + len(mark.group(1)), mark.group(2)))
            text += mark.group(1)
    text += lines[0][at:]
    relations = []
    for line in lines[1:]:
        source, arrow, target, code, status, trigger = line.split()
        relations.append(
            Relation(
                int(source) - 1,
                -1 if target == "-" else int(target) - 1,
                arrow == "<>",
                code,
                status,
                int(trigger) - 1,
            )
        )
    return Example(text, mentions, triggers, relations, file, file.startswith("plain"))


def read(folder):
    """Every sentence of the folder's files, in the order of the file names."""
    examples = []
    for path in sorted(pathlib.Path(folder).glob("*.txt")):
        for block in re.split(r"\n\s*\n", path.read_text(encoding="utf8").strip()):
            if block.strip():
                examples.append(parse(block, path.name))
    return examples


def part(example):
    """Which part a sentence is of: a tenth is held out for the figures, a twentieth sets temperatures and thresholds.

    The same rule stands in the Java class org.casus.eval.TrainingSentences.
    """
    bucket = zlib.crc32(example.text.encode("utf8")) % 20
    return "test" if bucket < 2 else "calibration" if bucket == 2 else "train"


def code_types(table):
    """CAMEO code → PLOVER type, from the codebook's table (code, parent, goldstein, type, ...)."""
    types = {}
    for line in pathlib.Path(table).read_text(encoding="utf8").split("\n"):
        row = line.split("\t")
        if len(row) > 3 and re.fullmatch(r"\d{2,4}", row[0]):
            types[row[0]] = row[3]
    return types
