#include "ecosystem/pilot/delivery.h"

#include <array>
#include <cmath>

#include "ecosystem/blank_text.h"

namespace tributary::ecosystem {
namespace {

Result<> check_line(const CostLine& line, const std::string& place) {
  const auto refuse = [&](std::string_view field, std::string why) {
    return fail(ErrorCode::invalid_argument, std::move(why), place + std::string(field));
  };
  if (is_blank(line.what) || line.what.find_first_of("\r\n") != std::string::npos) {
    return refuse(".what", "Say in one line what it was spent on.");
  }
  if (line.amount.cents < 0 || line.amount > kMostOfACostLine) {
    return refuse(".amount_eur", "An amount is from 0 to a milliard euro.");
  }
  if (line.hours.has_value() != (line.kind == CostKind::staff_time)) {
    return refuse(".hours", "Hours are told of staff time, and of nothing else.");
  }
  if (line.hours && !(*line.hours > 0 && *line.hours <= kMostHours)) {
    return refuse(".hours", "Hours are above 0.");
  }
  if (cost_of(line) > kMostOfACostLine) {
    return refuse(".hours", "A line costs at most a milliard euro.");
  }
  return {};
}

}  // namespace

std::string_view name_of(CostKind kind) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"start_up", "recurring", "staff_time"});
  return kNames[static_cast<std::size_t>(kind)];
}

Result<> check_delivery(const PilotDelivery& delivery) {
  if (delivery.costs.size() > kMostCostLines) {
    return fail(ErrorCode::invalid_argument, "There are at most 40 lines of costs.", "costs");
  }
  for (std::size_t at = 0; at < delivery.costs.size(); ++at) {
    TRY(check_line(delivery.costs[at], "costs[" + std::to_string(at) + "]"));
  }
  const auto& [costs, planned, delivered, context] = delivery;
  if (planned.has_value() != delivered.has_value()) {
    return fail(ErrorCode::invalid_argument,
                "Say both how many sessions were planned and how many were held.",
                planned ? "sessions_delivered" : "sessions_planned");
  }
  if (planned && (*planned < 1 || *planned > kMostSessions)) {
    return fail(ErrorCode::invalid_argument, "At least one session was planned.",
                "sessions_planned");
  }
  if (delivered && (*delivered < 0 || *delivered > kMostSessions)) {
    return fail(ErrorCode::invalid_argument, "None or more sessions were held.",
                "sessions_delivered");
  }
  return {};
}

Money cost_of(const CostLine& line) {
  if (!line.hours) return line.amount;
  return {std::llround(static_cast<double>(line.amount.cents) * *line.hours)};
}

Money total_cost(std::span<const CostLine> costs) {
  Money total;
  for (const auto& line : costs) total.cents += cost_of(line).cents;
  return total;
}

Money running_cost(std::span<const CostLine> costs) {
  Money running;
  for (const auto& line : costs) {
    if (line.kind != CostKind::start_up) running.cents += cost_of(line).cents;
  }
  return running;
}

std::optional<Money> cost_per_learner(std::span<const CostLine> costs, std::int64_t learners) {
  if (costs.empty() || learners < 1) return std::nullopt;
  return Money{
      std::llround(static_cast<double>(total_cost(costs).cents) / static_cast<double>(learners))};
}

std::optional<double> fidelity(const PilotDelivery& delivery) {
  if (!delivery.sessions_planned || !delivery.sessions_delivered) return std::nullopt;
  return static_cast<double>(*delivery.sessions_delivered) /
         static_cast<double>(*delivery.sessions_planned);
}

}  // namespace tributary::ecosystem
