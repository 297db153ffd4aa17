// evidence/synthesis/tau_squared.h
//
// How much the true effects of studies differ from one another, beyond chance: the variance τ²
// between studies.
//
//   const auto between = TRY(estimate_tau_squared(effects, without_moderators(effects.size()),
//                                                 TauSquaredMethod::restricted_maximum_likelihood));
//
// Unit: that of the effects, squared; never below 0. Pure functions; safe to call from any thread.
#pragma once

#include <span>

#include "evidence/distribution/interval.h"
#include "evidence/synthesis/weighted_fit.h"

namespace tributary::evidence {

enum class TauSquaredMethod {
  der_simonian_laird,  ///< method of moments (DerSimonian and Laird 1986)
  paule_mandel,  ///< where the generalised Q is its expectation, k − p (Paule and Mandel 1982)
  maximum_likelihood,
  restricted_maximum_likelihood,
};

/// A search of a likelihood ends where its step is this small, as in the R package metafor, so that
/// figures agree with those in all digits that are printed. The top itself may lie some units of
/// the fifth decimal beside.
inline constexpr double kUsualPrecision = 1e-5;

/// Both likelihoods by Fisher scoring (Viechtbauer 2005), from the estimate of Hedges (1983) until
/// a step is no larger than `precision`, in the unit of τ²; steps are halved while they lead
/// downhill. Errors: those of fit_weighted(); `internal` with the number of steps where it does not
/// converge.
Result<double> estimate_tau_squared(std::span<const EffectEstimate> effects,
                                    const Eigen::MatrixXd& design, TauSquaredMethod method,
                                    double precision = kUsualPrecision);

/// The interval of `confidence` by the Q profile (Viechtbauer 2007): the τ² at which the
/// generalised Q is a quantile of χ² with k − p degrees of freedom; 0 where it is below that at no
/// variance at all. Errors: those of fit_weighted().
Result<Interval> tau_squared_interval(std::span<const EffectEstimate> effects,
                                      const Eigen::MatrixXd& design, double confidence);

/// The variance within a typical study, (k − p)/tr(P): what I² sets τ² beside (Higgins and Thompson
/// 2002, equation 9).
Result<double> typical_variance(std::span<const EffectEstimate> effects,
                                const Eigen::MatrixXd& design);

}  // namespace tributary::evidence
