/** What a file may cost: beyond it, it is refused as an archive that is not what it seems. */
export const SIZE_LIMITS = {
  /** The file as it is given. */
  fileBytes: 256 * 1024 * 1024,
  /** Everything that is unpacked from it. */
  unpackedBytes: 512 * 1024 * 1024,
  /** Cells of all sheets, empty ones between others too. */
  cells: 20_000_000,
  rows: 4_000_000,
} as const
