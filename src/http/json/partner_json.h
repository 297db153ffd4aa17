// http/json/partner_json.h
#pragma once

#include <boost/json/value.hpp>

#include "app/partners/find_partners.h"

namespace tributary::http {

/// POST /api/v1/partners, the schema PartnerAnswer.
boost::json::object partners_json(const app::PartnerQuery& query, const app::PartnerAnswer& answer);

}  // namespace tributary::http
