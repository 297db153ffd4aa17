#include "base/money.h"

namespace tributary {

std::string Money::decimal() const {
  const auto magnitude =
      cents < 0 ? 0 - static_cast<std::uint64_t>(cents) : static_cast<std::uint64_t>(cents);
  auto text = (cents < 0 ? "-" : "") + std::to_string(magnitude / 100);
  if (const auto rest = magnitude % 100; rest != 0) {
    text += rest < 10 ? ".0" : ".";
    text += std::to_string(rest);
  }
  return text;
}

}  // namespace tributary
