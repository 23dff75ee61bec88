/** The messages to and from the process that reads files, as plain data. */

import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import type { ReturnBatch } from '@/lib/import/check/return-batch'
import type { FoundLog } from '@/lib/import/outcome/fault'
import type { FileContent, FileSettings } from './read-file'

export interface ReaderRequest {
  /** Name of the file, without its folder. */
  name: string
  bytes: Uint8Array
  settings: FileSettings
}

export interface ReaderAnswer {
  content: PackedContent | null
  found: FoundLog
}

type PackedContent = { type: 'returns'; batch: PackedBatch } | { type: 'catalogue'; catalogue: CatalogueFile }

/** A batch that holds the text of each code and date once. */
interface PackedBatch {
  kind: ReturnBatch['kind']
  codes: PackedTexts
  dates: PackedTexts
  parts: PackedTexts
  /** NaN where a value is missing; no value is NaN. */
  legs: Float64Array[]
  percent: ReturnBatch['percent']
  located: ReturnBatch['located']
}

interface PackedTexts {
  texts: string[]
  /** Index into `texts` of each row. */
  indexes: Uint32Array
}

export function packContent(content: FileContent | null): PackedContent | null {
  if (content === null || content.type === 'catalogue') return content
  const { codes, dates, parts, legs, ...rest } = content.batch
  const packedLegs = legs.map((leg) => Float64Array.from(leg, (value) => value ?? Number.NaN))
  const packed = { codes: packTexts(codes), dates: packTexts(dates), parts: packTexts(parts), legs: packedLegs }
  return { type: 'returns', batch: { ...rest, ...packed } }
}

export function unpackContent(content: PackedContent | null): FileContent | null {
  if (content === null || content.type === 'catalogue') return content
  const { codes, dates, parts, legs, ...rest } = content.batch
  const unpackedLegs = legs.map((leg) => Array.from(leg, (value) => (Number.isNaN(value) ? null : value)))
  return {
    type: 'returns',
    batch: {
      ...rest,
      ...{ codes: unpackTexts(codes), dates: unpackTexts(dates), parts: unpackTexts(parts), legs: unpackedLegs },
    },
  }
}

function packTexts(texts: string[]): PackedTexts {
  const indexByText = new Map<string, number>()
  const indexOf = (text: string) => {
    const known = indexByText.get(text)
    if (known !== undefined) return known
    indexByText.set(text, indexByText.size)
    return indexByText.size - 1
  }
  return { indexes: Uint32Array.from(texts, indexOf), texts: [...indexByText.keys()] }
}

function unpackTexts({ texts, indexes }: PackedTexts): string[] {
  return Array.from(indexes, (index) => {
    const text = texts[index]
    if (text === undefined) throw new RangeError(`The reader names text ${index} of ${texts.length}.`)
    return text
  })
}
