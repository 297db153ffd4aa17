#include "store/newest_statements.h"

#include <algorithm>
#include <tuple>

#include "sql/insert_rows.h"

namespace tributary::store {

std::optional<NewestStatements::Newest> NewestStatements::remembered(
    std::int64_t organisation) const {
  const auto place = static_cast<std::size_t>(organisation);
  if (place >= years_.size() || years_[place] == kUnknown) return std::nullopt;
  return Newest{hashes_[place], years_[place]};
}

Result<std::optional<NewestStatements::Newest>> NewestStatements::find(std::int64_t organisation) {
  if (const auto known = remembered(organisation)) return known;
  auto row =
      TRY(connection_.statement("SELECT stated_hash, stated_year FROM organisation_statements "
                                "WHERE organisation_id = ?"));
  TRY(row.bind(organisation));
  if (!TRY(row.step())) return std::nullopt;
  const Newest newest{static_cast<std::uint64_t>(row.integer(0)),
                      static_cast<std::int32_t>(row.integer(1))};
  remember(organisation, newest);
  return newest;
}

void NewestStatements::note(std::int64_t organisation, Newest newest) {
  remember(organisation, newest);
  unwritten_.push_back(organisation);
}

Result<> NewestStatements::write() {
  std::ranges::sort(unwritten_);
  const auto repeated = std::ranges::unique(unwritten_);
  unwritten_.erase(repeated.begin(), repeated.end());
  TRY(sql::insert_rows(
      connection_, "organisation_statements (organisation_id, stated_year, stated_hash)",
      unwritten_,
      [this](std::int64_t organisation) {
        const auto place = static_cast<std::size_t>(organisation);
        return std::tuple(organisation, std::int64_t{years_[place]}, hashes_[place]);
      },
      "ON CONFLICT (organisation_id) DO UPDATE SET "
      "stated_year = excluded.stated_year, stated_hash = excluded.stated_hash"));
  unwritten_.clear();
  return {};
}

void NewestStatements::forget() {
  hashes_ = {};
  years_ = {};
  unwritten_ = {};
}

void NewestStatements::remember(std::int64_t organisation, Newest newest) {
  const auto place = static_cast<std::size_t>(organisation);
  if (place >= years_.size()) {
    hashes_.resize(place + 1);
    years_.resize(place + 1, kUnknown);
  }
  hashes_[place] = newest.hash;
  years_[place] = newest.year;
}

}  // namespace tributary::store
