// A spilled reject: 4 bytes size of the rest, then file, line (varint), column, reason, raw, texts
// counted.
#include "catalogue/importers/reject_queue.h"

#include <cstring>
#include <utility>

#include "base/bytes.h"
#include "catalogue/record_wire.h"

namespace tributary::catalogue {
namespace {

constexpr std::size_t kMostRawBytes = 64 * 1024;
constexpr std::size_t kMemoryBytes = std::size_t{8} << 20U;
constexpr std::size_t kMostAtOnce = 4'096;
constexpr std::size_t kTakeBytes = std::size_t{16} << 20U;

void cut_raw(std::string& raw) {
  if (raw.size() <= kMostRawBytes) return;
  auto end = kMostRawBytes;
  while (end > 0 && (static_cast<unsigned char>(raw[end]) & 0xC0) == 0x80) --end;
  raw.resize(end);
}

std::size_t bytes_of(const Reject& reject) {
  return sizeof(Reject) + reject.file.size() + reject.column.size() + reject.reason.size() +
         reject.raw.size();
}

}  // namespace

Result<> RejectQueue::push(Reject reject) {
  cut_raw(reject.raw);
  memory_bytes_ += bytes_of(reject);
  memory_.push_back(std::move(reject));
  return memory_bytes_ > kMemoryBytes ? spill() : Result<>{};
}

Result<> RejectQueue::spill() {
  if (!file_) file_ = TRY(SpillFile::create(std::filesystem::temp_directory_path()));
  std::string block, record;
  for (const auto& reject : memory_) {
    record.clear();
    append_counted(record, reject.file);
    append_varint(record, reject.line);
    append_counted(record, reject.column);
    append_counted(record, reject.reason);
    append_counted(record, reject.raw);
    append(block, static_cast<std::uint32_t>(record.size()));
    block += record;
  }
  memory_.clear();
  memory_bytes_ = 0;
  return file_->append(block);
}

Result<Reject> RejectQueue::read_spilled() {
  char size_bytes[sizeof(std::uint32_t)];
  TRY(file_->read_at(at_, size_bytes));
  std::uint32_t size = 0;
  std::memcpy(&size, size_bytes, sizeof size);
  std::string record(size, '\0');
  TRY(file_->read_at(at_ + sizeof size, record));
  at_ += sizeof size + size;
  Reject reject;
  WireReader from(record);
  if (!from.counted(reject.file) || !from.varint(reject.line) || !from.counted(reject.column) ||
      !from.counted(reject.reason) || !from.counted(reject.raw)) {
    return fail(ErrorCode::internal, "a spilled reject cannot be read again");
  }
  return reject;
}

Result<> RejectQueue::push_all(RejectQueue& other) {
  if (empty()) {
    std::swap(*this, other);
    return {};
  }
  std::vector<Reject> taken;
  while (!other.empty()) {
    TRY(other.take(kMostAtOnce, taken));
    for (auto& reject : taken) TRY(push(std::move(reject)));
    taken.clear();
  }
  return {};
}

Result<> RejectQueue::take(std::size_t limit, std::vector<Reject>& rejects) {
  for (std::size_t taken_bytes = 0; limit > 0 && taken_bytes < kTakeBytes && !empty(); --limit) {
    if (at_ < spilled_end()) {
      rejects.push_back(TRY(read_spilled()));
    } else {
      memory_bytes_ -= bytes_of(memory_.front());
      rejects.push_back(std::move(memory_.front()));
      memory_.pop_front();
    }
    taken_bytes += bytes_of(rejects.back());
  }
  return {};
}

}  // namespace tributary::catalogue
