#include "catalogue/formats/byte_window.h"

#include <algorithm>
#include <cstring>

namespace tributary::catalogue {

Result<> ByteWindow::grow(std::size_t size_bytes) {
  const std::size_t before = end_ - begin_;
  if (before >= size_bytes || ended_) return {};
  make_room(size_bytes);
  while (end_ - begin_ < size_bytes) {
    if (pending_.empty()) {
      if (failure_) break;
      auto block = source_->next_block();
      if (!block) {
        failure_ = std::move(block).error();
        break;
      }
      if (block->empty()) {
        ended_ = true;
        break;
      }
      pending_ = *block;
    }
    const std::size_t count = std::min(pending_.size(), capacity_ - end_);
    std::memcpy(buffer_.get() + end_, pending_.data(), count);
    pending_.remove_prefix(count);
    end_ += count;
  }
  if (failure_ && end_ - begin_ == before) return std::unexpected(*failure_);
  return {};
}

void ByteWindow::make_room(std::size_t size_bytes) {
  const std::size_t used = end_ - begin_;
  if (capacity_ < size_bytes) {
    const std::size_t capacity = std::max(size_bytes, capacity_ * 2);
    auto larger = std::make_unique<char[]>(capacity + kPaddingBytes);
    if (used > 0) std::memcpy(larger.get(), buffer_.get() + begin_, used);
    buffer_ = std::move(larger);
    capacity_ = capacity;
  } else if (begin_ + size_bytes > capacity_) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, used);
  } else {
    return;
  }
  begin_ = 0;
  end_ = used;
}

}  // namespace tributary::catalogue
