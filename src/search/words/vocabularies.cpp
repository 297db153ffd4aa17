#include "search/words/vocabularies.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <map>
#include <tuple>

namespace tributary::search {
namespace {

bool is_better(const NearWord& left, const NearWord& right) {
  return std::tie(left.distance, right.documents, left.word) <
         std::tie(right.distance, left.documents, right.word);
}

}  // namespace

std::uint64_t Vocabularies::document_count(std::string_view word) const {
  std::uint64_t documents = 0;
  for (const auto* part : parts_) {
    if (const auto number = part->words().find(word)) documents += part->document_count(*number);
  }
  return documents;
}

std::vector<std::string> Vocabularies::terms_of(std::string_view word) const {
  std::vector<std::string> terms;
  for (const auto* part : parts_) {
    for (auto& term : part->terms_of(word)) {
      if (std::ranges::find(terms, term) == terms.end()) terms.push_back(std::move(term));
    }
  }
  return terms;
}

std::string Vocabularies::word_of(std::string_view term) const {
  // Stemmers change the last letters of a word at most (study, studi), and cut behind them.
  constexpr std::size_t kChangedBytes = 2;
  constexpr std::size_t kFewestBytes = 2;
  auto kept = std::max(std::min(kFewestBytes, term.size()),
                       term.size() - std::min(kChangedBytes, term.size()));
  while (kept < term.size() && (static_cast<unsigned char>(term[kept]) & 0xC0U) == 0x80U) ++kept;
  std::map<std::string, std::uint64_t> documents;
  for (const auto* part : parts_) {
    const auto range = part->words().range_of(term.substr(0, kept));
    if (range.first == range.last) continue;
    for (TermCursor word(part->words(), range.first); word.number() < range.last; word.next()) {
      const auto terms = part->terms_of(word.number());
      if (std::ranges::find(terms, term) != terms.end()) {
        documents[std::string(word.term())] += part->document_count(word.number());
      }
    }
  }
  const auto best =
      std::ranges::max_element(documents, {}, [](const auto& entry) { return entry.second; });
  return best == documents.end() ? std::string() : best->first;
}

NearestWords Vocabularies::beginning_with(std::string_view prefix) const {
  return nearest_in_all([&](const FrontCodedTerms& words) {
    return std::vector{NearRange{.terms = words.range_of(prefix), .distance = 0}};
  });
}

NearestWords Vocabularies::near(std::string_view word, unsigned edits, WordShape shape) const {
  return nearest_in_all(
      [&](const FrontCodedTerms& words) { return near_ranges(words, word, edits, shape); });
}

// Most words are in the largest part: those go by their numbers there, and only what stands in the
// others is compared as texts.
template <class RangesIn>
NearestWords Vocabularies::nearest_in_all(RangesIn ranges_in) const {
  const auto& largest =
      **std::ranges::max_element(parts_, {}, [](const auto* part) { return part->words().size(); });
  std::map<std::string, NearWord, std::less<>> elsewhere;
  for (const auto* part : parts_) {
    if (part == &largest) continue;
    for (const auto& [range, distance] : ranges_in(part->words())) {
      TermCursor cursor(part->words(), range.first);
      for (; cursor.number() < range.last; cursor.next()) {
        auto& found = elsewhere[std::string(cursor.term())];
        found.distance = distance;
        found.documents += part->document_count(cursor.number());
      }
    }
  }
  NearestWords result;
  boost::unordered_flat_map<std::size_t, std::uint64_t> added;  // to words of the largest part
  for (auto& [word, found] : elsewhere) {
    if (const auto number = largest.words().find(word)) {
      added.emplace(*number, found.documents);
    } else {
      found.word = word;
      result.words.push_back(std::move(found));
    }
  }
  const auto near = nearest(ranges_in(largest.words()), [&](std::size_t number) {
    const auto more = added.find(number);
    const auto documents =
        largest.document_count(number) + (more == added.end() ? 0 : more->second);
    return static_cast<std::uint32_t>(documents);
  });
  for (const auto& each : near.terms) {
    result.words.push_back({.word = largest.words().term(each.number),
                            .distance = each.distance,
                            .documents = each.document_count});
  }
  std::ranges::sort(result.words, is_better);
  result.is_cut = near.is_cut || result.words.size() > kMaximumNearTerms;
  result.words.resize(std::min(result.words.size(), kMaximumNearTerms));
  return result;
}

}  // namespace tributary::search
