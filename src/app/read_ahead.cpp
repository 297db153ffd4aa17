#include "app/read_ahead.h"

namespace tributary::app {

ReadAhead::ReadAhead(catalogue::ImportStream& stream, std::size_t batch_records, std::size_t depth)
    : stream_(stream),
      batch_records_(batch_records),
      depth_(depth),
      reader_([this](const std::stop_token& stop) { read(stop); }) {}

ReadAhead::~ReadAhead() {
  reader_.request_stop();
  changed_.notify_all();
}

Result<ReadBatch> ReadAhead::next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !waiting_.empty(); });
  auto batch = std::move(waiting_.front());
  // The end and a failure stay, for whoever asks again.
  if (!batch || batch->empty()) {
    waiting_.front() =
        batch ? Result<ReadBatch>(ReadBatch{}) : Result<ReadBatch>(std::unexpected(batch.error()));
    return batch;
  }
  waiting_.pop_front();
  lock.unlock();
  changed_.notify_all();
  return batch;
}

void ReadAhead::read(const std::stop_token& stop) {
  bool more = true;
  while (more && !stop.stop_requested()) {
    ReadBatch batch;
    std::vector<catalogue::ImportRecord> records;
    const auto step = stream_.next(batch_records_, records, batch.rejects);
    batch.records = store::prepare(std::move(records));
    batch.progress = stream_.progress();
    more = step && !batch.empty();
    std::unique_lock lock(mutex_);
    changed_.wait(lock, stop, [this] { return waiting_.size() < depth_; });
    waiting_.push_back(step ? Result<ReadBatch>(std::move(batch)) : std::unexpected(step.error()));
    lock.unlock();
    changed_.notify_all();
  }
}

}  // namespace tributary::app
