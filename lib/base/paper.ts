/** Paper of the PDFs: A4 (210 × 297 mm), or US Letter (8.5 × 11 in). */
export const PAPERS = ['a4', 'letter'] as const
export type Paper = (typeof PAPERS)[number]
