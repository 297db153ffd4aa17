// text/term_cache.h
//
// Remembers what each word of a language became, so that a word seen before costs a look-up instead
// of a normalisation and a stemming (some 40 ns instead of a microsecond).
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
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
  [[nodiscard]] std::size_t size() const { return terms_.size(); }
  void clear();

  struct Entry {
    std::string_view term;
    std::string_view plain;       ///< the word before stemming
    std::uint64_t mark = 0;       ///< of whoever uses the term
    std::uint64_t word_mark = 0;  ///< of whoever uses the plain word
  };

  /// The entry of `word`, or null when it was not seen since clear().
  [[nodiscard]] Entry* find(std::string_view word, Language language) {
    const auto found = terms_.find(Key{word, language});
    return found == terms_.end() ? nullptr : found->second;
  }

  /// Keeps copies of all.
  Entry& insert(std::string_view word, Language language, std::string_view term,
                std::string_view plain);

 private:
  struct Key {
    std::string_view word;
    Language language;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    using is_avalanching = void;
    std::size_t operator()(const Key& key) const;
  };

  std::string_view keep(std::string_view bytes);

  boost::unordered_flat_map<Key, Entry*, Hash> terms_;
  std::deque<Entry> entries_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t used_bytes_of_block_ = 0;
};

}  // namespace tributary::text
