// What a pilot's lead enters: participants, and what was measured; see pilot_desk.h.
#include <set>

#include "app/archive/sha256_sum.h"
#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/learner_table.h"
#include "app/ecosystem/pilot_desk.h"
#include "app/ecosystem/pilot_file.h"
#include "ecosystem/blank_text.h"
#include "ecosystem/house_rules.h"
#include "store/pilot/pilot_delivery.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

Result<> check_is_lead(const PilotFile& file, const eco::Actor& actor) {
  if (roles_in_pilot(file, actor).contains(eco::Role::pilot_lead)) return {};
  return fail(ErrorCode::not_permitted, "the data of a pilot are entered by its lead",
              subject_of_pilot(file.stored.id),
              eco::house_rule(eco::HouseRule::data_are_of_the_lead));
}

/// Before what and in which state: nothing is measured before it was declared.
Result<> check_is_open_for_data(const PilotFile& file) {
  if (!eco::is_in_force(file.protocol.state)) {
    return fail(ErrorCode::unmet,
                "the protocol is " + std::string(name_of(file.protocol.state)) +
                    ": no data are taken unless it is registered, so that nobody can fit the "
                    "question to the answer",
                "registered_protocol", eco::house_rule(eco::HouseRule::protocol_not_registered));
  }
  if (!eco::takes_data(file.stored.state)) {
    return fail(ErrorCode::conflict,
                "it is " + std::string(name_of(file.stored.state)) +
                    ": data are entered while it is recruiting or running",
                subject_of_pilot(file.stored.id),
                eco::not_in_this_state(eco::PilotMachine::kName, name_of(file.stored.state)));
  }
  return {};
}

Result<> check_takes_data(const PilotFile& file, const eco::Actor& actor, store::Revision seen) {
  TRY(check_is_lead(file, actor));
  TRY(store::check_revision(file.stored.revision, seen, subject_of_pilot(file.stored.id)));
  return check_is_open_for_data(file);
}

/// What was measured, on its way into the store: hashed as it goes.
class DataEntry {
 public:
  static Result<DataEntry> begin(store::RecordedChange& change, const PilotFile& file) {
    auto writer = TRY(store::PilotDataWriter::begin(change.connection(), file.stored.id));
    return DataEntry(change, file, writer);
  }

  Result<> append(std::string_view piece) {
    sum_.add(piece);
    return writer_.append(piece);
  }

  Result<> finish(const eco::Actor& actor, bool is_of_learners, std::int64_t rows,
                  const std::vector<eco::ArmSummary>& arms) {
    const store::PilotData data{.text_hash = sum_.digits(), .at = change_.at(), .by = actor.person};
    TRY(writer_.finish(data, figures_to_keep(file_.protocol.content, is_of_learners, rows, arms)));
    TRY(store::update_pilot(change_.connection(), file_.stored, change_.at()));
    return change_.commit("pilot.data", subject_of_pilot(file_.stored.id),
                          audit_detail({{"kind", is_of_learners ? "learners" : "summaries"},
                                        {"rows", rows},
                                        {"sha256", data.text_hash}}));
  }

 private:
  DataEntry(store::RecordedChange& change, const PilotFile& file, store::PilotDataWriter writer)
      : change_(change), file_(file), writer_(writer) {}

  store::RecordedChange& change_;
  const PilotFile& file_;
  store::PilotDataWriter writer_;
  Sha256Sum sum_;
};

}  // namespace

Result<> PilotDesk::check_may_enter_learners(const eco::Actor& actor, store::PilotId id) {
  auto reading = TRY(store::Reading::begin(connections_));
  const auto file = TRY(read_pilot_file(reading.connection(), id));
  TRY(check_is_lead(file, actor));
  return check_is_open_for_data(file);
}

