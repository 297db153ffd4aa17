// What a team writes down about its innovation; see innovation_desk.h.
#include <algorithm>

#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/innovation_checks.h"
#include "app/ecosystem/innovation_desk.h"
#include "ecosystem/house_rules.h"
#include "ecosystem/refusals.h"
#include "store/recorded_change.h"

namespace tributary::app {

namespace eco = ecosystem;

Result<> InnovationDesk::record(const eco::Actor& actor, const RecordFact& request) {
  TRY(check_filled(request.text, "text", "Write down what it is."));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file = TRY(read_innovation_file(connection, request.id));
  // Whoever may register the protocol may write down what goes with it.
  TRY(check_team_role(file, actor, eco::Action::register_protocol));
  TRY(check_seen(file, request.seen));
  TRY(check_open_for_work(file));
  if (request.kind == eco::FactKind::lessons && file.now.state.stage != eco::Stage::testing) {
    return fail(ErrorCode::conflict, "lessons are those of a trial, so of the stage testing",
                subject_of_innovation(request.id),
                eco::not_in_this_state(eco::PipelineMachine::kName, name_of(file.now.state)));
  }
  TRY(store::append_fact(connection, request.id,
                         {.kind = request.kind,
                          .text = request.text,
                          .gate_round = file.now.gate_round,
                          .at = change.at(),
                          .by = actor.person}));
  TRY(store::update_innovation(connection, file.now, change.at()));
  return change.commit("innovation.record", subject_of_innovation(request.id),
                       audit_detail({{"kind", name_of(request.kind)}}));
}

Result<> InnovationDesk::register_protocol(const eco::Actor& actor,
                                           const RegisterProtocol& request) {
  TRY(check_filled(request.title, "title", "Give the protocol a title."));
  TRY(check_filled(request.text, "text", "The protocol has no text."));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file = TRY(read_innovation_file(connection, request.id));
  TRY(check_team_role(file, actor, eco::Action::register_protocol));
  TRY(check_seen(file, request.seen));
  TRY(check_open_for_work(file));
  if (!file.protocols.empty()) {
    TRY(check_filled(request.reasons, "reasons",
                     "A protocol is registered already; say why it is amended."));
  }
  TRY(store::append_protocol(connection, request.id,
                             {.title = request.title,
                              .text = request.text,
                              .reasons = request.reasons,
                              .at = change.at(),
                              .by = actor.person}));
  TRY(store::update_innovation(connection, file.now, change.at()));
  return change.commit(file.protocols.empty() ? "protocol.register" : "protocol.amend",
                       subject_of_innovation(request.id),
                       audit_detail({{"title", request.title},
                                     {"sha256", store::hexadecimal(store::sha256(request.text))},
                                     {"reasons", request.reasons}}));
}

Result<> InnovationDesk::freeze_evidence(const eco::Actor& actor, const FreezeEvidence& request) {
  if (request.links.empty()) {
    return fail(ErrorCode::invalid_argument, "A package holds at least one link.", "links");
  }
  for (const auto& [title, link] : request.links) {
    TRY(check_filled(title, "links", "Every link has a title."));
    if (!link.starts_with("https://") && !link.starts_with("http://")) {
      return fail(ErrorCode::invalid_argument, "A link begins with https:// or http://.", "links");
    }
  }
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file = TRY(read_innovation_file(connection, request.id));
  TRY(check_team_role(file, actor, eco::Action::edit_innovation));
  TRY(check_seen(file, request.seen));
  if (file.now.state != eco::PipelineState{eco::Stage::development}) {
    return fail(ErrorCode::conflict, "evidence is frozen while it is developed, before assessment",
                subject_of_innovation(request.id),
                eco::not_in_this_state(eco::PipelineMachine::kName, name_of(file.now.state)));
  }
  TRY(store::append_evidence_package(connection, request.id,
                                     {.links = request.links,
                                      .gate_round = file.now.gate_round,
                                      .at = change.at(),
                                      .by = actor.person}));
  TRY(store::update_innovation(connection, file.now, change.at()));
  return change.commit("evidence.freeze", subject_of_innovation(request.id),
                       audit_detail({{"links", request.links.size()}}));
}

Result<> InnovationDesk::tell_apart(const eco::Actor& actor, const TellApart& request) {
  TRY(check_filled(request.reasons, "reasons", "Say in what the two differ."));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file = TRY(read_innovation_file(connection, request.id));
  const eco::Roles may{eco::Role::innovator, eco::Role::panel_chair};
  if (!may.intersects(roles_at(file, actor, {}))) {
    return fail(ErrorCode::not_permitted,
                "telling apart is for innovators of its team and the chair of its panel",
                subject_of_innovation(request.id), eco::role_needed(may));
  }
  TRY(check_seen(file, request.seen));
  if (std::ranges::find(file.duplicates, request.earlier, &eco::Likeness::id) ==
      file.duplicates.end()) {
    return fail(ErrorCode::conflict, "the two are not taken for the same", "earlier",
                eco::house_rule(eco::HouseRule::not_taken_for_same));
  }
  TRY(store::insert_distinction(connection, request.id,
                                {.earlier = request.earlier,
                                 .reasons = request.reasons,
                                 .at = change.at(),
                                 .by = actor.person}));
  TRY(store::update_innovation(connection, file.now, change.at()));
  return change.commit(
      "innovation.tell_apart", subject_of_innovation(request.id),
      audit_detail({{"earlier", request.earlier.value}, {"reasons", request.reasons}}));
}

}  // namespace tributary::app
