interface Ending {
  /** Last day on which the series has returns, ISO date; null while it goes on. */
  ended: string | null
}

/** Returns whether a series is in a week: it has not ended before the week's first trading day. */
export function isInWeek({ ended }: Ending, firstDay: string): boolean {
  return ended === null || ended >= firstDay
}

interface Series<Factor extends Ending, Portfolio extends Ending> {
  factors: Factor[]
  portfolios: Portfolio[]
}

/**
 * Divides the factors and portfolios of a catalogue into those of a week and those that ended before it.
 * @param firstDay first trading day of the week, ISO date
 */
export function splitAtEnd<
  Factor extends Ending,
  Portfolio extends Ending,
  Catalogue extends Series<Factor, Portfolio>,
>(
  catalogue: Catalogue & Series<Factor, Portfolio>,
  firstDay: string,
): { inWeek: Catalogue; ended: Series<Factor, Portfolio> } {
  const isShown = (series: Ending) => isInWeek(series, firstDay)
  const hasEnded = (series: Ending) => !isShown(series)
  const { factors, portfolios } = catalogue
  return {
    inWeek: { ...catalogue, factors: factors.filter(isShown), portfolios: portfolios.filter(isShown) },
    ended: { factors: factors.filter(hasEnded), portfolios: portfolios.filter(hasEnded) },
  }
}
