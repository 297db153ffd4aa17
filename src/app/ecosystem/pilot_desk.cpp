#include "app/ecosystem/pilot_desk.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/innovation_checks.h"
#include "app/ecosystem/pilot_file.h"
#include "ecosystem/application/framework_application.h"
#include "ecosystem/blank_text.h"
#include "ecosystem/refusals.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using eco::PilotAct;
using eco::PilotNeed;
using eco::PilotState;

/// A refusal to lock says what does not fit.
Error explained_pilot_refusal(Error error, const std::string& why_not) {
  if (error.code == ErrorCode::unmet && !why_not.empty()) error.message += ": " + why_not;
  return error;
}

eco::Role role_of_pilot_move(PilotState from, PilotAct act) {
  auto role = eco::Role::visitor;
  eco::find_move<eco::PilotMachine>(from, act)->who.for_each([&](eco::Role one) { role = one; });
  return role;
}

/// By the registered text that stood when the data were locked. Errors: those of analyse_pilot().
Result<> analyse_and_store(store::RecordedChange& change, const PilotFile& file,
                           eco::PersonId person) {
  const auto input = input_of(change.connection(), file, file.text_number);
  const auto effects = TRY(analyse_pilot(input));
  return store::insert_effects(change.connection(), file.stored.id, effects, change.at(), person);
}

}  // namespace

Result<store::PilotId> PilotDesk::plan(const eco::Actor& actor, const PlanPilot& request) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto protocol = TRY(store::pilot_protocol(connection, request.protocol));
  const auto file = TRY(read_innovation_file(connection, protocol.innovation));
  TRY(check_team_role(file, actor, eco::Action::run_pilot));
  TRY(check_filled(request.site, "site", "Name the school, firm or centre."));
  if (!eco::check_jurisdiction({.state = request.member_state})) {
    return fail(ErrorCode::invalid_argument, "Name the Member State by its two letters.",
                "member_state");
  }
  if (protocol.state == eco::ProtocolState::closed) {
    return fail(ErrorCode::conflict, "the protocol is closed",
                subject_of_protocol(request.protocol),
                eco::not_in_this_state(eco::ProtocolMachine::kName, name_of(protocol.state)));
  }
  TRY(check_open_for_work(file));
  store::StoredPilot stored{.protocol = request.protocol,
                            .site = request.site,
                            .member_state = request.member_state,
                            .lead = actor.person,
                            .planned = change.at()};
  const auto id = TRY(store::insert_pilot(connection, stored));
  TRY(change.commit("pilot.plan", subject_of_pilot(id),
                    audit_detail({{"protocol", request.protocol.value},
                                  {"site", request.site},
                                  {"member_state", request.member_state.value}})));
  return id;
}

Result<> PilotDesk::move(const eco::Actor& actor, const MovePilot& request) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file = TRY(read_pilot_file(connection, request.id));
  const auto reasons = eco::is_blank(request.reasons) ? std::string() : request.reasons;
  std::string why_not;
  auto met = needs_met(file, why_not);
  if (!reasons.empty()) met.add(PilotNeed::reasons);
  const auto to = eco::make_move<eco::PilotMachine>(file.stored.state, request.act,
                                                    roles_in_pilot(file, actor), met);
  if (!to && to.error().code == ErrorCode::not_permitted) return std::unexpected(to.error());
  TRY(store::check_revision(file.stored.revision, request.seen, subject_of_pilot(request.id)));
  if (!to) {
    return std::unexpected(explained_pilot_refusal(
        to.error(), request.act == PilotAct::lock_data ? why_not : std::string()));
  }
  const auto role = role_of_pilot_move(file.stored.state, request.act);
  if (role == eco::Role::evaluator) TRY(check_independent(file.innovation, actor));
  const bool begins = request.act == PilotAct::recruit || request.act == PilotAct::start;
  if (begins) TRY(check_open_for_work(file.innovation));
  if (request.act == PilotAct::analyse) TRY(analyse_and_store(change, file, actor.person));
  auto behind = file.stored;
  behind.state = *to;
  TRY(store::insert_pilot_move(connection, file.stored,
                               {.act = request.act,
                                .from = file.stored.state,
                                .to = *to,
                                .reasons = reasons,
                                .role = role,
                                .at = change.at(),
                                .by = actor.person}));
  TRY(store::update_pilot(connection, behind, change.at()));
  return change.commit("pilot." + std::string(name_of(request.act)), subject_of_pilot(request.id),
                       audit_detail({{"to", name_of(*to)}, {"reasons", reasons}}));
}

Result<std::vector<Reproduction>> PilotDesk::reproduce(std::optional<store::PilotId> id) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  auto pilots = TRY(store::analysed_pilots(connection));
  if (id) {
    std::erase_if(pilots, [&](store::PilotId pilot) { return pilot != *id; });
    if (pilots.empty()) {
      return fail(ErrorCode::not_found, "there is no analysis of this pilot",
                  subject_of_pilot(*id));
    }
  }
  std::vector<Reproduction> reproductions;
  for (const auto pilot : pilots) {
    const auto file = TRY(read_pilot_file(connection, pilot));
    const auto stored = TRY(store::pilot_effects(connection, pilot));
    Reproduction reproduction{.pilot = pilot, .site = file.stored.site, .outcomes = stored.size()};
    const auto number = stored.front().protocol_text;
    if (!file.data || number < 1 || number > static_cast<std::int64_t>(file.texts.size())) {
      reproduction.differences.emplace_back("its input is no longer there");
    } else if (const auto now = analyse_pilot(input_of(connection, file, number))) {
      reproduction.differences = differences_of(stored, *now);
    } else {
      reproduction.differences.push_back(now.error().text());
    }
    reproductions.push_back(std::move(reproduction));
  }
  return reproductions;
}

}  // namespace tributary::app
