#include "search/exec/compound_words.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>

namespace tributary::search {
namespace {

/// Of the documents that have a word, one in so many is of a language with compounds at least.
constexpr std::uint64_t kDocumentsOfOneCompounding = 4;

std::uint64_t documents_with(std::string_view term, const SegmentedIndex& index) {
  std::uint64_t documents = 0;
  for (const auto& segment : index.segments()) {
    const auto& dictionary = segment.files->dictionary();
    const auto number = dictionary.find(term);
    const auto place = number ? dictionary.place(*number, kRankedFields) : std::nullopt;
    documents += place ? place->document_count : 0;
  }
  return documents;
}

/// Whether `stem` is a part of compounds, and mostly a word of their languages.
bool is_part(std::string_view stem, const SegmentedIndex& index) {
  std::optional<std::uint64_t> compounding;
  for (const auto& segment : index.segments()) {
    const auto& table = segment.files->compounds();
    if (const auto part = table.find_part(stem)) {
      compounding = std::max<std::uint64_t>(compounding.value_or(0), table.documents(*part));
    }
  }
  return compounding && *compounding * kDocumentsOfOneCompounding >= documents_with(stem, index);
}

/// The parts of `word` in the first segment that knows it as a compound.
std::vector<WordPart> parts_of(std::string_view word, const SegmentedIndex& index) {
  std::vector<WordPart> parts;
  for (const auto& segment : index.segments()) {
    const auto& table = segment.files->compounds();
    if (table.compounds() == 0) continue;
    const auto number = segment.files->vocabulary().words().find(word);
    if (!number) continue;
    const auto compound = table.find_compound(static_cast<std::uint32_t>(*number));
    if (!compound) continue;
    for (const auto part : table.parts_of(*compound)) parts.push_back(table.part(part));
    break;
  }
  return parts;
}

using CompoundNumbers = std::vector<std::uint32_t>;

void add_holding(std::string_view stem, const CompoundTable& table, CompoundNumbers& compounds) {
  const auto part = table.find_part(stem);
  if (!part) return;
  const auto holding = table.compounds_with(*part);
  compounds.insert(compounds.end(), holding.begin(), holding.end());
}

void add_with_all_parts(std::span<const WordPart> parts, const CompoundTable& table,
                        CompoundNumbers& compounds) {
  CompoundNumbers holding;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    CompoundNumbers next, both;
    add_holding(parts[at].stem, table, next);
    std::ranges::set_intersection(at == 0 ? next : holding, next, std::back_inserter(both));
    holding = std::move(both);
  }
  compounds.insert(compounds.end(), holding.begin(), holding.end());
}

/// The words of compounds, those in most documents first: all, or one more than are searched where
/// no other segment has any.
std::vector<NearWord> words_of(CompoundNumbers compounds, const Segment& segment,
                               bool are_all_wanted) {
  const auto& table = segment.compounds();
  const auto& vocabulary = segment.vocabulary();
  std::ranges::sort(compounds);
  const auto repeated = std::ranges::unique(compounds);
  compounds.erase(repeated.begin(), repeated.end());
  const auto documents = [&](std::uint32_t compound) {
    return vocabulary.document_count(table.word(compound));
  };
  std::ranges::stable_sort(compounds, std::ranges::greater(), documents);
  if (!are_all_wanted) compounds.resize(std::min(compounds.size(), kMaximumNearTerms + 1));
  std::vector<NearWord> words;
  for (const auto compound : compounds) {
    words.push_back({.word = vocabulary.words().term(table.word(compound)),
                     .distance = 0,
                     .documents = documents(compound)});
  }
  return words;
}

/// Each word once, with the documents of all.
std::vector<NearWord> joined(std::vector<NearWord> words) {
  std::ranges::sort(words, {}, &NearWord::word);
  std::vector<NearWord> once;
  for (auto& word : words) {
    if (!once.empty() && once.back().word == word.word) {
      once.back().documents += word.documents;
    } else {
      once.push_back(std::move(word));
    }
  }
  std::ranges::stable_sort(once, std::ranges::greater(), &NearWord::documents);
  return once;
}

/// Without the word itself.
void leave_out(std::string_view word, const Segment& segment, CompoundNumbers& compounds) {
  if (compounds.empty()) return;
  const auto number = segment.vocabulary().words().find(word);
  if (!number) return;
  if (const auto own = segment.compounds().find_compound(static_cast<std::uint32_t>(*number))) {
    std::erase(compounds, *own);
  }
}

}  // namespace

Expansion compounds_with(const WordTerms& word, const SegmentedIndex& index) {
  std::vector<std::string> stems;
  std::ranges::copy_if(word.terms, std::back_inserter(stems),
                       [&](const std::string& term) { return is_part(term, index); });
  const auto parts = parts_of(word.plain, index);
  if (stems.empty() && parts.empty()) return {};
  std::vector<CompoundNumbers> of_segments;
  std::size_t segments_with_any = 0;
  for (const auto& segment : index.segments()) {
    auto& compounds = of_segments.emplace_back();
    for (const auto& stem : stems) add_holding(stem, segment.files->compounds(), compounds);
    add_with_all_parts(parts, segment.files->compounds(), compounds);
    leave_out(word.plain, *segment.files, compounds);
    segments_with_any += compounds.empty() ? 0U : 1U;
  }
  NearestWords found;
  for (std::size_t at = 0; at < of_segments.size(); ++at) {
    std::ranges::move(
        words_of(std::move(of_segments[at]), *index.segments()[at].files, segments_with_any > 1),
        std::back_inserter(found.words));
  }
  if (segments_with_any > 1) found.words = joined(std::move(found.words));
  found.is_cut = found.words.size() > kMaximumNearTerms;
  found.words.resize(std::min(found.words.size(), kMaximumNearTerms));
  return expansion_of(std::move(found), kCompoundPenalty, index);
}

std::string divided_compound(std::string_view word, const SegmentedIndex& index) {
  std::string divided;
  for (const auto& part : parts_of(word, index)) {
    divided += (divided.empty() ? "" : " ") + part.word;
  }
  return divided;
}

}  // namespace tributary::search
