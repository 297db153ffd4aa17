#include "store/application/applied_items.h"

#include "ecosystem/enum_names.h"
#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

constexpr auto kLastLevel = eco::Level::embedded_and_learning;

std::optional<std::string_view> level_name(const std::optional<eco::Level>& level) {
  return level ? std::optional(name_of(*level)) : std::nullopt;
}

Result<std::optional<eco::Level>> level_of_column(const sql::Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return TRY(eco::enum_from_name(row.text(column), kLastLevel));
}

std::optional<std::int32_t> day_number(const std::optional<Date>& day) {
  return day ? std::optional(day->days_since_epoch()) : std::nullopt;
}

std::optional<Date> day_of_column(const sql::Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return Date(static_cast<std::int32_t>(row.integer(column)));
}

Result<> read_evidence_links(sql::Connection& connection, ApplicationId id, StoredItems& items) {
  auto row =
      TRY(connection.statement("SELECT item_key, link FROM applied_item_evidence "
                               "WHERE application_id = ? ORDER BY item_key, ordinal"));
  TRY(row.bind(id.value));
  while (TRY(row.step())) {
    items[{std::string(row.text(0))}].item.evidence_links.emplace_back(row.text(1));
  }
  return {};
}

}  // namespace

Result<StoredItems> applied_items(sql::Connection& connection, ApplicationId id) {
  auto row = TRY(
      connection.statement("SELECT item_key, status, self_assessed, adaptation, explanation, "
                           "responsible_body, from_day, until_day, is_carried FROM applied_items "
                           "WHERE application_id = ?"));
  TRY(row.bind(id.value));
  StoredItems items;
  while (TRY(row.step())) {
    items[{std::string(row.text(0))}] = {
        .item = {.status = TRY(eco::enum_from_name(row.text(1), eco::ItemStatus::not_applicable)),
                 .self_assessed = TRY(level_of_column(row, 2)),
                 .peer_reviewed = {},
                 .adaptation = std::string(row.text(3)),
                 .explanation = std::string(row.text(4)),
                 .evidence_links = {},
                 .responsible_body = std::string(row.text(5)),
                 .from = day_of_column(row, 6),
                 .until = day_of_column(row, 7)},
        .is_carried = row.integer(8) != 0};
  }
  TRY(read_evidence_links(connection, id, items));
  for (const auto& review : TRY(peer_reviews(connection, id))) {
    const auto found = items.find(review.item);
    if (found == items.end()) continue;
    auto& item = found->second.item;
    if (item.status != eco::ItemStatus::not_applicable) item.peer_reviewed = review.level;
  }
  return items;
}

Result<> put_applied_item(sql::Connection& connection, ApplicationId id, const eco::ItemKey& key,
                          const StoredItem& stored) {
  const auto& item = stored.item;
  TRY(TRY(connection.statement(
              "INSERT INTO applied_items (application_id, item_key, status, self_assessed, "
              "adaptation, explanation, responsible_body, from_day, until_day, is_carried) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
              "ON CONFLICT (application_id, item_key) DO UPDATE SET status = excluded.status, "
              "self_assessed = excluded.self_assessed, adaptation = excluded.adaptation, "
              "explanation = excluded.explanation, responsible_body = excluded.responsible_body, "
              "from_day = excluded.from_day, until_day = excluded.until_day, "
              "is_carried = excluded.is_carried"))
          .run(id.value, key.value, name_of(item.status), level_name(item.self_assessed),
               item.adaptation, item.explanation, item.responsible_body, day_number(item.from),
               day_number(item.until), static_cast<int>(stored.is_carried)));
  TRY(TRY(connection.statement("DELETE FROM applied_item_evidence "
                               "WHERE application_id = ? AND item_key = ?"))
          .run(id.value, key.value));
  auto insert = TRY(
      connection.statement("INSERT INTO applied_item_evidence (application_id, item_key, ordinal, "
                           "link) VALUES (?, ?, ?, ?)"));
  for (std::size_t ordinal = 0; ordinal < item.evidence_links.size(); ++ordinal) {
    TRY(insert.run(id.value, key.value, ordinal, item.evidence_links[ordinal]));
  }
  return {};
}

Result<Targets> application_targets(sql::Connection& connection, ApplicationId id) {
  auto row = TRY(connection.statement(
      "SELECT item_key, level FROM application_targets WHERE application_id = ?"));
  TRY(row.bind(id.value));
  Targets targets;
  while (TRY(row.step())) {
    targets[{std::string(row.text(0))}] = TRY(eco::enum_from_name(row.text(1), kLastLevel));
  }
  return targets;
}

Result<> put_application_targets(sql::Connection& connection, ApplicationId id,
                                 const Targets& targets) {
  TRY(TRY(connection.statement("DELETE FROM application_targets WHERE application_id = ?"))
          .run(id.value));
  auto insert = TRY(connection.statement(
      "INSERT INTO application_targets (application_id, item_key, level) VALUES (?, ?, ?)"));
  for (const auto& [key, level] : targets) TRY(insert.run(id.value, key.value, name_of(level)));
  return {};
}

Result<std::vector<PeerReview>> peer_reviews(sql::Connection& connection, ApplicationId id) {
  auto row =
      TRY(connection.statement("SELECT item_key, level, reasons, state, at, person "
                               "FROM peer_reviews WHERE application_id = ? ORDER BY number"));
  TRY(row.bind(id.value));
  std::vector<PeerReview> reviews;
  while (TRY(row.step())) {
    reviews.push_back({.item = {std::string(row.text(0))},
                       .level = TRY(eco::enum_from_name(row.text(1), kLastLevel)),
                       .reasons = std::string(row.text(2)),
                       .state = {std::string(row.text(3))},
                       .at = moment_of(row.integer(4)),
                       .by = {row.integer(5)}});
  }
  return reviews;
}

Result<> insert_peer_review(sql::Connection& connection, ApplicationId id,
                            const PeerReview& review) {
  const auto number = TRY(number_behind(
      connection, "SELECT COALESCE(MAX(number), 0) FROM peer_reviews WHERE application_id = ?",
      id.value));
  return TRY(connection.statement("INSERT INTO peer_reviews (application_id, number, item_key, "
                                  "level, reasons, state, at, person) "
                                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"))
      .run(id.value, number, review.item.value, name_of(review.level), review.reasons,
           review.state.value, milliseconds(review.at), review.by.value);
}

eco::AppliedItems items_of(const StoredItems& stored) {
  eco::AppliedItems items;
  for (const auto& [key, value] : stored) items.emplace(key, value.item);
  return items;
}

}  // namespace tributary::store
