// search/index/pair_spill.h
//
// Collects in which documents one frequent word follows another (postings/word_pairs.h), run after
// run of occurrences. Which words those are is told by the first run; all runs after it have the
// same, so that the pairs of a segment are complete. Its lists wait in a file without a name:
//
//   per run, and pair in the order of word_pairs.h: varint gaps of documents, the first of them
//   the document itself
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/spill_file.h"
#include "search/index/occurrence_buffer.h"
#include "search/postings/position_list.h"
#include "search/postings/word_pairs.h"
#include "search/schema.h"

namespace tributary::search {

/// A word has pairs where it is in one of so many documents of the first run, and that has at least
/// kFewestPairDocuments; of more than kMostPairedWords the most frequent.
inline constexpr std::uint32_t kPairedShare = 4;
inline constexpr std::uint32_t kFewestPairDocuments = 16;
inline constexpr std::size_t kMostPairedWords = 32;

/// Not thread-safe.
class PairSpill {
 public:
  /// Files go to `folder`.
  PairSpill(Path folder, const Schema& schema);

  /// The occurrences of the next run. Errors: `io`.
  Result<> take(const OccurrenceBuffer& occurrences);

  [[nodiscard]] bool is_empty() const { return words_.empty(); }

  /// Documents get their new numbers; those of kNoDocument are left out. Memory: the longest list.
  /// Nothing may be taken afterwards. Errors: `io`. REQUIRES: not is_empty().
  Result<FileSummary> write(std::span<const std::uint32_t> new_numbers, std::uint32_t documents,
                            SectionFileWriter file);

 private:
  struct Run {
    std::vector<std::uint64_t> ends;  ///< by pair, in the file; the first begins where the run does
    std::uint64_t begin = 0;
  };

  Result<> add_run(std::span<const std::string> lists);

  Path folder_;
  FieldMask ranked_ = 0;
  bool has_chosen_ = false;
  std::vector<std::string> words_;  ///< ascending
  std::optional<SpillFile> file_;
  std::vector<Run> runs_;
};

}  // namespace tributary::search
