// Adoption records from a table; see adoption_desk.h.
#include <fmt/format.h>

#include <array>

#include "app/ecosystem/adoption_checks.h"
#include "app/ecosystem/adoption_desk.h"
#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/table_columns.h"
#include "app/ecosystem/table_import.h"
#include "ecosystem/application/framework_application.h"
#include "ecosystem/enum_names.h"
#include "store/innovation/innovations.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

enum class Column : std::uint8_t {
  provider,
  member_state,
  innovation,
  adopted,
  asked,
  stopped,
  fidelity,
  source
};

constexpr std::array<std::string_view, 8> kColumnNames = {
    "provider", "member_state", "innovation", "adopted", "asked", "stopped", "fidelity", "source"};

std::string_view name_of_column(Column column) {
  return kColumnNames[static_cast<std::size_t>(column)];
}

std::unexpected<Error> adoption_cell_error(Column column, std::string message) {
  return cell_error(name_of_column(column), std::move(message));
}

/// A row as it is meant: either it uses the innovation, or it was asked and does not.
struct StatedAdoption {
  std::string provider;
  eco::StateCode member_state;
  eco::AdoptionRecord record;  ///< but for id and provider
  std::optional<Date> asked;
  std::string source;
};

class AdoptionRowReader {
 public:
  AdoptionRowReader(const catalogue::Row& row, const Places& places) : row_(row), places_(places) {}

  Result<StatedAdoption> read() {
    StatedAdoption read;
    read.provider = TRY(filled(Column::provider));
    read.member_state = {TRY(filled(Column::member_state))};
    read.asked = TRY(day(Column::asked));
    read.source = TRY(filled(Column::source));
    if (!eco::check_jurisdiction({.state = read.member_state})) {
      return adoption_cell_error(Column::member_state, "a Member State is two capital letters");
    }
    read.record.innovation = {TRY(number(Column::innovation))};
    const auto began = TRY(day(Column::adopted));
    if (began.has_value() == read.asked.has_value()) {
      return adoption_cell_error(Column::adopted, "exactly one of adopted and asked has a day");
    }
    read.record.adopted = began.value_or(Date());
    read.record.stopped = TRY(day(Column::stopped));
    if (!cell(Column::fidelity).empty()) {
      const auto found = eco::enum_from_name(cell(Column::fidelity), eco::Fidelity::in_part);
      if (!found) return adoption_cell_error(Column::fidelity, found.error().message);
      read.record.fidelity = *found;
    }
    if (read.asked && (read.record.stopped || read.record.fidelity)) {
      return adoption_cell_error(Column::asked,
                                 "who does not use it has neither stopped nor fidelity");
    }
    return read;
  }

 private:
  [[nodiscard]] std::string_view cell(Column column) const {
    return row_.cells[places_[static_cast<std::size_t>(column)]];
  }

  [[nodiscard]] Result<std::string> filled(Column column) const {
    return filled_cell(cell(column), name_of_column(column));
  }

  [[nodiscard]] Result<std::optional<Date>> day(Column column) const {
    return day_in_cell(cell(column), name_of_column(column));
  }

  [[nodiscard]] Result<std::int64_t> number(Column column) const {
    const auto number = TRY(number_in_cell(cell(column), name_of_column(column), 1));
    if (number) return *number;
    return adoption_cell_error(column, "it is the number of an innovation");
  }

  const catalogue::Row& row_;
  const Places& places_;
};

/// Takes rows into one transaction.
class AdoptionImporter {
 public:
  AdoptionImporter(store::RecordedChange& change, Date today) : change_(change), today_(today) {}

  Result<> take(const catalogue::Row& row, const Places& places, TableImport& report) {
    return store_row(TRY(AdoptionRowReader(row, places).read()), report);
  }

 private:
  /// All that can refuse the row comes before anything is written.
  Result<> store_row(const StatedAdoption& row, TableImport& report) {
    auto& connection = change_.connection();
    if (row.asked) {
      if (*row.asked > today_)
        return adoption_cell_error(Column::asked, "this day has not come yet");
    } else {
      TRY(eco::check_adoption(row.record, today_));
    }
    const auto known = store::innovation(connection, row.record.innovation);
    if (!known && known.error().code == ErrorCode::not_found) {
      return adoption_cell_error(Column::innovation, known.error().message);
    }
    TRY(known);
    auto record = row.record;
    record.provider = TRY(provider_of_row(change_, row.member_state, row.provider, report));
    return row.asked ? store_reply(row, record, report) : store_record(row, record, report);
  }

  Result<> store_record(const StatedAdoption& row, const eco::AdoptionRecord& record,
                        TableImport& report) {
    auto& connection = change_.connection();
    auto known = TRY(store::find_adoption(connection, record));
    if (!known) {
      ++report.added;
      TRY(store::insert_adoption(
          connection,
          {.record = record, .source = row.source, .recorded = change_.at(), .recorded_by = {}}));
      return {};
    }
    const bool is_same = known->record.stopped == record.stopped &&
                         known->record.fidelity == record.fidelity && known->source == row.source;
    ++(is_same ? report.unchanged : report.changed);
    if (is_same) return {};
    known->record.stopped = record.stopped;
    known->record.fidelity = record.fidelity;
    known->source = row.source;
    return store::update_adoption(connection, *known, change_.at());
  }

  Result<> store_reply(const StatedAdoption& row, const eco::AdoptionRecord& record,
                       TableImport& report) {
    auto& connection = change_.connection();
    const store::AdoptionReply reply{.provider = record.provider,
                                     .innovation = record.innovation,
                                     .day = *row.asked,
                                     .source = row.source,
                                     .at = change_.at(),
                                     .by = {}};
    TRY(check_not_in_use(connection, reply));
    const bool is_known = TRY(store::has_reply(connection, reply));
    ++(is_known ? report.unchanged : report.added);
    return is_known ? Result<>() : store::insert_reply(connection, reply);
  }

  store::RecordedChange& change_;
  Date today_;
};

}  // namespace

Result<TableImport> AdoptionDesk::import_file(const Path& file) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, {}));
  AdoptionImporter importer(change, clock_.today());
  TableImport report;
  TRY(read_table(file, kColumnNames, "a table of adoption", report.rejected,
                 [&](const catalogue::Row& row, const Places& places) {
                   return importer.take(row, places, report);
                 }));
  TRY(change.commit("adoption.import", "file/" + file.filename().string(),
                    audit_detail({{"added", report.added},
                                  {"changed", report.changed},
                                  {"unchanged", report.unchanged},
                                  {"rejected", report.rejected.size()}})));
  return report;
}

}  // namespace tributary::app
