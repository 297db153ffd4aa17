#include "search/exec/top_documents.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <memory>
#include <numeric>
#include <span>
#include <utility>

#include "search/exec/best_so_far.h"
#include "search/exec/leaf_cursor.h"

namespace tributary::search {
namespace {

/// To rank a window costs about as much as looking so many documents up: in leaves of one list
/// each, which are asked for many at once, and in any.
constexpr std::uint64_t kProbesForOneWindow = 128, kSlowProbesForOneWindow = 8;

/// Looking one document up in a single list costs about as much as adding so many postings to a
/// window, in each of several as so many, and adding up a bitmap in a window as much as so many.
constexpr std::uint64_t kPostingsForOneProbe = 5, kPostingsForOneSlowProbe = 8,
                        kPostingsForOneBitmap = 256;

class WindowRanking {
 public:
  WindowRanking(const Segment& segment, const RankingTask& task, const ScoreScale& scale)
      : segment_(segment), task_(task), best_(task.limit, task.after, task.floor) {
    for (const auto* leaf : task.leaves) leaves_.emplace_back(*leaf, scale);
    if (task.requirement == Requirement::all) {
      std::ranges::stable_sort(leaves_, {}, &LeafCursor::postings);
    }
    for (const auto* phrase : task.phrases) checks_.emplace_back(phrase->phrase);
    bounds_.resize(leaves_.size());
    order_.resize(leaves_.size());
  }

  std::vector<RankedDocument> run() {
    const auto documents = segment_.documents();
    if (!leaves_.empty()) look_ahead();
    if (has_rare_leaf()) return run_by_rarest();
    for (auto first = next_window(0); first < documents; first = next_window(first)) {
      if (task_.time != nullptr && task_.time->is_over()) break;
      rank(first);
      best_.raise_floor();
      if (documents - first <= kWindowDocuments) break;
      first += kWindowDocuments;
    }
    return best_.take();
  }

 private:
  [[nodiscard]] const std::uint64_t* allowed_words(std::uint32_t first) const {
    return task_.allowed == nullptr ? nullptr : task_.allowed->words() + first / 64;
  }

  /// Raises the floor to a sum that as many documents have as are wanted, where leaves have many
  /// lists each: to look at these for one document more costs much.
  void look_ahead() {
    const bool is_cheap =
        std::ranges::all_of(leaves_, [](const LeafCursor& leaf) { return leaf.lists() < 2; });
    const std::size_t wanted = task_.limit;
    if (is_cheap || task_.after || !checks_.empty() || wanted == 0 || wanted > kMostLookedAhead) {
      return;
    }
    std::vector<std::uint32_t> sums;
    if (leaves_.size() == 1 && task_.allowed == nullptr) {
      const auto bounds = leaves_.front().window_bounds();
      sums.assign(bounds.begin(), bounds.end());
    } else if (task_.requirement == Requirement::all) {
      sums = some_sums(3 * wanted);
    }
    if (sums.size() < wanted) return;
    const auto last = sums.begin() + static_cast<std::ptrdiff_t>(wanted - 1);
    std::ranges::nth_element(sums, last, std::greater<>());
    best_.raise_floor_to(*last);
  }

  /// Of documents that have all leaves: no more than what each has. There are about `count` asked.
  std::vector<std::uint32_t> some_sums(std::size_t count) {
    std::vector<std::uint32_t> sums;
    auto strong = leaves_.front().strongest(count);
    if (task_.allowed != nullptr) {
      std::erase_if(strong,
                    [&](const Added& each) { return !task_.allowed->contains(each.document); });
    }
    for (std::size_t i = 1; i < leaves_.size(); ++i) leaves_[i].add_at_least(strong);
    for (const auto& each : strong) sums.push_back(each.sum);
    return sums;
  }

