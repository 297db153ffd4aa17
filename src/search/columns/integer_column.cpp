#include "search/columns/integer_column.h"

#include <utility>

namespace tributary::search {

void IntegerColumnBuilder::end_document() { values_.push_back(std::exchange(next_, {})); }

Result<> IntegerColumnBuilder::write(SectionFileWriter& file, std::uint32_t number,
                                     std::span<const std::uint32_t> kept) const {
  std::vector<std::int64_t> values(kept.size());
  std::vector<std::uint64_t> presence((kept.size() + 63) / 64);
  for (std::size_t document = 0; document < kept.size(); ++document) {
    const auto& value = values_[kept[document]];
    values[document] = value.value_or(0);
    if (value) presence[document / 64] |= std::uint64_t{1} << (document % 64);
  }
  TRY(file.section(SectionTag::integers, number, std::span<const std::int64_t>(values)));
  return file.section(SectionTag::presence, number, std::span<const std::uint64_t>(presence));
}

Result<IntegerColumn> IntegerColumn::open(const SectionFile& file, std::uint32_t number,
                                          std::uint32_t documents) {
  const auto values = TRY(file.array<std::int64_t>(SectionTag::integers, number));
  const auto presence = TRY(file.array<std::uint64_t>(SectionTag::presence, number));
  if (values.size() != documents || presence.size() != (std::size_t{documents} + 63) / 64) {
    return file.broken("a column of integers is inconsistent");
  }
  return IntegerColumn(values, presence);
}

}  // namespace tributary::search
