// app/notices/notice_words.h: acts and roles as people call them. Pure.
#pragma once

#include <string_view>

namespace tributary::app {

/// The place of a language among texts: 0 English, also for one that is not known, 1 German,
/// 2 Greek.
std::size_t language_column(std::string_view language);

/// What `word` is called; `group` is the kind of thing that the act was done to, or "role". The
/// word itself where it has no other name.
std::string_view name_in_language(std::string_view group, std::string_view word,
                                  std::string_view language);

}  // namespace tributary::app
