#include "catalogue/importers/import_set.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <numeric>
#include <optional>
#include <thread>

#include "base/external_sort.h"
#include "catalogue/formats/table_file.h"
#include "catalogue/importers/fragment.h"
#include "catalogue/importers/input_hash.h"
#include "catalogue/importers/project_builder.h"
#include "catalogue/importers/reject_queue.h"
#include "catalogue/importers/table_shape.h"

namespace tributary::catalogue {
namespace {

constexpr std::size_t kMostRejectsAtOnce = 4096;

/// Files that are read at the same time, a thread each: while rows are read, nothing else goes on.
/// To sum up all files for their hash is one more piece of work, the last.
constexpr std::size_t kReadersAtOnce = 2;

/// The fragments of a key in order of file. They come in the order of rows within each.
void sort_by_file(std::vector<std::string_view>& fragments) {
  const auto file_of = [](std::string_view bytes) {
    Fragment fragment;
    return read_fragment(bytes, fragment) ? fragment.file : 0;
  };
  if (!std::ranges::is_sorted(fragments, {}, file_of)) {
    std::ranges::stable_sort(fragments, {}, file_of);
  }
}

/// Rows on the way from a reader to the sort, which is entered for many at a time: to enter it for
/// each would cost as much as some parse.
class WaitingRows {
 public:
  /// `append(bytes)` appends the row's fragment.
  template <class Append>
  void add(std::string_view key, const Append& append) {
    bytes_ += key;
    const auto key_end = bytes_.size();
    append(bytes_);
    ends_.push_back({.key = key_end, .fragment = bytes_.size()});
  }

  [[nodiscard]] bool is_full() const { return bytes_.size() >= kFullBytes; }

  /// Calls take(key, fragment) in the order of the rows; stops at its first error.
  template <class Take>
  Result<> for_each(const Take& take) const {
    const std::string_view bytes = bytes_;
    std::size_t begin = 0;
    for (const auto& end : ends_) {
      TRY(take(bytes.substr(begin, end.key - begin),
               bytes.substr(end.key, end.fragment - end.key)));
      begin = end.fragment;
    }
    return {};
  }

  void clear() {
    bytes_.clear();
    ends_.clear();
  }

 private:
  static constexpr std::size_t kFullBytes = std::size_t{32} << 10U;
  struct Ends {
    std::size_t key, fragment;
  };
  std::string bytes_;
  std::vector<Ends> ends_;
};

SetFile set_file_of(const TableShape& shape) {
  SetFile file{.width = shape.width()};
  for (const auto& bound : shape.columns) {
    switch (bound.column) {
      case Column::participants:
      case Column::coordinator:
      case Column::name:
        file.states_participations = true;
        break;
      case Column::topic_codes:
      case Column::topic_labels:
      case Column::legal_basis_codes:
      case Column::programme_codes:
      case Column::keywords:
        file.states_topics = true;
        break;
      case Column::results_card:
        file.states_links = true;
        break;
      default:
        break;
    }
  }
  return file;
}

class ImportSet final : public ImportStream {
 public:
  ImportSet(std::string source, std::vector<PlannedFile> files, std::size_t sort_memory_bytes)
      : source_(std::move(source)),
        planned_(std::move(files)),
        sort_memory_bytes_(sort_memory_bytes),
        builder_(source_, files_, tallies_) {
    for (const auto& file : planned_) bytes_total_ += file.size_bytes;
  }

  Result<> next(std::size_t limit, std::vector<ImportRecord>& batch,
                std::vector<Reject>& rejects) override {
    if (!sort_) TRY(read_files());
    TRY(rejects_.take(kMostRejectsAtOnce, rejects));
    for (std::size_t taken = 0; taken < limit;) {
      if (!TRY(sort_->next(group_))) break;
      sort_by_file(group_.items);
      auto& record = batch.emplace_back();
      if (TRY(builder_.build(group_.key, group_.items, record))) {
        ++taken;
        records_.fetch_add(1, std::memory_order_relaxed);
      } else {
        batch.pop_back();
      }
    }
    return {};
  }

  [[nodiscard]] ImportProgress progress() const override {
    return {bytes_read_.load(std::memory_order_relaxed), bytes_total_,
            records_.load(std::memory_order_relaxed)};
  }

  [[nodiscard]] const std::vector<FileTally>& tallies() const override { return tallies_; }

  [[nodiscard]] const std::string& content_hash() const override { return content_hash_; }

 private:
  Result<> read_files() {
    sort_ = std::make_unique<ExternalSort>(sort_memory_bytes_);
    tallies_.resize(planned_.size());
    files_.resize(planned_.size());
    by_size_.resize(planned_.size());
    std::iota(by_size_.begin(), by_size_.end(), std::size_t{0});
    std::ranges::stable_sort(by_size_, std::greater(),
                             [&](std::size_t file) { return planned_[file].size_bytes; });
    {
      std::vector<std::jthread> beside;
      for (std::size_t reader = 1; reader < kReadersAtOnce; ++reader) {
        beside.emplace_back([this] { read_in_turn(); });
      }
      read_in_turn();
    }
    if (failure_) return std::unexpected(std::move(*failure_));
    content_hash_ = TRY(std::move(hash_));
    return sort_->finish();
  }

