#include "ecosystem/pilot/name_table.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace tributary::ecosystem {
namespace {

__extension__ using Wide = unsigned __int128;

/// The two halves of the product of 64-bit numbers, folded.
std::uint64_t mixed(std::uint64_t one, std::uint64_t other) {
  const auto product = Wide{one} * other;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

/// By the upper bits, so that a larger table is filled from its beginning to its end, as the
/// smaller one is read, and not here and there.
std::size_t first_place(std::uint32_t hash, std::size_t slots) {
  return hash >> static_cast<unsigned>(std::countl_zero(static_cast<std::uint32_t>(slots)) + 1);
}

}  // namespace

std::uint64_t NameTable::hash_of(std::string_view name) const {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = mixed(secret_ ^ name.size(), kOdd);
  while (!name.empty()) {
    std::uint64_t word = 0;
    const auto taken = std::min(name.size(), sizeof word);
    std::memcpy(&word, name.data(), taken);
    hash = mixed(hash ^ word, secret_ | 1U) ^ mixed(word ^ kOdd, hash | 1U);
    name.remove_prefix(taken);
  }
  return hash;
}

std::string_view NameTable::name(std::uint32_t number) const {
  const auto begin = number == 0 ? 0U : ends_[number - 1];
  return std::string_view(names_).substr(begin, ends_[number] - begin);
}

void NameTable::prefetch(std::string_view wanted) const {
  const auto hash = static_cast<std::uint32_t>(hash_of(wanted) >> 32U);
  __builtin_prefetch(&slots_[first_place(hash, slots_.size())]);
}

std::uint32_t NameTable::number_of(std::string_view wanted) {
  const auto hash = static_cast<std::uint32_t>(hash_of(wanted) >> 32U);
  const auto mask = slots_.size() - 1;
  auto at = first_place(hash, slots_.size());
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && name(slots_[at].number - 1) == wanted) {
      return slots_[at].number - 1;
    }
  }
  names_ += wanted;
  ends_.push_back(static_cast<std::uint32_t>(names_.size()));
  slots_[at] = {hash, size()};
  if (2 * ends_.size() > slots_.size()) grow();
  return size() - 1;
}

void NameTable::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const auto mask = larger.size() - 1;
  for (const auto& slot : slots_) {
    if (slot.number == 0) continue;
    auto at = first_place(slot.hash, larger.size());
    while (larger[at].number != 0) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

}  // namespace tributary::ecosystem
