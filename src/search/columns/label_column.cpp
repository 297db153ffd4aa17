#include "search/columns/label_column.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "search/kernels/kernels.h"
#include "text/fold.h"

namespace tributary::search {
namespace {

std::string_view trimmed(std::string_view value) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto begin = value.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return value.substr(begin, value.find_last_not_of(kBlanks) - begin + 1);
}

/// Whether a value of `total` of the documents has a bitmap, which takes as much as its list would.
bool has_bitmap(std::uint32_t total, std::uint32_t documents) {
  return std::uint64_t{total} * 32 > documents;
}

/// How the documents of an ordinal are found beside those of a bitmap.
enum class Listing : std::uint8_t { none, chunked, packed };

Listing listing_of(bool is_single, std::uint32_t total, std::uint32_t documents) {
  constexpr std::uint64_t kFewOfChunk = 8;
  if (is_single) return Listing::packed;  // since that is its order as well
  if (has_bitmap(total, documents)) return Listing::none;
  const bool is_rare = total * std::uint64_t{kChunkDocuments} < kFewOfChunk * documents;
  return is_rare ? Listing::packed : Listing::chunked;
}

/// The ordinals of all documents on their way to the file.
struct OrdinalTable {
  std::uint32_t none;
  std::vector<std::uint32_t> offsets{0};
  std::vector<std::uint32_t> ordinals;  ///< of the documents that have any
  std::vector<std::uint32_t> first;     ///< of each document, `none` where it has none
  bool is_single = true;

  void add(const std::vector<std::uint32_t>& of_document) {
    ordinals.insert(ordinals.end(), of_document.begin(), of_document.end());
    offsets.push_back(static_cast<std::uint32_t>(ordinals.size()));
    first.push_back(of_document.empty() ? none : of_document.front());
    is_single = is_single && of_document.size() < 2;
  }

  [[nodiscard]] std::uint32_t documents() const { return static_cast<std::uint32_t>(first.size()); }

  Result<> write(SectionFileWriter& file, std::uint32_t number,
                 std::span<const std::uint32_t> by_id) const {
    TRY(write_value_places(file, SectionTag::value_offsets, number,
                           is_single ? std::span<const std::uint32_t>() : std::span(offsets)));
    if (is_single) {
      TRY(write_codes(file, SectionTag::value_ordinals, number,
                      std::span<const std::uint32_t>(first), none));
    } else {
      TRY(write_packed_codes(file, SectionTag::value_ordinals, number, ordinals, none));
    }
    TRY(write_lists(file, number, by_id));
    if (is_single) return {};
    std::vector<std::uint32_t> with_value, without_value;
    for (const auto document : by_id) {
      (first[document] == none ? without_value : with_value).push_back(document);
    }
    const auto sorted =
        sorted_by_key(std::span<const std::uint32_t>(first), std::move(with_value), without_value);
    return write_documents(file, SectionTag::sorted_documents, number, sorted);
  }

  Result<> write_lists(SectionFileWriter& file, std::uint32_t number,
                       std::span<const std::uint32_t> by_id) const {
    std::vector<std::uint32_t> starts(std::size_t{none} + 2);
    const auto each_ordinal = [&](std::uint32_t document, auto visit) {
      if (first[document] == none) visit(none);
      for (auto at = offsets[document]; at < offsets[document + 1]; ++at) visit(ordinals[at]);
    };
    for (std::uint32_t document = 0; document < documents(); ++document) {
      each_ordinal(document, [&](auto ordinal) { ++starts[ordinal + 1]; });
    }
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    auto place = starts;
    std::vector<std::uint32_t> listed(starts.back());
    for (std::uint32_t at = 0; at < documents(); ++at) {
      const auto document = is_single ? by_id[at] : at;
      each_ordinal(document, [&](auto ordinal) { listed[place[ordinal]++] = document; });
    }
    TRY(file.section(SectionTag::value_starts, number, std::span<const std::uint32_t>(starts)));
    TRY(write_bitmaps(file, number, starts, listed));
    std::vector<std::span<const std::uint32_t>> chunked;
    std::vector<std::uint32_t> packed;
    for (std::uint32_t ordinal = 0; ordinal <= none; ++ordinal) {
      const auto total = starts[ordinal + 1] - starts[ordinal];
      const auto own = std::span<const std::uint32_t>(listed).subspan(starts[ordinal], total);
      const auto listing = listing_of(is_single, total, documents());
      if (listing == Listing::chunked) chunked.push_back(own);
      if (listing == Listing::packed) packed.insert(packed.end(), own.begin(), own.end());
    }
    TRY(write_documents(file, SectionTag::value_documents, number, packed));
    return is_single ? Result<>() : write_label_chunks(file, number, chunked, documents());
  }

  Result<> write_bitmaps(SectionFileWriter& file, std::uint32_t number,
                         std::span<const std::uint32_t> starts,
                         std::span<const std::uint32_t> listed) const {
    TRY(file.begin_section(SectionTag::value_bitmaps, number));
    for (std::uint32_t ordinal = 0; ordinal <= none; ++ordinal) {
      const auto total = starts[ordinal + 1] - starts[ordinal];
      if (!has_bitmap(total, documents())) continue;
      std::vector<std::uint64_t> words(words_in_windows(documents()));
      for (const auto document : listed.subspan(starts[ordinal], total)) {
        words[document / 64] |= std::uint64_t{1} << document % 64;
      }
      TRY(file.append(std::as_bytes(std::span(words))));
    }
    return {};
  }
};

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
  const auto own = std::span(value_numbers_).subspan(offsets_.back());
  std::ranges::sort(own);
  value_numbers_.resize(value_numbers_.size() - std::ranges::unique(own).size());
  offsets_.push_back(static_cast<std::uint32_t>(value_numbers_.size()));
}

