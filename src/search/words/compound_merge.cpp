#include "search/words/compound_merge.h"

namespace tributary::search {

CompoundMerge::CompoundMerge(std::span<const CompoundsOfSegment> segments) {
  for (const auto& segment : segments) cursors_.push_back({.of = segment});
  for (auto& cursor : cursors_) cursor.read();
}

void CompoundMerge::take(std::uint32_t number, std::string_view word) {
  std::vector<WordPart> parts;
  for (auto& cursor : cursors_) {
    if (cursor.at_end() || cursor.word != word) continue;
    if (parts.empty()) {
      for (const auto part : cursor.of.table->parts_of(cursor.compound)) {
        parts.push_back(cursor.of.table->part(part));
      }
    }
    ++cursor.compound;
    cursor.read();
  }
  if (!parts.empty()) builder_.add(number, parts);
}

Result<> CompoundMerge::write(SectionFileWriter& file) {
  for (const auto& cursor : cursors_) {
    const auto& table = *cursor.of.table;
    for (std::uint32_t part = 0; part < table.parts(); ++part) {
      builder_.tell_documents(table.part(part).stem, table.documents(part));
    }
  }
  return builder_.write(file);
}

}  // namespace tributary::search
