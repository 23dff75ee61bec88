/** Shocks with the volatility clusters of markets. One value for each day; the same seed gives the same values. */
import { createRandom } from './random'

/** GARCH(1,1): today's variance is a constant, a part of yesterday's shock squared and a part of yesterday's variance. */
const CONSTANT = 0.03
const FROM_SHOCK = 0.1
const FROM_VARIANCE = 0.87

/** Share of a slow wave that remains after a day: half of it after 69 days. */
const WAVE_MEMORY = 0.99

/** Returns `days` fat-tailed shocks of mean 0 and variance about 1, with quiet and volatile periods. */
export function clusteredNoise(seed: string, days: number): number[] {
  const random = createRandom(seed)
  let variance = 1
  return Array.from({ length: days }, () => {
    const shock = Math.sqrt(variance) * random.studentT()
    variance = CONSTANT + FROM_SHOCK * shock * shock + FROM_VARIANCE * variance
    return shock
  })
}

/** Returns a wave of mean 0 and variance about 1 that changes over months: good and bad times of a strategy. */
export function slowWave(seed: string, days: number): number[] {
  const random = createRandom(seed)
  const step = Math.sqrt(1 - WAVE_MEMORY * WAVE_MEMORY)
  let level = random.normal()
  return Array.from({ length: days }, () => {
    level = WAVE_MEMORY * level + step * random.normal()
    return level
  })
}
