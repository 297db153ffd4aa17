#include "search/columns/text_column.h"

#include <algorithm>

#include "base/bytes.h"
#include "search/columns/label_column.h"
#include "text/utf8.h"

namespace tributary::search {

Result<> TextColumnBuilder::add(std::string_view text) {
  const auto document = documents_++;
  const auto folded = comparable(text);
  const auto compared = text::prefix_of_characters(folded, kComparedBytes);
  if (compared.empty()) return {};
  return sort_.add(compared, {reinterpret_cast<const char*>(&document), sizeof document});
}

Result<> TextColumnBuilder::write(SectionFileWriter& file, std::uint32_t number,
                                  std::span<const std::uint32_t> by_id) {
  TRY(sort_.finish());
  std::vector<std::uint32_t> ranks(documents_);
  auto texts = TRY(FrontCodedTermsWriter::begin(file, number));
  std::uint32_t rank = 0;
  for (KeyGroup same; TRY(sort_.next(same));) {
    TRY(texts.add(same.key));
    ++rank;
    for (const auto document : same.items) {
      ranks[load<std::uint32_t>(as_bytes(document).data())] = rank;
    }
  }
  TRY(texts.finish());
  std::vector<std::uint32_t> with_value, without_value;
  for (const auto document : by_id) {
    (ranks[document] > 0 ? with_value : without_value).push_back(document);
  }
  const auto sorted =
      sorted_by_key(std::span<const std::uint32_t>(ranks), std::move(with_value), without_value);
  TRY(file.section(SectionTag::text_ranks, number, std::span<const std::uint32_t>(ranks)));
  return file.section(SectionTag::sorted_documents, number, std::span<const std::uint32_t>(sorted));
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
