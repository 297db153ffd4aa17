// store/statement_memory.h
//
// Remembers which statements about organisations were taken in, so that the same words in the next
// project cost one look into memory.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <optional>

namespace tributary::store {

/// A bounded map from the hash of a statement to its organisation: two halves, and the older one is
/// forgotten when the younger is full. Not thread-safe.
class StatementMemory {
 public:
  struct Known {
    std::int64_t organisation = 0;
    std::int32_t year = 0;  ///< the newest year under which the statement was taken in
  };

  std::optional<Known> find(std::uint64_t statement_hash) {
    if (const auto found = young_.find(statement_hash); found != young_.end()) return found->second;
    const auto found = old_.find(statement_hash);
    if (found == old_.end()) return std::nullopt;
    const Known known = found->second;
    remember(statement_hash, known);
    return known;
  }

  void remember(std::uint64_t statement_hash, Known known) {
    if (young_.size() >= kHalf) {
      old_ = std::move(young_);
      young_ = {};
    }
    young_.insert_or_assign(statement_hash, known);
  }

  void forget_all() {
    young_ = {};
    old_ = {};
  }

 private:
  /// Two tables of 2^19 places of 24 bytes and a byte each: 26 MB at most.
  static constexpr std::size_t kHalf = 450'000;
  using Map = boost::unordered_flat_map<std::uint64_t, Known>;

  Map young_, old_;
};

}  // namespace tributary::store