Result<> LabelColumnBuilder::write(SectionFileWriter& file, std::uint32_t number,
                                   std::span<const std::uint32_t> kept,
                                   std::span<const std::uint32_t> by_id) const {
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
  OrdinalTable table{.none = static_cast<std::uint32_t>(order.size())};
  std::vector<std::uint32_t> of_document;
  for (const auto document : kept) {
    of_document.clear();
    for (auto at = offsets_[document]; at < offsets_[document + 1]; ++at) {
      of_document.push_back(ordinal_of[value_numbers_[at]]);
    }
    std::ranges::sort(of_document);
    table.add(of_document);
  }
  TRY(value_table.write(file, SectionTag::string_offsets, SectionTag::string_bytes, number));
  TRY(folded_table.write(file, SectionTag::folded_offsets, SectionTag::folded_bytes, number));
  return table.write(file, number, by_id);
}

Result<LabelColumn> LabelColumn::open(const SectionFile& file, std::uint32_t number,
                                      std::uint32_t documents) {
  const auto values =
      TRY(StringTable::open(file, SectionTag::string_offsets, SectionTag::string_bytes, number));
  const auto folded =
      TRY(StringTable::open(file, SectionTag::folded_offsets, SectionTag::folded_bytes, number));
  const auto broken = [&] { return file.broken("a column of labels is inconsistent"); };
  const auto none = static_cast<std::uint32_t>(values.size());
  if (folded.size() != values.size()) return broken();
  const auto starts = TRY(file.array<std::uint32_t>(SectionTag::value_starts, number));
  const bool starts_fit = starts.size() == values.size() + 2 && starts.front() == 0 &&
                          std::ranges::is_sorted(starts) &&
                          starts[none + 1] - starts[none] <= documents;
  if (!starts_fit) return broken();
  const std::size_t all_values = starts[none];
  const auto places =
      TRY(ValuePlaces::open(file, SectionTag::value_offsets, number, documents, all_values));
  const bool is_single = places.empty();
  if (!is_single && none < 2) return broken();  // then no document can have two
  std::vector<std::uint32_t> with_bitmap, chunked, listed, chunk_totals;
  std::vector<std::size_t> lists;
  std::size_t list_end = 0;
  for (std::uint32_t ordinal = 0; ordinal <= none; ++ordinal) {
    const auto total = starts[ordinal + 1] - starts[ordinal];
    const auto listing = listing_of(is_single, total, documents);
    const bool is_frequent = has_bitmap(total, documents);
    if (is_frequent) with_bitmap.push_back(ordinal);
    if (listing == Listing::chunked) {
      chunked.push_back(ordinal);
      chunk_totals.push_back(total);
    }
    if (listing == Listing::packed && !is_frequent) listed.push_back(ordinal);
    lists.push_back(list_end);
    list_end += listing == Listing::packed ? total : 0;
  }
  if (is_single && list_end != documents) return broken();
  const auto packed =
      TRY(PackedDocuments::open(file, SectionTag::value_documents, number, list_end, documents));
  const auto with_value = documents - (starts[none + 1] - starts[none]);
  const auto sorted = is_single ? SortedDocuments(packed, with_value)
                                : TRY(SortedDocuments::open(file, number, documents, with_value));
  LabelColumn column(values, folded, starts, places, packed, sorted);
  if (is_single) {
    column.of_each_ = TRY(NarrowCodes::open(file, SectionTag::value_ordinals, number, none));
    if (column.of_each_->size() != documents) return broken();
  } else {
    column.of_all_ =
        TRY(PackedCodes::open(file, SectionTag::value_ordinals, number, all_values, none));
  }
  if (!is_single) {
    column.chunks_ = TRY(LabelChunks::open(file, number, chunk_totals, documents));
  }
  column.with_bitmap_ = std::move(with_bitmap);
  column.chunked_ = std::move(chunked);
  column.listed_ = std::move(listed);
  column.lists_ = std::move(lists);
  column.bitmaps_ = TRY(file.array<std::uint64_t>(SectionTag::value_bitmaps, number));
  if (column.bitmaps_.size() != column.with_bitmap_.size() * words_in_windows(documents)) {
    return broken();
  }
  for (std::size_t at = 0; at < column.with_bitmap_.size(); ++at) {
    const auto words = words_in_windows(documents);
    for (std::size_t word = documents / 64; word < words; ++word) {
      const auto first = word * 64;
      const auto beyond =
          first >= documents ? ~std::uint64_t{0} : ~std::uint64_t{0} << (documents - first);
      if ((column.bitmaps_[at * words + word] & beyond) != 0) return broken();
    }
  }
  return column;
}

const std::uint64_t* LabelColumn::bitmap(std::uint32_t ordinal) const {
  const auto found = std::ranges::lower_bound(with_bitmap_, ordinal);
  if (found == with_bitmap_.end() || *found != ordinal) return nullptr;
  const auto words = bitmaps_.size() / with_bitmap_.size();
  return bitmaps_.data() + static_cast<std::size_t>(found - with_bitmap_.begin()) * words;
}

std::pair<std::uint32_t, std::uint32_t> LabelColumn::find(std::string_view value) const {
  const auto key = comparable(value);
  const auto first = folded_.lower_bound(key);
  auto last = first;
  while (last < folded_.size() && folded_[last] == key) ++last;
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
}

}  // namespace tributary::search
