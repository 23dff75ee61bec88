import type { Colours } from '@/lib/base/appearance'
import type { FigureKind, OutlineKind } from '@/lib/figures/figure'
import type { SizeName } from '@/lib/figures/sizes'

export const TAKE_AWAY_FILES = ['svg', 'png', 'csv', 'xlsx'] as const

/**
 * Where a figure's files are, from the address of its rows: a page of thirty figures then sends one address for each.
 * Pictures are drawn on white, for documents.
 * @param rows as `rowsHref` writes it
 */
export function takeAwayHrefs(rows: string, colours: Colours): Record<(typeof TAKE_AWAY_FILES)[number], string> {
  const [, folder = '', kind = '', code = '', file = ''] = /^(.*)\/([^/]+)\/([^/]+)\/([^/]+)\.json$/.exec(rows) ?? []
  const size = TAKE_AWAY_SIZES.get(kind)
  if (size === undefined) throw new RangeError(`${rows} is no address of a figure's rows`)
  const base = `${folder}/${kind}/${code}`
  const picture = `${base}/${size}-light-${colours}-${file}.figure`
  return {
    svg: `${picture}.svg`,
    png: `${picture}.png`,
    csv: `${base}/${file}.csv`,
    xlsx: `${base}/${file}.xlsx`,
  }
}

/** The size at which a figure leaves the product. */
const SIZES_TO_TAKE: Record<Exclude<FigureKind, OutlineKind>, SizeName> = {
  'relative-strength': 'broad',
  'cumulative-excess': 'broad',
  legs: 'bars',
  excess: 'bars',
  'rolling-return': 'broad',
  'rolling-volatility': 'broad',
  'rolling-ratio': 'broad',
  'week-columns': 'columns',
  'week-scatter': 'points',
  comparison: 'broad',
  'pair-difference': 'broad',
  'pair-correlation': 'broad',
  'series-chart': 'panelsbroad',
  'leg-split': 'broad',
  distribution: 'small',
  ic: 'stripbroad',
}

const TAKE_AWAY_SIZES = new Map<string, SizeName>(Object.entries(SIZES_TO_TAKE))
