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
//   documents        length varint, bytes as in index/run_codec.h
//   records          length varint, bytes likewise
#pragma once

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "search/index/run_codec.h"

namespace tributary::search {

/// Collects occurrences, document after document, field after field, position after position.
/// Not thread-safe.
class OccurrenceBuffer {
 public:
  /// Holds as many bytes, but no more than kMostBytes.
  explicit OccurrenceBuffer(std::size_t budget_bytes)
      : budget_bytes_(std::min(budget_bytes, kMostBytes)) {}

  /// `mark` is a note beside the term, zero where there is none yet: a term that comes with its
  /// mark needs no look-up. REQUIRES: position ≤ kMaximumPosition, field < 32; none smaller than
  /// the one before; no other buffer writes the mark.
  void add(std::string_view term, std::uint64_t& mark, std::uint32_t document, std::uint32_t field,
           std::uint32_t position) {
    if (mark < first_mark_) mark = first_mark_ + number_of(term);
    const auto number = static_cast<std::uint32_t>(mark - first_mark_);
    ++term_occurrences_[number];
    if (documents_.empty() || documents_.back().document != document) {
      documents_.push_back({document, static_cast<std::uint32_t>(occurrences_.size())});
    }
    occurrences_.push_back({number, field << 24 | position});
  }

  /// Holds about as many bytes as it may, with what sorting needs.
  [[nodiscard]] bool is_full() const { return size_bytes() >= budget_bytes_; }
  [[nodiscard]] bool is_quarter_full() const { return size_bytes() >= budget_bytes_ / 4; }
  [[nodiscard]] bool is_empty() const { return occurrences_.empty(); }

  struct Occurrence {
    std::uint32_t term = 0;                ///< its number
    std::uint32_t field_and_position = 0;  ///< field in the upper 8 bits
  };
  /// Calls visit(document, occurrences) for each document, all in the order in which they came.
  template <class Visit>
  void for_each_document(Visit visit) const {
    for (std::size_t at = 0; at < documents_.size(); ++at) {
      const auto [document, begin] = documents_[at];
      const auto end =
          at + 1 < documents_.size() ? documents_[at + 1].occurrence : occurrences_.size();
      visit(document, std::span(occurrences_).subspan(begin, end - begin));
    }
  }
  [[nodiscard]] std::size_t documents() const { return documents_.size(); }
  [[nodiscard]] std::size_t terms() const { return terms_.size(); }
  [[nodiscard]] const std::string& term(std::uint32_t number) const { return terms_[number]; }
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view term) const;

  /// Writes everything as a run and is empty afterwards.
  Result<> write_run(const Path& path);

 private:
  struct FirstOccurrence {
    std::uint32_t document = 0;
    std::uint32_t occurrence = 0;
  };

  /// More would not save time: pages that are touched for the first time cost more than runs that
  /// are merged.
  static constexpr std::size_t kMostBytes = std::size_t{256} << 20U;
  /// A fourth of the occurrences is sorted at a time, so that sorting needs a fourth of the memory.
  static constexpr std::size_t kPortions = 4;
  static constexpr std::size_t kBytesPerOccurrence =
      sizeof(Occurrence) + sizeof(RunPlace) / kPortions;
  static constexpr std::size_t kBytesPerTerm = 100;  ///< string, places in the map, count, order

  [[nodiscard]] std::size_t size_bytes() const {
    return occurrences_.size() * kBytesPerOccurrence + terms_.size() * kBytesPerTerm +
           documents_.size() * sizeof(FirstOccurrence);
  }
  std::uint32_t number_of(std::string_view term);
  /// Puts the places of the terms numbered in `portion`, one after another, into `places`.
  void sort_places(std::span<const std::uint32_t> portion, std::vector<std::uint32_t>& next,
                   std::vector<RunPlace>& places) const;

  std::size_t budget_bytes_;
  boost::unordered_flat_map<std::string_view, std::uint32_t> term_numbers_;
  std::deque<std::string> terms_;  ///< by number; a deque, because the map's keys point into it
  std::vector<std::uint32_t> term_occurrences_;
  std::vector<Occurrence> occurrences_;
  std::vector<FirstOccurrence> documents_;  ///< ascending
  std::uint64_t first_mark_ = 1;            ///< of term 0; smaller marks are of runs before
};

}  // namespace tributary::search
