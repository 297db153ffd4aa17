#include "ecosystem/indicators/provider_answer.h"

namespace tributary::ecosystem {

Result<> check_answer(const StatedAnswer& stated, Date today) {
  if (stated.answer.answered > today) {
    return fail(ErrorCode::invalid_argument, "This day has not come yet.", "answered");
  }
  for (const auto& innovation : stated.answer.innovations) {
    if (innovation.implemented <= stated.answer.answered) continue;
    return fail(ErrorCode::invalid_argument,
                "What is answered is already in use: this day is after the day of the answer.",
                "implemented");
  }
  if (stated.learners && stated.reached && *stated.reached > *stated.learners) {
    return fail(ErrorCode::invalid_argument, "More learners are reached than there are.",
                "learners_reached");
  }
  return {};
}

}  // namespace tributary::ecosystem
