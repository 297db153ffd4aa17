#include "store/innovation/innovations.h"

#include <limits>

#include "ecosystem/enum_names.h"
#include "store/innovation/optional_value.h"
#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

constexpr std::string_view kInnovationColumns =
    "i.id, i.stage, i.standing, i.revision, i.text_number, i.member_state, i.panel, "
    "i.mainstreaming_state, i.gate_round, i.gate_rule, i.merged_into, i.created_at, i.created_by, "
    "i.changed_at";
constexpr int kInnovationColumnCount = 14;

Result<Innovation> innovation_of_row(const sql::Statement& row) {
  Innovation innovation{
      .id = {row.integer(0)},
      .state = {.stage = TRY(eco::enum_from_name(row.text(1), eco::Stage::mainstreamed)),
                .standing = TRY(eco::enum_from_name(row.text(2), eco::Standing::de_implemented))},
      .revision = {row.integer(3)},
      .text_number = row.integer(4),
      .member_state = {std::string(row.text(5))},
      .panel = std::string(row.text(6)),
      .mainstreaming_state = {std::string(row.text(7))},
      .gate_round = row.integer(8),
      .created = moment_of(row.integer(11)),
      .created_by = {row.integer(12)},
      .changed = moment_of(row.integer(13))};
  if (const auto rule = row.optional_integer(9)) innovation.gate_rule = GateRuleNumber{*rule};
  if (const auto into = row.optional_integer(10)) innovation.merged_into = eco::InnovationId{*into};
  return innovation;
}

/// Collects conditions with the values that they compare with.
class Where {
 public:
  void add(std::string_view condition, std::initializer_list<std::string_view> values) {
    text_ += (text_.empty() ? "WHERE " : "AND ") + std::string(condition) + " ";
    values_.insert(values_.end(), values.begin(), values.end());
  }
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Answers the number of the next parameter.
  [[nodiscard]] Result<int> bind(sql::Statement& statement) const {
    int parameter = 1;
    for (const auto& value : values_) TRY(statement.bind_from(parameter++, value));
    return parameter;
  }

 private:
  std::string text_;
  std::vector<std::string> values_;
};

/// For LIKE … ESCAPE '!'.
std::string containing(std::string_view word) {
  std::string pattern = "%";
  for (const char c : word) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return pattern + "%";
}

Where where_of(const InnovationFilter& filter) {
  constexpr std::string_view kHasValue =
      "EXISTS (SELECT 1 FROM innovation_text_lists l WHERE l.innovation = i.id "
      "AND l.number = i.text_number AND l.kind = ? AND l.value = ?)";
  Where where;
  if (filter.stage) where.add("i.stage = ?", {name_of(*filter.stage)});
  if (filter.standing) where.add("i.standing = ?", {name_of(*filter.standing)});
  if (const auto& state = filter.member_state.value; !state.empty()) {
    where.add("(i.member_state = ? OR i.mainstreaming_state = ?)", {state, state});
  }
  if (const auto& item = filter.framework_item.value; !item.empty()) {
    where.add(kHasValue, {"framework_item", item});
  }
  if (!filter.project.empty()) where.add(kHasValue, {"project", filter.project});
  if (filter.decided) {
    where.add("EXISTS (SELECT 1 FROM innovation_moves m WHERE m.innovation = i.id AND m.act = ?)",
              {name_of(*filter.decided)});
  }
  for (const auto& word : filter.words) {
    where.add("t.search_words LIKE ? ESCAPE '!'", {containing(word)});
  }
  return where;
}

constexpr std::string_view kFromWithText =
    " FROM innovations i JOIN innovation_texts t ON t.innovation = i.id "
    "AND t.number = i.text_number ";

Result<> read_items(sql::Connection& connection, InnovationSummary& summary) {
  auto row = TRY(connection.statement(
      "SELECT value FROM innovation_text_lists WHERE innovation = ? AND number = ? "
      "AND kind = 'framework_item' ORDER BY ordinal"));
  TRY(row.bind(summary.innovation.id.value, summary.innovation.text_number));
  while (TRY(row.step())) summary.framework_items.push_back({std::string(row.text(0))});
  return {};
}

Result<> read_last_move(sql::Connection& connection, InnovationSummary& summary) {
  auto row =
      TRY(connection.statement("SELECT act, reasons FROM innovation_moves "
                               "WHERE innovation = ? ORDER BY number DESC LIMIT 1"));
  TRY(row.bind(summary.innovation.id.value));
  if (!TRY(row.step())) return {};
  summary.last_act = TRY(eco::enum_from_name(row.text(0), eco::PipelineAct::withdraw));
  summary.last_reasons = row.text(1);
  return {};
}

}  // namespace

