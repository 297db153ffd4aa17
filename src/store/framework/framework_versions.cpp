#include "store/framework/framework_versions.h"

#include "ecosystem/enum_names.h"
#include "ecosystem/house_rules.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

constexpr std::string_view kVersionColumns =
    "SELECT id, major, minor, patch, title, state, revision, based_on, rule, created_at, "
    "created_by "
    "FROM framework_versions ";

Result<VersionSummary> summary_of_row(const sql::Statement& row) {
  const auto part = [&](int column) { return static_cast<std::uint32_t>(row.integer(column)); };
  VersionSummary summary{
      .id = {row.integer(0)},
      .number = {part(1), part(2), part(3)},
      .title = std::string(row.text(4)),
      .state = TRY(eco::enum_from_name(row.text(5), eco::VersionState::withdrawn)),
      .revision = {row.integer(6)},
      .created = moment_of(row.integer(9)),
      .created_by = {row.integer(10)}};
  if (const auto id = row.optional_integer(7)) summary.based_on = FrameworkVersionId{*id};
  if (const auto rule = row.optional_integer(8)) summary.rule = AgreementRuleNumber{*rule};
  return summary;
}

Result<> read_items(sql::Connection& connection, StoredVersion& version) {
  auto row = TRY(connection.statement(
      "SELECT item_key, kind, name, text, level_0, level_1, level_2, level_3, level_4 "
      "FROM framework_items WHERE version_id = ? ORDER BY ordinal"));
  TRY(row.bind(version.summary.id.value));
  while (TRY(row.step())) {
    eco::FrameworkItem item{.key = {std::string(row.text(0))},
                            .kind = TRY(eco::enum_from_name(row.text(1), eco::ItemKind::principle)),
                            .name = std::string(row.text(2)),
                            .text = std::string(row.text(3))};
    for (std::size_t level = 0; level < eco::kLevels; ++level) {
      item.level_descriptors[level] = row.text(static_cast<int>(4 + level));
    }
    version.text.items.push_back(std::move(item));
  }
  return {};
}

Result<> read_evidence_types(sql::Connection& connection, StoredVersion& version) {
  auto row = TRY(connection.statement(
      "SELECT item_ordinal, text FROM framework_evidence_types WHERE version_id = ? "
      "ORDER BY item_ordinal, ordinal"));
  TRY(row.bind(version.summary.id.value));
  while (TRY(row.step())) {
    const auto item = static_cast<std::size_t>(row.integer(0));
    version.text.items.at(item).evidence_types.emplace_back(row.text(1));
  }
  return {};
}

Result<> read_change_map(sql::Connection& connection, StoredVersion& version) {
  auto row = TRY(connection.statement(
      "SELECT change_number, kind, is_newer, item_key FROM framework_changes WHERE version_id = ? "
      "ORDER BY change_number, is_newer, ordinal"));
  TRY(row.bind(version.summary.id.value));
  std::int64_t number = -1;
  while (TRY(row.step())) {
    if (row.integer(0) != number) {
      number = row.integer(0);
      version.change_map.push_back(
          {.kind = TRY(eco::enum_from_name(row.text(1), eco::ChangeKind::removed))});
    }
    auto& change = version.change_map.back();
    (row.integer(2) != 0 ? change.to : change.from).push_back({std::string(row.text(3))});
  }
  return {};
}

Result<StoredVersion> read_version(sql::Connection& connection, sql::Statement& row,
                                   const std::string& name) {
  if (!TRY(row.step())) {
    return fail(ErrorCode::not_found, "there is no such version of the framework", name);
  }
  StoredVersion version{.summary = TRY(summary_of_row(row))};
  version.text.number = version.summary.number;
  version.text.title = version.summary.title;
  TRY(read_items(connection, version));
  TRY(read_evidence_types(connection, version));
  TRY(read_change_map(connection, version));
  return version;
}

Result<> insert_items(sql::Connection& connection, const StoredVersion& version) {
  const auto id = version.summary.id.value;
  auto insert = TRY(connection.statement(
      "INSERT INTO framework_items (version_id, ordinal, item_key, kind, name, text, level_0, "
      "level_1, level_2, level_3, level_4) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  auto insert_type = TRY(connection.statement(
      "INSERT INTO framework_evidence_types (version_id, item_ordinal, ordinal, text) "
      "VALUES (?, ?, ?, ?)"));
  for (std::size_t ordinal = 0; ordinal < version.text.items.size(); ++ordinal) {
    const auto& item = version.text.items[ordinal];
    const auto& levels = item.level_descriptors;
    TRY(insert.run(id, ordinal, item.key.value, name_of(item.kind), item.name, item.text, levels[0],
                   levels[1], levels[2], levels[3], levels[4]));
    for (std::size_t type = 0; type < item.evidence_types.size(); ++type) {
      TRY(insert_type.run(id, ordinal, type, item.evidence_types[type]));
    }
  }
  return {};
}

