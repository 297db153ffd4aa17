// app/scouting/rising_terms.h
//
// What is on the rise in a field: the words and phrases of two words whose share of the projects
// that start in a year grows, with the projects behind each number.
//
//   const auto rising = TRY(portal.rising_terms({.text = "vocational training"}));
//   rising.terms[0]  →  "digital twin": 2, 5, 9, 17 of 410, 395, 402, 388 projects; growth 2.0 a
//   year
//
// A term is told where it rises twice: against the number of projects of each year, and against how
// much text they have, so that longer summaries alone raise nothing. How sure that is tells the
// smaller of the two z of rising_trend.h, its chance times the number of terms that were tried
// (Bonferroni): 0.05 means that in one list of twenty such one stands there by chance.
// docs/scouting.md says what it cannot tell.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/portal.h"
#include "app/scouting/rising_trend.h"
#include "base/date.h"
#include "base/result.h"
#include "search/index.h"
#include "store/catalogue_store.h"
#include "text/synonyms.h"

namespace tributary::app {

struct RisingQuery {
  std::string text;  ///< as SearchQuery, with its filters
  std::vector<FacetChoice> filters;
  std::optional<std::int32_t> from, to;  ///< years of start; together 3 to 50. Without: the last
                                         ///< ten that have projects, up to this year
  std::uint32_t limit = 20;              ///< at most 100
  std::optional<std::chrono::steady_clock::time_point> deadline;
};

struct RisingYear {
  std::int32_t year = 0;
  std::uint64_t projects = 0;
  std::uint64_t words =
      0;  ///< distinct ones of each project, together, of those in enough projects
};

struct RisingTerm {
  std::string text;                   ///< a word, or two
  std::string query;                  ///< what finds its projects, with the same filters
  std::vector<std::uint64_t> counts;  ///< by year; what this query finds in it
  double z = 0;
  double chance = 0;  ///< of so large a z without a rise, times the terms tried; at most 1
  Growth growth;      ///< of its share of the projects
};

struct RisingTerms {
  std::string echo;
  std::vector<search::Misreading> misreadings;
  std::vector<RisingYear> years;  ///< all from the first to the last
  bool has_enough = false;        ///< at least three years with at least ten projects each
  std::uint64_t words_tried = 0, phrases_tried = 0;
  std::uint64_t projects_read = 0;  ///< the newest, whose texts were read for phrases
  std::vector<RisingTerm> terms;    ///< the surest first
};

inline constexpr std::uint64_t kFewestProjectsOfTerm = 10;
inline constexpr std::uint64_t kFewestYears = 3, kFewestProjectsOfYear = 10;
inline constexpr double kGreatestChance = 0.05;

/// Errors: as Portal::search().
Result<RisingTerms> find_rising_terms(const RisingQuery& query, const search::Snapshot& snapshot,
                                      const text::Synonyms& synonyms, store::CatalogueStore& store,
                                      Date today);

}  // namespace tributary::app
