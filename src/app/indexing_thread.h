// app/indexing_thread.h
//
// Writes documents into the next generation of the index, in a thread of its own: reading from the
// catalogue, or storing into it, then goes on beside it.
//
//   auto indexing = TRY(IndexingThread::start(data.index(), memory_bytes));
//   TRY(indexing->add(std::move(documents))); …
//   TRY(indexing->commit(search::Commit::rebuild, search::LatentTraining::anew));
#pragma once

#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "base/channel.h"
#include "base/file.h"
#include "base/result.h"
#include "search/index.h"

namespace tributary::app {

/// Given to by one thread.
class IndexingThread {
 public:
  /// Errors: `conflict` while another process writes the index, `io`.
  static Result<std::unique_ptr<IndexingThread>> start(const Path& index_folder,
                                                       std::size_t memory_bytes);
  ~IndexingThread();  ///< without commit(), nothing has happened

  /// A later document replaces an earlier one of the same id. Waits while kMostWaiting portions are
  /// waiting. Errors: those of the index, some calls late.
  Result<> add(std::vector<search::Document> documents) {
    return give({.documents = std::move(documents), .is_to_be_written = false});
  }

  /// Has the thread write what it holds in memory once it has come so far. Waits and fails as
  /// add().
  Result<> write_out() { return give({.documents = {}, .is_to_be_written = true}); }

  /// Waits for the last project and swaps the generation in: of these projects, or extended by
  /// them. Nothing may follow.
  Result<> commit(search::Commit how, search::LatentTraining training);

 private:
  struct Portion {
    std::vector<search::Document> documents;
    bool is_to_be_written = false;  ///< with all that came before
  };

  explicit IndexingThread(search::IndexWriter writer);
  Result<> give(Portion portion);
  void run(const std::stop_token& stop);
  Result<> index(const Portion& portion, const std::stop_token& stop);

  search::IndexWriter writer_;
  /// Enough for the thread to go on while others write to the disk, and they while it does.
  static constexpr std::size_t kMostWaiting = 16;
  Channel<Portion> waiting_{kMostWaiting};
  std::optional<Error> failure_;  ///< read only once thread_ has ended
  std::jthread thread_;           // last: it uses all of the above
};

}  // namespace tributary::app
