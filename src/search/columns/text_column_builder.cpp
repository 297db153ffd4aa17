#include "search/columns/text_column_builder.h"

#include <algorithm>
#include <tuple>

#include "search/columns/label_column.h"

namespace tributary::search {
namespace {

/// A table of strings (index/string_table.h) without a copy of them all.
Result<> write_table(SectionFileWriter& file, SectionTag offsets, SectionTag bytes,
                     std::uint32_t number, std::span<const std::string_view> strings) {
  std::vector<std::uint64_t> places{0};
  places.reserve(strings.size() + 1);
  for (const auto text : strings) places.push_back(places.back() + text.size());
  TRY(file.section(offsets, number, std::span<const std::uint64_t>(places)));
  TRY(file.begin_section(bytes, number));
  for (const auto text : strings) TRY(file.append(text));
  return {};
}

}  // namespace

void TextColumnBuilder::set(std::string_view value) { bytes_ += trimmed(value); }

std::string_view TextColumnBuilder::value(std::uint32_t document) const {
  const auto begin = document == 0 ? 0 : ends_[document - 1];
  return std::string_view(bytes_).substr(begin, ends_[document] - begin);
}

Result<> TextColumnBuilder::write(SectionFileWriter& file, std::uint32_t number,
                                  std::span<const std::uint32_t> kept) const {
  std::string folded_bytes;
  std::vector<std::uint64_t> folded_ends{0};
  std::vector<std::uint32_t> order;  // places in `kept` of the documents that have a value
  for (std::uint32_t place = 0; place < kept.size(); ++place) {
    if (!value(kept[place]).empty()) order.push_back(place);
    folded_bytes += comparable(value(kept[place]));
    folded_ends.push_back(folded_bytes.size());
  }
  const auto folded = [&](std::uint32_t place) {
    return std::string_view(folded_bytes)
        .substr(folded_ends[place], folded_ends[place + 1] - folded_ends[place]);
  };
  std::ranges::sort(order, {}, [&](std::uint32_t place) {
    return std::tuple(folded(place), value(kept[place]));
  });

  std::vector<std::string_view> values, folded_values;
  std::vector<std::uint32_t> ordinal_of(kept.size());
  for (const auto place : order) {
    if (values.empty() || values.back() != value(kept[place])) {
      values.push_back(value(kept[place]));
      folded_values.push_back(folded(place));
    }
    ordinal_of[place] = static_cast<std::uint32_t>(values.size() - 1);
  }
  TRY(write_table(file, SectionTag::string_offsets, SectionTag::string_bytes, number, values));
  TRY(write_table(file, SectionTag::folded_offsets, SectionTag::folded_bytes, number,
                  folded_values));

  std::vector<std::uint32_t> offsets{0}, ordinals;
  for (std::uint32_t place = 0; place < kept.size(); ++place) {
    if (!value(kept[place]).empty()) ordinals.push_back(ordinal_of[place]);
    offsets.push_back(static_cast<std::uint32_t>(ordinals.size()));
  }
  TRY(file.section(SectionTag::value_offsets, number, std::span<const std::uint32_t>(offsets)));
  return file.section(SectionTag::value_ordinals, number, std::span<const std::uint32_t>(ordinals));
}

}  // namespace tributary::search
