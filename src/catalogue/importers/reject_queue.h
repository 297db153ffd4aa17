// catalogue/importers/reject_queue.h
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "base/result.h"
#include "base/spill_file.h"
#include "catalogue/import_stream.h"

namespace tributary::catalogue {

/// Rejected rows on their way to the reader of the stream: first in, first out, in bounded memory
/// however many there are. Not thread-safe.
class RejectQueue {
 public:
  /// The row's text is cut to 64 KiB, between characters. Errors: `io`.
  Result<> push(Reject reject);

  /// Takes everything out of `other` and behind what is here. Errors: `io`.
  Result<> push_all(RejectQueue& other);

  /// Moves up to `limit` rejects, and not much more than 16 MiB, to the end of `rejects`. Errors:
  /// `io`.
  Result<> take(std::size_t limit, std::vector<Reject>& rejects);

  [[nodiscard]] bool empty() const { return memory_.empty() && at_ == spilled_end(); }

 private:
  [[nodiscard]] std::uint64_t spilled_end() const { return file_ ? file_->size_bytes() : 0; }
  Result<> spill();
  Result<Reject> read_spilled();

  std::deque<Reject> memory_;
  std::size_t memory_bytes_ = 0;
  std::optional<SpillFile> file_;  ///< older than what is in memory
  std::uint64_t at_ = 0;
};

}  // namespace tributary::catalogue
