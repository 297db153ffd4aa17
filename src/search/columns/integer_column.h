// search/columns/integer_column.h
//
// A column of 64-bit integers, at most one a document, each as its distance from the least: its
// code. Sections, `number` being the column's place in the schema:
//
//   integer_frame      i64 the least value, u64 the greatest code; 0 and 0 where there is no value
//   integers           u8, u16, u32 or u64 as the greatest code needs (narrow_codes.h), in whole
//                      windows; 0 where there is no value
//   presence           one bit a document, lowest first, in u64 words, in whole windows; set where
//                      there is a value
//   integer_zones      u64 least and u64 greatest code of each window of 4,096 documents; 1 and 0
//                      where none of them has a value
//   integer_totals     u32 × (greatest code + 1): documents of each code; no bytes where the
//                      greatest is above 65,535
//   sorted_documents   sorted_documents.h
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "search/columns/narrow_codes.h"
#include "search/columns/sorted_documents.h"
#include "search/index/section_file.h"

namespace tributary::search {

/// Collects the values of all documents in memory. Not thread-safe.
class IntegerColumnBuilder {
 public:
  /// The value of the document added next; the last one counts.
  void set(std::int64_t value) { next_ = value; }
  void end_document();

  /// Writes the values of the documents in `kept`, in that order; `by_id` are their new numbers in
  /// the order of ids.
  Result<> write(SectionFileWriter& file, std::uint32_t number, std::span<const std::uint32_t> kept,
                 std::span<const std::uint32_t> by_id) const;

 private:
  std::optional<std::int64_t> next_;
  std::vector<std::optional<std::int64_t>> values_;
};

/// Codes from `first` to `last`, both inclusive.
struct CodeRange {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
};

/// Reads a column in place. Safe from any thread; the file must outlive it.
class IntegerColumn {
 public:
  /// Errors: `corrupt` naming the file.
  static Result<IntegerColumn> open(const SectionFile& file, std::uint32_t number,
                                    std::uint32_t documents);

  [[nodiscard]] bool has_value(std::uint32_t document) const {
    return (presence_[document / 64] >> (document % 64) & 1) != 0;
  }
  [[nodiscard]] std::optional<std::int64_t> value(std::uint32_t document) const {
    if (!has_value(document)) return std::nullopt;
    return value_of(codes_[document]);
  }

  [[nodiscard]] std::int64_t value_of(std::uint64_t code) const {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(least_) + code);
  }
  [[nodiscard]] std::uint64_t greatest_code() const { return greatest_code_; }
  [[nodiscard]] const NarrowCodes& codes() const { return codes_; }
  /// One bit a document that has a value, in whole windows.
  [[nodiscard]] std::span<const std::uint64_t> presence() const { return presence_; }
  /// How many documents have each code; empty where there are too many codes.
  [[nodiscard]] std::span<const std::uint32_t> totals() const { return totals_; }
  [[nodiscard]] const SortedDocuments& sorted() const { return sorted_; }

  /// The codes of the values in [low, high], without end where there is none; nothing where no
  /// value of the column can lie there.
  [[nodiscard]] std::optional<CodeRange> range_of(std::optional<std::int64_t> low,
                                                  std::optional<std::int64_t> high) const;

  /// The documents whose code lies in the range, a slice of sorted().
  [[nodiscard]] DocumentSlice documents_in(CodeRange range) const;

  /// Writes the bits of a window of documents, `first` being its first: those whose code lies in
  /// the range. Looks at single documents only where the window has codes on both sides.
  void select_window(std::uint32_t first, CodeRange range, std::uint64_t* mask) const;

 private:
  struct Frame {
    std::int64_t least;
    std::uint64_t greatest_code;
  };
  struct Zone {
    std::uint64_t least, greatest;
  };

  IntegerColumn(Frame frame, NarrowCodes codes, std::span<const std::uint64_t> presence,
                std::span<const Zone> zones, std::span<const std::uint32_t> totals,
                SortedDocuments sorted)
      : least_(frame.least),
        greatest_code_(frame.greatest_code),
        codes_(codes),
        presence_(presence),
        zones_(zones),
        totals_(totals),
        sorted_(sorted) {}
  friend class IntegerColumnBuilder;

  std::int64_t least_;
  std::uint64_t greatest_code_;
  NarrowCodes codes_;
  std::span<const std::uint64_t> presence_;
  std::span<const Zone> zones_;
  std::span<const std::uint32_t> totals_;
  SortedDocuments sorted_;
};

}  // namespace tributary::search
