#include "evidence/distribution/distributions.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace tributary::evidence {

namespace bm = boost::math;

double normal_probability(double z) { return bm::cdf(bm::normal(), z); }

double normal_quantile(double probability) { return bm::quantile(bm::normal(), probability); }

double student_quantile(double probability, double degrees_of_freedom) {
  return bm::quantile(bm::students_t(degrees_of_freedom), probability);
}

double chi_squared_quantile(double probability, double degrees_of_freedom) {
  return bm::quantile(bm::chi_squared(degrees_of_freedom), probability);
}

double normal_two_sided(double z) { return 2 * bm::cdf(bm::complement(bm::normal(), std::abs(z))); }

double student_two_sided(double t, double degrees_of_freedom) {
  return 2 * bm::cdf(bm::complement(bm::students_t(degrees_of_freedom), std::abs(t)));
}

double chi_squared_upper(double value, double degrees_of_freedom) {
  return bm::cdf(bm::complement(bm::chi_squared(degrees_of_freedom), value));
}

double fisher_upper(double value, double numerator, double denominator) {
  return bm::cdf(bm::complement(bm::fisher_f(numerator, denominator), value));
}

}  // namespace tributary::evidence
