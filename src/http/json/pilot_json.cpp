#include "http/json/pilot_json.h"

#include "http/json/delivery_json.h"
#include "http/json/innovation_parts_json.h"
#include "http/json/machine_json.h"
#include "http/json/synthesis_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;
namespace eco = ecosystem;

namespace {

using PilotNames = std::map<eco::PersonId, std::string>;

json::value name_in(const PilotNames& names, eco::PersonId person) {
  const auto found = names.find(person);
  return found == names.end() ? json::value(nullptr) : text_or_null(found->second);
}

/// Adds to each act what is said with the act itself.
template <class Machine>
json::array next_with_statement(const std::vector<eco::NextAct<Machine>>& next,
                                typename Machine::State state,
                                eco::EnumSet<typename Machine::Need> with_move) {
  auto acts = next_json(next);
  for (std::size_t at = 0; at < next.size(); ++at) {
    eco::EnumSet<typename Machine::Need> stated;
    eco::find_move<Machine>(state, next[at].act)->needs.for_each([&](typename Machine::Need need) {
      if (with_move.contains(need)) stated.add(need);
    });
    acts[at].as_object()["to_state"] = names_json(stated);
  }
  return acts;
}

template <class Move>
json::array pilot_moves_json(const std::vector<Move>& moves, const PilotNames& names) {
  json::array array;
  for (const auto& move : moves) {
    array.push_back({{"act", name_of(move.act)},
                     {"from", name_of(move.from)},
                     {"to", name_of(move.to)},
                     {"reasons", move.reasons},
                     {"at", rfc3339(move.at)},
                     {"by", name_in(names, move.by)}});
  }
  return array;
}

json::array outcomes_json(const eco::PilotProtocol& protocol) {
  json::array outcomes;
  for (const auto& outcome : protocol.outcomes) {
    outcomes.push_back({{"name", outcome.name},
                        {"instrument", outcome.instrument},
                        {"timing", outcome.timing},
                        {"is_primary", outcome.is_primary},
                        {"is_attainment", outcome.is_attainment},
                        {"lower_is_better", outcome.lower_is_better},
                        {"kind", name_of(outcome.kind)}});
  }
  return outcomes;
}

json::object protocol_content_json(const eco::PilotProtocol& protocol) {
  return {{"title", protocol.title},
          {"question", protocol.question},
          {"design", name_of(protocol.design)},
          {"unit", name_of(protocol.unit)},
          {"treated_arm", protocol.treated_arm},
          {"control_arm", protocol.control_arm},
          {"outcomes", outcomes_json(protocol)},
          {"planned_treated", protocol.planned_treated},
          {"planned_control", protocol.planned_control},
          {"learners_in_a_group", protocol.learners_in_a_group},
          {"intraclass_correlation", protocol.intraclass_correlation},
          {"pre_post_correlation", protocol.pre_post_correlation},
          {"analysis_plan", protocol.analysis_plan},
          {"stopping_rule", protocol.stopping_rule}};
}

json::array protocol_problems_json(const std::vector<eco::FieldProblem>& problems) {
  json::array array;
  for (const auto& [field, message] : problems) {
    array.push_back({{"field", field}, {"message", message}});
  }
  return array;
}

json::array protocol_texts_json(const app::ProtocolView& view) {
  json::array texts;
  for (const auto& text : view.texts) {
    texts.push_back({{"number", text.number},
                     {"text", text.text},
                     {"sha256", text.text_hash},
                     {"reasons", text_or_null(text.reasons)},
                     {"at", rfc3339(text.at)},
                     {"by", name_in(view.names, text.by)}});
  }
  return texts;
}

json::object pilot_summary_json(const store::StoredPilot& stored) {
  return {{"id", stored.id.value},
          {"site", stored.site},
          {"member_state", stored.member_state.value},
          {"state", name_of(stored.state)},
          {"revision", stored.revision.value},
          {"planned", rfc3339(stored.planned)},
          {"changed", rfc3339(stored.changed)}};
}

json::array pilot_lines_json(const app::ProtocolView& view) {
  json::array lines;
  for (const auto& [stored, effects, design, shown, delivery, reasons, leads] : view.pilots) {
    auto line = pilot_summary_json(stored);
    line["lead"] = name_in(view.names, stored.lead);
    line["effects"] = effects_json(shown);
    line["delivery"] = delivery_json(delivery);
    line["ended_because"] = text_or_null(reasons);
    lines.push_back(std::move(line));
  }
  return lines;
}

json::array flow_json(const std::vector<app::ShownArm>& flow) {
  json::array arms;
  for (const auto& arm : flow) {
    arms.push_back({{"arm", name_of(arm.arm)},
                    {"assigned", or_null(arm.assigned)},
                    {"started", or_null(arm.started)},
                    {"measured", or_null(arm.measured)},
                    {"analysed", or_null(arm.analysed)},
                    {"never_started", or_null(arm.never_started)},
                    {"not_measured", or_null(arm.not_measured)},
                    {"not_analysed", or_null(arm.not_analysed)},
                    {"attrition", or_null(arm.attrition)}});
  }
  return arms;
}

json::array summaries_json(const std::vector<eco::ArmSummary>& summaries) {
  json::array array;
  for (const auto& summary : summaries) {
    const bool is_share = summary.events.has_value();
    array.push_back(
        {{"outcome", summary.outcome},
         {"arm", name_of(summary.arm)},
         {"learners", summary.learners},
         {"groups", summary.groups > 0 ? json::value(summary.groups) : json::value(nullptr)},
         {"events", or_null(summary.events)},
         {"mean_before", or_null(summary.mean_before)},
         {"deviation_before", or_null(summary.deviation_before)},
         {"mean_after", is_share ? json::value(nullptr) : json::value(summary.mean_after)},
         {"deviation_after",
          is_share ? json::value(nullptr) : json::value(summary.deviation_after)},
         {"correlation", or_null(summary.correlation)}});
  }
  return array;
}

/// What tells a reader of the result by which text it was analysed.
json::array registered_texts_json(const std::vector<store::ProtocolText>& texts) {
  json::array array;
  for (const auto& text : texts) {
    array.push_back(
        {{"number", text.number}, {"sha256", text.text_hash}, {"at", rfc3339(text.at)}});
  }
  return array;
}

json::object data_json(const app::PilotView& view) {
  return {{"kind", view.is_of_learners ? "learners" : "summaries"},
          {"rows", view.is_suppressed ? json::value(nullptr) : json::value(view.data_rows)},
          {"sha256", text_or_null(view.data_hash)},
          {"first_at", to_json(view.first_data_at)},
          {"summaries", summaries_json(view.summaries)}};
}

json::array fact_names_json(const std::vector<eco::EvidenceFact>& facts) {
  json::array array;
  for (const auto fact : facts) array.push_back(json::value(name_of(fact)));
  return array;
}

}  // namespace

