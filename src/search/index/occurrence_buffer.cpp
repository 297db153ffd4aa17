#include "search/index/occurrence_buffer.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <span>

#include "search/index/run_codec.h"
#include "search/postings/varint.h"
#include "search/words/text_order.h"

namespace tributary::search {
namespace {

constexpr std::uint32_t kNotInPortion = UINT32_MAX;

}  // namespace

std::uint32_t OccurrenceBuffer::number_of(std::string_view term) {
  if (occurrences_.capacity() == 0) occurrences_.reserve(budget_bytes_ / kBytesPerOccurrence);
  if (const auto known = term_numbers_.find(term); known != term_numbers_.end()) {
    return known->second;
  }
  const auto number = static_cast<std::uint32_t>(terms_.size());
  term_numbers_.emplace(terms_.emplace_back(term), number);
  term_occurrences_.push_back(0);
  return number;
}

std::optional<std::uint32_t> OccurrenceBuffer::find(std::string_view term) const {
  const auto known = term_numbers_.find(term);
  return known == term_numbers_.end() ? std::nullopt : std::optional(known->second);
}

// A counting sort by term keeps each term's occurrences in the order in which they came.
void OccurrenceBuffer::sort_places(std::span<const std::uint32_t> portion,
                                   std::vector<std::uint32_t>& next,
                                   std::vector<RunPlace>& places) const {
  std::ranges::fill(next, kNotInPortion);
  std::uint32_t sum = 0;
  for (const auto term : portion) {
    next[term] = sum;
    sum += term_occurrences_[term];
  }
  places.resize(sum);
  for_each_document([&](std::uint32_t document, std::span<const Occurrence> of_document) {
    for (const auto [term, field_and_position] : of_document) {
      if (next[term] != kNotInPortion) places[next[term]++] = {document, field_and_position};
    }
  });
}

Result<> OccurrenceBuffer::write_run(const Path& path) {
  const auto order = order_of_texts(
      terms_.size(), [&](std::uint32_t term) -> const std::string& { return terms_[term]; });

  std::vector<std::uint32_t> next(terms_.size());
  std::vector<RunPlace> places;
  std::size_t portion_end = 0;  // in `order`
  std::ofstream file(path, std::ios::binary);
  const auto write = [&](std::span<const std::byte> bytes) {
    file.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
  };
  std::string sizes;
  TermEncoder encoder;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    if (rank == portion_end) {
      const auto most = occurrences_.size() / kPortions + 1;
      for (std::size_t sum = 0; portion_end < order.size() && sum < most; ++portion_end) {
        sum += term_occurrences_[order[portion_end]];
      }
      sort_places(std::span(order).subspan(rank, portion_end - rank), next, places);
    }
    const auto term = order[rank];
    const auto own =
        std::span(places).subspan(next[term] - term_occurrences_[term], term_occurrences_[term]);
    encoder.encode(own);
    sizes.clear();
    append_string(sizes, terms_[term]);
    append_varint(sizes, static_cast<std::uint32_t>(encoder.documents().size()));
    write(as_bytes(sizes));
    write(encoder.documents());
    sizes.clear();
    append_varint(sizes, static_cast<std::uint32_t>(encoder.records().size()));
    write(as_bytes(sizes));
    write(encoder.records());
  }
  file.close();
  if (!file) return fail(ErrorCode::io, std::strerror(errno), path.string());

  first_mark_ += terms_.size();
  occurrences_.clear();
  documents_.clear();
  term_numbers_.clear();
  terms_.clear();
  term_occurrences_.clear();
  return {};
}

}  // namespace tributary::search
