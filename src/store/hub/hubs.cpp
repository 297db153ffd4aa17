#include "store/hub/hubs.h"

#include "ecosystem/enum_names.h"
#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

constexpr std::string_view kHubColumns =
    "SELECT id, slug, state, query, revision, created_at, created_by, changed_at FROM hubs ";

Result<StoredHub> hub_of_row(const sql::Statement& row) {
  StoredHub hub{.id = {row.integer(0)}, .slug = std::string(row.text(1))};
  hub.state = TRY(ecosystem::enum_from_name(row.text(2), ecosystem::HubState::closed));
  hub.content.query = row.text(3);
  hub.revision = {row.integer(4)};
  hub.created = moment_of(row.integer(5));
  hub.created_by = {row.integer(6)};
  hub.changed = moment_of(row.integer(7));
  return hub;
}

Result<> read_lists(sql::Connection& connection, StoredHub& hub) {
  auto text = TRY(connection.statement(
      "SELECT language, name, description FROM hub_texts WHERE hub = ? ORDER BY ordinal"));
  TRY(text.bind(hub.id.value));
  while (TRY(text.step())) {
    hub.content.texts.push_back(
        {std::string(text.text(0)), std::string(text.text(1)), std::string(text.text(2))});
  }
  auto choice = TRY(
      connection.statement("SELECT facet, value FROM hub_choices WHERE hub = ? ORDER BY ordinal"));
  TRY(choice.bind(hub.id.value));
  while (TRY(choice.step())) {
    hub.content.choices.push_back({std::string(choice.text(0)), std::string(choice.text(1))});
  }
  return {};
}

Result<> write_lists(sql::Connection& connection, HubId id, const ecosystem::HubContent& content) {
  TRY(TRY(connection.statement("DELETE FROM hub_texts WHERE hub = ?")).run(id.value));
  TRY(TRY(connection.statement("DELETE FROM hub_choices WHERE hub = ?")).run(id.value));
  auto put_text = TRY(connection.statement(
      "INSERT INTO hub_texts (hub, ordinal, language, name, description) VALUES (?, ?, ?, ?, ?)"));
  std::int64_t ordinal = 0;
  for (const auto& [language, name, description] : content.texts) {
    TRY(put_text.run(id.value, ordinal++, language, name, description));
  }
  auto put_choice = TRY(connection.statement(
      "INSERT INTO hub_choices (hub, ordinal, facet, value) VALUES (?, ?, ?, ?)"));
  ordinal = 0;
  for (const auto& [facet, value] : content.choices) {
    TRY(put_choice.run(id.value, ordinal++, facet, value));
  }
  return {};
}

Result<bool> is_taken(sql::Connection& connection, std::string_view slug) {
  auto row = TRY(connection.statement("SELECT 1 FROM hubs WHERE slug = ?"));
  TRY(row.bind(slug));
  return row.step();
}

}  // namespace

Result<HubId> insert_hub(sql::Connection& connection, const StoredHub& hub) {
  if (TRY(is_taken(connection, hub.slug))) {
    return fail(ErrorCode::conflict, "there is a hub at this address", "slug");
  }
  const auto id = TRY(number_behind(connection, "SELECT COALESCE(MAX(id), 0) FROM hubs"));
  TRY(TRY(connection.statement("INSERT INTO hubs (id, slug, state, query, revision, created_at, "
                               "created_by, changed_at) VALUES (?, ?, ?, ?, 1, ?, ?, ?)"))
          .run(id, hub.slug, name_of(ecosystem::HubState::draft), hub.content.query,
               milliseconds(hub.created), hub.created_by.value, milliseconds(hub.created)));
  TRY(write_lists(connection, {id}, hub.content));
  return HubId{id};
}

Result<StoredHub> hub_named(sql::Connection& connection, std::string_view slug) {
  std::optional<StoredHub> hub;
  {
    auto row = TRY(connection.statement(std::string(kHubColumns) + "WHERE slug = ?"));
    TRY(row.bind(slug));
    if (TRY(row.step())) hub = TRY(hub_of_row(row));
  }
  if (!hub) return fail(ErrorCode::not_found, "there is no such hub", std::string(slug));
  TRY(read_lists(connection, *hub));
  return *std::move(hub);
}

Result<std::vector<StoredHub>> all_hubs(sql::Connection& connection) {
  std::vector<StoredHub> hubs;
  {
    auto row = TRY(connection.statement(std::string(kHubColumns) + "ORDER BY slug"));
    while (TRY(row.step())) hubs.push_back(TRY(hub_of_row(row)));
  }
  for (auto& hub : hubs) TRY(read_lists(connection, hub));
  return hubs;
}

Result<> update_hub(sql::Connection& connection, const StoredHub& hub, Timestamp at) {
  TRY(TRY(connection.statement("UPDATE hubs SET state = ?, query = ? WHERE id = ?"))
          .run(name_of(hub.state), hub.content.query, hub.id.value));
  TRY(write_lists(connection, hub.id, hub.content));
  return touch_hub(connection, hub, at);
}

Result<> touch_hub(sql::Connection& connection, const StoredHub& hub, Timestamp at) {
  return TRY(connection.statement(
                 "UPDATE hubs SET revision = revision + 1, changed_at = ? WHERE id = ?"))
      .run(milliseconds(at), hub.id.value);
}

}  // namespace tributary::store