json::object pilot_power_json(const app::PilotPower& power) {
  json::array effects;
  for (const auto& [effect, found, learners] : power.effects) {
    effects.push_back({{"effect", effect},
                       {"power", rounded(static_cast<float>(found))},
                       {"treated_learners", or_null(learners)}});
  }
  return {{"minimum_detectable_effect", or_null(power.minimum_detectable_effect)},
          {"share_difference", or_null(power.share_difference)},
          {"probability_better", or_null(power.probability_better)},
          {"effects", effects},
          {"why_not", text_or_null(power.why_not)}};
}

json::object protocol_json(const app::ProtocolView& view) {
  const auto& stored = view.stored;
  json::array syntheses;
  for (const auto& synthesis : view.syntheses) syntheses.push_back(synthesis_json(synthesis));
  return {{"id", stored.id.value},
          {"innovation", {{"id", stored.innovation.value}, {"title", view.innovation_title}}},
          {"state", name_of(stored.state)},
          {"revision", stored.revision.value},
          {"drafted", rfc3339(stored.drafted)},
          {"drafted_by", name_in(view.names, stored.drafted_by)},
          {"changed", rfc3339(stored.changed)},
          {"content", protocol_content_json(stored.content)},
          {"problems", protocol_problems_json(view.problems)},
          {"power", pilot_power_json(view.power)},
          {"texts", protocol_texts_json(view)},
          {"moves", pilot_moves_json(view.moves, view.names)},
          {"pilots", pilot_lines_json(view)},
          {"syntheses", syntheses},
          {"next", next_with_statement(view.next, stored.state, eco::kStatedWithProtocolMove)},
          {"your_roles", role_names_json(view.roles)}};
}

