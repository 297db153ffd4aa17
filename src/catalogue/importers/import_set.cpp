#include "catalogue/importers/import_set.h"

#include <atomic>

#include "catalogue/formats/table_file.h"
#include "catalogue/importers/external_sort.h"
#include "catalogue/importers/project_builder.h"
#include "catalogue/importers/reject_queue.h"
#include "catalogue/importers/table_shape.h"

namespace tributary::catalogue {
namespace {

constexpr std::size_t kMostRejectsAtOnce = 4096;

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

 private:
  Result<> read_files() {
    sort_ = std::make_unique<ExternalSort>(sort_memory_bytes_);
    std::uint64_t bytes_before = 0;
    for (const auto& file : planned_) {
      TRY(read_file(file, bytes_before));
      bytes_before += file.size_bytes;
      bytes_read_.store(bytes_before, std::memory_order_relaxed);
    }
    return sort_->finish();
  }

  Result<> read_file(const PlannedFile& file, std::uint64_t bytes_before) {
    auto& tally = tallies_.emplace_back();
    files_.emplace_back();
    tally.file = file.input.name();
    auto reader = open_table(file.input);
    auto shape = reader ? recognise((*reader)->header(), source_) : std::nullopt;
    if (!shape) {  // it was recognised when the import was planned
      tally.refused = reader ? "it changed while it was imported" : reader.error().message;
      return {};
    }
    tally.kind = name_of(shape->kind);
    files_.back() = set_file_of(*shape);
    return read_rows(**reader, std::move(*shape), bytes_before, tally);
  }

  Result<> read_rows(TableReader& reader, TableShape shape, std::uint64_t bytes_before,
                     FileTally& tally) {
    constexpr std::uint64_t kRowsBetweenProgress = 256;
    const auto kind = shape.kind;
    const auto names = shape.names;
    const auto file_number = static_cast<std::uint32_t>(files_.size() - 1);
    const auto parser = row_parser_for(std::move(shape));
    Row row;
    DamagedRow damaged;
    Statement statement;
    CellFault fault;
    std::string fragment;
    for (;;) {
      const auto step = reader.next(row, damaged);
      if (!step) {
        // A file that breaks off is refused whole: half of a list looks like a whole one.
        tally.refused = step.error().message;
        return {};
      }
      if (*step == TableReader::Step::end) return {};
      ++tally.rows;
      if (tally.rows % kRowsBetweenProgress == 0) {
        bytes_read_.store(bytes_before + reader.bytes_read(), std::memory_order_relaxed);
      }
      if (*step == TableReader::Step::damaged) {
        const bool has_column = damaged.column > 0 && damaged.column <= names.size();
        TRY(reject(tally, {tally.file, damaged.line,
                           has_column ? names[damaged.column - 1] : std::string{},
                           std::move(damaged.reason), std::move(damaged.raw)}));
        continue;
      }
      statement.clear();
      if (!parser->parse(row, statement, fault)) {
        const auto column = fault.cell < names.size() ? names[fault.cell] : std::string{};
        TRY(reject(tally,
                   {tally.file, row.line, column, std::move(fault.reason), std::string(row.raw)}));
        continue;
      }
      fragment.clear();
      append_fragment(fragment, kind, file_number, statement);
      TRY(sort_->add(statement.head.key, fragment));
    }
  }

  Result<> reject(FileTally& tally, Reject reject) {
    ++tally.rejected;
    return rejects_.push(std::move(reject));
  }

  std::string source_;
  std::vector<PlannedFile> planned_;
  std::size_t sort_memory_bytes_;
  std::vector<SetFile> files_;
  std::vector<FileTally> tallies_;
  RejectQueue rejects_;
  ProjectBuilder builder_;
  std::unique_ptr<ExternalSort> sort_;
  KeyGroup group_;

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
