#include "search/index/column_spill.h"

#include <cerrno>
#include <cstring>
#include <vector>

#include "search/index/generation_cleanup.h"
#include "search/postings/varint.h"

namespace tributary::search {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} << 10U;
constexpr std::size_t kReadBytes = std::size_t{4} << 20U;  ///< before their memory is given back

}  // namespace

ColumnSpill::~ColumnSpill() {
  if (!path_.empty()) remove_file(path_);
}

void ColumnSpill::add(std::string_view value) {
  append_string(values_, value);
  ++count_;
}

Result<> ColumnSpill::end_document() {
  append_varint(block_, count_);
  block_ += values_;
  values_.clear();
  count_ = 0;
  ++documents_;
  return block_.size() < kBlockBytes ? Result<>() : write_block();
}

Result<> ColumnSpill::write_block() {
  if (!file_.is_open()) file_.open(path_, std::ios::binary | std::ios::trunc);
  file_.write(block_.data(), static_cast<std::streamsize>(block_.size()));
  if (!file_) return fail(ErrorCode::io, std::strerror(errno), path_.string());
  block_.clear();
  return {};
}

Result<> ColumnSpill::read(const std::function<Result<>(std::span<const std::string_view>)>& take) {
  if (!is_whole_) TRY(write_block());
  is_whole_ = true;
  file_.close();
  const auto file = TRY(MappedFile::open(path_));
  ByteReader from(file.bytes());
  std::vector<std::string_view> values;
  std::size_t dropped = 0;
  for (std::uint64_t document = 0; document < documents_; ++document) {
    values.resize(from.varint());
    for (auto& value : values) value = from.string();
    if (from.broken()) break;
    TRY(take(values));
    if (const auto behind = file.bytes().size() - from.remaining(); behind - dropped > kReadBytes) {
      file.drop_pages();
      dropped = behind;
    }
  }
  if (from.broken()) {
    return fail(ErrorCode::corrupt, "the file was changed while it was used", path_.string());
  }
  return {};
}

}  // namespace tributary::search
