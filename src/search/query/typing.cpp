#include "search/query/typing.h"

namespace tributary::search {

void let_last_word_go_on(QueryTree& tree, std::string_view typed) {
  // The tree puts filters last, so the word is not always the last leaf; of equal words the later.
  QueryNode* last = nullptr;
  const auto look = [&](const auto& self, QueryNode& node) -> void {
    if (node.kind == NodeKind::none_of) return;
    if (node.kind == NodeKind::word && typed.ends_with(node.text)) last = &node;
    for (auto& child : node.children) self(self, child);
  };
  look(look, tree.root);
  if (last != nullptr) last->kind = NodeKind::typing;
}

}  // namespace tributary::search
