#include "http/json/innovation_json.h"

#include "http/json/innovation_parts_json.h"
#include "http/json/project_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;
namespace eco = ecosystem;

namespace {

json::array distinctions_json(const std::vector<store::Distinction>& distinctions) {
  json::array array;
  for (const auto& distinction : distinctions) {
    array.push_back({{"earlier", distinction.earlier.value},
                     {"reasons", distinction.reasons},
                     {"at", rfc3339(distinction.at)}});
  }
  return array;
}

/// Source projects in their order; one that the catalogue no longer has keeps its slug.
json::array source_projects_json(const app::InnovationView& view) {
  json::array array;
  for (const auto& slug : view.file.text.text.projects) {
    json::value title = nullptr;
    for (const auto& project : view.projects) {
      if (project.slug == slug) title = json::value(project.title);
    }
    array.push_back({{"slug", slug}, {"title", title}});
  }
  return array;
}

json::object lineage_json(const app::InnovationView& view) {
  json::array nodes, lines;
  for (const auto& node : view.relatives) {
    nodes.push_back({{"id", node.id.value},
                     {"title", node.title},
                     {"stage", name_of(node.state.stage)},
                     {"standing", name_of(node.state.standing)}});
  }
  for (const auto& line : view.lineage) {
    lines.push_back({{"innovation", line.innovation.value},
                     {"earlier", line.earlier.value},
                     {"kind", name_of(line.kind)}});
  }
  return {{"nodes", nodes}, {"lines", lines}};
}

json::array editions_json(const app::InnovationView& view) {
  json::array array;
  for (const auto& edition : view.editions) {
    array.push_back({{"number", edition.number}, {"at", rfc3339(edition.at)}});
  }
  return array;
}

json::array problems_json(const std::vector<eco::FieldProblem>& problems) {
  json::array array;
  for (const auto& problem : problems) {
    array.push_back({{"field", problem.field}, {"message", problem.message}});
  }
  return array;
}

json::object summary_of(const store::Innovation& innovation, const std::string& title,
                        const std::string& problem) {
  return {{"id", innovation.id.value},
          {"title", title},
          {"problem", problem},
          {"stage", name_of(innovation.state.stage)},
          {"standing", name_of(innovation.state.standing)},
          {"revision", innovation.revision.value},
          {"member_state", innovation.member_state.value},
          {"mainstreaming_state", text_or_null(innovation.mainstreaming_state.value)},
          {"panel", text_or_null(innovation.panel)},
          {"created", rfc3339(innovation.created)},
          {"changed", rfc3339(innovation.changed)}};
}

}  // namespace

json::object innovations_json(const store::InnovationPage& page, std::uint64_t limit) {
  json::array list;
  for (const auto& summary : page.innovations) {
    auto entry = summary_of(summary.innovation, summary.title, summary.problem);
    json::array items;
    for (const auto& item : summary.framework_items) items.push_back(json::value(item.value));
    entry["framework_items"] = items;
    entry["supporters"] = summary.supporters;
    entry["last_act"] =
        summary.last_act ? json::value(name_of(*summary.last_act)) : json::value(nullptr);
    entry["last_reasons"] = text_or_null(summary.last_reasons);
    list.push_back(std::move(entry));
  }
  const bool is_full = page.innovations.size() == limit && limit > 0;
  return {{"total", page.total},
          {"innovations", list},
          {"next", is_full ? json::value(page.innovations.back().innovation.id.value)
                           : json::value(nullptr)}};
}

json::object innovation_json(const app::InnovationView& view, eco::PersonId reader) {
  const auto& file = view.file;
  auto document = summary_of(file.now, file.text.text.title, file.text.text.problem);
  document["text"] = innovation_text_json(file.text.text);
  document["text_number"] = file.now.text_number;
  document["texts"] = editions_json(view);
  document["problems"] = problems_json(view.problems);
  document["merged_into"] = id_or_null(file.now.merged_into);
  document["next"] = next_acts_json(view);
  document["gate"] = gate_json(view, reader);
  document["pending_override"] = override_json(view);
  document["moves"] = innovation_moves_json(view);
  document["assessments"] = assessments_json(view, reader);
  document["facts"] = facts_json(view);
  document["protocols"] = protocols_json(view);
  document["evidence"] = evidence_json(view);
  document["team"] = team_json(view, store::TeamEventKind::joined, reader);
  document["waiting"] = team_json(view, store::TeamEventKind::asked, reader);
  document["supporters"] = view.supporters.size();
  document["you_support"] = std::ranges::find(view.supporters, reader) != view.supporters.end();
  document["your_roles"] = role_names_json(view.roles);
  document["projects"] = source_projects_json(view);
  document["lineage"] = lineage_json(view);
  document["duplicates"] = duplicates_json(view.duplicates);
  document["told_apart"] = distinctions_json(file.distinctions);
  return document;
}

json::object pipeline_json(const std::map<eco::PipelineState, std::int64_t>& counts,
                           const std::vector<store::StoredGateRule>& rules, Date as_of) {
  json::array stages;
  std::int64_t total = 0;
  for (std::size_t stage = 0; stage < eco::kStages; ++stage) {
    json::object standings;
    for (int standing = 0; standing <= static_cast<int>(eco::Standing::de_implemented);
         ++standing) {
      const eco::PipelineState state{static_cast<eco::Stage>(stage),
                                     static_cast<eco::Standing>(standing)};
      const auto found = counts.find(state);
      const auto count = found == counts.end() ? 0 : found->second;
      standings[name_of(state.standing)] = count;
      total += count;
    }
    stages.push_back(
        {{"stage", name_of(static_cast<eco::Stage>(stage))}, {"standings", standings}});
  }
  json::array gates;
  for (const auto& rule : rules) gates.push_back(gate_rule_json(rule));
  json::object document{{"total", total}, {"stages", stages}, {"gate_rules", gates}};
  tell_origin(document, as_of, "all innovations that were proposed here, where each stands");
  return document;
}

json::object innovation_text_json(const eco::InnovationText& text) {
  const auto name_or_null = [](const auto& member) {
    return member ? json::value(name_of(*member)) : json::value(nullptr);
  };
  json::array levels, items;
  for (const int level : text.eqf_levels) levels.push_back(level);
  for (const auto& item : text.framework_items) items.push_back(json::value(item.value));
  return {{"title", text.title},
          {"problem", text.problem},
          {"what_is_new", text.what_is_new},
          {"target_group", text.target_group},
          {"eqf_levels", levels},
          {"isced_field", text.isced_field},
          {"setting", name_or_null(text.setting)},
          {"type", name_or_null(text.type)},
          {"novelty", name_or_null(text.novelty)},
          {"novelty_justification", text.novelty_justification},
          {"theory_of_change", text.theory_of_change},
          {"intended_outcomes", strings_json(text.intended_outcomes)},
          {"resources", text.resources},
          {"licence", text.licence},
          {"languages", strings_json(text.languages)},
          {"projects", strings_json(text.projects)},
          {"framework_items", items}};
}

json::array duplicates_json(const std::vector<app::LikelyDuplicate>& duplicates) {
  json::array array;
  for (const auto& duplicate : duplicates) {
    array.push_back({{"id", duplicate.likeness.id.value},
                     {"title", duplicate.title},
                     {"percent", duplicate.likeness.percent},
                     {"stage", name_of(duplicate.state.stage)},
                     {"standing", name_of(duplicate.state.standing)}});
  }
  return array;
}

}  // namespace tributary::http
