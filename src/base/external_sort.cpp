// An item, in memory and in a run:
//
//   key size     4 bytes, little-endian
//   item size    4 bytes, little-endian
//   key          as given
//   item         as given
//
// A run is items in ascending order of key; items of one key in the order in which they were added.
// Runs follow each other in the spill file in the order in which they were filled.
#include "base/external_sort.h"

#include <algorithm>
#include <cstring>

#include "base/bytes.h"

namespace tributary {
namespace {

constexpr std::size_t kItemHeaderBytes = 8;
constexpr std::size_t kMergeBufferBytes = std::size_t{4} << 20U;  ///< of all runs together

struct ItemSizes {
  std::uint32_t key, item;
};

ItemSizes sizes_at(const char* at) {
  ItemSizes sizes{};
  std::memcpy(&sizes, at, sizeof sizes);
  return sizes;
}
static_assert(sizeof(ItemSizes) == kItemHeaderBytes);

}  // namespace

ExternalSort::Place ExternalSort::Place::of(std::string_view key, std::uint32_t offset) {
  const auto number_of = [key](std::size_t begin, std::size_t end) {
    std::uint64_t number = 0;
    for (auto at = begin; at < end; ++at) {
      number = number << 8U | (at < key.size() ? static_cast<unsigned char>(key[at]) : 0U);
    }
    return number;
  };
  const auto size = std::min(key.size(), kWholeKeyBytes + 1);
  return {.first_bytes = number_of(0, 8),
          .next_bytes = static_cast<std::uint32_t>(number_of(8, kWholeKeyBytes) << 8U | size),
          .offset = offset};
}

/// Reads one run from front to back.
class ExternalSort::Cursor {
 public:
  Cursor(const SpillFile& file, const Run& run, std::size_t number, std::size_t buffer_bytes)
      : file_(file), next_(run.begin), end_(run.end), number_(number), buffer_(buffer_bytes) {}

  /// Moves to the next item; false at the end of the run.
  Result<bool> advance() {
    at_ += current_bytes_;
    current_bytes_ = 0;
    if (at_ == filled_ && next_ == end_) return false;
    TRY(need(kItemHeaderBytes));
    const auto sizes = sizes_at(buffer_.data() + at_);
    const auto size = kItemHeaderBytes + sizes.key + sizes.item;
    TRY(need(size));
    current_bytes_ = size;
    const auto* begin = buffer_.data() + at_ + kItemHeaderBytes;
    key_ = {begin, sizes.key};
    item_ = {begin + sizes.key, sizes.item};
    return true;
  }

  [[nodiscard]] std::string_view key() const { return key_; }
  [[nodiscard]] std::string_view item() const { return item_; }

  /// Whether `other` comes first: a heap of these has the smallest key on top, of the oldest run.
  [[nodiscard]] bool comes_after(const Cursor& other) const {
    const auto order = key_ <=> other.key_;
    return order == 0 ? number_ > other.number_ : order > 0;
  }

 private:
  Result<> need(std::size_t size) {
    if (filled_ - at_ >= size) return {};
    std::memmove(buffer_.data(), buffer_.data() + at_, filled_ - at_);
    filled_ -= at_;
    at_ = 0;
    if (size > buffer_.size()) buffer_.resize(size);
    const auto more = std::min<std::uint64_t>(buffer_.size() - filled_, end_ - next_);
    TRY(file_.read_at(next_, {buffer_.data() + filled_, static_cast<std::size_t>(more)}));
    next_ += more;
    filled_ += static_cast<std::size_t>(more);
    if (filled_ >= size) return {};
    return fail(ErrorCode::internal, "a run of the external sort ends early");
  }

