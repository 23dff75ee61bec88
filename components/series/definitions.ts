/**
 * Statistics of the workbench, in the order of the methodology page: anchor there, key of its name and text among the
 * messages `series.NAME` and `series.NAMEText`, and TeX for formulas.
 */
export const SERIES_DEFINITIONS = [
  { name: 'countedPeriods', tex: null },
  { name: 'annualisedReturn', tex: String.raw`R_a = \Bigl( \prod_{t=1}^{n} (1 + d_t) \Bigr)^{N / n} - 1` },
  {
    name: 'volatility',
    tex: String.raw`\sigma_a = \sqrt{N} \; s, \quad s^2 = \frac{1}{n - 1} \sum_{t=1}^{n} (d_t - \bar{d})^2`,
  },
  { name: 'returnToRisk', tex: String.raw`\mathrm{IR} = \frac{N\, \bar{d}}{\sqrt{N}\, s}` },
  { name: 'tStatistic', tex: String.raw`t = \frac{\bar{d}}{s / \sqrt{n}}` },
  {
    name: 'skewness',
    tex: String.raw`G_1 = \frac{\sqrt{n (n - 1)}}{n - 2} \cdot \frac{m_3}{m_2^{3/2}}, \quad m_k = \frac{1}{n} \sum_{t=1}^{n} (d_t - \bar{d})^k`,
  },
  { name: 'maximumDrawdown', tex: String.raw`\min_{T} \Bigl( \frac{S_T}{\max_{t \le T} S_t} - 1 \Bigr)` },
  { name: 'currentDrawdown', tex: null },
  {
    name: 'hitRate',
    tex: String.raw`\begin{gathered} \frac{1}{1 + z^2 / n} \Bigl( \hat{p} + \frac{z^2}{2n} \pm z \sqrt{\frac{\hat{p} (1 - \hat{p})}{n} + \frac{z^2}{4 n^2}} \Bigr) \\ \hat{p} = \frac{k}{n}, \; z = 1.96 \end{gathered}`,
  },
  { name: 'extremes', tex: null },
  {
    name: 'beta',
    tex: String.raw`\beta = \frac{\sum_{t=1}^{n} (p_t - \bar{p})(b_t - \bar{b}) / (n - 1)}{\sum_{t=1}^{n} (b_t - \bar{b})^2 / (n - 1)}`,
  },
  {
    name: 'capture',
    tex: String.raw`\mathrm{UC} = \frac{\bigl( \prod_{b_m \ge 0} (1 + p_m) \bigr)^{1 / n_+} - 1}{\bigl( \prod_{b_m \ge 0} (1 + b_m) \bigr)^{1 / n_+} - 1}, \quad \mathrm{DC} = \frac{\bigl( \prod_{b_m < 0} (1 + p_m) \bigr)^{1 / n_-} - 1}{\bigl( \prod_{b_m < 0} (1 + b_m) \bigr)^{1 / n_-} - 1}`,
  },
  {
    name: 'legSplit',
    tex: String.raw`L - S = (L - B) + (B - S), \quad \frac{1 + L}{1 + S} = \frac{1 + L}{1 + B} \cdot \frac{1 + B}{1 + S}`,
  },
  { name: 'distribution', tex: String.raw`h = \frac{2\, \mathrm{IQR}}{\sqrt[3]{n}}` },
  { name: 'rolling', tex: null },
  {
    name: 'contributions',
    tex: String.raw`\begin{gathered} C_i = \sum_{t=1}^{n} \frac{k_t}{K}\, c_{i,t} \\ k_t = \frac{\ln(1 + p_t) - \ln(1 + b_t)}{p_t - b_t} \\ K = \frac{\ln(1 + P) - \ln(1 + B)}{P - B} \end{gathered}`,
  },
  { name: 'ic', tex: String.raw`\mathrm{ICIR} = \frac{\overline{\mathrm{IC}}}{s_{\mathrm{IC}}}` },
  {
    name: 'correlation',
    tex: String.raw`\rho = \frac{\sum_i (x_i - \bar{x})(y_i - \bar{y})}{\sqrt{\sum_i (x_i - \bar{x})^2 \sum_i (y_i - \bar{y})^2}}`,
  },
  { name: 'clusterOrder', tex: String.raw`d(A, B) = \frac{1}{|A||B|} \sum_{i \in A} \sum_{j \in B} (1 - \rho_{ij})` },
] as const

export type SeriesDefinition = (typeof SERIES_DEFINITIONS)[number]
