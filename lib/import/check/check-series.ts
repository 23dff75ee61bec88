import { KINDS, RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import type { Refusal } from '@/lib/import/layout/parse-return'
import type { SeriesCatalogue } from './series-catalogue'

interface Known {
  kind: ReturnKind
  catalogue: SeriesCatalogue
  /** Whether the remedy names a similar code, found by a search through all codes. */
  suggests: boolean
}

/** Returns why a code cannot be in a file of that kind; null when it can. */
export function checkSeries(code: string, { kind, catalogue, suggests }: Known): Refusal | null {
  const { noun, section } = RETURN_KINDS[kind]
  if (catalogue[section].has(code)) return null
  const renamed = catalogue.renamed.get(code)
  if (renamed !== undefined) {
    return { rule: 'renamed-series', remedy: `Write ${renamed}: that is the code of ${code} since it was renamed.` }
  }
  if (code === '') return { rule: 'empty-cell', remedy: `Write the code of the ${noun}.` }
  const other = KINDS.map((candidate) => RETURN_KINDS[candidate]).find((spec) => catalogue[spec.section].has(code))
  if (other !== undefined) {
    return { rule: 'other-kind-of-series', remedy: `${code} is a ${other.noun}; these are columns of a ${noun}.` }
  }
  const similar = suggests ? similarTo(code, catalogue[section].keys()) : ''
  const remedy = `Correct the code${similar}, or add the ${noun} to the catalogue file and load that first: a row in ${section}.csv or a sheet "${section}" with its names, dates and texts.`
  return { rule: 'unknown-series', remedy }
}

/** Finds a known code that differs in letter case, dashes or a single letter. */
function similarTo(code: string, known: Iterable<string>): string {
  const own = bare(code)
  for (const candidate of known) {
    const other = bare(candidate)
    if (other === own || isOneSlip(own, other)) return ` (${candidate}?)`
  }
  return ''
}

function bare(code: string): string {
  return code.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** Returns whether the texts differ by at most one missing, added or changed letter. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let same = 0
  while (same < a.length && a[same] === b[same]) same += 1
  const [restA, restB] = [a.slice(same), b.slice(same)]
  return restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB
}
