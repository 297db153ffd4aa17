#include "store/organisation_keys.h"

#include <xxhash.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "sql/insert_rows.h"

namespace tributary::store {
namespace {

/// A filter costs one pass over the table, which so many questions are worth.
constexpr std::uint64_t kQuestionsWorthAFilter = 10'000;

/// 2 MB: three million keys leave one new key in ten to be searched for.
constexpr unsigned kFilterWordBits = 18;

/// The word of the filter that a key is noted in, by its highest bits, and its three bits there.
std::size_t word_of(std::int64_t key_hash) {
  return static_cast<std::uint64_t>(key_hash) >> (64 - kFilterWordBits);
}
std::uint64_t bits_of(std::int64_t key_hash) {
  const auto hash = static_cast<std::uint64_t>(key_hash);
  return 1ULL << (hash & 63U) | 1ULL << (hash >> 6 & 63U) | 1ULL << (hash >> 12 & 63U);
}

}  // namespace

std::int64_t OrganisationKeys::hash_of(std::string_view key) {
  return static_cast<std::int64_t>(XXH3_64bits(key.data(), key.size()));
}

Result<std::optional<std::int64_t>> OrganisationKeys::holder(std::int64_t key_hash) {
  if (const auto found = given_.find(key_hash); found != given_.end()) return found->second;
  if (++asked_ == kQuestionsWorthAFilter) TRY(note_all_held());
  if (!may_be_held(key_hash)) return std::nullopt;
  auto find = TRY(
      connection_.statement("SELECT organisation_id FROM organisation_keys WHERE key_hash = ?"));
  TRY(find.bind(key_hash));
  if (!TRY(find.step())) return std::nullopt;
  return find.integer(0);
}

void OrganisationKeys::give(std::int64_t key_hash, std::int64_t organisation) {
  given_.emplace(key_hash, organisation);
}

Result<> OrganisationKeys::write() {
  std::vector<std::pair<std::int64_t, std::int64_t>> rows(given_.begin(), given_.end());
  std::ranges::sort(rows);
  TRY(sql::insert_rows(connection_, "organisation_keys (key_hash, organisation_id)", rows,
                       [](const auto& row) { return std::tuple(row.first, row.second); }));
  if (!filter_.empty()) {
    for (const auto& [key_hash, organisation] : rows) note_held(key_hash);
  }
  given_.clear();
  return {};
}

void OrganisationKeys::forget() {
  given_ = {};
  filter_ = {};
  asked_ = 0;
}

bool OrganisationKeys::may_be_held(std::int64_t key_hash) const {
  if (filter_.empty()) return true;
  const auto bits = bits_of(key_hash);
  return (filter_[word_of(key_hash)] & bits) == bits;
}

void OrganisationKeys::note_held(std::int64_t key_hash) {
  filter_[word_of(key_hash)] |= bits_of(key_hash);
}

Result<> OrganisationKeys::note_all_held() {
  filter_.assign(std::size_t{1} << kFilterWordBits, 0);
  auto row = TRY(connection_.statement("SELECT key_hash FROM organisation_keys", sql::Rows::many));
  while (TRY(row.step())) note_held(row.integer(0));
  return {};
}

}  // namespace tributary::store
