#include "app/ecosystem/audit_detail.h"

#include <boost/json/serialize.hpp>

namespace tributary::app {

std::string audit_detail(const boost::json::value& object) {
  return boost::json::serialize(object);
}

}  // namespace tributary::app
