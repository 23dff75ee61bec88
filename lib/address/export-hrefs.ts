import type { Colours } from '@/lib/base/appearance'
import type { SizeName } from '@/lib/figures/rows/sizes'

export const EXPORT_FILES = ['svg', 'png', 'csv', 'xlsx'] as const

/**
 * Returns the addresses of a figure's files from the address of its rows, so that a page sends only one address for
 * each figure. Pictures have a white background, for documents.
 * @param rows as `rowsHref` writes it
 * @param size of the exported picture
 * @throws RangeError when `rows` is not such an address
 */
export function exportHrefs(
  rows: string,
  size: SizeName,
  colours: Colours,
): Record<(typeof EXPORT_FILES)[number], string> {
  const [, base = '', file = ''] = /^(\/charts\/.*)\/([^/]+)\.json$/.exec(rows) ?? []
  if (file === '') throw new RangeError(`${rows} is no address of a figure's rows`)
  const picture = `${base}/${size}-light-${colours}-${file}.figure`
  return {
    svg: `${picture}.svg`,
    png: `${picture}.png`,
    csv: `${base}/${file}.csv`,
    xlsx: `${base}/${file}.xlsx`,
  }
}
