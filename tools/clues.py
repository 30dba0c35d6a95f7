"""Weighs what speaks for two texts telling one happening: a logistic regression on judged pairs, and how well it does on pairs left out.

usage: tools/clues.py ROWS > stream/src/main/resources/org/casus/story/clues.tsv
ROWS is what org.casus.story.StoryClues (among the tests) writes for files of judged pairs; docs/stories.md has the command.
The figures of ten-fold cross-validation, all pairs of a happening in one fold, go to standard error.
"""
import math
import sys
import zlib

RIDGE = 0.3  # keeps weights small of which few pairs tell
FOLDS = 10


def read(path):
    with open(path, encoding="utf-8") as lines:
        names = next(lines).rstrip("\n").split("\t")[2:]
        rows = [line.rstrip("\n").split("\t") for line in lines]
    pairs = [row[0] for row in rows]
    same = [int(row[1]) for row in rows]
    return names, pairs, same, [[float(value) for value in row[2:]] for row in rows]


def solve(matrix, values):
    """Gauss, with pivots; the matrix is small and positive."""
    size = len(values)
    rows = [row[:] + [value] for row, value in zip(matrix, values)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(i + 1, size):
            factor = rows[k][i] / rows[i][i]
            for j in range(i, size + 1):
                rows[k][j] -= factor * rows[i][j]
    result = [0.0] * size
    for i in reversed(range(size)):
        result[i] = (rows[i][size] - sum(rows[i][j] * result[j] for j in range(i + 1, size))) / rows[i][i]
    return result


def chance(weights, row):
    return 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, row))))


def fit(same, rows):
    """Newton's method; the last clue is always there, so it has no ridge."""
    size = len(rows[0])
    weights = [0.0] * size
    for _ in range(25):
        slope = [-2 * RIDGE * w for w in weights[:-1]] + [0.0]
        curve = [[(2 * RIDGE if i < size - 1 else 1e-9) if i == j else 0.0 for j in range(size)] for i in range(size)]
        for truth, row in zip(same, rows):
            p = chance(weights, row)
            for i, x in enumerate(row):
                if x:
                    slope[i] += (truth - p) * x
                    for j, y in enumerate(row):
                        curve[i][j] += p * (1 - p) * x * y
        weights = [w + step for w, step in zip(weights, solve(curve, slope))]
    return weights


def main():
    names, pairs, same, rows = read(sys.argv[1])
    folds = [zlib.crc32(pair.rsplit("-", 1)[0].encode()) % FOLDS for pair in pairs]
    odds = [0.0] * len(rows)
    for fold in range(FOLDS):
        kept = [i for i in range(len(rows)) if folds[i] != fold]
        weights = fit([same[i] for i in kept], [rows[i] for i in kept])
        for i in range(len(rows)):
            if folds[i] == fold:
                p = chance(weights, rows[i])
                odds[i] = math.log(p / (1 - p))
    for least in (0, 0.5, 0.7, 1, 1.5):
        joined = [truth for truth, value in zip(same, odds) if value > least]
        print(
            f"log odds above {least}: precision {sum(joined) / len(joined):.3f}, recall {sum(joined) / sum(same):.3f}"
            f" of {len(rows)} pairs left out in turn",
            file=sys.stderr,
        )
    print("# Log odds of a clue that two texts tell one happening; made by tools/clues.py.")
    print("# clue\tweight")
    for name, weight in zip(names, fit(same, rows)):
        print(f"{name}\t{weight:.2f}")


main()
