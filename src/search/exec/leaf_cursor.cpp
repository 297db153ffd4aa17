#include "search/exec/leaf_cursor.h"

#include <algorithm>
#include <bit>

namespace tributary::search {
namespace {

template <class Visit>
void for_each_bit(const std::array<std::uint64_t, kWindowWords>& words, Visit visit) {
  for (std::uint32_t i = 0; i < kWindowWords; ++i) {
    for (auto word = words[i]; word != 0; word &= word - 1) {
      visit(i * 64 + static_cast<std::uint32_t>(std::countr_zero(word)));
    }
  }
}

}  // namespace

LeafCursor::LeafCursor(const Leaf& leaf, const ScoreScale& scale) : postings_(leaf.postings()) {
  if (!leaf.is_phrase()) {
    terms_ = terms_of(leaf, leaf.words.front(), scale);
    return;
  }
  documents_ = leaf.phrase_found();
  values_.resize(documents_.size());
  for (const auto& word : leaf.words) {
    auto terms = terms_of(leaf, word, scale);
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      values_[i] += greatest_at(terms, documents_[i]);
    }
  }
}

std::vector<LeafCursor::Term> LeafCursor::terms_of(const Leaf& leaf, const LeafWord& word,
                                                   const ScoreScale& scale) {
  std::vector<Term> terms;
  terms.reserve(word.terms.size());  // a cursor holds a block of postings, too much to move about
  for (const auto& term : word.terms) {
    terms.push_back({.list = ListCursor(term.list),
                     .factor = leaf.mentions * scale.factor(word.idf * term.penalty)});
  }
  return terms;
}

std::uint32_t LeafCursor::window_bound(std::uint32_t first) {
  std::uint32_t bound = 0;
  for (auto& term : terms_) bound = std::max(bound, term.factor * term.list.window_bound(first));
  while (at_ < documents_.size() && documents_[at_] < first) ++at_;
  for (auto i = at_; i < documents_.size() && documents_[i] - first < kWindowDocuments; ++i) {
    bound = std::max(bound, values_[i]);
  }
  return bound;
}

std::uint32_t LeafCursor::next_possible(std::uint32_t first) {
  auto next = kNoDocument;
  for (auto& term : terms_) next = std::min(next, term.list.next_possible(first));
  while (at_ < documents_.size() && documents_[at_] < first) ++at_;
  return at_ < documents_.size() ? std::min(next, documents_[at_]) : next;
}

void LeafCursor::accumulate(std::uint32_t first, WindowSums& window) {
  if (terms_.size() == 1) {
    terms_.front().list.accumulate(first, terms_.front().factor, window.sums.data(),
                                   window.touched.data());
  } else if (!terms_.empty()) {
    accumulate_greatest(first, window);
  }
  for (; at_ < documents_.size() && documents_[at_] - first < kWindowDocuments; ++at_) {
    const auto place = documents_[at_] - first;
    window.sums[place] += values_[at_];
    window.touched[place / 64] |= std::uint64_t{1} << place % 64;
  }
}

std::size_t LeafCursor::collect(std::uint32_t first, std::uint32_t least, std::uint32_t* documents,
                                std::uint32_t* sums) {
  auto& term = terms_.front();
  const auto least_impact = (least - 1) / term.factor + 1;  // rounded up
  if (least_impact > UINT8_MAX) return 0;
  const auto count = term.list.collect(first, static_cast<Impact>(least_impact), documents, sums);
  for (std::size_t i = 0; i < count; ++i) sums[i] *= term.factor;
  return count;
}

void LeafCursor::accumulate_greatest(std::uint32_t first, WindowSums& window) {
  WindowSums greatest;
  for (auto& term : terms_) {
    term.list.for_each_in_window(first, [&](std::uint32_t document, Impact impact) {
      const auto place = document - first;
      greatest.sums[place] = std::max(greatest.sums[place], term.factor * impact);
      greatest.touched[place / 64] |= std::uint64_t{1} << place % 64;
    });
  }
  for_each_bit(greatest.touched,
               [&](std::uint32_t place) { window.sums[place] += greatest.sums[place]; });
  kernels().or_words(window.touched.data(), greatest.touched.data(), kWindowWords);
}

}  // namespace tributary::search
