#include "app/ecosystem/pilot_analysis.h"

#include <fmt/format.h>

#include <cmath>

#include "app/archive/sha256_sum.h"
#include "ecosystem/pilot/exact_number.h"
#include "ecosystem/pilot/outcome_reader.h"
#include "evidence/distribution/distributions.h"
#include "evidence/effect_size/cluster_adjustment.h"
#include "evidence/effect_size/pre_post.h"
#include "evidence/effect_size/proportions.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

constexpr double kUpperQuantile = 0.975;  // of 95 % intervals

/// The arms of one outcome; control is there where the design has one.
struct OutcomeArms {
  eco::ArmSummary treated;
  std::optional<eco::ArmSummary> control;
};

struct RawEffect {
  std::string measure;
  evidence::EffectEstimate estimate;
  double degrees_of_freedom = 0;
  double design_effect = 1;
};

std::optional<OutcomeArms> arms_of_outcome(const std::vector<eco::ArmSummary>& summaries,
                                           const std::string& outcome, bool is_compared) {
  std::optional<eco::ArmSummary> treated, control;
  for (const auto& summary : summaries) {
    if (summary.outcome != outcome) continue;
    (summary.arm == eco::Arm::treated ? treated : control) = summary;
  }
  if (!treated || (is_compared && !control)) return std::nullopt;
  return OutcomeArms{*treated, is_compared ? control : std::nullopt};
}

evidence::GroupSummary after_of(const eco::ArmSummary& arm) {
  return {
      .mean = arm.mean_after, .standard_deviation = arm.deviation_after, .learners = arm.learners};
}

evidence::PrePostSummary change_of(const eco::ArmSummary& arm) {
  return {.mean_before = *arm.mean_before,
          .mean_after = arm.mean_after,
          .standard_deviation_before = *arm.deviation_before,
          .learners = arm.learners};
}

/// Learners of both arms.
double all_learners(const OutcomeArms& arms) {
  return static_cast<double>(arms.treated.learners + (arms.control ? arms.control->learners : 0));
}

double all_groups(const OutcomeArms& arms) {
  return static_cast<double>(arms.treated.groups + (arms.control ? arms.control->groups : 0));
}

/// As measured, weighted by learners; as assumed where it was not.
double correlation_of(const OutcomeArms& arms, const eco::PilotProtocol& protocol) {
  double sum = 0;
  double learners = 0;
  const auto add = [&](const eco::ArmSummary& arm) {
    if (!arm.correlation) return;
    sum += *arm.correlation * static_cast<double>(arm.learners);
    learners += static_cast<double>(arm.learners);
  };
  add(arms.treated);
  if (arms.control) add(*arms.control);
  return learners > 0 ? sum / learners : protocol.pre_post_correlation;
}

/// Nothing where learners were assigned one by one.
Result<std::optional<evidence::Clustering>> clustering_of(const OutcomeArms& arms,
                                                          const eco::PilotProtocol& protocol) {
  if (protocol.unit == eco::AssignmentUnit::learner) return std::nullopt;
  const auto arm_count = arms.control ? 2.0 : 1.0;
  if (all_groups(arms) <= arm_count) {
    return fail(ErrorCode::unmet, "there are too few groups to tell how they vary");
  }
  return evidence::Clustering{.learners_in_a_cluster = all_learners(arms) / all_groups(arms),
                              .intraclass_correlation = protocol.intraclass_correlation};
}

Result<RawEffect> raw_effect(const OutcomeArms& arms, const eco::PilotProtocol& protocol) {
  const auto clustering = TRY(clustering_of(arms, protocol));
  const auto arm_count = arms.control ? 2.0 : 1.0;
  RawEffect effect{
      .degrees_of_freedom = (clustering ? all_groups(arms) : all_learners(arms)) - arm_count,
      .design_effect = clustering ? evidence::design_effect(*clustering) : 1.0};
  if (!eco::compares_changes(protocol.design)) {
    const auto treated = after_of(arms.treated);
    const auto control = after_of(*arms.control);
    effect.measure = clustering ? "cluster_adjusted_g" : "hedges_g";
    effect.estimate = TRY(clustering ? evidence::cluster_adjusted_g(treated, control, *clustering)
                                     : evidence::hedges_g(treated, control));
    return effect;
  }
  const auto correlation = correlation_of(arms, protocol);
  effect.measure = arms.control ? "difference_of_changes" : "standardised_change";
  effect.estimate =
      TRY(arms.control ? evidence::difference_of_changes(change_of(arms.treated),
                                                         change_of(*arms.control), correlation)
                       : evidence::standardised_change(change_of(arms.treated), correlation));
  effect.estimate.variance *= effect.design_effect;
  return effect;
}

