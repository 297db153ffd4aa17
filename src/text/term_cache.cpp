#define XXH_INLINE_ALL
#include "text/term_cache.h"

#include <xxhash.h>

#include <cstring>

namespace tributary::text {
namespace {

constexpr std::size_t kBlockBytes = 65'536;

}  // namespace

std::size_t TermCache::Hash::operator()(const Key& key) const {
  return XXH3_64bits_withSeed(key.word.data(), key.word.size(),
                              static_cast<XXH64_hash_t>(key.language));
}

void TermCache::clear() {
  terms_.clear();
  entries_.clear();
  blocks_.clear();
  used_bytes_of_block_ = 0;
}

/// REQUIRES: at most kBlockBytes bytes; words and terms are a few hundred at most.
std::string_view TermCache::keep(std::string_view bytes) {
  if (blocks_.empty() || used_bytes_of_block_ + bytes.size() > kBlockBytes) {
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(kBlockBytes));
    used_bytes_of_block_ = 0;
  }
  char* place = blocks_.back().get() + used_bytes_of_block_;
  std::memcpy(place, bytes.data(), bytes.size());
  used_bytes_of_block_ += bytes.size();
  return {place, bytes.size()};
}

TermCache::Entry& TermCache::insert(std::string_view word, Language language, std::string_view term,
                                    std::string_view plain) {
  const auto kept = keep(plain);
  // A stem is mostly a beginning of its word, and then needs no bytes of its own.
  const bool is_beginning = kept.starts_with(term);
  auto& entry = entries_.emplace_back(
      Entry{.term = is_beginning ? kept.substr(0, term.size()) : keep(term), .plain = kept});
  terms_.emplace(Key{keep(word), language}, &entry);
  return entry;
}

}  // namespace tributary::text
