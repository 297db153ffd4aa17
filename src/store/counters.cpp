#include "store/counters.h"

namespace tributary::store {
namespace {

template <class Counted, class Visit>
Result<> visit_counters(Counted& counters, Visit visit) {
  TRY(visit("catalogue_version", counters.catalogue_version));
  TRY(visit("record", counters.record));
  TRY(visit("organisation", counters.organisation));
  TRY(visit("run", counters.run));
  return visit("origin", counters.origin);
}

}  // namespace

Result<Counters> Counters::read(sql::Connection& connection) {
  Counters counters;
  auto read = TRY(connection.statement("SELECT value FROM counters WHERE name = ?"));
  TRY(visit_counters(counters, [&](std::string_view name, std::int64_t& value) -> Result<> {
    TRY(read.bind(name));
    TRY(read.step());
    value = read.integer(0);
    return {};
  }));
  return counters;
}

Result<> Counters::write(sql::Connection& connection) const {
  auto write = TRY(connection.statement("UPDATE counters SET value = ? WHERE name = ?"));
  return visit_counters(
      *this, [&](std::string_view name, std::int64_t value) { return write.run(value, name); });
}

}  // namespace tributary::store
