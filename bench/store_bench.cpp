// How fast the store takes projects in and gives them back: one core, one connection, a fresh
// database in the folder for temporary files. Items are projects with six participations, three
// topics and 1,200 bytes of summary; organisations repeat as in CORDIS (a few take part often).
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "store/catalogue_store.h"

namespace tributary::store {
namespace {

constexpr std::size_t kProjects = 40'000;
constexpr std::size_t kBatch = 2'000;
constexpr std::size_t kOrganisations = 30'000;

std::string text_of(std::mt19937_64& random, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) {
    for (auto length = 2 + random() % 9; length > 0; --length) {
      text += static_cast<char>('a' + random() % 26);
    }
    text += ' ';
  }
  return text;
}

std::vector<catalogue::NamedOrganisation> organisations(std::mt19937_64& random) {
  std::vector<catalogue::NamedOrganisation> made(kOrganisations);
  for (std::size_t i = 0; i < made.size(); ++i) {
    auto& one = made[i];
    one.pic = std::to_string(900'000'000 + i);
    one.vat = "PT" + std::to_string(500'000'000 + i);
    one.name = text_of(random, 35);
    one.short_name = text_of(random, 6);
    one.type_label = "HES";
    one.street = text_of(random, 25);
    one.post_code = "3810-193";
    one.city = text_of(random, 8);
    one.country = "PT";
    one.nuts = "PT16D";
    one.latitude = 40.6;
    one.longitude = -8.6;
    one.website = "https://www.example.org/" + std::to_string(i);
  }
  return made;
}

const std::vector<catalogue::ImportRecord>& records() {
  static const auto made = [] {
    std::mt19937_64 random(1);
    const auto known = organisations(random);
    std::vector<catalogue::ImportRecord> all(kProjects);
    const auto files =
        catalogue::speaking_files({"project.csv", "organization.csv", "euroSciVoc.csv"});
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto& project = all[i].project;
      all[i].files = files;
      project.source = "cordis";
      project.key = std::to_string(100'000'000 + i);
      project.acronym = text_of(random, 8);
      project.title = text_of(random, 90);
      project.summary = text_of(random, 1200);
      project.programme = "H2020";
      project.action = "RIA";
      project.call = "H2020-ICT-2016";
      project.start = Date(static_cast<std::int32_t>(16'000 + i / 20));
      project.end = Date(static_cast<std::int32_t>(17'000 + i / 20));
      project.updated_on = Date(static_cast<std::int32_t>(18'500 + random() % 1'000));
      project.grant = Money{static_cast<std::int64_t>(random() % 500'000'000)};
      project.participations.emplace();
      for (std::uint32_t order = 1; order <= 6; ++order) {
        const auto unit = static_cast<double>(random() >> 11) * 0x1p-53;
        const auto chosen = static_cast<std::size_t>(std::pow(unit, 3) * kOrganisations);
        catalogue::Participation one;
        one.organisation = known[std::min(chosen, kOrganisations - 1)];
        one.role = order == 1 ? catalogue::Role::coordinator : catalogue::Role::partner;
        one.role_label = order == 1 ? "coordinator" : "participant";
        one.order = order;
        one.contribution = Money{static_cast<std::int64_t>(random() % 50'000'000)};
        project.participations->push_back(std::move(one));
      }
      project.topics.emplace();
      for (int topic = 0; topic < 3; ++topic) {
        project.topics->push_back({catalogue::TopicVocabulary::euro_sci_voc,
                                   "/23/47/" + std::to_string(random() % 900),
                                   text_of(random, 18)});
      }
    }
    return all;
  }();
  return made;
}

void import(CatalogueStore& store) {
  const std::span all(records());
  const auto run = store.begin_run("cordis", "bench", Timestamp()).value();
  for (std::size_t at = 0; at < all.size(); at += kBatch) {
    const auto batch = all.subspan(at, std::min(kBatch, all.size() - at));
    store.apply(run, prepare({batch.begin(), batch.end()}), {}, Timestamp()).value();
  }
  store.finish_run(run, {}, Timestamp()).value();
}

void count_projects(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kProjects));
}

void apply_new(benchmark::State& state) {
  records();
  for (auto _ : state) {
    state.PauseTiming();
    {
      const auto folder = TemporaryFolder::create().value();
      auto store = CatalogueStore::open(folder.path() / "bench.db").value();
      state.ResumeTiming();
      import(store);
      state.PauseTiming();
    }
    state.ResumeTiming();
  }
  count_projects(state);
}
BENCHMARK(apply_new)->Unit(benchmark::kMillisecond);

void apply_unchanged(benchmark::State& state) {
  const auto folder = TemporaryFolder::create().value();
  auto store = CatalogueStore::open(folder.path() / "bench.db").value();
  import(store);
  for (auto _ : state) import(store);
  count_projects(state);
}
BENCHMARK(apply_unchanged)->Unit(benchmark::kMillisecond);

void for_each_project(benchmark::State& state) {
  const auto folder = TemporaryFolder::create().value();
  auto store = CatalogueStore::open(folder.path() / "bench.db").value();
  import(store);
  for (auto _ : state) {
    std::size_t participations = 0;
    store
        .for_each_project([](ProjectId) { return true; },
                          [&](StoredProject project) -> Result<> {
                            participations += project.participations.size();
                            return {};
                          })
        .value();
    benchmark::DoNotOptimize(participations);
  }
  count_projects(state);
}
BENCHMARK(for_each_project)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tributary::store
