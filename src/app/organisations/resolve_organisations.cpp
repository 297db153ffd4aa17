#include "app/organisations/resolve_organisations.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/ecosystem/audit_detail.h"
#include "app/organisations/match_reasons.h"
#include "catalogue/identity/match_decision.h"
#include "catalogue/identity/organisation_index.h"
#include "store/identity/known_organisations.h"
#include "store/identity/organisation_decisions.h"
#include "store/identity/organisation_doubts.h"
#include "store/organisation_keys.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

using catalogue::IdentifierRelation;
using catalogue::MatchVerdict;
using store::OrganisationPair;

/// A VAT number that more organisations state is one of a group or a land, or made up: it says
/// nothing of two of them.
constexpr std::size_t kMostAtOneVat = 8;

std::int64_t hash_of(const catalogue::NamedOrganisation& named,
                     const std::vector<std::string>& names) {
  std::string text;
  for (const auto field : catalogue::kOrganisationTexts) text.append(named.*field).append("\n");
  for (const auto& name : names) text.append(name).append("\n");
  return store::OrganisationKeys::hash_of(text);
}

}  // namespace

/// All organisations as they are compared, and what comparing finds.
class OrganisationMatches::Comparison {
 public:
  struct Known {
    std::int64_t id = 0;
    std::int64_t hash = 0;  // of all that is compared
    std::uint32_t first_spelling = 0, spellings = 0;
    bool is_asked = false;
    catalogue::OrganisationIdentity identity;
  };

  struct Found {
    double score = 0;
    MatchVerdict verdict = MatchVerdict::different;
    std::string features;
  };

  Result<> read(sql::Connection& connection) {
    auto compared = TRY(store::compared_statements(connection));
    const std::unordered_map<std::int64_t, std::int64_t> before(compared.begin(), compared.end());
    const catalogue::ProfileReader reader;
    TRY(store::for_each_known_organisation(
        connection,
        [&](const store::OrganisationRow& row, const std::vector<std::string>& names) -> Result<> {
          Known known{.id = row.id,
                      .hash = hash_of(row.named, names),
                      .first_spelling = static_cast<std::uint32_t>(index_.size()),
                      .spellings = 0,
                      .is_asked = false,
                      .identity = catalogue::identity_of(row.named)};
          const auto found = before.find(row.id);
          known.is_asked = found == before.end() || found->second != known.hash;
          add_spelling(known, reader.profile_of(row.named));
          for (const auto& name : names) add_spelling(known, reader.profile_of(name, row.named));
          known_.push_back(std::move(known));
          return {};
        }));
    return {};
  }

  void compare_asked() {
    index_.finish();
    catalogue::OrganisationIndex::Scratch scratch;
    note_vat_numbers();
    for (const auto& known : known_) {
      if (!known.is_asked) continue;
      for (std::uint32_t i = 0; i < known.spellings; ++i) {
        compare_spelling(known, index_.profile(known.first_spelling + i), scratch);
      }
      if (known.identity.vat.empty()) continue;
      const auto& sharing = by_vat_.at(known.identity.vat);
      if (sharing.size() > kMostAtOneVat) continue;
      for (const auto place : sharing) {
        if (known_[place].id != known.id) compare_all_spellings(known, known_[place]);
      }
    }
  }

  [[nodiscard]] std::uint64_t organisations() const { return known_.size(); }
  [[nodiscard]] std::vector<std::pair<std::int64_t, std::int64_t>> asked() const {
    std::vector<std::pair<std::int64_t, std::int64_t>> hashes;
    for (const auto& known : known_) {
      if (known.is_asked) hashes.emplace_back(known.id, known.hash);
    }
    return hashes;
  }
  [[nodiscard]] const std::map<OrganisationPair, Found>& found() const { return found_; }

  [[nodiscard]] const catalogue::OrganisationIdentity* identity_of(std::int64_t id) const {
    const auto known = std::ranges::lower_bound(known_, id, {}, &Known::id);
    return known == known_.end() || known->id != id ? nullptr : &known->identity;
  }

 private:
  void add_spelling(Known& known, const catalogue::OrganisationProfile& profile) {
    if (profile.name.count == 0) return;
    index_.add(profile);
    owners_.push_back(static_cast<std::uint32_t>(known_.size()));
    ++known.spellings;
  }

  void compare_spelling(const Known& known, const catalogue::OrganisationProfile& profile,
                        catalogue::OrganisationIndex::Scratch& scratch) {
    for (const auto number : index_.candidates(profile, scratch)) {
      const auto& other = known_[owners_[number]];
      if (other.id != known.id) compare_with(known, profile, other, number);
    }
  }

