// search/exec/learnt_names.h
#pragma once

#include <string_view>
#include <vector>

#include "search/index/segmented_index.h"
#include "search/other_names.h"

namespace tributary::search {

/// What the texts of `index` teach of the words of `text`: other spellings that stand in them
/// (text/spelling_variants.h) abbreviations that they explain (words/acronyms.h), the parts of
/// compounds (compound_words.h). By first word; spans may overlap.
std::vector<OtherNames> learnt_names(std::string_view text, const SegmentedIndex& index);

}  // namespace tributary::search
