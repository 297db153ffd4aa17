// search/request.h
//
// A search and its answer, as plain data.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "search/query/query_tree.h"

namespace tributary::search {

/// Documents with any of `values` in a labels column; `unknown` adds those without a value.
struct LabelFilter {
  std::string column;
  std::vector<std::string> values;
  bool unknown = false;
};

/// Documents whose integer lies in [low, high], both inclusive and optional; `unknown` adds those
/// without a value.
struct RangeFilter {
  std::string column;
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
  bool unknown = false;
};

/// A named set of documents: the ranges hold together. What is computed from dates (a status, say)
/// is such a facet.
struct FacetBucket {
  std::string label;
  std::vector<RangeFilter> ranges;
};

/// A choice the user made in one facet: OR inside, AND across selections. A facet is counted
/// without its own selection.
struct Selection {
  std::string facet;                                 ///< the name of the facet that it belongs to
  std::vector<LabelFilter> labels;                   ///< any of these …
  std::vector<RangeFilter> ranges;                   ///< … or of these …
  std::vector<FacetBucket> buckets;                  ///< … or of these
  std::optional<std::vector<std::string>> ids = {};  ///< … or these documents: none, where empty
};

enum class FacetKind : std::uint8_t { labels, histogram, buckets };

struct FacetRequest {
  std::string name;  ///< as in Selection::facet
  FacetKind kind = FacetKind::labels;
  std::string column;                ///< labels and histogram
  std::uint32_t limit = 20;          ///< labels: the most frequent so many values; 0 for all
  std::int64_t interval = 1;         ///< histogram: width of a bin; bins begin at multiples of it
  std::vector<FacetBucket> buckets;  ///< buckets
  std::string sum = {};              ///< buckets: integers whose values are added up; empty: none
};

struct FacetCount {
  std::string label;     ///< labels and buckets
  std::int64_t low = 0;  ///< histogram: where the bin begins
  std::uint64_t count = 0;
  std::int64_t sum = 0;      ///< buckets: of the documents that have a value …
  std::uint64_t summed = 0;  ///< … which are so many
};

struct Facet {
  std::string name;
  std::vector<FacetCount>
      counts;  ///< labels: by count, then label; histogram: by low; buckets: as asked
  std::uint64_t unknown = 0;   ///< documents of the result without a value; buckets: in no bucket
  std::uint64_t distinct = 0;  ///< labels: how many values there are, shown or not
};

enum class Direction : std::uint8_t { ascending, descending };

/// Order by a column; documents without a value come last in both directions; ties by id.
struct Sort {
  std::string column;  ///< empty: by relevance
  Direction direction = Direction::descending;
};

/// Whether an answer needs its total. Without facets and with nothing but words, the first page is
/// found several times faster when it does not.
enum class Totals : std::uint8_t { exact, left_out };

/// How the order by relevance is found. Both give the same answer to the bit.
enum class Ranking : std::uint8_t {
  pruned,      ///< without scoring documents that cannot be on the page
  exhaustive,  ///< by scoring every document: the oracle of tests and benchmarks
};

/// Whether the order by relevance counts the words alone, or also documents whose words keep the
/// same company (docs/similar.md). Without latent vectors in the index it is the words alone.
enum class Company : std::uint8_t { ignored, counted };

struct Request {
  QueryTree query;  ///< an empty tree finds everything
  std::vector<Selection> selections;
  std::vector<FacetRequest> facets;
  Sort sort;
  std::uint32_t limit = 10;  ///< at most 1,000
  std::string after;         ///< a cursor from an earlier answer; empty for the first page
  Totals totals = Totals::exact;
  Ranking ranking = Ranking::pruned;
  Company company = Company::ignored;
  std::optional<std::chrono::steady_clock::time_point>
      deadline;          ///< a search that goes on after it ends with `timed_out`
  std::stop_token stop;  ///< one that is asked to stop ends with `cancelled`
};

struct Hit {
  std::string id;
  float score = 0;  ///< 0 where the order is not by relevance; with company counted another scale
};

/// A word of the query that no document has, and what was searched in its place; or one that stands
/// in compounds, and those that were searched beside it.
struct NearWords {
  std::string typed;               ///< folded
  std::vector<std::string> words;  ///< nearest first, then those in most documents; none where
                                   ///< there is no near word
  bool is_cut = false;             ///< there were more than the 64 that were searched
};

struct Answer {
  std::uint64_t total = 0;  ///< exact; 0 where the request left it out
  std::vector<Hit> hits;
  std::vector<Facet> facets;         ///< in the order asked
  std::string next;                  ///< cursor of the next page; empty on the last
  std::uint32_t words_required = 0;  ///< of the soft AND: how many of its words each document has …
  std::uint32_t words_asked = 0;     ///< … of how many. Fewer where no document has them all
  bool prefix_cut = false;  ///< a prefix stands for more words than the 64 most frequent, which
                            ///< were searched
  std::vector<NearWords> near_words;  ///< in the order of the query, each once
  std::vector<NearWords> compounds;   ///< likewise: parts of compounds, and which were found too
};

}  // namespace tributary::search
