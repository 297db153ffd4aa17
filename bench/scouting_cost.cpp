// How long scouting takes over a catalogue that is there already:
//
//   scouting_cost DATA_DIRECTORY [QUERY…]
//
// For each query, and for all projects: rising terms, best and median processor time of some runs,
// with how much was tried; and a need against as many innovations as named in `kInnovations`.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <vector>

#include "app/portal.h"
#include "app/scouting/needs.h"
#include "app/scouting/rising_terms.h"
#include "must.h"

namespace {

using namespace tributary;
using tributary::app::Portal;

constexpr int kRuns = 7;
constexpr int kInnovations = 100;

/// Milliseconds of processor time, ascending: everything happens in one thread.
template <class Work>
std::vector<double> times_of(Work work) {
  std::vector<double> times;
  for (int run = 0; run < kRuns; ++run) {
    const auto begin = std::clock();
    work();
    times.push_back(1'000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  std::ranges::sort(times);
  return times;
}

void time_rising(Portal& portal, const std::string& query) {
  app::RisingTerms rising;
  const auto times = times_of([&] { rising = must(portal.rising_terms({.text = query})); });
  std::uint64_t projects = 0;
  for (const auto& year : rising.years) projects += year.projects;
  fmt::print("| {} | {} | {} + {} | {} | {:.0f} | {:.0f} |\n", query.empty() ? "(all)" : query,
             projects, rising.words_tried, rising.phrases_tried, rising.terms.size(), times.front(),
             times[kRuns / 2]);
}

void time_need(Portal& portal) {
  app::NeedQuery query{.text = "mentors for apprentices in small firms of the building trade",
                       .language = "en"};
  for (int number = 1; number <= kInnovations; ++number) {
    query.known.push_back({.id = {number},
                           .words = fmt::format("a simulator of welding and a new way to assess "
                                                "skills in small workshops, number {}",
                                                number)});
  }
  const auto times = times_of([&] { must(portal.projects_for_need(query)); });
  fmt::print("\nneed against {} innovations: best {:.0f} ms, median {:.0f} ms\n", kInnovations,
             times.front(), times[kRuns / 2]);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: scouting_cost DATA_DIRECTORY [QUERY…]\n");
    return 2;
  }
  const SystemClock clock;
  const app::DataDirectory data{Path(argv[1])};
  const auto portal = must(Portal::open(data, clock));
  fmt::print(
      "{} projects\n\n| query | projects in the years | words + phrases tried | told | best, ms "
      "| median, ms |\n|---|---:|---:|---:|---:|---:|\n",
      must(portal->summary()).projects);
  time_rising(*portal, "");
  for (int at = 2; at < argc; ++at) time_rising(*portal, argv[at]);
  time_need(*portal);
  return 0;
}
