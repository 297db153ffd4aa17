#include "search/exec/learnt_names.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "search/exec/compound_words.h"
#include "text/query_words.h"
#include "text/spelling_variants.h"

namespace tributary::search {
namespace {

/// Spellings of which some word stands nowhere need not be looked for.
void add_spellings(std::string_view text, const SegmentedIndex& index,
                   std::vector<OtherNames>& found) {
  for (const auto& [first, count, variants] : text::spelling_variants(text)) {
    OtherNames names{.first_word = first, .word_count = count, .names = {}};
    for (const auto& phrase : variants) {
      const bool may_stand = std::ranges::all_of(phrase, [&](const std::string& word) {
        return index.vocabulary().document_count(word) > 0;
      });
      if (may_stand) names.names.push_back(fmt::format("{}", fmt::join(phrase, " ")));
    }
    if (!names.names.empty()) found.push_back(std::move(names));
  }
}

/// Whether the short form of a pair tells it: of so many documents that have it as a word, one at
/// least explains it. Else it is a common word that some texts use otherwise ("it", "who").
bool is_telling(const Acronyms::Meaning& meaning, const SegmentedIndex& index) {
  constexpr std::uint64_t kDocumentsOfOneExplaining = 20;
  return std::ranges::all_of(text::query_words_of(meaning.short_form),
                             [&](const text::QueryWord& word) {
                               return index.vocabulary().document_count(word.folded) <=
                                      meaning.documents * kDocumentsOfOneExplaining;
                             });
}

void add_acronyms(std::string_view text, const SegmentedIndex& index,
                  std::vector<OtherNames>& found) {
  const auto words = text::query_words_of(text);
  for (std::size_t first = 0; first < words.size(); ++first) {
    const auto longest = std::min(words.size() - first, index.acronyms().longest_name_words());
    std::string name;
    for (std::size_t count = 1; count <= longest; ++count) {
      name += (count == 1 ? "" : " ") + words[first + count - 1].folded;
      OtherNames names{.first_word = first, .word_count = count, .names = {}};
      for (const auto& meaning : index.acronyms().meanings(name)) {
        if (is_telling(meaning, index)) names.names.push_back(meaning.other);
      }
      if (!names.names.empty()) found.push_back(std::move(names));
    }
  }
}

void add_divided_compounds(std::string_view text, const SegmentedIndex& index,
                           std::vector<OtherNames>& found) {
  const auto words = text::query_words_of(text);
  for (std::size_t at = 0; at < words.size(); ++at) {
    auto divided = divided_compound(words[at].folded, index);
    if (divided.empty()) continue;
    found.push_back(
        {.first_word = at, .word_count = 1, .names = {std::move(divided)}, .is_divided = true});
  }
}

}  // namespace

std::vector<OtherNames> learnt_names(std::string_view text, const SegmentedIndex& index) {
  std::vector<OtherNames> found;
  add_spellings(text, index, found);
  add_acronyms(text, index, found);
  add_divided_compounds(text, index, found);
  std::ranges::stable_sort(found, {}, &OtherNames::first_word);
  return found;
}

}  // namespace tributary::search