  /// Whether all leaves are asked for, and one has documents in few windows, or few in each.
  [[nodiscard]] bool has_rare_leaf() const {
    if (task_.requirement != Requirement::all || leaves_.size() < 2) return false;
    const auto& rarest = leaves_.front();
    const std::uint64_t windows = segment_.documents() / kWindowDocuments + 1;
    const bool are_single =
        std::ranges::all_of(leaves_, [](const LeafCursor& leaf) { return leaf.lists() == 1; });
    return rarest.lists() == 1 &&
           rarest.postings() <
               windows * (are_single ? kProbesForOneWindow : kSlowProbesForOneWindow);
  }

  /// Asks the other leaves for each document of the first that may be among the best.
  std::vector<RankedDocument> run_by_rarest() {
    auto& rarest = leaves_.front();
    std::uint64_t rest = 0;
    for (std::size_t i = 1; i < leaves_.size(); ++i) {
      rest += bounds_[i] = leaves_[i].bound(rarest.postings());
    }
    do {
      const auto count =
          rarest.collect_next(least_beside(rest), kAskedTogether, documents_.get(), sums_.get());
      offer_where_all_have(task_.allowed == nullptr ? count : keep_allowed(count), rest);
      best_.raise_floor();
    } while (!rarest.at_end() && (task_.time == nullptr || !task_.time->is_over()));
    return best_.take();
  }

  /// The least that a leaf must add where the others add `rest` at most.
  [[nodiscard]] std::uint32_t least_beside(std::uint64_t rest) const {
    return static_cast<std::uint32_t>(std::max<std::uint64_t>(least_with(rest), 1));
  }
  /// The least sum that may be among the best with `rest`.
  [[nodiscard]] std::uint64_t least_with(std::uint64_t rest) const {
    const auto floor = std::uint64_t{best_.floor()};
    return floor > rest ? floor - rest : 0;
  }

  /// Of the first `count` documents written down those that all other leaves have, too; these add
  /// `rest` at most.
  void offer_where_all_have(std::size_t count, std::uint64_t rest) {
    for (std::size_t i = 1; i < leaves_.size(); ++i) {
      rest -= bounds_[i];
      leaves_[i].probe_all(documents_.get(), sums_.get(), count, least_with(rest), added_.get());
      count = keep(count, [&](std::uint32_t sum, std::uint32_t added) {
        return added > 0 && sum + rest >= best_.floor();
      });
    }
    offer(count);
  }

  /// The first window from `first` on that may hold a document; kNoDocument where there is none.
  std::uint32_t next_window(std::uint32_t first) {
    if (leaves_.empty()) return kNoDocument;
    const auto window_of = [](std::uint32_t document) {
      return document == kNoDocument ? kNoDocument : document / kWindowDocuments * kWindowDocuments;
    };
    if (task_.requirement == Requirement::any) {
      auto next = kNoDocument;
      for (auto& leaf : leaves_) next = std::min(next, leaf.next_possible(first));
      return window_of(next);
    }
    for (auto& leaf : leaves_) {
      if (first != kNoDocument) first = std::max(first, window_of(leaf.next_possible(first)));
    }
    return first;
  }

  void rank(std::uint32_t first) {
    const auto* allowed = allowed_words(first);
    if (allowed != nullptr && kernels().count_bits(allowed, kWindowWords) == 0) return;
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
      bounds_[i] = leaves_[i].window_bound(first);
      if (bounds_[i] == 0 && task_.requirement == Requirement::all) return;
      total += bounds_[i];
    }
    if (total < best_.floor()) return;
    if (task_.requirement == Requirement::all && leaves_.size() > 1) {
      rank_common(first, allowed);
    } else {
      rank_any(first, allowed);
    }
  }

