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

/// Two places next to each other whose words, in this order, have a list of the documents where
/// they stand so (postings/word_pairs.h).
struct PhrasePair {
  PostingList list;
  std::uint32_t first = 0;  ///< the number of the first of the two places
};

struct PhraseParts {
  std::vector<PhrasePlace> places;
  std::vector<PhrasePair> pairs;  ///< each stands wherever the phrase does
  bool is_pair = false;           ///< and the only one is all there is of the phrase
  bool is_nowhere = false;        ///< as two of its words never follow each other
};

/// Tells of one document after another whether the places stand in it in this order at their
/// distances, all in one field. Reads positions only where the pairs stand, and those of a place
/// where the places before it left a beginning. Not thread-safe; the lists must outlive it.
class PhraseCheck {
 public:
  explicit PhraseCheck(const PhraseParts& parts);
  PhraseCheck(const PhraseCheck&) = delete;
  PhraseCheck& operator=(const PhraseCheck&) = delete;
  ~PhraseCheck();

  /// Documents ascend from call to call.
  bool stands_in(std::uint32_t document);

 private:
  class PlaceCursor;
  std::vector<ListCursor> pairs_;
  bool is_pair_;
  std::vector<PlaceCursor> cursors_;
  std::vector<Spot> beginnings_;
};

}  // namespace tributary::search
