// ecosystem/pilot/delivery.h
//
// What a pilot took besides learners: what it cost, how much of what was planned was held, and
// under which circumstances.
//
//   const auto each = cost_per_learner(delivery.costs, 28);   →  EUR 42.50, or nothing
//
// What was not told is missing, which is not 0. Pure functions; safe to call from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "base/result.h"
#include "ecosystem/pilot/pilot_state.h"

namespace tributary::ecosystem {

enum class CostKind : std::uint8_t {
  start_up,    ///< once, whoever comes after: material, training of trainers
  recurring,   ///< again with each group of learners
  staff_time,  ///< hours, at what an hour costs
};

std::string_view name_of(CostKind kind);

struct CostLine {
  CostKind kind = CostKind::recurring;
  std::string what;             ///< one line for people
  Money amount;                 ///< of staff time: what an hour costs
  std::optional<double> hours;  ///< of staff time alone
  bool operator==(const CostLine&) const = default;
};

struct PilotDelivery {
  std::vector<CostLine> costs;                                       ///< none: not told
  std::optional<std::int64_t> sessions_planned, sessions_delivered;  ///< both or none
  std::string context;  ///< circumstances that others should know of
  bool operator==(const PilotDelivery&) const = default;
};

inline constexpr std::size_t kMostCostLines = 40;
inline constexpr std::int64_t kMostSessions = 100'000;
inline constexpr Money kMostOfACostLine{100'000'000'000};  // a milliard euro
inline constexpr double kMostHours = 10'000'000;

/// Whether it may be entered: bills come late, but what was reported stands.
[[nodiscard]] constexpr bool takes_delivery(PilotState state) {
  return state == PilotState::recruiting || state == PilotState::running ||
         state == PilotState::data_locked || state == PilotState::analysed;
}

/// Errors: `invalid_argument` naming the field; of a cost line with its number, "costs[0].what".
Result<> check_delivery(const PilotDelivery& delivery);

/// To the nearest cent. REQUIRES: it passed check_delivery().
[[nodiscard]] Money cost_of(const CostLine& line);

[[nodiscard]] Money total_cost(std::span<const CostLine> costs);

/// What stays where the start was paid for: all that is not of the kind start_up.
[[nodiscard]] Money running_cost(std::span<const CostLine> costs);

/// The total by those who started with it. Nothing where no cost was told, or where nobody started.
[[nodiscard]] std::optional<Money> cost_per_learner(std::span<const CostLine> costs,
                                                    std::int64_t learners);

/// The share of planned sessions that were held; above 1 where there were more.
[[nodiscard]] std::optional<double> fidelity(const PilotDelivery& delivery);

}  // namespace tributary::ecosystem