  /// Documents with any leaf.
  void rank_any(std::uint32_t first, const std::uint64_t* allowed) {
    std::iota(order_.begin(), order_.end(), 0U);
    std::ranges::sort(order_, {}, [&](auto leaf) { return bounds_[leaf]; });
    // The leaves that cannot reach the floor together find nothing by themselves.
    std::uint64_t rest = 0;
    std::size_t essential = 0;
    while (essential < order_.size() && rest + bounds_[order_[essential]] < best_.floor()) {
      rest += bounds_[order_[essential++]];
    }
    auto count = candidates(first, allowed, essential, least_beside(rest));
    for (auto i = essential; i-- > 0 && count > 0;) {
      rest -= bounds_[order_[i]];
      count = add_to_found(
          leaves_[order_[i]], first, count, least_with(rest),
          [&](std::uint32_t sum, std::uint32_t) { return sum + rest >= best_.floor(); });
    }
    offer(count);
  }

  /// How many documents the leaves from `essential` on give at least `least`; writes them down.
  std::size_t candidates(std::uint32_t first, const std::uint64_t* allowed, std::size_t essential,
                         std::uint32_t least) {
    if (essential + 1 == order_.size()) {
      return of_one(leaves_[order_[essential]], first, allowed, least);
    }
    clear_window();
    for (auto i = essential; i < order_.size(); ++i) {
      leaves_[order_[i]].accumulate(first, *window_);
    }
    window_->note_marks();
    if (allowed != nullptr) kernels().and_words(window_->touched.data(), allowed, kWindowWords);
    return collect(first, least);
  }

  void clear_window() {
    if (window_ == nullptr) {
      window_ = std::make_unique<WindowSums>();
    } else {
      window_->clear();
    }
  }

  /// How many documents `leaf` gives at least `least`; writes them down.
  std::size_t of_one(LeafCursor& leaf, std::uint32_t first, const std::uint64_t* allowed,
                     std::uint32_t least) {
    const auto count = leaf.collect(first, least, documents_.get(), sums_.get());
    return allowed == nullptr ? count : keep_allowed(count);
  }

  std::size_t keep_allowed(std::size_t count) {
    std::size_t kept = 0;
    for (std::size_t at = 0; at < count; ++at) {
      documents_[kept] = documents_[at];
      sums_[kept] = sums_[at];
      kept += task_.allowed->contains(documents_[at]) ? 1U : 0U;
    }
    return kept;
  }

  /// Documents with all leaves, which are in the order of their postings.
  void rank_common(std::uint32_t first, const std::uint64_t* allowed) {
    auto rest = std::reduce(bounds_.begin(), bounds_.end(), std::uint64_t{0}) - bounds_.front();
    auto count = of_one(leaves_.front(), first, allowed, least_beside(rest));
    for (std::size_t i = 1; i < leaves_.size() && count > 0; ++i) {
      rest -= bounds_[i];
      count = add_to_found(leaves_[i], first, count, least_with(rest),
                           [&](std::uint32_t sum, std::uint32_t added) {
                             return added > 0 && sum + rest >= best_.floor();
                           });
    }
    offer(count);
  }

  /// Adds what `leaf` gives to the first `count` documents written down; those stay of which
  /// `stays(sum, added)`, which must not hold of a sum below `least`. Asks for each, or adds up the
  /// leaf's whole window where that is cheaper.
  template <class Stays>
  std::size_t add_to_found(LeafCursor& leaf, std::uint32_t first, std::size_t count,
                           std::uint64_t least, Stays stays) {
    const auto in_window = leaf.is_bitmap()
                               ? kPostingsForOneBitmap
                               : leaf.postings() * kWindowDocuments / segment_.documents();
    const auto of_probe = leaf.lists() == 1 ? kPostingsForOneProbe : kPostingsForOneSlowProbe;
    if (count * leaf.lists() * of_probe < in_window) {
      leaf.probe_all(documents_.get(), sums_.get(), count, least, added_.get());
    } else if (leaf.lists() > 1) {
      const auto most = std::uint64_t{*std::max_element(sums_.get(), sums_.get() + count)};
      const auto wanted = least > most ? static_cast<std::uint32_t>(least - most) : 1;
      const auto& greatest = leaf.greatest_in(first, wanted);
      for (std::size_t at = 0; at < count; ++at) {
        added_[at] = greatest.values[documents_[at] - first];
      }
    } else {
      clear_window();
      leaf.accumulate(first, *window_);
      window_->note_marks();
      for (std::size_t at = 0; at < count; ++at) {
        added_[at] = window_->sums[documents_[at] - first];
      }
    }
    return keep(count, stays);
  }

