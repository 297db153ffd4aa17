// search/index/occurrence_buffer.h
//
// The words of the documents on their way into posting lists. Occurrences are kept flat, in the
// order in which they came, and when there are enough they are put into the order of terms and
// written out as a run; the runs are merged at the end (run_merge.h). So memory stays bounded
// however many documents come.
//
// A run is a temporary file of its terms in ascending order:
//
//   term             length u32 varint, bytes
//   document count   varint
//   postings         length varint, bytes as in postings/posting_codec.h
//   positions        length varint, bytes likewise
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"

namespace tributary::search {

/// Positions are counted up to here in one field of one document.
inline constexpr std::uint32_t kMaximumPosition = (1U << 24) - 1;

/// Collects occurrences, document after document, field after field, position after position.
/// Not thread-safe.
class OccurrenceBuffer {
 public:
  /// REQUIRES: position ≤ kMaximumPosition, field < 32; none smaller than the one before.
  void add(std::string_view term, std::uint32_t document, std::uint32_t field,
           std::uint32_t position);

  /// About 300 MB with what sorting needs.
  [[nodiscard]] bool is_full() const { return occurrences_.size() >= kFullOccurrences; }
  [[nodiscard]] bool is_empty() const { return occurrences_.empty(); }

  /// Writes everything as a run and is empty afterwards.
  Result<> write_run(const Path& path);

 private:
  static constexpr std::size_t kFullOccurrences = 12'000'000;
  struct Place {
    std::uint32_t document = 0;
    std::uint32_t field_and_position = 0;  ///< field in the upper 8 bits
  };
  struct Occurrence {
    std::uint32_t term = 0;
    Place place;
  };

  std::uint32_t number_of(std::string_view term);

  boost::unordered_flat_map<std::string_view, std::uint32_t> term_numbers_;
  std::deque<std::string> terms_;  ///< by number; a deque, because the map's keys point into it
  std::vector<std::uint32_t> term_occurrences_;
  std::vector<Occurrence> occurrences_;
};

}  // namespace tributary::search
