#include "http/json/potential_json.h"

#include "app/ecosystem/potential/potential_sentences.h"
#include "http/json/innovation_parts_json.h"
#include "http/json/synthesis_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;
namespace eco = ecosystem;

namespace {

json::array texts_json(const std::vector<std::string>& texts) {
  json::array array;
  for (const auto& text : texts) array.push_back(json::value(text));
  return array;
}

json::array range_json(const evidence::Interval& interval) { return {interval.low, interval.high}; }

json::array range_json(const eco::EffectRange& range) { return {range.low, range.high}; }

template <class Name>
json::array named_json(const std::vector<Name>& members) {
  json::array array;
  for (const auto member : members) array.push_back(json::value(name_of(member)));
  return array;
}

json::object part_json(const app::PartOfPotential& part) {
  json::array reasons, rows;
  for (const auto& reason : part.reading.reasons) {
    json::array numbers;
    for (const auto number : reason.numbers) numbers.push_back(number);
    reasons.push_back({{"code", name_of(reason.code)},
                       {"numbers", std::move(numbers)},
                       {"names", texts_json(reason.names)},
                       {"text", app::sentence_of(reason)}});
  }
  for (const auto& [name, page] : part.rows) rows.push_back({{"name", name}, {"page", page}});
  return {{"part", name_of(part.part)},
          {"strength", name_of(part.reading.strength)},
          {"reasons", reasons},
          {"source", part.source},
          {"changed", to_json(part.changed)},
          {"coverage", {{"known", part.known}, {"of", part.of}}},
          {"rows", rows}};
}

json::object evidence_facts_json(const eco::EvidenceLevel& level) {
  return {{"level", level.level},
          {"there", named_json(level.there)},
          {"wanted", named_json(level.wanted)},
          {"reported_pilots",
           {{"better", level.better}, {"unclear", level.unclear}, {"worse", level.worse}}}};
}

json::object effect_facts_json(const app::PotentialView& view) {
  json::array outcomes;
  for (const auto& [protocol, title, synthesis] : view.outcomes) {
    auto outcome = synthesis_json(synthesis);
    outcome["protocol"] = {{"id", protocol.value}, {"title", title}};
    outcomes.push_back(std::move(outcome));
  }
  return {{"outcomes", outcomes}, {"leading", or_null(view.leading)}};
}

json::object transfer_facts_json(const app::PotentialView& view) {
  json::array states;
  for (const auto& [state, pilots, effect] : view.transfer.states) {
    states.push_back({{"state", state.value},
                      {"pilots", pilots},
                      {"value", effect.value},
                      {"interval", range_json(effect)}});
  }
  json::object document{{"states", states}, {"i_squared", or_null(view.transfer.i_squared)}};
  const auto& prediction = view.transfer.prediction;
  document["prediction"] = prediction ? json::value(range_json(*prediction)) : json::value(nullptr);
  const auto& size = view.transfer.pilot_size;
  document["pilot_size"] = nullptr;
  if (size) {
    document["pilot_size"] = {{"slope_per_hundred_learners", size->value},
                              {"interval", range_json(*size)}};
  }
  return document;
}

json::value case_reference_json(const std::optional<store::StoredCase>& stored) {
  if (!stored) return nullptr;
  return {{"id", stored->id.value},
          {"member_state", stored->content.state.value},
          {"state", name_of(stored->state)}};
}

json::object scalability_facts_json(const app::PotentialView& view) {
  json::array checklist;
  if (view.case_read) {
    const auto& lines = view.case_read->content.checklist;
    for (std::size_t item = 0; item < lines.size(); ++item) {
      checklist.push_back({{"number", item + 1},
                           {"question", eco::checklist_question(item)},
                           {"answer", name_of(lines[item].answer)},
                           {"evidence", lines[item].evidence}});
    }
  }
  return {{"case", case_reference_json(view.case_read)}, {"checklist", checklist}};
}

json::value level_json(const std::optional<eco::Level>& level) {
  return level ? json::value(name_of(*level)) : json::value(nullptr);
}

json::object readiness_facts_json(const app::PotentialView& view) {
  json::array items;
  for (const auto& [item, name] : view.items) {
    std::optional<int> gap;
    if (item.level && item.target) {
      gap = static_cast<int>(*item.target) - static_cast<int>(*item.level);
    }
    items.push_back({{"key", item.key.value},
                     {"name", text_or_null(name)},
                     {"level", level_json(item.level)},
                     {"target", level_json(item.target)},
                     {"levels_missing", or_null(gap)},
                     {"is_ready", eco::is_ready(item)}});
  }
  return {{"application", text_or_null(view.application_page)}, {"items", items}};
}

json::object adoption_facts_json(const eco::AdoptionFacts& facts) {
  return {{"using", facts.providers_using}, {"states_using", facts.states_using},
          {"heard", facts.providers_heard}, {"ever_adopted", facts.ever_adopted},
          {"using_here", facts.using_here}, {"heard_here", facts.heard_here}};
}

json::object parameter_json(const evidence::BassParameter& parameter) {
  return {{"value", parameter.value}, {"interval", range_json(parameter.interval)}};
}

}  // namespace

json::object forecast_json(const app::AdoptionForecast& ahead) {
  json::array points;
  for (const auto& [year, adopted, interval] : ahead.points) {
    points.push_back({{"year", year}, {"adopted", adopted}, {"interval", range_json(interval)}});
  }
  json::object document{{"whole_years", ahead.years.size()}, {"points", points}};
  document["from"] = ahead.years.empty() ? json::value(nullptr) : json::value(ahead.years.front());
  document["to"] = ahead.years.empty() ? json::value(nullptr) : json::value(ahead.years.back());
  document["model"] = nullptr;
  document["why_not"] = nullptr;
  if (ahead.fit) {
    document["model"] = {{"name", "bass"},
                         {"level", ahead.fit->level},
                         {"market", parameter_json(ahead.fit->market)},
                         {"innovation", parameter_json(ahead.fit->innovation)},
                         {"imitation", parameter_json(ahead.fit->imitation)}};
  } else {
    document["why_not"] = {{"code", ahead.why_not_code}, {"text", ahead.why_not}};
  }
  return document;
}

json::object potential_json(const app::PotentialView& view) {
  json::array parts;
  for (const auto& part : view.parts) parts.push_back(part_json(part));
  return {{"innovation",
           {{"id", view.innovation.value},
            {"title", view.title},
            {"stage", name_of(view.state.stage)},
            {"standing", name_of(view.state.standing)}}},
          {"state", text_or_null(view.target.value)},
          {"as_of", view.day.iso()},
          {"parts", parts},
          {"facts",
           {{"evidence", evidence_facts_json(view.level)},
            {"effect", effect_facts_json(view)},
            {"transferability", transfer_facts_json(view)},
            {"scalability", scalability_facts_json(view)},
            {"cost", {{"in_words", text_or_null(view.product_cost)}}},
            {"readiness", readiness_facts_json(view)},
            {"adoption", adoption_facts_json(view.adoption)},
            {"forecast", forecast_json(view.forecast)}}},
          {"case_here", case_reference_json(view.case_here)}};
}

json::object comparison_json(const app::Comparison& comparison) {
  json::array options;
  for (const auto& option : comparison.options) options.push_back(potential_json(option));
  return {
      {"state", comparison.target.value}, {"as_of", comparison.day.iso()}, {"options", options}};
}

}  // namespace tributary::http
