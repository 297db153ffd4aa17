"""What Python packages take for the work of assessment_bench.cpp and learner_table_bench.cpp.

usage: rivals.py FOLDER [ROUNDS]    with what inputs.py wrote; one JSON line a measurement, milliseconds of the processor
"""
import json
import statistics
import sys
import time
from importlib.metadata import version
from pathlib import Path

import numpy

FOLDER = Path(sys.argv[1])
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 5


def measure(what, by, work):
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        result = work()
        times.append(1000 * (time.process_time() - began))
    print(json.dumps({"what": what, "by": by, "median_ms": round(statistics.median(times), 2),
                      "lowest_ms": round(min(times), 2), "highest_ms": round(max(times), 2), "result": result}), flush=True)


def smaa():
    """The same draws and counts, vectorised: nobody's package has it."""
    random = numpy.random.default_rng(1)
    values = random.random((10, 8))
    weights = random.exponential(size=(100_000, 8))
    weights /= weights.sum(axis=1, keepdims=True)
    ranks = numpy.argsort(numpy.argsort(-(weights @ values.T), axis=1), axis=1)
    acceptability = numpy.stack([numpy.bincount(ranks[:, option], minlength=10) for option in range(10)])
    return float(acceptability[0, 0]) / 100_000


def learner_file(path):
    import pandas
    table = pandas.read_csv(path, dtype={"learner": str, "arm": "category", "group": str, "outcome": "category",
                                         "before": float, "after": float})
    pseudonym = r"(?=.*\d)(?!.*[A-Za-z]{4})[A-Za-z0-9_-]{1,40}"
    good = (table.learner.str.fullmatch(pseudonym).all() and table.group.str.fullmatch(pseudonym).all()
            and table.arm.isin(["treated", "control"]).all() and table.outcome.isin(["outcome 1"]).all()
            and not table.duplicated(["learner", "outcome"]).any()
            and (table.groupby("learner", sort=False).arm.nunique() == 1).all())
    arms = table.groupby(["outcome", "arm"], observed=True)[["before", "after"]].agg(["count", "mean", "std"])
    correlations = [part.before.corr(part.after) for _, part in table.groupby("arm", observed=True)]
    return [bool(good), float(arms.after["mean"].iloc[0]), round(float(correlations[0]), 6)]


measure("SMAA 10 x 8 x 100,000", f"numpy {numpy.__version__}", smaa)
try:
    import pandas
    measure("learner file, 1,000,000 rows", f"pandas {pandas.__version__}", lambda: learner_file(FOLDER / "learners.csv"))
except ImportError:
    print(json.dumps({"what": "learner file, 1,000,000 rows", "missing": "pandas"}))
try:
    import krippendorff
    rows = [line.rstrip("\n").split(",") for line in open(FOLDER / "ratings.csv")]
    ratings = numpy.array([[float(cell) if cell else numpy.nan for cell in row] for row in rows])
    for level in ("nominal", "ordinal", "interval", "ratio"):
        measure(f"alpha of 1,000,000 ratings, {level}", f"krippendorff {version('krippendorff')}",
                lambda: float(krippendorff.alpha(reliability_data=ratings, level_of_measurement=level)))
except ImportError:
    print(json.dumps({"what": "alpha of 1,000,000 ratings", "missing": "krippendorff"}))
