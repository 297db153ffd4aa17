#include "search/similar/latent_training.h"

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <random>
#include <thread>

namespace tributary::search {
namespace {

/// Columns that one thread works on at a time; a term's numbers of one slice are two cache lines.
constexpr std::uint32_t kSliceColumns = 32;
constexpr std::size_t kCacheLineFloats = 16;
/// Columns beyond the dimensions asked for, which make those accurate.
constexpr std::uint32_t kSpareColumns = 24;
/// Terms in one step of dense arithmetic.
constexpr Eigen::Index kChunkTerms = 2048;
constexpr std::uint32_t kSeed = 20'110'104;
/// Directions with less than this share of the largest eigenvalue are rounding errors of `float`.
constexpr double kNegligible = 1e-6;

/// Calls task(0) … task(count − 1), each once, on up to `threads` threads.
template <class Task>
void share_out(std::size_t count, unsigned threads, Task task) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (auto number = next++; number < count; number = next++) task(number);
  };
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < std::min<std::size_t>(threads, count); ++i) others.emplace_back(work);
  work();
}

/// A number of columns over all terms, kept slice after slice, each slice term after term.
class Columns {
 public:
  using Slice = Eigen::Matrix<float, Eigen::Dynamic, kSliceColumns, Eigen::RowMajor>;

  Columns(std::size_t terms, std::size_t slices)
      : terms_(terms), slices_(slices), numbers_(terms * slices * kSliceColumns) {}

  [[nodiscard]] std::size_t slices() const { return slices_; }
  [[nodiscard]] Eigen::Index width() const {
    return static_cast<Eigen::Index>(slices_ * kSliceColumns);
  }
  [[nodiscard]] std::size_t chunks() const {
    return (terms_ + kChunkTerms - 1) / static_cast<std::size_t>(kChunkTerms);
  }
  [[nodiscard]] float* slice(std::size_t number) {
    return numbers_.data() + number * terms_ * kSliceColumns;
  }
  [[nodiscard]] const float* slice(std::size_t number) const {
    return numbers_.data() + number * terms_ * kSliceColumns;
  }

  /// The columns of the terms of one chunk.
  [[nodiscard]] Eigen::MatrixXf read(std::size_t chunk) const {
    const auto [first, count] = range(chunk);
    Eigen::MatrixXf values(count, width());
    for (std::size_t i = 0; i < slices_; ++i) {
      const Eigen::Map<const Slice> from(slice(i), static_cast<Eigen::Index>(terms_),
                                         kSliceColumns);
      values.middleCols(static_cast<Eigen::Index>(i) * kSliceColumns, kSliceColumns) =
          from.middleRows(first, count);
    }
    return values;
  }

  void write(std::size_t chunk, const Eigen::MatrixXf& values) {
    const auto [first, count] = range(chunk);
    for (std::size_t i = 0; i < slices_; ++i) {
      Eigen::Map<Slice> to(slice(i), static_cast<Eigen::Index>(terms_), kSliceColumns);
      to.middleRows(first, count) =
          values.middleCols(static_cast<Eigen::Index>(i) * kSliceColumns, kSliceColumns);
    }
  }

  void fill_at_random() {
    std::mt19937 random(kSeed);
    for (auto& number : numbers_) {
      number = static_cast<float>(static_cast<std::int32_t>(random())) * 0x1p-31F;
    }
  }

 private:
  [[nodiscard]] std::pair<Eigen::Index, Eigen::Index> range(std::size_t chunk) const {
    const auto first = static_cast<Eigen::Index>(chunk) * kChunkTerms;
    return {first, std::min(kChunkTerms, static_cast<Eigen::Index>(terms_) - first)};
  }

  std::size_t terms_;
  std::size_t slices_;
  std::vector<float> numbers_;
};

/// to = AᵀA·from, for one slice.
void multiply_slice(const TermDocumentMatrix& matrix, const float* from, float* to) {
  std::fill_n(to, matrix.terms.size() * kSliceColumns, 0.0F);
  for (std::size_t row = 0; row < matrix.rows(); ++row) {
    std::array<float, kSliceColumns> product{};
    for (const auto& [column, weight] : matrix.row(row)) {
      // What the second loop adds to is asked of memory here: half of the time otherwise.
      for (std::size_t i = 0; i < kSliceColumns; i += kCacheLineFloats) {
        __builtin_prefetch(to + std::size_t{column} * kSliceColumns + i, 1);
      }
      const float* own = from + std::size_t{column} * kSliceColumns;
      for (std::size_t i = 0; i < kSliceColumns; ++i) product[i] += weight * own[i];
    }
    for (const auto& [column, weight] : matrix.row(row)) {
      float* own = to + std::size_t{column} * kSliceColumns;
      for (std::size_t i = 0; i < kSliceColumns; ++i) own[i] += weight * product[i];
    }
  }
}

