// catalogue/formats/json_splitter.h
//
// Cuts a stream of JSON into its records: the objects of an array, of JSON lines, or written one
// after the other with nothing between.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "catalogue/formats/byte_window.h"
#include "catalogue/formats/table_reader.h"

namespace tributary::catalogue {

/// Finds where objects end by brackets and strings alone; whether they are right JSON is for the
/// parser. An object with a line break inside a string, or without an end, is damaged; the next one
/// begins at the next line that starts with '{' and is indented no deeper. Not thread-safe.
class JsonSplitter {
 public:
  static constexpr std::size_t kMaxObjectBytes = std::size_t{16} << 20U;
  static constexpr std::size_t kMaxRawBytes = std::size_t{64} << 10U;

  explicit JsonSplitter(ByteWindow window) : window_(std::move(window)) {}

  struct Object {
    std::uint64_t line = 0;
    std::string_view text;  ///< valid until the next call, with ByteWindow's padding behind it
  };

  /// Errors: those of the source.
  Result<TableReader::Step> next(Object& object, DamagedRow& damaged);

  [[nodiscard]] std::uint64_t bytes_read() const { return window_.bytes_read(); }

 private:
  Result<bool> skip_separators();
  Result<> drop(const char* reason, DamagedRow& damaged);
  void consume(std::size_t size_bytes);

  ByteWindow window_;
  std::uint64_t line_ = 1;
  std::size_t indent_ = 0;  ///< blanks before the first other character of this line
  bool at_line_start_ = true;
  bool is_first_ = true;
  std::size_t given_out_bytes_ = 0;
};

}  // namespace tributary::catalogue
