// search/index/column_spill.h
//
// The values of one column on their way into the index: in a temporary file, because a few hundred
// thousand documents have more of them than shall be held in memory. A document after another:
//
//   count    varint
//   values   each its length as a varint, then its bytes
#pragma once

#include <fstream>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/file.h"
#include "base/result.h"

namespace tributary::search {

/// Removes its file at the end of its life. Not thread-safe.
class ColumnSpill {
 public:
  explicit ColumnSpill(Path path) : path_(std::move(path)) {}
  ColumnSpill(ColumnSpill&&) noexcept = default;
  ColumnSpill& operator=(ColumnSpill&&) = delete;
  ~ColumnSpill();

  /// A value of the document added next.
  void add(std::string_view value);

  /// Errors: `io`.
  Result<> end_document();

  /// Gives back the values of every document, in order, each time it is called. The views are valid
  /// during the call. Nothing may be added afterwards. Errors: `io`; that of `take`, which ends it.
  Result<> read(const std::function<Result<>(std::span<const std::string_view>)>& take);

 private:
  Result<> write_block();

  Path path_;
  std::string values_, block_;
  std::uint32_t count_ = 0;
  std::uint64_t documents_ = 0;
  std::ofstream file_;
  bool is_whole_ = false;  ///< all that was added is in the file
};

}  // namespace tributary::search
