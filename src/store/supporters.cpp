#include "store/supporters.h"

#include <string>

#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {

namespace {

/// `rows` is the table and the condition that one number makes whole.
Result<SupporterPage> page_of(sql::Connection& connection, const std::string& rows, std::int64_t id,
                              std::uint64_t offset, std::uint64_t limit) {
  SupporterPage page;
  page.total =
      static_cast<std::uint64_t>(TRY(one_number(connection, "SELECT COUNT(*) FROM " + rows, id)));
  auto row = TRY(connection.statement("SELECT person, at FROM " + rows +
                                      " ORDER BY at, person LIMIT ? OFFSET ?"));
  TRY(row.bind(id, static_cast<std::int64_t>(limit), static_cast<std::int64_t>(offset)));
  while (TRY(row.step())) {
    page.supporters.push_back({.person = {row.integer(0)}, .at = moment_of(row.integer(1))});
  }
  return page;
}

}  // namespace

Result<SupporterPage> supporters_of(sql::Connection& connection, ecosystem::InnovationId id,
                                    std::uint64_t offset, std::uint64_t limit) {
  return page_of(connection, "innovation_supporters WHERE innovation = ?", id.value, offset, limit);
}

Result<SupporterPage> supporters_of(sql::Connection& connection, AmendmentId id,
                                    std::uint64_t offset, std::uint64_t limit) {
  return page_of(connection, "amendment_supporters WHERE amendment_id = ?", id.value, offset,
                 limit);
}

}  // namespace tributary::store
