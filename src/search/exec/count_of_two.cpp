#include "search/exec/count_of_two.h"

#include <algorithm>

namespace tributary::search {
namespace {

bool is_one_term(const PreparedNode& node) {
  return node.leaf != nullptr && std::ranges::all_of(node.leaf->of_segment, [](const Leaf& leaf) {
           return !leaf.is_phrase() && leaf.words.front().terms.size() <= 1;
         });
}

/// How many documents two leaves of one term each have in common.
std::uint64_t count_common(const Leaf& left, const Leaf& right) {
  if (left.postings() > right.postings()) return count_common(right, left);
  return left.postings() == 0 ? 0 : right.count_common(left.words.front().terms.front().list);
}

}  // namespace

std::optional<std::uint64_t> count_of_two(const PreparedNode& query, const SegmentedIndex& index) {
  const bool is_any = query.kind == NodeKind::any_of;
  if ((!is_any && query.kind != NodeKind::all_of) || query.children.size() != 2 ||
      !std::ranges::all_of(query.children, is_one_term)) {
    return std::nullopt;
  }
  const auto *left = query.children[0].leaf, *right = query.children[1].leaf;
  if (left == right) return std::nullopt;
  std::uint64_t both = 0;
  for (std::size_t at = 0; at < index.segments().size(); ++at) {
    both += count_common(left->of_segment[at], right->of_segment[at]);
  }
  return is_any ? left->postings() + right->postings() - both : both;
}

}  // namespace tributary::search
