#include "rivals/common/rival_program.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <numeric>
#include <span>

#include "corpus/random.h"

namespace tributary::bench {
namespace {

double milliseconds_of(Rival& rival, const RivalQuery& query, RivalAnswer& answer) {
  const auto begin = std::chrono::steady_clock::now();
  answer = rival.answer(query);
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
  return taken.count();
}

void print_missing(std::size_t number, const RivalQuery& query, const std::string& reason) {
  fmt::print("{{\"query\": {}, \"class\": \"{}\", \"missing\": \"{}\"}}\n", number,
             query.class_name, reason);
}

/// The pieces that `piece` makes of each value, with commas between.
template <class Values, class Piece>
std::string joined(const Values& values, Piece piece) {
  std::string text;
  for (const auto& value : values) text += (text.empty() ? "" : ", ") + piece(value);
  return text;
}

std::string facet_json(const FacetCounts& facet) {
  return fmt::format("\"{}\": [{}]", facet.name, joined(facet.values, [](const auto& value) {
                       return fmt::format("[\"{}\", {}]", value.first, value.second);
                     }));
}

void answer_all(Rival& rival, const std::vector<RivalQuery>& queries) {
  for (std::size_t number = 0; number < queries.size(); ++number) {
    const auto& query = queries[number];
    if (const auto reason = rival.missing(query)) {
      print_missing(number, query, *reason);
      continue;
    }
    RivalAnswer answer;
    const double taken_ms = milliseconds_of(rival, query, answer);
    const auto total = query.task == Task::top ? rival.count(query) : answer.total;
    const auto top =
        joined(answer.top, [](const std::string& id) { return fmt::format("\"{}\"", id); });
    fmt::print(
        "{{\"query\": {}, \"class\": \"{}\", \"best_ms\": {:.5f}, \"median_ms\": {:.5f}, "
        "\"total\": {}, \"top\": [{}], \"facets\": {{{}}}}}\n",
        number, query.class_name, taken_ms, taken_ms, total ? std::to_string(*total) : "null", top,
        joined(answer.facets, facet_json));
  }
}

void time_all(Rival& rival, const std::vector<RivalQuery>& queries, std::size_t repeats,
              std::size_t warm_ups) {
  std::vector<std::size_t> order;
  for (std::size_t number = 0; number < queries.size(); ++number) {
    const auto reason = rival.missing(queries[number]);
    if (reason) print_missing(number, queries[number], *reason);
    if (!reason) order.push_back(number);
  }
  Random random(1);
  std::vector<std::vector<double>> times_ms(queries.size());
  RivalAnswer answer;
  for (std::size_t round = 0; round < warm_ups + repeats; ++round) {
    for (auto left = order.size(); left > 1; --left) {
      std::swap(order[left - 1], order[random.below(left)]);
    }
    for (const auto number : order) {
      const double taken_ms = milliseconds_of(rival, queries[number], answer);
      if (round >= warm_ups) times_ms[number].push_back(taken_ms);
    }
  }
  std::ranges::sort(order);
  for (const auto number : order) {
    auto& times = times_ms[number];
    std::ranges::sort(times);
    fmt::print("{{\"query\": {}, \"class\": \"{}\", \"best_ms\": {:.5f}, \"median_ms\": {:.5f}}}\n",
               number, queries[number].class_name, times.front(), times[times.size() / 2]);
  }
}

bool run(std::span<const std::string> words, const BuildIndex& build, const OpenIndex& open) {
  if (words.size() == 3 && words[0] == "build") {
    build(words[1], words[2]);
  } else if (words.size() == 3 && words[0] == "answer") {
    answer_all(*open(words[1]), read_queries(words[2]));
  } else if (words.size() == 5 && words[0] == "time" && std::stoul(words[3]) > 0) {
    time_all(*open(words[1]), read_queries(words[2]), std::stoul(words[3]), std::stoul(words[4]));
  } else {
    return false;
  }
  return true;
}

}  // namespace

void keep_first(FacetCounts& facet) {
  std::ranges::sort(facet.values, [](const auto& left, const auto& right) {
    return left.second != right.second ? left.second > right.second : left.first < right.first;
  });
  if (facet.values.size() > kFacetValues) facet.values.resize(kFacetValues);
}

int run_rival(int argc, char** argv, const BuildIndex& build, const OpenIndex& open) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  try {
    if (run(words, build, open)) return 0;
    fmt::print(stderr,
               "usage: build CORPUS INDEX_FOLDER | answer INDEX_FOLDER QUERIES | "
               "time INDEX_FOLDER QUERIES REPEATS WARM_UPS\n");
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
  }
  return 1;
}

}  // namespace tributary::bench
