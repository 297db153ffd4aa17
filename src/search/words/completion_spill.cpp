#include "search/words/completion_spill.h"

#include <xxhash.h>

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <functional>
#include <map>
#include <span>
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
struct Offers {
  std::uint32_t documents = 0, last_document = 0;
  auto operator<=>(const Offers&) const = default;

  void add(const Offers& more) {
    documents += more.documents;
    last_document = std::max(last_document, more.last_document);
  }
};

/// An entry and its group.
struct Member {
  std::uint64_t group = 0;  ///< group_of() it
  std::uint32_t number = 0;
  std::uint32_t kind = 0;
};

/// How often each group is offered, if it is one of the kMostCompletions of highest rank of its
/// kind. `members` are in order of group.
boost::unordered_flat_map<std::uint64_t, Offers> best_groups(std::span<const Member> members,
                                                             std::span<const Offers> offers) {
  const auto for_each_group = [&](auto&& take) {
    for (std::size_t begin = 0, end = 0; begin < members.size(); begin = end) {
      Offers together;
      for (; end < members.size() && members[end].group == members[begin].group; ++end) {
        together.add(offers[members[end].number]);
      }
      take(members[begin], together);
    }
  };
  std::map<std::uint32_t, std::vector<Offers>> ranks;
  for_each_group(
      [&](const Member& first, const Offers& together) { ranks[first.kind].push_back(together); });
  std::map<std::uint32_t, Offers> lowest;
  for (auto& [kind, all] : ranks) {
    if (all.size() <= kMostCompletions) continue;
    const auto last = all.begin() + (kMostCompletions - 1);
    std::ranges::nth_element(all, last, std::greater());
    lowest[kind] = *last;
  }
  ranks.clear();
  boost::unordered_flat_map<std::uint64_t, Offers> best;
  for_each_group([&](const Member& first, const Offers& together) {
    if (together >= lowest[first.kind]) best.emplace(first.group, together);
  });
  return best;
}

/// A text in its spellings.
struct SpelledEntry {
  Offered shown;
  std::uint32_t documents_of_shown = 0;
  std::uint32_t documents = 0;
};

}  // namespace

Result<> CompletionSpill::add(std::uint16_t kind, std::string_view text, std::string_view id) {
  value_.clear();
  append_varint(value_, kind);
  append_string(value_, id);
  value_ += text;
  // What has an id is seldom offered twice, and is not worth remembering.
  std::uint32_t number = entries_;
  if (id.empty()) {
    number =
        numbers_.try_emplace(XXH3_64bits(value_.data(), value_.size()), entries_).first->second;
  }
  append_varint(offered_, number);
  if (number != entries_) return {};
  ++entries_;
  values_.add(value_);
  return values_.end_document();
}

Result<> CompletionSpill::end_document() {
  offers_.add(offered_);
  offered_.clear();
  return offers_.end_document();
}

Result<> CompletionSpill::write(const std::vector<bool>& replaced, SectionFileWriter& file) {
  numbers_ = {};
  std::vector<Offers> offers(entries_);
  std::uint32_t document = 0;
  TRY(offers_.read([&](std::span<const std::string_view> of_document) {
    if (!replaced[document]) {
      ByteReader numbers(as_bytes(of_document.front()));
      while (!numbers.at_end()) offers[numbers.varint()].add({1, document});
    }
    ++document;
    return Result<>();
  }));
  const auto for_each = [&](const std::function<void(std::uint32_t, std::string_view)>& take) {
    std::uint32_t number = 0;
    return values_.read([&](std::span<const std::string_view> value) {
      if (offers[number].documents > 0) take(number, value.front());
      ++number;
      return Result<>();
    });
  };
  std::vector<Member> members;
  members.reserve(entries_);
  TRY(for_each([&](std::uint32_t number, std::string_view value) {
    const auto offered = decode(value);
    members.push_back({.group = group_of(offered), .number = number, .kind = offered.kind});
  }));
  std::ranges::sort(members, {}, &Member::group);
  const auto groups = best_groups(members, offers);
  std::vector<bool> is_best(entries_);
  for (const auto& member : members) is_best[member.number] = groups.contains(member.group);
  members = {};

  boost::unordered_flat_map<std::string, std::uint32_t> documents_of;
  TRY(for_each([&](std::uint32_t number, std::string_view value) {
    if (is_best[number]) documents_of[std::string(value)] += offers[number].documents;
  }));
  boost::unordered_flat_map<std::uint64_t, SpelledEntry> entries;
  for (const auto& [value, documents] : documents_of) {
    const auto offered = decode(value);
    const auto hash = group_of(offered);
    auto& entry = entries[hash];
    entry.documents = groups.at(hash).documents;
    // Of spellings in equally many documents the first in the order of bytes: the same every time.
    const bool is_better =
        std::pair(documents, entry.shown.text) > std::pair(entry.documents_of_shown, offered.text);
    if (entry.shown.text.empty() || is_better) {
      entry.shown = offered;
      entry.documents_of_shown = documents;
    }
  }
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
