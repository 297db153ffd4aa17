#include "app/ecosystem/tasks.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace tributary::app {

std::string_view name_of(TaskKind kind) {
  static constexpr auto kNames = std::to_array<std::string_view>({"move_version",
                                                                  "settle_amendment",
                                                                  "take_position",
                                                                  "begin_application",
                                                                  "explain_items",
                                                                  "move_application",
                                                                  "prepare_innovation",
                                                                  "let_in",
                                                                  "take_on",
                                                                  "assess",
                                                                  "decide_gate",
                                                                  "confirm_override",
                                                                  "take_up",
                                                                  "decide_mainstreaming",
                                                                  "prepare_case",
                                                                  "decide_case",
                                                                  "review_case",
                                                                  "register_protocol",
                                                                  "run_pilot",
                                                                  "enter_pilot_data",
                                                                  "evaluate_pilot"});
  return kNames[static_cast<std::size_t>(kind)];
}

Result<std::vector<Task>> tasks_of(const Desks& desks, const ecosystem::Actor& actor) {
  if (actor.is_visitor()) return std::vector<Task>();
  auto tasks = TRY(framework_tasks(desks.framework, actor));
  std::ranges::move(TRY(application_tasks(desks.applications, actor)), std::back_inserter(tasks));
  std::ranges::move(TRY(innovation_tasks(desks.innovations, actor)), std::back_inserter(tasks));
  std::ranges::move(TRY(case_tasks(desks.mainstreaming, actor)), std::back_inserter(tasks));
  std::ranges::move(TRY(pilot_tasks(desks.pilots, actor)), std::back_inserter(tasks));
  std::ranges::stable_sort(tasks, {}, &Task::since);
  return tasks;
}

}  // namespace tributary::app
