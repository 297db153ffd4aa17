#include "store/innovation/innovation_texts.h"

#include "ecosystem/enum_names.h"
#include "store/innovation/optional_value.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

struct TextKey {
  std::int64_t innovation, number;
};

template <class Values, class TextOf>
Result<> insert_list(sql::Connection& connection, TextKey key, std::string_view kind,
                     const Values& values, TextOf text_of) {
  auto insert = TRY(
      connection.statement("INSERT INTO innovation_text_lists (innovation, number, kind, ordinal, "
                           "value) VALUES (?, ?, ?, ?, ?)"));
  std::int64_t ordinal = 0;
  for (const auto& value : values) {
    TRY(insert.run(key.innovation, key.number, kind, ordinal++, text_of(value)));
  }
  return {};
}

/// Nothing where the column is NULL.
template <class Enum>
Result<std::optional<Enum>> enum_of_column(const sql::Statement& row, int column, Enum last) {
  if (row.is_null(column)) return std::nullopt;
  return TRY(eco::enum_from_name(row.text(column), last));
}

Result<> read_lists(sql::Connection& connection, TextKey key, eco::InnovationText& text) {
  auto row = TRY(connection.statement(
      "SELECT kind, value FROM innovation_text_lists WHERE innovation = ? AND number = ? "
      "ORDER BY kind, ordinal"));
  TRY(row.bind(key.innovation, key.number));
  while (TRY(row.step())) {
    const auto kind = row.text(0);
    std::string value(row.text(1));
    if (kind == "eqf_level") {
      text.eqf_levels.push_back(std::stoi(value));
    } else if (kind == "intended_outcome") {
      text.intended_outcomes.push_back(std::move(value));
    } else if (kind == "language") {
      text.languages.push_back(std::move(value));
    } else if (kind == "project") {
      text.projects.push_back(std::move(value));
    } else {
      text.framework_items.push_back({std::move(value)});
    }
  }
  return {};
}

}  // namespace

Result<> insert_innovation_text(sql::Connection& connection, eco::InnovationId id,
                                const StoredText& stored) {
  const auto& text = stored.text;
  const TextKey key{id.value, stored.number};
  TRY(TRY(connection.statement(
              "INSERT INTO innovation_texts (innovation, number, title, problem, what_is_new, "
              "target_group, isced_field, setting, type, novelty, novelty_justification, "
              "theory_of_change, resources, licence, search_words, at, person) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
          .run(key.innovation, key.number, text.title, text.problem, text.what_is_new,
               text.target_group, text.isced_field, name_if_any(text.setting),
               name_if_any(text.type), name_if_any(text.novelty), text.novelty_justification,
               text.theory_of_change, text.resources, text.licence, stored.search_words,
               milliseconds(stored.at), stored.by.value));
  const auto itself = [](const std::string& value) { return value; };
  TRY(insert_list(connection, key, "eqf_level", text.eqf_levels,
                  [](int level) { return std::to_string(level); }));
  TRY(insert_list(connection, key, "intended_outcome", text.intended_outcomes, itself));
  TRY(insert_list(connection, key, "language", text.languages, itself));
  TRY(insert_list(connection, key, "project", text.projects, itself));
  return insert_list(connection, key, "framework_item", text.framework_items,
                     [](const eco::ItemKey& item) { return item.value; });
}

Result<StoredText> innovation_text(sql::Connection& connection, eco::InnovationId id,
                                   std::int64_t number) {
  auto row = TRY(connection.statement(
      "SELECT title, problem, what_is_new, target_group, isced_field, setting, type, novelty, "
      "novelty_justification, theory_of_change, resources, licence, search_words, at, person "
      "FROM innovation_texts WHERE innovation = ? AND number = ?"));
  TRY(row.bind(id.value, number));
  if (!TRY(row.step())) {
    return fail(ErrorCode::not_found, "there is no such text", std::to_string(number));
  }
  const auto text = [&](int column) { return std::string(row.text(column)); };
  StoredText stored{.number = number,
                    .text = {.title = text(0),
                             .problem = text(1),
                             .what_is_new = text(2),
                             .target_group = text(3),
                             .isced_field = text(4),
                             .setting = TRY(enum_of_column(row, 5, eco::Setting::both)),
                             .type = TRY(enum_of_column(row, 6, eco::OsloType::external_relations)),
                             .novelty = TRY(enum_of_column(row, 7, eco::NoveltyScope::eu)),
                             .novelty_justification = text(8),
                             .theory_of_change = text(9),
                             .resources = text(10),
                             .licence = text(11)},
                    .search_words = text(12),
                    .at = moment_of(row.integer(13)),
                    .by = {row.integer(14)}};
  TRY(read_lists(connection, {id.value, number}, stored.text));
  return stored;
}

Result<std::vector<TextEdition>> innovation_text_editions(sql::Connection& connection,
                                                          eco::InnovationId id) {
  auto row = TRY(connection.statement(
      "SELECT number, at, person FROM innovation_texts WHERE innovation = ? ORDER BY number"));
  TRY(row.bind(id.value));
  std::vector<TextEdition> editions;
  while (TRY(row.step())) {
    editions.push_back({row.integer(0), moment_of(row.integer(1)), {row.integer(2)}});
  }
  return editions;
}

}  // namespace tributary::store
