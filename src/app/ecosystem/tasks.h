// app/ecosystem/tasks.h
//
// Everything that waits for one person: what the desks say comes next, where this person is one of
// those who do it. There are no rules here that the desks have not.
//
//   for (const auto& task : TRY(tasks_of(desks, actor))) …   // what has waited longest comes first
//
// Thread rule: safe from any thread, as the desks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/ecosystem/application_desk.h"
#include "app/ecosystem/framework_desk.h"
#include "app/ecosystem/innovation_desk.h"
#include "app/ecosystem/mainstreaming_desk.h"
#include "app/ecosystem/pilot_desk.h"

namespace tributary::app {

enum class TaskKind : std::uint8_t {
  move_version,          ///< a steward takes a version of the framework further
  settle_amendment,      ///< a steward debates or settles it
  take_position,         ///< for one's own state
  begin_application,     ///< one's own state does not apply the newest version yet
  explain_items,         ///< items of an application that are neither applied nor explained
  move_application,      ///< to its next stage
  prepare_innovation,    ///< what its team has to bring before the gate
  let_in,                ///< somebody asks to join the team
  take_on,               ///< no panel has it yet
  assess,                ///< a reviewer's scores are missing
  decide_gate,           ///< its assessments are complete
  confirm_override,      ///< needs a second person
  take_up,               ///< recommended, and no authority has taken it up
  decide_mainstreaming,  ///< taken up by one's own state
  prepare_case,          ///< what a case lacks before its team can put it before the authority
  decide_case,           ///< a case lies before the authority of one's own state
  review_case,           ///< what is in force has to be looked at again
  register_protocol,     ///< a draft of one's own team
  run_pilot,             ///< that one leads, to its next step
  enter_pilot_data,      ///< what its lead has still to enter, so that the data can be locked
  evaluate_pilot,        ///< its data can be locked, analysed or reported by an evaluator
};

std::string_view name_of(TaskKind kind);

struct Task {
  TaskKind kind = TaskKind::move_version;
  std::string about;                 ///< "0.2.0", "PT11", or the title of an innovation
  std::string page;                  ///< path of the page where it is done
  std::vector<std::string> acts;     ///< one of these, by their names; empty: there is just one
  std::vector<std::string> missing;  ///< needs by their names, or keys of items
  Timestamp since;
};

struct Desks {
  FrameworkDesk& framework;
  ApplicationDesk& applications;
  InnovationDesk& innovations;
  MainstreamingDesk& mainstreaming;
  PilotDesk& pilots;
};

/// The oldest first; a visitor has none. Reads each innovation, case and pilot that is the person's
/// concern.
Result<std::vector<Task>> tasks_of(const Desks& desks, const ecosystem::Actor& actor);

/// The parts of it.
Result<std::vector<Task>> framework_tasks(FrameworkDesk& desk, const ecosystem::Actor& actor);
Result<std::vector<Task>> application_tasks(ApplicationDesk& desk, const ecosystem::Actor& actor);
Result<std::vector<Task>> innovation_tasks(InnovationDesk& desk, const ecosystem::Actor& actor);
Result<std::vector<Task>> case_tasks(MainstreamingDesk& desk, const ecosystem::Actor& actor);
Result<std::vector<Task>> pilot_tasks(PilotDesk& desk, const ecosystem::Actor& actor);

}  // namespace tributary::app
