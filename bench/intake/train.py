"""Teaches which blocks of a page, or which lines of its copy, are its story, and which is its deck.

train.py BLOCKS MODEL [--samples FILE] [--without PART] [--names COUNT]

BLOCKS is what features.mjs writes, a JSON object a line. Of blocks at first sight MODEL is
src/intake/label/first-model.json and FILE tests/intake/label/first-samples.json, at the second
src/intake/label/body-model.json and tests/intake/label/samples.json, both with `--names 10`; of lines
they are src/intake/page/pasted/story/line-model.json and tests/intake/label/line-samples.json, of decks
src/intake/page/pasted/header/deck-model.json and tests/intake/label/deck-samples.json. FILE holds some
of them with their chances, so that a test can hold both inferences equal. COUNT is how many of the
features, the first, are what a page calls its parts: each page teaches once with them and once without,
for other pages call them otherwise. Needs Debian's python3-sklearn. The same blocks give the same model.
"""

import argparse
import json

import numpy
from sklearn.ensemble import HistGradientBoostingClassifier

TREES = 80
SAMPLES = 40
# What a page copied in part counts beside the whole, and one without the names of its parts.
PART = 0.3
UNNAMED = 0.5


def read(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def weights(rows):
    """Every page counts as much, and in it a block by the root of its words."""
    roots = numpy.sqrt([row["words"] for row in rows])
    sums = {}
    for row, root in zip(rows, roots):
        sums[row["page"]] = sums.get(row["page"], 0) + root
    shares = [root / sums[row["page"]] for row, root in zip(rows, roots)]
    return numpy.array([
        share * (PART if row["page"].endswith(" in part") else 1)
        for row, share in zip(rows, shares)
    ])


def unnamed(names, features, stories, shares):
    """What is taught, and once more without the names of the pages' parts."""
    hidden = features.copy()
    hidden[:, :names] = 0
    return (
        numpy.vstack([features, hidden]),
        numpy.concatenate([stories, stories]),
        numpy.concatenate([shares, shares * UNNAMED]),
    )


def tree(nodes, at=0):
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), 4)
    sides = [tree(nodes, node[side]) for side in ("left", "right")]
    return [int(node["feature_idx"]), round(float(node["num_threshold"]), 5), *sides]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("blocks")
    parser.add_argument("model")
    parser.add_argument("--samples")
    parser.add_argument("--without", default="")
    parser.add_argument("--names", type=int, default=0)
    options = parser.parse_args()
    rows = [row for row in read(options.blocks) if row["story"] is not None]
    rows = [row for row in rows if options.without not in (row["collection"], row["part"])]
    learner = HistGradientBoostingClassifier(
        max_iter=TREES,
        max_leaf_nodes=15,
        learning_rate=0.12,
        min_samples_leaf=60,
        l2_regularization=2,
        early_stopping=False,
        random_state=1,
    )
    features = numpy.array([row["features"] for row in rows])
    lessons = (features, numpy.array([row["story"] for row in rows]), weights(rows))
    if options.names > 0:
        lessons = unnamed(options.names, *lessons)
    learner.fit(lessons[0], lessons[1], sample_weight=lessons[2])
    trees = [tree(stage[0].nodes) for stage in learner._predictors]
    start = round(float(learner._baseline_prediction.ravel()[0]), 4)
    with open(options.model, "w", encoding="utf-8") as file:
        json.dump({"start": start, "trees": trees}, file, separators=(",", ":"))
        file.write("\n")
    if options.samples:
        write_samples(options.samples, features[:: len(rows) // SAMPLES], learner)


def write_samples(path, features, learner):
    chances = learner.predict_proba(features)[:, 1]
    samples = [
        {"features": list(map(float, row)), "chance": round(float(chance), 4)}
        for row, chance in zip(features, chances)
    ]
    with open(path, "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(one) for one in samples) + "\n]\n")


if __name__ == "__main__":
    main()
