// base/external_sort.h
//
// Groups any number of items by key in bounded memory: sorts what fits, spills it as a run to one
// temporary file, and merges the runs.
//
//   ExternalSort sort(48 << 20);
//   TRY(sort.add("101046133", payload)); …
//   TRY(sort.finish());
//   KeyGroup group;
//   while (TRY(sort.next(group))) use(group.key, group.items);
//
// What fits into memory as a whole is never written.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "base/spill_file.h"

namespace tributary {

/// All items of one key, in the order in which they were added. The views are valid until the next
/// call of next().
struct KeyGroup {
  std::string_view key;
  std::vector<std::string_view> items;
};

/// Holds `memory_bytes`, a fourth of that again, and one group. It is three portions: while one is
/// sorted and written in a thread of its own, the second waits for that and the third is filled, so
/// that neither side waits whenever the other is slow for a moment. Not thread-safe.
class ExternalSort {
 public:
  /// Runs go to a file in `folder`.
  explicit ExternalSort(std::size_t memory_bytes,
                        Path folder = std::filesystem::temp_directory_path());
  ~ExternalSort();

  /// Errors: `io` when a run cannot be written, some calls late; `too_long` for an item that does
  /// not fit into a third of the memory.
  Result<> add(std::string_view key, std::string_view item);

  /// After the last add().
  Result<> finish();

  /// The next group in ascending order of key (as bytes); false at the end. Errors: `io`.
  Result<bool> next(KeyGroup& group);

  [[nodiscard]] std::size_t spilled_runs() const { return runs_.size(); }

 private:
  /// An item in memory: where it begins, and as much of its key as tells most apart, so that few
  /// comparisons follow it to memory. Of a key of at most kWholeKeyBytes that is all of it.
  struct Place {
    std::uint64_t first_bytes;  ///< eight, as a number that orders as they do
    std::uint32_t next_bytes;   ///< three more, and the key's size, at most kWholeKeyBytes + 1
    std::uint32_t offset;

    static Place of(std::string_view key, std::uint32_t offset);
    [[nodiscard]] bool has_whole_key() const { return (next_bytes & 0xFFU) <= kWholeKeyBytes; }
    [[nodiscard]] bool has_same_start(const Place& other) const {
      return first_bytes == other.first_bytes && next_bytes == other.next_bytes;
    }
  };
  static constexpr std::size_t kWholeKeyBytes = 11;

  /// Items in the order in which they were added, and their places, once sorted, in order of key.
  class Portion {
   public:
    /// False, with nothing added, where it is full.
    bool add(std::string_view key, std::string_view item, std::size_t capacity_bytes);
    void sort();
    void clear();

    [[nodiscard]] const std::vector<Place>& places() const { return places_; }
    [[nodiscard]] std::string_view key_at(const Place& place) const;
    [[nodiscard]] bool have_same_key(const Place& left, const Place& right) const;
    [[nodiscard]] std::string_view item_at(const Place& place) const;
    /// As it lies in memory, and in a run.
    [[nodiscard]] std::string_view bytes_at(const Place& place) const;

   private:
    std::unique_ptr<char[]> memory_;
    std::size_t used_ = 0;
    std::vector<Place> places_;
  };
  struct Run {
    std::uint64_t begin, end;  ///< in the spill file
  };
  class Cursor;

  static constexpr std::size_t kPortions = 3;

  Result<> spill();
  Result<> wait_for_spills();
  void write_portions();
  Result<> write_run(Portion& portion);
  bool next_from_memory(KeyGroup& group);
  Result<bool> next_from_runs(KeyGroup& group);

  std::size_t portion_bytes_;
  Path folder_;
  Portion filling_;
  std::size_t next_place_ = 0;  // of filling_, where there are no runs

  std::optional<SpillFile> file_;
  std::vector<Run> runs_;
  std::vector<std::unique_ptr<Cursor>> heap_;
  std::string group_bytes_;

  std::mutex mutex_;  // of what follows
  std::condition_variable changed_;
  std::deque<Portion> leaving_;  // to be sorted and written
  std::vector<Portion> empty_ = std::vector<Portion>(kPortions - 1);
  Result<> spilled_;      // the first error of writing
  bool is_over_ = false;  // no portion follows

  std::jthread spilling_;  // last: it uses all of the above, file_ and runs_ alone while it runs
};

}  // namespace tributary