/// Nothing where the ratio is not defined, as where nobody in either arm had it.
std::optional<store::ShareRatio> ratio_of(const Result<evidence::EffectEstimate>& logarithm,
                                          double quantile, double design_effect) {
  if (!logarithm) return std::nullopt;
  const auto reach = quantile * std::sqrt(logarithm->variance * design_effect);
  return store::ShareRatio{std::exp(logarithm->value), std::exp(logarithm->value - reach),
                           std::exp(logarithm->value + reach)};
}

/// The difference of shares with its score interval; ratios beside it.
Result<store::PilotEffect> share_effect_of(const eco::PilotOutcome& outcome,
                                           const OutcomeArms& arms,
                                           const eco::PilotProtocol& protocol) {
  if (!arms.control) return fail(ErrorCode::unmet, "a share is compared with a control group");
  const auto& [treated, control] = arms;
  const evidence::TwoByTwo table{*treated.events, treated.learners - *treated.events,
                                 *control->events, control->learners - *control->events};
  const auto clustering = TRY(clustering_of(arms, protocol));
  const auto design_effect = clustering ? evidence::design_effect(*clustering) : 1.0;
  const auto degrees = (clustering ? all_groups(arms) : all_learners(arms)) - 2;
  const auto quantile = evidence::student_quantile(kUpperQuantile, degrees);
  const auto difference = TRY(evidence::risk_difference(table));
  const auto interval = TRY(evidence::risk_difference_interval(table, quantile, design_effect));
  const bool is_turned = outcome.lower_is_better;
  return store::PilotEffect{
      .outcome = outcome.name,
      .is_primary = outcome.is_primary,
      .measure = std::string(kShareMeasure),
      .value = is_turned ? -difference.value : difference.value,
      .variance = difference.variance * design_effect,
      .low = is_turned ? -interval.high : interval.low,
      .high = is_turned ? -interval.low : interval.high,
      .degrees_of_freedom = degrees,
      .design_effect = design_effect,
      .treated = treated.learners,
      .control = control->learners,
      .share = store::ShareFigures{
          .treated_events = *treated.events,
          .control_events = *control->events,
          .risk_ratio = ratio_of(evidence::log_risk_ratio(table), quantile, design_effect),
          .odds_ratio = ratio_of(evidence::log_odds_ratio(table), quantile, design_effect)}};
}

Result<store::PilotEffect> effect_of(const eco::PilotOutcome& outcome, const OutcomeArms& arms,
                                     const eco::PilotProtocol& protocol) {
  if (outcome.kind == eco::OutcomeKind::share) return share_effect_of(outcome, arms, protocol);
  const auto raw = TRY(raw_effect(arms, protocol));
  const auto value = outcome.lower_is_better ? -raw.estimate.value : raw.estimate.value;
  const auto reach = evidence::student_quantile(kUpperQuantile, raw.degrees_of_freedom) *
                     std::sqrt(raw.estimate.variance);
  store::PilotEffect effect{.outcome = outcome.name,
                            .is_primary = outcome.is_primary,
                            .measure = raw.measure,
                            .value = value,
                            .variance = raw.estimate.variance,
                            .low = value - reach,
                            .high = value + reach,
                            .degrees_of_freedom = raw.degrees_of_freedom,
                            .design_effect = raw.design_effect,
                            .treated = arms.treated.learners,
                            .control = arms.control ? arms.control->learners : 0};
  if (arms.control) effect.probability_better = evidence::probability_of_superiority(value);
  return effect;
}

