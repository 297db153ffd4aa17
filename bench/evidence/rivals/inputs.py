"""The inputs of assessment_bench.cpp and learner_table_bench.cpp, number for number, for the packages beside them.

usage: inputs.py FOLDER    writes effects.csv, ratings.csv (a line a coder) and learners.csv there
"""
import math
import sys
from pathlib import Path

MASK = (1 << 64) - 1


class RandomNumbers:
    """evidence/distribution/random_numbers.h."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        value = self.state
        value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
        return value ^ (value >> 31)

    def below(self, count):
        return ((self.next() >> 32) * count) >> 32

    def uniform(self):
        return ((self.next() >> 11) + 0.5) / 9007199254740992.0


def effects(studies=10_000):
    random = RandomNumbers(1)

    def normal():
        total = -6.0
        for _ in range(12):
            total += random.uniform()
        return total

    for _ in range(studies):
        variance = 0.01 + 0.08 * random.uniform()
        truth = 0.3 + math.sqrt(0.02) * normal()
        yield truth + math.sqrt(variance) * normal(), variance


def ratings(coders=4, values=5, count=1_000_000):
    random = RandomNumbers(1)
    units = count // coders
    of_unit = [random.below(values) for _ in range(units)]
    for _ in range(coders):
        row = []
        for value in of_unit:
            given = 1 + (random.below(values) if random.uniform() < 0.3 else value)
            row.append("" if random.uniform() < 0.1 else str(given))
        yield row


def learners(rows=1_000_000):
    random = RandomNumbers(1)
    for row in range(rows):
        group = row // 20
        marks = [random.below(n) for n in (60, 10, 60, 10)]
        yield (f"PT-{row:07},{'control' if group % 2 else 'treated'},C-{group:05},outcome 1,"
               f"{20 + marks[0]}.{marks[1]},{25 + marks[2]}.{marks[3]}\n")


folder = Path(sys.argv[1])
with open(folder / "effects.csv", "w") as out:
    out.write("yi,vi\n")
    out.writelines(f"{value!r},{variance!r}\n" for value, variance in effects())
with open(folder / "ratings.csv", "w") as out:
    out.writelines(",".join(row) + "\n" for row in ratings())
with open(folder / "learners.csv", "w") as out:
    out.write("learner,arm,group,outcome,before,after\n")
    out.writelines(learners())
