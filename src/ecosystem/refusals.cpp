#include "ecosystem/refusals.h"

#include <array>

namespace tributary::ecosystem {
namespace {

Refusal with_word(std::string code, std::string name, std::string_view word) {
  Refusal refusal{.code = std::move(code)};
  refusal.parts.push_back({.name = std::move(name), .words = {std::string(word)}});
  return refusal;
}

}  // namespace

Refusal role_needed(Roles roles) {
  Refusal refusal{.code = "role_needed"};
  refusal.parts.push_back({.name = "roles", .words = words_of(roles)});
  return refusal;
}

Refusal not_in_this_state(std::string_view machine, std::string_view state) {
  auto refusal = with_word("not_in_this_state", "of", machine);
  refusal.parts.push_back({.name = "state", .words = {std::string(state)}});
  return refusal;
}

std::string_view name_of(Interest interest) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"own_innovation", "own_case", "own_organisation", "own_state", "declared", "has_judged"});
  return kNames[static_cast<std::size_t>(interest)];
}

Refusal not_independent(Interest interest) {
  return with_word("not_independent", "why", name_of(interest));
}

}  // namespace tributary::ecosystem
