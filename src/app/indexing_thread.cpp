#include "app/indexing_thread.h"

#include <utility>

#include "app/project_document.h"

namespace tributary::app {

Result<std::unique_ptr<IndexingThread>> IndexingThread::start(const Path& index_folder,
                                                              std::size_t memory_bytes) {
  auto writer = TRY(search::IndexWriter::create(index_folder, project_schema(), memory_bytes));
  return std::unique_ptr<IndexingThread>(new IndexingThread(std::move(writer)));
}

IndexingThread::IndexingThread(search::IndexWriter writer)
    : writer_(std::move(writer)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

IndexingThread::~IndexingThread() {
  thread_.request_stop();
  waiting_.close();
}

Result<> IndexingThread::give(Portion portion) {
  if (waiting_.put(std::move(portion))) return {};
  if (thread_.joinable()) thread_.join();
  return std::unexpected(*failure_);
}

Result<> IndexingThread::commit(search::Commit how, search::LatentTraining training) {
  waiting_.close();
  if (thread_.joinable()) thread_.join();
  if (failure_) return std::unexpected(*failure_);
  TRY(writer_.commit(how, training));
  return {};
}

void IndexingThread::run(const std::stop_token& stop) {
  while (const auto portion = waiting_.take()) {
    auto indexed = index(*portion, stop);
    if (indexed) continue;
    failure_ = std::move(indexed).error();
    waiting_.close();
    return;
  }
}

Result<> IndexingThread::index(const Portion& portion, const std::stop_token& stop) {
  for (const auto& document : portion.documents) {
    if (stop.stop_requested()) return {};
    TRY(writer_.add(document));
  }
  return portion.is_to_be_written ? writer_.write_out() : Result<>{};
}

}  // namespace tributary::app
