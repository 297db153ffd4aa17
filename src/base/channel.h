// base/channel.h
//
// Hands items from one thread to another, a few ahead.
//
//   Channel<Batch> batches(2);
//   batches.put(make_batch());          // waits while two are waiting
//   while (auto batch = batches.take()) …
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace tributary {

/// First in, first out. Safe from any thread.
template <class Item>
class Channel {
 public:
  /// At most `capacity` items wait.
  explicit Channel(std::size_t capacity) : capacity_(capacity) {}

  /// Waits while the channel is full; false, with the item dropped, once it is closed.
  bool put(Item item) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.size() < capacity_ || is_closed_; });
    if (is_closed_) return false;
    waiting_.push_back(std::move(item));
    lock.unlock();
    changed_.notify_all();
    return true;
  }

  /// Waits for an item; nothing once the channel is closed and empty.
  std::optional<Item> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !waiting_.empty() || is_closed_; });
    if (waiting_.empty()) return std::nullopt;
    std::optional<Item> item(std::move(waiting_.front()));
    waiting_.pop_front();
    lock.unlock();
    changed_.notify_all();
    return item;
  }

  /// Nothing is put any more; what waits can still be taken.
  void close() {
    {
      const std::scoped_lock lock(mutex_);
      is_closed_ = true;
    }
    changed_.notify_all();
  }

 private:
  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Item> waiting_;
  bool is_closed_ = false;
};

}  // namespace tributary
