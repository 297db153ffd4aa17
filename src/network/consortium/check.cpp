#include "network/consortium/check.h"

#include <algorithm>
#include <map>
#include <set>

namespace tributary::network {
namespace {

using Members = std::span<const Member>;

/// The members that a selector picks, surely and perhaps.
struct Picked {
  std::vector<std::size_t> surely, perhaps;
};

Picked picked(const Selector& selector, Members members) {
  Picked picked;
  for (std::size_t place = 0; place < members.size(); ++place) {
    const auto answer = picks(selector, members[place]);
    if (answer == Answer::yes) picked.surely.push_back(place);
    if (answer == Answer::maybe) picked.perhaps.push_back(place);
  }
  return picked;
}

/// Notes what is not known of a member that a selector perhaps picks.
void note_missing(const Selector& selector, Members members, std::size_t place,
                  std::set<Unknown>& missing) {
  const auto& member = members[place];
  if (!member.role && selector.roles.size() != kRoles.size()) missing.insert({place, "role"});
  if (member.country.empty() && !selector.countries.empty()) missing.insert({place, "country"});
  if (member.type.empty() && !selector.types.empty()) missing.insert({place, "type"});
  if (!member.newcomer && selector.newcomer) missing.insert({place, "newcomer"});
}

void note_missing(const Selector& selector, Members members, const std::vector<std::size_t>& places,
                  std::set<Unknown>& missing) {
  for (const auto place : places) note_missing(selector, members, place, missing);
}

Verdict judged(const Found& found, const Rule& rule) {
  const bool has_enough = !rule.at_least || found.low >= *rule.at_least;
  const bool has_too_few = rule.at_least && found.high && *found.high < *rule.at_least;
  const bool has_few_enough = !rule.at_most || (found.high && *found.high <= *rule.at_most);
  const bool has_too_many = rule.at_most && found.low > *rule.at_most;
  if (has_too_few || has_too_many) return Verdict::failed;
  return has_enough && has_few_enough ? Verdict::passed : Verdict::unjudged;
}

/// What is missing tells only something where it kept the rule from being judged.
Outcome finished(Outcome outcome, const std::set<Unknown>& missing) {
  if (outcome.verdict == Verdict::unjudged) outcome.missing.assign(missing.begin(), missing.end());
  return outcome;
}

std::int64_t size_of(const auto& list) { return static_cast<std::int64_t>(list.size()); }

Outcome check_organisations(const Rule& rule, Members members) {
  const auto [surely, perhaps] = picked(rule.of, members);
  std::set<Unknown> missing;
  note_missing(rule.of, members, perhaps, missing);
  Outcome outcome;
  outcome.found = Found{size_of(surely), size_of(surely) + size_of(perhaps)};
  outcome.verdict = judged(*outcome.found, rule);
  outcome.counted = surely;
  if (outcome.verdict == Verdict::failed && rule.at_most && size_of(surely) > *rule.at_most) {
    outcome.against = surely;
  }
  return finished(std::move(outcome), missing);
}

/// The countries where a selector picks a member, surely and perhaps; and how many members could be
/// anywhere.
struct CountriesFound {
  std::set<std::string> surely, perhaps;  ///< the second have the first among them
  std::int64_t unplaced = 0;
};

CountriesFound countries_of(const Selector& selector, Members members,
                            std::vector<std::size_t>& counted, std::set<Unknown>& missing) {
  const auto [surely, perhaps] = picked(selector, members);
  note_missing(selector, members, perhaps, missing);
  CountriesFound found;
  const auto add = [&](std::size_t place, std::set<std::string>* countries) {
    const auto& country = members[place].country;
    if (country.empty()) {
      missing.insert({place, "country"});
      ++found.unplaced;
      return;
    }
    found.perhaps.insert(country);
    if (countries != nullptr) countries->insert(country);
  };
  for (const auto place : surely) add(place, &found.surely);
  for (const auto place : perhaps) add(place, nullptr);
  counted = surely;
  return found;
}

/// What `needed` asks, and what it leaves open as `of` asks it.
Selector both(const Selector& of, const Selector& needed) {
  auto joined = needed;
  if (joined.roles.empty()) joined.roles = of.roles;
  if (joined.countries.empty()) joined.countries = of.countries;
  if (joined.types.empty()) joined.types = of.types;
  if (!joined.newcomer) joined.newcomer = of.newcomer;
  return joined;
}

void keep_common(std::set<std::string>& countries, const std::set<std::string>& others) {
  std::erase_if(countries, [&](const auto& country) { return !others.contains(country); });
}

/// With `having` a country counts where there is one of each: at most as many as of the scarcest,
/// and only those that all have, unless somebody could be anywhere.
Outcome check_countries(const Rule& rule, Members members) {
  std::set<Unknown> missing;
  Outcome outcome;
  auto found = countries_of(rule.of, members, outcome.counted, missing);
  auto scarcest = size_of(found.perhaps) + found.unplaced;
  bool is_anywhere = found.unplaced > 0;
  for (const auto& needed : rule.having) {
    std::vector<std::size_t> ignored;
    const auto with = countries_of(both(rule.of, needed), members, ignored, missing);
    keep_common(found.surely, with.surely);
    keep_common(found.perhaps, with.perhaps);
    scarcest = std::min(scarcest, size_of(with.perhaps) + with.unplaced);
    is_anywhere = is_anywhere || with.unplaced > 0;
  }
  outcome.found = Found{size_of(found.surely), is_anywhere ? scarcest : size_of(found.perhaps)};
  outcome.verdict = judged(*outcome.found, rule);
  outcome.countries.assign(found.surely.begin(), found.surely.end());
  return finished(std::move(outcome), missing);
}

/// Whether `country` has a member that `needed` picks; a member of unknown country may be there.
Answer has_one(const std::string& country, const Selector& needed, Members members,
               std::set<Unknown>& missing) {
  auto best = Answer::no;
  for (std::size_t place = 0; place < members.size(); ++place) {
    const auto& member = members[place];
    if (!member.country.empty() && member.country != country) continue;
    auto answer = picks(needed, member);
    if (answer == Answer::maybe) note_missing(needed, members, place, missing);
    if (answer != Answer::no && member.country.empty()) {
      missing.insert({place, "country"});
      answer = Answer::maybe;
    }
    best = std::max(best, answer);
  }
  return best;
}

/// Whether `country` has one of each.
Answer has_all(const std::string& country, const Rule& rule, Members members,
               std::set<Unknown>& missing) {
  auto all = Answer::yes;
  for (const auto& needed : rule.having) {
    all = std::min(all, has_one(country, needed, members, missing));
  }
  return all;
}

Outcome check_every_country(const Rule& rule, Members members) {
  const auto [surely, perhaps] = picked(rule.of, members);
  std::set<Unknown> missing;
  Outcome outcome{.verdict = Verdict::passed};
  std::set<std::string> lacking;
  std::map<std::string, Answer> of_country;
  const auto look_at = [&](std::size_t place, bool is_sure) {
    const auto& country = members[place].country;
    auto answer = Answer::maybe;
    if (country.empty()) {
      missing.insert({place, "country"});
    } else if (const auto known = of_country.find(country); known != of_country.end()) {
      answer = known->second;
    } else {
      answer = of_country[country] = has_all(country, rule, members, missing);
    }
    if (answer == Answer::no && is_sure) {
      lacking.insert(country);
      outcome.against.push_back(place);
      outcome.verdict = Verdict::failed;
    } else if (answer != Answer::yes && outcome.verdict == Verdict::passed) {
      outcome.verdict = Verdict::unjudged;
    }
  };
  outcome.counted = surely;
  for (const auto place : surely) look_at(place, true);
  note_missing(rule.of, members, perhaps, missing);
  for (const auto place : perhaps) look_at(place, false);
  outcome.countries.assign(lacking.begin(), lacking.end());
  return finished(std::move(outcome), missing);
}

Outcome check_only(const Rule& rule, Members members) {
  std::set<Unknown> missing;
  Outcome outcome{.verdict = Verdict::passed};
  for (std::size_t place = 0; place < members.size(); ++place) {
    const auto is_meant = picks(rule.of, members[place]);
    if (is_meant == Answer::no) continue;
    if (is_meant == Answer::yes) outcome.counted.push_back(place);
    const auto is_allowed = picks(rule.allowed, members[place]);
    if (is_allowed == Answer::yes) continue;
    if (is_allowed == Answer::no && is_meant == Answer::yes) {
      outcome.against.push_back(place);
      continue;
    }
    outcome.verdict = Verdict::unjudged;
    if (is_meant == Answer::maybe) note_missing(rule.of, members, place, missing);
    if (is_allowed == Answer::maybe) note_missing(rule.allowed, members, place, missing);
  }
  if (!outcome.against.empty()) outcome.verdict = Verdict::failed;
  return finished(std::move(outcome), missing);
}

Outcome check_once(Members members) {
  std::set<std::size_t> twice;
  std::set<Unknown> missing;
  for (std::size_t place = 0; place < members.size(); ++place) {
    for (std::size_t other = 0; other < place; ++other) {
      const auto answer = same_organisation(members[place], members[other]);
      if (answer == Answer::yes) twice.insert({place, other});
      if (answer != Answer::maybe) continue;
      for (const auto one : {place, other}) {
        if (members[one].country.empty()) missing.insert({one, "country"});
      }
    }
  }
  Outcome outcome{.verdict = Verdict::passed};
  if (!missing.empty()) outcome.verdict = Verdict::unjudged;
  if (!twice.empty()) outcome.verdict = Verdict::failed;
  outcome.against.assign(twice.begin(), twice.end());
  return finished(std::move(outcome), missing);
}

Outcome check_budget_total(const Rule& rule, Members members) {
  const auto [surely, perhaps] = picked(rule.of, members);
  std::set<Unknown> missing;
  note_missing(rule.of, members, perhaps, missing);
  Outcome outcome;
  outcome.counted = surely;
  Found found{0, 0};
  const auto add = [&](std::size_t place, bool is_sure) {
    const auto& budget = members[place].budget;
    if (!budget) {
      missing.insert({place, "budget"});
      found.high = std::nullopt;
      return;
    }
    if (is_sure) found.low += budget->cents;
    if (found.high) *found.high += budget->cents;
  };
  for (const auto place : surely) add(place, true);
  for (const auto place : perhaps) add(place, false);
  outcome.verdict = judged(found, rule);
  outcome.found = found;
  return finished(std::move(outcome), missing);
}

/// The largest share of one group of the members that the rule is about. Without every budget and
/// every member's place in a group nobody can tell it.
Outcome check_share(const Rule& rule, Members members) {
  const bool is_by_country = rule.kind == RuleKind::country_share;
  const auto [surely, perhaps] = picked(rule.of, members);
  std::set<Unknown> missing;
  note_missing(rule.of, members, perhaps, missing);
  std::map<std::string, std::int64_t> of_group;
  std::map<std::string, std::vector<std::size_t>> places;
  std::int64_t total = 0;
  for (const auto place : surely) {
    const auto& member = members[place];
    if (!member.budget) missing.insert({place, "budget"});
    if (is_by_country && member.country.empty()) missing.insert({place, "country"});
    const auto group = is_by_country ? member.country : std::to_string(place);
    of_group[group] += member.budget ? member.budget->cents : 0;
    places[group].push_back(place);
    total += member.budget ? member.budget->cents : 0;
  }
  Outcome outcome{.verdict = Verdict::unjudged, .counted = surely};
  if (!missing.empty()) return finished(std::move(outcome), missing);
  Found found{0, 0};
  constexpr std::int64_t kWhole = 10'000;
  for (const auto& [group, cents] : of_group) {
    // Rounded up, so that what is over a limit never looks as if it kept it.
    const auto share = total == 0 ? 0 : (cents * kWhole + total - 1) / total;
    found.low = std::max(found.low, share);
    if (!rule.at_most || share <= *rule.at_most) continue;
    outcome.against.insert(outcome.against.end(), places[group].begin(), places[group].end());
    if (is_by_country) outcome.countries.push_back(group);
  }
  found.high = found.low;
  outcome.found = found;
  outcome.verdict = judged(found, rule);
  std::ranges::sort(outcome.against);
  return outcome;
}

}  // namespace

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::passed:
      return "passed";
    case Verdict::failed:
      return "failed";
    case Verdict::unjudged:
      return "unjudged";
  }
  return "";
}