  const SpillFile& file_;
  std::uint64_t next_, end_;
  std::size_t number_;
  std::vector<char> buffer_;
  std::size_t at_ = 0, filled_ = 0, current_bytes_ = 0;
  std::string_view key_, item_;
};

bool ExternalSort::Portion::add(std::string_view key, std::string_view item,
                                std::size_t capacity_bytes) {
  const auto size = kItemHeaderBytes + key.size() + item.size();
  if (used_ + size > capacity_bytes || (places_.size() + 1) * sizeof(Place) > capacity_bytes / 4) {
    return false;
  }
  if (!memory_) memory_ = std::make_unique_for_overwrite<char[]>(capacity_bytes);
  places_.push_back(Place::of(key, static_cast<std::uint32_t>(used_)));
  const ItemSizes sizes{static_cast<std::uint32_t>(key.size()),
                        static_cast<std::uint32_t>(item.size())};
  auto* to = memory_.get() + used_;
  std::memcpy(to, &sizes, sizeof sizes);
  std::memcpy(to + kItemHeaderBytes, key.data(), key.size());
  std::memcpy(to + kItemHeaderBytes + key.size(), item.data(), item.size());
  used_ += size;
  return true;
}

void ExternalSort::Portion::sort() {
  std::ranges::sort(places_, [this](const Place& left, const Place& right) {
    if (left.first_bytes != right.first_bytes) return left.first_bytes < right.first_bytes;
    if (left.next_bytes != right.next_bytes) return left.next_bytes < right.next_bytes;
    if (left.has_whole_key()) return left.offset < right.offset;
    const auto order = key_at(left) <=> key_at(right);
    return order == 0 ? left.offset < right.offset : order < 0;
  });
}

bool ExternalSort::Portion::have_same_key(const Place& left, const Place& right) const {
  return left.has_same_start(right) && (left.has_whole_key() || key_at(left) == key_at(right));
}

void ExternalSort::Portion::clear() {
  places_.clear();
  used_ = 0;
}

std::string_view ExternalSort::Portion::key_at(const Place& place) const {
  const auto* at = memory_.get() + place.offset;
  return {at + kItemHeaderBytes, sizes_at(at).key};
}

std::string_view ExternalSort::Portion::item_at(const Place& place) const {
  const auto* at = memory_.get() + place.offset;
  const auto sizes = sizes_at(at);
  return {at + kItemHeaderBytes + sizes.key, sizes.item};
}

std::string_view ExternalSort::Portion::bytes_at(const Place& place) const {
  const auto* at = memory_.get() + place.offset;
  const auto sizes = sizes_at(at);
  return {at, kItemHeaderBytes + sizes.key + sizes.item};
}

ExternalSort::ExternalSort(std::size_t memory_bytes, Path folder)
    : portion_bytes_(std::min<std::size_t>(memory_bytes / kPortions, UINT32_MAX)),
      folder_(std::move(folder)) {}

ExternalSort::~ExternalSort() {
  const std::scoped_lock lock(mutex_);
  leaving_.clear();
  is_over_ = true;
  changed_.notify_all();
}

Result<> ExternalSort::add(std::string_view key, std::string_view item) {
  if (filling_.add(key, item, portion_bytes_)) return {};
  TRY(spill());
  if (filling_.add(key, item, portion_bytes_)) return {};
  const auto size = kItemHeaderBytes + key.size() + item.size();
  return fail(ErrorCode::too_long, "a row of " + std::to_string(size) + " bytes", "sorting");
}

Result<> ExternalSort::spill() {
  if (filling_.places().empty()) return {};
  if (!spilling_.joinable()) spilling_ = std::jthread([this] { write_portions(); });
  std::unique_lock lock(mutex_);
  leaving_.push_back(std::move(filling_));
  changed_.notify_all();
  changed_.wait(lock, [this] { return !empty_.empty(); });
  filling_ = std::move(empty_.back());
  empty_.pop_back();
  return spilled_;
}

/// After the last portion: when all are written.
Result<> ExternalSort::wait_for_spills() {
  if (!spilling_.joinable()) return {};
  {
    const std::scoped_lock lock(mutex_);
    is_over_ = true;
    changed_.notify_all();
  }
  spilling_.join();
  return spilled_;
}

/// Of the spilling thread. After an error portions are emptied without being written, so that
/// nobody waits for ever.
void ExternalSort::write_portions() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return is_over_ || !leaving_.empty(); });
    if (leaving_.empty()) return;
    auto portion = std::move(leaving_.front());
    leaving_.pop_front();
    if (spilled_) {
      lock.unlock();
      auto written = write_run(portion);
      lock.lock();
      if (!written) spilled_ = std::move(written);
    }
    portion.clear();
    empty_.push_back(std::move(portion));
    changed_.notify_all();
  }
}

