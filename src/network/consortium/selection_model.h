// network/consortium/selection_model.h
//
// Rules as rows of an integer program: which of some options may join some members so that
// check() passes every rule.
//
// A row counts as check() does: what has to be there counts where it surely is, what may not be
// too many counts where it perhaps is. So a selection that keeps the rows passes the rules, and
// one that passes the rules keeps the rows.
//
// Pure functions; safe from any thread.
#pragma once

#include <chrono>
#include <expected>
#include <span>

#include "network/consortium/integer_program.h"
#include "network/consortium/member.h"
#include "network/consortium/rules.h"

namespace tributary::network {

/// Its first columns are the options, in order, worth nothing yet. Without one: impossible where
/// the members alone break a rule beyond repair, unknown where the deadline passed before it was
/// built.
std::expected<IntegerProgram, SolutionState> selection_model(
    std::span<const Rule> rules, std::span<const Member> members, std::span<const Member> options,
    std::chrono::steady_clock::time_point deadline);

}  // namespace tributary::network
