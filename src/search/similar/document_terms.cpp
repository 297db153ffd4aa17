#include "search/similar/document_terms.h"

#include <algorithm>
#include <array>
#include <thread>

#include "search/postings/list_cursor.h"
#include "search/similar/term_document_matrix.h"

namespace tributary::search {
namespace {

constexpr std::uint32_t kFewestInBlock = 1'000;

/// A term of which less than this share comes from topical fields stands in none: what is left is
/// the rounding of stored weights.
constexpr float kTopicalShare = 0.1F;

/// The weighted frequency tf~ that an impact stands for.
float frequency_of(Impact impact, float k1) {
  const float u = static_cast<float>(impact) / 256.0F;
  return k1 * u / (1 - u);
}

}  // namespace

DocumentTerms::DocumentTerms(const Dictionary& dictionary, const Schema& schema,
                             std::uint32_t documents, std::size_t block_bytes,
                             std::function<void()> drop_pages)
    : dictionary_(dictionary),
      schema_(schema),
      documents_(documents),
      drop_pages_(std::move(drop_pages)) {
  choose_sources(block_bytes);
}

void DocumentTerms::choose_sources(std::size_t block_bytes) {
  const DistinctiveTerms distinctive;
  std::uint64_t postings = 0;
  for (std::uint32_t term = 0; term < dictionary_.size(); ++term) {
    note_list_read();
    const auto place = dictionary_.place(term, kRankedFields);
    if (!place || place->document_count < distinctive.fewest_documents) continue;
    Source source{.term = term, .ranked = dictionary_.postings(*place), .other = {}};
    for (std::uint32_t field = 0; field < schema_.text_fields.size(); ++field) {
      const auto& own = schema_.text_fields[field];
      if (own.is_topical || own.weight == 0.0F) continue;
      const auto in_field = dictionary_.place(term, field + 1);
      if (in_field) source.other.push_back(dictionary_.postings(*in_field));
    }
    // How many documents have the term in a topical field is not known where it stands in others.
    const bool may_count =
        !source.other.empty() || distinctive.hold(place->document_count, documents_);
    if (!may_count) continue;
    postings += place->document_count;
    sources_.push_back(std::move(source));
  }
  const auto bytes_each = std::max<std::uint64_t>(
      sizeof(TermWeight), postings * sizeof(TermWeight) / std::max(documents_, 1U));
  block_documents_ = std::max(kFewestInBlock, static_cast<std::uint32_t>(block_bytes / bytes_each));
}

Result<> DocumentTerms::for_each_document(
    const std::function<Result<>(std::span<const TermWeight>)>& take) {
  rows_.resize(std::min(block_documents_, documents_));
  for (std::uint32_t first = 0; first < documents_; first += block_documents_) {
    const auto end = first + std::min(block_documents_, documents_ - first);
    for (auto& row : rows_) row.clear();
    read_block(first, end);
    for (auto document = first; document < end; ++document) TRY(take(rows_[document - first]));
    if (documents_ - first <= block_documents_) break;
  }
  rows_ = {};  // whoever trains next needs the memory
  return {};
}

void DocumentTerms::note_list_read() {
  constexpr std::uint32_t kListsBetweenDrops = 512;
  if (drop_pages_ && ++lists_read_ % kListsBetweenDrops == 0) drop_pages_();
}

/// Two threads, each for half of the documents, go through the lists at about the same pace.
void DocumentTerms::read_block(std::uint32_t first, std::uint32_t end) {
  const auto middle = first + (end - first) / 2;
  const std::jthread beside([&] {
    for (const auto& source : sources_) read(source, first, middle, first);
  });
  for (const auto& source : sources_) {
    read(source, middle, end, first);
    note_list_read();
  }
}

void DocumentTerms::read(const Source& source, std::uint32_t first, std::uint32_t end,
                         std::uint32_t block) {
  ListCursor cursor(source.ranked);
  std::vector<ListCursor> others;
  for (const auto& list : source.other) others.emplace_back(list);
  for (auto document = cursor.seek(first); document < end; document = cursor.seek(document + 1)) {
    const auto whole = frequency_of(cursor.impact(), schema_.k1);
    auto topical = whole;
    for (auto& other : others) {
      if (other.seek(document) == document) topical -= frequency_of(other.impact(), schema_.k1);
    }
    if (topical < kTopicalShare * whole) continue;
    rows_[document - block].push_back({source.term, std::log1p(topical)});
  }
}

}  // namespace tributary::search