Result<> ExternalSort::write_run(Portion& portion) {
  constexpr std::size_t kWriteBytes = std::size_t{1} << 20U;
  if (!file_) file_ = TRY(SpillFile::create(folder_));
  portion.sort();
  const auto begin = file_->size_bytes();
  std::string block;
  block.reserve(kWriteBytes);
  for (const auto& place : portion.places()) {
    block += portion.bytes_at(place);
    if (block.size() >= kWriteBytes) {
      TRY(file_->append(block));
      block.clear();
    }
  }
  TRY(file_->append(block));
  runs_.push_back({begin, file_->size_bytes()});
  return {};
}

Result<> ExternalSort::finish() {
  if (!spilling_.joinable()) {
    filling_.sort();
    return {};
  }
  TRY(spill());
  TRY(wait_for_spills());
  filling_ = {};
  empty_.clear();
  const auto buffer_bytes = std::clamp<std::size_t>(
      std::min(kMergeBufferBytes, portion_bytes_) / runs_.size(), 16 << 10, 1 << 20);
  for (std::size_t number = 0; number < runs_.size(); ++number) {
    auto cursor = std::make_unique<Cursor>(*file_, runs_[number], number, buffer_bytes);
    if (TRY(cursor->advance())) heap_.push_back(std::move(cursor));
  }
  std::ranges::make_heap(heap_, [](const auto& a, const auto& b) { return a->comes_after(*b); });
  return {};
}

Result<bool> ExternalSort::next(KeyGroup& group) {
  group.items.clear();
  if (runs_.empty()) return next_from_memory(group);
  return next_from_runs(group);
}

bool ExternalSort::next_from_memory(KeyGroup& group) {
  const auto& places = filling_.places();
  if (next_place_ == places.size()) return false;
  const auto& first = places[next_place_];
  group.key = filling_.key_at(first);
  for (; next_place_ < places.size(); ++next_place_) {
    const auto& place = places[next_place_];
    if (!filling_.have_same_key(first, place)) break;
    group.items.push_back(filling_.item_at(place));
  }
  return true;
}

Result<bool> ExternalSort::next_from_runs(KeyGroup& group) {
  if (heap_.empty()) return false;
  const auto comes_after = [](const auto& a, const auto& b) { return a->comes_after(*b); };
  // The bytes move as the group grows; the views are made once it is whole.
  group_bytes_.assign(heap_.front()->key());
  const auto key_bytes = group_bytes_.size();
  std::vector<std::size_t> ends;
  while (!heap_.empty() &&
         heap_.front()->key() == std::string_view(group_bytes_).substr(0, key_bytes)) {
    std::ranges::pop_heap(heap_, comes_after);
    auto& cursor = *heap_.back();
    bool more = true;
    while (more && cursor.key() == std::string_view(group_bytes_).substr(0, key_bytes)) {
      group_bytes_ += cursor.item();
      ends.push_back(group_bytes_.size());
      more = TRY(cursor.advance());
    }
    if (more) {
      std::ranges::push_heap(heap_, comes_after);
    } else {
      heap_.pop_back();
    }
  }
  group.key = std::string_view(group_bytes_).substr(0, key_bytes);
  for (auto begin = key_bytes; const auto end : ends) {
    group.items.push_back(std::string_view(group_bytes_).substr(begin, end - begin));
    begin = end;
  }
  return true;
}

}  // namespace tributary
