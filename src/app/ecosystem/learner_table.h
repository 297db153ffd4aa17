// app/ecosystem/learner_table.h
//
// A table of learners as it is handed in, CSV with the columns learner, arm, group, outcome, before
// and after in any order, read as it comes.
//
//   ecosystem::LearnerIntake intake(protocol);
//   const auto report = TRY(read_learners(std::move(table), intake, keep));
//
// A function without state; the intake is of one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "app/ecosystem/rejected_row.h"
#include "base/spill_file.h"
#include "catalogue/formats/byte_source.h"
#include "ecosystem/pilot/learner_intake.h"

namespace tributary::app {

/// What was sent and lies in a file without a name.
std::unique_ptr<catalogue::ByteSource> source_of_upload(std::shared_ptr<const SpillFile> upload);

/// What became of a table of learners: all of it is taken, or nothing.
struct LearnerImport {
  std::uint64_t rows = 0;  ///< that were read
  std::vector<RejectedRow> rejected;
  bool is_cut = false;  ///< with kMostRejectedLearners rejected rows nobody read on
};

inline constexpr std::size_t kMostRejectedLearners = 1000;

/// Gives `keep` the text to be stored, piece by piece, until a row is rejected. Errors:
/// `invalid_argument` with the context "table" for what is no table, lacks a column, has no learner
/// or more than ecosystem::kMostLearnerRows rows; those of reading it, and those of `keep`.
Result<LearnerImport> read_learners(std::unique_ptr<catalogue::ByteSource> table,
                                    ecosystem::LearnerIntake& intake,
                                    const std::function<Result<>(std::string_view)>& keep);

}  // namespace tributary::app
