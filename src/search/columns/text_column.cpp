#include "search/columns/text_column.h"

#include <algorithm>

#include "search/columns/label_column.h"

namespace tributary::search {

void TextColumnBuilder::add(std::string_view text) {
  const auto folded = comparable(text);
  if (chunks_.empty() || chunks_.back().size() + folded.size() > chunks_.back().capacity()) {
    chunks_.emplace_back().reserve(std::max(kChunkBytes, folded.size()));
  }
  auto& chunk = chunks_.back();
  chunk += folded;
  folded_.push_back(std::string_view(chunk).substr(chunk.size() - folded.size()));
}

Result<> TextColumnBuilder::write(SectionFileWriter& file, std::uint32_t number) const {
  std::vector<std::uint32_t> order;
  for (std::uint32_t document = 0; document < folded_.size(); ++document) {
    if (!folded_[document].empty()) order.push_back(document);
  }
  std::ranges::sort(order, {}, [&](std::uint32_t document) { return folded_[document]; });
  std::vector<std::uint32_t> ranks(folded_.size());
  std::uint32_t rank = 0;
  std::string_view before;
  for (const auto document : order) {
    if (folded_[document] != before) ++rank;
    before = folded_[document];
    ranks[document] = rank;
  }
  return file.section(SectionTag::text_ranks, number, std::span<const std::uint32_t>(ranks));
}

Result<TextColumn> TextColumn::open(const SectionFile& file, std::uint32_t number,
                                    std::uint32_t documents) {
  const auto ranks = TRY(file.array<std::uint32_t>(SectionTag::text_ranks, number));
  if (ranks.size() != documents) return file.broken("a column of texts is inconsistent");
  return TextColumn(ranks);
}

}  // namespace tributary::search
