// search/columns/integer_column.h
//
// A column of 64-bit integers, at most one a document. Sections, `number` being the column's place
// in the schema:
//
//   integers   i64 × documents; zero where there is none
//   presence   one bit a document, lowest first, in u64 words; set where there is a value
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "search/index/section_file.h"

namespace tributary::search {

/// Collects the values of all documents in memory. Not thread-safe.
class IntegerColumnBuilder {
 public:
  /// The value of the document added next; the last one counts.
  void set(std::int64_t value) { next_ = value; }
  void end_document();
  Result<> write(SectionFileWriter& file, std::uint32_t number,
                 std::span<const std::uint32_t> kept) const;

 private:
  std::optional<std::int64_t> next_;
  std::vector<std::optional<std::int64_t>> values_;
};

/// Reads a column in place. Safe from any thread; the file must outlive it.
class IntegerColumn {
 public:
  /// Errors: `corrupt` naming the file.
  static Result<IntegerColumn> open(const SectionFile& file, std::uint32_t number,
                                    std::uint32_t documents);

  [[nodiscard]] std::optional<std::int64_t> value(std::uint32_t document) const {
    if ((presence_[document / 64] >> (document % 64) & 1) == 0) return std::nullopt;
    return values_[document];
  }

 private:
  IntegerColumn(std::span<const std::int64_t> values, std::span<const std::uint64_t> presence)
      : values_(values), presence_(presence) {}

  std::span<const std::int64_t> values_;
  std::span<const std::uint64_t> presence_;
};

}  // namespace tributary::search
