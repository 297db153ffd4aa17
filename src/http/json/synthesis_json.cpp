#include "http/json/synthesis_json.h"

#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;

namespace {

json::array interval_json(const evidence::Interval& interval) {
  return {interval.low, interval.high};
}

json::object effect_json(const store::PilotEffect& effect) {
  return {{"outcome", effect.outcome},
          {"is_primary", effect.is_primary},
          {"is_exploratory", effect.is_exploratory},
          {"measure", effect.measure},
          {"value", effect.value},
          {"variance", effect.variance},
          {"interval", {effect.low, effect.high}},
          {"degrees_of_freedom", effect.degrees_of_freedom},
          {"correction", "exact"},
          {"design_effect", effect.design_effect},
          {"probability_better", or_null(effect.probability_better)},
          {"protocol_text", effect.protocol_text},
          {"input_sha256", effect.input_hash}};
}

json::array pooled_pilots_json(const app::OutcomeSynthesis& synthesis) {
  json::array pilots;
  for (std::size_t at = 0; at < synthesis.pilots.size(); ++at) {
    const auto& [pilot, effect] = synthesis.pilots[at];
    json::object line{{"pilot", pilot.id.value},
                      {"site", pilot.site},
                      {"member_state", pilot.member_state.value},
                      {"value", effect.value},
                      {"interval", {effect.low, effect.high}}};
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

}  // namespace

json::array effects_json(const std::vector<store::PilotEffect>& effects) {
  json::array array;
  for (const auto& effect : effects) array.push_back(effect_json(effect));
  return array;
}

json::object synthesis_json(const app::OutcomeSynthesis& synthesis) {
  json::object document{{"outcome", synthesis.outcome}, {"pilots", pooled_pilots_json(synthesis)}};
  document["pooled"] = pooled_json(synthesis);
  document["why_not"] =
      synthesis.why_not.empty() ? json::value(nullptr) : json::value(synthesis.why_not);
  return document;
}

}  // namespace tributary::http
