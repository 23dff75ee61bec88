/** What goes to the process that reads files, and what comes back; both as plain data. */

import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import type { ReturnBatch } from '@/lib/import/check/return-batch'
import type { Fault, FaultLog } from '@/lib/import/outcome/fault'
import type { FileContent, FileSettings } from './read-file'

export interface ReaderRequest {
  /** Name of the file, without its folder. */
  name: string
  bytes: Uint8Array
  settings: FileSettings
}

export interface ReaderAnswer {
  content: PackedContent | null
  faults: Fault[]
  faultCount: number
  places: FaultLog['places']
}

type PackedContent = { type: 'returns'; batch: PackedBatch } | { type: 'catalogue'; catalogue: CatalogueFile }

/** A batch that names each code and date once. */
interface PackedBatch {
  kind: ReturnBatch['kind']
  codes: PackedTexts
  dates: PackedTexts
  /** NaN, which no leg can be, where one is missing. */
  legs: Float64Array[]
  percent: ReturnBatch['percent']
}

interface PackedTexts {
  texts: string[]
  places: Uint32Array
}

export function packContent(content: FileContent | null): PackedContent | null {
  if (content === null || content.type === 'catalogue') return content
  const { codes, dates, legs, ...said } = content.batch
  const packedLegs = legs.map((leg) => Float64Array.from(leg, (value) => value ?? Number.NaN))
  return { type: 'returns', batch: { ...said, codes: packTexts(codes), dates: packTexts(dates), legs: packedLegs } }
}

export function unpackContent(content: PackedContent | null): FileContent | null {
  if (content === null || content.type === 'catalogue') return content
  const { codes, dates, legs, ...said } = content.batch
  const unpackedLegs = legs.map((leg) => Array.from(leg, (value) => (Number.isNaN(value) ? null : value)))
  return {
    type: 'returns',
    batch: { ...said, codes: unpackTexts(codes), dates: unpackTexts(dates), legs: unpackedLegs },
  }
}

function packTexts(texts: string[]): PackedTexts {
  const places = new Map<string, number>()
  const place = (text: string) => {
    const known = places.get(text)
    if (known !== undefined) return known
    places.set(text, places.size)
    return places.size - 1
  }
  return { places: Uint32Array.from(texts, place), texts: [...places.keys()] }
}

function unpackTexts({ texts, places }: PackedTexts): string[] {
  return Array.from(places, (place) => {
    const text = texts[place]
    if (text === undefined) throw new RangeError(`The reader names text ${place} of ${texts.length}.`)
    return text
  })
}
