// What waits at mainstreaming cases; see tasks.h.
#include <algorithm>

#include "app/ecosystem/tasks.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using eco::CaseAct;
using eco::CaseNeed;
using eco::CaseState;

constexpr auto kAuthority = eco::Role::member_state_representative;

Task task_at_case(const CaseView& view, TaskKind kind) {
  return {.kind = kind,
          .about = view.innovation_title,
          .page = "/mainstreaming/" + std::to_string(view.stored.id.value),
          .acts = {},
          .missing = {},
          .since = view.moves.empty() ? view.stored.prepared : view.moves.back().at};
}

/// What a team has to bring, or that it can hand the case in; where its innovation is over, that it
/// can close it.
void add_preparing(const CaseView& view, std::vector<Task>& tasks) {
  auto task = task_at_case(view, TaskKind::prepare_case);
  if (view.waiting.of_case.contains(CaseAct::close)) {
    task.acts.emplace_back(name_of(CaseAct::close));
  } else {
    const auto submit =
        std::ranges::find(view.next, CaseAct::submit, &eco::NextAct<eco::CaseMachine>::act);
    submit->missing.for_each([&](CaseNeed need) { task.missing.emplace_back(name_of(need)); });
    if (task.missing.empty()) task.acts.emplace_back(name_of(CaseAct::submit));
  }
  tasks.push_back(std::move(task));
}

void add_deciding(const CaseView& view, std::vector<Task>& tasks) {
  auto task = task_at_case(view, TaskKind::decide_case);
  // An approval can be taken back at any time, but waits for it only where it leads nowhere.
  const auto is_asked = [&](CaseAct act) {
    if (act == CaseAct::revoke) return view.waiting.of_case.contains(act);
    return act != CaseAct::enact ||
           eco::check_can_come_in_force(view.stored.content.state, view.place).has_value();
  };
  for (const auto& next : view.next) {
    if (is_asked(next.act) && next.missing.empty() && next.who.contains(kAuthority)) {
      task.acts.emplace_back(name_of(next.act));
    }
  }
  if (!task.acts.empty()) tasks.push_back(std::move(task));
}

void add_reviewing(const CaseView& view, std::vector<Task>& tasks) {
  if (view.waiting.of_case.contains(CaseAct::end)) {
    auto task = task_at_case(view, TaskKind::decide_case);
    task.acts.emplace_back(name_of(CaseAct::end));
    tasks.push_back(std::move(task));
  } else if (view.is_review_due) {
    auto task = task_at_case(view, TaskKind::review_case);
    task.since = std::chrono::sys_days(std::chrono::days(view.review_due->days_since_epoch()));
    tasks.push_back(std::move(task));
  }
}

}  // namespace

Result<std::vector<Task>> case_tasks(MainstreamingDesk& desk, const eco::Actor& actor) {
  std::vector<Task> tasks;
  for (const auto id : TRY(desk.concerns_of(actor))) {
    const auto view = TRY(desk.view(actor, id));
    if (view.stored.state == CaseState::prepared) {
      if (view.roles.contains(eco::Role::innovator)) add_preparing(view, tasks);
    } else if (view.roles.contains(kAuthority) && view.may_judge) {
      view.stored.state == CaseState::in_force ? add_reviewing(view, tasks)
                                               : add_deciding(view, tasks);
    }
  }
  return tasks;
}

}  // namespace tributary::app