std::string ratio_text(const std::optional<store::ShareRatio>& ratio) {
  if (!ratio) return "not defined";
  return eco::exact_text(ratio->value) + " from " + eco::exact_text(ratio->low) + " to " +
         eco::exact_text(ratio->high);
}

/// Every figure of it, so that two differ where one of them does.
std::string share_text(const std::optional<store::ShareFigures>& share) {
  if (!share) return "none";
  return fmt::format("{} and {} events, risk ratio {}, odds ratio {}", share->treated_events,
                     share->control_events, ratio_text(share->risk_ratio),
                     ratio_text(share->odds_ratio));
}

std::unexpected<Error> no_effect(const eco::PilotOutcome& outcome, const std::string& why) {
  return fail(ErrorCode::unmet, "no effect on " + outcome.name + " can be computed: " + why,
              "outcome_data");
}

}  // namespace

Result<std::vector<store::PilotEffect>> analyse_pilot(const PilotInput& input) {
  const auto protocol = TRY(eco::protocol_from_text(input.protocol_text));
  const auto earlier = TRY(eco::protocol_from_text(input.protocol_text_when_data_came));
  eco::OutcomeReader reader(protocol);
  Sha256Sum sum;
  sum.add(fmt::format("protocol {}\n{}\nwhen data came\n{}\ndata\n", input.text_number,
                      input.protocol_text, input.protocol_text_when_data_came));
  TRY(input.data([&](std::string_view piece) {
    sum.add(piece);
    return reader.read(piece);
  }));
  const auto summaries = reader.summaries();
  const auto hash = sum.digits();
  std::vector<store::PilotEffect> effects;
  for (const auto& outcome : protocol.outcomes) {
    const auto arms = arms_of_outcome(summaries, outcome.name, eco::has_control(protocol.design));
    if (!arms) {
      if (outcome.is_primary) return no_effect(outcome, "an arm has fewer than two learners");
      continue;
    }
    auto effect = effect_of(outcome, *arms, protocol);
    if (!effect) {
      if (outcome.is_primary) return no_effect(outcome, effect.error().message);
      continue;
    }
    effect->is_exploratory = eco::is_exploratory(outcome, protocol, earlier);
    effect->protocol_text = input.text_number;
    effect->input_hash = hash;
    effects.push_back(*std::move(effect));
  }
  return effects;
}

std::vector<std::string> differences_of(const std::vector<store::PilotEffect>& stored,
                                        const std::vector<store::PilotEffect>& now) {
  std::vector<std::string> differences;
  if (stored.size() != now.size()) {
    differences.push_back(fmt::format("outcomes: {} stored, {} now", stored.size(), now.size()));
    return differences;
  }
  for (std::size_t at = 0; at < stored.size(); ++at) {
    const auto& before = stored[at];
    const auto& after = now[at];
    const auto differ = [&](std::string_view field, const std::string& one,
                            const std::string& other) {
      if (one == other) return;
      differences.push_back(
          fmt::format("outcome {}, {}: {} stored, {} now", at + 1, field, one, other));
    };
    const auto number = [&](std::string_view field, double one, double other) {
      differ(field, eco::exact_text(one), eco::exact_text(other));
    };
    differ("name", before.outcome, after.outcome);
    differ("input", before.input_hash, after.input_hash);
    differ("measure", before.measure, after.measure);
    differ("primary", before.is_primary ? "yes" : "no", after.is_primary ? "yes" : "no");
    differ("exploratory", before.is_exploratory ? "yes" : "no",
           after.is_exploratory ? "yes" : "no");
    number("value", before.value, after.value);
    number("variance", before.variance, after.variance);
    number("low", before.low, after.low);
    number("high", before.high, after.high);
    number("degrees of freedom", before.degrees_of_freedom, after.degrees_of_freedom);
    number("design effect", before.design_effect, after.design_effect);
    number("probability better", before.probability_better.value_or(-1),
           after.probability_better.value_or(-1));
    differ("treated learners", std::to_string(before.treated), std::to_string(after.treated));
    differ("control learners", std::to_string(before.control), std::to_string(after.control));
    differ("share", share_text(before.share), share_text(after.share));
  }
  return differences;
}

}  // namespace tributary::app