  /// Adds `added_` to the sums of the first `count` documents written down and keeps those of which
  /// `stays(sum, added)`.
  template <class Stays>
  std::size_t keep(std::size_t count, Stays stays) {
    std::size_t kept = 0;
    for (std::size_t at = 0; at < count; ++at) {
      const auto sum = sums_[at] + added_[at];
      documents_[kept] = documents_[at];
      sums_[kept] = sum;
      kept += stays(sum, added_[at]) ? 1U : 0U;
    }
    return kept;
  }

  /// The documents of the window whose sum is at least `least`.
  std::size_t collect(std::uint32_t first, std::uint32_t least) {
    return kernels().collect_above(window_->sums.data(), window_->touched.data(), least - 1, first,
                                   documents_.get(), sums_.get());
  }

  void offer(std::size_t count) {
    if (checks_.empty()) {
      for (std::size_t at = 0; at < count; ++at) offer_one(documents_[at], sums_[at]);
      return;
    }
    // The best of many first, so that the rest need not be looked at.
    std::uint32_t least_looked_at = UINT32_MAX;
    if (count > 4 * std::size_t{task_.limit}) {
      std::vector<std::uint32_t> best(sums_.get(), sums_.get() + count);
      std::ranges::nth_element(best, best.begin() + task_.limit, std::greater<>());
      least_looked_at = best[task_.limit];
      std::deque<PhraseCheck> checks;
      for (const auto* phrase : task_.phrases) checks.emplace_back(phrase->phrase);
      for (std::size_t at = 0; at < count; ++at) {
        if (sums_[at] >= least_looked_at) offer_where_all_stand(checks, documents_[at], sums_[at]);
      }
      best_.raise_floor();
    }
    for (std::size_t at = 0; at < count; ++at) {
      if (sums_[at] < least_looked_at) offer_where_all_stand(checks_, documents_[at], sums_[at]);
    }
  }

  void offer_where_all_stand(std::deque<PhraseCheck>& checks, std::uint32_t document,
                             std::uint32_t sum) {
    if (sum < best_.floor()) return;
    const auto stands = [&](PhraseCheck& check) { return check.stands_in(document); };
    if (std::ranges::all_of(checks, stands)) offer_one(document, sum);
  }

  void offer_one(std::uint32_t document, std::uint32_t sum) {
    if (sum < best_.floor()) return;
    best_.offer({.sum = sum, .id_rank = segment_.id_rank(document), .document = document});
  }

  static constexpr std::uint32_t kAskedTogether = 256;
  static constexpr std::size_t kMostLookedAhead = 32;
  static constexpr std::size_t kRoom = kWindowDocuments + 16;  // as collect_above() asks for

  const Segment& segment_;
  const RankingTask& task_;
  BestSoFar best_;
  std::vector<LeafCursor> leaves_;
  std::deque<PhraseCheck> checks_;
  std::vector<std::uint32_t> bounds_;  ///< of the leaves in the window at hand
  std::vector<std::size_t> order_;
  std::unique_ptr<WindowSums> window_;  ///< null until something is added up
  // What is written down, and what a leaf adds to it; not cleared beforehand, which takes longer
  // than a search for rare words.
  std::unique_ptr<std::uint32_t[]> documents_ = room(), sums_ = room(), added_ = room();

  static std::unique_ptr<std::uint32_t[]> room() {
    return std::make_unique_for_overwrite<std::uint32_t[]>(kRoom);
  }
};

}  // namespace

std::vector<RankedDocument> top_documents(const Segment& segment, const RankingTask& task,
                                          const ScoreScale& scale) {
  return WindowRanking(segment, task, scale).run();
}

}  // namespace tributary::search
