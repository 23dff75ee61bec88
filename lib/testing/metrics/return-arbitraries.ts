import fc from 'fast-check'

/** Random inputs of metrics, for properties. All returns are decimal fractions. */

export const dailyReturn = fc.double({ min: -0.2, max: 0.2, noNaN: true })

export const dailyReturns = fc.array(dailyReturn, { minLength: 3, maxLength: 60 })

export const returnsWithGaps = fc.array(fc.option(dailyReturn, { freq: 8 }), { maxLength: 60 })

/** Two returns of each day. */
export const returnPairs = fc.array(fc.tuple(dailyReturn, dailyReturn), { minLength: 3, maxLength: 60 })

/** Returns in whole basis points: their differences are never too small to square. */
export const roundReturns = fc.array(
  fc.integer({ min: -2_000, max: 2_000 }).map((basisPoints) => basisPoints / 10_000),
  { minLength: 3, maxLength: 60 },
)

export const navRatios = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 2, maxLength: 60 })
