#include "http/json/synthesis_json.h"

#include <cmath>

#include "http/json/innovation_parts_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;

namespace {

json::array interval_json(const evidence::Interval& interval) {
  return {interval.low, interval.high};
}

json::value ratio_json(const std::optional<store::ShareRatio>& ratio) {
  if (!ratio) return nullptr;
  return json::object{{"value", ratio->value}, {"interval", {ratio->low, ratio->high}}};
}

json::value share_json(const store::PilotEffect& effect) {
  if (!effect.share) return nullptr;
  const auto& [treated, control, risk, odds] = *effect.share;
  json::object document{{"treated", {{"events", treated}, {"learners", effect.treated}}},
                        {"control", {{"events", control}, {"learners", effect.control}}}};
  document["risk_ratio"] = ratio_json(risk);
  document["odds_ratio"] = ratio_json(odds);
  return document;
}

json::value months_json(const app::ShownEffect& shown) {
  if (!shown.months) return nullptr;
  return json::object{{"value", shown.months->value},
                      {"interval", {shown.months->low, shown.months->high}}};
}

json::object effect_json(const app::ShownEffect& shown) {
  const auto& effect = shown.effect;
  json::object document{
      {"outcome", effect.outcome},
      {"is_primary", effect.is_primary},
      {"is_exploratory", effect.is_exploratory},
      {"measure", effect.measure},
      {"value", effect.value},
      {"interval", {effect.low, effect.high}},
      {"finding", name_of(shown.finding)},
      {"lower_is_better", shown.lower_is_better},
      {"degrees_of_freedom", effect.degrees_of_freedom},
      {"correction", "exact"},
      {"design_effect", effect.design_effect},
      {"probability_better", or_null(effect.probability_better)},
      {"no_months", shown.months ? json::value(nullptr) : json::value(name_of(shown.no_months))},
      {"protocol_text", effect.protocol_text},
      {"input_sha256", text_or_null(effect.input_hash)}};
  document["variance"] = shown.is_coarse ? json::value(nullptr) : json::value(effect.variance);
  document["exact_within"] = shown.is_coarse ? json::value(shown.within) : json::value(nullptr);
  document["share"] = share_json(effect);
  document["months_of_progress"] = months_json(shown);
  return document;
}

json::array pooled_pilots_json(const app::OutcomeSynthesis& synthesis) {
  json::array pilots;
  for (std::size_t at = 0; at < synthesis.pilots.size(); ++at) {
    const auto& [pilot, effect, is_coarse, fidelity, cost] = synthesis.pilots[at];
    json::object line{{"pilot", pilot.id.value},
                      {"site", pilot.site},
                      {"member_state", pilot.member_state.value},
                      {"value", effect.value},
                      {"interval", {effect.low, effect.high}},
                      {"fidelity", or_null(fidelity)},
                      {"cost_per_learner_eur", or_null(cost)}};
    line["standard_error"] =
        is_coarse ? json::value(nullptr) : json::value(std::sqrt(effect.variance));
    line["weight"] =
        synthesis.pooled ? json::value(synthesis.pooled->weights[at]) : json::value(nullptr);
    if (at < synthesis.leave_one_out.size()) {
      const auto& without = synthesis.leave_one_out[at];
      line["without"] = {{"value", without.value}, {"interval", interval_json(without.shown)}};
    } else {
      line["without"] = nullptr;
    }
    pilots.push_back(std::move(line));
  }
  return pilots;
}

json::value pooled_json(const app::OutcomeSynthesis& synthesis) {
  if (!synthesis.pooled) return nullptr;
  const auto& pooled = *synthesis.pooled;
  json::object document{{"studies", pooled.pilots},
                        {"model", "random_effects"},
                        {"tau_squared_method", "restricted_maximum_likelihood"},
                        {"interval_method", "hartung_knapp"},
                        {"value", pooled.value},
                        {"interval", interval_json(pooled.shown)},
                        {"hartung_knapp_interval", interval_json(pooled.hartung_knapp)},
                        {"normal_interval", interval_json(pooled.normal)},
                        {"tau_squared", pooled.tau_squared},
                        {"i_squared", pooled.i_squared},
                        {"i_squared_interval", interval_json(pooled.i_squared_interval)},
                        {"q", pooled.q},
                        {"q_p_value", pooled.q_p_value}};
  document["prediction"] =
      pooled.prediction ? json::value(interval_json(*pooled.prediction)) : json::value(nullptr);
  return document;
}

json::value nested_json(const std::optional<app::NestedEffect>& nested) {
  if (!nested) return nullptr;
  return json::object{{"countries", nested->countries},
                      {"value", nested->value},
                      {"interval", interval_json(nested->interval)},
                      {"between_countries", nested->between_countries},
                      {"within_countries", nested->within_countries}};
}

json::object mean_effect_json(const app::PilotMean& mean) {
  return {{"value", mean.value},
          {"standard_error", mean.standard_error},
          {"p_value", mean.p_value},
          {"interval", interval_json(mean.interval)}};
}

json::value funnel_json(const std::optional<app::FunnelFinding>& funnel) {
  if (!funnel) return nullptr;
  json::object document{{"rests_on_few", funnel->rests_on_few},
                        {"why_not", text_or_null(funnel->why_not)}};
  document["asymmetry"] =
      funnel->asymmetry ? json::value(mean_effect_json(*funnel->asymmetry)) : json::value(nullptr);
  return document;
}

json::value regression_json(const app::ModeratorFinding& finding) {
  if (!finding.found) return nullptr;
  const auto& found = *finding.found;
  json::array coefficients;
  for (std::size_t at = 1; at < found.coefficients.size(); ++at) {
    auto line = mean_effect_json(found.coefficients[at]);
    line["name"] =
        finding.names.empty() ? json::value(nullptr) : json::value(finding.names[at - 1]);
    coefficients.push_back(std::move(line));
  }
  json::object document{{"coefficients", coefficients},
                        {"tau_squared", found.tau_squared},
                        {"p_value", found.p_value}};
  document["constant"] = mean_effect_json(found.coefficients.front());
  document["r_squared"] = or_null(found.r_squared);
  return document;
}

json::array moderators_json(const std::vector<app::ModeratorFinding>& moderators) {
  json::array array;
  for (const auto& finding : moderators) {
    json::object line{{"moderator", name_of(finding.moderator)},
                      {"pilots", finding.pilots},
                      {"compared_with", text_or_null(finding.compared_with)}};
    line["needed"] = finding.needed == 0 ? json::value(nullptr) : json::value(finding.needed);
    line["why_not"] = finding.found ? json::value(nullptr) : json::value(name_of(finding.refusal));
    line["found"] = regression_json(finding);
    array.push_back(std::move(line));
  }
  return array;
}

}  // namespace

json::array effects_json(const std::vector<app::ShownEffect>& effects) {
  json::array array;
  for (const auto& effect : effects) array.push_back(effect_json(effect));
  return array;
}

json::object synthesis_json(const app::OutcomeSynthesis& synthesis) {
  json::object document{{"outcome", synthesis.outcome.name},
                        {"kind", name_of(synthesis.outcome.kind)},
                        {"lower_is_better", synthesis.outcome.lower_is_better},
                        {"pilots", pooled_pilots_json(synthesis)},
                        {"moderators", moderators_json(synthesis.moderators)}};
  document["funnel"] = funnel_json(synthesis.funnel);
  document["pooled"] = pooled_json(synthesis);
  document["nested"] = nested_json(synthesis.nested);
  document["why_not"] =
      synthesis.why_not.empty() ? json::value(nullptr) : json::value(synthesis.why_not);
  return document;
}

}  // namespace tributary::http
