#include "ecosystem/pilot/participant_flow.h"

#include <string>

namespace tributary::ecosystem {
namespace {

Result<> check_arm(const ArmFlow& arm, Arm which) {
  const auto refuse = [&](std::string why) {
    return fail(ErrorCode::invalid_argument, std::move(why), std::string(name_of(which)));
  };
  if (arm.assigned < 1) return refuse("Nobody is assigned to this arm.");
  if (arm.assigned > kMostPlannedLearners)
    return refuse("An arm has at most ten million learners.");
  if (arm.started > arm.assigned) return refuse("More started than were assigned.");
  if (arm.measured > arm.started) return refuse("More were measured than started.");
  if (arm.analysed > arm.measured) return refuse("More are analysed than were measured.");
  if (arm.analysed < 0) return refuse("A count is not below 0.");
  return {};
}

}  // namespace

Result<> check_flow(const ParticipantFlow& flow, PilotDesignKind design) {
  TRY(check_arm(flow.treated, Arm::treated));
  if (has_control(design) != flow.control.has_value()) {
    return fail(
        ErrorCode::invalid_argument,
        has_control(design) ? "The control arm is missing." : "This design has no control arm.",
        "control");
  }
  return flow.control ? check_arm(*flow.control, Arm::control) : Result<>();
}

double attrition(const ArmFlow& arm) {
  return 1 - static_cast<double>(arm.analysed) / static_cast<double>(arm.assigned);
}

std::array<std::uint64_t, 4> whereabouts(const ArmFlow& arm) {
  const auto count = [](std::int64_t learners) { return static_cast<std::uint64_t>(learners); };
  return {count(arm.assigned - arm.started), count(arm.started - arm.measured),
          count(arm.measured - arm.analysed), count(arm.analysed)};
}

}  // namespace tributary::ecosystem
