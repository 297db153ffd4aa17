// What waits at protocols and pilots; see tasks.h.
#include <algorithm>

#include "app/ecosystem/tasks.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using eco::PilotState;

Task task_at_pilot(const PilotView& view, TaskKind kind) {
  return {.kind = kind,
          .about = view.innovation_title + " · " + view.stored.site,
          .page = "/pilots/" + std::to_string(view.stored.id.value),
          .acts = {},
          .missing = {},
          .since = view.moves.empty() ? view.stored.planned : view.moves.back().at};
}

/// The act that takes it further, which stands first in the table of its state.
void add_way_on(const PilotView& view, TaskKind kind, std::vector<Task>& tasks) {
  auto task = task_at_pilot(view, kind);
  const auto& way_on = view.next.front();
  way_on.missing.for_each([&](eco::PilotNeed need) { task.missing.emplace_back(name_of(need)); });
  if (task.missing.empty()) task.acts.emplace_back(name_of(way_on.act));
  tasks.push_back(std::move(task));
}

void add_tasks_at(const PilotView& view, std::vector<Task>& tasks) {
  if (view.next.empty()) return;
  const bool can_be_locked = view.next.front().missing.empty();
  if (view.roles.contains(eco::Role::pilot_lead)) {
    if (view.stored.state < PilotState::running) {
      if (view.is_open_for_work) add_way_on(view, TaskKind::run_pilot, tasks);
    } else if (!can_be_locked) {
      add_way_on(view, TaskKind::enter_pilot_data, tasks);
    }
  } else if (view.roles.contains(eco::Role::evaluator) && can_be_locked) {
    add_way_on(view, TaskKind::evaluate_pilot, tasks);
  }
}

}  // namespace

Result<std::vector<Task>> pilot_tasks(PilotDesk& desk, const eco::Actor& actor) {
  std::vector<Task> tasks;
  const auto drafts = TRY(desk.drafts_of(actor));
  for (const auto& draft : drafts) {
    const auto& way_on = draft.next.front();
    Task task{.kind = TaskKind::register_protocol,
              .about = draft.innovation_title,
              .page = "/protocols/" + std::to_string(draft.stored.id.value),
              .acts = {},
              .missing = {},
              .since = draft.stored.drafted};
    way_on.missing.for_each(
        [&](eco::ProtocolNeed need) { task.missing.emplace_back(name_of(need)); });
    if (task.missing.empty()) task.acts.emplace_back(name_of(way_on.act));
    tasks.push_back(std::move(task));
  }
  const auto pilots = TRY(desk.pilots_of(actor));
  for (const auto& view : pilots) add_tasks_at(view, tasks);
  return tasks;
}

}  // namespace tributary::app