  void compare_all_spellings(const Known& known, const Known& other) {
    for (std::uint32_t i = 0; i < known.spellings; ++i) {
      const auto& profile = index_.profile(known.first_spelling + i);
      for (std::uint32_t j = 0; j < other.spellings; ++j) {
        compare_with(known, profile, other, other.first_spelling + j);
      }
    }
  }

  void compare_with(const Known& known, const catalogue::OrganisationProfile& profile,
                    const Known& other, std::uint32_t spelling) {
    const auto figures = catalogue::compare(profile, index_.profile(spelling));
    const auto score = catalogue::score_of(figures);
    const auto relation = relation_between(known.identity, other.identity);
    const auto verdict = catalogue::decide(score, relation);
    if (verdict == MatchVerdict::different) return;
    auto& found = found_[store::pair_of({known.id}, {other.id})];
    if (score > found.score) found = {score, verdict, features_text(figures, relation)};
  }

  [[nodiscard]] IdentifierRelation relation_between(
      const catalogue::OrganisationIdentity& one,
      const catalogue::OrganisationIdentity& other) const {
    const auto relation = catalogue::relation_of(one, other);
    const bool is_of_many =
        relation == IdentifierRelation::same_vat && by_vat_.at(one.vat).size() > kMostAtOneVat;
    return is_of_many ? IdentifierRelation::silent : relation;
  }

  void note_vat_numbers() {
    for (std::uint32_t place = 0; place < known_.size(); ++place) {
      const auto& vat = known_[place].identity.vat;
      if (!vat.empty()) by_vat_[vat].push_back(place);
    }
  }

  std::vector<Known> known_;  // by id
  /// Who states which VAT number, as places in known_: names under one need have nothing in common.
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_vat_;
  std::vector<std::uint32_t> owners_;  // of spellings, as places in known_
  catalogue::OrganisationIndex index_;
  std::map<OrganisationPair, Found> found_;
};

/// Who is one with whom while merges are made.
class MatchGroups {
 public:
  using Comparison = OrganisationMatches::Comparison;

  MatchGroups(const Comparison& comparison, std::map<std::int64_t, std::int64_t> members,
              std::set<OrganisationPair> apart)
      : comparison_(comparison), roots_(std::move(members)), apart_(std::move(apart)) {
    for (const auto& [member, root] : roots_) parts_[root].push_back(member);
  }

  [[nodiscard]] std::int64_t root_of(std::int64_t id) const {
    const auto found = roots_.find(id);
    return found == roots_.end() ? id : found->second;
  }

  [[nodiscard]] bool are_kept_apart(std::int64_t one, std::int64_t other) const {
    return any_pair(one, other, [&](std::int64_t left, std::int64_t right) {
      return apart_.contains(store::pair_of({left}, {right}));
    });
  }

  [[nodiscard]] bool do_identifiers_differ(std::int64_t one, std::int64_t other) const {
    return any_pair(one, other, [&](std::int64_t left, std::int64_t right) {
      const auto* const a = comparison_.identity_of(left);
      const auto* const b = comparison_.identity_of(right);
      return a != nullptr && b != nullptr &&
             catalogue::relation_of(*a, *b) == IdentifierRelation::differ;
    });
  }

  void join(std::int64_t part, std::int64_t whole) {
    auto& parts = parts_[whole];
    for (const auto member : parts_[part]) {
      roots_[member] = whole;
      parts.push_back(member);
    }
    parts_.erase(part);
    roots_[part] = whole;
    parts.push_back(part);
  }

 private:
  [[nodiscard]] bool any_pair(std::int64_t one, std::int64_t other, auto holds) const {
    const auto left = group(one), right = group(other);
    return std::ranges::any_of(left, [&](std::int64_t a) {
      return std::ranges::any_of(right, [&](std::int64_t b) { return holds(a, b); });
    });
  }

  [[nodiscard]] std::vector<std::int64_t> group(std::int64_t root) const {
    std::vector<std::int64_t> all{root};
    if (const auto found = parts_.find(root); found != parts_.end()) {
      all.insert(all.end(), found->second.begin(), found->second.end());
    }
    return all;
  }

  const Comparison& comparison_;
  std::map<std::int64_t, std::int64_t> roots_;
  std::map<std::int64_t, std::vector<std::int64_t>> parts_;
  std::set<OrganisationPair> apart_;
};

/// Who stays: who has more numbers, then who has been there longer.
bool stays(const auto& comparison, std::int64_t one, std::int64_t other) {
  const auto numbers = [&](std::int64_t id) {
    const auto* const known = comparison.identity_of(id);
    if (known == nullptr) return 0;
    return (known->pic.empty() ? 0 : 4) + (known->oid.empty() ? 0 : 2) +
           (known->vat.empty() ? 0 : 1);
  };
  const auto left = numbers(one), right = numbers(other);
  return left != right ? left > right : one < other;
}

