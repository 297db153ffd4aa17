// search/columns/label_chunks.h
//
// The documents of labels that are neither frequent nor rare, by chunks of 65,536 documents: how
// many of a set have each label is counted chunk by chunk, since the bits of one stay in the
// processor's nearest cache. Sections, `number` being the column's place in the schema:
//
//   value_chunk_ends   u32 each: where the numbers end of the first label in the first chunk, of
//                      the second label in it …; then those of the second chunk …
//   value_chunks       u16 each: a document less the first of its chunk, ascending within each
//   label
#pragma once

#include <cstdint>
#include <span>

#include "search/index/section_file.h"

namespace tributary::search {

inline constexpr std::uint32_t kChunkDocuments = 65'536;

/// `documents_of`: of each label the documents, ascending, all below `documents`.
Result<> write_label_chunks(SectionFileWriter& file, std::uint32_t number,
                            std::span<const std::span<const std::uint32_t>> documents_of,
                            std::uint32_t documents);

/// Reads them in place. Safe from any thread; the file must outlive it.
class LabelChunks {
 public:
  /// `totals`: how many documents each label has. Errors: `corrupt` naming the file.
  static Result<LabelChunks> open(const SectionFile& file, std::uint32_t number,
                                  std::span<const std::uint32_t> totals, std::uint32_t documents);

  /// Adds to counts[i] how many documents of the set have label i; `words` are its bits, in whole
  /// windows.
  void count(const std::uint64_t* words, std::uint32_t* counts) const;

  /// Calls visit(document) for each that has the label, in ascending order.
  template <class Visit>
  void for_each(std::size_t label, Visit visit) const {
    for (std::size_t chunk = 0; chunk < chunks_; ++chunk) {
      const auto first = static_cast<std::uint32_t>(chunk * kChunkDocuments);
      for (const auto number : numbers(chunk, label)) visit(first + number);
    }
  }

 private:
  LabelChunks(std::span<const std::uint32_t> ends, std::span<const std::uint16_t> numbers,
              std::size_t labels, std::size_t chunks)
      : ends_(ends), numbers_(numbers), labels_(labels), chunks_(chunks) {}

  [[nodiscard]] std::span<const std::uint16_t> numbers(std::size_t chunk, std::size_t label) const {
    const auto at = chunk * labels_ + label;
    const auto begin = at == 0 ? 0 : ends_[at - 1];
    return numbers_.subspan(begin, ends_[at] - begin);
  }

  std::span<const std::uint32_t> ends_;
  std::span<const std::uint16_t> numbers_;
  std::size_t labels_, chunks_;
};

}  // namespace tributary::search
