#include "app/read_ahead.h"

namespace tributary::app {

ReadAhead::ReadAhead(catalogue::ImportStream& stream, std::size_t batch_records, std::size_t depth)
    : stream_(stream),
      batch_records_(batch_records),
      batches_(depth),
      reader_([this] { read(); }) {}

ReadAhead::~ReadAhead() { batches_.close(); }

Result<ReadBatch> ReadAhead::next() {
  auto batch = batches_.take();
  return batch ? std::move(*batch) : ReadBatch{};
}

void ReadAhead::read() {
  for (bool is_taken = true; is_taken;) {
    ReadBatch batch;
    std::vector<catalogue::ImportRecord> records;
    const auto step = stream_.next(batch_records_, records, batch.rejects);
    batch.records = store::prepare(std::move(records));
    batch.progress = stream_.progress();
    if (step && batch.empty()) break;
    is_taken =
        batches_.put(step ? Result<ReadBatch>(std::move(batch)) : std::unexpected(step.error()));
    if (!step) break;
  }
  batches_.close();
}

}  // namespace tributary::app
