#include "search/index/section_spill.h"

#include <algorithm>

namespace tributary::search {

Result<> SectionSpill::spill() {
  if (!spilled_) spilled_ = TRY(SpillFile::create(folder_));
  TRY(spilled_->append(gathered_));
  gathered_.clear();
  return {};
}

Result<> SectionSpill::write(SectionFileWriter& file, SectionTag tag, std::uint32_t number) {
  TRY(file.begin_section(tag, number));
  const auto spilled_bytes = spilled_ ? spilled_->size_bytes() : 0;
  std::string piece;
  for (std::uint64_t at = 0; at < spilled_bytes; at += piece.size()) {
    piece.resize(std::min<std::uint64_t>(kGatheredBytes, spilled_bytes - at));
    TRY(spilled_->read_at(at, piece));
    TRY(file.append(piece));
  }
  return file.append(gathered_);
}

}  // namespace tributary::search
