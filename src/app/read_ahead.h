// app/read_ahead.h
//
// Reads an import stream in a thread of its own, a few batches ahead of who takes them, and
// prepares its records and makes their documents: parsing and storing then share the machine's
// cores instead of waiting for each other.
#pragma once

#include <atomic>
#include <thread>
#include <vector>

#include "base/channel.h"
#include "base/result.h"
#include "catalogue/import_stream.h"
#include "search/document.h"
#include "store/prepared_record.h"

namespace tributary::app {

/// What a stream yielded at one go, and how far it was then.
struct ReadBatch {
  std::vector<store::PreparedRecord> records;
  std::vector<search::Document> documents;  ///< of the records; none where none were wanted
  std::vector<catalogue::Reject> rejects;
  catalogue::ImportProgress progress;
  [[nodiscard]] bool empty() const { return records.empty() && rejects.empty(); }
};

/// Taken from by one thread. The stream must live longer, and is not to be touched until the empty
/// batch came.
class ReadAhead {
 public:
  /// At most `depth` batches of `batch_records` records wait in memory.
  ReadAhead(catalogue::ImportStream& stream, std::size_t batch_records, std::size_t depth);
  ~ReadAhead();

  /// The next batch; an empty one at the end. Errors: those of the stream, after the batches before
  /// them; then it has ended.
  Result<ReadBatch> next();

  /// Whether batches that are not read yet shall have their documents; at first they shall.
  void want_documents(bool wanted) { are_documents_wanted_ = wanted; }

 private:
  void read();

  catalogue::ImportStream& stream_;
  const std::size_t batch_records_;
  std::atomic<bool> are_documents_wanted_ = true;
  Channel<Result<ReadBatch>> batches_;
  std::jthread reader_;  // last: it uses all of the above
};

}  // namespace tributary::app