json::object pilot_json(const app::PilotView& view) {
  auto document = pilot_summary_json(view.stored);
  const auto& protocol = view.protocol;
  document["innovation"] = {{"id", protocol.innovation.value}, {"title", view.innovation_title}};
  document["protocol"] = {{"id", protocol.id.value},
                          {"state", name_of(protocol.state)},
                          {"content", protocol_content_json(protocol.content)}};
  document["lead"] = name_in(view.names, view.stored.lead);
  document["flow"] = flow_json(view.flow);
  document["data"] = view.has_data ? json::value(data_json(view)) : json::value(nullptr);
  document["is_suppressed"] = view.is_suppressed;
  document["effects"] = effects_json(view.effects);
  document["delivery"] = delivery_json(view.delivery);
  document["registered_texts"] = registered_texts_json(view.texts);
  document["moves"] = pilot_moves_json(view.moves, view.names);
  document["next"] = next_with_statement(view.next, view.stored.state, eco::kStatedWithPilotMove);
  document["your_roles"] = role_names_json(view.roles);
  json::array handovers, may_lead;
  for (const auto& [from, to, reasons, at, by] : view.handovers) {
    handovers.push_back({{"from", name_in(view.names, from)},
                         {"to", name_in(view.names, to)},
                         {"reasons", reasons},
                         {"at", rfc3339(at)},
                         {"by", name_in(view.names, by)}});
  }
  for (const auto person : view.may_lead) {
    may_lead.push_back({{"person", person.value}, {"name", name_in(view.names, person)}});
  }
  document["handovers"] = std::move(handovers);
  document["may_lead"] = std::move(may_lead);
  return document;
}

json::object evidence_json(const app::EvidenceView& view, Date as_of) {
  json::array protocols;
  for (const auto& protocol : view.protocols) protocols.push_back(protocol_json(protocol));
  const auto& level = view.level;
  json::object document{
      {"innovation", {{"id", view.innovation.value}, {"title", view.title}}},
      {"level", level.level},
      {"there", fact_names_json(level.there)},
      {"wanted", fact_names_json(level.wanted)},
      {"reported_pilots",
       {{"better", level.better}, {"unclear", level.unclear}, {"worse", level.worse}}},
      {"protocols", std::move(protocols)}};
  tell_origin(document, as_of,
              "protocols of this innovation as they were registered, and its pilots");
  return document;
}

json::object learner_import_json(const app::LearnerImport& report) {
  json::array rejected;
  for (const auto& [line, column, reason] : report.rejected) {
    rejected.push_back({{"line", line}, {"column", text_or_null(column)}, {"reason", reason}});
  }
  return {{"rows", report.rows},
          {"is_taken", report.rejected.empty()},
          {"is_cut", report.is_cut},
          {"rejected", rejected}};
}

json::array reproductions_json(const std::vector<app::Reproduction>& reproductions) {
  json::array array;
  for (const auto& one : reproductions) {
    json::array differences;
    for (const auto& difference : one.differences) differences.push_back(json::value(difference));
    array.push_back({{"pilot", one.pilot.value},
                     {"site", one.site},
                     {"outcomes", one.outcomes},
                     {"is_same", one.differences.empty()},
                     {"differences", differences}});
  }
  return array;
}

}  // namespace tributary::http
