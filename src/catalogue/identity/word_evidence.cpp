#include "catalogue/identity/word_evidence.h"

#include <array>

namespace tributary::catalogue {
namespace {

struct Entry {
  std::string_view sound;
  std::int8_t evidence;
};

constexpr auto kEvidence = std::to_array<Entry>({
#include "catalogue/identity/word_evidence.inc"
});

}  // namespace

WordEvidence::WordEvidence() {
  evidence_.reserve(kEvidence.size());
  for (const auto& [sound, evidence] : kEvidence) evidence_.emplace(sound, evidence);
}

std::int8_t WordEvidence::of(std::string_view sound) const {
  const auto found = evidence_.find(sound);
  return found == evidence_.end() ? std::int8_t{0} : found->second;
}

}  // namespace tributary::catalogue
