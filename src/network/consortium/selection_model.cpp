#include "network/consortium/selection_model.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace tributary::network {
namespace {

using Members = std::span<const Member>;

constexpr double kCents = 100, kShares = 10'000;

double euros(const Member& member) { return static_cast<double>(member.budget->cents) / kCents; }

class Modeller {
 public:
  Modeller(Members members, Members options, std::chrono::steady_clock::time_point deadline)
      : members_(members), options_(options), deadline_(deadline) {
    for (std::size_t place = 0; place < options.size(); ++place) program_.add_choice(0);
  }

  void add(const Rule& rule);
  /// No organisation joins twice, or where it is already.
  void add_identities();

  bool is_possible() const { return is_possible_; }
  /// Once it is, for good: what was added since is not all of it.
  bool is_late() {
    is_late_ = is_late_ || std::chrono::steady_clock::now() >= deadline_;
    return is_late_;
  }
  IntegerProgram take() { return std::move(program_); }

 private:
  enum class Counting : std::uint8_t { surely, perhaps };

  static bool counts(const Selector& selector, const Member& member, Counting counting) {
    const auto answer = picks(selector, member);
    return answer == Answer::yes || (counting == Counting::perhaps && answer == Answer::maybe);
  }

  /// A member that joined would break a rule; one that is there already does.
  void never(const auto& breaks) {
    if (std::ranges::any_of(members_, breaks)) is_possible_ = false;
    for (std::size_t place = 0; place < options_.size(); ++place) {
      if (breaks(options_[place])) program_.rows.push_back({.terms = {{place, 1}}, .high = 0});
    }
  }

  /// Σ weight over options that `counted` takes; `fixed` gets that of the members.
  std::vector<Term> sum(const auto& counted, const auto& weight, double& fixed) const {
    std::vector<Term> terms;
    for (const auto& member : members_) {
      if (counted(member)) fixed += weight(member);
    }
    for (std::size_t place = 0; place < options_.size(); ++place) {
      if (counted(options_[place])) terms.push_back({place, weight(options_[place])});
    }
    return terms;
  }
  std::vector<Term> number(const auto& counted, double& fixed) const {
    return sum(counted, [](const Member&) { return 1.0; }, fixed);
  }

  std::set<std::string> all_countries() const {
    std::set<std::string> countries;
    for (const auto& member : members_) countries.insert(member.country);
    for (const auto& option : options_) countries.insert(option.country);
    countries.erase("");
    return countries;
  }

  void add_organisations(const Rule& rule);
  void add_fewest_countries(const Rule& rule);
  void add_most_countries(const Rule& rule);
  void add_every_country(const Rule& rule);
  void add_budget(const Rule& rule);
  void add_share(const Rule& rule);

