#include "search/columns/integer_column.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "search/kernels/kernels.h"

namespace tributary::search {
namespace {

/// Totals are kept up to so many codes: 256 KiB.
constexpr std::uint64_t kMostTotals = std::uint64_t{UINT16_MAX} + 1;

void select(const std::uint8_t* codes, CodeRange range, std::uint64_t* mask) {
  kernels().select_codes_8(codes, kWindowWords, static_cast<std::uint8_t>(range.first),
                           static_cast<std::uint8_t>(range.last - range.first), mask);
}
void select(const std::uint16_t* codes, CodeRange range, std::uint64_t* mask) {
  kernels().select_codes_16(codes, kWindowWords, static_cast<std::uint16_t>(range.first),
                            static_cast<std::uint16_t>(range.last - range.first), mask);
}
void select(const std::uint32_t* codes, CodeRange range, std::uint64_t* mask) {
  kernels().select_codes_32(codes, kWindowWords, static_cast<std::uint32_t>(range.first),
                            static_cast<std::uint32_t>(range.last - range.first), mask);
}
void select(const std::uint64_t* codes, CodeRange range, std::uint64_t* mask) {
  kernels().select_codes_64(codes, kWindowWords, range.first, range.last - range.first, mask);
}

}  // namespace

void IntegerColumnBuilder::end_document() { values_.push_back(std::exchange(next_, {})); }

Result<> IntegerColumnBuilder::write(SectionFileWriter& file, std::uint32_t number,
                                     std::span<const std::uint32_t> kept,
                                     std::span<const std::uint32_t> by_id) const {
  std::optional<std::int64_t> least, greatest;
  for (const auto document : kept) {
    const auto& value = values_[document];
    if (!value) continue;
    least = std::min(*value, least.value_or(*value));
    greatest = std::max(*value, greatest.value_or(*value));
  }
  const auto code_of = [&](std::int64_t value) {
    return static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(*least);
  };
  const IntegerColumn::Frame frame{.least = least.value_or(0),
                                   .greatest_code = greatest ? code_of(*greatest) : 0};

  const auto words = words_in_windows(static_cast<std::uint32_t>(kept.size()));
  std::vector<std::uint64_t> codes(words * 64), presence(words);
  std::vector<IntegerColumn::Zone> zones(words / kWindowWords, {.least = 1, .greatest = 0});
  std::vector<std::uint32_t> totals;
  if (frame.greatest_code < kMostTotals) totals.resize(frame.greatest_code + 1);
  for (std::size_t document = 0; document < kept.size(); ++document) {
    const auto& value = values_[kept[document]];
    if (!value) continue;
    const auto code = codes[document] = code_of(*value);
    presence[document / 64] |= std::uint64_t{1} << document % 64;
    auto& zone = zones[document / kWindowDocuments];
    const bool is_first = zone.least > zone.greatest;
    zone = {.least = is_first ? code : std::min(zone.least, code),
            .greatest = is_first ? code : std::max(zone.greatest, code)};
    if (!totals.empty()) ++totals[code];
  }
  std::vector<std::uint32_t> with_value, without_value;
  for (const auto document : by_id) {
    (values_[kept[document]] ? with_value : without_value).push_back(document);
  }
  const auto sorted =
      sorted_by_key(std::span<const std::uint64_t>(codes), std::move(with_value), without_value);

  TRY(file.section(SectionTag::integer_frame, number, std::span(&frame, 1)));
  TRY(write_codes(file, SectionTag::integers, number, std::span<const std::uint64_t>(codes),
                  frame.greatest_code));
  TRY(file.section(SectionTag::presence, number, std::span<const std::uint64_t>(presence)));
  TRY(file.section(SectionTag::integer_zones, number, std::span<const IntegerColumn::Zone>(zones)));
  TRY(file.section(SectionTag::integer_totals, number, std::span<const std::uint32_t>(totals)));
  return write_documents(file, SectionTag::sorted_documents, number, sorted);
}

Result<IntegerColumn> IntegerColumn::open(const SectionFile& file, std::uint32_t number,
                                          std::uint32_t documents) {
  const auto broken = [&] { return file.broken("a column of integers is inconsistent"); };
  const auto frame = TRY(file.array<Frame>(SectionTag::integer_frame, number));
  if (frame.size() != 1) return broken();
  const auto greatest_code = frame.front().greatest_code;
  const auto codes = TRY(NarrowCodes::open(file, SectionTag::integers, number, greatest_code));
  const auto presence = TRY(file.array<std::uint64_t>(SectionTag::presence, number));
  const auto zones = TRY(file.array<Zone>(SectionTag::integer_zones, number));
  const auto totals = TRY(file.array<std::uint32_t>(SectionTag::integer_totals, number));
  const auto words = words_in_windows(documents);
  const bool fits = codes.size() == words * 64 && presence.size() == words &&
                    zones.size() == words / kWindowWords &&
                    totals.size() == (greatest_code < kMostTotals ? greatest_code + 1 : 0);
  if (!fits) return broken();
  const auto with_value = kernels().count_bits(presence.data(), presence.size());
  const auto sorted =
      TRY(SortedDocuments::open(file, number, documents, static_cast<std::uint32_t>(with_value)));
  return IntegerColumn(frame.front(), codes, presence, zones, totals, sorted);
}

std::optional<CodeRange> IntegerColumn::range_of(std::optional<std::int64_t> low,
                                                 std::optional<std::int64_t> high) const {
  const auto greatest = value_of(greatest_code_);
  if ((low && *low > greatest) || (high && *high < least_)) return std::nullopt;
  if (low && high && *low > *high) return std::nullopt;
  const auto code_of = [&](std::int64_t value) {
    return static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(least_);
  };
  return CodeRange{.first = low && *low > least_ ? code_of(*low) : 0,
                   .last = high && *high < greatest ? code_of(*high) : greatest_code_};
}

DocumentSlice IntegerColumn::documents_in(CodeRange range) const {
  const auto sorted = sorted_.with_value();
  return codes_.visit([&](const auto* codes) {
    const auto first =
        sorted.count_while([&](auto document) { return codes[document] < range.first; });
    const auto rest = sorted.part(first, sorted.size());
    return rest.part(
        0, rest.count_while([&](auto document) { return codes[document] <= range.last; }));
  });
}

void IntegerColumn::select_window(std::uint32_t first, CodeRange range, std::uint64_t* mask) const {
  const auto& zone = zones_[first / kWindowDocuments];
  if (zone.least > range.last || zone.greatest < range.first || zone.least > zone.greatest) {
    std::memset(mask, 0, kWindowWords * sizeof *mask);
    return;
  }
  const auto* present = presence_.data() + first / 64;
  if (range.first <= zone.least && zone.greatest <= range.last) {
    std::memcpy(mask, present, kWindowWords * sizeof *mask);
    return;
  }
  codes_.visit([&](const auto* codes) { select(codes + first, range, mask); });
  kernels().and_words(mask, present, kWindowWords);
}

}  // namespace tributary::search
