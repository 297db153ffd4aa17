#include "ecosystem/indicators/incidence.h"

#include <algorithm>
#include <set>
#include <utility>

#include "ecosystem/indicators/ratio.h"

namespace tributary::ecosystem {
namespace {

constexpr double kPerHundred = 100;

/// The day so many years earlier; of 29 February the 28th where that year has none.
Date years_before(Date day, int years) {
  const auto year = day.year() - years;
  const auto same = Date::from_calendar(year, day.month(), day.day());
  return same ? *same : Date::from_calendar(year, day.month(), day.day() - 1).value_or(day);
}

/// The last answer of each provider in (from, until].
std::map<ProviderId, const ProviderAnswer*> last_answers(std::span<const ProviderAnswer> answers,
                                                         Date from, Date until) {
  std::map<ProviderId, const ProviderAnswer*> last;
  for (const auto& answer : answers) {
    if (answer.answered <= from || answer.answered > until) continue;
    auto& known = last[answer.provider];
    if (known == nullptr || known->answered <= answer.answered) known = &answer;
  }
  return last;
}

bool is_counted(const ImplementedInnovation& innovation, Date from, Date until,
                const InnovationFilter& counted) {
  return innovation.implemented > from && innovation.implemented <= until &&
         (!counted.type || innovation.type == *counted.type) &&
         (!counted.novelty || innovation.novelty == *counted.novelty);
}

}  // namespace

bool is_observed(Date answered, Date as_of) {
  return answered > years_before(as_of, kObservedYears) && answered <= as_of;
}

Figure<ProviderId> share_of_innovating_providers(std::span<const ProviderAnswer> answers,
                                                 std::uint64_t providers_in_scope, Date as_of,
                                                 const InnovationFilter& counted,
                                                 std::string source) {
  const auto from = years_before(as_of, kObservedYears);
  const auto last = last_answers(answers, from, as_of);
  Figure<ProviderId> figure{.value = {},
                            .as_of = as_of,
                            .source = std::move(source),
                            .heard = {.from = last.size(), .in_scope = providers_in_scope},
                            .rows = {}};
  for (const auto& [provider, answer] : last) {
    const bool innovates = std::ranges::any_of(answer->innovations, [&](const auto& innovation) {
      return is_counted(innovation, from, as_of, counted);
    });
    if (innovates) figure.rows.push_back(provider);
  }
  figure.value = ratio(figure.rows.size(), last.size());
  return figure;
}

Figure<InnovationId> entries_per_hundred_providers(std::span<const StageVisit> visits, Stage stage,
                                                   int year, std::uint64_t providers,
                                                   std::string source) {
  std::set<InnovationId> entered;
  for (const auto& visit : visits) {
    if (visit.stage == stage && visit.entered.year() == year) entered.insert(visit.innovation);
  }
  Figure<InnovationId> figure{.value = {},
                              .as_of = Date::from_calendar(year, 12, 31).value_or(Date()),
                              .source = std::move(source),
                              .heard = {.from = providers, .in_scope = providers},
                              .rows = {entered.begin(), entered.end()}};
  if (const auto share = ratio(entered.size(), providers)) figure.value = kPerHundred * *share;
  return figure;
}

StageFlow flow_through(std::span<const StageVisit> visits, Stage stage, Date as_of) {
  StageFlow flow;
  std::vector<int> days;
  for (const auto& visit : visits) {
    if (visit.stage != stage || visit.entered > as_of) continue;
    ++flow.entered;
    if (!visit.left || *visit.left > as_of) {
      ++flow.still_there;
      continue;
    }
    ++(visit.went_on ? flow.went_on : flow.ended);
    days.push_back(visit.left->days_since_epoch() - visit.entered.days_since_epoch());
  }
  if (!days.empty()) {
    const auto middle = days.begin() + static_cast<std::ptrdiff_t>((days.size() - 1) / 2);
    std::ranges::nth_element(days, middle);
    flow.median_days = *middle;
  }
  return flow;
}

Figure<ProviderId> share_of_learners_reached(std::span<const LearnersReached> providers, Date as_of,
                                             std::string source) {
  Figure<ProviderId> figure{.value = {},
                            .as_of = as_of,
                            .source = std::move(source),
                            .heard = {.from = 0, .in_scope = providers.size()},
                            .rows = {}};
  std::uint64_t learners = 0, reached = 0;
  for (const auto& provider : providers) {
    if (!provider.learners || !provider.reached) continue;
    ++figure.heard.from;
    learners += *provider.learners;
    reached += std::min(*provider.reached, *provider.learners);
    figure.rows.push_back(provider.provider);
  }
  std::ranges::sort(figure.rows);
  figure.value = ratio(reached, learners);
  return figure;
}

}  // namespace tributary::ecosystem
