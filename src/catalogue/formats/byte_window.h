// catalogue/formats/byte_window.h
//
// A sliding window over a stream of bytes: what a reader has not consumed yet, in one piece.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "catalogue/formats/byte_source.h"

namespace tributary::catalogue {

/// Not thread-safe. Growing moves the bytes: views into the window end with the next grow().
class ByteWindow {
 public:
  /// Readable bytes behind view(), of any value, so that kernels may load whole vectors.
  static constexpr std::size_t kPaddingBytes = 64;

  explicit ByteWindow(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  [[nodiscard]] std::string_view view() const {
    return buffer_ ? std::string_view(buffer_.get() + begin_, end_ - begin_) : std::string_view{};
  }

  /// Whether view() reaches to the end of the input.
  [[nodiscard]] bool at_end() const { return ended_; }

  /// REQUIRES: count <= view().size().
  void consume(std::size_t count) { begin_ += count; }

  /// Reads on until view() has `size_bytes` or the input ends. A failure of the source is returned
  /// only when no byte was gained before it, so that what is whole can be read first.
  Result<> grow(std::size_t size_bytes);

  [[nodiscard]] std::uint64_t bytes_read() const { return source_->bytes_read(); }

 private:
  void make_room(std::size_t size_bytes);

  std::unique_ptr<ByteSource> source_;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::string_view pending_;  ///< of the source's block, not yet taken over
  std::optional<Error> failure_;
  bool ended_ = false;
};

}  // namespace tributary::catalogue
