#include "base/result.h"

namespace tributary {

std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid_argument:
      return "invalid_argument";
    case ErrorCode::too_long:
      return "too_long";
    case ErrorCode::too_deep:
      return "too_deep";
    case ErrorCode::not_utf8:
      return "not_utf8";
    case ErrorCode::not_found:
      return "not_found";
    case ErrorCode::conflict:
      return "conflict";
    case ErrorCode::not_permitted:
      return "not_permitted";
    case ErrorCode::not_signed_in:
      return "not_signed_in";
    case ErrorCode::throttled:
      return "throttled";
    case ErrorCode::unmet:
      return "unmet";
    case ErrorCode::unrecognised:
      return "unrecognised";
    case ErrorCode::corrupt:
      return "corrupt";
    case ErrorCode::unsupported:
      return "unsupported";
    case ErrorCode::io:
      return "io";
    case ErrorCode::database:
      return "database";
    case ErrorCode::timed_out:
      return "timed_out";
    case ErrorCode::cancelled:
      return "cancelled";
    case ErrorCode::internal:
      return "internal";
  }
  return "internal";
}

std::string Error::text() const { return context.empty() ? message : context + ": " + message; }

}  // namespace tributary
