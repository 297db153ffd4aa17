// bench/rivals/common/rival_program.h
//
// What every program of the benchmark does, whatever the engine (those in other languages do the
// same):
//
//   PROGRAM build CORPUS INDEX_FOLDER
//   PROGRAM answer INDEX_FOLDER QUERIES                   each query once: answer, exact total,
//   time PROGRAM time INDEX_FOLDER QUERIES REPEATS WARM_UPS    rounds over all queries, each in
//   another order
//
// A line of output is a query, as JSON:
//
//   {"query": 0, "class": "or2", "best_ms": 0.08, "median_ms": 0.09, "total": 17,
//    "top": ["00000004"], "facets": {"country": [["de", 9], ["fr", 5]]}}
//   {"query": 1, "class": "typo", "missing": "no search by edit distance"}
//
// `query` counts lines of the query file from 0. `answer` prints the total of every query, exact,
// counted beside the clock where the task does not need it, or null where the engine cannot say;
// `time` prints times alone. A facet shows its first ten values, by count, then by name.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rivals/common/rival_query.h"

namespace tributary::bench {

inline constexpr std::uint32_t kTop = 10;
inline constexpr std::uint32_t kFacetValues = 10;

struct FacetCounts {
  std::string name;
  std::vector<std::pair<std::string, std::uint64_t>> values;
};

struct RivalAnswer {
  std::optional<std::uint64_t> total;
  std::vector<std::string> top;
  std::vector<FacetCounts> facets;
};

/// Puts the values of a facet in the order that is printed, and cuts them.
void keep_first(FacetCounts& facet);

/// An engine with an index opened. Not thread-safe.
class Rival {
 public:
  virtual ~Rival() = default;

  /// Why the engine has no such query, or nothing where it has.
  [[nodiscard]] virtual std::optional<std::string> missing(const RivalQuery& query) const = 0;

  /// The task of `query`: what is timed.
  virtual RivalAnswer answer(const RivalQuery& query) = 0;

  /// How many documents match, or nothing where the engine's own limits make that a matter of its
  /// taste.
  virtual std::optional<std::uint64_t> count(const RivalQuery& query) = 0;
};

using BuildIndex = std::function<void(const std::string& corpus, const std::string& folder)>;
using OpenIndex = std::function<std::unique_ptr<Rival>(const std::string& folder)>;

/// The program's main(): reads the command line and does what it says. Any exception ends it with
/// a message and exit code 1.
int run_rival(int argc, char** argv, const BuildIndex& build, const OpenIndex& open);

}  // namespace tributary::bench