Result<> insert_change_map(sql::Connection& connection, const StoredVersion& version) {
  auto insert =
      TRY(connection.statement("INSERT INTO framework_changes (version_id, change_number, kind, "
                               "is_newer, ordinal, item_key) "
                               "VALUES (?, ?, ?, ?, ?, ?)"));
  for (std::size_t number = 0; number < version.change_map.size(); ++number) {
    const auto& change = version.change_map[number];
    const auto insert_side = [&](const std::vector<eco::ItemKey>& keys, int is_newer) -> Result<> {
      for (std::size_t ordinal = 0; ordinal < keys.size(); ++ordinal) {
        TRY(insert.run(version.summary.id.value, number, name_of(change.kind), is_newer, ordinal,
                       keys[ordinal].value));
      }
      return {};
    };
    TRY(insert_side(change.from, 0));
    TRY(insert_side(change.to, 1));
  }
  return {};
}

}  // namespace

Result<std::vector<VersionSummary>> framework_versions(sql::Connection& connection) {
  auto row =
      TRY(connection.statement(std::string(kVersionColumns) + "ORDER BY major, minor, patch"));
  TRY(row.bind());
  std::vector<VersionSummary> versions;
  while (TRY(row.step())) versions.push_back(TRY(summary_of_row(row)));
  return versions;
}

Result<StoredVersion> framework_version(sql::Connection& connection,
                                        const eco::VersionNumber& number) {
  auto row = TRY(connection.statement(std::string(kVersionColumns) +
                                      "WHERE major = ? AND minor = ? AND patch = ?"));
  TRY(row.bind(number.major, number.minor, number.patch));
  return read_version(connection, row, number.text());
}

Result<StoredVersion> framework_version(sql::Connection& connection, FrameworkVersionId id) {
  auto row = TRY(connection.statement(std::string(kVersionColumns) + "WHERE id = ?"));
  TRY(row.bind(id.value));
  return read_version(connection, row, std::to_string(id.value));
}

Result<std::vector<VersionMove>> version_moves(sql::Connection& connection, FrameworkVersionId id) {
  auto row = TRY(
      connection.statement("SELECT act, to_state, at, person, reasons FROM framework_version_moves "
                           "WHERE version_id = ? ORDER BY number"));
  TRY(row.bind(id.value));
  std::vector<VersionMove> moves;
  while (TRY(row.step())) {
    moves.push_back({.act = TRY(eco::enum_from_name(row.text(0), eco::VersionAct::withdraw)),
                     .to = TRY(eco::enum_from_name(row.text(1), eco::VersionState::withdrawn)),
                     .at = moment_of(row.integer(2)),
                     .by = {row.integer(3)},
                     .reasons = std::string(row.text(4))});
  }
  return moves;
}

Result<FrameworkVersionId> insert_framework_version(sql::Connection& connection,
                                                    const StoredVersion& version) {
  auto stored = version;
  auto& summary = stored.summary;
  auto last = TRY(connection.statement("SELECT COALESCE(MAX(id), 0) FROM framework_versions"));
  TRY(last.bind());
  TRY(last.step());
  summary.id = {last.integer(0) + 1};
  const auto base = summary.based_on ? std::optional(summary.based_on->value) : std::nullopt;
  TRY(TRY(connection.statement(
              "INSERT INTO framework_versions (id, major, minor, patch, title, state, revision, "
              "based_on, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?) "
              "ON CONFLICT (major, minor, patch) DO NOTHING"))
          .run(summary.id.value, summary.number.major, summary.number.minor, summary.number.patch,
               summary.title, name_of(summary.state), base, milliseconds(summary.created),
               summary.created_by.value));
  if (connection.changed_rows() == 0) {
    return fail(ErrorCode::conflict, "there is a version with this number already",
                summary.number.text(), eco::house_rule(eco::HouseRule::version_number_taken));
  }
  TRY(insert_items(connection, stored));
  TRY(insert_change_map(connection, stored));
  return summary.id;
}

Result<> replace_draft(sql::Connection& connection, const StoredVersion& version) {
  const auto id = version.summary.id.value;
  TRY(TRY(connection.statement("UPDATE framework_versions SET title = ?, revision = revision + 1 "
                               "WHERE id = ?"))
          .run(version.text.title, id));
  for (const std::string_view table :
       {"framework_evidence_types", "framework_items", "framework_changes"}) {
    TRY(TRY(connection.statement("DELETE FROM " + std::string(table) + " WHERE version_id = ?"))
            .run(id));
  }
  TRY(insert_items(connection, version));
  return insert_change_map(connection, version);
}

Result<> record_version_move(sql::Connection& connection, const VersionSummary& version,
                             const VersionMove& move, std::optional<AgreementRuleNumber> rule) {
  const auto fixed = rule ? rule : version.rule;
  TRY(TRY(connection.statement("UPDATE framework_versions SET state = ?, rule = ?, "
                               "revision = revision + 1 WHERE id = ?"))
          .run(name_of(move.to), fixed ? std::optional(fixed->value) : std::nullopt,
               version.id.value));
  return TRY(connection.statement(
                 "INSERT INTO framework_version_moves (version_id, number, act, to_state, at, "
                 "person, reasons) VALUES (?, ?, ?, ?, ?, ?, ?)"))
      .run(version.id.value, version.revision.value, name_of(move.act), name_of(move.to),
           milliseconds(move.at), move.by.value, move.reasons);
}

}  // namespace tributary::store
