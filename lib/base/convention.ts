/** How two returns are compared. `arithmetic`: a − b; `geometric`: (1 + a)/(1 + b) − 1. */
export const CONVENTIONS = ['arithmetic', 'geometric'] as const
export type Convention = (typeof CONVENTIONS)[number]
