// store/scouting/catalogue_news.h
//
// What came into the catalogue since a mark: projects that were not there, and such of which
// something changed. Importing the same files again is no news.
//
//   const auto news = TRY(news_since(connection, watch.seen));
//   TRY(update_seen(connection, watch.id, TRY(present_mark(connection, watch.seen, now)), now));
//
// Thread rule: as the connection.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "sql/connection.h"

namespace tributary::store {

/// A state of the catalogue: everything that runs up to this one brought, and nothing else, is part
/// of it. No project whose number is above the record's is.
struct CatalogueMark {
  std::int64_t record = 0, run = 0;
  auto operator<=>(const CatalogueMark&) const = default;
};

/// What was brought until now. While an import runs, more may come that belongs to it.
Result<CatalogueMark> newest_mark(sql::Connection& connection);

/// The furthest mark that nothing can fall behind any more: while imports run, the one before the
/// first of them, and not less than `before`, which was one.
Result<CatalogueMark> present_mark(sql::Connection& connection, const CatalogueMark& before,
                                   Timestamp now);

/// Slugs; none is in both.
struct CatalogueNews {
  std::vector<std::string> added, changed;
};

/// Costs as much as there is of it.
Result<CatalogueNews> news_since(sql::Connection& connection, const CatalogueMark& mark);

}  // namespace tributary::store
