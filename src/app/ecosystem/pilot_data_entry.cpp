// What a pilot's lead enters: participants, and what was measured; see pilot_desk.h.
#include <fmt/format.h>

#include <array>
#include <map>
#include <set>

#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/pilot_desk.h"
#include "app/ecosystem/pilot_file.h"
#include "app/ecosystem/table_columns.h"
#include "catalogue/formats/csv_reader.h"
#include "ecosystem/blank_text.h"
#include "ecosystem/enum_names.h"
#include "ecosystem/pilot/exact_number.h"
#include "store/pilot/pilot_delivery.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

constexpr std::array<std::string_view, 6> kLearnerColumns = {"learner", "arm",    "group",
                                                             "outcome", "before", "after"};
constexpr std::string_view kTableName = "the table of learners";

Result<> check_is_lead(const PilotFile& file, const eco::Actor& actor) {
  if (roles_in_pilot(file, actor).contains(eco::Role::pilot_lead)) return {};
  return fail(ErrorCode::not_permitted, "the data of a pilot are entered by its lead",
              subject_of_pilot(file.stored.id));
}

/// Who may, before what and in which state: nothing is measured before it was declared.
Result<> check_takes_data(const PilotFile& file, const eco::Actor& actor, store::Revision seen) {
  const auto id = subject_of_pilot(file.stored.id);
  TRY(check_is_lead(file, actor));
  TRY(store::check_revision(file.stored.revision, seen, id));
  if (!eco::is_in_force(file.protocol.state)) {
    return fail(ErrorCode::unmet,
                "the protocol is " + std::string(name_of(file.protocol.state)) +
                    ": no data are taken unless it is registered, so that nobody can fit the "
                    "question to the answer",
                "registered_protocol");
  }
  if (!eco::takes_data(file.stored.state)) {
    return fail(ErrorCode::conflict,
                "it is " + std::string(name_of(file.stored.state)) +
                    ": data are entered while it is recruiting or running",
                id);
  }
  return {};
}

/// Reads learners row by row; what is not plausible beside the rows before is refused too.
class LearnerReader {
 public:
  explicit LearnerReader(const eco::PilotProtocol& protocol) : protocol_(protocol) {}

  Result<> take(const catalogue::Row& row, const Places& places) {
    const auto cell = [&](std::size_t column) { return row.cells[places[column]]; };
    eco::LearnerRow read{.learner = std::string(cell(0)),
                         .group = std::string(cell(2)),
                         .outcome = std::string(cell(3))};
    const auto arm = eco::enum_from_name(cell(1), eco::Arm::control);
    if (!arm) return cell_error("arm", "it is treated or control");
    read.arm = *arm;
    read.before = TRY(number(cell(4), "before"));
    read.after = TRY(number(cell(5), "after"));
    TRY(eco::check_row(read, protocol_));
    TRY(check_beside_others(read, row.line));
    data_.rows.push_back(std::move(read));
    return {};
  }

  [[nodiscard]] const eco::OutcomeData& data() const { return data_; }

 private:
  struct Place {
    eco::Arm arm;
    std::string group;
    std::uint64_t line = 0;
  };

  static Result<std::optional<double>> number(std::string_view text, std::string_view column) {
    if (text.empty()) return std::nullopt;
    const auto found = eco::number_of(text);
    if (!found) return cell_error(column, "it is a number like 12.5, or empty");
    return found;
  }

  Result<> check_beside_others(const eco::LearnerRow& row, std::uint64_t line) {
    const auto [place, is_new] = places_.try_emplace(row.learner, Place{row.arm, row.group, line});
    const auto& first = place->second;
    if (!is_new && first.arm != row.arm) {
      return cell_error("arm",
                        fmt::format("the learner is in the other arm in line {}", first.line));
    }
    if (!is_new && first.group != row.group) {
      return cell_error("group",
                        fmt::format("the learner is in another group in line {}", first.line));
    }
    if (!seen_.emplace(row.learner, row.outcome).second) {
      return cell_error("learner", "the learner has a row for this outcome already");
    }
    return {};
  }

  const eco::PilotProtocol& protocol_;
  eco::OutcomeData data_;
  std::map<std::string, Place> places_;
  std::set<std::pair<std::string, std::string>> seen_;
};

Result<> read_learners(const std::string& table, LearnerReader& learners,
                       std::vector<RejectedRow>& rejected) {
  const auto reader = TRY(catalogue::CsvReader::open(
      catalogue::ByteWindow(catalogue::source_of(table)), std::string(kTableName)));
  return read_rows(
      *reader, Path(kTableName), kLearnerColumns, kTableName, rejected,
      [&](const catalogue::Row& row, const Places& places) { return learners.take(row, places); });
}

/// What is no table is the fault of the field that it came in.
Result<> of_table(Result<> read) {
  if (!read &&
      (read.error().code == ErrorCode::unrecognised || read.error().code == ErrorCode::corrupt)) {
    return fail(ErrorCode::invalid_argument, read.error().message, "table");
  }
  return read;
}

Result<> store_data(store::RecordedChange& change, const PilotFile& file, const eco::Actor& actor,
                    const eco::OutcomeData& data) {
  auto& connection = change.connection();
  store::PilotData stored{.text = eco::text_of(data), .at = change.at(), .by = actor.person};
  TRY(store::write_data(connection, file.stored.id, stored));
  TRY(store::update_pilot(connection, file.stored, change.at()));
  return change.commit("pilot.data", subject_of_pilot(file.stored.id),
                       audit_detail({{"kind", data.is_of_learners() ? "learners" : "summaries"},
                                     {"rows", data.rows.size() + data.summaries.size()},
                                     {"sha256", store::hexadecimal(store::sha256(stored.text))}}));
}

}  // namespace

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
  return store_data(change, file, actor, {.rows = {}, .summaries = summaries});
}

Result<LearnerImport> PilotDesk::enter_learners(const eco::Actor& actor, store::PilotId id,
                                                store::Revision seen, const std::string& table) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  const auto file = TRY(read_pilot_file(change.connection(), id));
  TRY(check_takes_data(file, actor, seen));
  LearnerReader learners(file.protocol.content);
  LearnerImport report;
  TRY(of_table(read_learners(table, learners, report.rejected)));
  report.rows = learners.data().rows.size() + report.rejected.size();
  if (!report.rejected.empty()) return report;
  if (learners.data().empty()) {
    return fail(ErrorCode::invalid_argument, "The table has no learner.", "table");
  }
  TRY(store_data(change, file, actor, learners.data()));
  return report;
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
