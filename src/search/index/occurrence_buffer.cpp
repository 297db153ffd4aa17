#include "search/index/occurrence_buffer.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <numeric>
#include <span>

#include "search/postings/posting_codec.h"
#include "search/postings/varint.h"

namespace tributary::search {

std::uint32_t OccurrenceBuffer::number_of(std::string_view term) {
  if (const auto known = term_numbers_.find(term); known != term_numbers_.end()) {
    return known->second;
  }
  const auto number = static_cast<std::uint32_t>(terms_.size());
  term_numbers_.emplace(terms_.emplace_back(term), number);
  term_occurrences_.push_back(0);
  return number;
}

void OccurrenceBuffer::add(std::string_view term, std::uint32_t document, std::uint32_t field,
                           std::uint32_t position) {
  const auto number = number_of(term);
  ++term_occurrences_[number];
  occurrences_.push_back(
      {.term = number,
       .place = {.document = document, .field_and_position = field << 24 | position}});
}

Result<> OccurrenceBuffer::write_run(const Path& path) {
  // A counting sort by term keeps each term's occurrences in the order in which they came.
  std::vector<std::uint32_t> next(terms_.size());
  std::exclusive_scan(term_occurrences_.begin(), term_occurrences_.end(), next.begin(), 0U);
  std::vector<Place> places(occurrences_.size());
  for (const auto& [term, place] : occurrences_) places[next[term]++] = place;

  std::vector<std::uint32_t> order(terms_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {},
                    [&](std::uint32_t term) -> const std::string& { return terms_[term]; });

  std::ofstream file(path, std::ios::binary);
  std::string record;
  PostingEncoder encoder;
  std::vector<std::uint32_t> positions;
  std::vector<FieldOccurrences> fields;
  for (const auto term : order) {
    const auto own =
        std::span(places).subspan(next[term] - term_occurrences_[term], term_occurrences_[term]);
    encoder.clear();
    for (std::size_t at = 0; at < own.size();) {
      const auto document = own[at].document;
      const auto first = at;
      fields.clear();
      positions.clear();
      while (at < own.size() && own[at].document == document) {
        positions.push_back(own[at++].field_and_position & kMaximumPosition);
      }
      for (auto begin = first; begin < at;) {
        const auto field = own[begin].field_and_position >> 24;
        auto end = begin;
        while (end < at && own[end].field_and_position >> 24 == field) ++end;
        fields.push_back({field, std::span(positions).subspan(begin - first, end - begin)});
        begin = end;
      }
      encoder.add(document, fields);
    }
    record.clear();
    append_string(record, terms_[term]);
    append_varint(record, encoder.document_count());
    append_string(record, encoder.postings());
    append_string(record, encoder.positions());
    file.write(record.data(), static_cast<std::streamsize>(record.size()));
  }
  file.close();
  if (!file) return fail(ErrorCode::io, std::strerror(errno), path.string());

  occurrences_.clear();
  term_numbers_.clear();
  terms_.clear();
  term_occurrences_.clear();
  return {};
}

}  // namespace tributary::search
