// text/compound_rules.h
//
// What compounds.cpp knows of each language: linking elements, short words that are parts, and
// words that never are. Everything is folded (fold()).
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

#include "text/language.h"

namespace tributary::text {

/// What stands between a part and the next. `written` is seen in the compound, `restored` is what
/// the part ends in when it stands alone: {"", "e"} finds Schule in Schulhof, {"u", "a"} finds gata
/// in gatukontor.
struct LinkingElement {
  std::string_view written;
  std::string_view restored;
};

struct CompoundRules {
  std::span<const LinkingElement> links;  ///< none: no compounds are split
  std::span<const std::string_view> short_parts;
  std::span<const std::string_view> never_parts;

  [[nodiscard]] bool is_short_part(std::string_view part) const {
    return std::ranges::find(short_parts, part) != short_parts.end();
  }
  [[nodiscard]] bool is_never_part(std::string_view part) const {
    return std::ranges::find(never_parts, part) != never_parts.end();
  }
};

const CompoundRules& compound_rules(Language language);

}  // namespace tributary::text
