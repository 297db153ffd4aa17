#include "http/json/innovation_parts_json.h"

#include <algorithm>

#include "http/json/innovation_json.h"
#include "http/json/project_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;
namespace eco = ecosystem;

namespace {

template <class Enum>
json::array member_names_json(eco::EnumSet<Enum> set) {
  json::array names;
  set.for_each([&](Enum member) { names.push_back(json::value(name_of(member))); });
  return names;
}

/// Null for visitors, and where the account is erased.
json::value name_json(const app::InnovationView& view, eco::PersonId person) {
  const auto found = view.names.find(person);
  return found == view.names.end() ? json::value(nullptr) : text_or_null(found->second);
}

json::object condition_json(const eco::Condition& condition) {
  return {{"text", condition.text}, {"due", condition.due.iso()}};
}

json::array conditions_json(const std::vector<eco::Condition>& conditions) {
  json::array array;
  for (const auto& condition : conditions) array.push_back(condition_json(condition));
  return array;
}

/// Of a decision: with their numbers, and what showed that they are met.
json::array conditions_json(const app::InnovationView& view, const store::InnovationMove& move) {
  const auto& known = view.file.met_conditions;
  json::array array;
  for (std::size_t ordinal = 0; ordinal < move.conditions.size(); ++ordinal) {
    const store::ConditionName name{move.from_revision, static_cast<std::int64_t>(ordinal)};
    auto condition = condition_json(move.conditions[ordinal]);
    condition["number"] = ordinal + 1;
    const auto met = std::ranges::find(known, name, &store::MetCondition::name);
    condition["met"] = nullptr;
    if (met != known.end()) {
      condition["met"] = {{"at", rfc3339(met->at)},
                          {"by", name_json(view, met->by)},
                          {"role", name_of(met->role)},
                          {"shown_by", met->shown_by}};
    }
    array.push_back(std::move(condition));
  }
  return array;
}

json::array shortfalls_json(const std::vector<eco::GateShortfall>& shortfalls) {
  json::array array;
  for (const auto& shortfall : shortfalls) array.push_back(shortfall_json(shortfall));
  return array;
}

/// When it first went on to testing; nothing where it never did.
std::optional<Timestamp> beginning_of_trial(const app::InnovationFile& file) {
  const auto found = std::ranges::find_if(file.moves, [](const store::InnovationMove& move) {
    return move.to.stage == eco::Stage::testing && move.from.stage == eco::Stage::identified;
  });
  return found == file.moves.end() ? std::nullopt : std::optional(found->at);
}

}  // namespace

json::value text_or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

json::object shortfall_json(const eco::GateShortfall& shortfall) {
  return {{"code", name_of(shortfall.kind)},
          {"criterion", text_or_null(shortfall.criterion)},
          {"have", shortfall.have},
          {"needed", shortfall.needed},
          {"sentence", eco::sentence_of(shortfall)}};
}

json::array role_names_json(eco::Roles roles) { return member_names_json(roles); }

json::array next_acts_json(const app::InnovationView& view) {
  json::array array;
  for (const auto& next : view.next) {
    const auto* move = eco::find_move<eco::PipelineMachine>(view.file.now.state, next.act);
    eco::EnumSet<eco::PipelineNeed> stated;
    move->needs.for_each([&](eco::PipelineNeed need) {
      if (eco::kStatedWithMove.contains(need)) stated.add(need);
    });
    array.push_back({{"act", name_of(next.act)},
                     {"stage", name_of(next.to.stage)},
                     {"standing", name_of(next.to.standing)},
                     {"who", member_names_json(next.who)},
                     {"missing", member_names_json(next.missing)},
                     {"to_state", member_names_json(stated)},
                     {"is_gated", move->needs.contains(eco::PipelineNeed::gate_rule)}});
  }
  return array;
}

json::object gate_rule_json(const store::StoredGateRule& stored) {
  json::array criteria;
  for (const auto& criterion : stored.rule.criteria) {
    criteria.push_back({{"name", criterion.name},
                        {"must_be_met", criterion.must_be_met},
                        {"weight", criterion.weight}});
  }
  return {{"number", stored.number.value},
          {"stage", name_of(stored.stage)},
          {"criteria", criteria},
          {"required_assessments", stored.rule.required_assessments},
          {"must_meet_score", stored.rule.must_meet_score},
          {"threshold_hundredths", stored.rule.threshold_hundredths}};
}

