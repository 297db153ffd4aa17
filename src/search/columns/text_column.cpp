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
  TRY(write_packed_codes(file, SectionTag::text_ranks, number, ranks, rank));
  return write_documents(file, SectionTag::sorted_documents, number, sorted);
}

Result<TextColumn> TextColumn::open(const SectionFile& file, std::uint32_t number,
                                    std::uint32_t documents) {
  auto texts = TRY(FrontCodedTerms::open(file, number));
  const auto ranks = TRY(PackedCodes::open(file, SectionTag::text_ranks, number, documents,
                                           static_cast<std::uint32_t>(texts.size())));
  std::uint32_t with_value = 0;
  for (std::uint32_t document = 0; document < documents; ++document) {
    with_value += ranks[document] > 0 ? 1U : 0U;
  }
  const auto sorted = TRY(SortedDocuments::open(file, number, documents, with_value));
  return TextColumn(ranks, sorted, std::move(texts));
}

std::uint32_t TextColumn::rank_of(std::string_view folded) const {
  TermCursor cursor(texts_);
  if (!cursor.at_end()) cursor.seek(folded);
  return static_cast<std::uint32_t>(cursor.number() + 1);
}

}  // namespace tributary::search
