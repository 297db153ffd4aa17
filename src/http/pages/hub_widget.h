// http/pages/hub_widget.h
//
// A hub in small, for the pages of others: a whole document without a script, whose links open
// beside the page that shows it. Texts of a language that is not the document's say which it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/hubs/hub_desk.h"
#include "app/portal.h"

namespace tributary::http {

struct HubWidget {
  const app::HubView& view;
  const std::vector<app::SearchHit>& newest;  ///< projects
  std::string language;                       ///< of the reader; empty: the hub's first
  std::string public_url;
  Date today;
  bool is_demonstration = false;
};

std::string hub_widget_page(const HubWidget& widget);

/// Of its style sheet, which these pages alone use.
std::string_view hub_widget_style();

}  // namespace tributary::http