Result<> PilotDesk::enter_flow(const eco::Actor& actor, store::PilotId id, store::Revision seen,
                               const eco::ParticipantFlow& flow) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file = TRY(read_pilot_file(connection, id));
  TRY(check_takes_data(file, actor, seen));
  TRY(eco::check_flow(flow, file.protocol.content.design));
  TRY(store::write_flow(connection, id, flow));
  TRY(store::update_pilot(connection, file.stored, change.at()));
  return change.commit("pilot.flow", subject_of_pilot(id),
                       audit_detail({{"treated", flow.treated.analysed},
                                     {"control", flow.control ? flow.control->analysed : 0}}));
}

Result<> PilotDesk::enter_summaries(const eco::Actor& actor, store::PilotId id,
                                    store::Revision seen,
                                    const std::vector<eco::ArmSummary>& summaries) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  const auto file = TRY(read_pilot_file(change.connection(), id));
  TRY(check_takes_data(file, actor, seen));
  if (summaries.empty()) {
    return fail(ErrorCode::invalid_argument, "Give the figures of at least one arm.", "summaries");
  }
  std::set<std::pair<std::string, eco::Arm>> known;
  for (const auto& summary : summaries) {
    TRY(eco::check_summary(summary, file.protocol.content));
    if (!known.emplace(summary.outcome, summary.arm).second) {
      return fail(ErrorCode::invalid_argument, "An arm has its figures for an outcome once.",
                  "summaries");
    }
  }
  auto entry = TRY(DataEntry::begin(change, file));
  TRY(entry.append(eco::text_of(summaries)));
  return entry.finish(actor, false, static_cast<std::int64_t>(summaries.size()), summaries);
}

Result<LearnerImport> PilotDesk::enter_learners(const eco::Actor& actor, store::PilotId id,
                                                store::Revision seen,
                                                std::unique_ptr<catalogue::ByteSource> table) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  const auto file = TRY(read_pilot_file(change.connection(), id));
  TRY(check_takes_data(file, actor, seen));
  eco::LearnerIntake intake(file.protocol.content);
  auto entry = TRY(DataEntry::begin(change, file));
  auto report = TRY(read_learners(std::move(table), intake,
                                  [&](std::string_view piece) { return entry.append(piece); }));
  if (report.rejected.empty()) {
    TRY(entry.finish(actor, true, intake.rows(), intake.summaries()));
  }
  return report;
}

Result<LearnerImport> PilotDesk::enter_learners(const eco::Actor& actor, store::PilotId id,
                                                store::Revision seen, const std::string& table) {
  return enter_learners(actor, id, seen, catalogue::source_of(table));
}

Result<CheckedLearners> PilotDesk::check_learners(store::PilotId id,
                                                  std::unique_ptr<catalogue::ByteSource> table) {
  auto reading = TRY(store::Reading::begin(connections_));
  const auto file = TRY(read_pilot_file(reading.connection(), id));
  eco::LearnerIntake intake(file.protocol.content);
  CheckedLearners checked;
  checked.report =
      TRY(read_learners(std::move(table), intake, [](std::string_view) { return Result<>(); }));
  checked.arms = intake.summaries();
  return checked;
}

Result<> PilotDesk::enter_delivery(const eco::Actor& actor, store::PilotId id, store::Revision seen,
                                   const eco::PilotDelivery& asked) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file = TRY(read_pilot_file(connection, id));
  TRY(check_is_lead(file, actor));
  TRY(store::check_revision(file.stored.revision, seen, subject_of_pilot(id)));
  if (!eco::takes_delivery(file.stored.state)) {
    return fail(ErrorCode::conflict,
                "it is " + std::string(name_of(file.stored.state)) +
                    ": what it took is entered from recruiting until it is reported",
                subject_of_pilot(id));
  }
  TRY(eco::check_delivery(asked));
  auto delivery = asked;
  if (eco::is_blank(delivery.context)) delivery.context.clear();
  TRY(store::write_delivery(connection, id, delivery, change.at(), actor.person));
  TRY(store::update_pilot(connection, file.stored, change.at()));
  return change.commit("pilot.delivery", subject_of_pilot(id),
                       audit_detail({{"costs", delivery.costs.size()},
                                     {"cents", eco::total_cost(delivery.costs).cents}}));
}

}  // namespace tributary::app
