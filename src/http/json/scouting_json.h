// http/json/scouting_json.h
//
// What scouting found, as the API tells it: schemas RisingTerms, NeedAnswer, Watches, WatchNews.
// Each number comes with what finds its rows.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/scouting/needs.h"
#include "app/scouting/rising_terms.h"
#include "app/scouting/watch_desk.h"

namespace tributary::http {

boost::json::object rising_json(const app::RisingQuery& query, const app::RisingTerms& rising,
                                Date as_of);

using InnovationTitles = std::map<ecosystem::InnovationId, std::string>;

/// `titles`: of the nearest innovations.
boost::json::object need_json(const app::NeedQuery& query, const app::NeedAnswer& answer,
                              const InnovationTitles& titles, Date as_of);

boost::json::object watch_json(const store::Watch& watch);
boost::json::array watches_json(const std::vector<store::Watch>& watches);
boost::json::object watches_json(const std::vector<app::WatchView>& watches);
boost::json::object watch_news_json(const app::WatchNews& news);

/// A mark as the pages hand it back, and what it says; nothing for another text.
std::string mark_text(const store::CatalogueMark& mark);
std::optional<store::CatalogueMark> mark_of(std::string_view text);

}  // namespace tributary::http
