#include "search/words/completion.h"

#include <algorithm>
#include <tuple>

#include "search/words/completion_builder.h"
#include "search/words/typed_words.h"

namespace tributary::search {
namespace {

constexpr std::size_t kMaximumTypedBytes = 200;
constexpr std::size_t kMaximumTypedWords = 16;
constexpr std::size_t kMaximumCandidates = 5'000;

struct Found {
  std::uint32_t entry = 0;
  unsigned edits = 0;
  bool begins_so = false;
};

/// The place in text_order() of the first entry that is not before `words`, compared like strings.
std::size_t place_of(const CompletionKind& kind, std::span<const std::uint32_t> words) {
  std::size_t low = 0, high = kind.text_order().size();
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    const auto of_entry = kind.words_of(kind.text_order()[middle]);
    const bool is_before = std::ranges::lexicographical_compare(of_entry, words);
    (is_before ? low : high) = is_before ? middle + 1 : middle;
  }
  return low;
}

std::vector<std::uint32_t> heaviest_that_begin_so(const CompletionKind& kind,
                                                  std::span<const Meanings> typed,
                                                  std::size_t count) {
  std::vector<std::uint32_t> words;
  for (const auto& meanings : typed) {
    words.push_back(static_cast<std::uint32_t>(meanings.front().terms.first));
  }
  const auto first = place_of(kind, words);
  words.back() = static_cast<std::uint32_t>(typed.back().front().terms.last);
  const Run run{first, std::max(first, place_of(kind, words))};
  return kind.text_order().smallest(std::span(&run, 1), count);
}

/// Entries that hold the words as typed: those that begin with them, then the others.
std::vector<Found> find_as_typed(const CompletionKind& kind, std::span<const Meanings> typed,
                                 std::size_t count) {
  std::vector<Found> found;
  const auto beginning = heaviest_that_begin_so(kind, typed, count);
  found.reserve(beginning.size());
  for (const auto entry : beginning) found.push_back({.entry = entry, .begins_so = true});
  if (found.size() == count) return found;

  // Mostly a few suffice: look at more and more, each time only at those not seen before.
  const auto lists = rarest_lists(kind, typed);
  std::size_t seen = 0;
  for (auto wanted = std::min(4 * count, kMaximumCandidates);;
       wanted = std::min(8 * wanted, kMaximumCandidates)) {
    const auto candidates = kind.lists().smallest(lists, wanted);
    for (; seen < candidates.size(); ++seen) {
      const auto entry = candidates[seen];
      if (std::ranges::binary_search(beginning, entry)) continue;
      if (edits_to_hold(kind, entry, typed)) found.push_back({.entry = entry});
      if (found.size() == count) return found;
    }
    if (candidates.size() < wanted || wanted == kMaximumCandidates) return found;
  }
}

std::vector<Found> find_mistyped(const CompletionKind& kind, std::span<const Meanings> typed,
                                 std::size_t count) {
  std::vector<Found> found;
  for (const auto entry : kind.lists().smallest(rarest_lists(kind, typed), kMaximumCandidates)) {
    if (const auto edits = edits_to_hold(kind, entry, typed)) {
      found.push_back({entry, *edits, begins_with(kind, entry, typed)});
    }
  }
  const auto kept = std::min(count, found.size());
  std::ranges::partial_sort(
      found, found.begin() + static_cast<std::ptrdiff_t>(kept), {},
      [](const Found& each) { return std::tuple(each.edits, !each.begins_so, each.entry); });
  found.resize(kept);
  return found;
}

std::vector<Found> find(const CompletionKind& kind, std::span<const std::string> words,
                        std::size_t count) {
  const auto exact = exact_meanings(kind, words);
  if (std::ranges::none_of(exact, &Meanings::empty)) {
    auto found = find_as_typed(kind, exact, count);
    if (!found.empty()) return found;
  }
  const auto near = near_meanings(kind, words);
  if (std::ranges::any_of(near, &Meanings::empty)) return {};
  return find_mistyped(kind, near, count);
}

}  // namespace

Result<Completions> Completions::open(const Path& folder, const FileSummary& summary) {
  Completions opened(TRY(SectionFile::open(folder, summary, FileKind::completions)));
  for (const auto kind : TRY(opened.file_.array<std::uint32_t>(SectionTag::kinds))) {
    opened.kinds_.emplace_back(kind, TRY(CompletionKind::open(opened.file_, kind)));
  }
  return opened;
}

std::vector<Completion> Completions::complete(std::uint32_t kind, std::string_view typed,
                                              std::size_t count) const {
  const auto wanted = std::ranges::find(kinds_, kind, [](const auto& each) { return each.first; });
  if (wanted == kinds_.end() || typed.size() > kMaximumTypedBytes || count == 0) return {};
  const auto words = completion_words(typed);
  if (words.empty() || words.size() > kMaximumTypedWords) return {};
  const auto& entries = wanted->second;
  std::vector<Completion> completions;
  for (const auto& [entry, edits, begins_so] : find(entries, words, count)) {
    completions.push_back({.text = entries.texts()[entry],
                           .id = entries.ids()[entry],
                           .weight = entries.weight(entry),
                           .edits = edits,
                           .begins_so = begins_so});
  }
  return completions;
}

}  // namespace tributary::search
