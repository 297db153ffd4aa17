#include "catalogue/identity/match_decision.h"

#include <array>
#include <cmath>

namespace tributary::catalogue {
namespace {

/// Decides by fifteen questions, of which four are asked: question i leads to 2i + 1 where the
/// figure is below its bound, else to 2i + 2.
struct Tree {
  struct Question {
    std::uint8_t feature, bound;  // of the figure in steps of 1 / kMatchStepsOfOne
  };
  std::array<Question, 15> questions;
  std::array<std::int16_t, 16> leaves;  // thousandths of a logit
};

constexpr auto kTrees = std::to_array<Tree>({
#include "catalogue/identity/match_trees.inc"
});

int value_of(const Tree& tree, const MatchSteps& steps) {
  std::size_t at = 0;
  while (at < tree.questions.size()) {
    const auto [feature, bound] = tree.questions[at];
    at = 2 * at + (steps[feature] < bound ? 1 : 2);
  }
  return tree.leaves[at - tree.questions.size()];
}

/// What is said to people of a feature, from which figure on; those that say nothing alone are left
/// out.
struct Told {
  MatchFeature feature;
  std::string_view name;
  float from;
  bool is_against;
};

using enum MatchFeature;
constexpr auto kTold = std::to_array<Told>({
    {same_words, "same_words", 1, false},
    {same_letters, "same_letters", 1, false},
    {own_words, "most_words", 0.6F, false},
    {letters, "alike_in_writing", 0.7F, false},
    {rare_shared, "rare_word", 0.6F, false},
    {acronym, "acronym", 1, false},
    {domain_names_it, "domain_names_it", 1, false},
    {same_domain, "same_domain", 1, false},
    {same_house, "same_house", 1, false},
    {same_street, "same_street", 1, false},
    {same_post_code, "same_post_code", 1, false},
    {same_town, "same_town", 1, false},
    {rare_in_both, "other_words", 0.4F, true},
    {other_domain, "other_domain", 1, true},
    {other_town, "other_town", 1, true},
    {other_post_code, "other_post_code", 1, true},
    {other_number, "other_number", 1, true},
    {other_institution, "other_institution", 1, true},
    {one_is_unit, "part_of_it", 1, true},
    {other_legal_form, "other_legal_form", 1, true},
});

bool differ(const std::string& one, const std::string& other) {
  return !one.empty() && !other.empty() && one != other;
}

}  // namespace

double score_of(const MatchFigures& figures) {
  // Most pairs are so unlike after an eighth of the trees that the others cannot change the
  // verdict.
  constexpr std::size_t kEighth = kTrees.size() / 8;
  constexpr int kUnlike = -2000;
  const auto steps = steps_of(figures);
  int sum = 0;
  for (std::size_t i = 0; i < kTrees.size(); ++i) {
    if (i > 0 && i <= 4 * kEighth && i % kEighth == 0 && sum < kUnlike) break;
    sum += value_of(kTrees[i], steps);
  }
  return 1 / (1 + std::exp(-sum / 1000.0));
}

MatchSteps steps_of(const MatchFigures& figures) {
  MatchSteps steps;
  for (std::size_t i = 0; i < kMatchFeatures; ++i) {
    // NOLINTNEXTLINE(bugprone-incorrect-roundings): none is below zero, and lround is a call
    steps[i] = static_cast<std::uint8_t>(figures[i] * kMatchStepsOfOne + 0.5F);
  }
  return steps;
}

IdentifierRelation relation_of(const OrganisationIdentity& one, const OrganisationIdentity& other) {
  if (differ(one.pic, other.pic) || differ(one.oid, other.oid) || differ(one.vat, other.vat)) {
    return IdentifierRelation::differ;
  }
  const auto same = [](const std::string& left, const std::string& right) {
    return !left.empty() && left == right;
  };
  if (same(one.pic, other.pic) || same(one.oid, other.oid)) return IdentifierRelation::same;
  return same(one.vat, other.vat) ? IdentifierRelation::same_vat : IdentifierRelation::silent;
}

MatchVerdict decide(double score, IdentifierRelation relation) {
  if (relation == IdentifierRelation::same) return MatchVerdict::sure;
  if (relation == IdentifierRelation::same_vat) {
    return score >= kDoubtfulScore ? MatchVerdict::sure : MatchVerdict::doubtful;
  }
  if (score >= kSureScore) {
    return relation == IdentifierRelation::differ ? MatchVerdict::doubtful : MatchVerdict::sure;
  }
  return score >= kDoubtfulScore ? MatchVerdict::doubtful : MatchVerdict::different;
}

std::vector<MatchReason> reasons_of(const MatchFigures& figures) {
  std::vector<MatchReason> reasons;
  for (const auto& told : kTold) {
    if (figures[static_cast<std::size_t>(told.feature)] < told.from) continue;
    reasons.push_back({told.name, told.is_against});
  }
  return reasons;
}

}  // namespace tributary::catalogue
