// app/ecosystem/pilot_shown.h
//
// What a reader is shown of a pilot. Strangers, who are neither of its team nor an evaluator, do
// not get the figures of few learners, nor what would give these away.
//
//   const auto arms = TRY(shown_flow(flow, is_stranger));
//
// Pure functions; safe to call from any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ecosystem/pilot/delivery.h"
#include "ecosystem/pilot/participant_flow.h"
#include "store/pilot/pilots.h"

namespace tributary::app {

/// An arm as it may be shown: what is nothing would tell of few learners.
struct ShownArm {
  ecosystem::Arm arm = ecosystem::Arm::treated;
  std::optional<std::uint64_t> assigned, started, measured, analysed;
  std::optional<std::uint64_t> never_started, not_measured, not_analysed;
  std::optional<double> attrition;
};

Result<std::vector<ShownArm>> shown_flow(const ecosystem::ParticipantFlow& flow, bool is_stranger);

/// Which way the whole interval lies.
enum class Finding : std::uint8_t { better, unclear, worse };

/// Why an effect is not told as months of progress.
enum class NoMonths : std::uint8_t {
  none,
  share,           ///< it is no number of points
  not_attainment,  ///< it is not learning that was measured
  no_control,      ///< a year older, learners have progressed anyway
};

/// Of the effect and both ends of its interval.
struct MonthsOfProgress {
  int value = 0, low = 0, high = 0;
};

struct ShownEffect {
  store::PilotEffect effect;  ///< rounded, and without what else tells of few, where it is coarse
  Finding finding = Finding::unclear;  ///< of the exact interval
  bool is_coarse = false;
  double within = 0;  ///< where it is coarse: no figure is further from the exact one
  bool lower_is_better = false;
  std::optional<MonthsOfProgress> months;
  NoMonths no_months = NoMonths::none;
};

std::string_view name_of(Finding finding);
std::string_view name_of(NoMonths reason);

/// `declared` is the registered text that it was analysed by. Errors: `corrupt` where the effect is
/// of an outcome that the text does not have.
Result<ShownEffect> shown_effect(const store::PilotEffect& effect,
                                 const ecosystem::PilotProtocol& declared, bool is_stranger);

/// What it took. Where strangers are not told how many started, they are not told the sum either,
/// as the cost per learner would tell the number then.
struct ShownDelivery {
  std::vector<ecosystem::CostLine> costs;
  bool has_costs = false;
  std::optional<Money> total, running;   ///< running: without what is paid once
  std::optional<Money> per_learner;      ///< of the total, by those who started
  std::optional<std::int64_t> learners;  ///< who started with it
  std::optional<std::int64_t> sessions_planned, sessions_delivered;
  std::optional<double> fidelity;
  std::string context;
};

/// `arms`: as this reader is shown them.
ShownDelivery shown_delivery(const ecosystem::PilotDelivery& delivery,
                             const std::optional<ecosystem::ParticipantFlow>& flow,
                             const std::vector<ShownArm>& arms, bool is_stranger);

}  // namespace tributary::app
