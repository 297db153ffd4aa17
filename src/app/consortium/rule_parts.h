// app/consortium/rule_parts.h
//
// What the readers of this folder share: a set of rules inside a larger document, the texts that
// come with the program, and the checks of single values.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/consortium/json_fields.h"
#include "network/consortium/rules.h"

namespace tributary::app {

/// More than any consortium asks for; sums of cents stay far from overflow.
inline constexpr double kMostEuro = 1e10;

/// Errors: as read_rules().
Result<network::RuleSet> rules_from(JsonFields fields);

/// Whether it could be a country: two capital letters.
bool is_country_code(std::string_view text);

struct ShippedText {
  std::string_view name;  ///< of the file, without .json
  std::string_view text;
};

/// Made by CMake from rules/*.json, by name.
std::span<const ShippedText> shipped_texts();

}  // namespace tributary::app
