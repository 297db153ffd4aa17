// What a person sees of one innovation; see innovation_desk.h.
#include <algorithm>
#include <set>

#include "app/ecosystem/innovation_desk.h"
#include "app/ecosystem/panel/panel_standing.h"
#include "store/accounts/accounts.h"
#include "store/innovation/innovation_concerns.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

Result<std::vector<LikelyDuplicate>> shown_duplicates(sql::Connection& connection,
                                                      const InnovationFile& file) {
  std::vector<LikelyDuplicate> duplicates;
  for (const auto& like : file.duplicates) {
    duplicates.push_back({like, TRY(store::innovation_title(connection, like.id)),
                          TRY(store::innovation(connection, like.id)).state});
  }
  return duplicates;
}

/// Of all lines those that lead to or from one innovation, near or far.
std::vector<eco::Lineage> lines_of(eco::InnovationId id, const std::vector<eco::Lineage>& all) {
  const auto reach = [&](auto near_end, auto far_end) {
    std::set<eco::InnovationId> reached{id};
    for (bool grows = true; grows;) {
      grows = false;
      for (const auto& line : all) {
        if (reached.contains(line.*near_end)) grows = reached.insert(line.*far_end).second || grows;
      }
    }
    return reached;
  };
  const auto ancestors = reach(&eco::Lineage::innovation, &eco::Lineage::earlier);
  const auto descendants = reach(&eco::Lineage::earlier, &eco::Lineage::innovation);
  std::vector<eco::Lineage> lines;
  for (const auto& line : all) {
    if (ancestors.contains(line.innovation) || descendants.contains(line.earlier)) {
      lines.push_back(line);
    }
  }
  return lines;
}

Result<std::vector<LineageNode>> relatives_in(sql::Connection& connection,
                                              const std::vector<eco::Lineage>& lines) {
  std::set<eco::InnovationId> ids;
  for (const auto& line : lines) ids.insert({line.innovation, line.earlier});
  std::vector<LineageNode> nodes;
  for (const auto id : ids) {
    nodes.push_back({id, TRY(store::innovation_title(connection, id)),
                     TRY(store::innovation(connection, id)).state});
  }
  return nodes;
}

/// Of the team, those who ask to join it, and those who decided. Reviewers are not named.
Result<std::map<eco::PersonId, std::string>> names_in(sql::Connection& connection,
                                                      const InnovationFile& file) {
  std::map<eco::PersonId, std::string> names;
  for (const auto& event : file.team_events) names[event.person];
  for (const auto& move : file.moves) {
    names[move.by];
    if (move.confirmed_by) names[*move.confirmed_by];
  }
  for (const auto& met : file.met_conditions) names[met.by];
  if (file.pending_override) names[file.pending_override->by];
  for (auto& [person, name] : names) {
    if (const auto account = TRY(store::find_account(connection, person))) name = account->name;
  }
  return names;
}

}  // namespace

Result<std::set<eco::InnovationId>> InnovationDesk::concerns_of(const eco::Actor& actor) {
  store::Concern concern{.person = actor.person};
  const auto may = [](const eco::Grant& grant, eco::Action action) {
    return eco::roles_for(action).contains(grant.role);
  };
  for (const auto& grant : actor.grants) {
    const auto& [kind, key] = grant.scope;
    if (kind == eco::ScopeKind::panel) concern.panels.push_back(key);
    if (may(grant, eco::Action::convene_panel)) concern.convenes_a_panel = true;
    if (kind != eco::ScopeKind::member_state) continue;
    if (may(grant, eco::Action::decide_mainstreaming)) concern.decides_for.push_back({key});
    if (may(grant, eco::Action::confirm_override)) concern.confirms_for.push_back({key});
  }
  auto reading = TRY(store::Reading::begin(connections_));
  return store::innovations_concerning(reading.connection(), concern);
}

Result<InnovationView> InnovationDesk::view(const eco::Actor& actor, eco::InnovationId id) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  InnovationView view{.file = TRY(read_innovation_file(connection, id))};
  auto& file = view.file;
  view.roles = roles_at(file, actor, file.now.mainstreaming_state);
  view.facts = TRY(facts_of(file));
  view.problems = eco::problems_of(file.text.text);
  view.assessments = static_cast<std::size_t>(view.facts.gate.assessments);
  view.shows_scores = check_sees_scores(file, actor).has_value();
  if (!view.shows_scores) {
    view.facts.gate = {};
    std::erase_if(file.assessments, [&](const store::StoredAssessment& stored) {
      return stored.gate_round == file.now.gate_round && stored.assessment.reviewer != actor.person;
    });
  }
  view.next = next_acts_of(file.now.state, view.facts);
  view.duplicates = TRY(shown_duplicates(connection, file));
  view.projects = TRY(store::source_projects(connection, file.text.text.projects));
  view.lineage = lines_of(id, TRY(store::lineage_lines(connection)));
  view.relatives = TRY(relatives_in(connection, view.lineage));
  view.supporters = TRY(store::innovation_supporters(connection, id));
  view.editions = TRY(store::innovation_text_editions(connection, id));
  if (!actor.is_visitor()) view.names = TRY(names_in(connection, file));
  return view;
}

}  // namespace tributary::app
