// search/columns/label_column.h
//
// A column of strings, any number a document. The distinct values are numbered in the order of
// (folded form, bytes): an ordinal compares as people sort, and the values that differ only in case
// or accents stand together. Sections, `number` being the column's place in the schema:
//
//   string_offsets, string_bytes   the values by ordinal
//   folded_offsets, folded_bytes   their folded forms by ordinal
//   value_offsets                  u32 × (documents + 1): document d has the ordinals at
//                                  value_offsets[d] .. value_offsets[d + 1]
//   value_ordinals                 u32 each, ascending within a document, each once
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/index/section_file.h"
#include "search/index/string_table.h"

namespace tributary::search {

/// Collects the values of all documents in memory. Not thread-safe.
class LabelColumnBuilder {
 public:
  /// The value of the document added next. Blanks around it are dropped; an empty one is none.
  void add(std::string_view value);
  void end_document();

  /// Writes the values of the documents in `kept`, in that order.
  Result<> write(SectionFileWriter& file, std::uint32_t number,
                 std::span<const std::uint32_t> kept) const;

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;  ///< in order of appearance
  std::vector<const std::string*> values_;
  std::vector<std::uint32_t> value_numbers_;
  std::vector<std::uint32_t> offsets_{0};
};

/// Reads a column in place. Safe from any thread; the file must outlive it.
class LabelColumn {
 public:
  /// Errors: `corrupt` naming the file.
  static Result<LabelColumn> open(const SectionFile& file, std::uint32_t number,
                                  std::uint32_t documents);

  [[nodiscard]] std::size_t distinct() const { return values_.size(); }
  [[nodiscard]] std::string_view value(std::uint32_t ordinal) const { return values_[ordinal]; }
  [[nodiscard]] std::span<const std::uint32_t> ordinals(std::uint32_t document) const {
    return ordinals_.subspan(offsets_[document], offsets_[document + 1] - offsets_[document]);
  }

  /// Ordinals [first, second) of the values that equal `value` but for case and accents.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> find(std::string_view value) const;

 private:
  LabelColumn(StringTable values, StringTable folded, std::span<const std::uint32_t> offsets,
              std::span<const std::uint32_t> ordinals)
      : values_(values), folded_(folded), offsets_(offsets), ordinals_(ordinals) {}

  StringTable values_, folded_;
  std::span<const std::uint32_t> offsets_, ordinals_;
};

/// How values are compared: blanks around them, case and accents do not count.
std::string comparable(std::string_view value);

}  // namespace tributary::search
