#include "store/hub/hub_entries.h"

#include "ecosystem/enum_names.h"
#include "store/one_number.h"
#include "store/stored_day.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

/// Errors: `not_found` where the query finds nothing.
Result<> check_there(sql::Connection& connection, std::string_view query, HubId hub,
                     std::int64_t number) {
  auto row = TRY(connection.statement(query));
  TRY(row.bind(hub.value, number));
  if (TRY(row.step())) return {};
  return fail(ErrorCode::not_found, "the hub has none of this number", std::to_string(number));
}

}  // namespace

Result<std::int64_t> insert_hub_news(sql::Connection& connection, HubId hub,
                                     const StoredHubNews& news) {
  const auto number = TRY(number_behind(
      connection, "SELECT COALESCE(MAX(number), 0) FROM hub_news WHERE hub = ?", hub.value));
  const auto& [language, title, body, day] = news.news;
  TRY(TRY(connection.statement("INSERT INTO hub_news (hub, number, language, title, body, day, "
                               "is_withdrawn, role, at, person) "
                               "VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?)"))
          .run(hub.value, number, language, title, body, day.days_since_epoch(), name_of(news.role),
               milliseconds(news.at), news.by.value));
  return number;
}

Result<std::int64_t> insert_hub_call(sql::Connection& connection, HubId hub,
                                     const StoredHubCall& call) {
  const auto number = TRY(number_behind(
      connection, "SELECT COALESCE(MAX(number), 0) FROM hub_calls WHERE hub = ?", hub.value));
  const auto& [name, language, note, deadline, link] = call.call;
  TRY(TRY(connection.statement("INSERT INTO hub_calls (hub, number, call_name, language, note, "
                               "deadline, link, at, person) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"))
          .run(hub.value, number, name, language, note, deadline.days_since_epoch(), link,
               milliseconds(call.at), call.by.value));
  return number;
}

Result<std::int64_t> insert_hub_highlight(sql::Connection& connection, HubId hub,
                                          const StoredHubHighlight& highlight) {
  const auto& [project, language, reason] = highlight.highlight;
  {
    auto row =
        TRY(connection.statement("SELECT 1 FROM hub_highlights WHERE hub = ? AND project = ?"));
    TRY(row.bind(hub.value, project));
    if (TRY(row.step())) {
      return fail(ErrorCode::conflict, "the hub shows this project already", "project");
    }
  }
  const auto number = TRY(number_behind(
      connection, "SELECT COALESCE(MAX(number), 0) FROM hub_highlights WHERE hub = ?", hub.value));
  TRY(TRY(connection.statement("INSERT INTO hub_highlights (hub, number, project, language, "
                               "reason, at, person) VALUES (?, ?, ?, ?, ?, ?, ?)"))
          .run(hub.value, number, project, language, reason, milliseconds(highlight.at),
               highlight.by.value));
  return number;
}

Result<std::vector<StoredHubNews>> hub_news(sql::Connection& connection, HubId hub) {
  auto row = TRY(connection.statement(
      "SELECT number, language, title, body, day, is_withdrawn, role, at, person FROM hub_news "
      "WHERE hub = ? ORDER BY day DESC, number DESC"));
  TRY(row.bind(hub.value));
  std::vector<StoredHubNews> news;
  while (TRY(row.step())) {
    const auto role = TRY(ecosystem::enum_from_name(row.text(6), ecosystem::Role::administrator));
    news.push_back({.number = row.integer(0),
                    .news = {.language = std::string(row.text(1)),
                             .title = std::string(row.text(2)),
                             .body = std::string(row.text(3)),
                             .day = day_of_number(row.integer(4))},
                    .is_withdrawn = row.integer(5) != 0,
                    .role = role,
                    .at = moment_of(row.integer(7)),
                    .by = {row.integer(8)}});
  }
  return news;
}

Result<std::vector<StoredHubCall>> hub_calls(sql::Connection& connection, HubId hub) {
  auto row = TRY(connection.statement(
      "SELECT number, call_name, language, note, deadline, link, at, person FROM hub_calls "
      "WHERE hub = ? ORDER BY deadline, number"));
  TRY(row.bind(hub.value));
  std::vector<StoredHubCall> calls;
  while (TRY(row.step())) {
    calls.push_back({.number = row.integer(0),
                     .call = {.call = std::string(row.text(1)),
                              .language = std::string(row.text(2)),
                              .note = std::string(row.text(3)),
                              .deadline = day_of_number(row.integer(4)),
                              .link = std::string(row.text(5))},
                     .at = moment_of(row.integer(6)),
                     .by = {row.integer(7)}});
  }
  return calls;
}

Result<std::vector<StoredHubHighlight>> hub_highlights(sql::Connection& connection, HubId hub) {
  auto row =
      TRY(connection.statement("SELECT number, project, language, reason, at, person "
                               "FROM hub_highlights WHERE hub = ? ORDER BY number"));
  TRY(row.bind(hub.value));
  std::vector<StoredHubHighlight> highlights;
  while (TRY(row.step())) {
    highlights.push_back({.number = row.integer(0),
                          .highlight = {.project = std::string(row.text(1)),
                                        .language = std::string(row.text(2)),
                                        .reason = std::string(row.text(3))},
                          .at = moment_of(row.integer(4)),
                          .by = {row.integer(5)}});
  }
  return highlights;
}

Result<> withdraw_hub_news(sql::Connection& connection, HubId hub, std::int64_t number) {
  TRY(check_there(connection,
                  "SELECT 1 FROM hub_news WHERE hub = ? AND number = ? AND is_withdrawn = 0", hub,
                  number));
  return TRY(connection.statement(
                 "UPDATE hub_news SET is_withdrawn = 1 WHERE hub = ? AND number = ?"))
      .run(hub.value, number);
}

Result<> remove_hub_call(sql::Connection& connection, HubId hub, std::int64_t number) {
  TRY(check_there(connection, "SELECT 1 FROM hub_calls WHERE hub = ? AND number = ?", hub, number));
  return TRY(connection.statement("DELETE FROM hub_calls WHERE hub = ? AND number = ?"))
      .run(hub.value, number);
}

Result<> remove_hub_highlight(sql::Connection& connection, HubId hub, std::int64_t number) {
  TRY(check_there(connection, "SELECT 1 FROM hub_highlights WHERE hub = ? AND number = ?", hub,
                  number));
  return TRY(connection.statement("DELETE FROM hub_highlights WHERE hub = ? AND number = ?"))
      .run(hub.value, number);
}

}  // namespace tributary::store
