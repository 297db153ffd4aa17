// app/partners/places_by_id.h
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace tributary::app {

/// The places of ascending ids. From a table where they lie close together, as in a catalogue from
/// which little was removed: to search for each of millions takes longer than to read them.
template <class Id>
class PlacesById {
 public:
  /// REQUIRES: `ids` outlives it and does not change.
  explicit PlacesById(const std::vector<Id>& ids) : ids_(ids) {
    if (ids.empty()) return;
    const auto reach = static_cast<std::uint64_t>(ids.back().value - ids.front().value);
    if (reach > kMostForEach * ids.size()) return;
    table_.assign(reach + 1, kNone);
    for (std::uint32_t place = 0; place < ids.size(); ++place) {
      table_[static_cast<std::uint64_t>(ids[place].value - ids.front().value)] = place;
    }
  }

  [[nodiscard]] std::optional<std::uint32_t> of(Id id) const {
    if (ids_.empty() || id < ids_.front() || id > ids_.back()) return std::nullopt;
    if (!table_.empty()) {
      const auto place = table_[static_cast<std::uint64_t>(id.value - ids_.front().value)];
      return place == kNone ? std::nullopt : std::optional(place);
    }
    const auto found = std::ranges::lower_bound(ids_, id);
    if (*found != id) return std::nullopt;
    return static_cast<std::uint32_t>(found - ids_.begin());
  }

 private:
  static constexpr std::uint64_t kMostForEach = 16;
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  const std::vector<Id>& ids_;
  std::vector<std::uint32_t> table_;
};

}  // namespace tributary::app
