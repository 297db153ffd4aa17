// ecosystem/pilot/name_table.h
//
// Short names and the numbers that they get in the order in which they come: some tens of bytes a
// name, no memory of its own for each.
//
//   NameTable names;
//   names.number_of("PT-017")  →  0, and 0 again
//
// Not thread-safe.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace tributary::ecosystem {

class NameTable {
 public:
  /// The number of `name`, the next one where it is new. REQUIRES: all names together have less
  /// than 4 GiB.
  std::uint32_t number_of(std::string_view name);

  /// Begins to load what number_of(name) looks at first, which in a large table lies in no cache.
  void prefetch(std::string_view name) const;

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  ///< from 1; 0: nothing is here
  };

  [[nodiscard]] std::uint64_t hash_of(std::string_view name) const;
  [[nodiscard]] std::string_view name(std::uint32_t number) const;
  void grow();

  /// Other in each table, so that nobody can write a file whose names all meet in one place. The
  /// numbers do not depend on it.
  std::uint64_t secret_ = std::uint64_t{std::random_device{}()} << 32U | std::random_device{}();
  std::vector<Slot> slots_ = std::vector<Slot>(64);  ///< a power of two, at most half of it taken
  std::vector<std::uint32_t> ends_;                  ///< of each name in names_
  std::string names_;
};

}  // namespace tributary::ecosystem
