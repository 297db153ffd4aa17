#include "app/ecosystem/pilot_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/ecosystem/innovation_checks.h"
#include "ecosystem/pilot/outcome_reader.h"
#include "evidence/suppression/cell_suppression.h"
#include "store/audit/audit_entry.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

/// An effect on fewer would tell of them.
constexpr auto kFewestAnalysed = static_cast<std::int64_t>(evidence::kSmallestShownCount);

/// Of whichever organisation.
bool is_evaluator(const eco::Actor& actor) {
  return std::ranges::any_of(actor.grants, [](const eco::Grant& grant) {
    return grant.role == eco::Role::evaluator && grant.scope.kind == eco::ScopeKind::organisation;
  });
}

/// What keeps the data from being those of the flow; empty where nothing does.
std::string gap_in_data(const PilotFile& file) {
  const auto& protocol = file.declared;
  const auto& summaries = file.arms;
  for (const auto& outcome : protocol.outcomes) {
    if (!outcome.is_primary) continue;
    for (const auto arm : {eco::Arm::treated, eco::Arm::control}) {
      if (arm == eco::Arm::control && !eco::has_control(protocol.design)) continue;
      const auto found = std::ranges::find_if(summaries, [&](const eco::ArmSummary& summary) {
        return summary.outcome == outcome.name && summary.arm == arm;
      });
      const auto learners = found == summaries.end() ? 0 : found->learners;
      const auto& flow = arm == eco::Arm::treated ? file.flow->treated : *file.flow->control;
      if (learners != flow.analysed || learners < kFewestAnalysed) {
        return fmt::format(
            "there are figures on {} of {} learners of the arm {}, the flow has {} analysed, and "
            "at "
            "least {} are needed",
            outcome.name, learners, name_of(arm), flow.analysed, kFewestAnalysed);
      }
    }
  }
  return {};
}

std::string hash_of(const eco::PilotProtocol& protocol) {
  return store::hexadecimal(store::sha256(eco::canonical_text(protocol)));
}

/// From what was kept; from the data themselves where that is of another text of the protocol, or
/// nothing was kept yet.
Result<> read_figures(sql::Connection& connection, PilotFile& file) {
  const auto& protocol = file.declared;
  eco::OutcomeReader reader(protocol);
  auto kept = TRY(store::pilot_figures(connection, file.stored.id));
  if (kept && kept->protocol_hash == hash_of(protocol)) {
    TRY(reader.read(kept->text));
    file.figures = *std::move(kept);
    file.arms = reader.summaries();
    return {};
  }
  TRY(store::read_pilot_data(connection, file.stored.id,
                             [&](std::string_view piece) { return reader.read(piece); }));
  file.arms = reader.summaries();
  file.figures = figures_to_keep(protocol, reader.is_of_learners(), reader.rows(), file.arms);
  return {};
}

}  // namespace

namespace {

/// The moment at which the data were locked; nothing before.
Result<std::optional<Timestamp>> locked_at(sql::Connection& connection, store::PilotId id) {
  for (const auto& move : TRY(store::pilot_moves(connection, id))) {
    if (move.act == eco::PilotAct::lock_data) return move.at;
  }
  return std::nullopt;
}

Result<> read_declared(sql::Connection& connection, PilotFile& file) {
  file.declared = file.protocol.content;
  if (file.texts.empty()) return {};
  const auto locked = TRY(locked_at(connection, file.stored.id));
  file.text_number = file.texts.back().number;
  if (!locked) return {};
  const auto stood =
      std::ranges::find_if(file.texts.rbegin(), file.texts.rend(),
                           [&](const store::ProtocolText& text) { return text.at <= *locked; });
  if (stood == file.texts.rend()) return {};
  file.text_number = stood->number;
  file.declared = TRY(eco::protocol_from_text(stood->text));
  return {};
}

}  // namespace

store::PilotFigures figures_to_keep(const eco::PilotProtocol& protocol, bool is_of_learners,
                                    std::int64_t rows, const std::vector<eco::ArmSummary>& arms) {
  return {.is_of_learners = is_of_learners,
          .rows = rows,
          .protocol_hash = hash_of(protocol),
          .text = eco::text_of(arms)};
}

Result<PilotFile> read_pilot_file(sql::Connection& connection, store::PilotId id) {
  PilotFile file{.stored = TRY(store::pilot(connection, id))};
  file.protocol = TRY(store::pilot_protocol(connection, file.stored.protocol));
  file.texts = TRY(store::protocol_texts(connection, file.stored.protocol));
  TRY(read_declared(connection, file));
  file.flow = TRY(store::participant_flow(connection, id));
  file.data = TRY(store::pilot_data(connection, id));
  if (file.data) TRY(read_figures(connection, file));
  file.delivery = TRY(store::pilot_delivery(connection, id));
  file.innovation = TRY(read_innovation_file(connection, file.protocol.innovation));
  return file;
}

PilotInput input_of(sql::Connection& connection, const PilotFile& file, std::int64_t text_number) {
  const auto& text = file.texts[static_cast<std::size_t>(text_number - 1)];
  const auto* when_data_came = &file.texts.front();
  for (const auto& earlier : file.texts) {
    if (earlier.number <= text_number && earlier.at <= file.data->first_at) {
      when_data_came = &earlier;
    }
  }
  return {.text_number = text_number,
          .protocol_text = text.text,
          .data =
              [&connection,
               id = file.stored.id](const std::function<Result<>(std::string_view)>& reader) {
                return store::read_pilot_data(connection, id, reader);
              },
          .protocol_text_when_data_came = when_data_came->text};
}

eco::EnumSet<eco::PilotNeed> needs_met(const PilotFile& file, std::string& why_not) {
  eco::EnumSet<eco::PilotNeed> met;
  if (eco::is_in_force(file.protocol.state)) met.add(eco::PilotNeed::registered_protocol);
  if (!file.flow) return met;
  const auto flow = eco::check_flow(*file.flow, file.declared.design);
  if (!flow) {
    why_not = flow.error().text();
    return met;
  }
  met.add(eco::PilotNeed::participant_flow);
  if (!file.data) return met;
  why_not = gap_in_data(file);
  if (why_not.empty()) met.add(eco::PilotNeed::outcome_data);
  return met;
}

eco::Roles roles_in_pilot(const PilotFile& file, const eco::Actor& actor) {
  eco::Roles roles;
  if (actor.person == file.stored.lead &&
      roles_in_team(file.innovation, actor.person).contains(eco::Role::pilot_lead)) {
    roles.add(eco::Role::pilot_lead);
  }
  if (is_evaluator(actor)) roles.add(eco::Role::evaluator);
  return roles;
}

bool sees_small_cells(const InnovationFile& file, const eco::Actor& actor) {
  if (!roles_in_team(file, actor.person).empty()) return true;
  return is_evaluator(actor) && check_independent(file, actor).has_value();
}

std::string subject_of_pilot(store::PilotId id) { return fmt::format("pilot/{}", id.value); }

std::string subject_of_protocol(store::ProtocolId id) {
  return fmt::format("protocol/{}", id.value);
}

}  // namespace tributary::app
