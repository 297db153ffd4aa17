#include "search/index/document_ids.h"

#include <algorithm>
#include <vector>

namespace tributary::search {

Result<DocumentIds> DocumentIds::open(const SectionFile& file, std::uint32_t documents) {
  auto ids = TRY(FrontCodedTerms::open(file));
  const auto ranks = TRY(file.array<std::uint32_t>(SectionTag::id_ranks));
  const auto order = TRY(file.array<std::uint32_t>(SectionTag::id_order));
  const auto is_below = [&](auto each) { return each < documents; };
  const bool fits = ids.size() == documents && ranks.size() == documents &&
                    order.size() == documents && std::ranges::all_of(order, is_below) &&
                    std::ranges::all_of(ranks, is_below);
  if (!fits) return file.broken("the ids do not fit the documents");
  return DocumentIds(std::move(ids), ranks, order);
}

Result<FileSummary> DocumentIds::write(SectionFileWriter file,
                                       std::span<const std::string_view> ids,
                                       std::span<const std::uint32_t> order) {
  std::vector<std::uint32_t> ranks(ids.size());
  auto in_order = TRY(FrontCodedTermsWriter::begin(file));
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
    ranks[order[rank]] = rank;
    TRY(in_order.add(ids[order[rank]]));
  }
  TRY(in_order.finish());
  TRY(file.section(SectionTag::id_ranks, 0, std::span<const std::uint32_t>(ranks)));
  TRY(file.section(SectionTag::id_order, 0, order));
  return file.finish();
}

std::uint32_t DocumentIds::rank_of(std::string_view id) const {
  return static_cast<std::uint32_t>(ids_.lower_bound(id));
}

std::optional<std::uint32_t> DocumentIds::find(std::string_view id) const {
  const auto rank = ids_.find(id);
  return rank ? std::optional(order_[*rank]) : std::nullopt;
}

}  // namespace tributary::search
