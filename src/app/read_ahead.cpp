#include "app/read_ahead.h"

#include "app/project_document.h"

namespace tributary::app {
namespace {

std::vector<search::Document> documents_of(const std::vector<store::PreparedRecord>& records) {
  std::vector<search::Document> documents;
  documents.reserve(records.size());
  for (const auto& prepared : records) {
    documents.push_back(project_document(prepared.record.project));
  }
  return documents;
}

}  // namespace

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
    if (are_documents_wanted_) batch.documents = documents_of(batch.records);
    batch.progress = stream_.progress();
    if (step && batch.empty()) break;
    is_taken =
        batches_.put(step ? Result<ReadBatch>(std::move(batch)) : std::unexpected(step.error()));
    if (!step) break;
  }
  batches_.close();
}

}  // namespace tributary::app
