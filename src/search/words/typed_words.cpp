#include "search/words/typed_words.h"

#include <algorithm>

namespace tributary::search {
namespace {

Meanings near_meanings_of(const CompletionKind& kind, std::string_view word, WordShape shape) {
  const auto edits = permitted_edits(word);
  auto ranges = near_ranges(kind.words(), word, edits, shape);
  if (edits == 0) return ranges;
  const auto near = nearest(ranges, [&](std::size_t number) {
    return static_cast<std::uint32_t>(kind.lists_of({number, number + 1}).size());
  });
  Meanings meanings;
  for (const auto& term : near.terms) {
    meanings.push_back({{term.number, term.number + 1}, term.distance});
  }
  std::ranges::sort(meanings, {}, [](const NearRange& range) { return range.terms.first; });
  return meanings;
}

}  // namespace

std::optional<unsigned> edits_to(const Meanings& meanings, std::uint32_t word) {
  const auto behind = std::ranges::partition_point(
      meanings, [&](const NearRange& range) { return range.terms.first <= word; });
  if (behind == meanings.begin() || word >= std::prev(behind)->terms.last) return std::nullopt;
  return std::prev(behind)->distance;
}

std::vector<Meanings> exact_meanings(const CompletionKind& kind,
                                     std::span<const std::string> words) {
  std::vector<Meanings> typed;
  for (const auto& word : words.first(words.size() - 1)) {
    const auto number = kind.words().find(word);
    typed.push_back(number ? Meanings{{{*number, *number + 1}, 0}} : Meanings{});
  }
  const auto range = kind.words().range_of(words.back());
  typed.push_back(range.first < range.last ? Meanings{{range, 0}} : Meanings{});
  return typed;
}

std::vector<Meanings> near_meanings(const CompletionKind& kind,
                                    std::span<const std::string> words) {
  std::vector<Meanings> typed;
  for (const auto& word : words.first(words.size() - 1)) {
    typed.push_back(near_meanings_of(kind, word, WordShape::whole));
  }
  typed.push_back(near_meanings_of(kind, words.back(), WordShape::beginning_typed));
  return typed;
}

std::optional<unsigned> edits_to_hold(const CompletionKind& kind, std::uint32_t entry,
                                      std::span<const Meanings> typed) {
  unsigned total = 0;
  for (const auto& meanings : typed) {
    std::optional<unsigned> least;
    for (const auto word : kind.words_of(entry)) {
      const auto edits = edits_to(meanings, word);
      if (edits && (!least || *edits < *least)) least = edits;
    }
    if (!least) return std::nullopt;
    total += *least;
  }
  return total;
}

bool begins_with(const CompletionKind& kind, std::uint32_t entry, std::span<const Meanings> typed) {
  const auto words = kind.words_of(entry);
  return words.size() >= typed.size() &&
         std::ranges::equal(typed, words.first(typed.size()),
                            [](const Meanings& meanings, std::uint32_t word) {
                              return edits_to(meanings, word).has_value();
                            });
}

std::vector<Run> rarest_lists(const CompletionKind& kind, std::span<const Meanings> typed) {
  std::vector<Run> rarest;
  std::size_t fewest = SIZE_MAX;
  for (const auto& meanings : typed) {
    std::vector<Run> lists;
    std::size_t size = 0;
    for (const auto& range : meanings) {
      lists.push_back(kind.lists_of(range.terms));
      size += lists.back().size();
    }
    if (size < fewest) {
      fewest = size;
      rarest = std::move(lists);
    }
  }
  return rarest;
}

}  // namespace tributary::search
