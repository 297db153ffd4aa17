// text/term_cache.h
//
// Remembers what each word of a language became, so that a word seen before costs a look-up instead
// of a normalisation and a stemming. Building an index asks for every word of every text, and what
// a look-up costs is memory that is not in the processor's caches: so a word of up to 14 bytes,
// which nearly all are, lies in its slot of the table as two numbers, together with its length and
// language, and is compared there.
#pragma once

#include <bit>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

#include "text/language.h"

namespace tributary::text {

/// From (language, word as written) to term. Holds its bytes in blocks that never move, so views
/// and entries stay valid until clear(). Not thread-safe.
class TermCache {
 public:
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  void clear();

  struct Entry {
    std::string_view term;
    std::string_view plain;       ///< the word before stemming
    std::uint64_t mark = 0;       ///< of whoever uses the term
    std::uint64_t word_mark = 0;  ///< of whoever uses the plain word
  };

  /// The entry of `word`, or null when it was not seen since clear().
  [[nodiscard]] Entry* find(std::string_view word, Language language) {
    if (word.size() > kMostBytesInSlot) return find_long(word, language);
    return slots_.empty() ? nullptr : slot_of(inline_key(word, language)).entry;
  }

  /// Asks for the memory that find() will read of a word, and does not wait for it.
  void prefetch(std::string_view word, Language language) const {
    if (word.size() > kMostBytesInSlot || slots_.empty()) return;
    __builtin_prefetch(&slots_[hash_of(inline_key(word, language)) & (slots_.size() - 1)]);
  }

  /// Keeps copies of all. REQUIRES: find() answers null for it.
  Entry& insert(std::string_view word, Language language, std::string_view term,
                std::string_view plain);

 private:
  static constexpr std::size_t kMostBytesInSlot = 14;

  /// The word's bytes from the lowest up, filled with zeros; the length in byte 14, the language in
  /// byte 15.
  struct InlineKey {
    std::uint64_t low = 0, high = 0;
    bool operator==(const InlineKey&) const = default;
  };
  struct Slot {
    InlineKey key;
    Entry* entry = nullptr;  ///< null where the slot is free
  };
  struct LongKey {
    std::string_view word;
    Language language;
    bool operator==(const LongKey&) const = default;
  };
  struct LongHash {
    using is_avalanching = void;
    std::size_t operator()(const LongKey& key) const;
  };

  static InlineKey inline_key(std::string_view word, Language language);
  static std::uint64_t hash_of(const InlineKey& key);

  /// The slot of `key`, or the free one where it belongs. REQUIRES: there are slots.
  Slot& slot_of(const InlineKey& key) {
    const auto mask = slots_.size() - 1;
    auto at = hash_of(key) & mask;
    while (slots_[at].entry != nullptr && slots_[at].key != key) at = (at + 1) & mask;
    return slots_[at];
  }

  Entry* find_long(std::string_view word, Language language);
  void grow();
  std::string_view keep(std::string_view bytes);

  std::vector<Slot> slots_;  ///< none or a power of two, at most three quarters of them used
  std::size_t used_slots_ = 0;
  boost::unordered_flat_map<LongKey, Entry*, LongHash> long_words_;
  std::deque<Entry> entries_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t used_bytes_of_block_ = 0;
};

static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");

// Two loads that overlap fetch any number of bytes without a loop, and none beyond the word.
inline TermCache::InlineKey TermCache::inline_key(std::string_view word, Language language) {
  const auto* bytes = word.data();
  const auto size = word.size();
  const auto load = [bytes]<class T>(T number, std::size_t at) -> std::uint64_t {
    std::memcpy(&number, bytes + at, sizeof number);
    return number;
  };
  constexpr auto kBits = std::size_t{8};  // of a byte
  InlineKey key;
  if (size > 8) {
    key.low = load(std::uint64_t{}, 0);
    key.high = load(std::uint64_t{}, size - 8) >> (16 - size) * kBits;
  } else if (size >= 4) {
    key.low = load(std::uint32_t{}, 0) | load(std::uint32_t{}, size - 4) << (size - 4) * kBits;
  } else if (size > 0) {
    const auto middle = size / 2, last = size - 1;
    key.low = load(std::uint8_t{}, 0) | load(std::uint8_t{}, middle) << middle * kBits |
              load(std::uint8_t{}, last) << last * kBits;
  }
  key.high |= std::uint64_t{size} << 48U | static_cast<std::uint64_t>(language) << 56U;
  return key;
}

// A product of both halves, folded: each bit of the key reaches each bit of the hash.
inline std::uint64_t TermCache::hash_of(const InlineKey& key) {
  __extension__ using Product = unsigned __int128;
  const Product product = static_cast<Product>(key.low ^ 0x9E3779B97F4A7C15U) *
                          static_cast<Product>(key.high ^ 0xD6E8FEB86659FD93U);
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

}  // namespace tributary::text