json::value gate_json(const app::InnovationView& view, eco::PersonId reader) {
  if (!view.file.rule) return nullptr;
  const auto& gate = view.facts.gate;
  const auto round = view.file.now.gate_round;
  const bool has_assessed =
      std::ranges::any_of(view.file.assessments, [&](const store::StoredAssessment& stored) {
        return stored.gate_round == round && stored.assessment.reviewer == reader;
      });
  json::object document{{"rule", gate_rule_json(*view.file.rule)},
                        {"round", round},
                        {"assessments", view.assessments},
                        {"you_have_assessed", has_assessed},
                        {"shows_scores", view.shows_scores},
                        {"is_open", nullptr},
                        {"mean_hundredths", nullptr},
                        {"missing", json::array()}};
  if (view.shows_scores) {
    document["is_open"] = gate.is_open;
    document["mean_hundredths"] = or_null(gate.mean_hundredths);
    document["missing"] = shortfalls_json(gate.missing);
  }
  return document;
}

json::value override_json(const app::InnovationView& view) {
  const auto& pending = view.file.pending_override;
  if (!pending) return nullptr;
  return {{"act", name_of(pending->act)},
          {"reasons", pending->reasons},
          {"at", rfc3339(pending->at)},
          {"by", name_json(view, pending->by)},
          {"evidence", strings_json(pending->evidence)},
          {"conditions", conditions_json(pending->conditions)}};
}

json::array innovation_moves_json(const app::InnovationView& view) {
  json::array array;
  for (const auto& move : view.file.moves) {
    array.push_back(
        {{"number", move.from_revision.value},
         {"act", name_of(move.act)},
         {"is_decision", eco::is_gate_outcome(move.act)},
         {"from", {{"stage", name_of(move.from.stage)}, {"standing", name_of(move.from.standing)}}},
         {"to", {{"stage", name_of(move.to.stage)}, {"standing", name_of(move.to.standing)}}},
         {"reasons", move.reasons},
         {"at", rfc3339(move.at)},
         {"by", name_json(view, move.by)},
         {"role", name_of(move.role)},
         {"framework", move.framework.text()},
         {"text_number", move.text_number},
         {"round", move.gate_round},
         {"gate_rule", id_or_null(move.gate_rule)},
         {"is_override", move.confirmed_by.has_value()},
         {"confirmed_by",
          move.confirmed_by ? name_json(view, *move.confirmed_by) : json::value(nullptr)},
         {"merge_target", id_or_null(move.merge_target)},
         {"state", text_or_null(move.state.value)},
         {"competent_authority", text_or_null(move.competent_authority)},
         {"in_force_from", to_json(move.in_force_from)},
         {"evidence", strings_json(move.evidence)},
         {"conditions", conditions_json(view, move)}});
  }
  return array;
}

json::array assessments_json(const app::InnovationView& view, eco::PersonId reader) {
  json::array array;
  for (const auto& stored : view.file.assessments) {
    json::array scores;
    for (const auto& score : stored.assessment.scores) scores.push_back(or_null(score));
    array.push_back({{"round", stored.gate_round},
                     {"is_yours", stored.assessment.reviewer == reader},
                     {"is_recused", stored.is_recused},
                     {"scores", scores},
                     {"comment", stored.comment},
                     {"at", rfc3339(stored.at)}});
  }
  return array;
}

json::array facts_json(const app::InnovationView& view) {
  json::array array;
  for (const auto& fact : view.file.facts) {
    array.push_back({{"kind", name_of(fact.kind)},
                     {"text", fact.text},
                     {"round", fact.gate_round},
                     {"at", rfc3339(fact.at)}});
  }
  return array;
}

json::array protocols_json(const app::InnovationView& view) {
  const auto trial = beginning_of_trial(view.file);
  json::array array;
  for (const auto& protocol : view.file.protocols) {
    array.push_back({{"title", protocol.title},
                     {"text", protocol.text},
                     {"sha256", store::hexadecimal(protocol.text_hash)},
                     {"reasons", text_or_null(protocol.reasons)},
                     {"registered", rfc3339(protocol.at)},
                     {"is_exploratory", trial && protocol.at > *trial}});
  }
  return array;
}

json::array evidence_json(const app::InnovationView& view) {
  json::array array;
  for (const auto& package : view.file.packages) {
    json::array links;
    for (const auto& [title, link] : package.links) {
      links.push_back({{"title", title}, {"link", link}});
    }
    array.push_back(
        {{"frozen", rfc3339(package.at)}, {"round", package.gate_round}, {"links", links}});
  }
  return array;
}

json::array team_json(const app::InnovationView& view, store::TeamEventKind kind,
                      eco::PersonId reader) {
  json::array array;
  for (const auto& member : app::team_by(view.file.team_events, kind)) {
    array.push_back(
        {{"person", view.names.empty() ? json::value(nullptr) : json::value(member.person.value)},
         {"name", name_json(view, member.person)},
         {"is_you", member.person == reader && reader.value != 0},
         {"role", name_of(member.role)},
         {"organisation", text_or_null(member.organisation)},
         {"since", rfc3339(member.since)}});
  }
  return array;
}

}  // namespace tributary::http
