# Computes the metrics with R's own functions and writes inputs, calls and values to statistics.json. The tests beside
# the metrics read that file through lib/testing/metrics/r-values.ts.
# Run from the project's folder: Rscript lib/testing/metrics/statistics.R && npm run format
# Base R is enough, no package. The file names the version of R that made it.

set.seed(20240830)
a <- round(rt(520, df = 5) * 0.006 + 0.0004, 6)
b <- round(0.5 * a + rnorm(520, sd = 0.005), 6)
series <- sapply(1:7, function(i) round(0.3 * (i %% 3) * a[1:200] + rnorm(200, sd = 0.004), 6))
nav <- cumprod(c(1, 1 + a))
correlations <- cor(series)
tree <- hclust(as.dist(1 - correlations), method = "average")

# Every 20th day: enough points to check a long line.
every <- seq(20, length(a), by = 20)

# Each call is stored as text beside its value, so that it can be repeated.
calls <- c(
  periodReturn = "prod(1 + a) - 1",
  spreadArithmetic = "prod(1 + a) - prod(1 + b)",
  spreadGeometric = "prod(1 + a) / prod(1 + b) - 1",
  navRatio = "(cumprod(1 + a) / cumprod(1 + b))[every]",
  moments = "c(length(a), mean(a), sd(a))",
  winRate = "c(sum(a > 0), length(a))",
  extremes = "c(which.max(a), which.min(a)) - 1",
  percentileRank = "mean(a[-520] < a[520]) + mean(a[-520] == a[520]) / 2",
  percentileRankWithTies = "{ x <- round(a, 2); mean(x[-520] < 0.01) + mean(x[-520] == 0.01) / 2 }",
  zScore = "(a[520] - mean(a[-520])) / sd(a[-520])",
  signedStreak = "sapply(every, function(i) { runs <- rle(sign(a[1:i])); tail(runs$lengths * runs$values, 1) })",
  repeatedRun = "sapply(every, function(i) tail(rle(trunc(a[1:i] * 100))$lengths, 1))",
  rollingSpreads = "sapply(every, function(i) prod(1 + a[(i - 19):i]) - prod(1 + b[(i - 19):i]))",
  drawdowns = "(nav / cummax(nav) - 1)[every]",
  drawdownDepths = "{ depths <- tapply(nav / cummax(nav) - 1, cummax(nav), min); as.numeric(depths[depths < 0]) }",
  drawdownPeaks = "{ below <- nav < cummax(nav); which(diff(c(FALSE, below)) == 1) - 2 }",
  annualisedReturn = "prod(1 + a)^(252 / length(a)) - 1",
  annualisedVolatility = "sd(a) * sqrt(252)",
  returnToRisk = "mean(a) / sd(a) * sqrt(252)",
  meanToDeviation = "mean(a) / sd(a)",
  tStatistic = "unname(t.test(a)$statistic)",
  skewness = "{ n <- length(a); m <- function(k) mean((a - mean(a))^k); sqrt(n * (n - 1)) / (n - 2) * m(3) / m(2)^1.5 }",
  maximumDrawdown = "min(nav / cummax(nav)) - 1",
  maximumDrawdownTrough = "which.min(nav / cummax(nav)) - 1",
  maximumDrawdownPeak = "{ before <- nav[1:which.min(nav / cummax(nav))]; max(which(before == max(before))) - 1 }",
  maximumDrawdownRecovery = paste0(
    "{ trough <- which.min(nav / cummax(nav)); peak <- max(nav[1:trough]); after <- which(nav >= peak); ",
    "as.numeric(after[after > trough][1] - 1) }"
  ),
  currentDrawdown = "nav[length(nav)] / max(nav) - 1",
  currentDrawdownLength = "length(nav) - max(which(nav == max(nav)))",
  correlation = "cor(a, b)",
  rollingVolatility = "sapply(20:length(a), function(i) sd(a[(i - 19):i]) * sqrt(252))",
  rollingReturnToRisk = "sapply(20:length(a), function(i) mean(a[(i - 19):i]) / sd(a[(i - 19):i]) * sqrt(252))",
  rollingCorrelation = "sapply(26:length(a), function(i) cor(a[(i - 25):i], b[(i - 25):i]))",
  wilson34of52 = "as.numeric(prop.test(34, 52, correct = FALSE)$conf.int)",
  wilson0of8 = "as.numeric(prop.test(0, 8, correct = FALSE)$conf.int)",
  wilson8of8 = "as.numeric(prop.test(8, 8, correct = FALSE)$conf.int)",
  wilson90of100At99 = "as.numeric(prop.test(90, 100, correct = FALSE, conf.level = 0.99)$conf.int)",
  normal95 = "qnorm(0.975)",
  histogramRawWidth = "2 * IQR(a) / length(a)^(1 / 3)",
  histogramCounts = "hist(a, breaks = seq(floor(min(a) / 0.005), floor(max(a) / 0.005) + 1) * 0.005, right = FALSE, plot = FALSE)$counts",
  clusterOrder = "tree$order - 1",
  clusterHeights = "tree$height"
)

number <- function(x) ifelse(is.na(x), "null", sprintf("%.15g", x))
vector <- function(x) paste0("[", paste(number(x), collapse = ", "), "]")
value <- function(x) if (length(x) == 1) number(x) else vector(x)
text <- function(x) paste0('"', gsub('"', '\\\\"', x), '"')

found <- sapply(names(calls), function(name) {
  sprintf('    "%s": { "call": %s, "value": %s }', name, text(calls[[name]]), value(suppressWarnings(eval(parse(text = calls[[name]])))))
})
rows <- apply(series, 2, vector)
lines <- c(
  "{",
  sprintf('  "made": %s,', text(paste("lib/testing/metrics/statistics.R,", R.version.string))),
  sprintf('  "a": %s,', vector(a)),
  sprintf('  "b": %s,', vector(b)),
  sprintf('  "series": [\n    %s\n  ],', paste(rows, collapse = ",\n    ")),
  '  "values": {',
  paste(found, collapse = ",\n"),
  "  }",
  "}"
)
writeLines(lines, "lib/testing/metrics/statistics.json")
