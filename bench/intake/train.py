"""Teaches which blocks of a page, or which lines of its copy, are its story, and which is its deck.

train.py BLOCKS MODEL [--samples FILE] [--without COLLECTION]

BLOCKS is what features.mjs writes, a JSON object a line. Of blocks MODEL is
src/intake/label/body-model.json and FILE tests/intake/label/samples.json; of lines they are
src/intake/page/pasted/story/line-model.json and tests/intake/label/line-samples.json, of decks
src/intake/page/pasted/header/deck-model.json and tests/intake/label/deck-samples.json. FILE holds some
of them with their chances, so that a test can hold both inferences equal. Needs Debian's
python3-sklearn. The same blocks give the same model.
"""

import argparse
import json

import numpy
from sklearn.ensemble import HistGradientBoostingClassifier

TREES = 80
SAMPLES = 40
# What a page copied in part counts beside the whole.
PART = 0.3


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
    options = parser.parse_args()
    rows = [row for row in read(options.blocks) if row["story"] is not None]
    rows = [row for row in rows if row["collection"] != options.without]
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
    learner.fit(features, [row["story"] for row in rows], sample_weight=weights(rows))
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