class MatchWriter {
 public:
  using Comparison = OrganisationMatches::Comparison;

  MatchWriter(sql::Connection& connection, const Comparison& comparison, Timestamp now)
      : connection_(connection), comparison_(comparison), now_(now) {}

  Result<> write(ResolveReport& report) {
    MatchGroups groups(comparison_, TRY(store::all_members(connection_)),
                       TRY(store::kept_apart(connection_)));
    // The surest first: what follows has to agree with it.
    std::vector<std::pair<OrganisationPair, const Comparison::Found*>> order;
    for (const auto& [pair, found] : comparison_.found()) order.emplace_back(pair, &found);
    std::ranges::stable_sort(order, [](const auto& one, const auto& other) {
      return one.second->score > other.second->score;
    });
    for (const auto& [pair, found] : order) {
      if (TRY(are_there(pair))) {
        TRY(write_pair(groups, pair, *found, report));
      } else {
        ++report.vanished;
      }
    }
    std::vector<std::pair<std::int64_t, std::int64_t>> compared;
    for (const auto& asked : comparison_.asked()) {
      if (TRY(store::is_organisation(connection_, {asked.first}))) compared.push_back(asked);
    }
    return store::note_compared(connection_, compared);
  }

 private:
  /// An import that replaced a source may have taken out what was compared.
  Result<bool> are_there(OrganisationPair pair) {
    return TRY(store::is_organisation(connection_, {pair.first})) &&
           TRY(store::is_organisation(connection_, {pair.second}));
  }

  Result<> write_pair(MatchGroups& groups, OrganisationPair pair, const Comparison::Found& found,
                      ResolveReport& report) {
    const auto one = groups.root_of(pair.first), other = groups.root_of(pair.second);
    if (one == other || groups.are_kept_apart(one, other)) return {};
    const bool is_sure =
        found.verdict == MatchVerdict::sure && !groups.do_identifiers_differ(one, other);
    if (!is_sure) {
      ++report.doubtful;
      return store::ask_about(connection_, {.one = {pair.first},
                                            .other = {pair.second},
                                            .state = store::DoubtState::open,
                                            .score = found.score,
                                            .features = found.features,
                                            .at = now_});
    }
    const bool is_first = stays(comparison_, one, other);
    const auto whole = is_first ? one : other, part = is_first ? other : one;
    TRY(store::merge_organisations(connection_, {.kind = store::DecisionKind::merge,
                                                 .one = {part},
                                                 .other = {whole},
                                                 .person = {},
                                                 .at = now_,
                                                 .reason = {},
                                                 .score = found.score,
                                                 .features = found.features}));
    groups.join(part, whole);
    ++report.merged;
    return {};
  }

  sql::Connection& connection_;
  const Comparison& comparison_;
  Timestamp now_;
};

OrganisationMatches::OrganisationMatches(std::unique_ptr<Comparison> comparison)
    : comparison_(std::move(comparison)) {}
OrganisationMatches::~OrganisationMatches() = default;
OrganisationMatches::OrganisationMatches(OrganisationMatches&&) noexcept = default;

Result<OrganisationMatches> OrganisationMatches::find(store::ConnectionPool& connections) {
  auto comparison = std::make_unique<Comparison>();
  {
    auto reading = TRY(store::Reading::begin(connections));
    TRY(comparison->read(reading.connection()));
  }
  if (!comparison->asked().empty()) comparison->compare_asked();
  return OrganisationMatches(std::move(comparison));
}

Result<ResolveReport> OrganisationMatches::write(store::ConnectionPool& connections,
                                                 const Clock& clock) const {
  ResolveReport report{.organisations = comparison_->organisations(),
                       .compared = comparison_->asked().size()};
  if (report.compared == 0) return report;
  auto change = TRY(store::RecordedChange::begin(connections, clock, {}));
  MatchWriter writer(change.connection(), *comparison_, change.at());
  TRY(writer.write(report));
  TRY(change.commit("organisation.resolve", "organisations",
                    audit_detail({{"compared", report.compared},
                                  {"merged", report.merged},
                                  {"doubtful", report.doubtful},
                                  {"vanished", report.vanished}})));
  return report;
}

Result<ResolveReport> resolve_organisations(store::ConnectionPool& connections,
                                            const Clock& clock) {
  const auto matches = TRY(OrganisationMatches::find(connections));
  return matches.write(connections, clock);
}

}  // namespace tributary::app