  /// One of the readers: takes the largest file that nobody has taken until there is none, so that
  /// all are done at about the same time.
  void read_in_turn() {
    while (true) {
      const auto place = next_file_.fetch_add(1);
      if (place == planned_.size()) hash_ = hash_of_input(planned_);
      if (place >= planned_.size()) return;
      const auto number = by_size_[place];
      RejectQueue rejects;
      auto read = read_file(number, rejects);
      const std::scoped_lock lock(mutex_);
      read_.insert_or_assign(number, std::move(rejects));
      if (read) read = gather_rejects();
      if (read) continue;
      if (!failure_) failure_ = std::move(read).error();
      next_file_ = planned_.size() + 1;  // the hash is not wanted either
      return;
    }
  }

  /// Rejects come in the order of the files, whichever was read first. REQUIRES: mutex_ is held.
  Result<> gather_rejects() {
    while (!read_.empty() && read_.begin()->first == gathered_files_) {
      TRY(rejects_.push_all(read_.begin()->second));
      read_.erase(read_.begin());
      ++gathered_files_;
    }
    return {};
  }

  Result<> read_file(std::size_t number, RejectQueue& rejects) {
    const auto& file = planned_[number];
    auto& tally = tallies_[number];
    tally.file = file.input.name();
    auto reader = open_table(file.input);
    auto shape = reader ? recognise((*reader)->header(), source_) : std::nullopt;
    if (!shape) {  // it was recognised when the import was planned
      tally.refused = reader ? "it changed while it was imported" : reader.error().message;
      return {};
    }
    tally.kind = name_of(shape->kind);
    files_[number] = set_file_of(*shape);
    std::uint64_t counted = 0;  // of the file, in bytes_read_
    TRY(read_rows(**reader, std::move(*shape), static_cast<std::uint32_t>(number), counted,
                  rejects));
    bytes_read_.fetch_add(file.size_bytes - std::min(file.size_bytes, counted));
    return {};
  }

  Result<> read_rows(TableReader& reader, TableShape shape, std::uint32_t file_number,
                     std::uint64_t& counted, RejectQueue& rejects) {
    constexpr std::uint64_t kRowsBetweenProgress = 256;
    const auto kind = shape.kind;
    const auto names = shape.names;
    auto& tally = tallies_[file_number];
    const auto parser = row_parser_for(std::move(shape));
    Row row;
    DamagedRow damaged;
    Statement statement;
    CellFault fault;
    WaitingRows waiting;
    for (;;) {
      const auto step = reader.next(row, damaged);
      if (!step) {
        // A file that breaks off is refused whole: half of a list looks like a whole one.
        tally.refused = step.error().message;
        return {};
      }
      if (*step == TableReader::Step::end) return hand_over(waiting);
      ++tally.rows;
      if (tally.rows % kRowsBetweenProgress == 0) {
        const auto bytes = reader.bytes_read();
        bytes_read_.fetch_add(bytes - counted, std::memory_order_relaxed);
        counted = bytes;
      }
      if (*step == TableReader::Step::damaged) {
        const bool has_column = damaged.column > 0 && damaged.column <= names.size();
        TRY(reject(
            tally, rejects,
            {tally.file, damaged.line, has_column ? names[damaged.column - 1] : std::string{},
             std::move(damaged.reason), std::move(damaged.raw)}));
        continue;
      }
      statement.clear();
      if (!parser->parse(row, statement, fault)) {
        const auto column = fault.cell < names.size() ? names[fault.cell] : std::string{};
        TRY(reject(tally, rejects,
                   {tally.file, row.line, column, std::move(fault.reason), std::string(row.raw)}));
        continue;
      }
      waiting.add(statement.head.key,
                  [&](std::string& to) { append_fragment(to, kind, file_number, statement); });
      if (waiting.is_full()) TRY(hand_over(waiting));
    }
  }

  Result<> hand_over(WaitingRows& waiting) {
    const std::scoped_lock lock(mutex_);
    TRY(waiting.for_each([&](std::string_view key, std::string_view fragment) {
      return sort_->add(key, fragment);
    }));
    waiting.clear();
    return {};
  }

  static Result<> reject(FileTally& tally, RejectQueue& rejects, Reject reject) {
    ++tally.rejected;
    return rejects.push(std::move(reject));
  }

  std::string source_;
  std::vector<PlannedFile> planned_;
  std::size_t sort_memory_bytes_;
  std::string content_hash_;
  std::vector<SetFile> files_;
  std::vector<FileTally> tallies_;
  RejectQueue rejects_;
  ProjectBuilder builder_;
  std::unique_ptr<ExternalSort> sort_;
  KeyGroup group_;

  // Of the readers.
  std::vector<std::size_t> by_size_;         // numbers of files
  std::atomic<std::size_t> next_file_ = 0;   // in by_size_
  std::mutex mutex_;                         // of what follows, of sort_ and of rejects_
  std::map<std::size_t, RejectQueue> read_;  // by number of file: not yet in rejects_
  std::size_t gathered_files_ = 0;
  std::optional<Error> failure_;
  Result<std::string> hash_;  // of the reader that came last

  std::uint64_t bytes_total_ = 0;
  std::atomic<std::uint64_t> bytes_read_ = 0;
  std::atomic<std::uint64_t> records_ = 0;
};

}  // namespace

std::unique_ptr<ImportStream> open_import_set(std::string source, std::vector<PlannedFile> files,
                                              std::size_t sort_memory_bytes) {
  return std::make_unique<ImportSet>(std::move(source), std::move(files), sort_memory_bytes);
}

}  // namespace tributary::catalogue
