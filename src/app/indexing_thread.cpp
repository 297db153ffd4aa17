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
    : writer_(std::move(writer)), thread_([this](const std::stop_token& stop) { index(stop); }) {}

IndexingThread::~IndexingThread() = default;

Result<> IndexingThread::add(Projects projects) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !waiting_ || failure_; });
  if (failure_) return std::unexpected(*failure_);
  waiting_ = std::move(projects);
  lock.unlock();
  changed_.notify_all();
  return {};
}

Result<> IndexingThread::commit(search::Commit how, search::LatentTraining training) {
  {
    const std::scoped_lock lock(mutex_);
    is_last_ = true;
  }
  changed_.notify_all();
  thread_.join();
  if (failure_) return std::unexpected(*failure_);
  TRY(writer_.commit(how, training));
  return {};
}

void IndexingThread::index(const std::stop_token& stop) {
  while (true) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, stop, [this] { return waiting_ || is_last_; });
    if (stop.stop_requested() || !waiting_) return;
    auto projects = std::exchange(waiting_, std::nullopt);
    lock.unlock();
    changed_.notify_all();
    for (const auto& project : (*projects)()) {
      if (stop.stop_requested()) return;
      auto added = writer_.add(project_document(project));
      if (added) continue;
      const std::scoped_lock failing(mutex_);
      failure_ = std::move(added).error();
      changed_.notify_all();
      return;
    }
  }
}

}  // namespace tributary::app
