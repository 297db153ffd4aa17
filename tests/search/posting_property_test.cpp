// Posting lists of every form and size: decoding is the inverse of encoding, and a cursor finds
// what a plain walk finds.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "dice.h"
#include "search/postings/list_cursor.h"
#include "search/postings/posting_check.h"

namespace tributary::search {
namespace {

struct AnyList {
  std::uint32_t documents = 0;
  std::vector<Posting> postings;
  std::string bytes;

  [[nodiscard]] PostingList list() const {
    if (postings.size() == 1) return PostingList(postings.front());
    return {as_bytes(bytes), static_cast<std::uint32_t>(postings.size()), documents};
  }
};

/// From one posting to dense and sparse blocks, with runs of neighbours among them.
AnyList any_list() {
  AnyList made;
  Dice dice;
  const auto wanted = *rc::gen::weightedOneOf<std::uint32_t>({{1, rc::gen::inRange(1U, 4U)},
                                                              {2, rc::gen::inRange(100U, 140U)},
                                                              {3, rc::gen::inRange(1U, 1'500U)}});
  const auto gap = *rc::gen::elementOf(std::vector<std::uint32_t>{0, 1, 3, 40, 700, 5'000});
  std::uint32_t document = dice.below(gap + 1);
  while (made.postings.size() < wanted) {
    made.postings.push_back(
        {.document = document, .impact = static_cast<Impact>(1 + dice.below(255))});
    document += 1 + (dice.below(4) == 0 ? 0 : dice.below(gap + 1));
  }
  made.documents = document + dice.below(9'000);
  append_posting_list(made.bytes, made.postings, made.documents);
  return made;
}

RC_GTEST_PROP(PostingLists, DecodeWhatWasEncoded, ()) {
  const auto made = any_list();
  RC_ASSERT(made.list().decode() == made.postings);
  std::vector<std::uint64_t> words(words_in_windows(made.documents)), expected(words.size());
  made.list().add_to(words.data());
  for (const auto& posting : made.postings) {
    expected[posting.document / 64] |= std::uint64_t{1} << posting.document % 64;
  }
  RC_ASSERT(words == expected);
}

RC_GTEST_PROP(PostingLists, CountWhatIsInASetAndKnowWhatTheyContain, ()) {
  const auto made = any_list();
  Dice dice;
  std::vector<std::uint64_t> words(words_in_windows(made.documents));
  ListCursor cursor(made.list());
  std::uint64_t common = 0;
  std::vector<std::uint32_t> visited;
  made.list().for_each([&](std::uint32_t document) { visited.push_back(document); });
  auto posting = made.postings.begin();
  for (std::uint32_t document = 0; document < made.documents; ++document) {
    const bool is_posting = posting != made.postings.end() && posting->document == document;
    if (is_posting) {
      const auto at = static_cast<std::size_t>(posting++ - made.postings.begin());
      RC_ASSERT(visited.at(at) == document);
    }
    if (dice.below(3) > 0) continue;
    words[document / 64] |= std::uint64_t{1} << document % 64;
    common += is_posting ? 1 : 0;
    RC_ASSERT(cursor.contains(document) == is_posting);
  }
  RC_ASSERT(visited.size() == made.postings.size());
  RC_ASSERT(made.list().count_in(words.data()) == common);
}

RC_GTEST_PROP(PostingLists, TellTheImpactsOfManyDocumentsAndKeepWhatTheyContain, ()) {
  const auto made = any_list();
  Dice dice;
  ListCursor cursor(made.list());
  const auto one_in = 1 + dice.below(200);
  std::vector<std::uint32_t> asked;
  std::vector<Impact> expected;
  std::vector<std::uint64_t> words(words_in_windows(made.documents)), kept(words.size());
  auto posting = made.postings.begin();
  for (std::uint32_t document = 0; document < made.documents; ++document) {
    const bool is_posting = posting != made.postings.end() && posting->document == document;
    const auto impact = is_posting ? posting++->impact : Impact{0};
    if (dice.below(one_in) > 0) continue;
    asked.push_back(document);
    expected.push_back(impact);
    words[document / 64] |= std::uint64_t{1} << document % 64;
    if (is_posting) kept[document / 64] |= std::uint64_t{1} << document % 64;
  }
  std::vector<Impact> impacts(asked.size());
  for (std::size_t begin = 0; begin < asked.size();) {
    const auto together = std::min<std::size_t>(asked.size() - begin, 1 + dice.below(300));
    cursor.impacts_of(asked.data() + begin, together, impacts.data() + begin);
    begin += together;
  }
  RC_ASSERT(impacts == expected);
  if (!made.list().is_bitmap()) return;
  made.list().keep_in(words.data());
  RC_ASSERT(words == kept);
}

/// What passes the check is a list of ascending documents, whoever wrote it.
RC_GTEST_PROP(PostingLists, ADamagedListIsNoneOrOneWithinItsBounds, ()) {
  auto made = any_list();
  const auto count = static_cast<std::uint32_t>(made.postings.size());
  if (count < 2) return;
  RC_ASSERT(is_posting_list(as_bytes(made.bytes), count, made.documents));
  const auto shorter = std::string_view(made.bytes).substr(0, made.bytes.size() - 1);
  RC_ASSERT(!is_posting_list(as_bytes(shorter), count, made.documents));
  RC_ASSERT(!is_posting_list(as_bytes(made.bytes), count, made.postings.back().document));
  Dice dice;
  for (int round = 0; round < 100; ++round) {
    auto damaged = made;
    for (auto left = 1 + dice.below(3); left > 0; --left) {
      const auto at = dice.below(static_cast<std::uint32_t>(made.bytes.size()));
      damaged.bytes[at] = static_cast<char>(dice.below(256));
    }
    if (!is_posting_list(as_bytes(damaged.bytes), count, made.documents)) continue;
    std::uint64_t least = 0;
    for (const auto& posting : damaged.list().decode()) {
      RC_ASSERT(posting.document >= least);
      RC_ASSERT(posting.document < made.documents);
      least = std::uint64_t{posting.document} + 1;
    }
  }
}

RC_GTEST_PROP(PostingLists, SeekingFindsTheNextPosting, ()) {
  const auto made = any_list();
  ListCursor cursor(made.list());
  std::uint32_t target = 0;
  for (int step = 0; step < 50; ++step) {
    target += *rc::gen::inRange(0U, made.documents / 20 + 2);
    const auto expected = std::ranges::lower_bound(made.postings, target, {}, &Posting::document);
    const auto found = cursor.seek(target);
    if (expected == made.postings.end()) {
      RC_ASSERT(found == kNoDocument);
      break;
    }
    RC_ASSERT(found == expected->document);
    RC_ASSERT(cursor.impact() == expected->impact);
    RC_ASSERT(cursor.index() == static_cast<std::uint32_t>(expected - made.postings.begin()));
    target = found;
  }
}

RC_GTEST_PROP(PostingLists, WindowsAreAddedUpAndBounded, ()) {
  const auto made = any_list();
  ListCursor adding(made.list()), bounding(made.list()), raising(made.list()),
      collecting(made.list());
  std::vector<std::uint32_t> bounds(made.documents / kWindowDocuments + 1);
  made.list().raise_window_bounds(3, bounds.data());
  for (std::uint32_t first = 0; first < made.documents; first += kWindowDocuments) {
    std::vector<std::uint32_t> sums(kWindowDocuments), expected_sums(kWindowDocuments);
    std::vector<std::uint64_t> touched(kWindowWords), expected_touched(kWindowWords);
    std::vector<std::uint32_t> greatest_values(kWindowDocuments, 1);
    std::vector<std::uint8_t> marks(kWindowWords);
    std::vector<Posting> expected_visited;
    const auto least = *rc::gen::element<Impact>(0, 1, 128, 255);
    std::uint32_t greatest = 0;
    for (const auto& posting : made.postings) {
      if (posting.document < first || posting.document - first >= kWindowDocuments) continue;
      const auto place = posting.document - first;
      expected_sums[place] = 3 * posting.impact;
      expected_touched[place / 64] |= std::uint64_t{1} << place % 64;
      if (posting.impact >= least) expected_visited.push_back(posting);
      greatest = std::max<std::uint32_t>(greatest, posting.impact);
    }
    const auto skips = *rc::gen::inRange(0, 4) == 0;
    const auto next = bounding.next_possible(first);
    if (!expected_visited.empty()) RC_ASSERT(next <= expected_visited.front().document);
    if (greatest == 0 && made.list().window_maxima() == nullptr) {
      RC_ASSERT(next - first >= kWindowDocuments);
    }
    RC_ASSERT(bounding.window_bound(first) >= greatest);
    RC_ASSERT(bounds[first / kWindowDocuments] == 3 * greatest);
    if (skips) continue;
    adding.accumulate(first, 3, sums.data(), touched.data());
    raising.raise(first, least, 3, greatest_values.data(), marks.data());
    RC_ASSERT(sums == expected_sums);
    RC_ASSERT(touched == expected_touched);
    for (const auto& [document, impact] : expected_visited) {
      const auto place = document - first;
      RC_ASSERT(greatest_values[place] == std::max(1U, 3U * impact));
      RC_ASSERT(marks[place / 64] == 1);
    }
    for (std::uint32_t place = 0; place < kWindowDocuments; ++place) {
      const auto value = greatest_values[place];
      RC_ASSERT(value == 1 || (value == expected_sums[place] && marks[place / 64] == 1));
    }
    std::vector<std::uint32_t> documents(kWindowDocuments + 16), impacts(documents.size());
    documents.resize(collecting.collect(first, least, documents.data(), impacts.data()));
    RC_ASSERT(documents.size() == expected_visited.size());
    for (std::size_t i = 0; i < documents.size(); ++i) {
      RC_ASSERT(documents[i] == expected_visited[i].document);
      RC_ASSERT(impacts[i] == expected_visited[i].impact);
    }
  }
}

}  // namespace
}  // namespace tributary::search
