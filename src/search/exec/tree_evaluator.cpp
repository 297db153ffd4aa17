#include "search/exec/tree_evaluator.h"

#include <algorithm>
#include <ranges>
#include <set>

#include "search/exec/filters.h"
#include "search/exec/match_counts.h"
#include "search/exec/segment_sets.h"

namespace tributary::search {
namespace {

/// Twice what parse_query() can build out of 32 nested parentheses.
constexpr int kMaximumLevels = 200;

enum class Sense { wanted, unwanted };

/// Walks down a tree; stateless but for what it is handed.
class Preparation {
 public:
  Preparation(const SegmentedIndex& index, QueryLeaves& leaves) : index_(index), leaves_(leaves) {}

  Result<std::optional<PreparedNode>> prepare_node(const QueryNode& node, Sense sense, int level) {
    if (level > kMaximumLevels) return fail(ErrorCode::too_deep, "the query is nested too deeply");
    PreparedNode prepared{.kind = node.kind, .matches = {}, .leaf = nullptr, .children = {}};
    switch (node.kind) {
      case NodeKind::everything:
        prepared.matches = index_.live();
        break;
      case NodeKind::word:
      case NodeKind::phrase:
      case NodeKind::prefix:
      case NodeKind::typing: {
        auto* leaf = TRY(leaves_.leaf_of(node));
        if (leaf == nullptr) return std::nullopt;
        if (sense == Sense::wanted) leaves_.mention(*leaf);
        prepared.leaf = leaf;
        break;
      }
      case NodeKind::value:
        prepared.matches = TRY(joined(index_, [&](const Segment& segment) {
          return documents_in(
              segment, LabelFilter{.column = node.field, .values = {node.text}, .unknown = false});
        }));
        break;
      case NodeKind::range:
        prepared.matches = TRY(joined(index_, [&](const Segment& segment) {
          return documents_in(
              segment,
              RangeFilter{
                  .column = node.field, .low = node.low, .high = node.high, .unknown = false});
        }));
        break;
      case NodeKind::missing:
        prepared.matches = TRY(joined(index_, [&](const Segment& segment) {
          return documents_without(segment, node.field);
        }));
        break;
      case NodeKind::all_of:
      case NodeKind::any_of:
      case NodeKind::most_of:
      case NodeKind::none_of: {
        if (node.kind == NodeKind::none_of) sense = Sense::unwanted;
        for (const auto& child : node.children) {
          auto part = TRY(prepare_node(child, sense, level + 1));
          if (part) prepared.children.push_back(std::move(*part));
        }
        if (prepared.children.empty()) return std::nullopt;
        break;
      }
    }
    return prepared;
  }

 private:
  const SegmentedIndex& index_;
  QueryLeaves& leaves_;
};

/// Whether how much it finds depends on the context.
bool is_soft(const PreparedNode& node) {
  if (node.kind == NodeKind::most_of) return true;
  return node.kind != NodeKind::none_of && std::ranges::any_of(node.children, is_soft);
}

/// Whether a soft AND may do with fewer than all of its parts.
enum class Giving { as_needed, never };

/// Combines the sets of one prepared tree.
class NodeSelector {
 public:
  NodeSelector(const SegmentedIndex& index, SoftAnd& report) : index_(index), report_(report) {}

  DocumentSet select_node(const PreparedNode& node, const DocumentSet& context, Giving giving,
                          bool is_whole_query) {
    switch (node.kind) {
      case NodeKind::all_of:
        return all_of(node, context, giving, is_whole_query);
      case NodeKind::most_of:
        return most_of(node, context, giving, is_whole_query);
      case NodeKind::any_of:
        return any_of(node, context, giving);
      case NodeKind::none_of: {
        // What is unwanted must be there whole: NOT (a b) leaves documents that have only a.
        auto found = any_of(node, context, Giving::never);
        found.complement();
        return found;
      }
      case NodeKind::word:
      case NodeKind::phrase:
      case NodeKind::prefix:
      case NodeKind::typing:
        return node.leaf->documents(index_);
      default:
        return *node.matches;
    }
  }