void multiply(const TermDocumentMatrix& matrix, const Columns& from, Columns& to,
              unsigned threads) {
  share_out(from.slices(), threads, [&](std::size_t number) {
    multiply_slice(matrix, from.slice(number), to.slice(number));
  });
}

/// The lower triangle of leftᵀ·right, which is symmetric. The parts are added in one order, whoever
/// computed them.
Eigen::MatrixXd inner_products(const Columns& left, const Columns& right, unsigned threads) {
  Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(left.width(), right.width());
  constexpr std::size_t kAtOnce = 16;
  for (std::size_t first = 0; first < left.chunks(); first += kAtOnce) {
    std::array<Eigen::MatrixXf, kAtOnce> parts;
    const auto count = std::min(kAtOnce, left.chunks() - first);
    share_out(count, threads, [&](std::size_t i) {
      parts[i] = Eigen::MatrixXf::Zero(left.width(), right.width());
      parts[i].triangularView<Eigen::Lower>() =
          left.read(first + i).transpose() * right.read(first + i);
    });
    for (std::size_t i = 0; i < count; ++i) sum += parts[i].cast<double>();
  }
  return sum;
}

/// columns = columns·rotation.
void rotate(Columns& columns, const Eigen::MatrixXd& rotation, unsigned threads) {
  const Eigen::MatrixXf factor = rotation.cast<float>();
  share_out(columns.chunks(), threads,
            [&](std::size_t chunk) { columns.write(chunk, columns.read(chunk) * factor); });
}

/// Eigenvalues descending, with their vectors, of the matrix with this lower triangle.
std::pair<Eigen::VectorXd, Eigen::MatrixXd> eigen_pairs(const Eigen::MatrixXd& lower) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(lower);
  return {solver.eigenvalues().reverse(), solver.eigenvectors().rowwise().reverse()};
}

/// Makes the columns orthonormal; those that add no direction become zero.
void orthonormalise(Columns& columns, unsigned threads) {
  auto [lengths, rotation] = eigen_pairs(inner_products(columns, columns, threads));
  for (Eigen::Index i = 0; i < lengths.size(); ++i) {
    const bool counts = lengths[i] > kNegligible * lengths[0];
    rotation.col(i) *= counts ? 1.0 / std::sqrt(lengths[i]) : 0.0;
  }
  rotate(columns, rotation, threads);
}

}  // namespace

LatentSpace train_latent_space(const TermDocumentMatrix& matrix, const TrainingOptions& options) {
  LatentSpace space;
  space.dimensions = options.dimensions;
  space.trained_documents = matrix.documents;
  space.terms = matrix.terms;
  if (matrix.terms.empty()) {
    space.singular_values.resize(options.dimensions);
    return space;
  }

  const std::size_t slices =
      (options.dimensions + kSpareColumns + kSliceColumns - 1) / kSliceColumns;
  Columns basis(matrix.terms.size(), slices), next(matrix.terms.size(), slices);
  basis.fill_at_random();
  for (std::uint32_t i = 0; i < options.iterations; ++i) {
    multiply(matrix, basis, next, options.threads);
    orthonormalise(next, options.threads);
    std::swap(basis, next);
  }
  multiply(matrix, basis, next, options.threads);
  const auto [squares, rotation] = eigen_pairs(inner_products(basis, next, options.threads));
  rotate(basis, rotation, options.threads);

  for (std::uint32_t i = 0; i < options.dimensions; ++i) {
    const bool counts = squares[i] > kNegligible * squares[0];
    space.singular_values.push_back(counts ? std::sqrt(squares[i]) : 0.0);
  }
  space.projections.resize(matrix.terms.size() * options.dimensions);
  for (std::size_t term = 0; term < matrix.terms.size(); ++term) {
    for (std::uint32_t i = 0; i < options.dimensions; ++i) {
      const auto own = basis.slice(i / kSliceColumns)[term * kSliceColumns + i % kSliceColumns];
      space.projections[term * options.dimensions + i] =
          space.singular_values[i] > 0 ? own * matrix.factors[term] : 0.0F;
    }
  }
  return space;
}

}  // namespace tributary::search
