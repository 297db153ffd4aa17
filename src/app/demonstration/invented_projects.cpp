#include <fmt/format.h>

#include <algorithm>

#include "app/demonstration/demonstration.h"
#include "app/demonstration/vocabulary.h"

namespace tributary::app {
namespace {

using namespace demonstration;

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine, which the standard
/// library's distributions do not promise.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t mixed = (state_ += 0x9E3779B97F4A7C15u);
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    return mixed ^ (mixed >> 31);
  }

  /// Uniform over low..high, both included.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(high - low + 1));
  }

  template <class Table>
  const auto& one_of(const Table& table) {
    return table[next() % table.size()];
  }

 private:
  std::uint64_t state_;
};

std::string capitalised(std::string_view text) {
  std::string result(text);
  if (!result.empty() && result[0] >= 'a' && result[0] <= 'z') {
    result[0] = static_cast<char>(result[0] - 'a' + 'A');
  }
  return result;
}

catalogue::NamedOrganisation organisation(Random& random) {
  const auto& town = random.one_of(kTowns);
  const auto& kind = random.one_of(kKinds);
  catalogue::NamedOrganisation named;
  named.name = fmt::format("{}{}{}", kind.before, town.name, kind.after);
  named.type = kind.type;
  named.country = town.country == "EL" ? "GR" : town.country;
  named.city = town.name;
  named.nuts = town.nuts;
  return named;
}

std::vector<catalogue::Participation> consortium(Random& random, const Action& action) {
  std::vector<catalogue::Participation> consortium;
  const auto size = 1 + random.between(action.least_partners, action.most_partners);
  while (std::ssize(consortium) < size) {
    auto candidate = organisation(random);
    const auto same = [&](const auto& other) { return other.organisation.name == candidate.name; };
    if (std::ranges::any_of(consortium, same)) continue;
    const bool first = consortium.empty();
    catalogue::Participation participation;
    participation.organisation = std::move(candidate);
    participation.role = first ? catalogue::Role::coordinator : catalogue::Role::partner;
    participation.role_label = first ? "coordinator" : "partner";
    participation.order = static_cast<std::uint32_t>(consortium.size() + 1);
    consortium.push_back(std::move(participation));
  }
  return consortium;
}

/// The first letters of the title's words, as applicants like them: "Mentors at the workplace" →
/// "MATW".
std::string acronym_of(std::string_view method, std::string_view trade) {
  std::string acronym;
  for (const auto text : {method, trade}) {
    for (std::size_t at = 0; at < text.size() && acronym.size() < 7; ++at) {
      const bool begins_word = at == 0 || text[at - 1] == ' ' || text[at - 1] == '-';
      if (begins_word && text.substr(at, 4) != "and ") acronym += capitalised(text.substr(at, 1));
    }
  }
  return acronym;
}

catalogue::SourceProject invented_project(std::uint32_t number, Random& random) {
  const auto& trade = random.one_of(kTrades);
  const auto& method = random.one_of(kMethods);
  const auto& group = random.one_of(kGroups);
  const auto& action = random.one_of(kActions);
  const auto year = static_cast<int>(random.between(2014, 2026));
  const auto months = static_cast<int>(random.between(action.least_months, action.most_months));
  const auto first_month = static_cast<int>(random.between(9, 12));
  const int last_month =
      first_month - 1 + months;  // months since January of `year`, one past the end

  catalogue::SourceProject project;
  project.source = kDemonstrationSource;
  project.participations = consortium(random, action);
  const auto& coordinator = project.participations->front().organisation;
  project.key = fmt::format("{}-1-{}01-{}-{:06}", year, coordinator.country, action.code, number);
  project.title = number % 2 == 0 ? fmt::format("{} in {}", method.title, trade.name)
                                  : fmt::format("{} for {} in {}", method.title, group, trade.name);
  project.acronym = acronym_of(method.title, trade.name);
  project.summary = fmt::format(
      "{} {} The project works with {}, with {} partner organisations, and tests the approach in "
      "real classes and "
      "workplaces before anyone recommends it. It leaves behind {}, written for those who were not "
      "there. {}",
      trade.problem, method.approach, group, project.participations->size(),
      random.one_of(kOutputs), random.one_of(kEndings));
  project.programme = "Erasmus+";
  project.key_action = action.key_action;
  project.action = action.name;
  project.call = fmt::format("{} {}", action.code, year);
  project.call_year = year;
  project.start = Date::from_calendar(year, static_cast<unsigned>(first_month), 1);
  const auto after =
      Date::from_calendar(year + last_month / 12, static_cast<unsigned>(last_month % 12 + 1), 1);
  project.end = Date(after->days_since_epoch() - 1);
  project.grant = Money{random.between(action.least_euros, action.most_euros) * 100};
  using catalogue::TopicVocabulary;
  project.topics = {{TopicVocabulary::erasmus_topic, "", std::string(trade.topic)},
                    {TopicVocabulary::erasmus_topic, "", "Vocational education and training"},
                    {TopicVocabulary::keyword, "", std::string(method.keyword)}};
  return project;
}

}  // namespace

std::vector<catalogue::SourceProject> invented_projects(std::uint32_t count, std::uint64_t seed) {
  Random random(seed);
  std::vector<catalogue::SourceProject> projects;
  projects.reserve(count);
  for (std::uint32_t number = 1; number <= count; ++number) {
    projects.push_back(invented_project(number, random));
  }
  std::ranges::sort(projects, {}, &catalogue::SourceProject::key);
  return projects;
}

}  // namespace tributary::app
