#include "search/words/completion_kind.h"

#include <algorithm>

namespace tributary::search {
namespace {

/// Whether `begins` cuts an array of `size` values into `parts`.
bool cuts(std::span<const std::uint32_t> begins, std::size_t parts, std::size_t size) {
  return begins.size() == parts + 1 && begins.front() == 0 && begins.back() == size &&
         std::ranges::is_sorted(begins);
}

}  // namespace

Result<CompletionKind> CompletionKind::open(const SectionFile& file, std::uint32_t kind) {
  const auto numbers = [&](SectionTag tag) { return file.array<std::uint32_t>(tag, kind); };
  const auto strings = [&](SectionTag offsets, SectionTag bytes) {
    return StringTable::open(file, offsets, bytes, kind);
  };
  CompletionKind opened(TRY(FrontCodedTerms::open(file, kind)),
                        TRY(strings(SectionTag::text_offsets, SectionTag::text_bytes)),
                        TRY(strings(SectionTag::key_offsets, SectionTag::key_bytes)));
  opened.weights_ = TRY(numbers(SectionTag::weights));
  opened.word_lists_ = TRY(numbers(SectionTag::word_lists));
  opened.entry_words_ = TRY(numbers(SectionTag::entry_words));
  opened.word_numbers_ = TRY(numbers(SectionTag::word_numbers));
  const auto entries = opened.weights_.size();
  opened.lists_ =
      TRY(RankedRuns::open(file, SectionTag::list_entries, SectionTag::list_minima, kind, entries));
  opened.text_order_ =
      TRY(RankedRuns::open(file, SectionTag::text_order, SectionTag::order_minima, kind, entries));
  const auto words = opened.words_.size();
  const bool fits =
      opened.texts_.size() == entries && opened.ids_.size() == entries &&
      opened.text_order_.size() == entries &&
      cuts(opened.word_lists_, words, opened.lists_.size()) &&
      cuts(opened.entry_words_, entries, opened.word_numbers_.size()) &&
      std::ranges::all_of(opened.word_numbers_, [&](std::uint32_t word) { return word < words; });
  if (!fits) return file.broken("the completions are inconsistent");
  return opened;
}

}  // namespace tributary::search
