#include "store/prepared_record.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <bit>
#include <utility>

#include "base/bytes.h"
#include "catalogue/packed_record.h"

namespace tributary::store {
namespace {

using catalogue::NamedOrganisation;

bool is_nameless(const NamedOrganisation& stated) {
  return stated.name.empty() && stated.pic.empty() && stated.oid.empty() && stated.vat.empty();
}

/// Lengths before texts keep neighbours apart. `bytes` is scratch.
std::uint64_t hash_of(const NamedOrganisation& stated, const ParticipationPlace& place,
                      std::string& bytes) {
  bytes.clear();
  for (const auto text : catalogue::kOrganisationTexts) {
    append(bytes, static_cast<std::uint32_t>((stated.*text).size()));
    bytes += stated.*text;
  }
  bytes += static_cast<char>(stated.type);
  bytes += static_cast<char>(stated.is_sme ? 1 + *stated.is_sme : 0);
  append(bytes, std::bit_cast<std::uint64_t>(stated.latitude.value_or(1e9)));
  append(bytes, std::bit_cast<std::uint64_t>(stated.longitude.value_or(1e9)));
  if (is_nameless(stated)) bytes += place_words(place);
  return XXH3_64bits(bytes.data(), bytes.size());
}

/// About as many bytes as a payload has, so that it seldom moves while it grows.
std::size_t expected_bytes(const catalogue::SourceProject& project) {
  constexpr std::size_t kHeadBytes = 512, kParticipationBytes = 256;
  const auto participations = project.participations ? project.participations->size() : 0;
  return kHeadBytes + project.summary.size() + participations * kParticipationBytes;
}

}  // namespace

PreparedRecord prepare(catalogue::ImportRecord record) {
  PreparedRecord prepared{.record = std::move(record)};
  const auto& project = prepared.record.project;
  std::string payload;
  payload.reserve(expected_bytes(project));
  catalogue::append_encoded(payload, project);
  prepared.content_hash = catalogue::content_hash(payload);
  prepared.payload = catalogue::pack_record(payload);
  if (!project.participations) return prepared;
  std::string scratch;
  prepared.statements.reserve(project.participations->size());
  ParticipationPlace place{.source = project.source, .key = project.key};
  for (const auto& participation : *project.participations) {
    prepared.statements.push_back(hash_of(participation.organisation, place, scratch));
    ++place.ordinal;
  }
  return prepared;
}

std::vector<PreparedRecord> prepare(std::vector<catalogue::ImportRecord> records) {
  std::vector<PreparedRecord> prepared;
  prepared.reserve(records.size());
  for (auto& record : records) prepared.push_back(prepare(std::move(record)));
  return prepared;
}

std::string place_words(const ParticipationPlace& place) {
  return fmt::format("place:{}-{}#{}", place.source, place.key, place.ordinal);
}

}  // namespace tributary::store