Result<eco::InnovationId> insert_innovation(sql::Connection& connection,
                                            const Innovation& innovation) {
  const auto id = TRY(number_behind(connection, "SELECT COALESCE(MAX(id), 0) FROM innovations"));
  TRY(TRY(connection.statement(
              "INSERT INTO innovations (id, stage, standing, revision, text_number, member_state, "
              "panel, mainstreaming_state, gate_round, gate_rule, created_at, created_by, "
              "changed_at) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
          .run(id, name_of(innovation.state.stage), name_of(innovation.state.standing),
               innovation.text_number, innovation.member_state.value, innovation.panel,
               innovation.mainstreaming_state.value, innovation.gate_round,
               value_of(innovation.gate_rule), milliseconds(innovation.created),
               innovation.created_by.value, milliseconds(innovation.created)));
  return eco::InnovationId{id};
}

Result<Innovation> innovation(sql::Connection& connection, eco::InnovationId id) {
  auto row = TRY(connection.statement("SELECT " + std::string(kInnovationColumns) +
                                      " FROM innovations i WHERE i.id = ?"));
  TRY(row.bind(id.value));
  if (!TRY(row.step())) {
    return fail(ErrorCode::not_found, "there is no such innovation", std::to_string(id.value));
  }
  return innovation_of_row(row);
}

Result<> update_innovation(sql::Connection& connection, const Innovation& innovation,
                           Timestamp at) {
  return TRY(connection.statement(
                 "UPDATE innovations SET stage = ?, standing = ?, text_number = ?, panel = ?, "
                 "mainstreaming_state = ?, gate_round = ?, gate_rule = ?, merged_into = ?, "
                 "changed_at = ?, revision = revision + 1 WHERE id = ?"))
      .run(name_of(innovation.state.stage), name_of(innovation.state.standing),
           innovation.text_number, innovation.panel, innovation.mainstreaming_state.value,
           innovation.gate_round, value_of(innovation.gate_rule), value_of(innovation.merged_into),
           milliseconds(at), innovation.id.value);
}

Result<InnovationPage> find_innovations(sql::Connection& connection, const InnovationFilter& filter,
                                        std::optional<eco::InnovationId> after,
                                        std::uint64_t limit) {
  const auto where = where_of(filter);
  InnovationPage page;
  auto count =
      TRY(connection.statement("SELECT COUNT(*)" + std::string(kFromWithText) + where.text()));
  TRY(where.bind(count));
  TRY(count.step());
  page.total = count.integer(0);

  auto row = TRY(connection.statement(
      "SELECT " + std::string(kInnovationColumns) +
      ", t.title, t.problem, "
      "(SELECT COUNT(*) FROM innovation_supporters s WHERE s.innovation = i.id)" +
      std::string(kFromWithText) + where.text() + (where.text().empty() ? "WHERE " : "AND ") +
      "i.id < ? ORDER BY i.id DESC LIMIT ?"));
  const auto next = TRY(where.bind(row));
  TRY(row.bind_from(next, after ? after->value : std::numeric_limits<std::int64_t>::max(), limit));
  while (TRY(row.step())) {
    page.innovations.push_back({.innovation = TRY(innovation_of_row(row)),
                                .title = std::string(row.text(kInnovationColumnCount)),
                                .problem = std::string(row.text(kInnovationColumnCount + 1)),
                                .supporters = row.integer(kInnovationColumnCount + 2)});
    TRY(read_items(connection, page.innovations.back()));
    TRY(read_last_move(connection, page.innovations.back()));
  }
  return page;
}

Result<std::map<eco::PipelineState, std::int64_t>> count_innovations(sql::Connection& connection) {
  auto row = TRY(connection.statement(
      "SELECT stage, standing, COUNT(*) FROM innovations GROUP BY stage, standing"));
  TRY(row.bind());
  std::map<eco::PipelineState, std::int64_t> counts;
  while (TRY(row.step())) {
    const eco::PipelineState state{
        TRY(eco::enum_from_name(row.text(0), eco::Stage::mainstreamed)),
        TRY(eco::enum_from_name(row.text(1), eco::Standing::de_implemented))};
    counts[state] = row.integer(2);
  }
  return counts;
}

Result<std::vector<eco::KnownInnovation>> known_innovations(sql::Connection& connection,
                                                            std::optional<eco::InnovationId> than) {
  auto row = TRY(connection.statement("SELECT i.id, t.search_words" + std::string(kFromWithText) +
                                      "WHERE i.standing <> 'merged' AND i.id < ? ORDER BY i.id"));
  TRY(row.bind(than ? than->value : std::numeric_limits<std::int64_t>::max()));
  std::vector<eco::KnownInnovation> known;
  while (TRY(row.step())) known.push_back({{row.integer(0)}, std::string(row.text(1))});
  return known;
}

}  // namespace tributary::store
