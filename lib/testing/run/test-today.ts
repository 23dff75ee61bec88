/** The date that counts as today in tests: before December, when pages begin to ask for the closures of the next year. */
export const TEST_TODAY = '2026-11-30'
