// store/organisation_keys.h
//
// Which organisation holds which identifying mark (catalogue/identity). Most marks that an import
// asks for are new: a filter in memory tells so without a search in the table, and what was given
// is inserted together, in the table's order.
//
//   if (const auto holder = TRY(keys.holder(key_hash))) …
//   keys.give(key_hash, organisation);
//   TRY(keys.write());
//
// A hash stands for the text of a mark: it is shorter, and quicker to find. Where two marks share
// one, the later is as if it were not there, and its organisation is found by its other marks.
//
// Thread rule: as its connection.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sql/connection.h"

namespace tributary::store {

class OrganisationKeys {
 public:
  explicit OrganisationKeys(sql::Connection& connection) : connection_(connection) {}

  /// XXH3 of the mark's text.
  static std::int64_t hash_of(std::string_view key);

  /// Errors: `database`.
  Result<std::optional<std::int64_t>> holder(std::int64_t key_hash);

  /// REQUIRES: holder(key_hash) is nobody.
  void give(std::int64_t key_hash, std::int64_t organisation);

  /// Inserts what was given since. Errors: `database`.
  Result<> write();

  /// Forgets everything remembered: after a rollback, and when another connection has written.
  void forget();

 private:
  /// Whether the table may hold the key: false is certain.
  [[nodiscard]] bool may_be_held(std::int64_t key_hash) const;
  void note_held(std::int64_t key_hash);
  Result<> note_all_held();

  sql::Connection& connection_;
  boost::unordered_flat_map<std::int64_t, std::int64_t> given_;  // not written yet
  std::uint64_t asked_ = 0;
  std::vector<std::uint64_t> filter_;  // a Bloom filter of what the table holds; empty: not known
};

}  // namespace tributary::store
