// http/json/machine_json.h
//
// What state machines have in common for the API: what was done, and what can be done next.
#pragma once

#include <boost/json/array.hpp>
#include <vector>

#include "app/ecosystem/framework_desk.h"
#include "base/clock.h"

namespace tributary::http {

/// The names of the members of a set, in the order of their declaration.
template <class Enum>
boost::json::array names_json(ecosystem::EnumSet<Enum> set) {
  boost::json::array names;
  set.for_each([&](Enum member) { names.push_back(boost::json::value(name_of(member))); });
  return names;
}

/// Persons are not named.
template <class Move>
boost::json::array moves_json(const std::vector<Move>& moves) {
  boost::json::array array;
  for (const auto& move : moves) {
    array.push_back({{"act", name_of(move.act)},
                     {"to", name_of(move.to)},
                     {"at", rfc3339(move.at)},
                     {"reasons", move.reasons}});
  }
  return array;
}

template <class Machine>
boost::json::array next_json(const std::vector<ecosystem::NextAct<Machine>>& next) {
  boost::json::array array;
  for (const auto& act : next) {
    array.push_back({{"act", name_of(act.act)},
                     {"to", name_of(act.to)},
                     {"who", names_json(act.who)},
                     {"missing", names_json(act.missing)}});
  }
  return array;
}

}  // namespace tributary::http
