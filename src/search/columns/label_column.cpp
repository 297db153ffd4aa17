#include "search/columns/label_column.h"

#include <algorithm>
#include <numeric>

#include "text/fold.h"

namespace tributary::search {
namespace {

std::string_view trimmed(std::string_view value) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto begin = value.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return value.substr(begin, value.find_last_not_of(kBlanks) - begin + 1);
}

}  // namespace

std::string comparable(std::string_view value) { return text::fold(trimmed(value)); }

void LabelColumnBuilder::add(std::string_view value) {
  value = trimmed(value);
  if (value.empty()) return;
  const auto [found, is_new] =
      numbers_.try_emplace(std::string(value), static_cast<std::uint32_t>(values_.size()));
  if (is_new) values_.push_back(&found->first);
  value_numbers_.push_back(found->second);
}

void LabelColumnBuilder::end_document() {
  offsets_.push_back(static_cast<std::uint32_t>(value_numbers_.size()));
}

Result<> LabelColumnBuilder::write(SectionFileWriter& file, std::uint32_t number,
                                   std::span<const std::uint32_t> kept) const {
  // Replaced documents may have been the only ones with a value: it must not be counted as one.
  std::vector<bool> is_used(values_.size());
  for (const auto document : kept) {
    for (auto at = offsets_[document]; at < offsets_[document + 1]; ++at) {
      is_used[value_numbers_[at]] = true;
    }
  }
  std::vector<std::string> folded;
  for (const auto* value : values_) folded.push_back(comparable(*value));
  std::vector<std::uint32_t> order(values_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::erase_if(order, [&](std::uint32_t value) { return !is_used[value]; });
  std::ranges::sort(order, {}, [&](std::uint32_t value) {
    return std::pair<std::string_view, std::string_view>(folded[value], *values_[value]);
  });

  StringTableBuilder value_table, folded_table;
  std::vector<std::uint32_t> ordinal_of(values_.size());
  for (const auto value : order) {
    ordinal_of[value] = static_cast<std::uint32_t>(value_table.size());
    value_table.add(*values_[value]);
    folded_table.add(folded[value]);
  }
  std::vector<std::uint32_t> offsets{0}, ordinals, of_document;
  for (const auto document : kept) {
    of_document.clear();
    for (auto at = offsets_[document]; at < offsets_[document + 1]; ++at) {
      of_document.push_back(ordinal_of[value_numbers_[at]]);
    }
    std::ranges::sort(of_document);
    const auto repeated = std::ranges::unique(of_document);
    ordinals.insert(ordinals.end(), of_document.begin(), repeated.begin());
    offsets.push_back(static_cast<std::uint32_t>(ordinals.size()));
  }
  TRY(value_table.write(file, SectionTag::string_offsets, SectionTag::string_bytes, number));
  TRY(folded_table.write(file, SectionTag::folded_offsets, SectionTag::folded_bytes, number));
  TRY(file.section(SectionTag::value_offsets, number, std::span<const std::uint32_t>(offsets)));
  return file.section(SectionTag::value_ordinals, number, std::span<const std::uint32_t>(ordinals));
}

Result<LabelColumn> LabelColumn::open(const SectionFile& file, std::uint32_t number,
                                      std::uint32_t documents) {
  const auto values =
      TRY(StringTable::open(file, SectionTag::string_offsets, SectionTag::string_bytes, number));
  const auto folded =
      TRY(StringTable::open(file, SectionTag::folded_offsets, SectionTag::folded_bytes, number));
  const auto offsets = TRY(file.array<std::uint32_t>(SectionTag::value_offsets, number));
  const auto ordinals = TRY(file.array<std::uint32_t>(SectionTag::value_ordinals, number));
  const bool fits =
      folded.size() == values.size() && offsets.size() == std::size_t{documents} + 1 &&
      offsets.front() == 0 && offsets.back() == ordinals.size() &&
      std::ranges::is_sorted(offsets) &&
      std::ranges::all_of(ordinals, [&](auto value) { return value < values.size(); });
  if (!fits) return file.broken("a column of labels is inconsistent");
  return LabelColumn(values, folded, offsets, ordinals);
}

std::pair<std::uint32_t, std::uint32_t> LabelColumn::find(std::string_view value) const {
  const auto key = comparable(value);
  const auto first = folded_.lower_bound(key);
  auto last = first;
  while (last < folded_.size() && folded_[last] == key) ++last;
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
}

}  // namespace tributary::search
