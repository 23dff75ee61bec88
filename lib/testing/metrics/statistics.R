# Computes the statistics of lib/metrics by R's own functions, and writes inputs, calls and values to statistics.json,
# which statistics.test.ts reads. Run from the project's folder: Rscript lib/testing/metrics/statistics.R
# R alone is needed, no package; `R.version.string` stands in the file.

set.seed(20240830)
a <- round(rt(520, df = 5) * 0.006 + 0.0004, 6)
b <- round(0.5 * a + rnorm(520, sd = 0.005), 6)
series <- sapply(1:7, function(i) round(0.3 * (i %% 3) * a[1:200] + rnorm(200, sd = 0.004), 6))
nav <- cumprod(c(1, 1 + a))
correlations <- cor(series)
tree <- hclust(as.dist(1 - correlations), method = "average")

# Everything a call needs is in this environment, so that its text is also what was run.
calls <- c(
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