  Members members_, options_;
  IntegerProgram program_;
  std::chrono::steady_clock::time_point deadline_;
  bool is_possible_ = true, is_late_ = false;
};

void Modeller::add_organisations(const Rule& rule) {
  for (const auto counting : {Counting::surely, Counting::perhaps}) {
    const auto& bound = counting == Counting::surely ? rule.at_least : rule.at_most;
    if (!bound) continue;
    double fixed = 0;
    Row row{.terms = number([&](const Member& member) { return counts(rule.of, member, counting); },
                            fixed)};
    (counting == Counting::surely ? row.low : row.high) = static_cast<double>(*bound) - fixed;
    program_.rows.push_back(std::move(row));
  }
}

/// What `needed` asks, and what it leaves open as `of` asks it.
Selector joined(const Selector& of, Selector needed) {
  if (needed.roles.empty()) needed.roles = of.roles;
  if (needed.countries.empty()) needed.countries = of.countries;
  if (needed.types.empty()) needed.types = of.types;
  if (!needed.newcomer) needed.newcomer = of.newcomer;
  return needed;
}

/// A choice for each country, which may be taken only where there is one of each.
void Modeller::add_fewest_countries(const Rule& rule) {
  std::vector<Selector> selectors{rule.of};
  for (const auto& needed : rule.having) selectors.push_back(joined(rule.of, needed));
  Row total{.low = static_cast<double>(*rule.at_least)};
  for (const auto& country : all_countries()) {
    if (is_late()) return;
    const auto choice = program_.add_choice(0);
    total.terms.push_back({choice, 1});
    for (const auto& selector : selectors) {
      double fixed = 0;
      Row row{.terms = number(
                  [&](const Member& member) {
                    return member.country == country && counts(selector, member, Counting::surely);
                  },
                  fixed)};
      row.terms.push_back({choice, -1});
      row.low = -fixed;
      program_.rows.push_back(std::move(row));
    }
  }
  program_.rows.push_back(std::move(total));
}

/// A choice for each country, which is taken where there may be one. Who could be anywhere is in a
/// country of its own.
void Modeller::add_most_countries(const Rule& rule) {
  const auto may_count = [&](const Member& member) {
    return counts(rule.of, member, Counting::perhaps);
  };
  double anywhere = 0;
  Row total{.terms = number(
                [&](const Member& member) { return member.country.empty() && may_count(member); },
                anywhere),
            .high = static_cast<double>(*rule.at_most) - anywhere};
  for (const auto& country : all_countries()) {
    if (is_late()) return;
    double fixed = 0;
    const auto there =
        number([&](const Member& member) { return member.country == country && may_count(member); },
               fixed);
    if (fixed > 0) {
      total.high -= 1;
      continue;
    }
    const auto choice = program_.add_choice(0);
    total.terms.push_back({choice, 1});
    for (const auto& [column, one] : there) {
      program_.rows.push_back({.terms = {{choice, 1}, {column, -1}}, .low = 0});
    }
  }
  program_.rows.push_back(std::move(total));
}

void Modeller::add_every_country(const Rule& rule) {
  const auto may_count = [&](const Member& member) {
    return counts(rule.of, member, Counting::perhaps);
  };
  never([&](const Member& member) { return member.country.empty() && may_count(member); });
  for (const auto& country : all_countries()) {
    if (is_late()) return;
    double is_there = 0;
    const auto coming =
        number([&](const Member& member) { return member.country == country && may_count(member); },
               is_there);
    const auto choice = program_.add_choice(0);
    if (is_there > 0) program_.rows.push_back({.terms = {{choice, 1}}, .low = 1});
    for (const auto& [column, one] : coming) {
      program_.rows.push_back({.terms = {{choice, 1}, {column, -1}}, .low = 0});
    }
    for (const auto& needed : rule.having) {
      double fixed = 0;
      Row row{.terms = number(
                  [&](const Member& member) {
                    return member.country == country && counts(needed, member, Counting::surely);
                  },
                  fixed)};
      row.terms.push_back({choice, -1});
      row.low = -fixed;
      program_.rows.push_back(std::move(row));
    }
  }
}

void Modeller::add_budget(const Rule& rule) {
  if (rule.at_most) {
    const auto may_count = [&](const Member& member) {
      return counts(rule.of, member, Counting::perhaps);
    };
    never([&](const Member& member) { return may_count(member) && !member.budget; });
    double fixed = 0;
    Row row{.terms = sum([&](const Member& member) { return may_count(member) && member.budget; },
                         euros, fixed)};
    row.high = static_cast<double>(*rule.at_most) / kCents - fixed;
    program_.rows.push_back(std::move(row));
  }
  if (rule.at_least) {
    double fixed = 0;
    Row row{.terms = sum(
                [&](const Member& member) {
                  return counts(rule.of, member, Counting::surely) && member.budget;
                },
                euros, fixed)};
    row.low = static_cast<double>(*rule.at_least) / kCents - fixed;
    program_.rows.push_back(std::move(row));
  }
}

/// With T, the total, as an amount of its own: b ≤ p·T for each group's budget b.
void Modeller::add_share(const Rule& rule) {
  const bool is_by_country = rule.kind == RuleKind::country_share;
  never([&](const Member& member) {
    const auto answer = picks(rule.of, member);
    const bool is_open =
        answer == Answer::maybe || !member.budget || (is_by_country && member.country.empty());
    return answer != Answer::no && is_open;
  });
  const auto counted = [&](const Member& member) {
    return picks(rule.of, member) == Answer::yes && member.budget;
  };
  const auto share = static_cast<double>(*rule.at_most) / kShares;
  const auto total = program_.add_amount();
  double fixed = 0;
  Row balance{.terms = sum(counted, euros, fixed)};
  balance.terms.push_back({total, -1});
  balance.low = balance.high = -fixed;
  program_.rows.push_back(std::move(balance));

  const auto limit = [&](std::vector<Term> budgets, double already) {
    budgets.push_back({total, -share});
    program_.rows.push_back({.terms = std::move(budgets), .high = -already});
  };
  if (is_by_country) {
    for (const auto& country : all_countries()) {
      if (is_late()) return;
      double already = 0;
      auto budgets =
          sum([&](const Member& member) { return member.country == country && counted(member); },
              euros, already);
      limit(std::move(budgets), already);
    }
    return;
  }
  for (const auto& member : members_) {
    if (counted(member)) limit({}, euros(member));
  }
  for (std::size_t place = 0; place < options_.size(); ++place) {
    if (counted(options_[place])) limit({{place, euros(options_[place])}}, 0);
  }
}

void Modeller::add(const Rule& rule) {
  switch (rule.kind) {
    case RuleKind::organisations:
      return add_organisations(rule);
    case RuleKind::countries:
      if (rule.at_least) add_fewest_countries(rule);
      if (rule.at_most) add_most_countries(rule);
      return;
    case RuleKind::every_country:
      return add_every_country(rule);
    case RuleKind::only:
      return never([&](const Member& member) {
        return picks(rule.of, member) != Answer::no && picks(rule.allowed, member) != Answer::yes;
      });
    case RuleKind::once:  // add_identities() has the rest
      for (std::size_t place = 0; place < members_.size(); ++place) {
        if (stands_in(members_.first(place), members_[place])) is_possible_ = false;
      }
      return;
    case RuleKind::budget_total:
      return add_budget(rule);
    case RuleKind::organisation_share:
    case RuleKind::country_share:
      return add_share(rule);
    case RuleKind::by_hand:
      return;
  }
}

/// Of those that surely are the same at most one joins. What is the same perhaps goes by pairs, as
/// two that may be the same as a third need not be the same: for each option a row that keeps out
/// all such that come after it where it is chosen.
void Modeller::add_identities() {
  std::map<std::string, std::vector<Term>> of_identity;
  for (std::size_t place = 0; place < options_.size(); ++place) {
    of_identity[identity_of(options_[place])].push_back({place, 1});
  }
  for (auto& [identity, terms] : of_identity) {
    if (terms.size() > 1) program_.rows.push_back({.terms = std::move(terms), .high = 1});
  }
  for (std::size_t place = 0; place < options_.size(); ++place) {
    if (is_late()) return;
    const auto& option = options_[place];
    if (stands_in(members_, option)) {
      program_.rows.push_back({.terms = {{place, 1}}, .high = 0});
      continue;
    }
    std::vector<Term> others;
    for (auto other = place + 1; other < options_.size(); ++other) {
      if (same_organisation(option, options_[other]) == Answer::no) continue;
      if (identity_of(option) != identity_of(options_[other])) others.push_back({other, 1});
    }
    if (others.empty()) continue;
    const auto number = static_cast<double>(others.size());
    others.push_back({place, number});
    program_.rows.push_back({.terms = std::move(others), .high = number});
  }
}

}  // namespace

std::expected<IntegerProgram, SolutionState> selection_model(
    std::span<const Rule> rules, std::span<const Member> members, std::span<const Member> options,
    std::chrono::steady_clock::time_point deadline) {
  Modeller modeller(members, options, deadline);
  modeller.add_identities();
  for (const auto& rule : rules) {
    if (modeller.is_late()) return std::unexpected(SolutionState::unknown);
    modeller.add(rule);
  }
  if (modeller.is_late()) return std::unexpected(SolutionState::unknown);
  if (!modeller.is_possible()) return std::unexpected(SolutionState::impossible);
  return modeller.take();
}

}  // namespace tributary::network
