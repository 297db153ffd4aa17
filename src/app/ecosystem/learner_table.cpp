#include "app/ecosystem/learner_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/ecosystem/table_columns.h"
#include "catalogue/formats/csv_reader.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using catalogue::TableReader;

constexpr std::array<std::string_view, 6> kLearnerColumns = {"learner", "arm",    "group",
                                                             "outcome", "before", "after"};
constexpr std::string_view kTableName = "the table of learners";
/// Of text that is stored at a time.
constexpr std::size_t kPieceBytes = 256 * 1024;

/// What is no table is the fault of the field that it came in.
Error of_table(Error error) {
  if (error.code == ErrorCode::unrecognised || error.code == ErrorCode::corrupt) {
    return {.code = ErrorCode::invalid_argument, .message = error.message, .context = "table"};
  }
  return error;
}

Result<> read_rows_of_learners(TableReader& table, eco::LearnerIntake& intake,
                               LearnerImport& report,
                               const std::function<Result<>(std::string_view)>& keep) {
  const auto at =
      TRY(places_of_columns(kLearnerColumns, table.header(), kTableName, Path(kTableName)));
  catalogue::Row row;
  catalogue::DamagedRow damaged;
  for (auto step = TRY(table.next(row, damaged)); step != TableReader::Step::end;
       step = TRY(table.next(row, damaged))) {
    if (++report.rows > static_cast<std::uint64_t>(eco::kMostLearnerRows)) {
      return fail(ErrorCode::invalid_argument,
                  fmt::format("A table has at most {} rows.", eco::kMostLearnerRows), "table");
    }
    if (step == TableReader::Step::damaged) {
      report.rejected.push_back({damaged.line, {}, damaged.reason});
    } else {
      const auto cell = [&](std::size_t column) { return row.cells[at[column]]; };
      const auto taken =
          intake.take({cell(0), cell(1), cell(2), cell(3), cell(4), cell(5)}, row.line);
      if (!taken) report.rejected.push_back(rejected_row(row.line, taken.error(), kLearnerColumns));
    }
    report.is_cut = report.rejected.size() == kMostRejectedLearners;
    if (report.is_cut) return {};
    if (intake.text_bytes() < kPieceBytes) continue;
    const auto piece = intake.take_text();
    if (report.rejected.empty()) TRY(keep(piece));
  }
  const auto last = intake.take_text();
  return report.rejected.empty() ? keep(last) : Result<>();
}

class UploadSource final : public catalogue::ByteSource {
 public:
  explicit UploadSource(std::shared_ptr<const SpillFile> upload) : upload_(std::move(upload)) {}

  Result<std::string_view> next_block() override {
    block_.resize(std::min<std::uint64_t>(kPieceBytes, upload_->size_bytes() - read_bytes_));
    if (!block_.empty()) TRY(upload_->read_at(read_bytes_, block_));
    read_bytes_ += block_.size();
    return std::string_view(block_);
  }

  [[nodiscard]] std::uint64_t bytes_read() const override { return read_bytes_; }

 private:
  std::shared_ptr<const SpillFile> upload_;
  std::string block_;
  std::uint64_t read_bytes_ = 0;
};

}  // namespace

std::unique_ptr<catalogue::ByteSource> source_of_upload(std::shared_ptr<const SpillFile> upload) {
  return std::make_unique<UploadSource>(std::move(upload));
}

Result<LearnerImport> read_learners(std::unique_ptr<catalogue::ByteSource> table,
                                    eco::LearnerIntake& intake,
                                    const std::function<Result<>(std::string_view)>& keep) {
  auto reader =
      catalogue::CsvReader::open(catalogue::ByteWindow(std::move(table)), std::string(kTableName));
  if (!reader) return std::unexpected(of_table(std::move(reader).error()));
  LearnerImport report;
  if (auto read = read_rows_of_learners(**reader, intake, report, keep); !read) {
    return std::unexpected(of_table(std::move(read).error()));
  }
  if (report.rejected.empty() && intake.rows() == 0) {
    return fail(ErrorCode::invalid_argument, "The table has no learner.", "table");
  }
  return report;
}

}  // namespace tributary::app
