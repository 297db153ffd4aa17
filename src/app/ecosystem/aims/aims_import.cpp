// Answers of providers from a table; see aims_desk.h.
#include <algorithm>
#include <array>
#include <map>

#include "app/ecosystem/aims/aims_desk.h"
#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/table_columns.h"
#include "app/ecosystem/table_import.h"
#include "ecosystem/application/framework_application.h"
#include "ecosystem/enum_names.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

enum class AnswerColumn : std::uint8_t {
  provider,
  member_state,
  answered,
  learners,
  learners_reached,
  implemented,
  type,
  novelty,
  source
};

constexpr auto kAnswerColumns = std::to_array<std::string_view>(
    {"provider", "member_state", "answered", "learners", "learners_reached", "implemented", "type",
     "novelty", "source"});

/// Whose answer of which day.
struct AnswerKey {
  eco::StateCode member_state;
  std::string provider;
  Date answered;
  auto operator<=>(const AnswerKey&) const = default;
};

struct FiledAnswer {
  std::uint64_t line = 0;  ///< its first
  eco::StatedAnswer stated;
  std::string source;
};

std::optional<std::uint64_t> as_count(std::optional<std::int64_t> number) {
  return number ? std::optional(static_cast<std::uint64_t>(*number)) : std::nullopt;
}

class AnswerRowReader {
 public:
  AnswerRowReader(const catalogue::Row& row, const Places& places) : row_(row), places_(places) {}

  Result<std::pair<AnswerKey, FiledAnswer>> read() const {
    AnswerKey key;
    key.member_state = {TRY(filled(AnswerColumn::member_state))};
    key.provider = TRY(filled(AnswerColumn::provider));
    if (!eco::check_jurisdiction({.state = key.member_state})) {
      return cell_error(name(AnswerColumn::member_state), "a Member State is two capital letters");
    }
    TRY(filled(AnswerColumn::answered));
    key.answered = TRY(day(AnswerColumn::answered)).value_or(Date());
    FiledAnswer filed;
    filed.line = row_.line;
    filed.stated.answer = {.answered = key.answered};
    filed.stated.learners = as_count(TRY(count(AnswerColumn::learners)));
    filed.stated.reached = as_count(TRY(count(AnswerColumn::learners_reached)));
    filed.source = TRY(filled(AnswerColumn::source));
    if (const auto implemented = TRY(day(AnswerColumn::implemented))) {
      filed.stated.answer.innovations.push_back(
          {.implemented = *implemented,
           .type = TRY(one_of(AnswerColumn::type, eco::OsloType::external_relations)),
           .novelty = TRY(one_of(AnswerColumn::novelty, eco::NoveltyScope::eu))});
    } else if (!cell(AnswerColumn::type).empty() || !cell(AnswerColumn::novelty).empty()) {
      return cell_error(name(AnswerColumn::implemented),
                        "an innovation has the day on which it came into use");
    }
    return std::pair(std::move(key), std::move(filed));
  }

 private:
  static std::string_view name(AnswerColumn column) {
    return kAnswerColumns[static_cast<std::size_t>(column)];
  }
  [[nodiscard]] std::string_view cell(AnswerColumn column) const {
    return row_.cells[places_[static_cast<std::size_t>(column)]];
  }
  [[nodiscard]] Result<std::string> filled(AnswerColumn column) const {
    return filled_cell(cell(column), name(column));
  }
  [[nodiscard]] Result<std::optional<Date>> day(AnswerColumn column) const {
    return day_in_cell(cell(column), name(column));
  }
  [[nodiscard]] Result<std::optional<std::int64_t>> count(AnswerColumn column) const {
    return number_in_cell(cell(column), name(column), 0);
  }
  template <class Enum>
  [[nodiscard]] Result<Enum> one_of(AnswerColumn column, Enum last) const {
    const auto found = eco::enum_from_name(cell(column), last);
    if (!found) return cell_error(name(column), found.error().message);
    return *found;
  }

  const catalogue::Row& row_;
  const Places& places_;
};

/// The answers of a file, each gathered from its rows; what cannot be taken is told with its line.
class AnswerFile {
 public:
  Result<> read(const Path& file, Date today) {
    TRY(read_table(file, kAnswerColumns, "a table of answers", rejected,
                   [&](const catalogue::Row& row, const Places& places) {
                     return take(AnswerRowReader(row, places).read());
                   }));
    for (const auto& [key, filed] : answers) {
      const auto checked = eco::check_answer(filed.stated, today);
      if (!checked) rejected.push_back(rejected_row(filed.line, checked.error(), kAnswerColumns));
    }
    std::ranges::stable_sort(rejected, {}, &RejectedRow::line);
    return {};
  }

  std::map<AnswerKey, FiledAnswer> answers;
  std::vector<RejectedRow> rejected;

 private:
  Result<> take(Result<std::pair<AnswerKey, FiledAnswer>> read) {
    auto [key, filed] = TRY(std::move(read));
    const auto [known, is_new] = answers.try_emplace(std::move(key), filed);
    if (is_new) return {};
    auto& before = known->second.stated;
    const bool is_same = before.learners == filed.stated.learners &&
                         before.reached == filed.stated.reached &&
                         known->second.source == filed.source;
    if (!is_same) {
      return fail(ErrorCode::invalid_argument,
                  "learners and source are not those of the same answer in line " +
                      std::to_string(known->second.line));
    }
    const auto& innovations = filed.stated.answer.innovations;
    if (innovations.empty() || before.answer.innovations.empty()) {
      return cell_error("implemented", "an answer has innovations, or one row without any");
    }
    before.answer.innovations.push_back(innovations.front());
    return {};
  }
};

Result<> store_filed_answer(store::RecordedChange& change, const AnswerKey& key, FiledAnswer filed,
                            TableImport& report) {
  auto& connection = change.connection();
  auto& answer = filed.stated.answer;
  answer.provider = TRY(provider_of_row(change, key.member_state, key.provider, report));
  auto known = TRY(store::find_answer(connection, answer.provider, answer.answered));
  if (!known) {
    ++report.added;
    TRY(store::insert_answer(connection, {.stated = std::move(filed.stated),
                                          .source = std::move(filed.source),
                                          .recorded = change.at(),
                                          .recorded_by = {}}));
    return {};
  }
  const bool is_same = known->stated.answer.innovations == answer.innovations &&
                       known->stated.learners == filed.stated.learners &&
                       known->stated.reached == filed.stated.reached &&
                       known->source == filed.source;
  ++(is_same ? report.unchanged : report.changed);
  if (is_same) return {};
  known->stated = std::move(filed.stated);
  known->source = std::move(filed.source);
  return store::update_answer(connection, *known, change.at());
}

}  // namespace

Result<TableImport> AimsDesk::import_file(const Path& file) {
  AnswerFile read;
  TRY(read.read(file, clock_.today()));
  TableImport report{.rejected = std::move(read.rejected)};
  if (!report.rejected.empty()) return report;
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, {}));
  for (auto& [key, filed] : read.answers) {
    TRY(store_filed_answer(change, key, std::move(filed), report));
  }
  if (report.added + report.changed == 0) return report;
  TRY(change.commit("answer.import", "file/" + file.filename().string(),
                    audit_detail({{"added", report.added},
                                  {"changed", report.changed},
                                  {"unchanged", report.unchanged}})));
  return report;
}

}  // namespace tributary::app
