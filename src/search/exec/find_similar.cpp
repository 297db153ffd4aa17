#include "search/exec/find_similar.h"

#include <algorithm>
#include <deque>

#include "search/exec/given_text.h"
#include "search/exec/index_vectors.h"
#include "search/exec/segment_sets.h"
#include "search/exec/top_documents.h"

namespace tributary::search {
namespace {

/// A term's list in one segment; nothing where the segment lacks it.
std::optional<PostingList> list_in(std::size_t segment, const TermNumbers& numbers,
                                   const SegmentedIndex& index) {
  if (numbers[segment] == kNoTerm) return std::nullopt;
  const auto& dictionary = index.segments()[segment].files->dictionary();
  const auto place = dictionary.place(numbers[segment], kRankedFields);
  return place ? std::optional(dictionary.postings(*place)) : std::nullopt;
}

/// Terms with weights of their own as leaves of a query: a leaf's idf is the weight.
class WeightedOr {
 public:
  WeightedOr(std::span<const TermWeight> terms, const GivenText& given, const SegmentedIndex& index,
             const DocumentSet* allowed)
      : index_(index), allowed_(allowed), leaves_(index.segments().size()) {
    double sum = 0;
    for (const auto& [term, weight] : terms) {
      sum += weight;
      for (std::size_t at = 0; at < leaves_.size(); ++at) {
        const auto list = list_in(at, given.numbers[term], index);
        if (!list) continue;
        auto& leaf = leaves_[at].emplace_back();
        leaf.words = {{.terms = {{.list = *list, .number = given.numbers[term][at]}},
                       .document_count = list->document_count(),
                       .idf = weight}};
        leaf.mentions = 1;
        leaf.documents_in_index = index.segments()[at].files->documents();
      }
    }
    scale_ = ScoreScale::create(sum);
  }

  /// By score, then by id.
  [[nodiscard]] std::vector<ScoredDocument> best(std::size_t limit) const {
    std::vector<RankedDocument> found;  // without ranks, which mean nothing in another segment
    for (std::size_t at = 0; at < leaves_.size(); ++at) {
      for (const auto& place : best_in(at, limit)) {
        found.push_back({.sum = place.sum,
                         .id_rank = 0,
                         .document = place.document + index_.segments()[at].first});
      }
    }
    if (leaves_.size() > 1) {
      std::ranges::sort(found, [&](const RankedDocument& one, const RankedDocument& other) {
        if (one.sum != other.sum) return one.sum > other.sum;
        return index_.id(one.document) < index_.id(other.document);
      });
    }
    found.resize(std::min(limit, found.size()));
    std::vector<ScoredDocument> best;
    for (const auto& place : found) {
      best.push_back({.document = place.document, .score = scale_.score(place.sum)});
    }
    return best;
  }

 private:
  [[nodiscard]] std::vector<RankedDocument> best_in(std::size_t segment, std::size_t limit) const {
    if (leaves_[segment].empty()) return {};
    const auto& place = index_.segments()[segment];
    RankingTask task;
    task.limit = static_cast<std::uint32_t>(limit);
    for (const auto& leaf : leaves_[segment]) task.leaves.push_back(&leaf);
    std::optional<DocumentSet> allowed;
    if (allowed_ != nullptr || place.has_deleted) {
      const auto& whole = allowed_ != nullptr ? *allowed_ : index_.live();
      task.allowed = &allowed.emplace(cut_out(whole, place));
    }
    return top_documents(*place.files, task, scale_);
  }

  const SegmentedIndex& index_;
  const DocumentSet* allowed_;            ///< null: all live ones
  std::vector<std::deque<Leaf>> leaves_;  ///< by segment
  ScoreScale scale_ = ScoreScale::create(1);
};

std::vector<float> weights_in(std::span<const TermWeight> terms, const GivenText& given,
                              const SegmentedIndex& index, std::uint32_t document) {
  const auto segment = index.segment_of(document);
  const auto number = document - index.segments()[segment].first;
  std::vector<float> weights;
  for (const auto& term : terms) {
    weights.push_back(0);
    const auto list = list_in(segment, given.numbers[term.term], index);
    if (!list) continue;
    ListCursor cursor(*list);
    if (cursor.seek(number) == number) {
      weights.back() = static_cast<float>(cursor.impact()) / 256.0F;
    }
  }
  return weights;
}

/// The subject's own vector, or where its terms lie.
LatentVector vector_of(const Subject& subject, const GivenText& given, const IndexVectors& vectors,
                       float k1) {
  if (subject.document) {
    if (auto own = vectors.of_document(*subject.document)) return std::move(*own);
  }
  std::vector<TermWeight> terms;
  for (const auto& term : subject.terms) {
    const auto number = given.numbers[term.term][vectors.segment()];
    if (number != kNoTerm) terms.push_back({number, latent_weight(term.weight, k1)});
  }
  return vectors.fold_in(terms);
}

}  // namespace

Result<SimilarAnswer> find_similar(const SimilarQuery& query, const SegmentedIndex& index,
                                   const DocumentSet& allowed, text::Analyzer& analyzer) {
  const auto given = TRY(read_texts(query.texts, index, analyzer));
  const auto* restriction = query.selections.empty() ? nullptr : &allowed;
  const Subject subject{.terms = given.terms, .document = index.find(query.id)};
  SimilarSources sources{
      .documents = static_cast<std::uint32_t>(index.stored_documents()),
      .best_by_words =
          [&](std::span<const TermWeight> terms, std::size_t limit) {
            return Result<std::vector<ScoredDocument>>(
                WeightedOr(terms, given, index, restriction).best(limit));
          },
      .weights_in =
          [&](std::span<const TermWeight> terms, std::uint32_t document) {
            return Result<std::vector<float>>(weights_in(terms, given, index, document));
          }};
  const auto vectors = IndexVectors::of(index);
  LatentVector own;
  if (vectors) {
    own = vector_of(subject, given, *vectors, index.schema().k1);
    sources.cosines = [&](std::span<const std::uint32_t> documents) {
      return vectors->cosines(own, documents);
    };
  }
  SimilarAnswer answer{.hits = {}, .has_latent_vectors = vectors.has_value()};
  for (const auto& [document, score, words, cosine, shared] :
       TRY(similar_documents(subject, sources, {.limit = query.limit}))) {
    auto& hit = answer.hits.emplace_back();
    hit.id = index.id(document);
    hit.score = score;
    hit.words = words;
    hit.cosine = cosine;
    for (const auto& [term, share] : shared) {
      hit.shared.push_back({.word = given.words[term], .share = share});
    }
  }
  return answer;
}

}  // namespace tributary::search
