#include "search/words/compound_table.h"

#include <algorithm>
#include <numeric>

namespace tributary::search {
namespace {

using Numbers = std::span<const std::uint32_t>;

/// Whether `lists` cuts `values`, which are all below `limit`, into `count` pieces.
bool are_lists(Numbers lists, Numbers values, std::size_t count, std::size_t limit) {
  return lists.size() == count + 1 && lists.front() == 0 && lists.back() == values.size() &&
         std::ranges::is_sorted(lists) &&
         std::ranges::all_of(values, [&](std::uint32_t value) { return value < limit; });
}

bool are_ascending(Numbers values) {
  return std::ranges::adjacent_find(values, std::ranges::greater_equal()) == values.end();
}

}  // namespace

std::uint32_t CompoundTableBuilder::number_of(const WordPart& part) {
  const auto next = static_cast<std::uint32_t>(parts_.size());
  const auto [known, is_new] = numbers_.try_emplace(part.stem, next);
  if (is_new) parts_.push_back({part.stem, part.word, 0});
  return known->second;
}

void CompoundTableBuilder::add(std::uint32_t word, std::span<const WordPart> parts) {
  words_.push_back(word);
  for (const auto& part : parts) of_compounds_.push_back(number_of(part));
  lists_.push_back(static_cast<std::uint32_t>(of_compounds_.size()));
}

void CompoundTableBuilder::tell_documents(std::string_view stem, std::uint32_t documents) {
  const auto known = numbers_.find(std::string(stem));
  if (known == numbers_.end()) return;
  auto& most = parts_[known->second].documents;
  most = std::max(most, documents);
}

std::vector<std::string> CompoundTableBuilder::stems() const {
  std::vector<std::string> stems;
  for (const auto& part : parts_) stems.push_back(part.stem);
  return stems;
}

Result<> CompoundTableBuilder::write(SectionFileWriter& file) const {
  std::vector<std::uint32_t> order(parts_.size()), places(parts_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {},
                    [&](std::uint32_t part) -> const std::string& { return parts_[part].stem; });
  for (std::uint32_t place = 0; place < order.size(); ++place) places[order[place]] = place;

  StringTableBuilder stems, part_words;
  std::vector<std::uint32_t> documents;
  for (const auto part : order) {
    stems.add(parts_[part].stem);
    part_words.add(parts_[part].word);
    documents.push_back(parts_[part].documents);
  }
  std::vector<std::uint32_t> of_compounds;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_part;
  for (std::uint32_t compound = 0; compound < words_.size(); ++compound) {
    for (auto at = lists_[compound]; at < lists_[compound + 1]; ++at) {
      of_compounds.push_back(places[of_compounds_[at]]);
      by_part.emplace_back(of_compounds.back(), compound);
    }
  }
  std::ranges::sort(by_part);
  const auto repeated = std::ranges::unique(by_part);
  by_part.erase(repeated.begin(), repeated.end());
  std::vector<std::uint32_t> part_lists{0}, part_compounds;
  for (const auto& [part, compound] : by_part) {
    part_lists.resize(part + 1, static_cast<std::uint32_t>(part_compounds.size()));
    part_compounds.push_back(compound);
  }
  part_lists.resize(parts_.size() + 1, static_cast<std::uint32_t>(part_compounds.size()));

  TRY(stems.write(file, SectionTag::part_stem_offsets, SectionTag::part_stem_bytes));
  TRY(part_words.write(file, SectionTag::part_word_offsets, SectionTag::part_word_bytes));
  TRY(file.section(SectionTag::part_documents, 0, Numbers(documents)));
  TRY(file.section(SectionTag::part_lists, 0, Numbers(part_lists)));
  TRY(file.section(SectionTag::part_compounds, 0, Numbers(part_compounds)));
  TRY(file.section(SectionTag::compound_words, 0, Numbers(words_)));
  TRY(file.section(SectionTag::compound_lists, 0, Numbers(lists_)));
  return file.section(SectionTag::compound_parts, 0, Numbers(of_compounds));
}

Result<CompoundTable> CompoundTable::open(const SectionFile& file, std::size_t words) {
  CompoundTable table(
      TRY(StringTable::open(file, SectionTag::part_stem_offsets, SectionTag::part_stem_bytes)),
      TRY(StringTable::open(file, SectionTag::part_word_offsets, SectionTag::part_word_bytes)));
  const auto numbers = [&](SectionTag tag) { return file.array<std::uint32_t>(tag); };
  table.documents_ = TRY(numbers(SectionTag::part_documents));
  table.lists_ = TRY(numbers(SectionTag::part_lists));
  table.compounds_ = TRY(numbers(SectionTag::part_compounds));
  table.words_ = TRY(numbers(SectionTag::compound_words));
  table.part_lists_ = TRY(numbers(SectionTag::compound_lists));
  table.parts_ = TRY(numbers(SectionTag::compound_parts));
  const auto parts = table.stems_.size(), compounds = table.words_.size();
  const bool fits = table.part_words_.size() == parts && table.documents_.size() == parts &&
                    are_lists(table.lists_, table.compounds_, parts, compounds) &&
                    are_lists(table.part_lists_, table.parts_, compounds, parts) &&
                    are_ascending(table.words_) && (compounds == 0 || table.words_.back() < words);
  if (!fits) return file.broken("the compounds do not fit each other or the words");
  return table;
}

std::optional<std::uint32_t> CompoundTable::find_compound(std::uint32_t word) const {
  const auto place = std::ranges::lower_bound(words_, word);
  if (place == words_.end() || *place != word) return std::nullopt;
  return static_cast<std::uint32_t>(place - words_.begin());
}

std::optional<std::uint32_t> CompoundTable::find_part(std::string_view stem) const {
  const auto place = stems_.lower_bound(stem);
  if (place == stems_.size() || stems_[place] != stem) return std::nullopt;
  return static_cast<std::uint32_t>(place);
}

}  // namespace tributary::search
