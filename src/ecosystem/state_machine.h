// ecosystem/state_machine.h
//
// A state machine is a table of moves: what can be done in which state, where it leads, who may do
// it and what must be there first. The table is the code; docs/state-machines.md is printed from
// it, and tests try every move that is in it and every one that is not.
//
//   const auto next = TRY(make_move<VersionMachine>(VersionState::draft, VersionAct::open, by,
//   met));
//
// A machine names its enumerations, each with name_of(), and its table:
//
//   struct VersionMachine {
//     using State = VersionState; using Act = VersionAct; using Need = VersionNeed;
//     static constexpr std::string_view kName = "framework version";
//     static std::span<const Move<State, Act, Need>> moves();
//   };
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ecosystem/refusals.h"
#include "ecosystem/rights/role.h"

namespace tributary::ecosystem {

/// One line of a table. No two have the same state and act.
template <class State, class Act, class Need>
struct Move {
  State from;
  Act act;
  State to;
  Roles who;                 ///< any of these
  EnumSet<Need> needs = {};  ///< all of these
};

/// "a, b and c", of enumerators of a set.
template <class Enum>
std::string names_of(EnumSet<Enum> set) {
  std::string names;
  auto left = set;
  set.for_each([&](Enum member) {
    left = left.without({member});
    if (!names.empty()) names += left.empty() ? " and " : ", ";
    names += name_of(member);
  });
  return names;
}

/// The line of the table; null where the state does not know the act.
template <class Machine>
const Move<typename Machine::State, typename Machine::Act, typename Machine::Need>* find_move(
    typename Machine::State from, typename Machine::Act act) {
  const auto moves = Machine::moves();
  const auto found = std::ranges::find_if(
      moves, [&](const auto& move) { return move.from == from && move.act == act; });
  return found == moves.end() ? nullptr : &*found;
}

/// What can be done in a state.
template <class Machine>
EnumSet<typename Machine::Act> acts_in(typename Machine::State state) {
  EnumSet<typename Machine::Act> acts;
  for (const auto& move : Machine::moves()) {
    if (move.from == state) acts.add(move.act);
  }
  return acts;
}

/// What can be done next: who must act, and what is still missing before.
template <class Machine>
struct NextAct {
  typename Machine::Act act;
  typename Machine::State to;
  Roles who;
  EnumSet<typename Machine::Need> missing;
};

/// In the order of the table.
template <class Machine>
std::vector<NextAct<Machine>> next_acts(typename Machine::State state,
                                        EnumSet<typename Machine::Need> met) {
  std::vector<NextAct<Machine>> next;
  for (const auto& move : Machine::moves()) {
    if (move.from != state) continue;
    next.push_back({move.act, move.to, move.who, move.needs.without(met)});
  }
  return next;
}

/// What was tried, as a refusal tells it; `left` names the words that say why it was refused.
template <class Machine>
Refusal refused_move(std::string code, typename Machine::State from, typename Machine::Act act,
                     Refusal::Part left) {
  Refusal refusal{.code = std::move(code)};
  refusal.parts.push_back({.name = "of", .words = {std::string(Machine::kName)}});
  refusal.parts.push_back({.name = "state", .words = {std::string(name_of(from))}});
  refusal.parts.push_back({.name = "act", .words = {std::string(name_of(act))}});
  refusal.parts.push_back(std::move(left));
  return refusal;
}

/// The state that the act leads to. Errors: `conflict` naming what can be done instead, where the
/// state does not know the act; `not_permitted` naming who may, where `by` holds none of these
/// roles; `unmet` naming what is missing.
template <class Machine>
Result<typename Machine::State> make_move(typename Machine::State from, typename Machine::Act act,
                                          Roles by, EnumSet<typename Machine::Need> met) {
  const auto context = std::string(Machine::kName);
  const auto* move = find_move<Machine>(from, act);
  if (move == nullptr) {
    const auto acts = acts_in<Machine>(from);
    return fail(
        ErrorCode::conflict,
        "in the state " + std::string(name_of(from)) + " there is no " + std::string(name_of(act)) +
            (acts.empty() ? "; it is final" : "; there is " + names_of(acts)),
        context,
        refused_move<Machine>("no_such_act", from, act, {.name = "acts", .words = words_of(acts)}));
  }
  if (!move->who.intersects(by)) {
    return fail(ErrorCode::not_permitted,
                std::string(name_of(act)) + " is for " + names_of(move->who), context,
                refused_move<Machine>("role_needed", from, act,
                                      {.name = "roles", .words = words_of(move->who)}));
  }
  if (const auto missing = move->needs.without(met); !missing.empty()) {
    return fail(ErrorCode::unmet, std::string(name_of(act)) + " still needs " + names_of(missing),
                context,
                refused_move<Machine>("still_needed", from, act,
                                      {.name = "needs", .words = words_of(missing)}));
  }
  return move->to;
}

/// The table as Markdown, for docs/state-machines.md.
template <class Machine>
std::string printed_table() {
  auto text = "## " + std::string(Machine::kName) + "\n\n| in | do | leads to | who | needs |\n" +
              "|---|---|---|---|---|\n";
  for (const auto& move : Machine::moves()) {
    text += "| " + std::string(name_of(move.from)) + " | " + std::string(name_of(move.act)) +
            " | " + std::string(name_of(move.to)) + " | " + names_of(move.who) + " | " +
            names_of(move.needs) + " |\n";
  }
  return text;
}

}  // namespace tributary::ecosystem
