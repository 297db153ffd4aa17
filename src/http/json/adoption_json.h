// http/json/adoption_json.h
//
// Adoption as the API tells it: schemas Adoption and Providers. Every number has its day, its
// source, how many were heard of how many, and its rows; what is not known is null.
#pragma once

#include <boost/json/object.hpp>

#include "app/ecosystem/adoption_desk.h"

namespace tributary::http {

boost::json::object adoption_json(const app::AdoptionView& view);

boost::json::object providers_json(const app::ProviderList& list);

}  // namespace tributary::http
