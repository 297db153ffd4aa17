#include "app/ecosystem/pilot_power.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "evidence/design/power.h"
#include "evidence/effect_size/mean_difference.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

/// Cohen's small, middling and large effect.
constexpr std::array kUsualEffects{0.2, 0.5, 0.8};

/// A design, and by how much its standard error is larger for the groups that it does not know of.
struct PlannedDesign {
  evidence::PilotDesign design;
  double inflation = 1;
  double learners_in_a_unit = 1;  ///< of what its arms count
};

evidence::Arms arms_of(const eco::PilotProtocol& protocol, std::int64_t learners_in_a_unit) {
  const auto units = [&](std::int64_t learners) {
    return static_cast<std::uint64_t>(std::max<std::int64_t>(learners, 0) / learners_in_a_unit);
  };
  return {.treated = units(protocol.planned_treated), .control = units(protocol.planned_control)};
}

evidence::PilotDesign independent_design(const eco::PilotProtocol& protocol) {
  const auto arms = arms_of(protocol, 1);
  switch (protocol.design) {
    case eco::PilotDesignKind::single_group:
      return evidence::SingleGroup{.learners = arms.treated,
                                   .pre_post_correlation = protocol.pre_post_correlation};
    case eco::PilotDesignKind::pre_post_controlled:
      return evidence::PrePostControlled{.learners = arms,
                                         .pre_post_correlation = protocol.pre_post_correlation};
    default:
      // A matched comparison is analysed as two groups, which claims no more than pairs would.
      return evidence::IndividuallyRandomised{.learners = arms};
  }
}

Result<PlannedDesign> planned_design(const eco::PilotProtocol& protocol) {
  const auto size = std::max<std::int64_t>(protocol.learners_in_a_group, 1);
  const auto learners = static_cast<double>(size);
  if (protocol.design == eco::PilotDesignKind::cluster_randomised) {
    return PlannedDesign{.design = evidence::ClusterRandomised{.clusters = arms_of(protocol, size),
                                                               .learners_per_cluster = learners,
                                                               .intraclass_correlation =
                                                                   protocol.intraclass_correlation},
                         .learners_in_a_unit = learners};
  }
  PlannedDesign planned{.design = independent_design(protocol)};
  if (protocol.unit != eco::AssignmentUnit::learner) {
    planned.inflation =
        std::sqrt(TRY(evidence::design_effect(learners, protocol.intraclass_correlation)));
  }
  return planned;
}

/// From one half on: sin²(π/4 + h/2) − 1/2 = sin(h)/2.
std::optional<double> share_difference_of(double difference_of_arcsines) {
  if (difference_of_arcsines >= std::numbers::pi / 2) return std::nullopt;
  return std::sin(difference_of_arcsines) / 2;
}

/// Shares are compared as they are afterwards, whatever the design: what was before does not help
/// to see a difference of theirs.
Result<double> detectable_afterwards(const eco::PilotProtocol& protocol,
                                     const PlannedDesign& planned) {
  const bool uses_before = protocol.design == eco::PilotDesignKind::pre_post_controlled;
  if (!uses_before) {
    return TRY(evidence::minimum_detectable_effect(planned.design)) * planned.inflation;
  }
  auto afterwards = protocol;
  afterwards.design = eco::PilotDesignKind::individually_randomised;
  const auto plan = TRY(planned_design(afterwards));
  return TRY(evidence::minimum_detectable_effect(plan.design)) * plan.inflation;
}

Result<PilotPower> try_power(const eco::PilotProtocol& protocol) {
  const auto planned = TRY(planned_design(protocol));
  PilotPower power;
  power.minimum_detectable_effect =
      TRY(evidence::minimum_detectable_effect(planned.design)) * planned.inflation;
  if (eco::has_control(protocol.design)) {
    power.probability_better =
        evidence::probability_of_superiority(*power.minimum_detectable_effect);
    power.share_difference = share_difference_of(TRY(detectable_afterwards(protocol, planned)));
  }
  for (const auto effect : kUsualEffects) {
    const auto seen = effect / planned.inflation;
    EffectPower line{.effect = effect, .power = TRY(evidence::power_of(planned.design, seen))};
    if (const auto size = evidence::smallest_sample(planned.design, seen)) {
      line.treated_learners = static_cast<std::int64_t>(
          std::ceil(static_cast<double>(size->arms.treated) * planned.learners_in_a_unit));
    }
    power.effects.push_back(line);
  }
  return power;
}

}  // namespace

PilotPower power_of_pilot(const eco::PilotProtocol& protocol) {
  auto power = try_power(protocol);
  if (power) return *std::move(power);
  return {.why_not = power.error().message};
}

}  // namespace tributary::app
