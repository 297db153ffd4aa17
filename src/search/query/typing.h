// search/query/typing.h
#pragma once

#include <string_view>

#include "search/query/query_tree.h"

namespace tributary::search {

/// For a query that is still being typed: the word that `typed` ends with, if it is searched as a
/// word, becomes one that may go on (NodeKind::typing). After a blank the last word is whole.
void let_last_word_go_on(QueryTree& tree, std::string_view typed);

}  // namespace tributary::search
