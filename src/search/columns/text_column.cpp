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

Result<> TextColumnBuilder::write(SectionFileWriter& file, std::uint32_t number,
                                  std::span<const std::uint32_t> by_id) const {
  std::vector<std::uint32_t> order;
  for (std::uint32_t document = 0; document < folded_.size(); ++document) {
    if (!folded_[document].empty()) order.push_back(document);
  }
  std::ranges::sort(order, {}, [&](std::uint32_t document) { return folded_[document]; });
  std::vector<std::uint32_t> ranks(folded_.size());
  FrontCodedTermsBuilder texts;
  std::uint32_t rank = 0;
  std::string_view before;
  for (const auto document : order) {
    if (folded_[document] != before) {
      ++rank;
      texts.add(folded_[document]);
    }
    before = folded_[document];
    ranks[document] = rank;
  }
  std::vector<std::uint32_t> with_value, without_value;
  for (const auto document : by_id) {
    (ranks[document] > 0 ? with_value : without_value).push_back(document);
  }
  const std::vector<std::uint64_t> keys(ranks.begin(), ranks.end());
  const auto sorted = sorted_by_key(keys, std::move(with_value), without_value);
  TRY(file.section(SectionTag::text_ranks, number, std::span<const std::uint32_t>(ranks)));
  TRY(file.section(SectionTag::sorted_documents, number, std::span<const std::uint32_t>(sorted)));
  return texts.write(file, number);
}

Result<TextColumn> TextColumn::open(const SectionFile& file, std::uint32_t number,
                                    std::uint32_t documents) {
  const auto ranks = TRY(file.array<std::uint32_t>(SectionTag::text_ranks, number));
  auto texts = TRY(FrontCodedTerms::open(file, number));
  const bool fits = ranks.size() == documents &&
                    std::ranges::all_of(ranks, [&](auto rank) { return rank <= texts.size(); });
  if (!fits) return file.broken("a column of texts is inconsistent");
  const auto without = std::ranges::count(ranks, 0U);
  const auto with_value = documents - static_cast<std::uint32_t>(without);
  return TextColumn(ranks, TRY(SortedDocuments::open(file, number, documents, with_value)),
                    std::move(texts));
}

std::uint32_t TextColumn::rank_of(std::string_view folded) const {
  TermCursor cursor(texts_);
  if (!cursor.at_end()) cursor.seek(folded);
  return static_cast<std::uint32_t>(cursor.number() + 1);
}

}  // namespace tributary::search
