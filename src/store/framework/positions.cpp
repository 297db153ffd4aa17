#include "store/framework/positions.h"

#include "ecosystem/enum_names.h"
#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

Result<StoredRule> rule_of_row(sql::Connection& connection, const sql::Statement& row) {
  const auto percent = [&](int column) { return static_cast<std::uint32_t>(row.integer(column)); };
  StoredRule stored{
      .number = {row.integer(0)},
      .rule = {.majority = TRY(eco::enum_from_name(row.text(1), eco::MajorityKind::qualified)),
               .quorum_percent = percent(2),
               .states_percent = percent(3)},
      .at = moment_of(row.integer(5)),
      .by = {row.integer(6)}};
  if (!row.is_null(4)) stored.rule.population_percent = percent(4);
  auto state = TRY(connection.statement(
      "SELECT state, population FROM entitled_states WHERE rule = ? ORDER BY ordinal"));
  TRY(state.bind(stored.number.value));
  while (TRY(state.step())) {
    stored.entitled.push_back(
        {{std::string(state.text(0))}, static_cast<std::uint64_t>(state.integer(1))});
  }
  return stored;
}

constexpr std::string_view kRuleColumns =
    "SELECT number, majority, quorum_percent, states_percent, population_percent, at, person "
    "FROM agreement_rules ";

}  // namespace

Result<AgreementRuleNumber> insert_agreement_rule(sql::Connection& connection,
                                                  const StoredRule& stored) {
  const auto number =
      TRY(number_behind(connection, "SELECT COALESCE(MAX(number), 0) FROM agreement_rules"));
  const auto& rule = stored.rule;
  TRY(TRY(connection.statement("INSERT INTO agreement_rules (number, majority, quorum_percent, "
                               "states_percent, population_percent, at, person) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?)"))
          .run(number, name_of(rule.majority), rule.quorum_percent, rule.states_percent,
               rule.population_percent, milliseconds(stored.at), stored.by.value));
  auto insert = TRY(connection.statement(
      "INSERT INTO entitled_states (rule, ordinal, state, population) VALUES (?, ?, ?, ?)"));
  for (std::size_t ordinal = 0; ordinal < stored.entitled.size(); ++ordinal) {
    const auto& state = stored.entitled[ordinal];
    TRY(insert.run(number, ordinal, state.code.value, state.population));
  }
  return AgreementRuleNumber{number};
}

Result<std::optional<StoredRule>> newest_agreement_rule(sql::Connection& connection) {
  auto row = TRY(connection.statement(std::string(kRuleColumns) + "ORDER BY number DESC LIMIT 1"));
  TRY(row.bind());
  if (!TRY(row.step())) return std::nullopt;
  return TRY(rule_of_row(connection, row));
}

Result<StoredRule> agreement_rule(sql::Connection& connection, AgreementRuleNumber number) {
  auto row = TRY(connection.statement(std::string(kRuleColumns) + "WHERE number = ?"));
  TRY(row.bind(number.value));
  if (!TRY(row.step())) {
    return fail(ErrorCode::not_found, "there is no such agreement rule",
                std::to_string(number.value));
  }
  return rule_of_row(connection, row);
}

Result<> insert_position(sql::Connection& connection, FrameworkVersionId version,
                         const StoredPosition& stored) {
  const auto& position = stored.position;
  const auto number = TRY(number_behind(
      connection, "SELECT COALESCE(MAX(number), 0) FROM positions WHERE version_id = ?",
      version.value));
  return TRY(connection.statement("INSERT INTO positions (version_id, number, state, kind, text, "
                                  "at, person) VALUES (?, ?, ?, ?, ?, ?, ?)"))
      .run(version.value, number, position.state.value, name_of(position.kind), position.text,
           milliseconds(position.at), stored.by.value);
}

Result<std::vector<StoredPosition>> positions(sql::Connection& connection,
                                              FrameworkVersionId version) {
  auto row =
      TRY(connection.statement("SELECT state, kind, text, at, person FROM positions "
                               "WHERE version_id = ? ORDER BY number"));
  TRY(row.bind(version.value));
  std::vector<StoredPosition> taken;
  while (TRY(row.step())) {
    taken.push_back(
        {.position = {.state = {std::string(row.text(0))},
                      .kind = TRY(eco::enum_from_name(row.text(1), eco::PositionKind::object)),
                      .text = std::string(row.text(2)),
                      .at = moment_of(row.integer(3))},
         .by = {row.integer(4)}});
  }
  return taken;
}

}  // namespace tributary::store
