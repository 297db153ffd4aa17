// search/columns/text_column_builder.h
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/section_file.h"

namespace tributary::search {

/// Writes a column that has at most one value a document, most of them distinct, in the sections of
/// label_column.h. Holds the values twice, as they are and folded, and some 40 bytes a document.
/// Not thread-safe.
class TextColumnBuilder {
 public:
  /// The value of the document added next. Blanks around it are dropped; an empty one is none.
  void set(std::string_view value);
  void end_document() { ends_.push_back(bytes_.size()); }

  /// Writes the values of the documents in `kept`, in that order.
  Result<> write(SectionFileWriter& file, std::uint32_t number,
                 std::span<const std::uint32_t> kept) const;

 private:
  [[nodiscard]] std::string_view value(std::uint32_t document) const;

  std::string bytes_;                ///< one value after another
  std::vector<std::uint64_t> ends_;  ///< by document
};

}  // namespace tributary::search
