#include "app/ecosystem/pilot_shown.h"

#include <array>

#include "evidence/distribution/distributions.h"
#include "evidence/effect_size/months_of_progress.h"
#include "evidence/suppression/cell_suppression.h"
#include "evidence/suppression/coarse_difference.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

constexpr double kUpperEnd = 0.975;  // of 95 % intervals

ShownArm whole_arm(eco::Arm arm, const eco::ArmFlow& flow) {
  const auto lost = eco::whereabouts(flow);
  const auto count = [](std::int64_t learners) { return static_cast<std::uint64_t>(learners); };
  return {.arm = arm,
          .assigned = count(flow.assigned),
          .started = count(flow.started),
          .measured = count(flow.measured),
          .analysed = count(flow.analysed),
          .never_started = lost[0],
          .not_measured = lost[1],
          .not_analysed = lost[2],
          .attrition = eco::attrition(flow)};
}

/// What is there of an arm where small cells are left out: how many were analysed, which the effect
/// tells anyway, unless they are few; what was lost, as far as `lost` shows it; and their sums.
ShownArm suppressed_arm(eco::Arm arm, const eco::ArmFlow& flow,
                        const evidence::PublishedTable& lost, std::size_t row) {
  ShownArm shown{.arm = arm,
                 .never_started = lost.at(row, 0),
                 .not_measured = lost.at(row, 1),
                 .not_analysed = lost.at(row, 2)};
  const auto analysed = static_cast<std::uint64_t>(flow.analysed);
  if (analysed < evidence::kSmallestShownCount) return shown;
  shown.analysed = analysed;
  if (shown.not_analysed) shown.measured = analysed + *shown.not_analysed;
  if (!lost.at(row, 3)) return shown;
  shown.assigned = analysed + *lost.at(row, 3);
  shown.attrition = eco::attrition(flow);
  if (shown.never_started) shown.started = *shown.assigned - *shown.never_started;
  return shown;
}

Result<std::vector<ShownArm>> flow_for_strangers(const eco::ParticipantFlow& flow) {
  evidence::CountTable lost{.totals = evidence::PublishedTotals::of_rows};
  const auto add = [&](const eco::ArmFlow& arm) {
    const auto cells = eco::whereabouts(arm);
    lost.counts.push_back({cells[0], cells[1], cells[2]});
  };
  add(flow.treated);
  if (flow.control) add(*flow.control);
  const auto table = TRY(evidence::suppress_small_cells(lost));
  std::vector<ShownArm> arms{suppressed_arm(eco::Arm::treated, flow.treated, table, 0)};
  if (flow.control) arms.push_back(suppressed_arm(eco::Arm::control, *flow.control, table, 1));
  return arms;
}

std::vector<ShownArm> whole_flow(const eco::ParticipantFlow& flow) {
  std::vector<ShownArm> arms{whole_arm(eco::Arm::treated, flow.treated)};
  if (flow.control) arms.push_back(whole_arm(eco::Arm::control, *flow.control));
  return arms;
}

NoMonths reason_against_months(const store::PilotEffect& effect, const eco::PilotOutcome& outcome) {
  if (outcome.kind == eco::OutcomeKind::share) return NoMonths::share;
  if (!outcome.is_attainment) return NoMonths::not_attainment;
  return effect.measure == "standardised_change" ? NoMonths::no_control : NoMonths::none;
}

/// 42.86 becomes 43, 1,234.50 becomes 1,200.
Money in_two_figures(Money amount) {
  std::int64_t unit = 1;
  while (amount.cents / unit >= 100) unit *= 10;
  return {(amount.cents + unit / 2) / unit * unit};
}

/// As it may be told of counts that are few.
Result<> make_coarse(ShownEffect& shown) {
  auto& effect = shown.effect;
  const auto& share = *effect.share;
  const evidence::TwoByTwo table{share.treated_events, effect.treated - share.treated_events,
                                 share.control_events, effect.control - share.control_events};
  if (!evidence::has_small_cell(table)) return {};
  const auto quantile = evidence::student_quantile(kUpperEnd, effect.degrees_of_freedom);
  const auto coarse = TRY(evidence::coarse_difference(table, quantile, effect.design_effect));
  const bool is_turned = shown.lower_is_better;
  effect.value = is_turned ? -coarse.value : coarse.value;
  effect.low = is_turned ? -coarse.interval.high : coarse.interval.low;
  effect.high = is_turned ? -coarse.interval.low : coarse.interval.high;
  effect.variance = 0;
  effect.share.reset();
  effect.input_hash.clear();  // counts are few enough to be tried one by one
  shown.is_coarse = true;
  shown.within = coarse.within;
  return {};
}

}  // namespace

std::string_view name_of(Finding finding) {
  static constexpr auto kNames = std::to_array<std::string_view>({"better", "unclear", "worse"});
  return kNames[static_cast<std::size_t>(finding)];
}

std::string_view name_of(NoMonths reason) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"none", "share", "not_attainment", "no_control"});
  return kNames[static_cast<std::size_t>(reason)];
}

Result<std::vector<ShownArm>> shown_flow(const eco::ParticipantFlow& flow, bool is_stranger) {
  return is_stranger ? flow_for_strangers(flow) : whole_flow(flow);
}

Result<ShownEffect> shown_effect(const store::PilotEffect& effect,
                                 const eco::PilotProtocol& declared, bool is_stranger) {
  const auto* outcome = eco::find_outcome(declared, effect.outcome);
  if (outcome == nullptr) {
    return fail(ErrorCode::corrupt, "the text that it was analysed by has no such outcome",
                effect.outcome);
  }
  ShownEffect shown{.effect = effect, .lower_is_better = outcome->lower_is_better};
  shown.finding = effect.low > 0    ? Finding::better
                  : effect.high < 0 ? Finding::worse
                                    : Finding::unclear;
  shown.no_months = reason_against_months(effect, *outcome);
  if (shown.no_months == NoMonths::none) {
    shown.months = MonthsOfProgress{evidence::months_of_progress(effect.value),
                                    evidence::months_of_progress(effect.low),
                                    evidence::months_of_progress(effect.high)};
  }
  if (is_stranger && effect.share) TRY(make_coarse(shown));
  return shown;
}

ShownDelivery shown_delivery(const eco::PilotDelivery& delivery,
                             const std::optional<eco::ParticipantFlow>& flow,
                             const std::vector<ShownArm>& arms, bool is_stranger) {
  ShownDelivery shown{.has_costs = !delivery.costs.empty(),
                      .sessions_planned = delivery.sessions_planned,
                      .sessions_delivered = delivery.sessions_delivered,
                      .fidelity = eco::fidelity(delivery),
                      .context = delivery.context};
  if (flow) shown.per_learner = eco::cost_per_learner(delivery.costs, flow->treated.started);
  const bool tells_started = !arms.empty() && arms.front().started.has_value();
  if (is_stranger && !tells_started) {
    // To the cent it would tell, with a sum that is round, of how many it is the part.
    if (shown.per_learner) shown.per_learner = in_two_figures(*shown.per_learner);
    return shown;
  }
  shown.costs = delivery.costs;
  if (shown.has_costs) {
    shown.total = eco::total_cost(delivery.costs);
    shown.running = eco::running_cost(delivery.costs);
  }
  if (tells_started) shown.learners = static_cast<std::int64_t>(*arms.front().started);
  return shown;
}

}  // namespace tributary::app
