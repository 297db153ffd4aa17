// How many names are resolved in a second against a million known ones, on one core:
//
//   identity_speed SHARED_DATA [KNOWN [ASKED]]
//
// The known ones are made of the real records: as they are, and then again and again with one or
// two of their words taken from other records of the same country, another town, street and domain,
// so that words are as rare and blocks as full as in a million real ones. Asked are real names in
// other spellings: words dropped, put in other order, cut. Timed is all that an import waits for:
// reading the name, finding whom it may be, comparing.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "catalogue/identity/match_decision.h"
#include "catalogue/identity/organisation_index.h"
#include "corpus/random.h"
#include "identity/real_organisations.h"

namespace {

using namespace tributary;
using bench::Random;
using catalogue::NamedOrganisation;

constexpr std::uint64_t kSeed = 20'262;

std::vector<std::string> words_in(const std::string& name) {
  std::vector<std::string> words(1);
  for (const char c : name) {
    if (c != ' ') {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string name;
  for (const auto& word : words) name += (name.empty() ? "" : " ") + word;
  return name;
}

class Maker {
 public:
  explicit Maker(std::vector<bench::RealOrganisation> records) : records_(std::move(records)) {
    for (const auto& record : records_) by_country_[record.named.country].push_back(&record.named);
  }

  std::size_t real() const { return records_.size(); }

  NamedOrganisation known(std::size_t number) {
    auto made = records_[number % records_.size()].named;
    if (number < records_.size()) return made;
    const auto& others = by_country_[made.country];
    const auto& place = *random_.one_of(others);
    made.city = place.city;
    made.post_code = place.post_code;
    made.street = place.street;
    made.website = "www.example" + std::to_string(number) + ".org";
    made.short_name.clear();
    auto words = words_in(made.name);
    for (int i = 0; i < 2; ++i) {
      const auto donors = words_in(random_.one_of(others)->name);
      words[random_.below(words.size())] = random_.one_of(donors);
    }
    made.name = joined(words);
    return made;
  }

  NamedOrganisation asked() {
    auto made = random_.one_of(records_).named;
    auto words = words_in(made.name);
    if (words.size() > 2) words.erase(words.begin() + random_.below(words.size()));
    if (words.size() > 1) std::swap(words[random_.below(words.size())], words.front());
    made.name = joined(words);
    if (random_.happens(0.5)) made.website.clear();
    return made;
  }

 private:
  Random random_{kSeed};
  std::vector<bench::RealOrganisation> records_;
  std::map<std::string, std::vector<const NamedOrganisation*>> by_country_;
};

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    fmt::print(stderr, "usage: identity_speed SHARED_DATA [KNOWN [ASKED]]\n");
    return 2;
  }
  const std::size_t known = count > 2 ? std::stoul(arguments[2]) : 1'000'000;
  const std::size_t asked = count > 3 ? std::stoul(arguments[3]) : 200'000;
  Maker maker(bench::real_organisations(arguments[1]));
  const catalogue::ProfileReader reader;
  catalogue::OrganisationIndex index;
  auto start = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < known; ++i) index.add(reader.profile_of(maker.known(i)));
  fmt::print("{} names read in {:.1f} s, ", known, seconds_since(start));
  start = std::chrono::steady_clock::now();
  index.finish();
  fmt::print("sorted into blocks in {:.1f} s\n", seconds_since(start));

  std::vector<NamedOrganisation> questions;
  for (std::size_t i = 0; i < asked; ++i) questions.push_back(maker.asked());
  catalogue::OrganisationIndex::Scratch scratch;
  std::size_t compared = 0, sure = 0;
  start = std::chrono::steady_clock::now();
  for (const auto& question : questions) {
    auto profile = reader.profile_of(question);
    index.weigh(profile);
    bool is_found = false;
    for (const auto number : index.candidates(profile, scratch)) {
      ++compared;
      const auto score = catalogue::score_of(catalogue::compare(profile, index.profile(number)));
      is_found |= score >= catalogue::kSureScore;
    }
    sure += is_found ? 1 : 0;
  }
  const double taken = seconds_since(start);
  fmt::print(
      "{} names asked in {:.2f} s: {:.0f} names/s; {:.1f} compared each, {:.1f} % found for "
      "sure\n",
      asked, taken, static_cast<double>(asked) / taken,
      static_cast<double>(compared) / static_cast<double>(asked),
      100 * static_cast<double>(sure) / static_cast<double>(asked));
}
