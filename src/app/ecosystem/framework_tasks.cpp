// What waits at the framework; see tasks.h.
#include <fmt/format.h>
#include <algorithm>

#include "app/ecosystem/tasks.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

/// What the one who moves a version brings along or writes; the rest comes from others.
constexpr eco::EnumSet<eco::VersionNeed> kStewardsOwn = {eco::VersionNeed::complete_text,
                                                         eco::VersionNeed::change_map};

std::string page_of_version(const VersionView& view) {
  return "/framework/" + view.version.text.number.text();
}

Timestamp stands_since(const VersionView& view) {
  return view.moves.empty() ? view.version.summary.created : view.moves.back().at;
}

void add_moves_of_version(const VersionView& view, eco::Roles roles, std::vector<Task>& tasks) {
  for (const auto& next : view.next) {
    if (next.act == eco::VersionAct::withdraw || !next.who.intersects(roles)) continue;
    if (!next.missing.without(kStewardsOwn).empty()) continue;
    Task task{.kind = TaskKind::move_version,
              .about = view.version.text.number.text(),
              .page = page_of_version(view),
              .acts = {std::string(name_of(next.act))},
              .missing = {},
              .since = stands_since(view)};
    next.missing.for_each([&](eco::VersionNeed need) { task.missing.emplace_back(name_of(need)); });
    tasks.push_back(std::move(task));
  }
}

void add_amendments(const VersionView& view, eco::Roles roles, std::vector<Task>& tasks) {
  for (const auto& amendment : view.amendments) {
    Task task{.kind = TaskKind::settle_amendment,
              .about = fmt::format("{} {}", view.version.text.number.text(), amendment.item.value),
              .page = fmt::format("{}#amendment-{}", page_of_version(view), amendment.id.value),
              .acts = {},
              .missing = {},
              .since = amendment.moves.empty() ? amendment.at : amendment.moves.back().at};
    for (const auto& next : eco::next_acts<eco::AmendmentMachine>(amendment.state, {})) {
      if (next.who.intersects(roles)) task.acts.emplace_back(name_of(next.act));
    }
    if (!task.acts.empty()) tasks.push_back(std::move(task));
  }
}

void add_positions(const VersionView& view, const eco::Actor& actor, std::vector<Task>& tasks) {
  const auto state = view.version.summary.state;
  const bool is_asked =
      state == eco::VersionState::consultation || state == eco::VersionState::final_proposal;
  if (!is_asked || !view.outcome) return;
  for (const auto& silent : view.outcome->silent) {
    const std::vector scopes{eco::Scope{eco::ScopeKind::member_state, silent.value}};
    if (!eco::check_permission(actor.grants, eco::Action::take_position, scopes)) continue;
    tasks.push_back({.kind = TaskKind::take_position,
                     .about = view.version.text.number.text(),
                     .page = page_of_version(view) + "#positions",
                     .acts = {},
                     .missing = {},
                     .since = stands_since(view)});
  }
}

}  // namespace

Result<std::vector<Task>> framework_tasks(FrameworkDesk& desk, const eco::Actor& actor) {
  // A member may withdraw an amendment of their own at any time; that waits for nobody.
  const auto roles = actor.roles().without({eco::Role::member});
  std::vector<Task> tasks;
  for (const auto& summary : TRY(desk.versions())) {
    const auto view = TRY(desk.view(summary.number));
    add_moves_of_version(view, roles, tasks);
    add_amendments(view, roles, tasks);
    add_positions(view, actor, tasks);
  }
  return tasks;
}

}  // namespace tributary::app
