// What a team declares before it measures; see pilot_desk.h.
#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/innovation_checks.h"
#include "app/ecosystem/pilot_desk.h"
#include "app/ecosystem/pilot_file.h"
#include "ecosystem/blank_text.h"
#include "ecosystem/refusals.h"
#include "store/audit/audit_entry.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using eco::ProtocolAct;
using eco::ProtocolNeed;

/// Texts of blanks alone are none; what it can detect is computed, whatever was said.
eco::PilotProtocol tidied(eco::PilotProtocol content) {
  const auto tidy = [](std::string& text) {
    if (eco::is_blank(text)) text.clear();
  };
  for (auto* text : {&content.title, &content.question, &content.treated_arm, &content.control_arm,
                     &content.analysis_plan, &content.stopping_rule}) {
    tidy(*text);
  }
  content.minimum_detectable_effect = power_of_pilot(content).minimum_detectable_effect;
  return content;
}

eco::EnumSet<ProtocolNeed> protocol_needs_met(const eco::PilotProtocol& standing,
                                              const eco::PilotProtocol& next,
                                              const std::string& reasons) {
  eco::EnumSet<ProtocolNeed> met;
  if (!reasons.empty()) met.add(ProtocolNeed::reasons);
  if (eco::problems_of(next).empty()) met.add(ProtocolNeed::complete_text);
  if (next != standing) met.add(ProtocolNeed::other_text);
  return met;
}

/// A refusal names the first field that is missing.
Error explained_protocol_refusal(Error error, const eco::PilotProtocol& content) {
  const auto problems = eco::problems_of(content);
  if (error.code == ErrorCode::unmet && !problems.empty()) {
    error.message += ". " + problems.front().message;
    error.context = problems.front().field;
  }
  return error;
}

Result<> check_protocol_texts(const eco::PilotProtocol& content) {
  return check_filled(content.title, "title", "Give the protocol a title.");
}

}  // namespace

Result<store::ProtocolId> PilotDesk::draft(const eco::Actor& actor, eco::InnovationId innovation,
                                           const eco::PilotProtocol& asked) {
  const auto content = tidied(asked);
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file = TRY(read_innovation_file(connection, innovation));
  TRY(check_team_role(file, actor, eco::Action::register_protocol));
  TRY(check_protocol_texts(content));
  TRY(check_open_for_work(file));
  store::StoredProtocol stored{.innovation = innovation,
                               .content = content,
                               .drafted = change.at(),
                               .drafted_by = actor.person};
  const auto id = TRY(store::insert_protocol(connection, stored));
  TRY(change.commit("protocol.draft", subject_of_protocol(id),
                    audit_detail({{"innovation", innovation.value}, {"title", content.title}})));
  return id;
}

Result<> PilotDesk::edit(const eco::Actor& actor, const EditProtocol& request) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  auto stored = TRY(store::pilot_protocol(connection, request.id));
  const auto file = TRY(read_innovation_file(connection, stored.innovation));
  TRY(check_team_role(file, actor, eco::Action::register_protocol));
  TRY(store::check_revision(stored.revision, request.seen, subject_of_protocol(request.id)));
  if (stored.state != eco::ProtocolState::draft) {
    return fail(ErrorCode::conflict,
                "it is " + std::string(name_of(stored.state)) +
                    ": what is registered changes by an amendment, with its reason",
                subject_of_protocol(request.id),
                eco::not_in_this_state(eco::ProtocolMachine::kName, name_of(stored.state)));
  }
  stored.content = tidied(request.content);
  TRY(check_protocol_texts(stored.content));
  TRY(store::update_protocol(connection, stored, change.at()));
  return change.commit("protocol.edit", subject_of_protocol(request.id),
                       audit_detail({{"title", stored.content.title}}));
}

Result<> PilotDesk::move_protocol(const eco::Actor& actor, const MoveProtocol& request) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto stored = TRY(store::pilot_protocol(connection, request.id));
  const auto file = TRY(read_innovation_file(connection, stored.innovation));
  const auto reasons = eco::is_blank(request.reasons) ? std::string() : request.reasons;
  auto behind = stored;
  if (request.act == ProtocolAct::amend && request.content) {
    behind.content = tidied(*request.content);
  }
  const auto to = eco::make_move<eco::ProtocolMachine>(
      stored.state, request.act, roles_in_team(file, actor.person),
      protocol_needs_met(stored.content, behind.content, reasons));
  if (!to && to.error().code == ErrorCode::not_permitted) return std::unexpected(to.error());
  TRY(store::check_revision(stored.revision, request.seen, subject_of_protocol(request.id)));
  if (!to) return std::unexpected(explained_protocol_refusal(to.error(), behind.content));
  if (request.content && request.act != ProtocolAct::amend) {
    return fail(ErrorCode::invalid_argument, "Only an amendment comes with another text.",
                "content");
  }
  behind.state = *to;
  const auto text = eco::canonical_text(behind.content);
  if (request.act != ProtocolAct::close) {
    TRY(check_open_for_work(file));
    TRY(store::append_protocol_text(
        connection, request.id,
        {.text = text, .reasons = reasons, .at = change.at(), .by = actor.person}));
  }
  TRY(store::insert_protocol_move(connection, stored,
                                  {.act = request.act,
                                   .from = stored.state,
                                   .to = *to,
                                   .reasons = reasons,
                                   .at = change.at(),
                                   .by = actor.person}));
  TRY(store::update_protocol(connection, behind, change.at()));
  return change.commit("pilot_protocol." + std::string(name_of(request.act)),
                       subject_of_protocol(request.id),
                       audit_detail({{"to", name_of(*to)},
                                     {"sha256", store::hexadecimal(store::sha256(text))},
                                     {"reasons", reasons}}));
}

}  // namespace tributary::app
