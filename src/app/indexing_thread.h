// app/indexing_thread.h
//
// Makes documents of projects and writes them into the next generation of the index, in a thread of
// its own: reading from the catalogue, or storing into it, then goes on beside it.
//
//   auto indexing = TRY(IndexingThread::start(data.index(), memory_bytes));
//   TRY(indexing->add(std::move(projects))); …
//   TRY(indexing->commit(search::Commit::rebuild, search::LatentTraining::anew));
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "base/channel.h"
#include "base/file.h"
#include "base/result.h"
#include "search/index.h"
#include "store/catalogue_store.h"

namespace tributary::app {

/// Given to by one thread.
class IndexingThread {
 public:
  /// Errors: `conflict` while another process writes the index, `io`.
  static Result<std::unique_ptr<IndexingThread>> start(const Path& index_folder,
                                                       std::size_t memory_bytes);
  ~IndexingThread();  ///< without commit(), nothing has happened

  /// What makes the projects to index; called once, in the thread.
  using Projects = std::move_only_function<std::vector<store::StoredProject>()>;

  /// Hands projects over; a later one replaces an earlier one of the same slug. Waits while others
  /// are waiting. Errors: those of the index, some calls late.
  Result<> add(Projects projects);

  /// Waits for the last project and swaps the generation in: of these projects, or extended by
  /// them. Nothing may follow.
  Result<> commit(search::Commit how, search::LatentTraining training);

 private:
  explicit IndexingThread(search::IndexWriter writer);
  void run(const std::stop_token& stop);
  Result<> index(Projects& projects, const std::stop_token& stop);

  search::IndexWriter writer_;
  Channel<Projects> waiting_{1};
  std::optional<Error> failure_;  ///< read only once thread_ has ended
  std::jthread thread_;           // last: it uses all of the above
};

}  // namespace tributary::app
