// store/newest_statements.h
//
// Remembers of each organisation its newest statement, so that one made once more, in a later year,
// costs no look into the table.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace tributary::store {

/// 12 bytes for each organisation up to the last one noted. Not thread-safe.
class NewestStatements {
 public:
  struct Newest {
    std::uint64_t hash = 0;
    std::int32_t year = 0;
  };

  [[nodiscard]] std::optional<Newest> find(std::int64_t organisation) const {
    const auto place = static_cast<std::size_t>(organisation);
    if (place >= years_.size() || years_[place] == kUnknown) return std::nullopt;
    return Newest{hashes_[place], years_[place]};
  }

  void note(std::int64_t organisation, Newest newest) {
    const auto place = static_cast<std::size_t>(organisation);
    if (place >= years_.size()) {
      hashes_.resize(place + 1);
      years_.resize(place + 1, kUnknown);
    }
    hashes_[place] = newest.hash;
    years_[place] = newest.year;
  }

  void forget_all() {
    hashes_ = {};
    years_ = {};
  }

 private:
  static constexpr auto kUnknown = std::numeric_limits<std::int32_t>::min();
  std::vector<std::uint64_t> hashes_;
  std::vector<std::int32_t> years_;
};

}  // namespace tributary::store
