import { isPaletteIndex, type PaletteIndex } from '@/lib/search/palette-index'

/** @throws Error when the index cannot be had */
export async function fetchIndex(address: string): Promise<PaletteIndex> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  const index: unknown = await response.json()
  if (!isPaletteIndex(index)) throw new TypeError(`${address} holds no index`)
  return index
}
