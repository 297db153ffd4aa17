// What waits at applications of the framework; see tasks.h.
#include <algorithm>

#include "app/ecosystem/tasks.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

std::vector<eco::Scope> scopes_in(const eco::Jurisdiction& jurisdiction) {
  return {{eco::ScopeKind::member_state, jurisdiction.state.value}};
}

void add_explanations(const ApplicationView& view, Task task, std::vector<Task>& tasks) {
  if (view.missing.empty()) return;
  task.kind = TaskKind::explain_items;
  for (const auto& item : view.version.text.items) {
    if (view.missing.contains(item.key)) task.missing.push_back(item.key.value);
  }
  tasks.push_back(std::move(task));
}

void add_moves_of_application(const ApplicationView& view, eco::Roles roles, Task task,
                              std::vector<Task>& tasks) {
  task.kind = TaskKind::move_application;
  for (const auto& next : view.next) {
    // Going back or ending it can be done at any time, and waits for nobody.
    const bool goes_on =
        next.act != eco::ApplicationAct::redesign && next.act != eco::ApplicationAct::discontinue;
    const bool is_ready = next.missing.without({eco::ApplicationNeed::reasons}).empty();
    if (goes_on && is_ready && next.who.intersects(roles)) {
      task.acts.emplace_back(name_of(next.act));
    }
  }
  if (!task.acts.empty()) tasks.push_back(std::move(task));
}

}  // namespace

Result<std::vector<Task>> application_tasks(ApplicationDesk& desk, const eco::Actor& actor) {
  std::vector<Task> tasks;
  const auto overview = TRY(desk.overview({}));
  if (!overview.version) return tasks;
  const auto& newest = *overview.version;
  for (const auto& row : overview.rows) {
    const auto scopes = scopes_in(row.jurisdiction);
    if (!eco::check_permission(actor.grants, eco::Action::edit_application, scopes)) continue;
    Task task{.about = name_of(row.jurisdiction),
              .page = "/framework/" + newest.text.number.text() + "/applications",
              .acts = {},
              .missing = {},
              .since = newest.summary.created};
    if (!row.file) {
      task.kind = TaskKind::begin_application;
      tasks.push_back(std::move(task));
      continue;
    }
    const auto view = TRY(desk.view(row.jurisdiction, newest.text.number));
    task.page = "/applications/" + task.about + "/" + newest.text.number.text();
    task.since = view.moves.empty() ? view.file.application.begun : view.moves.back().at;
    if (view.file.application.stage == eco::ApplicationStage::discontinued) continue;
    add_explanations(view, task, tasks);
    add_moves_of_application(view, actor.roles(scopes), task, tasks);
  }
  return tasks;
}

}  // namespace tributary::app
