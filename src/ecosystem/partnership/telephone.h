// ecosystem/partnership/telephone.h
#pragma once

#include <string_view>

namespace tributary::ecosystem {

/// Eight digits or more with nothing but blanks and the signs of telephone numbers between them,
/// unless they are days, years, times of a day, an amount of money or the number of a project or an
/// organisation. From one number to another (" - ") they begin anew.
bool has_telephone_number(std::string_view text);

}  // namespace tributary::ecosystem
