#include "store/scouting/catalogue_news.h"

#include <algorithm>
#include <unordered_set>

#include "store/counters.h"
#include "store/run_journal.h"

namespace tributary::store {

Result<CatalogueMark> newest_mark(sql::Connection& connection) {
  const auto counters = TRY(Counters::read(connection));
  return CatalogueMark{.record = counters.record, .run = counters.run};
}

Result<CatalogueMark> present_mark(sql::Connection& connection, const CatalogueMark& before,
                                   Timestamp now) {
  const auto run = TRY(first_run_going_on(connection, now));
  if (!run) return newest_mark(connection);
  // Which of the numbers behind it these imports gave is not known, so that stays.
  return CatalogueMark{.record = before.record, .run = std::max(before.run, run->value - 1)};
}

Result<CatalogueNews> news_since(sql::Connection& connection, const CatalogueMark& mark) {
  CatalogueNews news;
  const auto slug = [](const sql::Statement& row) {
    return std::string(row.text(0)) + '-' + std::string(row.text(1));
  };
  std::unordered_set<std::string> added;
  {
    auto row = TRY(connection.statement(
        "SELECT r.source, r.key FROM source_records r "
        "JOIN origins o ON o.id = r.origin_id "
        "WHERE r.id > ? AND r.project_id = r.id AND o.run_id > ? ORDER BY r.id"));
    TRY(row.bind(mark.record, mark.run));
    while (TRY(row.step())) {
      news.added.push_back(slug(row));
      added.insert(news.added.back());
    }
  }
  auto row = TRY(connection.statement(
      "SELECT p.source, p.key FROM source_records p WHERE p.id IN "
      "(SELECT r.project_id FROM history h JOIN source_records r ON r.id = h.record_id "
      "WHERE h.run_id > ?) ORDER BY p.id"));
  TRY(row.bind(mark.run));
  while (TRY(row.step())) {
    auto changed = slug(row);
    if (!added.contains(changed)) news.changed.push_back(std::move(changed));
  }
  return news;
}

}  // namespace tributary::store
