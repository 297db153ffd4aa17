#include "search/words/completion_spill.h"

#include <xxhash.h>

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <functional>
#include <map>
#include <utility>

#include "search/postings/varint.h"
#include "search/words/completion_builder.h"
#include "text/fold.h"

namespace tributary::search {
namespace {

struct Offered {
  std::uint32_t kind = 0;
  std::string_view id, text;
};

Offered decode(std::string_view value) {
  ByteReader reader(as_bytes(value));
  Offered offered;
  offered.kind = reader.varint();
  offered.id = reader.string();
  offered.text = value.substr(value.size() - reader.remaining());
  return offered;
}

/// Entries of one kind with the same id whose texts differ in case and accents only.
std::uint64_t group_of(const Offered& offered) {
  std::string key;
  append_varint(key, offered.kind);
  append_string(key, offered.id);
  key += text::fold(offered.text);
  return XXH3_64bits(key.data(), key.size());
}

/// How often an entry is offered, and by which document last.
struct Group {
  std::uint32_t kind = 0, documents = 0, last_document = 0;
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> rank() const {
    return {documents, last_document};
  }
};
using Groups = boost::unordered_flat_map<std::uint64_t, Group>;

/// Leaves of each kind the kMostCompletions of highest rank.
void cut(Groups& groups) {
  std::map<std::uint32_t, std::vector<std::pair<std::uint32_t, std::uint32_t>>> ranks;
  for (const auto& [hash, group] : groups) ranks[group.kind].push_back(group.rank());
  std::map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> lowest;
  for (auto& [kind, all] : ranks) {
    if (all.size() <= kMostCompletions) continue;
    const auto last = all.begin() + (kMostCompletions - 1);
    std::ranges::nth_element(all, last, std::greater());
    lowest[kind] = *last;
  }
  boost::unordered::erase_if(groups, [&](const auto& entry) {
    const auto found = lowest.find(entry.second.kind);
    return found != lowest.end() && entry.second.rank() < found->second;
  });
}

/// A text in its spellings.
struct SpelledEntry {
  Offered shown;
  std::uint32_t documents_of_shown = 0;
  std::uint32_t documents = 0;
};

}  // namespace

void CompletionSpill::add(std::uint16_t kind, std::string_view text, std::string_view id) {
  value_.clear();
  append_varint(value_, kind);
  append_string(value_, id);
  value_ += text;
  spill_.add(value_);
}

Result<> CompletionSpill::write(const std::vector<bool>& replaced, SectionFileWriter& file) {
  const auto for_each = [&](const std::function<void(std::uint32_t, std::string_view)>& take) {
    std::uint32_t document = 0;
    return spill_.read([&](std::span<const std::string_view> values) {
      if (!replaced[document]) {
        for (const auto value : values) take(document, value);
      }
      ++document;
    });
  };
  Groups groups;
  TRY(for_each([&](std::uint32_t document, std::string_view value) {
    const auto offered = decode(value);
    auto& group = groups[group_of(offered)];
    group = {offered.kind, group.documents + 1, document};
  }));
  cut(groups);

  boost::unordered_flat_map<std::string, std::uint32_t> documents_of;
  TRY(for_each([&](std::uint32_t, std::string_view value) {
    if (groups.contains(group_of(decode(value)))) ++documents_of[std::string(value)];
  }));
  boost::unordered_flat_map<std::uint64_t, SpelledEntry> entries;
  for (const auto& [value, documents] : documents_of) {
    const auto offered = decode(value);
    const auto hash = group_of(offered);
    auto& entry = entries[hash];
    entry.documents = groups[hash].documents;
    // Of spellings in equally many documents the first in the order of bytes: the same every time.
    const bool is_better =
        std::pair(documents, entry.shown.text) > std::pair(entry.documents_of_shown, offered.text);
    if (entry.shown.text.empty() || is_better) {
      entry.shown = offered;
      entry.documents_of_shown = documents;
    }
  }
  groups = {};
  CompletionBuilder builder;
  for (const auto& [hash, entry] : entries) {
    builder.add(entry.shown.kind, std::string(entry.shown.text), entry.documents,
                std::string(entry.shown.id));
  }
  entries = {};
  documents_of = {};
  return std::move(builder).write(file);
}

}  // namespace tributary::search
