#include <array>

#include "text/stemmers/light_stemmers.h"
#include "text/stemmers/suffix_rules.h"

namespace tributary::text::stemmers {
namespace {

/// Endings of the six declensions and of definite and indefinite adjectives. Every Latvian
/// nominative has an ending, so none needs to be taken off twice.
constexpr auto kLatvianEndings = std::to_array<std::string_view>(
    {"ajiem", "ajam", "ajai", "ajos", "ajas", "aja", "iem", "ais", "am", "ai", "as", "os", "us",
     "is",    "im",   "ij",   "ie",   "es",   "em",  "ei",  "a",   "e",  "i",  "o",  "u",  "s"});

/// -āj-: the definite adjective's (lielajam) looks like the agent's (skolotājam), so both go.
constexpr auto kLatvianDerived = std::to_array<std::string_view>({"aj"});

/// Second declension, t becomes š: jaunietis, jaunieši.
constexpr auto kLatvianSoftened = std::to_array<Rewrite>({{"ies", "iet"}});

}  // namespace

std::string stem_latvian(std::string word) {
  strip_longest(word, kLatvianEndings);
  strip_longest(word, kLatvianDerived);
  rewrite_longest(word, kLatvianSoftened);
  return word;
}

}  // namespace tributary::text::stemmers
