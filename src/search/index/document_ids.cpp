#include "search/index/document_ids.h"

#include <algorithm>
#include <vector>

namespace tributary::search {

Result<DocumentIds> DocumentIds::open(const SectionFile& file, std::uint32_t documents) {
  const auto ids =
      TRY(StringTable::open(file, SectionTag::string_offsets, SectionTag::string_bytes));
  const auto ranks = TRY(file.array<std::uint32_t>(SectionTag::id_ranks));
  const auto order = TRY(file.array<std::uint32_t>(SectionTag::id_order));
  const bool fits = ids.size() == documents && ranks.size() == documents &&
                    order.size() == documents &&
                    std::ranges::all_of(order, [&](auto each) { return each < documents; });
  if (!fits) return file.broken("the ids do not fit the documents");
  return DocumentIds(ids, ranks, order);
}

Result<FileSummary> DocumentIds::write(SectionFileWriter file,
                                       std::span<const std::string_view> ids,
                                       std::span<const std::uint32_t> order) {
  StringTableBuilder table;
  for (const auto id : ids) table.add(id);
  std::vector<std::uint32_t> ranks(ids.size());
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks[order[rank]] = rank;
  TRY(table.write(file, SectionTag::string_offsets, SectionTag::string_bytes));
  TRY(file.section(SectionTag::id_ranks, 0, std::span<const std::uint32_t>(ranks)));
  TRY(file.section(SectionTag::id_order, 0, order));
  return file.finish();
}

std::uint32_t DocumentIds::rank_of(std::string_view id) const {
  const auto place = std::ranges::lower_bound(
      order_, id, {}, [this](std::uint32_t document) { return ids_[document]; });
  return static_cast<std::uint32_t>(place - order_.begin());
}

std::optional<std::uint32_t> DocumentIds::find(std::string_view id) const {
  const auto rank = rank_of(id);
  if (rank == order_.size() || ids_[order_[rank]] != id) return std::nullopt;
  return order_[rank];
}

}  // namespace tributary::search