 private:
  DocumentSet any_of(const PreparedNode& node, const DocumentSet& context, Giving giving) {
    DocumentSet found(context.documents());
    for (const auto& child : node.children) {
      if (child.leaf != nullptr) {
        child.leaf->add_to(found, index_);
      } else {
        found |= select_node(child, context, giving, false);
      }
    }
    return found;
  }

  using Nodes = std::vector<const PreparedNode*>;

  /// What all of `nodes` find, none of which is soft: the leaf with the fewest postings first, so
  /// that longer lists are only asked for what is left.
  DocumentSet common(Nodes nodes, const DocumentSet& context) {
    std::ranges::stable_sort(nodes, {}, [](const PreparedNode* node) {
      return node->leaf != nullptr ? node->leaf->postings() : ~std::uint64_t{0};
    });
    auto found = select_node(*nodes.front(), context, Giving::never, false);
    for (const auto* node : nodes | std::views::drop(1)) {
      if (node->leaf != nullptr) {
        node->leaf->keep_in(found, index_);
      } else {
        found &= select_node(*node, context, Giving::never, false);
      }
    }
    return found;
  }

  /// Hard parts first: they are the filters inside which the soft ones, from the left, give way.
  DocumentSet all_of(const PreparedNode& node, const DocumentSet& context, Giving giving,
                     bool is_whole_query) {
    Nodes hard, soft;
    for (const auto& child : node.children) (is_soft(child) ? soft : hard).push_back(&child);
    std::optional<DocumentSet> found;
    if (!hard.empty()) found = common(std::move(hard), context);
    if (soft.empty()) return std::move(*found);
    auto inside = context;
    if (found) inside &= *found;
    for (const auto* child : soft) {
      const auto part = select_node(*child, inside, giving, is_whole_query);
      inside &= part;
      found = found ? * found &= part : part;
    }
    return std::move(*found);
  }

  DocumentSet most_of(const PreparedNode& node, const DocumentSet& context, Giving giving,
                      bool is_whole_query) {
    std::set<const QueryLeaf*> counted;
    Nodes nodes;
    for (const auto& child : node.children) {
      // A word said twice is one word.
      if (child.leaf == nullptr || counted.insert(child.leaf).second) nodes.push_back(&child);
    }
    const bool is_any_soft =
        std::ranges::any_of(nodes, [](const auto* each) { return is_soft(*each); });
    std::vector<DocumentSet> parts;
    const auto find_parts = [&] {
      for (const auto* each : nodes) parts.push_back(select_node(*each, context, giving, false));
    };
    DocumentSet found(0);
    if (is_any_soft) {
      find_parts();
      found = parts.front();
      for (std::size_t i = 1; i < parts.size(); ++i) found &= parts[i];
    } else {
      found = common(nodes, context);
    }
    std::size_t required = nodes.size();
    if (giving == Giving::as_needed && found.count_common(context) == 0) {
      if (parts.empty()) find_parts();
      MatchCounts counts(context.documents());
      for (const auto& part : parts) counts.add(part);
      // Where no document has any, the answer is the empty set of those that have them all.
      if (const auto most = counts.greatest(context); most > 0) {
        required = most;
        found = counts.at_least(most);
      }
    }
    if (is_whole_query && report_.asked == 0) {
      report_ = {.required = static_cast<std::uint32_t>(required),
                 .asked = static_cast<std::uint32_t>(nodes.size())};
    }
    return found;
  }

  const SegmentedIndex& index_;
  SoftAnd& report_;
};

}  // namespace

Result<std::optional<PreparedNode>> prepare(const QueryTree& tree, const SegmentedIndex& index,
                                            QueryLeaves& leaves) {
  return Preparation(index, leaves).prepare_node(tree.root, Sense::wanted, 1);
}

DocumentSet select(const PreparedNode& node, const SegmentedIndex& index,
                   const DocumentSet& context, SoftAnd& report) {
  return NodeSelector(index, report).select_node(node, context, Giving::as_needed, true);
}

}  // namespace tributary::search