Outcome check(const Rule& rule, std::span<const Member> members) {
  switch (rule.kind) {
    case RuleKind::organisations:
      return check_organisations(rule, members);
    case RuleKind::countries:
      return check_countries(rule, members);
    case RuleKind::every_country:
      return check_every_country(rule, members);
    case RuleKind::only:
      return check_only(rule, members);
    case RuleKind::once:
      return check_once(members);
    case RuleKind::budget_total:
      return check_budget_total(rule, members);
    case RuleKind::organisation_share:
    case RuleKind::country_share:
      return check_share(rule, members);
    case RuleKind::by_hand:
      return {};
  }
  return {};
}

std::vector<Outcome> check(std::span<const Rule> rules, std::span<const Member> members) {
  std::vector<Outcome> outcomes;
  for (const auto& rule : rules) outcomes.push_back(check(rule, members));
  return outcomes;
}

Verdict verdict_of(std::span<const Rule> rules, std::span<const Outcome> outcomes) {
  auto verdict = Verdict::passed;
  for (std::size_t place = 0; place < rules.size(); ++place) {
    if (outcomes[place].verdict == Verdict::failed) return Verdict::failed;
    const bool is_open = outcomes[place].verdict == Verdict::unjudged;
    if (is_open && rules[place].kind != RuleKind::by_hand) verdict = Verdict::unjudged;
  }
  return verdict;
}

}  // namespace tributary::network
