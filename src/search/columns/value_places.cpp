#include "search/columns/value_places.h"

#include <vector>

namespace tributary::search {
namespace {

constexpr unsigned kMostShift = 6;

bool fits(std::span<const std::uint32_t> offsets, unsigned shift) {
  for (std::size_t at = 0; at < offsets.size(); ++at) {
    if (offsets[at] - offsets[at >> shift << shift] > UINT8_MAX) return false;
  }
  return true;
}

}  // namespace

Result<> write_value_places(SectionFileWriter& file, SectionTag tag, std::uint32_t number,
                            std::span<const std::uint32_t> offsets) {
  TRY(file.begin_section(tag, number));
  if (offsets.empty()) return {};
  unsigned shift = kMostShift;
  while (!fits(offsets, shift)) --shift;
  std::vector<std::uint32_t> groups{shift};
  std::vector<std::uint8_t> steps;
  for (std::size_t at = 0; at < offsets.size(); ++at) {
    const auto first = at >> shift << shift;
    if (at == first) groups.push_back(offsets[at]);
    steps.push_back(static_cast<std::uint8_t>(offsets[at] - offsets[first]));
  }
  TRY(file.append(std::as_bytes(std::span<const std::uint32_t>(groups))));
  return file.append(std::as_bytes(std::span<const std::uint8_t>(steps)));
}

Result<ValuePlaces> ValuePlaces::open(const SectionFile& file, SectionTag tag, std::uint32_t number,
                                      std::uint32_t documents, std::size_t values) {
  const auto broken = [&] { return file.broken("the values of documents are inconsistent"); };
  const auto bytes = TRY(file.section(tag, number));
  if (bytes.empty()) return ValuePlaces();
  if (bytes.size() < sizeof(std::uint32_t)) return broken();
  const auto shift = load<std::uint32_t>(bytes.data());
  if (shift > kMostShift) return broken();
  const auto groups = (std::size_t{documents} >> shift) + 1;
  const auto steps_at = (1 + groups) * sizeof(std::uint32_t);
  if (bytes.size() != steps_at + documents + 1) return broken();
  const ValuePlaces places(reinterpret_cast<const std::uint32_t*>(bytes.data()) + 1,
                           bytes.data() + steps_at, shift);
  std::uint32_t before = 0;
  for (std::size_t document = 0; document <= documents; ++document) {
    const auto place = places[document];
    if (place < before) return broken();
    before = place;
  }
  if (places[0] != 0 || before != values) return broken();
  return places;
}

}  // namespace tributary::search
