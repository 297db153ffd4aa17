// search/exec/phrase.h
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "search/exec/term_list.h"

namespace tributary::search {

/// One place of a phrase: any of these terms, so many words after the phrase's first place.
struct PhrasePlace {
  std::vector<PositionedList> terms;
  std::uint32_t offset = 0;
};

/// Tells of one document after another whether the places stand in it in this order at their
/// distances, all in one field. Reads positions of a place only where the places before it left a
/// beginning. Not thread-safe; the lists must outlive it.
class PhraseCheck {
 public:
  explicit PhraseCheck(std::span<const PhrasePlace> places);
  PhraseCheck(const PhraseCheck&) = delete;
  PhraseCheck& operator=(const PhraseCheck&) = delete;
  ~PhraseCheck();

  /// Documents ascend from call to call.
  bool stands_in(std::uint32_t document);

 private:
  class PlaceCursor;
  std::vector<PlaceCursor> cursors_;
  std::vector<Spot> beginnings_;
};

}  // namespace tributary::search
