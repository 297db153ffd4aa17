#include "network/consortium/integer_program.h"

#include <coin/CbcHeuristic.hpp>
#include <coin/CbcHeuristicDiveCoefficient.hpp>
#include <coin/CbcHeuristicFPump.hpp>
#include <coin/CbcModel.hpp>
#include <coin/CglGomory.hpp>
#include <coin/CglKnapsackCover.hpp>
#include <coin/CglMixedIntegerRounding2.hpp>
#include <coin/CglProbing.hpp>
#include <coin/CoinPackedMatrix.hpp>
#include <coin/OsiClpSolverInterface.hpp>

#include <algorithm>

namespace tributary::network {
namespace {

/// The linear program, to be minimised, whose columns are whole numbers where they are choices.
void load(const IntegerProgram& program, OsiClpSolverInterface& solver) {
  const double infinity = solver.getInfinity();
  std::vector<int> rows, columns;
  std::vector<double> factors, row_low, row_high, low, high, costs;
  for (std::size_t place = 0; place < program.rows.size(); ++place) {
    for (const auto& [column, factor] : program.rows[place].terms) {
      rows.push_back(static_cast<int>(place));
      columns.push_back(static_cast<int>(column));
      factors.push_back(factor);
    }
    row_low.push_back(std::max(program.rows[place].low, -infinity));
    row_high.push_back(std::min(program.rows[place].high, infinity));
  }
  for (const auto& column : program.columns) {
    low.push_back(0);
    high.push_back(column.is_choice ? 1 : infinity);
    costs.push_back(-column.worth);
  }
  CoinPackedMatrix matrix(true, rows.data(), columns.data(), factors.data(),
                          static_cast<CoinBigIndex>(factors.size()));
  matrix.setDimensions(static_cast<int>(program.rows.size()),
                       static_cast<int>(program.columns.size()));
  solver.loadProblem(matrix, low.data(), high.data(), costs.data(), row_low.data(),
                     row_high.data());
  for (std::size_t place = 0; place < program.columns.size(); ++place) {
    if (program.columns[place].is_choice) solver.setInteger(static_cast<int>(place));
  }
}

}  // namespace

Solution solve(const IntegerProgram& program, std::chrono::steady_clock::time_point deadline) {
  const std::chrono::duration<double> left = deadline - std::chrono::steady_clock::now();
  if (left.count() <= 0) return {.bound = kNoBound};
  if (program.columns.empty()) {
    const bool is_kept = std::ranges::all_of(
        program.rows, [](const Row& row) { return row.low <= 0 && row.high >= 0; });
    return {.state = is_kept ? SolutionState::optimal : SolutionState::impossible};
  }
  OsiClpSolverInterface solver;
  solver.messageHandler()->setLogLevel(0);
  solver.getModelPtr()->setLogLevel(0);
  load(program, solver);

  CbcModel model(solver);
  model.setLogLevel(0);
  model.solver()->messageHandler()->setLogLevel(0);
  model.setUseElapsedTime(true);
  model.setMaximumSeconds(left.count());
  model.setAllowableGap(1e-9);
  model.setAllowableFractionGap(0);
  CglProbing probing;
  CglGomory gomory;
  CglKnapsackCover covers;
  CglMixedIntegerRounding2 rounding;
  model.addCutGenerator(&probing, -1, "probing");
  model.addCutGenerator(&gomory, -1, "gomory");
  model.addCutGenerator(&covers, -1, "covers");
  model.addCutGenerator(&rounding, -1, "rounding");
  CbcRounding rounding_up(model);
  CbcHeuristicFPump pump(model);
  CbcHeuristicDiveCoefficient dive(model);
  model.addHeuristic(&rounding_up, "rounding");
  model.addHeuristic(&pump, "pump");
  model.addHeuristic(&dive, "dive");
  model.initialSolve();
  if (model.solver()->isProvenPrimalInfeasible()) return {.state = SolutionState::impossible};
  model.branchAndBound();

  Solution solution;
  const double* values = model.bestSolution();
  if (values == nullptr) {
    const bool is_proven = model.isProvenInfeasible();
    solution.state = is_proven ? SolutionState::impossible : SolutionState::unknown;
    solution.bound = is_proven ? 0 : -model.getBestPossibleObjValue();
    return solution;
  }
  constexpr double kHalf = 0.5;
  for (std::size_t place = 0; place < program.columns.size(); ++place) {
    const bool is_chosen = program.columns[place].is_choice && values[place] > kHalf;
    solution.chosen.push_back(is_chosen);
    if (is_chosen) solution.worth += program.columns[place].worth;
  }
  const bool is_optimal = model.isProvenOptimal();
  solution.state = is_optimal ? SolutionState::optimal : SolutionState::good;
  solution.bound =
      is_optimal ? solution.worth : std::max(solution.worth, -model.getBestPossibleObjValue());
  return solution;
}

}  // namespace tributary::network
