/** Limits of a file; a larger one is refused, since it may be an archive bomb. */
export const SIZE_LIMITS = {
  /** The file before it is unpacked. */
  fileBytes: 256 * 1024 * 1024,
  /** Everything that is unpacked from it. */
  unpackedBytes: 512 * 1024 * 1024,
  /** Cells of all sheets, including empty ones between others. */
  cells: 20_000_000,
  rows: 4_000_000,
} as const
