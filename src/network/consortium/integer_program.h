// network/consortium/integer_program.h
//
// A small integer program, and its exact solution by CBC: the one place that knows the solver.
//
//   IntegerProgram program;
//   const auto first = program.add_choice(0.9), second = program.add_choice(0.4);
//   program.rows.push_back({.terms = {{first, 1}, {second, 1}}, .high = 1});
//   solve(program, deadline).chosen   →  {true, false}
//
// Thread rule: solve() keeps nothing and may run in several threads at once.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace tributary::network {

inline constexpr double kNoBound = std::numeric_limits<double>::infinity();

struct Term {
  std::size_t column = 0;
  double factor = 0;
};

/// low ≤ Σ factor·column ≤ high.
struct Row {
  std::vector<Term> terms = {};
  double low = -kNoBound, high = kNoBound;
};

/// Maximises Σ worth·column.
struct IntegerProgram {
  struct Column {
    double worth = 0;
    bool is_choice = true;  ///< 0 or 1; else any number from 0 on
  };
  std::vector<Column> columns;
  std::vector<Row> rows;

  std::size_t add_choice(double worth) {
    columns.push_back({.worth = worth});
    return columns.size() - 1;
  }
  std::size_t add_amount() {
    columns.push_back({.is_choice = false});
    return columns.size() - 1;
  }
};

enum class SolutionState : std::uint8_t {
  optimal,     ///< nothing is better
  good,        ///< time ran out with a solution; `bound` says how much better there could be
  impossible,  ///< there is none, proven
  unknown,     ///< time ran out without one
};

struct Solution {
  SolutionState state = SolutionState::unknown;
  std::vector<bool> chosen;  ///< by column; amounts are false. Empty without a solution
  double worth = 0;
  double bound = 0;  ///< no solution is worth more
};

Solution solve(const IntegerProgram& program, std::chrono::steady_clock::time_point deadline);

}  // namespace tributary::network
