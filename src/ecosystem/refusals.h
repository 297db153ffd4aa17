// ecosystem/refusals.h
//
// What people are refused most often, in a form from which pages say it in their language:
//
//   return fail(ErrorCode::conflict, "it is submitted: …", subject,
//               not_in_this_state(CaseMachine::kName, name_of(state)));
//
// docs/api.md lists the codes. Pure functions; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ecosystem/enum_set.h"
#include "ecosystem/rights/role.h"

namespace tributary::ecosystem {

template <class Enum>
std::vector<std::string> words_of(EnumSet<Enum> set) {
  std::vector<std::string> words;
  set.for_each([&](Enum member) { words.emplace_back(name_of(member)); });
  return words;
}

/// The person holds none of these roles there.
Refusal role_needed(Roles roles);

/// What `machine` tells of is in a state in which this is not done.
Refusal not_in_this_state(std::string_view machine, std::string_view state);

/// Why somebody is not independent enough to judge, or to be let in.
enum class Interest : std::uint8_t {
  own_innovation,
  own_case,  ///< prepared the mainstreaming case
  own_organisation,
  own_state,
  declared,
  has_judged,
};

std::string_view name_of(Interest interest);

Refusal not_independent(Interest interest);

}  // namespace tributary::ecosystem
