#include "http/json/mainstreaming_json.h"

#include "http/json/innovation_parts_json.h"
#include "http/json/machine_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;
namespace eco = ecosystem;

namespace {

json::object checklist_counts_json(const eco::ChecklistCounts& counts) {
  return {{"yes", counts.yes},
          {"partly", counts.partly},
          {"no", counts.no},
          {"unknown", counts.unknown}};
}

json::array checklist_json(const eco::Checklist& checklist) {
  json::array items;
  for (std::size_t item = 0; item < checklist.size(); ++item) {
    items.push_back({{"number", item + 1},
                     {"question", eco::checklist_question(item)},
                     {"answer", name_of(checklist[item].answer)},
                     {"evidence", checklist[item].evidence}});
  }
  return items;
}

json::object case_summary_json(const store::StoredCase& stored) {
  const auto& content = stored.content;
  return {{"id", stored.id.value},
          {"member_state", content.state.value},
          {"lever", name_of(content.lever)},
          {"competent_authority", content.competent_authority},
          {"state", name_of(stored.state)},
          {"revision", stored.revision.value},
          {"cost_at_scale", to_json(content.cost_at_scale)},
          {"in_force_from", to_json(content.in_force_from)},
          {"answers", checklist_counts_json(eco::counts_of(content.checklist))},
          {"prepared", rfc3339(stored.prepared)},
          {"changed", rfc3339(stored.changed)}};
}

json::array next_case_acts_json(const app::CaseView& view) {
  auto acts = next_json(view.next);
  for (std::size_t at = 0; at < view.next.size(); ++at) {
    const auto* move = eco::find_move<eco::CaseMachine>(view.stored.state, view.next[at].act);
    eco::EnumSet<eco::CaseNeed> stated;
    move->needs.for_each([&](eco::CaseNeed need) {
      if (eco::kStatedWithCaseMove.contains(need)) stated.add(need);
    });
    acts[at].as_object()["to_state"] = names_json(stated);
  }
  return acts;
}

json::value name_around_case(const app::CaseView& view, eco::PersonId person) {
  const auto found = view.names.find(person);
  return found == view.names.end() ? json::value(nullptr) : text_or_null(found->second);
}

json::array case_moves_json(const app::CaseView& view) {
  json::array array;
  for (const auto& move : view.moves) {
    array.push_back({{"act", name_of(move.act)},
                     {"from", name_of(move.from)},
                     {"to", name_of(move.to)},
                     {"reasons", move.reasons},
                     {"in_force_from", to_json(move.in_force_from)},
                     {"role", name_of(move.role)},
                     {"at", rfc3339(move.at)},
                     {"by", name_around_case(view, move.by)}});
  }
  return array;
}

}  // namespace

json::object cases_json(const store::CasePage& page, std::uint64_t limit) {
  json::array list;
  for (const auto& [stored, title] : page.cases) {
    auto entry = case_summary_json(stored);
    entry["innovation"] = {{"id", stored.content.innovation.value}, {"title", title}};
    list.push_back(std::move(entry));
  }
  const bool is_full = page.cases.size() == limit && limit > 0;
  return {
      {"total", page.total},
      {"cases", list},
      {"next", is_full ? json::value(page.cases.back().stored.id.value) : json::value(nullptr)}};
}

json::object case_json(const app::CaseView& view) {
  const auto& content = view.stored.content;
  auto document = case_summary_json(view.stored);
  document["innovation"] = {{"id", content.innovation.value},
                            {"title", view.innovation_title},
                            {"stage", name_of(view.place.state.stage)},
                            {"standing", name_of(view.place.state.standing)},
                            {"taken_up_by", text_or_null(view.place.taken_up_by.value)},
                            {"is_recommended", view.is_recommended}};
  document["checklist"] = checklist_json(content.checklist);
  document["risks"] = content.risks;
  document["equity"] = content.equity;
  document["prepared_by"] = name_around_case(view, view.stored.prepared_by);
  document["next"] = next_case_acts_json(view);
  document["waiting"] = {{"of_innovation", names_json(view.waiting.of_innovation)},
                         {"of_case", names_json(view.waiting.of_case)}};
  document["review_due"] = to_json(view.review_due);
  document["moves"] = case_moves_json(view);
  document["your_roles"] = role_names_json(view.roles);
  return document;
}

}  // namespace tributary::http
