#define XXH_INLINE_ALL
#include "text/term_cache.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace tributary::text {
namespace {

constexpr std::size_t kBlockBytes = 65'536;
constexpr std::size_t kFewestSlots = 64;

}  // namespace

std::size_t TermCache::LongHash::operator()(const LongKey& key) const {
  return XXH3_64bits_withSeed(key.word.data(), key.word.size(),
                              static_cast<XXH64_hash_t>(key.language));
}

TermCache::Entry* TermCache::find_long(std::string_view word, Language language) {
  const auto found = long_words_.find(LongKey{word, language});
  return found == long_words_.end() ? nullptr : found->second;
}

void TermCache::clear() {
  slots_ = {};
  used_slots_ = 0;
  long_words_.clear();
  entries_.clear();
  blocks_.clear();
  used_bytes_of_block_ = 0;
}

void TermCache::grow() {
  std::vector<Slot> before(std::max(kFewestSlots, 2 * slots_.size()));
  before.swap(slots_);
  for (const auto& slot : before) {
    if (slot.entry != nullptr) slot_of(slot.key) = slot;
  }
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
  if (word.size() > kMostBytesInSlot) {
    long_words_.emplace(LongKey{keep(word), language}, &entry);
    return entry;
  }
  if (4 * (used_slots_ + 1) > 3 * slots_.size()) grow();
  const auto key = inline_key(word, language);
  slot_of(key) = {.key = key, .entry = &entry};
  ++used_slots_;
  return entry;
}

}  // namespace tributary::text
