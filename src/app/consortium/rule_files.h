// app/consortium/rule_files.h
//
// Rules of calls as files: those that come with the program, and those that people write.
// docs/consortium-rules.md has the format.
//
//   const auto rules = TRY(shipped_rules("erasmus-ka220"));
//   const auto own = TRY(read_rules(TRY(read_file("call.json"))));
//
// Pure functions but for reading the file; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "network/consortium/rules.h"

namespace tributary::app {

/// Groups of countries are put out as their countries. Errors: `invalid_argument` whose context is
/// the field, or the line where it is not JSON.
Result<network::RuleSet> read_rules(std::string_view json);

/// Those that come with the program, by name. Errors: `internal`; a test holds them to the format.
Result<std::vector<network::RuleSet>> shipped_rules();

/// Errors: `not_found` naming those that there are.
Result<network::RuleSet> shipped_rules(std::string_view name);

struct CountryGroup {
  std::string name;
  network::Texts title;
  std::vector<std::string> countries;
  std::string source;
  bool check_against_call = false;
};

/// Those that every file may name.
Result<std::vector<CountryGroup>> country_groups();

/// What an organisation may be: the types of the catalogue but "unknown".
std::vector<std::string> organisation_types();

}  // namespace tributary::app
